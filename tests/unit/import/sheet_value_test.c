/* What people write into cells. */
#include "content/import/sheet_value.h"

#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void folds_widths_and_blanks(void **state)
{
    char folded[64];

    (void)state;
    assert_true(yt_sheet_fold("　１，１８０円 　（ＵＰ）\r\n", folded, sizeof folded));
    assert_string_equal(folded, "1,180円 (up)");
    assert_true(yt_sheet_fold("9：00〜１２：３０", folded, sizeof folded));
    assert_string_equal(folded, "9:00~12:30");
    assert_false(yt_sheet_fold("much too long for it", folded, 8));
}

static void reads_numbers_with_their_units(void **state)
{
    static const struct {
        const char *text;
        int decimals;
        long long number;
    } good[] = {
        {"1180", 0, 1180},
        {"1,180円", 0, 1180},
        {"時給1,180円", 0, 1180},
        {"\xC2\xA5"
         "950",
         0, 950},
        {"徒歩12分", 0, 12},
        {"1.5", 2, 150},
        {"1.5時間", 2, 150},
        {"0.8km", 3, 800},
        {"2.0", 0, 2},
        {"-5", 0, -5},
        {"1,234,567", 0, 1234567},
    };
    static const char *const bad[] = {"",       "abc",  "1.5.2", "12a", "1,23",
                                      "1,2345", "1.25", "９時",  "--5", "99999999999999999999"};
    long long number;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(good); i++) {
        assert_true(yt_sheet_decimal(good[i].text, good[i].decimals, &number));
        assert_int_equal(number, good[i].number);
    }
    for (size_t i = 0; i < YT_COUNT(bad); i++)
        assert_false(yt_sheet_decimal(bad[i], 0, &number));
}

static void reads_spans(void **state)
{
    long long least;
    long long most;

    (void)state;
    assert_true(yt_sheet_span("2~4", 0, &least, &most));
    assert_int_equal(least, 2);
    assert_int_equal(most, 4);
    assert_true(yt_sheet_span("1,160円~1,200円", 0, &least, &most));
    assert_int_equal(most, 1200);
    assert_true(yt_sheet_span("週3日", 0, &least, &most));
    assert_int_equal(most, 3);
    assert_false(yt_sheet_span("2~4~6", 0, &least, &most));
    assert_false(yt_sheet_span("2と4", 0, &least, &most));
}

static void reads_dates_as_offices_write_them(void **state)
{
    static const char *const same[] = {"2026-11-03",      "2026/11/3",     "2026.11.03",
                                       "20261103",        "2026年11月3日", "令和8年11月3日",
                                       "r8.11.3",         "2026/11/3(火)", "2026-11-03t10:00:00",
                                       "2026/11/03 10:00"};
    struct yt_date date;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(same); i++) {
        assert_int_equal(yt_sheet_date(same[i], YT_DATE_YMD, &date), YT_DATE_GOOD);
        assert_int_equal(yt_date_to_days(date), yt_date_to_days((struct yt_date){2026, 11, 3}));
    }
    assert_int_equal(yt_sheet_date("令和元年5月1日", YT_DATE_YMD, &date), YT_DATE_GOOD);
    assert_int_equal(date.year, 2019);
    assert_int_equal(yt_sheet_date("3/11/2026", YT_DATE_DMY, &date), YT_DATE_GOOD);
    assert_int_equal(date.month, 11);
    assert_int_equal(yt_sheet_date("11/3/2026", YT_DATE_MDY, &date), YT_DATE_GOOD);
    assert_int_equal(date.day, 3);
}

static void refuses_days_that_do_not_exist(void **state)
{
    struct yt_date date;

    (void)state;
    assert_int_equal(yt_sheet_date("2026-02-29", YT_DATE_YMD, &date), YT_DATE_NO_SUCH_DAY);
    assert_int_equal(yt_sheet_date("2028-02-29", YT_DATE_YMD, &date), YT_DATE_GOOD);
    assert_int_equal(yt_sheet_date("2026/13/1", YT_DATE_YMD, &date), YT_DATE_NO_SUCH_DAY);
    assert_int_equal(yt_sheet_date("20260231", YT_DATE_YMD, &date), YT_DATE_NO_SUCH_DAY);
    assert_int_equal(yt_sheet_date("0000-00-00", YT_DATE_YMD, &date), YT_DATE_NO_SUCH_DAY);
    assert_int_equal(yt_sheet_date("46329", YT_DATE_YMD, &date), YT_DATE_EXCEL_NUMBER);
    assert_int_equal(yt_sheet_date("3/11/2026", YT_DATE_YMD, &date), YT_DATE_NONE);
    assert_int_equal(yt_sheet_date("11月上旬", YT_DATE_YMD, &date), YT_DATE_NONE);
    assert_int_equal(yt_sheet_date("", YT_DATE_YMD, &date), YT_DATE_NONE);
    assert_int_equal(yt_sheet_date("2026-11-03abc", YT_DATE_YMD, &date), YT_DATE_NONE);
}

static void reads_times_of_day(void **state)
{
    static const struct {
        const char *text;
        int minute;
    } good[] = {{"9:00", 540},     {"09:30", 570},     {"9時", 540},
                {"9時半", 570},    {"午後1時半", 810}, {"午前10時", 600},
                {"13:30:00", 810}, {"24:00", 1440},    {"午後12時15分", 735}};
    static const char *const bad[] = {"25:00", "9", "9:60", "午後", "", "24:01", "9:"};
    int from;
    int until = -1;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(good); i++) {
        assert_true(yt_sheet_time(good[i].text, &from));
        assert_int_equal(from, good[i].minute);
    }
    for (size_t i = 0; i < YT_COUNT(bad); i++)
        assert_false(yt_sheet_time(bad[i], &from));
    assert_true(yt_sheet_times("9:00~12:30", &from, &until));
    assert_int_equal(until, 750);
    assert_true(yt_sheet_times("午後1時から午後3時まで", &from, &until));
    assert_int_equal(from, 780);
    assert_int_equal(until, 900);
}

static void reads_weekdays(void **state)
{
    static const struct {
        const char *text;
        unsigned bits;
    } good[] = {{"月水金", 0x2A}, {"月・水", 0x0A}, {"月~金", 0x3E},   {"土~月", 0x43},
                {"平日", 0x3E},   {"土日祝", 0x41}, {"mon,wed", 0x0A}, {"月曜日、木曜日", 0x12},
                {"毎日", 0x7F},   {"日曜", 0x01},   {"monday", 0x02}};
    unsigned bits;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(good); i++) {
        assert_true(yt_sheet_weekdays(good[i].text, &bits));
        assert_int_equal(bits, good[i].bits);
    }
    assert_false(yt_sheet_weekdays("年末年始を除く", &bits));
    assert_false(yt_sheet_weekdays("", &bits));
    assert_false(yt_sheet_weekdays("・", &bits));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_widths_and_blanks),
        cmocka_unit_test(reads_numbers_with_their_units),
        cmocka_unit_test(reads_spans),
        cmocka_unit_test(reads_dates_as_offices_write_them),
        cmocka_unit_test(refuses_days_that_do_not_exist),
        cmocka_unit_test(reads_times_of_day),
        cmocka_unit_test(reads_weekdays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
