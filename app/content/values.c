#include "content/reader.h"

#include "base/str.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define ID_MAX 24
#define CHOICES_MAX 32 /* words to choose from */
#define WORD_MAX 200

bool yt_read_id(struct yt_reader *reader, const struct yt_yaml *node, const struct yt_field *field,
                void *target)
{
    const size_t max = field->max ? (size_t)field->max : ID_MAX;

    if (!yt_expect_word(reader, node, "a short id such as \"food\""))
        return false;
    if (strspn(node->text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") !=
            strlen(node->text) ||
        strlen(node->text) > max)
        return yt_remedy(yt_fault(reader->report, node, "\"%.60s\" cannot be an id", node->text),
                         "Use at most %zu letters a to z, digits, - and _.", max);
    *(const char **)target = node->text;
    return true;
}

bool yt_read_word(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    const size_t max = field->max ? (size_t)field->max : WORD_MAX;

    if (!yt_expect_word(reader, node, "a short text"))
        return false;
    if (yt_str_length(node->text) > max)
        return yt_remedy(yt_fault(reader->report, node, "the text has %zu characters",
                                  yt_str_length(node->text)),
                         "Use at most %zu.", max);
    *(const char **)target = node->text;
    return true;
}

/* A whole number in [min, max], nothing else behind it. */
static bool parse_integer(const char *text, long long min, long long max, long long *number)
{
    char *end;

    if (!isdigit((unsigned char)text[0]) && text[0] != '-')
        return false;
    *number = strtoll(text, &end, 10);
    return *end == '\0' && strlen(text) < 12 && *number >= min && *number <= max;
}

static bool take_integer(struct yt_reader *reader, const struct yt_yaml *node, long long min,
                         long long max, long long *number)
{
    if (!yt_expect_word(reader, node, "a number"))
        return false;
    if (parse_integer(node->text, min, max, number))
        return true;
    return yt_remedy(yt_fault(reader->report, node, "\"%.60s\" is not a number from %lld to %lld",
                              node->text, min, max),
                     "Write a whole number in digits 0 to 9.");
}

bool yt_read_number(struct yt_reader *reader, const struct yt_yaml *node,
                    const struct yt_field *field, void *target)
{
    long long number = 0;

    if (!take_integer(reader, node, 1, field->max ? field->max : UINT16_MAX, &number))
        return false;
    *(uint16_t *)target = (uint16_t)number;
    return true;
}

bool yt_read_integer(struct yt_reader *reader, const struct yt_yaml *node,
                     const struct yt_field *field, void *target)
{
    long long number = 0;

    if (!take_integer(reader, node, field->min, field->max, &number))
        return false;
    *(int *)target = (int)number;
    return true;
}

bool yt_read_duration(struct yt_reader *reader, const struct yt_yaml *node,
                      const struct yt_field *field, void *target)
{
    static const struct yt_choice units[] = {{"min", 1},
                                             {"minutes", 1},
                                             {"hour", 60},
                                             {"hours", 60},
                                             {"day", 24LL * 60},
                                             {"days", 24LL * 60},
                                             {"week", 7LL * 24 * 60},
                                             {"weeks", 7LL * 24 * 60}};
    char *end;

    if (!yt_expect_word(reader, node, "a time such as \"30 min\", \"2 hours\" or \"3 days\""))
        return false;
    if (isdigit((unsigned char)node->text[0]) && strlen(node->text) < 16) {
        const long long number = strtoll(node->text, &end, 10);

        end += strspn(end, " ");
        for (size_t i = 0; i < YT_COUNT(units); i++)
            if (strcmp(end, units[i].word) == 0 && number < 100000 &&
                number * units[i].value >= field->min && number * units[i].value <= field->max) {
                *(int *)target = (int)(number * units[i].value);
                return true;
            }
    }
    return yt_remedy(yt_fault(reader->report, node,
                              "\"%.60s\" is not a time from %lld to %lld "
                              "minutes",
                              node->text, field->min, field->max),
                     "Write for example \"30 min\", \"2 hours\" or \"3 days\".");
}

bool yt_read_flag(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    (void)field;
    if (!yt_expect_word(reader, node, "yes or no"))
        return false;
    if (strcmp(node->text, "yes") != 0 && strcmp(node->text, "no") != 0)
        return yt_remedy(
            yt_fault(reader->report, node, "\"%.60s\" is neither yes nor no", node->text),
            "Write yes or no.");
    *(bool *)target = node->text[0] == 'y';
    return true;
}

static bool find_choice(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_choice *choices, long long *value)
{
    struct yt_content_fault *fault;
    struct yt_buf words;
    const char *names[CHOICES_MAX];
    const char *meant;
    size_t count = 0;

    if (!yt_expect_word(reader, node, "one word"))
        return false;
    for (; choices[count].word; count++) {
        if (strcmp(choices[count].word, node->text) == 0) {
            *value = choices[count].value;
            return true;
        }
        names[count] = choices[count].word;
    }
    fault = yt_fault(reader->report, node, "\"%.60s\" is not possible here", node->text);
    if ((meant = yt_did_you_mean(node->text, names, count)) != NULL)
        return yt_remedy(fault, "Did you mean \"%s\"?", meant);
    yt_buf_init(&words, 300);
    for (size_t i = 0; i < count; i++)
        yt_buf_printf(&words, "%s%s", i ? ", " : "", names[i]);
    (void)yt_remedy(fault, "Write one of: %s.", yt_buf_string(&words));
    yt_buf_done(&words);
    return false;
}

bool yt_read_choice(struct yt_reader *reader, const struct yt_yaml *node,
                    const struct yt_field *field, void *target)
{
    long long value;

    if (!find_choice(reader, node, field->choices, &value))
        return false;
    *(int *)target = (int)value;
    return true;
}

bool yt_read_named(struct yt_reader *reader, const struct yt_yaml *node,
                   const struct yt_field *field, void *target)
{
    struct yt_choice words[CHOICES_MAX + 1] = {{NULL, 0}};
    const struct yt_field one = {.key = field->key, .choices = words};
    const char *name;

    for (int i = 0; i < CHOICES_MAX && (name = field->name_of(i)) != NULL; i++)
        words[i] = (struct yt_choice){name, i};
    return yt_read_choice(reader, node, &one, target);
}

bool yt_read_choices(struct yt_reader *reader, const struct yt_yaml *node,
                     const struct yt_field *field, void *target)
{
    bool good = true;
    long long value = 0;

    if (!yt_expect(reader, node, YT_YAML_LIST, "a list in brackets: [one, two]"))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        if (find_choice(reader, element, field->choices, &value))
            *(uint32_t *)target |= (uint32_t)value;
        else
            good = false;
    }
    return good;
}

bool yt_read_date(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    (void)field;
    if (!yt_expect_word(reader, node, "a day such as 2026-11-26"))
        return false;
    if (!yt_date_parse(node->text, target))
        return yt_remedy(
            yt_fault(reader->report, node, "\"%.60s\" is not a day of the calendar", node->text),
            "Write year, month and day as in 2026-11-26.");
    return true;
}

bool yt_read_minute(struct yt_reader *reader, const struct yt_yaml *node,
                    const struct yt_field *field, void *target)
{
    char padded[8];

    (void)field;
    if (!yt_expect_word(reader, node, "a time of day such as 9:00"))
        return false;
    /* People write 9:00 as well as 09:00. */
    if (strlen(node->text) == 4) {
        padded[0] = '0';
        memcpy(padded + 1, node->text, 5);
    } else {
        (void)yt_str_copy(padded, sizeof padded, node->text);
    }
    if (!yt_minute_parse(padded, target))
        return yt_remedy(
            yt_fault(reader->report, node, "\"%.60s\" is not a time of day", node->text),
            "Write hours and minutes as in 9:00 or 15:30.");
    return true;
}

bool yt_read_colour(struct yt_reader *reader, const struct yt_yaml *node,
                    const struct yt_field *field, void *target)
{
    (void)field;
    if (!yt_expect_word(reader, node, "a colour such as \"#1F3A5F\" in quotes"))
        return false;
    if (node->text[0] != '#' || strlen(node->text) != 7 ||
        strspn(node->text + 1, "0123456789abcdefABCDEF") != 6)
        return yt_remedy(yt_fault(reader->report, node, "\"%.60s\" is not a colour", node->text),
                         "Write # and six digits in quotes, as in \"#1F3A5F\".");
    *(uint32_t *)target = (uint32_t)strtoul(node->text + 1, NULL, 16);
    return true;
}
