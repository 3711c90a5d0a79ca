/* One touch hides everything behind a picture that could hang anywhere. A touch on it does not
 * bring the answers back at once: whoever touches it is asked first, in neutral words. */
#include "screens/screens.h"

enum { ACT_TOUCHED = YT_ACT_OWN, ACT_ERASE };

struct hide_state {
    bool touched;
};

static void declare_picture(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "hide",
                                              .key = app->nav.serial * 2,
                                              .plain = true,
                                              .whole = {.id = ACT_TOUCHED},
                                              .back = {.id = ACT_TOUCHED}});
    yt_ui_content_begin(ui, NULL);
    yt_ui_picture(ui, &(struct yt_ui_picture){.name = "landscape",
                                              .label = yt_say(app, "hide.picture"),
                                              .cover = true});
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

static void declare_choice(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "hide-choice",
                                              .key = app->nav.serial * 2 + 1,
                                              .back = {.id = YT_ACT_BACK}});
    yt_ui_content_begin(ui, &(struct yt_ui_content){.centred = true, .max_em = 24});
    yt_ui_heading(
        ui, &(struct yt_ui_heading){.text = yt_say(app, "hide.title"), .align = YT_UI_CENTRE});
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "hide.lead"), .align = YT_UI_CENTRE});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.continue"),
                                            .large = true,
                                            .action = {.id = YT_ACT_BACK}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "hide.erase"),
                                            .large = true,
                                            .action = {.id = ACT_ERASE}});
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

static void hide_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct hide_state *state = yt_nav_state(app);

    if (state->touched)
        declare_choice(app, ui);
    else
        declare_picture(app, ui);
}

static void hide_action(struct yt_app *app, struct yt_ui_action action)
{
    struct hide_state *state = yt_nav_state(app);

    if (action.id == ACT_TOUCHED)
        state->touched = true;
    else if (action.id == ACT_ERASE)
        yt_app_end_visit(app);
}

const struct yt_screen_ops yt_screen_hide = {
    .name = "hide",
    .state_size = sizeof(struct hide_state),
    .declare = hide_declare,
    .action = hide_action,
};
