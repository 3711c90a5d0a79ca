/* The slip: what the resident takes home and, in its code, the sealed entry. Composes texts that
 * are resolved already and symbols into a raster. It knows nothing of the entry, so that answers,
 * areas, urgency and name cannot get onto the paper by mistake. */
#ifndef YT_HANDOFF_SLIP_H
#define YT_HANDOFF_SLIP_H

#include "base/err.h"
#include "handoff/raster.h"
#include "handoff/symbol.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_SLIP_LINES_MAX 24
#define YT_SLIP_OFFERS_MAX 12
#define YT_SLIP_GROUPS_MAX 2

/* One thing said twice: as the resident reads it, and in Japanese for the people around. */
struct yt_slip_text {
    const char *own; /* in yt_slip.language; may carry ruby */
    const char *ja;  /* in Japanese; NULL or "" when `own` says it already */
};

/* A listing or a programme, to read at home. */
struct yt_slip_offer {
    struct yt_slip_text name;
    struct yt_slip_text state; /* "on the waiting list"; may say nothing */
    struct yt_slip_text lines; /* hours, days, way there; separated by newlines */
};

/* Several of them below one heading. */
struct yt_slip_group {
    struct yt_slip_text heading;
    size_t count;
    struct yt_slip_offer offers[YT_SLIP_OFFERS_MAX];
    struct yt_slip_text note; /* behind the last; may say nothing */
};

/* All texts are the caller's and need to live during the call only. NULL or "" leaves a part out.*/
struct yt_slip {
    int paper_dots;           /* YT_PAPER_58_DOTS or YT_PAPER_80_DOTS */
    const char *language;     /* BCP 47 tag of the texts called `own` */
    struct yt_slip_text site; /* who it is from */
    const char *phone;        /* "0120-000-000" */
    struct yt_slip_text
        status; /* 予約 (booked) or 希望 (asked for), in a frame; NULL: no booking */
    bool firm;  /* 予約: the frame is filled; 希望: only its outline */
    struct yt_slip_text what;    /* neutral name of the appointment: 相談の時間 */
    struct yt_slip_text when[4]; /* date and time, or up to three wishes and one more line */
    struct yt_slip_text where;   /* place */
    struct yt_slip_text heading; /* above the lines: "What you chose" */
    size_t line_count;
    struct yt_slip_text lines[YT_SLIP_LINES_MAX]; /* neutral names of what was chosen */
    struct yt_slip_text number_label;             /* 受付番号 */
    const char *number;                           /* "123 456 789" (domain/sealed.h) */
    struct yt_slip_text code_note;                /* below the code: who may read it */
    size_t group_count;
    struct yt_slip_group groups[YT_SLIP_GROUPS_MAX]; /* below the code, however many they are */
    size_t note_count;
    struct yt_slip_text notes[4];     /* at the end, small: how to withdraw, keep or show it */
    const struct yt_symbols *symbols; /* NULL: paper only, nothing was handed over */
};

enum yt_slip_align { YT_SLIP_START, YT_SLIP_CENTRE, YT_SLIP_END };

struct yt_slip_style {
    const char *language; /* BCP 47 */
    int em_dots;
    bool bold;
    enum yt_slip_align align; /* inside `width_dots` */
    int width_dots;           /* lines are broken to fit */
};

/* 8 bit gray, row by row without gaps; 255 is paper, 0 is ink. */
struct yt_slip_canvas {
    int width, height;
    uint8_t *gray;
};

/* How texts get onto the paper. The product puts ui/text behind it; both functions are mandatory
 * and are called on the thread that composes. */
struct yt_slip_painter {
    /* Height in dots of the text broken to the style's width; 0 for an empty one. Where `width` is
     * not NULL, the width of its widest line goes there. */
    int (*measure)(void *context, const char *markup, const struct yt_slip_style *style,
                   int *width);
    /* Draws it in black (or in white: `inverse`) with its top left corner at (x, y). What would lie
     * outside the canvas is left out. */
    void (*draw)(void *context, const char *markup, const struct yt_slip_style *style,
                 struct yt_slip_canvas *canvas, int x, int y, bool inverse);
    void *context;
};

/* Composes the slip. `ret_raster` is the caller's to release with yt_raster_done; on failure
 * (YT_ERR_TOO_LARGE, YT_ERR_NO_MEMORY) it is empty. The same slip gives the same dots. */
YT_MUST_CHECK bool yt_slip_compose(const struct yt_slip *slip,
                                   const struct yt_slip_painter *painter,
                                   struct yt_raster *ret_raster, struct yt_err *err);

#endif
