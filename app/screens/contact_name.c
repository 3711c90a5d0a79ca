/* A name of any kind, or none. */
#include "screens/steps.h"
#include "screens/typing.h"

static void contact_name_enter(struct yt_app *app)
{
    yt_typing_begin(app, yt_nav_state(app), YT_KEYBOARD_WORDS, YT_ENTRY_NAME_MAX,
                    app->visit.contact.name);
}

static void contact_name_declare(struct yt_app *app, struct yt_ui *ui)
{
    (void)ui;
    yt_typing_declare(app, yt_nav_state(app),
                      &(struct yt_typing_page){.title = yt_say(app, "contact.name.title"),
                                               .lead = yt_say(app, "contact.name.lead"),
                                               .lines = 1});
}

static bool contact_name_back(struct yt_app *app)
{
    struct yt_entry_contact *contact = &app->visit.contact;
    yt_typing_take(yt_nav_state(app), contact->name, sizeof(contact->name));
    return false;
}

static void contact_name_action(struct yt_app *app, struct yt_ui_action action)
{
    if (yt_typing_action(yt_nav_state(app), action) || action.id != YT_TYPING_NEXT)
        return;
    (void)contact_name_back(app);
    yt_step_next(app, &yt_screen_contact_name);
}

static bool contact_name_key(struct yt_app *app, const SDL_Event *event)
{
    struct yt_typing *typing = yt_nav_state(app);
    return yt_keyboard_type(&typing->edit, event);
}

const struct yt_screen_ops yt_screen_contact_name = {
    .name = "contact-name",
    .state_size = sizeof(struct yt_typing),
    .enter = contact_name_enter,
    .declare = contact_name_declare,
    .action = contact_name_action,
    .back = contact_name_back,
    .key = contact_name_key,
};
