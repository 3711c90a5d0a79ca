#include "screens/programme_card.h"

#include "screens/offers.h"
#include "screens/programme_words.h"
#include "screens/tray.h"

/* Short facts of a card, in text that lives until the card is declared. */
struct card_facts {
    struct yt_buf texts[YT_UI_FACTS_MAX];
    struct yt_ui_card *card;
};

static struct yt_buf *next_fact(struct card_facts *facts, const char *icon)
{
    struct yt_buf *text = &facts->texts[facts->card->fact_count];

    yt_buf_init(text, 512);
    facts->card->fact_icons[facts->card->fact_count] = icon;
    return text;
}

/* Keeps the fact where something was said. */
static void keep_fact(struct card_facts *facts)
{
    struct yt_buf *text = &facts->texts[facts->card->fact_count];

    if (text->size)
        facts->card->facts[facts->card->fact_count++] = yt_buf_string(text);
    else
        yt_buf_done(text);
}

static void card_facts_done(struct card_facts *facts)
{
    for (size_t i = 0; i < YT_UI_FACTS_MAX; i++)
        yt_buf_done(&facts->texts[i]);
}

/* What can no longer be had must not look as if it could. */
static void put_sign_up(const struct yt_teller *teller, const struct yt_programme *programme,
                        const struct yt_occurrence *occurrence, struct yt_buf *text)
{
    const struct yt_local_time now = yt_app_now(teller->app);

    if (yt_programme_open_for_sign_up(programme, occurrence, now))
        yt_tell_sign_up_briefly(teller, programme, text);
    else
        yt_buf_text(text, yt_tell(teller, yt_programme_is_over(occurrence, now)
                                              ? "programme.tag.over"
                                              : "programme.sign.up.closed"));
}

static void put_facts(const struct yt_teller *teller, const struct yt_programme *programme,
                      const struct yt_occurrence *occurrence, struct card_facts *facts)
{
    const char *group = yt_group_message(programme->group);

    put_sign_up(teller, programme, occurrence, next_fact(facts, NULL));
    keep_fact(facts);
    yt_buf_text(next_fact(facts, NULL), yt_tell_text(teller, &programme->for_whom));
    keep_fact(facts);
    yt_tell_usual(teller, programme, next_fact(facts, "people"));
    keep_fact(facts);
    yt_buf_text(next_fact(facts, NULL), group ? yt_tell(teller, group) : "");
    keep_fact(facts);
    if (programme->online_too && !occurrence->online) {
        yt_buf_text(next_fact(facts, "online"), yt_tell(teller, "programme.online.too"));
        keep_fact(facts);
    }
}

/* When and where, or what happens instead. */
static void put_card_text(const struct yt_teller *teller, const struct yt_programme *programme,
                          const struct yt_occurrence *occurrence, struct yt_buf *text)
{
    yt_tell_span(teller, occurrence->from_minute, occurrence->until_minute, text);
    yt_buf_printf(text, "%s%s", occurrence->from_minute < 0 ? "" : "　",
                  yt_tell_where(teller, programme, occurrence));
    yt_tell_instead(teller, occurrence, text);
}

static const char *tray_tag(struct yt_app *app, const struct yt_programme *programme,
                            const struct yt_occurrence *occurrence)
{
    const struct yt_entry_programme *marked =
        yt_tray_programme(&app->visit, programme->id, yt_date_to_days(occurrence->date));

    if (!marked || occurrence->cancelled)
        return NULL;
    if (marked->waiting)
        return yt_say(app, "programme.tag.waiting");
    return yt_say(app, marked->paper_only ? "programme.tag.paper" : "programme.tag.join");
}

/* What does not take place must not look like its neighbours, whatever the colours. */
static const char *card_icon(const struct yt_programme *programme,
                             const struct yt_occurrence *occurrence)
{
    if (occurrence->cancelled)
        return "warning";
    return programme->picture ? programme->picture : "calendar";
}

void yt_programme_card_declare(struct yt_app *app, struct yt_ui *ui,
                               const struct yt_occurrence *occurrence, struct yt_ui_action action)
{
    const struct yt_teller teller = {.app = app};
    const struct yt_programme *programme = &yt_offers_now(app)->programmes[occurrence->programme];
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct yt_ui_card card = {
        .title = yt_say_text(app, &programme->name),
        .icon = card_icon(programme, occurrence),
        .note = yt_tell_change(&teller, occurrence),
        .tag = tray_tag(app, programme, occurrence),
        .way_on = true,
        .action = action,
        .key = (uint32_t)action.value + 1,
    };
    YT_SCOPED(card_facts_done) struct card_facts facts = {.card = &card};

    yt_buf_init(&text, 4096);
    put_card_text(&teller, programme, occurrence, &text);
    card.text = yt_buf_string(&text);
    if (!occurrence->cancelled)
        put_facts(&teller, programme, occurrence, &facts);
    yt_ui_card(ui, &card);
}
