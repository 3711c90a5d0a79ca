/* What a column of a sheet can be: names, how a cell is read, and where it goes. */
#ifndef YT_CONTENT_IMPORT_ATTRIBUTES_H
#define YT_CONTENT_IMPORT_ATTRIBUTES_H

#include "content/import/row.h"

/* Takes a cell with something in it. False when it could not (the fault is told). `language` is an
 * index into the site's; of texts only. */
typedef bool yt_take_function(struct yt_row *row, const struct yt_attribute *attribute,
                              int language, const char *cell);

enum yt_attribute_use {
    YT_USE_TAKEN,
    YT_USE_STAFF,   /* staff only: left out, and said so */
    YT_USE_CONTACT, /* how to reach an employer: left out, and said so */
    YT_USE_NOTHING, /* known, and of no use here */
};

/* A word of a sheet and the word of the project's own files that it means. */
struct yt_meaning {
    const char *word;  /* as yt_sheet_fold leaves it */
    const char *means; /* of `words` */
};

struct yt_attribute {
    const char *key;   /* as CONTENT's files and mappings name it */
    const char *names; /* further names, separated by |; ASCII in small letters */
    yt_take_function *take;
    size_t offset;     /* in the struct that the row becomes */
    size_t offset_max; /* of a span's upper end; 0: no span */
    long long min, max;
    const struct yt_choice *words;
    const struct yt_meaning *meanings; /* ends with a word NULL; may be NULL */
    enum yt_attribute_use use;
    bool in_languages; /* key_vi, key_英語 are columns too */
};

/* The attributes of a kind. */
const struct yt_attribute *yt_attributes(enum yt_import_kind kind, size_t *count);
/* The column without which a sheet is none: "title" or "name". */
const char *yt_attribute_required(enum yt_import_kind kind);

/* --- Functions for the tables; `offset` is of what their comment says --------------------------
 */

yt_take_function yt_take_text;         /* struct yt_text */
yt_take_function yt_take_tasks;        /* of a listing */
yt_take_function yt_take_word;         /* const char * */
yt_take_function yt_take_id;           /* the row's id */
yt_take_function yt_take_choice;       /* int of `words` */
yt_take_function yt_take_choices;      /* uint8_t, any of `words` */
yt_take_function yt_take_integer;      /* int, `min` to `max`, maybe a span */
yt_take_function yt_take_room;         /* int: the number that a cell begins with, if any */
yt_take_function yt_take_minutes;      /* int, from hours */
yt_take_function yt_take_metres;       /* int, from kilometres */
yt_take_function yt_take_flag;         /* bool */
yt_take_function yt_take_date;         /* struct yt_date */
yt_take_function yt_take_time;         /* int, maybe a span */
yt_take_function yt_take_weekdays;     /* uint8_t */
yt_take_function yt_take_kind;         /* int: kind of a listing or place */
yt_take_function yt_take_trade;        /* int */
yt_take_function yt_take_needed;       /* struct yt_text, and its enum yt_may at `offset_max` */
yt_take_function yt_take_phone;        /* const char * */
yt_take_function yt_take_row_weekdays; /* of the row, for openings and days */
yt_take_function yt_take_row_time;     /* int in struct yt_row, maybe a span */
yt_take_function yt_take_address;      /* of the row: part `min` */
yt_take_function yt_take_degrees;      /* of the row: latitude (`min` 0) or longitude (1) */
yt_take_function yt_take_more;         /* const char * in struct yt_row, added to a text later */
yt_take_function yt_take_state;        /* of a programme: does it take place? */
yt_take_function yt_take_sign_up;      /* of a programme: how to sign up, in words */
yt_take_function yt_take_dates;        /* of the row: days separated by commas */

#endif
