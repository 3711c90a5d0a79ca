#include "store/catalogue.h"

#include "store/catalogue_file.h"
#include "store/search_lexicon.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Small: the kernel keeps the file's pages, and these count as the kiosk's own. */
static const char settings[] = "PRAGMA cache_size=-2048;"
                               "PRAGMA trusted_schema=OFF;"
                               "PRAGMA cell_size_check=ON;"
                               "PRAGMA temp_store=MEMORY;";

bool yt_catalogue_damaged(struct yt_err *err, const char *what)
{
    yt_err_set(err, YT_ERR_CORRUPT, "%s of the catalogue is damaged", what);
    return yt_err_remedy(err, "The listings are built anew from the site's files; import again "
                              "what was imported by hand.");
}

/* --- Opening ---------------------------------------------------------------------------------- */

/* A URI, for only so SQLite can be told that nobody changes the file: then it locks nothing and
 * looks for no journal. */
static bool uri_of(const char *path, struct yt_buf *uri, struct yt_err *err)
{
    yt_buf_text(uri, "file:");
    for (const char *at = path; *at; at++) {
        if (strchr("?#%", *at))
            yt_buf_printf(uri, "%%%02X", (unsigned char)*at);
        else
            yt_buf_byte(uri, (uint8_t)*at);
    }
    yt_buf_text(uri, "?immutable=1");
    return yt_buf_ok(uri, err);
}

static bool read_number(struct sqlite3 *sql, const char *text, int64_t *number, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *statement = yt_sqlite_prepare(sql, text, err);
    bool row = false;

    if (!statement || !yt_sqlite_step(statement, &row, err))
        return false;
    *number = row ? sqlite3_column_int64(statement, 0) : -1;
    return true;
}

/* quick_check reads every page: seconds for 100,000 listings on a memory card. Instead the size is
 * compared, and each record, chunk and list bears a checksum that is looked at when it is read.
 * What is left are the pages of the word index: SQLite sees when their shape is wrong, and a wrong
 * row among the hits is shown as the listing that it is. */
static bool check(struct yt_catalogue *catalogue, off_t size, struct yt_err *err)
{
    int64_t application;
    int64_t version;
    int64_t pages;
    int64_t page_size;

    if (!read_number(catalogue->sql, "PRAGMA application_id", &application, err) ||
        !read_number(catalogue->sql, "PRAGMA user_version", &version, err) ||
        !read_number(catalogue->sql, "PRAGMA page_count", &pages, err) ||
        !read_number(catalogue->sql, "PRAGMA page_size", &page_size, err))
        return false;
    if (application != YT_CATALOGUE_APPLICATION)
        return yt_catalogue_damaged(err, "the head");
    if (version != YT_CATALOGUE_VERSION) {
        yt_catalogue_damaged(err, "the version");
        return yt_err_set(err, YT_ERR_CORRUPT, "it is of another version of this program");
    }
    return (pages > 0 && pages * page_size == (int64_t)size) ||
           yt_catalogue_damaged(err, "the length");
}

static bool read_about(struct yt_catalogue *catalogue, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *about =
        yt_sqlite_prepare(catalogue->sql, "SELECT stamp, listings FROM about", err);
    const char *stamp;
    int64_t listings;
    bool row = false;

    if (!about || !yt_sqlite_step(about, &row, err))
        return false;
    stamp = row ? (const char *)sqlite3_column_text(about, 0) : NULL;
    listings = row ? sqlite3_column_int64(about, 1) : -1;
    if (!stamp || strlen(stamp) >= sizeof catalogue->stamp || listings < 0 ||
        listings > YT_LISTINGS_MAX)
        return yt_catalogue_damaged(err, "the head");
    snprintf(catalogue->stamp, sizeof catalogue->stamp, "%s", stamp);
    catalogue->listings = (uint32_t)listings;
    return true;
}

static bool read_dictionary(struct yt_catalogue *catalogue, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *read =
        yt_sqlite_prepare(catalogue->sql, "SELECT bytes FROM dictionary", err);
    bool row = false;

    if (!read || !yt_sqlite_step(read, &row, err))
        return false;
    catalogue->squeeze = yt_squeeze_from(row ? sqlite3_column_blob(read, 0) : NULL,
                                         row ? (size_t)sqlite3_column_bytes(read, 0) : 0);
    return catalogue->squeeze || yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to open it");
}

static bool open_file(struct yt_catalogue *catalogue, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf uri;
    struct stat status;

    yt_buf_init(&uri, (size_t)4 * PATH_MAX);
    if (stat(catalogue->path, &status) != 0)
        return yt_err_errno(err, errno, "%s", catalogue->path);
    catalogue->device = status.st_dev;
    catalogue->file = status.st_ino;
    if (!S_ISREG(status.st_mode) || status.st_size == 0)
        return yt_catalogue_damaged(err, "the file");
    if (!uri_of(catalogue->path, &uri, err))
        return false;
    if (sqlite3_open_v2(yt_buf_string(&uri), &catalogue->sql,
                        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                        NULL) != SQLITE_OK)
        return catalogue->sql ? yt_sqlite_error(catalogue->sql, err)
                              : yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to open it");
    (void)sqlite3_extended_result_codes(catalogue->sql, 1); /* cannot fail */
    if (!yt_sqlite_run(catalogue->sql, settings, err) || !check(catalogue, status.st_size, err) ||
        !read_about(catalogue, err) || !read_dictionary(catalogue, err))
        return false;
    catalogue->one_listing =
        yt_sqlite_prepare(catalogue->sql, "SELECT record FROM listing WHERE row = ?1", err);
    return catalogue->one_listing != NULL;
}

struct yt_catalogue *yt_catalogue_open(const char *path, const struct yt_languages *languages,
                                       struct yt_err *err)
{
    /* It may be replaced between asking for its number and opening it: then once more. */
    for (int tries = 0; tries < 3; tries++) {
        struct yt_catalogue *catalogue = calloc(1, sizeof *catalogue);
        bool opened;

        if (!catalogue) {
            yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to open %s", path);
            return NULL;
        }
        catalogue->languages = languages;
        if (snprintf(catalogue->path, sizeof catalogue->path, "%s", path) >=
            (int)sizeof catalogue->path) {
            free(catalogue);
            yt_err_set(err, YT_ERR_INVALID, "%s: path too long", path);
            return NULL;
        }
        opened = open_file(catalogue, err);
        if (opened && yt_catalogue_in_place(catalogue))
            return catalogue;
        opened = !opened && (catalogue->file == 0 || yt_catalogue_in_place(catalogue));
        yt_catalogue_free(catalogue);
        if (opened)
            break; /* the error is this file's */
    }
    if (err->code == YT_OK)
        yt_err_set(err, YT_ERR_TIMEOUT, "it is replaced again and again");
    yt_err_context(err, "open %s", path);
    return NULL;
}

void yt_catalogue_free(struct yt_catalogue *catalogue)
{
    if (!catalogue)
        return;
    yt_sqlite_finalize(catalogue->one_listing);
    yt_sqlite_finalize(catalogue->gram);
    yt_squeeze_free(catalogue->squeeze);
    yt_sqlite_close(catalogue->sql);
    yt_lexicon_free(catalogue->lexicon);
    free(catalogue);
}

bool yt_catalogue_in_place(const struct yt_catalogue *catalogue)
{
    struct stat status;

    return stat(catalogue->path, &status) == 0 && status.st_dev == catalogue->device &&
           status.st_ino == catalogue->file;
}

const char *yt_catalogue_stamp(const struct yt_catalogue *catalogue)
{
    return catalogue->stamp;
}

/* --- The index -------------------------------------------------------------------------------- */

static bool read_chunk(struct yt_catalogue *catalogue, struct sqlite3_stmt *chunks, int hide_days,
                       struct yt_listing_key *keys, size_t *count, struct yt_err *err)
{
    struct yt_unpack unpack;

    yt_unpack_begin(&unpack, sqlite3_column_blob(chunks, 0),
                    (size_t)sqlite3_column_bytes(chunks, 0), NULL);
    if (unpack.failed || (unpack.end - unpack.at) % YT_KEY_SIZE != 0)
        return yt_catalogue_damaged(err, "the list");
    for (; unpack.at < unpack.end; unpack.at += YT_KEY_SIZE) {
        struct yt_listing_key *key = &keys[*count];

        if (*count >= catalogue->listings)
            return yt_catalogue_damaged(err, "the list");
        yt_key_unpack(unpack.at, hide_days, key);
        if (key->kind >= YT_LISTING_KINDS || key->trade >= YT_TRADES)
            return yt_catalogue_damaged(err, "the list");
        key->row = (int64_t)++ * count;
    }
    return true;
}

static bool read_keys(struct yt_catalogue *catalogue, int hide_days, struct yt_listing_key *keys,
                      struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *chunks =
        yt_sqlite_prepare(catalogue->sql, "SELECT keys FROM listing_keys ORDER BY chunk", err);
    size_t count = 0;
    bool row = chunks != NULL;

    while (row)
        if (!yt_sqlite_step(chunks, &row, err) ||
            (row && !read_chunk(catalogue, chunks, hide_days, keys, &count, err)))
            return false;
    return chunks && (count == catalogue->listings || yt_catalogue_damaged(err, "the list"));
}

struct yt_listing_index *yt_catalogue_index(struct yt_catalogue *catalogue, int hide_days,
                                            struct yt_err *err)
{
    static _Atomic uint64_t number;
    struct yt_listing_key *keys = calloc((size_t)catalogue->listings + 1, sizeof *keys);
    struct yt_listing_index *index = NULL;

    if (!keys) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for %u listings", catalogue->listings);
        return NULL;
    }
    if (read_keys(catalogue, hide_days, keys, err)) {
        index = yt_listing_index_new(keys, catalogue->listings, ++number);
        if (!index)
            yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for %u listings", catalogue->listings);
    }
    if (!index)
        free(keys);
    return index;
}

/* --- Records ---------------------------------------------------------------------------------- */

bool yt_catalogue_listing(struct yt_catalogue *catalogue, int64_t row, struct yt_arena *arena,
                          struct yt_listing *listing, struct yt_err *err)
{
    struct sqlite3_stmt *find = catalogue->one_listing;
    bool found = false;
    const void *record;
    size_t size;
    bool good;

    sqlite3_bind_int64(find, 1, row);
    good = yt_sqlite_step(find, &found, err);
    if (good && !found)
        good = yt_err_set(err, YT_ERR_NOT_FOUND, "there is no listing in row %lld", (long long)row);
    good = good &&
           yt_squeeze_unpack(catalogue->squeeze, sqlite3_column_blob(find, 0),
                             (size_t)sqlite3_column_bytes(find, 0), &record, &size, err) &&
           yt_unpack_listing(record, size, catalogue->languages, NULL, arena, listing, err);
    (void)sqlite3_reset(find); /* repeats the error of the step */
    return good;
}

/* Reads a whole table of records into an array in the arena. */
static bool read_all(struct yt_catalogue *catalogue, const char *count_text, const char *read_text,
                     struct yt_arena *arena, size_t item_size,
                     bool (*unpack)(struct sqlite3_stmt *from, struct yt_catalogue *catalogue,
                                    struct yt_arena *arena, void *item, struct yt_err *err),
                     const void **items, size_t *count, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *from = yt_sqlite_prepare(catalogue->sql, read_text, err);
    int64_t total = 0;
    uint8_t *array;
    bool row = true;

    *count = 0;
    if (!from || !read_number(catalogue->sql, count_text, &total, err))
        return false;
    array = total >= 0 && total <= YT_LISTINGS_MAX
                ? yt_arena_take(arena, (size_t)total + 1, item_size)
                : NULL;
    if (!array)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for %lld records", (long long)total);
    while (row) {
        if (!yt_sqlite_step(from, &row, err))
            return false;
        if (!row)
            break;
        if (*count >= (size_t)total)
            return yt_catalogue_damaged(err, "a table");
        if (!unpack(from, catalogue, arena, array + *count * item_size, err))
            return false;
        ++*count;
    }
    *items = array;
    return true;
}

static bool unpack_programme(struct sqlite3_stmt *from, struct yt_catalogue *catalogue,
                             struct yt_arena *arena, void *item, struct yt_err *err)
{
    return yt_unpack_programme(sqlite3_column_blob(from, 0), (size_t)sqlite3_column_bytes(from, 0),
                               catalogue->languages, arena, item, err);
}

static bool unpack_place(struct sqlite3_stmt *from, struct yt_catalogue *catalogue,
                         struct yt_arena *arena, void *item, struct yt_err *err)
{
    return yt_unpack_place(sqlite3_column_blob(from, 0), (size_t)sqlite3_column_bytes(from, 0),
                           catalogue->languages, arena, item, err);
}

bool yt_catalogue_programmes(struct yt_catalogue *catalogue, struct yt_arena *arena,
                             const struct yt_programme **programmes, size_t *count,
                             struct yt_err *err)
{
    const void *items = NULL;
    const bool good = read_all(catalogue, "SELECT count(*) FROM programme",
                               "SELECT record FROM programme ORDER BY row", arena,
                               sizeof **programmes, unpack_programme, &items, count, err);

    *programmes = items;
    return good;
}

bool yt_catalogue_places(struct yt_catalogue *catalogue, struct yt_arena *arena,
                         const struct yt_open_place **places, size_t *count, struct yt_err *err)
{
    const void *items = NULL;
    const bool good =
        read_all(catalogue, "SELECT count(*) FROM place", "SELECT record FROM place ORDER BY row",
                 arena, sizeof **places, unpack_place, &items, count, err);

    *places = items;
    return good;
}

/* --- For staff -------------------------------------------------------------------------------- */

bool yt_catalogue_sources(struct yt_catalogue *catalogue,
                          bool (*each)(const struct yt_catalogue_source *source, void *context),
                          void *context, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list = yt_sqlite_prepare(
        catalogue->sql, "SELECT name, listings, programmes, places FROM source ORDER BY number",
        err);
    bool row = list != NULL;

    while (row) {
        struct yt_catalogue_source source = {
            .listings = 0,
        };

        if (!yt_sqlite_step(list, &row, err))
            return false;
        if (!row)
            break;
        sqlite3_snprintf(sizeof source.name, source.name, "%s", sqlite3_column_text(list, 0));
        source.listings = (size_t)sqlite3_column_int64(list, 1);
        source.programmes = (size_t)sqlite3_column_int64(list, 2);
        source.places = (size_t)sqlite3_column_int64(list, 3);
        if (!each(&source, context))
            break;
    }
    return list != NULL;
}
