/* While the worker seals and saves: a turning mark, and the truth. Nothing here waits for the
 * disk; the answer comes when it comes, also while another screen lies on top. */
#include "screens/frame.h"
#include "screens/slip.h"
#include "screens/steps.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define SLOW_MS INT64_C(5000) /* then it is said that it takes longer than usual */

enum { ACT_AGAIN = YT_ACT_OWN };

enum outcome { WAITING, SAVED, NOT_SAVED, SLOT_LOST, JOIN_LOST, FAILED };

struct saving_state {
    enum outcome outcome;
    bool slow;
    struct yt_code *code; /* own memory, passed on to the slip */
};

static void drop_code(struct saving_state *state)
{
    if (state->code)
        sodium_memzero(state->code, sizeof(*state->code));
    free(state->code);
    state->code = NULL;
}

static void save(struct yt_app *app)
{
    struct saving_state *state = yt_nav_state(app);
    struct yt_entry entry = {0};

    state->outcome = WAITING;
    state->slow = false;
    yt_nav_wake_in(app, SLOW_MS);
    yt_visit_entry(&app->visit, app->content, app->content->site.kiosks[app->kiosk].id, app->clock,
                   &entry);
    app->services->save(app->services->context, app->visit.number, &entry,
                        app->visit.slot[0] ? app->visit.slot : NULL);
    yt_entry_wipe(&entry);
}

/* On with what is known, once nothing lies on top. */
static void go_on(struct yt_app *app)
{
    struct saving_state *state = yt_nav_state(app);
    struct yt_code *code = state->code;

    switch (state->outcome) {
    case SAVED:
    case NOT_SAVED:
        state->code = NULL;
        yt_nav_replace(app, &yt_screen_slip);
        yt_slip_take_code(app, code);
        break;
    case SLOT_LOST:
        yt_step_drop_time(app);
        app->visit.slot_lost = true;
        (void)yt_nav_back_to(app, &yt_screen_review);
        yt_nav_push(app, &yt_screen_booking_time);
        break;
    case JOIN_LOST:
        save(app);
        break;
    case WAITING:
    case FAILED:
        break;
    }
}

/* What this box could not keep is no promise: the paper says that it was asked for, as the sealed
 * entry does. */
static void promise_no_places(struct yt_visit *visit)
{
    for (size_t i = 0; i < visit->programme_count; i++)
        visit->programmes[i].firm = false;
}

static enum outcome refused(struct yt_visit *visit, const struct yt_err *err)
{
    if (!err || err->code != YT_ERR_CONFLICT)
        return FAILED;
    if (strncmp(err->text, "join", strlen("join")) == 0 && !visit->join_lost) {
        /* It goes in as a wish then, and the resident is told. */
        visit->join_lost = true;
        promise_no_places(visit);
        return JOIN_LOST;
    }
    return visit->slot[0] ? SLOT_LOST : FAILED;
}

static void keep_code(struct saving_state *state, const struct yt_result *result)
{
    drop_code(state);
    if (!result->code || result->code->count == 0)
        return;
    state->code = malloc(sizeof(*state->code));
    if (state->code)
        *state->code = *result->code;
}

static void saving_result(struct yt_app *app, const struct yt_result *result)
{
    struct saving_state *state = yt_nav_state(app);
    bool has_code = result->code && result->code->count > 0;

    if (state->outcome != WAITING)
        return;
    if (result->kind == YT_RESULT_SAVED) {
        state->outcome = SAVED;
    } else if (result->kind != YT_RESULT_NOT_SAVED) {
        return;
    } else if (has_code) {
        state->outcome = NOT_SAVED;
        app->visit.appointment.firm = false;
        promise_no_places(&app->visit);
    } else {
        state->outcome = refused(&app->visit, result->err);
    }
    keep_code(state, result);
    if (yt_nav_top(app) == &yt_screen_saving)
        go_on(app);
    else
        yt_nav_wake_in(app, 1);
}

static void saving_tick(struct yt_app *app)
{
    struct saving_state *state = yt_nav_state(app);
    state->slow = state->outcome == WAITING;
    go_on(app);
}

static void saving_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct saving_state *state = yt_nav_state(app);
    if (state->outcome == FAILED) {
        yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "saving.failed.title")});
        yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                                .text = yt_say(app, "saving.failed")});
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.staff"),
                                                .icon = "bell",
                                                .action = {YT_ACT_STAFF, 0}});
        yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                                  .next = yt_say(app, "saving.again"),
                                                  .next_action = {ACT_AGAIN, 0}});
        return;
    }
    yt_frame_begin(app, &(struct yt_frame){.centred = true});
    yt_ui_spinner(ui, &(struct yt_ui_spinner){
                          .label = yt_say(app, state->slow ? "saving.slow" : "saving.now")});
    yt_frame_end(app, NULL);
}

static void saving_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id == ACT_AGAIN)
        save(app);
}

/* Half saved is not a place to go back from; after a failure it is. */
static bool saving_back(struct yt_app *app)
{
    const struct saving_state *state = yt_nav_state(app);
    return state->outcome != FAILED;
}

static void saving_leave(struct yt_app *app)
{
    drop_code(yt_nav_state(app));
}

const struct yt_screen_ops yt_screen_saving = {
    .name = "saving",
    .state_size = sizeof(struct saving_state),
    .enter = save,
    .declare = saving_declare,
    .action = saving_action,
    .back = saving_back,
    .result = saving_result,
    .tick = saving_tick,
    .leave = saving_leave,
};
