/* What takes place, day by day. */
#ifndef YT_SCREENS_PROGRAMMES_H
#define YT_SCREENS_PROGRAMMES_H

#include "screens/nav.h"

#include <stddef.h>

/* Puts the page on top with what belongs to one item of the menu (its index). */
void yt_programmes_open(struct yt_app *app, size_t item);

#endif
