/* Everything that would be handed over, line by line, before it is. Each line can be changed or
 * taken out; nothing goes that does not stand here. */
#include "screens/review.h"

#include "base/attributes.h"
#include "screens/frame.h"
#include "screens/steps.h"

#include <string.h>

enum {
    ACT_LINE = YT_ACT_OWN, /* value: enum yt_review_line */
    ACT_CHANGE,
    ACT_REMOVE,
    ACT_PUT_BACK,
    ACT_ITEM, /* value: index of the menu item */
    ACT_CLOSE,
    ACT_HAND,
};

#define VALUE_MAX 4096
#define ITEMS_KEY 0x40000010U /* scrolls apart from the review itself */

struct review_state {
    enum yt_review_line line;           /* whose dialog is open */
    uint8_t ways[YT_MENU_ITEMS_MAX];    /* as they were, so that an item can be put back */
    struct yt_entry_appointment before; /* ... with the date that went with it */
    char slot[YT_SLOT_ID_MAX];
};

static void review_enter(struct yt_app *app)
{
    struct review_state *state = yt_nav_state(app);
    memcpy(state->ways, app->visit.ways, sizeof(state->ways));
}

static void declare_line(struct yt_app *app, struct yt_ui *ui, enum yt_review_line line)
{
    YT_SCOPED(yt_buf_done) struct yt_buf value;
    yt_buf_init_secret(&value, VALUE_MAX);
    yt_review_value(app, line, &value);
    yt_ui_summary(ui, &(struct yt_ui_summary){
                          .label = yt_say(app, yt_review_label(line)),
                          .value = yt_buf_string(&value),
                          .change = yt_say(app, "review.change"),
                          .action = {ACT_LINE, (int32_t)line},
                          .key = (uint32_t)line,
                      });
}

static void declare_page(struct yt_app *app, struct yt_ui *ui)
{
    bool handed = yt_step_hands_over(app);
    yt_frame_begin(app, &(struct yt_frame){
                            .title = yt_say(app, handed ? "review.title" : "review.title.paper"),
                            .lead = yt_say(app, "review.lead"),
                        });
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD});
    for (int line = YT_REVIEW_NONE + 1; line < YT_REVIEW_END; line++) {
        if (yt_review_shown(app, (enum yt_review_line)line))
            declare_line(app, ui, (enum yt_review_line)line);
    }
    yt_ui_end(ui);
    if (handed)
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "consent.note"), .icon = "lock"});
    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .next = yt_say(app, handed ? "review.hand" : "review.print"),
                          .next_action = {ACT_HAND, 0},
                          .next_icon = handed ? "check" : "print",
                      });
}

/* --- One line ------------------------------------------------------------------- */

/* A page of its own: a dialog would be too narrow for long names in large letters. */
static void declare_items(struct yt_app *app, struct yt_ui *ui)
{
    const struct review_state *state = yt_nav_state(app);
    const struct yt_menu *menu = &app->content->menu;
    yt_frame_begin(app, &(struct yt_frame){.name = "review-items",
                                           .key = ITEMS_KEY,
                                           .title = yt_say(app, "review.items"),
                                           .number_keys = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 14});
    for (size_t i = 0; i < menu->count; i++) {
        if (!state->ways[i])
            continue;
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say_text(app, &menu->items[i].name),
                             .several = true,
                             .chosen = yt_visit_is_marked(&app->visit, i),
                             .action = {ACT_ITEM, (int32_t)i},
                         });
    }
    yt_ui_end(ui);
    yt_frame_end(app, &(struct yt_frame_ways){.next = yt_say(app, "ui.close"),
                                              .next_icon = "check",
                                              .next_action = {ACT_CLOSE, 0}});
}

static void declare_dialog(struct yt_app *app, struct yt_ui *ui, enum yt_review_line line)
{
    YT_SCOPED(yt_buf_done) struct yt_buf value;
    bool withheld = line == YT_REVIEW_ANSWERS && app->visit.answers_withheld;

    yt_buf_init_secret(&value, VALUE_MAX);
    yt_review_value(app, line, &value);
    yt_ui_dialog_begin(ui, &(struct yt_ui_dialog){.name = "review-line",
                                                  .title = yt_say(app, yt_review_label(line)),
                                                  .text = yt_buf_string(&value),
                                                  .back = {ACT_CLOSE, 0}});
    yt_ui_begin(ui, NULL);
    if (yt_review_screen(line))
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "review.change"),
                                                .icon = "edit",
                                                .action = {ACT_CHANGE, 0}});
    if (withheld)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "review.put.back"),
                                                .icon = "undo",
                                                .action = {ACT_PUT_BACK, 0}});
    else if (yt_review_filled(app, line))
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "review.remove"),
                                                .icon = "erase",
                                                .action = {ACT_REMOVE, 0}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "review.keep"),
                                            .kind = YT_UI_QUIET,
                                            .action = {ACT_CLOSE, 0}});
    yt_ui_end(ui);
    yt_ui_dialog_end(ui);
}

static void review_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct review_state *state = yt_nav_state(app);
    if (state->line == YT_REVIEW_ITEMS) {
        declare_items(app, ui);
        return;
    }
    declare_page(app, ui);
    if (state->line != YT_REVIEW_NONE)
        declare_dialog(app, ui, state->line);
}

/* --- Acting ----------------------------------------------------------------------------------- */

/* An item that is put back comes with all that was chosen for it, the date included. */
static void toggle_item(struct yt_app *app, struct review_state *state, size_t item)
{
    struct yt_visit *visit = &app->visit;
    if (item >= YT_MENU_ITEMS_MAX)
        return;
    if (yt_visit_is_marked(visit, item)) {
        if (visit->appointment.wanted) {
            state->before = visit->appointment;
            memcpy(state->slot, visit->slot, sizeof(state->slot));
        }
        yt_visit_toggle_mark(visit, item);
        return;
    }
    visit->ways[item] = state->ways[item];
    if ((visit->ways[item] & YT_WAY_BOOK) && !visit->appointment.wanted) {
        visit->appointment = state->before;
        memcpy(visit->slot, state->slot, sizeof(visit->slot));
    }
}

/* Is there anything left to hand over or print? */
static bool anything_left(const struct yt_app *app)
{
    for (int line = YT_REVIEW_NONE + 1; line < YT_REVIEW_END; line++) {
        if (yt_review_shown(app, (enum yt_review_line)line) &&
            yt_review_filled(app, (enum yt_review_line)line))
            return true;
    }
    return false;
}

static void hand_over(struct yt_app *app)
{
    bool handed = yt_step_hands_over(app);
    if (!app->visit.slot[0])
        app->services->hold_slot(app->services->context, app->visit.number, NULL);
    if (!anything_left(app)) {
        yt_step_finish(app); /* everything was taken out: a good ending too */
    } else if (handed && !app->visit.consent_said) {
        yt_nav_push(app, &yt_screen_consent); /* nobody was asked while it was paper alone */
    } else if (handed) {
        yt_nav_push(app, &yt_screen_saving);
    } else {
        app->visit.consent = YT_CONSENT_NONE;
        yt_nav_push(app, &yt_screen_slip);
    }
}

static void review_action(struct yt_app *app, struct yt_ui_action action)
{
    struct review_state *state = yt_nav_state(app);
    enum yt_review_line line = state->line;

    if (action.id == ACT_ITEM) {
        toggle_item(app, state, (size_t)action.value);
        return;
    }
    state->line = YT_REVIEW_NONE;
    switch (action.id) {
    case ACT_LINE:
        state->line = (enum yt_review_line)action.value;
        break;
    case ACT_CHANGE:
        if (yt_review_screen(line))
            yt_nav_push(app, yt_review_screen(line));
        break;
    case ACT_REMOVE:
        yt_review_remove(app, line);
        if (line == YT_REVIEW_TIME)
            memcpy(state->ways, app->visit.ways, sizeof(state->ways));
        break;
    case ACT_PUT_BACK:
        app->visit.answers_withheld = false;
        break;
    case ACT_HAND:
        hand_over(app);
        break;
    default:
        break;
    }
}

static bool review_back(struct yt_app *app)
{
    struct review_state *state = yt_nav_state(app);
    bool was_open = state->line != YT_REVIEW_NONE;
    state->line = YT_REVIEW_NONE;
    return was_open;
}

const struct yt_screen_ops yt_screen_review = {
    .name = "review",
    .state_size = sizeof(struct review_state),
    .enter = review_enter,
    .declare = review_declare,
    .action = review_action,
    .back = review_back,
};
