/* The screens for what there is to do and where to go: listings, programmes, places, voices. Each
 * is defined in the file named after it. */
#ifndef YT_SCREENS_OFFER_SCREENS_H
#define YT_SCREENS_OFFER_SCREENS_H

#include "screens/nav.h"

#include <stdbool.h>
#include <stdint.h>

/* Listings. */
extern const struct yt_screen_ops yt_screen_listings;
extern const struct yt_screen_ops yt_screen_listing;
extern const struct yt_screen_ops yt_screen_listing_filter;
extern const struct yt_screen_ops yt_screen_listing_search;
extern const struct yt_screen_ops yt_screen_listing_order;
extern const struct yt_screen_ops yt_screen_tray; /* what was marked, and the way to hand it over */
extern const struct yt_screen_ops yt_screen_wish; /* nothing fits: what would */

/* Programmes, open places, words of others. */
extern const struct yt_screen_ops yt_screen_programmes;
extern const struct yt_screen_ops yt_screen_programme;
extern const struct yt_screen_ops yt_screen_calendar_code;
extern const struct yt_screen_ops yt_screen_places;
extern const struct yt_screen_ops yt_screen_place;
extern const struct yt_screen_ops yt_screen_voices;
extern const struct yt_screen_ops yt_screen_talk_card;

/* --- Ways there ------------------------------------------------------------------------------ */

/* The listing's page, on top. `position` as in the index of now. */
void yt_listing_open(struct yt_app *app, uint32_t position);
/* The page of one that was marked; nothing where it is no longer there (yt_browse_recall). */
void yt_listing_open_marked(struct yt_app *app, const char *id);
/* A programme's page for one of its days (since 1970; 0: its next one). The id is copied. */
void yt_programme_open(struct yt_app *app, const char *id, int32_t day);
/* An open place's page. The id is copied. */
void yt_place_open(struct yt_app *app, const char *id);

/* Is there anything of the kind at this site today? Then home shows the way there. */
bool yt_offers_listings(struct yt_app *app);
bool yt_offers_programmes(const struct yt_app *app);

#endif
