/* From the result to the slip, as a resident goes through it. */
#include "booking_site.h"
#include "counter.h"

#include "screens/hand_over.h"
#include "screens/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

struct visit {
    struct journey *journey;
    struct counter counter;
};

static int begin(void **state)
{
    struct visit *visit = calloc(1, sizeof(*visit));
    if (!visit)
        return -1;
    visit->journey = journey_new(booking_site(), "k2", 1080, 1920, 0);
    if (!visit->journey)
        return -1;
    counter_open(&visit->counter, visit->journey);
    *state = visit;
    return 0;
}

static int end(void **state)
{
    struct visit *visit = *state;
    yt_app_end(&visit->journey->app);
    journey_free(visit->journey);
    free(visit);
    return 0;
}

/* Marks the item with these ways and leaves the result page. */
static void leave_result(struct visit *visit, size_t item, uint8_t ways)
{
    struct yt_app *app = &visit->journey->app;
    if (yt_nav_top(app) != &yt_screen_result)
        yt_nav_push(app, &yt_screen_result);
    app->visit.ways[item] = YT_WAY_MARKED | ways;
}

static void go(struct visit *visit)
{
    yt_hand_over_begin(&visit->journey->app);
    journey_wait(visit->journey, 1000);
}

static void tap(struct visit *visit, const char *label)
{
    if (!journey_tap(visit->journey, label))
        fail_msg("nothing to touch on %s says %s", journey_screen(visit->journey), label);
}

static void tap_id(struct visit *visit, const char *id)
{
    if (!journey_tap_id(visit->journey, id))
        fail_msg("nothing to touch on %s says %s", journey_screen(visit->journey), id);
}

static void next(struct visit *visit)
{
    tap_id(visit, "ui.next");
}

static void assert_screen(struct visit *visit, const char *name)
{
    assert_string_equal(journey_screen(visit->journey), name);
}

static void assert_sees(struct visit *visit, const char *id)
{
    if (!journey_sees(visit->journey, yt_say(&visit->journey->app, id)))
        fail_msg("%s does not say %s", journey_screen(visit->journey), id);
}

/* From the result to the time, at the desk, nothing said about company. */
static void come_to_time(struct visit *visit)
{
    leave_result(visit, BOOKING_BUDGET, YT_WAY_BOOK);
    go(visit);
    assert_screen(visit, "booking-type");
    tap(visit, "窓口で");
    next(visit);
    assert_screen(visit, "booking-companion");
    tap_id(visit, "booking.companion.skip");
    assert_screen(visit, "booking-time");
}

static void come_to_review(struct visit *visit, const char *consent)
{
    assert_screen(visit, "own-words");
    next(visit);
    assert_screen(visit, "consent");
    tap_id(visit, consent);
    next(visit);
}

/* --- A booking -------------------------------------------------------------------------------- */

static void a_firm_booking_goes_all_the_way(void **state)
{
    struct visit *visit = *state;
    struct yt_app *app = &visit->journey->app;

    come_to_time(visit);
    assert_sees(visit, "booking.time.firm");
    tap(visit, "9:00");
    assert_string_equal(visit->counter.held, "desk|center|2026-11-23T09:00");
    next(visit);
    come_to_review(visit, "consent.anon");
    assert_screen(visit, "review");
    assert_true(journey_sees(visit->journey, "予約\n11月23日（月）9:00"));
    assert_int_equal(visit->counter.saves, 0);
    tap_id(visit, "review.hand");

    assert_screen(visit, "saving");
    assert_int_equal(visit->counter.saves, 1);
    assert_string_equal(visit->counter.slot, "desk|center|2026-11-23T09:00");
    assert_true(visit->counter.saved.appointment.firm);
    assert_int_equal(visit->counter.saved.appointment.type, 1);
    assert_int_equal(visit->counter.saved.appointment.place, 4);
    assert_false(journey_sees(visit->journey, yt_say(app, "slip.title.booked")));
    counter_saved(&visit->counter);

    assert_screen(visit, "slip");
    assert_sees(visit, "slip.title.booked");
    assert_sees(visit, "slip.printing");
    assert_false(journey_sees(visit->journey, yt_say(app, "slip.printed")));
    assert_true(visit->counter.with_code);
    counter_printed(&visit->counter);
    assert_sees(visit, "slip.printed");
    tap_id(visit, "result.done");
    assert_screen(visit, "done");
    assert_sees(visit, "result.erased");
    journey_wait(visit->journey, 15000);
    assert_screen(visit, "home");
    assert_int_equal(visit->counter.visits_ended, 1);
    assert_int_equal(visit->counter.saves, 1);
}

static void wishes_are_called_wishes(void **state)
{
    struct visit *visit = *state;

    come_to_time(visit);
    tap_id(visit, "booking.time.other");
    assert_sees(visit, "booking.time.asked");
    tap(visit, "15:30");
    tap(visit, "17:30");
    tap(visit, "11月24日（火）");
    tap(visit, "15:30");
    tap(visit, "17:30"); /* a fourth: the first goes */
    assert_string_equal(visit->counter.held, "");
    next(visit);
    come_to_review(visit, "consent.anon");
    tap_id(visit, "review.hand");
    assert_string_equal(visit->counter.slot, "");
    assert_false(visit->counter.saved.appointment.firm);
    assert_int_equal(visit->counter.saved.appointment.time_count, 3);
    counter_saved(&visit->counter);
    assert_sees(visit, "slip.title.asked");
}

static void a_wish_touched_again_is_taken_back(void **state)
{
    struct visit *visit = *state;
    const struct yt_entry_appointment *asked = &visit->journey->app.visit.appointment;

    come_to_time(visit);
    tap_id(visit, "booking.time.other");
    tap(visit, "15:30");
    tap(visit, "17:30");
    tap(visit, "15:30");
    assert_int_equal(asked->time_count, 1);
    /* A booking and wishes never stand side by side. */
    tap_id(visit, "booking.time.bookable");
    tap(visit, "10:30");
    assert_int_equal(asked->time_count, 1);
    assert_true(asked->firm);
    tap_id(visit, "booking.time.parts");
    tap_id(visit, "booking.time.morning");
    assert_int_equal(asked->time_count, 0);
    assert_false(asked->firm);
    assert_string_equal(visit->counter.held, "");
    assert_int_equal(asked->any_parts, YT_PART_MORNING);
}

static void without_slots_the_part_of_day_is_asked(void **state)
{
    struct visit *visit = *state;

    leave_result(visit, BOOKING_VISIT, YT_WAY_BOOK);
    go(visit);
    assert_screen(visit, "booking-companion"); /* one type only: nothing to choose */
    tap_id(visit, "companion.family");
    next(visit);
    assert_screen(visit, "booking-parts");
    tap_id(visit, "booking.time.any");
    next(visit);
    assert_screen(visit, "own-words");
    assert_sees(visit, "words.lead.place");
    come_to_review(visit, "consent.anon");
    tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.appointment.type, 5);
    assert_int_equal(visit->counter.saved.appointment.companion, YT_COMPANION_FAMILY);
    assert_false(visit->counter.saved.appointment.firm);
}

/* 9:00 on Monday is taken by another while we look at it. */
static void what_is_taken_is_not_offered(void **state)
{
    struct visit *visit = *state;

    come_to_time(visit);
    assert_true(journey_sees(visit->journey, "9:00"));
    counter_taken(&visit->counter, 1, 4, 29923200);
    assert_false(journey_sees(visit->journey, "9:00"));
    assert_true(journey_sees(visit->journey, "10:30"));
}

static void a_slot_lost_at_the_last_moment_leads_to_another(void **state)
{
    struct visit *visit = *state;

    come_to_time(visit);
    tap(visit, "9:00");
    next(visit);
    come_to_review(visit, "consent.anon");
    tap_id(visit, "review.hand");
    counter_not_saved(&visit->counter, YT_ERR_CONFLICT, false);
    assert_screen(visit, "booking-time");
    assert_sees(visit, "booking.time.taken");
    counter_taken(&visit->counter, 1, 4, 29923200);
    assert_false(journey_sees(visit->journey, "9:00"));
    tap(visit, "10:30");
    next(visit);
    assert_screen(visit, "review"); /* nothing is asked twice */
    tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saves, 2);
    assert_string_equal(visit->counter.slot, "desk|center|2026-11-23T10:30");
}

static void an_interpreter_changes_what_fits(void **state)
{
    struct visit *visit = *state;

    come_to_time(visit);
    tap(visit, "9:00");
    tap_id(visit, "ui.back");
    assert_screen(visit, "booking-companion");
    tap_id(visit, "companion.interpreter");
    assert_string_equal(visit->counter.held, "");
    next(visit);
    assert_screen(visit, "booking-language");
    tap(visit, "नेपाली");
    next(visit);
    /* Nobody at these times speaks it: it is asked for instead. */
    assert_screen(visit, "booking-parts");
    assert_sees(visit, "booking.time.none");
}

/* --- Consent ---------------------------------------------------------------------------------- */

static void consent_is_not_chosen_beforehand(void **state)
{
    struct visit *visit = *state;

    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    go(visit);
    assert_screen(visit, "own-words");
    next(visit);
    assert_screen(visit, "consent");
    assert_false(journey_tap_id(visit->journey, "ui.next"));
    assert_screen(visit, "consent");
}

static void handing_over_nothing_makes_no_entry(void **state)
{
    struct visit *visit = *state;

    come_to_time(visit);
    tap(visit, "9:00");
    next(visit);
    come_to_review(visit, "consent.none");
    assert_sees(visit, "review.title.paper");
    assert_false(journey_sees(visit->journey, "予約\n11月23日（月）9:00"));
    tap_id(visit, "review.print");
    assert_screen(visit, "slip");
    assert_int_equal(visit->counter.saves, 0);
    assert_int_equal(visit->counter.prints, 1);
    assert_false(visit->counter.with_code);
    assert_sees(visit, "slip.nothing.handed");
    assert_false(journey_sees(visit->journey, yt_say(&visit->journey->app, "slip.code.show")));
}

static void paper_alone_asks_nothing(void **state)
{
    struct visit *visit = *state;

    leave_result(visit, BOOKING_BUDGET, YT_WAY_PAPER);
    go(visit);
    assert_screen(visit, "review");
    tap_id(visit, "review.print");
    assert_int_equal(visit->counter.saves, 0);
    assert_int_equal(visit->counter.prints, 1);
    assert_int_equal(visit->counter.saved.consent, YT_CONSENT_NONE);
}

static void choosing_nothing_is_a_good_ending(void **state)
{
    struct visit *visit = *state;

    go(visit);
    assert_screen(visit, "done");
    assert_sees(visit, "result.none");
    assert_int_equal(visit->counter.saves + visit->counter.prints, 0);
}

static void name_and_number_are_asked_when_they_are_given(void **state)
{
    struct visit *visit = *state;
    const struct yt_entry *saved = &visit->counter.saved;

    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    go(visit);
    come_to_review(visit, "consent.named");
    assert_screen(visit, "contact-name");
    tap(visit, "さ");
    tap(visit, "く");
    tap(visit, "ら");
    next(visit);
    assert_screen(visit, "contact-reach");
    tap_id(visit, "contact.reach.phone");
    next(visit);
    assert_screen(visit, "contact-number");
    for (const char *digit = "0000-12"; *digit; digit++)
        tap(visit, (char[]){*digit, '\0'});
    next(visit);
    assert_screen(visit, "contact-safe");
    tap_id(visit, "booking.time.evening");
    tap_id(visit, "ui.no");
    next(visit);
    assert_screen(visit, "review");
    assert_true(journey_sees(visit->journey, "さくら"));
    tap_id(visit, "review.hand");
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

    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    leave_result(visit, BOOKING_SAFETY, YT_WAY_ASK);
    go(visit);
    tap(visit, "は");
    tap(visit, "゛");
    come_to_review(visit, "consent.anon");
    assert_true(journey_sees(visit->journey, "ば"));

    tap(visit, "変える: ひとこと");
    assert_screen(visit, "review-line");
    tap(visit, "変える");
    assert_screen(visit, "own-words");
    tap(visit, "い");
    next(visit);
    assert_screen(visit, "review"); /* straight back */
    assert_string_equal(app->visit.own_words, "ばい");

    tap(visit, "変える: ひとこと");
    tap_id(visit, "review.remove");
    assert_string_equal(app->visit.own_words, "");
    assert_screen(visit, "review");

    tap(visit, "変える: 気になるメニュー");
    tap(visit, "家計の相談");
    tap_id(visit, "ui.close");
    tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.item_count, 1);
    assert_int_equal(visit->counter.saved.items[0].item, 23);
}

static void taking_everything_out_hands_nothing_over(void **state)
{
    struct visit *visit = *state;

    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    go(visit);
    come_to_review(visit, "consent.anon");
    tap(visit, "変える: 気になるメニュー");
    tap(visit, "家計の相談");
    tap_id(visit, "ui.close");
    tap_id(visit, "review.hand");
    assert_screen(visit, "done");
    assert_int_equal(visit->counter.saves, 0);
}

static void answers_can_be_kept_back(void **state)
{
    struct visit *visit = *state;
    struct yt_app *app = &visit->journey->app;

    app->visit.check_begun = true;
    yt_check_touch(&app->content->check, &app->visit.answers, 0, 0);
    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    go(visit);
    come_to_review(visit, "consent.anon");
    tap(visit, "変える: 質問への答え");
    tap_id(visit, "review.remove");
    assert_sees(visit, "review.removed");
    tap_id(visit, "review.hand");
    assert_int_equal(visit->counter.saved.answer_count, 0);
    assert_int_equal(visit->counter.saved.lit_count, 0);
    assert_int_equal(visit->counter.saved.kinds & YT_ENTRY_CHECK, 0);
}

/* --- When things fail ------------------------------------------------------------------------- */

static void come_to_saving(struct visit *visit)
{
    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    go(visit);
    come_to_review(visit, "consent.anon");
    tap_id(visit, "review.hand");
    assert_screen(visit, "saving");
}

static void a_disk_that_refuses_leaves_the_paper(void **state)
{
    struct visit *visit = *state;

    come_to_saving(visit);
    counter_not_saved(&visit->counter, YT_ERR_DISK_FULL, true);
    assert_screen(visit, "slip");
    assert_sees(visit, "slip.title.not.saved");
    assert_sees(visit, "slip.not.saved");
    assert_false(journey_sees(visit->journey, yt_say(&visit->journey->app, "slip.title.saved")));
    assert_int_equal(visit->counter.prints, 1);
    assert_true(visit->counter.with_code);
}

static void without_seal_nothing_is_claimed(void **state)
{
    struct visit *visit = *state;
    uint8_t id[YT_ENTRY_ID_SIZE];

    come_to_saving(visit);
    memcpy(id, visit->counter.saved.id, sizeof(id));
    counter_not_saved(&visit->counter, YT_ERR_NOT_FOUND, false);
    assert_sees(visit, "saving.failed");
    assert_int_equal(visit->counter.prints, 0);
    tap_id(visit, "saving.again");
    assert_int_equal(visit->counter.saves, 2);
    assert_memory_equal(visit->counter.saved.id, id, sizeof(id)); /* the same entry */
    counter_saved(&visit->counter);
    assert_screen(visit, "slip");
}

static void a_slow_disk_is_told_and_nothing_freezes(void **state)
{
    struct visit *visit = *state;

    come_to_saving(visit);
    journey_wait(visit->journey, 6000);
    assert_sees(visit, "saving.slow");
    /* The way to staff is open meanwhile, and the answer finds its screen below. */
    tap_id(visit, "ui.staff");
    assert_string_not_equal(journey_screen(visit->journey), "saving");
    counter_saved(&visit->counter);
    assert_string_not_equal(journey_screen(visit->journey), "slip");
    yt_nav_back(&visit->journey->app);
    journey_wait(visit->journey, 10);
    assert_screen(visit, "slip");
}

static void each_fault_of_the_printer_says_what_to_do(void **state)
{
    static const struct {
        enum yt_err_code reason;
        const char *message;
    } faults[] = {
        {YT_ERR_PAPER_OUT, "slip.paper.out"}, {YT_ERR_COVER_OPEN, "slip.cover.open"},
        {YT_ERR_OFFLINE, "slip.offline"},     {YT_ERR_TIMEOUT, "slip.offline"},
        {YT_ERR_UNKNOWN, "slip.unknown"},     {YT_ERR_IO, "slip.failed"},
    };
    struct visit *visit = *state;

    come_to_saving(visit);
    counter_saved(&visit->counter);
    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
        counter_not_printed(&visit->counter, faults[i].reason);
        assert_sees(visit, faults[i].message);
        assert_false(journey_sees(visit->journey, yt_say(&visit->journey->app, "slip.printed")));
        tap_id(visit, "slip.again");
        assert_int_equal(visit->counter.prints, (int)i + 2);
        assert_sees(visit, "slip.printing");
    }
    counter_printed(&visit->counter);
    assert_sees(visit, "slip.printed");
    assert_int_equal(visit->counter.saves, 1); /* printing again is the same entry */
}

static void the_code_can_be_shown_at_any_time(void **state)
{
    struct visit *visit = *state;
    struct yt_ui_node node;

    come_to_saving(visit);
    counter_saved(&visit->counter);
    assert_false(yt_ui_find(visit->journey->app.ui, "コード 1", YT_UI_CODE_ROLE, &node));
    tap_id(visit, "slip.code.show");
    assert_true(yt_ui_find(visit->journey->app.ui, "コード 1", YT_UI_CODE_ROLE, &node));
    tap_id(visit, "slip.code.hide");
    assert_false(yt_ui_find(visit->journey->app.ui, "コード 1", YT_UI_CODE_ROLE, &node));
}

static void a_box_without_printer_shows_the_code(void **state)
{
    struct visit *visit = *state;
    struct yt_ui_node node;

    visit->journey->app.printer = YT_PRINTER_NONE;
    come_to_saving(visit);
    counter_saved(&visit->counter);
    assert_int_equal(visit->counter.prints, 0);
    assert_sees(visit, "slip.no.printer");
    assert_true(yt_ui_find(visit->journey->app.ui, "コード 1", YT_UI_CODE_ROLE, &node));
}

static void there_is_no_way_back_into_what_was_handed_over(void **state)
{
    struct visit *visit = *state;
    const SDL_Event escape = {
        .key = {.type = SDL_KEYDOWN, .state = SDL_PRESSED, .keysym = {.sym = SDLK_ESCAPE}}};

    come_to_saving(visit);
    counter_saved(&visit->counter);
    yt_app_handle(&visit->journey->app, &escape);
    yt_app_show(&visit->journey->app);
    assert_screen(visit, "slip");
}

/* --- Nothing stays ---------------------------------------------------------------------------- */

static void what_was_typed_is_gone_at_the_end(void **state)
{
    struct visit *visit = *state;

    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    go(visit);
    for (const char *const *key = (const char *const[]){"ね", "こ", "と", "い", "ぬ", NULL}; *key;
         key++)
        tap(visit, *key);
    come_to_review(visit, "consent.anon");
    tap_id(visit, "review.hand");
    assert_string_equal(visit->counter.saved.own_words, "ねこといぬ");
    counter_saved(&visit->counter);
    assert_true(journey_remembers(visit->journey, "ねこと", strlen("ねこと")));
    tap_id(visit, "result.done");
    assert_false(journey_remembers(visit->journey, "ねこと", strlen("ねこと")));
}

static void leaving_in_the_middle_wipes_the_keyboard(void **state)
{
    struct visit *visit = *state;

    leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    go(visit);
    tap(visit, "ね");
    tap(visit, "こ");
    assert_true(journey_remembers(visit->journey, "ねこ", strlen("ねこ")));
    yt_app_end_visit(&visit->journey->app);
    assert_false(journey_remembers(visit->journey, "ねこ", strlen("ねこ")));
}

#define FROM_RESULT(test) cmocka_unit_test_setup_teardown(test, begin, end)

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
        FROM_RESULT(a_disk_that_refuses_leaves_the_paper),
        FROM_RESULT(without_seal_nothing_is_claimed),
        FROM_RESULT(a_slow_disk_is_told_and_nothing_freezes),
        FROM_RESULT(each_fault_of_the_printer_says_what_to_do),
        FROM_RESULT(the_code_can_be_shown_at_any_time),
        FROM_RESULT(a_box_without_printer_shows_the_code),
        FROM_RESULT(there_is_no_way_back_into_what_was_handed_over),
        FROM_RESULT(what_was_typed_is_gone_at_the_end),
        FROM_RESULT(leaving_in_the_middle_wipes_the_keyboard),
    };
    return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
