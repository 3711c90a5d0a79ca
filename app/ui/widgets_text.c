/* Texts, headings, pictures, codes. */
#include "ui/state.h"

#include <string.h>

#define CODE_SIDE_MAX 177

static float type_ems(enum yt_ui_type type)
{
    static const float ems[] = {1.0f, 0.8f, 1.0f, 1.25f, 2.2f};

    return ems[type];
}

/* An icon stands in front of the text, in a row of the two. */
static void begin_with_icon(struct yt_ui *ui, const char *icon, float size_mm, SDL_Color ink)
{
    struct yt_item *row = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_ANY);

    row->flow = YT_UI_ROW;
    row->align = YT_UI_CENTRE;
    row->between_mm = 3;
    row->by_first = true;
    yt_ui_push(ui, row);
    yt_ui_add_icon(ui, icon, size_mm, ink, ink);
}

void yt_ui_text(struct yt_ui *ui, const struct yt_ui_text *text)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = text->danger ? theme->danger : text->soft ? theme->ink_soft : theme->ink;
    struct yt_item *item;

    if (!text->text || !text->text[0])
        return;
    if (text->icon)
        begin_with_icon(ui, text->icon, 7, text->danger ? theme->danger : theme->accent);
    item =
        yt_ui_add_letters(ui, text->text,
                          &(struct yt_ui_letters){
                              .ems = type_ems(text->type),
                              .bold = text->type == YT_UI_STRONG || text->type == YT_UI_HUGE,
                              .align = text->align,
                              .balanced = text->type == YT_UI_LARGE || text->type == YT_UI_STRONG,
                              .ink = ink,
                              .language = text->language,
                          });
    item->role = YT_UI_TEXT_ROLE;
    item->as.text.shrink |= text->type == YT_UI_HUGE;
    yt_ui_name(ui, item, text->text);
    if (text->icon)
        yt_ui_pop(ui);
}

void yt_ui_say(struct yt_ui *ui, const char *text)
{
    yt_ui_text(ui, &(struct yt_ui_text){.text = text});
}

void yt_ui_heading(struct yt_ui *ui, const struct yt_ui_heading *heading)
{
    struct yt_item *item;

    if (!heading->text || !heading->text[0])
        return;
    if (heading->icon)
        begin_with_icon(ui, heading->icon, heading->level == 2 ? 8 : 11, ui->theme.accent);
    item = yt_ui_add_letters(ui, heading->text,
                             &(struct yt_ui_letters){
                                 .ems = heading->level == 2 ? 1.2f : 1.55f,
                                 .bold = true,
                                 .balanced = true,
                                 .align = heading->align,
                                 .ink = ui->theme.ink,
                                 .language = heading->language,
                             });
    item->role = YT_UI_HEADING_ROLE;
    yt_ui_name(ui, item, heading->text);
    if (heading->icon)
        yt_ui_pop(ui);
}

void yt_ui_icon(struct yt_ui *ui, const struct yt_ui_icon *icon)
{
    SDL_Color ink = icon->danger   ? ui->theme.danger
                    : icon->accent ? ui->theme.accent
                                   : ui->theme.ink;
    struct yt_item *item =
        yt_ui_add_icon(ui, icon->name, icon->size_mm > 0 ? icon->size_mm : 10, ink, ink);

    if (icon->label) {
        item->role = YT_UI_PICTURE_ROLE;
        yt_ui_name(ui, item, icon->label);
    }
}

void yt_ui_picture(struct yt_ui *ui, const struct yt_ui_picture *picture)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_PICTURE, YT_UI_PICTURE_ROLE);

    yt_ui_name(ui, item, picture->label);
    item->as.icon.name = yt_ui_copy(ui, picture->name);
    item->max_height_mm = picture->height_mm;
    item->max_share = picture->share > 0 ? picture->share : 0.4f;
    item->cover = picture->cover;
    item->grow = picture->cover;
}

void yt_ui_code(struct yt_ui *ui, const struct yt_ui_code *code)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_CODE, YT_UI_CODE_ROLE);
    size_t count;
    uint8_t *modules;

    yt_ui_name(ui, item, code->label);
    item->min_width_mm = code->size_mm > 0 ? code->size_mm : 60;
    if (code->side < 1 || code->side > CODE_SIDE_MAX)
        return;
    count = (size_t)code->side * (size_t)code->side;
    if (!(modules = yt_arena_take(&ui->arena, count, 1))) {
        ui->crowded = true;
        return;
    }
    memcpy(modules, code->modules, count);
    item->as.code.modules = modules;
    item->as.code.side = code->side;
}
