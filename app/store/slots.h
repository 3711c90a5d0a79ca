/* Which places in slots this kiosk has given: by number and time, as the domain keeps them
 * (domain/appointment.h), so that a change of content does not lose them. */
#ifndef YT_STORE_SLOTS_H
#define YT_STORE_SLOTS_H

#include "domain/appointment.h"
#include "domain/sealed.h"
#include "store/db.h"

#include <stddef.h>

/* The wish to take one place in a slot, together with an entry (yt_queue_push). */
struct yt_slot_claim {
    uint16_t type;           /* number of the appointment type */
    uint16_t place;          /* number of the place */
    int64_t start_minute;    /* since 1970 UTC; the day after it, the claim is forgotten */
    uint16_t length_minutes; /* 0: the length of its type */
    int capacity;            /* places that this kiosk may give in it, at least 1 */
};

/* Reports every slot that starts in [from_minute, until_minute) and has something taken, by start,
 * type and place. Returning false from `each` ends the walk, which is no error. */
YT_MUST_CHECK bool yt_slots_each(struct yt_db *db, int64_t from_minute, int64_t until_minute,
                                 bool (*each)(const struct yt_slot_taken *taken, void *context),
                                 void *context, struct yt_err *err);

/* Fills up to `capacity` of these and says how many there are; for a by-value answer to the
 * screens. YT_ERR_TOO_LARGE when there are more. */
YT_MUST_CHECK bool yt_slots_list(struct yt_db *db, int64_t from_minute, int64_t until_minute,
                                 struct yt_slot_taken *taken, size_t capacity, size_t *count,
                                 struct yt_err *err);

/* Gives back what the entry had taken; nothing taken is fine. Withdrawing an entry does it too. */
YT_MUST_CHECK bool yt_slots_release(struct yt_db *db, const uint8_t entry[static YT_ENTRY_ID_SIZE],
                                    struct yt_err *err);

#endif
