/* How it looks: colours by what they are for, corners and borders. Filled by the program from the
 * site's content, or by the two palettes built in. */
#ifndef YT_UI_THEME_H
#define YT_UI_THEME_H

#include "base/err.h"

#include <SDL.h>
#include <stdbool.h>

/* Every pair named in `yt_ui_theme_check` must reach a contrast of 7:1 (WCAG 2.2, 1.4.6), every
 * border and mark 3:1 against what lies beside it (1.4.11). Alpha is ignored but for `scrim` and
 * `shadow`. */
struct yt_ui_theme {
    SDL_Color page;         /* behind everything: warm paper */
    SDL_Color surface;      /* buttons, cards, fields, dialogs: raised from the page */
    SDL_Color bar;          /* behind the top and bottom bars */
    SDL_Color ink;          /* text */
    SDL_Color ink_soft;     /* help lines, second lines; still 7:1 */
    SDL_Color ink_off;      /* labels of what cannot be used now; exempt from 7:1, held to 4.5:1 */
    SDL_Color line;         /* borders of what can be touched, 3:1 */
    SDL_Color line_soft;    /* dividers that carry no meaning */
    SDL_Color accent;       /* the one strong colour: primary button, marks, progress */
    SDL_Color on_accent;    /* text on it */
    SDL_Color accent_deep;  /* the same, pressed */
    SDL_Color accent_soft;  /* fill of what is chosen; `ink` stands on it */
    SDL_Color pressed;      /* fill of a plain surface under a finger; `ink` stands on it */
    SDL_Color danger;       /* stop and erase, faults */
    SDL_Color on_danger;    /* text on it */
    SDL_Color danger_deep;  /* the same, pressed */
    SDL_Color danger_soft;  /* fill of a fault banner; `ink` stands on it */
    SDL_Color warning;      /* stripe and mark of a warning */
    SDL_Color warning_soft; /* its fill; `ink` stands on it */
    SDL_Color success;      /* stripe and mark of "done" */
    SDL_Color success_soft; /* its fill; `ink` stands on it */
    SDL_Color focus;        /* ring around what the keys stand on */
    SDL_Color focus_gap;    /* thin ring between it and the thing, so that it shows everywhere */
    SDL_Color shadow;       /* with alpha; 0 for none */
    SDL_Color scrim;        /* with alpha; over the page behind a dialog */
    float radius_mm;        /* corners of buttons and cards */
    float border_mm;        /* borders; at least one pixel is drawn */
};

/* One of the two built-in palettes: paper and indigo, or high contrast. */
void yt_ui_theme_default(struct yt_ui_theme *theme, bool high_contrast);

/* Contrast of two opaque colours as WCAG 2.2 defines it, 1 to 21. */
double yt_ui_contrast(SDL_Color a, SDL_Color b);

/* False, naming the first pair that is too close and its contrast (YT_ERR_INVALID). */
YT_MUST_CHECK bool yt_ui_theme_check(const struct yt_ui_theme *theme, struct yt_err *err);

#endif
