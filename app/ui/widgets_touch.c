/* Buttons, tools, answers: things to touch. */
#include "ui/skin.h"
#include "ui/state.h"

#define CHOSEN_LINE_MM 1.0f

/* ---- Buttons ---- */

static struct yt_skin button_skin(const struct yt_ui_theme *theme, enum yt_ui_kind kind)
{
    struct yt_skin skin = {.radius_mm = theme->radius_mm, .line_mm = theme->border_mm};

    switch (kind) {
    case YT_UI_PRIMARY:
        skin.fill = skin.line = theme->accent;
        skin.fill_pressed = skin.line_pressed = theme->accent_deep;
        skin.shadow = true;
        break;
    case YT_UI_DANGER:
        skin.fill = skin.line = theme->danger;
        skin.fill_pressed = skin.line_pressed = theme->danger_deep;
        skin.shadow = true;
        break;
    case YT_UI_QUIET:
        skin.fill = theme->surface;
        skin.fill_pressed = theme->pressed;
        skin.line = skin.line_pressed = theme->line;
        break;
    default:
        skin.fill = theme->surface;
        skin.fill_pressed = theme->accent_soft;
        skin.line = skin.line_pressed = theme->accent;
        skin.line_mm = theme->border_mm * 1.4f;
        skin.shadow = true;
    }
    return skin;
}

static SDL_Color button_ink(const struct yt_ui_theme *theme, enum yt_ui_kind kind)
{
    switch (kind) {
    case YT_UI_PRIMARY:
        return theme->on_accent;
    case YT_UI_DANGER:
        return theme->on_danger;
    case YT_UI_QUIET:
        return theme->ink;
    default:
        return theme->accent;
    }
}

struct yt_skin yt_skin_off(const struct yt_ui_theme *theme)
{
    return (struct yt_skin){.fill = theme->page,
                            .fill_pressed = theme->page,
                            .line = theme->line_soft,
                            .line_pressed = theme->line_soft,
                            .line_mm = theme->border_mm,
                            .radius_mm = theme->radius_mm};
}

struct yt_skin yt_skin_choice(const struct yt_ui_theme *theme, bool chosen)
{
    return (struct yt_skin){.fill = chosen ? theme->accent_soft : theme->surface,
                            .fill_pressed = theme->pressed,
                            .line = chosen ? theme->accent : theme->line,
                            .line_pressed = theme->accent,
                            .line_mm = chosen ? CHOSEN_LINE_MM : theme->border_mm,
                            .radius_mm = theme->radius_mm,
                            .shadow = !chosen};
}

struct yt_item *yt_ui_begin_touch(struct yt_ui *ui, const struct yt_touch *touch)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_BOX, touch->role);

    yt_ui_identify(item, touch->action, touch->key);
    yt_ui_name(ui, item, touch->label);
    item->state = (touch->disabled ? YT_UI_DISABLED : 0u) | (touch->chosen ? YT_UI_CHOSEN : 0u);
    item->flow = YT_UI_ROW;
    item->align = item->along = YT_UI_CENTRE;
    item->min_width_mm = item->min_height_mm = YT_TARGET_MM;
    item->skinned = true;
    item->skin = touch->disabled ? yt_skin_off(&ui->theme) : touch->skin;
    yt_ui_push(ui, item);
    return item;
}

static void add_button_mark(struct yt_ui *ui, const struct yt_ui_button *button, SDL_Color ink)
{
    if (button->busy) {
        struct yt_item *spinner = yt_ui_add(ui, YT_ITEM_SPINNER, YT_UI_ANY);

        spinner->min_width_mm = 7;
        spinner->as.icon.ink = ink;
    } else if (button->icon) {
        yt_ui_add_icon(ui, button->icon, button->large ? 9 : 7, ink, ink);
    }
}

/* Wide enough to be the obvious way on, not so wide that it reads as a banner. */
static void in_bar(struct yt_item *item, const struct yt_ui_button *button)
{
    item->wish_width_mm = button->kind == YT_UI_PRIMARY ? 46 : 34;
    item->max_em = 20;
}

void yt_ui_button(struct yt_ui *ui, const struct yt_ui_button *button)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = button->disabled ? theme->ink_off : button_ink(theme, button->kind);
    struct yt_item *item =
        yt_ui_begin_touch(ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                                                 .label = button->label,
                                                 .action = button->action,
                                                 .disabled = button->disabled,
                                                 .key = button->key,
                                                 .skin = button_skin(theme, button->kind)});

    item->state |= button->busy ? YT_UI_BUSY : 0u;
    item->between_mm = 2.5f;
    item->grow = button->grow;
    if (button->large)
        item->min_height_mm = 24;
    else if (!ui->open->parent || ui->open->parent->role != YT_UI_BAR)
        item->max_em = 22;
    else
        in_bar(item, button);
    yt_ui_pad(item, button->large ? 9.0f : 6.0f, 2);
    if (!button->icon_after)
        add_button_mark(ui, button, ink);
    yt_ui_add_letters(ui, button->label,
                      &(struct yt_ui_letters){
                          .ems = button->large ? 1.3f : 1.0f,
                          .bold = button->kind != YT_UI_QUIET,
                          .balanced = true,
                          .align = YT_UI_CENTRE,
                          .ink = ink,
                          .language = button->language,
                      });
    if (button->icon_after)
        add_button_mark(ui, button, ink);
    yt_ui_pop(ui);
}

void yt_ui_tool(struct yt_ui *ui, const struct yt_ui_tool *tool)
{
    const struct yt_ui_theme *theme = &ui->theme;
    const bool low = yt_metrics_low(&ui->metrics);
    /* Labels of tools grow half as fast as texts, so that they stay as long as possible. */
    float slow = (100.0f + (float)ui->metrics.percent) / (2.0f * (float)ui->metrics.percent);
    SDL_Color ink = tool->disabled ? theme->ink_off : tool->danger ? theme->danger : theme->ink;
    struct yt_item *item =
        yt_ui_begin_touch(ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                                                 .label = tool->label,
                                                 .action = tool->action,
                                                 .chosen = tool->chosen,
                                                 .disabled = tool->disabled,
                                                 .skin = yt_skin_choice(theme, tool->chosen)});

    item->skin.shadow = false;
    item->tool_form = 1;
    item->between_mm = 2; /* a bar decides for its own tools */
    yt_ui_pad(item, low ? 2.5f : 3, low ? 0.5f : 1.4f);
    yt_ui_add_icon(ui, tool->icon, low ? 6 : 7, ink, ink);
    yt_ui_add_letters(ui, tool->label,
                      &(struct yt_ui_letters){.ems = 0.72f * slow,
                                              .bold = true,
                                              .balanced = true,
                                              .align = YT_UI_CENTRE,
                                              .ink = ink,
                                              .language = tool->language});
    yt_ui_pop(ui);
}

/* ---- Answers ---- */

static void add_mark(struct yt_ui *ui, bool square, bool filled, bool disabled)
{
    const struct yt_ui_theme *theme = &ui->theme;
    struct yt_item *mark = yt_ui_add(ui, YT_ITEM_MARK, YT_UI_ANY);

    mark->as.mark.square = square;
    mark->as.mark.filled = filled;
    mark->as.mark.line = disabled ? theme->ink_off : filled ? theme->accent : theme->line;
    mark->as.mark.fill = filled ? theme->accent : theme->surface;
    mark->as.mark.sign = theme->on_accent;
}

static void add_answer_words(struct yt_ui *ui, const struct yt_ui_answer *answer, SDL_Color ink)
{
    struct yt_item *words = yt_ui_begin_part(ui, YT_UI_COLUMN, 0.8f);

    words->grow = !answer->picture;
    yt_ui_add_letters(
        ui, answer->label,
        &(struct yt_ui_letters){
            .balanced = true, .ems = 1, .bold = true, .ink = ink, .language = answer->language});
    if (answer->text)
        yt_ui_add_letters(
            ui, answer->text,
            &(struct yt_ui_letters){.ems = 0.8f,
                                    .ink = answer->disabled ? ink : ui->theme.ink_soft,
                                    .ink_pressed = ui->theme.ink,
                                    .language = answer->language});
    yt_ui_pop(ui);
}

static void add_answer_row(struct yt_ui *ui, const struct yt_ui_answer *answer, SDL_Color ink)
{
    add_mark(ui, answer->several, answer->chosen, answer->disabled);
    if (answer->icon)
        yt_ui_add_icon(ui, answer->icon, 9, answer->disabled ? ink : ui->theme.accent, ink);
    add_answer_words(ui, answer, ink);
}

void yt_ui_answer(struct yt_ui *ui, const struct yt_ui_answer *answer)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = answer->disabled ? theme->ink_off : theme->ink;
    const bool low = yt_metrics_low(&ui->metrics);
    struct yt_item *item = yt_ui_begin_touch(
        ui, &(struct yt_touch){.role = answer->several ? YT_UI_CHECK_ROLE : YT_UI_RADIO_ROLE,
                               .label = answer->label,
                               .action = answer->action,
                               .chosen = answer->chosen,
                               .disabled = answer->disabled,
                               .key = answer->key,
                               .skin = yt_skin_choice(theme, answer->chosen)});

    item->min_height_mm = low ? YT_TARGET_MM : 18;
    item->airy = true;
    item->between_mm = low ? 2.5f : 3.5f;
    yt_ui_pad(item, low ? 3 : 5, low ? 1 : 2.5f);
    if (answer->picture) {
        struct yt_item *picture;

        item->flow = YT_UI_COLUMN;
        yt_ui_pad(item, 5, 4);
        picture = yt_ui_add(ui, YT_ITEM_PICTURE, YT_UI_ANY);
        picture->as.icon.name = yt_ui_copy(ui, answer->picture);
        picture->max_height_mm = 34;
        picture->max_share = 0.24f;
        yt_ui_begin_part(ui, YT_UI_ROW, 3.5f)->align = YT_UI_CENTRE;
        add_answer_row(ui, answer, ink);
        yt_ui_pop(ui);
    } else {
        add_answer_row(ui, answer, ink);
    }
    yt_ui_pop(ui);
}
