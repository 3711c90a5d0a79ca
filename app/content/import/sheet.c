/* A CSV from its line of column names to its last row. */
#include "content/import/columns.h"
#include "content/import/importer.h"

#include "base/buf.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TITLE_ROWS_MAX 10 /* rows above the column names that are skipped by themselves */
#define NAMES_SHOWN 12

struct sheet {
    struct yt_importer *importer;
    struct yt_cells cells;
    bool has_header;
    size_t above;          /* rows before the header */
    char first_names[512]; /* of the first of them, for an error */
    size_t column_count;   /* up to the last that has a name */
    struct yt_column *columns;
    const char **names;
    struct yt_arena kept; /* names of columns */
};

/* --- The line of column names ----------------------------------------------------------------- */

/* Is the column left out on purpose, by "-" in the mapping? */
static bool is_unwanted(const struct sheet *sheet, const char *name)
{
    const struct yt_yaml *columns = sheet->importer->mapping->columns;
    const struct yt_yaml *mapped = columns ? yt_yaml_get(columns, name) : NULL;

    return mapped && (mapped->text[0] == '\0' || strcmp(mapped->text, "-") == 0);
}

static struct yt_column find_column(const struct sheet *sheet, const char *name)
{
    const struct yt_import_options *options = sheet->importer->options;
    const struct yt_yaml *columns = sheet->importer->mapping->columns;
    const struct yt_yaml *mapped = columns ? yt_yaml_get(columns, name) : NULL;

    if (is_unwanted(sheet, name))
        return (struct yt_column){NULL, -1, -1};
    return yt_column_find(options->kind, options->languages, mapped ? mapped->text : name);
}

static bool is_required(const struct sheet *sheet, const struct yt_column *column)
{
    return column->attribute && strcmp(column->attribute->key,
                                       yt_attribute_required(sheet->importer->options->kind)) == 0;
}

static bool end_with(struct sheet *sheet, const char *remedy, const char *format, ...)
    YT_PRINTF(3, 4);

/* Ends the reading; false, for the row's callback. */
static bool end_with(struct sheet *sheet, const char *remedy, const char *format, ...)
{
    char text[YT_ERR_TEXT_MAX];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    yt_err_set(sheet->importer->err, YT_ERR_INVALID, "%s", text);
    return yt_err_remedy(sheet->importer->err, "%s", remedy);
}

static void show_names(struct sheet *sheet, size_t count)
{
    size_t used = 0;

    for (size_t i = 0; i < count && i < NAMES_SHOWN && used < sizeof sheet->first_names; i++)
        used += (size_t)snprintf(sheet->first_names + used, sizeof sheet->first_names - used,
                                 "%s\"%.40s\"", i ? ", " : "", sheet->names[i]);
    yt_str_trim_partial(sheet->first_names);
}

static bool no_header(struct sheet *sheet)
{
    const enum yt_import_kind kind = sheet->importer->options->kind;
    char remedy[YT_ERR_REMEDY_MAX];

    (void)snprintf(remedy, sizeof remedy,
                   "The line of column names needs a column \"%s\"; or say in a mapping which "
                   "column that is (columns: {...: %s}).",
                   yt_attribute_required(kind), yt_attribute_required(kind));
    return end_with(sheet, remedy, "no column is the %s; the first row holds %s",
                    yt_attribute_required(kind),
                    sheet->first_names[0] ? sheet->first_names : "nothing");
}

/* Which columns the mapping names and the sheet does not have. */
static bool check_mapped(struct sheet *sheet)
{
    const struct yt_yaml *columns = sheet->importer->mapping->columns;

    for (const struct yt_yaml *column = columns ? columns->first : NULL; column;
         column = column->next) {
        bool found = false;

        for (size_t i = 0; i < sheet->column_count && !found; i++)
            found = strcmp(sheet->names[i], column->key->text) == 0;
        if (!found && column->text[0] != '\0' && strcmp(column->text, "-") != 0)
            return end_with(sheet, "Write the name just as the sheet does, or take the line out.",
                            "%s:%u:%u: the sheet has no column \"%.60s\"", column->file,
                            column->key->line, column->key->column, column->key->text);
    }
    return true;
}

static void list_names(struct sheet *sheet, enum yt_attribute_use use, bool known, const char *says)
{
    YT_SCOPED(yt_buf_done) struct yt_buf list;
    size_t count = 0;

    yt_buf_init(&list, 2000);
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct yt_attribute *attribute = sheet->columns[i].attribute;

        if (sheet->names[i][0] == '\0' || (attribute != NULL) != known ||
            (attribute && attribute->use != use) || is_unwanted(sheet, sheet->names[i]))
            continue;
        if (++count <= NAMES_SHOWN)
            yt_buf_printf(&list, "%s%.60s", count > 1 ? ", " : "", sheet->names[i]);
    }
    if (count > NAMES_SHOWN)
        yt_buf_printf(&list, " and %zu more", count - NAMES_SHOWN);
    if (count > 0)
        yt_importer_notice(sheet->importer, "%s: %s", says, yt_buf_string(&list));
}

/* Where several columns are one attribute (説明 and 概要), the first that is not empty counts. */
static void order_doubles(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        for (size_t j = i; j-- > 0 && sheet->columns[i].before < 0;)
            if (sheet->columns[i].attribute &&
                sheet->columns[i].attribute == sheet->columns[j].attribute &&
                sheet->columns[i].language == sheet->columns[j].language)
                sheet->columns[i].before = (int)j;
}

static bool one_before(const struct sheet *sheet, const struct yt_cells *cells, size_t index)
{
    for (int i = sheet->columns[index].before; i >= 0; i = sheet->columns[i].before)
        if (cells->sizes[i] > 0)
            return true;
    return false;
}

/* Is this row the line of column names? Reads it as one. */
static bool read_header(struct sheet *sheet, struct yt_cells *cells, bool *is_header)
{
    bool required = false;

    *is_header = false;
    if (cells->count > YT_IMPORT_COLUMNS_MAX)
        return end_with(sheet, "Take out the columns that are not needed.",
                        "line %u: the sheet has %zu columns, more than %d", cells->row_line,
                        cells->count, YT_IMPORT_COLUMNS_MAX);
    sheet->column_count = 0;
    for (size_t i = 0; i < cells->count; i++) {
        sheet->names[i] = yt_cells_text(cells, i, &sheet->kept);
        if (!sheet->names[i])
            return end_with(sheet, "Shorten the names of the columns.",
                            "line %u: the line of column names holds too much", cells->row_line);
        sheet->columns[i] = find_column(sheet, sheet->names[i]);
        required |= is_required(sheet, &sheet->columns[i]);
        if (sheet->names[i][0] != '\0')
            sheet->column_count = i + 1;
    }
    *is_header = required;
    return true;
}

static bool take_header(struct sheet *sheet, struct yt_cells *cells)
{
    const enum yt_cell_fault fault = yt_cells_check(cells);

    if (fault == YT_CELL_GOOD && !cells->too_long && !read_header(sheet, cells, &sheet->has_header))
        return false;
    if (!sheet->has_header) {
        if (sheet->above == 0 && fault == YT_CELL_GOOD)
            show_names(sheet, cells->count < NAMES_SHOWN ? cells->count : NAMES_SHOWN);
        if (fault == YT_CELL_NUL && sheet->above == 0)
            return end_with(sheet, "Export it again as \"CSV UTF-8\".",
                            "line %u: the file holds zero bytes; it is no text", cells->row_line);
        if (sheet->importer->mapping->header_line || ++sheet->above == TITLE_ROWS_MAX)
            return no_header(sheet);
        return true;
    }
    if (sheet->above > 0)
        yt_importer_notice(sheet->importer,
                           "the column names stand in line %u; %zu rows above "
                           "were skipped",
                           cells->row_line, sheet->above);
    if (!check_mapped(sheet))
        return false;
    order_doubles(sheet);
    list_names(sheet, YT_USE_STAFF, true, "left out, for staff only");
    list_names(sheet, YT_USE_CONTACT, true,
               "left out, because the way to an employer goes through staff");
    list_names(sheet, YT_USE_TAKEN, false, "left out, because these columns are not known");
    return true;
}

/* --- Rows ------------------------------------------------------------------------------------- */

static bool is_blank(const struct yt_cells *cells)
{
    for (size_t i = 0; i < cells->count && i < YT_IMPORT_COLUMNS_MAX; i++)
        if (cells->sizes[i] > 0)
            return false;
    return !cells->too_long;
}

static bool check_row(struct yt_row *row, const struct sheet *sheet, const struct yt_cells *cells)
{
    static const char again[] =
        "Open the sheet in one program and save all of it as \"CSV UTF-8\".";

    if (cells->too_long)
        return yt_row_fault(row, "Shorten its texts; look for a missing quotation mark.",
                            "the row is longer than %zu KB", YT_IMPORT_ROW_MAX / 1024);
    switch (yt_cells_check(cells)) {
    case YT_CELL_NUL:
        return yt_row_fault(row, "Delete them, or export the sheet again.",
                            "zero bytes stand in the row");
    case YT_CELL_NOT_UTF8:
        return yt_row_fault(row, again,
                            "the row is not UTF-8 as the rest is (Shift_JIS from Excel, maybe)");
    case YT_CELL_NOT_CP932:
        return yt_row_fault(row, again, "the row is not Shift_JIS (CP932) as the rest is");
    case YT_CELL_MIXED:
        return yt_row_fault(row, again, "the row is UTF-8, while the rest is Shift_JIS (CP932)");
    default:
        break;
    }
    if (cells->count < sheet->column_count)
        return yt_row_fault(row, "Fill it up; look for a missing comma or quotation mark.",
                            "the row has %zu columns, the sheet %zu", cells->count,
                            sheet->column_count);
    if (cells->count > YT_IMPORT_COLUMNS_MAX)
        return yt_row_fault(row, "Put texts with commas into quotation marks.",
                            "the row has %zu columns, the sheet %zu", cells->count,
                            sheet->column_count);
    for (size_t i = sheet->column_count; i < cells->count; i++)
        if (cells->sizes[i] > 0)
            return yt_row_fault(row, "Put texts with commas into quotation marks.",
                                "the row has %zu columns, the sheet %zu", i + 1,
                                sheet->column_count);
    return true;
}

static void take_constants(struct yt_row *row, const struct sheet *sheet)
{
    const struct yt_import_options *options = sheet->importer->options;
    const struct yt_yaml *constants = sheet->importer->mapping->constants;

    for (const struct yt_yaml *value = constants ? constants->first : NULL; value;
         value = value->next) {
        const struct yt_column column =
            yt_column_find(options->kind, options->languages, value->key->text);

        if (column.attribute && column.attribute->use == YT_USE_TAKEN && value->text[0] != '\0') {
            row->column = value->key->text;
            row->value = value->text;
            (void)column.attribute->take(row, column.attribute, column.language, value->text);
        }
    }
}

static void take_cells(struct yt_row *row, struct sheet *sheet, struct yt_cells *cells)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct yt_column *column = &sheet->columns[i];
        const char *cell;

        if (!column->attribute || column->attribute->use != YT_USE_TAKEN || cells->sizes[i] == 0 ||
            one_before(sheet, cells, i))
            continue;
        cell = yt_cells_text(cells, i, &row->arena);
        row->column = sheet->names[i];
        row->value = cell ? cell : "";
        if (!cell) {
            (void)yt_row_fault(row, "Shorten its texts.", "the row holds too much");
            return;
        }
        cell = yt_mapping_value(sheet->importer->mapping, column->attribute->key, cell);
        if (cell[0] != '\0')
            (void)column->attribute->take(row, column->attribute, column->language, cell);
    }
}

static bool take_row(struct sheet *sheet, struct yt_cells *cells)
{
    struct yt_importer *importer = sheet->importer;
    struct yt_row *row = &importer->row;

    if (importer->counts->rows == YT_IMPORT_ROWS_MAX)
        return end_with(sheet, "Split it, or leave out what is over.",
                        "line %u: the sheet has more than %d rows", cells->row_line,
                        YT_IMPORT_ROWS_MAX);
    yt_row_begin(row, importer->counts->rows + 1, cells->row_line);
    if (check_row(row, sheet, cells)) {
        take_constants(row, sheet);
        take_cells(row, sheet, cells);
    }
    return yt_row_finish(row);
}

static bool on_row(struct yt_cells *cells, void *context)
{
    struct sheet *sheet = context;

    if (is_blank(cells))
        return true;
    return sheet->has_header ? take_row(sheet, cells) : take_header(sheet, cells);
}

static bool read_all(struct sheet *sheet, struct yt_err *err)
{
    struct yt_importer *importer = sheet->importer;
    const unsigned char *piece;
    size_t size;

    do {
        if (!yt_bytes_next(&importer->bytes, &piece, &size, err))
            return false;
        if (!(size > 0 ? yt_cells_feed(&sheet->cells, piece, size, err)
                       : yt_cells_finish(&sheet->cells, err)) ||
            importer->err->code != YT_OK || !yt_importer_progress(importer))
            return false;
    } while (size > 0);
    return sheet->has_header || no_header(sheet);
}

static void sheet_free(struct sheet *sheet)
{
    if (!sheet)
        return;
    yt_cells_done(&sheet->cells);
    yt_arena_done(&sheet->kept);
    free(sheet->columns);
    free(sheet->names);
    free(sheet);
}
YT_DEFINE_SCOPED(struct sheet, sheet_free)

bool yt_import_sheet(struct yt_importer *importer, struct yt_err *err)
{
    YT_SCOPED(sheet_free_scoped) struct sheet *sheet = calloc(1, sizeof *sheet);
    const struct yt_mapping *mapping = importer->mapping;

    if (!sheet)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for reading the sheet");
    sheet->importer = importer;
    sheet->columns = calloc(YT_IMPORT_COLUMNS_MAX, sizeof *sheet->columns);
    sheet->names = calloc(YT_IMPORT_COLUMNS_MAX, sizeof *sheet->names);
    yt_arena_init(&sheet->kept, 4 * YT_IMPORT_ROW_MAX * TITLE_ROWS_MAX);
    sheet->cells.cp932 = (iconv_t)-1;
    if (!sheet->columns || !sheet->names)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for reading the sheet");
    if (!yt_cells_init(&sheet->cells, on_row, sheet, err))
        return false;
    sheet->cells.delimiter = mapping->delimiter;
    sheet->cells.skip_lines = mapping->header_line ? mapping->header_line - 1 : 0;
    sheet->cells.encoding = importer->bytes.marked_utf8 || importer->bytes.was_utf16
                                ? YT_ENCODING_UTF8
                                : mapping->encoding;
    return read_all(sheet, err);
}
