/* How long changes of the screen took, for `frame-times` of scripts: from the touch until the new
 * picture is presented, in real time. */
#ifndef YT_KIOSK_FRAME_TIMES_H
#define YT_KIOSK_FRAME_TIMES_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

#define YT_FRAME_TIMES_MAX 8192

struct yt_frame_time {
    char screen[32];
    char language[12];
    uint32_t pixels; /* drawn */
    float ms;
};

struct yt_frame_times {
    struct yt_frame_time *kept; /* NULL: nobody measures */
    size_t count;
};

/* Real time in nanoseconds, whatever clock the kiosk goes by. */
int64_t yt_frame_times_now(void);

/* Begins to measure. False without memory. */
YT_MUST_CHECK bool yt_frame_times_begin(struct yt_frame_times *times, struct yt_err *err);
void yt_frame_times_done(struct yt_frame_times *times);

/* A change of the screen that began at `since_ns`; beyond YT_FRAME_TIMES_MAX none is kept. */
void yt_frame_times_add(struct yt_frame_times *times, int64_t since_ns, const char *screen,
                        const char *language, size_t pixels);

/* Writes "screen language pixels ms" in columns and begins anew. */
YT_MUST_CHECK bool yt_frame_times_write(struct yt_frame_times *times, const char *path,
                                        struct yt_err *err);

#endif
