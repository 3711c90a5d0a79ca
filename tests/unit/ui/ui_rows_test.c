/* Long lists: what is declared, where it stands, and that one does not lose one's place. */
#include "sample_list.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct sample_list list;
static Uint16 shift; /* as long as it is held */

static int open_stage(void **state)
{
    static struct yt_stage stage;

    yt_stage_open(&stage, 1080, 1920, 100);
    yt_ui_set_motion(stage.ui, false);
    list = (struct sample_list){.count = 1000};
    shift = 0;
    *state = &stage;
    return 0;
}

static int close_stage(void **state)
{
    yt_stage_close(*state);
    return 0;
}

static void show(struct yt_stage *stage)
{
    sample_list_show(stage->ui, &list);
    sample_list_draw(stage->ui, &list);
    assert_false(yt_ui_rows_moved(stage->ui));
}

static void wheel(struct yt_stage *stage, int notches)
{
    struct yt_ui_action action;
    SDL_Event event = {.wheel = {.type = SDL_MOUSEWHEEL, .y = -notches}};

    yt_ui_handle(stage->ui, &event, &action);
    sample_list_draw(stage->ui, &list);
    assert_false(yt_ui_rows_moved(stage->ui));
}

/* ---- What is there ---- */

struct sight {
    uint32_t first, last; /* rows in sight; 0: none */
    int first_y, last_y;
    size_t nodes;
    bool gaps;
};

static bool see(const struct yt_ui_node *node, void *context)
{
    struct sight *sight = context;

    sight->nodes += node->row > 0;
    if (!node->row || node->visible.h <= 0)
        return true;
    if (!sight->first) {
        sight->first = node->row;
        sight->first_y = node->rect.y;
    } else if (node->row != sight->last + 1) {
        sight->gaps = true;
    }
    sight->last = node->row;
    sight->last_y = node->rect.y;
    return true;
}

static struct sight look(struct yt_stage *stage)
{
    struct sight sight = {0};

    yt_ui_each(stage->ui, see, &sight);
    return sight;
}

static bool find(const struct yt_ui_node *node, void *context)
{
    struct yt_ui_node *wanted = context;

    if (node->row != wanted->row)
        return true;
    *wanted = *node;
    return false;
}

static struct yt_ui_node row(struct yt_stage *stage, uint32_t number)
{
    struct yt_ui_node node = {.row = number};

    yt_ui_each(stage->ui, find, &node);
    if (!node.id)
        fail_msg("row %u is not declared", number);
    return node;
}

/* What a reader sees from one edge of the view to the other is a list without holes. */
static void assert_whole(struct yt_stage *stage)
{
    struct sight sight = look(stage);
    SDL_Rect last = row(stage, sight.last).visible;
    int bottom = last.y + last.h;

    assert_false(sight.gaps);
    if (sight.last < list.count)
        assert_true(bottom > yt_stage_find(stage, "つづきを見る").rect.y - 40);
}

static void few_rows_are_all_declared(void **state)
{
    struct yt_stage *stage = *state;
    static const size_t counts[] = {0, 1, 2, 47, 48};

    for (size_t i = 0; i < 5; i++) {
        list.count = counts[i];
        show(stage);
        assert_int_equal(list.span.first, 0);
        assert_int_equal(list.span.count, counts[i]);
        assert_int_equal(look(stage).nodes, counts[i]);
    }
}

static void of_many_only_those_about_the_view_are_declared(void **state)
{
    struct yt_stage *stage = *state;
    static const size_t counts[] = {49, 1000, 100000};

    for (size_t i = 0; i < 3; i++) {
        list.count = counts[i];
        list.key = (uint32_t)i + 1;
        show(stage);
        wheel(stage, -100000);
        assert_int_equal(list.span.first, 0);
        assert_in_range(list.span.count, 6, 48);
    }
}

static void the_list_is_whole_wherever_one_looks(void **state)
{
    struct yt_stage *stage = *state;
    unsigned where = 12345;

    list.count = 100000;
    show(stage);
    wheel(stage, 20);
    for (int i = 0; i < 60; i++) {
        where = where * 1103515245u + 12345u;
        wheel(stage, (int)(where >> 8) % 4001 - 2000);
        if (look(stage).first)
            assert_whole(stage);
        assert_in_range(list.span.count, 2, 80);
    }
}

static void the_last_row_is_at_the_end(void **state)
{
    struct yt_stage *stage = *state;
    static const size_t counts[] = {1, 48, 49, 1001, 100000};

    for (size_t i = 0; i < 5; i++) {
        struct yt_ui_node last;

        list.count = counts[i];
        list.key = (uint32_t)i + 1;
        show(stage);
        for (int k = 0; k < 3; k++)
            wheel(stage, 1000000);
        last = row(stage, (uint32_t)counts[i]);
        assert_int_equal(last.visible.h, last.rect.h);
        assert_false(last.state & YT_UI_HIDDEN);
        assert_int_equal(yt_ui_faults(stage->ui, NULL, NULL), 0);
    }
}

static void all_cells_have_one_size(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_node first, other;

    show(stage);
    first = row(stage, 1);
    for (uint32_t i = 2; i <= 6; i++) {
        other = row(stage, i);
        assert_int_equal(other.rect.w, first.rect.w);
        assert_int_equal(other.rect.h, first.rect.h);
    }
    assert_int_equal(row(stage, 2).rect.y, first.rect.y);
    assert_true(row(stage, 3).rect.y > first.rect.y + first.rect.h);
}

static void cards_that_wait_are_as_large_as_others(void **state)
{
    struct yt_stage *stage = *state;
    SDL_Rect before, waiting;

    show(stage);
    before = row(stage, 3).rect;
    list.waiting = true;
    list.key = 99;
    show(stage);
    waiting = row(stage, 3).rect;
    assert_int_equal(waiting.h, before.h);
    assert_int_equal(waiting.w, before.w);
    list.waiting = false;
    show(stage);
    assert_int_equal(row(stage, 3).rect.y, waiting.y);
}

/* ---- Keeping the place ---- */

static void higher_cards_do_not_push_the_reader_on(void **state)
{
    struct yt_stage *stage = *state;
    struct sight before, after;
    int height;

    list.tall_from = 60;
    show(stage);
    height = row(stage, 1).rect.h;
    wheel(stage, 12);
    while (look(stage).first < 31)
        wheel(stage, 1);
    /* On into rows that are declared for the first time, and higher than all before. */
    for (int i = 0; i < 40; i++) {
        struct yt_ui_node top;

        before = look(stage);
        top = row(stage, before.first);
        wheel(stage, 1);
        after = look(stage);
        if (row(stage, after.first).rect.h == height)
            continue;
        assert_in_range(after.first, before.first, before.first + 2);
        assert_true(abs(row(stage, before.first).rect.y - (top.rect.y - 82)) < top.rect.h / 2);
        assert_whole(stage);
        return;
    }
    fail_msg("no card became higher");
}

static void cards_never_become_less_high_again(void **state)
{
    struct yt_stage *stage = *state;
    int height;

    list.tall_from = 120;
    list.count = 400;
    show(stage);
    wheel(stage, 250);
    assert_true(look(stage).first > 120);
    height = row(stage, look(stage).first).rect.h;
    wheel(stage, -1000);
    wheel(stage, 8);
    assert_true(look(stage).last < 50);
    assert_int_equal(row(stage, look(stage).first).rect.h, height);
}

static void another_choice_is_seen_from_its_first_row(void **state)
{
    struct yt_stage *stage = *state;

    show(stage);
    wheel(stage, 100);
    assert_true(look(stage).first > 50);
    list.chosen = 4;
    show(stage);
    assert_int_equal(look(stage).first, 1);
    assert_true(look(stage).first_y < 200); /* just below the top bar */
}

static void a_choice_made_above_the_list_moves_nothing(void **state)
{
    struct yt_stage *stage = *state;
    int chip;

    show(stage);
    wheel(stage, 2);
    chip = yt_stage_find(stage, "先に見学できる").rect.y;
    list.chosen = 4;
    list.count = 700;
    show(stage);
    assert_int_equal(yt_stage_find(stage, "先に見学できる").rect.y, chip);
    list.count = 1;
    show(stage);
    assert_true(row(stage, 1).visible.h > 0);
}

static void the_place_outlives_a_turn_of_the_panel(void **state)
{
    struct yt_stage *stage = *state;
    uint32_t first;

    list.count = 100000;
    show(stage);
    wheel(stage, 3000);
    first = look(stage).first;
    yt_ui_resize(stage->ui, 1920, 1080);
    sample_list_draw(stage->ui, &list);
    show(stage);
    assert_in_range(look(stage).first, first - 2, first + 2);
    yt_ui_resize(stage->ui, 800, 480);
    sample_list_draw(stage->ui, &list);
    show(stage);
    assert_in_range(look(stage).first, first - 3, first + 3);
    assert_false(look(stage).gaps);
}

static void the_place_outlives_another_language_and_size(void **state)
{
    struct yt_stage *stage = *state;
    uint32_t first;

    show(stage);
    wheel(stage, 150);
    first = look(stage).first;
    list.language = "vi";
    show(stage);
    assert_in_range(look(stage).first, first - 2, first + 2);
    assert_whole(stage);
    yt_ui_set_text_scale(stage->ui, 200);
    show(stage);
    assert_in_range(look(stage).first, first - 2, first + 2);
    assert_whole(stage);
}

static void show_other_page(struct yt_stage *stage)
{
    yt_ui_frame_begin(stage->ui);
    yt_ui_page_begin(stage->ui, &(struct yt_ui_page){.name = "detail"});
    yt_ui_content_begin(stage->ui, NULL);
    yt_ui_say(stage->ui, "図書館の本の整理");
    yt_ui_content_end(stage->ui);
    yt_ui_page_end(stage->ui);
    yt_ui_frame_end(stage->ui);
    yt_ui_draw(stage->ui);
}

static void one_comes_back_to_where_one_was(void **state)
{
    struct yt_stage *stage = *state;
    struct sight before, after;
    uint32_t chosen = list.chosen;

    list.count = 100000;
    show(stage);
    wheel(stage, 700);
    before = look(stage);
    show_other_page(stage);
    show(stage);
    after = look(stage);
    assert_int_equal(after.first, before.first);
    assert_int_equal(after.first_y, before.first_y);
    assert_whole(stage);

    /* Not to another list on the same page. */
    show_other_page(stage);
    list.chosen = chosen + 1;
    show(stage);
    assert_int_equal(yt_stage_find(stage, "仕事をさがす").state & YT_UI_HIDDEN, 0);
}

static void the_next_visitor_begins_at_the_top(void **state)
{
    struct yt_stage *stage = *state;

    show(stage);
    wheel(stage, 100);
    show_other_page(stage);
    yt_ui_forget(stage->ui);
    show(stage);
    assert_int_equal(yt_stage_find(stage, "仕事をさがす").state & YT_UI_HIDDEN, 0);
}

/* ---- Keys ---- */

static struct yt_ui_node press(struct yt_stage *stage, SDL_Keycode key)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = key, .mod = shift}}};
    struct yt_ui_action action;
    struct yt_ui_node focus = {0};

    yt_ui_handle(stage->ui, &event, &action);
    sample_list_draw(stage->ui, &list);
    assert_true(yt_ui_focus(stage->ui, &focus));
    assert_false(focus.state & YT_UI_HIDDEN);
    return focus;
}

static void arrows_walk_through_the_whole_list(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_node focus;
    uint32_t at;

    list.chips = 2;
    list.count = 301;
    show(stage);
    do
        focus = press(stage, SDLK_DOWN);
    while (!focus.row);
    assert_int_equal(focus.row, 1);
    for (at = 3; at <= 301; at += 2)
        assert_int_equal(press(stage, SDLK_DOWN).row, at);
    assert_int_equal(press(stage, SDLK_UP).row, 299);
    assert_int_equal(press(stage, SDLK_RIGHT).row, 300);
    /* The last line has but one card. */
    assert_int_equal(press(stage, SDLK_DOWN).row, 301);
    assert_int_equal(press(stage, SDLK_DOWN).row, 0);
    assert_true(press(stage, SDLK_UP).row > 0);
}

static void tab_walks_in_at_the_ends(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_node focus;

    list.chips = 2;
    list.count = 200;
    show(stage);
    press(stage, SDLK_TAB);
    press(stage, SDLK_TAB); /* the last chip */
    wheel(stage, 60);
    assert_true(look(stage).first > 20);
    focus = press(stage, SDLK_TAB);
    assert_int_equal(focus.row, 1);
    for (uint32_t i = 2; i <= 200; i++)
        assert_int_equal(press(stage, SDLK_TAB).row, i);
    assert_string_equal(press(stage, SDLK_TAB).label, "もどる");
    wheel(stage, -1000);
    shift = KMOD_SHIFT;
    assert_int_equal(press(stage, SDLK_TAB).row, 200);
    assert_int_equal(press(stage, SDLK_TAB).row, 199);
}

static void the_focus_outlives_scrolling_away(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_node focus;

    list.chips = 2;
    show(stage);
    do
        focus = press(stage, SDLK_TAB);
    while (focus.row < 5);
    wheel(stage, 300);
    assert_true(look(stage).first > 100);
    assert_int_equal(press(stage, SDLK_DOWN).row, 7);
    wheel(stage, 300);
    assert_int_equal(press(stage, SDLK_TAB).row, 8);
}

/* ---- Saying and faults ---- */

static void a_chip_tells_its_count(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_node chip;

    show(stage);
    chip = yt_stage_find(stage, "短い時間");
    assert_string_equal(chip.label, "短い時間");
    assert_string_equal(chip.value, "500");
    assert_string_equal(chip.speech, "みじかいじかん 500");
}

static void a_chip_keeps_its_place_when_chosen(void **state)
{
    struct yt_stage *stage = *state;
    SDL_Rect before, after;

    show(stage);
    before = yt_stage_find(stage, "はじめてでもよい").rect;
    list.chosen = 1 | 4;
    show(stage);
    after = yt_stage_find(stage, "はじめてでもよい").rect;
    assert_memory_equal(&after, &before, sizeof before);
}

static void print_fault(enum yt_ui_fault fault, const struct yt_ui_node *node,
                        const struct yt_ui_node *other, void *context)
{
    print_error("%s: %s \"%s\" %s\n", (const char *)context, yt_ui_fault_name(fault), node->label,
                other ? other->label : "");
}

static void everything_fits_on_every_panel(void **state)
{
    static const struct {
        int width, height, percent;
        const char *language;
    } looks[] = {{1080, 1920, 100, "ja"}, {1080, 1920, 200, "vi"}, {1920, 1080, 100, "vi"},
                 {1920, 1080, 200, "ja"}, {1024, 600, 100, "ja"},  {1024, 600, 200, "vi"},
                 {800, 480, 100, "vi"},   {800, 480, 200, "ja"}};
    size_t faults = 0;

    (void)state;
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        struct yt_stage stage;
        char name[64];

        snprintf(name, sizeof name, "%dx%d %d%% %s", looks[i].width, looks[i].height,
                 looks[i].percent, looks[i].language);
        yt_stage_open(&stage, looks[i].width, looks[i].height, looks[i].percent);
        yt_ui_set_motion(stage.ui, false);
        list.language = looks[i].language;
        list.waiting = i == 2;
        list.marked = 3;
        show(&stage);
        faults += yt_ui_faults(stage.ui, print_fault, name);
        wheel(&stage, 120);
        faults += yt_ui_faults(stage.ui, print_fault, name);
        yt_stage_close(&stage);
    }
    assert_int_equal(faults, 0);
}

#define ON(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON(few_rows_are_all_declared),
        ON(of_many_only_those_about_the_view_are_declared),
        ON(the_list_is_whole_wherever_one_looks),
        ON(the_last_row_is_at_the_end),
        ON(all_cells_have_one_size),
        ON(cards_that_wait_are_as_large_as_others),
        ON(higher_cards_do_not_push_the_reader_on),
        ON(cards_never_become_less_high_again),
        ON(another_choice_is_seen_from_its_first_row),
        ON(a_choice_made_above_the_list_moves_nothing),
        ON(the_place_outlives_a_turn_of_the_panel),
        ON(the_place_outlives_another_language_and_size),
        ON(one_comes_back_to_where_one_was),
        ON(the_next_visitor_begins_at_the_top),
        ON(arrows_walk_through_the_whole_list),
        ON(tab_walks_in_at_the_ends),
        ON(the_focus_outlives_scrolling_away),
        ON(a_chip_tells_its_count),
        ON(a_chip_keeps_its_place_when_chosen),
        ON(everything_fits_on_every_panel),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
