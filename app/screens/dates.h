/* Days and times as people of the place's languages write them, by ICU. The calendar is the
 * Gregorian one everywhere: it is what stands on the wall beside the kiosk. */
#ifndef YT_SCREENS_DATES_H
#define YT_SCREENS_DATES_H

#include "base/clock.h"

#include <stddef.h>

#define YT_DATE_TEXT_MAX 128 /* bytes with the NUL, ruby included */

enum yt_date_style {
    YT_DATE_DAY,       /* 11月26日（木） */
    YT_DATE_DAY_TIME,  /* 11月26日（木）9:00 */
    YT_DATE_MONTH_DAY, /* 11/26 */
    YT_DATE_WEEKDAY,   /* 木 */
    YT_DATE_TIME,      /* 9:00 */
};

/* Writes it into `buffer` and returns that. Easy Japanese has ruby. Any thread. */
const char *yt_date_text(const char *language, enum yt_date_style style, struct yt_local_time when,
                         char buffer[static YT_DATE_TEXT_MAX]);

#endif
