/* Inside of the catalogue: the index of tokens (search_tokens.h). Two parts stand for each other:
 * FTS5 holds the tokens that few listings have, and bitmaps hold those that many have. FTS5 takes
 * 180 ns to note a token and 60 ns to pass a hit, so that tokens which are in every tenth listing
 * would be most of the work of both building and searching.
 *
 * Listings are numbered by row; a bitmap has bit `row - 1` of its listing, lowest first. */
#ifndef YT_STORE_CATALOGUE_GRAMS_H
#define YT_STORE_CATALOGUE_GRAMS_H

#include "base/err.h"
#include "store/search_tokens.h"

#include <stdbool.h>
#include <stdint.h>

struct sqlite3;
struct yt_grams;

/* For `rows` listings; the tables are made in `sql`. NULL on failure. */
struct yt_grams *yt_grams_new(struct sqlite3 *sql, uint32_t rows, struct yt_err *err);
void yt_grams_free(struct yt_grams *grams); /* NULL is harmless */
YT_DEFINE_SCOPED(struct yt_grams, yt_grams_free)

/* The tokens of one listing: first a sample of listings is counted, then all are put in. */
void yt_grams_begin(struct yt_grams *grams, uint32_t row);
yt_token_take yt_grams_take; /* context: the struct yt_grams */
/* The same for a token that was made before (yt_token_key, yt_token_put). */
void yt_grams_take_made(struct yt_grams *grams, uint64_t key, const char *token, size_t size);
YT_MUST_CHECK bool yt_grams_end(struct yt_grams *grams, struct yt_err *err);
/* Every so many rows one is counted. */
uint32_t yt_grams_sample_step(const struct yt_grams *grams);
/* Counting is over: from here on tokens are put in. */
YT_MUST_CHECK bool yt_grams_counted(struct yt_grams *grams, struct yt_err *err);
YT_MUST_CHECK bool yt_grams_finish(struct yt_grams *grams, struct yt_err *err);

#endif
