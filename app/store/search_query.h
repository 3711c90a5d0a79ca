/* Inside of the catalogue: what somebody typed, as the forms that are looked for. What was typed is
 * private: whoever holds one of these wipes it. */
#ifndef YT_STORE_SEARCH_QUERY_H
#define YT_STORE_SEARCH_QUERY_H

#include "store/search_claims.h"
#include "store/search_form.h"
#include "store/search_lexicon.h"

#define YT_QUERY_WORDS_MAX 8 /* what is typed behind them is not looked at */
#define YT_QUERY_FORMS_MAX 32

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

/* Adds to each word what it may have been meant for: words that come near, and what is left
 * without a common ending. Returns whether there was anything. */
bool yt_query_add_near(struct yt_query *query, const struct yt_lexicon *lexicon);

/* Japanese that is typed in Latin letters, in all spellings that it may stand for (souji, soji:
 * そうじ). Returns how many forms there are; none when it is no Japanese. */
size_t yt_romaji(const struct yt_form *letters, struct yt_form *to, size_t capacity);

#endif
