#include "store/catalogue.h"

#include "base/fs.h"
#include "store/catalogue_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* A build of 200,000 listings takes some ten seconds on a small box. */
#define LOCK_TRIES 600
#define LOCK_WAIT_US 100000

/* Written once and then only read, so no journal: a build that fails is thrown away. */
static const char settings[] = "PRAGMA page_size=4096;"
                               "PRAGMA journal_mode=OFF;"
                               "PRAGMA synchronous=OFF;"
                               "PRAGMA locking_mode=EXCLUSIVE;"
                               "PRAGMA cache_size=-8192;"
                               "PRAGMA temp_store=MEMORY;";

static const char tables[] =
    "CREATE TABLE about ("
    " one INTEGER PRIMARY KEY CHECK (one = 1),"
    " stamp TEXT NOT NULL, listings INTEGER NOT NULL) STRICT;"
    "CREATE TABLE source ("
    " number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
    " listings INTEGER NOT NULL, programmes INTEGER NOT NULL, places INTEGER NOT NULL) STRICT;"
    "CREATE TABLE listing ("
    " row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
    " source INTEGER NOT NULL, record BLOB NOT NULL) STRICT;"
    "CREATE TABLE programme ("
    " row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
    " source INTEGER NOT NULL, record BLOB NOT NULL) STRICT;"
    "CREATE TABLE place ("
    " row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
    " source INTEGER NOT NULL, record BLOB NOT NULL) STRICT;"
    "CREATE TABLE listing_keys (chunk INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;"
    "CREATE TABLE dictionary (bytes BLOB NOT NULL) STRICT;"
    "CREATE TABLE lexicon (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;";

/* --- Beginning and end ------------------------------------------------------------------------ */

static bool take_lock(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    char path[PATH_MAX + 8];

    snprintf(path, sizeof path, "%s.lock", builder->path);
    builder->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (builder->lock < 0)
        return yt_err_errno(err, errno, "%s", path);
    for (int i = 0; i < LOCK_TRIES; i++) {
        if (flock(builder->lock, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return yt_err_errno(err, errno, "%s", path);
        usleep(LOCK_WAIT_US);
    }
    yt_err_set(err, YT_ERR_TIMEOUT, "%s: another program is building it", builder->path);
    return yt_err_remedy(err, "Wait until the other import has ended, then try again.");
}

/* The same statement for each table. The text is from here. */
static bool prepare_for_each_table(struct sqlite3 *sql, const char *format,
                                   struct sqlite3_stmt *statements[static YT_TABLES],
                                   struct yt_err *err)
{
    static const char *const names[YT_TABLES] = {"listing", "programme", "place"};

    for (int table = 0; table < YT_TABLES; table++) {
        char text[256];

        sqlite3_snprintf(sizeof text, text, format, names[table]);
        statements[table] = yt_sqlite_prepare(sql, text, err);
        if (!statements[table])
            return false;
    }
    return true;
}

static bool begin(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    char mark[96];

    if (!take_lock(builder, err))
        return false;
    (void)unlink(builder->temporary); /* what a build that was killed left there */
    if (sqlite3_open_v2(builder->temporary, &builder->sql,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        NULL) != SQLITE_OK)
        return builder->sql ? yt_sqlite_error(builder->sql, err)
                            : yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to build");
    (void)sqlite3_extended_result_codes(builder->sql, 1); /* cannot fail */
    snprintf(mark, sizeof mark, "PRAGMA application_id=%d; PRAGMA user_version=%d",
             YT_CATALOGUE_APPLICATION, YT_CATALOGUE_VERSION);
    if (!yt_sqlite_run(builder->sql, settings, err) || !yt_sqlite_run(builder->sql, mark, err) ||
        !yt_sqlite_run(builder->sql, "BEGIN", err) || !yt_sqlite_run(builder->sql, tables, err))
        return false;
    return prepare_for_each_table(
        builder->sql, "INSERT INTO %s (row, id, source, record) VALUES (?1, ?2, ?3, ?4)",
        builder->insert, err);
}

struct yt_catalogue_builder *yt_catalogue_builder_new(const char *path,
                                                      const struct yt_languages *languages,
                                                      const struct yt_search_group *groups,
                                                      size_t group_count, struct yt_err *err)
{
    struct yt_catalogue_builder *builder = calloc(1, sizeof *builder);

    if (builder)
        builder->lock = -1;
    if (!builder || !(builder->readings = yt_readings_new()) ||
        !(builder->squeeze = yt_squeeze_new())) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to build %s", path);
        yt_catalogue_builder_free(builder);
        return NULL;
    }
    builder->languages = languages;
    builder->groups = groups;
    builder->group_count = group_count;
    yt_buf_init(&builder->record, YT_PACK_RECORD_MAX);
    yt_buf_init(&builder->keys, (size_t)YT_KEYS_CHUNK * YT_KEY_SIZE + 64);
    if (snprintf(builder->path, sizeof builder->path, "%s", path) >=
            (int)sizeof builder->path - 8 ||
        snprintf(builder->temporary, sizeof builder->temporary, "%s.new", path) >=
            (int)sizeof builder->temporary)
        yt_err_set(err, YT_ERR_INVALID, "%s: path too long", path);
    else if (begin(builder, err))
        return builder;
    yt_err_context(err, "build %s", path);
    yt_catalogue_builder_free(builder);
    return NULL;
}

static void close_file(struct yt_catalogue_builder *builder)
{
    for (int table = 0; table < YT_TABLES; table++) {
        yt_sqlite_finalize(builder->insert[table]);
        yt_sqlite_finalize(builder->find_kept[table]);
        builder->insert[table] = builder->find_kept[table] = NULL;
    }
    yt_sqlite_close(builder->sql);
    builder->sql = NULL;
    yt_catalogue_free(builder->old);
    builder->old = NULL;
}

void yt_catalogue_builder_free(struct yt_catalogue_builder *builder)
{
    if (!builder)
        return;
    close_file(builder);
    if (!builder->finished && builder->lock >= 0)
        (void)unlink(builder->temporary); /* the next build removes it otherwise */
    if (builder->lock >= 0)
        (void)close(builder->lock); /* the lock goes with it; the empty file stays for the next */
    yt_readings_free(builder->readings);
    yt_squeeze_free(builder->squeeze);
    yt_buf_done(&builder->record);
    yt_buf_done(&builder->keys);
    free(builder);
}

/* --- Adding ----------------------------------------------------------------------------------- */

static struct yt_catalogue_source *find_source(struct yt_catalogue_builder *builder,
                                               const char *name, struct yt_err *err)
{
    struct yt_catalogue_source *source;

    for (size_t i = 0; i < builder->source_count; i++)
        if (strcmp(builder->sources[i].name, name) == 0)
            return &builder->sources[i];
    if (builder->source_count == YT_SOURCES_MAX || strlen(name) >= YT_SOURCE_MAX) {
        yt_err_set(err, YT_ERR_TOO_LARGE, "%s: too many sources, or too long a name", name);
        return NULL;
    }
    source = &builder->sources[builder->source_count++];
    snprintf(source->name, sizeof source->name, "%s", name);
    return source;
}

static bool is_kept(struct yt_catalogue_builder *builder, enum yt_catalogue_table table,
                    const char *id, bool *kept, struct yt_err *err)
{
    struct sqlite3_stmt *find = builder->find_kept[table];
    bool found;

    *kept = false;
    if (!builder->old)
        return true;
    sqlite3_bind_text(find, 1, id, -1, SQLITE_STATIC);
    sqlite3_bind_text(find, 2, builder->except, -1, SQLITE_STATIC);
    found = yt_sqlite_step(find, kept, err);
    (void)sqlite3_reset(find); /* repeats the error of the step */
    return found;
}

static bool refuse(const char *id, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_CONFLICT, "the id %s is there already", id);
    return yt_err_remedy(err, "Give one of the two another id, or leave one out.");
}

static size_t *counter(struct yt_catalogue_source *source, enum yt_catalogue_table table)
{
    return table == YT_TABLE_LISTING     ? &source->listings
           : table == YT_TABLE_PROGRAMME ? &source->programmes
                                         : &source->places;
}

bool yt_builder_insert(struct yt_catalogue_builder *builder, enum yt_catalogue_table table,
                       const char *source, const char *id, const void *record, size_t size,
                       struct yt_err *err)
{
    struct yt_catalogue_source *from = find_source(builder, source, err);
    struct sqlite3_stmt *insert = builder->insert[table];
    bool taken;

    if (!from)
        return false;
    if (builder->rows[table] >= YT_LISTINGS_MAX) {
        yt_err_set(err, YT_ERR_TOO_LARGE, "more than %d in one catalogue", YT_LISTINGS_MAX);
        return yt_err_remedy(err, "Import fewer, or split them among several sites.");
    }
    if (table == YT_TABLE_LISTING &&
        !yt_squeeze_pack(builder->squeeze, record, size, &record, &size, err))
        return false;
    sqlite3_bind_int64(insert, 1, (int64_t)builder->rows[table] + 1);
    sqlite3_bind_text(insert, 2, id, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 3, from - builder->sources);
    sqlite3_bind_blob(insert, 4, record, (int)size, SQLITE_STATIC);
    if (!yt_sqlite_done(insert, err)) {
        taken = sqlite3_extended_errcode(builder->sql) == SQLITE_CONSTRAINT_UNIQUE;
        return taken ? refuse(id, err) : false;
    }
    builder->rows[table]++;
    ++*counter(from, table);
    return true;
}

static bool add(struct yt_catalogue_builder *builder, enum yt_catalogue_table table,
                const char *source, const char *id, struct yt_err *err)
{
    bool kept;

    if (!is_kept(builder, table, id, &kept, err))
        return yt_err_context(err, "%s", builder->path);
    if (kept)
        return refuse(id, err);
    return yt_builder_insert(builder, table, source, id, builder->record.data, builder->record.size,
                             err);
}

bool yt_catalogue_builder_listing(struct yt_catalogue_builder *builder, const char *source,
                                  const struct yt_listing *listing, struct yt_err *err)
{
    yt_buf_clear(&builder->record);
    return yt_pack_listing(&builder->record, listing, builder->languages, err) &&
           add(builder, YT_TABLE_LISTING, source, listing->id, err) &&
           yt_builder_note(builder, listing, err);
}

bool yt_catalogue_builder_programme(struct yt_catalogue_builder *builder, const char *source,
                                    const struct yt_programme *programme, struct yt_err *err)
{
    yt_buf_clear(&builder->record);
    return yt_pack_programme(&builder->record, programme, builder->languages, err) &&
           add(builder, YT_TABLE_PROGRAMME, source, programme->id, err);
}

bool yt_catalogue_builder_place(struct yt_catalogue_builder *builder, const char *source,
                                const struct yt_open_place *place, struct yt_err *err)
{
    yt_buf_clear(&builder->record);
    return yt_pack_place(&builder->record, place, builder->languages, err) &&
           add(builder, YT_TABLE_PLACE, source, place->id, err);
}

bool yt_catalogue_builder_stamp(struct yt_catalogue_builder *builder, const char *stamp,
                                struct yt_err *err)
{
    if (strlen(stamp) >= sizeof builder->stamp)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "stamp: %zu bytes", strlen(stamp));
    snprintf(builder->stamp, sizeof builder->stamp, "%s", stamp);
    return true;
}

bool yt_catalogue_builder_keep(struct yt_catalogue_builder *builder, const char *except,
                               struct yt_err *err)
{
    struct yt_err none = {0};

    snprintf(builder->except, sizeof builder->except, "%s", except ? except : "");
    builder->old = yt_catalogue_open(builder->path, builder->languages, &none);
    if (!builder->old && none.code == YT_ERR_NOT_FOUND)
        return true;
    if (!builder->old) {
        *err = none;
        return yt_err_context(err, "keep what is there");
    }
    /* The site's own listings come first in the usual order, so they are copied first; others
     * behind what is added. */
    return prepare_for_each_table(builder->old->sql,
                                  "SELECT 1 FROM %s JOIN source ON number = source"
                                  " WHERE id = ?1 AND name <> ?2 AND name <> '" YT_SOURCE_SITE "'"
                                  " AND substr(name, 1, length(?2) + 1) <> ?2 || '/'",
                                  builder->find_kept, err) &&
           yt_builder_copy(builder, true, err);
}

/* --- End -------------------------------------------------------------------------------------- */

static bool write_sources(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *insert = yt_sqlite_prepare(
        builder->sql,
        "INSERT INTO source (number, name, listings, programmes, places) VALUES (?1, ?2, ?3, ?4,"
        " ?5)",
        err);

    for (size_t i = 0; insert && i < builder->source_count; i++) {
        const struct yt_catalogue_source *source = &builder->sources[i];

        sqlite3_bind_int64(insert, 1, (int64_t)i);
        sqlite3_bind_text(insert, 2, source->name, -1, SQLITE_STATIC);
        sqlite3_bind_int64(insert, 3, (int64_t)source->listings);
        sqlite3_bind_int64(insert, 4, (int64_t)source->programmes);
        sqlite3_bind_int64(insert, 5, (int64_t)source->places);
        if (!yt_sqlite_done(insert, err))
            return false;
    }
    return insert != NULL;
}

static bool write_about(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *insert = yt_sqlite_prepare(
        builder->sql, "INSERT INTO about (one, stamp, listings) VALUES (1, ?1, ?2)", err);

    if (!insert)
        return false;
    sqlite3_bind_text(insert, 1, builder->stamp, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 2, builder->rows[YT_TABLE_LISTING]);
    return yt_sqlite_done(insert, err);
}

static bool write_dictionary(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *insert =
        yt_sqlite_prepare(builder->sql, "INSERT INTO dictionary (bytes) VALUES (?1)", err);
    size_t size;
    const void *dictionary = yt_squeeze_dictionary(builder->squeeze, &size);

    if (!insert || size == 0)
        return insert != NULL;
    sqlite3_bind_blob(insert, 1, dictionary, (int)size, SQLITE_STATIC);
    return yt_sqlite_done(insert, err);
}

bool yt_catalogue_builder_finish(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    if (!yt_builder_copy(builder, false, err) || !yt_builder_index(builder, err) ||
        !write_dictionary(builder, err) || !write_sources(builder, err) ||
        !write_about(builder, err) || !yt_sqlite_run(builder->sql, "COMMIT", err))
        return yt_err_context(err, "build %s", builder->path);
    close_file(builder);
    builder->finished = yt_fs_replace(builder->temporary, builder->path, err);
    return builder->finished;
}
