#include "desk/describe.h"

#include "desk/words.h"

#include <stdio.h>

static void describe_times(const struct yt_entry_appointment *appointment,
                           const struct yt_site_content *site, struct yt_buf *to)
{
    yt_describe_label("desk.booking.time", to);
    for (size_t i = 0; i < appointment->time_count; i++) {
        yt_buf_text(to, i ? " ／ " : "");
        yt_words_time(site, appointment->time_minutes[i], to);
    }
    if (appointment->any_parts) {
        yt_buf_text(to, appointment->time_count ? " ／ " : "");
        yt_words_parts(appointment->any_parts, to);
    } else if (appointment->time_count == 0) {
        yt_buf_text(to, yt_word("desk.booking.any_time"));
    }
    yt_buf_text(to, "\n");
}

void yt_describe_booking(const struct yt_entry *entry, const struct yt_site_content *site,
                         struct yt_buf *to)
{
    const struct yt_entry_appointment *appointment = &entry->appointment;

    yt_buf_printf(to, "\n■ %s\n",
                  yt_word(appointment->firm ? "desk.booking.firm" : "desk.booking.wish"));
    yt_describe_label("desk.booking.type", to);
    yt_words_type(site, appointment->type, to);
    if (appointment->length_minutes) {
        char minutes[8];

        snprintf(minutes, sizeof minutes, "%d", appointment->length_minutes);
        yt_word_fill(to, "desk.booking.length", minutes);
    }
    yt_buf_text(to, "\n");
    yt_describe_label("desk.booking.place", to);
    yt_words_place(site, appointment->place, to);
    yt_buf_text(to, "\n");
    describe_times(appointment, site, to);
    yt_describe_label("desk.booking.companion", to);
    yt_buf_text(to, yt_words_companion(appointment->companion));
    if (appointment->interpreter_language[0] != '\0')
        yt_buf_printf(to, "（%s）", yt_words_language(appointment->interpreter_language));
    yt_buf_text(to, "\n");
}

void yt_describe_contact(const struct yt_entry *entry, bool about_other, struct yt_buf *to)
{
    const struct yt_entry_contact *contact = &entry->contact;

    yt_buf_printf(to, "\n■ %s\n",
                  yt_word(about_other ? "desk.contact.title_other" : "desk.contact.title"));
    yt_describe_label("desk.contact.name", to);
    if (contact->name[0] != '\0')
        yt_words_typed(contact->name, to);
    else
        yt_buf_text(to, yt_word("desk.contact.nameless"));
    yt_buf_text(to, "\n");
    yt_describe_label("desk.contact.reach", to);
    yt_buf_printf(to, "%s ", yt_words_reach(contact->reach));
    yt_words_typed(contact->number, to);
    yt_buf_text(to, "\n");
    if (contact->reach == YT_REACH_NOT_SAID && contact->number[0] == '\0' && !contact->parts &&
        contact->message_ok == YT_NOT_SAID && contact->office_name_ok == YT_NOT_SAID)
        return;
    yt_describe_label("desk.contact.parts", to);
    if (contact->parts)
        yt_words_parts(contact->parts, to);
    else
        yt_buf_text(to, yt_word("desk.not_said"));
    yt_buf_text(to, "\n");
    yt_describe_label("desk.contact.message", to);
    yt_buf_printf(to, "%s\n", yt_words_yes_no(contact->message_ok));
    yt_describe_label("desk.contact.office_name", to);
    yt_buf_printf(to, "%s\n", yt_words_yes_no(contact->office_name_ok));
}
