#include "domain/programme.h"

#include "base/attributes.h"

#include <string.h>

#define YEAR_DAYS 366
#define WEEK_DAYS 7

/* --- The days that a programme has of itself, before any change ------------------------------- */

/* The Monday of the week that the day is in; both in days since 1970. */
static int32_t monday_of(int32_t day)
{
    const int weekday = yt_date_weekday(yt_date_from_days(day));

    return day - (weekday + WEEK_DAYS - 1) % WEEK_DAYS;
}

static bool week_has_orders(const struct yt_days *days, struct yt_date date)
{
    const int32_t monday = monday_of(yt_date_to_days(date));

    for (size_t i = 0; i < days->date_count; i++)
        if (monday_of(yt_date_to_days(days->dates[i])) == monday)
            return true;
    return false;
}

static bool is_named_date(const struct yt_days *days, struct yt_date date)
{
    for (size_t i = 0; i < days->date_count; i++)
        if (yt_date_compare(days->dates[i], date) == 0)
            return true;
    return false;
}

static bool is_closed(const struct yt_programme *programme, const struct yt_site *site,
                      struct yt_date date)
{
    if (!site || programme->open_holidays)
        return false;
    if (programme->place >= 0 && (size_t)programme->place < site->place_count)
        return yt_site_closed(site, (size_t)programme->place, date);
    return yt_site_desk_closed(site, date);
}

static bool on_weekday(const struct yt_programme *programme, const struct yt_site *site,
                       struct yt_date date)
{
    const struct yt_days weekdays = {.weekdays = programme->days.weekdays,
                                     .weeks = programme->days.weeks};

    return (programme->months == 0 || (programme->months >> (date.month - 1) & 1) != 0) &&
           yt_days_include(&weekdays, date) && !is_closed(programme, site, date);
}

static bool has_day(const struct yt_programme *programme, const struct yt_site *site,
                    struct yt_date date)
{
    if (programme->first.year && yt_date_compare(date, programme->first) < 0)
        return false;
    if (programme->last.year && yt_date_compare(date, programme->last) > 0)
        return false;
    if (programme->follows_orders)
        return week_has_orders(&programme->days, date) && on_weekday(programme, site, date);
    return is_named_date(&programme->days, date) || on_weekday(programme, site, date);
}

/* --- Changes ---------------------------------------------------------------------------------- */

static int32_t span_of(const struct yt_programme_change *change)
{
    return yt_date_to_days(change->until) - yt_date_to_days(change->from);
}

static bool concerns(const struct yt_programme_change *change, struct yt_date date)
{
    return yt_date_compare(change->from, date) <= 0 && yt_date_compare(date, change->until) <= 0;
}

static bool moves_away(const struct yt_programme_change *change)
{
    return change->kind == YT_CHANGE_MOVED && change->to_date.year != 0;
}

/* The change that counts on a day; `but` is left out of account. */
static const struct yt_programme_change *change_on(const struct yt_programme *programme,
                                                   struct yt_date date,
                                                   const struct yt_programme_change *but)
{
    const struct yt_programme_change *found = NULL;

    for (size_t i = 0; i < programme->change_count; i++) {
        const struct yt_programme_change *change = &programme->changes[i];

        if (change != but && concerns(change, date) &&
            (!found || span_of(change) <= span_of(found)))
            found = change;
    }
    return found;
}

static void apply(const struct yt_programme_change *change, struct yt_occurrence *occurrence)
{
    occurrence->change = change;
    switch (change->kind) {
    case YT_CHANGE_ONLINE:
        occurrence->online = true;
        break;
    case YT_CHANGE_CANCELLED:
        occurrence->cancelled = true;
        break;
    case YT_CHANGE_MOVED:
        occurrence->moved = true;
        if (change->from_minute != YT_LISTING_NOT_SAID)
            occurrence->from_minute = change->from_minute;
        if (change->until_minute != YT_LISTING_NOT_SAID)
            occurrence->until_minute = change->until_minute;
        break;
    }
}

static struct yt_occurrence plain(const struct yt_programme *programme, struct yt_date date)
{
    return (struct yt_occurrence){.date = date,
                                  .from_minute = programme->from_minute,
                                  .until_minute = programme->until_minute};
}

/* What stands on its own day, changed or not. */
static bool own_day(const struct yt_programme *programme, const struct yt_site *site,
                    struct yt_date date, struct yt_occurrence *occurrence)
{
    const struct yt_programme_change *change;

    if (!has_day(programme, site, date))
        return false;
    *occurrence = plain(programme, date);
    change = change_on(programme, date, NULL);
    if (change && moves_away(change)) {
        /* The old day keeps its old time: that is when people would come. */
        occurrence->moved = occurrence->cancelled = true;
        occurrence->change = change;
    } else if (change) {
        apply(change, occurrence);
    }
    return true;
}

/* Is any day that the programme has moved by this change? */
static bool moves_a_day(const struct yt_programme *programme, const struct yt_site *site,
                        const struct yt_programme_change *change)
{
    const int32_t from = yt_date_to_days(change->from);

    for (int32_t day = from; day <= from + span_of(change) && day <= from + YEAR_DAYS; day++) {
        const struct yt_date date = yt_date_from_days(day);

        if (has_day(programme, site, date) && change_on(programme, date, NULL) == change)
            return true;
    }
    return false;
}

/* What was moved here by that change. */
static bool moved_here(const struct yt_programme *programme, const struct yt_site *site,
                       struct yt_date date, const struct yt_programme_change *change,
                       struct yt_occurrence *occurrence)
{
    const struct yt_programme_change *further;

    if (!moves_away(change) || yt_date_compare(change->to_date, date) != 0 ||
        !moves_a_day(programme, site, change))
        return false;
    *occurrence = plain(programme, date);
    apply(change, occurrence);
    further = change_on(programme, date, change);
    if (further && further->kind != YT_CHANGE_MOVED)
        apply(further, occurrence);
    return true;
}

/* --- Over a span ------------------------------------------------------------------------------ */

/* By start; what starts at the same time keeps the order of the programmes. */
static void put(struct yt_occurrence_list *list, size_t first_of_day,
                const struct yt_occurrence *occurrence)
{
    size_t at = list->count;

    while (at > first_of_day && list->items[at - 1].from_minute > occurrence->from_minute)
        at--;
    if (list->count == YT_OCCURRENCES_MAX)
        list->cut = true;
    else
        list->count++;
    if (at >= list->count)
        return;
    memmove(&list->items[at + 1], &list->items[at], (list->count - 1 - at) * sizeof list->items[0]);
    list->items[at] = *occurrence;
}

static void put_programme(const struct yt_programme *programme, uint32_t index,
                          const struct yt_site *site, struct yt_date date, size_t first_of_day,
                          struct yt_occurrence_list *list)
{
    struct yt_occurrence occurrence;

    if (own_day(programme, site, date, &occurrence)) {
        occurrence.programme = index;
        put(list, first_of_day, &occurrence);
    }
    for (size_t i = 0; i < programme->change_count; i++)
        if (moved_here(programme, site, date, &programme->changes[i], &occurrence)) {
            occurrence.programme = index;
            put(list, first_of_day, &occurrence);
        }
}

void yt_programmes_on(const struct yt_programme *programmes, size_t count,
                      const struct yt_site *site, struct yt_date from, int days,
                      struct yt_occurrence_list *list)
{
    const int32_t first = yt_date_to_days(from);

    list->count = 0;
    list->cut = false;
    for (int32_t day = first; day < first + days && !list->cut; day++) {
        const size_t first_of_day = list->count;

        for (size_t i = 0; i < count; i++)
            put_programme(&programmes[i], (uint32_t)i, site, yt_date_from_days(day), first_of_day,
                          list);
    }
}

/* --- One programme ---------------------------------------------------------------------------- */

/* What was imported may not say when it ends. */
static int end_of(const struct yt_occurrence *occurrence)
{
    return occurrence->until_minute > occurrence->from_minute ? occurrence->until_minute
                                                              : YT_DAY_MINUTES;
}

bool yt_programme_is_over(const struct yt_occurrence *occurrence, struct yt_local_time now)
{
    const int compared = yt_date_compare(occurrence->date, now.date);

    return compared < 0 || (compared == 0 && end_of(occurrence) <= now.minute);
}

/* Takes it over when it takes place and comes before what was found. */
static void prefer(const struct yt_occurrence *occurrence, struct yt_local_time now, bool *found,
                   struct yt_occurrence *next)
{
    if (occurrence->cancelled || yt_programme_is_over(occurrence, now) ||
        (*found && next->from_minute <= occurrence->from_minute))
        return;
    *next = *occurrence;
    *found = true;
}

bool yt_programme_next(const struct yt_programme *programme, const struct yt_site *site,
                       struct yt_local_time now, struct yt_occurrence *next)
{
    const int32_t today = yt_date_to_days(now.date);
    bool found = false;

    for (int32_t day = today; day < today + YEAR_DAYS && !found; day++) {
        const struct yt_date date = yt_date_from_days(day);
        struct yt_occurrence occurrence;

        if (own_day(programme, site, date, &occurrence))
            prefer(&occurrence, now, &found, next);
        for (size_t i = 0; i < programme->change_count; i++)
            if (moved_here(programme, site, date, &programme->changes[i], &occurrence))
                prefer(&occurrence, now, &found, next);
    }
    return found;
}

bool yt_programme_open_for_sign_up(const struct yt_programme *programme,
                                   const struct yt_occurrence *occurrence, struct yt_local_time now)
{
    const int32_t days_left = yt_date_to_days(occurrence->date) - yt_date_to_days(now.date);

    if (occurrence->cancelled || yt_programme_is_over(occurrence, now))
        return false;
    switch (programme->sign_up) {
    case YT_SIGN_UP_NONE:
    case YT_SIGN_UP_BOOKING:
        break;
    case YT_SIGN_UP_SAME_DAY:
        return days_left > 0 || occurrence->from_minute == YT_LISTING_NOT_SAID ||
               now.minute < occurrence->from_minute;
    case YT_SIGN_UP_BEFORE:
        return days_left >= programme->sign_up_days;
    }
    return true;
}

/* --- Names ------------------------------------------------------------------------------------ */

static const char *const place_kind_names[YT_OPEN_PLACE_KINDS] = {
    [YT_OPEN_PLACE_OTHER] = "other",     [YT_OPEN_PLACE_GATHERING] = "gathering",
    [YT_OPEN_PLACE_FOOD] = "food",       [YT_OPEN_PLACE_CHILDREN] = "children",
    [YT_OPEN_PLACE_LIBRARY] = "library", [YT_OPEN_PLACE_HEALTH] = "health",
    [YT_OPEN_PLACE_OFFICE] = "office",   [YT_OPEN_PLACE_LEARNING] = "learning",
    [YT_OPEN_PLACE_PARK] = "park",
};

const char *yt_open_place_kind_name(enum yt_open_place_kind kind)
{
    return (unsigned)kind < YT_OPEN_PLACE_KINDS ? place_kind_names[kind] : NULL;
}

int yt_open_place_kind_find(const char *name)
{
    for (int i = 0; i < YT_OPEN_PLACE_KINDS; i++)
        if (strcmp(place_kind_names[i], name) == 0)
            return i;
    return -1;
}
