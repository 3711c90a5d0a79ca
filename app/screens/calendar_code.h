/* One date of a programme as a code for the calendar of the resident's own telephone. */
#ifndef YT_SCREENS_CALENDAR_CODE_H
#define YT_SCREENS_CALENDAR_CODE_H

#include "domain/programme.h"
#include "screens/nav.h"

/* Puts the page with the code on top. What is given is copied. */
void yt_calendar_code_open(struct yt_app *app, const struct yt_programme *programme,
                           const struct yt_occurrence *occurrence);

#endif
