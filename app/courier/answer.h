/* What an answer means for an entry that was sent. Nothing but a receipt that the pinned desk
 * signed for exactly these bytes counts as delivered, whatever the status says. */
#ifndef YT_COURIER_ANSWER_H
#define YT_COURIER_ANSWER_H

#include "courier/trouble.h"
#include "handoff/receipt.h"

/* More than the desk ever answers; what is longer is somebody else's page. */
#define YT_ANSWER_MAX 4096

struct yt_answer {
    long status;      /* of HTTP */
    int64_t retry_ms; /* how long the desk asks to wait; 0: it does not */
    size_t size;      /* of the body */
    uint8_t body[YT_ANSWER_MAX];
};

struct yt_verdict {
    enum yt_trouble trouble; /* NONE: delivered */
    bool withdrawn;          /* delivered, and its resident withdrew it at the desk */
};

/* Pure. */
struct yt_verdict yt_answer_judge(const struct yt_answer *answer, const struct yt_sealed *sealed,
                                  const struct yt_desk_public *desk);

#endif
