#include "screens/listing_chips.h"

#include "screens/listing_lines.h"

#include <stdio.h>

const uint8_t yt_listing_first_facts[] = {
    YT_FACT_SHORT,         YT_FACT_HALF_DAY,
    YT_FACT_NO_EXPERIENCE, YT_FACT_SEE,
    YT_FACT_WALKABLE,      YT_FACT_LITTLE_TALK,
    YT_FACT_PAID_SOON,     YT_FACT_ALONG,
    YT_FACT_BLANK_OK,      YT_FACT_SITTING,
    YT_FACT_CHILD_TIMES,   YT_FACT_SENIORS,
    YT_FACT_EASY_JAPANESE, YT_FACTS,
};

bool yt_listing_fact_offered(struct yt_app *app, enum yt_listing_fact fact)
{
    return yt_browse_look(app)->offered.with_fact[fact] > 0 ||
           yt_has_bit(app->visit.filter.facts, fact);
}

bool yt_listing_kind_offered(struct yt_app *app, enum yt_listing_kind kind)
{
    return yt_browse_look(app)->offered.with_kind[kind] > 0 ||
           yt_has_bit(app->visit.filter.kinds, kind);
}

bool yt_listing_trade_offered(struct yt_app *app, enum yt_trade trade)
{
    return yt_browse_look(app)->offered.with_trade[trade] > 0 ||
           yt_has_bit(app->visit.filter.trades, trade);
}

static const char *count_text(const struct yt_app *app, uint32_t count, char *buffer, size_t size)
{
    char plain[16];

    snprintf(plain, sizeof plain, "%u", (unsigned)count);
    return yt_say_digits(app, plain, buffer, size);
}

static void declare(struct yt_app *app, const char *label, bool chosen, uint32_t count,
                    struct yt_ui_action action)
{
    const struct yt_browse *browse = yt_browse_look(app);
    char text[64];

    yt_ui_chip(app->ui,
               &(struct yt_ui_chip){.label = yt_say(app, label),
                                    .chosen = chosen,
                                    /* What is chosen takes nothing away any more. */
                                    .count = browse->ready && !chosen
                                                 ? count_text(app, count, text, sizeof text)
                                                 : NULL,
                                    .action = action,
                                    .key = (uint32_t)action.id << 8 | (uint32_t)action.value});
}

void yt_listing_fact_chip(struct yt_app *app, enum yt_listing_fact fact)
{
    declare(app, yt_listing_fact_title(fact), yt_has_bit(app->visit.filter.facts, fact),
            yt_browse_look(app)->counts.with_fact[fact],
            (struct yt_ui_action){YT_ACT_CHIP_FACT, (int32_t)fact});
}

void yt_listing_kind_chip(struct yt_app *app, enum yt_listing_kind kind)
{
    declare(app, yt_listing_kind_title(kind), yt_has_bit(app->visit.filter.kinds, kind),
            yt_browse_look(app)->counts.with_kind[kind],
            (struct yt_ui_action){YT_ACT_CHIP_KIND, (int32_t)kind});
}

void yt_listing_trade_chip(struct yt_app *app, enum yt_trade trade)
{
    declare(app, yt_listing_trade_title(trade), yt_has_bit(app->visit.filter.trades, trade),
            yt_browse_look(app)->counts.with_trade[trade],
            (struct yt_ui_action){YT_ACT_CHIP_TRADE, (int32_t)trade});
}

bool yt_listing_chip_action(struct yt_app *app, struct yt_ui_action action)
{
    switch (action.id) {
    case YT_ACT_CHIP_FACT:
        yt_browse_toggle_fact(app, (enum yt_listing_fact)action.value);
        return true;
    case YT_ACT_CHIP_KIND:
        yt_browse_toggle_kind(app, (enum yt_listing_kind)action.value);
        return true;
    case YT_ACT_CHIP_TRADE:
        yt_browse_toggle_trade(app, (enum yt_trade)action.value);
        return true;
    default:
        return false;
    }
}
