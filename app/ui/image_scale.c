#include "ui/image_scale.h"

#include <stdbool.h>
#include <stdlib.h>

struct sums {
    double alpha, red, green, blue, area;
};

/* One pixel of the source with the part of it that lies in the cell. */
static void gather(struct sums *sums, uint32_t pixel, double part)
{
    double alpha = (double)(pixel >> 24) * part;

    sums->alpha += alpha;
    sums->red += (double)((pixel >> 16) & 255) * alpha;
    sums->green += (double)((pixel >> 8) & 255) * alpha;
    sums->blue += (double)(pixel & 255) * alpha;
    sums->area += part;
}

static double overlap(int pixel, double from, double to)
{
    double low = pixel > from ? pixel : from;
    double high = pixel + 1 < to ? pixel + 1 : to;

    return high > low ? high - low : 0;
}

/* The mean of what lies under the cell, weighted by how much of each pixel does. */
static uint32_t cell(const struct yt_source_image *source, double left, double top, double right,
                     double bottom)
{
    struct sums sums = {0};
    int last_x = right < source->width ? (int)right : source->width - 1;
    int last_y = bottom < source->height ? (int)bottom : source->height - 1;

    for (int y = (int)top; y <= last_y; y++) {
        double high = overlap(y, top, bottom);

        for (int x = (int)left; x <= last_x && high > 0; x++)
            gather(&sums, source->pixels[(size_t)y * (size_t)source->width + (size_t)x],
                   high * overlap(x, left, right));
    }
    if (sums.area <= 0 || sums.alpha <= 0)
        return 0;
    return (uint32_t)(sums.alpha / sums.area + 0.5) << 24 |
           (uint32_t)(sums.red / sums.alpha + 0.5) << 16 |
           (uint32_t)(sums.green / sums.alpha + 0.5) << 8 |
           (uint32_t)(sums.blue / sums.alpha + 0.5);
}

static uint32_t scaled(const struct yt_source_image *source, int x, int y, int width, int height)
{
    double across = (double)source->width / width, along = (double)source->height / height;

    return cell(source, x * across, y * along, (x + 1) * across, (y + 1) * along);
}

uint8_t *yt_scale_coverage(const struct yt_source_image *source, int side)
{
    uint8_t *coverage = malloc((size_t)side * (size_t)side);

    for (int y = 0; coverage && y < side; y++)
        for (int x = 0; x < side; x++)
            coverage[(size_t)y * (size_t)side + (size_t)x] =
                (uint8_t)(scaled(source, x, y, side, side) >> 24);
    return coverage;
}

/* Colours are weighted by how opaque they are, or edges would darken where they are mixed with
 * the black of nothing. */
static void premultiply(struct yt_source_image *source)
{
    size_t count = (size_t)source->width * (size_t)source->height;

    for (size_t i = 0; i < count; i++) {
        uint32_t alpha = source->pixels[i] >> 24, pixel = source->pixels[i];

        if (alpha == 255)
            continue;
        source->pixels[i] = alpha << 24 | (((pixel >> 16) & 255) * alpha / 255) << 16 |
                            (((pixel >> 8) & 255) * alpha / 255) << 8 | (pixel & 255) * alpha / 255;
    }
}

static uint32_t whole(uint32_t channel, uint32_t alpha)
{
    uint32_t value = (channel & 255) * 255 / alpha;

    return value > 255 ? 255 : value;
}

static uint32_t unmultiplied(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;

    if (alpha == 0 || alpha == 255)
        return pixel;
    return alpha << 24 | whole(pixel >> 16, alpha) << 16 | whole(pixel >> 8, alpha) << 8 |
           whole(pixel, alpha);
}

/* Between four pixels, in 1/256 of the way. */
static uint32_t between(uint32_t a, uint32_t b, uint32_t way)
{
    uint32_t even = (a & 0xFF00FF) * (256 - way) + (b & 0xFF00FF) * way;
    uint32_t odd = ((a >> 8) & 0xFF00FF) * (256 - way) + ((b >> 8) & 0xFF00FF) * way;

    return ((even >> 8) & 0xFF00FF) | (odd & 0xFF00FF00);
}

/* Where a pixel of the larger picture lies between those of the source: index and 1/256. */
static int source_place(int at, int of, int size, uint32_t *way)
{
    int64_t place = (((int64_t)at * 2 + 1) * size * 128) / of - 128;

    if (place < 0)
        place = 0;
    if (place > ((int64_t)size - 1) * 256)
        place = ((int64_t)size - 1) * 256;
    *way = (uint32_t)(place & 255);
    return (int)(place >> 8);
}

static void enlarge_row(const struct yt_source_image *source, int y, uint32_t down, int width,
                        int left, uint32_t *to, int count)
{
    const uint32_t *upper = source->pixels + (size_t)y * (size_t)source->width;
    const uint32_t *lower = y + 1 < source->height ? upper + source->width : upper;

    for (int i = 0; i < count; i++) {
        uint32_t across;
        int x = source_place(left + i, width, source->width, &across);
        int next = x + 1 < source->width ? x + 1 : x;

        to[i] = unmultiplied(between(between(upper[x], upper[next], across),
                                     between(lower[x], lower[next], across), down));
    }
}

uint32_t *yt_scale_picture(struct yt_source_image *source, int width, int height)
{
    uint32_t *pixels = malloc((size_t)width * (size_t)height * sizeof *pixels);
    /* Four neighbours are enough down to half the size; below that each pixel is a mean. */
    bool smooth = source->height < 2 * height;

    if (smooth)
        premultiply(source);
    for (int y = 0; pixels && y < height; y++) {
        uint32_t *row = pixels + (size_t)y * (size_t)width, down;
        int from = source_place(y, height, source->height, &down);

        if (smooth)
            enlarge_row(source, from, down, width, 0, row, width);
        for (int x = 0; !smooth && x < width; x++)
            row[x] = scaled(source, x, y, width, height);
    }
    return pixels;
}

uint32_t *yt_scale_part(struct yt_source_image *source, int width, int height, int left, int top,
                        int part_width, int part_height)
{
    uint32_t *pixels = malloc((size_t)part_width * (size_t)part_height * sizeof *pixels);

    premultiply(source);
    for (int y = 0; pixels && y < part_height; y++) {
        uint32_t down;
        int from = source_place(top + y, height, source->height, &down);

        enlarge_row(source, from, down, width, left, pixels + (size_t)y * (size_t)part_width,
                    part_width);
    }
    return pixels;
}
