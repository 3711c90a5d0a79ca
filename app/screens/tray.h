/* The tray: what a visit has marked of listings and programmes, and what would fit if nothing did.
 * It lies in the visit and is wiped with it. Pure functions over the visit; UI thread. */
#ifndef YT_SCREENS_TRAY_H
#define YT_SCREENS_TRAY_H

#include "screens/visit.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* --- Listings -------------------------------------------------------------------------------- */

/* The marked listing with that id, or NULL. Lives until something is taken out. */
struct yt_entry_listing *yt_tray_listing(struct yt_visit *visit, const char *id);
/* Marks it: a copy with YT_LISTING_MARKED goes behind the others. One that is there already gets
 * the newer title and lines and keeps its ways. NULL when the tray is full (12). */
struct yt_entry_listing *yt_tray_add_listing(struct yt_visit *visit,
                                             const struct yt_entry_listing *listing);
/* Takes it out with everything said about it, and wipes the place. */
void yt_tray_remove_listing(struct yt_visit *visit, const char *id);
/* The same by its place in the visit's list. */
void yt_tray_take_out_listing(struct yt_visit *visit, size_t index);
/* Switches one bit of yt_listing_way (not _MARKED). "Paper only" and the others exclude each other;
 * with "ask" its conditions go. */
void yt_tray_toggle_way(struct yt_entry_listing *listing, uint8_t way);
/* Switches one bit of yt_listing_condition. A condition is something to ask: it asks, too. */
void yt_tray_toggle_condition(struct yt_entry_listing *listing, uint16_t condition);

/* --- Programmes ------------------------------------------------------------------------------ */

/* The one of that programme and day (0: any day), or NULL. */
struct yt_entry_programme *yt_tray_programme(struct yt_visit *visit, const char *id, int32_t day);
/* Puts a copy behind the others; replaces the one of the same programme and day. NULL when the
 * tray is full (8). */
struct yt_entry_programme *yt_tray_add_programme(struct yt_visit *visit,
                                                 const struct yt_entry_programme *programme);
void yt_tray_remove_programme(struct yt_visit *visit, const char *id, int32_t day);
void yt_tray_take_out_programme(struct yt_visit *visit, size_t index);

/* --- The wish -------------------------------------------------------------------------------- */

/* Sets `made` by whether anything was said. */
void yt_tray_settle_wish(struct yt_visit *visit);
void yt_tray_remove_wish(struct yt_visit *visit);

/* --- All of it ------------------------------------------------------------------------------- */

/* Listings, programmes, and the wish as one. */
size_t yt_tray_count(const struct yt_visit *visit);
/* Does anything in it go to the desk: to look, to try, to ask, to join, a wish? */
bool yt_tray_wants_answer(const struct yt_visit *visit);

#endif
