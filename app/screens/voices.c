/* Messages from people who were here before. No photo, no name; they are only there to be read. */
#include "base/attributes.h"
#include "screens/frame.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"

enum { ACT_AGE = YT_ACT_OWN, ACT_ALL };

struct voices_state {
    bool one_age;
    enum yt_voice_age age;
};

static const char *const ages[YT_VOICE_AGES] = {
    [YT_VOICE_YOUNG] = "voices.young",
    [YT_VOICE_MIDDLE] = "voices.middle",
    [YT_VOICE_OLDER] = "voices.older",
    [YT_VOICE_FAMILY] = "voices.family",
};

static bool any_of(const struct yt_offers *offers, enum yt_voice_age age)
{
    for (size_t i = 0; i < offers->voice_count; i++)
        if (offers->voices[i].age == age)
            return true;
    return false;
}

static void declare_ages(struct yt_app *app, struct yt_ui *ui)
{
    const struct voices_state *state = yt_nav_state(app);
    const struct yt_offers *offers = yt_offers_now(app);

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "voices.ages")});
    yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "voices.all"),
                                        .chosen = !state->one_age,
                                        .action = {.id = ACT_ALL}});
    for (size_t i = 0; i < YT_COUNT(ages); i++)
        if (any_of(offers, (enum yt_voice_age)i))
            yt_ui_chip(ui, &(struct yt_ui_chip){
                               .label = yt_say(app, ages[i]),
                               .chosen = state->one_age && state->age == (enum yt_voice_age)i,
                               .action = {ACT_AGE, (int32_t)i},
                           });
    yt_ui_end(ui);
}

static void declare_voice(struct yt_app *app, struct yt_ui *ui, const struct yt_voice *voice,
                          size_t index)
{
    const char *who = yt_say_text(app, &voice->who);

    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD, .key = (uint32_t)index + 1});
    yt_ui_text(ui,
               &(struct yt_ui_text){.text = yt_say_text(app, &voice->text), .type = YT_UI_LARGE});
    if (who[0])
        yt_ui_text(ui, &(struct yt_ui_text){.text = who, .soft = true, .icon = "leaf"});
    yt_ui_end(ui);
}

/* On a low screen the ages stand below the voices: another age begins at its first voice. */
static uint32_t page_key(uint32_t serial, const struct voices_state *state)
{
    return serial * (YT_VOICE_AGES + 1) + (state->one_age ? (uint32_t)state->age + 1 : 0);
}

static void voices_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct voices_state *state = yt_nav_state(app);
    const struct yt_offers *offers = yt_offers_now(app);
    const bool low = yt_frame_is_low(app);
    const uint32_t serial = app->nav.levels[app->nav.current].serial;

    yt_frame_begin(app, &(struct yt_frame){
                            .title = yt_say(app, "voices.title"),
                            .lead = low ? NULL : yt_say(app, "voices.lead"),
                            .key = low ? page_key(serial, state) : 0,
                            .tray = true,
                        });
    if (!low)
        declare_ages(app, ui);
    for (size_t i = 0; i < offers->voice_count; i++)
        if (!state->one_age || offers->voices[i].age == state->age)
            declare_voice(app, ui, &offers->voices[i], i);
    if (low) {
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "voices.lead"), .soft = true});
        declare_ages(app, ui);
    }
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

static void voices_action(struct yt_app *app, struct yt_ui_action action)
{
    struct voices_state *state = yt_nav_state(app);

    state->one_age = action.id == ACT_AGE;
    if (action.id == ACT_AGE)
        state->age = (enum yt_voice_age)action.value;
}

const struct yt_screen_ops yt_screen_voices = {
    .name = "voices",
    .state_size = sizeof(struct voices_state),
    .declare = voices_declare,
    .action = voices_action,
};
