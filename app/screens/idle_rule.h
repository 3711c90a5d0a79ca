/* When nobody touches: ask, count down, wipe (CHECKSHEET 3). The times are the site's settings. */
#ifndef YT_SCREENS_IDLE_RULE_H
#define YT_SCREENS_IDLE_RULE_H

#include "screens/nav.h"

#include <stdint.h>

/* When the rule has to act next, in mono ms; 0: never, as on an untouched home screen, so that an
 * idle box sleeps. */
int64_t yt_idle_due_ms(const struct yt_app *app);

/* Acts when it is due: opens the question, or wipes without a word where nothing but home or the
 * neutral picture is on the screen. */
void yt_idle_act(struct yt_app *app);

#endif
