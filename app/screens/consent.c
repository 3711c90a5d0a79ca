/* What may go to the staff. Three ways, none of them chosen beforehand. */
#include "screens/frame.h"
#include "screens/steps.h"

#include "base/attributes.h"

enum { ACT_CONSENT = YT_ACT_OWN, ACT_NEXT };

static const char *second_line(const struct yt_app *app, enum yt_consent consent)
{
    const struct yt_appointment_type *type = yt_step_type(app);
    bool phone = app->visit.appointment.wanted && type && (type->needs & YT_NEED_PHONE);

    if (consent == YT_CONSENT_NONE && app->visit.appointment.wanted)
        return yt_say(app, "consent.no.booking");
    if (consent == YT_CONSENT_ANONYMOUS && phone)
        return yt_say(app, "consent.no.phone");
    return NULL;
}

static void consent_declare(struct yt_app *app, struct yt_ui *ui)
{
    static const struct {
        enum yt_consent consent;
        const char *message;
    } ways[] = {
        {YT_CONSENT_NONE, "consent.none"},
        {YT_CONSENT_ANONYMOUS, "consent.anon"},
        {YT_CONSENT_NAMED, "consent.named"},
    };
    const struct yt_visit *visit = &app->visit;

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "consent.title"),
                                           .centred = true,
                                           .number_keys = true});
    yt_ui_begin(ui, NULL);
    for (size_t i = 0; i < YT_COUNT(ways); i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say(app, ways[i].message),
                             .text = second_line(app, ways[i].consent),
                             .chosen = visit->consent_said && visit->consent == ways[i].consent,
                             .action = {ACT_CONSENT, (int32_t)ways[i].consent},
                         });
    yt_ui_end(ui);
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "consent.note"), .icon = "lock"});
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "consent.cancel"), .icon = "undo"});
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.next"),
                                              .next_action = {ACT_NEXT, 0},
                                              .next_disabled = !visit->consent_said});
}

static void consent_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id == ACT_CONSENT) {
        app->visit.consent = (enum yt_consent)action.value;
        app->visit.consent_said = true;
    } else if (action.id == ACT_NEXT) {
        yt_step_next(app, &yt_screen_consent);
    }
}

const struct yt_screen_ops yt_screen_consent = {
    .name = "consent",
    .declare = consent_declare,
    .action = consent_action,
};
