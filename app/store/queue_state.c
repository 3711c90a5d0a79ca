#include "store/queue.h"

#include "store/file.h"

#include <sqlite3.h>
#include <string.h>

/* What is kept of an entry's state while it changes. */
struct found {
    uint8_t id[YT_ENTRY_ID_SIZE];
    enum yt_queue_state state;
    int matches;
};

bool yt_queue_find_state(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                         enum yt_queue_state *state, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *find =
        yt_sqlite_prepare(db->sql, "SELECT state FROM entry WHERE id = ?1", err);
    bool row = false;

    if (!find)
        return false;
    sqlite3_bind_blob(find, 1, id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    if (!yt_sqlite_step(find, &row, err))
        return false;
    if (!row)
        return yt_err_set(err, YT_ERR_NOT_FOUND, "this entry is not in the queue");
    *state = (enum yt_queue_state)sqlite3_column_int(find, 0);
    return true;
}

bool yt_entry_change_state(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                           enum yt_queue_state state, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *change = yt_sqlite_prepare(
        db->sql, "UPDATE entry SET state = ?2, state_day = ?3 WHERE id = ?1", err);

    if (!change)
        return false;
    sqlite3_bind_blob(change, 1, id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    sqlite3_bind_int(change, 2, (int)state);
    sqlite3_bind_int(change, 3, yt_db_today(db));
    return yt_sqlite_done(change, err) && yt_tally_add(db, state, 1, err);
}

static bool erase(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE], struct yt_err *err)
{
    return yt_run_for_entry(db, "UPDATE entry SET bytes = NULL WHERE id = ?1", id, err);
}

bool yt_queue_mark_collected(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                             struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
    enum yt_queue_state state = YT_QUEUE_QUEUED;

    if (!yt_transaction_begin(&transaction, db->sql, err) ||
        !yt_queue_find_state(db, id, &state, err))
        return false;
    if (state != YT_QUEUE_QUEUED)
        return yt_err_set(err, YT_ERR_CONFLICT, "this entry is not waiting any more: it is %s",
                          yt_queue_state_name(state));
    return yt_entry_change_state(db, id, YT_QUEUE_COLLECTED, err) &&
           yt_transaction_commit(&transaction, err);
}

bool yt_queue_mark_all_collected(struct yt_db *db, size_t *marked, struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
    YT_SCOPED(yt_sqlite_finalize_scoped) struct sqlite3_stmt *change = NULL;

    if (!yt_transaction_begin(&transaction, db->sql, err))
        return false;
    change = yt_sqlite_prepare(db->sql,
                               "UPDATE entry SET state = ?1, state_day = ?2 WHERE state = ?3", err);
    if (!change)
        return false;
    sqlite3_bind_int(change, 1, YT_QUEUE_COLLECTED);
    sqlite3_bind_int(change, 2, yt_db_today(db));
    sqlite3_bind_int(change, 3, YT_QUEUE_QUEUED);
    if (!yt_sqlite_done(change, err))
        return false;
    *marked = (size_t)sqlite3_changes64(db->sql);
    return yt_tally_add(db, YT_QUEUE_COLLECTED, (int64_t)*marked, err) &&
           yt_transaction_commit(&transaction, err);
}

static bool find_by_number(struct yt_db *db, const char *wanted, struct found *found,
                           struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list = yt_sqlite_prepare(db->sql, "SELECT id, state FROM entry", err);
    bool row = list != NULL;

    *found = (struct found){0};
    while (row) {
        uint8_t id[YT_ENTRY_ID_SIZE];
        char number[YT_SLIP_NUMBER_MAX];

        if (!yt_sqlite_step(list, &row, err) ||
            (row && !yt_sqlite_blob(list, 0, id, sizeof id, err)))
            return false;
        if (!row)
            break;
        yt_slip_number(id, number);
        if (strcmp(number, wanted) != 0)
            continue;
        memcpy(found->id, id, sizeof id);
        found->state = (enum yt_queue_state)sqlite3_column_int(list, 1);
        found->matches++;
    }
    return list != NULL;
}

bool yt_queue_withdraw(struct yt_db *db, const char *number, uint8_t id[YT_ENTRY_ID_SIZE],
                       struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
    char wanted[YT_SLIP_NUMBER_MAX];
    struct found found;

    if (!yt_slip_number_read(number, wanted)) {
        yt_err_set(err, YT_ERR_INVALID, "no slip bears this number");
        return yt_err_remedy(err, "Compare it with the slip digit by digit: it has nine.");
    }
    if (!yt_transaction_begin(&transaction, db->sql, err) ||
        !find_by_number(db, wanted, &found, err))
        return false;
    if (found.matches == 0)
        return yt_err_set(err, YT_ERR_NOT_FOUND, "no entry with this number is in the queue");
    if (found.matches > 1) {
        yt_err_set(err, YT_ERR_CONFLICT, "%d entries bear this number", found.matches);
        return yt_err_remedy(err, "Withdraw it at the desk, which can tell them apart.");
    }
    if (found.state != YT_QUEUE_WITHDRAWN &&
        !yt_entry_change_state(db, found.id, YT_QUEUE_WITHDRAWN, err))
        return false;
    if (!erase(db, found.id, err) || !yt_slots_release(db, found.id, err) ||
        !yt_joins_release(db, found.id, err) || !yt_transaction_commit(&transaction, err))
        return false;
    if (id)
        memcpy(id, found.id, sizeof found.id);
    return true;
}
