#include "screens/words.h"

#include "base/attributes.h"
#include "screens/dates.h"

const char *yt_words_companion(enum yt_companion companion)
{
    static const char *const ids[] = {
        [YT_COMPANION_NOT_SAID] = "review.not.said",
        [YT_COMPANION_ALONE] = "companion.alone",
        [YT_COMPANION_FAMILY] = "companion.family",
        [YT_COMPANION_FRIEND] = "companion.friend",
        [YT_COMPANION_SUPPORTER] = "companion.supporter",
        [YT_COMPANION_INTERPRETER] = "companion.interpreter",
        [YT_COMPANION_SIGN_LANGUAGE] = "companion.sign",
    };
    return (size_t)companion < YT_COUNT(ids) ? ids[companion] : ids[0];
}

const char *yt_words_reach(enum yt_reach reach)
{
    static const char *const ids[] = {
        [YT_REACH_NOT_SAID] = "review.not.said",      [YT_REACH_PHONE] = "contact.reach.phone",
        [YT_REACH_MESSAGE] = "contact.reach.message", [YT_REACH_LETTER] = "contact.reach.letter",
        [YT_REACH_COME_AGAIN] = "contact.reach.come", [YT_REACH_THROUGH] = "contact.reach.through",
    };
    return (size_t)reach < YT_COUNT(ids) ? ids[reach] : ids[0];
}

const char *yt_words_part(enum yt_part_of_day part)
{
    switch (part) {
    case YT_PART_MORNING:
        return "booking.time.morning";
    case YT_PART_DAYTIME:
        return "booking.time.daytime";
    case YT_PART_EVENING:
        return "booking.time.evening";
    }
    return "booking.time.any";
}

void yt_words_line(struct yt_buf *to)
{
    if (to->size > 0)
        yt_buf_text(to, "\n");
}

static void add_parts(const struct yt_app *app, uint8_t parts, struct yt_buf *to)
{
    static const uint8_t order[] = {YT_PART_MORNING, YT_PART_DAYTIME, YT_PART_EVENING};
    const char *between = "";
    if (parts == 0)
        return;
    yt_words_line(to);
    for (size_t i = 0; i < YT_COUNT(order); i++) {
        if (!(parts & order[i]))
            continue;
        yt_buf_printf(to, "%s%s", between, yt_say(app, yt_words_part(order[i])));
        between = " ・ ";
    }
}

void yt_words_times(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_entry_appointment *appointment = &app->visit.appointment;
    int offset = app->content->site.utc_offset_minutes;
    char text[YT_DATE_TEXT_MAX];

    for (size_t i = 0; i < appointment->time_count; i++) {
        struct yt_local_time when =
            yt_local_time(appointment->time_minutes[i] * YT_MINUTE_MS, offset);
        yt_words_line(to);
        yt_buf_text(to, yt_date_text(yt_app_language(app), YT_DATE_DAY_TIME, when, text));
    }
    if (appointment->time_count > 0)
        return;
    if (appointment->any_parts) {
        add_parts(app, appointment->any_parts, to);
        return;
    }
    yt_words_line(to);
    yt_buf_text(to, yt_say(app, "booking.time.any"));
}

void yt_words_company(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_entry_appointment *appointment = &app->visit.appointment;
    const struct yt_languages *languages = &app->content->site.languages;
    int language = yt_languages_find(languages, appointment->interpreter_language);
    yt_buf_text(to, yt_say(app, yt_words_companion(appointment->companion)));
    if (appointment->companion == YT_COMPANION_INTERPRETER && language >= 0)
        yt_buf_printf(to, "\n%s", languages->own_name[language]);
}

void yt_words_items(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_menu *menu = &app->content->menu;
    uint64_t items = yt_visit_items(&app->visit, 0);
    for (size_t i = yt_next_bit(items, 0); i < menu->count; i = yt_next_bit(items, i + 1)) {
        yt_words_line(to);
        yt_buf_text(to, yt_say_text(app, &menu->items[i].name));
    }
}

void yt_words_safe(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_entry_contact *contact = &app->visit.contact;
    add_parts(app, contact->parts, to);
    if (contact->message_ok != YT_NOT_SAID) {
        yt_words_line(to);
        yt_buf_text(to, yt_say(app, contact->message_ok == YT_YES ? "review.message.yes"
                                                                  : "review.message.no"));
    }
    if (contact->office_name_ok != YT_NOT_SAID) {
        yt_words_line(to);
        yt_buf_text(to, yt_say(app, contact->office_name_ok == YT_YES ? "review.office.yes"
                                                                      : "review.office.no"));
    }
}

void yt_words_contact(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_entry_contact *contact = &app->visit.contact;
    if (contact->reach == YT_REACH_NOT_SAID)
        return;
    yt_buf_text(to, yt_say(app, yt_words_reach(contact->reach)));
    if (contact->number[0] && contact->reach != YT_REACH_COME_AGAIN)
        yt_buf_printf(to, "\n%s", contact->number);
}
