/* A page for typing one line: heading, field, keyboard. The parts that name, number and own words
 * have in common. */
#ifndef YT_SCREENS_TYPING_H
#define YT_SCREENS_TYPING_H

#include "screens/nav.h"
#include "ui/edit/keyboard.h"

#include <stdbool.h>

/* Lies in a screen's state and is wiped with it. */
struct yt_typing {
    struct yt_edit edit;
    struct yt_keyboard keyboard;
};

struct yt_typing_page {
    const char *title;
    const char *lead;
    int lines;        /* height of the field */
    bool counted;     /* shows how many characters are left */
    const char *told; /* below the field; NULL: nothing */
    const char *next; /* the way on; NULL: ui.next */
    bool tray;        /* see yt_frame */
};

/* Actions that yt_typing_action takes. */
enum { YT_TYPING_KEY = YT_ACT_OWN, YT_TYPING_NEXT };

void yt_typing_begin(struct yt_app *app, struct yt_typing *typing, enum yt_keyboard_use use,
                     size_t max, const char *text);
/* The whole page. The way on carries YT_TYPING_NEXT. */
void yt_typing_declare(struct yt_app *app, const struct yt_typing *typing,
                       const struct yt_typing_page *page);
/* True when it was a key of the keyboard. */
bool yt_typing_action(struct yt_typing *typing, struct yt_ui_action action);
/* What was typed without blanks around it, into `to`. */
void yt_typing_take(const struct yt_typing *typing, char *to, size_t capacity);

#endif
