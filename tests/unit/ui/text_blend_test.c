/* Blending against the formula in its header, pixel by pixel. */
#include "ui/text/blend.h"

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 37 /* no multiple of four: the last pixels of a row go another way */
#define HEIGHT 16

static uint8_t coverage[WIDTH * HEIGHT];

/* All coverages, with runs of empty and full ones. */
static int set_up(void **state)
{
    (void)state;
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        coverage[i] = (uint8_t)(i % 19 < 5 ? 0 : i % 19 < 10 ? 255 : i * 7);
    return 0;
}

static uint8_t expected(uint8_t old, uint8_t ink, uint8_t cover, uint8_t alpha)
{
    double a = floor(cover * (double)alpha / 255 + 0.5);

    return (uint8_t)floor((old * (255 - a) + ink * a) / 255 + 0.5);
}

static SDL_Surface *noise(int width, int height, Uint32 format)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, SDL_BITSPERPIXEL(format), format);
    uint32_t seed = 1;

    assert_non_null(surface);
    for (int i = 0; i < surface->pitch * height; i++) {
        seed = seed * 1664525 + 1013904223;
        ((uint8_t *)surface->pixels)[i] = (uint8_t)(seed >> 24);
    }
    return surface;
}

static void check_colours(Uint32 format, uint8_t alpha)
{
    SDL_Surface *target = noise(WIDTH, HEIGHT, format);
    SDL_Surface *before = noise(WIDTH, HEIGHT, target->format->format);
    const struct yt_mask mask = {coverage, WIDTH, HEIGHT};
    const SDL_Color ink = {200, 30, 99, alpha};

    assert_non_null(before);
    yt_blend_mask(target, 0, 0, &mask, ink);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            size_t at = (size_t)y * (size_t)target->pitch + (size_t)x * 4;
            uint8_t cover = coverage[y * WIDTH + x];
            Uint32 old;
            Uint32 now;
            SDL_Color was;
            SDL_Color is;

            memcpy(&old, (uint8_t *)before->pixels + at, 4);
            memcpy(&now, (uint8_t *)target->pixels + at, 4);
            SDL_GetRGBA(old, target->format, &was.r, &was.g, &was.b, &was.a);
            SDL_GetRGBA(now, target->format, &is.r, &is.g, &is.b, &is.a);
            assert_int_equal(is.r, expected(was.r, ink.r, cover, alpha));
            assert_int_equal(is.g, expected(was.g, ink.g, cover, alpha));
            assert_int_equal(is.b, expected(was.b, ink.b, cover, alpha));
            assert_int_equal(is.a, was.a);
        }
    }
    SDL_FreeSurface(target);
    SDL_FreeSurface(before);
}

static void every_channel_follows_the_formula(void **state)
{
    static const Uint32 formats[] = {SDL_PIXELFORMAT_XRGB8888, SDL_PIXELFORMAT_ARGB8888,
                                     SDL_PIXELFORMAT_ABGR8888, SDL_PIXELFORMAT_RGBA8888};

    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        check_colours(formats[i], 255);
        check_colours(formats[i], 128);
        check_colours(formats[i], 0);
    }
}

static void gray_follows_it_too(void **state)
{
    SDL_Surface *target = noise(WIDTH, HEIGHT, SDL_PIXELFORMAT_INDEX8);
    SDL_Surface *before = noise(WIDTH, HEIGHT, target->format->format);
    const struct yt_mask mask = {coverage, WIDTH, HEIGHT};

    (void)state;
    yt_blend_mask(target, 0, 0, &mask, (SDL_Color){17, 99, 99, 255});
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            size_t at = (size_t)y * (size_t)target->pitch + (size_t)x;

            assert_int_equal(
                ((uint8_t *)target->pixels)[at],
                expected(((uint8_t *)before->pixels)[at], 17, coverage[y * WIDTH + x], 255));
        }
    }
    SDL_FreeSurface(target);
    SDL_FreeSurface(before);
}

/* Whatever lies outside of the clip rectangle stays as it was, wherever the mask hangs over. */
static void the_clip_rectangle_holds(void **state)
{
    const struct yt_mask mask = {coverage, WIDTH, HEIGHT};
    const SDL_Rect clip = {5, 3, 21, 9};

    (void)state;
    for (int y = -HEIGHT - 1; y <= HEIGHT + 1; y += 3) {
        for (int x = -WIDTH - 1; x <= WIDTH + 1; x += 5) {
            SDL_Surface *target = noise(WIDTH, HEIGHT, SDL_PIXELFORMAT_XRGB8888);
            SDL_Surface *before = noise(WIDTH, HEIGHT, target->format->format);

            SDL_SetClipRect(target, &clip);
            yt_blend_mask(target, x, y, &mask, (SDL_Color){1, 2, 3, 255});
            for (int at = 0; at < WIDTH * HEIGHT; at++) {
                SDL_Point point = {at % WIDTH, at / WIDTH};
                const uint32_t *now = target->pixels;
                const uint32_t *old = before->pixels;

                if (!SDL_PointInRect(&point, &clip))
                    assert_int_equal(now[at], old[at]);
            }
            SDL_FreeSurface(target);
            SDL_FreeSurface(before);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_channel_follows_the_formula),
        cmocka_unit_test(gray_follows_it_too),
        cmocka_unit_test(the_clip_rectangle_holds),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
