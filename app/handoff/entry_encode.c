#include "handoff/entry_cbor.h"

#include "base/str.h"
#include "handoff/cbor_writer.h"
#include "handoff/entry_keys.h"
#include "handoff/entry_offers.h"
#include "handoff/keys.h"

#include <string.h>

/* ---- is it an entry that can be written? ---- */

static bool text_fits(const char *text, size_t capacity, size_t characters)
{
    size_t size = strnlen(text, capacity);

    return size < capacity && yt_str_valid(text, size) && yt_str_length(text) <= characters;
}

static bool time_fits(int64_t minutes)
{
    return minutes >= -YT_ENTRY_MINUTES_LIMIT && minutes <= YT_ENTRY_MINUTES_LIMIT;
}

static bool appointment_fits(const struct yt_entry_appointment *appointment)
{
    if (!appointment->wanted)
        return true;
    if (appointment->time_count > YT_ENTRY_TIMES_MAX ||
        appointment->companion > YT_COMPANION_SIGN_LANGUAGE ||
        !text_fits(appointment->interpreter_language, sizeof appointment->interpreter_language,
                   YT_LANGUAGE_TAG_MAX))
        return false;
    for (size_t i = 0; i < appointment->time_count; i++)
        if (!time_fits(appointment->time_minutes[i]))
            return false;
    return true;
}

static bool contact_fits(const struct yt_entry_contact *contact)
{
    return text_fits(contact->name, sizeof contact->name, YT_ENTRY_NAME_MAX) &&
           text_fits(contact->number, sizeof contact->number, YT_ENTRY_REACH_MAX) &&
           contact->reach <= YT_REACH_THROUGH && contact->message_ok <= YT_NO &&
           contact->office_name_ok <= YT_NO;
}

static bool answers_fit(const struct yt_entry *entry)
{
    if (entry->answer_count > YT_ENTRY_ANSWERS_MAX)
        return false;
    for (size_t i = 0; i < entry->answer_count; i++) {
        const struct yt_entry_answer *answer = &entry->answers[i];

        /* There is no answer number 0, and what was skipped has no answers. */
        if (answer->chosen & 1U || (answer->skipped && answer->chosen))
            return false;
    }
    return true;
}

/* Names the part that does not fit, never what is in it; NULL when all fits. */
static const char *misfit(const struct yt_entry *entry)
{
    if (!text_fits(entry->kiosk, sizeof entry->kiosk, YT_ENTRY_KIOSK_MAX) ||
        !yt_kiosk_name_valid(entry->kiosk))
        return "kiosk";
    if (!text_fits(entry->language, sizeof entry->language, YT_LANGUAGE_TAG_MAX) ||
        !entry->language[0])
        return "language";
    if (!time_fits(entry->time_minutes))
        return "time";
    if (entry->kinds == 0 || entry->consent > YT_CONSENT_NAMED || entry->urgency > YT_URGENCY_NOW)
        return "kinds, consent or urgency";
    if (!answers_fit(entry))
        return "answers";
    if (entry->item_count > YT_ENTRY_ITEMS_MAX || entry->lit_count > YT_ENTRY_ITEMS_MAX)
        return "items";
    if (!appointment_fits(&entry->appointment))
        return "appointment";
    if (!contact_fits(&entry->contact))
        return "contact";
    if (!text_fits(entry->own_words, sizeof entry->own_words, YT_ENTRY_OWN_WORDS_MAX))
        return "own words";
    return yt_offers_misfit(entry);
}

/* ---- writing ---- */

static void write_answer(struct yt_buf *to, const struct yt_entry_answer *answer)
{
    uint32_t chosen = answer->chosen;

    yt_cbor_write_uint(to, answer->question);
    if (answer->skipped)
        yt_cbor_write_null(to);
    else if (chosen == 0)
        yt_cbor_write_uint(to, 0);
    else if ((chosen & (chosen - 1)) == 0)
        yt_cbor_write_uint(to, (uint64_t)__builtin_ctz(chosen));
    else
        yt_cbor_write_int(to, -1 - (int64_t)chosen);
}

static void write_lists(const struct yt_entry *entry, struct yt_buf *to)
{
    yt_cbor_pair_array(to, YT_KEY_ANSWERS, entry->answer_count * 2);
    for (size_t i = 0; i < entry->answer_count; i++)
        write_answer(to, &entry->answers[i]);
    yt_cbor_pair_array(to, YT_KEY_ITEMS, entry->item_count * 2);
    for (size_t i = 0; i < entry->item_count; i++) {
        yt_cbor_write_uint(to, entry->items[i].item);
        yt_cbor_write_uint(to, entry->items[i].ways);
    }
    yt_cbor_pair_array(to, YT_KEY_LIT, entry->lit_count);
    for (size_t i = 0; i < entry->lit_count; i++)
        yt_cbor_write_uint(to, entry->lit[i]);
}

static void write_appointment(const struct yt_entry_appointment *appointment, struct yt_buf *to)
{
    if (!appointment->wanted)
        return;
    yt_cbor_write_uint(to, YT_KEY_APPOINTMENT);
    yt_cbor_write_map(to, (size_t)appointment->firm + (appointment->type != 0) +
                              (appointment->place != 0) + (appointment->time_count != 0) +
                              (appointment->length_minutes != 0) + (appointment->any_parts != 0) +
                              (appointment->companion != YT_COMPANION_NOT_SAID) +
                              (appointment->interpreter_language[0] != '\0'));
    yt_cbor_pair_true(to, YT_KEY_FIRM, appointment->firm);
    yt_cbor_pair_uint(to, YT_KEY_TYPE, appointment->type);
    yt_cbor_pair_uint(to, YT_KEY_PLACE, appointment->place);
    yt_cbor_pair_array(to, YT_KEY_TIMES, appointment->time_count);
    for (size_t i = 0; i < appointment->time_count; i++)
        yt_cbor_write_int(to, appointment->time_minutes[i]);
    yt_cbor_pair_uint(to, YT_KEY_LENGTH, appointment->length_minutes);
    yt_cbor_pair_uint(to, YT_KEY_ANY_PARTS, appointment->any_parts);
    yt_cbor_pair_uint(to, YT_KEY_COMPANION, appointment->companion);
    yt_cbor_pair_text(to, YT_KEY_INTERPRETER, appointment->interpreter_language);
}

static size_t contact_pairs(const struct yt_entry_contact *contact)
{
    return (size_t)(contact->name[0] != '\0') + (contact->reach != YT_REACH_NOT_SAID) +
           (contact->number[0] != '\0') + (contact->parts != 0) +
           (contact->message_ok != YT_NOT_SAID) + (contact->office_name_ok != YT_NOT_SAID);
}

static void write_contact(const struct yt_entry_contact *contact, struct yt_buf *to)
{
    size_t pairs = contact_pairs(contact);

    if (pairs == 0)
        return;
    yt_cbor_write_uint(to, YT_KEY_CONTACT);
    yt_cbor_write_map(to, pairs);
    yt_cbor_pair_text(to, YT_KEY_NAME, contact->name);
    yt_cbor_pair_uint(to, YT_KEY_REACH, contact->reach);
    yt_cbor_pair_text(to, YT_KEY_NUMBER, contact->number);
    yt_cbor_pair_uint(to, YT_KEY_PARTS, contact->parts);
    yt_cbor_pair_uint(to, YT_KEY_MESSAGE_OK, contact->message_ok);
    yt_cbor_pair_uint(to, YT_KEY_OFFICE_NAME_OK, contact->office_name_ok);
}

/* Pairs of the entry's map: seven that are always there, and those that say something. */
static size_t entry_pairs(const struct yt_entry *entry)
{
    return (size_t)7 + !entry->time_trusted + (entry->urgency != YT_URGENCY_NONE) +
           (entry->answer_count != 0) + (entry->item_count != 0) + (entry->lit_count != 0) +
           entry->appointment.wanted + (contact_pairs(&entry->contact) != 0) +
           (entry->own_words[0] != '\0') + yt_offers_pairs(entry);
}

bool yt_entry_encode(const struct yt_entry *entry, struct yt_buf *to, struct yt_err *err)
{
    const char *part = misfit(entry);

    if (part)
        return yt_err_set(err, YT_ERR_INVALID, "entry: %s cannot be written", part);
    yt_cbor_write_map(to, entry_pairs(entry));
    yt_cbor_write_uint(to, YT_KEY_ID);
    yt_cbor_write_bytes(to, entry->id, sizeof entry->id);
    yt_cbor_pair_text(to, YT_KEY_KIOSK, entry->kiosk);
    yt_cbor_pair_text(to, YT_KEY_LANGUAGE, entry->language);
    yt_cbor_write_uint(to, YT_KEY_CONTENT);
    yt_cbor_write_uint(to, entry->content_number);
    yt_cbor_write_uint(to, YT_KEY_TIME);
    yt_cbor_write_int(to, entry->time_minutes);
    yt_cbor_pair_true(to, YT_KEY_UNTRUSTED, !entry->time_trusted);
    yt_cbor_write_uint(to, YT_KEY_KINDS);
    yt_cbor_write_uint(to, entry->kinds);
    yt_cbor_write_uint(to, YT_KEY_CONSENT);
    yt_cbor_write_uint(to, entry->consent);
    yt_cbor_pair_uint(to, YT_KEY_URGENCY, entry->urgency);
    write_lists(entry, to);
    write_appointment(&entry->appointment, to);
    write_contact(&entry->contact, to);
    yt_cbor_pair_text(to, YT_KEY_OWN_WORDS, entry->own_words);
    yt_offers_write(entry, to);
    return yt_buf_ok(to, err) || yt_err_context(err, "entry");
}
