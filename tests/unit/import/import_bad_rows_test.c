/* Rows with something wrong: told where and what to do, and kept from the rest. */
#include "taker.h"

#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEADER                                                                                   \
    "id,title,kind,pay_kind,pay,pay_max,hours_min,hours_max,from,to,half_day_ok,listed,checked," \
    "until,note\n"
#define GOOD "g1,よい行,job,hour,1180,,2,4,9:00,12:00,yes,2026-11-01,2026-11-02,2026-12-31,\n"

/* A row between two good ones: what is told about it. */
static const struct {
    const char *row;
    const char *column;
    const char *value;
    const char *wrong; /* part of it */
} cases[] = {
    {"b,,job,,,,,,,,,,2026-11-01,,", "title", "", "empty"},
    {"b,あ,work,,,,,,,,,,2026-11-01,,", "kind", "work", "not known"},
    {"b,あ,job,hour,-100,,,,,,,,2026-11-01,,", "pay", "-100", "not between"},
    {"b,あ,job,hour,たくさん,,,,,,,,2026-11-01,,", "pay", "たくさん", "no number"},
    {"b,あ,job,hour,1200,1100,,,,,,,2026-11-01,,", "pay_max", "", "less than pay"},
    {"b,あ,job,none,1200,,,,,,,,2026-11-01,,", "pay", "", "says none"},
    {"b,あ,job,,1200,,,,,,,,2026-11-01,,", "pay_kind", "", "what the pay is for"},
    {"b,あ,job,,,,5,3,,,,,2026-11-01,,", "hours_max", "", "less than the least"},
    {"b,あ,job,,,,25,,,,,,2026-11-01,,", "hours_min", "25", "not between"},
    {"b,あ,job,,,,,,13:00,9:00,,,2026-11-01,,", "to", "", "before it begins"},
    {"b,あ,job,,,,,,9:00,,,,2026-11-01,,", "to", "", "only one end"},
    {"b,あ,job,,,,,,9:75,12:00,,,2026-11-01,,", "from", "9:75", "no time"},
    {"b,あ,job,,,,,,,,maybe,,2026-11-01,,", "half_day_ok", "maybe", "not known"},
    {"b,あ,job,,,,,,,,,,2026-02-30,,", "checked", "2026-02-30", "no such day"},
    {"b,あ,job,,,,,,,,,,next week,,", "checked", "next week", "no date"},
    {"b,あ,job,,,,,,,,,,46329,,", "checked", "46329", "Excel"},
    {"b,あ,job,,,,,,,,,2026-11-05,2026-11-05,2026-11-01,", "until", "", "before it is listed"},
    {"g1,あ,job,,,,,,,,,,2026-11-01,,", "id", "g1", "same id"},
    {"b,あ,job,,,,,,,,,,2026-11-01,,電話は 054-626-1111 へ", "note", "電話は 054-626-1111 へ",
     "telephone"},
    {"b,あ,job,,,,,,,,,,2026-11-01,,０９０－１２３４－５６７８", "note",
     "０９０－１２３４－５６７８", "telephone"},
    {"b,あ,job,,,,,,,,,,2026-11-01,,https://example.jp/", "note", "https://example.jp/",
     "address of the web"},
    {"b,あ,job,,,,,,,,,,2026-11-01,,jobs@example.jp", "note", "jobs@example.jp",
     "address of the web"},
    {"b,あ,job,,,,,,,,,,2026-11-01,,漢字《かんじ", "note", "漢字《かんじ", "reading"},
    {"b,あ,job,,,,,,,,,,2026-11-01,,\x1b[2J", "note", "\x1b[2J", "control character"},
    /* NOLINTNEXTLINE(misc-misleading-bidirectional): that is what is to be refused */
    {"b,あ,job,,,,,,,,,,2026-11-01,,\xE2\x80\xAE", "note", "\xE2\x80\xAE", "control character"},
    {"b,あ,job", "", "", "3 columns, the sheet 15"},
    {"b,あ,job,,,,,,,,,,2026-11-01,,あ,い,う", "", "", "columns, the sheet 15"},
    {"b,\xFF\xFE\xC3(,job,,,,,,,,,,2026-11-01,,", "", "", "not UTF-8"},
    {"b,\x95\x5c\x8e\xa6\x83\x5c,job,,,,,,,,,,2026-11-01,,", "", "", "Shift_JIS"},
};

static void tells_row_column_value_and_remedy(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        char text[2048];

        (void)snprintf(text, sizeof text,
                       HEADER GOOD "%s\n"
                                   "g2,二つめ,job,,,,,,,,,,2026-11-02,,\n",
                       cases[i].row);
        assert_true(taker_sheet(&taker, text));
        assert_int_equal(taker.counts.rows, 3);
        assert_int_equal(taker.counts.good, 2);
        assert_int_equal(taker.counts.bad, 1);
        assert_int_equal(taker.fault_count, 1);
        assert_int_equal(taker.faults[0].row, 2);
        assert_int_equal(taker.faults[0].line, 3);
        assert_string_equal(taker.faults[0].column, cases[i].column);
        assert_string_equal(taker.faults[0].value, cases[i].value);
        if (!strstr(taker.faults[0].wrong, cases[i].wrong))
            fail_msg("%s: \"%s\" does not say \"%s\"", cases[i].row, taker.faults[0].wrong,
                     cases[i].wrong);
        assert_true(taker.faults[0].remedy[0] != '\0');
    }
    taker_end(&taker);
}

static void counts_lines_through_quoted_line_ends(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, "title,note,checked\r\n"
                                    "一,\"a\r\nb\r\nc\",2026-11-01\r\n"
                                    "\r\n"
                                    "二,だめ,2026-13-01\r\n"));
    assert_int_equal(taker.faults[0].row, 2);
    assert_int_equal(taker.faults[0].line, 6);
    taker_end(&taker);
}

static void tells_all_that_is_wrong_with_a_row(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, "title,pay,checked,kind\n一,x,y,z\n"));
    assert_int_equal(taker.counts.bad, 1);
    assert_int_equal(taker.counts.faults, 3);
    taker_end(&taker);
}

static void takes_an_id_that_the_sink_refuses_as_a_bad_row(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    taker.conflict = "J01";
    assert_true(taker_sheet(&taker, "id,title\nJ01,一\nJ02,二\n"));
    assert_int_equal(taker.counts.good, 1);
    assert_non_null(strstr(taker.faults[0].remedy, "id_prefix"));
    taker_end(&taker);
}

static void refuses_a_mix_of_encodings_row_by_row(void **state)
{
    /* CP932 with one row of UTF-8: 品出し, then 掃除 and 洗い物. */
    static const char text[] = "title,note\n"
                               "\x95\x69\x8f\x6f\x82\xb5,\x82\xa0\n"
                               "掃除と洗い物,はじめての方も\n"
                               "\x91\x7c\x8f\x9c,\x82\xa0\n";
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, text));
    assert_int_equal(taker.counts.good, 2);
    assert_string_equal(taker.taken[1].name, "掃除");
    assert_int_equal(taker.faults[0].line, 3);
    assert_non_null(strstr(taker.faults[0].wrong, "UTF-8, while the rest is Shift_JIS"));
    taker_end(&taker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_row_column_value_and_remedy),
        cmocka_unit_test(counts_lines_through_quoted_line_ends),
        cmocka_unit_test(tells_all_that_is_wrong_with_a_row),
        cmocka_unit_test(takes_an_id_that_the_sink_refuses_as_a_bad_row),
        cmocka_unit_test(refuses_a_mix_of_encodings_row_by_row),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
