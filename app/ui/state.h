/* Everything a toolkit holds; seen by the files of app/ui alone. */
#ifndef YT_UI_STATE_H
#define YT_UI_STATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "ui/draw_list.h"
#include "ui/image.h"
#include "ui/item.h"
#include "ui/kinetic.h"
#include "ui/layout.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/present.h"
#include "ui/text/text.h"
#include "ui/ui.h"

#define YT_UI_FRAME_BYTES ((size_t)4 * 1024 * 1024)
#define YT_UI_ITEMS_MAX 6000
#define YT_UI_DEPTH_MAX 32
/* A second tap on the same place so soon after the screen changed was meant for the old screen. */
#define YT_UI_SETTLE_MS 300
/* Ids of the toolkit's own actions; screens use smaller ones. */
#define YT_UI_ACTION_UP 0xFF01
#define YT_UI_ACTION_DOWN 0xFF02

/* One layer: the page, or the dialog in front of it. */
struct yt_ui_layer {
    struct yt_item *root; /* NULL: not there */
    const char *name;
    uint32_t key;
    struct yt_ui_action back;
    struct yt_ui_action whole;
    bool number_keys;
};

enum yt_ui_pointer { YT_UI_NO_POINTER, YT_UI_FINGER, YT_UI_MOUSE };

struct yt_ui_press {
    enum yt_ui_pointer pointer;
    SDL_FingerID finger;
    uint64_t id;      /* what was touched first; 0: nothing */
    bool inside;      /* is still on it */
    bool stale;       /* came too early after a change of screen: does nothing */
    bool dragging;    /* became a scroll */
    int area;         /* 1 + index, 0: none */
    SDL_Point start;  /* pixels */
    int drag_y;       /* of the finger where the scroll began ... */
    int start_offset; /* ... and how far it was scrolled then */
    struct yt_track track;
    int64_t heard_ms; /* when the finger was last told of */
    int64_t repeat_ms;
};

struct yt_ui_glide {
    int area; /* 1 + index, 0: nothing glides */
    struct yt_glide way;
};

/* How far a page with a list is scrolled, so that it holds when the list is laid out anew. */
struct yt_ui_rows_place {
    bool in_list; /* false: the list begins below the view's top; scrolled by `offset` */
    int offset;
    size_t row;               /* else the first of the line that the view's top cuts ... */
    int part, pitch, columns; /* ... `part` pixels below its own, lines being `pitch` high */
};
/* Where a page was left, to come back to. */
#define YT_UI_PLACES 4
struct yt_ui_left {
    uint32_t page, list; /* their keys; page 0: none */
    struct yt_ui_rows_place place;
};

/* The list of rows of the page (rows.c). What of it is measured outlives the frame. */
struct yt_ui_rows_state {
    struct yt_item *box; /* of this frame; NULL: the page has none */
    uint32_t next_key;
    size_t count, declared;
    /* of the layout before; `pitch` 0: there was none */
    uint32_t key;
    int top;   /* of the first row, from the top of the content */
    int pitch; /* from one line of rows to the next */
    int columns;
    /* what cells were made even to, and for which width, size and language that holds */
    int even_width, even_height, even_columns, even_em;
    char even_language[24];
    /* what the keys stand on: 1 + row, 0: not on a row; `walking`: its row is to be declared */
    size_t focus_row;
    bool walking;
    struct yt_ui_left left[YT_UI_PLACES]; /* the newest first */
    bool comes_back;                      /* with this frame, to `back` */
    struct yt_ui_rows_place back;
};

struct yt_ui {
    struct yt_ui_theme theme;
    struct yt_metrics metrics;
    struct yt_ui_words words;
    char language[24];
    int percent;
    float panel_mm;
    bool motion;
    const struct yt_clock *clock;
    struct yt_text_engine *text;
    struct yt_images *images;
    struct yt_presenter *presenter;
    struct yt_draw_list *list;
    SDL_Surface *page;

    /* the frame */
    struct yt_arena arena;
    struct yt_buf scratch; /* secret */
    struct yt_item *open;  /* the box that children go into */
    struct yt_item spare;  /* takes what there is no room for */
    struct yt_page_items items;
    struct yt_ui_layer layers[2]; /* page, dialog */
    struct yt_area areas[2];
    size_t item_count;
    int depth;
    bool crowded;
    bool declared; /* a whole frame is there */

    /* what the person does */
    struct yt_ui_press press;
    struct yt_ui_glide glide;
    double frame_due_ms; /* while something is scrolled: not shown again before */
    int rate;            /* of the display, frames a second; 0: not known */
    struct yt_ui_rows_state rows;
    bool dirty; /* something may differ from what is shown */
    uint64_t focus_id;
    bool focus_shown;
    SDL_Point last_tap;
    int64_t changed_ms;
    uint32_t shown_keys[2];
    bool seen_any;

    /* what moves by itself, found while drawing */
    bool has_spinner;
    int64_t countdown_ends_ms;
};

/* ---- declare.c: building the tree ---- */

struct yt_item *yt_ui_add(struct yt_ui *ui, enum yt_item_kind kind, enum yt_ui_role role);
void yt_ui_push(struct yt_ui *ui, struct yt_item *item);
void yt_ui_pop(struct yt_ui *ui);
/* A copy in the frame; NULL stays NULL. */
const char *yt_ui_copy(struct yt_ui *ui, const char *text);
/* Gives the item its name, from markup; `plain` where the text holds no markup. */
void yt_ui_name(struct yt_ui *ui, struct yt_item *item, const char *markup);
void yt_ui_identify(struct yt_item *item, struct yt_ui_action action, uint32_t key);

struct yt_ui_letters {
    float ems;
    bool bold, balanced;
    enum yt_ui_align align;
    SDL_Color ink, ink_pressed;
    const char *language;
};
/* A text that is a part of a widget. */
struct yt_item *yt_ui_add_letters(struct yt_ui *ui, const char *markup,
                                  const struct yt_ui_letters *letters);
struct yt_item *yt_ui_add_icon(struct yt_ui *ui, const char *name, float size_mm, SDL_Color ink,
                               SDL_Color ink_pressed);
/* Headings are less large where few letters fit into a line. */
float yt_ui_type_ems(const struct yt_ui *ui, float ems);
/* Opens a part of a widget that lays out its own children; ended with yt_ui_pop. */
struct yt_item *yt_ui_begin_part(struct yt_ui *ui, enum yt_ui_flow flow, float between_mm);
void yt_ui_pad(struct yt_item *item, float across_mm, float along_mm);
float yt_ui_space_mm(enum yt_ui_space space, float usual);

/* ---- render.c ---- */
/* The items as a list of things to paint. */
void yt_ui_render(struct yt_ui *ui);
/* The rectangle as it is scrolled now, and what of it can be seen. */
SDL_Rect yt_ui_seen_rect(const struct yt_ui *ui, const struct yt_item *item);
SDL_Rect yt_ui_visible_rect(const struct yt_ui *ui, const struct yt_item *item);
struct yt_text_style yt_ui_style(const struct yt_ui *ui, const struct yt_item_text *text, int em);

/* ---- layout over the ui's own texts and pictures ---- */
void yt_ui_lay_out(struct yt_ui *ui);

/* ---- tree.c ---- */
/* Walks depth first; NULL at the end. Starts with the page, goes on with the dialog. */
struct yt_item *yt_ui_first_item(const struct yt_ui *ui);
struct yt_item *yt_ui_next_item(const struct yt_ui *ui, const struct yt_item *item);
/* The next that is not inside `item`. */
struct yt_item *yt_ui_next_outside(const struct yt_ui *ui, const struct yt_item *item);
struct yt_item *yt_ui_item_by_id(const struct yt_ui *ui, uint64_t id);
/* In front: the dialog where there is one. */
const struct yt_ui_layer *yt_ui_front(const struct yt_ui *ui);
bool yt_ui_in_front(const struct yt_ui *ui, const struct yt_item *item);
bool yt_ui_usable(const struct yt_item *item);
void yt_ui_describe(const struct yt_ui *ui, const struct yt_item *item, struct yt_ui_node *node);

/* ---- focus.c ---- */
/* After a layout: where the keys walked to is declared now. */
void yt_ui_focus_row(struct yt_ui *ui);
/* Keys. True when the key meant an action. */
bool yt_ui_handle_key(struct yt_ui *ui, const SDL_KeyboardEvent *key, struct yt_ui_action *action);

/* ---- scroll.c ---- */
void yt_ui_scroll_to(struct yt_ui *ui, int area, int offset);
/* One page up (-1) or down (1). */
void yt_ui_scroll_page(struct yt_ui *ui, int area, int direction);
/* So far that this can be seen; as placed when not scrolled. */
void yt_ui_scroll_show(struct yt_ui *ui, int area, SDL_Rect rect);
void yt_ui_scroll_reveal(struct yt_ui *ui, const struct yt_item *item);
/* A finger takes hold: nothing glides any more. Returns what to count its way from. */
int yt_ui_scroll_grab(struct yt_ui *ui, int area);
/* It wants to see what lies at this offset, or as much of it as there is. */
void yt_ui_scroll_pull(struct yt_ui *ui, int area, int wanted);
/* The finger let go at this speed, in pixels a millisecond. */
void yt_ui_scroll_let_go(struct yt_ui *ui, int area, float speed);
void yt_ui_scroll_stop(struct yt_ui *ui);
/* True while something is scrolled whose next frame is not due yet. */
bool yt_ui_scroll_waits(const struct yt_ui *ui);
/* Milliseconds until that; -1: nothing moves. */
int yt_ui_scroll_wake_ms(const struct yt_ui *ui);
/* Moves what glides to where it is now. */
void yt_ui_scroll_step(struct yt_ui *ui);
/* What was at one offset is now farther down by so much. */
void yt_ui_scroll_shift(struct yt_ui *ui, int area, int by);
int yt_ui_front_area(const struct yt_ui *ui);
void yt_ui_use_scroll_action(struct yt_ui *ui, struct yt_ui_action action);

/* ---- rows.c ---- */
/* rows_place.c: before and after a layout; the row at the top of the view stays there. */
struct yt_ui_rows_place yt_ui_rows_keep(const struct yt_ui *ui);
void yt_ui_rows_restore(struct yt_ui *ui, const struct yt_ui_rows_place *place);
/* Another page is shown now; where this one was is kept. */
void yt_ui_rows_leave(struct yt_ui *ui);
/* With a list of this key in the page of this frame: does one come back to it? */
void yt_ui_rows_look_back(struct yt_ui *ui, uint32_t list);
/* Where a row stands, declared or not; as placed when not scrolled. */
SDL_Rect yt_ui_rows_rect(const struct yt_ui *ui, size_t row);
/* The rows in sight: first and one past the last. */
void yt_ui_rows_seen(const struct yt_ui *ui, size_t *first, size_t *end);
/* NULL when the row is not declared. */
struct yt_item *yt_ui_rows_item(const struct yt_ui *ui, size_t row);

#endif
