#include "kiosk/frame_times.h"

#include "base/buf.h"
#include "base/fs.h"
#include "base/str.h"

#include <stdlib.h>
#include <time.h>

int64_t yt_frame_times_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

bool yt_frame_times_begin(struct yt_frame_times *times, struct yt_err *err)
{
    times->count = 0;
    times->kept = calloc(YT_FRAME_TIMES_MAX, sizeof *times->kept);
    return times->kept || yt_err_set(err, YT_ERR_NO_MEMORY, "measure frames");
}

void yt_frame_times_done(struct yt_frame_times *times)
{
    free(times->kept);
    *times = (struct yt_frame_times){0};
}

void yt_frame_times_add(struct yt_frame_times *times, int64_t since_ns, const char *screen,
                        const char *language, size_t pixels)
{
    struct yt_frame_time *time;

    if (!times->kept || times->count == YT_FRAME_TIMES_MAX)
        return;
    time = &times->kept[times->count++];
    (void)yt_str_copy(time->screen, sizeof time->screen, screen);
    (void)yt_str_copy(time->language, sizeof time->language, language);
    time->pixels = (uint32_t)pixels;
    time->ms = (float)(yt_frame_times_now() - since_ns) / 1e6f;
}

bool yt_frame_times_write(struct yt_frame_times *times, const char *path, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf table = {.max = (size_t)1 << 20};

    yt_buf_text(&table, "screen\tlanguage\tpixels\tms\n");
    for (size_t i = 0; i < times->count; i++)
        yt_buf_printf(&table, "%s\t%s\t%u\t%.3f\n", times->kept[i].screen, times->kept[i].language,
                      times->kept[i].pixels, (double)times->kept[i].ms);
    times->count = 0;
    return yt_buf_ok(&table, err) && yt_fs_write_durable(path, table.data, table.size, 0644, err);
}
