#include "content/reader.h"

#include <stdio.h>

/* What only shows once the closed days are known: a change must concern a day on which the
 * programme takes place, or people would read it nowhere. */

static bool takes_place_in(const struct yt_site_content *site, struct yt_programme programme,
                           struct yt_date from, struct yt_date until)
{
    struct yt_occurrence_list list;

    programme.changes = NULL;
    programme.change_count = 0;
    yt_programmes_on(&programme, 1, &site->site, from,
                     yt_date_to_days(until) - yt_date_to_days(from) + 1, &list);
    return list.count > 0;
}

static void check_change(struct yt_reader *reader, const struct yt_yaml *node,
                         const struct yt_programme *programme,
                         const struct yt_programme_change *change)
{
    const struct yt_yaml *day = yt_yaml_get(node, "day");

    if (!takes_place_in(reader->site, *programme, change->from, change->until))
        (void)yt_remedy(yt_fault(reader->report, day ? day : yt_yaml_get(node, "from"),
                                 "\"%s\" does not take place then anyway", programme->id),
                        "Write a day on which it takes place, or take the change out.");
    else if (change->kind == YT_CHANGE_MOVED && change->to_date.year &&
             change->from_minute == YT_LISTING_NOT_SAID &&
             takes_place_in(reader->site, *programme, change->to_date, change->to_date))
        (void)yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "new_day"),
                                 "\"%s\" takes place on that day anyway", programme->id),
                        "Choose another day, or add \"new_from\" and \"new_until\".");
}

void yt_check_programmes(struct yt_reader *reader)
{
    const struct yt_offers *offers = &reader->site->offers;
    const struct yt_yaml *list =
        reader->programmes_tree ? yt_yaml_get(reader->programmes_tree, "programmes") : NULL;
    const struct yt_yaml *node = list ? list->first : NULL;

    for (size_t i = 0; i < offers->programme_count && node; i++, node = node->next) {
        const struct yt_yaml *changes = yt_yaml_get(node, "changes");
        const struct yt_yaml *change = changes ? changes->first : NULL;

        for (size_t c = 0; c < offers->programmes[i].change_count && change;
             c++, change = change->next)
            check_change(reader, change, &offers->programmes[i], &offers->programmes[i].changes[c]);
    }
}
