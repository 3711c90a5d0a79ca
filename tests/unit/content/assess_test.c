/* The sample site's self-check, through the same call as `yotte-kiosk assess`: the cases of
 * tests/data/self-check-cases.tsv (V: worked out by hand; A, R, T: every answer by itself, random
 * visits and chosen topics, worked out by another program from the logic's table), and what must
 * hold for any answers at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

#define CASES YT_SOURCE_DIR "/tests/data/self-check-cases.tsv"
#define FIELDS 11
#define VISITS 3000

static const char *const titles[] = {"shown", "areas", "urgency", "screens",
                                     "rules", "menu",  "note"};

static void assess(const char *answers, const char *topics, struct yt_buf *to)
{
    struct yt_err err;

    yt_buf_clear(to);
    if (!yt_content_assess_print(site, answers, topics, to, &err))
        fail_msg("%s: %s. %s", answers, err.text, err.remedy);
}

/* Cuts a line at its tabs. */
static bool split(char *line, char *fields[static FIELDS])
{
    line[strcspn(line, "\n")] = '\0';
    for (size_t i = 0; i < FIELDS; i++) {
        fields[i] = line;
        if (i + 1 == FIELDS)
            return strchr(line, '\t') == NULL;
        line += strcspn(line, "\t");
        if (*line == '\0')
            return false;
        *line++ = '\0';
    }
    return false;
}

static void every_case_comes_out(void **state)
{
    FILE *file = fopen(CASES, "r");
    char line[4096];
    struct yt_buf got;
    struct yt_buf expected;
    size_t cases = 0;

    (void)state;
    assert_non_null(file);
    yt_buf_init(&got, 1 << 16);
    yt_buf_init(&expected, 1 << 16);
    while (fgets(line, sizeof line, file)) {
        char *fields[FIELDS] = {0};

        if (line[0] == '#')
            continue;
        if (!split(line, fields)) {
            fail_msg("not a case: %s", line);
            continue;
        }
        assess(fields[3], strcmp(fields[1], "topics") == 0 ? fields[2] : NULL, &got);
        yt_buf_clear(&expected);
        for (size_t i = 0; i < YT_COUNT(titles); i++)
            yt_buf_printf(&expected, "%s: %s\n", titles[i], fields[4 + i]);
        if (strcmp(yt_buf_string(&got), yt_buf_string(&expected)) != 0)
            fail_msg("%s\ngot\n%sexpected\n%s", fields[0], yt_buf_string(&got),
                     yt_buf_string(&expected));
        cases++;
    }
    fclose(file);
    assert_int_equal(cases, 363);
    yt_buf_done(&got);
    yt_buf_done(&expected);
}

static void answers_in_any_order_mean_the_same(void **state)
{
    struct yt_buf a;
    struct yt_buf b;

    (void)state;
    yt_buf_init(&a, 1 << 16);
    yt_buf_init(&b, 1 << 16);
    assess("who=near age=a65 signs=unseen,home", NULL, &a);
    assess("  signs=home,unseen   age=a65 who=near ", NULL, &b);
    assert_string_equal(yt_buf_string(&a), yt_buf_string(&b));
    assess("", NULL, &a);
    assess("-", NULL, &b);
    assert_string_equal(yt_buf_string(&a), yt_buf_string(&b));
    yt_buf_done(&a);
    yt_buf_done(&b);
}

static void answers_to_what_is_not_asked_count_for_nothing(void **state)
{
    struct yt_buf a;
    struct yt_buf b;

    (void)state;
    yt_buf_init(&a, 1 << 16);
    yt_buf_init(&b, 1 << 16);
    assess("age=u17 money=short bills=rent home=evict", NULL, &a);
    assess("age=u17", NULL, &b);
    assert_string_equal(yt_buf_string(&a), yt_buf_string(&b));
    yt_buf_done(&a);
    yt_buf_done(&b);
}

static void expect_refused(const char *answers, const char *topics, const char *wrong,
                           const char *remedy)
{
    struct yt_buf to;
    struct yt_err err = {0};

    yt_buf_init(&to, 1 << 16);
    assert_false(yt_content_assess_print(site, answers, topics, &to, &err));
    assert_int_equal(err.code, YT_ERR_INVALID);
    assert_int_equal(to.size, 0);
    if (!strstr(err.text, wrong) || !strstr(err.remedy, remedy))
        fail_msg("%s: \"%s\" \"%s\"", answers, err.text, err.remedy);
    yt_buf_done(&to);
}

static void wrong_answers_are_refused(void **state)
{
    (void)state;
    expect_refused("wo=me", NULL, "no question \"wo\"", "Did you mean \"who\"?");
    expect_refused("zzzzzzzz=me", NULL, "no question", "who, age");
    expect_refused("who=famly", NULL, "no answer to \"who\" \"famly\"", "\"family\"");
    expect_refused("who", NULL, "is no answer", "QUESTION=ANSWER");
    expect_refused("who=", NULL, "is no answer", "QUESTION=ANSWER");
    expect_refused("=me", NULL, "is no answer", "QUESTION=ANSWER");
    expect_refused("who=me,family", NULL, "\"who\" takes one answer", "one of them");
    expect_refused("who=me who=me", NULL, "named twice", "Join");
    expect_refused("today=bed,bed", NULL, "named twice", "once");
    expect_refused("who=me", "mony", "no topic \"mony\"", "Did you mean \"money\"?");
}

/* --- What holds for any answers
 * ------------------------------------------------------------------- */

static uint64_t state_of_chance = 88172645463325252u;

static size_t below(size_t limit)
{
    state_of_chance ^= state_of_chance << 13;
    state_of_chance ^= state_of_chance >> 7;
    state_of_chance ^= state_of_chance << 17;
    return (size_t)(state_of_chance % limit);
}

static void touch_something(struct yt_check_answers *answers)
{
    const size_t question = below(site->check.question_count);

    if (below(8) == 0)
        yt_check_skip(&site->check, answers, question);
    else
        yt_check_touch(&site->check, answers, question,
                       below(site->check.questions[question].option_count));
}

static void some_topics(struct yt_check_answers *answers)
{
    if (below(3) == 0)
        yt_check_set_pace(&site->check, answers, YT_PACE_TOPICS,
                          below((size_t)1 << site->check.topic_count));
}

/* Nothing is chosen where nothing was asked, single questions have one answer, and an exclusive
 * answer stands alone. */
static void assert_sane(const struct yt_check_answers *answers)
{
    const uint64_t asked = yt_check_asked(&site->check, answers);

    for (size_t q = 0; q < site->check.question_count; q++) {
        const struct yt_check_question *question = &site->check.questions[q];
        const size_t chosen = yt_count_bits(answers->chosen[q]);

        if (!yt_has_bit(asked, q))
            assert_true(chosen == 0 && !yt_check_is_skipped(answers, q));
        if (question->type != YT_QUESTION_MULTI)
            assert_true(chosen <= 1);
        if (chosen)
            assert_false(yt_check_is_skipped(answers, q));
        for (size_t o = 0; o < question->option_count; o++)
            if (question->options[o].exclusive && yt_check_is_chosen(answers, q, o))
                assert_int_equal(chosen, 1);
    }
}

static void any_visit_stays_sane(void **state)
{
    (void)state;
    for (int visit = 0; visit < VISITS; visit++) {
        struct yt_check_answers answers = {0};

        some_topics(&answers);
        for (size_t touches = below(60); touches > 0; touches--) {
            touch_something(&answers);
            assert_sane(&answers);
        }
    }
}

static void a_skip_never_adds_anything(void **state)
{
    (void)state;
    for (int visit = 0; visit < VISITS; visit++) {
        struct yt_check_answers answers = {0};
        struct yt_check_result before;
        struct yt_check_result after;

        for (size_t touches = below(60); touches > 0; touches--)
            touch_something(&answers);
        before = yt_check_evaluate(&site->check, &answers);
        yt_check_skip(&site->check, &answers, below(site->check.question_count));
        after = yt_check_evaluate(&site->check, &answers);
        assert_true(after.urgency <= before.urgency);
        assert_true((after.screens & ~before.screens) == 0);
        assert_true((after.rules & ~before.rules) == 0);
        assert_true((after.notes & ~before.notes) == 0);
        /* A skip can lift a block, but lights nothing that was not lit or blocked. */
        if (before.notes == after.notes)
            assert_true((after.items & ~before.items) == 0);
    }
}

static void skipping_everything_shows_nothing(void **state)
{
    struct yt_check_answers answers = {0};
    struct yt_check_result result;

    (void)state;
    for (int q = yt_check_first(&site->check, &answers); q >= 0;
         q = yt_check_next(&site->check, &answers, (size_t)q))
        yt_check_skip(&site->check, &answers, (size_t)q);
    result = yt_check_evaluate(&site->check, &answers);
    assert_int_equal(yt_count_bits(result.shown), 16);
    assert_int_equal(result.items, 0);
    assert_int_equal(result.areas, 0);
    assert_int_equal(result.urgency, YT_URGENCY_NONE);
    assert_int_equal(result.screens, 0);
}

static size_t question(const char *id)
{
    const int index = yt_check_question_find(&site->check, id);

    assert_true(index >= 0);
    return (size_t)index;
}

static void touch(struct yt_check_answers *answers, const char *id, const char *option)
{
    const size_t index = question(id);

    yt_check_touch(&site->check, answers, index,
                   (size_t)yt_check_option_find(&site->check.questions[index], option));
}

static bool has(const struct yt_check_answers *answers, const char *id, const char *option)
{
    const size_t index = question(id);

    return yt_check_is_chosen(answers, index,
                              (size_t)yt_check_option_find(&site->check.questions[index], option));
}

static void dropped_answers_do_not_come_back(void **state)
{
    struct yt_check_answers answers = {0};

    (void)state;
    touch(&answers, "money", "short");
    touch(&answers, "bills", "rent");
    assert_true(has(&answers, "bills", "rent"));
    touch(&answers, "money", "ok");
    assert_false(yt_check_is_asked(&site->check, &answers, question("bills")));
    touch(&answers, "money", "short");
    assert_true(yt_check_is_asked(&site->check, &answers, question("bills")));
    assert_false(has(&answers, "bills", "rent"));
}

static void a_change_drops_what_followed_from_what_followed(void **state)
{
    struct yt_check_answers answers = {0};

    (void)state;
    touch(&answers, "work", "seek");
    touch(&answers, "blank", "over");
    touch(&answers, "money", "tight");
    touch(&answers, "bills", "letter");
    touch(&answers, "age", "u17");
    assert_int_equal(yt_check_evaluate(&site->check, &answers).areas, 0);
    touch(&answers, "age", "a40");
    assert_false(has(&answers, "work", "seek"));
    assert_false(has(&answers, "blank", "over"));
    assert_false(has(&answers, "bills", "letter"));
}

static void topics_that_are_taken_back_take_their_answers_along(void **state)
{
    struct yt_check_answers answers = {0};

    (void)state;
    touch(&answers, "safety", "some");
    assert_int_equal(yt_check_evaluate(&site->check, &answers).urgency, YT_URGENCY_TODAY);
    yt_check_set_pace(&site->check, &answers, YT_PACE_TOPICS, 0);
    yt_check_set_pace(&site->check, &answers, YT_PACE_ALL, 0);
    assert_int_equal(yt_check_evaluate(&site->check, &answers).urgency, YT_URGENCY_NONE);
}

static void without_questions_there_is_only_the_menu(void **state)
{
    struct yt_check_answers answers = {0};

    (void)state;
    touch(&answers, "today", "food");
    yt_check_set_pace(&site->check, &answers, YT_PACE_MENU, 0);
    assert_int_equal(yt_check_first(&site->check, &answers), -1);
    assert_int_equal(yt_check_evaluate(&site->check, &answers).items, 0);
}

static void an_entry_carries_what_was_answered(void **state)
{
    struct yt_check_answers answers = {0};
    struct yt_entry entry = {0};
    uint16_t numbers[YT_MENU_ITEMS_MAX];

    (void)state;
    for (size_t i = 0; i < site->menu.count; i++)
        numbers[i] = site->menu.items[i].number;
    touch(&answers, "who", "near");
    touch(&answers, "signs", "unseen");
    touch(&answers, "signs", "home");
    yt_check_to_entry(&site->check, &answers, numbers, site->menu.count, &entry);
    assert_int_equal(entry.answer_count, 15);
    assert_int_equal(entry.answers[0].question, 1);
    assert_int_equal(entry.answers[0].chosen, 1 << 3);
    assert_true(entry.answers[1].skipped);
    assert_int_equal(entry.answers[2].question, 3);
    assert_int_equal(entry.answers[2].chosen, 1 << 1 | 1 << 3);
    assert_int_equal(entry.urgency, YT_URGENCY_TODAY);
    assert_int_equal(entry.lit_count, 1);
    assert_int_equal(entry.lit[0], 20);
    assert_int_equal(entry.item_count, 0);
}

static void childrens_lines_are_for_children(void **state)
{
    const struct yt_help_screen *screen = NULL;
    struct yt_check_answers answers = {0};
    size_t grown;

    (void)state;
    for (size_t i = 0; i < site->help.screen_count; i++)
        if (strcmp(site->help.screens[i].id, "die") == 0)
            screen = &site->help.screens[i];
    assert_non_null(screen);
    touch(&answers, "age", "a40");
    grown = yt_count_bits(yt_help_lines_shown(screen, &answers));
    touch(&answers, "age", "u17");
    assert_int_equal(yt_count_bits(yt_help_lines_shown(screen, &answers)), grown + 1);
    touch(&answers, "mind", "die");
    assert_int_equal(yt_count_bits(yt_check_evaluate(&site->check, &answers).lines), 2);
}

static void reminders_follow_who_it_is_about(void **state)
{
    struct yt_check_answers answers = {0};
    struct yt_check_result result;

    (void)state;
    touch(&answers, "age", "u17");
    result = yt_check_evaluate(&site->check, &answers);
    assert_int_equal(result.reminders, 1 << 1);
    assert_true(site->check.reminders[1].offer_easy);
    assert_true(result.child && !result.about_other);
    touch(&answers, "who", "family");
    result = yt_check_evaluate(&site->check, &answers);
    assert_int_equal(result.reminders, 1 << 0);
    assert_true(result.about_other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_comes_out),
        cmocka_unit_test(answers_in_any_order_mean_the_same),
        cmocka_unit_test(answers_to_what_is_not_asked_count_for_nothing),
        cmocka_unit_test(wrong_answers_are_refused),
        cmocka_unit_test(any_visit_stays_sane),
        cmocka_unit_test(a_skip_never_adds_anything),
        cmocka_unit_test(skipping_everything_shows_nothing),
        cmocka_unit_test(dropped_answers_do_not_come_back),
        cmocka_unit_test(a_change_drops_what_followed_from_what_followed),
        cmocka_unit_test(topics_that_are_taken_back_take_their_answers_along),
        cmocka_unit_test(without_questions_there_is_only_the_menu),
        cmocka_unit_test(an_entry_carries_what_was_answered),
        cmocka_unit_test(childrens_lines_are_for_children),
        cmocka_unit_test(reminders_follow_who_it_is_about),
    };

    return cmocka_run_group_tests(tests, sample_load, sample_release);
}
