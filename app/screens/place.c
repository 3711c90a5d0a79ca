/* One place that is open to anybody: where it is, and when it is open in the coming week. */
#include "base/str.h"
#include "screens/dates.h"
#include "screens/frame.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"
#include "screens/place_hours.h"

enum { WEEK_DAYS = 7 };

struct place_state {
    char id[YT_LISTING_ID_MAX];
};

void yt_place_open(struct yt_app *app, const char *id)
{
    struct place_state *state;

    if (!yt_offers_place(app, id))
        return;
    yt_nav_push(app, &yt_screen_place);
    state = yt_nav_top_state(app);
    (void)yt_str_copy(state->id, sizeof state->id, id);
}

static void declare_line(struct yt_ui *ui, const char *icon, const char *text)
{
    if (text[0])
        yt_ui_text(ui, &(struct yt_ui_text){.text = text, .icon = icon});
}

static void declare_facts(struct yt_app *app, struct yt_ui *ui, const struct yt_open_place *place)
{
    char text[512];
    char day[YT_DATE_TEXT_MAX];

    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_SUNK});
    declare_line(ui, "map-pin", yt_say_text(app, &place->where));
    if (place->minutes_there >= 0)
        declare_line(ui, "place-walk",
                     yt_say_count(app, "place.walk", "n", place->minutes_there, text, sizeof text));
    if (place->phone)
        declare_line(ui, "phone", place->phone);
    declare_line(ui, "people", yt_say_text(app, &place->by));
    if (place->step_free == YT_MAY_YES)
        declare_line(ui, "check", yt_say(app, "place.step.free"));
    if (place->checked.year) {
        yt_date_text(yt_app_language(app), YT_DATE_DAY,
                     (struct yt_local_time){.date = place->checked}, day);
        declare_line(ui, "info", yt_say_with(app, "place.checked", "day", day, text, sizeof text));
    }
    yt_ui_end(ui);
}

/* Day by day from today: whoever reads it need not know which days are which. */
static void declare_week(struct yt_app *app, struct yt_ui *ui, const struct yt_open_place *place)
{
    const int32_t today = yt_date_to_days(yt_app_now(app).date);

    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "place.week"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_SUNK, .between = YT_UI_SPACE_TIGHT});
    for (int32_t day = today; day < today + WEEK_DAYS; day++) {
        const struct yt_date date = yt_date_from_days(day);
        YT_SCOPED(yt_buf_done) struct yt_buf line = {0};
        char name[YT_DATE_TEXT_MAX];

        yt_buf_init(&line, 1024);
        yt_buf_printf(&line, "%s　",
                      yt_date_text(yt_app_language(app), YT_DATE_DAY,
                                   (struct yt_local_time){.date = date}, name));
        yt_say_place_day(app, place, date, &line);
        yt_ui_text(ui, &(struct yt_ui_text){
                           .text = yt_buf_string(&line),
                           .type = day == today ? YT_UI_STRONG : YT_UI_BODY,
                       });
    }
    yt_ui_end(ui);
}

static void declare_hours(struct yt_app *app, struct yt_ui *ui, const struct yt_open_place *place)
{
    const char *words = yt_say_text(app, &place->hours);
    YT_SCOPED(yt_buf_done) struct yt_buf today = {0};

    yt_buf_init(&today, 2048);
    yt_say_place_today(app, place, &today);
    if (today.size)
        yt_ui_text(ui, &(struct yt_ui_text){
                           .text = yt_buf_string(&today), .type = YT_UI_STRONG, .icon = "clock"});
    if (place->opening_count) {
        declare_week(app, ui, place);
        if (words[0])
            yt_ui_text(ui, &(struct yt_ui_text){.text = words, .soft = true});
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "places.holiday"), .soft = true});
    }
}

static void place_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct place_state *state = yt_nav_state(app);
    const struct yt_open_place *place = yt_offers_place(app, state->id);
    const char *text;

    if (!place) {
        /* Another list of places came while this page was read. */
        yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "places.title")});
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "place.gone")});
        yt_frame_end(app, &(struct yt_frame_ways){.back = true});
        return;
    }
    text = yt_say_text(app, &place->text);
    yt_frame_begin(app, &(struct yt_frame){
                            .title = yt_say_text(app, &place->name),
                            .lead = yt_say(app, yt_place_kind_message(place->kind)),
                            .tray = true,
                        });
    if (text[0])
        yt_ui_text(ui, &(struct yt_ui_text){.text = text, .type = YT_UI_LARGE});
    declare_facts(app, ui, place);
    declare_hours(app, ui, place);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

const struct yt_screen_ops yt_screen_place = {
    .name = "place",
    .state_size = sizeof(struct place_state),
    .declare = place_declare,
};
