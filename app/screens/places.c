/* Places that are open to anybody, by kind: which are open now, how far they are. */
#include "domain/bits.h"
#include "screens/frame.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"
#include "screens/place_hours.h"

#include <stdio.h>
#include <stdlib.h>

enum { ACT_KIND = YT_ACT_OWN, ACT_ALL, ACT_OPEN_NOW, ACT_PLACE };

#define PAGE_EMS 64
#define CELL_EM 18

/* Those that may be kept in order on one page; a site with more is an atlas. */
#define PLACES_MAX 4096

struct places_state {
    bool one_kind;
    enum yt_open_place_kind kind;
    bool open_now;
};

/* Positions of what is shown. */
struct chosen {
    size_t count;
    uint16_t *positions;
};

static void chosen_done(struct chosen *chosen)
{
    free(chosen->positions);
}

static bool is_open(const struct yt_app *app, const struct yt_open_place *place)
{
    return yt_place_today(place, yt_app_now(app)) == YT_PLACE_OPEN;
}

static bool is_wanted(const struct yt_app *app, const struct places_state *state,
                      const struct yt_open_place *place)
{
    return (!state->one_kind || place->kind == state->kind) &&
           (!state->open_now || is_open(app, place));
}

/* What anybody may go to comes before desks; what is of no kind comes last. */
static const enum yt_open_place_kind order[] = {
    YT_OPEN_PLACE_GATHERING, YT_OPEN_PLACE_FOOD,     YT_OPEN_PLACE_CHILDREN,
    YT_OPEN_PLACE_LIBRARY,   YT_OPEN_PLACE_LEARNING, YT_OPEN_PLACE_HEALTH,
    YT_OPEN_PLACE_PARK,      YT_OPEN_PLACE_OFFICE,   YT_OPEN_PLACE_OTHER,
};

/* By kind, and within a kind as the site put them. */
static void choose(const struct yt_app *app, const struct places_state *state,
                   struct chosen *chosen)
{
    const struct yt_offers *offers = yt_offers_now(app);
    const size_t count = offers->place_count < PLACES_MAX ? offers->place_count : PLACES_MAX;

    chosen->count = 0;
    chosen->positions = calloc(count ? count : 1, sizeof chosen->positions[0]);
    for (size_t k = 0; chosen->positions && k < YT_COUNT(order); k++)
        for (size_t i = 0; i < count; i++)
            if (offers->places[i].kind == order[k] && is_wanted(app, state, &offers->places[i]))
                chosen->positions[chosen->count++] = (uint16_t)i;
}

static size_t count_of(const struct yt_app *app, const struct places_state *state)
{
    const struct yt_offers *offers = yt_offers_now(app);
    size_t count = 0;

    for (size_t i = 0; i < offers->place_count; i++)
        count += is_wanted(app, state, &offers->places[i]);
    return count;
}

/* --- Chips ------------------------------------------------------------------------------------ */

static void declare_chip(struct yt_app *app, struct yt_ui *ui, const struct yt_ui_chip *chip,
                         const struct places_state *would_be)
{
    struct yt_ui_chip with_count = *chip;
    char plain[24];
    char count[64];

    snprintf(plain, sizeof plain, "%zu", count_of(app, would_be));
    with_count.count = yt_say_digits(app, plain, count, sizeof count);
    yt_ui_chip(ui, &with_count);
}

static void declare_kind(struct yt_app *app, struct yt_ui *ui, enum yt_open_place_kind kind)
{
    const struct places_state *state = yt_nav_state(app);

    declare_chip(app, ui,
                 &(struct yt_ui_chip){
                     .label = yt_say(app, yt_place_kind_message(kind)),
                     .icon = yt_place_kind_icon(kind),
                     .chosen = state->one_kind && state->kind == kind,
                     .action = {ACT_KIND, (int32_t)kind},
                 },
                 &(struct places_state){true, kind, state->open_now});
}

static void declare_kinds(struct yt_app *app, struct yt_ui *ui)
{
    const struct places_state *state = yt_nav_state(app);

    declare_chip(app, ui,
                 &(struct yt_ui_chip){.label = yt_say(app, "places.kind.all"),
                                      .chosen = !state->one_kind,
                                      .action = {.id = ACT_ALL}},
                 &(struct places_state){.open_now = state->open_now});
    for (size_t k = 0; k < YT_COUNT(order); k++)
        if (count_of(app, &(struct places_state){.one_kind = true, .kind = order[k]}) > 0)
            declare_kind(app, ui, order[k]);
}

/* On a low screen the places come before the kinds that there are. */
static void declare_chips(struct yt_app *app, struct yt_ui *ui, bool below)
{
    const struct places_state *state = yt_nav_state(app);
    const bool low = yt_frame_is_low(app);

    if (below && !low)
        return;
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "places.title")});
    if (!below)
        declare_chip(app, ui,
                     &(struct yt_ui_chip){.label = yt_say(app, "places.open.now"),
                                          .icon = "clock",
                                          .chosen = state->open_now,
                                          .action = {.id = ACT_OPEN_NOW}},
                     &(struct places_state){state->one_kind, state->kind, true});
    if (below || !low)
        declare_kinds(app, ui);
    else if (state->one_kind)
        declare_kind(app, ui, state->kind);
    yt_ui_end(ui);
}

/* --- Cards ------------------------------------------------------------------------------------ */

static void declare_card(struct yt_app *app, struct yt_ui *ui, const struct yt_open_place *place,
                         size_t position)
{
    YT_SCOPED(yt_buf_done) struct yt_buf today = {0};
    char walk[256];
    struct yt_ui_card card = {
        .title = yt_say_text(app, &place->name),
        .icon = yt_place_kind_icon(place->kind),
        .way_on = true,
        .action = {ACT_PLACE, (int32_t)position},
        .key = (uint32_t)position + 1,
    };

    yt_buf_init(&today, 2048);
    yt_say_place_today(app, place, &today);
    if (today.size)
        card.text = yt_buf_string(&today);
    if (place->minutes_there >= 0) {
        card.fact_icons[card.fact_count] = "place-walk";
        card.facts[card.fact_count++] =
            yt_say_count(app, "place.walk", "n", place->minutes_there, walk, sizeof walk);
    }
    if (place->phone) {
        card.fact_icons[card.fact_count] = "phone";
        card.facts[card.fact_count++] = place->phone;
    }
    yt_ui_card(ui, &card);
}

static void declare_cards(struct yt_app *app, struct yt_ui *ui, const struct chosen *chosen)
{
    const struct places_state *state = yt_nav_state(app);
    const struct yt_open_place *places = yt_offers_now(app)->places;
    const struct yt_ui_rows rows = {
        .count = chosen->count,
        .columns = 2,
        .cell_em = CELL_EM,
        .key = 1 + (state->one_kind ? (uint32_t)state->kind + 1 : 0) * 2 + state->open_now,
    };
    const struct yt_ui_rows_span span = yt_ui_rows_begin(ui, &rows);

    for (size_t i = span.first; i < span.first + span.count; i++)
        declare_card(app, ui, &places[chosen->positions[i]], chosen->positions[i]);
    yt_ui_rows_end(ui);
}

/* --- The page --------------------------------------------------------------------------------- */

/* A kind that was chosen below begins at its first place. */
static uint32_t page_key(struct yt_app *app)
{
    const struct places_state *state = yt_nav_state(app);

    return app->nav.levels[app->nav.current].serial * (YT_OPEN_PLACE_KINDS + 1) +
           (state->one_kind ? (uint32_t)state->kind + 1 : 0);
}

static void places_declare(struct yt_app *app, struct yt_ui *ui)
{
    YT_SCOPED(chosen_done) struct chosen chosen = {0};
    const bool low = yt_frame_is_low(app);

    choose(app, yt_nav_state(app), &chosen);
    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "places.title"),
                                           .lead = low ? NULL : yt_say(app, "places.lead"),
                                           .key = low ? page_key(app) : 0,
                                           .max_em = PAGE_EMS,
                                           .tray = true});
    declare_chips(app, ui, false);
    if (yt_site_desk_closed(&app->content->site, yt_app_now(app).date))
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "places.holiday")});
    if (chosen.count)
        declare_cards(app, ui, &chosen);
    else
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "places.none")});
    declare_chips(app, ui, true);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

static void places_action(struct yt_app *app, struct yt_ui_action action)
{
    struct places_state *state = yt_nav_state(app);
    const struct yt_offers *offers = yt_offers_now(app);

    switch (action.id) {
    case ACT_KIND:
        state->one_kind = !state->one_kind || (int32_t)state->kind != action.value;
        state->kind = (enum yt_open_place_kind)action.value;
        break;
    case ACT_ALL:
        state->one_kind = false;
        break;
    case ACT_OPEN_NOW:
        state->open_now = !state->open_now;
        break;
    case ACT_PLACE:
        if (action.value >= 0 && (size_t)action.value < offers->place_count)
            yt_place_open(app, offers->places[action.value].id);
        break;
    default:
        break;
    }
}

const struct yt_screen_ops yt_screen_places = {
    .name = "places",
    .state_size = sizeof(struct places_state),
    .declare = places_declare,
    .action = places_action,
};
