/* Painting into the page: filled and bordered shapes with smooth corners, shadows, tinted icons,
 * pictures. Knows nothing of items. All calls keep inside the clip. */
#ifndef YT_UI_PAINT_H
#define YT_UI_PAINT_H

#include <SDL.h>
#include <stdint.h>

/* What is painted into; made anew for each damaged rectangle, owns nothing. */
struct yt_paint {
    SDL_Surface *target; /* 32 bit XRGB8888 */
    SDL_Rect clip;
};

/* Clips to `rect` inside the target's bounds. */
struct yt_paint yt_paint_on(SDL_Surface *target, SDL_Rect rect);

void yt_paint_fill(const struct yt_paint *paint, SDL_Rect rect, SDL_Color colour);
/* As opaque as the colour's alpha says. */
void yt_paint_veil(const struct yt_paint *paint, SDL_Rect rect, SDL_Color colour);
void yt_paint_round(const struct yt_paint *paint, SDL_Rect rect, int radius, SDL_Color colour);
/* Only the border, `width` thick, inside the rectangle. */
void yt_paint_ring(const struct yt_paint *paint, SDL_Rect rect, int radius, int width,
                   SDL_Color colour);
/* A soft shadow of the rounded rectangle, `spread` wide; the inside is left as it is. */
void yt_paint_shadow(const struct yt_paint *paint, SDL_Rect rect, int radius, int spread,
                     SDL_Color colour);
/* From the colour's alpha at one edge to nothing at the other; at the top edge when `down`. */
void yt_paint_fade(const struct yt_paint *paint, SDL_Rect rect, SDL_Color colour, int down);
/* A part of a ring: from the top, clockwise, `share` of the whole (0 to 1). */
void yt_paint_arc(const struct yt_paint *paint, SDL_Rect rect, int width, float share,
                  SDL_Color colour);
void yt_paint_mask(const struct yt_paint *paint, int left, int top, int width, int height,
                   const uint8_t *coverage, SDL_Color colour);
/* `pixels` are ARGB8888, not premultiplied. */
void yt_paint_image(const struct yt_paint *paint, int left, int top, int width, int height,
                    const uint32_t *pixels);

#endif
