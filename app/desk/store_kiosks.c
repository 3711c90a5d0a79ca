#include "desk/store.h"

#include "base/str.h"
#include "desk/store_file.h"

#include <sodium.h>
#include <sqlite3.h>
#include <string.h>

static bool count_others(struct yt_desk_store *store, const struct yt_kiosk_public *kiosk,
                         int *others, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *count =
        yt_sqlite_prepare(store->sql,
                          "SELECT count(*) FROM kiosk"
                          " WHERE kiosk = ?1 AND verify_key <> ?2 AND NOT revoked",
                          err);
    bool row = false;

    if (!count)
        return false;
    sqlite3_bind_text(count, 1, kiosk->kiosk, -1, SQLITE_STATIC);
    sqlite3_bind_blob(count, 2, kiosk->verify_key, sizeof kiosk->verify_key, SQLITE_STATIC);
    if (!yt_sqlite_step(count, &row, err))
        return false;
    *others = sqlite3_column_int(count, 0);
    return true;
}

bool yt_desk_store_enroll(struct yt_desk_store *store, const struct yt_kiosk_public *kiosk,
                          int64_t now_ms, int *others, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped) struct sqlite3_stmt *add = NULL;

    if (!count_others(store, kiosk, others, err))
        return false;
    if (*others + 1 > YT_KIOSK_KEYS_MAX) {
        yt_err_set(err, YT_ERR_TOO_LARGE, "kiosk %s has %d keys already", kiosk->kiosk, *others);
        return yt_err_remedy(err, "Revoke those that are out of use: yotte-desk revoke.");
    }
    add = yt_sqlite_prepare(store->sql,
                            "INSERT INTO kiosk (kiosk, verify_key, enrolled_ms, revoked)"
                            " VALUES (?1, ?2, ?3, 0)"
                            " ON CONFLICT (kiosk, verify_key) DO UPDATE SET revoked = 0",
                            err);
    if (!add)
        return false;
    sqlite3_bind_text(add, 1, kiosk->kiosk, -1, SQLITE_STATIC);
    sqlite3_bind_blob(add, 2, kiosk->verify_key, sizeof kiosk->verify_key, SQLITE_STATIC);
    sqlite3_bind_int64(add, 3, now_ms);
    return yt_sqlite_done(add, err);
}

bool yt_desk_store_revoke(struct yt_desk_store *store, const char *kiosk, const char *key_start,
                          int *revoked, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *change =
        yt_sqlite_prepare(store->sql,
                          "UPDATE kiosk SET revoked = 1 WHERE kiosk = ?1 AND NOT revoked"
                          " AND substr(lower(hex(verify_key)), 1, length(?2)) = lower(?2)",
                          err);

    if (!change)
        return false;
    sqlite3_bind_text(change, 1, kiosk, -1, SQLITE_STATIC);
    sqlite3_bind_text(change, 2, key_start, -1, SQLITE_STATIC);
    if (!yt_sqlite_done(change, err))
        return false;
    *revoked = sqlite3_changes(store->sql);
    return true;
}

bool yt_desk_store_each_kiosk(struct yt_desk_store *store,
                              bool (*each)(const struct yt_desk_kiosk *kiosk, void *context),
                              void *context, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list =
        yt_sqlite_prepare(store->sql,
                          "SELECT kiosk, verify_key, enrolled_ms, revoked FROM kiosk"
                          " ORDER BY kiosk, enrolled_ms, verify_key",
                          err);
    bool more = true;

    if (!list)
        return false;
    while (more) {
        struct yt_desk_kiosk kiosk = {0};

        if (!yt_sqlite_step(list, &more, err))
            return false;
        if (!more)
            break;
        yt_str_copy(kiosk.known.kiosk, sizeof kiosk.known.kiosk,
                    (const char *)sqlite3_column_text(list, 0));
        if (!yt_sqlite_blob(list, 1, kiosk.known.verify_key, sizeof kiosk.known.verify_key, err))
            return false;
        kiosk.enrolled_ms = sqlite3_column_int64(list, 2);
        kiosk.revoked = sqlite3_column_int(list, 3) != 0;
        more = each(&kiosk, context);
    }
    return true;
}

static size_t find_keys(struct yt_desk_store *store, const char *kiosk, bool every,
                        uint8_t ret_keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE])
{
    struct yt_err err;
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *list =
        yt_sqlite_prepare(store->sql,
                          "SELECT verify_key FROM kiosk WHERE kiosk = ?1 AND (?2 OR NOT revoked)"
                          " ORDER BY revoked, enrolled_ms DESC",
                          &err);
    size_t count = 0;
    bool row = list != NULL;

    if (list) {
        sqlite3_bind_text(list, 1, kiosk, -1, SQLITE_STATIC);
        sqlite3_bind_int(list, 2, every);
    }
    /* A store that cannot be read knows no kiosk: the entry is refused, which is the safe way. */
    while (row && count < YT_KIOSK_KEYS_MAX) {
        if (!yt_sqlite_step(list, &row, &err))
            break;
        if (row && yt_sqlite_blob(list, 0, ret_keys[count], YT_VERIFY_KEY_SIZE, &err))
            count++;
    }
    return count;
}

static size_t find_believed(const char *kiosk,
                            uint8_t ret_keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE], void *context)
{
    return find_keys(context, kiosk, false, ret_keys);
}

static size_t find_every(const char *kiosk, uint8_t ret_keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE],
                         void *context)
{
    return find_keys(context, kiosk, true, ret_keys);
}

struct yt_kiosk_book yt_desk_store_book(struct yt_desk_store *store, bool every)
{
    return (struct yt_kiosk_book){.find = every ? find_every : find_believed, .context = store};
}
