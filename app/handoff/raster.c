#include "handoff/raster.h"

#include "base/buf.h"
#include "base/fs.h"

#include <png.h>
#include <setjmp.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define DOTS_PER_METRE 7992 /* 203 dpi */
#define PNG_MAX ((size_t)4 << 20)

bool yt_raster_init(struct yt_raster *raster, int width, int height, struct yt_err *err)
{
    *raster = (struct yt_raster){0};
    if (width < 1 || width > YT_RASTER_WIDTH_MAX || height < 1 || height > YT_RASTER_HEIGHT_MAX)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "a picture of %d by %d dots", width, height);
    raster->stride = ((size_t)width + 7) / 8;
    if (!(raster->bits = calloc((size_t)height, raster->stride)))
        return yt_err_set(err, YT_ERR_NO_MEMORY, "a picture of %d by %d dots", width, height);
    raster->width = width;
    raster->height = height;
    return true;
}

void yt_raster_done(struct yt_raster *raster)
{
    if (raster->bits)
        sodium_memzero(raster->bits, raster->stride * (size_t)raster->height);
    free(raster->bits);
    *raster = (struct yt_raster){0};
}

static size_t clamp(int value, int max)
{
    if (value < 0)
        return 0;
    return (size_t)(value > max ? max : value);
}

void yt_raster_fill(struct yt_raster *raster, int x, int y, int width, int height)
{
    size_t right = clamp(x + width, raster->width);
    size_t bottom = clamp(y + height, raster->height);

    for (size_t row = clamp(y, raster->height); row < bottom; row++)
        for (size_t column = clamp(x, raster->width); column < right; column++)
            raster->bits[row * raster->stride + column / 8] |= (uint8_t)(0x80 >> column % 8);
}

bool yt_raster_ink(const struct yt_raster *raster, int x, int y)
{
    if (x < 0 || y < 0 || x >= raster->width || y >= raster->height)
        return false;
    return raster->bits[(size_t)y * raster->stride + (size_t)x / 8] & 0x80 >> x % 8;
}

static void on_png_write(png_structp png, png_bytep data, size_t size)
{
    if (!yt_buf_append(png_get_io_ptr(png), data, size))
        png_error(png, "too large");
}

static void on_png_flush(png_structp png)
{
    (void)png; /* all of it stays in memory until it is whole */
}

/* libpng leaves by longjmp on failure, so nothing here is local that changes after setjmp. */
static bool encode(const struct yt_raster *raster, png_structp png, png_infop info,
                   struct yt_buf *to)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_set_write_fn(png, to, on_png_write, on_png_flush);
    png_set_IHDR(png, info, (png_uint_32)raster->width, (png_uint_32)raster->height, 1,
                 PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(png, info, DOTS_PER_METRE, DOTS_PER_METRE, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    png_set_invert_mono(png); /* in PNG 1 is white */
    for (int row = 0; row < raster->height; row++)
        png_write_row(png, raster->bits + (size_t)row * raster->stride);
    png_write_end(png, info);
    return true;
}

bool yt_raster_write_png(const struct yt_raster *raster, const char *path, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    bool encoded;

    yt_buf_init(&file, PNG_MAX);
    encoded = info && encode(raster, png, info, &file);
    png_destroy_write_struct(&png, &info);
    if (!encoded)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "%s: the picture cannot be written", path);
    return yt_fs_write_durable(path, file.data, file.size, 0644, err);
}
