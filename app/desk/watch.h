/* Ends connections that hold the server up. The HTTP library ends those that are silent; this ends
 * those that keep talking, a byte at a time, and never come to the end of a request. */
#ifndef YT_DESK_WATCH_H
#define YT_DESK_WATCH_H

#include "base/clock.h"

#include <pthread.h>

struct yt_watched {
    struct yt_watched *next, **link; /* yt_watch::first */
    int socket;
    int64_t until_ms; /* monotonic; 0: no limit */
};

struct yt_watch {
    pthread_mutex_t mutex;
    const struct yt_clock *clock;
    struct yt_watched *first; /* protected by mutex */
};

void yt_watch_init(struct yt_watch *watch, const struct yt_clock *clock);
void yt_watch_done(struct yt_watch *watch);

/* A connection began. NULL without memory: then it is not watched. */
struct yt_watched *yt_watch_add(struct yt_watch *watch, int socket, int64_t limit_ms);
/* From now it has so long; 0: as long as it likes. `watched` may be NULL, here and below. */
void yt_watch_limit(struct yt_watch *watch, struct yt_watched *watched, int64_t limit_ms);
/* To be called before its socket is closed. */
void yt_watch_remove(struct yt_watch *watch, struct yt_watched *watched);

/* Shuts down every connection whose time is over. Any thread. */
void yt_watch_sweep(struct yt_watch *watch);

#endif
