#include "content/yaml.h"

#include "base/attributes.h"
#include "base/str.h"

#include <libfyaml.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct builder {
    const char *file;
    struct yt_arena *nodes;
    struct yt_arena *texts;
    struct yt_yaml_fault *fault;
    struct yt_yaml *open[YT_YAML_DEPTH_MAX]; /* maps and lists that have begun */
    size_t depth;
    struct yt_yaml *key; /* waits for its value */
    struct yt_yaml *root;
    size_t documents;
};

static bool refuse(struct yt_yaml_fault *fault, uint32_t line, uint32_t column, const char *remedy,
                   const char *format, ...) YT_PRINTF(5, 6);

static bool refuse(struct yt_yaml_fault *fault, uint32_t line, uint32_t column, const char *remedy,
                   const char *format, ...)
{
    va_list arguments;

    fault->line = line;
    fault->column = column;
    fault->remedy = remedy;
    va_start(arguments, format);
    vsnprintf(fault->wrong, sizeof fault->wrong, format, arguments);
    va_end(arguments);
    yt_str_trim_partial(fault->wrong);
    return false;
}

static bool no_room(const struct builder *builder, const struct yt_yaml *node)
{
    return refuse(builder->fault, node ? node->line : 1, node ? node->column : 1,
                  "Split it, or take out what is not needed.",
                  "the files of this folder hold too much");
}

const struct yt_yaml *yt_yaml_get(const struct yt_yaml *map, const char *key)
{
    if (map->kind != YT_YAML_MAP)
        return NULL;
    for (const struct yt_yaml *value = map->first; value; value = value->next)
        if (strcmp(value->key->text, key) == 0)
            return value;
    return NULL;
}

static void append(struct yt_yaml *parent, struct yt_yaml *node)
{
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    parent->count++;
}

/* Puts the node where the document stands: the root, a key, a key's value, a list's element. */
static bool place(struct builder *builder, struct yt_yaml *node)
{
    struct yt_yaml *parent = builder->depth ? builder->open[builder->depth - 1] : NULL;

    if (!parent) {
        builder->root = node;
        return true;
    }
    if (parent->kind == YT_YAML_MAP) {
        if (!builder->key) {
            if (node->kind != YT_YAML_SCALAR)
                return refuse(builder->fault, node->line, node->column,
                              "Write a plain word and a colon.", "a key must be a plain word");
            if (parent->count == YT_YAML_KEYS_MAX)
                return refuse(builder->fault, node->line, node->column, "Split it.",
                              "more than %d keys stand here", YT_YAML_KEYS_MAX);
            if (yt_yaml_get(parent, node->text))
                return refuse(builder->fault, node->line, node->column,
                              "Keep one of the two, or correct the name.",
                              "\"%.60s\" stands here twice", node->text);
            builder->key = node;
            return true;
        }
        node->key = builder->key;
        builder->key = NULL;
    }
    append(parent, node);
    return true;
}

static struct yt_yaml *new_node(struct builder *builder, const struct fy_event *event,
                                enum yt_yaml_kind kind)
{
    const struct fy_mark *mark = fy_event_start_mark((struct fy_event *)event);
    struct yt_yaml *node = yt_arena_take(builder->nodes, 1, sizeof *node);

    if (!node)
        return NULL;
    *node = (struct yt_yaml){.kind = kind, .file = builder->file, .line = 1, .column = 1};
    if (mark) {
        node->line = (uint32_t)mark->line + 1;
        node->column = (uint32_t)mark->column + 1;
    } else if (builder->key) { /* "key:" and nothing: right behind the colon */
        node->line = builder->key->line;
        node->column = builder->key->column + (uint32_t)yt_str_length(builder->key->text) + 1;
    } else if (builder->depth) {
        node->line = builder->open[builder->depth - 1]->line;
        node->column = builder->open[builder->depth - 1]->column;
    }
    return node;
}

static bool take_scalar(struct builder *builder, struct fy_event *event)
{
    struct yt_yaml *node = new_node(builder, event, YT_YAML_SCALAR);
    const bool is_key =
        builder->depth && !builder->key && builder->open[builder->depth - 1]->kind == YT_YAML_MAP;
    const char *text = "";
    size_t size = 0;

    if (!node)
        return no_room(builder, NULL);
    if (event->scalar.value) {
        text = fy_token_get_text(event->scalar.value, &size);
        node->quoted = fy_token_scalar_style(event->scalar.value) != FYSS_PLAIN;
    }
    if (!text)
        return no_room(builder, node);
    if (size > YT_YAML_SCALAR_MAX)
        return refuse(builder->fault, node->line, node->column, "Shorten it.",
                      "the text is longer than %d bytes", YT_YAML_SCALAR_MAX);
    /* The file's bytes are known to be good; only an escape in quotes can bring others in. */
    if (node->quoted && !yt_str_valid(text, size))
        return refuse(builder->fault, node->line, node->column, "Write the character itself.",
                      "the text holds a character that cannot be shown");
    node->no_value = size == 0 && !node->quoted;
    node->text = yt_arena_text(is_key ? builder->nodes : builder->texts, text, size);
    return node->text ? place(builder, node) : no_room(builder, node);
}

static bool begin(struct builder *builder, struct fy_event *event, enum yt_yaml_kind kind)
{
    struct yt_yaml *node = new_node(builder, event, kind);

    if (!node)
        return no_room(builder, NULL);
    if (builder->depth == YT_YAML_DEPTH_MAX)
        return refuse(builder->fault, node->line, node->column,
                      "Check the indentation and the brackets.",
                      "lists and keys are nested more than %d deep", YT_YAML_DEPTH_MAX);
    if (!place(builder, node))
        return false;
    builder->open[builder->depth++] = node;
    return true;
}

/* The mark of an alias stands behind its *. */
static bool refuse_alias(struct builder *builder, struct fy_event *event)
{
    const struct fy_mark *mark = fy_event_start_mark(event);
    const uint32_t before = event->type == FYET_ALIAS ? 1 : 0;

    return refuse(builder->fault, mark ? (uint32_t)mark->line + 1 : 1,
                  mark ? (uint32_t)mark->column + 1 - before : 1,
                  "Write the text out; a text that begins with & or * needs quotes around it.",
                  "names with & and * are not taken here");
}

static bool has_anchor(const struct fy_event *event)
{
    switch (event->type) {
    case FYET_SCALAR:
        return event->scalar.anchor != NULL;
    case FYET_MAPPING_START:
        return event->mapping_start.anchor != NULL;
    case FYET_SEQUENCE_START:
        return event->sequence_start.anchor != NULL;
    default:
        return false;
    }
}

static bool take(struct builder *builder, struct fy_event *event)
{
    if (has_anchor(event) || event->type == FYET_ALIAS)
        return refuse_alias(builder, event);
    switch (event->type) {
    case FYET_DOCUMENT_START:
        if (builder->documents++ > 0)
            return refuse(builder->fault, 1, 1, "Take out the line \"---\" in the middle.",
                          "the file holds more than one document");
        return true;
    case FYET_SCALAR:
        return take_scalar(builder, event);
    case FYET_MAPPING_START:
        return begin(builder, event, YT_YAML_MAP);
    case FYET_SEQUENCE_START:
        return begin(builder, event, YT_YAML_LIST);
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
        builder->depth--;
        return true;
    default:
        return true;
    }
}

/* The first thing that libfyaml did not like. */
static void take_diagnosis(struct fy_diag *diagnosis, struct yt_yaml_fault *fault)
{
    void *previous = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(diagnosis, &previous);

    if (!error || error->line < 1)
        (void)refuse(fault, 1, 1, "Check the lines that were changed last.", "the file is no YAML");
    else
        (void)refuse(fault, (uint32_t)error->line, error->column > 0 ? (uint32_t)error->column : 1,
                     "Check quotes, brackets and the indentation (blanks, no tabs) here and in "
                     "the line above.",
                     "%s", error->msg);
}

static bool build(struct builder *builder, struct fy_parser *parser, struct fy_diag *diagnosis)
{
    struct fy_event *event;

    while ((event = fy_parser_parse(parser)) != NULL) {
        const bool taken = take(builder, event);

        fy_parser_event_free(parser, event);
        if (!taken)
            return false;
    }
    if (fy_parser_get_stream_error(parser) || fy_diag_got_error(diagnosis)) {
        take_diagnosis(diagnosis, builder->fault);
        return false;
    }
    return true;
}

/* libfyaml is not asked about bytes that are no text, nor about control characters. */
static bool check_bytes(const char *bytes, struct yt_yaml_fault *fault)
{
    uint32_t line = 1;
    uint32_t column = 1;

    for (const char *at = bytes; *at != '\0'; column++) {
        uint32_t code_point;

        if ((unsigned char)*at >= ' ' && (unsigned char)*at < 0x7f) {
            at++; /* most of a file: no need to decode */
            continue;
        }
        code_point = yt_str_next(&at);
        if (code_point == YT_STR_INVALID)
            return refuse(fault, line, column, "Save the file as UTF-8 (not Shift_JIS).",
                          "the file is not UTF-8");
        if (code_point == '\t')
            return refuse(fault, line, column, "Write blanks instead.", "a tab stands here");
        if ((code_point < ' ' && code_point != '\n' && code_point != '\r') || code_point == 0x7f)
            return refuse(fault, line, column, "Delete it.", "a control character stands here");
        if (code_point == '\n') {
            line++;
            column = 0;
        }
    }
    return true;
}

struct yt_yaml *yt_yaml_parse(const char *file, const char *bytes, size_t size,
                              struct yt_arena *nodes, struct yt_arena *texts,
                              struct yt_yaml_fault *fault)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF"; /* as Windows' Notepad writes it */
    struct builder builder = {.file = file, .nodes = nodes, .texts = texts, .fault = fault};
    struct fy_diag_cfg diagnosis_config;
    struct fy_parse_cfg config = {.flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG};
    struct fy_parser *parser;
    bool built = false;

    if (strlen(bytes) != size) {
        (void)refuse(fault, 1, 1, "Save the file as UTF-8 text.", "the file holds zero bytes");
        return NULL;
    }
    if (strncmp(bytes, byte_order_mark, strlen(byte_order_mark)) == 0) {
        bytes += strlen(byte_order_mark);
        size -= strlen(byte_order_mark);
    }
    if (!check_bytes(bytes, fault))
        return NULL;
    fy_diag_cfg_default(&diagnosis_config);
    diagnosis_config.fp = NULL;
    if (!(config.diag = fy_diag_create(&diagnosis_config))) {
        (void)no_room(&builder, NULL);
        return NULL;
    }
    fy_diag_set_collect_errors(config.diag, true);
    parser = fy_parser_create(&config);
    if (parser && fy_parser_set_string(parser, bytes, size) == 0)
        built = build(&builder, parser, config.diag);
    else
        (void)no_room(&builder, NULL);
    if (parser)
        fy_parser_destroy(parser);
    fy_diag_destroy(config.diag);
    if (built && !builder.root)
        built = refuse(fault, 1, 1, "Look at the sample site for what belongs here.",
                       "the file is empty");
    return built ? builder.root : NULL;
}
