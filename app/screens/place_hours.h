/* When an open place is open, in words. UI thread only. */
#ifndef YT_SCREENS_PLACE_HOURS_H
#define YT_SCREENS_PLACE_HOURS_H

#include "base/buf.h"
#include "domain/programme.h"
#include "screens/nav.h"

enum yt_place_today {
    YT_PLACE_NOT_KNOWN, /* no hours are known, or only in the keeper's words */
    YT_PLACE_OPEN,
    YT_PLACE_OPENS,  /* later today */
    YT_PLACE_OVER,   /* was open today */
    YT_PLACE_CLOSED, /* not today */
};

enum yt_place_today yt_place_today(const struct yt_open_place *place, struct yt_local_time now);

/* Appends what is known of today: 「いま開いています（17:00まで）」. The keeper's own words where
 * that is all there is; nothing where nothing is known. */
void yt_say_place_today(const struct yt_app *app, const struct yt_open_place *place,
                        struct yt_buf *to);
/* Appends a day's hours, 「9:00〜17:00」, or that it is closed. */
void yt_say_place_day(const struct yt_app *app, const struct yt_open_place *place,
                      struct yt_date date, struct yt_buf *to);
/* Id of a message. */
const char *yt_place_kind_message(enum yt_open_place_kind kind);
/* Name of an icon. */
const char *yt_place_kind_icon(enum yt_open_place_kind kind);

#endif
