/* A card to talk about, or to think about alone, for a quiet minute. Nothing is recorded, and
 * nobody waits for the minute: another card comes whenever one likes. */
#include "screens/frame.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"

#include <sodium.h>

enum { ACT_ANOTHER = YT_ACT_OWN, ACT_MINUTE };

#define CARD_MS YT_MINUTE_MS

struct talk_state {
    size_t card;
    int64_t ends_ms; /* mono; 0: the minute is over */
};

static void begin_minute(struct yt_app *app)
{
    struct talk_state *state = yt_nav_state(app);

    state->ends_ms = yt_clock_mono_ms(app->clock) + CARD_MS;
    yt_nav_wake_in(app, CARD_MS);
}

/* Any but the one that lies there. */
static void turn_card(struct yt_app *app, size_t but)
{
    struct talk_state *state = yt_nav_state(app);
    const size_t count = yt_offers_now(app)->card_count;

    if (count > 1) {
        state->card = randombytes_uniform((uint32_t)count - (but < count));
        state->card += state->card >= but;
    }
    begin_minute(app);
}

static void talk_enter(struct yt_app *app)
{
    turn_card(app, SIZE_MAX);
}

static void talk_tick(struct yt_app *app)
{
    struct talk_state *state = yt_nav_state(app);

    state->ends_ms = 0;
}

static void declare_minute(struct yt_app *app, struct yt_ui *ui)
{
    const struct talk_state *state = yt_nav_state(app);

    if (state->ends_ms) {
        yt_ui_countdown(ui, &(struct yt_ui_countdown){.ends_ms = state->ends_ms,
                                                      .whole_ms = CARD_MS,
                                                      .label = yt_say(app, "talk.minute")});
        return;
    }
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "talk.over"), .align = YT_UI_CENTRE});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "talk.again"),
                                            .icon = "clock",
                                            .action = {.id = ACT_MINUTE}});
}

static void talk_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct talk_state *state = yt_nav_state(app);
    const struct yt_offers *offers = yt_offers_now(app);
    const bool any = state->card < offers->card_count;
    const bool low = yt_frame_is_low(app);
    const char *lead = yt_say(app, "talk.lead");

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "talk.title"),
                                           .lead = low ? NULL : lead,
                                           .centred = true});
    if (any) {
        yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD,
                                            .inside = YT_UI_SPACE_SECTION,
                                            .align = YT_UI_CENTRE});
        yt_ui_heading(ui, &(struct yt_ui_heading){
                              .text = yt_say_text(app, &offers->cards[state->card].text),
                              .level = 1,
                              .align = YT_UI_CENTRE,
                          });
        yt_ui_end(ui);
        yt_ui_begin(ui, &(struct yt_ui_box){.align = YT_UI_CENTRE});
        declare_minute(app, ui);
        yt_ui_end(ui);
    }
    if (low)
        yt_ui_text(ui, &(struct yt_ui_text){.text = lead, .soft = true});
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = any ? yt_say(app, "talk.another") : NULL,
                                              .next_icon = "speech",
                                              .next_action = {.id = ACT_ANOTHER}});
}

static void talk_action(struct yt_app *app, struct yt_ui_action action)
{
    const struct talk_state *state = yt_nav_state(app);

    if (action.id == ACT_ANOTHER)
        turn_card(app, state->card);
    else if (action.id == ACT_MINUTE)
        begin_minute(app);
}

/* A minute without a touch is what the card is for. */
const struct yt_screen_ops yt_screen_talk_card = {
    .name = "talk-card",
    .state_size = sizeof(struct talk_state),
    .keeps = true,
    .enter = talk_enter,
    .declare = talk_declare,
    .action = talk_action,
    .tick = talk_tick,
};
