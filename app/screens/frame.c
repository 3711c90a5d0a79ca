#include "screens/frame.h"

#include "screens/tray.h"

#include <string.h>

/* The height in ems, which large letters make low; a panel of 21 inches has some 38. */
enum { LOW_EMS = 20 };
/* A panel of 7 inches holds some 14 ems beside its ways on at 200 %, and 27 at 100 %. */
enum { CRAMPED_EMS = 20 };

bool yt_frame_is_low(const struct yt_app *app)
{
    return yt_ui_low(app->ui) || yt_ui_height(app->ui) < LOW_EMS * yt_ui_em(app->ui);
}

bool yt_frame_is_cramped(const struct yt_app *app)
{
    return yt_ui_low(app->ui) && yt_ui_content_ems(app->ui) < CRAMPED_EMS;
}

/* What was marked, in one touch, with how many there are. */
static void declare_tray(struct yt_app *app)
{
    const size_t count = yt_tray_count(&app->visit);
    char label[64];

    if (!count)
        return;
    yt_ui_tool(app->ui, &(struct yt_ui_tool){.icon = "bookmark",
                                             .label = yt_say_count(app, "tool.tray", "n",
                                                                   (int)count, label, sizeof label),
                                             .action = {.id = YT_ACT_TRAY}});
}

static void declare_tools(struct yt_app *app, bool tray)
{
    struct yt_ui *ui = app->ui;
    const bool calling = app->staff.state != YT_STAFF_NOT_CALLED;

    yt_ui_top_begin(ui);
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "language",
                                        .label = yt_say(app, "tool.language"),
                                        .action = {.id = YT_ACT_LANGUAGE}});
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "text-size",
                                        .label = yt_say(app, "tool.view"),
                                        .action = {.id = YT_ACT_VIEW}});
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "hide",
                                        .label = yt_say(app, "tool.hide"),
                                        .action = {.id = YT_ACT_HIDE}});
    yt_ui_spacer(ui);
    if (tray)
        declare_tray(app);
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "bell",
                                        .label = yt_say(app, "ui.staff"),
                                        .chosen = calling,
                                        .action = {.id = YT_ACT_STAFF}});
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "stop",
                                        .label = yt_say(app, "tool.stop"),
                                        .danger = true,
                                        .action = {.id = YT_ACT_STOP}});
    yt_ui_top_end(ui);
}

void yt_frame_begin(struct yt_app *app, const struct yt_frame *frame)
{
    const struct yt_nav_level *level = &app->nav.levels[app->nav.current];

    yt_ui_page_begin(app->ui, &(struct yt_ui_page){
                                  .name = frame->name ? frame->name : level->ops->name,
                                  .key = frame->key ? frame->key : level->serial,
                                  .number_keys = frame->number_keys,
                                  .back = {.id = YT_ACT_BACK},
                              });
    declare_tools(app, frame->tray);
    yt_ui_content_begin(
        app->ui, &(struct yt_ui_content){.centred = frame->centred, .max_em = frame->max_em});
    if (frame->title)
        yt_ui_heading(app->ui, &(struct yt_ui_heading){.text = frame->title});
    if (frame->lead)
        yt_ui_text(app->ui, &(struct yt_ui_text){.text = frame->lead, .soft = true});
}

void yt_frame_end(struct yt_app *app, const struct yt_frame_ways *ways)
{
    struct yt_ui *ui = app->ui;

    yt_ui_content_end(ui);
    if (ways) {
        yt_ui_bottom_begin(ui);
        if (ways->back)
            yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.back"),
                                                    .kind = YT_UI_QUIET,
                                                    .icon = "back",
                                                    .action = {.id = YT_ACT_BACK}});
        else
            yt_ui_spacer(ui); /* the way on stands at the right on every screen */
        if (ways->skip)
            yt_ui_button(ui,
                         &(struct yt_ui_button){.label = ways->skip, .action = ways->skip_action});
        if (ways->next)
            yt_ui_button(ui, &(struct yt_ui_button){
                                 .label = ways->next,
                                 .kind = ways->next_plain ? YT_UI_SECONDARY : YT_UI_PRIMARY,
                                 .icon = ways->next_icon ? ways->next_icon : "next",
                                 .icon_after = !ways->next_icon,
                                 .disabled = ways->next_disabled,
                                 .grow = true,
                                 .action = ways->next_action,
                             });
        yt_ui_bottom_end(ui);
    }
    yt_ui_page_end(ui);
}
