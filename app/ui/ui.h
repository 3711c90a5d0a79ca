/* The touch toolkit: declare, lay out, draw, with plain data between.
 *
 * Each change of state declares the whole screen anew; the toolkit lays it out for the window,
 * language and text size of the moment, compares it with what is shown and draws the difference.
 *
 *     yt_ui_frame_begin(ui);
 *     yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "age", .back = {ACTION_BACK, 0}});
 *     yt_ui_top_begin(ui);
 *     yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "language", .label = say("ui.lang"), ...});
 *     yt_ui_top_end(ui);
 *     yt_ui_content_begin(ui, NULL);
 *     yt_ui_heading(ui, &(struct yt_ui_heading){.text = question});
 *     yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID});
 *     yt_ui_answer(ui, &(struct yt_ui_answer){.label = ..., .action = {ACTION_ANSWER, 3}});
 *     yt_ui_end(ui);
 *     yt_ui_content_end(ui);
 *     yt_ui_page_end(ui);
 *     yt_ui_frame_end(ui);
 *     yt_ui_draw(ui);
 *
 * The loop of a program:
 *
 *     while (SDL_WaitEventTimeout(&event, yt_ui_next_wake_ms(ui))) or 0 events:
 *         if (yt_ui_handle(ui, &event, &action)) the screen changes its state and declares again
 *         yt_ui_draw(ui)    -- always: shows a press, a scroll, a turning spinner without declaring
 *
 * Sizes are millimetres and ems throughout; pixels are made in ui/metrics.h alone. Everything
 * belongs to the thread that called yt_ui_new. */
#ifndef YT_UI_UI_H
#define YT_UI_UI_H

#include "base/clock.h"
#include "base/err.h"
#include "ui/theme.h"
#include "ui/tree.h"
#include "ui/widgets.h"

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>

struct yt_text_engine;

enum yt_ui_present {
    YT_UI_PRESENT_AUTO = 0, /* texture where the video driver has no window surface (KMSDRM) */
    YT_UI_PRESENT_NONE, /* no window at all: pages are drawn in memory, for pictures and tests */
    YT_UI_PRESENT_SURFACE,
    YT_UI_PRESENT_TEXTURE,
};

/* The few words that the toolkit itself shows and speaks, in the language of the moment. Kept by
 * pointer: they must live as long as they are set (message catalogues do). */
struct yt_ui_words {
    const char *more_above; /* 「上を見る」 on the button that pages up */
    const char *more_below; /* 「続きを見る」 */
};

struct yt_ui_setup {
    const char *title; /* of the window */
    int width, height; /* pixels; 0: the whole display, without a frame */
    bool full_screen;
    float panel_mm;              /* length of the panel's diagonal; 0: by a table of usual panels */
    const char *icon_folder;     /* PNGs made by the build, <build>/assets/icons; copied */
    struct yt_text_engine *text; /* stays the caller's, must outlive the ui */
    const struct yt_clock *clock; /* must outlive the ui */
    enum yt_ui_present present;
};

/* Opens the window (SDL's video is initialised when it is not yet) with the default theme,
 * language "ja", 100 %. NULL on failure: YT_ERR_UNSUPPORTED when there is no display,
 * YT_ERR_NO_MEMORY. Missing icons are no error; yt_ui_faults names them. */
struct yt_ui *yt_ui_new(const struct yt_ui_setup *setup, struct yt_err *err);
void yt_ui_free(struct yt_ui *ui);

/* Each of these takes effect with the next frame. */
void yt_ui_set_theme(struct yt_ui *ui, const struct yt_ui_theme *theme); /* copied */
void yt_ui_set_language(struct yt_ui *ui, const char *language);         /* copied */
void yt_ui_set_words(struct yt_ui *ui, const struct yt_ui_words *words); /* struct copied */
void yt_ui_set_text_scale(struct yt_ui *ui, int percent);                /* 100 to 200 */
void yt_ui_set_motion(struct yt_ui *ui, bool motion); /* off: nothing glides, spinners step */
/* A window of another size, as when it is dragged; real windows call it by themselves. */
void yt_ui_resize(struct yt_ui *ui, int width, int height);

int yt_ui_width(const struct yt_ui *ui);
int yt_ui_height(const struct yt_ui *ui);
bool yt_ui_landscape(const struct yt_ui *ui);
/* A panel of 7 to 10 inches in landscape: what matters comes first, in several columns. */
bool yt_ui_low(const struct yt_ui *ui);
/* The em in pixels at the present text size. */
int yt_ui_em(const struct yt_ui *ui);
/* How many ems the content is wide: to decide between long and short wording, never to place. */
float yt_ui_content_ems(const struct yt_ui *ui);

/* Between these two a screen declares. The frame before it, and every string of its nodes, ends
 * with begin. End lays out; it draws nothing. */
void yt_ui_frame_begin(struct yt_ui *ui);
void yt_ui_frame_end(struct yt_ui *ui);

/* Draws what differs from what is shown and presents it. Returns the number of pixels that were
 * drawn anew; 0 means nothing was done. */
size_t yt_ui_draw(struct yt_ui *ui);

/* Takes an event. True when it means an action, which is then in *action.
 * Touch, mouse and keys: a press counts on release inside; a second finger, a drag, a second tap
 * right after the screen changed do nothing. Arrows and Tab move the focus, Enter and Space use
 * it, Escape is the page's `back`, Page Up and Down scroll. Call yt_ui_draw afterwards in either
 * case. Events it does not know are ignored. */
bool yt_ui_handle(struct yt_ui *ui, const SDL_Event *event, struct yt_ui_action *action);
/* Held keys that repeat: true when one is due now. Ask after yt_ui_next_wake_ms has passed. */
bool yt_ui_repeat(struct yt_ui *ui, struct yt_ui_action *action);
/* True for events that a person made (touch, key, mouse button): for the idle clock. */
bool yt_ui_is_touch(const SDL_Event *event);

/* Milliseconds until yt_ui_draw has something to move (spinner, glide, countdown, repeat); -1 when
 * nothing moves: the loop may sleep until the next event. */
int yt_ui_next_wake_ms(const struct yt_ui *ui);

/* True while something glides on that no finger holds. */
bool yt_ui_moving(const struct yt_ui *ui);

/* The page as it is, to a PNG file. */
YT_MUST_CHECK bool yt_ui_save_png(struct yt_ui *ui, const char *path, struct yt_err *err);
/* The page's pixels, XRGB8888; valid until the next yt_ui_draw. */
const SDL_Surface *yt_ui_pixels(const struct yt_ui *ui);

/* The end of a visit: wipes the frame, the page's pixels and the text engine's caches, and forgets
 * focus and scroll. Icons stay. The next frame draws everything. */
void yt_ui_forget(struct yt_ui *ui);

/* Bytes held in caches of the toolkit itself (pictures, masks, frame), for tests of growth. */
size_t yt_ui_cache_bytes(const struct yt_ui *ui);

#endif
