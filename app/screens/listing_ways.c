#include "screens/listing_ways.h"

#include "screens/listing_lines.h"
#include "screens/tray.h"

#include <sodium.h>

static const struct {
    uint8_t way;
    const char *title, *icon;
} ways[] = {
    {YT_LISTING_SEE, "listing.way.see", "look"},
    {YT_LISTING_TRY, "listing.way.try", "trial"},
    {YT_LISTING_ASK, "listing.way.ask", "speech"},
    {YT_LISTING_PAPER, "listing.way.paper", "print"},
};

/* --- What is offered -------------------------------------------------------------------------- */

static bool may(enum yt_may may)
{
    return may == YT_MAY_YES || may == YT_MAY_ASK;
}

static bool offers_way(const struct yt_listing *listing, uint8_t way)
{
    if (way == YT_LISTING_SEE)
        return may(listing->see_ok);
    if (way == YT_LISTING_TRY)
        return may(listing->trial_ok);
    return true;
}

/* Nobody is to ask for what is certain already, or for what is known not to be. */
static bool offers_condition(const struct yt_listing *listing, enum yt_listing_condition condition)
{
    const bool few_days = listing->days_max != YT_LISTING_NOT_SAID && listing->days_max <= 2;

    switch (condition) {
    case YT_CONDITION_HALF_DAY:
        return listing->half_day != YT_MAY_NO;
    case YT_CONDITION_TWO_DAYS:
        return !few_days;
    case YT_CONDITION_NO_RESUME:
        return listing->resume != YT_RESUME_NONE;
    case YT_CONDITION_PAY_WEEKLY:
        return listing->pay_kind != YT_PAY_NONE &&
               !(listing->paid & (YT_PAID_DAILY | YT_PAID_WEEKLY));
    case YT_CONDITION_SCHOOL_HOURS:
    case YT_CONDITION_STAFF_BESIDE:
        break;
    }
    return true;
}

/* --- What is shown ---------------------------------------------------------------------------- */

static void declare_ways(struct yt_app *app, const struct yt_listing *listing,
                         const struct yt_entry_listing *entry)
{
    struct yt_ui *ui = app->ui;

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "listing.ways")});
    yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "listing.mark"),
                                        .icon = "bookmark",
                                        .chosen = entry != NULL,
                                        .action = {.id = YT_ACT_LISTING_MARK}});
    for (size_t i = 0; i < YT_COUNT(ways); i++)
        if (offers_way(listing, ways[i].way))
            yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, ways[i].title),
                                                .icon = ways[i].icon,
                                                .chosen = entry && entry->ways & ways[i].way,
                                                .action = {YT_ACT_LISTING_WAY, ways[i].way}});
    yt_ui_end(ui);
}

static void declare_conditions(struct yt_app *app, const struct yt_listing *listing,
                               const struct yt_entry_listing *entry)
{
    struct yt_ui *ui = app->ui;

    yt_ui_text(
        ui, &(struct yt_ui_text){.text = yt_say(app, "listing.conditions"), .type = YT_UI_STRONG});
    yt_ui_begin(
        ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "listing.conditions")});
    for (int i = 0; i < YT_CONDITIONS; i++) {
        const enum yt_listing_condition condition = (enum yt_listing_condition)(1 << i);

        if (offers_condition(listing, condition))
            yt_ui_chip(ui, &(struct yt_ui_chip){
                               .label = yt_say(app, yt_listing_condition_title(condition)),
                               .chosen = (entry->conditions & condition) != 0,
                               .action = {YT_ACT_LISTING_CONDITION, (int32_t)condition}});
    }
    yt_ui_end(ui);
}

void yt_listing_ways(struct yt_app *app, const struct yt_listing *listing)
{
    const struct yt_entry_listing *entry = yt_tray_listing(&app->visit, listing->id);
    struct yt_ui *ui = app->ui;

    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_SUNK});
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "listing.ways"), .level = 2});
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "listing.ways.note"), .soft = true});
    declare_ways(app, listing, entry);
    if (entry && entry->ways & YT_LISTING_ASK)
        declare_conditions(app, listing, entry);
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "listing.contact"),
                                        .type = YT_UI_STRONG,
                                        .icon = "shield"});
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "listing.contact.note"),
                                        .type = YT_UI_SMALL,
                                        .soft = true});
    yt_ui_end(ui);
}

/* --- What is done ----------------------------------------------------------------------------- */

static struct yt_entry_listing *marked(struct yt_app *app, const struct yt_listing *listing)
{
    struct yt_entry_listing *there = yt_tray_listing(&app->visit, listing->id);
    struct yt_entry_listing entry;

    if (there)
        return there;
    yt_listing_entry(app, listing, &entry);
    there = yt_tray_add_listing(&app->visit, &entry);
    sodium_memzero(&entry, sizeof entry);
    return there;
}

bool yt_listing_way_action(struct yt_app *app, const struct yt_listing *listing,
                           struct yt_ui_action action)
{
    struct yt_entry_listing *entry;

    if (action.id == YT_ACT_LISTING_MARK && yt_tray_listing(&app->visit, listing->id)) {
        yt_tray_remove_listing(&app->visit, listing->id);
        return true;
    }
    entry = marked(app, listing);
    if (!entry)
        return false;
    if (action.id == YT_ACT_LISTING_WAY)
        yt_tray_toggle_way(entry, (uint8_t)action.value);
    else if (action.id == YT_ACT_LISTING_CONDITION)
        yt_tray_toggle_condition(entry, (uint16_t)action.value);
    return true;
}

void yt_listing_say_chosen(const struct yt_app *app, const struct yt_entry_listing *entry,
                           struct yt_buf *to)
{
    for (size_t i = 0; i < YT_COUNT(ways); i++)
        if (entry->ways & ways[i].way)
            yt_buf_printf(to, "%s%s", to->size ? "\n" : "", yt_say(app, ways[i].title));
    for (int i = 0; i < YT_CONDITIONS; i++)
        if (entry->conditions & 1 << i)
            yt_buf_printf(
                to, "%s%s", to->size ? "\n" : "",
                yt_say(app, yt_listing_condition_title((enum yt_listing_condition)(1 << i))));
}
