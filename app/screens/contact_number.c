/* The number to call, the place to write to, or the person to tell; may stay empty. */
#include "screens/steps.h"
#include "screens/typing.h"

static bool is_phone(const struct yt_app *app)
{
    enum yt_reach reach = app->visit.contact.reach;
    return reach == YT_REACH_PHONE || reach == YT_REACH_MESSAGE;
}

static void contact_number_enter(struct yt_app *app)
{
    yt_typing_begin(app, yt_nav_state(app), is_phone(app) ? YT_KEYBOARD_PHONE : YT_KEYBOARD_WORDS,
                    YT_ENTRY_REACH_MAX, app->visit.contact.number);
}

static const char *title(const struct yt_app *app)
{
    switch (app->visit.contact.reach) {
    case YT_REACH_LETTER:
        return yt_say(app, "contact.number.letter");
    case YT_REACH_THROUGH:
        return yt_say(app, "contact.number.through");
    default:
        return yt_say(app, "contact.number.phone");
    }
}

static void contact_number_declare(struct yt_app *app, struct yt_ui *ui)
{
    (void)ui;
    yt_typing_declare(app, yt_nav_state(app),
                      &(struct yt_typing_page){.title = title(app),
                                               .lead = yt_say(app, "contact.number.lead"),
                                               .lines = is_phone(app) ? 1 : 2});
}

static bool contact_number_back(struct yt_app *app)
{
    struct yt_entry_contact *contact = &app->visit.contact;
    yt_typing_take(yt_nav_state(app), contact->number, sizeof(contact->number));
    return false;
}

static void contact_number_action(struct yt_app *app, struct yt_ui_action action)
{
    if (yt_typing_action(yt_nav_state(app), action) || action.id != YT_TYPING_NEXT)
        return;
    (void)contact_number_back(app);
    yt_step_next(app, &yt_screen_contact_number);
}

static bool contact_number_key(struct yt_app *app, const SDL_Event *event)
{
    struct yt_typing *typing = yt_nav_state(app);
    return yt_keyboard_type(&typing->edit, event);
}

const struct yt_screen_ops yt_screen_contact_number = {
    .name = "contact-number",
    .state_size = sizeof(struct yt_typing),
    .enter = contact_number_enter,
    .declare = contact_number_declare,
    .action = contact_number_action,
    .back = contact_number_back,
    .key = contact_number_key,
};
