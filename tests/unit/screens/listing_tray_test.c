/* One listing of the sample, what is marked of it, and the wish. */
#include "listings_scene.h"
#include "shelf.h"

#include "screens/tray.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define LITTER "えきまえの はなや"

/* --- One listing ------------------------------------------------------------------------------ */

static void a_listing_says_what_is_known_and_as_of_when(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    open_listing(j, "J04");
    assert_true(journey_sees(j, "1日1.5〜2時間"));
    assert_true(journey_sees(j, "1時間 1,200円"));
    assert_true(journey_sees(j, "歩いて9分"));
    assert_true(journey_sees(j, "ひとりでします"));
    assert_true(journey_sees(j, "確認した日"));
    assert_true(journey_sees(j, "連絡はスタッフから"));
}

static void nothing_is_claimed_that_was_not_said(void **state)
{
    struct journey *j = *state;
    static const char *const silent[] = {"お金", "時間", "場所", "からだ・人・ことば", "はじめ方"};
    struct yt_listing listing;

    yt_listing_init(&listing);
    listing.id = "X";
    listing.title.in[0] = "なにか";
    listing.checked = (struct yt_date){2026, 11, 20};
    shelf_replace(&j->app, &listing, 1);
    to_the_list(j);
    assert_true(journey_tap(j, "なにか"));
    for (size_t i = 0; i < YT_COUNT(silent); i++)
        assert_false(journey_sees(j, silent[i]));
    assert_false(journey_sees(j, "見てみたい"));
    assert_false(journey_sees(j, "ためしてみたい"));
    assert_true(journey_sees(j, "聞いてみたい"));
}

static void a_hidden_name_stays_hidden(void **state)
{
    struct journey *j = *state;
    struct yt_listing listing = *sample("J01");

    listing.hide_name = true;
    shelf_replace(&j->app, &listing, 1);
    to_the_list(j);
    open_listing(j, "J01");
    assert_true(journey_sees(j, "お店の名前は相談で"));
    assert_false(journey_sees(j, "スーパーみずき"));
}

static void a_condition_marks_and_asks(void **state)
{
    struct journey *j = *state;
    const struct yt_entry_listing *entry;

    to_the_list(j);
    open_listing(j, "J02");
    assert_true(journey_tap_id(j, "listing.way.ask"));
    assert_true(journey_tap_id(j, "listing.condition.half-day"));
    assert_true(journey_tap_id(j, "listing.way.see"));
    assert_int_equal(j->app.visit.listing_count, 1);
    entry = &j->app.visit.listings[0];
    assert_string_equal(entry->id, "J02");
    assert_string_equal(entry->title, "介護施設のベッドまわりの準備");
    assert_int_equal(entry->ways, YT_LISTING_MARKED | YT_LISTING_ASK | YT_LISTING_SEE);
    assert_int_equal(entry->conditions, YT_CONDITION_HALF_DAY);
    assert_string_equal(entry->paper_ja, "介護施設のベッドまわりの準備\n1日3〜4時間\n週2〜4日\n"
                                         "1時間 1,160円\n歩いて14分");
    assert_string_equal(entry->paper, entry->paper_ja);
}

static void what_is_certain_need_not_be_asked(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    open_listing(j, "J01"); /* no résumé, paid weekly */
    assert_true(journey_tap_id(j, "listing.way.ask"));
    assert_false(journey_sees(j, "履歴書がなくてもいいですか"));
    assert_false(journey_sees(j, "お金を毎週もらえますか"));
    assert_true(journey_tap_id(j, "ui.back"));
    open_listing(j, "J07"); /* no half days */
    assert_true(journey_tap_id(j, "listing.way.ask"));
    assert_false(journey_sees(j, "半日だけでもいいですか"));
    assert_true(journey_sees(j, "お金を毎週もらえますか"));
}

static void other_listings_do_not_pass_for_the_one_that_was_open(void **state)
{
    struct journey *j = *state;
    struct yt_listing other = *sample("J05");

    to_the_list(j);
    open_listing(j, "J01");
    shelf_replace(&j->app, &other, 1); /* now in the same place, under the same row */
    journey_wait(j, 100);
    assert_string_equal(journey_screen(j), "listing");
    assert_false(journey_sees(j, "倉庫のシールはり・箱づめ"));
    assert_true(journey_sees(j, "この内容は、たったいま新しくなりました"));
}

static void the_page_stays_when_its_listing_does(void **state)
{
    struct journey *j = *state;
    const struct yt_offers *offers = &site->offers;

    to_the_list(j);
    open_listing(j, "J03");
    shelf_replace(&j->app, offers->listings, offers->listing_count);
    journey_wait(j, 100);
    assert_true(journey_sees(j, "おべんとうの盛りつけ"));
}

/* --- The tray --------------------------------------------------------------------------------- */

static void the_tray_leads_back_and_lets_go(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    open_listing(j, "J06");
    assert_true(journey_tap_id(j, "listing.mark"));
    assert_true(journey_tap(j, "しるし 1"));
    assert_string_equal(journey_screen(j), "tray");
    assert_true(journey_sees(j, "花屋の水やりと箱の組み立て"));
    assert_true(journey_tap_id(j, "tray.change"));
    assert_string_equal(journey_screen(j), "listing");
    assert_true(journey_tap(j, "しるし 1")); /* not a second tray on top of the first */
    assert_true(journey_tap_id(j, "tray.remove"));
    assert_int_equal(yt_tray_count(&j->app.visit), 0);
    assert_true(journey_sees(j, "まだ、しるしはありません"));
    assert_true(journey_tap_id(j, "ui.back"));
    assert_string_equal(journey_screen(j), "listing");
    assert_false(journey_sees(j, "しるし 1"));
}

static void a_mere_mark_goes_on_paper_and_to_nobody(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    open_listing(j, "J06");
    assert_true(journey_tap_id(j, "listing.mark"));
    assert_true(journey_tap_id(j, "tray.title"));
    assert_true(journey_sees(j, "紙に印刷します。スタッフには渡しません。"));
    assert_true(journey_tap_id(j, "tray.print"));
    assert_int_equal(j->app.visit.listings[0].ways, YT_LISTING_MARKED | YT_LISTING_PAPER);
    assert_true(yt_visit_paper_only(&j->app.visit));
    assert_string_equal(journey_screen(j), "review");
}

static void a_full_tray_says_so(void **state)
{
    struct journey *j = *state;
    struct yt_entry_listing entry = {0};

    for (int i = 0; i < YT_ENTRY_LISTINGS_MAX; i++) {
        snprintf(entry.id, sizeof entry.id, "X%d", i);
        assert_non_null(yt_tray_add_listing(&j->app.visit, &entry));
    }
    to_the_list(j);
    open_listing(j, "J01");
    assert_true(journey_tap_id(j, "listing.way.see"));
    assert_true(journey_sees(j, "しるしは12個までです"));
    assert_null(yt_tray_listing(&j->app.visit, "J01"));
    assert_int_equal(j->app.visit.listing_count, YT_ENTRY_LISTINGS_MAX);
}

/* --- The wish --------------------------------------------------------------------------------- */

static void a_wish_is_what_was_said_and_nothing_before(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    assert_true(journey_tap_id(j, "listing.fact.see"));
    assert_true(journey_tap_id(j, "listings.wish"));
    assert_string_equal(journey_screen(j), "wish");
    assert_false(journey_sees(j, "しるしに入れる"));
    assert_int_equal(j->app.visit.wish.facts, 0);
    assert_true(journey_tap(j, "書く: お店や会社"));
    assert_true(journey_tap(j, "は"));
    assert_true(journey_tap(j, "な"));
    assert_true(journey_tap_id(j, "ui.next"));
    assert_string_equal(j->app.visit.wish.place, "はな");
    assert_true(journey_tap_id(j, "listing.fact.see"));
    assert_true(j->app.visit.wish.made);
    assert_true(j->app.visit.wish.facts == yt_bit(YT_FACT_SEE));
    assert_true(journey_tap_id(j, "wish.put"));
    assert_string_equal(journey_screen(j), "tray");
    assert_true(journey_sees(j, "はな\n先に見られる"));
    assert_true(journey_tap_id(j, "tray.remove"));
    assert_false(j->app.visit.wish.made);
}

static void what_was_typed_is_wiped_with_the_visit(void **state)
{
    struct journey *j = *state;

    strcpy(j->app.visit.wish.place, LITTER);
    yt_browse_search(&j->app, LITTER);
    yt_browse_toggle_fact(&j->app, YT_FACT_SEE);
    to_the_list(j);
    assert_true(journey_remembers(j, LITTER, strlen(LITTER)));
    yt_app_end_visit(&j->app);
    assert_false(journey_remembers(j, LITTER, strlen(LITTER)));
    assert_false(yt_browse_narrowed(&j->app));
    assert_int_equal(browse(j)->count, browse(j)->offered.found);
}

static void looking_alone_makes_a_visit_that_is_asked_about(void **state)
{
    struct journey *j = *state;

    assert_false(yt_visit_touched(&j->app.visit));
    yt_browse_toggle_fact(&j->app, YT_FACT_SEE);
    assert_true(yt_visit_touched(&j->app.visit));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_listing_says_what_is_known_and_as_of_when, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(nothing_is_claimed_that_was_not_said, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(a_hidden_name_stays_hidden, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(a_condition_marks_and_asks, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(what_is_certain_need_not_be_asked, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(other_listings_do_not_pass_for_the_one_that_was_open,
                                        scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(the_page_stays_when_its_listing_does, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(the_tray_leads_back_and_lets_go, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(a_mere_mark_goes_on_paper_and_to_nobody, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(a_full_tray_says_so, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(a_wish_is_what_was_said_and_nothing_before, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(what_was_typed_is_wiped_with_the_visit, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(looking_alone_makes_a_visit_that_is_asked_about,
                                        scene_begin, scene_end),
    };

    return cmocka_run_group_tests(tests, sample_load, sample_release);
}
