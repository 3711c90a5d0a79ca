/* A raster as ESC/POS commands: pure bytes, no device. */
#ifndef YT_HANDOFF_ESCPOS_ENCODE_H
#define YT_HANDOFF_ESCPOS_ENCODE_H

#include "base/buf.h"
#include "handoff/raster.h"

/* Rows of one `GS v 0` at most; some printers take no more. */
#define YT_ESCPOS_ROWS_MAX 128
/* Bytes of picture in one block at most: two blocks and what goes between them stay below 4096, the
 * smallest receive buffer that printers have. So a status query never waits behind a full one. */
#define YT_ESCPOS_BLOCK_MAX 1920
#define YT_ESCPOS_BLOCK_HEAD 8

/* Clears what an earlier slip that broke off may have left: fills up the picture it was in, resets
 * the printer and cuts the paper off. */
void yt_escpos_recover(struct yt_buf *to);

/* Resets the printer (ESC @). */
void yt_escpos_begin(struct yt_buf *to);

/* Appends one block that begins at row `row` and returns the row behind it; the picture's height
 * is the end. Blocks are cut off at their last ink to the right, so white paper costs one byte a
 * row. The pairs 10 04, 10 05 and 10 14, which a printer obeys as commands wherever they stand,
 * never appear: a dot is added beside the one that would make them. */
int yt_escpos_block(const struct yt_raster *raster, int row, struct yt_buf *to);

/* Feeds to the knife and cuts (GS V 66). */
void yt_escpos_cut(struct yt_buf *to);

#endif
