#include "screens/hand_over.h"

#include "base/attributes.h"
#include "screens/screens.h"
#include "screens/steps.h"

#include <sodium.h>

uint64_t yt_step_types(const struct yt_app *app)
{
    const struct yt_menu *menu = &app->content->menu;
    uint64_t wishes = yt_visit_items(&app->visit, YT_WAY_BOOK);
    uint64_t types = 0;
    for (size_t i = yt_next_bit(wishes, 0); i < menu->count; i = yt_next_bit(wishes, i + 1))
        types |= menu->items[i].books;
    return types;
}

const struct yt_appointment_type *yt_step_type(const struct yt_app *app)
{
    const struct yt_appointments *appointments = &app->content->appointments;
    int index = yt_appointment_type_numbered(appointments, app->visit.appointment.type);
    return index < 0 ? NULL : &appointments->types[index];
}

bool yt_step_paper_only(const struct yt_app *app)
{
    return yt_visit_paper_only(&app->visit);
}

bool yt_step_hands_over(const struct yt_app *app)
{
    const struct yt_visit *visit = &app->visit;
    return !yt_step_paper_only(app) && (visit->consent != YT_CONSENT_NONE || !visit->consent_said);
}

bool yt_step_reach_has_number(enum yt_reach reach)
{
    return reach == YT_REACH_PHONE || reach == YT_REACH_MESSAGE || reach == YT_REACH_LETTER ||
           reach == YT_REACH_THROUGH;
}

void yt_step_drop_time(struct yt_app *app)
{
    struct yt_entry_appointment *appointment = &app->visit.appointment;
    if (app->visit.slot[0])
        app->services->hold_slot(app->services->context, app->visit.number, NULL);
    sodium_memzero(app->visit.slot, sizeof(app->visit.slot));
    sodium_memzero(appointment->time_minutes, sizeof(appointment->time_minutes));
    appointment->time_count = 0;
    appointment->firm = false;
    appointment->place = 0;
    appointment->length_minutes = 0;
    appointment->any_parts = 0;
}

/* --- The order -------------------------------------------------------------------------------- */

static bool books(const struct yt_app *app)
{
    return yt_visit_wants_date(&app->visit);
}

/* With one type there is nothing to choose, unless the resident came back to change it. */
static bool types_to_choose(const struct yt_app *app)
{
    return books(app) && yt_count_bits(yt_step_types(app)) > 1;
}

static bool hands_over(const struct yt_app *app)
{
    return !yt_step_paper_only(app);
}

static bool gives_name(const struct yt_app *app)
{
    return hands_over(app) && app->visit.consent == YT_CONSENT_NAMED;
}

static bool gives_number(const struct yt_app *app)
{
    return gives_name(app) && yt_step_reach_has_number(app->visit.contact.reach);
}

static bool always(const struct yt_app *app)
{
    (void)app;
    return true;
}

/* Consent comes before name and number, so that nobody types what will not be handed over. */
static const struct {
    const struct yt_screen_ops *screen;
    bool (*applies)(const struct yt_app *app);
} steps[] = {
    {&yt_screen_booking_type, types_to_choose}, {&yt_screen_booking_companion, books},
    {&yt_screen_booking_time, books},           {&yt_screen_own_words, hands_over},
    {&yt_screen_consent, hands_over},           {&yt_screen_contact_name, gives_name},
    {&yt_screen_contact_reach, gives_name},     {&yt_screen_contact_number, gives_number},
    {&yt_screen_contact_safe, gives_number},    {&yt_screen_review, always},
};

static const struct yt_screen_ops *first_after(const struct yt_app *app,
                                               const struct yt_screen_ops *from)
{
    bool passed = from == NULL;
    for (size_t i = 0; i < YT_COUNT(steps); i++) {
        if (passed && steps[i].applies(app))
            return steps[i].screen;
        passed = passed || steps[i].screen == from;
    }
    return &yt_screen_review;
}

/* After a change that was asked for in the review: is more to be asked before going back there? */
static bool leads_on(const struct yt_app *app, const struct yt_screen_ops *from)
{
    const struct yt_visit *visit = &app->visit;
    if (from == &yt_screen_booking_type || from == &yt_screen_booking_companion)
        return visit->appointment.time_count == 0 && visit->appointment.any_parts == 0;
    if (from == &yt_screen_consent)
        return gives_name(app) && visit->contact.reach == YT_REACH_NOT_SAID;
    if (from == &yt_screen_contact_name)
        return visit->contact.reach == YT_REACH_NOT_SAID;
    return from == &yt_screen_contact_reach || from == &yt_screen_contact_number;
}

/* Where there is but one type, it is that one. */
static void choose_only_type(struct yt_app *app)
{
    const struct yt_appointments *appointments = &app->content->appointments;
    uint64_t types = yt_step_types(app);
    app->visit.appointment.wanted = books(app);
    size_t first = yt_next_bit(types, 0);
    if (books(app) && yt_count_bits(types) == 1 && first < appointments->type_count)
        app->visit.appointment.type = appointments->types[first].number;
}

void yt_step_next(struct yt_app *app, const struct yt_screen_ops *from)
{
    const struct yt_screen_ops *next = first_after(app, from);
    bool changing = from && yt_nav_has(app, &yt_screen_review);
    if (changing && (next == &yt_screen_review || !leads_on(app, from)))
        (void)yt_nav_back_to(app, &yt_screen_review);
    else
        yt_nav_push(app, next);
}

void yt_step_finish(struct yt_app *app)
{
    (void)yt_nav_back_to(app, &yt_screen_home);
    yt_nav_push(app, &yt_screen_done);
}

/* The marks may have been changed since an earlier walk through the steps. */
static void settle(struct yt_app *app)
{
    int type =
        yt_appointment_type_numbered(&app->content->appointments, app->visit.appointment.type);
    if (type >= 0 && !yt_has_bit(yt_step_types(app), (size_t)type)) {
        yt_step_drop_time(app);
        app->visit.appointment.type = 0;
    }
    if (yt_step_paper_only(app)) {
        app->visit.consent = YT_CONSENT_NONE;
        app->visit.consent_said = false;
    }
    choose_only_type(app);
}

/* The tray was changed from the review: back there, unless what was for paper only is to be handed
 * over now, which has to be asked. */
static bool back_in_review(struct yt_app *app)
{
    if (!yt_nav_back_to(app, &yt_screen_review))
        return false;
    if (yt_step_paper_only(app) || app->visit.consent_said)
        return true;
    yt_nav_back(app);
    return false;
}

void yt_hand_over_begin(struct yt_app *app)
{
    settle(app);
    if (!yt_visit_has_outcome(&app->visit))
        yt_step_finish(app);
    else if (!back_in_review(app))
        yt_step_next(app, NULL);
}
