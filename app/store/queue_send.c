#include "store/queue_send.h"

#include "base/str.h"
#include "store/file.h"

#include <sqlite3.h>
#include <string.h>

bool yt_queue_await_writer(struct yt_db *db, struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};

    /* There is one right to write; it is given back unused. */
    return yt_transaction_begin(&transaction, db->sql, err);
}

static bool read_sealed(struct sqlite3_stmt *row, const uint8_t *desk_key_id,
                        struct yt_sealed *sealed, struct yt_err *err)
{
    int size = sqlite3_column_bytes(row, 1);

    memset(sealed, 0, sizeof *sealed);
    if (size <= 0 || size > YT_SEALED_MAX)
        return yt_err_set(err, YT_ERR_CORRUPT, "an entry of %d bytes is in the queue", size);
    sealed->size = (size_t)size;
    memcpy(sealed->desk_key_id, desk_key_id, sizeof sealed->desk_key_id);
    return yt_sqlite_blob(row, 0, sealed->id, sizeof sealed->id, err) &&
           yt_sqlite_blob(row, 1, sealed->bytes, sealed->size, err);
}

bool yt_queue_to_send(struct yt_db *db, const uint8_t desk_key_id[static YT_KEY_ID_SIZE],
                      struct yt_sealed *ret_list, size_t capacity, size_t *ret_count,
                      struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list =
        yt_sqlite_prepare(db->sql,
                          "SELECT id, bytes FROM entry WHERE state IN (?1, ?2)"
                          " AND bytes IS NOT NULL AND desk_key_id = ?3"
                          " AND refused_day IS NOT ?4 ORDER BY state, day, id LIMIT ?5",
                          err);
    bool row = list != NULL;

    *ret_count = 0;
    if (!list)
        return false;
    sqlite3_bind_int(list, 1, YT_QUEUE_QUEUED);
    sqlite3_bind_int(list, 2, YT_QUEUE_COLLECTED);
    sqlite3_bind_blob(list, 3, desk_key_id, YT_KEY_ID_SIZE, SQLITE_STATIC);
    sqlite3_bind_int(list, 4, yt_db_today(db));
    sqlite3_bind_int64(list, 5, (int64_t)capacity);
    while (row) {
        if (!yt_sqlite_step(list, &row, err) ||
            (row && !read_sealed(list, desk_key_id, &ret_list[*ret_count], err)))
            return yt_err_context(err, "read what is to be sent");
        *ret_count += row;
    }
    return true;
}

static bool keep_receipt(struct yt_db *db, const struct yt_queue_receipt *receipt,
                         struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *keep = yt_sqlite_prepare(
        db->sql, "UPDATE entry SET bytes = NULL, receipt = ?2, refused_day = NULL WHERE id = ?1",
        err);

    if (!keep)
        return false;
    sqlite3_bind_blob(keep, 1, receipt->id, sizeof receipt->id, SQLITE_STATIC);
    sqlite3_bind_blob(keep, 2, receipt->bytes, (int)receipt->size, SQLITE_STATIC);
    return yt_sqlite_done(keep, err);
}

static bool settle_one(struct yt_db *db, const struct yt_queue_receipt *receipt, struct yt_err *err)
{
    enum yt_queue_state state = YT_QUEUE_QUEUED;

    if (!yt_queue_find_state(db, receipt->id, &state, err))
        return err->code == YT_ERR_NOT_FOUND; /* forgotten meanwhile: nothing is left to free */
    if (state == YT_QUEUE_QUEUED &&
        !yt_entry_change_state(db, receipt->id,
                               receipt->withdrawn ? YT_QUEUE_WITHDRAWN : YT_QUEUE_DELIVERED, err))
        return false;
    return (!receipt->withdrawn ||
            (yt_slots_release(db, receipt->id, err) && yt_joins_release(db, receipt->id, err))) &&
           keep_receipt(db, receipt, err);
}

static bool write_courier(struct yt_db *db, const char *trouble, const char *detail,
                          bool receipt_today, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *write =
        yt_sqlite_prepare(db->sql,
                          "INSERT INTO courier (one, trouble, detail, trouble_day, receipt_day)"
                          " VALUES (1, ?1, ?2, ?3, iif(?4, ?3, 0))"
                          " ON CONFLICT (one) DO UPDATE SET trouble = ?1, detail = ?2,"
                          " trouble_day = ?3, receipt_day = iif(?4, ?3, receipt_day)",
                          err);

    if (!write)
        return false;
    sqlite3_bind_text(write, 1, trouble, -1, SQLITE_STATIC);
    sqlite3_bind_text(write, 2, detail, -1, SQLITE_STATIC);
    sqlite3_bind_int(write, 3, yt_db_today(db));
    sqlite3_bind_int(write, 4, receipt_today);
    return yt_sqlite_done(write, err);
}

bool yt_queue_settle(struct yt_db *db, const struct yt_queue_receipt *receipts, size_t count,
                     struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
    bool settled = yt_transaction_begin(&transaction, db->sql, err);

    for (size_t i = 0; settled && i < count; i++)
        settled = settle_one(db, &receipts[i], err);
    return (settled && write_courier(db, "", "", true, err) &&
            yt_transaction_commit(&transaction, err)) ||
           yt_err_context(err, "free what the desk has");
}

bool yt_queue_mark_refused(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                           struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *mark =
        yt_sqlite_prepare(db->sql, "UPDATE entry SET refused_day = ?2 WHERE id = ?1", err);

    if (!mark)
        return false;
    sqlite3_bind_blob(mark, 1, id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    sqlite3_bind_int(mark, 2, yt_db_today(db));
    return yt_sqlite_done(mark, err);
}

static bool read_courier(struct yt_db *db, struct yt_queue_sending *sending, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *read = yt_sqlite_prepare(
        db->sql, "SELECT trouble, detail, trouble_day, receipt_day FROM courier", err);
    bool row = false;

    if (!read || !yt_sqlite_step(read, &row, err))
        return false;
    if (!row)
        return true;
    yt_str_copy(sending->trouble, sizeof sending->trouble,
                (const char *)sqlite3_column_text(read, 0));
    yt_str_copy(sending->detail, sizeof sending->detail,
                (const char *)sqlite3_column_text(read, 1));
    sending->trouble_day = sqlite3_column_int(read, 2);
    sending->receipt_day = sqlite3_column_int(read, 3);
    return true;
}

bool yt_queue_note_trouble(struct yt_db *db, const char *trouble, const char *detail,
                           struct yt_err *err)
{
    struct yt_queue_sending known = {0};

    if (!read_courier(db, &known, err))
        return false;
    return strcmp(known.trouble, trouble) == 0 || write_courier(db, trouble, detail, false, err);
}

bool yt_queue_sending(struct yt_db *db, const uint8_t desk_key_id[static YT_KEY_ID_SIZE],
                      struct yt_queue_sending *ret_sending, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *count = yt_sqlite_prepare(
        db->sql,
        "SELECT count(*), coalesce(min(day), 0), coalesce(sum(refused_day IS NOT NULL), 0),"
        " coalesce(sum(desk_key_id <> ?2), 0) FROM entry WHERE state = ?1",
        err);
    bool row = false;
    int32_t oldest;

    *ret_sending = (struct yt_queue_sending){0};
    if (!count)
        return false;
    sqlite3_bind_int(count, 1, YT_QUEUE_QUEUED);
    sqlite3_bind_blob(count, 2, desk_key_id, YT_KEY_ID_SIZE, SQLITE_STATIC);
    if (!yt_sqlite_step(count, &row, err))
        return false;
    ret_sending->waiting = (size_t)sqlite3_column_int64(count, 0);
    oldest = sqlite3_column_int(count, 1);
    if (ret_sending->waiting > 0 && yt_db_today(db) > oldest)
        ret_sending->oldest_age_days = yt_db_today(db) - oldest;
    ret_sending->refused = (size_t)sqlite3_column_int64(count, 2);
    ret_sending->other_desk = (size_t)sqlite3_column_int64(count, 3);
    return read_courier(db, ret_sending, err);
}
