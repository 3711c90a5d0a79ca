/* The self-check's rules that the sample site does not show by itself, on a check made for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/self_check.h"

enum { TALK, REST }; /* areas */

static const struct yt_check_area areas[] = {
    [TALK] = {.id = "talk", .items = 1 << 0, .own_items = 1 << 0},
    [REST] = {.id = "rest", .items = 1 << 1, .own_items = 1 << 1},
};

static const struct yt_check_option first_options[] = {
    {.id = "own", .number = 1, .areas = 1 << TALK, .items = 1 << 2, .screens = 1 << 4 | 1 << 1},
    {.id = "both", .number = 2, .areas = 1 << TALK | 1 << REST},
    {.id = "item", .number = 5, .items = 1 << 0},
    {.id = "later", .number = 9, .blocked_areas = 1 << TALK, .notes = 1 << 0},
    {.id = "none", .number = 31, .exclusive = true},
};

static const struct yt_check_question questions[] = {{.id = "first",
                                                      .number = 12,
                                                      .type = YT_QUESTION_MULTI,
                                                      .options = first_options,
                                                      .option_count = 5}};

static const struct yt_check_topic topics[] = {{.id = "only", .number = 1}};

static const struct yt_check check = {.topics = topics,
                                      .topic_count = 1,
                                      .questions = questions,
                                      .question_count = 1,
                                      .areas = areas,
                                      .area_count = 2};

enum { OWN, BOTH, ITEM, LATER, NONE };

static struct yt_check_result with(size_t a, size_t b)
{
    struct yt_check_answers answers = {0};

    yt_check_touch(&check, &answers, 0, a);
    if (b != a)
        yt_check_touch(&check, &answers, 0, b);
    return yt_check_evaluate(&check, &answers);
}

static void items_are_the_answers_own_or_its_areas(void **state)
{
    (void)state;
    assert_int_equal(with(OWN, OWN).items, 1 << 2);
    assert_int_equal(with(BOTH, BOTH).items, 1 << 0 | 1 << 1);
    assert_int_equal(with(ITEM, ITEM).items, 1 << 0);
    assert_int_equal(with(BOTH, BOTH).items_of_topic[0], 1 << 0 | 1 << 1);
}

static void a_blocked_area_stays_dark_with_its_items(void **state)
{
    struct yt_check_result result;

    (void)state;
    result = with(BOTH, LATER);
    assert_int_equal(result.areas, 1 << REST);
    assert_int_equal(result.items, 1 << 1);
    assert_int_equal(result.notes, 1);
    /* An answer that points nowhere else lights nothing, not even what it names. */
    result = with(OWN, LATER);
    assert_int_equal(result.areas, 0);
    assert_int_equal(result.items, 0);
    /* Nor does one that names an item of the blocked area. */
    assert_int_equal(with(ITEM, LATER).items, 0);
    assert_int_equal(with(LATER, OWN).items, 0);
}

static void exclusive_answers_clear_and_are_cleared(void **state)
{
    struct yt_check_answers answers = {0};

    (void)state;
    yt_check_touch(&check, &answers, 0, OWN);
    yt_check_touch(&check, &answers, 0, BOTH);
    yt_check_touch(&check, &answers, 0, NONE);
    assert_int_equal(answers.chosen[0], 1 << NONE);
    yt_check_touch(&check, &answers, 0, BOTH);
    assert_int_equal(answers.chosen[0], 1 << BOTH);
    yt_check_touch(&check, &answers, 0, BOTH);
    assert_int_equal(answers.chosen[0], 0);
}

static void a_help_screen_is_due_once_a_visit(void **state)
{
    struct yt_check_answers answers = {0};

    (void)state;
    assert_int_equal(yt_check_screens_due(&check, &answers, 0), 0);
    yt_check_touch(&check, &answers, 0, OWN);
    assert_int_equal(yt_check_screens_due(&check, &answers, 0), 1 << 4 | 1 << 1);
    yt_check_screen_shown(&answers, 1);
    assert_int_equal(yt_check_screens_due(&check, &answers, 0), 1 << 4);
    yt_check_screen_shown(&answers, 4);
    yt_check_touch(&check, &answers, 0, OWN);
    yt_check_touch(&check, &answers, 0, OWN);
    assert_int_equal(yt_check_screens_due(&check, &answers, 0), 0);
    /* The result still says that it was opened. */
    assert_int_equal(yt_check_evaluate(&check, &answers).screens, 1 << 4 | 1 << 1);
}

static void touches_that_point_nowhere_do_nothing(void **state)
{
    struct yt_check_answers answers = {0};

    (void)state;
    yt_check_touch(&check, &answers, 0, 5);
    yt_check_touch(&check, &answers, 1, 0);
    yt_check_skip(&check, &answers, 63);
    assert_int_equal(answers.chosen[0], 0);
    assert_int_equal(answers.skipped, 0);
    assert_int_equal(yt_check_screens_due(&check, &answers, 9), 0);
}

static void an_entry_names_answers_by_number(void **state)
{
    const uint16_t numbers[] = {100, 200, 300};
    struct yt_check_answers answers = {0};
    struct yt_entry entry = {0};

    (void)state;
    yt_check_touch(&check, &answers, 0, BOTH);
    yt_check_touch(&check, &answers, 0, ITEM);
    yt_check_to_entry(&check, &answers, numbers, 3, &entry);
    assert_int_equal(entry.answer_count, 1);
    assert_int_equal(entry.answers[0].question, 12);
    assert_int_equal(entry.answers[0].chosen, 1 << 2 | 1 << 5);
    assert_false(entry.answers[0].skipped);
    assert_int_equal(entry.lit_count, 2);
    assert_int_equal(entry.lit[0], 100);
    assert_int_equal(entry.lit[1], 200);
    assert_int_equal(yt_check_question_numbered(&check, 12), 0);
    assert_int_equal(yt_check_option_numbered(&questions[0], 9), LATER);
    assert_int_equal(yt_check_option_numbered(&questions[0], 3), -1);
}

static void a_wiped_visit_is_a_new_one(void **state)
{
    const struct yt_check_answers none = {0};
    struct yt_check_answers answers = {0};

    (void)state;
    yt_check_touch(&check, &answers, 0, OWN);
    yt_check_screen_shown(&answers, 1);
    yt_check_answers_wipe(&answers);
    assert_memory_equal(&answers, &none, sizeof none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_the_answers_own_or_its_areas),
        cmocka_unit_test(a_blocked_area_stays_dark_with_its_items),
        cmocka_unit_test(exclusive_answers_clear_and_are_cleared),
        cmocka_unit_test(a_help_screen_is_due_once_a_visit),
        cmocka_unit_test(touches_that_point_nowhere_do_nothing),
        cmocka_unit_test(an_entry_names_answers_by_number),
        cmocka_unit_test(a_wiped_visit_is_a_new_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
