/* Inside of the catalogue: the tokens under which a listing stands in the index, and those that
 * say what a word asks for.
 *
 * Writing without spaces is cut into every character and every pair, so that a word is found
 * wherever it stands; kana, of which few different ones make up everything, also into every three
 * of a row (そうこ and ようじ do not make そうじ). Longer words are asked for by their parts, which
 * may stand apart in a text; with threes that hardly happens. Words of letters stand under each of
 * their beginnings. The kind tells them apart. */
#ifndef YT_STORE_SEARCH_TOKENS_H
#define YT_STORE_SEARCH_TOKENS_H

#include "store/search_fold.h"

#define YT_TOKEN_POINTS_MAX 16
#define YT_TOKEN_WORD_MAX 2          /* of YT_TOKEN_WORD */
#define YT_TOKEN_TITLE_BEGIN_LEAST 3 /* of YT_TOKEN_TITLE_BEGIN */

/* Where it was found, and how. The letters, of which five bits tell them apart, are the file's. */
enum yt_token_kind {
    YT_TOKEN_GRAM = 'g',       /* one to three characters, anywhere */
    YT_TOKEN_TITLE_GRAM = 't', /* ... in a title; not for single kana */
    YT_TOKEN_BEGIN = 'p',      /* beginning of a word of letters */
    YT_TOKEN_TITLE_BEGIN = 'q',
    YT_TOKEN_WORD = 'w',       /* a whole word of one or two characters, anywhere */
    YT_TOKEN_TITLE_WORD = 'v', /* a whole word in a title */
    YT_TOKEN_WEEKDAY = 'd',    /* a digit, 0 for Sunday */
};

/* Called with each token of a text; the same one may come again. */
typedef void yt_token_take(void *context, enum yt_token_kind kind, const uint32_t *points,
                           size_t count);

/* A title is also a text: its tokens come as both. */
void yt_tokens_of(const struct yt_fold *fold, bool title, yt_token_take *take, void *context);

/* Only the whole words of it (kind YT_TOKEN_WORD). */
void yt_tokens_words(const struct yt_fold *fold, yt_token_take *take, void *context);

/* The fewest tokens that say: these characters stand in it (in a title). */
void yt_tokens_ask(const struct yt_fold *fold, bool title, yt_token_take *take, void *context);

/* The number under which it stands in the index: 56 bits, never 0. That two tokens share one is not
 * to be expected in any catalogue (a million tokens: one in a thousand catalogues). */
uint64_t yt_token_key(enum yt_token_kind kind, const uint32_t *points, size_t count);

/* Folds markup twice: with the kanji, and as it is read where there is ruby. Returns whether there
 * is any. */
bool yt_fold_markup(const char *markup, struct yt_fold *written, struct yt_fold *read);

#endif
