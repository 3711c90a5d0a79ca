#include "base/sqlite.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

static bool disk_refused(struct yt_err *err, int number, const char *text)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        yt_err_set(err, YT_ERR_DISK_FULL, "%s", text);
        return yt_err_remedy(err, "Make room on the disk, then try again.");
    case EROFS:
    case EACCES:
    case EPERM:
        yt_err_set(err, YT_ERR_READ_ONLY, "%s", text);
        return yt_err_remedy(err, "Make the folder writable for this program, or restart the "
                                  "machine: after a disk fault it is mounted read-only.");
    default:
        yt_err_set(err, YT_ERR_IO, "%s", text);
        return yt_err_remedy(err, "The disk gave an error. Save what you can and replace it.");
    }
}

bool yt_sqlite_error(struct sqlite3 *sql, struct yt_err *err)
{
    int result = sqlite3_errcode(sql);
    int number = sqlite3_system_errno(sql);
    const char *file = sqlite3_db_filename(sql, "main");
    char text[YT_ERR_TEXT_MAX / 2];

    sqlite3_snprintf(sizeof text, text, "%s: %s", file ? file : "database", sqlite3_errmsg(sql));
    switch (result & 0xff) {
    case SQLITE_FULL:
        return disk_refused(err, ENOSPC, text);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return disk_refused(err, EROFS, text);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        /* SQLite does not always know why a write failed. */
        if (number == 0 && file && access(file, W_OK) != 0)
            number = errno;
        return disk_refused(err, number, text);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        yt_err_set(err, YT_ERR_CORRUPT, "%s", text);
        return yt_err_remedy(err, "Restart the program: it sets the broken file aside, keeps it, "
                                  "and begins a new one.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        yt_err_set(err, YT_ERR_TIMEOUT, "%s", text);
        return yt_err_remedy(err, "Another program holds the file. Try again in a moment.");
    case SQLITE_NOMEM:
        return yt_err_set(err, YT_ERR_NO_MEMORY, "%s", text);
    default:
        return yt_err_set(err, YT_ERR_IO, "%s (%d)", text, sqlite3_extended_errcode(sql));
    }
}

bool yt_sqlite_run(struct sqlite3 *sql, const char *text, struct yt_err *err)
{
    return sqlite3_exec(sql, text, NULL, NULL, NULL) == SQLITE_OK || yt_sqlite_error(sql, err);
}

struct sqlite3_stmt *yt_sqlite_prepare(struct sqlite3 *sql, const char *text, struct yt_err *err)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(sql, text, -1, &statement, NULL) != SQLITE_OK)
        yt_sqlite_error(sql, err);
    return statement;
}

void yt_sqlite_finalize(struct sqlite3_stmt *statement)
{
    (void)sqlite3_finalize(statement); /* repeats an error that stepping reported */
}

bool yt_sqlite_step(struct sqlite3_stmt *statement, bool *row, struct yt_err *err)
{
    int result = sqlite3_step(statement);

    *row = result == SQLITE_ROW;
    return *row || result == SQLITE_DONE || yt_sqlite_error(sqlite3_db_handle(statement), err);
}

bool yt_sqlite_done(struct sqlite3_stmt *statement, struct yt_err *err)
{
    bool row = false;
    bool stepped = yt_sqlite_step(statement, &row, err);

    (void)sqlite3_reset(statement); /* repeats the error of the step */
    (void)sqlite3_clear_bindings(statement);
    return stepped;
}

bool yt_sqlite_blob(struct sqlite3_stmt *statement, int column, void *to, size_t size,
                    struct yt_err *err)
{
    const void *blob = sqlite3_column_blob(statement, column);

    if (!blob || (size_t)sqlite3_column_bytes(statement, column) != size)
        return yt_err_set(err, YT_ERR_CORRUPT, "%s: a stored value has the wrong size",
                          sqlite3_column_name(statement, column));
    memcpy(to, blob, size);
    return true;
}

bool yt_transaction_begin(struct yt_transaction *transaction, struct sqlite3 *sql,
                          struct yt_err *err)
{
    /* Immediate: the right to write is taken now, so that it cannot be missing halfway. */
    if (!yt_sqlite_run(sql, "BEGIN IMMEDIATE", err))
        return false;
    transaction->sql = sql;
    return true;
}

bool yt_transaction_commit(struct yt_transaction *transaction, struct yt_err *err)
{
    if (!yt_sqlite_run(transaction->sql, "COMMIT", err))
        return false; /* yt_transaction_end rolls back */
    transaction->sql = NULL;
    return true;
}

void yt_transaction_end(struct yt_transaction *transaction)
{
    /* SQLite has rolled back by itself after some errors; then this does nothing. */
    if (transaction->sql && !sqlite3_get_autocommit(transaction->sql))
        (void)sqlite3_exec(transaction->sql, "ROLLBACK", NULL, NULL, NULL);
    transaction->sql = NULL;
}
