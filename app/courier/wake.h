/* Sleeps until there is something to do: the queue changed, the time is over, or somebody ends the
 * program. Costs nothing while nothing happens. */
#ifndef YT_COURIER_WAKE_H
#define YT_COURIER_WAKE_H

#include "base/attributes.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum yt_wake_reason {
    YT_WAKE_TIME,    /* the time is over */
    YT_WAKE_CHANGED, /* somebody wrote to the queue, perhaps the courier itself */
    YT_WAKE_STOP,    /* SIGTERM or SIGINT */
};

struct yt_wake;

/* Watches the queue's files in `folder`, which must be there; the queue itself may still be
 * missing. Blocks SIGTERM and SIGINT for this thread: from now on they are reasons. */
struct yt_wake *yt_wake_new(const char *folder, struct yt_err *err);
void yt_wake_free(struct yt_wake *wake);
YT_DEFINE_SCOPED(struct yt_wake, yt_wake_free)

/* Sleeps; a change that came since the last `yt_wake_forget` counts. Negative: without end. */
enum yt_wake_reason yt_wake_wait(struct yt_wake *wake, int64_t timeout_ms);
/* Forgets the changes until now: to be called before the queue is read. */
void yt_wake_forget(struct yt_wake *wake);
/* Did somebody end the program? Stays true. */
bool yt_wake_stopped(struct yt_wake *wake);

#endif
