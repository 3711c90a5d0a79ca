/* Brings up every screen from the result to the end, in each of its states, in one language and
 * size: the second half of walk.h. */
#ifndef YT_TESTS_HAND_OVER_WALK_H
#define YT_TESTS_HAND_OVER_WALK_H

#include "counter.h"
#include "walker.h"

/* `counter` has been opened on the journey. */
void hand_over_walk(struct counter *counter, int language, enum yt_text_scale scale,
                    walk_visitor visitor, void *context);

#endif
