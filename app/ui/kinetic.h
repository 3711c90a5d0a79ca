/* How what is scrolled moves when a finger pushes it: the speed of a finger, the way a thing goes
 * on by itself, the give at the ends. Pure reckoning in pixels and milliseconds; knows no window.
 *
 * The constants are those that people know from their phones: speed falls by 0.2 % a millisecond
 * (UIScrollView's usual deceleration), the finger's speed is that of its last 80 ms, and past the
 * end a finger moves the content the less the farther it pulls. */
#ifndef YT_UI_KINETIC_H
#define YT_UI_KINETIC_H

#include <stdbool.h>
#include <stdint.h>

#define YT_TRACK_MAX 24

/* Where a finger was, the newest last. Zero it to begin. */
struct yt_track {
    struct {
        float at;
        int64_t ms;
    } points[YT_TRACK_MAX];
    int count;
};

void yt_track_add(struct yt_track *track, float at, int64_t ms);
/* Pixels a millisecond at `now_ms`; 0 when it was held still before. */
float yt_track_speed(const struct yt_track *track, int64_t now_ms);

enum yt_glide_kind {
    YT_GLIDE_NONE = 0,
    YT_GLIDE_FREE,   /* slows down */
    YT_GLIDE_SPRING, /* past an end, coming back */
    YT_GLIDE_TO,     /* to a place */
};

/* Positions are double: a list of 100,000 rows is longer than a float can tell single pixels of. */
struct yt_glide {
    enum yt_glide_kind kind;
    double from, target; /* target: of TO, and the end that a SPRING comes back to */
    double speed;        /* at the start */
    int64_t start_ms;
};

/* What a glide keeps within, and how far past an end it may swing. */
struct yt_bounds {
    double low, high, swing;
};

struct yt_glide yt_glide_free(double from, double speed, int64_t now_ms);
struct yt_glide yt_glide_to(double from, double target, int64_t now_ms);
struct yt_glide yt_glide_spring(double from, double end, double speed, int64_t now_ms);
/* Where it is now. Becomes a SPRING where it meets an end, and NONE at rest. */
double yt_glide_at(struct yt_glide *glide, const struct yt_bounds *bounds, int64_t now_ms);

/* What shows of a pull of `by` pixels past an end, in a view of `view` pixels; and the reverse. */
double yt_rubber(double by, double view);
double yt_rubber_pull(double shown, double view);

#endif
