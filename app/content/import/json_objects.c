#include "content/import/json_objects.h"

#include "content/import/import.h"

#include <string.h>

void yt_json_objects_init(struct yt_json_objects *objects, yt_json_value *each, void *context)
{
    *objects = (struct yt_json_objects){.line = 1, .each = each, .context = context};
    yt_buf_init(&objects->value, YT_IMPORT_JSON_MAX);
}

void yt_json_objects_done(struct yt_json_objects *objects)
{
    yt_buf_done(&objects->value);
}

static bool refuse(const struct yt_json_objects *objects, struct yt_err *err, const char *wrong)
{
    yt_err_set(err, YT_ERR_INVALID, "line %u: %s", objects->line, wrong);
    return yt_err_remedy(err, "Export the file again; it must be JSON (RFC 8259): an array of "
                              "objects, or one object a line.");
}

static bool too_deep(const struct yt_json_objects *objects, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_INVALID, "line %u: brackets are nested more than %d deep", objects->line,
               YT_IMPORT_JSON_DEPTH_MAX);
    return yt_err_remedy(err, "Listings and services need fewer than ten; ask where the file "
                              "comes from.");
}

static bool too_large(const struct yt_json_objects *objects, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_TOO_LARGE, "line %u: the object that begins here is larger than %zu MB",
               objects->value_line, YT_IMPORT_JSON_MAX >> 20);
    return yt_err_remedy(err, "Write an array of objects, or one object a line: then the file may "
                              "have any size.");
}

/* The value is whole. */
static bool emit(struct yt_json_objects *objects)
{
    const bool go_on = objects->each(yt_buf_string(&objects->value), objects->value.size,
                                     objects->value_line, objects->context);

    yt_buf_clear(&objects->value);
    objects->place = objects->outer == YT_JSON_OUTSIDE ? YT_JSON_OUTSIDE : YT_JSON_BEHIND;
    return go_on;
}

static void begin(struct yt_json_objects *objects, unsigned char byte)
{
    objects->outer = objects->place;
    objects->place = YT_JSON_INSIDE;
    objects->value_line = objects->line;
    objects->is_scalar = byte != '{' && byte != '[' && byte != '"';
    objects->in_string = byte == '"';
    objects->after_backslash = false;
    objects->depth = byte == '{' || byte == '[';
    yt_buf_byte(&objects->value, byte);
}

static bool is_blank(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool take_between(struct yt_json_objects *objects, unsigned char byte, struct yt_err *err)
{
    const bool first = !objects->any;

    objects->any = true;
    if (byte == '[' && first) {
        objects->place = YT_JSON_FIRST;
        return true;
    }
    if (byte == ']' && (objects->place == YT_JSON_FIRST || objects->place == YT_JSON_BEHIND)) {
        objects->place = YT_JSON_CLOSED;
        return true;
    }
    if (objects->place == YT_JSON_BEHIND) {
        if (byte != ',')
            return refuse(objects, err, "a comma is missing between two elements");
        objects->place = YT_JSON_NEXT;
        return true;
    }
    if (objects->place == YT_JSON_CLOSED)
        return refuse(objects, err, "something stands behind the closing bracket");
    if (byte == ',' || byte == ']' || byte == '}' || byte == ':')
        return refuse(objects, err, "a value is missing");
    begin(objects, byte);
    return true;
}

/* Inside of a value: only strings and brackets count here. */
static bool take_inside(struct yt_json_objects *objects, unsigned char byte, struct yt_err *err)
{
    yt_buf_byte(&objects->value, byte);
    if (objects->value.failed)
        return too_large(objects, err);
    if (objects->in_string) {
        if (objects->after_backslash)
            objects->after_backslash = false;
        else if (byte == '\\')
            objects->after_backslash = true;
        else if (byte == '"')
            objects->in_string = false;
    } else if (byte == '"') {
        objects->in_string = true;
    } else if (byte == '{' || byte == '[') {
        if (++objects->depth > YT_IMPORT_JSON_DEPTH_MAX)
            return too_deep(objects, err);
    } else if (byte == '}' || byte == ']') {
        objects->depth--;
    }
    return objects->depth > 0 || objects->in_string || emit(objects);
}

/* A bare word or number ends where something else begins. */
static bool ends_scalar(unsigned char byte)
{
    return is_blank(byte) || byte == ',' || byte == ']' || byte == '}' || byte == '[' ||
           byte == '{' || byte == '"';
}

static bool take_byte(struct yt_json_objects *objects, unsigned char byte, struct yt_err *err)
{
    if (objects->place == YT_JSON_INSIDE && objects->is_scalar) {
        if (!ends_scalar(byte)) {
            yt_buf_byte(&objects->value, byte);
            return !objects->value.failed || too_large(objects, err);
        }
        if (!emit(objects))
            return false;
    }
    if (objects->place == YT_JSON_INSIDE)
        return take_inside(objects, byte, err);
    return is_blank(byte) || take_between(objects, byte, err);
}

bool yt_json_objects_feed(struct yt_json_objects *objects, const unsigned char *piece, size_t size,
                          struct yt_err *err)
{
    for (size_t i = 0; i < size; i++) {
        if (!take_byte(objects, piece[i], err))
            return false;
        objects->line += piece[i] == '\n';
    }
    return true;
}

bool yt_json_objects_finish(struct yt_json_objects *objects, struct yt_err *err)
{
    if (objects->place == YT_JSON_INSIDE && objects->is_scalar && !emit(objects))
        return false;
    if (objects->place == YT_JSON_INSIDE || objects->place == YT_JSON_FIRST ||
        objects->place == YT_JSON_NEXT || objects->place == YT_JSON_BEHIND)
        return refuse(objects, err, "the file ends in the middle");
    return true;
}
