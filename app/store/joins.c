#include "store/joins.h"

#include "store/file.h"

#include <sqlite3.h>
#include <string.h>

static bool count_joined(struct yt_db *db, const struct yt_join_claim *claim, int *joined,
                         struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *count = yt_sqlite_prepare(
        db->sql, "SELECT count(*) FROM join_claim WHERE day = ?1 AND programme = ?2", err);
    bool row = false;

    if (!count)
        return false;
    sqlite3_bind_int(count, 1, claim->day);
    sqlite3_bind_text(count, 2, claim->programme, -1, SQLITE_STATIC);
    if (!yt_sqlite_step(count, &row, err))
        return false;
    *joined = sqlite3_column_int(count, 0);
    return true;
}

bool yt_join_take(struct yt_db *db, const uint8_t entry[static YT_ENTRY_ID_SIZE],
                  const struct yt_join_claim *claim, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped) struct sqlite3_stmt *take = NULL;
    int joined = 0;

    if (claim->room > 0 && !count_joined(db, claim, &joined, err))
        return false;
    if (claim->room > 0 && joined >= claim->room) {
        yt_err_set(err, YT_ERR_CONFLICT, "join: all %d places are taken", claim->room);
        return yt_err_remedy(err, "Offer another date, or the waiting list.");
    }
    /* The same date twice in one entry is one place. */
    take = yt_sqlite_prepare(
        db->sql, "INSERT OR IGNORE INTO join_claim (day, programme, entry) VALUES (?1, ?2, ?3)",
        err);
    if (!take)
        return false;
    sqlite3_bind_int(take, 1, claim->day);
    sqlite3_bind_text(take, 2, claim->programme, -1, SQLITE_STATIC);
    sqlite3_bind_blob(take, 3, entry, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    return yt_sqlite_done(take, err);
}

bool yt_joins_list(struct yt_db *db, int32_t from_day, struct yt_join_count *joins, size_t capacity,
                   size_t *count, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list =
        yt_sqlite_prepare(db->sql,
                          "SELECT programme, day, min(count(*), 65535) FROM join_claim"
                          " WHERE day >= ?1 GROUP BY day, programme ORDER BY day, programme",
                          err);
    size_t found = 0;
    bool row = list != NULL;

    *count = 0;
    if (!list)
        return false;
    sqlite3_bind_int(list, 1, from_day);
    while (row) {
        if (!yt_sqlite_step(list, &row, err))
            return false;
        if (row && found < capacity) {
            joins[found] = (struct yt_join_count){
                .day = sqlite3_column_int(list, 1),
                .count = (uint16_t)sqlite3_column_int(list, 2),
            };
            sqlite3_snprintf(sizeof joins[found].programme, joins[found].programme, "%s",
                             sqlite3_column_text(list, 0));
        }
        found += row;
    }
    if (found > capacity)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "%zu dates are joined, room is for %zu", found,
                          capacity);
    *count = found;
    return true;
}

bool yt_joins_release(struct yt_db *db, const uint8_t entry[static YT_ENTRY_ID_SIZE],
                      struct yt_err *err)
{
    return yt_run_for_entry(db, "DELETE FROM join_claim WHERE entry = ?1", entry, err);
}
