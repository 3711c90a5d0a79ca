/* When to try again: soon at first, then ever later, and never all kiosks of a town at once. */
#ifndef YT_COURIER_BACKOFF_H
#define YT_COURIER_BACKOFF_H

#include <stdbool.h>
#include <stdint.h>

#define YT_BACKOFF_FIRST_MS 2000
#define YT_BACKOFF_MOST_MS (15 * INT64_C(60000))
/* A new entry is tried at once, but not more often than this. */
#define YT_BACKOFF_NEW_ENTRY_MS 10000

struct yt_backoff {
    unsigned failures; /* since the last success */
    int64_t tried_ms;  /* monotonic, when the last one failed */
    int64_t next_ms;   /* monotonic; not before */
    bool asked;        /* the desk itself named the pause */
};

/* An attempt failed at `now_ms`: waits twice as long as after the one before, up to the most, less
 * a random part of up to a half; `dice` is any random number. `asked_ms` is what the desk asked
 * for (Retry-After), or 0; it is kept, up to the most. */
void yt_backoff_failed(struct yt_backoff *backoff, int64_t now_ms, int64_t asked_ms, uint32_t dice);
void yt_backoff_succeeded(struct yt_backoff *backoff);
/* There is a new entry: somebody stands at the kiosk, and perhaps the network is back. */
void yt_backoff_new_entry(struct yt_backoff *backoff, int64_t now_ms);
/* Milliseconds until the next attempt; 0: now. */
int64_t yt_backoff_left(const struct yt_backoff *backoff, int64_t now_ms);

#endif
