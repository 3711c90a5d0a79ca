/* A line in one's own words, or none. */
#include "screens/steps.h"
#include "screens/typing.h"

static void own_words_enter(struct yt_app *app)
{
    yt_typing_begin(app, yt_nav_state(app), YT_KEYBOARD_WORDS, YT_ENTRY_OWN_WORDS_MAX,
                    app->visit.own_words);
}

/* Where somebody is to come to, or which office it is about, has no place of its own. */
static const char *lead(struct yt_app *app)
{
    const struct yt_appointment_type *type = yt_step_type(app);
    bool wanted = app->visit.appointment.wanted && type != NULL;
    if (wanted && (type->needs & (YT_NEED_ADDRESS | YT_NEED_COMPANY)))
        return yt_say(app, "words.lead.place");
    return yt_say(app, "words.lead");
}

static void own_words_declare(struct yt_app *app, struct yt_ui *ui)
{
    (void)ui;
    yt_typing_declare(
        app, yt_nav_state(app),
        &(struct yt_typing_page){
            .title = yt_say(app, "words.title"), .lead = lead(app), .lines = 2, .counted = true});
}

static bool own_words_back(struct yt_app *app)
{
    yt_typing_take(yt_nav_state(app), app->visit.own_words, sizeof(app->visit.own_words));
    return false;
}

static void own_words_action(struct yt_app *app, struct yt_ui_action action)
{
    if (yt_typing_action(yt_nav_state(app), action) || action.id != YT_TYPING_NEXT)
        return;
    (void)own_words_back(app);
    yt_step_next(app, &yt_screen_own_words);
}

static bool own_words_key(struct yt_app *app, const SDL_Event *event)
{
    struct yt_typing *typing = yt_nav_state(app);
    return yt_keyboard_type(&typing->edit, event);
}

const struct yt_screen_ops yt_screen_own_words = {
    .name = "own-words",
    .state_size = sizeof(struct yt_typing),
    .enter = own_words_enter,
    .declare = own_words_declare,
    .action = own_words_action,
    .back = own_words_back,
    .key = own_words_key,
};
