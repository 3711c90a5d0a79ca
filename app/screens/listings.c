/* Everything one might do here, narrowed down by touch. Never a dead end: where nothing is left,
 * the page says what to let go of, and that one may say what would fit. */
#include "base/message.h"
#include "screens/browse.h"
#include "screens/frame.h"
#include "screens/listing_card.h"
#include "screens/listing_chips.h"
#include "screens/listing_lines.h"
#include "screens/offer_screens.h"
#include "screens/tray.h"

#include <stdio.h>

enum {
    ACT_OPEN = YT_LISTING_CHIP_ACTIONS_END, /* value: position */
    ACT_SEARCH,
    ACT_FILTER,
    ACT_ORDER,
    ACT_LET_GO, /* value: index of what to let go of */
    ACT_CLEAR,
    ACT_WISH,
};

enum {
    LIST_EMS = 64,
    CARD_EMS = 24,
    CHIPS_SHOWN = 8,
    CHIPS_SHOWN_SMALL = 4, /* what is left comes before more conditions */
    NARROW_EMS = 20,
    LONG_LIST = 6, /* more cards than a screen shows */
    LABEL_MAX = 512,
};

bool yt_offers_listings(struct yt_app *app)
{
    const struct yt_browse *browse = yt_browse_look(app);

    /* While they are being read, what the site's own files say: home does not jump later. */
    return browse->ready ? browse->offered.found > 0 : app->content->offers.listing_count > 0;
}

/* --- What is chosen --------------------------------------------------------------------------- */

static void declare_count(struct yt_app *app, struct yt_ui *ui, const struct yt_browse *browse)
{
    char all[64];
    char found[64];
    char digits[32];
    const enum yt_ui_type type = yt_ui_low(ui) ? YT_UI_STRONG : YT_UI_LARGE;
    YT_SCOPED(yt_buf_done) struct yt_buf label = {0};
    struct yt_message_value values[] = {{"n", found}, {"m", all}};

    if (!browse->ready || browse->searching) {
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, browse->ready ? "listings.searching"
                                                                              : "listings.reading"),
                                            .type = type});
        return;
    }
    snprintf(digits, sizeof digits, "%zu", browse->count);
    yt_say_digits(app, digits, found, sizeof found);
    snprintf(digits, sizeof digits, "%zu", browse->offered.found);
    yt_say_digits(app, digits, all, sizeof all);
    yt_buf_init(&label, LABEL_MAX);
    yt_message_fill(&label,
                    yt_say(app, yt_browse_narrowed(app) ? "listings.count.of" : "listings.count"),
                    values, YT_COUNT(values));
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_buf_string(&label), .type = type});
}

struct tool {
    const char *label, *icon;
    uint16_t act;
    bool chosen; /* narrows the list down now */
};

/* On a low panel as small as a target may be, with the number beside them: there the first card
 * is worth more than large buttons. */
static void declare_tool(struct yt_app *app, struct yt_ui *ui, const struct tool *tool)
{
    if (yt_ui_low(app->ui))
        yt_ui_tool(ui, &(struct yt_ui_tool){.label = tool->label,
                                            .icon = tool->icon,
                                            .chosen = tool->chosen,
                                            .action = {.id = tool->act}});
    else
        yt_ui_button(ui, &(struct yt_ui_button){.label = tool->label,
                                                .icon = tool->icon,
                                                .action = {.id = tool->act}});
}

static void declare_tools(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_listing_filter *filter = &app->visit.filter;
    const bool words = app->visit.search[0] != '\0';
    char label[LABEL_MAX];

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP});
    declare_tool(app, ui,
                 &(struct tool){.label = yt_say(app, "listings.filter"),
                                .icon = "listing-filter",
                                .act = ACT_FILTER,
                                .chosen = filter->facts || filter->kinds || filter->trades});
    declare_tool(app, ui,
                 &(struct tool){.label = words ? yt_say_with(app, "listings.search.words", "words",
                                                             app->visit.search, label, sizeof label)
                                               : yt_say(app, "listings.search"),
                                .icon = "search",
                                .act = ACT_SEARCH,
                                .chosen = words});
    declare_tool(app, ui,
                 &(struct tool){.label = yt_say(app, yt_listing_order_title(app->visit.order)),
                                .icon = "listing-order",
                                .act = ACT_ORDER});
    yt_ui_end(ui);
}

static void declare_chosen(struct yt_app *app)
{
    const struct yt_listing_filter *filter = &app->visit.filter;

    for (size_t i = 0; i < YT_FACTS; i++)
        if (yt_has_bit(filter->facts, i))
            yt_listing_fact_chip(app, (enum yt_listing_fact)i);
    for (size_t i = 0; i < YT_LISTING_KINDS; i++)
        if (yt_has_bit(filter->kinds, i))
            yt_listing_kind_chip(app, (enum yt_listing_kind)i);
    for (size_t i = 0; i < YT_TRADES; i++)
        if (yt_has_bit(filter->trades, i))
            yt_listing_trade_chip(app, (enum yt_trade)i);
}

/* What is chosen stands first and is let go of by one touch; then what helps most people. */
static void declare_chips(struct yt_app *app, struct yt_ui *ui)
{
    const bool small = yt_frame_is_low(app) || yt_ui_content_ems(ui) < NARROW_EMS;
    const size_t shown = small ? CHIPS_SHOWN_SMALL : CHIPS_SHOWN;

    yt_ui_begin(ui,
                &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "listings.filter")});
    declare_chosen(app);
    for (size_t i = 0, n = 0; n < shown && yt_listing_first_facts[i] != YT_FACTS; i++) {
        const enum yt_listing_fact fact = (enum yt_listing_fact)yt_listing_first_facts[i];

        if (!yt_listing_fact_offered(app, fact))
            continue;
        if (!yt_has_bit(app->visit.filter.facts, fact))
            yt_listing_fact_chip(app, fact);
        n++;
    }
    yt_ui_end(ui);
}

/* --- Nothing left ----------------------------------------------------------------------------- */

static const char *name_of(struct yt_app *app, const struct yt_listing_loosen *loosen)
{
    switch (loosen->what) {
    case YT_LOOSEN_FACT:
        return yt_say(app, yt_listing_fact_title(loosen->fact));
    case YT_LOOSEN_KINDS:
        return yt_say(app, "filter.group.kind");
    case YT_LOOSEN_TRADES:
        return yt_say(app, "filter.group.trade");
    case YT_LOOSEN_WORDS:
        break;
    }
    return app->visit.search;
}

static void declare_let_go(struct yt_app *app, struct yt_ui *ui, const struct yt_browse *browse)
{
    yt_ui_say(ui, yt_say(app, "listings.none.loosen"));
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP});
    for (size_t i = 0; i < browse->loosen_count; i++) {
        char label[LABEL_MAX];
        char plain[32];
        char count[64];

        snprintf(plain, sizeof plain, "%zu", browse->loosen[i].found);
        yt_ui_chip(ui,
                   &(struct yt_ui_chip){
                       .label = yt_say_with(app, "listings.without", "what",
                                            name_of(app, &browse->loosen[i]), label, sizeof label),
                       .icon = "close",
                       .count = yt_say_digits(app, plain, count, sizeof count),
                       .action = {ACT_LET_GO, (int32_t)i},
                   });
    }
    yt_ui_end(ui);
}

static void declare_nothing(struct yt_app *app, struct yt_ui *ui, const struct yt_browse *browse)
{
    if (browse->offered.found == 0) {
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "listings.empty"), .icon = "leaf"});
        return;
    }
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_SUNK});
    yt_ui_text(ui,
               &(struct yt_ui_text){.text = yt_say(app, "listings.none"), .type = YT_UI_STRONG});
    if (browse->loosen_count)
        declare_let_go(app, ui, browse);
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "listings.clear"),
                                            .icon = "undo",
                                            .action = {.id = ACT_CLEAR}});
    yt_ui_end(ui);
}

/* --- The list --------------------------------------------------------------------------------- */

static void declare_rows(struct yt_app *app, struct yt_ui *ui, const struct yt_browse *browse)
{
    const struct yt_ui_rows_span span = yt_ui_rows_begin(
        ui, &(struct yt_ui_rows){
                .count = browse->count, .columns = 2, .cell_em = CARD_EMS, .key = browse->turn});

    yt_browse_want(app, span.first, span.count);
    for (size_t i = span.first; i < span.first + span.count; i++) {
        const uint32_t position = browse->positions[i];

        yt_listing_card(app, yt_browse_listing(app, position),
                        (struct yt_ui_action){ACT_OPEN, (int32_t)position}, position + 1);
    }
    yt_ui_rows_end(ui);
}

static void declare_wish(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_card(ui, &(struct yt_ui_card){.title = yt_say(app, "listings.wish"),
                                        .text = yt_say(app, "listings.wish.note"),
                                        .icon = "edit",
                                        .marked = app->visit.wish.made,
                                        .way_on = true,
                                        .action = {.id = ACT_WISH}});
}

/* Behind a long list the card that asks what would fit is out of reach: then it is offered here. */
static void declare_end(struct yt_app *app, const struct yt_browse *browse)
{
    const bool tray = yt_tray_count(&app->visit) > 0;
    const bool wish = browse->count > LONG_LIST && !(tray && yt_frame_is_cramped(app));

    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .skip = wish ? yt_say(app, "listings.wish") : NULL,
                          .skip_action = {.id = ACT_WISH},
                          .next = tray ? yt_say(app, "tray.title") : NULL,
                          .next_icon = "bookmark",
                          .next_action = {.id = YT_ACT_TRAY},
                      });
}

static void listings_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_browse *browse = yt_browse_look(app);

    /* Where there is no room for both, the number of what there is stands for the title. */
    yt_frame_begin(
        app,
        &(struct yt_frame){.title = yt_frame_is_cramped(app) ? NULL : yt_say(app, "listings.title"),
                           .max_em = LIST_EMS,
                           .tray = true});
    declare_tools(app, ui);
    if (!yt_ui_low(ui)) /* there they are a touch away, so that the list is in sight */
        declare_chips(app, ui);
    declare_count(app, ui, browse);
    if (!browse->ready)
        yt_ui_spinner(ui, &(struct yt_ui_spinner){0});
    else if (browse->count)
        declare_rows(app, ui, browse);
    else if (!browse->searching)
        declare_nothing(app, ui, browse);
    declare_wish(app, ui);
    declare_end(app, browse);
}

static void listings_action(struct yt_app *app, struct yt_ui_action action)
{
    const struct yt_browse *browse = yt_browse_look(app);

    if (yt_listing_chip_action(app, action))
        return;
    switch (action.id) {
    case ACT_OPEN:
        yt_listing_open(app, (uint32_t)action.value);
        break;
    case ACT_SEARCH:
        yt_nav_push(app, &yt_screen_listing_search);
        break;
    case ACT_FILTER:
        yt_nav_push(app, &yt_screen_listing_filter);
        break;
    case ACT_ORDER:
        yt_nav_push(app, &yt_screen_listing_order);
        break;
    case ACT_LET_GO:
        if ((size_t)action.value < browse->loosen_count) {
            const struct yt_listing_loosen loosen = browse->loosen[action.value];

            yt_browse_let_go(app, &loosen);
        }
        break;
    case ACT_CLEAR:
        yt_browse_clear(app);
        break;
    case ACT_WISH:
        yt_nav_push(app, &yt_screen_wish);
        break;
    default:
        break;
    }
}

const struct yt_screen_ops yt_screen_listings = {
    .name = "listings",
    .declare = listings_declare,
    .action = listings_action,
};
