/* Hours in the words of the visit's language. */
#ifndef YT_SCREENS_OPENING_H
#define YT_SCREENS_OPENING_H

#include "screens/nav.h"

#include <stddef.h>

#define YT_OPENING_TEXT_MAX 512

/* When the box's own place is open today, into `buffer`; returns `buffer`. */
const char *yt_say_kiosk_hours(const struct yt_app *app, char *buffer, size_t capacity);
/* The same of one of the site's places; where it has no hours of its own, the desk's. */
const char *yt_say_place_hours(const struct yt_app *app, size_t place, char *buffer,
                               size_t capacity);

#endif
