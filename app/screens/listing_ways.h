/* What one can do with a listing: mark it, look, try, ask with a ready sentence, take the paper, or
 * nothing. Nobody applies for anything here; staff make the contact. */
#ifndef YT_SCREENS_LISTING_WAYS_H
#define YT_SCREENS_LISTING_WAYS_H

#include "base/buf.h"
#include "domain/listing.h"
#include "screens/nav.h"

#include <stdbool.h>

/* Actions of the choices; a page that holds them begins its own behind. */
enum yt_listing_way_actions {
    YT_ACT_LISTING_MARK = YT_ACT_OWN,
    YT_ACT_LISTING_WAY,       /* value: enum yt_listing_way */
    YT_ACT_LISTING_CONDITION, /* value: enum yt_listing_condition */
    YT_LISTING_WAY_ACTIONS_END
};

/* Only what the listing offers is offered. */
void yt_listing_ways(struct yt_app *app, const struct yt_listing *listing);

/* Does it. The first choice marks the listing. False when the tray was full, and nothing done. */
bool yt_listing_way_action(struct yt_app *app, const struct yt_listing *listing,
                           struct yt_ui_action action);

/* What was chosen, a line each, in the visit's language; nothing for a mere mark. */
void yt_listing_say_chosen(const struct yt_app *app, const struct yt_entry_listing *entry,
                           struct yt_buf *to);

#endif
