/* Buttons, answers, cards: things to touch. */
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

/* A part of a widget that lays out its own children. */
static struct yt_item *begin_part(struct yt_ui *ui, enum yt_ui_flow flow, float between_mm)
{
    struct yt_item *part = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_ANY);

    part->flow = flow;
    part->between_mm = between_mm;
    yt_ui_push(ui, part);
    return part;
}

static void add_answer_words(struct yt_ui *ui, const struct yt_ui_answer *answer, SDL_Color ink)
{
    struct yt_item *words = begin_part(ui, YT_UI_COLUMN, 0.8f);

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
        begin_part(ui, YT_UI_ROW, 3.5f)->align = YT_UI_CENTRE;
        add_answer_row(ui, answer, ink);
        yt_ui_pop(ui);
    } else {
        add_answer_row(ui, answer, ink);
    }
    yt_ui_pop(ui);
}

/* ---- Cards ---- */

static void add_badge(struct yt_ui *ui, const char *text, bool filled, const char *language)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = filled ? theme->on_accent : theme->ink;
    struct yt_item *badge = begin_part(ui, YT_UI_ROW, 1.2f);

    badge->align = YT_UI_CENTRE;
    yt_ui_pad(badge, 2.5f, 0.8f);
    badge->skinned = true;
    badge->skin = (struct yt_skin){.fill = filled ? theme->accent : theme->surface,
                                   .fill_pressed = filled ? theme->accent : theme->surface,
                                   .line = filled ? theme->accent : theme->line,
                                   .line_pressed = filled ? theme->accent : theme->line,
                                   .line_mm = theme->border_mm * 0.7f,
                                   .radius_mm = theme->radius_mm * 0.6f};
    if (filled)
        yt_ui_add_icon(ui, "check", 4.5f, ink, ink);
    yt_ui_add_letters(
        ui, text,
        &(struct yt_ui_letters){.ems = 0.72f, .bold = true, .ink = ink, .language = language});
    yt_ui_pop(ui);
}

static void add_card_words(struct yt_ui *ui, const struct yt_ui_card *card, SDL_Color ink)
{
    struct yt_item *words = begin_part(ui, YT_UI_COLUMN, 1.2f), *title;
    bool large = card->large && !yt_metrics_low(&ui->metrics);

    words->grow = true;
    title = yt_ui_add_letters(ui, card->title,
                              &(struct yt_ui_letters){.balanced = true,
                                                      .ems = large ? 1.25f : 1,
                                                      .bold = true,
                                                      .ink = ink,
                                                      .language = card->language});
    title->as.text.whole = large;
    if (card->text)
        yt_ui_add_letters(ui, card->text,
                          &(struct yt_ui_letters){.ems = 0.8f,
                                                  .ink = card->disabled ? ink : ui->theme.ink_soft,
                                                  .ink_pressed = ui->theme.ink,
                                                  .language = card->language});
    if (card->note || card->tag) {
        begin_part(ui, YT_UI_WRAP, 1.5f);
        if (card->note)
            add_badge(ui, card->note, false, card->language);
        if (card->tag)
            add_badge(ui, card->tag, true, card->language);
        yt_ui_pop(ui);
    }
    yt_ui_pop(ui);
}

static void add_card_icon(struct yt_ui *ui, const struct yt_ui_card *card)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = card->disabled ? theme->ink_off : theme->accent;
    struct yt_item *tile = begin_part(ui, YT_UI_ROW, 0);
    bool large = card->large && !yt_metrics_low(&ui->metrics);

    tile->rigid = true;
    tile->align = tile->along = YT_UI_CENTRE;
    tile->skinned = !card->disabled;
    tile->skin = (struct yt_skin){.fill = card->chosen ? theme->surface : theme->accent_soft,
                                  .fill_pressed = theme->surface,
                                  .radius_mm = theme->radius_mm};
    yt_ui_pad(tile, large ? 3.5f : 2.5f, large ? 3.5f : 2.5f);
    yt_ui_add_icon(ui, card->icon, large ? 14 : 9.5f, ink, ink);
    yt_ui_pop(ui);
}

void yt_ui_card(struct yt_ui *ui, const struct yt_ui_card *card)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = card->disabled ? theme->ink_off : theme->ink;
    const bool low = yt_metrics_low(&ui->metrics);
    struct yt_item *item =
        yt_ui_begin_touch(ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                                                 .label = card->title,
                                                 .action = card->action,
                                                 .chosen = card->chosen,
                                                 .disabled = card->disabled,
                                                 .key = card->key,
                                                 .skin = yt_skin_choice(theme, card->chosen)});

    item->min_height_mm = low ? YT_TARGET_MM : card->large ? 32 : 20;
    item->airy = true;
    item->between_mm = card->large && !low ? 5 : 3.5f;
    item->stacks = true;
    item->value = yt_ui_copy(ui, card->tag ? card->tag : card->note ? card->note : "");
    if (low)
        yt_ui_pad(item, 3, 1.5f);
    else
        yt_ui_pad(item, card->large ? 6 : 4, card->large ? 5 : 3.2f);
    if (card->icon)
        add_card_icon(ui, card);
    add_card_words(ui, card, ink);
    if (card->way_on && !low)
        yt_ui_add_icon(ui, "chevron-right", 6.5f, card->disabled ? ink : theme->accent, ink);
    yt_ui_pop(ui);
}

void yt_ui_chip(struct yt_ui *ui, const struct yt_ui_chip *chip)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = chip->disabled ? theme->ink_off : theme->ink;
    struct yt_item *item =
        yt_ui_begin_touch(ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                                                 .label = chip->label,
                                                 .action = chip->action,
                                                 .chosen = chip->chosen,
                                                 .disabled = chip->disabled,
                                                 .key = chip->key,
                                                 .skin = yt_skin_choice(theme, chip->chosen)});

    item->skin.shadow = false;
    item->skin.radius_mm = YT_TARGET_MM / 2;
    item->between_mm = 2;
    yt_ui_pad(item, yt_metrics_low(&ui->metrics) ? 3.5f : 6, 1.5f);
    if (chip->chosen)
        yt_ui_add_icon(ui, "check", 6, theme->accent, theme->accent);
    else if (chip->icon)
        yt_ui_add_icon(ui, chip->icon, 6, theme->accent, theme->accent);
    yt_ui_add_letters(ui, chip->label,
                      &(struct yt_ui_letters){.ems = 0.9f,
                                              .bold = chip->chosen,
                                              .align = YT_UI_CENTRE,
                                              .ink = ink,
                                              .language = chip->language});
    yt_ui_pop(ui);
}
