#include "store/catalogue_rows.h"

enum { GAPS = 'g', BITS = 'b' };

size_t yt_rows_gap_put(uint8_t to[static YT_ROWS_GAP_MAX], uint32_t gap)
{
    size_t size = 0;

    for (; gap >= 0x80; gap >>= 7)
        to[size++] = (uint8_t)(gap | 0x80);
    to[size++] = (uint8_t)gap;
    return size;
}

uint32_t yt_rows_gap_next(const uint8_t **at, const uint8_t *end)
{
    uint64_t gap = 0;

    for (unsigned shift = 0; *at < end && shift < 32; shift += 7) {
        const uint8_t byte = *(*at)++;

        gap |= (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return gap > UINT32_MAX ? 0 : (uint32_t)gap;
    }
    return 0;
}

void yt_rows_pack_gaps(struct yt_buf *to, const uint8_t *gaps, size_t size)
{
    yt_buf_byte(to, GAPS);
    yt_buf_append(to, gaps, size);
}

void yt_rows_pack_bits(struct yt_buf *to, uint32_t first, const uint8_t *bits, size_t size)
{
    uint8_t number[YT_ROWS_GAP_MAX];

    yt_buf_byte(to, BITS);
    yt_buf_append(to, number, yt_rows_gap_put(number, first / 8));
    while (size > 0 && bits[size - 1] == 0)
        size--;
    yt_buf_append(to, bits, size);
}

static bool unpack_gaps(const uint8_t *at, const uint8_t *end, uint8_t *bits, size_t rows)
{
    size_t row = 0;

    while (at < end) {
        const uint32_t gap = yt_rows_gap_next(&at, end);

        row += gap;
        if (gap == 0 || row > rows)
            return false;
        bits[(row - 1) / 8] |= (uint8_t)(1U << (row - 1) % 8);
    }
    return true;
}

static bool unpack_bits(const uint8_t *at, const uint8_t *end, uint8_t *bits, size_t rows)
{
    const size_t bytes = (rows + 7) / 8;
    const size_t first = yt_rows_gap_next(&at, end);

    if (first > bytes || (size_t)(end - at) > bytes - first)
        return false;
    for (size_t i = 0; at + i < end; i++)
        bits[first + i] |= at[i];
    /* Behind the last row there is nothing. */
    return rows % 8 == 0 || bits[bytes - 1] >> rows % 8 == 0;
}

bool yt_rows_unpack(const uint8_t *packed, size_t size, uint8_t *bits, size_t rows)
{
    if (!packed || size == 0)
        return false;
    switch (packed[0]) {
    case GAPS:
        return unpack_gaps(packed + 1, packed + size, bits, rows);
    case BITS:
        return unpack_bits(packed + 1, packed + size, bits, rows);
    default:
        return false;
    }
}
