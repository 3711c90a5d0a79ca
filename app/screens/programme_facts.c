#include "screens/programme_facts.h"

static void declare_line(struct yt_ui *ui, const char *icon, const char *text)
{
    if (text[0])
        yt_ui_text(ui, &(struct yt_ui_text){.text = text, .icon = icon});
}

static void declare_when(const struct yt_teller *teller, struct yt_ui *ui,
                         const struct yt_occurrence *occurrence)
{
    YT_SCOPED(yt_buf_done) struct yt_buf line = {0};
    char day[YT_DATE_TEXT_MAX];

    yt_buf_init(&line, 512);
    yt_buf_printf(&line, "%s　", yt_tell_day(teller, occurrence->date, day));
    yt_tell_span(teller, occurrence->from_minute, occurrence->until_minute, &line);
    declare_line(ui, "clock", yt_buf_string(&line));
}

/* How many usually come, and in what a group. */
static void declare_people(const struct yt_teller *teller, struct yt_ui *ui,
                           const struct yt_programme *programme)
{
    const char *group = yt_group_message(programme->group);
    YT_SCOPED(yt_buf_done) struct yt_buf line = {0};

    yt_buf_init(&line, 1024);
    yt_tell_usual(teller, programme, &line);
    if (group)
        yt_buf_printf(&line, "%s%s", line.size ? "　" : "", yt_tell(teller, group));
    declare_line(ui, "people", yt_buf_string(&line));
}

/* Only what this box knows for certain is said as a number. */
static void declare_room(struct yt_app *app, const struct yt_teller *teller, struct yt_ui *ui,
                         const struct yt_programme *programme, struct yt_date date,
                         const struct yt_programme_joined *joined)
{
    const int left = yt_programme_room_left(app, programme, joined, yt_date_to_days(date));
    YT_SCOPED(yt_buf_done) struct yt_buf line = {0};

    if (programme->room < 0)
        return;
    yt_buf_init(&line, 1024);
    yt_tell_count(teller, "programme.room", programme->room, &line);
    if (programme->sign_up != YT_SIGN_UP_NONE && programme->sign_up != YT_SIGN_UP_BOOKING) {
        yt_buf_text(&line, "　");
        if (left == 0)
            yt_buf_text(&line, yt_tell(teller, "programme.room.full"));
        else if (left > 0)
            yt_tell_count(teller, "programme.room.left", left, &line);
        else if (!yt_programme_given_here(app, programme))
            yt_buf_text(&line, yt_tell(teller, "programme.room.asked"));
    }
    declare_line(ui, "person", yt_buf_string(&line));
}

void yt_programme_facts_declare(struct yt_app *app, struct yt_ui *ui,
                                const struct yt_programme *programme,
                                const struct yt_occurrence *occurrence,
                                const struct yt_programme_joined *joined)
{
    const struct yt_teller teller = {.app = app};
    YT_SCOPED(yt_buf_done) struct yt_buf sign_up = {0};

    if (occurrence && occurrence->cancelled)
        return;
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_SUNK});
    if (occurrence)
        declare_when(&teller, ui, occurrence);
    declare_line(ui, "map-pin",
                 occurrence ? yt_tell_where(&teller, programme, occurrence)
                            : yt_say_text(app, &programme->where));
    if (programme->online_link && (programme->online_too || (occurrence && occurrence->online)))
        declare_line(ui, "online",
                     yt_say(app, occurrence && occurrence->online ? "programme.online.paper"
                                                                  : "programme.online.too.paper"));
    else if (programme->online_too && !(occurrence && occurrence->online))
        declare_line(ui, "online", yt_say(app, "programme.online.too"));
    declare_line(ui, "heart", yt_say_text(app, &programme->for_whom));
    declare_people(&teller, ui, programme);
    yt_buf_init(&sign_up, 1024);
    if (occurrence) {
        yt_tell_sign_up(&teller, programme, occurrence->date, &sign_up);
        declare_line(ui, "edit", yt_buf_string(&sign_up));
        declare_room(app, &teller, ui, programme, occurrence->date, joined);
    } else {
        yt_tell_sign_up_briefly(&teller, programme, &sign_up);
        declare_line(ui, "edit", yt_buf_string(&sign_up));
    }
    if (programme->phone)
        declare_line(ui, "phone", programme->phone);
    yt_ui_end(ui);
}
