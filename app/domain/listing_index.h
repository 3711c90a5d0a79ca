/* All listings at once, small enough to stay in memory: what filters, counts and orders need of
 * each. Texts stay in the store. A position is a listing's place in `keys`, and means the same
 * listing as long as the index lives. Pure functions, any thread. */
#ifndef YT_DOMAIN_LISTING_INDEX_H
#define YT_DOMAIN_LISTING_INDEX_H

#include "domain/bits.h"
#include "domain/listing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_LISTINGS_MAX 200000

struct yt_listing_key {
    int64_t row;          /* the store's name for it */
    uint64_t facts;       /* bits of yt_listing_fact */
    int32_t shown_from;   /* days since 1970; INT32_MIN: always */
    int32_t shown_until;  /* last day, by `until` and by the check; INT32_MAX: no end */
    int32_t listed;       /* days since 1970, for the newest first; INT32_MIN: not said */
    uint32_t metres;      /* UINT32_MAX: not said */
    uint32_t hourly_pay;  /* yen; 0: none or not said */
    uint16_t day_minutes; /* least a day; UINT16_MAX: not said */
    uint8_t kind, trade;
};

enum yt_listing_order {
    YT_ORDER_USUAL, /* the site's own; by likeness while words are searched for */
    YT_ORDER_NEAR,
    YT_ORDER_SHORT,
    YT_ORDER_PAY,
    YT_ORDER_NEW,
    YT_ORDERS
};

/* Owned by whoever made it; read-only once made. */
struct yt_listing_index {
    size_t count;
    struct yt_listing_key *keys; /* in the usual order */
    uint32_t *orders[YT_ORDERS]; /* positions; [YT_ORDER_USUAL] is NULL: the keys' own order */
    uint64_t number;             /* another one for each index that was built */
};

/* Fills the key from the listing (all but `row`). */
void yt_listing_key_fill(const struct yt_listing *listing, int hide_days,
                         struct yt_listing_key *key);

/* Takes over `keys` (allocated with malloc) and puts them in order. NULL when there is no memory:
 * then `keys` is still the caller's. */
struct yt_listing_index *yt_listing_index_new(struct yt_listing_key *keys, size_t count,
                                              uint64_t number);
/* NULL is harmless. */
void yt_listing_index_free(struct yt_listing_index *index);

/* What the resident narrowed down to. */
struct yt_listing_filter {
    uint64_t facts;  /* all of these */
    uint32_t kinds;  /* any of these, bits by yt_listing_kind; 0: all */
    uint32_t trades; /* any of these, bits by yt_trade; 0: all */
};

/* What words found: positions, the likeliest first. */
struct yt_listing_hits {
    size_t count;
    const uint32_t *positions;
};

struct yt_listing_counts {
    size_t found; /* by the filter as it is */
    /* How many would be left with one more touch: chips not chosen, on top of the filter; those
     * chosen: `found` itself. */
    uint32_t with_fact[YT_FACTS];
    uint32_t with_kind[YT_LISTING_KINDS]; /* of that kind, by the rest of the filter */
    uint32_t with_trade[YT_TRADES];
};

/* Writes the positions that the filter leaves, in that order, to `to` (room for index->count) and
 * returns how many; `counts` may be NULL. `hits` NULL: no words. `today` in days since 1970;
 * INT32_MIN: the date is not known, and nothing is hidden for its date. */
size_t yt_listing_select(const struct yt_listing_index *index,
                         const struct yt_listing_filter *filter, const struct yt_listing_hits *hits,
                         enum yt_listing_order order, int32_t today, uint32_t *to,
                         struct yt_listing_counts *counts);

/* One thing to let go of, and what would be found then. */
struct yt_listing_loosen {
    enum { YT_LOOSEN_FACT, YT_LOOSEN_KINDS, YT_LOOSEN_TRADES, YT_LOOSEN_WORDS } what;
    enum yt_listing_fact fact; /* of YT_LOOSEN_FACT */
    size_t found;
};
#define YT_LOOSEN_MAX 6
/* Where nothing is found: which single conditions, let go of, bring most; most first, none that
 * brings nothing. Returns how many; 0: no condition alone is in the way. */
size_t yt_listing_loosen(const struct yt_listing_index *index,
                         const struct yt_listing_filter *filter, const struct yt_listing_hits *hits,
                         int32_t today, struct yt_listing_loosen to[static YT_LOOSEN_MAX]);

/* Position of the listing with that row, or -1. */
int64_t yt_listing_index_find(const struct yt_listing_index *index, int64_t row);

#endif
