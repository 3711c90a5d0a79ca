#include "content/reader.h"

#include "content/listing_words.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Digits, at most one point with digits behind it, a minus where `min` allows one. strtod alone
 * would also take "0x1", "inf" and "1e9". */
static bool parse_decimal(const char *text, double min, double max, double *number)
{
    const char *at = text + (text[0] == '-');
    const size_t whole = strspn(at, "0123456789");
    const char *behind = at + whole;

    if (whole == 0 || strlen(text) > 12)
        return false;
    if (*behind == '.') {
        const size_t fraction = strspn(behind + 1, "0123456789");

        if (fraction == 0)
            return false;
        behind += 1 + fraction;
    }
    if (*behind != '\0')
        return false;
    *number = strtod(text, NULL);
    return *number >= min && *number <= max;
}

static bool take_decimal(struct yt_reader *reader, const struct yt_yaml *node,
                         const struct yt_field *field, const char *unit, double *number)
{
    if (!yt_expect_word(reader, node, "a number such as 1.5"))
        return false;
    if (parse_decimal(node->text, (double)field->min, (double)field->max, number))
        return true;
    return yt_remedy(yt_fault(reader->report, node, "\"%.60s\" is not a number from %lld to %lld",
                              node->text, field->min, field->max),
                     "Write %s in digits, as in 1.5.", unit);
}

bool yt_read_hours(struct yt_reader *reader, const struct yt_yaml *node,
                   const struct yt_field *field, void *target)
{
    double hours = 0;

    if (!take_decimal(reader, node, field, "hours", &hours))
        return false;
    *(int *)target = (int)lround(hours * 60);
    return true;
}

bool yt_read_km(struct yt_reader *reader, const struct yt_yaml *node, const struct yt_field *field,
                void *target)
{
    double km = 0;

    if (!take_decimal(reader, node, field, "kilometres", &km))
        return false;
    *(int *)target = (int)lround(km * 1000);
    return true;
}

bool yt_read_degrees(struct yt_reader *reader, const struct yt_yaml *node,
                     const struct yt_field *field, void *target)
{
    return take_decimal(reader, node, field, "degrees", target);
}

bool yt_read_few_choices(struct yt_reader *reader, const struct yt_yaml *node,
                         const struct yt_field *field, void *target)
{
    uint32_t bits = 0;

    if (!yt_read_choices(reader, node, field, &bits))
        return false;
    *(uint8_t *)target = (uint8_t)bits;
    return true;
}

bool yt_read_weekdays(struct yt_reader *reader, const struct yt_yaml *node,
                      const struct yt_field *field, void *target)
{
    const struct yt_field weekdays = {.key = field->key, .choices = yt_weekday_words};

    return yt_read_few_choices(reader, node, &weekdays, target);
}

bool yt_read_link(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    if (!yt_read_word(reader, node, field, target))
        return false;
    for (const char *at = node->text; *at; at++)
        if (!isgraph((unsigned char)*at))
            return yt_remedy(yt_fault(reader->report, node, "\"%.60s\" is no address", node->text),
                             "Write it without blanks, as in https://www.example.jp/.");
    if (strncmp(node->text, "https://", strlen("https://")) == 0)
        return true;
    return yt_remedy(
        yt_fault(reader->report, node, "\"%.60s\" does not begin with https://", node->text),
        "Write the whole address, as in https://www.example.jp/.");
}
