/* Conditions as chips, each with how many would be left. */
#ifndef YT_SCREENS_LISTING_CHIPS_H
#define YT_SCREENS_LISTING_CHIPS_H

#include "screens/browse.h"
#include "screens/nav.h"

#include <stddef.h>
#include <stdint.h>

/* Actions of the chips; a page that holds them begins its own behind. */
enum yt_listing_chip_actions {
    YT_ACT_CHIP_FACT = YT_ACT_OWN, /* value: enum yt_listing_fact */
    YT_ACT_CHIP_KIND,
    YT_ACT_CHIP_TRADE,
    YT_LISTING_CHIP_ACTIONS_END
};

/* The conditions that help most people most, in that order, YT_FACTS at the end. */
extern const uint8_t yt_listing_first_facts[];

/* Is there any such listing today, whatever is chosen? A chip for nothing only takes room. */
bool yt_listing_fact_offered(struct yt_app *app, enum yt_listing_fact fact);
bool yt_listing_kind_offered(struct yt_app *app, enum yt_listing_kind kind);
bool yt_listing_trade_offered(struct yt_app *app, enum yt_trade trade);

/* One chip into the current box. A condition that leaves none shows 0 and can be chosen all the
 * same: the page then says what to let go of. */
void yt_listing_fact_chip(struct yt_app *app, enum yt_listing_fact fact);
void yt_listing_kind_chip(struct yt_app *app, enum yt_listing_kind kind);
void yt_listing_trade_chip(struct yt_app *app, enum yt_trade trade);

/* True when it was one of the chips. */
bool yt_listing_chip_action(struct yt_app *app, struct yt_ui_action action);

#endif
