#include "walker.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct walker walker_begin(struct journey *journey, int language, enum yt_text_scale scale,
                           walk_visitor visitor, void *context)
{
    struct yt_app *app = &journey->app;

    app->visit.language = language;
    app->visit.text_scale = scale;
    yt_app_apply_look(app);
    return (struct walker){.journey = journey, .app = app, .visitor = visitor, .context = context};
}

void walker_look(struct walker *walker, const char *format, ...)
{
    char what[128];
    va_list arguments;

    va_start(arguments, format);
    /* The analyser overlooks that they have begun. NOLINTNEXTLINE(clang-analyzer-valist.*) */
    (void)vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    yt_nav_changed(&walker->journey->app);
    yt_app_show(&walker->journey->app);
    walker->visitor(walker->journey, what, walker->context);
}

void walker_tap(struct walker *walker, const char *id)
{
    if (journey_tap_id(walker->journey, id))
        return;
    fprintf(stderr, "walk: nothing to touch on %s says %s\n", journey_screen(walker->journey), id);
    abort();
}

void walker_screen(struct walker *walker, const struct yt_screen_ops *ops, const char *what)
{
    yt_nav_push(&walker->journey->app, ops);
    walker_look(walker, "%s", what);
    yt_nav_back(&walker->journey->app);
}
