/* Easy Japanese, offered once and never forced. */
#include "screens/screens.h"

enum { ACT_EASY = YT_ACT_OWN };

static void easy_declare(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_dialog_begin(ui, &(struct yt_ui_dialog){.name = "easy",
                                                  .icon = "language",
                                                  .title = yt_say(app, "easy.title"),
                                                  .text = yt_say(app, "easy.lead"),
                                                  .back = {.id = YT_ACT_BACK}});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "easy.no"),
                                            .grow = true,
                                            .action = {.id = YT_ACT_BACK}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "easy.yes"),
                                            .grow = true,
                                            .action = {.id = ACT_EASY}});
    yt_ui_end(ui);
    yt_ui_dialog_end(ui);
}

static void easy_action(struct yt_app *app, struct yt_ui_action action)
{
    const int easy = yt_languages_find(&app->content->site.languages, "ja-easy");

    if (action.id != ACT_EASY)
        return;
    if (easy >= 0)
        app->visit.language = easy;
    yt_app_apply_look(app);
    yt_nav_back(app);
}

const struct yt_screen_ops yt_screen_easy = {
    .name = "easy",
    .overlay = true,
    .declare = easy_declare,
    .action = easy_action,
};
