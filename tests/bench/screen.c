#include "screen.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct bench_screen {
    Display *display;
    const uint32_t *pixels;
    size_t stride; /* in pixels */
    int width;
    int height;
};

#define COLOUR 0xFFFFFFu /* the fourth byte means nothing */
#define PLACES 256

double bench_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void bench_sleep_ms(double ms)
{
    struct timespec time = {.tv_sec = (time_t)(ms / 1e3)};

    time.tv_nsec = (long)((ms - (double)time.tv_sec * 1e3) * 1e6);
    while (clock_nanosleep(CLOCK_MONOTONIC, 0, &time, &time) == EINTR)
        ;
}

/* X11/XWDFile.h: big-endian words; ncolors entries of 12 bytes stand between head and pixels. */
enum { HEADER_SIZE = 0, WIDTH = 4, HEIGHT = 5, BITS = 11, LINE_BYTES = 12, COLOURS = 19 };

static uint32_t word(const uint8_t *header, int index)
{
    const uint8_t *at = header + (size_t)index * 4;

    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool map_pixels(struct bench_screen *screen, const char *path, struct yt_err *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    uint8_t *header;
    size_t offset;

    if (file < 0 || fstat(file, &status) != 0)
        return yt_err_errno(err, errno, "%s", path);
    header = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, file, 0);
    (void)close(file); /* the mapping stays */
    if (header == MAP_FAILED)
        return yt_err_errno(err, errno, "%s", path);
    screen->width = (int)word(header, WIDTH);
    screen->height = (int)word(header, HEIGHT);
    screen->stride = word(header, LINE_BYTES) / 4;
    offset = word(header, HEADER_SIZE) + (size_t)word(header, COLOURS) * 12;
    if (word(header, BITS) != 32 || offset % 4 != 0 || screen->width <= 0 ||
        offset + screen->stride * 4 * (size_t)screen->height > (size_t)status.st_size)
        return yt_err_set(err, YT_ERR_INVALID, "%s: not a frame buffer of 32 bits a pixel", path);
    screen->pixels = (const uint32_t *)(const void *)(header + offset);
    return true;
}

struct bench_screen *bench_screen_open(const char *path, struct yt_err *err)
{
    static struct bench_screen screen;
    int ignored;

    (void)prctl(PR_SET_TIMERSLACK, 1UL, 0, 0, 0); /* else a sleep of 0.1 ms lasts 0.15 */
    if (!map_pixels(&screen, path, err))
        return NULL;
    if (!(screen.display = XOpenDisplay(NULL))) {
        yt_err_set(err, YT_ERR_OFFLINE, "no X display");
        return NULL;
    }
    if (!XTestQueryExtension(screen.display, &ignored, &ignored, &ignored, &ignored)) {
        yt_err_set(err, YT_ERR_UNSUPPORTED, "the X display knows no XTEST");
        return NULL;
    }
    return &screen;
}

int bench_screen_width(const struct bench_screen *screen)
{
    return screen->width;
}

int bench_screen_height(const struct bench_screen *screen)
{
    return screen->height;
}

void bench_screen_point(struct bench_screen *screen, int x, int y)
{
    XTestFakeMotionEvent(screen->display, -1, x, y, CurrentTime);
    XFlush(screen->display);
}

void bench_screen_press(struct bench_screen *screen, bool down)
{
    XTestFakeButtonEvent(screen->display, Button1, down, CurrentTime);
    XFlush(screen->display);
}

static const uint32_t *row(const struct bench_screen *screen, int y)
{
    return screen->pixels + (size_t)y * screen->stride;
}

static size_t area(const struct bench_screen *screen)
{
    return (size_t)screen->width * (size_t)screen->height;
}

bool bench_screen_is_inked(const struct bench_screen *screen, struct bench_rect rect)
{
    uint32_t ground = row(screen, rect.y)[rect.x] & COLOUR;

    for (int y = rect.y; y < rect.y + rect.height; y++)
        for (int x = rect.x; x < rect.x + rect.width; x++)
            if ((row(screen, y)[x] & COLOUR) != ground)
                return true;
    return false;
}

uint64_t bench_screen_sum(const struct bench_screen *screen, struct bench_rect rect)
{
    uint64_t sums[4] = {0}; /* four at a time: none waits for the other's multiplication */

    for (int y = rect.y; y < rect.y + rect.height; y += 4)
        for (int x = rect.x; x + 4 <= rect.x + rect.width; x += 4)
            for (int i = 0; i < 4; i++)
                sums[i] =
                    (sums[i] ^ (row(screen, y)[x + i] & COLOUR)) * UINT64_C(0x9E3779B97F4A7C15);
    return sums[0] ^ sums[1] << 1 ^ sums[2] << 2 ^ sums[3] << 3;
}

bool bench_picture_take(struct bench_picture *picture, const struct bench_screen *screen,
                        struct yt_err *err)
{
    size_t width = (size_t)screen->width;

    if (!picture->pixels && !(picture->pixels = malloc(area(screen) * sizeof *picture->pixels)))
        return yt_err_set(err, YT_ERR_NO_MEMORY, "a picture of the screen");
    for (int y = 0; y < screen->height; y++)
        memcpy(picture->pixels + (size_t)y * width, row(screen, y), width * 4);
    return true;
}

void bench_picture_done(struct bench_picture *picture)
{
    free(picture->pixels);
    free(picture->places);
    *picture = (struct bench_picture){0};
}

size_t bench_picture_choose_places(struct bench_picture *picture, const struct bench_picture *other,
                                   const struct bench_screen *screen)
{
    size_t differing = 0;
    size_t seen = 0;
    size_t step;

    for (size_t i = 0; i < area(screen); i++)
        differing += ((picture->pixels[i] ^ other->pixels[i]) & COLOUR) != 0;
    free(picture->places);
    picture->place_count = 0;
    picture->places = calloc(PLACES, sizeof *picture->places);
    step = differing / PLACES + 1;
    for (size_t i = 0; picture->places && i < area(screen); i++)
        if (((picture->pixels[i] ^ other->pixels[i]) & COLOUR) && seen++ % step == 0)
            picture->places[picture->place_count++] = (uint32_t)i;
    return differing;
}

static uint32_t pixel(const struct bench_screen *screen, size_t index)
{
    size_t width = (size_t)screen->width;
    const volatile uint32_t *at = screen->pixels + index / width * screen->stride + index % width;

    return *at;
}

bool bench_picture_is_shown(const struct bench_picture *picture, const struct bench_screen *screen)
{
    size_t width = (size_t)screen->width;
    size_t allowed = area(screen) / 1000;
    size_t wrong = 0;

    for (size_t i = 0; i < picture->place_count; i++)
        if ((pixel(screen, picture->places[i]) ^ picture->pixels[picture->places[i]]) & COLOUR)
            wrong++;
    if (wrong > PLACES / 64)
        return false;
    wrong = 0;
    for (int y = 0; y < screen->height; y++) {
        const uint32_t *expected = picture->pixels + (size_t)y * width;
        const uint32_t *shown = row(screen, y);

        if (memcmp(expected, shown, width * 4) == 0)
            continue;
        for (size_t x = 0; x < width; x++)
            wrong += ((expected[x] ^ shown[x]) & COLOUR) != 0;
        if (wrong > allowed)
            return false;
    }
    return true;
}

bool bench_picture_differs_in(const struct bench_picture *picture,
                              const struct bench_screen *screen, struct bench_rect rect)
{
    for (int y = rect.y; y < rect.y + rect.height; y++) {
        const uint32_t *expected = picture->pixels + (size_t)y * (size_t)screen->width + rect.x;

        if (memcmp(expected, row(screen, y) + rect.x, (size_t)rect.width * 4) != 0)
            return true;
    }
    return false;
}

bool bench_screen_settle(struct bench_screen *screen, double still_ms, double timeout_ms,
                         struct yt_err *err)
{
    YT_SCOPED(bench_picture_done) struct bench_picture last = {0};
    double start = bench_now_ms();
    double changed = start;

    if (!bench_picture_take(&last, screen, err))
        return false;
    while (bench_now_ms() - changed < still_ms) {
        bench_sleep_ms(5);
        if (bench_picture_differs_in(&last, screen,
                                     (struct bench_rect){0, 0, screen->width, screen->height})) {
            changed = bench_now_ms();
            if (!bench_picture_take(&last, screen, err))
                return false;
        }
        if (bench_now_ms() - start > timeout_ms)
            return yt_err_set(err, YT_ERR_TIMEOUT, "the screen does not come to rest");
    }
    return true;
}
