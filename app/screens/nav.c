#include "screens/nav.h"

#include "screens/idle_rule.h"
#include "screens/offer_screens.h"
#include "screens/screens.h"

#include <assert.h>
#include <sodium.h>

/* --- The stack -------------------------------------------------------------------------------- */

static struct yt_nav_level *top_level(struct yt_app *app)
{
    assert(app->nav.depth > 0);
    return &app->nav.levels[app->nav.depth - 1];
}

const struct yt_screen_ops *yt_nav_top(const struct yt_app *app)
{
    return app->nav.depth ? app->nav.levels[app->nav.depth - 1].ops : NULL;
}

void *yt_nav_state(struct yt_app *app)
{
    return app->nav.levels[app->nav.current].state;
}

void *yt_nav_top_state(struct yt_app *app)
{
    return top_level(app)->state;
}

void yt_nav_changed(struct yt_app *app)
{
    app->nav.stale = true;
}

void yt_nav_wake_in(struct yt_app *app, int64_t ms)
{
    app->nav.levels[app->nav.current].wake_ms = yt_clock_mono_ms(app->clock) + ms;
}

static void take_top_off(struct yt_app *app)
{
    struct yt_nav *nav = &app->nav;
    struct yt_nav_level *level = top_level(app);
    const size_t before = nav->current;

    nav->current = nav->depth - 1;
    if (level->ops->leave)
        level->ops->leave(app);
    nav->current = before;
    sodium_memzero(level, sizeof *level);
    nav->depth--;
    yt_nav_changed(app);
}

void yt_nav_push(struct yt_app *app, const struct yt_screen_ops *screen)
{
    struct yt_nav *nav = &app->nav;
    const size_t before = nav->current;
    struct yt_nav_level *level;

    assert(screen->state_size <= YT_SCREEN_STATE_MAX);
    if (nav->depth == YT_NAV_DEPTH_MAX)
        take_top_off(app);
    level = &nav->levels[nav->depth++];
    sodium_memzero(level, sizeof *level);
    level->ops = screen;
    level->serial = ++nav->serial;
    nav->current = nav->depth - 1;
    if (screen->enter)
        screen->enter(app);
    nav->current = before < nav->depth ? before : nav->depth - 1;
    yt_nav_changed(app);
}

void yt_nav_replace(struct yt_app *app, const struct yt_screen_ops *screen)
{
    take_top_off(app);
    yt_nav_push(app, screen);
}

void yt_nav_back(struct yt_app *app)
{
    if (app->nav.depth > 1)
        take_top_off(app);
}

bool yt_nav_has(const struct yt_app *app, const struct yt_screen_ops *screen)
{
    for (size_t i = 0; i < app->nav.depth; i++)
        if (app->nav.levels[i].ops == screen)
            return true;
    return false;
}

bool yt_nav_back_to(struct yt_app *app, const struct yt_screen_ops *screen)
{
    if (!yt_nav_has(app, screen))
        return false;
    while (yt_nav_top(app) != screen)
        take_top_off(app);
    return true;
}

void yt_nav_clear(struct yt_app *app)
{
    while (app->nav.depth)
        take_top_off(app);
    app->nav.current = 0;
}

/* --- Calling screens -------------------------------------------------------------------------- */

/* A function of a screen may change the stack; `current` is set anew for each call. */
static bool go_back_inside(struct yt_app *app)
{
    const struct yt_screen_ops *ops = yt_nav_top(app);

    app->nav.current = app->nav.depth - 1;
    return ops->back && ops->back(app);
}

void yt_nav_result(struct yt_app *app, const struct yt_result *result)
{
    /* A service may answer within the request, so in the middle of a screen's own function. */
    const size_t before = app->nav.current;
    const uint64_t visit = app->visit.number;

    for (size_t i = app->nav.depth; i-- > 0;) {
        if (i >= app->nav.depth || !app->nav.levels[i].ops->result)
            continue;
        app->nav.current = i;
        app->nav.levels[i].ops->result(app, result);
        if (app->visit.number != visit)
            return;
    }
    app->nav.current = before < app->nav.depth ? before : app->nav.depth - 1;
}

static void open_once(struct yt_app *app, const struct yt_screen_ops *screen)
{
    if (yt_nav_top(app) != screen)
        yt_nav_push(app, screen);
}

static void dispatch(struct yt_app *app, struct yt_ui_action action)
{
    const struct yt_screen_ops *ops = yt_nav_top(app);

    yt_nav_changed(app);
    switch (action.id) {
    case YT_ACT_NONE:
        break;
    case YT_ACT_BACK:
        if (!go_back_inside(app))
            yt_nav_back(app);
        break;
    case YT_ACT_LANGUAGE:
        open_once(app, &yt_screen_language);
        break;
    case YT_ACT_VIEW:
        open_once(app, &yt_screen_view);
        break;
    case YT_ACT_HIDE:
        open_once(app, &yt_screen_hide);
        break;
    case YT_ACT_STAFF:
        if (app->staff.state == YT_STAFF_NOT_CALLED)
            yt_app_call_staff(app, false);
        open_once(app, &yt_screen_staff);
        break;
    case YT_ACT_STOP:
        open_once(app, &yt_screen_stop);
        break;
    case YT_ACT_TRAY:
        if (!yt_nav_back_to(app, &yt_screen_tray))
            yt_nav_push(app, &yt_screen_tray);
        break;
    default:
        app->nav.current = app->nav.depth - 1;
        if (ops->action)
            ops->action(app, action);
        break;
    }
}

void yt_app_handle(struct yt_app *app, const SDL_Event *event)
{
    const struct yt_screen_ops *ops = yt_nav_top(app);
    struct yt_ui_action action;

    if (yt_ui_is_touch(event))
        app->nav.touched_ms = yt_clock_mono_ms(app->clock);
    app->nav.current = app->nav.depth - 1;
    if (ops->key && ops->key(app, event)) {
        yt_nav_changed(app);
        return;
    }
    if (yt_ui_handle(app->ui, event, &action))
        dispatch(app, action);
}

/* --- Time ------------------------------------------------------------------------------------- */

static void tick_top(struct yt_app *app, int64_t now)
{
    struct yt_nav_level *level = top_level(app);

    if (level->wake_ms == 0 || now < level->wake_ms)
        return;
    level->wake_ms = 0;
    app->nav.current = app->nav.depth - 1;
    yt_nav_changed(app);
    if (level->ops->tick)
        level->ops->tick(app);
}

void yt_app_tick(struct yt_app *app)
{
    struct yt_ui_action action;

    tick_top(app, yt_clock_mono_ms(app->clock));
    yt_idle_act(app);
    if (yt_ui_repeat(app->ui, &action))
        dispatch(app, action);
}

static int sooner(int a_ms, int64_t b_ms)
{
    if (b_ms < 0)
        b_ms = 0;
    if (b_ms > INT32_MAX)
        b_ms = INT32_MAX;
    return a_ms < 0 || b_ms < a_ms ? (int)b_ms : a_ms;
}

int yt_app_next_wake_ms(const struct yt_app *app)
{
    const struct yt_nav_level *level = &app->nav.levels[app->nav.depth - 1];
    const int64_t now = yt_clock_mono_ms(app->clock);
    const int64_t idle = yt_idle_due_ms(app);
    int wake = yt_ui_next_wake_ms(app->ui);

    if (level->wake_ms)
        wake = sooner(wake, level->wake_ms - now);
    if (idle)
        wake = sooner(wake, idle - now);
    return wake;
}

/* --- Showing ---------------------------------------------------------------------------------- */

static void declare_level(struct yt_app *app, size_t index)
{
    app->nav.current = index;
    app->nav.levels[index].ops->declare(app, app->ui);
}

static void declare(struct yt_app *app)
{
    size_t page = app->nav.depth - 1;

    app->nav.stale = false;
    while (page > 0 && app->nav.levels[page].ops->overlay)
        page--;
    yt_ui_frame_begin(app->ui);
    declare_level(app, page);
    if (page != app->nav.depth - 1)
        declare_level(app, app->nav.depth - 1);
    yt_ui_frame_end(app->ui);
}

size_t yt_app_show(struct yt_app *app)
{
    /* Where a list's cells turn out otherwise than thought, other rows are in sight. */
    for (int i = 0; i < 3 && (app->nav.stale || yt_ui_rows_moved(app->ui)); i++)
        declare(app);
    return yt_ui_draw(app->ui);
}
