/* A JSON file: finds the listings, services and plain objects in it and takes each as a row. */
#include "content/import/columns.h"
#include "content/import/importer.h"
#include "content/import/json_kinds.h"
#include "content/import/json_objects.h"

#include <stdio.h>
#include <string.h>

struct reading {
    struct yt_importer *importer;
    uint32_t line;  /* of the value of the top level */
    size_t skipped; /* objects of other sorts */
};

const char *yt_json_text(struct yt_row *row, const json_t *value)
{
    char number[64];

    if (json_is_array(value))
        value = json_array_get(value, 0);
    if (json_is_object(value))
        value = json_object_get(value, "@value");
    if (json_is_string(value) && strlen(json_string_value(value)) == json_string_length(value))
        return json_string_value(value);
    if (json_is_integer(value))
        (void)snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
    else if (json_is_real(value))
        (void)snprintf(number, sizeof number, "%.8f", json_real_value(value));
    else if (json_is_boolean(value))
        return json_is_true(value) ? "yes" : "no";
    else
        return "";
    const char *copy = yt_row_text(row, number);

    return copy ? copy : "";
}

const json_t *yt_json_member(const json_t *object, const char *name)
{
    if (json_is_array(object))
        object = json_array_get(object, 0);
    return json_object_get(object, name);
}

/* An object whose keys are columns of a sheet. */
static void take_plain(struct yt_row *row, const json_t *object)
{
    const struct yt_import_options *options = row->importer->options;
    const struct yt_yaml *mapped = row->importer->mapping->columns;
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)object, key, value)
    {
        const struct yt_yaml *to = mapped ? yt_yaml_get(mapped, key) : NULL;
        const struct yt_column column =
            yt_column_find(options->kind, options->languages, to ? to->text : key);
        const char *text = yt_json_text(row, value);

        if (!column.attribute || column.attribute->use != YT_USE_TAKEN || text[0] == '\0')
            continue;
        row->column = key;
        row->value = text;
        text = yt_mapping_value(row->importer->mapping, column.attribute->key, text);
        (void)column.attribute->take(row, column.attribute, column.language, text);
    }
}

static bool is_plain(const struct yt_importer *importer, const json_t *object)
{
    const struct yt_import_options *options = importer->options;
    const struct yt_yaml *mapped = importer->mapping->columns;
    const char *key;
    json_t *value;

    if (json_object_get(object, "@type"))
        return false;
    json_object_foreach((json_t *)object, key, value)
    {
        const struct yt_yaml *to = mapped ? yt_yaml_get(mapped, key) : NULL;
        const struct yt_column column =
            yt_column_find(options->kind, options->languages, to ? to->text : key);

        if (column.attribute &&
            strcmp(column.attribute->key, yt_attribute_required(options->kind)) == 0)
            return true;
    }
    return false;
}

static bool begin_row(struct reading *reading)
{
    struct yt_importer *importer = reading->importer;

    if (importer->counts->rows == YT_IMPORT_ROWS_MAX) {
        yt_err_set(importer->err, YT_ERR_INVALID, "line %u: the file has more than %d entries",
                   reading->line, YT_IMPORT_ROWS_MAX);
        return yt_err_remedy(importer->err, "Split it, or leave out what is over.");
    }
    yt_row_begin(&importer->row, importer->counts->rows + 1, reading->line);
    return true;
}

static bool take_object(struct reading *reading, const json_t *object, const json_t *organization)
{
    struct yt_importer *importer = reading->importer;
    struct yt_row *row = &importer->row;
    const bool listings = importer->options->kind == YT_IMPORT_LISTINGS;

    if (listings && yt_is_job_posting(object)) {
        if (!begin_row(reading))
            return false;
        yt_take_job_posting(row, object);
        return yt_row_finish(row);
    }
    if (!listings && yt_is_hsds_service(object)) {
        const char *status = json_string_value(json_object_get(object, "status"));

        if (status && strcmp(status, "active") != 0 && strcmp(status, "temporarily closed") != 0) {
            reading->skipped++;
            return true;
        }
        if (!begin_row(reading))
            return false;
        yt_take_hsds_service(row, object, organization);
        return yt_row_finish(row);
    }
    if (!is_plain(importer, object)) {
        reading->skipped++;
        return true;
    }
    if (!begin_row(reading))
        return false;
    take_plain(row, object);
    return yt_row_finish(row);
}

/* Goes to where listings and services stand: lists, pages of results, graphs, organisations. */
static bool walk(struct reading *reading, const json_t *value, const json_t *organization)
{
    static const char *const lists[] = {"@graph", "itemListElement", "contents",
                                        "item",   "services",        "mainEntity"};
    const json_t *element;
    size_t index;
    bool found = false;

    if (json_is_array(value)) {
        json_array_foreach((json_t *)value, index,
                           element) if (!walk(reading, element, organization)) return false;
        return true;
    }
    if (!json_is_object(value))
        return true;
    for (size_t i = 0; i < YT_COUNT(lists); i++) {
        const json_t *list = json_object_get(value, lists[i]);

        if (!json_is_array(list) && !json_is_object(list))
            continue;
        found = true;
        if (!walk(reading, list, strcmp(lists[i], "services") == 0 ? value : organization))
            return false;
    }
    return found || take_object(reading, value, organization);
}

static bool tell_broken(struct reading *reading, const json_error_t *error)
{
    struct yt_row *row = &reading->importer->row;

    if (!begin_row(reading))
        return false;
    row->line = reading->line + (error->line > 0 ? (uint32_t)error->line - 1 : 0);
    (void)yt_row_fault(row, "Export the file again; it must be JSON in UTF-8 (RFC 8259).", "%.150s",
                       error->text);
    return yt_row_finish(row);
}

static bool on_value(const char *text, size_t size, uint32_t line, void *context)
{
    struct reading *reading = context;
    json_error_t error;
    json_t *value = json_loadb(text, size, JSON_DECODE_ANY, &error);
    bool go_on;

    reading->line = line;
    if (!value)
        return tell_broken(reading, &error);
    if (json_is_object(value) || json_is_array(value)) {
        go_on = walk(reading, value, NULL);
    } else {
        go_on = begin_row(reading);
        if (go_on) {
            (void)yt_row_fault(&reading->importer->row,
                               "Write objects: {\"@type\": \"JobPosting\", ...}.",
                               "this is a bare value, not an object");
            go_on = yt_row_finish(&reading->importer->row);
        }
    }
    json_decref(value);
    return go_on;
}

static bool feed_all(struct yt_json_objects *objects, struct yt_importer *importer,
                     struct yt_err *err)
{
    const unsigned char *piece;
    size_t size;

    do {
        if (!yt_bytes_next(&importer->bytes, &piece, &size, err) ||
            !(size > 0 ? yt_json_objects_feed(objects, piece, size, err)
                       : yt_json_objects_finish(objects, err)) ||
            !yt_importer_progress(importer))
            return false;
    } while (size > 0);
    return true;
}

bool yt_import_json(struct yt_importer *importer, struct yt_err *err)
{
    struct reading reading = {.importer = importer};
    struct yt_json_objects objects;
    bool read;

    yt_json_objects_init(&objects, on_value, &reading);
    read = feed_all(&objects, importer, err);
    yt_json_objects_done(&objects);
    if (reading.skipped > 0)
        yt_importer_notice(importer, "left out, because they are no %s: %zu objects",
                           yt_import_kind_name(importer->options->kind), reading.skipped);
    return read;
}
