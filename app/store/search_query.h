/* Inside of the catalogue: what somebody typed, as the forms that are looked for. What was typed is
 * private: whoever holds one of these wipes it. */
#ifndef YT_STORE_SEARCH_QUERY_H
#define YT_STORE_SEARCH_QUERY_H

#include "domain/listing_index.h"
#include "store/search_form.h"
#include "store/search_lexicon.h"

#define YT_QUERY_WORDS_MAX 8 /* what is typed behind them is not looked at */
#define YT_QUERY_FORMS_MAX 32

/* What a listing says of itself rather than in a text. */
struct yt_query_claims {
    uint64_t facts;   /* any of these, bits of yt_listing_fact */
    uint32_t kinds;   /* ... or of these, bits of yt_listing_kind */
    uint32_t trades;  /* ... or of these */
    uint8_t weekdays; /* ... or all of these, bit 0 is Sunday */
};

/* One word, in all forms that mean it; the typed one first. */
struct yt_query_word {
    size_t form_count;
    struct yt_form forms[YT_QUERY_FORMS_MAX];
    struct yt_query_claims claims;
};

struct yt_query {
    size_t count;
    struct yt_query_word words[YT_QUERY_WORDS_MAX];
};

/* Reads what was typed. */
void yt_query_read(const char *typed, const struct yt_lexicon *lexicon, struct yt_query *query);

/* Adds a form and what it means in turn: its reading, other words for it, what it claims. */
void yt_query_add(struct yt_query_word *word, const struct yt_form *form,
                  const struct yt_lexicon *lexicon);

/* Japanese that is typed in Latin letters, in all spellings that it may stand for (souji, soji:
 * そうじ). Returns how many forms there are; none when it is no Japanese. */
size_t yt_romaji(const struct yt_form *letters, struct yt_form *to, size_t capacity);

/* What the form claims: 半日, weekend, ... Adds to `claims`. */
void yt_claims_of(const struct yt_form *form, struct yt_query_claims *claims);

#endif
