#include "store/counters.h"

#include "store/file.h"

#include <sqlite3.h>

static bool add_visit(struct yt_db *db, const struct yt_visit_figures *visit, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *add = yt_sqlite_prepare(
        db->sql,
        "INSERT INTO visit_count (day, language, finished, count) VALUES (?1, ?2, ?3, 1)"
        " ON CONFLICT (day, language, finished) DO UPDATE SET count = count + 1",
        err);

    if (!add)
        return false;
    sqlite3_bind_int(add, 1, yt_db_today(db));
    sqlite3_bind_text(add, 2, visit->language, -1, SQLITE_STATIC);
    sqlite3_bind_int(add, 3, visit->finished);
    return yt_sqlite_done(add, err);
}

static bool add_screens(struct yt_db *db, const struct yt_visit_figures *visit, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *add =
        yt_sqlite_prepare(db->sql,
                          "INSERT INTO screen_count (day, name, count) VALUES (?1, ?2, ?3)"
                          " ON CONFLICT (day, name) DO UPDATE SET count = count + excluded.count",
                          err);

    if (!add)
        return false;
    for (size_t i = 0; i < visit->screen_count; i++) {
        sqlite3_bind_int(add, 1, yt_db_today(db));
        sqlite3_bind_text(add, 2, visit->screens[i].name, -1, SQLITE_STATIC);
        sqlite3_bind_int(add, 3, visit->screens[i].opened);
        if (!yt_sqlite_done(add, err))
            return false;
    }
    return true;
}

bool yt_counters_add(struct yt_db *db, const struct yt_visit_figures *visit, struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};

    return yt_transaction_begin(&transaction, db->sql, err) && add_visit(db, visit, err) &&
           add_screens(db, visit, err) && yt_transaction_commit(&transaction, err);
}

bool yt_counters_each(struct yt_db *db, int32_t from_day, int32_t to_day,
                      bool (*each)(const struct yt_counter_row *row, void *context), void *context,
                      struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list = yt_sqlite_prepare(
        db->sql,
        "SELECT day, 'visit' AS kind, language AS name, finished, count FROM visit_count"
        " WHERE day >= ?1 AND day < ?2"
        " UNION ALL SELECT day, 'screen', name, 0, count FROM screen_count"
        " WHERE day >= ?1 AND day < ?2 ORDER BY day, kind, name, finished",
        err);
    bool more = true;

    if (!list)
        return false;
    sqlite3_bind_int(list, 1, from_day);
    sqlite3_bind_int(list, 2, to_day);
    while (more) {
        struct yt_counter_row row;

        if (!yt_sqlite_step(list, &more, err))
            return false;
        if (!more)
            break;
        row = (struct yt_counter_row){
            .day = sqlite3_column_int(list, 0),
            .kind = (const char *)sqlite3_column_text(list, 1),
            .name = (const char *)sqlite3_column_text(list, 2),
            .finished = sqlite3_column_int(list, 3) != 0,
            .count = sqlite3_column_int64(list, 4),
        };
        more = each(&row, context);
    }
    return true;
}
