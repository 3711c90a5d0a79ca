/* The small site with appointments: at the desk (some slots ours to give, some to ask for), by
 * phone, and at home; and items whose names must not all stand on paper. */
#ifndef YT_TESTS_BOOKING_SITE_H
#define YT_TESTS_BOOKING_SITE_H

#include "domain/site_content.h"

enum {
    BOOKING_BUDGET, /* desk or phone */
    BOOKING_SAFETY, /* neutral name */
    BOOKING_FOOD,   /* number only; desk */
    BOOKING_VISIT,  /* at home, nothing else */
    BOOKING_ITEMS
};
enum { BOOKING_DESK, BOOKING_PHONE, BOOKING_HOME, BOOKING_TYPES };

/* Lives as long as the program. At the kiosk "k2", on weekdays: 9:00, 10:30 and 14:00 are booked,
 * 15:30 and 17:30 are asked for. */
const struct yt_site_content *booking_site(void);

#endif
