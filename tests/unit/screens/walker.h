/* What walks through the screens have in common: whoever walks shows each screen to a visitor. */
#ifndef YT_TESTS_WALKER_H
#define YT_TESTS_WALKER_H

#include "base/attributes.h"
#include "journey.h"

/* `what` names the screen and its state: "question-today", "help-danger-phones". The screen has
 * been declared and drawn. */
typedef void (*walk_visitor)(struct journey *journey, const char *what, void *context);

struct walker {
    struct journey *journey;
    struct yt_app *app; /* the journey's */
    walk_visitor visitor;
    void *context;
};

/* Walks through the visit of that journey, which gets this language and text size. */
struct walker walker_begin(struct journey *journey, int language, enum yt_text_scale scale,
                           walk_visitor visitor, void *context);
/* Declares and draws what is on top and shows it by the name that the format makes. */
void walker_look(struct walker *walker, const char *format, ...) YT_PRINTF(2, 3);
/* Touches what says the message of that id; ends the program when nothing does. */
void walker_tap(struct walker *walker, const char *id);
/* Puts a screen on top, shows it and goes back. */
void walker_screen(struct walker *walker, const struct yt_screen_ops *ops, const char *what);

#endif
