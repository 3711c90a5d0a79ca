/* The ways on as a column at the right edge, as ticket machines have them: on a low panel two bars
 * would leave less than half of the height for what is read. */
#ifndef YT_UI_LAYOUT_SIDE_H
#define YT_UI_LAYOUT_SIDE_H

#include "ui/layout.h"

/* Does `bar` become a column of so much height? Then its buttons are set for that. */
bool yt_layout_side_fits(const struct yt_layout *layout, struct yt_item *bar, int height);

/* Puts the bar into the column, its buttons from below. */
void yt_layout_side_place(const struct yt_layout *layout, struct yt_item *bar, SDL_Rect column);

/* Puts the scroll buttons above the column's buttons, which leaves the bar so much lower; false
 * when there is no room. */
bool yt_layout_side_rail(const struct yt_layout *layout, struct yt_item *bar, struct yt_item *rail);

#endif
