/* How many have joined a programme's date at this kiosk, so that the screens can say what room is
 * left, and a place is not given twice. Kept as slots are (slots.h): by the entry's random id and
 * the day, without a time, and forgotten when the day is over. */
#ifndef YT_STORE_JOINS_H
#define YT_STORE_JOINS_H

#include "domain/programme.h"
#include "domain/sealed.h"
#include "store/db.h"

#include <stddef.h>

#define YT_JOIN_CLAIMS_MAX 8 /* of one entry */

/* The wish to take one place on a date, together with an entry (yt_queue_push_claims). */
struct yt_join_claim {
    char programme[YT_PROGRAMME_ID_MAX];
    int32_t day; /* since 1970, at the place */
    int room;    /* places that this kiosk may give on that date; 0: no limit that it knows of */
};

struct yt_join_count {
    char programme[YT_PROGRAMME_ID_MAX];
    int32_t day;
    uint16_t count; /* UINT16_MAX: that many or more */
};

/* Fills up to `capacity` of the dates from `from_day` on that somebody has joined, by day and
 * programme, and says how many there are. YT_ERR_TOO_LARGE when there are more. */
YT_MUST_CHECK bool yt_joins_list(struct yt_db *db, int32_t from_day, struct yt_join_count *joins,
                                 size_t capacity, size_t *count, struct yt_err *err);

/* Gives back what the entry had taken; nothing taken is fine. Withdrawing an entry does it too. */
YT_MUST_CHECK bool yt_joins_release(struct yt_db *db, const uint8_t entry[static YT_ENTRY_ID_SIZE],
                                    struct yt_err *err);

#endif
