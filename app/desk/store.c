#include "desk/store.h"

#include "base/fs.h"
#include "desk/store_file.h"

#include <sqlite3.h>
#include <stdlib.h>

static const char version_1[] =
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;"
    "CREATE TABLE kiosk ("
    " kiosk TEXT NOT NULL,"
    " verify_key BLOB NOT NULL CHECK (length(verify_key) = 32),"
    " enrolled_ms INTEGER NOT NULL, revoked INTEGER NOT NULL,"
    " PRIMARY KEY (kiosk, verify_key)"
    ") WITHOUT ROWID, STRICT;"
    "CREATE TABLE entry ("
    " id BLOB PRIMARY KEY CHECK (length(id) = 16),"
    " number TEXT NOT NULL," /* on the slip; follows from the id */
    " arrived_ms INTEGER NOT NULL,"
    " withdrawn_ms INTEGER,"
    " bytes BLOB" /* sealed; NULL once withdrawn */
    ") WITHOUT ROWID, STRICT;"
    "CREATE INDEX entry_number ON entry (number);"
    "CREATE TABLE opening ("
    " one INTEGER PRIMARY KEY AUTOINCREMENT," /* never used again: a removed line leaves a gap */
    " at_ms INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, number TEXT NOT NULL"
    ") STRICT;"
    "CREATE TRIGGER opening_stays BEFORE UPDATE ON opening"
    " BEGIN SELECT raise(ABORT, 'the log of openings cannot be changed'); END;"
    "CREATE TRIGGER opening_stays_whole BEFORE DELETE ON opening"
    " BEGIN SELECT raise(ABORT, 'the log of openings cannot be changed'); END;";

/* What a kiosk shows to be let in by network; NULL: nothing is taken from it that way. */
static const char version_2[] =
    "ALTER TABLE kiosk ADD COLUMN token_hash BLOB CHECK (length(token_hash) = 32);";

/* Entries behind each other as they come, instead of each at the place of its random id: so that
 * many of them cost few pages of the journal. When they came is in them anyway. */
static const char version_3[] =
    "CREATE TABLE arrived ("
    " one INTEGER PRIMARY KEY,"
    " id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),"
    " number TEXT NOT NULL,"
    " arrived_ms INTEGER NOT NULL,"
    " withdrawn_ms INTEGER,"
    " bytes BLOB"
    ") STRICT;"
    "INSERT INTO arrived (id, number, arrived_ms, withdrawn_ms, bytes)"
    " SELECT id, number, arrived_ms, withdrawn_ms, bytes FROM entry ORDER BY arrived_ms, id;"
    "DROP TABLE entry;"
    "ALTER TABLE arrived RENAME TO entry;"
    "CREATE INDEX entry_number ON entry (number);";

/* By network entries are kept before anybody can open them. Should one turn out to be none, this
 * says which kiosk to look at. */
static const char version_4[] = "ALTER TABLE entry ADD COLUMN kiosk TEXT;";

static const char *const migrations[] = {version_1, version_2, version_3, version_4};

static const struct yt_sqlite_kind kind = {
    .application_id = 0x59744465, /* "YtDe" */
    .migrations = migrations,
    .version = YT_COUNT(migrations),
};

struct yt_desk_store *yt_desk_store_open(const char *path, bool create,
                                         struct yt_sqlite_report *report, struct yt_err *err)
{
    struct yt_desk_store *store;

    if (!create && !yt_fs_exists(path)) {
        yt_err_set(err, YT_ERR_NOT_FOUND, "%s: is not there", path);
        return NULL;
    }
    store = calloc(1, sizeof *store);
    if (!store) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to open %s", path);
        return NULL;
    }
    store->sql = yt_sqlite_open(path, &kind, true, report, err);
    if (!store->sql) {
        free(store);
        return NULL;
    }
    return store;
}

void yt_desk_store_free(struct yt_desk_store *store)
{
    if (!store)
        return;
    yt_sqlite_finalize(store->find_entry);
    yt_sqlite_finalize(store->add_entry);
    yt_sqlite_finalize(store->find_token);
    yt_sqlite_close(store->sql);
    free(store);
}

bool yt_desk_store_ready(struct yt_desk_store *store, struct sqlite3_stmt **statement,
                         const char *text, struct yt_err *err)
{
    if (!*statement)
        *statement = yt_sqlite_prepare(store->sql, text, err);
    return *statement != NULL;
}

bool yt_desk_store_in_place(const struct yt_desk_store *store)
{
    int moved = 0;

    /* A file system that cannot say is believed to have it. */
    (void)sqlite3_file_control(store->sql, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return !moved;
}

bool yt_desk_store_setting(struct yt_desk_store *store, const char *name, struct yt_buf *to,
                           struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *find =
        yt_sqlite_prepare(store->sql, "SELECT value FROM setting WHERE name = ?1", err);
    bool row = false;

    if (!find)
        return false;
    sqlite3_bind_text(find, 1, name, -1, SQLITE_STATIC);
    if (!yt_sqlite_step(find, &row, err))
        return false;
    if (row)
        yt_buf_text(to, (const char *)sqlite3_column_text(find, 0));
    return yt_buf_ok(to, err);
}

bool yt_desk_store_set(struct yt_desk_store *store, const char *name, const char *value,
                       struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *set =
        yt_sqlite_prepare(store->sql,
                          "INSERT INTO setting (name, value) VALUES (?1, ?2)"
                          " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                          err);

    if (!set)
        return false;
    sqlite3_bind_text(set, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_text(set, 2, value, -1, SQLITE_STATIC);
    return yt_sqlite_done(set, err);
}

bool yt_desk_store_log(struct yt_desk_store *store, const struct yt_desk_opening *opening,
                       struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *add = yt_sqlite_prepare(
        store->sql, "INSERT INTO opening (at_ms, who, what, number) VALUES (?1, ?2, ?3, ?4)", err);

    if (!add)
        return false;
    sqlite3_bind_int64(add, 1, opening->at_ms);
    sqlite3_bind_text(add, 2, opening->who, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, 3, opening->what, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, 4, opening->number, -1, SQLITE_STATIC);
    return yt_sqlite_done(add, err) || yt_err_context(err, "log the opening");
}

bool yt_desk_store_each_opening(struct yt_desk_store *store,
                                bool (*each)(const struct yt_desk_opening *opening, void *context),
                                void *context, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list = yt_sqlite_prepare(
        store->sql, "SELECT number, who, what, at_ms FROM opening ORDER BY one", err);
    bool more = true;

    if (!list)
        return false;
    while (more) {
        struct yt_desk_opening opening;

        if (!yt_sqlite_step(list, &more, err))
            return false;
        if (!more)
            break;
        opening = (struct yt_desk_opening){
            .number = (const char *)sqlite3_column_text(list, 0),
            .who = (const char *)sqlite3_column_text(list, 1),
            .what = (const char *)sqlite3_column_text(list, 2),
            .at_ms = sqlite3_column_int64(list, 3),
        };
        more = each(&opening, context);
    }
    return true;
}
