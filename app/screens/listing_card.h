/* A listing as a card of a list, and as an entry of the tray. */
#ifndef YT_SCREENS_LISTING_CARD_H
#define YT_SCREENS_LISTING_CARD_H

#include "domain/listing.h"
#include "screens/nav.h"

#include <stdint.h>

/* `listing` NULL: its text is still on the way, and the card waits. `key` tells cards apart. */
void yt_listing_card(struct yt_app *app, const struct yt_listing *listing,
                     struct yt_ui_action action, uint32_t key);

#endif
