/* A visit without a window: the screens on a virtual clock, with services that only take notes. */
#ifndef YT_TESTS_JOURNEY_H
#define YT_TESTS_JOURNEY_H

#include "base/clock.h"
#include "screens/nav.h"
#include "ui/text/text.h"

#include <stdbool.h>
#include <stdint.h>

struct journey {
    struct yt_clock_virtual clock;
    struct yt_text_engine *text;
    struct yt_services services;
    struct yt_app app;

    /* What the services were asked. */
    int staff_calls;
    int quiet_calls;
    int staff_cancels;
    int visits_ended;
    int saves;
    int prints;
    char code_text[1024]; /* of which a code was made last */
};

/* On a Saturday morning. `width` and `height` are pixels, `panel_mm` the panel's diagonal (0:
 * usual for that size). NULL with a message on stderr when there are no fonts or catalogues. */
struct journey *journey_new(const struct yt_site_content *content, const char *kiosk, int width,
                            int height, float panel_mm);
void journey_free(struct journey *journey);

/* Touches what has this label (or begins with it) and can be touched; it is scrolled to first.
 * False when there is none. */
bool journey_tap(struct journey *journey, const char *label);
/* The same by a message id, in the visit's language. */
bool journey_tap_id(struct journey *journey, const char *id);
/* The text without ruby, in the buffer. */
const char *journey_plain(const char *markup, char buffer[256]);
/* Touches a place of the window. */
void journey_tap_at(struct journey *journey, int x, int y);
/* Lets time pass as the kiosk's loop does. */
void journey_wait(struct journey *journey, int64_t ms);
/* The page's name, or the dialog's. */
const char *journey_screen(const struct journey *journey);
/* Can the text be read on the screen? */
bool journey_sees(struct journey *journey, const char *text);
/* Is the byte sequence anywhere in what the app remembers? */
bool journey_remembers(const struct journey *journey, const void *bytes, size_t size);

#endif
