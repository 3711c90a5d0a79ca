/* Brings up every screen from home to the result, one after the other, in one language and size. */
#ifndef YT_TESTS_WALK_H
#define YT_TESTS_WALK_H

#include "walker.h"

/* Begins a visit in that language and text size, walks, and ends the visit. */
void walk(struct journey *journey, int language, enum yt_text_scale scale, walk_visitor visitor,
          void *context);

#endif
