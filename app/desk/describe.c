#include "desk/describe.h"

#include "base/message.h"
#include "desk/words.h"

#include <stdio.h>

void yt_describe_label(const char *id, struct yt_buf *to)
{
    yt_buf_printf(to, "  %s: ", yt_word(id));
}

static void heading(const char *id, struct yt_buf *to)
{
    yt_buf_printf(to, "\n■ %s\n", yt_word(id));
}

static void describe_head(const struct yt_entry *entry, const struct yt_site_content *site,
                          struct yt_buf *to)
{
    char number[YT_SLIP_NUMBER_MAX];

    yt_slip_number(entry->id, number);
    yt_buf_printf(to, "%s %s\n", yt_word("desk.show.number"), number);
    yt_describe_label("desk.show.urgency", to);
    yt_buf_printf(to, "%s\n", yt_words_urgency(entry->urgency));
    yt_describe_label("desk.show.kinds", to);
    yt_words_kinds(entry->kinds, to);
    yt_buf_text(to, "\n");
    yt_describe_label("desk.show.time", to);
    yt_words_time(site, entry->time_minutes, to);
    yt_buf_text(to, entry->time_trusted ? "\n" : yt_word("desk.show.time_unsure"));
    if (!entry->time_trusted)
        yt_buf_text(to, "\n");
    yt_describe_label("desk.show.kiosk", to);
    yt_words_kiosk(site, entry->kiosk, to);
    yt_buf_text(to, "\n");
    yt_describe_label("desk.show.language", to);
    yt_buf_printf(to, "%s\n", yt_words_language(entry->language));
    yt_describe_label("desk.show.consent", to);
    yt_buf_printf(to, "%s\n", yt_words_consent(entry->consent));
}

/* Who noticed, and that nothing here is the other person's wish. */
static bool describe_whom(const struct yt_entry *entry, const struct yt_site_content *site,
                          struct yt_buf *to)
{
    YT_SCOPED(yt_buf_done) struct yt_buf whom;
    YT_SCOPED(yt_buf_done) struct yt_buf name;
    bool other;

    yt_buf_init_secret(&whom, 4096);
    yt_buf_init_secret(&name, 4096);
    other = yt_words_for_whom(site, entry, &whom);
    yt_describe_label("desk.show.whom", to);
    yt_buf_printf(to, "%s\n", whom.size ? yt_buf_string(&whom) : yt_word("desk.not_said"));
    if (!other)
        return false;
    yt_words_typed(entry->contact.name, &name);
    yt_describe_label("desk.show.noticed_by", to);
    yt_buf_printf(to, "%s\n",
                  name.size ? yt_buf_string(&name) : yt_word("desk.show.noticed_by_nameless"));
    yt_buf_printf(to, "\n! %s\n", yt_word("desk.show.noticed_note"));
    return true;
}

/* Notes that go with an answer, such as "do not raise". */
static void describe_notes(const struct yt_entry *entry, const struct yt_site_content *site,
                           struct yt_buf *to)
{
    uint64_t notes = 0;

    for (size_t i = 0; site && i < entry->answer_count; i++) {
        int question = yt_check_question_numbered(&site->check, entry->answers[i].question);

        for (size_t j = 0; question >= 0 && j < site->check.questions[question].option_count; j++) {
            const struct yt_check_option *option = &site->check.questions[question].options[j];

            if (entry->answers[i].chosen & (UINT32_C(1) << option->number))
                notes |= option->notes;
        }
    }
    if (!notes)
        return;
    heading("desk.show.notes", to);
    for (size_t i = yt_next_bit(notes, 0); i < YT_BITS_MAX; i = yt_next_bit(notes, i + 1))
        yt_buf_printf(to, "  ! %s\n",
                      yt_text_in(&site->check.notes[i].text, &site->site.languages, -1));
}

static void describe_chosen(const struct yt_entry *entry, const struct yt_site_content *site,
                            bool about_other, struct yt_buf *to)
{
    heading(about_other ? "desk.show.chosen_other" : "desk.show.chosen", to);
    if (entry->item_count == 0)
        yt_buf_printf(to, "  %s\n", yt_word("desk.show.nothing"));
    for (size_t i = 0; i < entry->item_count; i++) {
        yt_buf_text(to, "  - ");
        yt_words_item(site, entry->items[i].item, to);
        if (entry->items[i].ways) {
            yt_buf_text(to, "（");
            yt_words_ways(entry->items[i].ways, to);
            yt_buf_text(to, "）");
        }
        yt_buf_text(to, "\n");
    }
}

static void describe_lit(const struct yt_entry *entry, const struct yt_site_content *site,
                         struct yt_buf *to)
{
    heading("desk.show.lit", to);
    if (entry->lit_count == 0)
        yt_buf_printf(to, "  %s\n", yt_word("desk.show.nothing"));
    for (size_t i = 0; i < entry->lit_count; i++) {
        yt_buf_text(to, "  - ");
        yt_words_item(site, entry->lit[i], to);
        yt_buf_text(to, "\n");
    }
}

static void describe_answer(const struct yt_entry_answer *answer,
                            const struct yt_site_content *site, struct yt_buf *to)
{
    const char *between = "";

    yt_buf_text(to, "  ");
    yt_words_question(site, answer->question, to);
    yt_buf_text(to, "\n    → ");
    if (answer->skipped)
        yt_buf_text(to, yt_word("desk.show.skipped"));
    else if (answer->chosen == 0)
        yt_buf_text(to, yt_word("desk.show.unanswered"));
    for (unsigned option = 1; option <= YT_OPTION_NUMBER_MAX; option++) {
        if (!(answer->chosen & (UINT32_C(1) << option)))
            continue;
        yt_buf_text(to, between);
        yt_words_option(site, answer->question, option, to);
        between = " ／ ";
    }
    yt_buf_text(to, "\n");
}

bool yt_describe(const struct yt_entry *entry, const struct yt_site_content *site,
                 struct yt_buf *to, struct yt_err *err)
{
    bool about_other;

    describe_head(entry, site, to);
    about_other = describe_whom(entry, site, to);
    describe_notes(entry, site, to);
    if (entry->appointment.wanted)
        yt_describe_booking(entry, site, to);
    yt_describe_offers(entry, site, to);
    yt_describe_contact(entry, about_other, to);
    if (entry->own_words[0] != '\0') {
        heading("desk.show.own_words", to);
        yt_buf_text(to, "  ");
        yt_words_typed(entry->own_words, to);
        yt_buf_text(to, "\n");
    }
    describe_chosen(entry, site, about_other, to);
    describe_lit(entry, site, to);
    heading("desk.show.answers", to);
    if (entry->answer_count == 0)
        yt_buf_printf(to, "  %s\n", yt_word("desk.show.no_answers"));
    for (size_t i = 0; i < entry->answer_count; i++)
        describe_answer(&entry->answers[i], site, to);
    return yt_buf_ok(to, err);
}
