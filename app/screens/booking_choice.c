#include "screens/booking_time.h"

#include "screens/steps.h"

#include <string.h>

/* The desk or this box may give the slot: it is taken for us until the booking is done. */
static void choose_firm(struct yt_app *app, const struct yt_slot *slot)
{
    struct yt_visit *visit = &app->visit;
    const struct yt_site_content *content = app->content;

    yt_step_drop_time(app);
    yt_slot_to_entry(&content->site, &content->appointments, slot, &visit->appointment);
    yt_slot_id(&content->site, &content->appointments, slot, visit->slot);
    app->services->hold_slot(app->services->context, visit->number, visit->slot);
}

/* Puts the wish in, or takes it out when it is there; the oldest goes when there are too many. */
static void toggle_wish(struct yt_app *app, const struct yt_slot *slot)
{
    struct yt_entry_appointment *appointment = &app->visit.appointment;
    const struct yt_site *site = &app->content->site;
    const struct yt_appointment_type *type = &app->content->appointments.types[slot->type];
    int64_t start = yt_slot_start_minute(site, slot);
    uint16_t place = site->places[slot->place].number;
    int64_t *times = appointment->time_minutes;

    if (appointment->firm || appointment->any_parts)
        yt_step_drop_time(app);
    for (size_t i = 0; i < appointment->time_count; i++) {
        if (times[i] != start)
            continue;
        appointment->time_count--;
        memmove(&times[i], &times[i + 1], (appointment->time_count - i) * sizeof(times[0]));
        return;
    }
    if (appointment->time_count == YT_ENTRY_TIMES_MAX) {
        appointment->time_count--;
        memmove(&times[0], &times[1], appointment->time_count * sizeof(times[0]));
    }
    /* Wishes at different places leave the place to the desk. */
    appointment->place = appointment->time_count == 0 || appointment->place == place ? place : 0;
    appointment->length_minutes = (uint16_t)type->first_length_minutes;
    times[appointment->time_count++] = start;
}

static void choose_slot(struct yt_app *app, const struct yt_time_state *state, int32_t index)
{
    if (index < 0 || (size_t)index >= state->list->count)
        return;
    app->visit.slot_lost = false;
    if (state->view == YT_TIMES_FIRM)
        choose_firm(app, &state->list->slots[index]);
    else
        toggle_wish(app, &state->list->slots[index]);
}

static void choose_part(struct yt_app *app, struct yt_time_state *state, uint8_t part)
{
    uint8_t parts = app->visit.appointment.any_parts;
    app->visit.slot_lost = false;
    yt_step_drop_time(app);
    app->visit.appointment.any_parts = part ? parts ^ part : 0;
    state->any = part == 0;
}

void yt_time_action(struct yt_app *app, struct yt_ui_action action)
{
    struct yt_time_state *state = yt_nav_state(app);
    state->touched = true;
    switch (action.id) {
    case YT_TIME_DAY:
        if (action.value >= 0 && (size_t)action.value < state->list->day_count)
            state->day = (size_t)action.value;
        break;
    case YT_TIME_STRIP:
        state->strip = (size_t)action.value;
        break;
    case YT_TIME_SLOT:
        choose_slot(app, state, action.value);
        break;
    case YT_TIME_VIEW:
        yt_time_show(state, (enum yt_time_view)action.value);
        break;
    case YT_TIME_PART:
        choose_part(app, state, (uint8_t)action.value);
        break;
    case YT_TIME_NEXT:
        yt_step_next(app, &yt_screen_booking_time);
        break;
    default:
        break;
    }
}

/* From the parts of the day to the times, where there are any. */
bool yt_time_back(struct yt_app *app)
{
    struct yt_time_state *state = yt_nav_state(app);
    if (state->view != YT_TIMES_PARTS || !state->list || state->list->count == 0)
        return false;
    yt_time_show_best(state);
    return true;
}
