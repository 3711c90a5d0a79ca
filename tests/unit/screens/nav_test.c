#include "journey.h"
#include "small_site.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int begin(void **state)
{
    *state = journey_new(small_site(), "k2", 1080, 1920, 0);
    return *state ? 0 : -1;
}

static int end(void **state)
{
    journey_free(*state);
    return 0;
}

/* From home to the first question, going through everything. */
static void to_the_questions(struct journey *j)
{
    assert_true(journey_tap_id(j, "ui.title"));
    assert_string_equal(journey_screen(j), "check-start");
    assert_true(journey_tap_id(j, "ui.start"));
    assert_true(journey_tap_id(j, "ui.pick.all"));
    assert_string_equal(journey_screen(j), "question");
}

static void answer(struct journey *j, const char *label)
{
    assert_true(journey_tap(j, label));
    assert_true(journey_tap_id(j, "ui.next"));
}

/* To the question about today. */
static void to_today(struct journey *j)
{
    to_the_questions(j);
    answer(j, "自分のこと");
    answer(j, "40〜64歳");
    assert_true(journey_sees(j, "急ぐことはありますか"));
}

/* --- Forward and back ------------------------------------------------------------------------- */

static void next_waits_for_an_answer_and_skip_does_not(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    assert_false(journey_tap_id(j, "ui.next"));
    assert_true(journey_tap_id(j, "ui.skip"));
    assert_true(journey_sees(j, "年代は"));
    assert_true(yt_check_is_skipped(&j->app.visit.answers, SMALL_WHO));
}

static void back_goes_one_question_and_then_one_screen(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    answer(j, "自分のこと");
    assert_true(journey_tap_id(j, "ui.back"));
    assert_true(journey_sees(j, "だれのことで使いますか"));
    assert_true(yt_check_is_chosen(&j->app.visit.answers, SMALL_WHO, SMALL_WHO_ME));
    assert_true(journey_tap_id(j, "ui.back"));
    assert_string_equal(journey_screen(j), "pace");
    assert_true(journey_tap_id(j, "ui.back"));
    assert_true(journey_tap_id(j, "ui.back"));
    assert_string_equal(journey_screen(j), "home");
}

static void a_changed_answer_takes_a_later_question_away(void **state)
{
    struct journey *j = *state;

    to_today(j);
    answer(j, "いまは大丈夫");
    answer(j, "足りない");
    assert_string_equal(journey_screen(j), "result");
    for (int i = 0; i < 3; i++)
        assert_true(journey_tap_id(j, "ui.back"));
    answer(j, "17歳まで");
    assert_false(yt_check_is_chosen(&j->app.visit.answers, SMALL_MONEY, SMALL_MONEY_SHORT));
}

static void only_what_was_chosen_is_asked(void **state)
{
    struct journey *j = *state;

    assert_true(journey_tap_id(j, "ui.title"));
    assert_true(journey_tap_id(j, "ui.start"));
    assert_true(journey_tap_id(j, "ui.pick.some"));
    assert_false(journey_tap_id(j, "ui.next"));
    assert_true(journey_tap(j, "お金"));
    assert_true(journey_tap_id(j, "ui.next"));
    assert_string_equal(journey_screen(j), "question");
    assert_int_equal(yt_check_asked(&j->app.content->check, &j->app.visit.answers), 0xf);
}

static void the_menu_needs_no_questions(void **state)
{
    struct journey *j = *state;

    assert_true(journey_tap_id(j, "home.menu"));
    assert_string_equal(journey_screen(j), "result");
    assert_true(journey_sees(j, "家計の相談"));
    assert_true(journey_sees(j, "なんでも相談"));
}

/* --- Language and look ------------------------------------------------------------------------ */

static void another_language_keeps_the_answers(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    assert_true(journey_tap(j, "自分のこと"));
    assert_true(journey_tap_id(j, "tool.language"));
    assert_true(journey_tap(j, "नेपाली"));
    assert_string_equal(journey_screen(j), "question");
    assert_int_equal(j->app.visit.language, SMALL_NE);
    assert_true(yt_check_is_chosen(&j->app.visit.answers, SMALL_WHO, SMALL_WHO_ME));
}

static void easy_japanese_is_offered_once_and_not_forced(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    answer(j, "自分のこと");
    answer(j, "17歳まで");
    assert_string_equal(journey_screen(j), "easy");
    assert_true(journey_tap_id(j, "easy.no"));
    assert_string_equal(journey_screen(j), "question");
    assert_int_equal(j->app.visit.language, SMALL_JA);
    assert_true(journey_tap_id(j, "ui.back"));
    assert_true(journey_tap_id(j, "ui.next"));
    assert_string_equal(journey_screen(j), "question");
}

static void easy_japanese_can_be_taken(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    answer(j, "自分のこと");
    answer(j, "17歳まで");
    assert_true(journey_tap_id(j, "easy.yes"));
    assert_int_equal(j->app.visit.language, SMALL_EASY);
    assert_string_equal(journey_screen(j), "question");
}

/* --- Help ------------------------------------------------------------------------------------- */

static void help_opens_at_once_and_only_once(void **state)
{
    struct journey *j = *state;

    to_today(j);
    assert_true(journey_tap(j, "今夜ねるところがない"));
    assert_string_equal(journey_screen(j), "help");
    assert_true(journey_sees(j, "今夜のことを"));
    assert_true(journey_tap_id(j, "urg.back"));
    assert_true(journey_sees(j, "急ぐことはありますか"));
    assert_true(journey_tap(j, "今夜ねるところがない"));
    assert_true(journey_tap(j, "今夜ねるところがない"));
    assert_string_equal(journey_screen(j), "question");
}

static void a_quiet_call_goes_out_once_and_is_said_only_when_known(void **state)
{
    struct journey *j = *state;
    const char *told = yt_say(&j->app, "ui.staff.quiet");

    to_today(j);
    assert_true(journey_tap(j, "今夜ねるところがない"));
    assert_int_equal(j->quiet_calls, 1);
    assert_int_equal(j->staff_calls, 0);
    assert_false(journey_sees(j, told));
    yt_app_result(&j->app,
                  &(struct yt_result){.kind = YT_RESULT_STAFF_TOLD, .visit = j->app.visit.number});
    yt_app_show(&j->app);
    assert_true(journey_sees(j, told));
    assert_true(journey_tap_id(j, "urg.back"));
    assert_true(journey_tap(j, "いま危ない"));
    assert_int_equal(j->quiet_calls, 1);
}

static void phone_numbers_are_shown_when_asked_for(void **state)
{
    struct journey *j = *state;

    to_today(j);
    assert_true(journey_tap(j, "いま危ない"));
    assert_false(journey_sees(j, "110"));
    assert_true(journey_tap_id(j, "urg.phone"));
    assert_true(journey_sees(j, "110"));
}

/* --- Staff ------------------------------------------------------------------------------------ */

static void staff_can_be_called_and_called_off(void **state)
{
    struct journey *j = *state;

    assert_true(journey_tap_id(j, "ui.staff"));
    assert_string_equal(journey_screen(j), "staff");
    assert_int_equal(j->staff_calls, 1);
    assert_true(journey_tap_id(j, "staff.cancel"));
    assert_int_equal(j->staff_cancels, 1);
    assert_string_equal(journey_screen(j), "home");
}

static void coming_is_said_only_when_somebody_took_the_call(void **state)
{
    struct journey *j = *state;
    const char *sent = yt_say(&j->app, "ui.staff.sent");

    assert_true(journey_tap_id(j, "ui.staff"));
    assert_false(journey_sees(j, sent));
    yt_app_result(
        &j->app, &(struct yt_result){.kind = YT_RESULT_STAFF_COMING, .visit = j->app.visit.number});
    yt_app_show(&j->app);
    assert_true(journey_sees(j, sent));
}

static void nobody_came_within_a_minute(void **state)
{
    struct journey *j = *state;

    assert_true(journey_tap_id(j, "ui.staff"));
    journey_wait(j, 58000);
    assert_false(journey_sees(j, yt_say(&j->app, "ui.staff.none")));
    journey_wait(j, 2000);
    assert_true(journey_sees(j, yt_say(&j->app, "ui.staff.none")));
}

/* --- Idle ------------------------------------------------------------------------------------- */

static void an_untouched_home_screen_sleeps(void **state)
{
    struct journey *j = *state;

    assert_int_equal(yt_app_next_wake_ms(&j->app), -1);
}

static void after_a_minute_it_asks_and_then_it_wipes(void **state)
{
    struct journey *j = *state;
    uint64_t visit;

    to_the_questions(j);
    assert_true(journey_tap(j, "自分のこと"));
    visit = j->app.visit.number;
    journey_wait(j, 58000);
    assert_string_equal(journey_screen(j), "question");
    journey_wait(j, 1500);
    assert_string_equal(journey_screen(j), "idle");
    journey_wait(j, 29000);
    assert_string_equal(journey_screen(j), "idle");
    journey_wait(j, 1500);
    assert_string_equal(journey_screen(j), "home");
    assert_true(j->app.visit.number > visit);
    assert_int_equal(j->visits_ended, 1);
    assert_false(yt_visit_touched(&j->app.visit));
    assert_int_equal(yt_app_next_wake_ms(&j->app), -1);
}

static void touching_anywhere_says_still_here(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    journey_wait(j, 61000);
    assert_string_equal(journey_screen(j), "idle");
    journey_tap_at(j, 5, 5);
    assert_string_equal(journey_screen(j), "question");
}

static void a_language_left_behind_is_put_back(void **state)
{
    struct journey *j = *state;

    assert_true(journey_tap(j, "नेपाली"));
    assert_int_equal(j->app.visit.language, SMALL_NE);
    journey_wait(j, 91000);
    assert_int_equal(j->app.visit.language, SMALL_JA);
    assert_string_equal(journey_screen(j), "home");
}

static void a_help_screen_stays_for_five_minutes(void **state)
{
    struct journey *j = *state;

    to_today(j);
    assert_true(journey_tap(j, "いま危ない"));
    journey_wait(j, 298000);
    assert_string_equal(journey_screen(j), "help");
    journey_wait(j, 2000);
    assert_string_equal(journey_screen(j), "idle");
}

/* --- Hiding and stopping ---------------------------------------------------------------------- */

static void hiding_takes_one_touch_and_returns_by_choice(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    assert_true(journey_tap(j, "自分のこと"));
    assert_true(journey_tap_id(j, "tool.hide"));
    assert_string_equal(journey_screen(j), "hide");
    assert_false(journey_sees(j, "自分のこと"));
    journey_tap_at(j, 300, 300);
    assert_string_equal(journey_screen(j), "hide-choice");
    assert_true(journey_tap_id(j, "ui.continue"));
    assert_string_equal(journey_screen(j), "question");
}

static void a_hidden_screen_is_wiped_without_a_word(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    assert_true(journey_tap_id(j, "tool.hide"));
    journey_wait(j, 88000);
    assert_string_equal(journey_screen(j), "hide");
    journey_wait(j, 3000);
    assert_string_equal(journey_screen(j), "home");
}

static void stopping_asks_and_then_wipes(void **state)
{
    struct journey *j = *state;

    to_the_questions(j);
    assert_true(journey_tap_id(j, "tool.stop"));
    assert_string_equal(journey_screen(j), "stop");
    assert_true(journey_tap_id(j, "ui.no"));
    assert_string_equal(journey_screen(j), "question");
    assert_true(journey_tap_id(j, "tool.stop"));
    assert_true(journey_tap_id(j, "ui.yes"));
    assert_string_equal(journey_screen(j), "home");
}

static void nothing_typed_or_chosen_stays_in_memory(void **state)
{
    static const char name[] = "さくら";
    struct journey *j = *state;
    uint8_t id[YT_ENTRY_ID_SIZE];

    to_the_questions(j);
    memcpy(id, j->app.visit.entry_id, sizeof id);
    strcpy(j->app.visit.contact.name, name);
    assert_true(journey_remembers(j, name, sizeof name - 1));
    yt_app_end_visit(&j->app);
    assert_false(journey_remembers(j, name, sizeof name - 1));
    assert_false(journey_remembers(j, id, sizeof id));
}

static void a_screen_that_has_gone_leaves_nothing(void **state)
{
    static const struct yt_nav_level blank;
    struct journey *j = *state;

    assert_true(journey_tap_id(j, "ui.title"));
    assert_true(journey_tap_id(j, "ui.start"));
    assert_true(journey_tap_id(j, "ui.pick.some"));
    assert_true(journey_tap(j, "お金"));
    assert_memory_not_equal(&j->app.nav.levels[3], &blank, sizeof blank);
    assert_true(journey_tap_id(j, "ui.back"));
    assert_memory_equal(&j->app.nav.levels[3], &blank, sizeof blank);
}

static void an_answer_for_a_past_visit_is_dropped(void **state)
{
    struct journey *j = *state;
    const uint64_t past = j->app.visit.number;

    yt_app_end_visit(&j->app);
    yt_app_result(&j->app, &(struct yt_result){.kind = YT_RESULT_SAVED, .visit = past});
    assert_false(j->app.visit.saved);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(next_waits_for_an_answer_and_skip_does_not),
        TEST(back_goes_one_question_and_then_one_screen),
        TEST(a_changed_answer_takes_a_later_question_away),
        TEST(only_what_was_chosen_is_asked),
        TEST(the_menu_needs_no_questions),
        TEST(another_language_keeps_the_answers),
        TEST(easy_japanese_is_offered_once_and_not_forced),
        TEST(easy_japanese_can_be_taken),
        TEST(help_opens_at_once_and_only_once),
        TEST(a_quiet_call_goes_out_once_and_is_said_only_when_known),
        TEST(phone_numbers_are_shown_when_asked_for),
        TEST(staff_can_be_called_and_called_off),
        TEST(coming_is_said_only_when_somebody_took_the_call),
        TEST(nobody_came_within_a_minute),
        TEST(an_untouched_home_screen_sleeps),
        TEST(after_a_minute_it_asks_and_then_it_wipes),
        TEST(touching_anywhere_says_still_here),
        TEST(a_language_left_behind_is_put_back),
        TEST(a_help_screen_stays_for_five_minutes),
        TEST(hiding_takes_one_touch_and_returns_by_choice),
        TEST(a_hidden_screen_is_wiped_without_a_word),
        TEST(stopping_asks_and_then_wipes),
        TEST(nothing_typed_or_chosen_stays_in_memory),
        TEST(a_screen_that_has_gone_leaves_nothing),
        TEST(an_answer_for_a_past_visit_is_dropped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
