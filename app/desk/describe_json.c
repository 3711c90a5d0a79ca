#include "desk/describe.h"

#include "desk/words.h"
#include "domain/listing.h"

#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>

/* jansson frees with free(): strings it held would stay in memory as they were. */
static void *allocate(size_t size)
{
    size_t *block = malloc(sizeof *block * 2 + size);

    if (!block)
        return NULL;
    block[0] = size;
    return block + 2;
}

static void wipe_and_free(void *pointer)
{
    size_t *block = pointer;

    if (!block)
        return;
    block -= 2;
    sodium_memzero(block + 2, block[0]);
    free(block);
}

/* Runs one of the words functions and makes a JSON string of what it wrote. */
#define WORDS(call)                                 \
    __extension__({                                 \
        YT_SCOPED(yt_buf_done) struct yt_buf words; \
        yt_buf_init_secret(&words, 4096);           \
        struct yt_buf *to_words = &words;           \
        call;                                       \
        json_string(yt_buf_string(&words));         \
    })

static json_t *answers(const struct yt_entry *entry, const struct yt_site_content *site)
{
    json_t *list = json_array();

    for (size_t i = 0; i < entry->answer_count; i++) {
        const struct yt_entry_answer *answer = &entry->answers[i];
        json_t *chosen = json_array();

        for (unsigned option = 1; option <= YT_OPTION_NUMBER_MAX; option++) {
            if (answer->chosen & (UINT32_C(1) << option))
                json_array_append_new(
                    chosen,
                    json_pack("{s:i, s:o}", "number", (int)option, "text",
                              WORDS(yt_words_option(site, answer->question, option, to_words))));
        }
        json_array_append_new(
            list, json_pack("{s:i, s:o, s:b, s:o}", "question", (int)answer->question, "text",
                            WORDS(yt_words_question(site, answer->question, to_words)), "skipped",
                            (int)answer->skipped, "chosen", chosen));
    }
    return list;
}

static json_t *chosen_items(const struct yt_entry *entry, const struct yt_site_content *site)
{
    json_t *list = json_array();

    for (size_t i = 0; i < entry->item_count; i++)
        json_array_append_new(
            list, json_pack("{s:i, s:o, s:o}", "item", (int)entry->items[i].item, "text",
                            WORDS(yt_words_item(site, entry->items[i].item, to_words)), "ways",
                            WORDS(yt_words_ways(entry->items[i].ways, to_words))));
    return list;
}

static json_t *lit_items(const struct yt_entry *entry, const struct yt_site_content *site)
{
    json_t *list = json_array();

    for (size_t i = 0; i < entry->lit_count; i++)
        json_array_append_new(list, json_pack("{s:i, s:o}", "item", (int)entry->lit[i], "text",
                                              WORDS(yt_words_item(site, entry->lit[i], to_words))));
    return list;
}

static json_t *appointment(const struct yt_entry *entry, const struct yt_site_content *site)
{
    const struct yt_entry_appointment *wish = &entry->appointment;
    json_t *times = json_array();

    if (!wish->wanted) {
        json_decref(times);
        return json_null();
    }
    for (size_t i = 0; i < wish->time_count; i++)
        json_array_append_new(
            times, json_pack("{s:I, s:o}", "minutes", (json_int_t)wish->time_minutes[i], "text",
                             WORDS(yt_words_time(site, wish->time_minutes[i], to_words))));
    return json_pack(
        "{s:b, s:i, s:o, s:i, s:o, s:i, s:o, s:o, s:s, s:s}", "firm", (int)wish->firm, "type",
        (int)wish->type, "type_text", WORDS(yt_words_type(site, wish->type, to_words)), "place",
        (int)wish->place, "place_text", WORDS(yt_words_place(site, wish->place, to_words)),
        "length_minutes", (int)wish->length_minutes, "times", times, "parts",
        WORDS(yt_words_parts(wish->any_parts, to_words)), "companion",
        yt_words_companion(wish->companion), "interpreter_language", wish->interpreter_language);
}

static json_t *listings(const struct yt_entry *entry)
{
    json_t *list = json_array();

    for (size_t i = 0; i < entry->listing_count; i++) {
        const struct yt_entry_listing *listing = &entry->listings[i];

        json_array_append_new(list,
                              json_pack("{s:s, s:s, s:o, s:i, s:o, s:i}", "id", listing->id,
                                        "title", listing->title, "wanted",
                                        WORDS(yt_words_listing_ways(listing->ways, to_words)),
                                        "wanted_bits", (int)listing->ways, "conditions",
                                        WORDS(yt_words_conditions(listing->conditions, to_words)),
                                        "condition_bits", (int)listing->conditions));
    }
    return list;
}

static json_t *programmes(const struct yt_entry *entry)
{
    json_t *list = json_array();

    for (size_t i = 0; i < entry->programme_count; i++) {
        const struct yt_entry_programme *programme = &entry->programmes[i];

        json_array_append_new(
            list, json_pack("{s:s, s:s, s:i, s:i, s:o, s:b, s:b, s:s}", "id", programme->id,
                            "title", programme->title, "day", (int)programme->day, "minute",
                            (int)programme->minute, "day_text",
                            WORDS(yt_words_programme_day(programme, to_words)), "firm",
                            (int)programme->firm, "waiting", (int)programme->waiting, "place_text",
                            yt_words_join(programme)));
    }
    return list;
}

/* Bits as names that do not change with the wording. */
static json_t *names(uint64_t bits, unsigned count, const char *(*name)(unsigned bit))
{
    json_t *list = json_array();

    for (unsigned bit = 0; bit < count; bit++)
        if (bits >> bit & 1)
            json_array_append_new(list, json_string(name(bit)));
    return list;
}

static const char *fact_name(unsigned bit)
{
    return yt_listing_fact_name((enum yt_listing_fact)bit);
}

static const char *kind_name(unsigned bit)
{
    return yt_listing_kind_name((enum yt_listing_kind)bit);
}

static json_t *wish(const struct yt_entry *entry)
{
    const struct yt_entry_wish *said = &entry->wish;

    if (!said->made)
        return json_null();
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o}", "place", said->place, "draw", said->draw,
                     "kinds", names(said->kinds, YT_LISTING_KINDS, kind_name), "kinds_text",
                     WORDS(yt_words_listing_kinds(said->kinds, to_words)), "facts",
                     names(said->facts, YT_FACTS, fact_name), "facts_text",
                     WORDS(yt_words_facts(said->facts, to_words)));
}

static json_t *contact(const struct yt_entry *entry)
{
    const struct yt_entry_contact *reach = &entry->contact;

    return json_pack("{s:s, s:s, s:s, s:o, s:s, s:s}", "name", reach->name, "reach",
                     yt_words_reach(reach->reach), "number", reach->number, "parts",
                     WORDS(yt_words_parts(reach->parts, to_words)), "message_ok",
                     yt_words_yes_no(reach->message_ok), "office_name_ok",
                     yt_words_yes_no(reach->office_name_ok));
}

static json_t *describe(const struct yt_entry *entry, const struct yt_site_content *site)
{
    char number[YT_SLIP_NUMBER_MAX];
    char id[2 * YT_ENTRY_ID_SIZE + 1];
    bool other = false;
    json_t *whom = WORDS(other = yt_words_for_whom(site, entry, to_words));
    json_t *all;

    yt_slip_number(entry->id, number);
    sodium_bin2hex(id, sizeof id, entry->id, sizeof entry->id);
    all = json_pack(
        "{s:s, s:s, s:s, s:s, s:i, s:I, s:o, s:b, s:o, s:s, s:s, s:i, s:o, s:b}", "number", number,
        "id", id, "kiosk", entry->kiosk, "language", entry->language, "content_number",
        (int)entry->content_number, "time_minutes", (json_int_t)entry->time_minutes, "time",
        WORDS(yt_words_time(site, entry->time_minutes, to_words)), "time_trusted",
        (int)entry->time_trusted, "kinds", WORDS(yt_words_kinds(entry->kinds, to_words)), "consent",
        yt_words_consent(entry->consent), "urgency", yt_words_urgency(entry->urgency),
        "urgency_level", (int)entry->urgency, "for_whom", whom, "about_other", (int)other);
    if (!all)
        return NULL;
    json_object_set_new(all, "own_words", json_string(entry->own_words));
    json_object_set_new(all, "contact", contact(entry));
    json_object_set_new(all, "appointment", appointment(entry, site));
    json_object_set_new(all, "listings", listings(entry));
    json_object_set_new(all, "programmes", programmes(entry));
    json_object_set_new(all, "wish", wish(entry));
    json_object_set_new(all, "chosen", chosen_items(entry, site));
    json_object_set_new(all, "lit", lit_items(entry, site));
    json_object_set_new(all, "answers", answers(entry, site));
    return all;
}

bool yt_describe_json(const struct yt_entry *entry, const struct yt_site_content *site,
                      struct yt_buf *to, struct yt_err *err)
{
    json_t *all;
    char *text;

    json_set_alloc_funcs(allocate, wipe_and_free);
    all = describe(entry, site);
    text = all ? json_dumps(all, JSON_INDENT(2)) : NULL;
    json_decref(all);
    if (!text)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the JSON of an entry");
    yt_buf_printf(to, "%s\n", text);
    wipe_and_free(text);
    return yt_buf_ok(to, err);
}
