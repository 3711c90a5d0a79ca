/* The end of a visit: everything is erased, and that is said. Home comes by itself. */
#include "screens/frame.h"
#include "screens/steps.h"

#include <sodium.h>

enum { ACT_HOME = YT_ACT_OWN };

#define STAYS_MS INT64_C(12000)

struct done_state {
    bool chose_nothing;
};

/* What is said here has to be true: nothing of the visit is left but its language and look. What
 * was typed into the screens before went with them (yt_step_finish). */
static void done_enter(struct yt_app *app)
{
    struct yt_visit *visit = &app->visit;
    struct done_state *state = yt_nav_state(app);

    state->chose_nothing = !yt_visit_has_outcome(visit);
    sodium_memzero(&visit->answers, sizeof(visit->answers));
    sodium_memzero(visit->ways, sizeof(visit->ways));
    sodium_memzero(visit->listings, sizeof(visit->listings));
    visit->listing_count = 0;
    sodium_memzero(visit->programmes, sizeof(visit->programmes));
    visit->programme_count = 0;
    sodium_memzero(&visit->wish, sizeof(visit->wish));
    sodium_memzero(&visit->filter, sizeof(visit->filter));
    sodium_memzero(visit->search, sizeof(visit->search));
    sodium_memzero(&visit->appointment, sizeof(visit->appointment));
    sodium_memzero(visit->slot, sizeof(visit->slot));
    sodium_memzero(&visit->contact, sizeof(visit->contact));
    sodium_memzero(visit->own_words, sizeof(visit->own_words));
    visit->check_begun = false;
    visit->consent = YT_CONSENT_NONE;
    visit->consent_said = false;
    yt_nav_wake_in(app, STAYS_MS);
}

static void done_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct done_state *state = yt_nav_state(app);
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "done", .back = {ACT_HOME, 0}});
    yt_ui_content_begin(ui, &(struct yt_ui_content){.centred = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.align = YT_UI_CENTRE});
    yt_ui_icon(ui, &(struct yt_ui_icon){.name = "check-circle", .size_mm = 28, .accent = true});
    yt_ui_end(ui);
    yt_ui_heading(
        ui, &(struct yt_ui_heading){.text = yt_say(app, "result.erased"), .align = YT_UI_CENTRE});
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = yt_say(app, state->chose_nothing ? "result.none" : "done.thanks"),
                       .type = YT_UI_LARGE,
                       .align = YT_UI_CENTRE});
    yt_ui_content_end(ui);
    yt_ui_bottom_begin(ui);
    yt_ui_spacer(ui);
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "done.home"),
                                            .kind = YT_UI_PRIMARY,
                                            .grow = true,
                                            .action = {ACT_HOME, 0}});
    yt_ui_bottom_end(ui);
    yt_ui_page_end(ui);
}

static void done_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id == ACT_HOME)
        yt_app_end_visit(app);
}

static void done_tick(struct yt_app *app)
{
    yt_app_end_visit(app);
}

static bool done_back(struct yt_app *app)
{
    yt_app_end_visit(app);
    return true;
}

const struct yt_screen_ops yt_screen_done = {
    .name = "done",
    .state_size = sizeof(struct done_state),
    .enter = done_enter,
    .declare = done_declare,
    .action = done_action,
    .back = done_back,
    .tick = done_tick,
};
