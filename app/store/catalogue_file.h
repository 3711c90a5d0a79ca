/* Inside of the catalogue: what its files share. */
#ifndef YT_STORE_CATALOGUE_FILE_H
#define YT_STORE_CATALOGUE_FILE_H

#include "base/sqlite.h"
#include "store/catalogue.h"
#include "store/catalogue_pack.h"
#include "store/catalogue_squeeze.h"
#include "store/search_readings.h"

#include <limits.h>
#include <sys/types.h>

#define YT_CATALOGUE_APPLICATION 0x59746b63 /* "Ytkc" */
#define YT_CATALOGUE_VERSION 3              /* another one: the file is built anew */

/* Keys of listings lie in the file some thousand at a time: read at once, not row by row. */
#define YT_KEYS_CHUNK 4096
#define YT_KEY_SIZE 32

/* --- Building --------------------------------------------------------------------------------- */

#define YT_SOURCES_MAX 256

enum yt_catalogue_table { YT_TABLE_LISTING, YT_TABLE_PROGRAMME, YT_TABLE_PLACE, YT_TABLES };

struct yt_catalogue_builder {
    char path[PATH_MAX];
    char temporary[PATH_MAX];
    int lock; /* on a file beside it: one builder at a time; -1 */
    struct sqlite3 *sql;
    const struct yt_languages *languages;
    const struct yt_search_group *groups;
    size_t group_count;
    struct sqlite3_stmt *insert[YT_TABLES];
    struct sqlite3_stmt *find_kept[YT_TABLES]; /* the id, in what is still to be taken over */
    struct yt_catalogue_source sources[YT_SOURCES_MAX]; /* numbered by their place */
    size_t source_count;
    struct yt_buf record;       /* the one being written */
    struct yt_squeeze *squeeze; /* records of listings */
    struct yt_buf keys;         /* not yet in the file */
    uint32_t chunk;             /* number of the keys' next chunk */
    uint32_t rows[YT_TABLES];   /* numbered from 1 in the usual order */
    struct yt_catalogue *old;   /* what is taken over at the end; NULL: nothing */
    char except[YT_SOURCE_MAX]; /* ... but this source; "": none */
    struct yt_readings *readings;
    char stamp[YT_CATALOGUE_STAMP];
    bool finished;
};

/* Puts the record into the table under that id. */
YT_MUST_CHECK bool yt_builder_insert(struct yt_catalogue_builder *builder,
                                     enum yt_catalogue_table table, const char *source,
                                     const char *id, const void *record, size_t size,
                                     struct yt_err *err);
/* ... and what the index and the search need of a listing besides. */
YT_MUST_CHECK bool yt_builder_note(struct yt_catalogue_builder *builder,
                                   const struct yt_listing *listing, struct yt_err *err);
YT_MUST_CHECK bool yt_builder_flush_keys(struct yt_catalogue_builder *builder, struct yt_err *err);
/* Copies what the old catalogue has of "site", or of all others. */
YT_MUST_CHECK bool yt_builder_copy(struct yt_catalogue_builder *builder, bool site,
                                   struct yt_err *err);
/* Makes what words are found by, once all listings are in. */
YT_MUST_CHECK bool yt_builder_index(struct yt_catalogue_builder *builder, struct yt_err *err);

/* Calls `each` for every text by which a listing is found, titles first. */
void yt_listing_each_text(const struct yt_listing *listing,
                          void (*each)(void *context, const char *markup, bool title),
                          void *context);

/* A listing's key as it lies in the file: all but the row, which is its place, and what depends on
 * the site's settings. */
void yt_key_pack(const struct yt_listing *listing, struct yt_buf *to);
void yt_key_unpack(const uint8_t bytes[static YT_KEY_SIZE], int hide_days,
                   struct yt_listing_key *key);

/* --- Reading ---------------------------------------------------------------------------------- */

struct yt_lexicon;

struct yt_catalogue {
    struct sqlite3 *sql;
    char path[PATH_MAX];
    dev_t device;
    ino_t file;
    const struct yt_languages *languages;
    char stamp[YT_CATALOGUE_STAMP];
    uint32_t listings;
    struct sqlite3_stmt *one_listing;
    struct yt_squeeze *squeeze;
    struct sqlite3_stmt *gram;
    uint32_t parts;             /* of the index of words; 0: not counted yet */
    struct yt_lexicon *lexicon; /* read at the first search */
};

/* Refuses a file that is not whole: YT_ERR_CORRUPT with a remedy. */
bool yt_catalogue_damaged(struct yt_err *err, const char *what);

#endif
