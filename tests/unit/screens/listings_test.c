/* Looking through the sample's listings: narrowing down, words, one listing, the tray, the wish. */
#include "journey.h"
#include "shelf.h"

#include "content/content.h"
#include "screens/browse.h"
#include "screens/tray.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#define LITTER "えきまえの はなや"

static struct yt_content *content;

static int load(void **state)
{
    struct yt_err err = {0};

    (void)state;
    if (sodium_init() < 0)
        return -1;
    content = yt_content_load(YT_SOURCE_DIR "/kiosk-config", NULL, &err);
    if (!content)
        fprintf(stderr, "%s\n", err.text);
    return content ? 0 : -1;
}

static int release(void **state)
{
    (void)state;
    yt_content_free(content);
    return 0;
}

static int begin(void **state)
{
    *state = journey_new(yt_content_site(content), "k2", 1080, 1920, 0);
    return *state ? 0 : -1;
}

static int end(void **state)
{
    journey_free(*state);
    return 0;
}

static const struct yt_listing *sample(const char *id, uint32_t *position)
{
    const struct yt_offers *offers = &yt_content_site(content)->offers;

    for (size_t i = 0; i < offers->listing_count; i++)
        if (strcmp(offers->listings[i].id, id) == 0) {
            if (position)
                *position = (uint32_t)i;
            return &offers->listings[i];
        }
    fail_msg("no listing %s", id);
    return NULL;
}

static const char *japanese(const struct yt_text *text)
{
    return yt_text_in(text, &yt_content_site(content)->site.languages, 0);
}

static void to_the_list(struct journey *j)
{
    assert_true(journey_tap_id(j, "home.listings"));
    assert_string_equal(journey_screen(j), "listings");
}

static void open_listing(struct journey *j, const char *id)
{
    assert_true(journey_tap(j, japanese(&sample(id, NULL)->title)));
    assert_string_equal(journey_screen(j), "listing");
}

static const struct yt_browse *browse(struct journey *j)
{
    return yt_browse_look(&j->app);
}

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
    const struct yt_offers *offers = &yt_content_site(content)->offers;

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
    const struct yt_offers *offers = &yt_content_site(content)->offers;

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
    struct yt_listing listings[2] = {*sample("J01", NULL), *sample("J02", NULL)};

    listings[1].until = (struct yt_date){2026, 11, 20};
    shelf_replace(&j->app, listings, YT_COUNT(listings));
    to_the_list(j);
    assert_int_equal(browse(j)->count, 1);
    assert_false(journey_sees(j, japanese(&listings[1].title)));
}

/* --- Texts and words -------------------------------------------------------------------------- */

static void cards_wait_for_their_texts(void **state)
{
    struct journey *j = *state;
    const char *title = japanese(&sample("J01", NULL)->title);

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
    assert_true(journey_sees(j, japanese(&sample("J04", NULL)->title)));
    assert_false(journey_sees(j, japanese(&sample("J01", NULL)->title)));
    assert_true(journey_sees(j, "「そう」をさがしています"));
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
}

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
    struct yt_listing listing = *sample("J01", NULL);

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
    struct yt_listing other = *sample("J05", NULL);

    to_the_list(j);
    open_listing(j, "J01");
    shelf_replace(&j->app, &other, 1); /* now in the same place, under the same row */
    journey_wait(j, 100);
    assert_string_equal(journey_screen(j), "listing");
    assert_false(journey_sees(j, "倉庫のシールはり・箱づめ"));
    assert_true(journey_sees(j, "この内容は、いま新しくなりました"));
}

static void the_page_stays_when_its_listing_does(void **state)
{
    struct journey *j = *state;
    const struct yt_offers *offers = &yt_content_site(content)->offers;

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
    assert_true(journey_sees(j, "しるしは12までです"));
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
        cmocka_unit_test_setup_teardown(home_shows_the_way_only_where_there_is_something, begin,
                                        end),
        cmocka_unit_test_setup_teardown(every_listing_is_three_touches_away, begin, end),
        cmocka_unit_test_setup_teardown(a_chip_says_how_many_it_leaves_and_keeps_its_word, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_is_chosen_stands_first, begin, end),
        cmocka_unit_test_setup_teardown(what_no_listing_has_is_no_chip, begin, end),
        cmocka_unit_test_setup_teardown(nothing_found_says_what_to_let_go_of, begin, end),
        cmocka_unit_test_setup_teardown(all_conditions_go_with_one_touch, begin, end),
        cmocka_unit_test_setup_teardown(the_list_stands_in_the_order_that_was_asked_for, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_is_over_is_not_shown, begin, end),
        cmocka_unit_test_setup_teardown(cards_wait_for_their_texts, begin, end),
        cmocka_unit_test_setup_teardown(the_same_rows_are_asked_for_once, begin, end),
        cmocka_unit_test_setup_teardown(words_are_searched_while_they_are_typed, begin, end),
        cmocka_unit_test_setup_teardown(words_that_find_nothing_can_be_let_go, begin, end),
        cmocka_unit_test_setup_teardown(an_answer_to_words_that_are_gone_changes_nothing, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_listing_says_what_is_known_and_as_of_when, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_claimed_that_was_not_said, begin, end),
        cmocka_unit_test_setup_teardown(a_hidden_name_stays_hidden, begin, end),
        cmocka_unit_test_setup_teardown(a_condition_marks_and_asks, begin, end),
        cmocka_unit_test_setup_teardown(what_is_certain_need_not_be_asked, begin, end),
        cmocka_unit_test_setup_teardown(other_listings_do_not_pass_for_the_one_that_was_open, begin,
                                        end),
        cmocka_unit_test_setup_teardown(the_page_stays_when_its_listing_does, begin, end),
        cmocka_unit_test_setup_teardown(the_tray_leads_back_and_lets_go, begin, end),
        cmocka_unit_test_setup_teardown(a_mere_mark_goes_on_paper_and_to_nobody, begin, end),
        cmocka_unit_test_setup_teardown(a_full_tray_says_so, begin, end),
        cmocka_unit_test_setup_teardown(a_wish_is_what_was_said_and_nothing_before, begin, end),
        cmocka_unit_test_setup_teardown(what_was_typed_is_wiped_with_the_visit, begin, end),
        cmocka_unit_test_setup_teardown(looking_alone_makes_a_visit_that_is_asked_about, begin,
                                        end),
        cmocka_unit_test_setup_teardown(keys_alone_will_do, begin, end),
    };

    return cmocka_run_group_tests(tests, load, release);
}
