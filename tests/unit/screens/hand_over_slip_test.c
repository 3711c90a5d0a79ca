/* From the review to the slip and the wipe, also when things fail. */
#include "booking_site.h"
#include "visit_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* --- When things fail ------------------------------------------------------------------------- */

static void come_to_saving(struct visit *visit)
{
    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_go(visit);
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    visit_is_on(visit, "saving");
}

static void a_disk_that_refuses_leaves_the_paper(void **state)
{
    struct visit *visit = *state;

    come_to_saving(visit);
    counter_not_saved(&visit->counter, YT_ERR_DISK_FULL, true);
    visit_is_on(visit, "slip");
    visit_says(visit, "slip.title.not.saved");
    visit_says(visit, "slip.not.saved");
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
    visit_says(visit, "saving.failed");
    assert_int_equal(visit->counter.prints, 0);
    visit_tap_id(visit, "saving.again");
    assert_int_equal(visit->counter.saves, 2);
    assert_memory_equal(visit->counter.saved.id, id, sizeof(id)); /* the same entry */
    counter_saved(&visit->counter);
    visit_is_on(visit, "slip");
}

static void a_slow_disk_is_told_and_nothing_freezes(void **state)
{
    struct visit *visit = *state;

    come_to_saving(visit);
    journey_wait(visit->journey, 6000);
    visit_says(visit, "saving.slow");
    /* The way to staff is open meanwhile, and the answer finds its screen below. */
    visit_tap_id(visit, "ui.staff");
    assert_string_not_equal(journey_screen(visit->journey), "saving");
    counter_saved(&visit->counter);
    assert_string_not_equal(journey_screen(visit->journey), "slip");
    yt_nav_back(&visit->journey->app);
    journey_wait(visit->journey, 10);
    visit_is_on(visit, "slip");
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
        visit_says(visit, faults[i].message);
        assert_false(journey_sees(visit->journey, yt_say(&visit->journey->app, "slip.printed")));
        visit_tap_id(visit, "slip.again");
        assert_int_equal(visit->counter.prints, (int)i + 2);
        visit_says(visit, "slip.printing");
    }
    counter_printed(&visit->counter);
    visit_says(visit, "slip.printed");
    assert_int_equal(visit->counter.saves, 1); /* printing again is the same entry */
}

static void the_code_can_be_shown_at_any_time(void **state)
{
    struct visit *visit = *state;
    struct yt_ui_node node;

    come_to_saving(visit);
    counter_saved(&visit->counter);
    assert_false(yt_ui_find(visit->journey->app.ui, "コード 1", YT_UI_CODE_ROLE, &node));
    visit_tap_id(visit, "slip.code.show");
    assert_true(yt_ui_find(visit->journey->app.ui, "コード 1", YT_UI_CODE_ROLE, &node));
    visit_tap_id(visit, "slip.code.hide");
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
    visit_says(visit, "slip.no.printer");
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
    visit_is_on(visit, "slip");
}

/* --- Nothing stays ---------------------------------------------------------------------------- */

static void what_was_typed_is_gone_at_the_end(void **state)
{
    struct visit *visit = *state;

    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_go(visit);
    for (const char *const *key = (const char *const[]){"ね", "こ", "と", "い", "ぬ", NULL}; *key;
         key++)
        visit_tap(visit, *key);
    visit_come_to_review(visit, "consent.anon");
    visit_tap_id(visit, "review.hand");
    assert_string_equal(visit->counter.saved.own_words, "ねこといぬ");
    counter_saved(&visit->counter);
    assert_true(journey_remembers(visit->journey, "ねこと", strlen("ねこと")));
    visit_tap_id(visit, "result.done");
    assert_false(journey_remembers(visit->journey, "ねこと", strlen("ねこと")));
}

static void leaving_in_the_middle_wipes_the_keyboard(void **state)
{
    struct visit *visit = *state;

    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_ASK);
    visit_go(visit);
    visit_tap(visit, "ね");
    visit_tap(visit, "こ");
    assert_true(journey_remembers(visit->journey, "ねこ", strlen("ねこ")));
    yt_app_end_visit(&visit->journey->app);
    assert_false(journey_remembers(visit->journey, "ねこ", strlen("ねこ")));
}

#define FROM_RESULT(test) cmocka_unit_test_setup_teardown(test, visit_begin, visit_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
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
    return cmocka_run_group_tests(tests, NULL, NULL);
}
