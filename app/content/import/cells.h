/* A CSV as rows of cells (libcsv, RFC 4180), each with its line, in UTF-8 whatever it was written
 * in. One row is in memory at a time. */
#ifndef YT_CONTENT_IMPORT_CELLS_H
#define YT_CONTENT_IMPORT_CELLS_H

#include "base/arena.h"
#include "content/import/bytes.h"
#include "content/import/import.h"

#include <csv.h>

enum yt_encoding { YT_ENCODING_OPEN, YT_ENCODING_UTF8, YT_ENCODING_CP932 };

struct yt_cells;
/* A row is whole. False stops the reading. */
typedef bool yt_cells_row(struct yt_cells *cells, void *context);

struct yt_cells {
    struct csv_parser parser;
    bool has_parser;
    enum yt_encoding encoding; /* OPEN: nothing but ASCII so far */
    iconv_t cp932;             /* (iconv_t)-1 until needed */
    int delimiter;             /* 0: to be found out */
    uint32_t skip_lines;       /* before the first row */
    uint32_t line;             /* where reading stands */
    bool after_cr;
    bool in_row;
    uint32_t row_line; /* where the row begins */
    size_t count;      /* cells of the row, those beyond the maximum too */
    bool too_long;     /* the row does not fit YT_IMPORT_ROW_MAX */
    bool stopped;
    size_t used;
    uint32_t starts[YT_IMPORT_COLUMNS_MAX];
    uint32_t sizes[YT_IMPORT_COLUMNS_MAX];
    yt_cells_row *row;
    void *context;
    char bytes[YT_IMPORT_ROW_MAX];
};

/* Why a cell is no text. */
enum yt_cell_fault {
    YT_CELL_GOOD,
    YT_CELL_NUL,
    YT_CELL_NOT_UTF8,
    YT_CELL_NOT_CP932,
    YT_CELL_MIXED
};

YT_MUST_CHECK bool yt_cells_init(struct yt_cells *cells, yt_cells_row *row, void *context,
                                 struct yt_err *err);
void yt_cells_done(struct yt_cells *cells);

/* Takes the next piece of the file; `row` is called for each row that is whole by now. */
YT_MUST_CHECK bool yt_cells_feed(struct yt_cells *cells, const unsigned char *piece, size_t size,
                                 struct yt_err *err);
/* The file has ended. */
YT_MUST_CHECK bool yt_cells_finish(struct yt_cells *cells, struct yt_err *err);

/* Is the row of one encoding with the rest, and free of NUL bytes? */
enum yt_cell_fault yt_cells_check(const struct yt_cells *cells);
/* The cell as UTF-8, without blanks around it; "" beyond the row's end. NULL when the arena is
 * full, or for what yt_cells_check refuses. */
const char *yt_cells_text(struct yt_cells *cells, size_t index, struct yt_arena *arena);

#endif
