#include "store/queue.h"

#include "store/file.h"

#include <sqlite3.h>

const char *yt_queue_state_name(enum yt_queue_state state)
{
    static const char *const names[YT_QUEUE_STATES] = {
        [YT_QUEUE_QUEUED] = "queued",       [YT_QUEUE_DELIVERED] = "delivered",
        [YT_QUEUE_COLLECTED] = "collected", [YT_QUEUE_EXPIRED] = "expired",
        [YT_QUEUE_WITHDRAWN] = "withdrawn",
    };

    return (size_t)state < YT_QUEUE_STATES ? names[state] : "?";
}

static bool read_row(struct yt_db *db, struct sqlite3_stmt *list, struct yt_queue_row *row,
                     struct yt_err *err)
{
    int32_t today = yt_db_today(db);

    if (!yt_sqlite_blob(list, 0, row->id, sizeof row->id, err) ||
        !yt_sqlite_blob(list, 1, row->desk_key_id, sizeof row->desk_key_id, err))
        return false;
    yt_slip_number(row->id, row->number);
    row->state = (enum yt_queue_state)sqlite3_column_int(list, 2);
    row->day = sqlite3_column_int(list, 3);
    row->age_days = today > row->day ? today - row->day : 0;
    row->size = (size_t)sqlite3_column_int64(list, 4);
    return true;
}

bool yt_queue_each(struct yt_db *db, bool (*each)(const struct yt_queue_row *row, void *context),
                   void *context, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list = yt_sqlite_prepare(
        db->sql,
        "SELECT id, desk_key_id, state, day, coalesce(length(bytes), 0) FROM entry ORDER BY id",
        err);
    bool more = true;

    if (!list)
        return false;
    while (more) {
        struct yt_queue_row row;

        if (!yt_sqlite_step(list, &more, err))
            return false;
        if (!more)
            break;
        if (!read_row(db, list, &row, err))
            return false;
        more = each(&row, context);
    }
    return true;
}

static bool count_states(struct yt_db *db, struct yt_queue_summary *summary, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list =
        yt_sqlite_prepare(db->sql, "SELECT state, sum(count) FROM tally GROUP BY state", err);
    bool row = list != NULL;

    while (row) {
        int state;

        if (!yt_sqlite_step(list, &row, err))
            return false;
        state = row ? sqlite3_column_int(list, 0) : -1;
        if (state >= 0 && state < YT_QUEUE_STATES)
            summary->count[state] = (size_t)sqlite3_column_int64(list, 1);
    }
    return list != NULL;
}

bool yt_queue_summarise(struct yt_db *db, struct yt_queue_summary *summary, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *waiting =
        yt_sqlite_prepare(db->sql,
                          "SELECT count(*), coalesce(min(day), 0), coalesce(sum(length(bytes)), 0),"
                          " coalesce(sum(day <= ?2), 0) FROM entry WHERE state = ?1",
                          err);
    int32_t today = yt_db_today(db);
    bool row = false;

    *summary = (struct yt_queue_summary){0};
    if (!waiting)
        return false;
    sqlite3_bind_int(waiting, 1, YT_QUEUE_QUEUED);
    sqlite3_bind_int(waiting, 2, today - YT_QUEUE_WARN_DAYS);
    if (!yt_sqlite_step(waiting, &row, err))
        return false;
    summary->waiting = (size_t)sqlite3_column_int64(waiting, 0);
    summary->oldest_day = sqlite3_column_int(waiting, 1);
    if (summary->waiting > 0 && today > summary->oldest_day)
        summary->oldest_age_days = today - summary->oldest_day;
    summary->waiting_bytes = (size_t)sqlite3_column_int64(waiting, 2);
    summary->past_warning = (size_t)sqlite3_column_int64(waiting, 3);
    return count_states(db, summary, err);
}
