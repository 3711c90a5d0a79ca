#include "handoff/escpos_encode.h"

#define BLANK_ROWS_MIN 16 /* fewer are not worth a block of their own */

void yt_escpos_recover(struct yt_buf *to)
{
    /* Zeros are white dots inside a picture, and nothing outside one. */
    (void)yt_buf_extend(to, YT_ESCPOS_BLOCK_MAX); /* a failure is remembered */
    yt_escpos_begin(to);
    yt_escpos_cut(to);
}

void yt_escpos_begin(struct yt_buf *to)
{
    yt_buf_append(to, "\x1B@", 2);
}

void yt_escpos_cut(struct yt_buf *to)
{
    yt_buf_append(to, "\x1DV\x42\x00", 4);
}

/* Bytes of the row up to its last ink. */
static size_t used(const struct yt_raster *raster, int row)
{
    const uint8_t *bits = raster->bits + (size_t)row * raster->stride;
    size_t size = raster->stride;

    while (size > 0 && bits[size - 1] == 0)
        size--;
    return size;
}

static int blank_rows(const struct yt_raster *raster, int row)
{
    int end = row;

    while (end < raster->height && used(raster, end) == 0)
        end++;
    return end - row;
}

/* The end of the block that begins at `row`, and its width in bytes. */
static int block_end(const struct yt_raster *raster, int row, size_t *ret_width)
{
    int blank = blank_rows(raster, row);
    int end = row;
    size_t width = 1;

    *ret_width = 1;
    if (blank >= BLANK_ROWS_MIN || row + blank == raster->height)
        return row + (blank < YT_ESCPOS_ROWS_MAX ? blank : YT_ESCPOS_ROWS_MAX);
    while (end < raster->height && end - row < YT_ESCPOS_ROWS_MAX) {
        size_t wider = used(raster, end);

        if (wider < width)
            wider = width;
        if (wider * (size_t)(end + 1 - row) > YT_ESCPOS_BLOCK_MAX)
            break;
        if (end >= row + blank && blank_rows(raster, end) >= BLANK_ROWS_MIN)
            break;
        width = wider;
        end++;
    }
    *ret_width = width;
    return end;
}

static bool is_command(uint8_t byte)
{
    return byte == 0x04 || byte == 0x05 || byte == 0x14;
}

int yt_escpos_block(const struct yt_raster *raster, int row, struct yt_buf *to)
{
    size_t width;
    int end = block_end(raster, row, &width);
    int rows = end - row;
    const uint8_t head[YT_ESCPOS_BLOCK_HEAD] = {0x1D,
                                                'v',
                                                '0',
                                                0,
                                                (uint8_t)width,
                                                (uint8_t)(width >> 8),
                                                (uint8_t)rows,
                                                (uint8_t)(rows >> 8)};
    uint8_t *data;

    yt_buf_append(to, head, sizeof head);
    if (!(data = yt_buf_extend(to, width * (size_t)rows)))
        return end; /* the buffer remembers */
    for (int i = 0; i < rows; i++)
        for (size_t column = 0; column < width; column++)
            data[(size_t)i * width + column] =
                raster->bits[(size_t)(row + i) * raster->stride + column];
    /* 10 is one lone dot; 18 is that dot and its neighbour. The picture's last byte too, so that
     * whatever follows makes no pair with it. */
    for (size_t i = 0; i < width * (size_t)rows; i++)
        if (data[i] == 0x10 && (i + 1 == width * (size_t)rows || is_command(data[i + 1])))
            data[i] = 0x18;
    return end;
}
