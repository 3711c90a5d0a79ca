/* Stopping is always allowed; it asks once, because it cannot be taken back. */
#include "screens/screens.h"

enum { ACT_YES = YT_ACT_OWN };

static void stop_declare(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_dialog_begin(ui, &(struct yt_ui_dialog){.name = "stop",
                                                  .icon = "stop",
                                                  .title = yt_say(app, "ui.stop.ask"),
                                                  .text = yt_say(app, "stop.lead"),
                                                  .danger = true,
                                                  .back = {.id = YT_ACT_BACK}});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.no"),
                                            .grow = true,
                                            .action = {.id = YT_ACT_BACK}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.yes"),
                                            .kind = YT_UI_DANGER,
                                            .grow = true,
                                            .action = {.id = ACT_YES}});
    yt_ui_end(ui);
    yt_ui_dialog_end(ui);
}

static void stop_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id == ACT_YES)
        yt_app_end_visit(app);
}

const struct yt_screen_ops yt_screen_stop = {
    .name = "stop",
    .overlay = true,
    .declare = stop_declare,
    .action = stop_action,
};
