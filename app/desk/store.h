/* What the desk keeps: entries as they came, sealed; the kiosks it believes; who opened what.
 * One SQLite file in the desk's folder, with the promises and errors of store files in general
 * (base/sqlite.h). One thread. */
#ifndef YT_DESK_STORE_H
#define YT_DESK_STORE_H

#include "base/sqlite.h"
#include "domain/sealed.h"
#include "handoff/envelope.h"

#include <stddef.h>
#include <stdint.h>

struct yt_desk_store;

#define YT_TOKEN_HASH_SIZE 32

/* Opens desk.db at `path`. A broken one is set aside and a new one begun, as `report` tells.
 * `create`: it may be missing; otherwise that is YT_ERR_NOT_FOUND. NULL on failure. */
struct yt_desk_store *yt_desk_store_open(const char *path, bool create,
                                         struct yt_sqlite_report *report, struct yt_err *err);
void yt_desk_store_free(struct yt_desk_store *store);

/* Whether the file that is open still lies where it was opened. When somebody removed or replaced
 * it, what is written goes where nobody will find it. Costs one stat. */
bool yt_desk_store_in_place(const struct yt_desk_store *store);

/* A remembered value, such as where the site's files lie. Appends nothing when there is none. */
YT_MUST_CHECK bool yt_desk_store_setting(struct yt_desk_store *store, const char *name,
                                         struct yt_buf *to, struct yt_err *err);
YT_MUST_CHECK bool yt_desk_store_set(struct yt_desk_store *store, const char *name,
                                     const char *value, struct yt_err *err);

/* --- Kiosks ---------------------------------------------------------------------------------- */

struct yt_desk_kiosk {
    struct yt_kiosk_public known;
    int64_t enrolled_ms;
    bool revoked;
};

/* Believes entries that this key signed. Enrolling it again is fine and ends its being revoked.
 * `others` receives how many other keys of that kiosk are believed. YT_ERR_TOO_LARGE beyond
 * YT_KIOSK_KEYS_MAX. */
YT_MUST_CHECK bool yt_desk_store_enroll(struct yt_desk_store *store,
                                        const struct yt_kiosk_public *kiosk, int64_t now_ms,
                                        int *others, struct yt_err *err);
/* From now on nothing new that the kiosk signed is taken in; what is there stays. `key_start` is
 * the beginning of the key in hexadecimal, "" for all keys of that kiosk. */
YT_MUST_CHECK bool yt_desk_store_revoke(struct yt_desk_store *store, const char *kiosk,
                                        const char *key_start, int *revoked, struct yt_err *err);
YT_MUST_CHECK bool yt_desk_store_each_kiosk(struct yt_desk_store *store,
                                            bool (*each)(const struct yt_desk_kiosk *kiosk,
                                                         void *context),
                                            void *context, struct yt_err *err);
/* What a kiosk shows to be let in by network: the hash of its token (desk/token.h). Replaces the
 * one that this key of the kiosk had. YT_ERR_NOT_FOUND when the key is not believed. */
YT_MUST_CHECK bool yt_desk_store_set_token(struct yt_desk_store *store,
                                           const struct yt_kiosk_public *kiosk,
                                           const uint8_t hash[static YT_TOKEN_HASH_SIZE],
                                           struct yt_err *err);
/* Does a believed key of the kiosk have this token? Compared in constant time. */
YT_MUST_CHECK bool yt_desk_store_token(struct yt_desk_store *store, const char *kiosk,
                                       const uint8_t hash[static YT_TOKEN_HASH_SIZE],
                                       bool *ret_believed, struct yt_err *err);
/* For opening envelopes: the keys that are believed. Valid as long as the store. `every`: those
 * that were revoked too, for entries that were taken in before. */
struct yt_kiosk_book yt_desk_store_book(struct yt_desk_store *store, bool every);

/* --- Entries --------------------------------------------------------------------------------- */

enum yt_desk_put {
    YT_DESK_PUT_NEW,       /* taken in now */
    YT_DESK_PUT_AGAIN,     /* was there, byte for byte */
    YT_DESK_PUT_OTHER,     /* the id is there with other bytes: nothing changed */
    YT_DESK_PUT_WITHDRAWN, /* the resident withdrew it: nothing is kept */
};
/* One of several that are kept together. */
struct yt_desk_arrival {
    const struct yt_sealed *sealed;
    const char *kiosk;    /* whose token brought it by network; NULL: it came another way */
    enum yt_desk_put put; /* result */
    int64_t since_ms;     /* result: when it was taken in; for WITHDRAWN, when that was */
};
/* Keeps all that are new in one transaction, so with one flush of the disk; when it returns true
 * they are on it. On failure none is kept. The same id may come twice among them. */
YT_MUST_CHECK bool yt_desk_store_put_all(struct yt_desk_store *store,
                                         struct yt_desk_arrival *arrivals, size_t count,
                                         int64_t now_ms, struct yt_err *err);
/* Keeps one entry; when it returns true with YT_DESK_PUT_NEW it is on the disk. */
YT_MUST_CHECK bool yt_desk_store_put(struct yt_desk_store *store, const struct yt_sealed *sealed,
                                     int64_t now_ms, enum yt_desk_put *put, struct yt_err *err);

struct yt_desk_kept {
    const struct yt_sealed *sealed;
    int64_t arrived_ms;
    const char *kiosk; /* as in yt_desk_arrival */
};
/* Reports every entry that has not been withdrawn, by id. False from `each` ends the walk. */
YT_MUST_CHECK bool yt_desk_store_each(struct yt_desk_store *store,
                                      bool (*each)(const struct yt_desk_kept *kept, void *context),
                                      void *context, struct yt_err *err);

/* Those with that slip number (as yt_slip_number_read writes it), up to `capacity`; two entries
 * can bear the same one. YT_ERR_NOT_FOUND when there is none. */
YT_MUST_CHECK bool yt_desk_store_find(struct yt_desk_store *store, const char *number,
                                      struct yt_sealed *found, size_t capacity, size_t *count,
                                      struct yt_err *err);

/* Erases the entry; its id stays, so that its slip cannot bring it back. */
YT_MUST_CHECK bool yt_desk_store_withdraw(struct yt_desk_store *store,
                                          const uint8_t id[static YT_ENTRY_ID_SIZE], int64_t now_ms,
                                          struct yt_err *err);

/* --- Who opened what ------------------------------------------------------------------------- */

struct yt_desk_opening {
    const char *number; /* of the slip; "" for the whole list. Valid during the call */
    const char *who;
    const char *what; /* "show", "list", "withdraw" */
    int64_t at_ms;
};
YT_MUST_CHECK bool yt_desk_store_log(struct yt_desk_store *store,
                                     const struct yt_desk_opening *opening, struct yt_err *err);
YT_MUST_CHECK bool yt_desk_store_each_opening(struct yt_desk_store *store,
                                              bool (*each)(const struct yt_desk_opening *opening,
                                                           void *context),
                                              void *context, struct yt_err *err);

#endif
