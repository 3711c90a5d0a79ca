/* "Still here?" It covers the page below, because perhaps somebody else stands here by now. */
#include "screens/screens.h"

enum { ACT_ERASE = YT_ACT_OWN };

enum { SECOND_MS = 1000 };

struct idle_state {
    int64_t ends_ms; /* mono */
};

static int64_t whole_ms(const struct yt_app *app)
{
    return (int64_t)app->content->site.settings.idle_erase_seconds * SECOND_MS;
}

/* Wakes when the number of seconds changes. */
static void wake_at_next_second(struct yt_app *app, int64_t left_ms)
{
    const int64_t into = left_ms % SECOND_MS;

    yt_nav_wake_in(app, into ? into : SECOND_MS);
}

static void idle_enter(struct yt_app *app)
{
    struct idle_state *state = yt_nav_state(app);

    state->ends_ms = yt_clock_mono_ms(app->clock) + whole_ms(app);
    wake_at_next_second(app, whole_ms(app));
}

static void idle_tick(struct yt_app *app)
{
    const struct idle_state *state = yt_nav_state(app);
    const int64_t left = state->ends_ms - yt_clock_mono_ms(app->clock);

    if (left <= 0)
        yt_app_end_visit(app);
    else
        wake_at_next_second(app, left);
}

static void idle_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct idle_state *state = yt_nav_state(app);
    const int64_t left = state->ends_ms - yt_clock_mono_ms(app->clock);
    const int seconds = (int)((left + SECOND_MS - 1) / SECOND_MS);
    char text[512];

    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "idle",
                                              .key = app->nav.levels[app->nav.current].serial,
                                              .whole = {.id = YT_ACT_BACK},
                                              .back = {.id = YT_ACT_BACK}});
    yt_ui_content_begin(ui, &(struct yt_ui_content){.centred = true, .max_em = 28});
    yt_ui_countdown(
        ui, &(struct yt_ui_countdown){.ends_ms = state->ends_ms, .whole_ms = whole_ms(app)});
    yt_ui_heading(ui, &(struct yt_ui_heading){
                          .text = yt_say_count(app, "ui.still", "n", seconds, text, sizeof text),
                          .align = YT_UI_CENTRE,
                      });
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.continue"),
                                            .kind = YT_UI_PRIMARY,
                                            .large = true,
                                            .action = {.id = YT_ACT_BACK}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.stop"),
                                            .large = true,
                                            .action = {.id = ACT_ERASE}});
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

static void idle_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id == ACT_ERASE)
        yt_app_end_visit(app);
}

const struct yt_screen_ops yt_screen_idle = {
    .name = "idle",
    .state_size = sizeof(struct idle_state),
    .enter = idle_enter,
    .declare = idle_declare,
    .action = idle_action,
    .tick = idle_tick,
};
