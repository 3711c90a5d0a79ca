#include "handoff/digits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void known_vectors(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *digits;
    } vectors[] = {
        {"", 0, ""},
        {"\x00", 1, "000"},
        {"\xFF", 1, "255"},
        {"\x01\x02", 2, "00258"},
        {"\xFF\xFF\xFF", 3, "16777215"},
        {"\xFF\xFF\xFF\xFF", 4, "4294967295"},
        {"\x00\x00\x00\x00\x01", 5, "0000000000001"},
        {"\xFF\xFF\xFF\xFF\xFF\xFF", 6, "281474976710655"},
        {"\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 7, "72057594037927935"},
        {"\x00\x00\x00\x00\x00\x00\x00\x09", 8, "00000000000000000009"},
    };
    char digits[64];
    uint8_t bytes[16];
    size_t size;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(vectors); i++) {
        yt_digits_write((const uint8_t *)vectors[i].bytes, vectors[i].size, digits);
        assert_string_equal(digits, vectors[i].digits);
        assert_int_equal(yt_digits_length(vectors[i].size), strlen(vectors[i].digits));
        assert_true(yt_digits_read(digits, strlen(digits), bytes, sizeof bytes, &size));
        assert_int_equal(size, vectors[i].size);
        assert_memory_equal(bytes, vectors[i].bytes, size);
    }
}

/* Every count of digits either stands for one length of bytes, or is refused. */
static void each_length_comes_back(void **state)
{
    uint8_t bytes[200];
    uint8_t again[200];
    char digits[YT_DIGITS_ROOM(200) + 1];
    size_t size;

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(i * 151 + 255);
    for (size_t length = 0; length <= sizeof bytes; length++) {
        yt_digits_write(bytes, length, digits);
        assert_true(yt_digits_read(digits, strlen(digits), again, length, &size));
        assert_int_equal(size, length);
        assert_memory_equal(again, bytes, length);
        if (length > 0)
            assert_false(yt_digits_read(digits, strlen(digits), again, length - 1, &size));
    }
}

static void what_no_bytes_give_is_refused(void **state)
{
    static const char *const bad[] = {
        "1",                 /* no byte has one digit */
        "12",                /* nor two */
        "256",               /* over a byte */
        "65536",             /* over two */
        "72057594037927936", /* over seven */
        "12a",
        "1 2",
        "１２３",
        "00000000000000000x",
    };
    uint8_t bytes[16];
    size_t size;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(bad); i++)
        assert_false(yt_digits_read(bad[i], strlen(bad[i]), bytes, sizeof bytes, &size));
}

static void scanners_and_input_methods_are_forgiven(void **state)
{
    static const char *const good[] = {
        "898410123",
        "898410123\r\n",
        " 8984 1012 3\t",
        "８９８４１０１２３",
        "\xEF\xBB\xBF"
        "８９８４　１０１２３",
        "]Q1898410123",
        "HTTPS://DESK.EXAMPLE/S/898410123",
        "https://desk.example:8443/a/s/898410123\r",
        "ＨＴＴＰＳ：／／ＤＥＳＫ．ＥＸＡＭＰＬＥ／Ｓ／８９８４１０１２３",
        "HTTPS*//DESK.EXAMPLE/S/898410123", /* the wrong keyboard layout */
        "89841-0123",
        "８９８４１ー０１２３",
    };
    char digits[32];

    (void)state;
    for (size_t i = 0; i < YT_COUNT(good); i++) {
        assert_true(yt_digits_clean(good[i], strlen(good[i]), digits, sizeof digits));
        assert_string_equal(digits, "898410123");
    }
}

static void other_texts_are_no_digits(void **state)
{
    static const char *const bad[] = {"",         "\r\n",
                                      "hello",    "8984x",
                                      "８９八",   "HTTPS://DESK.EXAMPLE/T/898410123",
                                      "8984\xFF", "WIFI:S:cafe;P:1234;;"};
    char digits[32];

    (void)state;
    for (size_t i = 0; i < YT_COUNT(bad); i++)
        assert_false(yt_digits_clean(bad[i], strlen(bad[i]), digits, sizeof digits));
    assert_false(yt_digits_clean("12\0003", 4, digits, sizeof digits));
    assert_false(yt_digits_clean("123456", 6, digits, 6)); /* no room for the NUL */
    assert_true(yt_digits_clean("12345", 5, digits, 6));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_vectors),
        cmocka_unit_test(each_length_comes_back),
        cmocka_unit_test(what_no_bytes_give_is_refused),
        cmocka_unit_test(scanners_and_input_methods_are_forgiven),
        cmocka_unit_test(other_texts_are_no_digits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
