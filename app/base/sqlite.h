/* What every SQLite file of the project needs, whoever owns its tables: opening it so that
 * "saved" means saved, setting a broken one aside, migrations, statements, and SQLite's results as
 * our errors. The queries themselves live with the stores. Linked only by those (yt_sqlite). */
#ifndef YT_BASE_SQLITE_H
#define YT_BASE_SQLITE_H

#include "base/attributes.h"
#include "base/err.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3;
struct sqlite3_stmt;

/* One kind of file. */
struct yt_sqlite_kind {
    int32_t application_id;        /* in the file's header; another program's file is refused */
    const char *const *migrations; /* [n] leads from user_version n to n + 1; SQL without result */
    int version;                   /* how many there are */
};

/* What happened while opening that staff should be told. */
struct yt_sqlite_report {
    bool created;             /* there was no file */
    char set_aside[PATH_MAX]; /* where the broken file lies now; "" when it was whole */
    char set_aside_reason[YT_ERR_TEXT_MAX]; /* what was wrong with it */
};

/* Opens the file in WAL mode with synchronous=FULL and secure_delete (each read back), checks it
 * whole (quick_check) and brings it up to date. It is made with mode 0600.
 *
 * `owner`: makes a missing file, and sets a broken one aside with its journal (never deletes it)
 * and begins a new one; otherwise these are YT_ERR_NOT_FOUND and YT_ERR_CORRUPT. Also
 * YT_ERR_UNSUPPORTED for a file of a newer program, YT_ERR_FOREIGN for one of another program,
 * and the errors of yt_sqlite_error. `report` may be NULL. NULL on failure. */
struct sqlite3 *yt_sqlite_open(const char *path, const struct yt_sqlite_kind *kind, bool owner,
                               struct yt_sqlite_report *report, struct yt_err *err);
/* NULL is harmless. */
void yt_sqlite_close(struct sqlite3 *sql);

/* Moves the journal into the file, empties it, and writes one page, so that the next transaction
 * costs one flush. Another program reading right now is no error: then it is for the next time. */
YT_MUST_CHECK bool yt_sqlite_tidy(struct sqlite3 *sql, struct yt_err *err);

/* Turns the connection's last result into an error with a remedy: YT_ERR_DISK_FULL,
 * YT_ERR_READ_ONLY, YT_ERR_CORRUPT, YT_ERR_IO, YT_ERR_TIMEOUT (held by another program),
 * YT_ERR_NO_MEMORY. Always false. */
bool yt_sqlite_error(struct sqlite3 *sql, struct yt_err *err);

/* SQL without parameters and without result. */
YT_MUST_CHECK bool yt_sqlite_run(struct sqlite3 *sql, const char *text, struct yt_err *err);

/* NULL on failure. Parameters are bound with the sqlite3_bind functions, whose results need no
 * check: what they refuse, stepping reports. */
struct sqlite3_stmt *yt_sqlite_prepare(struct sqlite3 *sql, const char *text, struct yt_err *err);
void yt_sqlite_finalize(struct sqlite3_stmt *statement);
YT_DEFINE_SCOPED(struct sqlite3_stmt, yt_sqlite_finalize)

/* Next row: *row says whether there is one. */
YT_MUST_CHECK bool yt_sqlite_step(struct sqlite3_stmt *statement, bool *row, struct yt_err *err);
/* Runs a statement that gives no rows, and makes it ready to be bound again. */
YT_MUST_CHECK bool yt_sqlite_done(struct sqlite3_stmt *statement, struct yt_err *err);
/* Copies the column when it is a blob of exactly `size` bytes; otherwise YT_ERR_CORRUPT. */
YT_MUST_CHECK bool yt_sqlite_blob(struct sqlite3_stmt *statement, int column, void *to, size_t size,
                                  struct yt_err *err);

/* A change that happens whole or not at all: begin, work, commit. What goes out of scope before
 * it is committed is rolled back. */
struct yt_transaction {
    struct sqlite3 *sql; /* NULL when none is open */
};
YT_MUST_CHECK bool yt_transaction_begin(struct yt_transaction *transaction, struct sqlite3 *sql,
                                        struct yt_err *err);
YT_MUST_CHECK bool yt_transaction_commit(struct yt_transaction *transaction, struct yt_err *err);
void yt_transaction_end(struct yt_transaction *transaction); /* for YT_SCOPED */

#endif
