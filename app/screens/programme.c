/* One programme: what awaits those who come, on which days, and coming along to one of them, with
 * or without a name. */

#include "base/str.h"
#include "screens/calendar_code.h"
#include "screens/day_strip.h"
#include "screens/frame.h"
#include "screens/hand_over.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"
#include "screens/programme_dates.h"
#include "screens/programme_facts.h"
#include "screens/tray.h"

#include <stdio.h>

enum {
    ACT_DAY = YT_ACT_OWN, /* since 1970 */
    ACT_STRIP,
    ACT_JOIN,
    ACT_PAPER,
    ACT_TAKE_BACK,
    ACT_CALENDAR,
    ACT_BOOK,
    ACT_BOOK_NOT,
    ACT_HAND_OVER,
};

struct programme_state {
    char id[YT_PROGRAMME_ID_MAX];
    int32_t day;    /* that is looked at, since 1970; 0: none is known */
    size_t strip;   /* the first date beside each other */
    bool tray_full; /* told after the touch that did not fit */
    struct yt_programme_joined joined;
};

/* What the page is about at this moment. */
struct view {
    const struct yt_programme *programme;
    struct yt_programme_dates dates;
    const struct yt_occurrence *occurrence;  /* into `dates`; NULL: no date is known */
    const struct yt_entry_programme *marked; /* in the tray, or NULL */
    enum yt_programme_may may;
};

static bool make_view(struct yt_app *app, struct view *view)
{
    const struct programme_state *state = yt_nav_state(app);

    view->programme = yt_offers_programme(app, state->id);
    if (!view->programme)
        return false;
    yt_programme_dates(app, view->programme, &view->dates);
    view->occurrence = yt_programme_date_on(&view->dates, state->day);
    view->marked = yt_tray_programme(&app->visit, state->id, state->day);
    view->may = view->occurrence
                    ? yt_programme_may(app, view->programme, view->occurrence, &state->joined)
                    : YT_MAY_NOT_TODAY;
    return true;
}

static int32_t next_day(const struct yt_app *app, const struct yt_programme *programme)
{
    struct yt_occurrence next;

    return yt_programme_next(programme, &app->content->site, yt_app_now(app), &next)
               ? yt_date_to_days(next.date)
               : 0;
}

void yt_programme_open(struct yt_app *app, const char *id, int32_t day)
{
    const struct yt_programme *programme = yt_offers_programme(app, id);
    struct programme_state *state;

    if (!programme)
        return;
    if (!day)
        day = next_day(app, programme);
    yt_nav_push(app, &yt_screen_programme);
    state = yt_nav_top_state(app);
    (void)yt_str_copy(state->id, sizeof state->id, id);
    state->day = day;
    if (app->services->joined)
        app->services->joined(app->services->context, app->visit.number);
}

static void programme_result(struct yt_app *app, const struct yt_result *result)
{
    struct programme_state *state = yt_nav_state(app);

    if (result->kind == YT_RESULT_JOINED && result->joined &&
        (!result->err || result->err->code == YT_OK))
        yt_programme_take_joined(result->joined, state->id, &state->joined);
}

/* --- Which day -------------------------------------------------------------------------------- */

static void declare_day(struct yt_app *app, struct yt_ui *ui,
                        const struct yt_occurrence *occurrence, const struct view *view)
{
    const char *language = yt_app_language(app);
    const struct yt_local_time when = {.date = occurrence->date};
    const struct yt_teller teller = {.app = app};
    const bool changed = occurrence->moved || occurrence->online;
    const char *change = yt_tell_change(&teller, occurrence);
    char weekday[YT_DATE_TEXT_MAX];
    char label[YT_DATE_TEXT_MAX];
    char day[YT_DATE_TEXT_MAX];
    char name[YT_DATE_TEXT_MAX + 256];

    snprintf(name, sizeof name, "%s%s%s", yt_date_text(language, YT_DATE_DAY, when, day),
             change ? " " : "", change ? change : "");
    yt_ui_day(ui, &(struct yt_ui_day){
                      .above = yt_date_text(language, YT_DATE_WEEKDAY, when, weekday),
                      .label = yt_date_text(language, YT_DATE_MONTH_DAY, when, label),
                      .below = occurrence->cancelled ? yt_say(app, "programmes.day.off")
                               : changed             ? yt_say(app, "programme.day.changed")
                                                     : NULL,
                      .name = name,
                      .chosen = view->occurrence == occurrence,
                      .action = {ACT_DAY, yt_date_to_days(occurrence->date)},
                      .key = (uint32_t)yt_date_to_days(occurrence->date),
                  });
}

static void declare_days(struct yt_app *app, struct yt_ui *ui, const struct view *view)
{
    const struct programme_state *state = yt_nav_state(app);
    const size_t columns = yt_day_strip_columns(ui);
    const size_t count = view->dates.count;

    if (count == 0) {
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "programme.none")});
        return;
    }
    if (!yt_frame_is_low(app))
        yt_ui_heading(ui,
                      &(struct yt_ui_heading){.text = yt_say(app, "programme.when"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_KEYS, .columns = (int)columns});
    for (size_t i = state->strip; i < count && i < state->strip + columns; i++)
        declare_day(app, ui, &view->dates.items[i], view);
    yt_ui_end(ui);
    yt_day_strip_ways(app, ui, state->strip, count, ACT_STRIP);
}

/* What is otherwise on that day, before anything else is said about it. */
static void declare_change(struct yt_app *app, struct yt_ui *ui, const struct view *view)
{
    const struct yt_teller teller = {.app = app};
    const struct yt_occurrence *occurrence = view->occurrence;
    const char *change = yt_tell_change(&teller, occurrence);
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    char day[YT_DATE_TEXT_MAX];
    char label[YT_DATE_TEXT_MAX + 256];

    if (!change)
        return;
    yt_buf_init(&text, 4096);
    yt_tell_instead(&teller, occurrence, &text);
    yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                            .title = change,
                                            .text = text.size ? yt_buf_string(&text) : NULL});
    if (!occurrence->cancelled || !occurrence->moved)
        return;
    yt_ui_button(ui,
                 &(struct yt_ui_button){
                     .label = yt_say_with(app, "programme.to.day", "day",
                                          yt_tell_day(&teller, occurrence->change->to_date, day),
                                          label, sizeof label),
                     .icon = "calendar",
                     .action = {ACT_DAY, yt_date_to_days(occurrence->change->to_date)},
                 });
}

/* --- Coming along ----------------------------------------------------------------------------- */

static void declare_marked(struct yt_app *app, struct yt_ui *ui, const struct view *view)
{
    const char *title = "programme.tag.join";
    const char *text = view->marked->firm ? "programme.marked.firm" : "programme.marked.asked";

    if (view->marked->waiting) {
        title = "programme.tag.waiting";
        text = "programme.marked.waiting";
    } else if (view->marked->paper_only) {
        title = "programme.tag.paper";
        text = yt_programme_is_discreet(app, view->programme) ? "programme.outside.note"
                                                              : "programme.marked.paper";
    }
    yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_SUCCESS,
                                            .title = yt_say(app, title),
                                            .text = yt_say(app, text)});
}

static void declare_join(struct yt_app *app, struct yt_ui *ui, bool wait)
{
    if (wait)
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "programme.full")});
    yt_ui_button(ui, &(struct yt_ui_button){
                         .label = yt_say(app, wait ? "programme.wait" : "programme.join"),
                         .kind = YT_UI_PRIMARY,
                         .icon = "hand",
                         .large = true,
                         .action = {.id = ACT_JOIN},
                     });
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "programme.noname"), .icon = "shield"});
}

/* A time of one's own, through the menu's item. */
static void declare_booking(struct yt_app *app, struct yt_ui *ui, const struct view *view)
{
    const int item = yt_programme_booking_item(app, view->programme);
    const bool booked = (app->visit.ways[item] & YT_WAY_BOOK) != 0;

    yt_ui_text(
        ui, &(struct yt_ui_text){.text = yt_say(app, "programme.book.note"), .icon = "calendar"});
    if (booked)
        yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_SUCCESS,
                                                .text = yt_say(app, "programme.booked")});
    yt_ui_button(ui, &(struct yt_ui_button){
                         .label = yt_say(app, booked ? "programme.take.back" : "programme.book"),
                         .kind = booked ? YT_UI_SECONDARY : YT_UI_PRIMARY,
                         .icon = booked ? "undo" : "clock",
                         .large = !booked,
                         .action = {booked ? ACT_BOOK_NOT : ACT_BOOK, item},
                     });
}

static void declare_coming(struct yt_app *app, struct yt_ui *ui, const struct view *view)
{
    if (view->marked) {
        declare_marked(app, ui, view);
        return;
    }
    switch (view->may) {
    case YT_MAY_JUST_COME:
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "programme.just.come"),
                                            .type = YT_UI_STRONG,
                                            .icon = "check"});
        break;
    case YT_MAY_JOIN:
    case YT_MAY_WAIT:
        declare_join(app, ui, view->may == YT_MAY_WAIT);
        break;
    case YT_MAY_BOOK:
        declare_booking(app, ui, view);
        break;
    case YT_MAY_STAFF_ASK:
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "programme.sign.up.over")});
        break;
    case YT_MAY_NO_MORE:
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "programme.over")});
        break;
    case YT_MAY_NOT_TODAY:
        break;
    }
}

/* What is chosen can be taken back; the rest one can have without telling anybody. */
static void declare_taking_along(struct yt_app *app, struct yt_ui *ui, const struct view *view)
{
    const bool on =
        view->may != YT_MAY_NOT_TODAY && view->may != YT_MAY_NO_MORE && view->may != YT_MAY_BOOK;

    if (!on && !view->marked)
        return;
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 14});
    if (view->marked)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "programme.take.back"),
                                                .icon = "undo",
                                                .action = {.id = ACT_TAKE_BACK}});
    else
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "programme.paper"),
                                                .icon = "print",
                                                .action = {.id = ACT_PAPER}});
    if (on)
        yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "programme.calendar"),
                                                .icon = "qr-code",
                                                .action = {.id = ACT_CALENDAR}});
    yt_ui_end(ui);
}

/* --- The page --------------------------------------------------------------------------------- */

static void declare_ways_on(struct yt_app *app, const struct view *view)
{
    const bool booked = view->may == YT_MAY_BOOK && yt_visit_wants_date(&app->visit);
    const bool tray = yt_tray_count(&app->visit) > 0;
    const char *next = booked ? yt_say(app, "ui.next") : yt_say(app, "programme.to.tray");

    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .next = booked || tray ? next : NULL,
                          .next_plain = !booked && !view->marked,
                          .next_action = {.id = booked ? ACT_HAND_OVER : YT_ACT_TRAY},
                      });
}

static void declare_programme(struct yt_app *app, struct yt_ui *ui, const struct view *view)
{
    const struct programme_state *state = yt_nav_state(app);
    const char *by = yt_say_text(app, &view->programme->by);
    const char *text = yt_say_text(app, &view->programme->text);

    yt_frame_begin(app, &(struct yt_frame){
                            .title = yt_say_text(app, &view->programme->name),
                            .lead = by[0] ? by : NULL,
                            .tray = true,
                        });
    if (text[0])
        yt_ui_text(ui, &(struct yt_ui_text){
                           .text = text,
                           .type = yt_frame_is_low(app) ? YT_UI_BODY : YT_UI_LARGE,
                       });
    declare_days(app, ui, view);
    if (view->occurrence)
        declare_change(app, ui, view);
    yt_programme_facts_declare(app, ui, view->programme, view->occurrence, &state->joined);
    if (state->tray_full)
        yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                                .text = yt_say(app, "programme.tray.full")});
    if (view->occurrence) {
        declare_coming(app, ui, view);
        declare_taking_along(app, ui, view);
    }
    declare_ways_on(app, view);
}

static void programme_declare(struct yt_app *app, struct yt_ui *ui)
{
    struct view view;

    if (make_view(app, &view)) {
        declare_programme(app, ui, &view);
        return;
    }
    /* Another list of programmes came while this page was read. */
    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "programmes.title")});
    yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "programme.gone")});
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

/* --- Touches ---------------------------------------------------------------------------------- */

/* A day that was named from elsewhere is brought into sight. */
static void choose_day(struct yt_app *app, struct programme_state *state, const struct view *view,
                       int32_t day)
{
    const size_t columns = yt_day_strip_columns(app->ui);

    state->day = day;
    for (size_t i = 0; i < view->dates.count; i++)
        if (yt_date_to_days(view->dates.items[i].date) == day)
            state->strip = i / columns * columns;
}

static void book(struct yt_app *app, size_t item, bool booked)
{
    if (!yt_visit_is_marked(&app->visit, item))
        yt_visit_toggle_mark(&app->visit, item);
    if (((app->visit.ways[item] & YT_WAY_BOOK) != 0) != booked)
        yt_visit_toggle_way(&app->visit, item, YT_WAY_BOOK);
    if (!booked && app->visit.ways[item] == YT_WAY_MARKED)
        yt_visit_toggle_mark(&app->visit, item);
}

static void act_on_date(struct yt_app *app, struct programme_state *state, const struct view *view,
                        uint16_t id)
{
    if (!view->occurrence)
        return;
    if (id == ACT_CALENDAR)
        yt_calendar_code_open(app, view->programme, view->occurrence);
    else if (id == ACT_TAKE_BACK)
        yt_tray_remove_programme(&app->visit, state->id, state->day);
    else
        state->tray_full = !yt_programme_put_in_tray(app, view->programme, view->occurrence,
                                                     &state->joined, id == ACT_PAPER);
}

static void programme_action(struct yt_app *app, struct yt_ui_action action)
{
    struct programme_state *state = yt_nav_state(app);
    struct view view;

    if (!make_view(app, &view))
        return;
    state->tray_full = false;
    switch (action.id) {
    case ACT_DAY:
        choose_day(app, state, &view, action.value);
        break;
    case ACT_STRIP:
        state->strip = (size_t)action.value;
        break;
    case ACT_BOOK:
    case ACT_BOOK_NOT:
        book(app, (size_t)action.value, action.id == ACT_BOOK);
        break;
    case ACT_HAND_OVER:
        yt_hand_over_begin(app);
        break;
    default:
        act_on_date(app, state, &view, action.id);
        break;
    }
}

const struct yt_screen_ops yt_screen_programme = {
    .name = "programme",
    .state_size = sizeof(struct programme_state),
    .declare = programme_declare,
    .action = programme_action,
    .result = programme_result,
};
