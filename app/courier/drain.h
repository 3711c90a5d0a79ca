/* One pass: sends what waits until nothing waits or something is in the way. */
#ifndef YT_COURIER_DRAIN_H
#define YT_COURIER_DRAIN_H

#include "courier/link.h"
#include "store/db.h"

#include <stddef.h>

struct yt_drained {
    enum yt_trouble trouble; /* what ended the pass; NONE: nothing is left to be sent */
    int64_t retry_ms;        /* the pause that the desk asked for, or 0 */
    size_t delivered;
    size_t refused;   /* they stay, and did not end the pass */
    char detail[256]; /* of the trouble, for the log */
};

/* The trouble is noted in the queue as well, for staff. False only when the queue cannot be read or
 * written; what was delivered before stays so. */
YT_MUST_CHECK bool yt_drain(struct yt_db *db, struct yt_link *link,
                            const struct yt_courier_setup *setup, struct yt_drained *ret_drained,
                            struct yt_err *err);

#endif
