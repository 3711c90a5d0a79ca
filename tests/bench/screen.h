/* The X screen as somebody who stands before it sees and touches it: pixels out of the frame buffer
 * that `Xvfb -fbdir` keeps in a mapped file, taps through the XTEST extension. To look costs no X
 * request, so looking does not slow down what is looked at; both ends go by one clock. */
#ifndef YT_BENCH_SCREEN_H
#define YT_BENCH_SCREEN_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bench_rect {
    int x;
    int y;
    int width;
    int height;
};

struct bench_screen; /* one at a time; it lives as long as the program */

/* Opens $DISPLAY, whose frame buffer is the XWD file `path` with 32 bits a pixel. NULL on failure.
 */
struct bench_screen *bench_screen_open(const char *path, struct yt_err *err);
int bench_screen_width(const struct bench_screen *screen);
int bench_screen_height(const struct bench_screen *screen);

/* Milliseconds of the machine's steady clock. */
double bench_now_ms(void);
void bench_sleep_ms(double ms);

void bench_screen_point(struct bench_screen *screen, int x, int y);
void bench_screen_press(struct bench_screen *screen, bool down);

/* Is there anything in `rect`, more than one colour? */
bool bench_screen_is_inked(const struct bench_screen *screen, struct bench_rect rect);

/* A number that is another one when `rect` shows something else. It looks at every fourth line, so
 * that to look costs a tenth of a millisecond. */
uint64_t bench_screen_sum(const struct bench_screen *screen, struct bench_rect rect);

/* What the whole screen showed at one moment, and some places to compare first. */
struct bench_picture {
    uint32_t *pixels; /* width * height, or NULL */
    uint32_t *places; /* indices, spread over where this picture differs from another one */
    size_t place_count;
};

YT_MUST_CHECK bool bench_picture_take(struct bench_picture *picture,
                                      const struct bench_screen *screen, struct yt_err *err);
void bench_picture_done(struct bench_picture *picture);
/* Chooses the places to compare first: some of those where `picture` differs from `other`. Returns
 * how many pixels differ. */
size_t bench_picture_choose_places(struct bench_picture *picture, const struct bench_picture *other,
                                   const struct bench_screen *screen);

/* Does the screen show this picture now? A thousandth of the pixels may differ: a clock. Cheap
 * while it does not. */
bool bench_picture_is_shown(const struct bench_picture *picture, const struct bench_screen *screen);
/* Does anything in `rect` differ from the picture? */
bool bench_picture_differs_in(const struct bench_picture *picture,
                              const struct bench_screen *screen, struct bench_rect rect);

/* Waits until the screen has been still for `still_ms`, at most `timeout_ms`. */
YT_MUST_CHECK bool bench_screen_settle(struct bench_screen *screen, double still_ms,
                                       double timeout_ms, struct yt_err *err);

#endif
