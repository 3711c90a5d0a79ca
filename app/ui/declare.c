/* Building the tree of a frame: items, boxes, pages, dialogs. */
#include "base/ruby.h"
#include "ui/state.h"

#include <string.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)
#define SCRATCH_MAX ((size_t)64 * 1024)
#define CONTENT_EMS 44.0f
/* A window that holds fewer ems than this has smaller headings. */
#define WIDE_EMS 38.0f

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash ^= value + UINT64_C(0x9e3779b97f4a7c15) + (hash << 6) + (hash >> 2);
    hash *= UINT64_C(0x100000001b3);
    return hash ^ (hash >> 29);
}

static uint32_t name_key(const char *name)
{
    uint64_t hash = HASH_START;

    for (; name && *name; name++)
        hash = mix(hash, (unsigned char)*name);
    return (uint32_t)(hash ^ (hash >> 32)) | 1;
}

const char *yt_ui_copy(struct yt_ui *ui, const char *text)
{
    const char *copy;

    if (!text)
        return NULL;
    copy = yt_arena_text(&ui->arena, text, strlen(text));
    if (!copy)
        ui->crowded = true;
    return copy ? copy : "";
}

static void append(struct yt_item *parent, struct yt_item *item)
{
    if (parent->last)
        parent->last->next = item;
    else
        parent->first = item;
    parent->last = item;
}

static struct yt_item *take_item(struct yt_ui *ui)
{
    struct yt_item *item = NULL;

    if (ui->item_count < YT_UI_ITEMS_MAX)
        item = yt_arena_take(&ui->arena, 1, sizeof *item);
    if (!item) {
        ui->crowded = true;
        item = &ui->spare;
        memset(item, 0, sizeof *item);
    }
    ui->item_count++;
    return item;
}

struct yt_item *yt_ui_add(struct yt_ui *ui, enum yt_item_kind kind, enum yt_ui_role role)
{
    struct yt_item *item = take_item(ui), *parent = ui->open;

    item->kind = kind;
    item->role = role;
    item->label = item->speech = item->value = "";
    item->parent = parent;
    item->natural = -1;
    item->id = mix(parent ? parent->id : HASH_START, (uint64_t)kind);
    item->id = mix(item->id, parent && parent->last ? parent->last->id : 1);
    if (parent && item != &ui->spare && parent != &ui->spare)
        append(parent, item);
    return item;
}

void yt_ui_identify(struct yt_item *item, struct yt_ui_action action, uint32_t key)
{
    uint64_t parent = item->parent ? item->parent->id : HASH_START;

    item->action = action;
    if (key)
        item->id = mix(mix(parent, 0x6b6579), key);
    else if (action.id)
        item->id = mix(mix(parent, action.id), (uint32_t)action.value);
}

void yt_ui_push(struct yt_ui *ui, struct yt_item *item)
{
    if (++ui->depth > YT_UI_DEPTH_MAX)
        ui->crowded = true;
    else
        ui->open = item;
}

void yt_ui_pop(struct yt_ui *ui)
{
    if (ui->depth <= 0)
        return;
    if (ui->depth-- <= YT_UI_DEPTH_MAX && ui->open)
        ui->open = ui->open->parent;
}

void yt_ui_name(struct yt_ui *ui, struct yt_item *item, const char *markup)
{
    if (!markup)
        return;
    yt_buf_clear(&ui->scratch);
    if (yt_ruby_strip(markup, &ui->scratch))
        item->label = yt_ui_copy(ui, yt_buf_string(&ui->scratch));
    yt_buf_clear(&ui->scratch);
    if (yt_ruby_reading(markup, &ui->scratch))
        item->speech = yt_ui_copy(ui, yt_buf_string(&ui->scratch));
    yt_buf_clear(&ui->scratch);
}

float yt_ui_type_ems(const struct yt_ui *ui, float ems)
{
    float wide = (float)ui->metrics.width / (float)ui->metrics.em / WIDE_EMS;

    return ems <= 1 || wide >= 1 ? ems : 1 + (ems - 1) * wide;
}

/* A page of 7 inches holds some 8 ems at 200 %, less than "pangkalusugan" beside its mark takes:
 * there a word that is too long is smaller rather than cut in two. */
#define NARROW_EMS 12

struct yt_item *yt_ui_add_letters(struct yt_ui *ui, const char *markup,
                                  const struct yt_ui_letters *letters)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_TEXT, YT_UI_ANY);

    item->as.text = (struct yt_item_text){
        .markup = yt_ui_copy(ui, markup),
        .language = yt_ui_copy(ui, letters->language),
        .ems = yt_ui_type_ems(ui, letters->ems),
        .bold = letters->bold,
        .balanced = letters->balanced,
        .align = letters->align,
        .ink = letters->ink,
        .ink_pressed = letters->ink_pressed.a ? letters->ink_pressed : letters->ink,
        .caret = -1,
        .shrink = yt_ui_content_ems(ui) < NARROW_EMS,
    };
    return item;
}

struct yt_item *yt_ui_add_icon(struct yt_ui *ui, const char *name, float size_mm, SDL_Color ink,
                               SDL_Color ink_pressed)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_ICON, YT_UI_ANY);

    item->as.icon.name = yt_ui_copy(ui, name);
    item->as.icon.ink = ink;
    item->as.icon.ink_pressed = ink_pressed.a ? ink_pressed : ink;
    item->min_width_mm = size_mm;
    return item;
}

void yt_ui_pad(struct yt_item *item, float across_mm, float along_mm)
{
    item->pad_left_mm = item->pad_right_mm = across_mm;
    item->pad_top_mm = item->pad_bottom_mm = along_mm;
}

/* ---- Boxes ---- */

static float space_mm(enum yt_ui_space space, float usual)
{
    static const float mm[] = {0, 0, 1.5f, 3.0f, 5.0f, 8.0f};

    return space == YT_UI_SPACE_USUAL ? usual : mm[space];
}

static void set_surface(struct yt_ui *ui, struct yt_item *item, enum yt_ui_surface surface)
{
    const struct yt_ui_theme *theme = &ui->theme;

    if (surface == YT_UI_BARE)
        return;
    item->skinned = true;
    item->skin.radius_mm = theme->radius_mm;
    item->skin.fill = surface == YT_UI_CARD ? theme->surface : theme->bar;
    item->skin.line = theme->line_soft;
    item->skin.line_mm = theme->border_mm;
    item->skin.shadow = surface == YT_UI_CARD;
}

void yt_ui_begin(struct yt_ui *ui, const struct yt_ui_box *box)
{
    static const struct yt_ui_box column = {0};
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_GROUP);

    box = box ? box : &column;
    yt_ui_identify(item, (struct yt_ui_action){0}, box->key);
    yt_ui_name(ui, item, box->label);
    item->flow = box->flow;
    item->stacks = box->flow == YT_UI_ROW;
    item->columns = box->columns > 0 ? box->columns : 2;
    item->cell_em = box->cell_em > 0 ? box->cell_em : 14;
    item->between_mm = space_mm(box->between, 3.0f);
    item->align = box->align;
    item->along = box->along;
    item->grow = box->grow;
    item->max_em = box->max_em;
    set_surface(ui, item, box->surface);
    yt_ui_pad(item, space_mm(box->inside, box->surface == YT_UI_BARE ? 0 : 5.0f),
              space_mm(box->inside, box->surface == YT_UI_BARE ? 0 : 4.0f));
    yt_ui_push(ui, item);
}

void yt_ui_end(struct yt_ui *ui)
{
    yt_ui_pop(ui);
}

void yt_ui_spacer(struct yt_ui *ui)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_SPACE, YT_UI_ANY);

    item->grow = true;
}

void yt_ui_gap(struct yt_ui *ui, enum yt_ui_space space)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_SPACE, YT_UI_ANY);

    item->min_width_mm = item->min_height_mm = space_mm(space, 3.0f);
}

void yt_ui_divider(struct yt_ui *ui)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_DIVIDER, YT_UI_DIVIDER_ROLE);

    item->skin.fill = ui->theme.line_soft;
}

/* ---- The page ---- */

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
    root->id = mix(HASH_START, ui->layers[number].key);
}

void yt_ui_page_begin(struct yt_ui *ui, const struct yt_ui_page *page)
{
    struct yt_item *item;

    ui->open = NULL;
    ui->depth = 0;
    item = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_PAGE);
    open_layer(ui, 0, item, page->name, page->key);
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
    yt_ui_pad(bar, margin, yt_metrics_height_mm(&ui->metrics) > 110 ? 3.0f : 1.6f);
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

void yt_ui_bottom_end(struct yt_ui *ui)
{
    yt_ui_pop(ui);
}

void yt_ui_content_begin(struct yt_ui *ui, const struct yt_ui_content *content)
{
    static const struct yt_ui_content usual = {0};
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_SCROLL_AREA);
    bool plain = ui->items.page && ui->items.page->cover;
    float margin = (float)yt_metrics_margin(&ui->metrics) / ui->metrics.px_per_mm;

    content = content ? content : &usual;
    item->between_mm = space_mm(content->between, 5.0f);
    item->along = content->centred ? YT_UI_CENTRE : YT_UI_START;
    if (!plain) {
        item->max_em = content->max_em > 0 ? content->max_em : CONTENT_EMS;
        yt_ui_pad(item, margin, yt_metrics_height_mm(&ui->metrics) > 110 ? 7.0f : 3.5f);
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
    bool low = yt_metrics_height_mm(&ui->metrics) <= 110;

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
    ui->press.id = 0;
    ui->press.area = 0;
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
}
