#include "screens/programme_join.h"

#include "base/ruby.h"
#include "base/str.h"
#include "screens/programme_words.h"
#include "screens/tray.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

/* --- Room ------------------------------------------------------------------------------------- */

void yt_programme_take_joined(const struct yt_joined_list *list, const char *programme,
                              struct yt_programme_joined *joined)
{
    joined->known = true;
    joined->count = 0;
    for (size_t i = 0; i < list->count && i < YT_JOINED_MAX; i++) {
        const struct yt_joined *item = &list->items[i];

        if (strcmp(item->programme, programme) != 0)
            continue;
        joined->days[joined->count].day = item->day;
        joined->days[joined->count].count = item->count;
        joined->count++;
    }
}

bool yt_programme_given_here(const struct yt_app *app, const struct yt_programme *programme)
{
    return programme->given_by &&
           strcmp(programme->given_by, app->content->site.kiosks[app->kiosk].id) == 0;
}

int yt_programme_room_left(const struct yt_app *app, const struct yt_programme *programme,
                           const struct yt_programme_joined *joined, int32_t day)
{
    int left = programme->room;

    if (!joined->known || programme->room < 0 || !yt_programme_given_here(app, programme))
        return YT_LISTING_NOT_SAID;
    for (size_t i = 0; i < joined->count; i++)
        if (joined->days[i].day == day)
            left -= joined->days[i].count;
    return left > 0 ? left : 0;
}

/* --- What can be done ------------------------------------------------------------------------- */

enum yt_programme_may yt_programme_may(const struct yt_app *app,
                                       const struct yt_programme *programme,
                                       const struct yt_occurrence *occurrence,
                                       const struct yt_programme_joined *joined)
{
    if (occurrence->cancelled)
        return YT_MAY_NOT_TODAY;
    if (yt_programme_is_over(occurrence, yt_app_now(app)))
        return YT_MAY_NO_MORE;
    if (programme->sign_up == YT_SIGN_UP_NONE)
        return YT_MAY_JUST_COME;
    if (programme->sign_up == YT_SIGN_UP_BOOKING)
        return yt_programme_booking_item(app, programme) >= 0 ? YT_MAY_BOOK : YT_MAY_STAFF_ASK;
    if (!yt_programme_open_for_sign_up(programme, occurrence, yt_app_now(app)))
        return YT_MAY_STAFF_ASK;
    return yt_programme_room_left(app, programme, joined, yt_date_to_days(occurrence->date)) == 0
               ? YT_MAY_WAIT
               : YT_MAY_JOIN;
}

int yt_programme_booking_item(const struct yt_app *app, const struct yt_programme *programme)
{
    const struct yt_menu *menu = &app->content->menu;
    const uint64_t shown = yt_menu_shown(menu, yt_app_now(app).date) & programme->items;
    int fallback = -1;

    for (size_t i = yt_next_bit(shown, 0); i < menu->count; i = yt_next_bit(shown, i + 1)) {
        if (!(menu->items[i].actions & YT_MENU_BOOK))
            continue;
        if (programme->books >= 0 && yt_has_bit(menu->items[i].books, (size_t)programme->books))
            return (int)i;
        if (fallback < 0)
            fallback = (int)i;
    }
    return fallback;
}

/* --- The tray --------------------------------------------------------------------------------- */

/* A line of the paper, whole or not at all. */
static void put_line(char *paper, const char *line)
{
    const size_t used = strlen(paper);

    if (line[0] && used + strlen(line) + 2 <= YT_ENTRY_PAPER_MAX)
        snprintf(paper + used, YT_ENTRY_PAPER_MAX - used, "%s%s", used ? "\n" : "", line);
}

/* Name, date and time, place, where to connect to, which stands nowhere else, and how to sign up:
 * whoever joins has done that. */
static void write_paper(const struct yt_teller *teller, const struct yt_programme *programme,
                        const struct yt_occurrence *occurrence, bool joins, char *paper)
{
    const char *name = yt_tell_outside_name(teller, programme);
    YT_SCOPED(yt_buf_done) struct yt_buf line = {0};
    char day[YT_DATE_TEXT_MAX];
    const char *where;

    paper[0] = '\0';
    yt_buf_init_secret(&line, YT_ENTRY_PAPER_MAX);
    put_line(paper, name);
    put_line(paper, yt_tell_day(teller, occurrence->date, day));
    yt_tell_span(teller, occurrence->from_minute, occurrence->until_minute, &line);
    put_line(paper, yt_buf_string(&line));
    where = yt_tell_where(teller, programme, occurrence);
    if (!yt_programme_is_discreet(teller->app, programme) && strcmp(where, name) != 0)
        put_line(paper, where);
    if (!joins) {
        yt_buf_clear(&line);
        yt_tell_sign_up(teller, programme, occurrence->date, &line);
        put_line(paper, yt_buf_string(&line));
    }
    if (programme->online_link && (programme->online_too || occurrence->online))
        put_line(paper, programme->online_link);
    if (programme->phone)
        put_line(paper, programme->phone);
}

static void write_title(const struct yt_teller *teller, const struct yt_programme *programme,
                        char title[static YT_ENTRY_TITLE_MAX * 4 + 1])
{
    YT_SCOPED(yt_buf_done) struct yt_buf plain = {0};
    const char *at;

    yt_buf_init_secret(&plain, YT_LISTING_TEXT_MAX);
    yt_ruby_strip(yt_tell_text(teller, &programme->name), &plain);
    at = yt_buf_string(&plain);
    for (int i = 0; i < YT_ENTRY_TITLE_MAX && *at; i++)
        yt_str_next(&at);
    snprintf(title, YT_ENTRY_TITLE_MAX * 4 + 1, "%.*s", (int)(at - yt_buf_string(&plain)),
             yt_buf_string(&plain));
}

bool yt_programme_put_in_tray(struct yt_app *app, const struct yt_programme *programme,
                              const struct yt_occurrence *occurrence,
                              const struct yt_programme_joined *joined, bool paper_only)
{
    const struct yt_teller own = {.app = app};
    const struct yt_teller japanese = {.app = app, .japanese = true};
    const int32_t day = yt_date_to_days(occurrence->date);
    const int left = yt_programme_room_left(app, programme, joined, day);
    struct yt_entry_programme entry = {
        .day = day,
        .minute = (int16_t)(occurrence->from_minute > 0 ? occurrence->from_minute : 0),
        .paper_only = paper_only,
        .waiting = !paper_only && left == 0,
        .firm = !paper_only && left > 0,
    };
    bool fits;

    snprintf(entry.id, sizeof entry.id, "%s", programme->id);
    write_title(&japanese, programme, entry.title);
    write_paper(&own, programme, occurrence, !paper_only, entry.paper);
    if (strncmp(yt_app_language(app), "ja", 2) != 0)
        write_paper(&japanese, programme, occurrence, !paper_only, entry.paper_ja);
    fits = yt_tray_add_programme(&app->visit, &entry) != NULL;
    sodium_memzero(&entry, sizeof entry);
    return fits;
}
