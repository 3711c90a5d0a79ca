#include "content/import/cells.h"

#include "base/str.h"

#include <string.h>

/* One cell in libcsv's memory. A quotation mark that is never closed makes a cell of all the rest
 * of the file; here it ends. */
#define CELL_MAX ((size_t)1024 * 1024)

/* libcsv's own name for "a cell has begun and not ended" (FIELD_BEGUN, not in its header). It tells
 * of a quotation mark that is still open only in strict mode, which refuses what Excel writes. */
#define IN_CELL 2

static void take_cell(void *text, size_t size, void *context)
{
    struct yt_cells *cells = context;

    if (cells->stopped || cells->count++ >= YT_IMPORT_COLUMNS_MAX)
        return;
    if (size > sizeof cells->bytes - cells->used) {
        cells->too_long = true;
        size = 0;
    }
    cells->starts[cells->count - 1] = (uint32_t)cells->used;
    cells->sizes[cells->count - 1] = (uint32_t)size;
    if (size > 0)
        memcpy(cells->bytes + cells->used, text, size);
    cells->used += size;
}

static void take_row_end(int character, void *context)
{
    struct yt_cells *cells = context;

    (void)character;
    if (!cells->stopped && !cells->row(cells, cells->context))
        cells->stopped = true;
    cells->count = cells->used = 0;
    cells->too_long = cells->in_row = false;
}

bool yt_cells_init(struct yt_cells *cells, yt_cells_row *row, void *context, struct yt_err *err)
{
    cells->has_parser = false;
    cells->encoding = YT_ENCODING_OPEN;
    cells->cp932 = (iconv_t)-1;
    cells->delimiter = 0;
    cells->skip_lines = 0;
    cells->line = 1;
    cells->after_cr = cells->in_row = cells->too_long = cells->stopped = false;
    cells->count = cells->used = 0;
    cells->row = row;
    cells->context = context;
    if (csv_init(&cells->parser, 0) != 0)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for reading the sheet");
    cells->has_parser = true;
    return true;
}

void yt_cells_done(struct yt_cells *cells)
{
    if (cells->has_parser)
        csv_free(&cells->parser);
    cells->has_parser = false;
    if (cells->cp932 != (iconv_t)-1)
        iconv_close(cells->cp932);
    cells->cp932 = (iconv_t)-1;
}

/* The one that stands most often in the line of column names, outside of quotes. */
static int find_delimiter(const unsigned char *piece, size_t size, uint32_t skip_lines)
{
    static const char candidates[] = ",\t;";
    size_t counts[sizeof candidates - 1] = {0};
    bool quoted = false;
    size_t best = 0;

    for (size_t i = 0; i < size; i++) {
        const char *found;

        if (piece[i] == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (piece[i] == '\n' || (piece[i] == '\r' && (i + 1 == size || piece[i + 1] != '\n'))) {
            if (skip_lines == 0 && (counts[0] || counts[1] || counts[2]))
                break;
            skip_lines -= skip_lines > 0;
        }
        found = piece[i] != '\0' && skip_lines == 0 ? strchr(candidates, piece[i]) : NULL;
        if (found)
            counts[found - candidates]++;
    }
    for (size_t i = 1; i < YT_COUNT(counts); i++)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

/* Counts characters of several bytes that are UTF-8, and bytes that are not; what the end of the
 * piece cuts off counts as neither. */
static void count_utf8(const char *text, size_t size, size_t *good, size_t *good3, size_t *bad)
{
    const char *const end = text + size;

    *good = *good3 = *bad = 0;
    while (text < end) {
        const unsigned char first = (unsigned char)*text;
        const size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char one[5] = "";
        const char *at = one;

        if (first < 0x80) {
            text++;
            continue;
        }
        if (length > (size_t)(end - text))
            return;
        memcpy(one, text, length);
        if (yt_str_next(&at) == YT_STR_INVALID) {
            ++*bad;
            text++;
        } else {
            ++*good;
            *good3 += length >= 3;
            text += length;
        }
    }
}

static size_t line_length(const unsigned char *piece, size_t size)
{
    size_t length = 0;

    while (length < size && piece[length] != '\n' && piece[length] != '\r')
        length++;
    return length < size ? length + 1 : length;
}

/* By the first line that holds more than ASCII: Japanese in CP932 is hardly ever UTF-8. Later lines
 * that are something else are told one by one. */
static void find_encoding(struct yt_cells *cells, const unsigned char *piece, size_t size)
{
    while (size > 0 && cells->encoding == YT_ENCODING_OPEN) {
        const size_t length = line_length(piece, size);
        size_t good;
        size_t good3;
        size_t bad;

        count_utf8((const char *)piece, length, &good, &good3, &bad);
        if (good + bad > 0)
            cells->encoding = good > bad ? YT_ENCODING_UTF8 : YT_ENCODING_CP932;
        piece += length;
        size -= length;
    }
}

static void count_line(struct yt_cells *cells, unsigned char last)
{
    if (last == '\r' || (last == '\n' && !cells->after_cr))
        cells->line++;
    cells->after_cr = last == '\r';
}

static bool unclosed(const struct yt_cells *cells, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_INVALID, "line %u: a quotation mark is opened here and never closed",
               cells->row_line);
    return yt_err_remedy(err, "Close it, or write two of them where one belongs to the text.");
}

static bool feed_line(struct yt_cells *cells, const unsigned char *line, size_t size,
                      struct yt_err *err)
{
    if (!cells->in_row && line[0] != '\n' && line[0] != '\r') {
        cells->in_row = true;
        cells->row_line = cells->line;
    }
    if (csv_parse(&cells->parser, line, size, take_cell, take_row_end, cells) != size)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "line %u: %s", cells->line,
                          csv_strerror(csv_error(&cells->parser)));
    return cells->parser.entry_pos <= CELL_MAX || unclosed(cells, err);
}

bool yt_cells_feed(struct yt_cells *cells, const unsigned char *piece, size_t size,
                   struct yt_err *err)
{
    if (cells->delimiter == 0)
        cells->delimiter = find_delimiter(piece, size, cells->skip_lines);
    csv_set_delim(&cells->parser, (unsigned char)cells->delimiter);
    if (cells->encoding == YT_ENCODING_OPEN)
        find_encoding(cells, piece, size);
    while (size > 0 && !cells->stopped) {
        const size_t length = line_length(piece, size);
        const unsigned char last = piece[length - 1];

        if (cells->line > cells->skip_lines && !feed_line(cells, piece, length, err))
            return false;
        if (last == '\n' || last == '\r')
            count_line(cells, last);
        else
            cells->after_cr = false;
        piece += length;
        size -= length;
    }
    return true;
}

bool yt_cells_finish(struct yt_cells *cells, struct yt_err *err)
{
    if (cells->stopped)
        return true;
    if (cells->parser.quoted && cells->parser.pstate == IN_CELL)
        return unclosed(cells, err);
    (void)csv_fini(&cells->parser, take_cell, take_row_end, cells); /* fails in strict mode only */
    return true;
}

/* Converts to `to`, or only tries when that is NULL. The size of the result, or SIZE_MAX. */
static size_t from_cp932(iconv_t convert, const char *text, size_t size, char *to, size_t capacity)
{
    char scratch[512] = ""; /* what only tries writes here */
    char *from = (char *)text;
    size_t left = size;
    size_t total = 0;

    (void)iconv(convert, NULL, NULL, NULL, NULL);
    while (left > 0) {
        char *at = to ? to + total : scratch;
        size_t room = to ? capacity - total : sizeof scratch;
        const size_t before = room;
        const size_t result = iconv(convert, &from, &left, &at, &room);

        total += before - room;
        if (result == (size_t)-1 && (to || before == room))
            return SIZE_MAX;
    }
    return total;
}

static bool open_cp932(struct yt_cells *cells)
{
    if (cells->cp932 == (iconv_t)-1)
        cells->cp932 = iconv_open("UTF-8", "CP932");
    return cells->cp932 != (iconv_t)-1;
}

enum yt_cell_fault yt_cells_check(const struct yt_cells *cells)
{
    size_t good;
    size_t good3;
    size_t bad;

    if (memchr(cells->bytes, '\0', cells->used))
        return YT_CELL_NUL;
    if (cells->encoding != YT_ENCODING_CP932)
        return yt_str_valid(cells->bytes, cells->used) ? YT_CELL_GOOD : YT_CELL_NOT_UTF8;
    count_utf8(cells->bytes, cells->used, &good, &good3, &bad);
    if (bad == 0 && good3 >= 2)
        return YT_CELL_MIXED;
    for (size_t i = 0; i < cells->count && i < YT_IMPORT_COLUMNS_MAX; i++)
        if (!open_cp932((struct yt_cells *)cells) ||
            from_cp932(cells->cp932, cells->bytes + cells->starts[i], cells->sizes[i], NULL, 0) ==
                SIZE_MAX)
            return YT_CELL_NOT_CP932;
    return YT_CELL_GOOD;
}

/* Blanks of both widths and line ends around a cell say nothing. */
static void trim(const char **text, size_t *size)
{
    static const char wide[] = "\xE3\x80\x80";

    for (;;) {
        if (*size > 0 && strchr(" \t\r\n", (*text)[0]))
            ++*text, --*size;
        else if (*size >= 3 && memcmp(*text, wide, 3) == 0)
            *text += 3, *size -= 3;
        else if (*size > 0 && strchr(" \t\r\n", (*text)[*size - 1]))
            --*size;
        else if (*size >= 3 && memcmp(*text + *size - 3, wide, 3) == 0)
            *size -= 3;
        else
            return;
    }
}

const char *yt_cells_text(struct yt_cells *cells, size_t index, struct yt_arena *arena)
{
    const char *text;
    size_t size;

    if (index >= cells->count || index >= YT_IMPORT_COLUMNS_MAX || cells->sizes[index] == 0)
        return "";
    text = cells->bytes + cells->starts[index];
    size = cells->sizes[index];
    if (cells->encoding == YT_ENCODING_CP932) {
        const size_t capacity = size * 3; /* one byte becomes at most three (half-width kana) */
        char *converted = yt_arena_take(arena, capacity + 1, 1);

        if (!converted || !open_cp932(cells))
            return NULL;
        size = from_cp932(cells->cp932, text, size, converted, capacity);
        if (size == SIZE_MAX)
            return NULL;
        text = converted;
    }
    trim(&text, &size);
    return yt_arena_text(arena, text, size);
}
