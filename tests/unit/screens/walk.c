#include "walk.h"

#include "screens/screens.h"

/* --- Questions -------------------------------------------------------------------------------- */

/* Answers whatever makes the later questions appear. Nobody answers like this, so the screens
 * are put up by hand; their layout is what is looked at. */
static void answer_so_that_all_are_asked(struct walker *walker)
{
    struct yt_app *app = walker->app;
    const struct yt_check *check = &app->content->check;

    app->visit.check_begun = true;
    for (size_t q = 0; q < check->question_count; q++)
        for (size_t i = 0; i < check->questions[q].option_count; i++)
            if (!check->questions[q].options[i].screens)
                yt_check_touch(check, &app->visit.answers, q, i);
}

static void questions(struct walker *walker)
{
    struct yt_app *app = walker->app;
    const struct yt_check *check = &app->content->check;

    yt_check_set_pace(check, &app->visit.answers, YT_PACE_ALL, 0);
    answer_so_that_all_are_asked(walker);
    for (size_t q = 0; q < check->question_count; q++) {
        app->visit.question = (int)q;
        yt_nav_push(app, &yt_screen_question);
        walker_look(walker, "question-%s", check->questions[q].id);
        yt_nav_back(app);
    }
}

/* Opens each help screen by an answer that calls for it. */
static void help_screens(struct walker *walker)
{
    struct yt_app *app = walker->app;
    const struct yt_check *check = &app->content->check;
    const struct yt_help *help = &app->content->help;

    for (size_t q = 0; q < check->question_count; q++)
        for (size_t i = 0; i < check->questions[q].option_count; i++) {
            const uint64_t opens = check->questions[q].options[i].screens;
            const char *id;

            if (!opens || !yt_check_is_asked(check, &app->visit.answers, q) ||
                (app->visit.answers.screens_shown & opens))
                continue;
            id = help->screens[yt_next_bit(opens, 0)].id;
            yt_check_touch(check, &app->visit.answers, q, i);
            app->visit.question = (int)q;
            yt_nav_push(app, &yt_screen_help);
            app->visit.quiet_call_told = true;
            walker_look(walker, "help-%s", id);
            if (journey_tap_id(walker->journey, "urg.phone"))
                walker_look(walker, "help-%s-phones", id);
            yt_nav_back(app);
        }
}

/* --- Result ----------------------------------------------------------------------------------- */

static void results(struct walker *walker)
{
    struct yt_app *app = walker->app;
    int page = 1;

    yt_nav_push(app, &yt_screen_result);
    walker_look(walker, "result-related");
    walker_tap(walker, "result.all");
    walker_look(walker, "result-all-%d", page);
    while (journey_tap_id(walker->journey, "ui.page.next"))
        walker_look(walker, "result-all-%d", ++page);
    for (size_t i = 0; i < app->content->menu.count; i += 2)
        yt_visit_toggle_mark(&app->visit, i);
    walker_look(walker, "result-marked");
    yt_nav_back(app);
}

/* --- From any screen -------------------------------------------------------------------------- */

static void anywhere(struct walker *walker)
{
    struct yt_app *app = walker->app;

    walker_screen(walker, &yt_screen_language, "language");
    walker_screen(walker, &yt_screen_view, "view");
    walker_screen(walker, &yt_screen_stop, "stop");
    walker_screen(walker, &yt_screen_easy, "easy");
    walker_screen(walker, &yt_screen_idle, "idle");
    yt_app_call_staff(app, false);
    walker_screen(walker, &yt_screen_staff, "staff");
    app->staff.since_ms = yt_clock_mono_ms(app->clock) - 100000;
    walker_screen(walker, &yt_screen_staff, "staff-nobody");
    app->staff.state = YT_STAFF_COMING;
    walker_screen(walker, &yt_screen_staff, "staff-coming");
    yt_app_cancel_staff(app);
    yt_nav_push(app, &yt_screen_hide);
    walker_look(walker, "hide");
    journey_tap_at(walker->journey, 20, 20);
    walker_look(walker, "hide-choice");
    yt_nav_back(app);
}

void walk(struct journey *journey, int language, enum yt_text_scale scale, walk_visitor visitor,
          void *context)
{
    struct walker walker = walker_begin(journey, language, scale, visitor, context);

    walker_look(&walker, "home");
    walker_screen(&walker, &yt_screen_check_start, "check-start");
    walker_screen(&walker, &yt_screen_pace, "pace");
    walker_screen(&walker, &yt_screen_topics, "topics");
    questions(&walker);
    help_screens(&walker);
    results(&walker);
    anywhere(&walker);
    yt_app_end_visit(&journey->app);
}
