/* A picture in two colours, as a slip printer takes it. */
#ifndef YT_HANDOFF_RASTER_H
#define YT_HANDOFF_RASTER_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

#define YT_RASTER_WIDTH_MAX 832   /* dots; the widest heads there are */
#define YT_RASTER_HEIGHT_MAX 8192 /* dots; a metre of paper */

/* Row by row from the top, `stride` bytes a row, the leftmost dot in the highest bit, 1 is ink. */
struct yt_raster {
    int width;  /* dots */
    int height; /* dots */
    size_t stride;
    uint8_t *bits; /* NULL when empty */
};

/* Makes it blank. YT_ERR_TOO_LARGE or YT_ERR_NO_MEMORY on failure, and empty. */
YT_MUST_CHECK bool yt_raster_init(struct yt_raster *raster, int width, int height,
                                  struct yt_err *err);
/* Wipes and frees; a slip says who asked for what. A zeroed raster is harmless. */
void yt_raster_done(struct yt_raster *raster);

/* Inks a rectangle; what lies outside is left out. */
void yt_raster_fill(struct yt_raster *raster, int x, int y, int width, int height);
bool yt_raster_ink(const struct yt_raster *raster, int x, int y);

/* Writes a PNG (1 bit, 203 dpi), durable, mode 0644. */
YT_MUST_CHECK bool yt_raster_write_png(const struct yt_raster *raster, const char *path,
                                       struct yt_err *err);

#endif
