/* Which places in slots this kiosk has given. A slot is named by a text that the domain makes
 * (domain/appointment.h); the store only counts how often each is taken. */
#ifndef YT_STORE_SLOTS_H
#define YT_STORE_SLOTS_H

#include "domain/sealed.h"
#include "store/db.h"

#include <stddef.h>

#define YT_SLOT_ID_MAX 64 /* bytes with the NUL */

/* The wish to take one place in a slot, together with an entry (yt_queue_push). */
struct yt_slot_claim {
    char slot[YT_SLOT_ID_MAX];
    int64_t start_minutes; /* since 1970 UTC; when it is over the claim is forgotten */
    int capacity;          /* places that this kiosk may give in it, at least 1 */
};

struct yt_slot_taken {
    char slot[YT_SLOT_ID_MAX];
    int64_t start_minutes;
    int taken;
};

/* Reports every slot that starts in [from_minutes, to_minutes) and has something taken, by start
 * and then by name. Returning false from `each` ends the walk, which is no error. */
YT_MUST_CHECK bool yt_slots_each(struct yt_db *db, int64_t from_minutes, int64_t to_minutes,
                                 bool (*each)(const struct yt_slot_taken *taken, void *context),
                                 void *context, struct yt_err *err);

/* How many places of that slot are taken. */
YT_MUST_CHECK bool yt_slots_taken(struct yt_db *db, const char *slot, int *taken,
                                  struct yt_err *err);

/* Gives back what the entry had taken; nothing taken is fine. Withdrawing an entry does it too. */
YT_MUST_CHECK bool yt_slots_release(struct yt_db *db, const uint8_t entry[static YT_ENTRY_ID_SIZE],
                                    struct yt_err *err);

#endif
