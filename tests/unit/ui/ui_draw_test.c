/* What is painted again, what is left alone, and what is gone after a visit. */
#include "sample_screens.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CELL 32

static const struct yt_sample *sample(const char *name)
{
    for (size_t i = 0; i < yt_sample_count; i++)
        if (!strcmp(yt_samples[i].name, name))
            return &yt_samples[i];
    fail_msg("no sample is called %s", name);
    return NULL;
}

static int open_stage(void **state)
{
    static struct yt_stage stage;

    yt_stage_open(&stage, 1024, 600, 100);
    *state = &stage;
    return 0;
}

static int close_stage(void **state)
{
    yt_stage_close(*state);
    return 0;
}

static uint32_t *copy_pixels(const struct yt_ui *ui)
{
    const SDL_Surface *page = yt_ui_pixels(ui);
    size_t size = (size_t)page->pitch * (size_t)page->h;
    uint32_t *copy = malloc(size);

    assert_non_null(copy);
    return memcpy(copy, page->pixels, size);
}

/* The smallest rectangle around all pixels that differ. */
static SDL_Rect difference(const struct yt_ui *ui, const uint32_t *before)
{
    const SDL_Surface *page = yt_ui_pixels(ui);
    const uint32_t *now = page->pixels;
    SDL_Rect all = {0};

    for (int y = 0; y < page->h; y++)
        for (int x = 0; x < page->w; x++)
            if (now[y * page->pitch / 4 + x] != before[y * page->pitch / 4 + x]) {
                SDL_Rect one = {x, y, 1, 1};

                if (all.w)
                    SDL_UnionRect(&all, &one, &all);
                else
                    all = one;
            }
    return all;
}

static void the_same_frame_again_paints_nothing(void **state)
{
    struct yt_stage *stage = *state;

    yt_sample_show(stage->ui, sample("menu"));
    assert_int_equal(yt_ui_draw(stage->ui), 1024 * 600);
    assert_int_equal(yt_ui_draw(stage->ui), 0);
    yt_sample_show(stage->ui, sample("menu"));
    assert_int_equal(yt_ui_draw(stage->ui), 0);
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
}

static void a_press_repaints_that_button_alone(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    SDL_Rect button, changed;
    uint32_t *before;
    size_t painted;
    int room = 12; /* the shadow around it */

    yt_sample_show(stage->ui, sample("question"));
    yt_ui_draw(stage->ui);
    button = yt_stage_find(stage, "つぎへ").rect;
    before = copy_pixels(stage->ui);
    yt_stage_finger(stage, SDL_FINGERDOWN, 1, button.x + 9, button.y + 9, &action);
    painted = yt_ui_draw(stage->ui);
    changed = difference(stage->ui, before);
    assert_true(changed.w > button.w / 2 && changed.h > button.h / 2);
    assert_true(changed.x >= button.x - room && changed.y >= button.y - room);
    assert_true(changed.x + changed.w <= button.x + button.w + room);
    assert_true(changed.y + changed.h <= button.y + button.h + room);
    assert_true(painted <= (size_t)(button.w + 2 * room + 2 * CELL) *
                               (size_t)(button.h + 2 * room + 2 * CELL));
    yt_stage_finger(stage, SDL_FINGERUP, 1, button.x + 9, button.y + 9, &action);
    yt_ui_draw(stage->ui);
    changed = difference(stage->ui, before);
    assert_int_equal(changed.w, 0);
    free(before);
}

static void parts_painted_again_look_as_if_painted_whole(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_action action;
    uint32_t *pieces;
    SDL_Rect changed;

    yt_sample_show(stage->ui, sample("question"));
    yt_ui_draw(stage->ui);
    for (int i = 0; i < 9; i++) {
        yt_stage_key(stage, i % 3 ? SDLK_DOWN : SDLK_RIGHT, &action);
        yt_ui_draw(stage->ui);
    }
    pieces = copy_pixels(stage->ui);
    yt_ui_resize(stage->ui, 1023, 600); /* so little that it stays scrolled as it was */
    yt_ui_resize(stage->ui, 1024, 600);
    assert_int_equal(yt_ui_draw(stage->ui), 1024 * 600);
    changed = difference(stage->ui, pieces);
    assert_int_equal(changed.w, 0);
    free(pieces);
}

static void a_spinner_asks_for_frames_and_a_still_page_does_not(void **state)
{
    struct yt_stage *stage = *state;
    int wake;

    yt_sample_show(stage->ui, sample("notices"));
    assert_true(yt_ui_reveal(stage->ui, yt_stage_find(stage, "お待ちください").id));
    yt_ui_draw(stage->ui);
    wake = yt_ui_next_wake_ms(stage->ui);
    assert_in_range(wake, 1, 200);
    yt_clock_virtual_advance(&stage->clock, wake);
    assert_in_range(yt_ui_draw(stage->ui), 1, 1024 * 600 / 4);
    yt_sample_show(stage->ui, sample("home"));
    yt_ui_draw(stage->ui);
    assert_int_equal(yt_ui_next_wake_ms(stage->ui), -1);
}

static void forgetting_leaves_no_pixel_and_no_name(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_node node;
    const SDL_Surface *page;
    const uint32_t *pixels;

    yt_sample_show(stage->ui, sample("keyboard"));
    yt_ui_draw(stage->ui);
    assert_true(yt_ui_find(stage->ui, "よびかた", YT_UI_FIELD_ROLE, &node));
    assert_string_equal(node.value, "さくら");
    yt_ui_forget(stage->ui);
    assert_false(yt_ui_find(stage->ui, "よびかた", YT_UI_ANY, &node));
    page = yt_ui_pixels(stage->ui);
    pixels = page->pixels;
    for (int i = 0; i < page->h * page->pitch / 4; i++)
        assert_int_equal(pixels[i], 0);
    yt_sample_show(stage->ui, sample("home"));
    assert_int_equal(yt_ui_draw(stage->ui), 1024 * 600);
}

static void pictures_are_saved_as_they_are_shown(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_err err;

    yt_sample_show(stage->ui, sample("home"));
    yt_ui_draw(stage->ui);
    assert_true(yt_ui_save_png(stage->ui, "ui_draw_test.png", &err));
    assert_int_equal(remove("ui_draw_test.png"), 0);
    assert_false(yt_ui_save_png(stage->ui, "no/such/folder.png", &err));
    assert_int_equal(err.code, YT_ERR_IO);
}

static void caches_stay_bounded(void **state)
{
    struct yt_stage *stage = *state;
    size_t after_one = 0;

    for (int round = 0; round < 6; round++) {
        for (size_t i = 0; i < yt_sample_count; i++) {
            yt_sample_show(stage->ui, &yt_samples[i]);
            yt_ui_draw(stage->ui);
        }
        yt_ui_forget(stage->ui);
        if (round == 0)
            after_one = yt_ui_cache_bytes(stage->ui);
    }
    assert_true(yt_ui_cache_bytes(stage->ui) <= after_one);
}

/* What the window holds is what the page holds, through either way of presenting. */
static void the_window_shows_the_page(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_err err = {0};
    struct yt_ui_setup setup = {.title = "window",
                                .width = 800,
                                .height = 480,
                                .icon_folder = YT_BINARY_DIR "/assets/icons",
                                .text = stage->text,
                                .clock = &stage->clock.clock,
                                .present = YT_UI_PRESENT_SURFACE};
    struct yt_ui *ui;
    SDL_Surface *window;

    setenv("SDL_VIDEODRIVER", "dummy", 1);
    ui = yt_ui_new(&setup, &err);
    if (!ui)
        fail_msg("%s", err.text);
    yt_sample_show(ui, sample("question"));
    yt_ui_draw(ui);
    yt_sample_show(ui, sample("dialog"));
    yt_ui_draw(ui);
    window = SDL_GetWindowSurface(SDL_GetWindowFromID(1));
    assert_non_null(window);
    assert_int_equal(window->w, 800);
    for (int y = 0; y < 480; y++)
        assert_memory_equal((const uint8_t *)window->pixels + (ptrdiff_t)y * window->pitch,
                            (const uint8_t *)yt_ui_pixels(ui)->pixels +
                                (ptrdiff_t)y * yt_ui_pixels(ui)->pitch,
                            (size_t)800 * 4);
    yt_ui_free(ui);
}

static void a_window_of_another_size_is_laid_out_anew(void **state)
{
    struct yt_stage *stage = *state;
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT,
                                  .event = SDL_WINDOWEVENT_SIZE_CHANGED,
                                  .data1 = 600,
                                  .data2 = 1024}};
    struct yt_ui_action action;

    yt_sample_show(stage->ui, sample("menu"));
    yt_ui_draw(stage->ui);
    assert_false(yt_ui_handle(stage->ui, &event, &action));
    assert_int_equal(yt_ui_draw(stage->ui), 600 * 1024);
    assert_int_equal(yt_ui_faults(stage->ui, NULL, NULL), 0);
    assert_true(yt_stage_find(stage, "つぎへ").rect.y > 600);
}

/* Closing the last window must not become SDL_QUIT where the window is the whole screen. */
static void only_a_window_that_leaves_room_can_be_closed(void **state)
{
    struct yt_stage *stage = *state;

    setenv("SDL_VIDEODRIVER", "dummy", 1);
    for (int whole = 0; whole < 2; whole++) {
        struct yt_err err = {0};
        struct yt_ui_setup setup = {.width = 800,
                                    .height = 480,
                                    .full_screen = whole != 0,
                                    .icon_folder = YT_BINARY_DIR "/assets/icons",
                                    .text = stage->text,
                                    .clock = &stage->clock.clock,
                                    .present = YT_UI_PRESENT_SURFACE};
        struct yt_ui *ui = yt_ui_new(&setup, &err);

        if (!ui)
            fail_msg("%s", err.text);
        assert_int_equal(SDL_GetHintBoolean(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, SDL_TRUE), !whole);
        yt_ui_free(ui);
    }
    SDL_ResetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE);
}

#define ON(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON(the_same_frame_again_paints_nothing),
        ON(a_press_repaints_that_button_alone),
        ON(parts_painted_again_look_as_if_painted_whole),
        ON(a_spinner_asks_for_frames_and_a_still_page_does_not),
        ON(forgetting_leaves_no_pixel_and_no_name),
        ON(pictures_are_saved_as_they_are_shown),
        ON(caches_stay_bounded),
        ON(the_window_shows_the_page),
        ON(only_a_window_that_leaves_room_can_be_closed),
        ON(a_window_of_another_size_is_laid_out_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
