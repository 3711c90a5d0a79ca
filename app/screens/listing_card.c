#include "screens/listing_card.h"

#include "screens/listing_lines.h"
#include "screens/tray.h"

#include <stdio.h>

enum { FACT_MAX = 256 };

/* What is looked for first when somebody leafs through: how long, how often, money, way. */
static const struct {
    void (*say)(const struct yt_listing_words *words, const struct yt_listing *listing,
                struct yt_buf *to);
    const char *icon;
} facts[] = {
    {yt_listing_say_hours, "clock"},         {yt_listing_say_days, "calendar"},
    {yt_listing_say_pay, "money"},           {yt_listing_say_way, "visit"},
    {yt_listing_say_checked_short, "check"},
};

/* 「しごと · お店の名前は相談で」, then the line that the site wrote for the card. */
static void say_text(const struct yt_listing_words *words, const struct yt_listing *listing,
                     struct yt_buf *to)
{
    const char *note = yt_say_text(words->app, &listing->note);
    YT_SCOPED(yt_buf_done) struct yt_buf employer = {0};

    yt_buf_init(&employer, FACT_MAX);
    yt_listing_say_employer(words, listing, &employer);
    yt_buf_text(to, yt_say(words->app, yt_listing_kind_title(listing->kind)));
    if (employer.size)
        yt_buf_printf(to, " · %s", yt_buf_string(&employer));
    if (note[0])
        yt_buf_printf(to, "\n%s", note);
}

static void declare_card(struct yt_app *app, const struct yt_listing *listing,
                         struct yt_ui_action action, uint32_t key)
{
    const struct yt_listing_words words = {.app = app};
    struct yt_ui_card card = {.title = yt_say_text(app, &listing->title),
                              .icon = yt_listing_trade_icon(listing->trade),
                              .marked = yt_tray_listing(&app->visit, listing->id) != NULL,
                              .way_on = true,
                              .action = action,
                              .key = key};
    struct yt_buf lines[YT_COUNT(facts)] = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};

    yt_buf_init(&text, (size_t)YT_LISTING_TEXT_MAX * 2);
    say_text(&words, listing, &text);
    card.text = yt_buf_string(&text);
    for (size_t i = 0; i < YT_COUNT(facts); i++) {
        yt_buf_init(&lines[i], FACT_MAX);
        facts[i].say(&words, listing, &lines[i]);
        if (lines[i].size == 0)
            continue;
        card.facts[card.fact_count] = yt_buf_string(&lines[i]);
        card.fact_icons[card.fact_count++] = facts[i].icon;
    }
    yt_ui_card(app->ui, &card);
    for (size_t i = 0; i < YT_COUNT(facts); i++)
        yt_buf_done(&lines[i]);
}

void yt_listing_card(struct yt_app *app, const struct yt_listing *listing,
                     struct yt_ui_action action, uint32_t key)
{
    if (listing)
        declare_card(app, listing, action, key);
    else
        yt_ui_card(app->ui, &(struct yt_ui_card){.title = yt_say(app, "listings.reading"),
                                                 .waiting = true,
                                                 .action = action,
                                                 .key = key});
}
