#include "store/queue.h"

#include "store/file.h"

#include <sqlite3.h>

/* A box that is carried to a monthly cafe stands unused for weeks, not for longer than this. */
#define PLAUSIBLE_GAP_DAYS 60

struct calendar {
    int32_t day;
    bool trusted;
    bool known;
};

static bool read_calendar(struct yt_db *db, struct calendar *calendar, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *read =
        yt_sqlite_prepare(db->sql, "SELECT day, trusted FROM calendar", err);

    if (!read || !yt_sqlite_step(read, &calendar->known, err))
        return false;
    calendar->day = sqlite3_column_int(read, 0);
    calendar->trusted = sqlite3_column_int(read, 1) != 0;
    return true;
}

/* Runs a statement with up to three numbers. */
static bool run_with(struct yt_db *db, const char *text, int64_t first, int64_t second,
                     int64_t third, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *statement = yt_sqlite_prepare(db->sql, text, err);
    const int64_t numbers[3] = {first, second, third};

    if (!statement)
        return false;
    for (int i = 0; i < 3 && i < sqlite3_bind_parameter_count(statement); i++)
        sqlite3_bind_int64(statement, i + 1, numbers[i]);
    return yt_sqlite_done(statement, err);
}

/* Moves the days in the queue along when the clock jumped, so that only days that passed count. */
static bool follow_clock(struct yt_db *db, int32_t today, struct yt_err *err)
{
    bool trusted = yt_clock_trusted(db->clock);
    struct calendar last = {0};
    int32_t gap;

    if (!read_calendar(db, &last, err))
        return false;
    gap = today - last.day;
    if (last.known && gap == 0 && trusted == last.trusted)
        return true;
    /* Pushes between the jump and this sweep bear the new date already; they stay. */
    if (last.known && gap < 0 &&
        !run_with(db,
                  "UPDATE entry SET day = max(day + ?1, ?1), state_day = state_day + ?1"
                  " WHERE day > ?2",
                  gap, today, 0, err))
        return false;
    if (last.known && gap > PLAUSIBLE_GAP_DAYS && !(trusted && last.trusted) &&
        !run_with(db, "UPDATE entry SET day = day + ?1, state_day = state_day + ?1 WHERE day <= ?2",
                  gap, last.day, 0, err))
        return false;
    return run_with(db,
                    "INSERT INTO calendar (one, day, trusted) VALUES (1, ?1, ?2)"
                    " ON CONFLICT (one) DO UPDATE SET day = excluded.day, trusted ="
                    " excluded.trusted",
                    today, trusted, 0, err);
}

static bool expire(struct yt_db *db, int32_t today, struct yt_queue_sweep *sweep,
                   struct yt_err *err)
{
    if (!run_with(db,
                  "UPDATE entry SET state = ?1, state_day = ?2, bytes = NULL"
                  " WHERE state = 0 AND day <= ?3",
                  YT_QUEUE_EXPIRED, today, today - YT_QUEUE_KEEP_DAYS, err))
        return false;
    sweep->expired = (size_t)sqlite3_changes64(db->sql);
    return sweep->expired == 0 || yt_tally_add(db, YT_QUEUE_EXPIRED, (int64_t)sweep->expired, err);
}

static bool erase_collected(struct yt_db *db, int32_t today, struct yt_queue_sweep *sweep,
                            struct yt_err *err)
{
    if (!run_with(db,
                  "UPDATE entry SET bytes = NULL"
                  " WHERE state = ?1 AND bytes IS NOT NULL AND state_day <= ?2",
                  YT_QUEUE_COLLECTED, today - YT_QUEUE_GRACE_DAYS, 0, err))
        return false;
    sweep->erased = (size_t)sqlite3_changes64(db->sql);
    return true;
}

static bool forget(struct yt_db *db, int32_t today, struct yt_queue_sweep *sweep,
                   struct yt_err *err)
{
    int64_t yesterday = ((int64_t)today - 1) * YT_DAY_MINUTES - db->utc_offset_minutes;

    if (!run_with(db, "DELETE FROM entry WHERE bytes IS NULL AND state_day <= ?1",
                  today - YT_QUEUE_KEEP_DAYS, 0, 0, err))
        return false;
    sweep->forgotten = (size_t)sqlite3_changes64(db->sql);
    /* An appointment that is past tells about a person and helps nobody. With a clock that may be
     * wrong they stay: a place must not be given out twice. */
    return !yt_clock_trusted(db->clock) ||
           (run_with(db, "DELETE FROM slot_claim WHERE start_minute < ?1", yesterday, 0, 0, err) &&
            run_with(db, "DELETE FROM join_claim WHERE day < ?1", today, 0, 0, err));
}

bool yt_queue_sweep(struct yt_db *db, struct yt_queue_sweep *sweep, struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
    int32_t today = yt_db_today(db);

    *sweep = (struct yt_queue_sweep){0};
    if (yt_transaction_begin(&transaction, db->sql, err) && follow_clock(db, today, err) &&
        expire(db, today, sweep, err) && erase_collected(db, today, sweep, err) &&
        forget(db, today, sweep, err) && yt_transaction_commit(&transaction, err))
        return true;
    *sweep = (struct yt_queue_sweep){0};
    return yt_err_context(err, "sweep the queue");
}
