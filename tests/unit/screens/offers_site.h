/* The small site with things to go to: programmes of every kind of sign-up, with changes; two
 * places; voices and cards. */
#ifndef YT_TESTS_OFFERS_SITE_H
#define YT_TESTS_OFFERS_SITE_H

#include "domain/site_content.h"

/* By index. All days are seen from Saturday, 2026-11-21, 10:00. */
enum {
    OFFERS_GATHERING, /* Mondays, just come; off on 11-30, in the library on 12-07 */
    OFFERS_CLASS,     /* 11-24 and 12-01, by the day before, room for two, given by k2; 12-01 is
                         moved to 12-03 */
    OFFERS_SALON,     /* 11-22, by two days before: too late; 11-28, given by the desk */
    OFFERS_LAWYER,    /* 12-08, through the first item of the menu */
    OFFERS_FOOD,      /* today 14:00, an item that paper must not name */
    OFFERS_MORNING,   /* today 8:00: over */
    OFFERS_ONLINE,    /* 11-25, just come, online too, with a link */
    OFFERS_PROGRAMMES
};
enum { OFFERS_LIBRARY, OFFERS_PANTRY, OFFERS_PLACES };

/* Lives as long as the program; the same each time. */
struct yt_site_content *offers_site(void);

#endif
