/* Geometry with letters that are all one em wide; every sample in every size without a fault; and
 * a finder of faults that does find them. */
#include "sample_screens.h"
#include "stage.h"
#include "ui/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* ---- Pure geometry ---- */

static void measure_ascii(void *context, const struct yt_item_text *text, int em, int width,
                          struct yt_extent *extent)
{
    int letters = (int)strlen(text->markup), a_line = width > 0 ? width / em : letters;

    (void)context;
    a_line = a_line < 1 ? 1 : a_line;
    extent->lines = (letters + a_line - 1) / a_line;
    extent->width = em * (letters < a_line ? letters : a_line);
    extent->height = extent->lines * em;
    extent->too_narrow = width > 0 && width < em * 4;
}

static struct yt_metrics metrics;
static const struct yt_layout layout = {.metrics = &metrics, .measure = measure_ascii, .air = 1};

static void add(struct yt_item *box, struct yt_item *child)
{
    child->natural = -1;
    child->parent = box;
    if (box->last)
        box->last->next = child;
    else
        box->first = child;
    box->last = child;
}

static struct yt_item text_item(const char *letters)
{
    struct yt_item item = {.kind = YT_ITEM_TEXT, .natural = -1};

    item.as.text.markup = letters;
    item.as.text.ems = 1;
    return item;
}

static int set_metrics(void **state)
{
    (void)state;
    yt_metrics_init(&metrics, 1000, 1000, 1414.2F,
                    100); /* one pixel a millimetre, em 8, the least */
    return 0;
}

static void millimetres_become_pixels_by_the_panel(void **state)
{
    struct yt_metrics small, large;

    (void)state;
    yt_metrics_init(&small, 800, 480, 0, 100);
    assert_in_range(yt_metrics_mm(&small, 15), 76, 81);
    assert_int_equal(small.em, 24); /* a twentieth of the height, not 7 mm */
    yt_metrics_init(&small, 800, 480, 0, 200);
    assert_int_equal(small.em, 40); /* a twelfth, not the double */
    yt_metrics_init(&small, 800, 480, 0, 150);
    assert_int_equal(small.em, 32); /* halfway */
    yt_metrics_init(&large, 1920, 1080, 0, 100);
    assert_in_range(yt_metrics_mm(&large, 15), 59, 62);
    assert_int_equal(large.em, 28);
    yt_metrics_init(&large, 1920, 1080, 0, 200);
    assert_in_range(large.em, 56, 57);
    yt_metrics_init(&large, 1920, 1080, 1092.2F, 100); /* the same pixels on 43 inches */
    assert_int_equal(large.em, 14);
}

static void low_panels_have_a_column_at_the_side(void **state)
{
    struct yt_metrics panel;

    (void)state;
    yt_metrics_init(&panel, 800, 480, 0, 100);
    assert_true(yt_metrics_low(&panel));
    assert_in_range(yt_metrics_side(&panel), yt_metrics_mm(&panel, 38), 240);
    yt_metrics_init(&panel, 1024, 600, 0, 100);
    assert_true(yt_metrics_low(&panel));
    yt_metrics_init(&panel, 480, 800, 0, 100);
    assert_false(yt_metrics_low(&panel));
    assert_int_equal(yt_metrics_side(&panel), 0);
    yt_metrics_init(&panel, 1920, 1080, 0, 100);
    assert_false(yt_metrics_low(&panel));
    assert_true(yt_metrics_key_mm(&panel) >= YT_TARGET_MM);
}

static void a_row_gives_what_is_left_to_those_that_grow(void **state)
{
    struct yt_item row = {.kind = YT_ITEM_BOX, .flow = YT_UI_ROW, .natural = -1, .between_mm = 3};
    struct yt_item first = text_item("aaaa"), second = text_item("bb");

    (void)state;
    second.grow = true;
    add(&row, &first);
    add(&row, &second);
    yt_layout_place(&layout, &row, (SDL_Rect){10, 20, 200, 50}, 0);
    assert_int_equal(first.rect.x, 10);
    assert_int_equal(first.rect.w, 32);
    assert_int_equal(second.rect.x, 45);
    assert_int_equal(second.rect.w, 165);
}

static void a_row_stacks_when_its_labels_do_not_fit(void **state)
{
    struct yt_item row = {.kind = YT_ITEM_BOX,
                          .flow = YT_UI_ROW,
                          .natural = -1,
                          .between_mm = 3,
                          .stacks = true,
                          .first_up = true};
    struct yt_item first = text_item("aaaaaaaa"), second = text_item("bbbbbbbb");

    (void)state;
    add(&row, &first);
    add(&row, &second);
    yt_layout_place(&layout, &row, (SDL_Rect){0, 0, 140, 50}, 0);
    assert_int_equal(first.rect.y, second.rect.y);
    row.fit_width = 0;
    yt_layout_place(&layout, &row, (SDL_Rect){0, 0, 40, 100}, 0);
    assert_int_equal(second.rect.y, 0);
    assert_true(first.rect.y >= second.rect.y + second.rect.h + 3);
    assert_int_equal(first.rect.w, 40);
}

static void a_grid_loses_columns_rather_than_break_words(void **state)
{
    struct yt_item grid = {.kind = YT_ITEM_BOX,
                           .flow = YT_UI_GRID,
                           .columns = 3,
                           .cell_em = 1,
                           .between_mm = 3,
                           .natural = -1};
    struct yt_item cells[4];

    (void)state;
    for (int i = 0; i < 4; i++) {
        cells[i] = text_item("aaaa");
        add(&grid, &cells[i]);
    }
    yt_layout_place(&layout, &grid, (SDL_Rect){0, 0, 200, 100}, 0);
    /* Four of at most three columns are two and two. */
    assert_int_equal(cells[1].rect.y, cells[0].rect.y);
    assert_true(cells[2].rect.y > cells[0].rect.y);
    assert_int_equal(cells[2].rect.w, cells[1].rect.w);
    yt_layout_place(&layout, &grid, (SDL_Rect){0, 0, 50, 100}, 0);
    assert_true(cells[1].rect.y > cells[0].rect.y);
    assert_int_equal(cells[1].rect.w, 50);
}

/* Two headings; below the first a card with long words, below the second a card that has something
 * below it, and a lone one in the next row. */
static void cards_are_of_one_size_under_every_heading(void **state)
{
    struct yt_item page = {.kind = YT_ITEM_BOX,
                           .flow = YT_UI_CARDS,
                           .columns = 2,
                           .cell_em = 1,
                           .between_mm = 3,
                           .natural = -1};
    struct yt_item headings[2] = {text_item("first"), text_item("second")};
    struct yt_item words[4] = {text_item("aaaa aaaa aaaa aaaa aaaa"), text_item("bb"),
                               text_item("cc"), text_item("dd")};
    struct yt_item below = text_item("more");
    struct yt_item cards[4], group = {.kind = YT_ITEM_BOX, .role = YT_UI_GROUP, .natural = -1};

    (void)state;
    for (int i = 0; i < 4; i++) {
        cards[i] = (struct yt_item){.kind = YT_ITEM_BOX, .action = {1, i}, .natural = -1};
        add(&cards[i], &words[i]);
    }
    add(&page, &headings[0]);
    add(&page, &cards[0]);
    add(&page, &headings[1]);
    add(&page, &group);
    add(&group, &cards[1]);
    add(&group, &below);
    add(&page, &cards[2]);
    add(&page, &cards[3]);
    for (int width = 203; width >= 103; width -= 50) {
        yt_layout_place(&layout, &page, (SDL_Rect){0, 0, width, 500}, 0);
        for (int i = 1; i < 4; i++) {
            assert_int_equal(cards[i].rect.w, cards[0].rect.w);
            assert_int_equal(cards[i].rect.h, cards[0].rect.h);
        }
        assert_int_equal(cards[0].rect.w, (width - 3) / 2);
        assert_true(cards[0].rect.h >= words[0].rect.h);
        assert_int_equal(headings[1].rect.w, width);
        assert_int_equal(cards[1].rect.y, cards[2].rect.y);
        assert_true(below.rect.y >= cards[1].rect.y + cards[1].rect.h);
        assert_true(cards[3].rect.y >= below.rect.y + below.rect.h + 3);
        page.fit_width = 0;
    }
}

static void keys_keep_their_columns_and_spans(void **state)
{
    struct yt_item keys = {
        .kind = YT_ITEM_BOX, .flow = YT_UI_KEYS, .columns = 5, .between_mm = 5, .natural = -1};
    struct yt_item cells[3] = {{.kind = YT_ITEM_BOX, .natural = -1, .min_height_mm = 15},
                               {.kind = YT_ITEM_BOX, .natural = -1, .span = 3},
                               {.kind = YT_ITEM_BOX, .natural = -1, .span = 2}};

    (void)state;
    for (int i = 0; i < 3; i++)
        add(&keys, &cells[i]);
    yt_layout_place(&layout, &keys, (SDL_Rect){0, 0, 270, 100}, 0);
    assert_int_equal(cells[0].rect.w, 50);
    assert_int_equal(cells[1].rect.w, 160);
    assert_int_equal(cells[1].rect.x, 55);
    assert_int_equal(cells[2].rect.y, 20);
    assert_int_equal(cells[2].rect.h, 15);
}

/* ---- Whole screens ---- */

static void print_fault(enum yt_ui_fault fault, const struct yt_ui_node *node,
                        const struct yt_ui_node *other, void *context)
{
    print_error("%s: %s: %s%s%s\n", (const char *)context, yt_ui_fault_name(fault), node->label,
                other ? " and " : "", other ? other->label : "");
}

static void no_sample_has_a_fault_in_any_size(void **state)
{
    static const int sizes[][2] = {{800, 480},   {1024, 600},  {480, 800},
                                   {1080, 1920}, {1920, 1080}, {3840, 2160}};
    size_t faults = 0;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(sizes); i++)
        for (int percent = 100; percent <= 200; percent += 50) {
            struct yt_stage stage;
            char where[64];

            yt_stage_open(&stage, sizes[i][0], sizes[i][1], percent);
            for (size_t j = 0; j < yt_sample_count; j++) {
                snprintf(where, sizeof where, "%s %dx%d %d%%", yt_samples[j].name, sizes[i][0],
                         sizes[i][1], percent);
                yt_sample_show(stage.ui, &yt_samples[j]);
                faults += yt_ui_faults(stage.ui, print_fault, where);
            }
            yt_stage_close(&stage);
        }
    assert_int_equal(faults, 0);
}

static void bars_stay_where_there_is_room(void **state)
{
    struct yt_stage stage;
    SDL_Rect before;

    (void)state;
    yt_stage_open(&stage, 1024, 600, 100);
    yt_sample_show(stage.ui, &yt_samples[1]);
    before = yt_stage_find(&stage, "つぎへ").rect;
    assert_true(before.y + before.h <= 600);
    assert_true(yt_ui_reveal(stage.ui, yt_stage_find(&stage, "とくにない").id));
    assert_int_equal(yt_stage_find(&stage, "つぎへ").rect.y, before.y);
    yt_stage_close(&stage);
}

static void a_low_panel_keeps_the_ways_on_in_sight(void **state)
{
    static const int sizes[][3] = {{800, 480, 100}, {800, 480, 200}, {1024, 600, 200}};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(sizes); i++) {
        struct yt_stage stage;
        struct yt_ui_node next, answer;

        yt_stage_open(&stage, sizes[i][0], sizes[i][1], sizes[i][2]);
        yt_sample_show(stage.ui, &yt_samples[1]);
        next = yt_stage_find(&stage, "つぎへ");
        assert_false(next.state & YT_UI_HIDDEN);
        assert_true(next.rect.x + next.rect.w <= sizes[i][0]);
        assert_true(next.rect.y + next.rect.h <= sizes[i][1]);
        assert_true(next.rect.x > sizes[i][0] * 7 / 10);
        yt_ui_reveal(stage.ui, yt_stage_find(&stage, "とくにない").id);
        answer = yt_stage_find(&stage, "とくにない");
        assert_false(answer.state & YT_UI_HIDDEN);
        assert_true(answer.rect.x + answer.rect.w <= next.rect.x);
        yt_stage_close(&stage);
    }
}

static void bars_scroll_with_the_content_where_there_is_none(void **state)
{
    struct yt_stage stage;
    struct yt_ui_node next;

    (void)state;
    yt_stage_open(&stage, 480, 480, 200);
    yt_sample_show(stage.ui, &yt_samples[1]);
    next = yt_stage_find(&stage, "つぎへ");
    assert_true(next.state & YT_UI_HIDDEN);
    assert_true(yt_ui_reveal(stage.ui, next.id));
    assert_false(yt_stage_find(&stage, "つぎへ").state & YT_UI_HIDDEN);
    yt_stage_close(&stage);
}

/* ---- The finder of faults ---- */

struct found {
    unsigned kinds; /* one bit for each kind */
};

static void note_fault(enum yt_ui_fault fault, const struct yt_ui_node *node,
                       const struct yt_ui_node *other, void *context)
{
    struct found *found = context;

    (void)node;
    (void)other;
    found->kinds |= 1U << fault;
}

static unsigned faults_of(struct yt_stage *stage)
{
    struct found found = {0};

    yt_ui_frame_end(stage->ui);
    yt_ui_faults(stage->ui, note_fault, &found);
    return found.kinds;
}

static void begin_frame(struct yt_stage *stage)
{
    yt_ui_frame_begin(stage->ui);
    yt_ui_page_begin(stage->ui, &(struct yt_ui_page){.name = "broken"});
    yt_ui_content_begin(stage->ui, NULL);
}

static void end_page(struct yt_stage *stage)
{
    yt_ui_content_end(stage->ui);
    yt_ui_page_end(stage->ui);
}

static int open_low(void **state)
{
    static struct yt_stage stage;

    yt_stage_open(&stage, 480, 480, 200);
    *state = &stage;
    return 0;
}

static int close_stage(void **state)
{
    yt_stage_close(*state);
    return 0;
}

static void a_word_that_cannot_fit_is_found(void **state)
{
    struct yt_stage *stage = *state;

    begin_frame(stage);
    yt_ui_say(stage->ui, "Donaudampfschifffahrtsgesellschaftskapitaen");
    end_page(stage);
    assert_int_equal(faults_of(stage), 1U << YT_UI_FAULT_CLIPPED);
    begin_frame(stage);
    yt_ui_say(stage->ui, "Schiff");
    end_page(stage);
    assert_int_equal(faults_of(stage), 0);
}

static void targets_too_small_or_too_close_are_found(void **state)
{
    struct yt_stage *stage = *state;
    struct yt_ui_box keys = {.flow = YT_UI_KEYS, .columns = 12, .between = YT_UI_SPACE_TIGHT};

    begin_frame(stage);
    yt_ui_begin(stage->ui, &keys);
    for (int i = 0; i < 12; i++)
        yt_ui_key(stage->ui, &(struct yt_ui_key){.label = "a", .span = 1, .action = {1, i}});
    yt_ui_key(stage->ui, &(struct yt_ui_key){.label = "b", .span = 2, .action = {1, 20}});
    yt_ui_end(stage->ui);
    end_page(stage);
    assert_int_equal(faults_of(stage), 1U << YT_UI_FAULT_SMALL | 1U << YT_UI_FAULT_CLOSE);
}

static void what_has_no_name_or_no_picture_is_found(void **state)
{
    struct yt_stage *stage = *state;

    begin_frame(stage);
    yt_ui_button(stage->ui,
                 &(struct yt_ui_button){.label = "", .icon = "no-such-icon", .action = {1, 0}});
    end_page(stage);
    assert_int_equal(faults_of(stage), 1U << YT_UI_FAULT_UNNAMED | 1U << YT_UI_FAULT_PICTURE);
}

static void letters_without_a_font_are_found(void **state)
{
    struct yt_stage *stage = *state;

    begin_frame(stage);
    yt_ui_say(stage->ui, "\xF0\x93\x80\x80"); /* an Egyptian hieroglyph */
    end_page(stage);
    assert_int_equal(faults_of(stage), 1U << YT_UI_FAULT_LETTERS);
}

static void too_much_is_found_and_does_no_harm(void **state)
{
    struct yt_stage *stage = *state;

    begin_frame(stage);
    for (int i = 0; i < 40; i++)
        yt_ui_begin(stage->ui, NULL);
    for (int i = 0; i < 7000; i++)
        yt_ui_spacer(stage->ui);
    for (int i = 0; i < 40; i++)
        yt_ui_end(stage->ui);
    end_page(stage);
    assert_true(faults_of(stage) & 1U << YT_UI_FAULT_CROWDED);
}

/* ---- Colours ---- */

static void both_palettes_can_be_read(void **state)
{
    struct yt_ui_theme theme;
    struct yt_err err;

    (void)state;
    for (int contrast = 0; contrast < 2; contrast++) {
        yt_ui_theme_default(&theme, contrast);
        if (!yt_ui_theme_check(&theme, &err))
            fail_msg("%s", err.text);
    }
    assert_true(yt_ui_contrast((SDL_Color){255, 255, 255, 255}, (SDL_Color){0, 0, 0, 255}) > 20.9);
    theme.ink_soft = (SDL_Color){128, 128, 128, 255};
    assert_false(yt_ui_theme_check(&theme, &err));
    assert_non_null(strstr(err.text, "ink_soft"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(millimetres_become_pixels_by_the_panel),
        cmocka_unit_test(low_panels_have_a_column_at_the_side),
        cmocka_unit_test(a_row_gives_what_is_left_to_those_that_grow),
        cmocka_unit_test(a_row_stacks_when_its_labels_do_not_fit),
        cmocka_unit_test(a_grid_loses_columns_rather_than_break_words),
        cmocka_unit_test(cards_are_of_one_size_under_every_heading),
        cmocka_unit_test(keys_keep_their_columns_and_spans),
        cmocka_unit_test(no_sample_has_a_fault_in_any_size),
        cmocka_unit_test(bars_stay_where_there_is_room),
        cmocka_unit_test(a_low_panel_keeps_the_ways_on_in_sight),
        cmocka_unit_test(bars_scroll_with_the_content_where_there_is_none),
        cmocka_unit_test_setup_teardown(a_word_that_cannot_fit_is_found, open_low, close_stage),
        cmocka_unit_test_setup_teardown(targets_too_small_or_too_close_are_found, open_low,
                                        close_stage),
        cmocka_unit_test_setup_teardown(what_has_no_name_or_no_picture_is_found, open_low,
                                        close_stage),
        cmocka_unit_test_setup_teardown(letters_without_a_font_are_found, open_low, close_stage),
        cmocka_unit_test_setup_teardown(too_much_is_found_and_does_no_harm, open_low, close_stage),
        cmocka_unit_test(both_palettes_can_be_read),
    };

    return cmocka_run_group_tests(tests, set_metrics, NULL);
}
