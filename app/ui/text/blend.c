#include "ui/text/blend.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* x / 255 rounded to the nearest, for 0 <= x <= 255 * 255. */
static inline uint32_t by_255(uint32_t x)
{
    x += 128;
    return (x + (x >> 8)) >> 8;
}

/* The colour as the target's four bytes lie in memory, and which of them the ink changes. */
struct ink {
    uint8_t bytes[4];
    uint8_t changes[4]; /* 255, or 0 for alpha and padding */
    uint32_t alpha;
};

static void blend_pixel(uint8_t *pixel, const struct ink *ink, uint32_t coverage)
{
    uint32_t a = by_255(coverage * ink->alpha);

    for (int i = 0; i < 4; i++) {
        if (ink->changes[i])
            pixel[i] = (uint8_t)by_255((uint32_t)pixel[i] * (255 - a) + ink->bytes[i] * a);
    }
}

#ifdef __SSE2__
/* by_255 on eight 16 bit lanes. */
static inline __m128i by_255_wide(__m128i x)
{
    x = _mm_add_epi16(x, _mm_set1_epi16(128));
    return _mm_srli_epi16(_mm_add_epi16(x, _mm_srli_epi16(x, 8)), 8);
}

/* Two pixels, spread to 16 bits a channel; `a` has each pixel's alpha in its four lanes. */
static inline __m128i blend_two(__m128i target, __m128i ink, __m128i a)
{
    __m128i rest = _mm_sub_epi16(_mm_set1_epi16(255), a);

    return by_255_wide(_mm_add_epi16(_mm_mullo_epi16(target, rest), _mm_mullo_epi16(ink, a)));
}

/* Blends as many groups of four pixels as there are; returns how many pixels that were. Nearly
 * all of a text's mask is empty or full, so these two leave early. */
static int blend_groups(uint8_t *pixels, const uint8_t *coverage, int count, const struct ink *ink)
{
    uint32_t ink_word;
    uint32_t changes_word;
    int done = 0;

    memcpy(&ink_word, ink->bytes, sizeof ink_word);
    memcpy(&changes_word, ink->changes, sizeof changes_word);

    const __m128i zero = _mm_setzero_si128();
    const __m128i ink_wide = _mm_unpacklo_epi8(_mm_set1_epi32((int)ink_word), zero);
    const __m128i changes = _mm_set1_epi32((int)changes_word);
    const __m128i changes_wide = _mm_unpacklo_epi8(changes, zero);
    const __m128i alpha = _mm_set1_epi16((short)ink->alpha);

    for (; done + 4 <= count; done += 4) {
        __m128i *at = (__m128i *)(void *)(pixels + (size_t)done * 4);
        uint32_t four;

        memcpy(&four, coverage + done, sizeof four);
        if (four == 0)
            continue;

        __m128i old = _mm_loadu_si128(at);

        if (four == UINT32_MAX && ink->alpha == 255) {
            __m128i fresh = _mm_and_si128(_mm_set1_epi32((int)ink_word), changes);

            _mm_storeu_si128(at, _mm_or_si128(fresh, _mm_andnot_si128(changes, old)));
            continue;
        }

        __m128i a = _mm_cvtsi32_si128((int)four);

        a = _mm_unpacklo_epi8(a, a);
        a = _mm_unpacklo_epi16(a, a); /* each coverage four times, as bytes */
        __m128i low = by_255_wide(_mm_mullo_epi16(_mm_unpacklo_epi8(a, zero), alpha));
        __m128i high = by_255_wide(_mm_mullo_epi16(_mm_unpackhi_epi8(a, zero), alpha));

        low = _mm_and_si128(low, changes_wide);
        high = _mm_and_si128(high, changes_wide);
        _mm_storeu_si128(at,
                         _mm_packus_epi16(blend_two(_mm_unpacklo_epi8(old, zero), ink_wide, low),
                                          blend_two(_mm_unpackhi_epi8(old, zero), ink_wide, high)));
    }
    return done;
}
#else
static int blend_groups(uint8_t *pixels, const uint8_t *coverage, int count, const struct ink *ink)
{
    (void)pixels, (void)coverage, (void)count, (void)ink;
    return 0;
}
#endif

static void blend_row_32(uint8_t *pixels, const uint8_t *coverage, int count, const struct ink *ink)
{
    for (int i = blend_groups(pixels, coverage, count, ink); i < count; i++) {
        if (coverage[i])
            blend_pixel(pixels + (size_t)i * 4, ink, coverage[i]);
    }
}

static void blend_row_8(uint8_t *pixels, const uint8_t *coverage, int count, SDL_Color colour)
{
    for (int i = 0; i < count; i++) {
        uint32_t a = by_255((uint32_t)coverage[i] * colour.a);

        pixels[i] = (uint8_t)by_255(pixels[i] * (255 - a) + colour.r * a);
    }
}

static struct ink ink_for(const SDL_PixelFormat *format, SDL_Color colour)
{
    struct ink ink = {.alpha = colour.a};
    uint32_t word = ((uint32_t)colour.r << format->Rshift) |
                    ((uint32_t)colour.g << format->Gshift) | ((uint32_t)colour.b << format->Bshift);
    uint32_t changes = format->Rmask | format->Gmask | format->Bmask;

    memcpy(ink.bytes, &word, sizeof word);
    memcpy(ink.changes, &changes, sizeof changes);
    return ink;
}

void yt_blend_mask(SDL_Surface *target, int x, int y, const struct yt_mask *mask, SDL_Color colour)
{
    SDL_Rect place = {x, y, mask->width, mask->height};
    SDL_Rect seen;
    int bytes = target->format->BytesPerPixel;

    if (!SDL_IntersectRect(&place, &target->clip_rect, &seen))
        return;
    if (SDL_MUSTLOCK(target) && SDL_LockSurface(target) != 0)
        return;

    struct ink ink = {.alpha = 0};

    if (bytes == 4)
        ink = ink_for(target->format, colour);
    for (int row = seen.y; row < seen.y + seen.h; row++) {
        uint8_t *pixels = (uint8_t *)target->pixels + (size_t)row * (size_t)target->pitch +
                          (size_t)seen.x * bytes;
        const uint8_t *coverage =
            mask->coverage + (size_t)(row - y) * (size_t)mask->width + (seen.x - x);

        if (bytes == 4)
            blend_row_32(pixels, coverage, seen.w, &ink);
        else if (bytes == 1)
            blend_row_8(pixels, coverage, seen.w, colour);
    }
    if (SDL_MUSTLOCK(target))
        SDL_UnlockSurface(target);
}
