/* When to meet. Times that this box may give are booked on the spot; others can be asked for, up to
 * three; or only a part of the day is said. What is a booking and what a wish is told beforehand.
 */
#include "screens/booking_time.h"

#include "screens/dates.h"
#include "screens/day_strip.h"
#include "screens/frame.h"
#include "screens/steps.h"
#include "screens/words.h"

#include "base/attributes.h"

#include <stdlib.h>
#include <string.h>

#define TIME_EMS 6.0F   /* "10:30" and room around it */
#define PLACE_EMS 11.0F /* with the name of the place below */
#define SLOTS_MAX 6     /* beside each other */

static bool wanted_in(enum yt_time_view view, const struct yt_slot *slot)
{
    return slot->firm == (view == YT_TIMES_FIRM);
}

static size_t room_on(const struct yt_time_state *state, enum yt_time_view view, size_t day)
{
    size_t room = 0;
    const struct yt_slot_day *offered = &state->list->days[day];
    for (size_t i = offered->first; i < (size_t)offered->first + offered->count; i++)
        room += wanted_in(view, &state->list->slots[i]);
    return room;
}

static size_t days_with_room(const struct yt_time_state *state, enum yt_time_view view)
{
    size_t days = 0;
    for (size_t day = 0; state->list && day < state->list->day_count; day++)
        days += room_on(state, view, day) > 0;
    return days;
}

/* The n-th day with room, or day_count. */
static size_t nth_day(const struct yt_time_state *state, size_t n)
{
    size_t day = 0;
    for (; day < state->list->day_count; day++) {
        if (room_on(state, state->view, day) > 0 && n-- == 0)
            break;
    }
    return day;
}

void yt_time_show(struct yt_time_state *state, enum yt_time_view view)
{
    state->view = view;
    state->strip = 0;
    state->day = state->list && view != YT_TIMES_PARTS ? nth_day(state, 0) : 0;
}

/* --- What can be offered ---------------------------------------------------------------------- */

static int language_needed(const struct yt_app *app)
{
    const struct yt_entry_appointment *appointment = &app->visit.appointment;
    if (appointment->companion != YT_COMPANION_INTERPRETER)
        return -1;
    return yt_languages_find(&app->content->site.languages, appointment->interpreter_language);
}

static void offer(struct yt_app *app, const struct yt_taken_slots *taken)
{
    struct yt_time_state *state = yt_nav_state(app);
    const struct yt_site_content *content = app->content;
    const struct yt_appointment_type *type = yt_step_type(app);
    const struct yt_check_result result = yt_check_evaluate(&content->check, &app->visit.answers);

    if (!state->list || !type || !type->bookable)
        return;
    yt_slots_offer(&content->site, &content->appointments,
                   &(struct yt_slot_request){
                       .type = (size_t)(type - content->appointments.types),
                       .place = -1,
                       .first_talk = true, /* nobody says who they are: plan for the longer talk */
                       .urgency = result.urgency,
                       .ease = result.ease,
                       .language = language_needed(app),
                       .kiosk = content->site.kiosks[app->kiosk].id,
                       .now = yt_app_now(app),
                       .taken = taken ? taken->slots : NULL,
                       .taken_count = taken ? taken->count : 0,
                   },
                   state->list);
}

void yt_time_show_best(struct yt_time_state *state)
{
    if (days_with_room(state, YT_TIMES_FIRM) > 0)
        yt_time_show(state, YT_TIMES_FIRM);
    else if (days_with_room(state, YT_TIMES_ASKED) > 0)
        yt_time_show(state, YT_TIMES_ASKED);
    else
        yt_time_show(state, YT_TIMES_PARTS);
}

static void booking_time_enter(struct yt_app *app)
{
    struct yt_time_state *state = yt_nav_state(app);
    /* Some 30 KB, too much for the stack of screens. Without it parts of the day are asked for. */
    state->list = calloc(1, sizeof(*state->list));
    offer(app, NULL);
    yt_time_show_best(state);
    app->services->taken_slots(app->services->context, app->visit.number);
}

static void booking_time_leave(struct yt_app *app)
{
    struct yt_time_state *state = yt_nav_state(app);
    free(state->list);
    state->list = NULL;
}

/* The time that this visit holds is in the list of what is taken, by this very visit. */
static void leave_out_own(const struct yt_app *app, struct yt_taken_slots *taken)
{
    const struct yt_entry_appointment *own = &app->visit.appointment;
    if (!app->visit.slot[0] || own->time_count == 0)
        return;
    for (size_t i = 0; i < taken->count; i++) {
        struct yt_slot_taken *slot = &taken->slots[i];
        if (slot->type == own->type && slot->place == own->place &&
            slot->start_minute == own->time_minutes[0] && slot->count > 0)
            slot->count--;
    }
}

static void booking_time_result(struct yt_app *app, const struct yt_result *result)
{
    struct yt_time_state *state = yt_nav_state(app);
    struct yt_taken_slots *taken;
    if (result->kind != YT_RESULT_TAKEN_SLOTS || !result->taken || !state->list)
        return;
    taken = malloc(sizeof(*taken));
    if (!taken)
        return;
    *taken = *result->taken;
    leave_out_own(app, taken);
    offer(app, taken);
    free(taken);
    /* What is chosen and gone meanwhile is told; a day that is full now is left. */
    struct yt_time_state before = *state;
    yt_time_show_best(state);
    if (before.touched && before.view != YT_TIMES_PARTS &&
        room_on(state, before.view, before.day) > 0)
        *state = before;
    else if (before.touched && before.view == YT_TIMES_PARTS)
        state->view = YT_TIMES_PARTS;
}

/* --- Showing ---------------------------------------------------------------------------------- */

static bool is_chosen(const struct yt_app *app, const struct yt_slot *slot)
{
    const struct yt_entry_appointment *appointment = &app->visit.appointment;
    int64_t start = yt_slot_start_minute(&app->content->site, slot);
    bool same_place = appointment->place == 0 ||
                      appointment->place == app->content->site.places[slot->place].number;
    if (appointment->firm != slot->firm)
        return false;
    for (size_t i = 0; i < appointment->time_count; i++) {
        if (appointment->time_minutes[i] == start && same_place)
            return true;
    }
    return false;
}

static void declare_day(struct yt_app *app, struct yt_ui *ui, size_t day)
{
    const struct yt_time_state *state = yt_nav_state(app);
    const char *language = yt_app_language(app);
    struct yt_local_time when = {.date = state->list->days[day].date};
    char weekday[YT_DATE_TEXT_MAX];
    char label[YT_DATE_TEXT_MAX];
    char name[YT_DATE_TEXT_MAX];

    yt_ui_day(ui, &(struct yt_ui_day){
                      .above = yt_date_text(language, YT_DATE_WEEKDAY, when, weekday),
                      .label = yt_date_text(language, YT_DATE_MONTH_DAY, when, label),
                      .name = yt_date_text(language, YT_DATE_DAY, when, name),
                      .chosen = day == state->day,
                      .action = {YT_TIME_DAY, (int32_t)day},
                      .key = (uint32_t)day + 1,
                  });
}

static void declare_strip(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_time_state *state = yt_nav_state(app);
    size_t days = days_with_room(state, state->view);
    size_t columns = yt_day_strip_columns(ui);

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_KEYS, .columns = (int)columns});
    for (size_t i = state->strip; i < days && i < state->strip + columns; i++)
        declare_day(app, ui, nth_day(state, i));
    yt_ui_end(ui);
    yt_day_strip_ways(app, ui, state->strip, days, YT_TIME_STRIP);
}

static bool several_places(const struct yt_slot_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        if (list->slots[i].place != list->slots[0].place)
            return true;
    }
    return false;
}

/* A day with one free time shows it no wider than a day with six. */
static int slot_columns(const struct yt_ui *ui, bool places)
{
    int columns = (int)(yt_ui_content_ems(ui) / (places ? PLACE_EMS : TIME_EMS));
    if (columns < 1)
        return 1;
    return columns < SLOTS_MAX ? columns : SLOTS_MAX;
}

/* The slots of the chosen day that start in [from, until), under a heading of their own. */
static void declare_slots(struct yt_app *app, struct yt_ui *ui, const char *heading, int from,
                          int until)
{
    const struct yt_time_state *state = yt_nav_state(app);
    const struct yt_slot_day *day = &state->list->days[state->day];
    const bool places = several_places(state->list);
    bool begun = false;
    char text[YT_DATE_TEXT_MAX];

    for (size_t i = day->first; i < (size_t)day->first + day->count; i++) {
        const struct yt_slot *slot = &state->list->slots[i];
        struct yt_local_time when = {.date = slot->date, .minute = slot->minute};
        if (slot->minute < from || slot->minute >= until || !wanted_in(state->view, slot))
            continue;
        if (!begun) {
            yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, heading), .level = 2});
            yt_ui_begin(
                ui, &(struct yt_ui_box){.flow = YT_UI_KEYS, .columns = slot_columns(ui, places)});
            begun = true;
        }
        const char *place = yt_say_text(app, &app->content->site.places[slot->place].name);
        yt_ui_day(ui, &(struct yt_ui_day){
                          .label = yt_date_text(yt_app_language(app), YT_DATE_TIME, when, text),
                          .below = places ? place : NULL,
                          .chosen = is_chosen(app, slot),
                          .action = {YT_TIME_SLOT, (int32_t)i},
                          .key = (uint32_t)i + 1,
                      });
    }
    if (begun)
        yt_ui_end(ui);
}

static void declare_chosen(struct yt_app *app, struct yt_ui *ui)
{
    YT_SCOPED(yt_buf_done) struct yt_buf times;
    yt_buf_init_secret(&times, 1024);
    yt_words_times(app, &times);
    yt_ui_banner(ui, &(struct yt_ui_banner){
                         .tone = app->visit.appointment.firm ? YT_UI_SUCCESS : YT_UI_INFO,
                         .title = yt_say(app, app->visit.appointment.firm ? "booking.word.firm"
                                                                          : "booking.word.asked"),
                         .text = yt_buf_string(&times),
                         .icon = "calendar",
                     });
}

static void declare_other_ways(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_time_state *state = yt_nav_state(app);
    enum yt_time_view other = state->view == YT_TIMES_FIRM ? YT_TIMES_ASKED : YT_TIMES_FIRM;

    yt_ui_divider(ui);
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 14});
    if (days_with_room(state, other) > 0)
        yt_ui_button(ui,
                     &(struct yt_ui_button){
                         .label = yt_say(app, other == YT_TIMES_ASKED ? "booking.time.other"
                                                                      : "booking.time.bookable"),
                         .action = {YT_TIME_VIEW, (int32_t)other},
                     });
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "booking.time.parts"),
                                            .action = {YT_TIME_VIEW, YT_TIMES_PARTS}});
    yt_ui_end(ui);
}

static void declare_times(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_time_state *state = yt_nav_state(app);
    bool firm = state->view == YT_TIMES_FIRM;
    bool chosen = app->visit.appointment.time_count > 0;

    yt_frame_begin(app, &(struct yt_frame){
                            .key = YT_TIME_KEY + (uint32_t)state->view,
                            .title = yt_say(app, "booking.time.title"),
                            .lead = yt_say(app, firm ? "booking.time.firm" : "booking.time.asked"),
                        });
    if (app->visit.slot_lost)
        yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                                .text = yt_say(app, "booking.time.taken")});
    if (!firm)
        yt_ui_say(ui, yt_say(app, "booking.time.wishes"));
    declare_strip(app, ui);
    declare_slots(app, ui, "booking.time.morning", 0, 12 * 60);
    declare_slots(app, ui, "booking.time.daytime", 12 * 60, 17 * 60);
    declare_slots(app, ui, "booking.time.evening", 17 * 60, YT_DAY_MINUTES);
    if (chosen)
        declare_chosen(app, ui);
    declare_other_ways(app, ui);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.next"),
                                              .next_action = {YT_TIME_NEXT, 0},
                                              .next_disabled = !chosen});
}

static void declare_parts(struct yt_app *app, struct yt_ui *ui)
{
    static const uint8_t parts[] = {YT_PART_MORNING, YT_PART_DAYTIME, YT_PART_EVENING};
    const struct yt_time_state *state = yt_nav_state(app);
    const struct yt_entry_appointment *appointment = &app->visit.appointment;
    bool any = state->any && appointment->any_parts == 0 && appointment->time_count == 0;

    yt_frame_begin(app, &(struct yt_frame){
                            .name = "booking-parts",
                            .key = YT_TIME_KEY + YT_TIMES_PARTS,
                            .title = yt_say(app, "booking.time.parts.title"),
                            .lead = yt_say(app, "booking.time.parts.lead"),
                            .number_keys = true,
                        });
    if (app->visit.slot_lost)
        yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                                .text = yt_say(app, "booking.time.taken")});
    if (yt_step_type(app) && state->list && state->list->count == 0)
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "booking.time.none")});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 12});
    for (size_t i = 0; i < YT_COUNT(parts); i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say(app, yt_words_part((enum yt_part_of_day)parts[i])),
                             .several = true,
                             .chosen = (appointment->any_parts & parts[i]) != 0,
                             .action = {YT_TIME_PART, parts[i]},
                         });
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, "booking.time.any"),
                                            .chosen = any,
                                            .action = {YT_TIME_PART, 0}});
    yt_ui_end(ui);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.next"),
                                              .next_action = {YT_TIME_NEXT, 0},
                                              .next_disabled = !any && !appointment->any_parts});
}

static void booking_time_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_time_state *state = yt_nav_state(app);
    if (state->view == YT_TIMES_PARTS)
        declare_parts(app, ui);
    else
        declare_times(app, ui);
}

const struct yt_screen_ops yt_screen_booking_time = {
    .name = "booking-time",
    .state_size = sizeof(struct yt_time_state),
    .enter = booking_time_enter,
    .declare = booking_time_declare,
    .action = yt_time_action,
    .back = yt_time_back,
    .result = booking_time_result,
    .leave = booking_time_leave,
};
