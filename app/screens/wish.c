/* 「ここで働いてみたい」: a place that is on no list, and what a fitting one would be like. Nothing
 * is chosen beforehand; what was filtered for only stands first. */
#include "screens/frame.h"
#include "screens/listing_chips.h"
#include "screens/listing_lines.h"
#include "screens/offer_screens.h"
#include "screens/tray.h"
#include "screens/typing.h"

#include <sodium.h>

enum { ACT_PLACE = YT_TYPING_NEXT + 1, ACT_DRAW, ACT_FACT, ACT_KIND, ACT_DONE };

enum wish_part { WISH_WHOLE, WISH_PLACE, WISH_DRAW };

struct wish_state {
    enum wish_part part; /* what is being typed */
    struct yt_typing typing;
};

/* --- Typing ----------------------------------------------------------------------------------- */

static char *line_of(struct yt_app *app, enum wish_part part)
{
    return part == WISH_PLACE ? app->visit.wish.place : app->visit.wish.draw;
}

static void begin_typing(struct yt_app *app, enum wish_part part)
{
    struct wish_state *state = yt_nav_state(app);

    state->part = part;
    yt_typing_begin(app, &state->typing, YT_KEYBOARD_WORDS, YT_ENTRY_WISH_MAX, line_of(app, part));
}

static void end_typing(struct yt_app *app)
{
    struct wish_state *state = yt_nav_state(app);

    yt_typing_take(&state->typing, line_of(app, state->part), sizeof app->visit.wish.place);
    sodium_memzero(&state->typing, sizeof state->typing);
    state->part = WISH_WHOLE;
    yt_tray_settle_wish(&app->visit);
}

static void declare_typing(struct yt_app *app, const struct wish_state *state)
{
    yt_typing_declare(app, &state->typing,
                      &(struct yt_typing_page){
                          .title = yt_say(app, state->part == WISH_PLACE ? "wish.place.title"
                                                                         : "wish.draw.title"),
                          .lead = yt_say(app, "wish.line.lead"),
                          .counted = true,
                      });
}

/* --- The whole -------------------------------------------------------------------------------- */

static void declare_line(struct yt_app *app, struct yt_ui *ui, const char *label, const char *value,
                         uint16_t act)
{
    yt_ui_summary(
        ui, &(struct yt_ui_summary){.label = yt_say(app, label),
                                    .value = value,
                                    .change = yt_say(app, value[0] ? "wish.change" : "wish.write"),
                                    .action = {.id = act},
                                    .key = act});
}

static void declare_fact(struct yt_app *app, struct yt_ui *ui, size_t fact)
{
    yt_ui_chip(ui, &(struct yt_ui_chip){
                       .label = yt_say(app, yt_listing_fact_title((enum yt_listing_fact)fact)),
                       .chosen = yt_has_bit(app->visit.wish.facts, fact),
                       .action = {ACT_FACT, (int32_t)fact}});
}

/* What somebody filtered for, then what helps most people; what was chosen is always there. */
static void declare_facts(struct yt_app *app, struct yt_ui *ui)
{
    uint64_t shown = app->visit.filter.facts;
    uint64_t first = 0;

    for (const uint8_t *fact = yt_listing_first_facts; *fact != YT_FACTS; fact++)
        first |= yt_bit(*fact);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "wish.facts"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "wish.facts")});
    for (size_t i = 0; i < YT_FACTS; i++)
        if (yt_has_bit(shown, i))
            declare_fact(app, ui, i);
    for (size_t i = 0; i < YT_FACTS; i++)
        if (!yt_has_bit(shown, i) && yt_has_bit(first | app->visit.wish.facts, i))
            declare_fact(app, ui, i);
    yt_ui_end(ui);
}

static void declare_kinds(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "wish.kinds"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "wish.kinds")});
    for (size_t i = 0; i < YT_LISTING_KINDS; i++)
        yt_ui_chip(ui, &(struct yt_ui_chip){
                           .label = yt_say(app, yt_listing_kind_title((enum yt_listing_kind)i)),
                           .chosen = yt_has_bit(app->visit.wish.kinds, i),
                           .action = {ACT_KIND, (int32_t)i}});
    yt_ui_end(ui);
}

static void declare_whole(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_entry_wish *wish = &app->visit.wish;

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "wish.title"),
                                           .lead = yt_say(app, "wish.lead"),
                                           .tray = true});
    declare_line(app, ui, "wish.place", wish->place, ACT_PLACE);
    declare_line(app, ui, "wish.draw", wish->draw, ACT_DRAW);
    declare_facts(app, ui);
    declare_kinds(app, ui);
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "listing.contact"), .icon = "shield"});
    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .next = wish->made ? yt_say(app, "wish.put") : NULL,
                          .next_icon = "bookmark",
                          .next_action = {.id = ACT_DONE},
                      });
}

static void wish_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct wish_state *state = yt_nav_state(app);

    if (state->part == WISH_WHOLE)
        declare_whole(app, ui);
    else
        declare_typing(app, state);
}

/* --- What is done ----------------------------------------------------------------------------- */

static void choose(struct yt_app *app, struct yt_ui_action action)
{
    struct yt_entry_wish *wish = &app->visit.wish;

    switch (action.id) {
    case ACT_PLACE:
        begin_typing(app, WISH_PLACE);
        break;
    case ACT_DRAW:
        begin_typing(app, WISH_DRAW);
        break;
    case ACT_FACT:
        wish->facts ^= yt_bit((size_t)action.value);
        break;
    case ACT_KIND:
        wish->kinds ^= UINT32_C(1) << action.value;
        break;
    default:
        break;
    }
    yt_tray_settle_wish(&app->visit);
}

static void wish_action(struct yt_app *app, struct yt_ui_action action)
{
    struct wish_state *state = yt_nav_state(app);

    if (state->part != WISH_WHOLE) {
        if (!yt_typing_action(&state->typing, action) && action.id == YT_TYPING_NEXT)
            end_typing(app);
        return;
    }
    if (action.id != ACT_DONE) {
        choose(app, action);
        return;
    }
    if (yt_nav_back_to(app, &yt_screen_tray))
        return;
    yt_nav_replace(app, &yt_screen_tray);
}

/* What was typed is kept: "back" takes back a way, not a text. */
static bool wish_back(struct yt_app *app)
{
    const struct wish_state *state = yt_nav_state(app);

    if (state->part == WISH_WHOLE)
        return false;
    end_typing(app);
    return true;
}

static bool wish_key(struct yt_app *app, const SDL_Event *event)
{
    struct wish_state *state = yt_nav_state(app);

    return state->part != WISH_WHOLE && yt_keyboard_type(&state->typing.edit, event);
}

const struct yt_screen_ops yt_screen_wish = {
    .name = "wish",
    .state_size = sizeof(struct wish_state),
    .declare = wish_declare,
    .action = wish_action,
    .back = wish_back,
    .key = wish_key,
};
