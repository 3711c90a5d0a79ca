/* What every page has around it: the tools above, the ways on below.
 *
 *     yt_frame_begin(app, &(struct yt_frame){.name = "topics", .title = say("ui.topic")});
 *     ... the content ...
 *     yt_frame_end(app, &(struct yt_frame_ways){.back = true, .next = say("ui.next"), ...});
 */
#ifndef YT_SCREENS_FRAME_H
#define YT_SCREENS_FRAME_H

#include "screens/nav.h"

#include <stdbool.h>
#include <stdint.h>

struct yt_frame {
    const char *name;  /* of the page; NULL: the screen's own */
    uint32_t key;      /* see yt_ui_page.key; tells questions apart. 0: the screen's own */
    const char *title; /* heading of level 1; NULL: the screen makes its own */
    const char *lead;  /* a sentence below the title; may be NULL */
    bool number_keys;
    bool centred;
    float max_em; /* see yt_ui_content */
    bool tray;    /* the way to what was marked stands among the tools, while there is anything */
};

/* Page, top bar, beginning of the content. */
void yt_frame_begin(struct yt_app *app, const struct yt_frame *frame);

struct yt_frame_ways {
    bool back;        /* ui.back at the left */
    const char *skip; /* as large as the way on; NULL: none */
    struct yt_ui_action skip_action;
    const char *next; /* NULL: none */
    struct yt_ui_action next_action;
    bool next_plain;       /* not the accent colour: finishing without a choice is just as good */
    bool next_disabled;    /* say why in the content */
    const char *next_icon; /* NULL: an arrow */
};

/* End of the content, bottom bar, end of the page. `ways` may be NULL: no bottom bar. */
void yt_frame_end(struct yt_app *app, const struct yt_frame_ways *ways);

/* Is the screen so low that pictures and hints would push what matters out of sight? */
bool yt_frame_is_low(const struct yt_app *app);
/* Is it a low panel with letters so large that two ways on are all it has room for? */
bool yt_frame_is_cramped(const struct yt_app *app);

#endif
