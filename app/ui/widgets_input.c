/* Days and times, keys of a keyboard, fields, lines of a review. */
#include "ui/skin.h"
#include "ui/state.h"

#include <math.h>

#define LEAST_KEY_COLUMNS 4
#define ACTIVE_LINE_MM 1.0f
#define LOW_FIELD_MM 10.0f
#define LOW_KEY_ICON_MM 5.5f /* half as large again beside large letters */
/* A line of letters takes so many ems. */
#define LINE_EMS 1.6f

static void add_day_line(struct yt_ui *ui, const char *text, float ems, bool bold, bool struck,
                         SDL_Color ink)
{
    struct yt_item *item;

    if (!text)
        return;
    item = yt_ui_add_letters(
        ui, text,
        &(struct yt_ui_letters){.ems = ems, .bold = bold, .align = YT_UI_CENTRE, .ink = ink});
    item->as.text.struck = struck;
    item->as.text.shrink = true;
    item->stretch = true;
}

void yt_ui_day(struct yt_ui *ui, const struct yt_ui_day *day)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = day->disabled ? theme->ink_off : theme->ink;
    struct yt_item *item =
        yt_ui_begin_touch(ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                                                 .label = day->name ? day->name : day->label,
                                                 .action = day->action,
                                                 .chosen = day->chosen,
                                                 .disabled = day->disabled,
                                                 .key = day->key,
                                                 .skin = yt_skin_choice(theme, day->chosen)});

    item->skin.shadow = false;
    item->flow = YT_UI_COLUMN;
    item->between_mm = 0.5f;
    item->min_height_mm = day->above || day->below ? 20 : 16;
    item->airy = true;
    item->corner_mark = day->chosen;
    item->value = yt_ui_copy(ui, day->below ? day->below : "");
    yt_ui_pad(item, 1.2f, 1.8f);
    add_day_line(ui, day->above, 0.75f, false, false, ink);
    add_day_line(ui, day->label, 1.15f, true, day->disabled, ink);
    add_day_line(ui, day->below, 0.65f, false, false, ink);
    yt_ui_pop(ui);
}

static struct yt_skin key_skin(const struct yt_ui_theme *theme, const struct yt_ui_key *key)
{
    struct yt_skin skin = yt_skin_choice(theme, key->chosen);

    skin.radius_mm = theme->radius_mm * 0.7f;
    if (key->kind == YT_UI_PRIMARY) {
        skin.fill = skin.line = theme->accent;
        skin.fill_pressed = skin.line_pressed = theme->accent_deep;
    } else if (key->kind == YT_UI_QUIET && !key->chosen) {
        skin.fill = theme->bar;
    }
    return skin;
}

/* Large letters must not push the keys of a low panel out of sight. */
static float low_key_ems(const struct yt_ui *ui)
{
    return YT_LOW_KEY_MM / LINE_EMS * ui->metrics.px_per_mm / (float)ui->metrics.em;
}

void yt_ui_key(struct yt_ui *ui, const struct yt_ui_key *key)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = key->disabled                ? theme->ink_off
                    : key->kind == YT_UI_PRIMARY ? theme->on_accent
                                                 : theme->ink;
    struct yt_item *item = yt_ui_begin_touch(ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                                                                    .label = key->label,
                                                                    .action = key->action,
                                                                    .chosen = key->chosen,
                                                                    .disabled = key->disabled,
                                                                    .skin = key_skin(theme, key)});

    item->flow = YT_UI_COLUMN;
    item->between_mm = 0;
    item->span = key->span;
    item->repeat = key->repeat;
    item->airy = true;
    item->key = true;
    item->min_width_mm = item->min_height_mm = yt_metrics_key_mm(&ui->metrics);
    yt_ui_pad(item, 0.8f, yt_metrics_low(&ui->metrics) ? 0.3f : 1);
    if (key->icon) {
        yt_ui_add_icon(ui, key->icon, yt_metrics_low(&ui->metrics) ? LOW_KEY_ICON_MM : 8, ink, ink);
    } else {
        bool word = key->span > 1 || key->kind != YT_UI_SECONDARY;
        float ems = word ? 0.9f : 1.2f;
        struct yt_item *letter = yt_ui_add_letters(
            ui, key->label,
            &(struct yt_ui_letters){
                .ems = yt_metrics_low(&ui->metrics) ? fminf(ems, low_key_ems(ui)) : ems,
                .bold = key->kind == YT_UI_PRIMARY,
                .align = YT_UI_CENTRE,
                .ink = ink,
                .language = key->language});

        letter->as.text.shrink = letter->as.text.one_line = true;
        letter->stretch = true;
    }
    add_day_line(ui, key->hint, 0.6f, false, false, key->disabled ? ink : theme->ink_soft);
    yt_ui_pop(ui);
}

void yt_ui_key_gap(struct yt_ui *ui, int span)
{
    struct yt_item *item = yt_ui_add(ui, YT_ITEM_SPACE, YT_UI_ANY);

    item->span = span;
}

int yt_ui_key_columns(const struct yt_ui *ui)
{
    const struct yt_metrics *metrics = &ui->metrics;
    int target = yt_metrics_mm(metrics, yt_metrics_key_mm(metrics));
    int between = yt_metrics_mm(metrics, yt_metrics_key_between_mm(metrics));
    int width = metrics->width - 2 * yt_metrics_margin(metrics) - yt_metrics_side(metrics);
    int columns = (width + between) / (target + between);

    return columns < LEAST_KEY_COLUMNS ? LEAST_KEY_COLUMNS : columns;
}

/* ---- Fields ---- */

/* Above the keys of a low panel, and not to be touched itself. */
static bool field_is_low(const struct yt_ui *ui, const struct yt_ui_field *field)
{
    return yt_metrics_low(&ui->metrics) && field->lines <= 1 && !field->action.id;
}

static void add_value(struct yt_ui *ui, const struct yt_ui_field *field)
{
    const struct yt_ui_theme *theme = &ui->theme;
    bool empty = !field->value || !field->value[0];
    const char *shown = empty ? (field->ghost ? field->ghost : "") : field->value;
    struct yt_item *text = yt_ui_add_letters(
        ui, shown,
        &(struct yt_ui_letters){
            .ems = 1.1f, .ink = empty ? theme->ink_soft : theme->ink, .language = field->language});

    text->as.text.plain = text->as.text.anywhere = !empty;
    text->as.text.shrink = empty;
    text->as.text.one_line = field_is_low(ui, field);
    text->grow = true;
    text->as.text.caret = empty && field->caret > 0 ? 0 : field->caret;
    text->as.text.marked_from = empty ? 0 : field->marked_from;
    text->as.text.marked_to = empty ? 0 : field->marked_to;
}

static void add_field_frame(struct yt_ui *ui, const struct yt_ui_field *field)
{
    const struct yt_ui_theme *theme = &ui->theme;
    struct yt_item *frame = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_FIELD_ROLE);
    int lines = field->lines > 1 ? field->lines : 1;

    yt_ui_identify(frame, field->action, field->key);
    yt_ui_name(ui, frame, field->label ? field->label : field->name ? field->name : field->ghost);
    frame->value = yt_ui_copy(ui, field->value ? field->value : "");
    frame->flow = lines > 1 ? YT_UI_COLUMN : YT_UI_ROW;
    frame->align = lines > 1 ? YT_UI_START : YT_UI_CENTRE;
    frame->min_height_mm =
        YT_TARGET_MM + (float)(lines - 1) * 1.7f * (float)ui->metrics.em / ui->metrics.px_per_mm;
    if (field_is_low(ui, field)) {
        frame->min_height_mm = LOW_FIELD_MM;
        yt_ui_pad(frame, 3, 0.8f);
    } else {
        yt_ui_pad(frame, 4, 2);
    }
    frame->skinned = true;
    frame->skin = (struct yt_skin){.fill = theme->surface,
                                   .fill_pressed = theme->pressed,
                                   .line = field->fault    ? theme->danger
                                           : field->active ? theme->accent
                                                           : theme->line,
                                   .line_pressed = theme->accent,
                                   .line_mm = field->fault || field->active ? ACTIVE_LINE_MM
                                                                            : theme->border_mm,
                                   .radius_mm = theme->radius_mm * 0.7f};
    yt_ui_push(ui, frame);
    add_value(ui, field);
    yt_ui_pop(ui);
}

void yt_ui_field(struct yt_ui *ui, const struct yt_ui_field *field)
{
    struct yt_item *column = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_ANY);

    column->between_mm = field_is_low(ui, field) ? 0.5f : 1.5f;
    yt_ui_push(ui, column);
    if (field->label)
        yt_ui_text(
            ui, &(struct yt_ui_text){.text = field->label,
                                     .type = field_is_low(ui, field) ? YT_UI_SMALL : YT_UI_STRONG,
                                     .language = field->language});
    if (field->hint)
        yt_ui_text(ui, &(struct yt_ui_text){.text = field->hint,
                                            .type = YT_UI_SMALL,
                                            .soft = true,
                                            .language = field->language});
    if (field->fault)
        yt_ui_text(ui, &(struct yt_ui_text){.text = field->fault,
                                            .type = YT_UI_STRONG,
                                            .danger = true,
                                            .icon = "warning",
                                            .language = field->language});
    add_field_frame(ui, field);
    if (field->count)
        yt_ui_text(
            ui, &(struct yt_ui_text){
                    .text = field->count, .type = YT_UI_SMALL, .soft = true, .align = YT_UI_END});
    yt_ui_pop(ui);
}

/* ---- Review ---- */

static void add_change_button(struct yt_ui *ui, const struct yt_ui_summary *summary)
{
    const struct yt_ui_theme *theme = &ui->theme;
    struct yt_skin skin = yt_skin_choice(theme, false);
    struct yt_item *button;

    skin.line = theme->accent;
    skin.shadow = false;
    button = yt_ui_begin_touch(ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                                                      .label = summary->change,
                                                      .action = summary->action,
                                                      .skin = skin});
    if (summary->label) {
        yt_buf_clear(&ui->scratch);
        yt_buf_printf(&ui->scratch, "%s: %s", summary->change, summary->label);
        /* Named from a copy: naming uses the scratch buffer too. */
        yt_ui_name(ui, button, yt_ui_copy(ui, yt_buf_string(&ui->scratch)));
    }
    yt_ui_pad(button, 5, 1.5f);
    button->rigid = true;
    yt_ui_add_letters(ui, summary->change,
                      &(struct yt_ui_letters){.ems = 0.85f,
                                              .bold = true,
                                              .align = YT_UI_CENTRE,
                                              .ink = theme->accent,
                                              .language = summary->language});
    yt_ui_pop(ui);
}

void yt_ui_summary(struct yt_ui *ui, const struct yt_ui_summary *summary)
{
    struct yt_item *row = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_GROUP), *words;

    yt_ui_identify(row, (struct yt_ui_action){0}, summary->key);
    row->flow = YT_UI_ROW;
    row->stacks = true;
    row->align = YT_UI_CENTRE;
    row->between_mm = 4;
    yt_ui_push(ui, row);
    words = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_ANY);
    words->between_mm = 0.8f;
    words->grow = true;
    yt_ui_push(ui, words);
    yt_ui_text(ui, &(struct yt_ui_text){.text = summary->label,
                                        .type = YT_UI_SMALL,
                                        .soft = true,
                                        .language = summary->language});
    yt_ui_text(ui, &(struct yt_ui_text){.text = summary->value,
                                        .type = YT_UI_STRONG,
                                        .language = summary->language});
    yt_ui_pop(ui);
    if (summary->change)
        add_change_button(ui, summary);
    yt_ui_pop(ui);
    yt_ui_divider(ui);
}
