#include "desk/store.h"
#include "desk/store_file.h"

#include <sodium.h>
#include <sqlite3.h>

bool yt_desk_store_set_token(struct yt_desk_store *store, const struct yt_kiosk_public *kiosk,
                             const uint8_t hash[static YT_TOKEN_HASH_SIZE], struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *set = yt_sqlite_prepare(store->sql,
                                                 "UPDATE kiosk SET token_hash = ?3 WHERE kiosk = ?1"
                                                 " AND verify_key = ?2 AND NOT revoked",
                                                 err);

    if (!set)
        return false;
    sqlite3_bind_text(set, 1, kiosk->kiosk, -1, SQLITE_STATIC);
    sqlite3_bind_blob(set, 2, kiosk->verify_key, sizeof kiosk->verify_key, SQLITE_STATIC);
    sqlite3_bind_blob(set, 3, hash, YT_TOKEN_HASH_SIZE, SQLITE_STATIC);
    if (!yt_sqlite_done(set, err))
        return false;
    return sqlite3_changes(store->sql) == 1 ||
           yt_err_set(err, YT_ERR_NOT_FOUND, "kiosk %s is not enrolled with this key",
                      kiosk->kiosk);
}

bool yt_desk_store_token(struct yt_desk_store *store, const char *kiosk,
                         const uint8_t hash[static YT_TOKEN_HASH_SIZE], bool *ret_believed,
                         struct yt_err *err)
{
    static const char text[] = "SELECT token_hash FROM kiosk"
                               " WHERE kiosk = ?1 AND NOT revoked AND token_hash IS NOT NULL";
    uint8_t stored[YT_TOKEN_HASH_SIZE];
    bool row = true;
    bool good = yt_desk_store_ready(store, &store->find_token, text, err);

    *ret_believed = false;
    if (!good)
        return false;
    sqlite3_bind_text(store->find_token, 1, kiosk, -1, SQLITE_STATIC);
    while (good && row) {
        good = yt_sqlite_step(store->find_token, &row, err) &&
               (!row || yt_sqlite_blob(store->find_token, 0, stored, sizeof stored, err));
        if (good && row && sodium_memcmp(stored, hash, sizeof stored) == 0)
            *ret_believed = true;
    }
    (void)sqlite3_reset(store->find_token); /* repeats the error of the step */
    (void)sqlite3_clear_bindings(store->find_token);
    *ret_believed = *ret_believed && good;
    return good;
}
