#include "desk/words.h"

#include "base/clock.h"
#include "base/message.h"
#include "base/ruby.h"
#include "base/str.h"
#include "domain/menu.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define JAPAN_OFFSET_MINUTES 540

const char *yt_word(const char *id)
{
    return yt_message("ja", id);
}

void yt_word_fill(struct yt_buf *to, const char *id, const char *value)
{
    const struct yt_message_value values[] = {{"n", value}};

    yt_message_fill(to, yt_word(id), values, YT_COUNT(values));
}

static void append_number(struct yt_buf *to, const char *id, unsigned number)
{
    char digits[16];

    snprintf(digits, sizeof digits, "%u", number);
    yt_word_fill(to, id, digits);
}

static void append_text(const struct yt_site_content *site, const struct yt_text *text,
                        struct yt_buf *to)
{
    yt_ruby_strip(yt_text_in(text, &site->site.languages, -1), to);
}

void yt_words_question(const struct yt_site_content *site, uint16_t number, struct yt_buf *to)
{
    int index = site ? yt_check_question_numbered(&site->check, number) : -1;

    if (index >= 0)
        append_text(site, &site->check.questions[index].text, to);
    else
        append_number(to, "desk.unknown.question", number);
}

static const struct yt_check_option *find_option(const struct yt_site_content *site,
                                                 uint16_t question, unsigned option)
{
    int index = site ? yt_check_question_numbered(&site->check, question) : -1;
    int place =
        index >= 0 ? yt_check_option_numbered(&site->check.questions[index], (uint16_t)option) : -1;

    return place >= 0 ? &site->check.questions[index].options[place] : NULL;
}

void yt_words_option(const struct yt_site_content *site, uint16_t question, unsigned option,
                     struct yt_buf *to)
{
    const struct yt_check_option *found = find_option(site, question, option);

    if (found)
        append_text(site, &found->text, to);
    else
        append_number(to, "desk.unknown.option", option);
}

void yt_words_item(const struct yt_site_content *site, uint16_t number, struct yt_buf *to)
{
    int index = site ? yt_menu_numbered(&site->menu, number) : -1;

    if (index >= 0)
        append_text(site, &site->menu.items[index].name, to);
    else
        append_number(to, "desk.unknown.item", number);
}

void yt_words_type(const struct yt_site_content *site, uint16_t number, struct yt_buf *to)
{
    int index = site ? yt_appointment_type_numbered(&site->appointments, number) : -1;

    if (index >= 0)
        append_text(site, &site->appointments.types[index].name, to);
    else
        append_number(to, "desk.unknown.type", number);
}

void yt_words_place(const struct yt_site_content *site, uint16_t number, struct yt_buf *to)
{
    int index = site ? yt_site_place_numbered(&site->site, number) : -1;

    if (number == 0)
        yt_buf_text(to, yt_word("desk.place.open"));
    else if (index >= 0)
        append_text(site, &site->site.places[index].name, to);
    else
        append_number(to, "desk.unknown.place", number);
}

void yt_words_kiosk(const struct yt_site_content *site, const char *kiosk, struct yt_buf *to)
{
    int index = site ? yt_site_kiosk_find(&site->site, kiosk) : -1;

    if (index >= 0) {
        append_text(site, &site->site.kiosks[index].name, to);
        yt_buf_printf(to, "（%s）", kiosk);
    } else {
        yt_word_fill(to, "desk.unknown.kiosk", kiosk);
    }
}

void yt_words_date(struct yt_date date, struct yt_buf *to)
{
    static const char *const weekdays[] = {"日", "月", "火", "水", "木", "金", "土"};

    yt_buf_printf(to, "%d年%d月%d日（%s）", date.year, date.month, date.day,
                  weekdays[yt_date_weekday(date)]);
}

void yt_words_time(const struct yt_site_content *site, int64_t minutes, struct yt_buf *to)
{
    int offset = site ? site->site.utc_offset_minutes : JAPAN_OFFSET_MINUTES;
    struct yt_local_time at = yt_local_time(minutes * YT_MINUTE_MS, offset);

    yt_words_date(at.date, to);
    yt_buf_printf(to, "%d:%02d", at.minute / 60, at.minute % 60);
}

void yt_words_bits(uint32_t bits, const char *const *names, size_t count, struct yt_buf *to)
{
    const char *between = "";

    for (size_t i = 0; i < count; i++) {
        if (!(bits & (UINT32_C(1) << i)))
            continue;
        yt_buf_text(to, between);
        yt_buf_text(to, yt_word(names[i]));
        between = "・";
    }
}

void yt_words_kinds(uint32_t kinds, struct yt_buf *to)
{
    static const char *const names[] = {"desk.kind.check", "desk.kind.ask",      "desk.kind.book",
                                        "desk.kind.join",  "desk.kind.goods",    "desk.kind.job",
                                        "desk.kind.wish",  "desk.kind.callback", "desk.kind.record",
                                        "desk.kind.cancel"};

    yt_words_bits(kinds, names, YT_COUNT(names), to);
}

void yt_words_ways(uint8_t ways, struct yt_buf *to)
{
    static const char *const names[] = {"desk.way.marked", "desk.way.ask", "desk.way.book",
                                        "desk.way.paper", "desk.way.join"};

    yt_words_bits(ways, names, YT_COUNT(names), to);
}

void yt_words_parts(uint8_t parts, struct yt_buf *to)
{
    static const char *const names[] = {"desk.part.morning", "desk.part.daytime",
                                        "desk.part.evening"};

    yt_words_bits(parts, names, YT_COUNT(names), to);
}

const char *yt_words_urgency(enum yt_urgency urgency)
{
    static const char *const names[] = {"desk.urgency.none", "desk.urgency.soon",
                                        "desk.urgency.today", "desk.urgency.now"};

    return yt_word(names[(size_t)urgency < YT_COUNT(names) ? urgency : YT_URGENCY_NONE]);
}

const char *yt_words_consent(enum yt_consent consent)
{
    static const char *const names[] = {"desk.consent.none", "desk.consent.anonymous",
                                        "desk.consent.named"};

    return yt_word(names[(size_t)consent < YT_COUNT(names) ? consent : YT_CONSENT_NONE]);
}

const char *yt_words_companion(enum yt_companion companion)
{
    static const char *const names[] = {
        "desk.not_said",         "desk.companion.alone",     "desk.companion.family",
        "desk.companion.friend", "desk.companion.supporter", "desk.companion.interpreter",
        "desk.companion.sign"};

    return yt_word(names[(size_t)companion < YT_COUNT(names) ? companion : YT_COMPANION_NOT_SAID]);
}

const char *yt_words_reach(enum yt_reach reach)
{
    static const char *const names[] = {"desk.not_said",         "desk.reach.phone",
                                        "desk.reach.message",    "desk.reach.letter",
                                        "desk.reach.come_again", "desk.reach.through"};

    return yt_word(names[(size_t)reach < YT_COUNT(names) ? reach : YT_REACH_NOT_SAID]);
}

const char *yt_words_yes_no(enum yt_yes_no answer)
{
    static const char *const names[] = {"desk.not_said", "desk.yes", "desk.no"};

    return yt_word(names[(size_t)answer < YT_COUNT(names) ? answer : YT_NOT_SAID]);
}

const char *yt_words_language(const char *tag)
{
    char id[YT_LANGUAGE_TAG_MAX + 16];

    snprintf(id, sizeof id, "desk.language.%s", tag);
    return yt_message_has("ja", id) ? yt_word(id) : tag;
}

void yt_words_typed(const char *text, struct yt_buf *to)
{
    while (*text) {
        const char *start = text;
        uint32_t character = yt_str_next(&text);

        if (yt_str_is_plain(character))
            yt_buf_append(to, start, (size_t)(text - start));
        else
            yt_buf_text(to, "�");
    }
}

/* The question that says for whom: the one with answers "for another person". */
static bool asks_for_whom(const struct yt_site_content *site, uint16_t question)
{
    int index = yt_check_question_numbered(&site->check, question);

    if (index < 0)
        return false;
    for (size_t i = 0; i < site->check.questions[index].option_count; i++) {
        if (site->check.questions[index].options[i].about_other)
            return true;
    }
    return false;
}

bool yt_words_for_whom(const struct yt_site_content *site, const struct yt_entry *entry,
                       struct yt_buf *to)
{
    bool other = false;

    for (size_t i = 0; site && i < entry->answer_count; i++) {
        const struct yt_entry_answer *answer = &entry->answers[i];

        if (!asks_for_whom(site, answer->question))
            continue;
        for (unsigned option = 1; option <= YT_OPTION_NUMBER_MAX; option++) {
            const struct yt_check_option *found;

            if (!(answer->chosen & (UINT32_C(1) << option)))
                continue;
            found = find_option(site, answer->question, option);
            other = other || (found && found->about_other);
            yt_words_option(site, answer->question, option, to);
        }
    }
    return other;
}

size_t yt_words_columns(const char *text)
{
    size_t columns = 0;

    while (*text) {
        uint32_t character = yt_str_next(&text);
        int width = character == YT_STR_INVALID ? 1 : wcwidth((wchar_t)character);

        columns += width > 0 ? (size_t)width : 0;
    }
    return columns;
}
