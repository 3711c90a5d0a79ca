/* Where everything goes: pure geometry over a tree of items. No window, no font, no clock; texts
 * are measured by whoever calls.
 *
 * Width comes down, height goes up: an item is asked how wide it would like to be (`natural`) and
 * how high it is at a width (`fit`), then it is put into its place. `fit` also tells whether some
 * text is cramped (a word is broken or wider than its box); rows stack and grids lose columns
 * until none is. */
#ifndef YT_UI_LAYOUT_H
#define YT_UI_LAYOUT_H

#include "ui/item.h"
#include "ui/metrics.h"

#include <SDL.h>

struct yt_extent {
    int width, height, lines;
    bool too_narrow;
};

struct yt_layout {
    const struct yt_metrics *metrics;
    /* How large the text is at `em` pixels, broken at `width` (0 or less: not broken). */
    void (*measure)(void *context, const struct yt_item_text *text, int em, int width,
                    struct yt_extent *extent);
    /* Width over height of a picture; 0 when there is none. */
    float (*shape)(void *context, const char *picture);
    void *context;
    /* Heights and distances from top to bottom, times this: 1, more where a page has room left. */
    float air;
};

/* A part of the window that shows more than it has room for. */
struct yt_area {
    SDL_Rect view; /* pixels of the window; empty when the area is not in use */
    int content;   /* height of all that is in it */
    int offset;    /* how far it is scrolled, 0 to content - view.h */
    bool scrolls;  /* content is higher than the view */
    bool pulled;   /* under a finger or gliding: may be past its ends for now */
};

int yt_layout_natural(const struct yt_layout *layout, struct yt_item *item);
/* Fills item->fit_*. Returns the height. */
int yt_layout_fit(const struct yt_layout *layout, struct yt_item *item, int width);
/* Puts the item and all in it into place. */
void yt_layout_place(const struct yt_layout *layout, struct yt_item *item, SDL_Rect rect, int area);

/* What a page is made of; any of them may be NULL. */
struct yt_page_items {
    struct yt_item *page, *top, *content, *bottom;
    struct yt_item *rail, *up, *down;        /* the page's scroll buttons */
    struct yt_item *rows;                    /* in the content: a list of rows */
    struct yt_item *dialog, *dialog_content; /* the card, and what scrolls in it */
    struct yt_item *dialog_rail, *dialog_up, *dialog_down;
};
/* Lays out the whole window. areas[0] is the page's, areas[1] the dialog's; their offsets stay and
 * are only brought within bounds. */
void yt_layout_page(const struct yt_layout *layout, const struct yt_page_items *items,
                    struct yt_area areas[2]);

/* Inside a box: sets w, h and rect.x, rect.y of each child, counted from the box's inner corner,
 * and returns the height they need. `height` less than 0: as high as needed. */
int yt_layout_column(const struct yt_layout *layout, struct yt_item *box, int width, int height);
int yt_layout_row(const struct yt_layout *layout, struct yt_item *box, int width, int height);
int yt_layout_wrap(const struct yt_layout *layout, struct yt_item *box, int width);
int yt_layout_grid(const struct yt_layout *layout, struct yt_item *box, int width);
int yt_layout_rows(const struct yt_layout *layout, struct yt_item *box, int width);
int yt_layout_cards(const struct yt_layout *layout, struct yt_item *box, int width);
int yt_layout_keys(const struct yt_layout *layout, struct yt_item *box, int width);
int yt_layout_split(const struct yt_layout *layout, struct yt_item *box, int width, int height);

/* Millimetres between things below each other, as pixels. */
int yt_layout_air(const struct yt_layout *layout, float mm);

/* The first child that takes room, and the next one. */
struct yt_item *yt_layout_first(const struct yt_item *box);
struct yt_item *yt_layout_next(const struct yt_item *child);

#endif
