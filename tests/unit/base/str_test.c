#include "base/str.h"

#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void every_length_of_character_is_read(void **state)
{
    const char *text = "aé漢😀";

    (void)state;
    assert_int_equal(yt_str_next(&text), 'a');
    assert_int_equal(yt_str_next(&text), 0xE9);
    assert_int_equal(yt_str_next(&text), 0x6F22);
    assert_int_equal(yt_str_next(&text), 0x1F600);
    assert_int_equal(yt_str_next(&text), 0);
    assert_int_equal(*text, '\0');
}

static void the_end_is_not_passed(void **state)
{
    const char *text = "";
    const char *before = text;

    (void)state;
    assert_int_equal(yt_str_next(&text), 0);
    assert_ptr_equal(text, before);
}

/* RFC 3629 section 3 and 4: what a decoder must refuse. */
static const char *const malformed[] = {
    "\x80",             /* a continuation alone */
    "\xBF",             /* the last of them */
    "\xC0\xAF",         /* "/" in two bytes */
    "\xC1\xBF",         /* overlong */
    "\xE0\x80\xAF",     /* "/" in three */
    "\xE0\x9F\xBF",     /* the largest overlong of three */
    "\xF0\x80\x80\xAF", /* "/" in four */
    "\xF0\x8F\xBF\xBF", /* the largest overlong of four */
    "\xED\xA0\x80",     /* the first surrogate */
    "\xED\xBF\xBF",     /* the last */
    "\xF4\x90\x80\x80", /* behind U+10FFFF */
    "\xF5\x80\x80\x80", /* a first byte that leads nowhere */
    "\xFE",
    "\xFF",
    "\xE6\xBC",
    "\xF0\x9F\x98",
    "\xC3",
    "\xE6x",
    "\xC3\xC3",
};

static void malformed_bytes_are_refused_and_passed_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < YT_COUNT(malformed); i++) {
        const char *text = malformed[i];

        if (yt_str_next(&text) != YT_STR_INVALID || text != malformed[i] + 1)
            fail_msg("case %zu was taken for a character", i);
        assert_false(yt_str_valid(malformed[i], strlen(malformed[i])));
    }
}

static void the_edges_of_each_length_are_characters(void **state)
{
    static const struct {
        const char *bytes;
        uint32_t code_point;
    } cases[] = {
        {"\x01", 0x01},
        {"\x7F", 0x7F},
        {"\xC2\x80", 0x80},
        {"\xDF\xBF", 0x7FF},
        {"\xE0\xA0\x80", 0x800},
        {"\xED\x9F\xBF", 0xD7FF},
        {"\xEE\x80\x80", 0xE000},
        {"\xEF\xBF\xBF", 0xFFFF},
        {"\xF0\x90\x80\x80", 0x10000},
        {"\xF4\x8F\xBF\xBF", 0x10FFFF},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        const char *text = cases[i].bytes;
        char back[4];

        assert_int_equal(yt_str_next(&text), cases[i].code_point);
        assert_int_equal(*text, '\0');
        assert_int_equal(yt_str_put(back, cases[i].code_point), strlen(cases[i].bytes));
        assert_memory_equal(back, cases[i].bytes, strlen(cases[i].bytes));
    }
}

static void what_is_no_code_point_is_not_written(void **state)
{
    char to[4];

    (void)state;
    assert_int_equal(yt_str_put(to, 0xD800), 0);
    assert_int_equal(yt_str_put(to, 0xDFFF), 0);
    assert_int_equal(yt_str_put(to, 0x110000), 0);
    assert_int_equal(yt_str_put(to, YT_STR_INVALID), 0);
}

static void every_code_point_survives_there_and_back(void **state)
{
    (void)state;
    for (uint32_t code_point = 1; code_point <= 0x10FFFF; code_point++) {
        char bytes[5] = "";
        const char *text = bytes;
        size_t size = yt_str_put(bytes, code_point);

        if (code_point >= 0xD800 && code_point <= 0xDFFF)
            assert_int_equal(size, 0);
        else if (yt_str_next(&text) != code_point || text != bytes + size)
            fail_msg("U+%04X is lost", (unsigned)code_point);
    }
}

static void validity_counts_bytes_not_nuls(void **state)
{
    (void)state;
    assert_true(yt_str_valid("", 0));
    assert_true(yt_str_valid("寄って", 9));
    assert_false(yt_str_valid("寄って", 8)); /* cut in the last character */
    assert_false(yt_str_valid("寄って", 7));
    assert_false(yt_str_valid("a\0b", 3));
    assert_false(yt_str_valid("a", 2)); /* the NUL behind it is not text */
}

static void length_counts_characters_and_broken_bytes(void **state)
{
    (void)state;
    assert_int_equal(yt_str_length(""), 0);
    assert_int_equal(yt_str_length("寄って😀"), 4);
    assert_int_equal(yt_str_length("a\xFF\xE6\xBC"), 4);
}

static void an_unfinished_character_at_the_end_goes(void **state)
{
    static const struct {
        const char *before;
        const char *after;
    } cases[] = {
        {"", ""},
        {"a", "a"},
        {"漢", "漢"},
        {"a漢", "a漢"},
        {"a\xE6\xBC", "a"},
        {"a\xE6", "a"},
        {"a\xF0\x9F\x98", "a"},
        {"a😀", "a😀"},
        {"\xE6\xBC", ""},
        {"\x80\x80\x80\x80", "\x80\x80\x80\x80"}, /* broken from the start: not ours to judge */
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        char text[16];

        snprintf(text, sizeof text, "%s", cases[i].before);
        yt_str_trim_partial(text);
        assert_string_equal(text, cases[i].after);
    }
}

static void a_copy_is_cut_at_a_character(void **state)
{
    char to[8];

    (void)state;
    assert_true(yt_str_copy(to, sizeof to, "漢字a"));
    assert_string_equal(to, "漢字a");
    assert_false(yt_str_copy(to, sizeof to, "漢字あ"));
    assert_string_equal(to, "漢字");
    assert_false(yt_str_copy(to, 6, "漢字"));
    assert_string_equal(to, "漢");
    assert_false(yt_str_copy(to, 1, "漢"));
    assert_string_equal(to, "");
    assert_true(yt_str_copy(to, 1, ""));
}

static void no_room_at_all_is_left_alone(void **state)
{
    char to = 'x';

    (void)state;
    assert_false(yt_str_copy(&to, 0, "漢"));
    assert_int_equal(to, 'x');
}

static void kanji_are_told_from_kana(void **state)
{
    (void)state;
    assert_true(yt_str_is_kanji(0x6F22));  /* 漢 */
    assert_true(yt_str_is_kanji(0x3005));  /* 々 */
    assert_true(yt_str_is_kanji(0x20BB7)); /* 𠮷, as in a family name */
    assert_true(yt_str_is_kanji(0xFA11));  /* 﨑, too */
    assert_false(yt_str_is_kanji(0x3042)); /* あ */
    assert_false(yt_str_is_kanji(0x30A2)); /* ア */
    assert_false(yt_str_is_kanji('a'));
    assert_false(yt_str_is_kanji(YT_STR_INVALID));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_length_of_character_is_read),
        cmocka_unit_test(the_end_is_not_passed),
        cmocka_unit_test(malformed_bytes_are_refused_and_passed_one_by_one),
        cmocka_unit_test(the_edges_of_each_length_are_characters),
        cmocka_unit_test(what_is_no_code_point_is_not_written),
        cmocka_unit_test(every_code_point_survives_there_and_back),
        cmocka_unit_test(validity_counts_bytes_not_nuls),
        cmocka_unit_test(length_counts_characters_and_broken_bytes),
        cmocka_unit_test(an_unfinished_character_at_the_end_goes),
        cmocka_unit_test(a_copy_is_cut_at_a_character),
        cmocka_unit_test(no_room_at_all_is_left_alone),
        cmocka_unit_test(kanji_are_told_from_kana),
    };

    return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
