#include "content/import/mapping.h"

#include "base/fs.h"
#include "base/str.h"
#include "content/import/columns.h"
#include "content/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NODES_MAX ((size_t)4 * 1024 * 1024)
#define HEADER_LINE_MAX 1000
#define ID_PREFIX_MAX 12

struct loader {
    const struct yt_import_options *options;
    struct yt_mapping *mapping;
    struct yt_err *err;
};

static bool refuse(const struct loader *loader, const struct yt_yaml *node, const char *remedy,
                   const char *format, ...) YT_PRINTF(4, 5);

static bool refuse(const struct loader *loader, const struct yt_yaml *node, const char *remedy,
                   const char *format, ...)
{
    char wrong[256];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(wrong, sizeof wrong, format, arguments);
    va_end(arguments);
    yt_err_set(loader->err, YT_ERR_INVALID, "%s:%u:%u: %s", loader->options->mapping, node->line,
               node->column, wrong);
    return yt_err_remedy(loader->err, "%s", remedy);
}

static bool is_left_out(const char *word)
{
    return word[0] == '\0' || strcmp(word, "-") == 0;
}

/* Does the word name an attribute, or a text of one in some language? */
static bool check_attribute(const struct loader *loader, const struct yt_yaml *node,
                            const char *word)
{
    const struct yt_column column =
        yt_column_find(loader->options->kind, loader->options->languages, word);
    const char *names[64];
    const char *meant;
    char remedy[160];
    size_t count;
    const struct yt_attribute *attributes = yt_attributes(loader->options->kind, &count);

    if (column.attribute)
        return true;
    for (size_t i = 0; i < count && i < YT_COUNT(names); i++)
        names[i] = attributes[i].key;
    meant = yt_did_you_mean(word, names, count < YT_COUNT(names) ? count : YT_COUNT(names));
    (void)snprintf(remedy, sizeof remedy, "%s%s%s", meant ? "Did you mean \"" : "Write a key of ",
                   meant ? meant : yt_import_kind_name(loader->options->kind),
                   meant ? "\"?" : ", or - to leave the column out.");
    return refuse(loader, node, remedy, "\"%.60s\" is no attribute of %s", word,
                  yt_import_kind_name(loader->options->kind));
}

static bool expect(const struct loader *loader, const struct yt_yaml *node, enum yt_yaml_kind kind)
{
    return node->kind == kind ||
           refuse(loader, node,
                  kind == YT_YAML_MAP ? "Write lines \"name: meaning\" below it, indented."
                                      : "Write one word behind the colon.",
                  kind == YT_YAML_MAP ? "this must hold lines \"name: meaning\""
                                      : "this must be one word");
}

static bool load_columns(struct loader *loader, const struct yt_yaml *node)
{
    if (!expect(loader, node, YT_YAML_MAP))
        return false;
    for (const struct yt_yaml *column = node->first; column; column = column->next)
        if (!expect(loader, column, YT_YAML_SCALAR) ||
            (!is_left_out(column->text) && !check_attribute(loader, column, column->text)))
            return false;
    loader->mapping->columns = node;
    return true;
}

static bool load_values(struct loader *loader, const struct yt_yaml *node)
{
    if (!expect(loader, node, YT_YAML_MAP))
        return false;
    for (const struct yt_yaml *words = node->first; words; words = words->next) {
        if (!check_attribute(loader, words->key, words->key->text) ||
            !expect(loader, words, YT_YAML_MAP))
            return false;
        for (const struct yt_yaml *word = words->first; word; word = word->next)
            if (!expect(loader, word, YT_YAML_SCALAR))
                return false;
    }
    loader->mapping->values = node;
    return true;
}

static bool load_constants(struct loader *loader, const struct yt_yaml *node)
{
    if (!expect(loader, node, YT_YAML_MAP))
        return false;
    for (const struct yt_yaml *value = node->first; value; value = value->next)
        if (!expect(loader, value, YT_YAML_SCALAR) ||
            !check_attribute(loader, value->key, value->key->text))
            return false;
    loader->mapping->constants = node;
    return true;
}

static bool load_header_line(struct loader *loader, const struct yt_yaml *node)
{
    char *end = NULL;
    long line;

    if (!expect(loader, node, YT_YAML_SCALAR))
        return false;
    line = strtol(node->text, &end, 10);
    if (*end != '\0' || end == node->text || line < 1 || line > HEADER_LINE_MAX)
        return refuse(loader, node, "Write its number in the file, counted from 1.",
                      "\"%.60s\" is no line", node->text);
    loader->mapping->header_line = (uint32_t)line;
    return true;
}

static bool load_choice(struct loader *loader, const struct yt_yaml *node,
                        const struct yt_choice *choices, const char *remedy, int *value)
{
    long long found;

    if (!expect(loader, node, YT_YAML_SCALAR))
        return false;
    if (!yt_choice_find(choices, node->text, &found))
        return refuse(loader, node, remedy, "\"%.60s\" is not possible here", node->text);
    *value = (int)found;
    return true;
}

static bool load_encoding(struct loader *loader, const struct yt_yaml *node)
{
    static const struct yt_choice words[] = {{"utf-8", YT_ENCODING_UTF8},
                                             {"cp932", YT_ENCODING_CP932},
                                             {"shift_jis", YT_ENCODING_CP932},
                                             {NULL, 0}};
    int value = 0;

    if (!load_choice(loader, node, words, "Write utf-8 or cp932, or take the line out.", &value))
        return false;
    loader->mapping->encoding = (enum yt_encoding)value;
    return true;
}

static bool load_delimiter(struct loader *loader, const struct yt_yaml *node)
{
    static const struct yt_choice words[] = {{"comma", ','},     {",", ','}, {"tab", '\t'},
                                             {"semicolon", ';'}, {";", ';'}, {NULL, 0}};

    return load_choice(loader, node, words, "Write comma, tab or semicolon.",
                       &loader->mapping->delimiter);
}

static bool load_dates(struct loader *loader, const struct yt_yaml *node)
{
    static const struct yt_choice words[] = {{"year-month-day", YT_DATE_YMD},
                                             {"day-month-year", YT_DATE_DMY},
                                             {"month-day-year", YT_DATE_MDY},
                                             {NULL, 0}};
    int value = 0;

    if (!load_choice(loader, node, words, "Write year-month-day, day-month-year or month-day-year.",
                     &value))
        return false;
    loader->mapping->dates = (enum yt_date_order)value;
    return true;
}

static bool load_id_prefix(struct loader *loader, const struct yt_yaml *node)
{
    if (!expect(loader, node, YT_YAML_SCALAR))
        return false;
    if (strlen(node->text) > ID_PREFIX_MAX ||
        strspn(node->text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") !=
            strlen(node->text))
        return refuse(loader, node, "Use at most 12 letters a to z, digits, - and _.",
                      "\"%.60s\" cannot begin an id", node->text);
    loader->mapping->id_prefix = node->text;
    return true;
}

static bool load_key(struct loader *loader, const struct yt_yaml *node)
{
    static const struct {
        const char *key;
        bool (*load)(struct loader *loader, const struct yt_yaml *node);
    } keys[] = {
        {"columns", load_columns},     {"values", load_values},
        {"constants", load_constants}, {"header_line", load_header_line},
        {"encoding", load_encoding},   {"delimiter", load_delimiter},
        {"dates", load_dates},         {"id_prefix", load_id_prefix},
    };

    for (size_t i = 0; i < YT_COUNT(keys); i++)
        if (strcmp(keys[i].key, node->key->text) == 0)
            return keys[i].load(loader, node);
    return refuse(loader, node->key,
                  "The keys are columns, values, constants, header_line, encoding, delimiter, "
                  "dates and id_prefix.",
                  "\"%.60s\" is no key of a mapping", node->key->text);
}

static bool load_tree(struct loader *loader, const struct yt_yaml *tree)
{
    if (!expect(loader, tree, YT_YAML_MAP))
        return false;
    for (const struct yt_yaml *node = tree->first; node; node = node->next)
        if (!load_key(loader, node))
            return false;
    return true;
}

bool yt_mapping_load(struct yt_mapping *mapping, const struct yt_import_options *options,
                     struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    struct loader loader = {options, mapping, err};
    struct yt_yaml_fault fault = {0};
    const struct yt_yaml *tree;

    *mapping = (struct yt_mapping){.id_prefix = ""};
    yt_arena_init(&mapping->nodes, NODES_MAX);
    yt_arena_init(&mapping->texts, YT_IMPORT_MAPPING_MAX * 2);
    yt_buf_init(&bytes, YT_IMPORT_MAPPING_MAX);
    if (!options->mapping)
        return true;
    if (!yt_fs_read(options->mapping, &bytes, err))
        return yt_err_context(err, "mapping");
    tree = yt_yaml_parse(options->mapping, yt_buf_string(&bytes), bytes.size, &mapping->nodes,
                         &mapping->texts, &fault);
    if (!tree) {
        yt_err_set(err, YT_ERR_INVALID, "%s:%u:%u: %s", options->mapping, fault.line, fault.column,
                   fault.wrong);
        return yt_err_remedy(err, "%s", fault.remedy);
    }
    return load_tree(&loader, tree);
}

void yt_mapping_done(struct yt_mapping *mapping)
{
    yt_arena_done(&mapping->nodes);
    yt_arena_done(&mapping->texts);
}

const char *yt_mapping_value(const struct yt_mapping *mapping, const char *key, const char *cell)
{
    const struct yt_yaml *words = mapping->values ? yt_yaml_get(mapping->values, key) : NULL;
    const struct yt_yaml *word = words ? yt_yaml_get(words, cell) : NULL;

    return word ? word->text : cell;
}
