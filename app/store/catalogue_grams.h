/* Inside of the catalogue: the index of tokens (search_tokens.h). For each token the rows of the
 * listings that have it (catalogue_rows.h) lie in the table `gram`, under the token's key.
 *
 * Rows are gathered in memory and written once, in the order of the keys. When the memory for it is
 * full, what is there is written as one part of the index and gathering goes on with the next, so
 * that a token may stand in each part. Nothing is merged: there are few parts. */
#ifndef YT_STORE_CATALOGUE_GRAMS_H
#define YT_STORE_CATALOGUE_GRAMS_H

#include "base/err.h"
#include "store/search_tokens.h"

#include <stdbool.h>
#include <stdint.h>

/* A row of `gram` is the part and, below it, the key. */
#define YT_GRAM_PART_SHIFT 56
#define YT_GRAM_PARTS_MAX 127

struct sqlite3;
struct yt_grams;

/* For `rows` listings; the table is made in `sql`. NULL on failure. */
struct yt_grams *yt_grams_new(struct sqlite3 *sql, uint32_t rows, struct yt_err *err);
void yt_grams_free(struct yt_grams *grams); /* NULL is harmless */
YT_DEFINE_SCOPED(struct yt_grams, yt_grams_free)

/* The tokens of one listing, by their keys; rows must ascend. What fails is told at its end. */
void yt_grams_begin(struct yt_grams *grams, uint32_t row);
void yt_grams_take(struct yt_grams *grams, const uint64_t *keys, size_t count);
YT_MUST_CHECK bool yt_grams_end(struct yt_grams *grams, struct yt_err *err);
/* Writes what is left. */
YT_MUST_CHECK bool yt_grams_finish(struct yt_grams *grams, struct yt_err *err);

#endif
