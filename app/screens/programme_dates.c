#include "screens/programme_dates.h"

/* What is further ahead than a year is no date to plan with. */
enum { MONTH_DAYS = 31, MONTHS = 12 };

void yt_programme_dates(const struct yt_app *app, const struct yt_programme *programme,
                        struct yt_programme_dates *dates)
{
    const int32_t today = yt_date_to_days(yt_app_now(app).date);
    struct yt_occurrence_list list;

    dates->count = 0;
    for (int32_t month = 0; month < MONTHS && dates->count < YT_PROGRAMME_DATES_MAX; month++) {
        yt_programmes_on(programme, 1, &app->content->site,
                         yt_date_from_days(today + month * MONTH_DAYS), MONTH_DAYS, &list);
        for (size_t i = 0; i < list.count && dates->count < YT_PROGRAMME_DATES_MAX; i++)
            dates->items[dates->count++] = list.items[i];
    }
}

const struct yt_occurrence *yt_programme_date_on(const struct yt_programme_dates *dates,
                                                 int32_t day)
{
    const struct yt_occurrence *found = NULL;

    for (size_t i = 0; i < dates->count; i++)
        if (yt_date_to_days(dates->items[i].date) == day && (!found || found->cancelled))
            found = &dates->items[i];
    return found;
}
