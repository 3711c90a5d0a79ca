#include "base/clock.h"

#include "base/attributes.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/timex.h>

#include <cmocka.h>

/* The linker asks here instead of the kernel (--wrap). */
int __wrap_adjtimex(struct timex *state);
static int adjtimex_answer;

int __wrap_adjtimex(struct timex *state)
{
    (void)state;
    if (adjtimex_answer < 0)
        errno = EPERM;
    return adjtimex_answer;
}

static void only_a_synchronised_clock_is_trusted(void **state)
{
    const struct yt_clock *clock = yt_clock_system();

    (void)state;
    adjtimex_answer = TIME_OK;
    assert_true(yt_clock_trusted(clock));
    adjtimex_answer = TIME_INS; /* a leap second is due: still right */
    assert_true(yt_clock_trusted(clock));
    adjtimex_answer = TIME_ERROR;
    assert_false(yt_clock_trusted(clock));
    adjtimex_answer = -1; /* a sandbox forbids the question */
    assert_false(yt_clock_trusted(clock));
}

static void the_system_clock_runs(void **state)
{
    const struct yt_clock *clock = yt_clock_system();
    int64_t before = yt_clock_mono_ms(clock);

    (void)state;
    assert_true(yt_clock_wall_ms(clock) > INT64_C(1600000000000));
    assert_true(yt_clock_mono_ms(clock) >= before);
}

static void the_virtual_clock_stands_until_moved(void **state)
{
    struct yt_clock_virtual clock;
    int64_t mono;

    (void)state;
    yt_clock_virtual_init(&clock, INT64_C(1790000000000));
    mono = yt_clock_mono_ms(&clock.clock);
    assert_int_equal(yt_clock_wall_ms(&clock.clock), INT64_C(1790000000000));
    assert_true(yt_clock_trusted(&clock.clock));
    yt_clock_virtual_advance(&clock, 90000);
    assert_int_equal(yt_clock_wall_ms(&clock.clock), INT64_C(1790000090000));
    assert_int_equal(yt_clock_mono_ms(&clock.clock), mono + 90000);
    clock.is_trusted = false;
    assert_false(yt_clock_trusted(&clock.clock));
}

static void known_days_have_known_numbers(void **state)
{
    static const struct {
        struct yt_date date;
        int32_t days;
        int weekday;
    } cases[] = {
        {{1970, 1, 1}, 0, 4},      /* Thursday */
        {{1969, 12, 31}, -1, 3},   /* before the epoch */
        {{1900, 1, 1}, -25567, 1}, /* the first day that exists here; a Monday */
        {{2000, 2, 29}, 11016, 2}, /* divisible by 400 */
        {{2019, 5, 1}, 18017, 3},  /* the first day of Reiwa */
        {{2038, 1, 20}, 24856, 3}, /* behind 32 bits of seconds */
        {{2106, 2, 8}, 49711, 1},  /* behind 32 unsigned bits */
        {{9999, 12, 31}, 2932896, 5},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        struct yt_date back = yt_date_from_days(cases[i].days);

        assert_int_equal(yt_date_to_days(cases[i].date), cases[i].days);
        assert_int_equal(yt_date_compare(back, cases[i].date), 0);
        assert_int_equal(yt_date_weekday(cases[i].date), cases[i].weekday);
    }
}

static void every_day_follows_the_one_before(void **state)
{
    struct yt_date before = yt_date_from_days(-25568);
    int weekday = 0;

    (void)state;
    for (int32_t days = -25567; days <= 2932896; days += days < 60000 ? 1 : 61) {
        struct yt_date date = yt_date_from_days(days);

        if (yt_date_to_days(date) != days || !yt_date_exists(date.year, date.month, date.day) ||
            yt_date_compare(before, date) >= 0)
            fail_msg("day %d", (int)days);
        if (days < 60000) {
            weekday = (weekday + 1) % 7;
            assert_int_equal(yt_date_weekday(date), weekday);
        }
        before = date;
    }
}

static void only_real_days_exist(void **state)
{
    (void)state;
    assert_true(yt_date_exists(2024, 2, 29));
    assert_true(yt_date_exists(2000, 2, 29));
    assert_false(yt_date_exists(1900, 2, 29)); /* divisible by 100 */
    assert_false(yt_date_exists(2100, 2, 29));
    assert_false(yt_date_exists(2026, 2, 29));
    assert_false(yt_date_exists(2026, 4, 31));
    assert_false(yt_date_exists(2026, 0, 1));
    assert_false(yt_date_exists(2026, 13, 1));
    assert_false(yt_date_exists(2026, 1, 0));
    assert_false(yt_date_exists(2026, 1, 32));
    assert_true(yt_date_exists(1900, 1, 1));
    assert_false(yt_date_exists(1899, 12, 31));
    assert_true(yt_date_exists(9999, 12, 31));
    assert_false(yt_date_exists(10000, 1, 1));
    assert_false(yt_date_exists(2026 + 65536, 1, 1)); /* the year does not wrap */
    assert_false(yt_date_exists(2026, 257, 1));
}

static void dates_are_read_exactly(void **state)
{
    static const char *const wrong[] = {
        "",           "2026-1-05",   "2026-01-5",      "2026/01/05",  "26-01-05",
        "2026-02-29", "2026-01-05 ", " 2026-01-05",    "2026-01-0x",  "+026-01-05",
        "2026-01-+5", "0000-00-00",  "２０２６-01-05", "2026-01-055",
    };
    struct yt_date date = {1, 2, 3};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(wrong); i++)
        if (yt_date_parse(wrong[i], &date))
            fail_msg("\"%s\" was taken for a date", wrong[i]);
    assert_int_equal(date.year, 1); /* nothing was written */
    assert_true(yt_date_parse("2028-02-29", &date));
    assert_int_equal(date.year, 2028);
    assert_int_equal(date.month, 2);
    assert_int_equal(date.day, 29);
}

static void minutes_are_read_exactly(void **state)
{
    static const char *const wrong[] = {"",      "9:00",  "09:0",   "09:60", "24:01", "25:00",
                                        "-1:00", "09-00", "09:00 ", "0900",  "ab:cd", "99:99"};
    int minute = -7;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(wrong); i++)
        if (yt_minute_parse(wrong[i], &minute))
            fail_msg("\"%s\" was taken for a time", wrong[i]);
    assert_int_equal(minute, -7);
    assert_true(yt_minute_parse("00:00", &minute));
    assert_int_equal(minute, 0);
    assert_true(yt_minute_parse("09:30", &minute));
    assert_int_equal(minute, 570);
    assert_true(yt_minute_parse("24:00", &minute)); /* where a day's last opening ends */
    assert_int_equal(minute, YT_DAY_MINUTES);
}

static void the_wall_shows_the_places_time(void **state)
{
    static const struct {
        int64_t wall_ms;
        int offset;
        struct yt_local_time local;
    } cases[] = {
        {0, 0, {{1970, 1, 1}, 0}},
        {0, 540, {{1970, 1, 1}, 540}},
        {INT64_C(1767193200000), 540, {{2026, 1, 1}, 0}},      /* midnight in Japan */
        {INT64_C(1767193199999), 540, {{2025, 12, 31}, 1439}}, /* a millisecond before */
        {INT64_C(1767193200000), 0, {{2025, 12, 31}, 900}},
        {INT64_C(1767193200000), -210, {{2025, 12, 31}, 690}}, /* west, half an hour off */
        {-1, 0, {{1969, 12, 31}, 1439}},
        {-60000, 0, {{1969, 12, 31}, 1439}},
        {-60001, 0, {{1969, 12, 31}, 1438}},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        struct yt_local_time local = yt_local_time(cases[i].wall_ms, cases[i].offset);

        assert_int_equal(yt_date_compare(local.date, cases[i].local.date), 0);
        assert_int_equal(local.minute, cases[i].local.minute);
    }
}

static void local_times_go_there_and_back(void **state)
{
    (void)state;
    for (int offset = -720; offset <= 840; offset += 45)
        for (int64_t wall = -YT_DAY_MS * 400; wall < YT_DAY_MS * 400; wall += 7919 * YT_MINUTE_MS)
            assert_int_equal(yt_local_time_to_ms(yt_local_time(wall, offset), offset), wall);
    assert_int_equal(yt_local_time_to_ms((struct yt_local_time){{2026, 1, 1}, YT_DAY_MINUTES}, 540),
                     yt_local_time_to_ms((struct yt_local_time){{2026, 1, 2}, 0}, 540)); /* 24:00 */
}

/* A broken battery, or a number that a stranger sent: no day may come out that does not exist. */
static void absurd_moments_stay_within_the_calendar(void **state)
{
    static const int64_t absurd[] = {INT64_MIN,
                                     INT64_MAX,
                                     INT64_MIN / 2,
                                     INT64_MAX / 2,
                                     INT64_C(4000000000) * 86400000,
                                     -INT64_C(62135596800001)};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(absurd); i++) {
        struct yt_local_time local = yt_local_time(absurd[i], 540);

        assert_true(yt_date_exists(local.date.year, local.date.month, local.date.day));
        assert_in_range(local.minute, 0, YT_DAY_MINUTES - 1);
    }
    assert_int_equal(yt_local_time(INT64_MAX, 0).date.year, 9999);
    assert_int_equal(yt_local_time(INT64_MIN, 0).date.year, 1900);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_a_synchronised_clock_is_trusted),
        cmocka_unit_test(the_system_clock_runs),
        cmocka_unit_test(the_virtual_clock_stands_until_moved),
        cmocka_unit_test(known_days_have_known_numbers),
        cmocka_unit_test(every_day_follows_the_one_before),
        cmocka_unit_test(only_real_days_exist),
        cmocka_unit_test(dates_are_read_exactly),
        cmocka_unit_test(minutes_are_read_exactly),
        cmocka_unit_test(the_wall_shows_the_places_time),
        cmocka_unit_test(local_times_go_there_and_back),
        cmocka_unit_test(absurd_moments_stay_within_the_calendar),
    };

    return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
