#include "listings_walk.h"

#include "screens/browse.h"
#include "screens/offer_screens.h"
#include "screens/screens.h"
#include "screens/tray.h"
#include "shelf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As soon as what was asked for has come. */
static void look(struct walker *walker, const char *what)
{
    shelf_deliver(walker->app);
    walker_look(walker, "%s", what);
}

/* A button of a line is named by both. */
static void tap_summary(struct walker *walker, const char *change, const char *label)
{
    char words[2][256];
    char name[600];

    snprintf(name, sizeof name, "%s: %s", journey_plain(yt_say(walker->app, change), words[0]),
             journey_plain(yt_say(walker->app, label), words[1]));
    if (!journey_tap(walker->journey, name)) {
        fprintf(stderr, "walk: no %s\n", name);
        abort();
    }
}

/* --- The list --------------------------------------------------------------------------------- */

static void the_list(struct walker *walker)
{
    struct yt_app *app = walker->app;

    look(walker, "home");
    yt_nav_push(app, &yt_screen_listings);
    shelf_hold(true);
    walker_look(walker, "listings-waiting");
    shelf_hold(false);
    yt_browse_toggle_fact(app,
                          YT_FACT_SHORT); /* low panels keep the conditions on their own page */
    yt_browse_toggle_fact(app, YT_FACT_SEE);
    look(walker, "listings-narrowed");
    yt_browse_toggle_fact(app, YT_FACT_DORM);
    look(walker, "listings-none");
    walker_tap(walker, "listings.clear");
    look(walker, "listings");
    yt_nav_push(app, &yt_screen_listing_order);
    look(walker, "listing-order");
    yt_nav_back(app);
    yt_nav_push(app, &yt_screen_listing_filter);
    look(walker, "listing-filter");
    walker_tap(walker, "listing.fact.half-day");
    walker_tap(walker, "listing.trade.shop");
    look(walker, "listing-filter-chosen");
    yt_nav_back(app);
    yt_browse_clear(app);
    shelf_empty();
    look(walker, "listings-reading");
    shelf_replace(app, NULL, 0);
    look(walker, "listings-empty");
    shelf_replace(app, app->content->offers.listings, app->content->offers.listing_count);
}

static void the_search(struct walker *walker)
{
    struct yt_app *app = walker->app;

    yt_nav_push(app, &yt_screen_listing_search);
    look(walker, "listing-search");
    yt_browse_search(app, "そうじ");
    shelf_hold(true);
    look(walker, "listing-search-under-way");
    shelf_hold(false);
    look(walker, "listing-search-none");
    yt_browse_search(app, "の");
    look(walker, "listing-search-found");
    yt_nav_back(app);
    look(walker, "listings-searched");
    yt_browse_clear(app);
}

/* --- One -------------------------------------------------------------------------------------- */

static void one_listing(struct walker *walker, uint32_t position)
{
    struct yt_app *app = walker->app;
    char what[64];

    shelf_hold(position == 0);
    yt_listing_open(app, position);
    if (position == 0) {
        look(walker, "listing-reading");
        shelf_hold(false);
        yt_browse_want_one(app, position);
    }
    snprintf(what, sizeof what, "listing-%u", (unsigned)position);
    look(walker, what);
    walker_tap(walker, "listing.way.ask");
    snprintf(what, sizeof what, "listing-%u-ask", (unsigned)position);
    look(walker, what);
    (void)journey_tap_id(walker->journey, "listing.condition.half-day");
    (void)journey_tap_id(walker->journey, "listing.way.see");
    if (position % 3 == 1)
        walker_tap(walker, "listing.way.paper");
    yt_nav_back(app);
}

static void fill_tray(struct yt_app *app)
{
    while (app->visit.listing_count < YT_ENTRY_LISTINGS_MAX) {
        struct yt_entry_listing entry = {0};

        snprintf(entry.id, sizeof entry.id, "X%zu", app->visit.listing_count);
        snprintf(entry.title, sizeof entry.title, "会社の玄関と庭の花の水やり、落ち葉はき");
        (void)yt_tray_add_listing(&app->visit, &entry);
    }
}

/* --- The tray and the wish -------------------------------------------------------------------- */

static void the_wish(struct walker *walker)
{
    struct yt_app *app = walker->app;

    yt_nav_push(app, &yt_screen_wish);
    look(walker, "wish");
    tap_summary(walker, "wish.write", "wish.place");
    look(walker, "wish-place");
    walker_tap(walker, "ui.next");
    strcpy(app->visit.wish.place, "えきまえの おおきな はなやさん、みどりの かんばんの ところ");
    strcpy(app->visit.wish.draw, "はなの せわが すき");
    walker_tap(walker, "listing.fact.half-day");
    walker_tap(walker, "listing.kind.trial");
    look(walker, "wish-made");
    walker_tap(walker, "wish.put");
}

static void put_programmes(struct yt_app *app)
{
    const struct yt_offers *offers = app->services->offers(app->services->context);
    struct yt_entry_programme entry = {.day = 20783, .minute = 600};

    for (size_t i = 0; i < offers->programme_count && i < 3; i++) {
        snprintf(entry.id, sizeof entry.id, "%s", offers->programmes[i].id);
        entry.waiting = i == 1;
        entry.paper_only = i == 2;
        (void)yt_tray_add_programme(&app->visit, &entry);
    }
}

static void the_tray(struct walker *walker)
{
    struct yt_app *app = walker->app;

    put_programmes(app);
    yt_nav_push(app, &yt_screen_tray);
    look(walker, "tray");
    yt_nav_back(app);
    fill_tray(app);
    yt_listing_open(app, (uint32_t)app->content->offers.listing_count - 1);
    while (app->visit.listing_count > 0)
        yt_tray_take_out_listing(&app->visit, 0);
    fill_tray(app);
    look(walker, "listing-others-marked");
    walker_tap(walker, "listing.mark");
    look(walker, "listing-tray-full");
    shelf_replace(app, app->content->offers.listings, 1);
    look(walker, "listing-gone");
    shelf_replace(app, app->content->offers.listings, app->content->offers.listing_count);
    yt_nav_back(app);
    while (app->visit.listing_count > 0)
        yt_tray_take_out_listing(&app->visit, 0);
    while (app->visit.programme_count > 0)
        yt_tray_take_out_programme(&app->visit, 0);
    yt_tray_remove_wish(&app->visit);
    yt_nav_push(app, &yt_screen_tray);
    look(walker, "tray-empty");
    yt_nav_back(app);
}

void listings_walk(struct journey *journey, int language, enum yt_text_scale scale,
                   walk_visitor visitor, void *context)
{
    struct yt_app *app = &journey->app;
    struct walker walker = walker_begin(journey, language, scale, visitor, context);

    the_list(&walker);
    the_search(&walker);
    for (size_t i = 0; i < app->content->offers.listing_count; i++)
        one_listing(&walker, (uint32_t)i);
    the_wish(&walker);
    the_tray(&walker);
    yt_app_end_visit(app);
}
