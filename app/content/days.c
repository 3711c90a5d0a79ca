#include "content/reader.h"

#include "content/listing_words.h"

#include <string.h>

static bool refuse_day(struct yt_reader *reader, const struct yt_yaml *node)
{
    return yt_remedy(
        yt_fault(reader->report, node, "\"%.60s\" is neither a weekday nor a day", node->text),
        "Write weekdays as 月 or mon, and single days as 2026-11-26.");
}

bool yt_read_days(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    struct yt_days *days = target;
    struct yt_date *dates;
    bool good = true;

    (void)field;
    if (!yt_expect(reader, node, YT_YAML_LIST, "days in brackets: [月, 火, 2026-11-26]") ||
        !(dates = yt_take(reader, node, node->count, sizeof *dates)))
        return false;
    days->dates = dates;
    days->date_count = 0;
    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        long long bit;

        if (!yt_expect_word(reader, element, "a weekday or a day"))
            good = false;
        else if (yt_choice_find(yt_weekday_words, element->text, &bit))
            days->weekdays |= (uint8_t)bit;
        else if (yt_date_parse(element->text, &dates[days->date_count]))
            days->date_count++;
        else
            good = refuse_day(reader, element);
    }
    return good;
}

bool yt_read_weeks(struct yt_reader *reader, const struct yt_yaml *node,
                   const struct yt_field *field, void *target)
{
    struct yt_days *days = target;

    (void)field;
    if (!yt_expect(reader, node, YT_YAML_LIST, "weeks of the month in brackets: [3] or [2, 4]"))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        if (!yt_expect_word(reader, element, "a number from 1 to 5"))
            return false;
        if (strlen(element->text) != 1 || element->text[0] < '1' || element->text[0] > '5')
            return yt_remedy(
                yt_fault(reader->report, element, "\"%.60s\" is no week of a month", element->text),
                "Write a number from 1 to 5: [3] is the third such weekday.");
        days->weeks |= (uint8_t)(1U << (element->text[0] - '1'));
    }
    return true;
}

bool yt_read_yearly(struct yt_reader *reader, const struct yt_yaml *node,
                    const struct yt_field *field, void *target)
{
    char date[sizeof "2024-02-29"] = "2024-";

    (void)field;
    if (!yt_expect_word(reader, node, "month and day as in 12-29"))
        return false;
    if (strlen(node->text) == 5)
        memcpy(date + 5, node->text, 6);
    /* A leap year, so that 02-29 is a day too. */
    if (strlen(node->text) != 5 || !yt_date_parse(date, target))
        return yt_remedy(
            yt_fault(reader->report, node, "\"%.60s\" is not a day of every year", node->text),
            "Write month and day as in 12-29.");
    return true;
}

bool yt_read_times(struct yt_reader *reader, const struct yt_yaml *node,
                   const struct yt_field *field, void *target)
{
    int *minutes;
    size_t count = 0;

    if (!yt_expect(reader, node, YT_YAML_LIST, "times in brackets: [9:00, 10:30]"))
        return false;
    if ((long long)node->count > field->max || node->count == 0)
        return yt_remedy(yt_fault(reader->report, node, "%zu times stand here", node->count),
                         "Write 1 to %lld.", field->max);
    if (!(minutes = yt_take(reader, node, node->count, sizeof *minutes)))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        if (!yt_read_minute(reader, element, field, &minutes[count]))
            return false;
        if (count && minutes[count] <= minutes[count - 1])
            return yt_remedy(yt_fault(reader->report, element,
                                      "%s does not come after the time before it", element->text),
                             "Write the times in order, each once.");
        count++;
    }
    *(const int **)target = minutes;
    *(size_t *)((char *)target - field->offset + field->count_offset) = count;
    return true;
}

static bool finish_opening(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    const struct yt_opening *opening = target;

    if (opening->from_minute < opening->until_minute)
        return true;
    return yt_remedy(
        yt_fault(reader->report, yt_yaml_get(node, "until"), "it closes before it opens"),
        "Write \"until\" later than \"from\".");
}

static const struct yt_field opening_fields[] = {
    {.key = "days",
     .read = yt_read_days,
     .offset = offsetof(struct yt_opening, days),
     .required = true},
    {.key = "weeks", .read = yt_read_weeks, .offset = offsetof(struct yt_opening, days)},
    {.key = "from",
     .read = yt_read_minute,
     .offset = offsetof(struct yt_opening, from_minute),
     .required = true},
    {.key = "until",
     .read = yt_read_minute,
     .offset = offsetof(struct yt_opening, until_minute),
     .required = true},
};

const struct yt_record yt_opening_record = {
    .what = "an opening time",
    .size = sizeof(struct yt_opening),
    .fields = opening_fields,
    .field_count = YT_COUNT(opening_fields),
    .finish = finish_opening,
};
