/* Days beside each other, as many as the window is wide, and the way to those before and after. */
#ifndef YT_SCREENS_DAY_STRIP_H
#define YT_SCREENS_DAY_STRIP_H

#include "screens/nav.h"

#include <stddef.h>
#include <stdint.h>

/* How many days stand beside each other. */
size_t yt_day_strip_columns(const struct yt_ui *ui);

/* Below the days: buttons to the earlier and the later ones, unless all `count` fit. `first` stands
 * first now; `action` comes with the index of the one to stand first next as its value. */
void yt_day_strip_ways(const struct yt_app *app, struct yt_ui *ui, size_t first, size_t count,
                       uint16_t action);

#endif
