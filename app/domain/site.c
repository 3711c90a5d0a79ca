#include "domain/site.h"

#include <string.h>

bool yt_days_include(const struct yt_days *days, struct yt_date date)
{
    const int week_of_month = (date.day - 1) / 7;

    for (size_t i = 0; i < days->date_count; i++)
        if (yt_date_compare(days->dates[i], date) == 0)
            return true;
    return (days->weekdays >> yt_date_weekday(date) & 1) != 0 &&
           (days->weeks == 0 || (days->weeks >> week_of_month & 1) != 0);
}

/* Month and day as one number that grows through the year. */
static int day_of_year_key(struct yt_date date)
{
    return date.month * 100 + date.day;
}

bool yt_closure_covers(const struct yt_closure *closure, struct yt_date date)
{
    const int from = day_of_year_key(closure->from);
    const int until = day_of_year_key(closure->until);
    const int day = day_of_year_key(date);

    if (!closure->every_year)
        return yt_date_compare(closure->from, date) <= 0 &&
               yt_date_compare(date, closure->until) <= 0;
    if (from <= until)
        return from <= day && day <= until;
    return day >= from || day <= until; /* past the year's end: 12/29 to 1/3 */
}

bool yt_site_closed(const struct yt_site *site, size_t place, struct yt_date date)
{
    for (size_t i = 0; i < site->closure_count; i++) {
        const struct yt_closure *closure = &site->closures[i];
        const bool concerns = closure->places ? yt_has_bit(closure->places, place)
                                              : !site->places[place].open_holidays;

        if (concerns && yt_closure_covers(closure, date))
            return true;
    }
    return false;
}

/* Closures that name no place are the desk's. */
bool yt_site_desk_closed(const struct yt_site *site, struct yt_date date)
{
    for (size_t i = 0; i < site->closure_count; i++)
        if (!site->closures[i].places && yt_closure_covers(&site->closures[i], date))
            return true;
    return false;
}

bool yt_site_desk_open(const struct yt_site *site, struct yt_local_time now)
{
    if (yt_site_desk_closed(site, now.date))
        return false;
    for (size_t i = 0; i < site->opening_count; i++) {
        const struct yt_opening *opening = &site->openings[i];

        if (yt_days_include(&opening->days, now.date) && opening->from_minute <= now.minute &&
            now.minute < opening->until_minute)
            return true;
    }
    return false;
}

int yt_site_kiosk_find(const struct yt_site *site, const char *id)
{
    for (size_t i = 0; i < site->kiosk_count; i++)
        if (strcmp(site->kiosks[i].id, id) == 0)
            return (int)i;
    return -1;
}

int yt_site_place_find(const struct yt_site *site, const char *id)
{
    for (size_t i = 0; i < site->place_count; i++)
        if (strcmp(site->places[i].id, id) == 0)
            return (int)i;
    return -1;
}

int yt_site_place_numbered(const struct yt_site *site, uint16_t number)
{
    for (size_t i = 0; i < site->place_count; i++)
        if (site->places[i].number == number)
            return (int)i;
    return -1;
}
