/* Looking through the listings: what the visit's filter, words and order leave of them, and how
 * many each further touch would leave. The choices themselves lie in the visit; what follows from
 * them lies here, outside, because it grows with the number of listings.
 *
 * Positions are those of the index of now; they are reckoned anew when something changed, at the
 * moment somebody looks (yt_browse_look). UI thread only. */
#ifndef YT_SCREENS_BROWSE_H
#define YT_SCREENS_BROWSE_H

#include "base/attributes.h"
#include "domain/listing_index.h"
#include "screens/nav.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_browse {
    bool ready;     /* there is an index; otherwise the listings are still being read */
    bool searching; /* words are being looked for; what is shown is from before */
    size_t count;
    const uint32_t *positions; /* what is left, in the order that was chosen */
    struct yt_listing_counts counts;
    size_t loosen_count; /* only where nothing is left */
    struct yt_listing_loosen loosen[YT_LOOSEN_MAX];
    struct yt_listing_counts offered; /* of all there are today, without any filter */
    uint32_t turn;                    /* another one for each new list: it begins at its top */
};

/* NULL when there is no memory. */
struct yt_browse *yt_browse_new(void);
/* Wipes and frees. NULL is harmless. */
void yt_browse_free(struct yt_browse *shown);
/* Forgets everything; for the end of a visit. NULL is harmless. */
void yt_browse_wipe(struct yt_browse *shown);

/* What is left now. Reckons it when something changed since. Lives until the next change. */
const struct yt_browse *yt_browse_look(struct yt_app *app);

/* An answer of the services: new listings, hits. For yt_app_result. */
void yt_browse_result(struct yt_app *app, const struct yt_result *result);

/* --- Choosing -------------------------------------------------------------------------------- */

void yt_browse_toggle_fact(struct yt_app *app, enum yt_listing_fact fact);
void yt_browse_toggle_kind(struct yt_app *app, enum yt_listing_kind kind);
void yt_browse_toggle_trade(struct yt_app *app, enum yt_trade trade);
void yt_browse_order(struct yt_app *app, enum yt_listing_order order);
/* Looks for the words, or for none (""). */
void yt_browse_search(struct yt_app *app, const char *words);
/* Lets go of one thing; YT_LOOSEN_MAX of them lie in the struct. */
void yt_browse_let_go(struct yt_app *app, const struct yt_listing_loosen *loosen);
/* Lets go of everything but the order. */
void yt_browse_clear(struct yt_app *app);
/* Is it narrowed down at all? */
bool yt_browse_narrowed(const struct yt_app *app);

/* --- Texts ----------------------------------------------------------------------------------- */

/* Sees to it that the texts of `count` rows of the list from `first` come into memory, with some
 * before and behind for the next movement of the finger. Asks once for the same rows. */
void yt_browse_want(struct yt_app *app, size_t first, size_t count);
/* Sees to it that this one comes. */
void yt_browse_want_one(struct yt_app *app, uint32_t position);
/* NULL while it is not in memory. */
const struct yt_listing *yt_browse_listing(const struct yt_app *app, uint32_t position);

/* Where a marked listing stands, so that the tray leads back to it: remembers the store's row. */
void yt_browse_remember(struct yt_app *app, const char *id, int64_t row);
/* Its position now, or -1. */
int64_t yt_browse_recall(const struct yt_app *app, const char *id);

#endif
