#include "base/fs.h"
#include "base/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long one program waits for another that writes. A transaction of ours takes milliseconds;
 * a slow card may need a second for one flush. */
#define BUSY_TIMEOUT_MS 5000

void yt_sqlite_close(struct sqlite3 *sql)
{
    (void)sqlite3_close_v2(sql); /* nothing unsaved is in it; the journal is whole either way */
}
YT_DEFINE_SCOPED(struct sqlite3, yt_sqlite_close)

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

/* A setting counts only when it is read back: SQLite ignores what it does not know, and WAL is
 * refused silently on some file systems. */
static bool set_and_read_back(struct sqlite3 *sql, struct yt_err *err)
{
    static const struct {
        const char *set, *get;
        int64_t wanted;
    } settings[] = {
        {"PRAGMA synchronous=FULL", "PRAGMA synchronous", 2},
        {"PRAGMA secure_delete=ON", "PRAGMA secure_delete", 1},
        {"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", 1},
        {"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", 0},
        {"PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", 1},
    };
    YT_SCOPED(yt_sqlite_finalize_scoped) struct sqlite3_stmt *journal = NULL;
    bool row = false;

    for (size_t i = 0; i < YT_COUNT(settings); i++) {
        int64_t number = -1;

        if (!yt_sqlite_run(sql, settings[i].set, err) ||
            !read_number(sql, settings[i].get, &number, err))
            return false;
        if (number != settings[i].wanted)
            return yt_err_set(err, YT_ERR_UNSUPPORTED, "%s has no effect here", settings[i].set);
    }
    journal = yt_sqlite_prepare(sql, "PRAGMA journal_mode=WAL", err);
    if (!journal || !yt_sqlite_step(journal, &row, err))
        return false;
    if (!row || strcmp((const char *)sqlite3_column_text(journal, 0), "wal") != 0) {
        yt_err_set(err, YT_ERR_UNSUPPORTED, "the journal mode WAL cannot be set here");
        return yt_err_remedy(err, "Keep the data folder on a local disk, not on a network share.");
    }
    return true;
}

static bool check_whole(struct sqlite3 *sql, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *statement = yt_sqlite_prepare(sql, "PRAGMA quick_check(1)", err);
    bool row = false;
    const char *answer;

    if (!statement || !yt_sqlite_step(statement, &row, err))
        return false;
    answer = row ? (const char *)sqlite3_column_text(statement, 0) : NULL;
    if (!answer || strcmp(answer, "ok") != 0)
        return yt_err_set(err, YT_ERR_CORRUPT, "%s", answer ? answer : "no answer");
    return true;
}

static bool migrate(struct sqlite3 *sql, const struct yt_sqlite_kind *kind, struct yt_err *err)
{
    int64_t version = 0;
    int64_t application = 0;

    if (!read_number(sql, "PRAGMA user_version", &version, err) ||
        !read_number(sql, "PRAGMA application_id", &application, err))
        return false;
    if (application != kind->application_id && (application != 0 || version != 0)) {
        yt_err_set(err, YT_ERR_FOREIGN, "the file belongs to another program");
        return yt_err_remedy(err, "Name another folder, or move the file away.");
    }
    if (version > kind->version) {
        yt_err_set(err, YT_ERR_UNSUPPORTED, "the file has version %d, this program knows %d",
                   (int)version, kind->version);
        return yt_err_remedy(err, "Install the newer program again.");
    }
    for (; version < kind->version; version++) {
        YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
        char mark[96];

        snprintf(mark, sizeof mark, "PRAGMA application_id=%d; PRAGMA user_version=%d",
                 kind->application_id, (int)version + 1);
        if (!yt_transaction_begin(&transaction, sql, err) ||
            !yt_sqlite_run(sql, kind->migrations[version], err) || !yt_sqlite_run(sql, mark, err) ||
            !yt_transaction_commit(&transaction, err))
            return yt_err_context(err, "migration to version %d", (int)version + 1);
    }
    return true;
}

static bool prepare_file(struct sqlite3 *sql, const struct yt_sqlite_kind *kind, struct yt_err *err)
{
    (void)sqlite3_busy_timeout(sql, BUSY_TIMEOUT_MS); /* cannot fail */
    if (!set_and_read_back(sql, err) || !check_whole(sql, err))
        return false;
    if (sqlite3_db_readonly(sql, "main") == 1) {
        yt_err_set(err, YT_ERR_READ_ONLY, "the file may not be written");
        return yt_err_remedy(err, "Make the file and its folder writable for this program.");
    }
    return migrate(sql, kind, err);
}

static bool sync_folder(const char *path)
{
    char folder[PATH_MAX];
    int file;
    bool synced;

    snprintf(folder, sizeof folder, "%s", path);
    file = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    synced = fsync(file) == 0;
    (void)close(file); /* was only synced */
    return synced;
}

/* SQLite would make it readable for all; its journals take over the mode. An existing file is not
 * opened here: closing it would drop the locks that another connection of this program holds. */
static bool make_private(const char *path, bool owner, bool *created, struct yt_err *err)
{
    struct stat status;
    int file;

    *created = false;
    if (lstat(path, &status) == 0) {
        if ((status.st_mode & 077) != 0)
            (void)chmod(path, 0600); /* not ours to change: then it stays as its owner wants it */
        return true;
    }
    if (errno == ENOENT && !owner)
        return yt_err_errno(err, errno, "%s", path);
    file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        yt_err_errno(err, errno, "%s", path);
        return yt_err_remedy(err, "See that the folder is there and writable for this program, "
                                  "and that the disk has room.");
    }
    (void)close(file); /* nothing was written */
    *created = true;
    return sync_folder(path) || yt_err_errno(err, errno, "folder of %s", path);
}

/* SQLite deletes a journal whose file is empty. There may be entries in it. */
static bool lost_its_head(const char *path)
{
    char journal[PATH_MAX];
    struct stat file;
    struct stat wal;

    if (snprintf(journal, sizeof journal, "%s-wal", path) >= (int)sizeof journal)
        return false;
    return stat(path, &file) == 0 && file.st_size == 0 && stat(journal, &wal) == 0 &&
           wal.st_size > 0;
}

static bool set_aside(const char *path, struct yt_sqlite_report *report, const struct yt_err *why,
                      struct yt_err *err)
{
    static const char *const journals[] = {"-wal", "-shm"};

    if (!yt_fs_set_aside(path, report->set_aside, sizeof report->set_aside, err))
        return yt_err_context(err, "set the broken file aside");
    snprintf(report->set_aside_reason, sizeof report->set_aside_reason, "%s", why->text);
    for (size_t i = 0; i < YT_COUNT(journals); i++) {
        char from[PATH_MAX];
        char to[PATH_MAX];

        /* Under the name that SQLite's recovery looks for. */
        if (snprintf(from, sizeof from, "%s%s", path, journals[i]) >= (int)sizeof from ||
            snprintf(to, sizeof to, "%s%s", report->set_aside, journals[i]) >= (int)sizeof to)
            return yt_err_set(err, YT_ERR_INVALID, "%s: path too long", path);
        if (rename(from, to) != 0 && errno != ENOENT)
            return yt_err_errno(err, errno, "%s", from);
    }
    return true;
}

static struct sqlite3 *open_once(const char *path, const struct yt_sqlite_kind *kind,
                                 struct yt_err *err)
{
    sqlite3 *sql = NULL;

    if (lost_its_head(path)) {
        yt_err_set(err, YT_ERR_CORRUPT, "%s: the file is empty but its journal is not", path);
        return NULL;
    }
    if (sqlite3_open_v2(path, &sql, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK) {
        if (sql)
            yt_sqlite_error(sql, err);
        else
            yt_err_set(err, YT_ERR_NO_MEMORY, "%s: no memory to open it", path);
        yt_sqlite_close(sql);
        return NULL;
    }
    (void)sqlite3_extended_result_codes(sql, 1); /* cannot fail */
    if (prepare_file(sql, kind, err))
        return sql;
    /* A broken file is evidence: closing must not move its journal into it. */
    if (err->code == YT_ERR_CORRUPT)
        (void)sqlite3_db_config(sql, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    yt_sqlite_close(sql);
    yt_err_context(err, "open %s", path);
    return NULL;
}

struct sqlite3 *yt_sqlite_open(const char *path, const struct yt_sqlite_kind *kind, bool owner,
                               struct yt_sqlite_report *report, struct yt_err *err)
{
    struct yt_sqlite_report unread = {0};
    struct sqlite3 *sql;
    struct yt_err why;

    if (!report)
        report = &unread;
    memset(report, 0, sizeof *report);
    if (!make_private(path, owner, &report->created, err))
        return NULL;
    sql = open_once(path, kind, err);
    if (!sql && owner && err->code == YT_ERR_CORRUPT) {
        why = *err;
        if (!set_aside(path, report, &why, err) || !make_private(path, true, &report->created, err))
            return NULL;
        sql = open_once(path, kind, err);
    }
    /* On a full disk the file opens all the same: what is in it can still be collected. */
    if (sql && owner && !yt_sqlite_tidy(sql, &why))
        yt_err_clear(&why);
    return sql;
}

bool yt_sqlite_tidy(struct sqlite3 *sql, struct yt_err *err)
{
    int64_t version = 0;
    char touch[64];
    int result = sqlite3_wal_checkpoint_v2(sql, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

    if ((result & 0xff) == SQLITE_BUSY || (result & 0xff) == SQLITE_LOCKED)
        return true;
    if (result != SQLITE_OK)
        return yt_sqlite_error(sql, err);
    /* The first transaction in an empty journal flushes the journal's header apart: two flushes.
     * Writing the number that is there already takes that on itself. */
    if (!read_number(sql, "PRAGMA user_version", &version, err))
        return false;
    snprintf(touch, sizeof touch, "PRAGMA user_version=%d", (int)version);
    return yt_sqlite_run(sql, touch, err);
}
