/* What bench_screen measures on a long list that stands on the screen. */
#ifndef YT_BENCH_ON_LIST_H
#define YT_BENCH_ON_LIST_H

#include "screen.h"

/* filtered: from the release of a tap on `chip` until the last change in `rows`; filter-cpu,
 * what the program's threads used for it. Once to narrow the list down, once to take it back, and
 * so on, `count` times. */
YT_MUST_CHECK bool bench_on_list_filter(struct bench_screen *screen, struct bench_rect chip,
                                        struct bench_rect rows, int count, struct yt_err *err);

/* A finger drags `rows` up and flings them, `count` times, now and then back down. While finger or
 * fling move fast enough for each frame to differ: frame, the time between two of them; late, the
 * share of those over 25 ms, in percent; frame-cpu, what the program's threads used for one. */
YT_MUST_CHECK bool bench_on_list_scroll(struct bench_screen *screen, struct bench_rect rows,
                                        int count, struct yt_err *err);

#endif
