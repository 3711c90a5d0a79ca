/* A mapping makes the sheet of any office fit. */
#include "taker.h"

#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void makes_an_offices_excel_sheet_fit(void **state)
{
    struct taker taker;
    char mapping[4096];

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    (void)snprintf(mapping, sizeof mapping, "%s", taker_data("office-jobs.mapping.yaml"));
    taker.mapping = mapping;
    taker.other_language = "ja-easy";
    assert_true(taker_import(&taker, taker_data("office-jobs.csv")));
    assert_int_equal(taker.counts.good, 4);
    assert_int_equal(taker.fault_count, 0);
    assert_string_equal(taker.taken[0].id, "ouen-101");
    assert_string_equal(taker.taken[0].name, "本屋の品出し");
    assert_string_equal(taker.taken[0].other, "本屋《ほんや》で 本《ほん》を 並《なら》べる");
    assert_int_equal(taker.taken[0].listing.pay, 1180);
    assert_int_equal(taker.taken[0].listing.pay_kind, YT_PAY_HOUR);
    assert_int_equal(taker.taken[0].listing.experience, YT_EXPERIENCE_NONE);
    assert_int_equal(taker.taken[0].listing.resume, YT_RESUME_NONE);
    assert_int_equal(taker.taken[0].listing.checked.month, 11);
    assert_int_equal(taker.taken[1].listing.pay_max, 1200);
    assert_int_equal(taker.taken[1].listing.from_minute, 13 * 60);
    assert_int_equal(taker.taken[2].listing.kind, YT_LISTING_HELPER);
    assert_int_equal(taker.taken[3].listing.weekdays, 0x7E);
    assert_non_null(strstr(taker.notices, "staff only: 謝金"));
    assert_null(strstr(taker.notices, "担当者")); /* left out on purpose */
    taker_end(&taker);
}

static void finds_the_column_names_below_a_title(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, "求人一覧,,\n令和8年11月,,\n題名,確認日,\n掃除,2026-11-01,\n"));
    assert_int_equal(taker.counts.good, 1);
    assert_non_null(strstr(taker.notices, "stand in line 3; 2 rows above"));
    taker_end(&taker);
}

static void names_file_line_and_column_of_a_wrong_mapping(void **state)
{
    static const struct {
        const char *text;
        const char *says;
    } wrong[] = {
        {"colums: {a: title}\n", ":1:1: \"colums\" is no key"},
        {"columns:\n  題名: titel\n", ":2:7: \"titel\" is no attribute"},
        {"columns: title\n", "must hold lines"},
        {"columns: {無い列: title}\n", "the sheet has no column \"無い列\""},
        {"values: {nonsense: {a: b}}\n", "no attribute"},
        {"header_line: zero\n", "is no line"},
        {"encoding: latin1\n", "not possible"},
        {"dates: sometimes\n", "not possible"},
        {"id_prefix: \"a b\"\n", "cannot begin an id"},
        {"columns: {a: title\n", ":"},
        {"- a\n", "must hold lines"},
    };
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(wrong); i++) {
        char mapping[128];

        (void)snprintf(mapping, sizeof mapping, "%s",
                       taker_write(&taker, "m.yaml", wrong[i].text, strlen(wrong[i].text)));
        taker.mapping = mapping;
        assert_false(taker_sheet(&taker, "題名,確認日\n掃除,2026-11-01\n"));
        assert_int_equal(taker.err.code, YT_ERR_INVALID);
        if (!strstr(taker.err.text, wrong[i].says))
            fail_msg("\"%s\" does not say \"%s\"", taker.err.text, wrong[i].says);
        assert_true(taker.err.remedy[0] != '\0');
    }
    taker_end(&taker);
}

static void reads_dates_in_the_order_it_names(void **state)
{
    static const char text[] = "dates: day-month-year\nconstants: {kind: look}\n";
    struct taker taker;
    char mapping[128];

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    (void)snprintf(mapping, sizeof mapping, "%s",
                   taker_write(&taker, "m.yaml", text, strlen(text)));
    taker.mapping = mapping;
    assert_true(taker_sheet(&taker, "題名,確認日\n掃除,3/11/2026\n"));
    assert_int_equal(taker.taken[0].listing.checked.day, 3);
    assert_int_equal(taker.taken[0].listing.checked.month, 11);
    assert_int_equal(taker.taken[0].listing.kind, YT_LISTING_LOOK);
    taker_end(&taker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_an_offices_excel_sheet_fit),
        cmocka_unit_test(finds_the_column_names_below_a_title),
        cmocka_unit_test(names_file_line_and_column_of_a_wrong_mapping),
        cmocka_unit_test(reads_dates_in_the_order_it_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
