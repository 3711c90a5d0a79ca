/* Who comes along. Asking for an interpreter is a condition for the time, so the times that were
 * chosen before are let go. */
#include "screens/frame.h"
#include "screens/steps.h"
#include "screens/words.h"

#include "base/attributes.h"
#include "base/str.h"

#include <sodium.h>
#include <string.h>

enum { ACT_COMPANION = YT_ACT_OWN, ACT_LANGUAGE, ACT_NEXT, ACT_SKIP };
#define LANGUAGE_OTHER (-1)

struct companion_state {
    bool asks_language; /* the second page: which language the interpreter speaks */
    bool language_said;
};

static void declare_companions(struct yt_app *app, struct yt_ui *ui)
{
    enum yt_companion chosen = app->visit.appointment.companion;
    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "booking.companion.title"),
                                           .lead = yt_say(app, "booking.companion.lead"),
                                           .centred = true,
                                           .number_keys = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 12});
    for (int i = YT_COMPANION_ALONE; i <= YT_COMPANION_SIGN_LANGUAGE; i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say(app, yt_words_companion((enum yt_companion)i)),
                             .chosen = (int)chosen == i,
                             .action = {ACT_COMPANION, i},
                         });
    yt_ui_end(ui);
    yt_frame_end(
        app, &(struct yt_frame_ways){.back = true,
                                     .skip = chosen ? NULL : yt_say(app, "booking.companion.skip"),
                                     .skip_action = {ACT_SKIP, 0},
                                     .next = chosen ? yt_say(app, "ui.next") : NULL,
                                     .next_action = {ACT_NEXT, 0}});
}

static void declare_languages(struct yt_app *app, struct yt_ui *ui)
{
    const struct companion_state *state = yt_nav_state(app);
    const struct yt_languages *languages = &app->content->site.languages;
    const char *chosen = app->visit.appointment.interpreter_language;

    yt_frame_begin(app, &(struct yt_frame){.name = "booking-language",
                                           .key = 1,
                                           .title = yt_say(app, "booking.language.title"),
                                           .centred = true,
                                           .number_keys = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 10});
    for (size_t i = 0; i < languages->count; i++) {
        if (strncmp(languages->tag[i], "ja", 2) == 0)
            continue;
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = languages->own_name[i],
                             .language = languages->tag[i],
                             .chosen = strcmp(chosen, languages->tag[i]) == 0,
                             .action = {ACT_LANGUAGE, (int32_t)i},
                         });
    }
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, "booking.language.other"),
                                            .chosen = state->language_said && !chosen[0],
                                            .action = {ACT_LANGUAGE, LANGUAGE_OTHER}});
    yt_ui_end(ui);
    yt_frame_end(app,
                 &(struct yt_frame_ways){.back = true,
                                         .next = yt_say(app, "ui.next"),
                                         .next_action = {ACT_NEXT, 0},
                                         .next_disabled = !state->language_said && !chosen[0]});
}

static void booking_companion_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct companion_state *state = yt_nav_state(app);
    if (state->asks_language)
        declare_languages(app, ui);
    else
        declare_companions(app, ui);
}

static void choose_companion(struct yt_app *app, enum yt_companion companion)
{
    struct yt_entry_appointment *appointment = &app->visit.appointment;
    if (appointment->companion == companion)
        return;
    if (companion == YT_COMPANION_INTERPRETER || appointment->companion == YT_COMPANION_INTERPRETER)
        yt_step_drop_time(app);
    appointment->companion = companion;
    sodium_memzero(appointment->interpreter_language, sizeof(appointment->interpreter_language));
}

static void choose_language(struct yt_app *app, int32_t index)
{
    const struct yt_languages *languages = &app->content->site.languages;
    struct yt_entry_appointment *appointment = &app->visit.appointment;
    bool known = index >= 0 && (size_t)index < languages->count;
    const char *tag = known ? languages->tag[index] : "";
    if (strcmp(appointment->interpreter_language, tag) != 0)
        yt_step_drop_time(app);
    (void)yt_str_copy(appointment->interpreter_language, sizeof(appointment->interpreter_language),
                      tag);
}

static void booking_companion_action(struct yt_app *app, struct yt_ui_action action)
{
    struct companion_state *state = yt_nav_state(app);
    switch (action.id) {
    case ACT_COMPANION:
        choose_companion(app, (enum yt_companion)action.value);
        break;
    case ACT_LANGUAGE:
        choose_language(app, action.value);
        state->language_said = true;
        break;
    case ACT_NEXT:
        if (app->visit.appointment.companion == YT_COMPANION_INTERPRETER && !state->asks_language) {
            state->asks_language = true;
            break;
        }
        yt_step_next(app, &yt_screen_booking_companion);
        break;
    case ACT_SKIP:
        yt_step_next(app, &yt_screen_booking_companion);
        break;
    default:
        break;
    }
}

static bool booking_companion_back(struct yt_app *app)
{
    struct companion_state *state = yt_nav_state(app);
    bool was_inside = state->asks_language;
    state->asks_language = false;
    return was_inside;
}

const struct yt_screen_ops yt_screen_booking_companion = {
    .name = "booking-companion",
    .state_size = sizeof(struct companion_state),
    .declare = booking_companion_declare,
    .action = booking_companion_action,
    .back = booking_companion_back,
};
