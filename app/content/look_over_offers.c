#include "content/report.h"

#include <stdio.h>

#define SOON_DAYS 7          /* before a listing is hidden */
#define PLACE_CHECK_DAYS 365 /* between two checks of an open place */

static void warn_hidden(const struct yt_listing *listing, enum yt_listing_hidden why,
                        const char *file, int hide_days, struct yt_content_report *warnings)
{
    if (why == YT_LISTING_OVER)
        (void)yt_remedy(
            yt_fault_in(warnings, file, "the listing \"%s\" ended on %04d-%02d-%02d and is hidden",
                        listing->id, listing->until.year, listing->until.month, listing->until.day),
            "Write a later day at until, or take the listing out.");
    else if (why == YT_LISTING_UNCHECKED)
        (void)yt_remedy(yt_fault_in(warnings, file,
                                    "the listing \"%s\" was last checked on %04d-%02d-%02d, more "
                                    "than %d days ago, and is hidden",
                                    listing->id, listing->checked.year, listing->checked.month,
                                    listing->checked.day, hide_days),
                        "Ask whether it still holds, then write today's date at checked.");
}

static void look_at_listing(const struct yt_listing *listing, const char *file, int hide_days,
                            struct yt_date today, struct yt_content_report *warnings)
{
    const enum yt_listing_hidden why = yt_listing_hidden(listing, today, hide_days);
    const int32_t hidden_from = yt_date_to_days(listing->checked) + hide_days + 1;
    const struct yt_date from = yt_date_from_days(hidden_from);

    if (yt_date_compare(listing->checked, today) > 0)
        (void)yt_remedy(yt_fault_in(warnings, file,
                                    "the listing \"%s\" was checked on %04d-%02d-%02d, which is "
                                    "still to come",
                                    listing->id, listing->checked.year, listing->checked.month,
                                    listing->checked.day),
                        "Write the day on which somebody checked it.");
    else if (why != YT_LISTING_SHOWN)
        warn_hidden(listing, why, file, hide_days, warnings);
    else if (hidden_from - yt_date_to_days(today) <= SOON_DAYS)
        (void)yt_remedy(yt_fault_in(warnings, file,
                                    "the listing \"%s\" was last checked on %04d-%02d-%02d and "
                                    "will be hidden from %04d-%02d-%02d on",
                                    listing->id, listing->checked.year, listing->checked.month,
                                    listing->checked.day, from.year, from.month, from.day),
                        "Ask whether it still holds, then write today's date at checked.");
}

static void look_at_programmes(const struct yt_site_content *site, const char *file,
                               struct yt_date today, struct yt_content_report *warnings)
{
    for (size_t i = 0; i < site->offers.programme_count; i++) {
        const struct yt_programme *programme = &site->offers.programmes[i];
        struct yt_occurrence next;

        if (yt_programme_next(programme, &site->site, (struct yt_local_time){.date = today}, &next))
            continue;
        (void)yt_remedy(yt_fault_in(warnings, file,
                                    "the programme \"%s\" has no date in the coming year",
                                    programme->id),
                        "Add days to it, or take it out.");
    }
}

static void look_at_places(const struct yt_site_content *site, const char *file,
                           struct yt_date today, struct yt_content_report *warnings)
{
    for (size_t i = 0; i < site->offers.place_count; i++) {
        const struct yt_open_place *place = &site->offers.places[i];

        if (yt_date_to_days(today) - yt_date_to_days(place->checked) <= PLACE_CHECK_DAYS)
            continue;
        (void)yt_remedy(
            yt_fault_in(warnings, file, "the place \"%s\" was last checked on %04d-%02d-%02d",
                        place->id, place->checked.year, place->checked.month, place->checked.day),
            "Make sure of its hours and telephone, then write today's date at "
            "checked.");
    }
}

void yt_content_look_over_offers(const struct yt_site_content *site, const char *folder,
                                 struct yt_date today, struct yt_content_report *warnings)
{
    char file[160];

    (void)snprintf(file, sizeof file, "%s/listings.yaml", folder);
    for (size_t i = 0; i < site->offers.listing_count; i++)
        look_at_listing(&site->offers.listings[i], file, site->site.settings.listing_hide_days,
                        today, warnings);
    (void)snprintf(file, sizeof file, "%s/programmes.yaml", folder);
    look_at_programmes(site, file, today, warnings);
    (void)snprintf(file, sizeof file, "%s/open-places.yaml", folder);
    look_at_places(site, file, today, warnings);
}
