/* The queue of sealed entries on the kiosk, and the life of an entry in it:
 *
 *   queued -> delivered   the desk's receipt was verified; bytes erased
 *          -> collected   staff confirmed paper or stick; bytes erased after a grace period
 *          -> expired     35 days; erased and counted
 *          -> withdrawn   by the number on the slip; bytes erased
 *
 * What is left of an entry that was erased is its id, its state and a digest, so that the same
 * bytes coming again are known; that goes too after another 35 days. Rows are kept by their
 * random id and carry days only: nothing tells in which order people came. */
#ifndef YT_STORE_QUEUE_H
#define YT_STORE_QUEUE_H

#include "domain/sealed.h"
#include "store/db.h"
#include "store/joins.h"
#include "store/slots.h"

#include <stddef.h>

#define YT_QUEUE_KEEP_DAYS 35
#define YT_QUEUE_WARN_DAYS 14
/* Between "staff took it" and erasing: a working week and its weekend, to scan what was taken. */
#define YT_QUEUE_GRACE_DAYS 7

/* Numbers are stored; never change one. */
enum yt_queue_state {
    YT_QUEUE_QUEUED = 0,
    YT_QUEUE_DELIVERED = 1,
    YT_QUEUE_COLLECTED = 2,
    YT_QUEUE_EXPIRED = 3,
    YT_QUEUE_WITHDRAWN = 4,
};
#define YT_QUEUE_STATES 5

/* Puts the entry in the queue and takes the slot, both or neither, with one flush of the disk.
 * When it returns true they survive a pulled plug. Both are copied; `claim` may be NULL.
 * The very same entry again is fine and takes no second place. YT_ERR_CONFLICT: the slot is full
 * (err->text begins with "slot"), or the id is there with other bytes. On failure the queue is as
 * before. */
YT_MUST_CHECK bool yt_queue_push(struct yt_db *db, const struct yt_sealed *sealed,
                                 const struct yt_slot_claim *claim, struct yt_err *err);

/* ... and what else an entry may take along with itself: all of it or nothing. The text of
 * YT_ERR_CONFLICT begins with "join" when a date is full. */
struct yt_queue_claims {
    const struct yt_slot_claim *slot; /* or NULL */
    const struct yt_join_claim *joins;
    size_t join_count; /* YT_JOIN_CLAIMS_MAX at most */
};
YT_MUST_CHECK bool yt_queue_push_claims(struct yt_db *db, const struct yt_sealed *sealed,
                                        const struct yt_queue_claims *claims, struct yt_err *err);

/* One entry as the queue knows it, without its bytes. */
struct yt_queue_row {
    uint8_t id[YT_ENTRY_ID_SIZE];
    uint8_t desk_key_id[YT_KEY_ID_SIZE];
    char number[YT_SLIP_NUMBER_MAX]; /* as on the slip */
    enum yt_queue_state state;
    int32_t day;  /* when it was queued, days since 1970-01-01 */
    int age_days; /* today less that day, at least 0 */
    size_t size;  /* 0 when the bytes are erased */
};

/* Reports every entry, by id (a random order). Returning false from `each` ends the walk, which
 * is no error. `each` must not change the queue. */
YT_MUST_CHECK bool yt_queue_each(struct yt_db *db,
                                 bool (*each)(const struct yt_queue_row *row, void *context),
                                 void *context, struct yt_err *err);

/* The sealed entry itself. YT_ERR_NOT_FOUND when it is unknown or erased. */
YT_MUST_CHECK bool yt_queue_load(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                                 struct yt_sealed *sealed, struct yt_err *err);

/* YT_ERR_NOT_FOUND when it is not in this queue, or forgotten. */
YT_MUST_CHECK bool yt_queue_find_state(struct yt_db *db, const uint8_t id[static YT_ENTRY_ID_SIZE],
                                       enum yt_queue_state *ret_state, struct yt_err *err);

/* For the staff menu. */
struct yt_queue_summary {
    size_t waiting;                /* queued */
    int32_t oldest_day;            /* of those waiting; 0 when none */
    int oldest_age_days;           /* 0 when none */
    size_t past_warning;           /* waiting for 14 days or more */
    size_t waiting_bytes;          /* sealed size of what waits */
    size_t count[YT_QUEUE_STATES]; /* entries that ever came into that state, for the figures */
};
YT_MUST_CHECK bool yt_queue_summarise(struct yt_db *db, struct yt_queue_summary *summary,
                                      struct yt_err *err);

/* Staff confirmed that they have the entry on paper or stick. Its bytes stay for the grace
 * period. YT_ERR_NOT_FOUND for an unknown id, YT_ERR_CONFLICT when it is not waiting. */
YT_MUST_CHECK bool yt_queue_mark_collected(struct yt_db *db,
                                           const uint8_t id[static YT_ENTRY_ID_SIZE],
                                           struct yt_err *err);

/* Staff confirmed all that wait now (a stick that was read back whole). */
YT_MUST_CHECK bool yt_queue_mark_all_collected(struct yt_db *db, size_t *marked,
                                               struct yt_err *err);

/* Erases the entry with that slip number ("123 456 789", spaces optional) and gives back its slot
 * and the dates it had joined. YT_ERR_INVALID: no such number can exist (mistyped).
 * YT_ERR_NOT_FOUND: not in this kiosk's queue. YT_ERR_CONFLICT: two entries bear it; the desk can
 * tell them apart. `id` (may be NULL) receives which one it was, for telling the desk. */
YT_MUST_CHECK bool yt_queue_withdraw(struct yt_db *db, const char *number,
                                     uint8_t id[YT_ENTRY_ID_SIZE], struct yt_err *err);

struct yt_queue_sweep {
    size_t expired;   /* erased unread: to be shown in red */
    size_t erased;    /* collected, grace period over */
    size_t forgotten; /* last trace of an erased entry removed */
};
/* What time does to the queue: ages, expires, erases. At start and once a day or more often.
 *
 * A wrong clock must not expire anybody's entry: when the date jumps back, or ahead by more than
 * a box stands unused (60 days) with a clock that was or is not trusted, the days in the queue are
 * moved along and nobody ages. */
YT_MUST_CHECK bool yt_queue_sweep(struct yt_db *db, struct yt_queue_sweep *sweep,
                                  struct yt_err *err);

/* "queued", "delivered", "collected", "expired", "withdrawn". */
const char *yt_queue_state_name(enum yt_queue_state state);

#endif
