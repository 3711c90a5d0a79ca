/* What was marked of listings and programmes, and what would fit. Each can be changed or taken out;
 * nothing has been handed to anybody yet. */
#include "screens/browse.h"
#include "screens/dates.h"
#include "screens/frame.h"
#include "screens/hand_over.h"
#include "screens/listing_lines.h"
#include "screens/listing_ways.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"
#include "screens/tray.h"
#include "screens/tray_words.h"

/* The value of those with a place is the place in the visit's list. */
enum {
    ACT_LISTING = YT_ACT_OWN,
    ACT_LISTING_OUT,
    ACT_PROGRAMME,
    ACT_PROGRAMME_OUT,
    ACT_WISH,
    ACT_WISH_OUT,
    ACT_NEXT,
};

enum { TRAY_EMS = 56, TEXT_MAX = 4096 };

/* --- One thing in it -------------------------------------------------------------------------- */

struct thing {
    const char *title, *text, *note;
    const char *icon;
    struct yt_ui_action change; /* none: it cannot be looked at any more */
    struct yt_ui_action out;
};

static void declare_thing(struct yt_app *app, struct yt_ui *ui, const struct thing *thing)
{
    const uint32_t key = (uint32_t)thing->out.id << 8 | (uint32_t)thing->out.value;

    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD, .label = thing->title, .key = key});
    yt_ui_text(
        ui, &(struct yt_ui_text){.text = thing->title, .type = YT_UI_STRONG, .icon = thing->icon});
    if (thing->text && thing->text[0])
        yt_ui_say(ui, thing->text);
    if (thing->note)
        yt_ui_text(ui,
                   &(struct yt_ui_text){.text = thing->note, .type = YT_UI_SMALL, .soft = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    if (thing->change.id)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "tray.change"),
                                                .icon = "edit",
                                                .grow = true,
                                                .action = thing->change});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "tray.remove"),
                                            .icon = "close",
                                            .grow = true,
                                            .action = thing->out});
    yt_ui_end(ui);
    yt_ui_end(ui);
}

static void declare_listing(struct yt_app *app, struct yt_ui *ui, size_t index)
{
    const struct yt_entry_listing *entry = &app->visit.listings[index];
    const int64_t position = yt_browse_recall(app, entry->id);
    const struct yt_listing *listing =
        position >= 0 ? yt_browse_listing(app, (uint32_t)position) : NULL;
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct thing thing = {
        .title = listing ? yt_say_text(app, &listing->title) : entry->title,
        .icon = listing ? yt_listing_trade_icon(listing->trade) : "work",
        .note = yt_entry_listing_handed(entry) ? NULL : yt_say(app, "tray.note"),
        .out = {ACT_LISTING_OUT, (int32_t)index},
    };

    yt_buf_init_secret(&text, TEXT_MAX);
    yt_listing_say_chosen(app, entry, &text);
    thing.text = yt_buf_string(&text);
    if (position >= 0)
        thing.change = (struct yt_ui_action){ACT_LISTING, (int32_t)index};
    declare_thing(app, ui, &thing);
}

/* --- Programmes and the wish ------------------------------------------------------------------ */

static void say_day(struct yt_app *app, const struct yt_entry_programme *entry, struct yt_buf *to)
{
    const struct yt_local_time when = {.date = yt_date_from_days(entry->day),
                                       .minute = (int16_t)entry->minute};
    char text[YT_DATE_TEXT_MAX];

    if (entry->day)
        yt_buf_text(to, yt_date_text(yt_app_language(app), YT_DATE_DAY_TIME, when, text));
    if (!entry->paper_only)
        yt_buf_printf(to, "%s%s", to->size ? "\n" : "",
                      yt_say(app, entry->waiting ? "tray.waiting" : "tray.join"));
}

static void declare_programme(struct yt_app *app, struct yt_ui *ui, size_t index)
{
    const struct yt_entry_programme *entry = &app->visit.programmes[index];
    const struct yt_programme *programme = yt_offers_programme(app, entry->id);
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct thing thing = {
        .title = programme ? yt_say_text(app, &programme->name) : entry->title,
        .icon = programme && programme->picture ? programme->picture : "calendar",
        .note = entry->paper_only ? yt_say(app, "tray.note") : NULL,
        .out = {ACT_PROGRAMME_OUT, (int32_t)index},
    };

    yt_buf_init_secret(&text, TEXT_MAX);
    say_day(app, entry, &text);
    thing.text = yt_buf_string(&text);
    if (programme)
        thing.change = (struct yt_ui_action){ACT_PROGRAMME, (int32_t)index};
    declare_thing(app, ui, &thing);
}

static void declare_wish(struct yt_app *app, struct yt_ui *ui)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};

    yt_buf_init_secret(&text, TEXT_MAX);
    yt_tray_words_wish(app, &text);
    declare_thing(app, ui,
                  &(struct thing){.title = yt_say(app, "tray.wish"),
                                  .text = yt_buf_string(&text),
                                  .icon = "edit",
                                  .change = {.id = ACT_WISH},
                                  .out = {.id = ACT_WISH_OUT}});
}

/* --- The page --------------------------------------------------------------------------------- */

static void tray_enter(struct yt_app *app)
{
    for (size_t i = 0; i < app->visit.listing_count; i++) {
        const int64_t position = yt_browse_recall(app, app->visit.listings[i].id);

        if (position >= 0)
            yt_browse_want_one(app, (uint32_t)position);
    }
}

static void heading(struct yt_app *app, struct yt_ui *ui, const char *id)
{
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, id), .level = 2});
}

static void declare_all(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_visit *visit = &app->visit;

    if (visit->listing_count)
        heading(app, ui, "tray.listings");
    for (size_t i = 0; i < visit->listing_count; i++)
        declare_listing(app, ui, i);
    if (visit->programme_count)
        heading(app, ui, "tray.programmes");
    for (size_t i = 0; i < visit->programme_count; i++)
        declare_programme(app, ui, i);
    if (visit->wish.made)
        declare_wish(app, ui);
}

static void tray_declare(struct yt_app *app, struct yt_ui *ui)
{
    const bool any = yt_tray_count(&app->visit) > 0;
    const bool hands = yt_tray_wants_answer(&app->visit);

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "tray.title"),
                                           .lead = any ? yt_say(app, "tray.lead") : NULL,
                                           .max_em = TRAY_EMS});
    declare_all(app, ui);
    if (!any)
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "tray.empty"), .icon = "leaf"});
    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .next = any ? yt_say(app, hands ? "tray.next" : "tray.print") : NULL,
                          .next_icon = hands ? NULL : "print",
                          .next_action = {.id = ACT_NEXT},
                      });
}

/* A mark with which nothing is asked is the resident's own, and goes into the pocket. */
static void put_marks_on_paper(struct yt_app *app)
{
    for (size_t i = 0; i < app->visit.listing_count; i++)
        if (app->visit.listings[i].ways == YT_LISTING_MARKED)
            yt_tray_toggle_way(&app->visit.listings[i], YT_LISTING_PAPER);
}

static void act_on_listing(struct yt_app *app, uint16_t what, size_t index)
{
    if (index >= app->visit.listing_count)
        return;
    if (what == ACT_LISTING)
        yt_listing_open_marked(app, app->visit.listings[index].id);
    else
        yt_tray_take_out_listing(&app->visit, index);
}

static void act_on_programme(struct yt_app *app, uint16_t what, size_t index)
{
    if (index >= app->visit.programme_count)
        return;
    if (what == ACT_PROGRAMME)
        yt_programme_open(app, app->visit.programmes[index].id, app->visit.programmes[index].day);
    else
        yt_tray_take_out_programme(&app->visit, index);
}

static void tray_action(struct yt_app *app, struct yt_ui_action action)
{
    switch (action.id) {
    case ACT_LISTING:
    case ACT_LISTING_OUT:
        act_on_listing(app, action.id, (size_t)action.value);
        break;
    case ACT_PROGRAMME:
    case ACT_PROGRAMME_OUT:
        act_on_programme(app, action.id, (size_t)action.value);
        break;
    case ACT_WISH:
        yt_nav_push(app, &yt_screen_wish);
        break;
    case ACT_WISH_OUT:
        yt_tray_remove_wish(&app->visit);
        break;
    case ACT_NEXT:
        put_marks_on_paper(app);
        yt_hand_over_begin(app);
        break;
    default:
        break;
    }
}

const struct yt_screen_ops yt_screen_tray = {
    .name = "tray",
    .enter = tray_enter,
    .declare = tray_declare,
    .action = tray_action,
};
