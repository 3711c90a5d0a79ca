/* One frame as a list of things to paint, compared with the frame before: the window is divided
 * into cells, each cell keeps a hash of all that touches it, and only cells whose hash differs are
 * painted anew. So a button under a finger repaints itself and nothing else.
 *
 * What scrolls has cells of its own, which move with it. When it was scrolled, the pixels that stay
 * are moved, and only what comes into the view, what lies over it and what differs is painted. */
#ifndef YT_UI_DRAW_LIST_H
#define YT_UI_DRAW_LIST_H

#include "ui/item.h"
#include "ui/ui.h"

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum yt_draw_kind {
    YT_DRAW_FILL,
    YT_DRAW_VEIL,
    YT_DRAW_SHADOW,
    YT_DRAW_ROUND,
    YT_DRAW_RING,
    YT_DRAW_FADE,
    YT_DRAW_ARC,
    YT_DRAW_ICON,
    YT_DRAW_PICTURE,
    YT_DRAW_TEXT,
    YT_DRAW_CODE,
};

/* Zero the whole struct first: it is hashed with its padding. */
struct yt_draw {
    enum yt_draw_kind kind;
    SDL_Rect rect;   /* of the thing */
    SDL_Rect bounds; /* all that it paints, clipped */
    SDL_Color colour;
    int radius, width, em, side;
    float share;
    uint64_t content; /* hash of what the pointers below lead to */
    const void *data; /* yt_item_text, name of an icon, modules; not hashed */
    uint64_t hash;    /* of all above */
};

#define YT_DAMAGE_MAX 48

struct yt_draw_list;

struct yt_draw_list *yt_draw_list_new(int width, int height);
void yt_draw_list_free(struct yt_draw_list *list);

/* `view` shows what scrolls, from `offset` on; empty when nothing does. */
void yt_draw_list_begin(struct yt_draw_list *list, SDL_Rect view, int offset);
/* What is added from now on scrolls with the view, or stays. What is below it and stays must be of
 * one colour all over the view. */
void yt_draw_list_scrolls(struct yt_draw_list *list, bool scrolls);
/* `clip` bounds what is painted; what lies outside of it or of the window is dropped. */
void yt_draw_list_add(struct yt_draw_list *list, struct yt_draw draw, SDL_Rect bounds,
                      SDL_Rect clip);
/* What to do with the pixels of the frame that was finished before: first move those of `moved`
 * (the view, or empty) up by `up` pixels (down when negative), then paint the rectangles. */
struct yt_damage {
    SDL_Rect rects[YT_DAMAGE_MAX];
    size_t count;
    SDL_Rect moved;
    int up;
};
void yt_draw_list_finish(struct yt_draw_list *list, struct yt_damage *damage);
/* The next finish finds everything changed. */
void yt_draw_list_invalidate(struct yt_draw_list *list);

const struct yt_draw *yt_draw_list_at(const struct yt_draw_list *list, size_t index);
size_t yt_draw_list_count(const struct yt_draw_list *list);
size_t yt_draw_list_bytes(const struct yt_draw_list *list);

uint64_t yt_draw_hash(const void *data, size_t size, uint64_t start);

#endif
