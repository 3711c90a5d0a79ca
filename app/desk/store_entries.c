#include "desk/store.h"

#include "desk/store_file.h"

#include <sqlite3.h>
#include <string.h>

/* Columns: id, bytes. */
static bool read_sealed(struct sqlite3_stmt *row, struct yt_sealed *sealed, struct yt_err *err)
{
    uint8_t bytes[YT_SEALED_MAX];
    int size = sqlite3_column_bytes(row, 1);

    if (size <= 0 || size > YT_SEALED_MAX)
        return yt_err_set(err, YT_ERR_CORRUPT, "an entry of %d bytes is in the store", size);
    return yt_sqlite_blob(row, 1, bytes, (size_t)size, err) &&
           yt_envelope_read(bytes, (size_t)size, sealed, err) &&
           yt_sqlite_blob(row, 0, sealed->id, sizeof sealed->id, err);
}

static enum yt_desk_put compare(struct sqlite3_stmt *found, const struct yt_sealed *sealed)
{
    if (sqlite3_column_type(found, 1) != SQLITE_NULL)
        return YT_DESK_PUT_WITHDRAWN;
    if ((size_t)sqlite3_column_bytes(found, 0) == sealed->size &&
        memcmp(sqlite3_column_blob(found, 0), sealed->bytes, sealed->size) == 0)
        return YT_DESK_PUT_AGAIN;
    return YT_DESK_PUT_OTHER;
}

/* Is the id there, since when, and with which bytes? */
static bool look_up(struct yt_desk_store *store, struct yt_desk_arrival *arrival,
                    struct yt_err *err)
{
    static const char text[] = "SELECT bytes, withdrawn_ms, coalesce(withdrawn_ms, arrived_ms)"
                               " FROM entry WHERE id = ?1";
    bool row = false;
    bool stepped;

    arrival->put = YT_DESK_PUT_NEW;
    if (!yt_desk_store_ready(store, &store->find_entry, text, err))
        return false;
    sqlite3_bind_blob(store->find_entry, 1, arrival->sealed->id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    stepped = yt_sqlite_step(store->find_entry, &row, err);
    if (row) {
        arrival->put = compare(store->find_entry, arrival->sealed);
        arrival->since_ms = sqlite3_column_int64(store->find_entry, 2);
    }
    (void)sqlite3_reset(store->find_entry); /* repeats the error of the step */
    return stepped;
}

static bool insert(struct yt_desk_store *store, const struct yt_desk_arrival *arrival,
                   int64_t now_ms, struct yt_err *err)
{
    const struct yt_sealed *sealed = arrival->sealed;
    static const char text[] =
        "INSERT INTO entry (id, number, arrived_ms, bytes, kiosk) VALUES (?1, ?2, ?3, ?4, ?5)";
    char number[YT_SLIP_NUMBER_MAX];

    if (!yt_desk_store_ready(store, &store->add_entry, text, err))
        return false;
    yt_slip_number(sealed->id, number);
    sqlite3_bind_blob(store->add_entry, 1, sealed->id, sizeof sealed->id, SQLITE_STATIC);
    sqlite3_bind_text(store->add_entry, 2, number, -1, SQLITE_STATIC);
    sqlite3_bind_int64(store->add_entry, 3, now_ms);
    sqlite3_bind_blob(store->add_entry, 4, sealed->bytes, (int)sealed->size, SQLITE_STATIC);
    sqlite3_bind_text(store->add_entry, 5, arrival->kiosk, -1, SQLITE_STATIC);
    return yt_sqlite_done(store->add_entry, err);
}

static bool put_one(struct yt_desk_store *store, struct yt_desk_arrival *arrival, int64_t now_ms,
                    struct yt_err *err)
{
    if (!look_up(store, arrival, err))
        return false;
    if (arrival->put != YT_DESK_PUT_NEW)
        return true;
    arrival->since_ms = now_ms;
    return insert(store, arrival, now_ms, err);
}

bool yt_desk_store_put_all(struct yt_desk_store *store, struct yt_desk_arrival *arrivals,
                           size_t count, int64_t now_ms, struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
    bool kept = yt_transaction_begin(&transaction, store->sql, err);

    for (size_t i = 0; kept && i < count; i++)
        kept = put_one(store, &arrivals[i], now_ms, err);
    return (kept && yt_transaction_commit(&transaction, err)) ||
           yt_err_context(err, "keep the entry");
}

bool yt_desk_store_put(struct yt_desk_store *store, const struct yt_sealed *sealed, int64_t now_ms,
                       enum yt_desk_put *put, struct yt_err *err)
{
    struct yt_desk_arrival arrival = {.sealed = sealed};

    if (!yt_desk_store_put_all(store, &arrival, 1, now_ms, err))
        return false;
    *put = arrival.put;
    return true;
}

bool yt_desk_store_each(struct yt_desk_store *store,
                        bool (*each)(const struct yt_desk_kept *kept, void *context), void *context,
                        struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list = yt_sqlite_prepare(
        store->sql,
        "SELECT id, bytes, arrived_ms, kiosk FROM entry WHERE withdrawn_ms IS NULL ORDER BY id",
        err);
    bool more = true;

    if (!list)
        return false;
    while (more) {
        struct yt_sealed sealed;
        struct yt_desk_kept kept = {.sealed = &sealed};

        if (!yt_sqlite_step(list, &more, err))
            return false;
        if (!more)
            break;
        if (!read_sealed(list, &sealed, err))
            return false;
        kept.arrived_ms = sqlite3_column_int64(list, 2);
        kept.kiosk = (const char *)sqlite3_column_text(list, 3);
        more = each(&kept, context);
    }
    return true;
}

bool yt_desk_store_find(struct yt_desk_store *store, const char *number, struct yt_sealed *found,
                        size_t capacity, size_t *count, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list =
        yt_sqlite_prepare(store->sql,
                          "SELECT id, bytes FROM entry"
                          " WHERE number = ?1 AND withdrawn_ms IS NULL ORDER BY arrived_ms",
                          err);
    bool row = true;

    *count = 0;
    if (!list)
        return false;
    sqlite3_bind_text(list, 1, number, -1, SQLITE_STATIC);
    while (*count < capacity) {
        if (!yt_sqlite_step(list, &row, err))
            return false;
        if (!row)
            break;
        if (!read_sealed(list, &found[*count], err))
            return false;
        ++*count;
    }
    if (*count == 0)
        return yt_err_set(err, YT_ERR_NOT_FOUND, "%s: no entry bears this number", number);
    return true;
}

bool yt_desk_store_withdraw(struct yt_desk_store *store, const uint8_t id[static YT_ENTRY_ID_SIZE],
                            int64_t now_ms, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *wipe = yt_sqlite_prepare(store->sql,
                                                  "UPDATE entry SET bytes = NULL, withdrawn_ms = ?2"
                                                  " WHERE id = ?1 AND withdrawn_ms IS NULL",
                                                  err);

    if (!wipe)
        return false;
    sqlite3_bind_blob(wipe, 1, id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    sqlite3_bind_int64(wipe, 2, now_ms);
    /* The journal still holds the old page until it is emptied. */
    return yt_sqlite_done(wipe, err) && yt_sqlite_tidy(store->sql, err);
}
