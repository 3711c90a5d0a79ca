/* The kiosk's one SQLite file: the queue of sealed entries, the slots that are taken, and the
 * counters. The kiosk and the courier open the same file; it is the interface between them.
 *
 * What is promised: a call that returns true after a change has that change on the disk (WAL with
 * synchronous=FULL, read back after it is set). Deleted content is overwritten (secure_delete).
 * All times in it are whole days. Every call may take as long as the disk does: worker threads
 * only, and one `struct yt_db` belongs to one thread.
 *
 * Errors of every call that takes a `struct yt_db`: YT_ERR_DISK_FULL, YT_ERR_READ_ONLY,
 * YT_ERR_CORRUPT, YT_ERR_IO, YT_ERR_TIMEOUT (another program holds the file), YT_ERR_NO_MEMORY;
 * each with a remedy that staff can act on. After an error the file is as before the call. */
#ifndef YT_STORE_DB_H
#define YT_STORE_DB_H

#include "base/attributes.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/sqlite.h"

#include <stdbool.h>
#include <stdint.h>

struct yt_db;

/* How many migrations there are; the user_version of a file that is up to date. */
#define YT_DB_VERSION 3

struct yt_db_options {
    const struct yt_clock *clock; /* NULL: the machine's. Must outlive the db */
    int utc_offset_minutes;       /* of the place, for where a day ends: 540 in Japan */
    /* The program that owns the file sets a broken one aside and begins a new one. A second one
     * (courier, `queue`) leaves this false and gets YT_ERR_CORRUPT, or YT_ERR_NOT_FOUND when
     * there is no file yet. */
    bool owner;
};

/* Opens, checks (quick_check) and migrates the file at `path`, made with mode 0600 in a folder
 * that exists. `report` says what staff should be told and may be NULL. NULL on failure: also
 * YT_ERR_UNSUPPORTED when the file was written by a newer program. */
struct yt_db *yt_db_open(const char *path, const struct yt_db_options *options,
                         struct yt_sqlite_report *report, struct yt_err *err);

/* NULL is harmless. */
void yt_db_free(struct yt_db *db);
YT_DEFINE_SCOPED(struct yt_db, yt_db_free)

/* Work for quiet moments between visits: moves the journal into the file and empties it, so that
 * erased bytes do not linger in it and the next push costs one flush and no more. */
YT_MUST_CHECK bool yt_db_tidy(struct yt_db *db, struct yt_err *err);

/* Whether `path` still leads to the file that is open. When somebody removed or replaced it, or its
 * folder, while it was open, SQLite goes on writing to what nobody will find again: then nothing
 * that was pushed is kept, and the file has to be opened anew. Costs one stat. */
bool yt_db_in_place(const struct yt_db *db);

/* Today at the place, in days since 1970-01-01. */
int32_t yt_db_today(const struct yt_db *db);

#endif
