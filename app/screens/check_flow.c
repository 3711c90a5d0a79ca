#include "screens/check_flow.h"

#include "screens/screens.h"

#include <string.h>

void yt_check_flow_begin(struct yt_app *app, enum yt_check_pace pace, uint64_t topics)
{
    struct yt_visit *visit = &app->visit;
    const struct yt_check *check = &app->content->check;

    visit->check_begun = true;
    yt_check_set_pace(check, &visit->answers, pace, topics);
    visit->question = pace == YT_PACE_MENU ? -1 : yt_check_first(check, &visit->answers);
    yt_nav_push(app, visit->question < 0 ? &yt_screen_result : &yt_screen_question);
}

/* For somebody who reads plain Japanese now and could read it easier. */
static bool should_offer_easy(const struct yt_app *app)
{
    const struct yt_check *check = &app->content->check;

    if (app->visit.easy_offered || strcmp(yt_app_language(app), "ja") != 0 ||
        yt_languages_find(&app->content->site.languages, "ja-easy") < 0)
        return false;
    for (size_t i = 0; i < check->reminder_count; i++)
        if (check->reminders[i].offer_easy &&
            yt_condition_holds(&check->reminders[i].when, &app->visit.answers))
            return true;
    return false;
}

void yt_check_flow_next(struct yt_app *app)
{
    struct yt_visit *visit = &app->visit;
    const int next = yt_check_next(&app->content->check, &visit->answers, (size_t)visit->question);

    if (next < 0) {
        yt_nav_push(app, &yt_screen_result);
        return;
    }
    visit->question = next;
    yt_nav_changed(app);
    if (should_offer_easy(app)) {
        visit->easy_offered = true;
        yt_nav_push(app, &yt_screen_easy);
    }
}

bool yt_check_flow_previous(struct yt_app *app)
{
    struct yt_visit *visit = &app->visit;
    const int previous =
        yt_check_previous(&app->content->check, &visit->answers, (size_t)visit->question);

    if (previous < 0)
        return false;
    visit->question = previous;
    yt_nav_changed(app);
    return true;
}

bool yt_check_flow_help(struct yt_app *app)
{
    if (app->visit.question < 0 || yt_check_screens_due(&app->content->check, &app->visit.answers,
                                                        (size_t)app->visit.question) == 0)
        return false;
    yt_nav_push(app, &yt_screen_help);
    return true;
}
