/* Inside of the catalogue: words for what a listing says of itself rather than in a text. */
#ifndef YT_STORE_SEARCH_CLAIMS_H
#define YT_STORE_SEARCH_CLAIMS_H

#include "store/search_form.h"

struct yt_query_claims {
    uint64_t facts;   /* any of these, bits of yt_listing_fact */
    uint32_t kinds;   /* ... or of these, bits of yt_listing_kind */
    uint32_t trades;  /* ... or of these */
    uint8_t weekdays; /* ... or all of these, bit 0 is Sunday */
};

struct yt_claim_word {
    uint64_t key;
    struct yt_query_claims claims;
};

/* All words that claim something, folded; freed with free(). NULL when there is no memory. */
struct yt_claim_word *yt_claims_new(size_t *count);

/* Adds to `claims` what the form claims: 半日, weekend, ... */
void yt_claims_of(const struct yt_claim_word *list, size_t count, const struct yt_form *form,
                  struct yt_query_claims *claims);

#endif
