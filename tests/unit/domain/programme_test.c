/* What takes place when: tables of days as a calendar on the wall would show them, over the ends of
 * months and years, and what changes for a while. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attributes.h"
#include "domain/programme.h"

#include <stdio.h>

#define SUN (1 << 0)
#define MON (1 << 1)
#define TUE (1 << 2)
#define WED (1 << 3)
#define THU (1 << 4)
#define FRI (1 << 5)
#define SAT (1 << 6)
#define WORKDAYS (MON | TUE | WED | THU | FRI)
#define WEEK(n) (1 << ((n)-1))
#define MONTH(n) (1 << ((n)-1))

static struct yt_occurrence_list list;

/* Every date as "2026-11-30", marked with o (online), m (moved), x (cancelled). */
static const char *dates_of(const struct yt_programme *programmes, size_t count,
                            const struct yt_site *site, struct yt_date from, int days)
{
    static char text[4096];
    size_t used = 0;

    text[0] = '\0';
    yt_programmes_on(programmes, count, site, from, days, &list);
    for (size_t i = 0; i < list.count; i++) {
        const struct yt_occurrence *item = &list.items[i];

        used += (size_t)snprintf(text + used, sizeof text - used, "%s%04d-%02d-%02d%s%s%s",
                                 used ? " " : "", item->date.year, item->date.month, item->date.day,
                                 item->online ? "o" : "", item->moved ? "m" : "",
                                 item->cancelled ? "x" : "");
        assert_true(used < sizeof text);
    }
    return text;
}

static struct yt_programme ten_to_noon(uint8_t weekdays, uint8_t weeks)
{
    return (struct yt_programme){.id = "P",
                                 .days = {.weekdays = weekdays, .weeks = weeks},
                                 .from_minute = 600,
                                 .until_minute = 720,
                                 .place = -1,
                                 .books = -1};
}

/* --- Recurrence ------------------------------------------------------------------------------- */

static void weekdays_and_weeks_follow_the_calendar(void **state)
{
    static const struct {
        uint8_t weekdays, weeks;
        uint16_t months;
        struct yt_date from;
        int days;
        const char *dates;
    } cases[] = {
        /* every Monday, over the year's end */
        {MON, 0, 0, {2026, 12, 21}, 21, "2026-12-21 2026-12-28 2027-01-04"},
        /* the third Wednesday */
        {WED, WEEK(3), 0, {2026, 11, 1}, 92, "2026-11-18 2026-12-16 2027-01-20"},
        /* the first day of a month may be its first such weekday, the 7th too */
        {TUE, WEEK(1), 0, {2026, 9, 1}, 91, "2026-09-01 2026-10-06 2026-11-03"},
        {SAT, WEEK(1), 0, {2026, 11, 1}, 30, "2026-11-07"},
        /* two weeks of a month */
        {THU,
         WEEK(2) | WEEK(4),
         0,
         {2026, 11, 1},
         61,
         "2026-11-12 2026-11-26 2026-12-10 2026-12-24"},
        /* a fifth one only where there is one: leap day of 2028 is the fifth Tuesday */
        {TUE, WEEK(5), 0, {2028, 1, 1}, 91, "2028-02-29"},
        {SAT, WEEK(5), 0, {2026, 10, 1}, 92, "2026-10-31"},
        /* odd months */
        {SAT,
         WEEK(2),
         MONTH(1) | MONTH(3) | MONTH(5) | MONTH(7) | MONTH(9) | MONTH(11),
         {2026, 10, 1},
         182,
         "2026-11-14 2027-01-09 2027-03-13"},
        /* April to September: nothing on the last day of March or the first of October */
        {WED | THU, 0, MONTH(4) | MONTH(9), {2027, 3, 31}, 3, "2027-04-01"},
        {WED | THU | FRI, 0, MONTH(4) | MONTH(9), {2027, 9, 29}, 3, "2027-09-29 2027-09-30"},
        /* a leap day is a day like others */
        {TUE, 0, 0, {2028, 2, 22}, 15, "2028-02-22 2028-02-29 2028-03-07"},
        {MON, 0, 0, {2027, 2, 22}, 8, "2027-02-22 2027-03-01"},
        /* no days, or none of them in sight */
        {MON, 0, 0, {2026, 11, 24}, 6, ""},
        {MON, 0, 0, {2026, 11, 23}, 0, ""},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        struct yt_programme programme = ten_to_noon(cases[i].weekdays, cases[i].weeks);

        programme.months = cases[i].months;
        assert_string_equal(dates_of(&programme, 1, NULL, cases[i].from, cases[i].days),
                            cases[i].dates);
    }
}

static void named_dates_count_in_any_month_and_not_twice(void **state)
{
    static const struct yt_date dates[] = {{2026, 12, 3}, {2027, 3, 4}, {2028, 2, 29}};
    struct yt_programme programme = ten_to_noon(0, 0);

    (void)state;
    programme.days.dates = dates;
    programme.days.date_count = 3;
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 11, 24}, 120),
                        "2026-12-03 2027-03-04");
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2028, 2, 28}, 3),
                        "2028-02-29");
    programme.days.weekdays = THU; /* 2026-12-03 is one */
    programme.months = MONTH(12);
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 11, 26}, 8),
                        "2026-12-03");
}

static void orders_open_the_weekdays_of_their_week(void **state)
{
    /* One day names the whole week from Monday: a Sunday that before it, not behind it. */
    static const struct yt_date orders[] = {{2026, 11, 25}, {2026, 12, 13}};
    struct yt_programme programme = ten_to_noon(MON | WED | FRI, 0);

    (void)state;
    programme.days.dates = orders;
    programme.days.date_count = 2;
    programme.follows_orders = true;
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 11, 16}, 40),
                        "2026-11-23 2026-11-25 2026-11-27 2026-12-07 2026-12-09 2026-12-11");
}

static void first_and_last_day_belong_to_it(void **state)
{
    struct yt_programme programme = ten_to_noon(MON, 0);

    (void)state;
    programme.first = (struct yt_date){2026, 11, 30};
    programme.last = (struct yt_date){2026, 12, 7};
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 11, 1}, 60),
                        "2026-11-30 2026-12-07");
}

/* --- Closed days ------------------------------------------------------------------------------ */

static const struct yt_closure closures[] = {
    {.from = {2026, 11, 23}, .until = {2026, 11, 23}},
    {.from = {2024, 12, 29}, .until = {2024, 1, 3}, .every_year = true},
    {.from = {2026, 12, 7}, .until = {2026, 12, 7}, .places = 1 << 1},
};
static const struct yt_place places[] = {
    {.id = "center"}, {.id = "library", .open_holidays = true}, {.id = "hall"}};
static const struct yt_site site = {
    .closures = closures, .closure_count = 3, .places = places, .place_count = 3};

static void weekdays_leave_out_closed_days(void **state)
{
    struct yt_programme programme = ten_to_noon(MON, 0);
    const struct yt_date from = {2026, 11, 23};

    (void)state;
    programme.place = 0;
    assert_string_equal(dates_of(&programme, 1, &site, from, 15), "2026-11-30 2026-12-07");
    programme.place = 1; /* keeps holidays, and is closed by itself */
    assert_string_equal(dates_of(&programme, 1, &site, from, 15), "2026-11-23 2026-11-30");
    programme.place = -1; /* elsewhere: as the desk */
    assert_string_equal(dates_of(&programme, 1, &site, from, 15), "2026-11-30 2026-12-07");
    programme.open_holidays = true;
    assert_string_equal(dates_of(&programme, 1, &site, from, 15),
                        "2026-11-23 2026-11-30 2026-12-07");
    programme.open_holidays = false;
    assert_string_equal(dates_of(&programme, 1, NULL, from, 8), "2026-11-23 2026-11-30");
}

static void named_dates_hold_on_closed_days_too(void **state)
{
    static const struct yt_date new_year = {2027, 1, 2};
    struct yt_programme programme = ten_to_noon(SAT, 0);

    (void)state;
    programme.days.dates = &new_year;
    programme.days.date_count = 1;
    assert_string_equal(dates_of(&programme, 1, &site, (struct yt_date){2026, 12, 26}, 15),
                        "2026-12-26 2027-01-02 2027-01-09");
}

/* --- Changes ---------------------------------------------------------------------------------- */

/* Where no new time is given, the time stays. */
static const struct yt_programme_change *same_time(struct yt_programme_change *change)
{
    if (change->kind != YT_CHANGE_MOVED || change->from_minute == 0)
        change->from_minute = change->until_minute = YT_LISTING_NOT_SAID;
    return change;
}

static void cancelled_dates_stay_in_sight(void **state)
{
    struct yt_programme_change away = {
        .from = {2026, 12, 1}, .until = {2026, 12, 14}, .kind = YT_CHANGE_CANCELLED};
    struct yt_programme programme = ten_to_noon(MON, 0);

    (void)state;
    programme.changes = same_time(&away);
    programme.change_count = 1;
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 11, 24}, 28),
                        "2026-11-30 2026-12-07x 2026-12-14x 2026-12-21");
    assert_ptr_equal(list.items[1].change, &away);
    assert_null(list.items[0].change);
}

static void a_date_that_moves_stands_on_both_days(void **state)
{
    struct yt_programme_change move = {.from = {2026, 12, 4},
                                       .until = {2026, 12, 4},
                                       .kind = YT_CHANGE_MOVED,
                                       .to_date = {2026, 12, 2},
                                       .from_minute = 840,
                                       .until_minute = 900};
    struct yt_programme programme = ten_to_noon(FRI, 0);

    (void)state;
    programme.changes = &move;
    programme.change_count = 1;
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 11, 27}, 15),
                        "2026-11-27 2026-12-02m 2026-12-04mx 2026-12-11");
    assert_int_equal(list.items[1].from_minute, 840);
    assert_int_equal(list.items[1].until_minute, 900);
    /* People would come at the old time. */
    assert_int_equal(list.items[2].from_minute, 600);
    assert_ptr_equal(list.items[2].change, &move);
    /* The new day is in sight where the old one is not. */
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 12, 1}, 2),
                        "2026-12-02m");
    /* Where nothing takes place anyway, nothing moves. */
    programme.first = (struct yt_date){2026, 12, 5};
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 12, 1}, 4), "");
}

static void another_time_or_place_keeps_the_day(void **state)
{
    struct yt_programme_change change = {.from = {2026, 12, 4},
                                         .until = {2026, 12, 4},
                                         .kind = YT_CHANGE_MOVED,
                                         .from_minute = YT_LISTING_NOT_SAID,
                                         .until_minute = YT_LISTING_NOT_SAID};
    struct yt_programme programme = ten_to_noon(FRI, 0);

    (void)state;
    programme.changes = &change;
    programme.change_count = 1;
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 12, 4}, 1),
                        "2026-12-04m");
    assert_int_equal(list.items[0].from_minute, 600);
    change.from_minute = 780;
    change.until_minute = 840;
    (void)dates_of(&programme, 1, NULL, (struct yt_date){2026, 12, 4}, 1);
    assert_int_equal(list.items[0].from_minute, 780);
    assert_int_equal(list.items[0].until_minute, 840);
}

static void the_shorter_change_counts(void **state)
{
    struct yt_programme_change changes[] = {
        {.from = {2026, 12, 7}, .until = {2026, 12, 7}, .kind = YT_CHANGE_CANCELLED},
        {.from = {2026, 12, 1}, .until = {2026, 12, 31}, .kind = YT_CHANGE_ONLINE},
        {.from = {2026, 12, 21},
         .until = {2026, 12, 21},
         .kind = YT_CHANGE_MOVED,
         .to_date = {2026, 12, 22}},
    };
    struct yt_programme programme = ten_to_noon(MON, 0);

    (void)state;
    for (size_t i = 0; i < YT_COUNT(changes); i++)
        (void)same_time(&changes[i]);
    programme.changes = changes;
    programme.change_count = YT_COUNT(changes);
    /* What was moved into the span is online as well. */
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 11, 30}, 30),
                        "2026-11-30 2026-12-07x 2026-12-14o 2026-12-21mx 2026-12-22om "
                        "2026-12-28o");
}

static void of_equal_changes_the_later_counts(void **state)
{
    struct yt_programme_change changes[] = {
        {.from = {2026, 12, 7}, .until = {2026, 12, 7}, .kind = YT_CHANGE_ONLINE},
        {.from = {2026, 12, 7}, .until = {2026, 12, 7}, .kind = YT_CHANGE_CANCELLED},
    };
    struct yt_programme programme = ten_to_noon(MON, 0);

    (void)state;
    programme.changes = changes;
    programme.change_count = 2;
    assert_string_equal(dates_of(&programme, 1, NULL, (struct yt_date){2026, 12, 7}, 1),
                        "2026-12-07x");
}

/* --- Lists ------------------------------------------------------------------------------------ */

static void a_day_is_in_order_of_time(void **state)
{
    struct yt_programme programmes[] = {ten_to_noon(MON, 0), ten_to_noon(MON | TUE, 0),
                                        ten_to_noon(MON, 0), ten_to_noon(TUE, 0)};
    static const uint32_t expected[] = {2, 0, 1, 3, 1};

    (void)state;
    programmes[2].from_minute = 540;
    programmes[3].from_minute = 599;
    assert_string_equal(dates_of(programmes, 4, NULL, (struct yt_date){2026, 11, 30}, 2),
                        "2026-11-30 2026-11-30 2026-11-30 2026-12-01 2026-12-01");
    for (size_t i = 0; i < YT_COUNT(expected); i++)
        assert_int_equal(list.items[i].programme, expected[i]);
    assert_false(list.cut);
}

static void too_many_are_cut_at_the_end(void **state)
{
    static struct yt_programme programmes[YT_OCCURRENCES_MAX];

    (void)state;
    for (size_t i = 0; i < YT_COUNT(programmes); i++)
        programmes[i] = ten_to_noon(MON, 0);
    yt_programmes_on(programmes, YT_COUNT(programmes), NULL, (struct yt_date){2026, 11, 30}, 7,
                     &list);
    assert_int_equal(list.count, YT_OCCURRENCES_MAX);
    assert_false(list.cut);
    /* The earliest of the day stays, though it is the last programme; the latest goes. */
    programmes[0].days.weekdays = MON | TUE;
    programmes[0].from_minute = 660;
    programmes[YT_OCCURRENCES_MAX - 1].from_minute = 480;
    yt_programmes_on(programmes, YT_COUNT(programmes), NULL, (struct yt_date){2026, 11, 30}, 7,
                     &list);
    assert_true(list.cut);
    assert_int_equal(list.count, YT_OCCURRENCES_MAX);
    assert_int_equal(list.items[0].programme, YT_OCCURRENCES_MAX - 1);
    assert_int_equal(list.items[YT_OCCURRENCES_MAX - 1].programme, 0);
    assert_int_equal(list.items[YT_OCCURRENCES_MAX - 1].date.month, 11);
}

/* --- The next one ----------------------------------------------------------------------------- */

static void the_next_one_takes_place_and_is_not_over(void **state)
{
    struct yt_programme_change changes[] = {
        {.from = {2026, 12, 7}, .until = {2026, 12, 7}, .kind = YT_CHANGE_CANCELLED},
        {.from = {2026, 12, 14},
         .until = {2026, 12, 14},
         .kind = YT_CHANGE_MOVED,
         .to_date = {2026, 12, 16}},
    };
    struct yt_programme programme = ten_to_noon(MON, 0);
    struct yt_occurrence next;

    (void)state;
    (void)same_time(&changes[0]);
    (void)same_time(&changes[1]);
    programme.changes = changes;
    programme.change_count = 2;
    programme.place = 0;
    /* Under way still counts, over does not; 11-23 is closed. */
    assert_true(
        yt_programme_next(&programme, &site, (struct yt_local_time){{2026, 11, 30}, 719}, &next));
    assert_int_equal(yt_date_compare(next.date, (struct yt_date){2026, 11, 30}), 0);
    assert_true(
        yt_programme_next(&programme, &site, (struct yt_local_time){{2026, 11, 17}, 0}, &next));
    assert_int_equal(yt_date_compare(next.date, (struct yt_date){2026, 11, 30}), 0);
    /* Past the cancelled one, and not on the old day of the one that moved. */
    assert_true(
        yt_programme_next(&programme, &site, (struct yt_local_time){{2026, 11, 30}, 720}, &next));
    assert_int_equal(yt_date_compare(next.date, (struct yt_date){2026, 12, 16}), 0);
    assert_true(next.moved);
    assert_false(next.cancelled);
}

static void of_two_on_one_day_the_earlier_is_next(void **state)
{
    struct yt_programme_change move = {.from = {2026, 12, 7},
                                       .until = {2026, 12, 7},
                                       .kind = YT_CHANGE_MOVED,
                                       .to_date = {2026, 11, 30},
                                       .from_minute = 780,
                                       .until_minute = 840};
    struct yt_programme programme = ten_to_noon(MON, 0);
    struct yt_occurrence next;

    (void)state;
    programme.changes = &move;
    programme.change_count = 1;
    assert_true(
        yt_programme_next(&programme, NULL, (struct yt_local_time){{2026, 11, 30}, 0}, &next));
    assert_int_equal(next.from_minute, 600);
    assert_true(
        yt_programme_next(&programme, NULL, (struct yt_local_time){{2026, 11, 30}, 720}, &next));
    assert_int_equal(next.from_minute, 780);
    move.from_minute = 480;
    move.until_minute = 540;
    assert_true(
        yt_programme_next(&programme, NULL, (struct yt_local_time){{2026, 11, 30}, 0}, &next));
    assert_int_equal(next.from_minute, 480);
}

static void a_year_ahead_is_the_end_of_looking(void **state)
{
    static const struct yt_date date = {2027, 11, 24};
    struct yt_programme programme = ten_to_noon(0, 0);
    struct yt_occurrence next;

    (void)state;
    programme.days.dates = &date;
    programme.days.date_count = 1;
    assert_true(
        yt_programme_next(&programme, NULL, (struct yt_local_time){{2026, 11, 24}, 0}, &next));
    assert_false(
        yt_programme_next(&programme, NULL, (struct yt_local_time){{2026, 11, 22}, 0}, &next));
    assert_false(
        yt_programme_next(&programme, NULL, (struct yt_local_time){{2027, 11, 25}, 0}, &next));
    assert_false(
        yt_programme_next(&programme, NULL, (struct yt_local_time){{2027, 11, 24}, 720}, &next));
}

/* --- Signing up ------------------------------------------------------------------------------- */

static void signing_up_ends_as_the_programme_says(void **state)
{
    static const struct {
        enum yt_sign_up sign_up;
        int days, day, minute; /* of December; it is on the 10th, 10:00 to 12:00 */
        bool open;
    } cases[] = {
        {YT_SIGN_UP_NONE, 0, 10, 719, true},      {YT_SIGN_UP_NONE, 0, 10, 720, false},
        {YT_SIGN_UP_NONE, 0, 11, 0, false},       {YT_SIGN_UP_SAME_DAY, 0, 10, 599, true},
        {YT_SIGN_UP_SAME_DAY, 0, 10, 600, false}, {YT_SIGN_UP_SAME_DAY, 0, 9, 1439, true},
        {YT_SIGN_UP_BEFORE, 1, 9, 1439, true},    {YT_SIGN_UP_BEFORE, 1, 10, 0, false},
        {YT_SIGN_UP_BEFORE, 3, 7, 1439, true},    {YT_SIGN_UP_BEFORE, 3, 8, 0, false},
        {YT_SIGN_UP_BOOKING, 0, 10, 719, true},   {YT_SIGN_UP_BOOKING, 0, 10, 720, false},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        struct yt_programme programme = ten_to_noon(THU, 0);
        struct yt_occurrence occurrence = {
            .date = {2026, 12, 10}, .from_minute = 600, .until_minute = 720};
        const struct yt_local_time now = {{2026, 12, (int8_t)cases[i].day}, cases[i].minute};

        programme.sign_up = cases[i].sign_up;
        programme.sign_up_days = cases[i].days;
        assert_int_equal(yt_programme_open_for_sign_up(&programme, &occurrence, now),
                         cases[i].open);
        occurrence.cancelled = true;
        assert_false(yt_programme_open_for_sign_up(&programme, &occurrence, now));
    }
}

static void without_an_end_it_lasts_the_day(void **state)
{
    struct yt_programme programme = ten_to_noon(THU, 0);
    const struct yt_occurrence occurrence = {.date = {2026, 12, 10},
                                             .from_minute = YT_LISTING_NOT_SAID,
                                             .until_minute = YT_LISTING_NOT_SAID};

    (void)state;
    programme.sign_up = YT_SIGN_UP_SAME_DAY;
    assert_true(yt_programme_open_for_sign_up(&programme, &occurrence,
                                              (struct yt_local_time){{2026, 12, 10}, 1439}));
    assert_false(yt_programme_open_for_sign_up(&programme, &occurrence,
                                               (struct yt_local_time){{2026, 12, 11}, 0}));
}

static void kinds_of_places_have_names_both_ways(void **state)
{
    (void)state;
    for (int i = 0; i < YT_OPEN_PLACE_KINDS; i++) {
        const char *name = yt_open_place_kind_name((enum yt_open_place_kind)i);

        assert_non_null(name);
        assert_int_equal(yt_open_place_kind_find(name), i);
    }
    assert_null(yt_open_place_kind_name(YT_OPEN_PLACE_KINDS));
    assert_int_equal(yt_open_place_kind_find("pub"), -1);
    assert_int_equal(yt_open_place_kind_find("food"), YT_OPEN_PLACE_FOOD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekdays_and_weeks_follow_the_calendar),
        cmocka_unit_test(named_dates_count_in_any_month_and_not_twice),
        cmocka_unit_test(orders_open_the_weekdays_of_their_week),
        cmocka_unit_test(first_and_last_day_belong_to_it),
        cmocka_unit_test(weekdays_leave_out_closed_days),
        cmocka_unit_test(named_dates_hold_on_closed_days_too),
        cmocka_unit_test(cancelled_dates_stay_in_sight),
        cmocka_unit_test(a_date_that_moves_stands_on_both_days),
        cmocka_unit_test(another_time_or_place_keeps_the_day),
        cmocka_unit_test(the_shorter_change_counts),
        cmocka_unit_test(of_equal_changes_the_later_counts),
        cmocka_unit_test(a_day_is_in_order_of_time),
        cmocka_unit_test(too_many_are_cut_at_the_end),
        cmocka_unit_test(the_next_one_takes_place_and_is_not_over),
        cmocka_unit_test(of_two_on_one_day_the_earlier_is_next),
        cmocka_unit_test(a_year_ahead_is_the_end_of_looking),
        cmocka_unit_test(signing_up_ends_as_the_programme_says),
        cmocka_unit_test(without_an_end_it_lasts_the_day),
        cmocka_unit_test(kinds_of_places_have_names_both_ways),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
