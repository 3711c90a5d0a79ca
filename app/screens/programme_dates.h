/* The dates of one programme that are ahead, and what is marked of them. */
#ifndef YT_SCREENS_PROGRAMME_DATES_H
#define YT_SCREENS_PROGRAMME_DATES_H

#include "domain/programme.h"
#include "screens/nav.h"

#include <stddef.h>
#include <stdint.h>

#define YT_PROGRAMME_DATES_MAX 14

/* From today, cancelled ones included; pointers into the programme. */
struct yt_programme_dates {
    size_t count;
    struct yt_occurrence items[YT_PROGRAMME_DATES_MAX];
};

void yt_programme_dates(const struct yt_app *app, const struct yt_programme *programme,
                        struct yt_programme_dates *dates);
/* The one on that day (since 1970); what takes place before what does not. NULL: none. */
const struct yt_occurrence *yt_programme_date_on(const struct yt_programme_dates *dates,
                                                 int32_t day);

#endif
