#include "store/queue.h"

#include "store/file.h"

#include <sodium.h>
#include <sqlite3.h>
#include <string.h>

#define DIGEST_SIZE 32

static void digest_of(const struct yt_sealed *sealed, uint8_t digest[static DIGEST_SIZE])
{
    crypto_generichash(digest, DIGEST_SIZE, sealed->bytes, sealed->size, NULL, 0);
}

/* Is the id there already? With the same bytes that is fine, with others it is not. */
static bool find_same(struct yt_db *db, const struct yt_sealed *sealed,
                      const uint8_t digest[static DIGEST_SIZE], bool *same, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *find =
        yt_sqlite_prepare(db->sql, "SELECT digest FROM entry WHERE id = ?1", err);
    uint8_t stored[DIGEST_SIZE];
    bool row = false;

    *same = false;
    if (!find)
        return false;
    sqlite3_bind_blob(find, 1, sealed->id, sizeof sealed->id, SQLITE_STATIC);
    if (!yt_sqlite_step(find, &row, err))
        return false;
    if (!row)
        return true;
    if (!yt_sqlite_blob(find, 0, stored, sizeof stored, err))
        return false;
    if (memcmp(stored, digest, DIGEST_SIZE) != 0)
        return yt_err_set(err, YT_ERR_CONFLICT, "entry: its id is in the queue with other content");
    *same = true;
    return true;
}

static bool insert_entry(struct yt_db *db, const struct yt_sealed *sealed,
                         const uint8_t digest[static DIGEST_SIZE], struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *insert = yt_sqlite_prepare(
        db->sql,
        "INSERT INTO entry (id, desk_key_id, state, day, state_day, digest, bytes)"
        " VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6)",
        err);

    if (!insert)
        return false;
    sqlite3_bind_blob(insert, 1, sealed->id, sizeof sealed->id, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 2, sealed->desk_key_id, sizeof sealed->desk_key_id, SQLITE_STATIC);
    sqlite3_bind_int(insert, 3, YT_QUEUE_QUEUED);
    sqlite3_bind_int(insert, 4, yt_db_today(db));
    sqlite3_bind_blob(insert, 5, digest, DIGEST_SIZE, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 6, sealed->bytes, (int)sealed->size, SQLITE_STATIC);
    return yt_sqlite_done(insert, err);
}

static void bind_slot(struct sqlite3_stmt *statement, const struct yt_slot_claim *claim)
{
    sqlite3_bind_int64(statement, 1, claim->start_minute);
    sqlite3_bind_int(statement, 2, claim->type);
    sqlite3_bind_int(statement, 3, claim->place);
}

static bool count_taken(struct yt_db *db, const struct yt_slot_claim *claim, int *taken,
                        struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *count =
        yt_sqlite_prepare(db->sql,
                          "SELECT count(*) FROM slot_claim"
                          " WHERE start_minute = ?1 AND type = ?2 AND place = ?3",
                          err);
    bool row = false;

    if (!count)
        return false;
    bind_slot(count, claim);
    if (!yt_sqlite_step(count, &row, err))
        return false;
    *taken = sqlite3_column_int(count, 0);
    return true;
}

static bool take_slot(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                      const struct yt_slot_claim *claim, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped) struct sqlite3_stmt *take = NULL;
    int taken = 0;

    if (!count_taken(db, claim, &taken, err))
        return false;
    if (taken >= claim->capacity) {
        yt_err_set(err, YT_ERR_CONFLICT, "slot: all %d places are taken", claim->capacity);
        return yt_err_remedy(err, "Offer another time, or hand over a wish for this one.");
    }
    take = yt_sqlite_prepare(db->sql,
                             "INSERT INTO slot_claim"
                             " (start_minute, type, place, entry, length_minutes)"
                             " VALUES (?1, ?2, ?3, ?4, ?5)",
                             err);
    if (!take)
        return false;
    bind_slot(take, claim);
    sqlite3_bind_blob(take, 4, id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    sqlite3_bind_int(take, 5, claim->length_minutes);
    return yt_sqlite_done(take, err);
}

static bool take_claims(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                        const struct yt_queue_claims *claims, struct yt_err *err)
{
    if (claims->slot && !take_slot(db, id, claims->slot, err))
        return false;
    for (size_t i = 0; i < claims->join_count; i++)
        if (!yt_join_take(db, id, &claims->joins[i], err))
            return false;
    return true;
}

bool yt_queue_push(struct yt_db *db, const struct yt_sealed *sealed,
                   const struct yt_slot_claim *claim, struct yt_err *err)
{
    const struct yt_queue_claims claims = {.slot = claim};

    return yt_queue_push_claims(db, sealed, &claims, err);
}

bool yt_queue_push_claims(struct yt_db *db, const struct yt_sealed *sealed,
                          const struct yt_queue_claims *claims, struct yt_err *err)
{
    YT_SCOPED(yt_transaction_end) struct yt_transaction transaction = {0};
    uint8_t digest[DIGEST_SIZE];
    bool same = false;

    if (sealed->size == 0 || sealed->size > YT_SEALED_MAX)
        return yt_err_set(err, YT_ERR_INVALID, "entry: %zu sealed bytes", sealed->size);
    if (claims->join_count > YT_JOIN_CLAIMS_MAX)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "entry: %zu dates", claims->join_count);
    digest_of(sealed, digest);
    if (!yt_transaction_begin(&transaction, db->sql, err) ||
        !find_same(db, sealed, digest, &same, err))
        return yt_err_context(err, "put the entry in the queue");
    if (same)
        return true;
    if (!insert_entry(db, sealed, digest, err) || !yt_tally_add(db, YT_QUEUE_QUEUED, 1, err))
        return yt_err_context(err, "put the entry in the queue");
    if (!take_claims(db, sealed->id, claims, err))
        return false;
    return yt_transaction_commit(&transaction, err) ||
           yt_err_context(err, "put the entry in the queue");
}

bool yt_queue_load(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                   struct yt_sealed *sealed, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *find = yt_sqlite_prepare(
        db->sql, "SELECT desk_key_id, bytes FROM entry WHERE id = ?1 AND bytes IS NOT NULL", err);
    bool row = false;
    int size;

    if (!find)
        return false;
    sqlite3_bind_blob(find, 1, id, YT_ENTRY_ID_SIZE, SQLITE_STATIC);
    if (!yt_sqlite_step(find, &row, err))
        return false;
    if (!row)
        return yt_err_set(err, YT_ERR_NOT_FOUND, "this entry is not in the queue");
    memset(sealed, 0, sizeof *sealed);
    size = sqlite3_column_bytes(find, 1);
    if (size <= 0 || size > YT_SEALED_MAX)
        return yt_err_set(err, YT_ERR_CORRUPT, "an entry of %d bytes is in the queue", size);
    memcpy(sealed->id, id, YT_ENTRY_ID_SIZE);
    sealed->size = (size_t)size;
    return yt_sqlite_blob(find, 0, sealed->desk_key_id, sizeof sealed->desk_key_id, err) &&
           yt_sqlite_blob(find, 1, sealed->bytes, sealed->size, err);
}
