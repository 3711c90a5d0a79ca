/* One thing of a frame: what was declared, and where layout put it. Widgets are made of several
 * items, of which the outermost carries role, label and action; its parts have no role. */
#ifndef YT_UI_ITEM_H
#define YT_UI_ITEM_H

#include "ui/tree.h"
#include "ui/widgets.h"

enum yt_item_kind {
    YT_ITEM_BOX,
    YT_ITEM_TEXT,
    YT_ITEM_ICON,
    YT_ITEM_PICTURE,
    YT_ITEM_CODE,
    YT_ITEM_MARK, /* round or square, empty or filled */
    YT_ITEM_SPINNER,
    YT_ITEM_COUNTDOWN,
    YT_ITEM_STEPS, /* a progress bar */
    YT_ITEM_SPACE, /* grows, or is as large as `min_*` says */
    YT_ITEM_DIVIDER,
};

/* What a box looks like. Colours with alpha 0 are not drawn. */
struct yt_skin {
    SDL_Color fill, fill_pressed;
    SDL_Color line, line_pressed;
    float line_mm;
    float radius_mm;  /* less than 0: half of the height */
    SDL_Color stripe; /* at the left edge of a banner */
    bool shadow;
};

struct yt_item_text {
    const char *markup;
    const char *language; /* NULL: the ui's */
    float ems;
    bool bold;
    bool plain;    /* typed by a resident: no ruby */
    bool balanced; /* lines of about one length */
    bool struck;   /* a line through: closed, full */
    bool shrink;   /* may get smaller, down to the size of 100 %, rather than break a word */
    bool one_line; /* one that shrinks does so rather than take a second line */
    bool anywhere; /* what is typed may break inside a word */
    bool whole;    /* a grid has fewer columns rather than break its line */
    SDL_Color ink, ink_pressed;
    enum yt_ui_align align;
    int caret, marked_from, marked_to; /* bytes; caret -1: none */
    float scaled;                      /* by layout: times the ems; 0: as they are */
    int em;                            /* by layout: pixels */
};

struct yt_item_code {
    const uint8_t *modules;
    int side;
};

/* Of a list: `count` rows, of which those from `first` on are the box's children. */
struct yt_item_rows {
    size_t count, first;
    /* In a box of `even_width` pixels there were so many columns of cells so high. Less high they
     * never become while it is the same list; of another list, cards that wait are as high. */
    int even_width, even_height, even_columns;
    bool same;
    /* by layout */
    int columns, cell, height, pitch;
};

/* A visible box may become none: a label that has no room, a rail that is not needed. */
struct yt_item {
    struct yt_item *parent, *first, *last, *next;
    uint64_t id;
    enum yt_item_kind kind;
    enum yt_ui_role role; /* YT_UI_ANY: a part of the widget around it */
    const char *label, *speech, *value;
    unsigned state; /* DISABLED, CHOSEN, BUSY as declared */
    struct yt_ui_action action;
    bool repeat;

    /* as declared, in millimetres and ems */
    enum yt_ui_flow flow;
    int columns;
    float cell_em;
    float between_mm;
    float pad_left_mm, pad_top_mm, pad_right_mm, pad_bottom_mm;
    enum yt_ui_align align, along;
    bool grow;
    bool stretch;  /* as high as its line, as wide as its column */
    bool stacks;   /* a row that becomes a column when it must */
    bool by_first; /* a row of an icon and a text: the icon stands by the first line */
    bool first_up; /* stacked: the last (primary) child comes first */
    bool rigid;    /* never narrower than its natural width */
    float max_em;
    float min_width_mm, min_height_mm;
    float wish_width_mm;            /* wider than its content needs, where there is room */
    bool airy;                      /* is given more height where there is room */
    float max_height_mm, max_share; /* pictures */
    int span;
    bool gone; /* takes no room, is not drawn */
    bool cover;
    bool lists;       /* a list of rows; `as.rows` */
    uint32_t row;     /* 1 + its place in the list; 0: in none */
    bool waits;       /* a card whose words are not there yet */
    bool corner_mark; /* a check mark in the corner, over the content */
    int tool_form;    /* tools: 0 is not a tool, else 1 */
    bool key;         /* of a keyboard: may be smaller and closer on a low panel */

    struct yt_skin skin;
    bool skinned;
    union {
        struct yt_item_text text;
        struct yt_item_code code;
        struct {
            const char *name;
            SDL_Color ink, ink_pressed;
        } icon;
        struct {
            bool square, filled;
            SDL_Color line, fill, sign;
        } mark;
        struct {
            int64_t ends_ms, whole_ms;
        } countdown;
        struct {
            int done, of;
        } steps;
        struct yt_item_rows rows; /* of a box that `lists` */
    } as;

    /* by layout */
    SDL_Rect rect;   /* pixels; in a scroll area as if it were not scrolled */
    int area;        /* 0: none, else 1 + index of yt_ui.areas */
    int natural;     /* widest it wants to be; -1: not asked yet */
    int even_height; /* of a card: as high as its neighbours on the page; 0: as it likes */
    int fit_width, fit_height, fit_lines;
    bool fit_cramped, fit_broken;
    int w, h; /* scratch of the parent's arranging */
};

#endif
