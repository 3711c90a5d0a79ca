#include "screens/tray.h"

#include <sodium.h>
#include <string.h>

/* --- Listings --------------------------------------------------------------------------------- */

struct yt_entry_listing *yt_tray_listing(struct yt_visit *visit, const char *id)
{
    for (size_t i = 0; i < visit->listing_count; i++)
        if (strcmp(visit->listings[i].id, id) == 0)
            return &visit->listings[i];
    return NULL;
}

struct yt_entry_listing *yt_tray_add_listing(struct yt_visit *visit,
                                             const struct yt_entry_listing *listing)
{
    struct yt_entry_listing *place = yt_tray_listing(visit, listing->id);
    struct yt_entry_listing copy = *listing;

    copy.ways = YT_LISTING_MARKED;
    copy.conditions = 0;
    if (place) {
        copy.ways = place->ways;
        copy.conditions = place->conditions;
    } else if (visit->listing_count < YT_ENTRY_LISTINGS_MAX) {
        place = &visit->listings[visit->listing_count++];
    }
    if (place)
        *place = copy;
    sodium_memzero(&copy, sizeof copy);
    return place;
}

void yt_tray_take_out_listing(struct yt_visit *visit, size_t index)
{
    struct yt_entry_listing *place = &visit->listings[index];

    visit->listing_count--;
    memmove(place, place + 1, (visit->listing_count - index) * sizeof *place);
    sodium_memzero(&visit->listings[visit->listing_count], sizeof *place);
}

void yt_tray_remove_listing(struct yt_visit *visit, const char *id)
{
    const struct yt_entry_listing *place = yt_tray_listing(visit, id);

    if (place)
        yt_tray_take_out_listing(visit, (size_t)(place - visit->listings));
}

void yt_tray_toggle_way(struct yt_entry_listing *listing, uint8_t way)
{
    if (listing->ways & way)
        listing->ways &= (uint8_t)~way;
    else if (way == YT_LISTING_PAPER)
        listing->ways = YT_LISTING_MARKED | YT_LISTING_PAPER;
    else
        listing->ways = (uint8_t)((listing->ways | way) & ~YT_LISTING_PAPER);
    if (!(listing->ways & YT_LISTING_ASK))
        listing->conditions = 0;
}

void yt_tray_toggle_condition(struct yt_entry_listing *listing, uint16_t condition)
{
    listing->conditions ^= condition;
    if (listing->conditions & condition)
        listing->ways = (uint8_t)((listing->ways | YT_LISTING_ASK) & ~YT_LISTING_PAPER);
}

/* --- Programmes ------------------------------------------------------------------------------- */

struct yt_entry_programme *yt_tray_programme(struct yt_visit *visit, const char *id, int32_t day)
{
    for (size_t i = 0; i < visit->programme_count; i++)
        if (visit->programmes[i].day == day && strcmp(visit->programmes[i].id, id) == 0)
            return &visit->programmes[i];
    return NULL;
}

struct yt_entry_programme *yt_tray_add_programme(struct yt_visit *visit,
                                                 const struct yt_entry_programme *programme)
{
    struct yt_entry_programme *place = yt_tray_programme(visit, programme->id, programme->day);

    if (!place && visit->programme_count < YT_ENTRY_PROGRAMMES_MAX)
        place = &visit->programmes[visit->programme_count++];
    if (place && place != programme)
        *place = *programme;
    return place;
}

void yt_tray_take_out_programme(struct yt_visit *visit, size_t index)
{
    struct yt_entry_programme *place = &visit->programmes[index];

    visit->programme_count--;
    memmove(place, place + 1, (visit->programme_count - index) * sizeof *place);
    sodium_memzero(&visit->programmes[visit->programme_count], sizeof *place);
}

void yt_tray_remove_programme(struct yt_visit *visit, const char *id, int32_t day)
{
    const struct yt_entry_programme *place = yt_tray_programme(visit, id, day);

    if (place)
        yt_tray_take_out_programme(visit, (size_t)(place - visit->programmes));
}

/* --- The wish --------------------------------------------------------------------------------- */

void yt_tray_settle_wish(struct yt_visit *visit)
{
    struct yt_entry_wish *wish = &visit->wish;

    wish->made = wish->place[0] || wish->draw[0] || wish->facts || wish->kinds;
}

void yt_tray_remove_wish(struct yt_visit *visit)
{
    sodium_memzero(&visit->wish, sizeof visit->wish);
}

/* --- All of it -------------------------------------------------------------------------------- */

size_t yt_tray_count(const struct yt_visit *visit)
{
    return visit->listing_count + visit->programme_count + (visit->wish.made ? 1 : 0);
}

bool yt_tray_wants_answer(const struct yt_visit *visit)
{
    for (size_t i = 0; i < visit->listing_count; i++)
        if (yt_entry_listing_handed(&visit->listings[i]))
            return true;
    for (size_t i = 0; i < visit->programme_count; i++)
        if (yt_entry_programme_handed(&visit->programmes[i]))
            return true;
    return visit->wish.made;
}
