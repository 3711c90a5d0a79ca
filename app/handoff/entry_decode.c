#include "handoff/entry_cbor.h"

#include "handoff/cbor_reader.h"
#include "handoff/entry_keys.h"
#include "handoff/entry_offers.h"
#include "handoff/keys.h"

#include <string.h>

static void read_times(struct yt_cbor_reader *reader, struct yt_entry_appointment *to)
{
    to->time_count = (size_t)yt_cbor_array(reader, 1, YT_ENTRY_TIMES_MAX);
    for (size_t i = 0; i < to->time_count; i++)
        to->time_minutes[i] = yt_cbor_int(reader, YT_ENTRY_MINUTES_LIMIT);
}

static void read_appointment_field(struct yt_cbor_reader *reader, uint64_t key, void *place)
{
    struct yt_entry_appointment *to = place;

    switch ((enum yt_appointment_key)key) {
    case YT_KEY_FIRM:
        yt_cbor_true(reader);
        to->firm = true;
        break;
    case YT_KEY_TYPE:
        to->type = (uint16_t)yt_cbor_uint(reader, 1, UINT16_MAX);
        break;
    case YT_KEY_PLACE:
        to->place = (uint16_t)yt_cbor_uint(reader, 1, UINT16_MAX);
        break;
    case YT_KEY_TIMES:
        read_times(reader, to);
        break;
    case YT_KEY_LENGTH:
        to->length_minutes = (uint16_t)yt_cbor_uint(reader, 1, UINT16_MAX);
        break;
    case YT_KEY_ANY_PARTS:
        to->any_parts = (uint8_t)yt_cbor_uint(reader, 1, UINT8_MAX);
        break;
    case YT_KEY_COMPANION:
        to->companion = (enum yt_companion)yt_cbor_enum(reader, 1, YT_COMPANION_SIGN_LANGUAGE);
        break;
    case YT_KEY_INTERPRETER:
        yt_cbor_text(reader, to->interpreter_language, sizeof to->interpreter_language,
                     YT_LANGUAGE_TAG_MAX);
        break;
    }
}

static void read_contact_field(struct yt_cbor_reader *reader, uint64_t key, void *place)
{
    struct yt_entry_contact *to = place;

    switch ((enum yt_contact_key)key) {
    case YT_KEY_NAME:
        yt_cbor_text(reader, to->name, sizeof to->name, YT_ENTRY_NAME_MAX);
        break;
    case YT_KEY_REACH:
        to->reach = (enum yt_reach)yt_cbor_enum(reader, 1, YT_REACH_THROUGH);
        break;
    case YT_KEY_NUMBER:
        yt_cbor_text(reader, to->number, sizeof to->number, YT_ENTRY_REACH_MAX);
        break;
    case YT_KEY_PARTS:
        to->parts = (uint8_t)yt_cbor_uint(reader, 1, UINT8_MAX);
        break;
    case YT_KEY_MESSAGE_OK:
        to->message_ok = (enum yt_yes_no)yt_cbor_enum(reader, 1, YT_NO);
        break;
    case YT_KEY_OFFICE_NAME_OK:
        to->office_name_ok = (enum yt_yes_no)yt_cbor_enum(reader, 1, YT_NO);
        break;
    }
}

/* Half the count of a list of pairs; an odd one is a fault. */
static size_t pair_count(struct yt_cbor_reader *reader, size_t max)
{
    uint64_t count = yt_cbor_array(reader, 2, max * 2);

    if (count % 2 != 0)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "has half a pair at its end");
    return reader->fault == YT_OK ? (size_t)(count / 2) : 0;
}

static bool read_chosen(const struct yt_cbor_item *item, struct yt_entry_answer *to)
{
    switch (item->type) {
    case YT_CBOR_NULL:
        to->skipped = true;
        return true;
    case YT_CBOR_UINT: /* one answer, by its number */
        to->chosen = item->value > 0 && item->value < 32 ? UINT32_C(1) << item->value : 0;
        return item->value < 32;
    case YT_CBOR_NEGATIVE: /* several, a bit each */
        to->chosen = (uint32_t)item->value;
        return item->value <= UINT32_MAX && !(to->chosen & 1U) && to->chosen & (to->chosen - 1);
    default:
        return false;
    }
}

static void read_answers(struct yt_cbor_reader *reader, struct yt_entry *to)
{
    struct yt_cbor_item item;

    to->answer_count = pair_count(reader, YT_ENTRY_ANSWERS_MAX);
    for (size_t i = 0; i < to->answer_count; i++) {
        to->answers[i].question = (uint16_t)yt_cbor_uint(reader, 0, UINT16_MAX);
        if (yt_cbor_next(reader, &item) && !read_chosen(&item, &to->answers[i]))
            (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is no answer");
    }
}

static void read_items(struct yt_cbor_reader *reader, struct yt_entry *to)
{
    to->item_count = pair_count(reader, YT_ENTRY_ITEMS_MAX);
    for (size_t i = 0; i < to->item_count; i++) {
        to->items[i].item = (uint16_t)yt_cbor_uint(reader, 0, UINT16_MAX);
        to->items[i].ways = (uint8_t)yt_cbor_uint(reader, 0, UINT8_MAX);
    }
}

static void read_lit(struct yt_cbor_reader *reader, struct yt_entry *to)
{
    to->lit_count = (size_t)yt_cbor_array(reader, 1, YT_ENTRY_ITEMS_MAX);
    for (size_t i = 0; i < to->lit_count; i++)
        to->lit[i] = (uint16_t)yt_cbor_uint(reader, 0, UINT16_MAX);
}

static void read_appointment(struct yt_cbor_reader *reader, struct yt_entry *to)
{
    to->appointment.wanted = true;
    (void)yt_cbor_map(reader, YT_KEY_INTERPRETER, read_appointment_field, &to->appointment);
}

static void read_contact(struct yt_cbor_reader *reader, struct yt_entry *to)
{
    size_t before = reader->at;

    (void)yt_cbor_map(reader, YT_KEY_OFFICE_NAME_OK, read_contact_field, &to->contact);
    if (reader->at == before + 1)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is empty and should not be there");
}

static void read_entry_field(struct yt_cbor_reader *reader, uint64_t key, void *place)
{
    struct yt_entry *to = place;

    switch ((enum yt_entry_key)key) {
    case YT_KEY_ID:
        yt_cbor_bytes(reader, to->id, sizeof to->id);
        break;
    case YT_KEY_KIOSK:
        yt_cbor_text(reader, to->kiosk, sizeof to->kiosk, YT_ENTRY_KIOSK_MAX);
        if (!yt_kiosk_name_valid(to->kiosk))
            (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is no name of a kiosk");
        break;
    case YT_KEY_LANGUAGE:
        yt_cbor_text(reader, to->language, sizeof to->language, YT_LANGUAGE_TAG_MAX);
        break;
    case YT_KEY_CONTENT:
        to->content_number = (uint32_t)yt_cbor_uint(reader, 0, UINT32_MAX);
        break;
    case YT_KEY_TIME:
        to->time_minutes = yt_cbor_int(reader, YT_ENTRY_MINUTES_LIMIT);
        break;
    case YT_KEY_UNTRUSTED:
        yt_cbor_true(reader);
        to->time_trusted = false;
        break;
    case YT_KEY_KINDS:
        to->kinds = (uint32_t)yt_cbor_uint(reader, 1, UINT32_MAX);
        break;
    case YT_KEY_CONSENT:
        to->consent = (enum yt_consent)yt_cbor_enum(reader, 0, YT_CONSENT_NAMED);
        break;
    case YT_KEY_URGENCY:
        to->urgency = (enum yt_urgency)yt_cbor_enum(reader, 1, YT_URGENCY_NOW);
        break;
    case YT_KEY_ANSWERS:
        read_answers(reader, to);
        break;
    case YT_KEY_ITEMS:
        read_items(reader, to);
        break;
    case YT_KEY_LIT:
        read_lit(reader, to);
        break;
    case YT_KEY_APPOINTMENT:
        read_appointment(reader, to);
        break;
    case YT_KEY_CONTACT:
        read_contact(reader, to);
        break;
    case YT_KEY_OWN_WORDS:
        yt_cbor_text(reader, to->own_words, sizeof to->own_words, YT_ENTRY_OWN_WORDS_MAX);
        break;
    case YT_KEY_LISTINGS:
    case YT_KEY_PROGRAMMES:
    case YT_KEY_WISH:
        yt_offers_read(reader, (enum yt_entry_key)key, to);
        break;
    }
}

bool yt_entry_decode(const uint8_t *data, size_t size, struct yt_entry *ret_entry,
                     struct yt_err *err)
{
    const uint32_t needed = 1U << YT_KEY_ID | 1U << YT_KEY_KIOSK | 1U << YT_KEY_LANGUAGE |
                            1U << YT_KEY_CONTENT | 1U << YT_KEY_TIME | 1U << YT_KEY_KINDS |
                            1U << YT_KEY_CONSENT;
    struct yt_cbor_reader reader;
    uint32_t seen;

    yt_entry_wipe(ret_entry);
    ret_entry->time_trusted = true;
    yt_cbor_reader_init(&reader, data, size);
    seen = yt_cbor_map(&reader, YT_KEY_WISH, read_entry_field, ret_entry);
    if (reader.fault == YT_OK && reader.at != size)
        (void)yt_cbor_fail(&reader, YT_ERR_INVALID, "stands behind the end of the entry");
    if (reader.fault == YT_OK && (seen & needed) != needed)
        (void)yt_cbor_fail(&reader, YT_ERR_INVALID, "ends without all that an entry needs");
    if (reader.fault == YT_OK)
        return true;
    yt_entry_wipe(ret_entry);
    return yt_err_set(err, reader.fault, "entry: byte %zu %s", reader.fault_at, reader.fault_text);
}
