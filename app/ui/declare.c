/* Building the tree of a frame: items and boxes. */
#include "base/ruby.h"
#include "ui/state.h"

#include <string.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)
/* A window that holds fewer ems than this has smaller headings. */
#define WIDE_EMS 38.0f
/* Cells of a grid may be as narrow as this on a low panel: there height is dearer than width. */
#define LOW_CELL_EMS 10.0f

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash ^= value + UINT64_C(0x9e3779b97f4a7c15) + (hash << 6) + (hash >> 2);
    hash *= UINT64_C(0x100000001b3);
    return hash ^ (hash >> 29);
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

/* A page of 7 inches holds some 13 ems at 200 %, which in two columns is less than "pangkalusugan"
 * beside its mark takes: there a word that is too long is smaller rather than cut in two. */
#define NARROW_EMS 16

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

struct yt_item *yt_ui_begin_part(struct yt_ui *ui, enum yt_ui_flow flow, float between_mm)
{
    struct yt_item *part = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_ANY);

    part->flow = flow;
    part->between_mm = between_mm;
    yt_ui_push(ui, part);
    return part;
}

/* ---- Boxes ---- */

float yt_ui_space_mm(enum yt_ui_space space, float usual)
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
    if (box->flow == YT_UI_GRID && yt_metrics_low(&ui->metrics) && item->cell_em > LOW_CELL_EMS)
        item->cell_em = LOW_CELL_EMS;
    item->between_mm = yt_ui_space_mm(box->between, 3.0f);
    item->align = box->align;
    item->along = box->along;
    item->grow = box->grow;
    item->max_em = box->max_em;
    set_surface(ui, item, box->surface);
    yt_ui_pad(item, yt_ui_space_mm(box->inside, box->surface == YT_UI_BARE ? 0 : 5.0f),
              yt_ui_space_mm(box->inside, box->surface == YT_UI_BARE ? 0 : 4.0f));
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

    item->min_width_mm = item->min_height_mm = yt_ui_space_mm(space, 3.0f);
}

void yt_ui_divider(struct yt_ui *ui)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_DIVIDER, YT_UI_DIVIDER_ROLE);

    item->skin.fill = ui->theme.line_soft;
}
