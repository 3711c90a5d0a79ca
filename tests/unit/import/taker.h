/* Imports what a test wrote, and remembers what came of it. */
#ifndef YT_TESTS_IMPORT_TAKER_H
#define YT_TESTS_IMPORT_TAKER_H

#include "content/import/import.h"

#include <stddef.h>

#define TAKEN_MAX 400

struct taken {
    char id[YT_LISTING_ID_MAX];
    char name[256]; /* title or name in Japanese */
    char more[512]; /* note, text */
    char where[512];
    struct yt_listing listing; /* numbers only: its texts have gone */
    struct yt_programme programme;
    struct yt_open_place place;
    struct yt_date date;                   /* first of a programme's own dates */
    char tasks[YT_LISTING_TASKS_MAX][512]; /* in Japanese */
    char other[256];                       /* title or name in the language `other_language` */
};

struct taker {
    enum yt_import_kind kind;
    const char *mapping;        /* path; NULL: none */
    const char *other_language; /* "en" unless set */
    struct yt_date checked;     /* as in the options */
    const char *conflict;       /* an id that the sink refuses; NULL: none */
    struct yt_languages languages;
    struct yt_import_counts counts;
    struct taken *taken;
    size_t count;
    struct yt_import_fault faults[8]; /* the first ones */
    size_t fault_count;
    char notices[4096];
    size_t progress_calls;
    struct yt_err err;
    char folder[64];
};

void taker_begin(struct taker *taker, enum yt_import_kind kind);
void taker_end(struct taker *taker);
/* Writes a file into the taker's folder; returns its path, which lives until the next call. */
const char *taker_write(struct taker *taker, const char *name, const void *bytes, size_t size);
/* Imports a file. */
bool taker_import(struct taker *taker, const char *path);
/* Writes a sheet and imports it. */
bool taker_sheet(struct taker *taker, const char *text);
/* tests/data/import/NAME */
const char *taker_data(const char *name);

#endif
