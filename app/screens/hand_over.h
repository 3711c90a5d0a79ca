/* The second half of the journey: from the result page or the tray to the slip and the wipe. */
#ifndef YT_SCREENS_HAND_OVER_H
#define YT_SCREENS_HAND_OVER_H

#include "screens/nav.h"

/* Goes on from the result page or the tray, by what the visit has marked: booking, contact, own
 * words, consent, review, saving, slip, done; with nothing to hand over or print straight to the
 * good ending. `back` from the first of these screens comes to the calling one again. */
void yt_hand_over_begin(struct yt_app *app);

#endif
