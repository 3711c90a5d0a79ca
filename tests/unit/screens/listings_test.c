/* Looking through the sample's listings: narrowing down, orders, words, keys. */
#include "listings_scene.h"
#include "shelf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* --- Home ------------------------------------------------------------------------------------- */

static void home_shows_the_way_only_where_there_is_something(void **state)
{
    struct journey *j = *state;

    assert_true(journey_sees(j, "しごと・やってみること"));
    shelf_replace(&j->app, NULL, 0);
    yt_app_show(&j->app);
    assert_false(journey_sees(j, "しごと・やってみること"));
}

static void every_listing_is_three_touches_away(void **state)
{
    struct journey *j = *state;
    const struct yt_offers *offers = &site->offers;

    assert_true(offers->listing_count >= 12);
    for (size_t i = 0; i < offers->listing_count; i++) {
        to_the_list(j);
        open_listing(j, offers->listings[i].id);
        assert_true(journey_tap_id(j, "ui.back"));
        assert_true(journey_tap_id(j, "ui.back"));
    }
}

/* --- Narrowing down --------------------------------------------------------------------------- */

static void a_chip_says_how_many_it_leaves_and_keeps_its_word(void **state)
{
    struct journey *j = *state;
    uint32_t promised;

    to_the_list(j);
    promised = browse(j)->counts.with_fact[YT_FACT_PAID_SOON];
    assert_in_range(promised, 1, browse(j)->offered.found - 1);
    assert_true(journey_tap_id(j, "listing.fact.paid-soon"));
    assert_int_equal(browse(j)->count, promised);
    assert_true(journey_tap_id(j, "listing.fact.paid-soon"));
    assert_int_equal(browse(j)->count, browse(j)->offered.found);
}

static void what_is_chosen_stands_first(void **state)
{
    struct journey *j = *state;
    struct yt_ui_node first, chosen;

    to_the_list(j);
    assert_true(journey_tap_id(j, "listing.fact.along"));
    assert_true(yt_ui_find(j->app.ui, "スタッフもいっしょに行く", YT_UI_ANY, &chosen));
    assert_true(yt_ui_find(j->app.ui, "1日3時間まで", YT_UI_ANY, &first));
    assert_true(chosen.state & YT_UI_CHOSEN);
    assert_true(chosen.rect.y < first.rect.y || chosen.rect.x < first.rect.x);
}

static void what_no_listing_has_is_no_chip(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    assert_true(journey_tap_id(j, "listings.filter"));
    assert_string_equal(journey_screen(j), "listing-filter");
    assert_int_equal(browse(j)->offered.with_fact[YT_FACT_DORM], 0);
    assert_false(journey_sees(j, "寮がある"));
    assert_true(journey_sees(j, "静か"));
}

static void nothing_found_says_what_to_let_go_of(void **state)
{
    struct journey *j = *state;
    size_t before;

    to_the_list(j);
    assert_true(journey_tap_id(j, "listing.fact.short-hours"));
    before = browse(j)->count;
    yt_browse_toggle_fact(&j->app, YT_FACT_DORM);
    yt_app_show(&j->app);
    assert_int_equal(browse(j)->count, 0);
    assert_true(journey_sees(j, "ぴったり合うものは、いまありません"));
    assert_true(journey_tap(j, "「寮がある」をはずす"));
    assert_int_equal(browse(j)->count, before);
}

static void all_conditions_go_with_one_touch(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    yt_browse_toggle_fact(&j->app, YT_FACT_DORM);
    yt_browse_toggle_kind(&j->app, YT_LISTING_SEMINAR);
    yt_app_show(&j->app);
    assert_true(journey_tap_id(j, "listings.clear"));
    assert_false(yt_browse_narrowed(&j->app));
    assert_int_equal(browse(j)->count, browse(j)->offered.found);
}

static void the_list_stands_in_the_order_that_was_asked_for(void **state)
{
    struct journey *j = *state;
    const struct yt_offers *offers = &site->offers;

    to_the_list(j);
    assert_true(journey_tap_id(j, "listings.order.usual"));
    assert_true(journey_tap_id(j, "listings.order.near"));
    assert_string_equal(journey_screen(j), "listings");
    for (size_t i = 1; i < browse(j)->count; i++)
        assert_true(offers->listings[browse(j)->positions[i - 1]].metres <=
                    offers->listings[browse(j)->positions[i]].metres);
}

static void what_is_over_is_not_shown(void **state)
{
    struct journey *j = *state;
    struct yt_listing listings[2] = {*sample("J01"), *sample("J02")};

    listings[1].until = (struct yt_date){2026, 11, 20};
    shelf_replace(&j->app, listings, YT_COUNT(listings));
    to_the_list(j);
    assert_int_equal(browse(j)->count, 1);
    assert_false(journey_sees(j, japanese(&listings[1].title)));
}

/* --- Texts and words -------------------------------------------------------------------------- */

static void a_clock_that_nobody_set_hides_nothing(void **state)
{
    struct journey *j = *state;
    struct yt_listing listing = *sample("J01");

    listing.until = (struct yt_date){2026, 11, 20};
    shelf_replace(&j->app, &listing, 1);
    assert_int_equal(browse(j)->count, 0);
    j->clock.is_trusted = false;
    assert_int_equal(browse(j)->count, 1);
}

static void cards_wait_for_their_texts(void **state)
{
    struct journey *j = *state;
    const char *title = japanese(&sample("J01")->title);

    shelf_hold(true);
    to_the_list(j);
    assert_false(journey_sees(j, title));
    assert_true(journey_sees(j, "読みこんでいます"));
    shelf_hold(false);
    yt_browse_want_one(&j->app, 0);
    shelf_deliver(&j->app);
    yt_app_show(&j->app);
    assert_true(journey_sees(j, title));
}

static void the_same_rows_are_asked_for_once(void **state)
{
    struct journey *j = *state;
    size_t wants;

    to_the_list(j);
    wants = shelf_wants();
    for (int i = 0; i < 5; i++) {
        yt_nav_changed(&j->app);
        yt_app_show(&j->app);
    }
    assert_int_equal(shelf_wants(), wants);
}

static void words_are_searched_while_they_are_typed(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    assert_true(journey_tap_id(j, "listings.search"));
    assert_string_equal(journey_screen(j), "listing-search");
    assert_true(journey_tap(j, "そ"));
    assert_string_equal(shelf_words(), "そ");
    assert_true(journey_tap(j, "う"));
    assert_string_equal(shelf_words(), "そう");
    assert_int_equal(browse(j)->count, 3);
    assert_true(journey_tap(j, "3件を見る"));
    assert_string_equal(journey_screen(j), "listings");
    assert_true(journey_sees(j, japanese(&sample("J04")->title)));
    assert_false(journey_sees(j, japanese(&sample("J01")->title)));
    assert_true(journey_sees(j, "ことば：そう"));
}

static void words_that_find_nothing_can_be_let_go(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    yt_browse_search(&j->app, "ぬぬぬ");
    shelf_deliver(&j->app);
    yt_app_show(&j->app);
    assert_int_equal(browse(j)->count, 0);
    assert_true(journey_tap(j, "「ぬぬぬ」をはずす"));
    assert_int_equal(browse(j)->count, browse(j)->offered.found);
    assert_string_equal(j->app.visit.search, "");
}

static void an_answer_to_words_that_are_gone_changes_nothing(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    yt_browse_search(&j->app, "ぬ");
    yt_browse_search(&j->app, "");
    shelf_deliver(&j->app);
    assert_int_equal(browse(j)->count, browse(j)->offered.found);
    shelf_hold(true);
    yt_browse_search(&j->app, "そ");
    assert_int_equal(browse(j)->count, browse(j)->offered.found);
}

static void hits_of_old_listings_are_not_looked_up_among_new_ones(void **state)
{
    struct journey *j = *state;

    to_the_list(j);
    yt_browse_search(&j->app, "そ");
    shelf_deliver(&j->app);
    assert_int_equal(browse(j)->count, 3);
    shelf_hold(true);
    shelf_replace(&j->app, sample("J01"), 1);
    assert_true(browse(j)->searching);
    assert_int_equal(browse(j)->count, 1); /* all there are, until the words have been found anew */
    shelf_hold(false);
    shelf_deliver(&j->app);
    assert_int_equal(browse(j)->count, 0);
}

/* --- Other hands ------------------------------------------------------------------------------ */

static void press_key(struct journey *j, SDL_Keycode key)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = key}}};

    yt_app_handle(&j->app, &event);
    yt_app_show(&j->app);
    event.type = event.key.type = SDL_KEYUP;
    yt_app_handle(&j->app, &event);
    yt_app_show(&j->app);
    journey_wait(j, 1000);
}

/* Walks on with Tab until what has the focus says this. */
static void walk_to(struct journey *j, const char *label)
{
    struct yt_ui_node focus;

    for (int i = 0; i < 100; i++) {
        if (yt_ui_focus(j->app.ui, &focus) && strncmp(focus.label, label, strlen(label)) == 0)
            return;
        press_key(j, SDLK_TAB);
    }
    fail_msg("the keys do not come to %s", label);
}

static void keys_alone_will_do(void **state)
{
    struct journey *j = *state;

    walk_to(j, "しごと・やってみること");
    press_key(j, SDLK_RETURN);
    assert_string_equal(journey_screen(j), "listings");
    walk_to(j, "先に見られる");
    press_key(j, SDLK_RETURN);
    assert_true(j->app.visit.filter.facts == yt_bit(YT_FACT_SEE));
    walk_to(j, "おべんとうの盛りつけ");
    press_key(j, SDLK_RETURN);
    assert_string_equal(journey_screen(j), "listing");
    walk_to(j, "見てみたい");
    press_key(j, SDLK_RETURN);
    assert_int_equal(j->app.visit.listings[0].ways, YT_LISTING_MARKED | YT_LISTING_SEE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(home_shows_the_way_only_where_there_is_something,
                                        scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(every_listing_is_three_touches_away, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(a_chip_says_how_many_it_leaves_and_keeps_its_word,
                                        scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(what_is_chosen_stands_first, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(what_no_listing_has_is_no_chip, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(nothing_found_says_what_to_let_go_of, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(all_conditions_go_with_one_touch, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(the_list_stands_in_the_order_that_was_asked_for,
                                        scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(what_is_over_is_not_shown, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(a_clock_that_nobody_set_hides_nothing, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(cards_wait_for_their_texts, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(the_same_rows_are_asked_for_once, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(words_are_searched_while_they_are_typed, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(words_that_find_nothing_can_be_let_go, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(an_answer_to_words_that_are_gone_changes_nothing,
                                        scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(hits_of_old_listings_are_not_looked_up_among_new_ones,
                                        scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(keys_alone_will_do, scene_begin, scene_end),
    };

    return cmocka_run_group_tests(tests, sample_load, sample_release);
}
