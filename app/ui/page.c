/* Pages with their bars, dialogs, and the frame around all of it. */
#include "ui/state.h"

#include <string.h>

#define SCRATCH_MAX ((size_t)64 * 1024)
#define CONTENT_EMS 44.0f

static uint32_t name_key(const char *name)
{
    uint64_t hash = name ? yt_draw_hash(name, strlen(name), 0) : 0;

    return (uint32_t)(hash ^ (hash >> 32)) | 1;
}

static struct yt_item *add_scroll_button(struct yt_ui *ui, const char *icon, const char *words,
                                         uint16_t action)
{
    const struct yt_ui_theme *theme = &ui->theme;
    struct yt_item *button = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_BUTTON_ROLE);

    yt_ui_identify(button, (struct yt_ui_action){.id = action}, 0);
    yt_ui_name(ui, button, words);
    button->flow = YT_UI_ROW;
    button->align = button->along = YT_UI_CENTRE;
    button->between_mm = 2;
    button->min_width_mm = button->min_height_mm = YT_TARGET_MM;
    yt_ui_pad(button, 2, 1.5f);
    button->skinned = true;
    button->skin = (struct yt_skin){.fill = theme->surface,
                                    .fill_pressed = theme->accent_soft,
                                    .line = theme->accent,
                                    .line_pressed = theme->accent,
                                    .line_mm = theme->border_mm * 1.4f,
                                    .radius_mm = theme->radius_mm};
    yt_ui_push(ui, button);
    yt_ui_add_icon(ui, icon, 7, theme->accent, theme->accent);
    yt_ui_add_letters(ui, words ? words : "",
                      &(struct yt_ui_letters){.ems = 0.9f, .bold = true, .ink = theme->accent});
    yt_ui_pop(ui);
    return button;
}

static struct yt_item *add_rail(struct yt_ui *ui, struct yt_item **up, struct yt_item **down)
{
    struct yt_item *rail = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_GROUP);

    rail->between_mm = YT_TARGET_BETWEEN_MM;
    yt_ui_pad(rail, 2, 2);
    rail->gone = true;
    yt_ui_push(ui, rail);
    *up = add_scroll_button(ui, "chevron-up", ui->words.more_above, YT_UI_ACTION_UP);
    *down = add_scroll_button(ui, "chevron-down", ui->words.more_below, YT_UI_ACTION_DOWN);
    yt_ui_pop(ui);
    return rail;
}

static void open_layer(struct yt_ui *ui, int number, struct yt_item *root, const char *name,
                       uint32_t key)
{
    ui->layers[number].root = root;
    ui->layers[number].name = yt_ui_copy(ui, name ? name : "");
    ui->layers[number].key = key ? key : name_key(name);
    root->id = ui->layers[number].key * UINT64_C(0x9E3779B97F4A7C15);
}

void yt_ui_page_begin(struct yt_ui *ui, const struct yt_ui_page *page)
{
    struct yt_item *item;

    ui->open = NULL;
    ui->depth = 0;
    item = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_PAGE);
    open_layer(ui, 0, item, page->name, page->key);
    if (ui->layers[0].key != ui->shown_keys[0])
        yt_ui_rows_leave(ui);
    item->cover = page->plain;
    item->skinned = true;
    item->skin.fill = ui->theme.page;
    ui->layers[0].back = page->back;
    ui->layers[0].whole = page->whole;
    ui->layers[0].number_keys = page->number_keys;
    ui->items.page = item;
    yt_ui_push(ui, item);
}

void yt_ui_page_end(struct yt_ui *ui)
{
    if (ui->items.content && !ui->items.rail)
        ui->items.rail = add_rail(ui, &ui->items.up, &ui->items.down);
    yt_ui_pop(ui);
}

static struct yt_item *begin_bar(struct yt_ui *ui)
{
    struct yt_item *bar = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_BAR);
    float margin = (float)yt_metrics_margin(&ui->metrics) / ui->metrics.px_per_mm;

    bar->flow = YT_UI_ROW;
    bar->between_mm = YT_TARGET_BETWEEN_MM;
    yt_ui_pad(bar, margin, yt_metrics_low(&ui->metrics) ? 1.4f : 3.0f);
    bar->skinned = true;
    bar->skin.fill = ui->theme.bar;
    yt_ui_push(ui, bar);
    return bar;
}

void yt_ui_top_begin(struct yt_ui *ui)
{
    ui->items.top = begin_bar(ui);
}

void yt_ui_top_end(struct yt_ui *ui)
{
    yt_ui_pop(ui);
}

void yt_ui_bottom_begin(struct yt_ui *ui)
{
    struct yt_item *bar = begin_bar(ui);

    bar->stacks = bar->first_up = true;
    ui->items.bottom = bar;
}

/* "Back" stays at the left edge and the way on at the right one, however wide the bar is. */
static void part_bar(struct yt_ui *ui, struct yt_item *bar)
{
    struct yt_item *first = bar->first, *second = first ? first->next : NULL, *space,
                   *last = second;

    if (!second) {
        bool back = first && first->action.id == ui->layers[0].back.id &&
                    first->action.value == ui->layers[0].back.value;

        bar->along = back ? YT_UI_START : YT_UI_CENTRE;
        return;
    }
    for (const struct yt_item *child = first; child; child = child->next)
        if (child->kind == YT_ITEM_SPACE)
            return;
    space = yt_ui_add(ui, YT_ITEM_SPACE, YT_UI_ANY);
    space->grow = true;
    while (last->next && last->next != space)
        last = last->next;
    if (!last->next)
        return; /* there was no room for it */
    bar->last = last;
    last->next = NULL;
    space->next = second;
    first->next = space;
}

void yt_ui_bottom_end(struct yt_ui *ui)
{
    if (ui->items.bottom && ui->open == ui->items.bottom)
        part_bar(ui, ui->items.bottom);
    yt_ui_pop(ui);
}

void yt_ui_content_begin(struct yt_ui *ui, const struct yt_ui_content *content)
{
    static const struct yt_ui_content usual = {0};
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_SCROLL_AREA);
    bool plain = ui->items.page && ui->items.page->cover;
    float margin = (float)yt_metrics_margin(&ui->metrics) / ui->metrics.px_per_mm;

    content = content ? content : &usual;
    item->between_mm = yt_ui_space_mm(content->between, yt_metrics_low(&ui->metrics) ? 3.0f : 5.0f);
    item->along = content->centred ? YT_UI_CENTRE : YT_UI_START;
    if (!plain) {
        item->max_em = yt_metrics_low(&ui->metrics) ? 0
                       : content->max_em > 0        ? content->max_em
                                                    : CONTENT_EMS;
        yt_ui_pad(item, margin, yt_metrics_low(&ui->metrics) ? 2.0f : 7.0f);
    }
    ui->items.content = item;
    yt_ui_push(ui, item);
}

void yt_ui_content_end(struct yt_ui *ui)
{
    yt_ui_pop(ui);
}

/* ---- The dialog ---- */

static void add_dialog_head(struct yt_ui *ui, const struct yt_ui_dialog *dialog)
{
    if (dialog->icon)
        yt_ui_icon(ui, &(struct yt_ui_icon){.name = dialog->icon,
                                            .size_mm = 14,
                                            .accent = !dialog->danger,
                                            .danger = dialog->danger});
    if (dialog->title)
        yt_ui_heading(ui, &(struct yt_ui_heading){.text = dialog->title, .level = 2});
    if (dialog->text)
        yt_ui_say(ui, dialog->text);
}

void yt_ui_dialog_begin(struct yt_ui *ui, const struct yt_ui_dialog *dialog)
{
    struct yt_item *card, *content;
    bool low = yt_metrics_low(&ui->metrics);

    ui->open = NULL;
    ui->depth = 0;
    card = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_DIALOG_ROLE);
    open_layer(ui, 1, card, dialog->name, 0);
    yt_ui_name(ui, card, dialog->title);
    yt_ui_pad(card, low ? 5 : 8, low ? 5 : 8);
    card->skinned = true;
    card->skin = (struct yt_skin){.fill = ui->theme.surface,
                                  .line = ui->theme.line_soft,
                                  .line_mm = ui->theme.border_mm,
                                  .radius_mm = ui->theme.radius_mm * 1.5f,
                                  .shadow = true};
    ui->layers[1].back = dialog->back;
    ui->items.dialog = card;
    yt_ui_push(ui, card);
    content = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_SCROLL_AREA);
    content->between_mm = 5;
    /* Room for the focus ring, which would be cut at the edge of the view. */
    yt_ui_pad(content, 1.5f, 1.5f);
    ui->items.dialog_content = content;
    yt_ui_push(ui, content);
    add_dialog_head(ui, dialog);
}

void yt_ui_dialog_end(struct yt_ui *ui)
{
    yt_ui_pop(ui);
    if (ui->items.dialog && !ui->items.dialog_rail)
        ui->items.dialog_rail = add_rail(ui, &ui->items.dialog_up, &ui->items.dialog_down);
    yt_ui_pop(ui);
}

/* ---- The frame ---- */

void yt_ui_frame_begin(struct yt_ui *ui)
{
    yt_arena_reset(&ui->arena);
    if (!ui->scratch.max)
        yt_buf_init_secret(&ui->scratch, SCRATCH_MAX);
    ui->items = (struct yt_page_items){0};
    memset(ui->layers, 0, sizeof ui->layers);
    ui->open = NULL;
    ui->depth = 0;
    ui->item_count = 0;
    ui->crowded = ui->declared = false;
    ui->rows.box = NULL;
    ui->rows.count = ui->rows.declared = 0;
    ui->rows.comes_back = false;
}

/* A new screen starts at its top, without focus, and does not take the end of a double tap. */
static void notice_change(struct yt_ui *ui)
{
    bool changed = false;

    for (int i = 0; i < 2; i++) {
        if (ui->shown_keys[i] == ui->layers[i].key)
            continue;
        changed = true;
        /* A dialog comes and goes in front of a page that stays where it was. */
        ui->areas[i].offset = 0;
        ui->shown_keys[i] = ui->layers[i].key;
    }
    if (!changed)
        return;
    ui->glide.area = 0;
    ui->focus_id = 0;
    ui->rows.focus_row = 0;
    ui->rows.walking = false;
    ui->press.id = 0;
    ui->press.area = 0;
    ui->press.dragging = false;
    if (ui->seen_any)
        ui->changed_ms = yt_clock_mono_ms(ui->clock);
    ui->seen_any = true;
}

void yt_ui_frame_end(struct yt_ui *ui)
{
    ui->open = NULL;
    ui->declared = ui->layers[0].root != NULL;
    notice_change(ui);
    yt_ui_lay_out(ui);
    yt_ui_focus_row(ui);
}
