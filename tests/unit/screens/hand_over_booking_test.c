/* From the result to the review, as a resident goes through it. */
#include "booking_site.h"
#include "visit_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* --- A booking -------------------------------------------------------------------------------- */

static void a_firm_booking_goes_all_the_way(void **state)
{
    struct visit *visit = *state;
    struct yt_app *app = &visit->journey->app;

    visit_come_to_time(visit);
    visit_says(visit, "booking.time.firm");
    visit_tap(visit, "9:00");
    assert_string_equal(visit->counter.held, "desk|center|2026-11-23T09:00");
    visit_next(visit);
    visit_come_to_review(visit, "consent.anon");
    visit_is_on(visit, "review");
    assert_true(journey_sees(visit->journey, "渡すと、この時間を予約します\n11月23日（月）9:00"));
    assert_int_equal(visit->counter.saves, 0);
    visit_tap_id(visit, "review.hand");

    visit_is_on(visit, "saving");
    assert_int_equal(visit->counter.saves, 1);
    assert_string_equal(visit->counter.slot, "desk|center|2026-11-23T09:00");
    assert_true(visit->counter.saved.appointment.firm);
    assert_int_equal(visit->counter.saved.appointment.type, 1);
    assert_int_equal(visit->counter.saved.appointment.place, 4);
    assert_false(journey_sees(visit->journey, yt_say(app, "slip.title.booked")));
    counter_saved(&visit->counter);

    visit_is_on(visit, "slip");
    visit_says(visit, "slip.title.booked");
    visit_says(visit, "slip.printing");
    assert_false(journey_sees(visit->journey, yt_say(app, "slip.printed")));
    assert_true(visit->counter.with_code);
    counter_printed(&visit->counter);
    visit_says(visit, "slip.printed");
    visit_tap_id(visit, "result.done");
    visit_is_on(visit, "done");
    visit_says(visit, "result.erased");
    journey_wait(visit->journey, 15000);
    visit_is_on(visit, "home");
    assert_int_equal(visit->counter.visits_ended, 1);
    assert_int_equal(visit->counter.saves, 1);
}

static void wishes_are_called_wishes(void **state)
{
    struct visit *visit = *state;

    visit_come_to_time(visit);
    visit_tap_id(visit, "booking.time.other");
    visit_says(visit, "booking.time.asked");
    visit_tap(visit, "15:30");
    visit_tap(visit, "17:30");
    visit_tap(visit, "11月24日（火）");
    visit_tap(visit, "15:30");
    visit_tap(visit, "17:30"); /* a fourth: the first goes */
    assert_string_equal(visit->counter.held, "");
    visit_next(visit);
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    assert_string_equal(visit->counter.slot, "");
    assert_false(visit->counter.saved.appointment.firm);
    assert_int_equal(visit->counter.saved.appointment.time_count, 3);
    counter_saved(&visit->counter);
    visit_says(visit, "slip.title.asked");
}

static void a_wish_touched_again_is_taken_back(void **state)
{
    struct visit *visit = *state;
    const struct yt_entry_appointment *asked = &visit->journey->app.visit.appointment;

    visit_come_to_time(visit);
    visit_tap_id(visit, "booking.time.other");
    visit_tap(visit, "15:30");
    visit_tap(visit, "17:30");
    visit_tap(visit, "15:30");
    assert_int_equal(asked->time_count, 1);
    /* A booking and wishes never stand side by side. */
    visit_tap_id(visit, "booking.time.bookable");
    visit_tap(visit, "10:30");
    assert_int_equal(asked->time_count, 1);
    assert_true(asked->firm);
    visit_tap_id(visit, "booking.time.parts");
    visit_tap_id(visit, "booking.time.morning");
    assert_int_equal(asked->time_count, 0);
    assert_false(asked->firm);
    assert_string_equal(visit->counter.held, "");
    assert_int_equal(asked->any_parts, YT_PART_MORNING);
}

static void without_slots_the_part_of_day_is_asked(void **state)
{
    struct visit *visit = *state;

    visit_leave_result(visit, BOOKING_VISIT, YT_WAY_BOOK);
    visit_go(visit);
    visit_is_on(visit, "booking-companion"); /* one type only: nothing to choose */
    visit_tap_id(visit, "companion.family");
    visit_next(visit);
    visit_is_on(visit, "booking-parts");
    visit_tap_id(visit, "booking.time.any");
    visit_next(visit);
    visit_is_on(visit, "own-words");
    visit_says(visit, "words.lead.place");
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.appointment.type, 5);
    assert_int_equal(visit->counter.saved.appointment.companion, YT_COMPANION_FAMILY);
    assert_false(visit->counter.saved.appointment.firm);
}

/* 9:00 on Monday is taken by another while we look at it. */
static void what_is_taken_is_not_offered(void **state)
{
    struct visit *visit = *state;

    visit_come_to_time(visit);
    assert_true(journey_sees(visit->journey, "9:00"));
    counter_taken(&visit->counter, 1, 4, 29923200);
    assert_false(journey_sees(visit->journey, "9:00"));
    assert_true(journey_sees(visit->journey, "10:30"));
}

static void a_slot_lost_at_the_last_moment_leads_to_another(void **state)
{
    struct visit *visit = *state;

    visit_come_to_time(visit);
    visit_tap(visit, "9:00");
    visit_next(visit);
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    counter_not_saved(&visit->counter, YT_ERR_CONFLICT, false);
    visit_is_on(visit, "booking-time");
    visit_says(visit, "booking.time.taken");
    counter_taken(&visit->counter, 1, 4, 29923200);
    assert_false(journey_sees(visit->journey, "9:00"));
    visit_tap(visit, "10:30");
    visit_next(visit);
    visit_is_on(visit, "review"); /* nothing is asked twice */
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saves, 2);
    assert_string_equal(visit->counter.slot, "desk|center|2026-11-23T10:30");
}

static void an_interpreter_changes_what_fits(void **state)
{
    struct visit *visit = *state;

    visit_come_to_time(visit);
    visit_tap(visit, "9:00");
    visit_tap_id(visit, "ui.back");
    visit_is_on(visit, "booking-companion");
    visit_tap_id(visit, "companion.interpreter");
    assert_string_equal(visit->counter.held, "");
    visit_next(visit);
    visit_is_on(visit, "booking-language");
    visit_tap(visit, "नेपाली");
    visit_next(visit);
    /* Nobody at these times speaks it: it is asked for instead. */
    visit_is_on(visit, "booking-parts");
    visit_says(visit, "booking.time.none");
}

/* --- Consent ---------------------------------------------------------------------------------- */

static void consent_is_not_chosen_beforehand(void **state)
{
    struct visit *visit = *state;

    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_go(visit);
    visit_is_on(visit, "own-words");
    visit_next(visit);
    visit_is_on(visit, "consent");
    assert_false(journey_tap_id(visit->journey, "ui.next"));
    visit_is_on(visit, "consent");
}

static void handing_over_nothing_makes_no_entry(void **state)
{
    struct visit *visit = *state;

    visit_come_to_time(visit);
    visit_tap(visit, "9:00");
    visit_next(visit);
    visit_come_to_review(visit, "consent.none");
    visit_says(visit, "review.title.paper");
    assert_false(journey_sees(visit->journey, "渡すと、この時間を予約します\n11月23日（月）9:00"));
    visit_tap_id(visit, "review.print");
    visit_is_on(visit, "slip");
    assert_int_equal(visit->counter.saves, 0);
    assert_int_equal(visit->counter.prints, 1);
    assert_false(visit->counter.with_code);
    visit_says(visit, "slip.nothing.handed");
    assert_false(journey_sees(visit->journey, yt_say(&visit->journey->app, "slip.code.show")));
}

static void paper_alone_asks_nothing(void **state)
{
    struct visit *visit = *state;

    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_PAPER);
    visit_go(visit);
    visit_is_on(visit, "review");
    visit_tap_id(visit, "review.print");
    assert_int_equal(visit->counter.saves, 0);
    assert_int_equal(visit->counter.prints, 1);
    assert_int_equal(visit->counter.saved.consent, YT_CONSENT_NONE);
}

static void choosing_nothing_is_a_good_ending(void **state)
{
    struct visit *visit = *state;

    visit_go(visit);
    visit_is_on(visit, "done");
    visit_says(visit, "result.none");
    assert_int_equal(visit->counter.saves + visit->counter.prints, 0);
}

static void name_and_number_are_asked_when_they_are_given(void **state)
{
    struct visit *visit = *state;
    const struct yt_entry *saved = &visit->counter.saved;

    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_go(visit);
    visit_come_to_review(visit, "consent.named");
    visit_is_on(visit, "contact-name");
    visit_tap(visit, "さ");
    visit_tap(visit, "く");
    visit_tap(visit, "ら");
    visit_next(visit);
    visit_is_on(visit, "contact-reach");
    visit_tap_id(visit, "contact.reach.phone");
    visit_next(visit);
    visit_is_on(visit, "contact-number");
    for (const char *digit = "0000-12"; *digit; digit++)
        visit_tap(visit, (char[]){*digit, '\0'});
    visit_next(visit);
    visit_is_on(visit, "contact-safe");
    visit_tap_id(visit, "booking.time.evening");
    visit_tap_id(visit, "ui.no");
    visit_next(visit);
    visit_is_on(visit, "review");
    assert_true(journey_sees(visit->journey, "さくら"));
    visit_tap_id(visit, "review.hand");
    assert_string_equal(saved->contact.name, "さくら");
    assert_string_equal(saved->contact.number, "0000-12");
    assert_int_equal(saved->contact.reach, YT_REACH_PHONE);
    assert_int_equal(saved->contact.parts, YT_PART_EVENING);
    assert_int_equal(saved->contact.message_ok, YT_NO);
    assert_int_equal(saved->contact.office_name_ok, YT_NOT_SAID);
}

/* --- Review ----------------------------------------------------------------------------------- */

static void a_line_is_changed_and_taken_out(void **state)
{
    struct visit *visit = *state;
    const struct yt_app *app = &visit->journey->app;

    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_leave_result(visit, BOOKING_SAFETY, YT_WAY_ASK);
    visit_go(visit);
    visit_tap(visit, "は");
    visit_tap(visit, "゛");
    visit_come_to_review(visit, "consent.anon");
    assert_true(journey_sees(visit->journey, "ば"));

    visit_tap(visit, "変える: ひとこと");
    visit_is_on(visit, "review-line");
    visit_tap(visit, "変える");
    visit_is_on(visit, "own-words");
    visit_tap(visit, "い");
    visit_next(visit);
    visit_is_on(visit, "review"); /* straight back */
    assert_string_equal(app->visit.own_words, "ばい");

    visit_tap(visit, "変える: ひとこと");
    visit_tap_id(visit, "review.remove");
    assert_string_equal(app->visit.own_words, "");
    visit_is_on(visit, "review");

    visit_tap(visit, "変える: 気になるメニュー");
    visit_tap(visit, "家計の相談");
    visit_tap_id(visit, "ui.close");
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.item_count, 1);
    assert_int_equal(visit->counter.saved.items[0].item, 23);
}

static void taking_everything_out_hands_nothing_over(void **state)
{
    struct visit *visit = *state;

    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_go(visit);
    visit_come_to_review(visit, "consent.anon");
    visit_tap(visit, "変える: 気になるメニュー");
    visit_tap(visit, "家計の相談");
    visit_tap_id(visit, "ui.close");
    visit_tap_id(visit, "review.hand");
    visit_is_on(visit, "done");
    assert_int_equal(visit->counter.saves, 0);
}

static void answers_can_be_kept_back(void **state)
{
    struct visit *visit = *state;
    struct yt_app *app = &visit->journey->app;

    app->visit.check_begun = true;
    yt_check_touch(&app->content->check, &app->visit.answers, 0, 0);
    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_go(visit);
    visit_come_to_review(visit, "consent.anon");
    visit_tap(visit, "変える: 質問への答え");
    visit_tap_id(visit, "review.remove");
    visit_says(visit, "review.removed");
    visit_tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.answer_count, 0);
    assert_int_equal(visit->counter.saved.lit_count, 0);
    assert_int_equal(visit->counter.saved.kinds & YT_ENTRY_CHECK, 0);
}

#define FROM_RESULT(test) cmocka_unit_test_setup_teardown(test, visit_begin, visit_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FROM_RESULT(a_firm_booking_goes_all_the_way),
        FROM_RESULT(wishes_are_called_wishes),
        FROM_RESULT(a_wish_touched_again_is_taken_back),
        FROM_RESULT(without_slots_the_part_of_day_is_asked),
        FROM_RESULT(what_is_taken_is_not_offered),
        FROM_RESULT(a_slot_lost_at_the_last_moment_leads_to_another),
        FROM_RESULT(an_interpreter_changes_what_fits),
        FROM_RESULT(consent_is_not_chosen_beforehand),
        FROM_RESULT(handing_over_nothing_makes_no_entry),
        FROM_RESULT(paper_alone_asks_nothing),
        FROM_RESULT(choosing_nothing_is_a_good_ending),
        FROM_RESULT(name_and_number_are_asked_when_they_are_given),
        FROM_RESULT(a_line_is_changed_and_taken_out),
        FROM_RESULT(taking_everything_out_hands_nothing_over),
        FROM_RESULT(answers_can_be_kept_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
