/* Cards and chips: what is chosen from, with what is said about it. */
#include "base/ruby.h"
#include "ui/skin.h"
#include "ui/state.h"

#define FACT_EMS 0.72f

struct badge {
    const char *text, *icon, *language;
    SDL_Color fill, line, ink;
};

static void add_badge(struct yt_ui *ui, const struct badge *badge)
{
    const struct yt_ui_theme *theme = &ui->theme;
    struct yt_item *item = yt_ui_begin_part(ui, YT_UI_ROW, 1.2f);

    item->align = YT_UI_CENTRE;
    yt_ui_pad(item, 2.5f, 0.8f);
    item->skinned = true;
    item->skin = (struct yt_skin){.fill = badge->fill,
                                  .fill_pressed = badge->fill,
                                  .line = badge->line,
                                  .line_pressed = badge->line,
                                  .line_mm = theme->border_mm * 0.7f,
                                  .radius_mm = theme->radius_mm * 0.6f};
    if (badge->icon)
        yt_ui_add_icon(ui, badge->icon, 4.5f, badge->ink, badge->ink);
    yt_ui_add_letters(
        ui, badge->text,
        &(struct yt_ui_letters){
            .ems = FACT_EMS, .bold = true, .ink = badge->ink, .language = badge->language});
    yt_ui_pop(ui);
}

static void add_labels(struct yt_ui *ui, const struct yt_ui_card *card)
{
    const struct yt_ui_theme *theme = &ui->theme;

    if (!card->note && !card->tag)
        return;
    yt_ui_begin_part(ui, YT_UI_WRAP, 1.5f);
    if (card->note)
        add_badge(ui, &(struct badge){.text = card->note,
                                      .language = card->language,
                                      .fill = theme->surface,
                                      .line = theme->line,
                                      .ink = theme->ink});
    if (card->tag)
        add_badge(ui, &(struct badge){.text = card->tag,
                                      .icon = "check",
                                      .language = card->language,
                                      .fill = theme->accent,
                                      .line = theme->accent,
                                      .ink = theme->on_accent});
    yt_ui_pop(ui);
}

/* Without the strong border of what can be touched by itself. */
static void add_facts(struct yt_ui *ui, const struct yt_ui_card *card)
{
    const struct yt_ui_theme *theme = &ui->theme;

    if (!card->fact_count)
        return;
    yt_ui_begin_part(ui, YT_UI_WRAP, 1.5f)->pad_top_mm = 1;
    for (size_t i = 0; i < card->fact_count && i < YT_UI_FACTS_MAX; i++)
        if (card->facts[i])
            add_badge(ui, &(struct badge){.text = card->facts[i],
                                          .icon = card->fact_icons[i],
                                          .language = card->language,
                                          .fill = theme->bar,
                                          .line = theme->line_soft,
                                          .ink = card->disabled ? theme->ink_off : theme->ink});
    yt_ui_pop(ui);
}

static void add_title(struct yt_ui *ui, const struct yt_ui_card *card, SDL_Color ink)
{
    bool large = card->large && !yt_metrics_low(&ui->metrics);
    struct yt_item *title;

    if (card->marked)
        yt_ui_begin_part(ui, YT_UI_ROW, 2)->align = YT_UI_START;
    title = yt_ui_add_letters(ui, card->title,
                              &(struct yt_ui_letters){.balanced = true,
                                                      .ems = large ? 1.25f : 1,
                                                      .bold = true,
                                                      .ink = ink,
                                                      .language = card->language});
    title->as.text.whole = large;
    if (!card->marked)
        return;
    title->grow = true;
    yt_ui_add_icon(ui, "star", 7, ui->theme.accent, ui->theme.accent);
    yt_ui_pop(ui);
}

static void add_card_words(struct yt_ui *ui, const struct yt_ui_card *card, SDL_Color ink)
{
    struct yt_item *words = yt_ui_begin_part(ui, YT_UI_COLUMN, 1.2f);

    words->grow = true;
    add_title(ui, card, ink);
    if (card->text)
        yt_ui_add_letters(ui, card->text,
                          &(struct yt_ui_letters){.ems = 0.8f,
                                                  .ink = card->disabled ? ink : ui->theme.ink_soft,
                                                  .ink_pressed = ui->theme.ink,
                                                  .language = card->language});
    add_facts(ui, card);
    add_labels(ui, card);
    yt_ui_pop(ui);
}

/* In place of a line of words of so many ems. */
static void add_bar(struct yt_ui *ui, float wide_em, float high_em)
{
    struct yt_item *bar = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_ANY);

    bar->max_em = wide_em;
    bar->min_height_mm = high_em * (float)ui->metrics.em / ui->metrics.px_per_mm;
    bar->skinned = true;
    bar->skin = (struct yt_skin){.fill = ui->theme.line_soft,
                                 .fill_pressed = ui->theme.line_soft,
                                 .radius_mm = ui->theme.radius_mm * 0.4f};
}

static void add_waiting(struct yt_ui *ui)
{
    yt_ui_begin_part(ui, YT_UI_COLUMN, 2.5f)->grow = true;
    add_bar(ui, 9, 0.9f);
    add_bar(ui, 13, 0.7f);
    add_bar(ui, 6, 0.9f);
    yt_ui_pop(ui);
}

static void add_card_icon(struct yt_ui *ui, const struct yt_ui_card *card)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = card->disabled ? theme->ink_off : theme->accent;
    struct yt_item *tile = yt_ui_begin_part(ui, YT_UI_ROW, 0);
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

/* Whoever hears the card hears what others read on it, line by line. */
static void say_more(struct yt_ui *ui, const char *markup)
{
    if (!markup || !markup[0])
        return;
    (void)yt_buf_text(&ui->scratch, "\n");
    (void)yt_ruby_reading(markup, &ui->scratch);
}

static void say_card(struct yt_ui *ui, struct yt_item *item, const struct yt_ui_card *card)
{
    yt_buf_clear(&ui->scratch);
    (void)yt_ruby_reading(card->title ? card->title : "", &ui->scratch);
    say_more(ui, card->text);
    for (size_t i = 0; i < card->fact_count && i < YT_UI_FACTS_MAX; i++)
        say_more(ui, card->facts[i]);
    say_more(ui, card->note);
    say_more(ui, card->tag);
    item->speech = yt_ui_copy(ui, yt_buf_string(&ui->scratch));
    yt_buf_clear(&ui->scratch);
}

/* Something to read, not to touch. */
static struct yt_skin plain_skin(const struct yt_ui_theme *theme)
{
    return (struct yt_skin){.fill = theme->surface,
                            .line = theme->line_soft,
                            .line_mm = theme->border_mm,
                            .radius_mm = theme->radius_mm};
}

static void add_parts(struct yt_ui *ui, const struct yt_ui_card *card)
{
    SDL_Color ink = card->disabled ? ui->theme.ink_off : ui->theme.ink;

    if (card->icon)
        add_card_icon(ui, card);
    add_card_words(ui, card, ink);
    if (card->way_on && !yt_metrics_low(&ui->metrics))
        yt_ui_add_icon(ui, "chevron-right", 6.5f, card->disabled ? ink : ui->theme.accent, ink);
}

void yt_ui_card(struct yt_ui *ui, const struct yt_ui_card *card)
{
    const struct yt_ui_theme *theme = &ui->theme;
    const bool low = yt_metrics_low(&ui->metrics);
    struct yt_item *item = yt_ui_begin_touch(
        ui, &(struct yt_touch){.role = YT_UI_BUTTON_ROLE,
                               .label = card->title,
                               .action = card->action,
                               .chosen = card->chosen,
                               .disabled = card->disabled,
                               .key = card->key,
                               .skin = card->action.id ? yt_skin_choice(theme, card->chosen)
                                                       : plain_skin(theme)});

    item->min_height_mm = low ? YT_TARGET_MM : card->large ? 32 : 20;
    item->airy = true;
    item->between_mm = card->large && !low ? 5 : 3.5f;
    item->stacks = true;
    item->waits = card->waiting;
    item->value = yt_ui_copy(ui, card->tag ? card->tag : card->note ? card->note : "");
    if (low)
        yt_ui_pad(item, 3, 1.5f);
    else
        yt_ui_pad(item, card->large ? 6 : 4, card->large ? 5 : 3.2f);
    if (card->waiting)
        add_waiting(ui);
    else
        add_parts(ui, card);
    if (!card->waiting)
        say_card(ui, item, card);
    yt_ui_pop(ui);
}

#define COUNT_EMS 0.78f

/* As wide with one digit as with three, so that the chips keep their places while numbers change.
 */
static void add_count(struct yt_ui *ui, const struct yt_ui_chip *chip, SDL_Color ink)
{
    struct yt_item *badge = yt_ui_begin_part(ui, YT_UI_ROW, 0);
    float em_mm = (float)ui->metrics.em / ui->metrics.px_per_mm;

    badge->rigid = true;
    badge->align = badge->along = YT_UI_CENTRE;
    yt_ui_pad(badge, 1.6f, 0.5f);
    badge->min_width_mm = 2.1f * COUNT_EMS * em_mm + 3.2f;
    badge->skinned = true;
    badge->skin = (struct yt_skin){.fill = chip->chosen ? ui->theme.surface : ui->theme.bar,
                                   .fill_pressed = ui->theme.surface,
                                   .radius_mm = 3.5f};
    yt_ui_add_letters(ui, chip->count,
                      &(struct yt_ui_letters){
                          .ems = COUNT_EMS, .bold = true, .ink = ink, .language = chip->language});
    yt_ui_pop(ui);
}

static void say_count(struct yt_ui *ui, struct yt_item *item, const char *count)
{
    item->value = yt_ui_copy(ui, count);
    yt_buf_clear(&ui->scratch);
    if (yt_buf_printf(&ui->scratch, "%s %s", item->speech, count))
        item->speech = yt_ui_copy(ui, yt_buf_string(&ui->scratch));
    yt_buf_clear(&ui->scratch);
}

static const char *chip_icon(const struct yt_ui_chip *chip)
{
    if (chip->chosen)
        return "check";
    /* Where the check will stand: a chip that grew would push its neighbours away. */
    return chip->count && !chip->icon ? "plus" : chip->icon;
}

void yt_ui_chip(struct yt_ui *ui, const struct yt_ui_chip *chip)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = chip->disabled ? theme->ink_off : theme->ink;
    SDL_Color sign = chip->disabled ? theme->ink_off : theme->accent;
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
    yt_ui_pad(item, yt_metrics_low(&ui->metrics) ? 3.5f : chip->count ? 4.5f : 6, 1.5f);
    if (chip_icon(chip))
        yt_ui_add_icon(ui, chip_icon(chip), 6, sign, sign);
    yt_ui_add_letters(ui, chip->label,
                      &(struct yt_ui_letters){.ems = 0.9f,
                                              .bold = chip->chosen && !chip->count,
                                              .align = chip->count ? YT_UI_START : YT_UI_CENTRE,
                                              .ink = ink,
                                              .language = chip->language});
    if (chip->count) {
        add_count(ui, chip, ink);
        say_count(ui, item, chip->count);
    }
    yt_ui_pop(ui);
}
