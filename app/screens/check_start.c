/* What the self-check is, and what it never is, before anything is asked. */
#include "screens/frame.h"
#include "screens/screens.h"

enum { ACT_START = YT_ACT_OWN };

static void declare_promise(struct yt_app *app, const char *icon, const char *id)
{
    yt_ui_text(app->ui, &(struct yt_ui_text){.text = yt_say(app, id), .icon = icon});
}

static void check_start_declare(struct yt_app *app, struct yt_ui *ui)
{
    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "ui.title"), .centred = true});
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "ui.lead"), .type = YT_UI_LARGE});
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD, .between = YT_UI_SPACE_WIDE});
    declare_promise(app, "leaf", "ui.nodx");
    declare_promise(app, "shield", "ui.noname");
    declare_promise(app, "hand", "ui.youchoose");
    declare_promise(app, "people", "check.anyone");
    yt_ui_end(ui);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.start"),
                                              .next_action = {.id = ACT_START}});
}

static void check_start_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id == ACT_START)
        yt_nav_push(app, &yt_screen_pace);
}

const struct yt_screen_ops yt_screen_check_start = {
    .name = "check-start",
    .declare = check_start_declare,
    .action = check_start_action,
};
