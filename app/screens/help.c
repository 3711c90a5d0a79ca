/* Help that cannot wait: works without network and desk, from the box's own content. */
#include "domain/help_screen.h"
#include "screens/check_flow.h"
#include "screens/frame.h"
#include "screens/opening.h"
#include "screens/screens.h"

enum { ACT_PHONES = YT_ACT_OWN, ACT_ON };

struct help_state {
    size_t screen; /* index into the help screens */
    bool phones;   /* the numbers are shown */
};

static const struct yt_help_screen *screen_of(struct yt_app *app)
{
    const struct help_state *state = yt_nav_state(app);

    return &app->content->help.screens[state->screen];
}

/* Does an answer that was chosen call for this screen, and at once ("now")? */
static bool is_now(const struct yt_app *app, size_t screen)
{
    const struct yt_check *check = &app->content->check;

    for (size_t q = 0; q < check->question_count; q++)
        for (size_t i = 0; i < check->questions[q].option_count; i++) {
            const struct yt_check_option *option = &check->questions[q].options[i];

            if (option->urgency == YT_URGENCY_NOW && yt_has_bit(option->screens, screen) &&
                yt_check_is_chosen(&app->visit.answers, q, i))
                return true;
        }
    return false;
}

static void show_next_due(struct yt_app *app)
{
    struct help_state *state = yt_nav_state(app);
    const uint64_t due = yt_check_screens_due(&app->content->check, &app->visit.answers,
                                              (size_t)app->visit.question);

    state->screen = yt_next_bit(due, 0);
    state->phones = false;
    yt_check_screen_shown(&app->visit.answers, state->screen);
    if (app->content->site.settings.quiet_call_on_now && !app->visit.quiet_call_made &&
        is_now(app, state->screen))
        yt_app_call_staff(app, true);
}

static void help_enter(struct yt_app *app)
{
    show_next_due(app);
}

/* --- What it shows ---------------------------------------------------------------------------- */

static void declare_line(struct yt_app *app, struct yt_ui *ui, const struct yt_helpline *line)
{
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD, .between = YT_UI_SPACE_TIGHT});
    yt_ui_text(ui,
               &(struct yt_ui_text){.text = yt_say_text(app, &line->name), .type = YT_UI_STRONG});
    yt_ui_text(ui, &(struct yt_ui_text){.text = line->phone,
                                        .type = line->emergency ? YT_UI_HUGE : YT_UI_LARGE,
                                        .icon = "phone"});
    if (line->has_note)
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say_text(app, &line->note),
                                            .type = YT_UI_SMALL,
                                            .soft = true});
    yt_ui_end(ui);
}

static void declare_phones(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_help_screen *screen = screen_of(app);
    const uint64_t shown = yt_help_lines_shown(screen, &app->visit.answers);

    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "help.phones"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 16});
    for (size_t i = 0; i < screen->line_count; i++)
        if (yt_has_bit(shown, i))
            declare_line(app, ui, &app->content->help.lines[screen->lines[i].line]);
    yt_ui_end(ui);
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = yt_say(app, "help.phones.note"), .type = YT_UI_SMALL, .soft = true});
}

static void declare_place(struct yt_app *app, struct yt_ui *ui, size_t index)
{
    const struct yt_place *place = &app->content->site.places[index];
    char hours[YT_OPENING_TEXT_MAX];

    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD, .between = YT_UI_SPACE_TIGHT});
    yt_ui_text(ui,
               &(struct yt_ui_text){.text = yt_say_text(app, &place->name), .type = YT_UI_STRONG});
    if (place->has_where)
        yt_ui_text(ui,
                   &(struct yt_ui_text){.text = yt_say_text(app, &place->where), .icon = "place"});
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say_place_hours(app, index, hours, sizeof hours),
                                        .icon = "clock"});
    if (place->phone)
        yt_ui_text(ui, &(struct yt_ui_text){.text = place->phone, .icon = "phone"});
    yt_ui_end(ui);
}

static void declare_places(struct yt_app *app, struct yt_ui *ui)
{
    const uint64_t places = screen_of(app)->places;

    if (!places)
        return;
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "help.places"), .level = 2});
    for (size_t i = yt_next_bit(places, 0); i < app->content->site.place_count;
         i = yt_next_bit(places, i + 1))
        declare_place(app, ui, i);
}

static void declare_buttons(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_help_screen *screen = screen_of(app);
    const struct help_state *state = yt_nav_state(app);

    yt_ui_button(
        ui, &(struct yt_ui_button){
                .label = yt_say(app, app->staff.state == YT_STAFF_NOT_CALLED ? "ui.staff"
                                                                             : "staff.ringing"),
                .kind = YT_UI_PRIMARY,
                .icon = "bell",
                .large = true,
                .action = {.id = YT_ACT_STAFF},
            });
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    if (screen->line_count && !state->phones)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "urg.phone"),
                                                .icon = "phone",
                                                .large = true,
                                                .grow = true,
                                                .action = {.id = ACT_PHONES}});
    if (screen->hide)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.hide"),
                                                .icon = "hide",
                                                .large = true,
                                                .grow = true,
                                                .action = {.id = YT_ACT_HIDE}});
    yt_ui_end(ui);
}

static bool more_follow(const struct yt_app *app)
{
    return yt_check_screens_due(&app->content->check, &app->visit.answers,
                                (size_t)app->visit.question) != 0;
}

static void help_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct help_state *state = yt_nav_state(app);
    const struct yt_help_screen *screen = screen_of(app);
    const uint32_t serial = app->nav.levels[app->nav.current].serial;

    yt_frame_begin(app, &(struct yt_frame){
                            .title = yt_say_text(app, &screen->title),
                            .key = serial * YT_QUESTIONS_MAX + (uint32_t)state->screen,
                        });
    yt_ui_text(ui,
               &(struct yt_ui_text){.text = yt_say_text(app, &screen->text), .type = YT_UI_LARGE});
    if (app->visit.quiet_call_told)
        yt_ui_text(ui, &(struct yt_ui_text){
                           .text = yt_say(app, "ui.staff.quiet"), .icon = "info", .soft = true});
    declare_buttons(app, ui);
    if (state->phones)
        declare_phones(app, ui);
    declare_places(app, ui);
    yt_frame_end(app, &(struct yt_frame_ways){
                          .next = yt_say(app, more_follow(app) ? "help.continue" : "urg.back"),
                          .next_plain = true,
                          .next_icon = more_follow(app) ? NULL : "back",
                          .next_action = {.id = ACT_ON},
                      });
}

static void help_action(struct yt_app *app, struct yt_ui_action action)
{
    struct help_state *state = yt_nav_state(app);

    if (action.id == ACT_PHONES) {
        state->phones = true;
    } else if (action.id == ACT_ON) {
        if (more_follow(app))
            show_next_due(app);
        else
            yt_nav_back(app);
    }
}

const struct yt_screen_ops yt_screen_help = {
    .name = "help",
    .state_size = sizeof(struct help_state),
    .keeps = true,
    .enter = help_enter,
    .declare = help_declare,
    .action = help_action,
};
