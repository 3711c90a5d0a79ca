/* The last page before the end: the number, what became of the paper, and the code on the screen.
 */
#ifndef YT_SCREENS_SLIP_H
#define YT_SCREENS_SLIP_H

#include "screens/nav.h"

/* Gives the code to the slip screen, which is on top. It becomes the screen's own, also NULL, and
 * is wiped and freed when the screen leaves. */
void yt_slip_take_code(struct yt_app *app, struct yt_code *code);

#endif
