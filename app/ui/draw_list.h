/* One frame as a list of things to paint, compared with the frame before: the window is divided
 * into cells, each cell keeps a hash of all that touches it, and only cells whose hash differs are
 * painted anew. So a button under a finger repaints itself and nothing else. */
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

struct yt_draw_list;

struct yt_draw_list *yt_draw_list_new(int width, int height);
void yt_draw_list_free(struct yt_draw_list *list);

void yt_draw_list_begin(struct yt_draw_list *list);
/* `clip` bounds what is painted; what lies outside of it or of the window is dropped. */
void yt_draw_list_add(struct yt_draw_list *list, struct yt_draw draw, SDL_Rect bounds,
                      SDL_Rect clip);
/* The rectangles that differ from the frame that was finished before. Returns how many. */
size_t yt_draw_list_finish(struct yt_draw_list *list, SDL_Rect *damage, size_t capacity);
/* The next finish finds everything changed. */
void yt_draw_list_invalidate(struct yt_draw_list *list);

const struct yt_draw *yt_draw_list_at(const struct yt_draw_list *list, size_t index);
size_t yt_draw_list_count(const struct yt_draw_list *list);
size_t yt_draw_list_bytes(const struct yt_draw_list *list);

uint64_t yt_draw_hash(const void *data, size_t size, uint64_t start);

#endif
