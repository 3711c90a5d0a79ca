#include "on_list.h"

#include "process.h"

#include <stdio.h>
#include <stdlib.h>

#define LOOK_MS 0.1    /* between two looks at the screen */
#define STILL_MS 150   /* so long without a change: that was the last one */
#define NEVER_MS 2000  /* no change at all */
#define LATE_MS 25     /* a frame and a half at 60 a second: seen as a stutter */
#define SAME_MS 2      /* what changes within that is one frame, seen half painted */
#define STEP_MS 8      /* between two reports of a finger, as touch panels do */
#define STEPS 60       /* of a drag: half a second */
#define STEP 8         /* pixels */
#define FLING_MS 400.0 /* of the fling; later it gets slow */

bool bench_on_list_filter(struct bench_screen *screen, struct bench_rect chip,
                          struct bench_rect rows, int count, struct yt_err *err)
{
    for (int i = 0; i < count; i++) {
        double used;
        uint64_t sum;
        double start;
        double changed = 0;
        double now;

        bench_screen_point(screen, chip.x + chip.width / 2, chip.y + chip.height / 2);
        /* Of uneven length, so that no try falls into step with a refresh. */
        bench_sleep_ms(150 + (double)(rand() % 200));
        bench_screen_press(screen, true);
        bench_sleep_ms(60);
        used = bench_usage_now().cpu_ms;
        sum = bench_screen_sum(screen, rows);
        start = now = bench_now_ms();
        bench_screen_press(screen, false);
        while (now - start < NEVER_MS && (changed == 0 || now - changed < STILL_MS)) {
            const uint64_t next = bench_screen_sum(screen, rows);

            now = bench_now_ms();
            if (next != sum)
                changed = now;
            sum = next;
            bench_sleep_ms(LOOK_MS);
        }
        if (changed == 0)
            return yt_err_set(err, YT_ERR_TIMEOUT, "a chip changed nothing in the list");
        printf("filtered\t%.3f\nfilter-cpu\t%.3f\n", changed - start,
               bench_usage_now().cpu_ms - used);
    }
    return true;
}

struct frames {
    struct bench_rect strip; /* low enough to be painted at once */
    uint64_t sum;
    double last; /* when the last one was seen; 0: none yet */
    int count, late;
};

static void look(struct bench_screen *screen, struct frames *frames)
{
    const uint64_t sum = bench_screen_sum(screen, frames->strip);
    const double now = bench_now_ms();

    if (sum == frames->sum)
        return;
    frames->sum = sum;
    if (frames->last > 0 && now - frames->last < SAME_MS)
        return;
    if (frames->last > 0) {
        printf("frame\t%.3f\n", now - frames->last);
        frames->count++;
        frames->late += now - frames->last > LATE_MS;
    }
    frames->last = now;
}

static void watch(struct bench_screen *screen, struct frames *frames, double until)
{
    while (bench_now_ms() < until) {
        look(screen, frames);
        bench_sleep_ms(LOOK_MS);
    }
}

static void drag(struct bench_screen *screen, struct frames *frames, struct bench_rect rows,
                 bool up)
{
    const int x = rows.x + rows.width / 2;
    const int length = STEPS * STEP;
    int y = up ? rows.y + rows.height / 2 + length / 2 : rows.y + rows.height / 2 - length / 2;
    double due;

    bench_screen_point(screen, x, y);
    bench_sleep_ms(20);
    bench_screen_press(screen, true);
    due = bench_now_ms();
    frames->last = 0;
    for (int i = 0; i < STEPS; i++) {
        y += up ? -STEP : STEP;
        bench_screen_point(screen, x, y);
        watch(screen, frames, due += STEP_MS);
    }
    bench_screen_press(screen, false);
    watch(screen, frames, due + FLING_MS);
}

bool bench_on_list_scroll(struct bench_screen *screen, struct bench_rect rows, int count,
                          struct yt_err *err)
{
    struct frames frames = {
        .strip = {rows.x + rows.width / 8, rows.y + rows.height / 2, rows.width * 3 / 4, 40}};
    double used = 0;

    for (int i = 0; i < count; i++) {
        const double before = bench_usage_now().cpu_ms;

        drag(screen, &frames, rows, i % 6 != 5);
        /* Whatever the rest of the fling takes is not counted, nor are its frames. */
        used += bench_usage_now().cpu_ms - before;
        bench_sleep_ms(600);
    }
    if (frames.count < count)
        return yt_err_set(err, YT_ERR_TIMEOUT, "the list does not follow the finger");
    printf("late\t%.3f\nframe-cpu\t%.3f\n", 100.0 * frames.late / frames.count,
           used / frames.count);
    return true;
}
