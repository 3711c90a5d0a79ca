/* Inside of the catalogue: the rows of listings that have a token, as they lie in the file. Few
 * rows are a list of gaps, many are bits; the first byte says which. In memory rows are bits: the
 * one of a listing is `row - 1`, lowest first. */
#ifndef YT_STORE_CATALOGUE_ROWS_H
#define YT_STORE_CATALOGUE_ROWS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A gap to the next row in as many bytes as it needs; returns how many. The first is from 0. */
#define YT_ROWS_GAP_MAX 5
size_t yt_rows_gap_put(uint8_t to[static YT_ROWS_GAP_MAX], uint32_t gap);
/* The next gap, and on behind it; 0 at the end and where there is none. */
uint32_t yt_rows_gap_next(const uint8_t **at, const uint8_t *end);

void yt_rows_pack_gaps(struct yt_buf *to, const uint8_t *gaps, size_t size);
/* Bits of which the first is that of row `first + 1`; `first` is a multiple of 8. */
void yt_rows_pack_bits(struct yt_buf *to, uint32_t first, const uint8_t *bits, size_t size);

/* Adds the packed rows to `bits`, which has room for `rows`. False where they are damaged. */
bool yt_rows_unpack(const uint8_t *packed, size_t size, uint8_t *bits, size_t rows);

#endif
