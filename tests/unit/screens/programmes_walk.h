/* Brings up the screens of programmes, open places, voices and talk cards, in each of their states,
 * in one language and size: a further part of walk.h. */
#ifndef YT_TESTS_PROGRAMMES_WALK_H
#define YT_TESTS_PROGRAMMES_WALK_H

#include "walker.h"

/* On a day on which the sample site has changes ahead: 2026-11-24, a Tuesday morning. */
void programmes_walk_begin(struct journey *journey);

void programmes_walk(struct journey *journey, int language, enum yt_text_scale scale,
                     walk_visitor visitor, void *context);

#endif
