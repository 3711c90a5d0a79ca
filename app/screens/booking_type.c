/* In what way to meet: at the desk, by phone, at home ... Only what fits the marked items. */
#include "screens/frame.h"
#include "screens/steps.h"

enum { ACT_TYPE = YT_ACT_OWN, ACT_NEXT };
#define TYPE_OPEN (-1)

struct type_state {
    bool said; /* an answer was touched; "not sure yet" is one too */
};

static void declare_type(struct yt_app *app, struct yt_ui *ui, size_t index)
{
    const struct yt_appointment_type *type = &app->content->appointments.types[index];
    yt_ui_answer(ui, &(struct yt_ui_answer){
                         .label = yt_say_text(app, &type->name),
                         .text = type->has_text ? yt_say_text(app, &type->text) : NULL,
                         .icon = type->picture,
                         .chosen = app->visit.appointment.type == type->number,
                         .action = {ACT_TYPE, (int32_t)index},
                     });
}

static void booking_type_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct type_state *state = yt_nav_state(app);
    uint64_t types = yt_step_types(app);
    size_t count = app->content->appointments.type_count;
    bool chosen = app->visit.appointment.type != 0;

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "booking.type.title"),
                                           .lead = yt_say(app, "booking.type.lead"),
                                           .centred = true,
                                           .number_keys = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 12});
    for (size_t i = yt_next_bit(types, 0); i < count; i = yt_next_bit(types, i + 1))
        declare_type(app, ui, i);
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, "booking.type.open"),
                                            .chosen = state->said && !chosen,
                                            .action = {ACT_TYPE, TYPE_OPEN}});
    yt_ui_end(ui);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.next"),
                                              .next_action = {ACT_NEXT, 0},
                                              .next_disabled = !chosen && !state->said});
}

static void booking_type_action(struct yt_app *app, struct yt_ui_action action)
{
    struct type_state *state = yt_nav_state(app);
    const struct yt_appointments *appointments = &app->content->appointments;
    uint16_t number = 0;

    if (action.id == ACT_NEXT) {
        yt_step_next(app, &yt_screen_booking_type);
        return;
    }
    if (action.id != ACT_TYPE)
        return;
    if (action.value >= 0 && (size_t)action.value < appointments->type_count)
        number = appointments->types[action.value].number;
    if (number != app->visit.appointment.type)
        yt_step_drop_time(app);
    app->visit.appointment.type = number;
    state->said = true;
}

const struct yt_screen_ops yt_screen_booking_type = {
    .name = "booking-type",
    .state_size = sizeof(struct type_state),
    .declare = booking_type_declare,
    .action = booking_type_action,
};
