/* Days, hours, menus and lines: what a date shows and hides. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attributes.h"
#include "domain/bits.h"
#include "domain/site_content.h"

static void days_are_weekdays_weeks_and_dates(void **state)
{
    const struct yt_date single = {2026, 11, 29};
    const struct yt_days third_wednesday = {.weekdays = 1 << 3, .weeks = 1 << 2};
    const struct yt_days days = {.weekdays = 1 << 1, .dates = &single, .date_count = 1};

    (void)state;
    assert_true(yt_days_include(&third_wednesday, (struct yt_date){2026, 11, 18}));
    assert_false(yt_days_include(&third_wednesday, (struct yt_date){2026, 11, 25}));
    assert_false(yt_days_include(&third_wednesday, (struct yt_date){2026, 11, 19}));
    assert_true(yt_days_include(&days, (struct yt_date){2026, 11, 23}));
    assert_true(yt_days_include(&days, single));
    assert_false(yt_days_include(&days, (struct yt_date){2026, 11, 22}));
}

static void closures_may_pass_the_years_end(void **state)
{
    const struct yt_closure new_year = {
        .from = {2024, 12, 29}, .until = {2024, 1, 3}, .every_year = true};
    const struct yt_closure obon = {
        .from = {2024, 8, 13}, .until = {2024, 8, 15}, .every_year = true};
    const struct yt_closure once = {.from = {2026, 8, 13}, .until = {2026, 8, 15}};

    (void)state;
    assert_false(yt_closure_covers(&new_year, (struct yt_date){2026, 12, 28}));
    assert_true(yt_closure_covers(&new_year, (struct yt_date){2026, 12, 29}));
    assert_true(yt_closure_covers(&new_year, (struct yt_date){2031, 1, 3}));
    assert_false(yt_closure_covers(&new_year, (struct yt_date){2027, 1, 4}));
    assert_true(yt_closure_covers(&obon, (struct yt_date){2030, 8, 14}));
    assert_false(yt_closure_covers(&obon, (struct yt_date){2030, 8, 16}));
    assert_true(yt_closure_covers(&once, (struct yt_date){2026, 8, 13}));
    assert_false(yt_closure_covers(&once, (struct yt_date){2027, 8, 13}));
}

static void the_desk_is_open_by_the_minute(void **state)
{
    const struct yt_opening hours = {
        .days = {.weekdays = 0x3e}, .from_minute = 525, .until_minute = 1035};
    const struct yt_closure holiday = {.from = {2026, 11, 23}, .until = {2026, 11, 23}};
    const struct yt_site site = {
        .openings = &hours, .opening_count = 1, .closures = &holiday, .closure_count = 1};

    (void)state;
    assert_false(yt_site_desk_open(&site, (struct yt_local_time){{2026, 11, 24}, 524}));
    assert_true(yt_site_desk_open(&site, (struct yt_local_time){{2026, 11, 24}, 525}));
    assert_true(yt_site_desk_open(&site, (struct yt_local_time){{2026, 11, 24}, 1034}));
    assert_false(yt_site_desk_open(&site, (struct yt_local_time){{2026, 11, 24}, 1035}));
    assert_false(yt_site_desk_open(&site, (struct yt_local_time){{2026, 11, 23}, 600}));
    assert_false(yt_site_desk_open(&site, (struct yt_local_time){{2026, 11, 22}, 600}));
}

static void items_end_after_their_last_day(void **state)
{
    const struct yt_menu_item items[] = {
        {.id = "A"}, {.id = "B", .has_until = true, .until = {2027, 3, 31}}, {.id = "C"}};
    const struct yt_menu menu = {items, 3};

    (void)state;
    assert_int_equal(yt_menu_shown(&menu, (struct yt_date){2027, 3, 31}), 7);
    assert_int_equal(yt_menu_shown(&menu, (struct yt_date){2027, 4, 1}), 5);
    assert_int_equal(yt_menu_find(&menu, "C"), 2);
    assert_int_equal(yt_menu_find(&menu, "D"), -1);
}

static void lines_are_due_after_half_a_year(void **state)
{
    const struct yt_helpline line = {.checked_on = {2026, 10, 1}};

    (void)state;
    assert_false(yt_helpline_overdue(&line, (struct yt_date){2027, 4, 2}, 183));
    assert_true(yt_helpline_overdue(&line, (struct yt_date){2027, 4, 3}, 183));
}

static void wording_is_the_sites_own_or_none(void **state)
{
    const struct yt_site_wording wordings[] = {{"a.a", {{"日本語", "English"}}},
                                               {"b.b", {{"別の文", NULL}}}};
    struct yt_site_content content = {.wordings = wordings, .wording_count = 2};

    (void)state;
    content.site.languages.count = 2;
    strcpy(content.site.languages.tag[0], "ja");
    strcpy(content.site.languages.tag[1], "en");
    assert_string_equal(yt_site_wording("en", "a.a", &content), "English");
    assert_string_equal(yt_site_wording("ja", "b.b", &content), "別の文");
    assert_null(yt_site_wording("en", "b.b", &content));
    assert_null(yt_site_wording("ja", "c.c", &content));
    assert_null(yt_site_wording("ko", "a.a", &content));
    content.wording_count = 0;
    assert_null(yt_site_wording("ja", "a.a", &content));
}

static void sets_are_walked_in_order(void **state)
{
    const uint64_t set = yt_bit(0) | yt_bit(5) | yt_bit(63);
    size_t walked[4] = {0};
    size_t count = 0;

    (void)state;
    for (size_t i = yt_next_bit(set, 0); i < YT_BITS_MAX; i = yt_next_bit(set, i + 1))
        walked[count++] = i;
    assert_int_equal(count, 3);
    assert_int_equal(walked[0], 0);
    assert_int_equal(walked[1], 5);
    assert_int_equal(walked[2], 63);
    assert_int_equal(yt_next_bit(0, 0), YT_BITS_MAX);
    assert_int_equal(yt_count_bits(set), 3);
    assert_false(yt_has_bit(set, 64));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_weekdays_weeks_and_dates),
        cmocka_unit_test(closures_may_pass_the_years_end),
        cmocka_unit_test(the_desk_is_open_by_the_minute),
        cmocka_unit_test(items_end_after_their_last_day),
        cmocka_unit_test(lines_are_due_after_half_a_year),
        cmocka_unit_test(wording_is_the_sites_own_or_none),
        cmocka_unit_test(sets_are_walked_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
