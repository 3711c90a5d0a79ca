#include "store/slots.h"

#include "store/file.h"

#include <sqlite3.h>

bool yt_slots_each(struct yt_db *db, int64_t from_minute, int64_t until_minute,
                   bool (*each)(const struct yt_slot_taken *taken, void *context), void *context,
                   struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list = yt_sqlite_prepare(
        db->sql,
        "SELECT type, place, start_minute, count(*), max(length_minutes) FROM slot_claim"
        " WHERE start_minute >= ?1 AND start_minute < ?2"
        " GROUP BY start_minute, type, place ORDER BY start_minute, type, place",
        err);
    bool more = true;

    if (!list)
        return false;
    sqlite3_bind_int64(list, 1, from_minute);
    sqlite3_bind_int64(list, 2, until_minute);
    while (more) {
        struct yt_slot_taken taken;

        if (!yt_sqlite_step(list, &more, err))
            return false;
        if (!more)
            break;
        taken = (struct yt_slot_taken){
            .type = (uint16_t)sqlite3_column_int(list, 0),
            .place = (uint16_t)sqlite3_column_int(list, 1),
            .start_minute = sqlite3_column_int64(list, 2),
            .count = (uint16_t)sqlite3_column_int(list, 3),
            .length_minutes = (uint16_t)sqlite3_column_int(list, 4),
        };
        more = each(&taken, context);
    }
    return true;
}

struct listing {
    struct yt_slot_taken *taken;
    size_t capacity;
    size_t count;
};

static bool add_to_listing(const struct yt_slot_taken *taken, void *context)
{
    struct listing *listing = context;

    if (listing->count < listing->capacity)
        listing->taken[listing->count] = *taken;
    listing->count++;
    return true;
}

bool yt_slots_list(struct yt_db *db, int64_t from_minute, int64_t until_minute,
                   struct yt_slot_taken *taken, size_t capacity, size_t *count, struct yt_err *err)
{
    struct listing listing = {.taken = taken, .capacity = capacity};

    *count = 0;
    if (!yt_slots_each(db, from_minute, until_minute, add_to_listing, &listing, err))
        return false;
    if (listing.count > capacity)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "%zu slots are taken, room is for %zu",
                          listing.count, capacity);
    *count = listing.count;
    return true;
}

bool yt_slots_release(struct yt_db *db, const uint8_t entry[static YT_ENTRY_ID_SIZE],
                      struct yt_err *err)
{
    return yt_run_for_entry(db, "DELETE FROM slot_claim WHERE entry = ?1", entry, err);
}
