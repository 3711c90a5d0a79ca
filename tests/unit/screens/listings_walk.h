/* Brings up the screens of the listings, the tray and the wish, in each of their states, in one
 * language and size: a further part of walk.h. */
#ifndef YT_TESTS_LISTINGS_WALK_H
#define YT_TESTS_LISTINGS_WALK_H

#include "walker.h"

void listings_walk(struct journey *journey, int language, enum yt_text_scale scale,
                   walk_visitor visitor, void *context);

#endif
