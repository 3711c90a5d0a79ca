/* Sheets and files of other offices read as a stream: each good row goes to a sink as a struct of
 * the domain, each bad one as a fault that says what to do. Whatever the size of the file, reading
 * it takes a few MB.
 *
 * Read are: CSV (UTF-8 with or without BOM, UTF-16 with BOM, CP932 as Excel writes it; comma, tab
 * or semicolon; RFC 4180), with the columns of the project itself, of
 * 自治体標準オープンデータセット and its forerunner 推奨データセット (公共施設一覧, イベント一覧),
 * or of any office by a mapping; schema.org JobPosting as JSON or JSON-LD; Open Referral HSDS 3 as
 * JSON. kiosk-config/README.md names the columns and the keys of a mapping.
 *
 * What only staff may see (honorarium, site notes ...) and how to reach an employer never gets to
 * the sink. Any thread, one call a thread. */
#ifndef YT_CONTENT_IMPORT_IMPORT_H
#define YT_CONTENT_IMPORT_IMPORT_H

#include "base/attributes.h"
#include "base/err.h"
#include "domain/listing.h"
#include "domain/programme.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_IMPORT_ROWS_MAX 200000                    /* of one file */
#define YT_IMPORT_COLUMNS_MAX 1024                   /* of one row */
#define YT_IMPORT_ROW_MAX ((size_t)256 * 1024)       /* bytes of one row */
#define YT_IMPORT_JSON_MAX ((size_t)4 * 1024 * 1024) /* bytes of one JSON object */
#define YT_IMPORT_JSON_DEPTH_MAX 64                  /* brackets within brackets */
#define YT_IMPORT_MAPPING_MAX ((size_t)256 * 1024)   /* bytes of a mapping */

enum yt_import_kind { YT_IMPORT_LISTINGS, YT_IMPORT_PROGRAMMES, YT_IMPORT_PLACES };

struct yt_import_options {
    enum yt_import_kind kind;
    const char *file;
    const char *mapping;                  /* NULL: none */
    const struct yt_languages *languages; /* of the site: which title_XX columns there may be */
    struct yt_date checked; /* of listings that say no day themselves; year 0: not said */
};

/* One thing that is wrong with one row. */
struct yt_import_fault {
    size_t row;       /* data rows from 1; 0: the file as a whole */
    uint32_t line;    /* in the file, from 1, where the row begins */
    char column[80];  /* as the sheet names it; "" for the row as a whole */
    char value[80];   /* what stands there, cut; "" where that would say nothing */
    char wrong[240];  /* what is wrong */
    char remedy[240]; /* what to write instead */
};

/* Who is given what is read. What does not belong to the kind asked for may be NULL. Texts live
 * until the call returns. */
struct yt_import_sink {
    /* False with YT_ERR_CONFLICT: the id is taken, which makes it a bad row; false with any other
     * code ends the reading with that error. */
    bool (*listing)(const struct yt_listing *listing, void *context, struct yt_err *err);
    bool (*programme)(const struct yt_programme *programme, void *context, struct yt_err *err);
    bool (*place)(const struct yt_open_place *place, void *context, struct yt_err *err);
    void (*fault)(const struct yt_import_fault *fault, void *context); /* may be NULL */
    /* What was left out or guessed, once a file; may be NULL. */
    void (*notice)(const char *text, void *context);
    /* After each 64 KB or so; may be NULL. False ends the reading with YT_ERR_STOPPED. */
    bool (*progress)(uint64_t bytes, uint64_t of_bytes, size_t rows, void *context);
    void *context;
};

struct yt_import_counts {
    size_t rows; /* with content */
    size_t good; /* that the sink has taken */
    size_t bad;
    size_t faults; /* a bad row may have several */
};

/* Reads the file to its end. True although rows may be bad: `counts` says. False when nothing of it
 * can be used (YT_ERR_INVALID with a remedy: another kind of file, no header, a bad mapping ...),
 * it cannot be read, or the sink refused; rows may have gone to the sink before. */
YT_MUST_CHECK bool yt_import_file(const struct yt_import_options *options,
                                  const struct yt_import_sink *sink,
                                  struct yt_import_counts *counts, struct yt_err *err);

/* "listings", "programmes", "places": as folders and commands name them. */
const char *yt_import_kind_name(enum yt_import_kind kind);

#endif
