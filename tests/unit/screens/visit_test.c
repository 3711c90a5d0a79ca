#include "small_site.h"
#include "visit_scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void answer(struct scene *scene, size_t question, size_t option)
{
    scene->visit.check_begun = true;
    yt_check_touch(&small_site()->check, &scene->visit.answers, question, option);
}

static void fill_in_everything(struct scene *scene)
{
    answer(scene, SMALL_WHO, SMALL_WHO_ME);
    answer(scene, SMALL_TODAY, SMALL_TODAY_BED);
    answer(scene, SMALL_MONEY, SMALL_MONEY_SHORT);
    yt_visit_toggle_mark(&scene->visit, SMALL_ITEM_BUDGET);
    yt_visit_toggle_way(&scene->visit, SMALL_ITEM_BUDGET, YT_WAY_BOOK);
    scene->visit.appointment.wanted = true;
    scene->visit.appointment.type = 3;
    strcpy(scene->visit.contact.name, "さくら");
    scene->visit.contact.reach = YT_REACH_PHONE;
    strcpy(scene->visit.contact.number, "0000-00-0009");
    strcpy(scene->visit.own_words, "半日だけなら");
    scene->visit.language = SMALL_NE;
}

/* --- Beginning and end ------------------------------------------------------------------------ */

static void each_visit_has_its_own_number_and_entry(void **state)
{
    struct scene *scene = *state;
    const struct yt_visit first = scene->visit;

    yt_visit_begin(&scene->visit);
    assert_true(scene->visit.number > first.number);
    assert_memory_not_equal(scene->visit.entry_id, first.entry_id, sizeof first.entry_id);
}

static void a_new_visit_has_nothing_to_ask_about(void **state)
{
    struct scene *scene = *state;

    assert_false(yt_visit_touched(&scene->visit));
    scene->visit.high_contrast = true;
    assert_true(yt_visit_touched(&scene->visit));
}

static void wiping_leaves_no_byte_but_the_number(void **state)
{
    struct scene *scene = *state;
    struct yt_visit blank;

    fill_in_everything(scene);
    yt_visit_wipe(&scene->visit);
    memset(&blank, 0, sizeof blank);
    blank.number = scene->visit.number;
    blank.question = -1;
    assert_memory_equal(&scene->visit, &blank, sizeof blank);
}

/* --- Marks ------------------------------------------------------------------------------------ */

static void marking_is_no_wish_yet(void **state)
{
    struct scene *scene = *state;

    yt_visit_toggle_mark(&scene->visit, SMALL_ITEM_BUDGET);
    assert_true(yt_visit_is_marked(&scene->visit, SMALL_ITEM_BUDGET));
    assert_int_equal(scene->visit.ways[SMALL_ITEM_BUDGET], YT_WAY_MARKED);
    assert_false(yt_visit_wants_answer(&scene->visit));
}

static void a_way_needs_a_mark(void **state)
{
    struct scene *scene = *state;

    yt_visit_toggle_way(&scene->visit, SMALL_ITEM_BUDGET, YT_WAY_ASK);
    assert_int_equal(yt_visit_items(&scene->visit, 0), 0);
}

static void paper_only_and_the_other_ways_exclude_each_other(void **state)
{
    struct scene *scene = *state;
    struct yt_visit *visit = &scene->visit;

    yt_visit_toggle_mark(visit, SMALL_ITEM_BUDGET);
    yt_visit_toggle_way(visit, SMALL_ITEM_BUDGET, YT_WAY_ASK);
    yt_visit_toggle_way(visit, SMALL_ITEM_BUDGET, YT_WAY_BOOK);
    assert_int_equal(visit->ways[SMALL_ITEM_BUDGET], YT_WAY_MARKED | YT_WAY_ASK | YT_WAY_BOOK);
    yt_visit_toggle_way(visit, SMALL_ITEM_BUDGET, YT_WAY_PAPER);
    assert_int_equal(visit->ways[SMALL_ITEM_BUDGET], YT_WAY_MARKED | YT_WAY_PAPER);
    yt_visit_toggle_way(visit, SMALL_ITEM_BUDGET, YT_WAY_ASK);
    assert_int_equal(visit->ways[SMALL_ITEM_BUDGET], YT_WAY_MARKED | YT_WAY_ASK);
}

static void an_appointment_goes_with_the_last_item_that_asks_for_one(void **state)
{
    struct scene *scene = *state;
    struct yt_visit *visit = &scene->visit;

    yt_visit_toggle_mark(visit, SMALL_ITEM_BUDGET);
    yt_visit_toggle_way(visit, SMALL_ITEM_BUDGET, YT_WAY_BOOK);
    yt_visit_toggle_mark(visit, SMALL_ITEM_ANYTHING);
    yt_visit_toggle_way(visit, SMALL_ITEM_ANYTHING, YT_WAY_BOOK);
    visit->appointment.wanted = true;
    strcpy(visit->slot, "desk|center|2026-11-26T09:00");
    yt_visit_toggle_mark(visit, SMALL_ITEM_BUDGET);
    assert_true(visit->appointment.wanted);
    yt_visit_toggle_way(visit, SMALL_ITEM_ANYTHING, YT_WAY_BOOK);
    assert_false(visit->appointment.wanted);
    assert_string_equal(visit->slot, "");
}

/* --- What is handed over ---------------------------------------------------------------------- */

static void named_hands_over_all_that_was_said(void **state)
{
    struct scene *scene = *state;
    const struct yt_entry *entry = &scene->entry;

    fill_in_everything(scene);
    hand_over(scene, YT_CONSENT_NAMED);
    assert_memory_equal(entry->id, scene->visit.entry_id, sizeof entry->id);
    assert_string_equal(entry->kiosk, "k2");
    assert_string_equal(entry->language, "ne");
    assert_int_equal(entry->content_number, 7);
    assert_int_equal(entry->time_minutes, VISIT_SCENE_MS / 60000);
    assert_int_equal(entry->kinds, YT_ENTRY_CHECK | YT_ENTRY_BOOK);
    assert_int_equal(entry->urgency, YT_URGENCY_NOW);
    assert_int_equal(entry->answer_count, 4);
    assert_int_equal(entry->item_count, 1);
    assert_int_equal(entry->items[0].item, 11);
    assert_int_equal(entry->lit_count, 2);
    assert_string_equal(entry->contact.name, "さくら");
    assert_string_equal(entry->own_words, "半日だけなら");
}

static void without_a_name_nobody_can_be_reached(void **state)
{
    struct scene *scene = *state;

    fill_in_everything(scene);
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_string_equal(scene->entry.contact.name, "");
    assert_string_equal(scene->entry.contact.number, "");
    assert_int_equal(scene->entry.contact.reach, YT_REACH_NOT_SAID);
    assert_int_equal(scene->entry.answer_count, 4);
}

static void without_consent_only_the_paper_is_filled(void **state)
{
    struct scene *scene = *state;
    const struct yt_entry *entry = &scene->entry;

    fill_in_everything(scene);
    hand_over(scene, YT_CONSENT_NONE);
    assert_int_equal(entry->item_count, 1);
    assert_true(entry->appointment.wanted);
    assert_int_equal(entry->answer_count, 0);
    assert_int_equal(entry->lit_count, 0);
    assert_int_equal(entry->urgency, YT_URGENCY_NONE);
    assert_string_equal(entry->contact.name, "");
    assert_string_equal(entry->own_words, "");
}

static void answers_can_be_kept_back(void **state)
{
    struct scene *scene = *state;

    fill_in_everything(scene);
    scene->visit.answers_withheld = true;
    hand_over(scene, YT_CONSENT_NAMED);
    assert_int_equal(scene->entry.answer_count, 0);
    assert_int_equal(scene->entry.lit_count, 0);
    assert_false(scene->entry.kinds & YT_ENTRY_CHECK);
    assert_string_equal(scene->entry.contact.name, "さくら");
}

static void straight_to_the_menu_hands_over_no_answers(void **state)
{
    struct scene *scene = *state;

    scene->visit.check_begun = true;
    yt_check_set_pace(&small_site()->check, &scene->visit.answers, YT_PACE_MENU, 0);
    yt_visit_toggle_mark(&scene->visit, SMALL_ITEM_ANYTHING);
    yt_visit_toggle_way(&scene->visit, SMALL_ITEM_ANYTHING, YT_WAY_ASK);
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_int_equal(scene->entry.answer_count, 0);
    assert_int_equal(scene->entry.kinds, YT_ENTRY_ASK);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scene_begin, scene_end)
    const struct CMUnitTest tests[] = {
        TEST(each_visit_has_its_own_number_and_entry),
        TEST(a_new_visit_has_nothing_to_ask_about),
        TEST(wiping_leaves_no_byte_but_the_number),
        TEST(marking_is_no_wish_yet),
        TEST(a_way_needs_a_mark),
        TEST(paper_only_and_the_other_ways_exclude_each_other),
        TEST(an_appointment_goes_with_the_last_item_that_asks_for_one),
        TEST(named_hands_over_all_that_was_said),
        TEST(without_a_name_nobody_can_be_reached),
        TEST(without_consent_only_the_paper_is_filled),
        TEST(answers_can_be_kept_back),
        TEST(straight_to_the_menu_hands_over_no_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
