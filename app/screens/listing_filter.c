/* All conditions, grouped by what they are about. Each touch shows at once how many are left. */
#include "screens/browse.h"
#include "screens/frame.h"
#include "screens/listing_chips.h"
#include "screens/offer_screens.h"

enum { ACT_CLEAR = YT_LISTING_CHIP_ACTIONS_END };

enum { FILTER_EMS = 64, GROUP_MAX = 9, LABEL_MAX = 256 };

/* YT_FACTS ends a group. */
static const struct {
    const char *title;
    uint8_t facts[GROUP_MAX];
} groups[] = {
    {"filter.group.time",
     {YT_FACT_SHORT, YT_FACT_HALF_DAY, YT_FACT_FEW_DAYS, YT_FACT_MORNING, YT_FACT_DAYTIME,
      YT_FACT_EVENING, YT_FACT_WEEKEND, YT_FACT_GROW, YT_FACTS}},
    {"filter.group.start",
     {YT_FACT_SEE, YT_FACT_TRIAL, YT_FACT_NO_EXPERIENCE, YT_FACT_BLANK_OK, YT_FACT_ALONG,
      YT_FACT_NO_RESUME, YT_FACT_NO_LICENCE, YT_FACT_AFTER, YT_FACTS}},
    {"filter.group.life",
     {YT_FACT_WALKABLE, YT_FACT_CHILD_TIMES, YT_FACT_SENIORS, YT_FACT_STEP_FREE, YT_FACT_DORM,
      YT_FACTS}},
    {"filter.group.body",
     {YT_FACT_SITTING, YT_FACT_LIGHT, YT_FACT_QUIET, YT_FACT_WRITTEN, YT_FACTS}},
    {"filter.group.people",
     {YT_FACT_LITTLE_TALK, YT_FACT_SMALL_TEAM, YT_FACT_NO_PHONE, YT_FACT_EASY_JAPANESE,
      YT_FACT_NO_COMPUTER, YT_FACTS}},
    {"filter.group.money", {YT_FACT_PAID, YT_FACT_PAID_SOON, YT_FACT_FARE, YT_FACTS}},
};

static void group_begin(struct yt_app *app, struct yt_ui *ui, const char *title)
{
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, title), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, title)});
}

static void declare_facts(struct yt_app *app, struct yt_ui *ui, size_t group)
{
    bool any = false;

    for (const uint8_t *fact = groups[group].facts; *fact != YT_FACTS; fact++)
        any = any || yt_listing_fact_offered(app, (enum yt_listing_fact) * fact);
    if (!any)
        return;
    group_begin(app, ui, groups[group].title);
    for (const uint8_t *fact = groups[group].facts; *fact != YT_FACTS; fact++)
        if (yt_listing_fact_offered(app, (enum yt_listing_fact) * fact))
            yt_listing_fact_chip(app, (enum yt_listing_fact) * fact);
    yt_ui_end(ui);
}

static void filter_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_browse *browse = yt_browse_look(app);
    char label[LABEL_MAX];

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "filter.title"),
                                           .lead = yt_say(app, "filter.lead"),
                                           .max_em = FILTER_EMS,
                                           .tray = true});
    for (size_t i = 0; i < YT_COUNT(groups); i++)
        declare_facts(app, ui, i);
    group_begin(app, ui, "filter.group.kind");
    for (int i = 0; i < YT_LISTING_KINDS; i++)
        if (yt_listing_kind_offered(app, (enum yt_listing_kind)i))
            yt_listing_kind_chip(app, (enum yt_listing_kind)i);
    yt_ui_end(ui);
    group_begin(app, ui, "filter.group.trade");
    for (int i = 0; i < YT_TRADES; i++)
        if (yt_listing_trade_offered(app, (enum yt_trade)i))
            yt_listing_trade_chip(app, (enum yt_trade)i);
    yt_ui_end(ui);
    yt_frame_end(app,
                 &(struct yt_frame_ways){
                     .back = true,
                     .skip = yt_browse_narrowed(app) ? yt_say(app, "listings.clear") : NULL,
                     .skip_action = {.id = ACT_CLEAR},
                     .next = browse->count ? yt_say_count(app, "filter.show", "n",
                                                          (int)browse->count, label, sizeof label)
                                           : yt_say(app, "ui.next"),
                     .next_action = {.id = YT_ACT_BACK},
                 });
}

static void filter_action(struct yt_app *app, struct yt_ui_action action)
{
    if (!yt_listing_chip_action(app, action) && action.id == ACT_CLEAR)
        yt_browse_clear(app);
}

const struct yt_screen_ops yt_screen_listing_filter = {
    .name = "listing-filter",
    .declare = filter_declare,
    .action = filter_action,
};
