/* What may be of use, side by side at one size in the site's own order. Nothing is chosen
 * beforehand, and choosing nothing is a good ending. */
#include "base/message.h"
#include "screens/frame.h"
#include "screens/hand_over.h"
#include "screens/result_item.h"
#include "screens/screens.h"

#include <stdio.h>

enum { ACT_ALL = YT_RESULT_ITEM_ACTIONS_END, ACT_RELATED, ACT_PAGE, ACT_NEXT, ACT_DONE };

enum {
    PAGE_SIZE = 9,
    MENU_EMS = 64, /* three cards of comfortable lines beside each other */
};

struct result_state {
    bool all; /* the whole menu, in pages; otherwise what relates to the answers */
    int page;
};

static uint64_t shown_today(const struct yt_app *app)
{
    return yt_menu_shown(&app->content->menu, yt_app_now(app).date);
}

static void result_enter(struct yt_app *app)
{
    struct result_state *state = yt_nav_state(app);
    const struct yt_check_result result =
        yt_check_evaluate(&app->content->check, &app->visit.answers);

    state->all = (result.items & shown_today(app)) == 0;
}

/* --- Talk today ------------------------------------------------------------------------------- */

/* The title of the first help screen that was opened; where an answer is urgent but opens none, a
 * plain sentence. */
static const char *urgent_title(const struct yt_app *app, const struct yt_check_result *result)
{
    const size_t screen = yt_next_bit(result->screens, 0);

    if (screen < app->content->help.screen_count)
        return yt_say_text(app, &app->content->help.screens[screen].title);
    return yt_say(app, "result.talk");
}

static void declare_urgent(struct yt_app *app, struct yt_ui *ui,
                           const struct yt_check_result *result)
{
    const struct yt_help *help = &app->content->help;

    if (result->urgency < YT_URGENCY_TODAY)
        return;
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_SUNK});
    yt_ui_text(ui, &(struct yt_ui_text){.text = urgent_title(app, result), .type = YT_UI_STRONG});
    for (size_t i = yt_next_bit(result->lines, 0); i < help->line_count;
         i = yt_next_bit(result->lines, i + 1)) {
        char line[512];

        snprintf(line, sizeof line, "%s　%s", yt_say_text(app, &help->lines[i].name),
                 help->lines[i].phone);
        yt_ui_text(ui, &(struct yt_ui_text){.text = line, .icon = "phone"});
    }
    yt_ui_button(
        ui, &(struct yt_ui_button){
                .label = yt_say(app, app->staff.state == YT_STAFF_NOT_CALLED ? "ui.staff"
                                                                             : "staff.ringing"),
                .icon = "bell",
                .action = {.id = YT_ACT_STAFF},
            });
    yt_ui_end(ui);
}

/* --- What relates to the answers -------------------------------------------------------------- */

static void declare_group(struct yt_app *app, struct yt_ui *ui, const char *title, const char *icon,
                          uint64_t items)
{
    if (!items)
        return;
    yt_ui_gap(ui, YT_UI_SPACE_TIGHT);
    yt_ui_text(ui, &(struct yt_ui_text){.text = title, .type = YT_UI_STRONG, .icon = icon});
    yt_result_items_declare(app, ui, items);
}

/* Under the topics that were touched, in the menu's order; an item stands once, under the first
 * topic that lit it. "Anything" is there always, so that nobody is turned away. */
static void declare_related(struct yt_app *app, struct yt_ui *ui,
                            const struct yt_check_result *result)
{
    const struct yt_check *check = &app->content->check;
    const struct yt_menu *menu = &app->content->menu;
    uint64_t left = shown_today(app);
    uint64_t always = 0;

    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "result.related"), .level = 2});
    yt_result_items_begin(ui);
    for (size_t i = 0; i < check->topic_count && i < YT_TOPICS_MAX; i++) {
        const uint64_t here = result->items_of_topic[i] & left;

        declare_group(app, ui,
                      check->topics[i].always ? yt_say(app, "result.group.core")
                                              : yt_say_text(app, &check->topics[i].text),
                      check->topics[i].picture, here);
        left &= ~here;
    }
    for (size_t i = 0; i < menu->count; i++)
        if (menu->items[i].always)
            always |= yt_bit(i);
    declare_group(app, ui, yt_say(app, "result.group.always"), NULL, always & left);
    yt_result_items_end(ui);
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "result.all"),
                                            .icon = "menu",
                                            .action = {.id = ACT_ALL}});
}

/* --- The whole menu --------------------------------------------------------------------------- */

static uint64_t items_of_page(uint64_t items, int page)
{
    uint64_t of_page = 0;
    int place = 0;

    for (size_t i = yt_next_bit(items, 0); i < YT_BITS_MAX; i = yt_next_bit(items, i + 1), place++)
        if (place / PAGE_SIZE == page)
            of_page |= yt_bit(i);
    return of_page;
}

static void declare_pager(struct yt_app *app, struct yt_ui *ui, int page, int pages)
{
    char page_digits[32];
    char pages_digits[32];
    char number[16];
    YT_SCOPED(yt_buf_done) struct yt_buf label = {0};
    struct yt_message_value values[] = {{"n", page_digits}, {"m", pages_digits}};

    snprintf(number, sizeof number, "%d", page + 1);
    yt_say_digits(app, number, page_digits, sizeof page_digits);
    snprintf(number, sizeof number, "%d", pages);
    yt_say_digits(app, number, pages_digits, sizeof pages_digits);
    yt_buf_init(&label, 256);
    yt_message_fill(&label, yt_say(app, "ui.page.of"), values, YT_COUNT(values));
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_buf_string(&label), .align = YT_UI_CENTRE});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.page.previous"),
                                            .icon = "back",
                                            .grow = true,
                                            .disabled = page == 0,
                                            .action = {ACT_PAGE, page - 1}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.page.next"),
                                            .icon = "next",
                                            .icon_after = true,
                                            .grow = true,
                                            .disabled = page + 1 >= pages,
                                            .action = {ACT_PAGE, page + 1}});
    yt_ui_end(ui);
}

static void declare_all(struct yt_app *app, struct yt_ui *ui, const struct yt_check_result *result)
{
    const struct result_state *state = yt_nav_state(app);
    const uint64_t items = shown_today(app);
    const int pages = ((int)yt_count_bits(items) + PAGE_SIZE - 1) / PAGE_SIZE;

    yt_result_items_begin(ui);
    yt_result_items_declare(app, ui, items_of_page(items, state->page));
    yt_result_items_end(ui);
    if (pages > 1)
        declare_pager(app, ui, state->page, pages);
    if (result->items & items)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "result.related"),
                                                .icon = "back",
                                                .action = {.id = ACT_RELATED}});
}

/* --- The page --------------------------------------------------------------------------------- */

static void declare_ways_on(struct yt_app *app)
{
    const bool marked = yt_visit_items(&app->visit, 0) != 0;

    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .next = yt_say(app, marked ? "ui.next" : "result.done"),
                          .next_plain = !marked,
                          .next_icon = marked ? NULL : "check",
                          .next_action = {.id = marked ? ACT_NEXT : ACT_DONE},
                      });
}

static void result_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct result_state *state = yt_nav_state(app);
    const struct yt_check_result result =
        yt_check_evaluate(&app->content->check, &app->visit.answers);
    const uint32_t serial = app->nav.levels[app->nav.current].serial;

    yt_frame_begin(
        app, &(struct yt_frame){
                 .title = yt_say(app, "result.title"),
                 .lead = yt_say(app, "result.lead"),
                 .max_em = MENU_EMS,
                 .key = serial * YT_QUESTIONS_MAX + (state->all ? (uint32_t)state->page + 1 : 0),
             });
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "result.nodx"), .soft = true});
    declare_urgent(app, ui, &result);
    if (state->all)
        declare_all(app, ui, &result);
    else
        declare_related(app, ui, &result);
    if (yt_visit_items(&app->visit, 0) == 0)
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "result.none"), .icon = "leaf"});
    declare_ways_on(app);
}

static void result_action(struct yt_app *app, struct yt_ui_action action)
{
    struct result_state *state = yt_nav_state(app);

    switch (action.id) {
    case ACT_ALL:
        state->all = true;
        break;
    case ACT_RELATED:
        state->all = false;
        break;
    case ACT_PAGE:
        state->page = action.value;
        break;
    case ACT_NEXT:
    case ACT_DONE:
        yt_hand_over_begin(app);
        break;
    default:
        yt_result_item_action(app, action);
        break;
    }
}

const struct yt_screen_ops yt_screen_result = {
    .name = "result",
    .state_size = sizeof(struct result_state),
    .enter = result_enter,
    .declare = result_declare,
    .action = result_action,
};
