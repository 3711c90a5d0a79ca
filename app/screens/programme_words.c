#include "screens/programme_words.h"

#include "base/message.h"

#include <stdio.h>
#include <string.h>

#define DIGITS_MAX 64

const char *yt_tell(const struct yt_teller *teller, const char *id)
{
    return teller->japanese ? yt_message("ja", id) : yt_say(teller->app, id);
}

const char *yt_tell_text(const struct yt_teller *teller, const struct yt_text *text)
{
    return yt_text_in(text, &teller->app->content->site.languages,
                      teller->japanese ? -1 : teller->app->visit.language);
}

const char *yt_tell_day(const struct yt_teller *teller, struct yt_date date,
                        char buffer[static YT_DATE_TEXT_MAX])
{
    return yt_date_text(teller->japanese ? "ja" : yt_app_language(teller->app), YT_DATE_DAY,
                        (struct yt_local_time){.date = date}, buffer);
}

static const char *digits(const struct yt_teller *teller, const char *plain,
                          char buffer[static DIGITS_MAX])
{
    if (!teller->japanese)
        return yt_say_digits(teller->app, plain, buffer, DIGITS_MAX);
    snprintf(buffer, DIGITS_MAX, "%s", plain);
    return buffer;
}

static const char *number(const struct yt_teller *teller, int value, char buffer[static DIGITS_MAX])
{
    char plain[16];

    snprintf(plain, sizeof plain, "%d", value);
    return digits(teller, plain, buffer);
}

static const char *minute(const struct yt_teller *teller, int value, char buffer[static DIGITS_MAX])
{
    char plain[32];

    snprintf(plain, sizeof plain, "%d:%02d", value / 60, value % 60);
    return digits(teller, plain, buffer);
}

void yt_tell_span(const struct yt_teller *teller, int from_minute, int until_minute,
                  struct yt_buf *to)
{
    char from[DIGITS_MAX];
    char until[DIGITS_MAX];

    if (from_minute < 0)
        return;
    if (until_minute <= from_minute) {
        yt_buf_text(to, minute(teller, from_minute, from));
        return;
    }
    yt_message_fill(to, yt_tell(teller, "programme.span"),
                    (const struct yt_message_value[]){
                        {"from", minute(teller, from_minute, from)},
                        {"until", minute(teller, until_minute, until)},
                    },
                    2);
}

void yt_tell_count(const struct yt_teller *teller, const char *id, int count, struct yt_buf *to)
{
    char value[DIGITS_MAX];

    yt_message_fill(to, yt_tell(teller, id),
                    &(struct yt_message_value){"n", number(teller, count, value)}, 1);
}

/* --- A programme ------------------------------------------------------------------------------ */

void yt_tell_usual(const struct yt_teller *teller, const struct yt_programme *programme,
                   struct yt_buf *to)
{
    char from[DIGITS_MAX];
    char until[DIGITS_MAX];

    if (programme->usual_until < 0 && programme->usual_from < 0)
        return;
    if (programme->usual_until <= programme->usual_from || programme->usual_from < 0) {
        yt_tell_count(teller, "programme.usual.one",
                      programme->usual_from < 0 ? programme->usual_until : programme->usual_from,
                      to);
        return;
    }
    yt_message_fill(to, yt_tell(teller, "programme.usual"),
                    (const struct yt_message_value[]){
                        {"from", number(teller, programme->usual_from, from)},
                        {"until", number(teller, programme->usual_until, until)},
                    },
                    2);
}

const char *yt_group_message(enum yt_group_size group)
{
    switch (group) {
    case YT_GROUP_ALONE:
        return "programme.group.alone";
    case YT_GROUP_FEW:
        return "programme.group.few";
    case YT_GROUP_MORE:
        return "programme.group.more";
    case YT_GROUP_NOT_SAID:
        break;
    }
    return NULL;
}

/* The message that needs no date. */
static const char *sign_up_message(const struct yt_programme *programme)
{
    switch (programme->sign_up) {
    case YT_SIGN_UP_NONE:
        return "programme.sign.up.none";
    case YT_SIGN_UP_SAME_DAY:
        return "programme.sign.up.same.day";
    case YT_SIGN_UP_BOOKING:
        return "programme.sign.up.booking";
    case YT_SIGN_UP_BEFORE:
        break;
    }
    if (programme->sign_up_days < 1)
        return "programme.sign.up.same.day";
    return programme->sign_up_days == 1 ? "programme.sign.up.day.before"
                                        : "programme.sign.up.days.before";
}

void yt_tell_sign_up_briefly(const struct yt_teller *teller, const struct yt_programme *programme,
                             struct yt_buf *to)
{
    yt_tell_count(teller, sign_up_message(programme), programme->sign_up_days, to);
}

void yt_tell_sign_up(const struct yt_teller *teller, const struct yt_programme *programme,
                     struct yt_date date, struct yt_buf *to)
{
    char day[YT_DATE_TEXT_MAX];

    if (programme->sign_up != YT_SIGN_UP_BEFORE || programme->sign_up_days < 1) {
        yt_tell_sign_up_briefly(teller, programme, to);
        return;
    }
    date = yt_date_from_days(yt_date_to_days(date) - programme->sign_up_days);
    yt_message_fill(to, yt_tell(teller, "programme.sign.up.until"),
                    &(struct yt_message_value){"day", yt_tell_day(teller, date, day)}, 1);
}

bool yt_programme_is_discreet(const struct yt_app *app, const struct yt_programme *programme)
{
    const struct yt_menu *menu = &app->content->menu;

    for (size_t i = yt_next_bit(programme->items, 0); i < menu->count;
         i = yt_next_bit(programme->items, i + 1))
        if (menu->items[i].slip_naming == YT_SLIP_NUMBER_ONLY)
            return true;
    return false;
}

/* The neutral name of an item that has one (「相談の時間」), of which the programme is a part. */
static const struct yt_text *neutral_name(const struct yt_app *app,
                                          const struct yt_programme *programme)
{
    const struct yt_menu *menu = &app->content->menu;
    const struct yt_languages *languages = &app->content->site.languages;

    for (size_t i = yt_next_bit(programme->items, 0); i < menu->count;
         i = yt_next_bit(programme->items, i + 1)) {
        const struct yt_menu_item *item = &menu->items[i];
        const char *slip_name = yt_text_in(&item->slip_name, languages, -1);

        if (slip_name[0] && strcmp(slip_name, yt_text_in(&item->name, languages, -1)) != 0)
            return &item->slip_name;
    }
    return NULL;
}

const char *yt_tell_outside_name(const struct yt_teller *teller,
                                 const struct yt_programme *programme)
{
    const struct yt_text *neutral = neutral_name(teller->app, programme);

    if (yt_programme_is_discreet(teller->app, programme))
        return yt_tell(teller, "programme.outside");
    return yt_tell_text(teller, neutral ? neutral : &programme->name);
}

/* --- One date --------------------------------------------------------------------------------- */

static bool has_words(const struct yt_teller *teller, const struct yt_text *text)
{
    return yt_tell_text(teller, text)[0] != '\0';
}

const char *yt_tell_where(const struct yt_teller *teller, const struct yt_programme *programme,
                          const struct yt_occurrence *occurrence)
{
    if (occurrence->online)
        return yt_tell(teller, "programme.where.online");
    if (occurrence->moved && !occurrence->cancelled && occurrence->change &&
        has_words(teller, &occurrence->change->where))
        return yt_tell_text(teller, &occurrence->change->where);
    return yt_tell_text(teller, &programme->where);
}

static bool to_another_day(const struct yt_occurrence *occurrence)
{
    return occurrence->change && occurrence->change->kind == YT_CHANGE_MOVED &&
           occurrence->change->to_date.year != 0;
}

const char *yt_tell_change(const struct yt_teller *teller, const struct yt_occurrence *occurrence)
{
    if (occurrence->cancelled)
        return yt_tell(teller, "programme.change.off");
    if (occurrence->online)
        return yt_tell(teller, "programme.change.online");
    if (!occurrence->moved)
        return NULL;
    if (to_another_day(occurrence))
        return yt_tell(teller, "programme.change.day");
    return yt_tell(teller, occurrence->change && has_words(teller, &occurrence->change->where)
                               ? "programme.change.place"
                               : "programme.change.time");
}

static void put_line(struct yt_buf *to, const char *line)
{
    if (!line[0])
        return;
    if (to->size)
        yt_buf_byte(to, '\n');
    yt_buf_text(to, line);
}

void yt_tell_instead(const struct yt_teller *teller, const struct yt_occurrence *occurrence,
                     struct yt_buf *to)
{
    const struct yt_programme_change *change = occurrence->change;
    char day[YT_DATE_TEXT_MAX];

    if (!change)
        return;
    if (occurrence->cancelled && to_another_day(occurrence)) {
        if (to->size)
            yt_buf_byte(to, '\n');
        yt_message_fill(
            to, yt_tell(teller, "programme.instead.day"),
            &(struct yt_message_value){"day", yt_tell_day(teller, change->to_date, day)}, 1);
    }
    if (occurrence->moved && !occurrence->cancelled && to_another_day(occurrence)) {
        if (to->size)
            yt_buf_byte(to, '\n');
        yt_message_fill(to, yt_tell(teller, "programme.instead.from"),
                        &(struct yt_message_value){"day", yt_tell_day(teller, change->from, day)},
                        1);
    }
    put_line(to, yt_tell_text(teller, &change->note));
}
