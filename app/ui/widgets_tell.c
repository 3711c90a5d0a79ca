/* Telling what goes on: progress, waiting, messages. */
#include "ui/state.h"

#include <stdio.h>

void yt_ui_progress(struct yt_ui *ui, const struct yt_ui_progress *progress)
{
    struct yt_item *box = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_PROGRESS_ROLE), *steps;
    char value[32];

    snprintf(value, sizeof value, "%d/%d", progress->done, progress->of);
    box->value = yt_ui_copy(ui, value);
    yt_ui_name(ui, box, progress->label);
    box->flow = YT_UI_ROW;
    box->align = YT_UI_CENTRE;
    box->between_mm = 4;
    yt_ui_push(ui, box);
    steps = yt_ui_add(ui, YT_ITEM_STEPS, YT_UI_ANY);
    steps->grow = true;
    steps->as.steps.done = progress->done;
    steps->as.steps.of = progress->of;
    if (progress->label)
        yt_ui_add_letters(
            ui, progress->label,
            &(struct yt_ui_letters){.ems = 0.85f, .bold = true, .ink = ui->theme.ink_soft});
    yt_ui_pop(ui);
}

void yt_ui_spinner(struct yt_ui *ui, const struct yt_ui_spinner *spinner)
{
    struct yt_item *box = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_PROGRESS_ROLE), *mark;

    yt_ui_name(ui, box, spinner->label);
    box->state = YT_UI_BUSY;
    box->align = YT_UI_CENTRE;
    box->between_mm = 4;
    yt_ui_push(ui, box);
    mark = yt_ui_add(ui, YT_ITEM_SPINNER, YT_UI_ANY);
    mark->min_width_mm = spinner->size_mm > 0 ? spinner->size_mm : 20;
    mark->as.icon.ink = ui->theme.accent;
    if (spinner->label)
        yt_ui_add_letters(ui, spinner->label,
                          &(struct yt_ui_letters){.ems = 1.15f,
                                                  .bold = true,
                                                  .balanced = true,
                                                  .align = YT_UI_CENTRE,
                                                  .ink = ui->theme.ink});
    yt_ui_pop(ui);
}

void yt_ui_countdown(struct yt_ui *ui, const struct yt_ui_countdown *countdown)
{
    struct yt_item *box = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_PROGRESS_ROLE), *ring;

    yt_ui_name(ui, box, countdown->label);
    box->align = YT_UI_CENTRE;
    box->between_mm = 3;
    yt_ui_push(ui, box);
    ring = yt_ui_add(ui, YT_ITEM_COUNTDOWN, YT_UI_ANY);
    ring->min_width_mm = 26;
    ring->as.countdown.ends_ms = countdown->ends_ms;
    ring->as.countdown.whole_ms = countdown->whole_ms;
    if (countdown->label)
        yt_ui_add_letters(
            ui, countdown->label,
            &(struct yt_ui_letters){.ems = 1, .align = YT_UI_CENTRE, .ink = ui->theme.ink});
    yt_ui_pop(ui);
}

struct tone {
    const char *icon;
    SDL_Color strong, soft;
};

static struct tone tone_of(const struct yt_ui_theme *theme, enum yt_ui_tone tone)
{
    switch (tone) {
    case YT_UI_SUCCESS:
        return (struct tone){"check-circle", theme->success, theme->success_soft};
    case YT_UI_WARNING:
        return (struct tone){"warning", theme->warning, theme->warning_soft};
    case YT_UI_ALERT:
        return (struct tone){"warning", theme->danger, theme->danger_soft};
    default:
        return (struct tone){"info", theme->accent, theme->accent_soft};
    }
}

void yt_ui_banner(struct yt_ui *ui, const struct yt_ui_banner *banner)
{
    struct tone tone = tone_of(&ui->theme, banner->tone);
    struct yt_item *row =
        yt_ui_add(ui, YT_ITEM_BOX, banner->tone >= YT_UI_WARNING ? YT_UI_ALERT_ROLE : YT_UI_GROUP);
    struct yt_item *words;

    yt_ui_name(ui, row, banner->title ? banner->title : banner->text);
    row->flow = YT_UI_ROW;
    row->between_mm = 3.5f;
    yt_ui_pad(row, 5, 3.5f);
    row->pad_left_mm = 6.5f;
    row->skinned = true;
    row->skin = (struct yt_skin){.fill = tone.soft,
                                 .line = tone.strong,
                                 .line_mm = ui->theme.border_mm,
                                 .stripe = tone.strong,
                                 .radius_mm = ui->theme.radius_mm};
    yt_ui_push(ui, row);
    yt_ui_add_icon(ui, banner->icon ? banner->icon : tone.icon, 8.5f, tone.strong, tone.strong);
    words = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_ANY);
    words->grow = true;
    words->between_mm = 1;
    yt_ui_push(ui, words);
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = banner->title, .type = YT_UI_STRONG, .language = banner->language});
    yt_ui_text(ui, &(struct yt_ui_text){.text = banner->text, .language = banner->language});
    yt_ui_pop(ui);
    yt_ui_pop(ui);
}
