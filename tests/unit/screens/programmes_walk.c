#include "programmes_walk.h"

#include "screens/offer_screens.h"
#include "screens/offers.h"
#include "screens/programme_words.h"
#include "screens/programmes.h"

#include <stdio.h>
#include <string.h>

/* 2026-11-24 10:00 in Japan. */
#define NOW_MS INT64_C(1795482000000)

/* What the queue would say: that many have joined the programme on that day. */
static void joined(struct walker *walker, const char *programme, int32_t day, int count)
{
    struct yt_joined_list list = {.count = 1};
    struct yt_app *app = walker->app;

    snprintf(list.items[0].programme, sizeof list.items[0].programme, "%s", programme);
    list.items[0].day = day;
    list.items[0].count = (uint16_t)count;
    yt_app_result(app, &(struct yt_result){
                           .kind = YT_RESULT_JOINED, .visit = app->visit.number, .joined = &list});
}

/* --- Programmes ------------------------------------------------------------------------------- */

/* What everybody can take along looks alike on every page. */
static void taken_along(struct walker *walker, const char *id)
{
    if (journey_tap_id(walker->journey, "programme.paper")) {
        walker_look(walker, "programme-%s-paper", id);
        journey_tap_id(walker->journey, "programme.take.back");
    }
    if (journey_tap_id(walker->journey, "programme.calendar")) {
        walker_look(walker, "calendar-code-%s", id);
        yt_nav_back(walker->app);
    }
}

/* One page: as it opens, full, and with each touch that changes it. */
static void one_programme(struct walker *walker, const struct yt_programme *programme, int32_t day)
{
    struct yt_app *app = walker->app;
    const char *id = programme->id;

    yt_programme_open(app, id, day);
    joined(walker, id, day, 1);
    walker_look(walker, "programme-%s-%d", id, (int)day);
    if (journey_tap_id(walker->journey, "programme.join")) {
        walker_look(walker, "programme-%s-%d-joined", id, (int)day);
        journey_tap_id(walker->journey, "programme.take.back");
        joined(walker, id, day, programme->room);
        if (journey_tap_id(walker->journey, "programme.wait"))
            walker_look(walker, "programme-%s-%d-waiting", id, (int)day);
        journey_tap_id(walker->journey, "programme.take.back");
    }
    if (journey_tap_id(walker->journey, "programme.book")) {
        walker_look(walker, "programme-%s-%d-booked", id, (int)day);
        journey_tap_id(walker->journey, "programme.take.back");
    }
    if (programme == yt_offers_now(app)->programmes || yt_programme_is_discreet(app, programme))
        taken_along(walker, id);
    yt_nav_back(app);
}

static void every_programme(struct walker *walker)
{
    struct yt_app *app = walker->app;
    const struct yt_offers *offers = yt_offers_now(app);

    for (size_t i = 0; i < offers->programme_count; i++) {
        const struct yt_programme *one = &offers->programmes[i];

        struct yt_occurrence next;

        if (yt_programme_next(one, &app->content->site, yt_app_now(app), &next))
            one_programme(walker, one, yt_date_to_days(next.date));
        else
            one_programme(walker, one, 0);
        for (size_t c = 0; c < one->change_count; c++) {
            const struct yt_programme_change *change = &one->changes[c];

            one_programme(walker, one, yt_date_to_days(change->from));
            if (change->to_date.year)
                one_programme(walker, one, yt_date_to_days(change->to_date));
        }
    }
}

static void days(struct walker *walker)
{
    struct yt_app *app = walker->app;
    const struct yt_offers *offers = yt_offers_now(app);
    const int64_t now_ms = walker->journey->clock.now_wall_ms;

    yt_nav_push(app, &yt_screen_programmes);
    walker_look(walker, "programmes");
    journey_tap_id(walker->journey, "programmes.today");
    walker_look(walker, "programmes-today");
    yt_nav_back(app);
    for (size_t i = 0; i < app->content->menu.count; i++) {
        if (!yt_offers_of_item(app, i))
            continue;
        yt_programmes_open(app, i);
        walker_look(walker, "programmes-%s", app->content->menu.items[i].id);
        yt_nav_back(app);
    }
    /* Over the New Year nothing is on. */
    walker->journey->clock.now_wall_ms = now_ms + 40 * YT_DAY_MS;
    yt_nav_push(app, &yt_screen_programmes);
    walker_look(walker, "programmes-new-year");
    yt_nav_back(app);
    walker->journey->clock.now_wall_ms = now_ms;
    if (offers->programme_count == 0)
        fprintf(stderr, "walk: this site has no programmes\n");
}

/* --- Places, voices, cards -------------------------------------------------------------------- */

static void places(struct walker *walker)
{
    struct yt_app *app = walker->app;
    const struct yt_offers *offers = yt_offers_now(app);

    yt_nav_push(app, &yt_screen_places);
    walker_look(walker, "places");
    journey_tap_id(walker->journey, "places.open.now");
    walker_look(walker, "places-open");
    yt_nav_back(app);
    for (size_t i = 0; i < offers->place_count; i++) {
        yt_place_open(app, offers->places[i].id);
        walker_look(walker, "place-%s", offers->places[i].id);
        yt_nav_back(app);
    }
}

static void words_of_others(struct walker *walker)
{
    struct yt_app *app = walker->app;

    yt_nav_push(app, &yt_screen_voices);
    walker_look(walker, "voices");
    journey_tap_id(walker->journey, "voices.family");
    walker_look(walker, "voices-family");
    yt_nav_back(app);
    yt_nav_push(app, &yt_screen_talk_card);
    walker_look(walker, "talk-card");
    journey_wait(walker->journey, YT_MINUTE_MS + 500);
    walker_look(walker, "talk-card-over");
    yt_nav_back(app);
}

void programmes_walk_begin(struct journey *journey)
{
    journey->clock.now_wall_ms = NOW_MS;
    /* The box that gives the places of most programmes. */
    journey->app.kiosk = (size_t)yt_site_kiosk_find(&journey->app.content->site, "k1");
}

void programmes_walk(struct journey *journey, int language, enum yt_text_scale scale,
                     walk_visitor visitor, void *context)
{
    struct walker walker = walker_begin(journey, language, scale, visitor, context);

    days(&walker);
    every_programme(&walker);
    places(&walker);
    words_of_others(&walker);
    yt_app_end_visit(&journey->app);
}
