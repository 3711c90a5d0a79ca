#include "desk/watch.h"

#include <stdlib.h>
#include <sys/socket.h>

void yt_watch_init(struct yt_watch *watch, const struct yt_clock *clock)
{
    *watch = (struct yt_watch){.clock = clock};
    pthread_mutex_init(&watch->mutex, NULL);
}

void yt_watch_done(struct yt_watch *watch)
{
    while (watch->first)
        yt_watch_remove(watch, watch->first);
    pthread_mutex_destroy(&watch->mutex);
}

static int64_t end_of(const struct yt_watch *watch, int64_t limit_ms)
{
    return limit_ms ? yt_clock_mono_ms(watch->clock) + limit_ms : 0;
}

struct yt_watched *yt_watch_add(struct yt_watch *watch, int socket, int64_t limit_ms)
{
    struct yt_watched *watched = calloc(1, sizeof *watched);

    if (!watched)
        return NULL;
    watched->socket = socket;
    watched->until_ms = end_of(watch, limit_ms);
    pthread_mutex_lock(&watch->mutex);
    watched->next = watch->first;
    watched->link = &watch->first;
    if (watch->first)
        watch->first->link = &watched->next;
    watch->first = watched;
    pthread_mutex_unlock(&watch->mutex);
    return watched;
}

void yt_watch_limit(struct yt_watch *watch, struct yt_watched *watched, int64_t limit_ms)
{
    if (!watched)
        return;
    pthread_mutex_lock(&watch->mutex);
    watched->until_ms = end_of(watch, limit_ms);
    pthread_mutex_unlock(&watch->mutex);
}

void yt_watch_remove(struct yt_watch *watch, struct yt_watched *watched)
{
    if (!watched)
        return;
    pthread_mutex_lock(&watch->mutex);
    *watched->link = watched->next;
    if (watched->next)
        watched->next->link = watched->link;
    pthread_mutex_unlock(&watch->mutex);
    free(watched);
}

void yt_watch_sweep(struct yt_watch *watch)
{
    int64_t now_ms = yt_clock_mono_ms(watch->clock);

    pthread_mutex_lock(&watch->mutex);
    for (struct yt_watched *watched = watch->first; watched; watched = watched->next) {
        if (watched->until_ms == 0 || watched->until_ms > now_ms)
            continue;
        /* Its owner sees the end of the stream and closes it; it may have ended already. */
        (void)shutdown(watched->socket, SHUT_RDWR);
        watched->until_ms = 0;
    }
    pthread_mutex_unlock(&watch->mutex);
}
