/* One row on its way to a struct of the domain: what it has become so far, and where it stands in
 * the file, so that whatever takes a cell can say what is wrong with it. */
#ifndef YT_CONTENT_IMPORT_ROW_H
#define YT_CONTENT_IMPORT_ROW_H

#include "base/arena.h"
#include "content/import/import.h"
#include "content/import/sheet_value.h"

#define YT_ROW_OPENINGS_MAX 14
#define YT_ROW_DATES_MAX 64
#define YT_ROW_ADDRESS_PARTS 6

struct yt_importer;
struct yt_attribute;

struct yt_row {
    struct yt_importer *importer;
    size_t number; /* from 1 */
    uint32_t line;
    bool bad;
    const char *column; /* the cell that is being taken; "" for the row as a whole */
    const char *value;
    struct yt_arena arena; /* texts of this row */
    char id[YT_LISTING_ID_MAX];
    bool has_id;
    bool pay_left_out;     /* it says a pay that has no place here */
    bool tasks_joined;     /* it says more tasks than there are places for */
    bool cancelled;        /* the programme does not take place ... */
    const char *postponed; /* ... for now, as the sheet says it; or NULL */
    union {
        struct yt_listing listing;
        struct yt_programme programme;
        struct yt_open_place place;
    } is;
    /* What only makes sense once the whole row is there. */
    const char
        *address[YT_ROW_ADDRESS_PARTS]; /* prefecture, city, quarter, number, building, room */
    const char *text_more, *where_more;
    unsigned weekdays;
    int from_minute, until_minute; /* YT_LISTING_NOT_SAID */
    double latitude, longitude;
    bool has_latitude, has_longitude;
    struct yt_date dates[YT_ROW_DATES_MAX];
    struct yt_programme_change change; /* of a programme that does not take place */
    size_t date_count;
    struct yt_opening openings[YT_ROW_OPENINGS_MAX];
    size_t opening_count;
};

/* Begins a row: nothing is said yet. */
void yt_row_begin(struct yt_row *row, size_t number, uint32_t line);
/* Looks at the row as a whole, and hands it to the sink when it is good. False when the reading
 * has to end: the error is in the importer. */
bool yt_row_finish(struct yt_row *row);

/* Tells what is wrong with the cell that is being taken, and returns false. */
bool yt_row_fault(struct yt_row *row, const char *remedy, const char *format, ...) YT_PRINTF(3, 4);

/* The struct that the row becomes. */
void *yt_row_target(struct yt_row *row);

/* A copy of the text in the row's memory; NULL with a fault told. */
const char *yt_row_text(struct yt_row *row, const char *text);

/* Makes an id from any text: the text itself where it can be one, else a digest of it. */
void yt_row_id(struct yt_row *row, const char *prefix, const char *text);

#endif
