/* Inside of the catalogue: what the search knows about words, kept beside the index and read whole
 * at the first search: how kanji are read, which words mean the same, which words there are. */
#ifndef YT_STORE_SEARCH_LEXICON_H
#define YT_STORE_SEARCH_LEXICON_H

#include "base/buf.h"
#include "base/err.h"
#include "store/search_claims.h"
#include "store/search_form.h"
#include "store/search_readings.h"
#include "store/search_vocabulary.h"

struct sqlite3;

/* Words that mean the same: some of them, one behind the other. */
struct yt_lexicon_group {
    uint32_t first, count; /* of yt_lexicon.words */
};

struct yt_lexicon {
    struct yt_readings *readings;
    struct yt_vocabulary *vocabulary;
    struct yt_form *words;
    size_t word_count;
    struct yt_lexicon_group *groups;
    size_t group_count;
    struct yt_claim_word *claims;
    size_t claim_count;
};

/* Reads it. NULL on failure. */
struct yt_lexicon *yt_lexicon_read(struct sqlite3 *sql, struct yt_err *err);
void yt_lexicon_free(struct yt_lexicon *lexicon); /* NULL is harmless */

/* Writes it: `groups` as the site gives them. */
YT_MUST_CHECK bool yt_lexicon_write(struct sqlite3 *sql, const struct yt_readings *readings,
                                    const struct yt_vocabulary *vocabulary,
                                    const struct yt_search_group *groups, size_t group_count,
                                    struct yt_err *err);

#endif
