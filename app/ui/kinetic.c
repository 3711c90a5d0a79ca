#include "ui/kinetic.h"

#include <math.h>

#define TRACK_MS 80
#define TRACK_LEAST_MS 4
/* 0.998 of the speed is left after a millisecond: 1 / -ln 0.998. */
#define SLOWING_MS 499.5
#define STILL_SPEED 0.04 /* pixels a millisecond: less than a pixel a frame */
#define SETTLE_MS 70.0   /* on the way to a place: 63 % in this time */
#define SPRING 0.016     /* how fast it comes back, a millisecond */
#define RUBBER 0.55

/* ---- The finger ---- */

void yt_track_add(struct yt_track *track, float at, int64_t ms)
{
    if (track->count > 0 && track->points[track->count - 1].ms == ms)
        track->count--; /* of one instant the last place is true */
    if (track->count == YT_TRACK_MAX) {
        for (int i = 1; i < YT_TRACK_MAX; i++)
            track->points[i - 1] = track->points[i];
        track->count--;
    }
    track->points[track->count].at = at;
    track->points[track->count].ms = ms;
    track->count++;
}

float yt_track_speed(const struct yt_track *track, int64_t now_ms)
{
    int last = track->count - 1, first = last;
    int64_t passed;

    if (last < 1 || now_ms - track->points[last].ms >= TRACK_MS)
        return 0;
    while (first > 0 && now_ms - track->points[first - 1].ms <= TRACK_MS)
        first--;
    /* Of slow panels, whose events are farther apart than that, the last two will do. */
    if (first == last)
        first--;
    passed = track->points[last].ms - track->points[first].ms;
    return (track->points[last].at - track->points[first].at) /
           (float)(passed > TRACK_LEAST_MS ? passed : TRACK_LEAST_MS);
}

/* ---- Gliding ---- */

struct yt_glide yt_glide_free(double from, double speed, int64_t now_ms)
{
    if (fabs(speed) < STILL_SPEED)
        return (struct yt_glide){.kind = YT_GLIDE_NONE};
    return (struct yt_glide){
        .kind = YT_GLIDE_FREE, .from = from, .speed = speed, .start_ms = now_ms};
}

struct yt_glide yt_glide_to(double from, double target, int64_t now_ms)
{
    return (struct yt_glide){
        .kind = YT_GLIDE_TO, .from = from, .target = target, .start_ms = now_ms};
}

struct yt_glide yt_glide_spring(double from, double end, double speed, int64_t now_ms)
{
    return (struct yt_glide){
        .kind = YT_GLIDE_SPRING, .from = from, .target = end, .speed = speed, .start_ms = now_ms};
}

static double decayed(double passed)
{
    return exp(-passed / SLOWING_MS);
}

/* The end was met in between two frames: from there on it is a spring, no faster than what swings
 * so far: the farthest point of a critically damped spring is speed / (SPRING * e). */
static double meet_end(struct yt_glide *glide, double end, double swing, int64_t now_ms)
{
    double left = 1 - (end - glide->from) / (glide->speed * SLOWING_MS);
    double speed = glide->speed * fmin(fmax(left, 0), 1);
    double most = swing * SPRING * exp(1);
    double when = -SLOWING_MS * log(fmin(fmax(left, 1e-6), 1));
    int64_t met_ms = glide->start_ms + (int64_t)when;

    *glide = yt_glide_spring(end, end, fmin(fmax(speed, -most), most),
                             met_ms < now_ms ? met_ms : now_ms);
    return end;
}

static double free_at(struct yt_glide *glide, const struct yt_bounds *bounds, int64_t now_ms)
{
    double left = decayed((double)(now_ms - glide->start_ms));
    double at = glide->from + glide->speed * SLOWING_MS * (1 - left);

    if (at > bounds->high && glide->speed > 0)
        return meet_end(glide, bounds->high, bounds->swing, now_ms);
    if (at < bounds->low && glide->speed < 0)
        return meet_end(glide, bounds->low, bounds->swing, now_ms);
    if (fabs(glide->speed * left) < STILL_SPEED)
        glide->kind = YT_GLIDE_NONE;
    return at;
}

static double spring_at(struct yt_glide *glide, int64_t now_ms)
{
    double passed = (double)(now_ms - glide->start_ms);
    double away = glide->from - glide->target;
    double at = (away + (glide->speed + SPRING * away) * passed) * exp(-SPRING * passed);

    /* Past the far point, so that one which starts at the end gets under way at all. */
    if (fabs(at) < 0.5 && passed > 2 / SPRING) {
        glide->kind = YT_GLIDE_NONE;
        return glide->target;
    }
    return glide->target + at;
}

static double to_at(struct yt_glide *glide, int64_t now_ms)
{
    double left =
        (glide->from - glide->target) * exp(-(double)(now_ms - glide->start_ms) / SETTLE_MS);

    if (fabs(left) >= 1)
        return glide->target + left;
    glide->kind = YT_GLIDE_NONE;
    return glide->target;
}

double yt_glide_at(struct yt_glide *glide, const struct yt_bounds *bounds, int64_t now_ms)
{
    double at = glide->target;

    if (glide->kind == YT_GLIDE_FREE)
        at = free_at(glide, bounds, now_ms);
    if (glide->kind == YT_GLIDE_SPRING)
        at = spring_at(glide, now_ms);
    else if (glide->kind == YT_GLIDE_TO)
        at = to_at(glide, now_ms);
    return at;
}

/* ---- The ends ---- */

double yt_rubber(double by, double view)
{
    if (view <= 0)
        return 0;
    return by < 0 ? -yt_rubber(-by, view) : view * (1 - 1 / (by * RUBBER / view + 1));
}

double yt_rubber_pull(double shown, double view)
{
    if (view <= 0)
        return 0;
    if (shown < 0)
        return -yt_rubber_pull(-shown, view);
    return view / RUBBER * (1 / (1 - fmin(shown / view, 0.95)) - 1);
}
