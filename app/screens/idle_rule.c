#include "screens/idle_rule.h"

#include "screens/screens.h"

static int64_t seconds_ms(int seconds)
{
    return (int64_t)seconds * 1000;
}

/* Staff may be on the way: nobody should have to touch the screen to keep it. */
static bool keeps(const struct yt_app *app)
{
    if (app->staff.state != YT_STAFF_NOT_CALLED)
        return true;
    for (size_t i = 0; i < app->nav.depth; i++)
        if (app->nav.levels[i].ops->keeps)
            return true;
    return false;
}

/* A question would tell others that somebody is here, or there is nothing to ask about. */
static bool is_silent(const struct yt_app *app)
{
    return yt_nav_top(app) == &yt_screen_hide || app->nav.depth == 1;
}

int64_t yt_idle_due_ms(const struct yt_app *app)
{
    const struct yt_settings *settings = &app->content->site.settings;
    int64_t limit =
        seconds_ms(keeps(app) ? settings->idle_help_seconds : settings->idle_ask_seconds);

    if (yt_nav_top(app) == &yt_screen_idle)
        return 0; /* it counts down by itself */
    if (app->nav.depth == 1 && !yt_visit_touched(&app->visit))
        return 0;
    if (is_silent(app))
        limit += seconds_ms(settings->idle_erase_seconds);
    return app->nav.touched_ms + limit;
}

void yt_idle_act(struct yt_app *app)
{
    const int64_t due = yt_idle_due_ms(app);

    if (due == 0 || yt_clock_mono_ms(app->clock) < due)
        return;
    if (is_silent(app))
        yt_app_end_visit(app);
    else
        yt_nav_push(app, &yt_screen_idle);
}
