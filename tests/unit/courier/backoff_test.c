/* Tries again soon, then ever later, and never in step with the other kiosks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "courier/backoff.h"

static void waits_longer_each_time_up_to_the_most(void **state)
{
    struct yt_backoff backoff = {0};
    int64_t before = 0;

    (void)state;
    for (int i = 0; i < 100; i++) {
        int64_t left;

        yt_backoff_failed(&backoff, 5000, 0, 0); /* no dice: the longest */
        left = yt_backoff_left(&backoff, 5000);
        assert_true(left >= before && left <= YT_BACKOFF_MOST_MS);
        assert_true(left > before || left == YT_BACKOFF_MOST_MS);
        before = left;
    }
    assert_int_equal(before, YT_BACKOFF_MOST_MS);
    yt_backoff_succeeded(&backoff);
    assert_int_equal(yt_backoff_left(&backoff, 5000), 0);
    yt_backoff_failed(&backoff, 5000, 0, 0);
    assert_int_equal(yt_backoff_left(&backoff, 5000), YT_BACKOFF_FIRST_MS);
}

static void dice_take_off_up_to_a_half(void **state)
{
    struct yt_backoff longest = {.failures = 6};
    struct yt_backoff shortest = {.failures = 6};
    struct yt_backoff between = {.failures = 6};

    (void)state;
    yt_backoff_failed(&longest, 0, 0, 0);
    yt_backoff_failed(&shortest, 0, 0, UINT32_MAX);
    yt_backoff_failed(&between, 0, 0, UINT32_MAX / 3);
    assert_int_equal(yt_backoff_left(&shortest, 0), yt_backoff_left(&longest, 0) / 2);
    assert_true(yt_backoff_left(&between, 0) < yt_backoff_left(&longest, 0));
    assert_true(yt_backoff_left(&between, 0) > yt_backoff_left(&shortest, 0));
}

static void a_pause_that_the_desk_asks_for_is_kept(void **state)
{
    struct yt_backoff backoff = {0};

    (void)state;
    yt_backoff_failed(&backoff, 0, 60000, 7);
    assert_int_equal(yt_backoff_left(&backoff, 0), 60000);
    yt_backoff_new_entry(&backoff, 30000); /* somebody at the kiosk does not shorten it */
    assert_int_equal(yt_backoff_left(&backoff, 30000), 30000);
    yt_backoff_failed(&backoff, 0, INT64_MAX / 2, 7); /* nor does anybody put it off for ever */
    assert_int_equal(yt_backoff_left(&backoff, 0), YT_BACKOFF_MOST_MS);
}

static void a_new_entry_is_tried_at_once_but_not_all_the_time(void **state)
{
    struct yt_backoff backoff = {.failures = 9};

    (void)state;
    yt_backoff_failed(&backoff, 100000, 0, 0);
    yt_backoff_new_entry(&backoff, 100500); /* just tried */
    assert_int_equal(yt_backoff_left(&backoff, 100500), YT_BACKOFF_NEW_ENTRY_MS - 500);
    yt_backoff_new_entry(&backoff, 400000);
    assert_int_equal(yt_backoff_left(&backoff, 400000), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(waits_longer_each_time_up_to_the_most),
        cmocka_unit_test(dice_take_off_up_to_a_half),
        cmocka_unit_test(a_pause_that_the_desk_asks_for_is_kept),
        cmocka_unit_test(a_new_entry_is_tried_at_once_but_not_all_the_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
