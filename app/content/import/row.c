#include "content/import/row.h"

#include "base/str.h"
#include "content/import/attributes.h"
#include "content/import/columns.h"
#include "content/import/importer.h"
#include "content/import/row_kinds.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define DIGEST_SIZE 8

void *yt_row_target(struct yt_row *row)
{
    return &row->is;
}

void yt_row_begin(struct yt_row *row, size_t number, uint32_t line)
{
    struct yt_importer *importer = row->importer;
    struct yt_arena arena = row->arena;

    yt_arena_reset(&arena);
    memset(row, 0, sizeof *row);
    row->importer = importer;
    row->arena = arena;
    row->number = number;
    row->line = line;
    row->column = row->value = "";
    row->from_minute = row->until_minute = YT_LISTING_NOT_SAID;
    importer->counts->rows = number;
    switch (importer->options->kind) {
    case YT_IMPORT_LISTINGS:
        yt_listing_init(&row->is.listing);
        row->is.listing.trade = YT_TRADE_OTHER;
        row->is.listing.checked = importer->options->checked;
        break;
    case YT_IMPORT_PROGRAMMES:
        yt_row_begin_programme(row);
        break;
    case YT_IMPORT_PLACES:
        row->is.place.minutes_there = YT_LISTING_NOT_SAID;
        break;
    }
}

bool yt_row_fault(struct yt_row *row, const char *remedy, const char *format, ...)
{
    const struct yt_import_sink *sink = row->importer->sink;
    struct yt_import_fault fault = {.row = row->number, .line = row->line};
    va_list arguments;

    row->bad = true;
    row->importer->counts->faults++;
    if (!sink->fault)
        return false;
    (void)yt_str_copy(fault.column, sizeof fault.column, row->column);
    (void)yt_str_copy(fault.value, sizeof fault.value, row->value);
    (void)yt_str_copy(fault.remedy, sizeof fault.remedy, remedy);
    va_start(arguments, format);
    (void)vsnprintf(fault.wrong, sizeof fault.wrong, format, arguments);
    va_end(arguments);
    yt_str_trim_partial(fault.wrong);
    sink->fault(&fault, sink->context);
    return false;
}

const char *yt_row_text(struct yt_row *row, const char *text)
{
    const char *copy = yt_arena_text(&row->arena, text, strlen(text));

    if (!copy)
        (void)yt_row_fault(row, "Shorten its texts.", "the row holds too much");
    return copy;
}

static bool can_be_id(const char *prefix, const char *text)
{
    if (strlen(prefix) + strlen(text) >= YT_LISTING_ID_MAX)
        return false;
    for (const char *at = text; *at != '\0'; at++)
        if (*at < '!' || *at > '~')
            return false;
    return text[0] != '\0';
}

void yt_row_id(struct yt_row *row, const char *prefix, const char *text)
{
    unsigned char digest[crypto_generichash_BYTES_MIN];
    char hex[DIGEST_SIZE * 2 + 1];

    row->has_id = true;
    if (can_be_id(prefix, text)) {
        (void)yt_str_copy(row->id, sizeof row->id, prefix);
        (void)yt_str_copy(row->id + strlen(prefix), sizeof row->id - strlen(prefix), text);
        return;
    }
    (void)crypto_generichash(digest, sizeof digest, (const unsigned char *)text, strlen(text), NULL,
                             0);
    (void)sodium_bin2hex(hex, sizeof hex, digest, DIGEST_SIZE);
    (void)snprintf(row->id, sizeof row->id, "%sx%s", prefix, hex);
}

void yt_take_value(struct yt_row *row, const char *key, int language, const char *value)
{
    const struct yt_attribute *attribute = yt_attribute_find(row->importer->options->kind, key);

    if (!attribute || attribute->use != YT_USE_TAKEN || !value || value[0] == '\0')
        return;
    row->column = key;
    row->value = value;
    (void)attribute->take(row, attribute, language, value);
    row->column = row->value = "";
}

/* --- The row as a whole ----------------------------------------------------------------------- */

static bool check_id(struct yt_row *row)
{
    uint32_t line = row->line;

    if (yt_seen_ids_add(&row->importer->seen, row->id, &line))
        return true;
    if (line == 0)
        return yt_err_set(row->importer->err, YT_ERR_NO_MEMORY, "no memory for the ids");
    row->column = "id";
    row->value = row->id;
    return yt_row_fault(row, "Give each row an id of its own, or take one of the two out.",
                        "line %u has the same id", line);
}

static bool give(struct yt_row *row, struct yt_err *err)
{
    const struct yt_import_sink *sink = row->importer->sink;

    switch (row->importer->options->kind) {
    case YT_IMPORT_PROGRAMMES:
        return sink->programme(&row->is.programme, sink->context, err);
    case YT_IMPORT_PLACES:
        return sink->place(&row->is.place, sink->context, err);
    default:
        return sink->listing(&row->is.listing, sink->context, err);
    }
}

/* The sink's conflict is a fault of the row; anything else ends the reading. */
static bool hand_over(struct yt_row *row)
{
    struct yt_err err = {0};

    if (give(row, &err))
        return true;
    if (err.code != YT_ERR_CONFLICT) {
        *row->importer->err = err;
        return false;
    }
    row->column = "id";
    row->value = row->id;
    return yt_row_fault(row, "Put \"id_prefix: ...\" into the mapping of this sheet.",
                        "another sheet, or the site itself, has the same id");
}

static void finish_kind(struct yt_row *row)
{
    switch (row->importer->options->kind) {
    case YT_IMPORT_PROGRAMMES:
        yt_row_finish_programme(row);
        break;
    case YT_IMPORT_PLACES:
        yt_row_finish_place(row);
        break;
    default:
        yt_row_finish_listing(row);
    }
}

bool yt_row_finish(struct yt_row *row)
{
    struct yt_importer *importer = row->importer;

    row->column = row->value = "";
    if (!row->bad)
        finish_kind(row);
    if (!row->bad && check_id(row) && hand_over(row)) {
        importer->counts->good++;
        yt_oddities_note(&importer->oddities, row);
        return true;
    }
    importer->counts->bad++;
    return importer->err->code == YT_OK;
}
