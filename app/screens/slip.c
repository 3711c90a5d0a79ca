#include "screens/slip.h"

#include "screens/code_view.h"
#include "screens/frame.h"
#include "screens/steps.h"
#include "screens/words.h"

#include "base/attributes.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define CODE_MM 80
#define CODE_LOW_MM 64 /* what the lowest panel shows without scrolling */

enum { ACT_PRINT = YT_ACT_OWN, ACT_CODE, ACT_DONE };

enum paper { PAPER_PRINTING, PAPER_OUT_OF_PRINTER, PAPER_FAILED, PAPER_NO_PRINTER };

struct slip_state {
    enum paper paper;
    enum yt_err_code reason; /* why it failed */
    bool code_shown;
    struct yt_code *code; /* own memory; NULL: nothing was handed over */
};

static bool handed_over(const struct yt_app *app)
{
    return app->visit.consent != YT_CONSENT_NONE;
}

static void print(struct yt_app *app)
{
    struct slip_state *state = yt_nav_state(app);
    struct yt_entry entry = {0};

    if (app->printer == YT_PRINTER_NONE) {
        state->paper = PAPER_NO_PRINTER;
        state->code_shown = true;
        return;
    }
    state->paper = PAPER_PRINTING;
    yt_visit_entry(&app->visit, app->content, app->content->site.kiosks[app->kiosk].id, app->clock,
                   &entry);
    app->services->print(app->services->context, app->visit.number, &entry, handed_over(app));
    yt_entry_wipe(&entry);
}

void yt_slip_take_code(struct yt_app *app, struct yt_code *code)
{
    struct slip_state *state = (void *)app->nav.levels[app->nav.depth - 1].state;
    state->code = code;
}

static void slip_leave(struct yt_app *app)
{
    struct slip_state *state = yt_nav_state(app);
    if (state->code)
        sodium_memzero(state->code, sizeof(*state->code));
    free(state->code);
    state->code = NULL;
}

static void slip_result(struct yt_app *app, const struct yt_result *result)
{
    struct slip_state *state = yt_nav_state(app);
    if (result->kind == YT_RESULT_PRINTED) {
        state->paper = PAPER_OUT_OF_PRINTER;
    } else if (result->kind == YT_RESULT_NOT_PRINTED) {
        state->paper = PAPER_FAILED;
        state->reason = result->err ? result->err->code : YT_ERR_UNKNOWN;
    }
}

/* --- Showing ---------------------------------------------------------------------------------- */

static const char *title(const struct yt_app *app)
{
    const struct yt_visit *visit = &app->visit;
    if (!handed_over(app))
        return yt_say(app, "slip.title.paper");
    if (!visit->saved)
        return yt_say(app, "slip.title.not.saved");
    if (visit->appointment.wanted)
        return yt_say(app, visit->appointment.firm ? "slip.title.booked" : "slip.title.asked");
    return yt_say(app, "slip.title.saved");
}

static void declare_number(struct yt_app *app, struct yt_ui *ui)
{
    const struct slip_state *state = yt_nav_state(app);
    char number[YT_SLIP_NUMBER_MAX];
    char label[512];

    yt_slip_number(app->visit.entry_id, number);
    yt_ui_begin(ui,
                &(struct yt_ui_box){
                    .surface = YT_UI_SUNK,
                    .between = YT_UI_SPACE_TIGHT,
                    .label = yt_say_with(app, "result.code", "code", number, label, sizeof label),
                });
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = yt_say(app, "paper.number"), .soft = true, .align = YT_UI_CENTRE});
    yt_ui_text(ui, &(struct yt_ui_text){.text = number, .type = YT_UI_HUGE, .align = YT_UI_CENTRE});
    yt_ui_end(ui);
    if (state->paper != PAPER_NO_PRINTER)
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "paper.keep"), .soft = true});
}

static void declare_handed_over(struct yt_app *app, struct yt_ui *ui)
{
    YT_SCOPED(yt_buf_done) struct yt_buf times;

    if (!app->visit.saved)
        yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                                .text = yt_say(app, "slip.not.saved")});
    if (app->visit.saved && app->visit.join_lost)
        yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                                .text = yt_say(app, "slip.join.lost")});
    yt_buf_init_secret(&times, 1024);
    if (app->visit.appointment.wanted) {
        yt_words_times(app, &times);
        yt_ui_text(ui, &(struct yt_ui_text){
                           .text = yt_buf_string(&times), .type = YT_UI_LARGE, .icon = "calendar"});
    }
    declare_number(app, ui);
}

static const char *reason_message(enum yt_err_code reason)
{
    switch (reason) {
    case YT_ERR_PAPER_OUT:
        return "slip.paper.out";
    case YT_ERR_COVER_OPEN:
        return "slip.cover.open";
    case YT_ERR_OFFLINE:
    case YT_ERR_TIMEOUT:
        return "slip.offline";
    case YT_ERR_UNKNOWN:
        return "slip.unknown";
    default:
        return "slip.failed";
    }
}

static void declare_paper(struct yt_app *app, struct yt_ui *ui)
{
    const struct slip_state *state = yt_nav_state(app);
    switch (state->paper) {
    case PAPER_PRINTING:
        yt_ui_spinner(
            ui, &(struct yt_ui_spinner){.label = yt_say(app, "slip.printing"), .size_mm = 12});
        break;
    case PAPER_OUT_OF_PRINTER:
        yt_ui_banner(
            ui, &(struct yt_ui_banner){.tone = YT_UI_SUCCESS, .text = yt_say(app, "slip.printed")});
        break;
    case PAPER_FAILED:
        yt_ui_banner(ui,
                     &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                            .text = yt_say(app, reason_message(state->reason))});
        break;
    case PAPER_NO_PRINTER:
        yt_ui_banner(ui, &(struct yt_ui_banner){
                             .text = yt_say(app, handed_over(app) ? "slip.no.printer"
                                                                  : "slip.no.printer.paper")});
        break;
    }
}

static void declare_code(struct yt_app *app, struct yt_ui *ui, float size_mm)
{
    const struct slip_state *state = yt_nav_state(app);

    yt_ui_begin(ui, &(struct yt_ui_box){.align = YT_UI_CENTRE});
    for (size_t i = 0; i < state->code->count && i < YT_CODE_SYMBOLS_MAX; i++) {
        const struct yt_code_symbol *symbol = &state->code->symbols[i];
        char label[64];
        yt_code_declare(ui, symbol,
                        yt_say_count(app, "slip.code.label", "n", (int)i + 1, label, sizeof(label)),
                        size_mm);
    }
    yt_ui_end(ui);
}

static void declare_ways(struct yt_app *app, struct yt_ui *ui)
{
    const struct slip_state *state = yt_nav_state(app);
    bool busy = state->paper == PAPER_PRINTING;

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 12});
    if (state->paper != PAPER_NO_PRINTER)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "slip.again"),
                                                .icon = "print",
                                                .disabled = busy,
                                                .action = {ACT_PRINT, 0}});
    if (state->code)
        yt_ui_button(
            ui, &(struct yt_ui_button){
                    .label = yt_say(app, state->code_shown ? "slip.code.hide" : "slip.code.show"),
                    .icon = "qr-code",
                    .action = {ACT_CODE, 0},
                });
    if (state->paper == PAPER_FAILED)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.staff"),
                                                .icon = "bell",
                                                .action = {YT_ACT_STAFF, 0}});
    yt_ui_end(ui);
}

/* A camera reads the code only where it is seen as a whole: on a low screen it comes first. */
static void slip_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct slip_state *state = yt_nav_state(app);
    const bool code = state->code && state->code_shown;
    const bool first = code && yt_frame_is_low(app);
    const uint32_t serial = app->nav.levels[app->nav.current].serial;

    yt_frame_begin(app, &(struct yt_frame){.title = first ? NULL : title(app),
                                           .key = serial * 2 + (first ? 1 : 0)});
    if (first) {
        declare_code(app, ui, CODE_LOW_MM);
        yt_ui_say(ui, yt_say(app, "slip.code.how"));
        yt_ui_heading(ui, &(struct yt_ui_heading){.text = title(app)});
    }
    declare_paper(app, ui);
    if (handed_over(app))
        declare_handed_over(app, ui);
    else
        yt_ui_say(ui, yt_say(app, "slip.nothing.handed"));
    if (code && !first) {
        yt_ui_say(ui, yt_say(app, "slip.code.how"));
        declare_code(app, ui, CODE_MM);
    }
    declare_ways(app, ui);
    yt_frame_end(app, &(struct yt_frame_ways){.next = yt_say(app, "result.done"),
                                              .next_action = {ACT_DONE, 0},
                                              .next_icon = "check"});
}

static void slip_action(struct yt_app *app, struct yt_ui_action action)
{
    struct slip_state *state = yt_nav_state(app);
    if (action.id == ACT_PRINT)
        print(app);
    else if (action.id == ACT_CODE)
        state->code_shown = !state->code_shown;
    else if (action.id == ACT_DONE)
        yt_step_finish(app);
}

/* What was handed over is handed over; there is no way back into it. Paper alone may be changed. */
static bool slip_back(struct yt_app *app)
{
    return handed_over(app);
}

const struct yt_screen_ops yt_screen_slip = {
    .name = "slip",
    .state_size = sizeof(struct slip_state),
    .enter = print,
    .declare = slip_declare,
    .action = slip_action,
    .back = slip_back,
    .result = slip_result,
    .leave = slip_leave,
};
