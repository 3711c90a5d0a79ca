/* Text size and colours. Each touch shows at once what it does. */
#include "screens/frame.h"
#include "screens/screens.h"

enum { ACT_SIZE = YT_ACT_OWN, ACT_CONTRAST };

static void declare_sizes(struct yt_app *app, struct yt_ui *ui)
{
    static const char *const labels[] = {"view.size.1", "view.size.2", "view.size.3"};
    const int sizes = app->content->site.settings.text_sizes;

    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "view.size"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 3, .cell_em = 8});
    for (int i = 0; i < sizes && i < (int)YT_COUNT(labels); i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, labels[i]),
                                                .chosen = (int)app->visit.text_scale == i,
                                                .action = {ACT_SIZE, i}});
    yt_ui_end(ui);
}

static void declare_colours(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "view.colour"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 3, .cell_em = 8});
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, "view.colour.normal"),
                                            .chosen = !app->visit.high_contrast,
                                            .action = {ACT_CONTRAST, 0}});
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, "view.colour.high"),
                                            .chosen = app->visit.high_contrast,
                                            .action = {ACT_CONTRAST, 1}});
    yt_ui_end(ui);
}

static void view_declare(struct yt_app *app, struct yt_ui *ui)
{
    yt_frame_begin(app,
                   &(struct yt_frame){.title = yt_say(app, "view.title"), .number_keys = true});
    declare_sizes(app, ui);
    declare_colours(app, ui);
    yt_frame_end(app, &(struct yt_frame_ways){
                          .next = yt_say(app, "ui.close"),
                          .next_icon = "check",
                          .next_action = {.id = YT_ACT_BACK},
                      });
}

static void view_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id == ACT_SIZE)
        app->visit.text_scale = (enum yt_text_scale)action.value;
    else if (action.id == ACT_CONTRAST)
        app->visit.high_contrast = action.value != 0;
    yt_app_apply_look(app);
}

const struct yt_screen_ops yt_screen_view = {
    .name = "view",
    .declare = view_declare,
    .action = view_action,
};
