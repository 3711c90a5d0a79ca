/* One event as iCalendar text (RFC 5545), as short as it may be: it becomes a QR code that somebody
 * puts into the calendar of their own telephone. Pure, any thread. */
#ifndef YT_DOMAIN_ICALENDAR_H
#define YT_DOMAIN_ICALENDAR_H

#include "base/attributes.h"
#include "base/buf.h"
#include "base/clock.h"

#include <stdbool.h>
#include <stdint.h>

struct yt_icalendar_event {
    const char *uid;   /* the same for the same event, so that reading it twice makes one; ASCII */
    const char *name;  /* plain text, no ruby */
    const char *where; /* the same; NULL or "": not said */
    struct yt_date date;    /* at the place */
    int from_minute;        /* of that day; negative: the whole day */
    int until_minute;       /* not after from_minute: no end is said */
    int utc_offset_minutes; /* of the place, which has no summer time: times are written as UTC */
    int64_t stamp_ms;       /* when the text is made, since 1970 */
};

/* Appends a VCALENDAR with the one VEVENT: lines end in CRLF and are folded at 75 octets, never
 * within a character. A line break in a text is kept; other control characters are left out.
 * YT_ERR_TOO_LARGE when the buffer's maximum does not hold it; the content is then of no use. */
YT_MUST_CHECK bool yt_icalendar_event(struct yt_buf *to, const struct yt_icalendar_event *event,
                                      struct yt_err *err);

#endif
