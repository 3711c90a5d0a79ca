#include "handoff/escpos_encode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static uint32_t noise = 12345;

static uint32_t next_noise(void)
{
    noise = noise * 1664525 + 1013904223;
    return noise >> 8;
}

/* Rows full of the bytes that make commands, sparse rows, and white paper in between. */
static void hostile(struct yt_raster *raster, int width, int height)
{
    static const uint8_t evil[] = {0x10, 0x04, 0x05, 0x14, 0x10, 0x10, 0x1D, 0x00};
    struct yt_err err = {0};

    assert_true(yt_raster_init(raster, width, height, &err));
    for (int y = 0; y < height; y++)
        for (size_t x = 0; x < raster->stride && y / 40 % 3 != 2; x++)
            if (y / 40 % 3 == 0 || x < raster->stride / 3)
                raster->bits[(size_t)y * raster->stride + x] = evil[next_noise() % sizeof evil];
}

static int ones(uint8_t byte)
{
    return __builtin_popcount(byte);
}

/* Takes the block apart again, by the printers' manual. */
static size_t read_block(const uint8_t *bytes, size_t size, uint8_t *rows, size_t stride,
                         int *ret_rows)
{
    size_t width = (size_t)(bytes[4] | bytes[5] << 8);

    assert_true(size >= 8);
    assert_memory_equal(bytes, "\x1Dv0\0", 4);
    *ret_rows = bytes[6] | bytes[7] << 8;
    assert_in_range(*ret_rows, 1, 128);
    assert_in_range(width, 1, stride);
    assert_int_equal(size, 8 + width * (size_t)*ret_rows);
    for (int row = 0; row < *ret_rows; row++) {
        memset(rows + (size_t)row * stride, 0, stride);
        memcpy(rows + (size_t)row * stride, bytes + 8 + (size_t)row * width, width);
    }
    return 8 + width * (size_t)*ret_rows;
}

static void blocks_are_the_picture_and_hold_no_commands(void **state)
{
    static const int widths[] = {8, 100, 384, 576, 832};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(widths); i++) {
        YT_SCOPED(yt_buf_done) struct yt_buf bytes = {.max = (size_t)1 << 20};
        uint8_t rows[128 * 104] = {0};
        struct yt_raster raster;
        int row = 0;
        size_t changed = 0;

        hostile(&raster, widths[i], 700);
        while (row < raster.height) {
            size_t at = bytes.size;
            int count;
            int next = yt_escpos_block(&raster, row, &bytes);

            assert_true(bytes.size - at <= YT_ESCPOS_BLOCK_MAX + YT_ESCPOS_BLOCK_HEAD);
            read_block(bytes.data + at, bytes.size - at, rows, raster.stride, &count);
            assert_int_equal(next, row + count);
            for (size_t k = 0; k < raster.stride * (size_t)count; k++) {
                uint8_t was = raster.bits[(size_t)row * raster.stride + k];

                /* The same, but for one dot more beside another. */
                assert_true(rows[k] == was || (was == 0x10 && rows[k] == 0x18));
                changed += rows[k] != was;
                assert_true(ones(rows[k]) - ones(was) <= 1);
            }
            row = next;
        }
        assert_true(changed > 0);
        yt_escpos_cut(&bytes);
        for (size_t k = 1; k < bytes.size; k++)
            if (bytes.data[k - 1] == 0x10)
                assert_false(bytes.data[k] == 0x04 || bytes.data[k] == 0x05 ||
                             bytes.data[k] == 0x14);
        yt_raster_done(&raster);
    }
}

static void white_paper_costs_little(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes = {.max = (size_t)1 << 20};
    struct yt_raster raster;
    struct yt_err err = {0};
    int row = 0;

    (void)state;
    assert_true(yt_raster_init(&raster, 384, 1000, &err));
    yt_raster_fill(&raster, 0, 500, 384, 4);
    while (row < raster.height)
        row = yt_escpos_block(&raster, row, &bytes);
    assert_true(bytes.size < 1000 + 4 * 48 + 12 * 8);
    yt_raster_done(&raster);
}

static void the_same_picture_gives_the_same_bytes(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf one = {.max = (size_t)1 << 20};
    YT_SCOPED(yt_buf_done) struct yt_buf other = {.max = (size_t)1 << 20};
    struct yt_raster raster;

    (void)state;
    hostile(&raster, 384, 300);
    for (int row = 0; row < raster.height;)
        row = yt_escpos_block(&raster, row, &one);
    for (int row = 0; row < raster.height;)
        row = yt_escpos_block(&raster, row, &other);
    assert_int_equal(one.size, other.size);
    assert_memory_equal(one.data, other.data, one.size);
    yt_raster_done(&raster);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_the_picture_and_hold_no_commands),
        cmocka_unit_test(white_paper_costs_little),
        cmocka_unit_test(the_same_picture_gives_the_same_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
