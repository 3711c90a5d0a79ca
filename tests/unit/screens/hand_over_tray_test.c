/* From the tray to the slip, as a resident goes through it. */
#include "booking_site.h"
#include "visit_steps.h"

#include "screens/hand_over.h"
#include "screens/offer_screens.h"
#include "screens/tray.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct yt_entry_listing *mark(struct visit *visit, const char *id, const char *title)
{
    struct yt_entry_listing listing = {0};

    snprintf(listing.id, sizeof listing.id, "%s", id);
    snprintf(listing.title, sizeof listing.title, "%s", title);
    snprintf(listing.paper, sizeof listing.paper, "%s\n1日2時間から", title);
    return yt_tray_add_listing(&visit->journey->app.visit, &listing);
}

static void join(struct visit *visit, bool firm, bool paper_only)
{
    const struct yt_entry_programme programme = {.id = "P02",
                                                 .title = "つどい場 しらかば",
                                                 .day = 20780,
                                                 .minute = 600,
                                                 .firm = firm,
                                                 .paper_only = paper_only,
                                                 .paper = "つどい場 しらかば\n11月23日（月）10:00"};

    assert_non_null(yt_tray_add_programme(&visit->journey->app.visit, &programme));
}

/* Puts the tray up and leaves it by its way on. */
static void leave_tray(struct visit *visit, const char *way)
{
    yt_nav_push(&visit->journey->app, &yt_screen_tray);
    yt_app_show(&visit->journey->app);
    visit_tap_id(visit, way);
}

static bool sees(struct visit *visit, const char *text)
{
    return journey_sees(visit->journey, text);
}

static void a_listing_goes_all_the_way(void **state)
{
    struct visit *visit = *state;
    const struct yt_entry *saved = &visit->counter.saved;
    struct yt_entry_listing *listing = mark(visit, "J04", "事務所のそうじ");

    yt_tray_toggle_way(listing, YT_LISTING_SEE);
    yt_tray_toggle_condition(listing, YT_CONDITION_HALF_DAY);
    mark(visit, "J01", "スーパーの品出し"); /* a mere mark: for the pocket */
    join(visit, true, false);
    leave_tray(visit, "tray.next");
    visit_come_to_review(visit, "consent.anon"); /* no booking was asked for: none is asked */
    visit_is_on(visit, "review");
    assert_true(sees(visit, "事務所のそうじ\n  → 見てみたい\n  → 聞いてみたい\n  → "
                            "半日だけでもいいですか"));
    assert_true(sees(visit, "つどい場 しらかば\n11月23日（月）10:00\n  → 渡すと、席をとります"));
    assert_true(sees(visit, "紙に印刷するだけ（渡しません）"));
    assert_false(sees(visit, "変える: 気になるメニュー"));
    visit_tap_id(visit, "review.hand");
    visit_is_on(visit, "saving");
    assert_int_equal(saved->kinds, YT_ENTRY_JOB | YT_ENTRY_JOIN);
    assert_int_equal(saved->listing_count, 2);
    assert_true(yt_entry_listing_handed(&saved->listings[0]));
    assert_false(yt_entry_listing_handed(&saved->listings[1]));
    assert_string_equal(saved->listings[0].id, "J04");
    assert_int_equal(saved->listings[0].conditions, YT_CONDITION_HALF_DAY);
    assert_true(saved->programmes[0].firm);
    assert_string_equal(visit->counter.slot, "");
    counter_saved(&visit->counter);
    visit_is_on(visit, "slip");
    visit_says(visit, "slip.title.saved");
    assert_true(visit->counter.with_code);
    visit_tap_id(visit, "result.done");
    visit_is_on(visit, "done");
    visit_says(visit, "done.thanks");
    assert_false(journey_remembers(visit->journey, "事務所の", strlen("事務所の")));
}

static void only_marks_are_a_good_ending(void **state)
{
    struct visit *visit = *state;

    mark(visit, "J01", "スーパーの品出し");
    visit_go(visit);
    visit_is_on(visit, "done");
    visit_says(visit, "result.none");
    assert_int_equal(visit->counter.saves + visit->counter.prints, 0);
}

static void paper_alone_asks_nothing(void **state)
{
    struct visit *visit = *state;

    yt_tray_toggle_way(mark(visit, "J04", "事務所のそうじ"), YT_LISTING_PAPER);
    join(visit, false, true);
    leave_tray(visit, "tray.print");
    visit_is_on(visit, "review");
    visit_says(visit, "review.title.paper");
    visit_tap_id(visit, "review.print");
    visit_is_on(visit, "slip");
    assert_int_equal(visit->counter.saves, 0);
    assert_int_equal(visit->counter.prints, 1);
    assert_false(visit->counter.with_code);
    assert_int_equal(visit->counter.saved.listing_count, 1);
    assert_int_equal(visit->counter.saved.programme_count, 1);
}

/* The tray is changed from the review: a look more, and nothing is asked twice. */
static void a_line_is_changed_in_the_tray(void **state)
{
    struct visit *visit = *state;

    yt_tray_toggle_way(mark(visit, "J04", "事務所のそうじ"), YT_LISTING_SEE);
    leave_tray(visit, "tray.next");
    visit_come_to_review(visit, "consent.anon");
    visit_tap(visit, "変える: しごと・やってみること");
    visit_tap(visit, "変える");
    visit_is_on(visit, "tray");
    yt_tray_toggle_way(yt_tray_listing(&visit->journey->app.visit, "J04"), YT_LISTING_TRY);
    visit_tap_id(visit, "tray.next");
    visit_is_on(visit, "review");
    assert_true(sees(visit, "事務所のそうじ\n  → 見てみたい\n  → ためしてみたい"));
}

static void a_line_is_taken_out(void **state)
{
    struct visit *visit = *state;

    yt_tray_toggle_way(mark(visit, "J04", "事務所のそうじ"), YT_LISTING_SEE);
    join(visit, false, false);
    leave_tray(visit, "tray.next");
    visit_come_to_review(visit, "consent.anon");
    visit_tap(visit, "変える: しごと・やってみること");
    visit_tap_id(visit, "review.remove");
    assert_false(sees(visit, "事務所のそうじ\n  → 見てみたい"));
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.listing_count, 0);
    assert_int_equal(visit->counter.saved.programme_count, 1);
    assert_int_equal(visit->counter.saved.kinds, YT_ENTRY_JOIN);
}

static void everything_taken_out_hands_nothing_over(void **state)
{
    struct visit *visit = *state;

    yt_tray_toggle_way(mark(visit, "J04", "事務所のそうじ"), YT_LISTING_SEE);
    leave_tray(visit, "tray.next");
    visit_come_to_review(visit, "consent.anon");
    visit_tap(visit, "変える: しごと・やってみること");
    visit_tap_id(visit, "review.remove");
    visit_tap_id(visit, "review.hand");
    visit_is_on(visit, "done");
    assert_int_equal(visit->counter.saves + visit->counter.prints, 0);
}

/* What was for paper only is to be handed over after all: now it has to be asked. */
static void handing_over_is_asked_when_it_comes_up(void **state)
{
    struct visit *visit = *state;
    struct yt_app *app = &visit->journey->app;

    yt_tray_toggle_way(mark(visit, "J04", "事務所のそうじ"), YT_LISTING_PAPER);
    leave_tray(visit, "tray.print");
    visit_tap(visit, "変える: しごと・やってみること");
    visit_tap(visit, "変える");
    visit_is_on(visit, "tray");
    yt_tray_toggle_way(yt_tray_listing(&app->visit, "J04"), YT_LISTING_SEE);
    yt_nav_changed(app);
    yt_app_show(app);
    visit_tap_id(visit, "tray.next");
    visit_is_on(visit, "own-words");
    /* The same by the way back. */
    visit_tap_id(visit, "ui.back");
    visit_is_on(visit, "tray");
}

static void nothing_goes_unasked_by_the_way_back(void **state)
{
    struct visit *visit = *state;
    struct yt_app *app = &visit->journey->app;

    yt_tray_toggle_way(mark(visit, "J04", "事務所のそうじ"), YT_LISTING_PAPER);
    leave_tray(visit, "tray.print");
    visit_tap(visit, "変える: しごと・やってみること");
    visit_tap(visit, "変える");
    yt_tray_toggle_way(yt_tray_listing(&app->visit, "J04"), YT_LISTING_SEE);
    visit_tap_id(visit, "ui.back");
    visit_is_on(visit, "review");
    visit_tap_id(visit, "review.hand");
    visit_is_on(visit, "consent");
    assert_int_equal(visit->counter.saves + visit->counter.prints, 0);
    visit_tap_id(visit, "consent.anon");
    visit_next(visit);
    visit_is_on(visit, "review");
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saves, 1);
}

/* The disk refused: nobody else would see that the place is taken. */
static void a_place_that_was_not_kept_is_not_promised(void **state)
{
    struct visit *visit = *state;

    join(visit, true, false);
    leave_tray(visit, "tray.next");
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    assert_true(visit->counter.saved.programmes[0].firm);
    counter_not_saved(&visit->counter, YT_ERR_DISK_FULL, true);
    visit_is_on(visit, "slip");
    assert_int_equal(visit->counter.prints, 1);
    assert_false(visit->counter.saved.programmes[0].firm);
}

/* Somebody else was given the last place: asked for instead, and that is told. */
static void a_place_that_is_gone_is_asked_for(void **state)
{
    struct visit *visit = *state;
    uint8_t id[YT_ENTRY_ID_SIZE];

    join(visit, true, false);
    leave_tray(visit, "tray.next");
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    memcpy(id, visit->counter.saved.id, sizeof id);
    counter_refused(&visit->counter, "join P02 on 2026-11-23 is full");
    assert_int_equal(visit->counter.saves, 2);
    assert_memory_equal(visit->counter.saved.id, id, sizeof id);
    assert_false(visit->counter.saved.programmes[0].firm);
    counter_saved(&visit->counter);
    visit_is_on(visit, "slip");
    visit_says(visit, "slip.join.lost");
    /* Never twice in a circle. */
    assert_int_equal(visit->counter.saves, 2);
}

static void a_menu_and_a_tray_go_together(void **state)
{
    struct visit *visit = *state;

    yt_tray_toggle_way(mark(visit, "J04", "事務所のそうじ"), YT_LISTING_SEE);
    visit_come_to_time(visit);
    visit_tap(visit, "9:00");
    visit_next(visit);
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.kinds, YT_ENTRY_BOOK | YT_ENTRY_JOB);
    assert_true(visit->counter.saved.appointment.firm);
    assert_int_equal(visit->counter.saved.item_count, 1);
    assert_int_equal(visit->counter.saved.listing_count, 1);
}

static void a_wish_alone_is_handed_over(void **state)
{
    struct visit *visit = *state;
    struct yt_entry_wish *wish = &visit->journey->app.visit.wish;

    strcpy(wish->place, "駅前のパン屋");
    wish->facts = UINT64_C(1) << YT_FACT_QUIET;
    yt_tray_settle_wish(&visit->journey->app.visit);
    leave_tray(visit, "tray.next");
    visit_come_to_review(visit, "consent.anon");
    assert_true(sees(visit, "駅前のパン屋\n静か"));
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.kinds, YT_ENTRY_WISH);
    assert_string_equal(visit->counter.saved.wish.place, "駅前のパン屋");
}

#define FROM_TRAY(test) cmocka_unit_test_setup_teardown(test, visit_begin, visit_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FROM_TRAY(a_listing_goes_all_the_way),
        FROM_TRAY(only_marks_are_a_good_ending),
        FROM_TRAY(paper_alone_asks_nothing),
        FROM_TRAY(a_line_is_changed_in_the_tray),
        FROM_TRAY(a_line_is_taken_out),
        FROM_TRAY(everything_taken_out_hands_nothing_over),
        FROM_TRAY(handing_over_is_asked_when_it_comes_up),
        FROM_TRAY(nothing_goes_unasked_by_the_way_back),
        FROM_TRAY(a_place_that_was_not_kept_is_not_promised),
        FROM_TRAY(a_place_that_is_gone_is_asked_for),
        FROM_TRAY(a_menu_and_a_tray_go_together),
        FROM_TRAY(a_wish_alone_is_handed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
