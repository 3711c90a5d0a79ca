/* Which topics to be asked about. Some questions are always asked; their topic is not shown. */
#include "screens/check_flow.h"
#include "screens/frame.h"
#include "screens/screens.h"

enum { ACT_TOPIC = YT_ACT_OWN, ACT_NEXT };

struct topics_state {
    uint64_t chosen; /* bits by index into the check's topics */
};

static void topics_enter(struct yt_app *app)
{
    struct topics_state *state = yt_nav_state(app);

    state->chosen = app->visit.answers.topics;
}

static void topics_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct topics_state *state = yt_nav_state(app);
    const struct yt_check *check = &app->content->check;

    yt_frame_begin(
        app,
        &(struct yt_frame){.title = yt_say(app, "ui.topic"), .centred = true, .number_keys = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2});
    for (size_t i = 0; i < check->topic_count; i++)
        if (!check->topics[i].always)
            yt_ui_answer(ui, &(struct yt_ui_answer){
                                 .label = yt_say_text(app, &check->topics[i].text),
                                 .icon = check->topics[i].picture,
                                 .several = true,
                                 .chosen = yt_has_bit(state->chosen, i),
                                 .action = {ACT_TOPIC, (int32_t)i},
                             });
    yt_ui_end(ui);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.next"),
                                              .next_disabled = state->chosen == 0,
                                              .next_action = {.id = ACT_NEXT}});
}

static void topics_action(struct yt_app *app, struct yt_ui_action action)
{
    struct topics_state *state = yt_nav_state(app);

    if (action.id == ACT_TOPIC)
        state->chosen ^= yt_bit((size_t)action.value);
    else if (action.id == ACT_NEXT)
        yt_check_flow_begin(app, YT_PACE_TOPICS, state->chosen);
}

const struct yt_screen_ops yt_screen_topics = {
    .name = "topics",
    .state_size = sizeof(struct topics_state),
    .enter = topics_enter,
    .declare = topics_declare,
    .action = topics_action,
};
