/* The second half of the journey: from the result page to the slip and the wipe. */
#ifndef YT_SCREENS_HAND_OVER_H
#define YT_SCREENS_HAND_OVER_H

#include "screens/nav.h"

/* Goes on from the result page, by what the visit has marked: booking, contact, own words, consent,
 * review, saving, slip, done; with nothing marked straight to the good ending. `back` from the
 * first of these screens comes to the result page again. */
void yt_hand_over_begin(struct yt_app *app);

#endif
