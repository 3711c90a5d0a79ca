#include "courier/backoff.h"

/* 2 s doubled so often is past the most; more would only overflow. */
#define DOUBLINGS_MAX 10

void yt_backoff_failed(struct yt_backoff *backoff, int64_t now_ms, int64_t asked_ms, uint32_t dice)
{
    unsigned doublings = backoff->failures < DOUBLINGS_MAX ? backoff->failures : DOUBLINGS_MAX;
    int64_t wait_ms = (int64_t)YT_BACKOFF_FIRST_MS << doublings;

    if (wait_ms > YT_BACKOFF_MOST_MS)
        wait_ms = YT_BACKOFF_MOST_MS;
    if (asked_ms > YT_BACKOFF_MOST_MS)
        asked_ms = YT_BACKOFF_MOST_MS;
    wait_ms -= wait_ms / 2 * dice / UINT32_MAX;
    backoff->failures++;
    backoff->asked = asked_ms > 0;
    backoff->tried_ms = now_ms;
    backoff->next_ms = now_ms + (asked_ms > wait_ms ? asked_ms : wait_ms);
}

void yt_backoff_succeeded(struct yt_backoff *backoff)
{
    *backoff = (struct yt_backoff){0};
}

void yt_backoff_new_entry(struct yt_backoff *backoff, int64_t now_ms)
{
    int64_t soonest_ms = backoff->tried_ms + YT_BACKOFF_NEW_ENTRY_MS;

    if (backoff->failures == 0 || backoff->asked)
        return;
    if (soonest_ms < now_ms)
        soonest_ms = now_ms;
    if (soonest_ms < backoff->next_ms)
        backoff->next_ms = soonest_ms;
}

int64_t yt_backoff_left(const struct yt_backoff *backoff, int64_t now_ms)
{
    return backoff->next_ms > now_ms ? backoff->next_ms - now_ms : 0;
}
