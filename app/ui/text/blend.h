/* Ink through a mask: 8 bit coverage and one colour onto a surface. */
#ifndef YT_UI_TEXT_BLEND_H
#define YT_UI_TEXT_BLEND_H

#include <SDL.h>
#include <stddef.h>
#include <stdint.h>

struct yt_mask {
    const uint8_t *coverage; /* rows of `width` bytes, one behind the other */
    int width, height;
};

/* Puts the mask's top left corner at (x, y), inside the target's clip rectangle. Each channel
 * becomes target + (ink - target) * coverage * alpha / 255 / 255, rounded to the nearest; the
 * target's own alpha stays. Targets with 8 bits take `colour.r` as gray, those with other than 8
 * or 32 bits stay as they are. */
void yt_blend_mask(SDL_Surface *target, int x, int y, const struct yt_mask *mask, SDL_Color colour);

#endif
