/* What fingers, mice and keys may do, and what they must not. */
#include "sample_screens.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { BACK = 1, SKIP, NEXT, ANSWER = 20 };

static void show(struct yt_stage *stage, const char *name)
{
    for (size_t i = 0; i < yt_sample_count; i++)
        if (!strcmp(yt_samples[i].name, name)) {
            yt_sample_show(stage->ui, &yt_samples[i]);
            return;
        }
    fail_msg("no sample is called %s", name);
}

static int open_question(void **state)
{
    static struct yt_stage stage;

    yt_stage_open(&stage, 1080, 1920, 100);
    show(&stage, "question");
    *state = &stage;
    return 0;
}

static int open_low(void **state)
{
    static struct yt_stage stage;

    yt_stage_open(&stage, 800, 480, 100);
    show(&stage, "question");
    *state = &stage;
    return 0;
}

static int close_stage(void **state)
{
    yt_stage_close(*state);
    return 0;
}

static void a_tap_counts_on_release(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    struct yt_ui_node next = yt_stage_find(stage, "つぎへ");
    int x = next.rect.x + 10, y = next.rect.y + 10;

    assert_false(yt_stage_finger(stage, SDL_FINGERDOWN, 1, x, y, &action));
    assert_true(yt_stage_find(stage, "つぎへ").state & YT_UI_PRESSED);
    assert_true(yt_stage_finger(stage, SDL_FINGERUP, 1, x, y, &action));
    assert_int_equal(action.id, NEXT);
    assert_false(yt_stage_find(stage, "つぎへ").state & YT_UI_PRESSED);
}

static void sliding_off_takes_the_press_back(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    struct yt_ui_node next = yt_stage_find(stage, "つぎへ");

    yt_stage_finger(stage, SDL_FINGERDOWN, 1, next.rect.x + 5, next.rect.y + 5, &action);
    yt_stage_finger(stage, SDL_FINGERMOTION, 1, next.rect.x - 60, next.rect.y - 60, &action);
    assert_false(yt_stage_find(stage, "つぎへ").state & YT_UI_PRESSED);
    assert_false(
        yt_stage_finger(stage, SDL_FINGERUP, 1, next.rect.x - 60, next.rect.y - 60, &action));
}

static void a_second_finger_does_nothing(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    struct yt_ui_node next = yt_stage_find(stage, "つぎへ");
    struct yt_ui_node back = yt_stage_find(stage, "もどる");

    yt_stage_finger(stage, SDL_FINGERDOWN, 1, next.rect.x + 5, next.rect.y + 5, &action);
    yt_stage_finger(stage, SDL_FINGERDOWN, 2, back.rect.x + 5, back.rect.y + 5, &action);
    assert_false(
        yt_stage_finger(stage, SDL_FINGERUP, 2, back.rect.x + 5, back.rect.y + 5, &action));
    assert_true(yt_stage_finger(stage, SDL_FINGERUP, 1, next.rect.x + 5, next.rect.y + 5, &action));
    assert_int_equal(action.id, NEXT);
}

static void a_release_that_was_lost_locks_nobody_out(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    struct yt_ui_node next = yt_stage_find(stage, "つぎへ");
    struct yt_ui_node back = yt_stage_find(stage, "もどる");

    /* The same finger down again: it must have been up. */
    yt_stage_finger(stage, SDL_FINGERDOWN, 1, next.rect.x + 5, next.rect.y + 5, &action);
    yt_stage_finger(stage, SDL_FINGERDOWN, 1, back.rect.x + 5, back.rect.y + 5, &action);
    assert_true(yt_stage_finger(stage, SDL_FINGERUP, 1, back.rect.x + 5, back.rect.y + 5, &action));
    assert_int_equal(action.id, BACK);

    /* Another one, long after. */
    yt_clock_virtual_advance(&stage->clock, 1000);
    yt_stage_finger(stage, SDL_FINGERDOWN, 2, back.rect.x + 5, back.rect.y + 5, &action);
    yt_clock_virtual_advance(&stage->clock, 6000);
    yt_stage_finger(stage, SDL_FINGERDOWN, 3, next.rect.x + 5, next.rect.y + 5, &action);
    assert_true(yt_stage_finger(stage, SDL_FINGERUP, 3, next.rect.x + 5, next.rect.y + 5, &action));
    assert_int_equal(action.id, NEXT);
    assert_false(
        yt_stage_finger(stage, SDL_FINGERUP, 2, back.rect.x + 5, back.rect.y + 5, &action));
}

static bool click(struct yt_stage *stage, Uint32 which, SDL_Rect rect, struct yt_ui_action *action)
{
    SDL_Event event = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .which = which,
                                  .button = SDL_BUTTON_LEFT,
                                  .x = rect.x + 5,
                                  .y = rect.y + 5}};

    yt_ui_handle(stage->ui, &event, action);
    event.type = SDL_MOUSEBUTTONUP;
    return yt_ui_handle(stage->ui, &event, action);
}

static void a_mouse_made_from_touch_does_nothing(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    SDL_Rect rect = yt_stage_find(stage, "つぎへ").rect;

    assert_false(click(stage, SDL_TOUCH_MOUSEID, rect, &action));
    assert_true(click(stage, 0, rect, &action));
}

static void what_is_disabled_takes_no_touch(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    assert_true(yt_stage_find(stage, "ほかにもある").state & YT_UI_DISABLED);
    assert_false(yt_stage_tap(stage, "ほかにもある", &action));
    assert_true(yt_stage_tap(stage, "とくにない", &action));
}

static void the_end_of_a_double_tap_is_dropped(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    assert_true(yt_stage_tap(stage, "つぎへ", &action));
    show(stage, "weather");
    yt_clock_virtual_advance(&stage->clock, 120);
    assert_false(yt_stage_tap(stage, "つぎへ", &action));
    /* Elsewhere it is meant, and later it is too. */
    assert_true(yt_stage_tap(stage, "晴れ", &action));
    yt_clock_virtual_advance(&stage->clock, 400);
    assert_true(yt_stage_tap(stage, "つぎへ", &action));
}

static void a_chosen_answer_may_be_tapped_again_at_once(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    assert_true(yt_stage_tap(stage, "体がだるい", &action));
    show(stage, "question");
    assert_true(yt_stage_tap(stage, "体がだるい", &action));
}

static void a_drag_scrolls_and_presses_nothing(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    SDL_Rect before = yt_stage_find(stage, "とくにない").rect;

    yt_stage_finger(stage, SDL_FINGERDOWN, 1, 300, 300, &action);
    yt_clock_virtual_advance(&stage->clock, 16);
    yt_stage_finger(stage, SDL_FINGERMOTION, 1, 300, 200, &action);
    assert_false(yt_stage_finger(stage, SDL_FINGERUP, 1, 300, 200, &action));
    /* All the way but the first 3 mm, which could still have been a press. */
    assert_int_equal(yt_stage_find(stage, "とくにない").rect.y, before.y - 100 + 16);
}

static void a_drag_goes_on_gliding_and_stops_at_the_end(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    yt_stage_finger(stage, SDL_FINGERDOWN, 1, 300, 340, &action);
    for (int y = 300; y >= 120; y -= 60) {
        yt_clock_virtual_advance(&stage->clock, 10);
        yt_stage_finger(stage, SDL_FINGERMOTION, 1, 300, y, &action);
    }
    yt_stage_finger(stage, SDL_FINGERUP, 1, 300, 120, &action);
    assert_true(yt_ui_next_wake_ms(stage->ui) >= 0);
    for (int i = 0; i < 400 && yt_ui_next_wake_ms(stage->ui) >= 0; i++) {
        yt_clock_virtual_advance(&stage->clock, 16);
        yt_ui_draw(stage->ui);
    }
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
    yt_clock_virtual_advance(&stage->clock, 1000);
    assert_int_equal(yt_ui_draw(stage->ui), 0);
    assert_false(yt_stage_find(stage, "とくにない").state & YT_UI_HIDDEN);
}

static void the_scroll_buttons_lead_to_everything(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    yt_ui_set_motion(stage->ui, false);
    yt_ui_draw(stage->ui);
    assert_true(yt_stage_find(stage, "とくにない").state & YT_UI_HIDDEN);
    assert_true(yt_stage_find(stage, "上を見る").state & YT_UI_DISABLED);
    for (int i = 0; i < 20 && (yt_stage_find(stage, "とくにない").state & YT_UI_HIDDEN); i++) {
        assert_false(yt_stage_tap(stage, "つづきを見る", &action));
        yt_ui_draw(stage->ui);
    }
    assert_false(yt_stage_find(stage, "とくにない").state & YT_UI_HIDDEN);
    assert_false(yt_stage_find(stage, "上を見る").state & YT_UI_DISABLED);
}

static void what_is_scrolled_away_is_revealed(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    assert_false(yt_stage_tap(stage, "とくにない", &action));
    assert_true(yt_ui_reveal(stage->ui, yt_stage_find(stage, "とくにない").id));
    assert_true(yt_stage_tap(stage, "とくにない", &action));
    assert_int_equal(action.value, 9);
}

static void behind_a_dialog_nothing_can_be_touched(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    show(stage, "dialog");
    assert_string_equal(yt_ui_screen_name(stage->ui), "stop");
    assert_false(yt_stage_tap(stage, "つぎへ", &action));
    assert_true(yt_stage_key(stage, SDLK_ESCAPE, &action));
    assert_int_equal(action.id, 90);
    assert_int_equal(action.value, 0);
    assert_true(yt_stage_tap(stage, "つづける", &action));
    assert_int_equal(action.value, 1);
}

static void the_whole_page_may_be_one_target(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    show(stage, "hidden");
    yt_stage_finger(stage, SDL_FINGERDOWN, 1, 500, 900, &action);
    assert_true(yt_stage_finger(stage, SDL_FINGERUP, 1, 520, 910, &action));
    assert_int_equal(action.id, 95);
}

static void a_held_key_repeats(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    SDL_Rect rect;

    show(stage, "keyboard");
    rect = yt_stage_find(stage, "一字消す").rect;
    yt_stage_finger(stage, SDL_FINGERDOWN, 1, rect.x + 9, rect.y + 9, &action);
    assert_false(yt_ui_repeat(stage->ui, &action));
    yt_clock_virtual_advance(&stage->clock, yt_ui_next_wake_ms(stage->ui));
    assert_true(yt_ui_repeat(stage->ui, &action));
    assert_int_equal(action.value, 2);
    assert_false(yt_ui_repeat(stage->ui, &action));
    yt_stage_finger(stage, SDL_FINGERUP, 1, rect.x + 9, rect.y + 9, &action);
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
}

static void keys_walk_by_geometry(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    struct yt_ui_node focus;

    assert_false(yt_ui_focus(stage->ui, &focus));
    yt_stage_key(stage, SDLK_DOWN, &action);
    assert_true(yt_ui_focus(stage->ui, &focus));
    assert_string_equal(focus.label, "夜、ねむれない日がつづく");
    yt_stage_key(stage, SDLK_RIGHT, &action);
    yt_ui_focus(stage->ui, &focus);
    assert_string_equal(focus.label, "食べる量がへった");
    yt_stage_key(stage, SDLK_DOWN, &action);
    yt_ui_focus(stage->ui, &focus);
    assert_string_equal(focus.label, "痛いところがある");
    assert_true(yt_stage_key(stage, SDLK_RETURN, &action));
    assert_int_equal(action.value, 3);
    yt_stage_key(stage, SDLK_TAB, &action);
    yt_ui_focus(stage->ui, &focus);
    assert_string_equal(focus.label, "病院に行きたいが、お金が心配");
}

static void every_target_is_reached_by_tab(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    struct yt_ui_node focus, first;
    int count = 0;

    yt_stage_key(stage, SDLK_TAB, &action);
    yt_ui_focus(stage->ui, &first);
    do {
        yt_stage_key(stage, SDLK_TAB, &action);
        assert_true(yt_ui_focus(stage->ui, &focus));
        assert_false(focus.state & (YT_UI_DISABLED | YT_UI_HIDDEN));
        count++;
    } while (focus.id != first.id && count < 100);
    assert_int_equal(count, 17); /* five tools, nine answers, three buttons */
}

static void a_touch_hides_the_focus(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    struct yt_ui_node focus;

    yt_stage_key(stage, SDLK_TAB, &action);
    assert_true(yt_ui_focus(stage->ui, &focus));
    yt_stage_tap(stage, "体がだるい", &action);
    assert_false(yt_ui_focus(stage->ui, &focus));
}

static void numbers_choose_answers(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;

    assert_true(yt_stage_key(stage, SDLK_3, &action));
    assert_int_equal(action.id, ANSWER);
    assert_int_equal(action.value, 2);
    show(stage, "menu");
    assert_false(yt_stage_key(stage, SDLK_3, &action));
}

static void labels_are_found_whole_or_by_a_beginning(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_node node;

    assert_true(yt_ui_find(stage->ui, "言語", YT_UI_ANY, &node)); /* without its ruby */
    assert_string_equal(node.speech, "げんご");
    assert_true(yt_ui_find(stage->ui, "病院", YT_UI_CHECK_ROLE, &node));
    assert_true(node.state & YT_UI_CHOSEN);
    assert_false(yt_ui_find(stage->ui, "と", YT_UI_ANY, &node)); /* two fit */
    assert_true(
        yt_ui_find(stage->ui, "体", YT_UI_ANY, &node)); /* a heading, and what can be touched */
    assert_int_equal(node.role, YT_UI_CHECK_ROLE);
    assert_false(yt_ui_find(stage->ui, "つぎへ", YT_UI_RADIO_ROLE, &node));
    assert_true(yt_ui_find_action(stage->ui, (struct yt_ui_action){ANSWER, 3}, &node));
    assert_string_equal(node.label, "痛いところがある");
}

#define ON(open, test) cmocka_unit_test_setup_teardown(test, open, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON(open_question, a_tap_counts_on_release),
        ON(open_question, sliding_off_takes_the_press_back),
        ON(open_question, a_second_finger_does_nothing),
        ON(open_question, a_release_that_was_lost_locks_nobody_out),
        ON(open_question, a_mouse_made_from_touch_does_nothing),
        ON(open_question, what_is_disabled_takes_no_touch),
        ON(open_question, the_end_of_a_double_tap_is_dropped),
        ON(open_question, a_chosen_answer_may_be_tapped_again_at_once),
        ON(open_low, a_drag_scrolls_and_presses_nothing),
        ON(open_low, a_drag_goes_on_gliding_and_stops_at_the_end),
        ON(open_low, the_scroll_buttons_lead_to_everything),
        ON(open_low, what_is_scrolled_away_is_revealed),
        ON(open_question, behind_a_dialog_nothing_can_be_touched),
        ON(open_question, the_whole_page_may_be_one_target),
        ON(open_question, a_held_key_repeats),
        ON(open_question, keys_walk_by_geometry),
        ON(open_question, every_target_is_reached_by_tab),
        ON(open_question, a_touch_hides_the_focus),
        ON(open_question, numbers_choose_answers),
        ON(open_question, labels_are_found_whole_or_by_a_beginning),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
