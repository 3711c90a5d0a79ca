/* How much one wants to be asked: all, some, or nothing. */
#include "screens/check_flow.h"
#include "screens/frame.h"
#include "screens/screens.h"

enum { ACT_PACE = YT_ACT_OWN };

static void pace_declare(struct yt_app *app, struct yt_ui *ui)
{
    static const struct {
        const char *label;
        const char *icon;
        enum yt_check_pace pace;
    } ways[] = {
        {"ui.pick.all", "list", YT_PACE_ALL},
        {"ui.pick.some", "bookmark", YT_PACE_TOPICS},
        {"ui.pick.menu", "menu", YT_PACE_MENU},
    };

    yt_frame_begin(app, &(struct yt_frame){
                            .title = yt_say(app, "ui.pick"), .number_keys = true, .centred = true});
    for (size_t i = 0; i < YT_COUNT(ways); i++)
        yt_ui_card(ui, &(struct yt_ui_card){.title = yt_say(app, ways[i].label),
                                            .icon = ways[i].icon,
                                            .large = true,
                                            .way_on = true,
                                            .action = {ACT_PACE, (int32_t)ways[i].pace}});
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

static void pace_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id != ACT_PACE)
        return;
    if (action.value == YT_PACE_TOPICS)
        yt_nav_push(app, &yt_screen_topics);
    else
        yt_check_flow_begin(app, (enum yt_check_pace)action.value, 0);
}

const struct yt_screen_ops yt_screen_pace = {
    .name = "pace",
    .declare = pace_declare,
    .action = pace_action,
};
