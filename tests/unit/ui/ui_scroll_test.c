/* How a page moves under a finger, goes on by itself, and stops. */
#include "sample_list.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SLOP_PX 12 /* 3 mm of 21.5 inches, upright */
#define SWING_PX 50
#define FRAME_MS 16

static struct sample_list list;
static int heading_y;

static int open_list(void **state)
{
    static struct yt_stage stage;

    yt_stage_open(&stage, 1080, 1920, 100);
    list = (struct sample_list){.count = 1000};
    sample_list_show(stage.ui, &list);
    sample_list_draw(stage.ui, &list);
    heading_y = yt_stage_find(&stage, "仕事をさがす").rect.y;
    *state = &stage;
    return 0;
}

static int close_list(void **state)
{
    yt_stage_close(*state);
    return 0;
}

/* How far the page is scrolled, by where its heading stands. */
static int offset(struct yt_stage *stage)
{
    return heading_y - yt_stage_find(stage, "仕事をさがす").rect.y;
}

static bool finger(struct yt_stage *stage, Uint32 type, int y)
{
    struct yt_ui_action action;

    return yt_stage_finger(stage, type, 1, 540, y, &action);
}

static void frame(struct yt_stage *stage)
{
    int wake = yt_ui_next_wake_ms(stage->ui);

    yt_clock_virtual_advance(&stage->clock, wake >= 0 ? wake : FRAME_MS);
    sample_list_draw(stage->ui, &list);
}

/* `speed` pixels a frame, upward. The finger is still down at the end. */
static void drag(struct yt_stage *stage, int from, int speed, int frames)
{
    finger(stage, SDL_FINGERDOWN, from);
    for (int i = 1; i <= frames; i++) {
        yt_clock_virtual_advance(&stage->clock, FRAME_MS);
        finger(stage, SDL_FINGERMOTION, from - speed * i);
        sample_list_draw(stage->ui, &list);
    }
}

static void fling(struct yt_stage *stage, int from, int speed, int frames)
{
    drag(stage, from, speed, frames);
    finger(stage, SDL_FINGERUP, from - speed * frames);
}

/* Returns how many frames it took. */
static int come_to_rest(struct yt_stage *stage)
{
    int frames = 0;

    while (yt_ui_moving(stage->ui)) {
        frame(stage);
        assert_true(++frames < 1000);
    }
    return frames;
}

static void the_page_follows_the_finger_exactly(void **state)
{
    struct yt_stage *stage = *state;
    int before = offset(stage);

    finger(stage, SDL_FINGERDOWN, 1000);
    for (int y = 985; y > 300; y -= 17) {
        yt_clock_virtual_advance(&stage->clock, FRAME_MS);
        finger(stage, SDL_FINGERMOTION, y);
        assert_int_equal(offset(stage) - before, 1000 - SLOP_PX - y);
    }
    for (int y = 300; y < 900; y += 23) {
        yt_clock_virtual_advance(&stage->clock, FRAME_MS);
        finger(stage, SDL_FINGERMOTION, y);
        assert_int_equal(offset(stage) - before, 1000 - SLOP_PX - y);
    }
}

static void a_finger_that_trembles_presses(void **state)
{
    struct yt_stage *stage = *state;
    SDL_Rect chip = yt_stage_find(stage, "半日だけ").rect;
    struct yt_ui_action action;
    int x = chip.x + 30, y = chip.y + 30;

    yt_stage_finger(stage, SDL_FINGERDOWN, 1, x, y, &action);
    yt_stage_finger(stage, SDL_FINGERMOTION, 1, x + 40, y + SLOP_PX - 2, &action);
    assert_true(yt_stage_find(stage, "半日だけ").state & YT_UI_PRESSED);
    assert_true(yt_stage_finger(stage, SDL_FINGERUP, 1, x + 20, y - SLOP_PX + 2, &action));
    assert_int_equal(action.value, 1);
    assert_int_equal(offset(stage), 0);
}

static void a_scroll_takes_the_press_back(void **state)
{
    struct yt_stage *stage = *state;
    SDL_Rect chip = yt_stage_find(stage, "半日だけ").rect;
    struct yt_ui_action action;
    int x = chip.x + 30, y = chip.y + 30;

    yt_stage_finger(stage, SDL_FINGERDOWN, 1, x, y, &action);
    assert_true(yt_stage_find(stage, "半日だけ").state & YT_UI_PRESSED);
    yt_stage_finger(stage, SDL_FINGERMOTION, 1, x, y - SLOP_PX - 2, &action);
    assert_false(yt_stage_find(stage, "半日だけ").state & YT_UI_PRESSED);
    yt_stage_finger(stage, SDL_FINGERMOTION, 1, x, y, &action);
    assert_false(yt_stage_finger(stage, SDL_FINGERUP, 1, x, y, &action));
}

static void a_fling_slows_down_evenly(void **state)
{
    struct yt_stage *stage = *state;
    int before, last, step, way;

    fling(stage, 1200, 40, 10);
    before = offset(stage);
    assert_true(yt_ui_moving(stage->ui));
    frame(stage); /* in step with the display again */
    last = offset(stage);
    frame(stage);
    step = offset(stage) - last;
    assert_in_range(step, 36, 44);
    while (yt_ui_moving(stage->ui)) {
        int now;

        last = offset(stage);
        frame(stage);
        now = offset(stage) - last;
        /* No stutter: whole pixels and frames of 16 and 17 ms are all that may show. */
        if (now > step + 4 || now < step / 2 - 2)
            fail_msg("%d pixels after %d", now, step);
        step = now > 0 ? now : step;
    }
    /* 40 pixels in 16 ms, for the half second that a phone would take. */
    way = offset(stage) - before;
    assert_in_range(way, 2500 * 499 / 1000 * 94 / 100, 2500 * 499 / 1000 * 102 / 100);
}

static void only_the_end_of_the_way_counts_for_the_speed(void **state)
{
    struct yt_stage *stage = *state;
    int before;

    drag(stage, 1500, 60, 10);
    for (int i = 1; i <= 6; i++) {
        yt_clock_virtual_advance(&stage->clock, FRAME_MS);
        finger(stage, SDL_FINGERMOTION, 900 - 4 * i);
    }
    finger(stage, SDL_FINGERUP, 876);
    before = offset(stage);
    come_to_rest(stage);
    assert_in_range(offset(stage) - before, 60, 140); /* of 4 pixels a frame */
}

static void a_finger_that_rests_lets_go_of_what_rests(void **state)
{
    struct yt_stage *stage = *state;
    int before;

    drag(stage, 1200, 40, 10);
    yt_clock_virtual_advance(&stage->clock, 100);
    before = offset(stage);
    finger(stage, SDL_FINGERUP, 800);
    assert_false(yt_ui_moving(stage->ui));
    sample_list_draw(stage->ui, &list);
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
    assert_int_equal(offset(stage), before);
}

static bool find_row(const struct yt_ui_node *node, void *context)
{
    SDL_Point *middle = context;

    if (!node->row || node->state & YT_UI_HIDDEN)
        return true;
    *middle = (SDL_Point){node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2};
    return false;
}

static void a_touch_stops_a_fling_and_presses_nothing(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    SDL_Point at = {0};
    int before;

    fling(stage, 1200, 60, 10);
    for (int i = 0; i < 20; i++)
        frame(stage);
    assert_true(yt_ui_moving(stage->ui));
    before = offset(stage);
    yt_ui_each(stage->ui, find_row, &at);
    yt_stage_finger(stage, SDL_FINGERDOWN, 1, at.x, at.y, &action);
    assert_false(yt_ui_moving(stage->ui));
    frame(stage);
    assert_false(yt_stage_finger(stage, SDL_FINGERUP, 1, at.x, at.y, &action));
    frame(stage);
    assert_int_equal(offset(stage), before);
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
    /* The next one is meant. */
    yt_clock_virtual_advance(&stage->clock, 400);
    yt_stage_finger(stage, SDL_FINGERDOWN, 1, at.x, at.y, &action);
    assert_true(yt_stage_finger(stage, SDL_FINGERUP, 1, at.x, at.y, &action));
    assert_int_equal(action.id, SAMPLE_LIST_ROW);
}

static void flings_that_follow_each_other_go_on(void **state)
{
    struct yt_stage *stage = *state;

    for (int i = 1; i <= 5; i++) {
        int before = offset(stage);

        fling(stage, 1200, 60, 8);
        for (int k = 0; k < 10; k++)
            frame(stage);
        assert_true(offset(stage) > before + 400);
    }
}

static void the_top_gives_a_little_and_comes_back(void **state)
{
    struct yt_stage *stage = *state;
    int pulled;

    finger(stage, SDL_FINGERDOWN, 300);
    for (int y = 320; y <= 900; y += 20) {
        yt_clock_virtual_advance(&stage->clock, FRAME_MS);
        finger(stage, SDL_FINGERMOTION, y);
    }
    pulled = -offset(stage);
    assert_in_range(pulled, 100, 350); /* of 588 */
    sample_list_draw(stage->ui, &list);
    finger(stage, SDL_FINGERUP, 900);
    assert_true(yt_ui_moving(stage->ui));
    frame(stage);
    assert_true(-offset(stage) <= pulled);
    assert_true(come_to_rest(stage) < 60);
    assert_int_equal(offset(stage), 0);
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
}

static void what_swings_back_can_be_taken_hold_of(void **state)
{
    struct yt_stage *stage = *state;
    int held;

    drag(stage, 300, -40, 14);
    finger(stage, SDL_FINGERUP, 860);
    frame(stage);
    held = offset(stage);
    assert_true(held < -20);
    finger(stage, SDL_FINGERDOWN, 500);
    frame(stage);
    assert_int_equal(offset(stage), held);
    finger(stage, SDL_FINGERMOTION, 500 + SLOP_PX + 1);
    assert_in_range(offset(stage) - held + 3, 0, 6); /* no leap */
    finger(stage, SDL_FINGERUP, 500 + SLOP_PX + 1);
    come_to_rest(stage);
    assert_int_equal(offset(stage), 0);
}

static void a_fling_against_the_end_swings_a_little(void **state)
{
    struct yt_stage *stage = *state;
    int least = 0;

    drag(stage, 1200, 30, 10);
    finger(stage, SDL_FINGERUP, 900);
    yt_clock_virtual_advance(&stage->clock, 100);
    finger(stage, SDL_FINGERDOWN, 300);
    finger(stage, SDL_FINGERUP, 300);
    assert_true(offset(stage) > 100);
    fling(stage, 400, -60, 5);
    while (yt_ui_moving(stage->ui)) {
        frame(stage);
        least = offset(stage) < least ? offset(stage) : least;
    }
    assert_in_range(-least, 10, SWING_PX);
    assert_int_equal(offset(stage), 0);
}

static void without_motion_nothing_goes_on_or_gives(void **state)
{
    struct yt_stage *stage = *state;
    int before;

    yt_ui_set_motion(stage->ui, false);
    finger(stage, SDL_FINGERDOWN, 300);
    finger(stage, SDL_FINGERMOTION, 900);
    assert_int_equal(offset(stage), 0);
    finger(stage, SDL_FINGERUP, 900);
    assert_int_equal(offset(stage), 0);
    fling(stage, 1200, 60, 8);
    before = offset(stage);
    assert_true(before > 400);
    assert_false(yt_ui_moving(stage->ui));
    frame(stage);
    frame(stage);
    assert_int_equal(offset(stage), before);
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
}

static void a_second_finger_moves_nothing(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    int before;

    drag(stage, 1200, 20, 5);
    before = offset(stage);
    yt_stage_finger(stage, SDL_FINGERDOWN, 2, 300, 600, &action);
    yt_stage_finger(stage, SDL_FINGERMOTION, 2, 300, 200, &action);
    assert_false(yt_stage_finger(stage, SDL_FINGERUP, 2, 300, 200, &action));
    assert_int_equal(offset(stage), before);
    finger(stage, SDL_FINGERMOTION, 1050);
    assert_int_equal(offset(stage), before + 50);
}

static void a_mouse_drags_too(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    SDL_Event button = {
        .button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 540, .y = 1200}};
    SDL_Event motion = {.motion = {.type = SDL_MOUSEMOTION, .x = 540}};

    yt_ui_handle(stage->ui, &button, &action);
    for (int i = 1; i <= 8; i++) {
        yt_clock_virtual_advance(&stage->clock, FRAME_MS);
        motion.motion.y = 1200 - 40 * i;
        yt_ui_handle(stage->ui, &motion, &action);
    }
    assert_int_equal(offset(stage), 8 * 40 - SLOP_PX);
    button.button.type = SDL_MOUSEBUTTONUP;
    button.button.y = motion.motion.y;
    assert_false(yt_ui_handle(stage->ui, &button, &action));
    assert_true(yt_ui_moving(stage->ui));
}

static void frames_come_at_the_rate_of_the_display(void **state)
{
    struct yt_stage *stage = *state;
    int frames = 0, wakes = 0;
    int64_t start;

    fling(stage, 1200, 60, 10);
    start = yt_clock_mono_ms(&stage->clock.clock);
    while (yt_clock_mono_ms(&stage->clock.clock) < start + 500) {
        int wake = yt_ui_next_wake_ms(stage->ui);

        assert_in_range(wake, 0, 17);
        yt_clock_virtual_advance(&stage->clock, wake);
        frames += sample_list_draw(stage->ui, &list) > 0;
        assert_true(++wakes < 100);
        /* Asked again within the same frame, nothing is drawn. */
        assert_int_equal(yt_ui_draw(stage->ui), 0);
    }
    assert_in_range(frames, 28, 31);
}

static void many_small_moves_are_one_frame(void **state)
{
    struct yt_stage *stage = *state;
    int frames = 0;

    drag(stage, 1200, 20, 3);
    for (int i = 0; i < 160; i++) {
        yt_clock_virtual_advance(&stage->clock, 1);
        finger(stage, SDL_FINGERMOTION, 1140 - i);
        frames += sample_list_draw(stage->ui, &list) > 0;
    }
    assert_in_range(frames, 8, 11);
}

static void a_dialog_that_comes_up_takes_the_page_from_the_finger(void **state)
{
    struct yt_stage *stage = *state;
    int before;

    drag(stage, 1200, 20, 5);
    before = offset(stage);
    list.dialog = true;
    sample_list_show(stage->ui, &list);
    finger(stage, SDL_FINGERMOTION, 600);
    finger(stage, SDL_FINGERUP, 500);
    assert_false(yt_ui_moving(stage->ui));
    list.dialog = false;
    sample_list_show(stage->ui, &list);
    assert_int_equal(offset(stage), before);
}

/* ---- Pixels ---- */

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* Wheel, finger and keys at random, the same for whoever begins with the same seed. */
static void act(struct yt_stage *stage, struct sample_list *shown, uint64_t *seed)
{
    struct yt_ui_action action;
    uint64_t random = next_random(seed);
    SDL_Event wheel = {.wheel = {.type = SDL_MOUSEWHEEL, .y = (int)(random >> 8) % 5 - 2}};

    yt_clock_virtual_advance(&stage->clock, 20);
    if (random % 8 < 5)
        yt_ui_handle(stage->ui, &wheel, &action);
    else if (random % 8 == 5)
        yt_stage_key(stage, SDLK_TAB, &action);
    else if (random % 8 == 6)
        yt_stage_finger(stage, SDL_FINGERDOWN, 1, 500, (int)(random >> 8) % 700 + 50, &action);
    else
        yt_stage_finger(stage, SDL_FINGERUP, 1, 500, (int)(random >> 8) % 700 + 50, &action);
    if (random >> 40 & 1) {
        shown->chosen ^= 1u << (random >> 44) % 8;
        sample_list_show(stage->ui, shown);
    }
    while (yt_ui_rows_moved(stage->ui))
        sample_list_show(stage->ui, shown);
}

/* One draws every frame, with what moves; the other only the last one, all of it. */
static void what_is_moved_looks_as_if_painted(void **state)
{
    struct yt_stage *stage = *state, other;
    struct sample_list shown = {.count = 500}, also = shown;
    uint64_t seed = 7, same = 7;

    (void)stage;
    yt_stage_open(&other, 1024, 768, 100);
    yt_ui_set_motion(other.ui, false);
    sample_list_show(other.ui, &shown);
    for (int round = 0; round < 25; round++) {
        struct yt_stage whole;

        for (int i = 0; i < 12; i++) {
            act(&other, &shown, &seed);
            yt_ui_draw(other.ui);
        }
        yt_stage_open(&whole, 1024, 768, 100);
        yt_ui_set_motion(whole.ui, false);
        also = (struct sample_list){.count = 500};
        sample_list_show(whole.ui, &also);
        same = 7;
        for (int i = 0; i < 12 * (round + 1); i++)
            act(&whole, &also, &same);
        yt_clock_virtual_advance(&whole.clock, 20);
        yt_clock_virtual_advance(&other.clock, 20);
        sample_list_draw(whole.ui, &also);
        sample_list_draw(other.ui, &shown);
        assert_memory_equal(yt_ui_pixels(other.ui)->pixels, yt_ui_pixels(whole.ui)->pixels,
                            (size_t)1024 * 768 * 4);
        yt_stage_close(&whole);
    }
    yt_stage_close(&other);
}

static void a_scroll_paints_little_more_than_what_comes_in(void **state)
{
    struct yt_stage *stage = *state;
    size_t painted = 0;

    for (int i = 0; i < 20; i++) {
        struct yt_ui_action action;
        SDL_Event wheel = {.wheel = {.type = SDL_MOUSEWHEEL, .y = -1}};

        yt_ui_handle(stage->ui, &wheel, &action);
        painted += sample_list_draw(stage->ui, &list);
    }
    /* Of a view of 1080 by 1600 pixels, 82 rows come in, and the shades at both ends. */
    assert_in_range(painted / 20, (size_t)1080 * 82, (size_t)1080 * 82 * 3);
}

#define ON(test) cmocka_unit_test_setup_teardown(test, open_list, close_list)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON(the_page_follows_the_finger_exactly),
        ON(a_finger_that_trembles_presses),
        ON(a_scroll_takes_the_press_back),
        ON(a_fling_slows_down_evenly),
        ON(only_the_end_of_the_way_counts_for_the_speed),
        ON(a_finger_that_rests_lets_go_of_what_rests),
        ON(a_touch_stops_a_fling_and_presses_nothing),
        ON(flings_that_follow_each_other_go_on),
        ON(the_top_gives_a_little_and_comes_back),
        ON(what_swings_back_can_be_taken_hold_of),
        ON(a_fling_against_the_end_swings_a_little),
        ON(without_motion_nothing_goes_on_or_gives),
        ON(a_second_finger_moves_nothing),
        ON(a_mouse_drags_too),
        ON(frames_come_at_the_rate_of_the_display),
        ON(many_small_moves_are_one_frame),
        ON(a_dialog_that_comes_up_takes_the_page_from_the_finger),
        ON(what_is_moved_looks_as_if_painted),
        ON(a_scroll_paints_little_more_than_what_comes_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
