#include "store/db.h"

#include "store/file.h"

#include <sqlite3.h>
#include <stdlib.h>

/* All tables are without rowid: rows lie by their own, random key, and no hidden number tells in
 * which order they came. */
static const char version_1[] =
    "CREATE TABLE entry ("
    " id BLOB PRIMARY KEY CHECK (length(id) = 16),"
    " desk_key_id BLOB NOT NULL CHECK (length(desk_key_id) = 8),"
    " state INTEGER NOT NULL,"
    " day INTEGER NOT NULL,"       /* queued on */
    " state_day INTEGER NOT NULL," /* in this state since */
    " digest BLOB NOT NULL,"
    " bytes BLOB" /* NULL once erased */
    ") WITHOUT ROWID, STRICT;"
    /* No reference to entry: an appointment may outlive the last trace of its entry here. */
    "CREATE TABLE slot_claim ("
    " start_minute INTEGER NOT NULL,"
    " type INTEGER NOT NULL,"
    " place INTEGER NOT NULL,"
    " entry BLOB NOT NULL CHECK (length(entry) = 16),"
    " length_minutes INTEGER NOT NULL,"
    " PRIMARY KEY (start_minute, type, place, entry)"
    ") WITHOUT ROWID, STRICT;"
    "CREATE TABLE tally ("
    " day INTEGER NOT NULL, state INTEGER NOT NULL, count INTEGER NOT NULL,"
    " PRIMARY KEY (day, state)"
    ") WITHOUT ROWID, STRICT;"
    "CREATE TABLE visit_count ("
    " day INTEGER NOT NULL, language TEXT NOT NULL, finished INTEGER NOT NULL,"
    " count INTEGER NOT NULL, PRIMARY KEY (day, language, finished)"
    ") WITHOUT ROWID, STRICT;"
    "CREATE TABLE screen_count ("
    " day INTEGER NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,"
    " PRIMARY KEY (day, name)"
    ") WITHOUT ROWID, STRICT;"
    /* The last day that the sweep saw, to notice when the clock jumps. */
    "CREATE TABLE calendar ("
    " one INTEGER PRIMARY KEY CHECK (one = 1),"
    " day INTEGER NOT NULL, trusted INTEGER NOT NULL"
    ") WITHOUT ROWID, STRICT;";

/* Sending by network: the receipt for an entry, the day on which the desk would not have it, and
 * how it goes in general. Days only, here too. */
static const char version_2[] =
    "ALTER TABLE entry ADD COLUMN receipt BLOB;"
    "ALTER TABLE entry ADD COLUMN refused_day INTEGER;"
    "CREATE TABLE courier ("
    " one INTEGER PRIMARY KEY CHECK (one = 1),"
    " trouble TEXT NOT NULL," /* a stable name; empty when all is well */
    " detail TEXT NOT NULL,"
    " trouble_day INTEGER NOT NULL,"
    " receipt_day INTEGER NOT NULL" /* 0: none yet */
    ") WITHOUT ROWID, STRICT;";

/* Who joins a programme's date here takes a place, as with slots. */
static const char version_3[] = "CREATE TABLE join_claim ("
                                " day INTEGER NOT NULL,"
                                " programme TEXT NOT NULL,"
                                " entry BLOB NOT NULL CHECK (length(entry) = 16),"
                                " PRIMARY KEY (day, programme, entry)"
                                ") WITHOUT ROWID, STRICT;";

static const char *const migrations[YT_DB_VERSION] = {version_1, version_2, version_3};

static const struct yt_sqlite_kind kind = {
    .application_id = 0x59746b71, /* "Ytkq" */
    .migrations = migrations,
    .version = YT_DB_VERSION,
};

struct yt_db *yt_db_open(const char *path, const struct yt_db_options *options,
                         struct yt_sqlite_report *report, struct yt_err *err)
{
    struct yt_db *db = calloc(1, sizeof *db);

    if (!db) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to open %s", path);
        return NULL;
    }
    db->clock = options->clock ? options->clock : yt_clock_system();
    db->utc_offset_minutes = options->utc_offset_minutes;
    db->sql = yt_sqlite_open(path, &kind, options->owner, report, err);
    if (!db->sql) {
        free(db);
        return NULL;
    }
    return db;
}

bool yt_db_in_place(const struct yt_db *db)
{
    int moved = 0;

    /* A file system that cannot say is believed to have it. */
    (void)sqlite3_file_control(db->sql, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return !moved;
}

void yt_db_free(struct yt_db *db)
{
    if (!db)
        return;
    /* The journal of that name may be another file's by now: closing must not delete it. */
    if (!yt_db_in_place(db))
        (void)sqlite3_db_config(db->sql, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    yt_sqlite_close(db->sql);
    free(db);
}

bool yt_db_tidy(struct yt_db *db, struct yt_err *err)
{
    return yt_sqlite_tidy(db->sql, err);
}

int32_t yt_db_today(const struct yt_db *db)
{
    struct yt_local_time now = yt_local_time(yt_clock_wall_ms(db->clock), db->utc_offset_minutes);

    return yt_date_to_days(now.date);
}

bool yt_tally_add(struct yt_db *db, enum yt_queue_state state, int64_t count, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *add =
        yt_sqlite_prepare(db->sql,
                          "INSERT INTO tally (day, state, count) VALUES (?1, ?2, ?3)"
                          " ON CONFLICT (day, state) DO UPDATE SET count = count + excluded.count",
                          err);

    if (!add)
        return false;
    sqlite3_bind_int(add, 1, yt_db_today(db));
    sqlite3_bind_int(add, 2, (int)state);
    sqlite3_bind_int64(add, 3, count);
    return yt_sqlite_done(add, err);
}

bool yt_run_for_entry(struct yt_db *db, const char *text, const uint8_t id[static YT_ENTRY_ID_SIZE],
                      struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *statement = yt_sqlite_prepare(db->sql, text, err);

    if (!statement)
        return false;
    sqlite3_bind_blob(statement, 1, id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    return yt_sqlite_done(statement, err);
}
