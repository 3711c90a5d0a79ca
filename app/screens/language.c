/* The languages, each in its own name, so that nobody has to read another to find theirs. */
#include "screens/frame.h"
#include "screens/screens.h"

enum { ACT_CHOOSE = YT_ACT_OWN };

static void language_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_languages *languages = &app->content->site.languages;

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "language.title"),
                                           .lead = yt_say(app, "language.lead"),
                                           .centred = true,
                                           .number_keys = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 10});
    for (size_t i = 0; i < languages->count; i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){.label = languages->own_name[i],
                                                .language = languages->tag[i],
                                                .chosen = (int)i == app->visit.language,
                                                .action = {ACT_CHOOSE, (int32_t)i}});
    yt_ui_end(ui);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

static void language_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id != ACT_CHOOSE)
        return;
    app->visit.language = action.value;
    yt_app_apply_look(app);
    yt_nav_back(app);
}

const struct yt_screen_ops yt_screen_language = {
    .name = "language",
    .declare = language_declare,
    .action = language_action,
};
