/* Cells that are numbers, dates, times, and words of a table. */
#include "content/import/attributes.h"
#include "content/import/importer.h"
#include "content/listing_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDED_MAX 160

static void *at(struct yt_row *row, size_t offset)
{
    return (char *)yt_row_target(row) + offset;
}

/* Folds into `folded`; what is longer than any value is taken for a wrong one. */
static void fold_value(const char *cell, char folded[static FOLDED_MAX])
{
    if (!yt_sheet_fold(cell, folded, FOLDED_MAX))
        memcpy(folded, "?", 2);
}

/* Takes one number, or two into `offset` and `offset_max` where the attribute has both. */
static bool take_span(struct yt_row *row, const struct yt_attribute *attribute, const char *cell,
                      int decimals, long long scale, const char *remedy)
{
    const long long tens = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000;
    char folded[FOLDED_MAX];
    long long least;
    long long most;

    fold_value(cell, folded);
    if (!(attribute->offset_max ? yt_sheet_span(folded, decimals, &least, &most)
                                : yt_sheet_decimal(folded, decimals, &least)))
        return yt_row_fault(row, remedy, "this is no number");
    if (!attribute->offset_max)
        most = least;
    if (least < attribute->min * tens || most > attribute->max * tens)
        return yt_row_fault(row, remedy, "the number is not between %lld and %lld", attribute->min,
                            attribute->max);
    *(int *)at(row, attribute->offset) = (int)(least * scale / tens);
    if (attribute->offset_max && most != least)
        *(int *)at(row, attribute->offset_max) = (int)(most * scale / tens);
    return true;
}

bool yt_take_integer(struct yt_row *row, const struct yt_attribute *attribute, int language,
                     const char *cell)
{
    (void)language;
    return take_span(row, attribute, cell, 0, 1, "Write a whole number in digits, as in 1180.");
}

/* 「20人（申込順）」, 「申込先着30人」, 「なし」: what is no number says nothing of the room. */
bool yt_take_room(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    char folded[FOLDED_MAX];
    const char *digits;
    long room;

    (void)language;
    fold_value(cell, folded);
    digits = folded + strcspn(folded, "0123456789");
    room = strtol(digits, NULL, 10);
    if (room > 0 && room <= attribute->max)
        *(int *)at(row, attribute->offset) = (int)room;
    return true;
}

bool yt_take_minutes(struct yt_row *row, const struct yt_attribute *attribute, int language,
                     const char *cell)
{
    (void)language;
    return take_span(row, attribute, cell, 2, 60, "Write hours, as in 3 or 1.5.");
}

bool yt_take_metres(struct yt_row *row, const struct yt_attribute *attribute, int language,
                    const char *cell)
{
    (void)language;
    return take_span(row, attribute, cell, 3, 1000, "Write kilometres, as in 0.8.");
}

/* The word of the project's files that a folded cell means; NULL when it means none. */
static const char *meaning_of(const struct yt_attribute *attribute, const char *folded)
{
    for (const struct yt_meaning *meaning = attribute->meanings; meaning && meaning->word;
         meaning++)
        if (strcmp(meaning->word, folded) == 0)
            return meaning->means;
    return NULL;
}

/* Lists what is possible and tells of the wrong word. */
static bool unknown_word(struct yt_row *row, const struct yt_attribute *attribute,
                         const struct yt_choice *words)
{
    char remedy[sizeof((struct yt_import_fault *)0)->remedy];
    size_t used = (size_t)snprintf(remedy, sizeof remedy, "Write one of: ");

    for (; words->word && used < sizeof remedy; words++)
        used += (size_t)snprintf(remedy + used, sizeof remedy - used, "%s, ", words->word);
    if (used < sizeof remedy)
        (void)snprintf(remedy + used - 2, sizeof remedy - used + 2,
                       "; or say under values: %s: of a mapping what this means.", attribute->key);
    return yt_row_fault(row, remedy, "this word is not known here");
}

static bool find_word(const struct yt_attribute *attribute, const char *folded,
                      const struct yt_choice *words, long long *value)
{
    const char *means = meaning_of(attribute, folded);

    return yt_choice_find(words, folded, value) || (means && yt_choice_find(words, means, value));
}

bool yt_take_choice(struct yt_row *row, const struct yt_attribute *attribute, int language,
                    const char *cell)
{
    char folded[FOLDED_MAX];
    long long value;

    (void)language;
    fold_value(cell, folded);
    if (!find_word(attribute, folded, attribute->words, &value))
        return unknown_word(row, attribute, attribute->words);
    *(int *)at(row, attribute->offset) = (int)value;
    return true;
}

/* Several words with signs between. */
bool yt_take_choices(struct yt_row *row, const struct yt_attribute *attribute, int language,
                     const char *cell)
{
    static const char *const marks[] = {",", ";", "/", "|", "+", "、", "・"};
    char folded[FOLDED_MAX];
    char *word = folded;

    (void)language;
    fold_value(cell, folded);
    while (*word != '\0') {
        char *end = word + strlen(word);
        size_t mark = 0;
        long long value;

        for (size_t i = 0; i < YT_COUNT(marks); i++) {
            char *found = strstr(word, marks[i]);

            if (found && found < end)
                end = found, mark = strlen(marks[i]);
        }
        char *const next = end + mark;

        *end = '\0';
        word += strspn(word, " ");
        for (; end > word && end[-1] == ' '; end--)
            end[-1] = '\0';
        if (*word != '\0' && strcmp(word, "-") != 0) {
            if (!find_word(attribute, word, attribute->words, &value))
                return unknown_word(row, attribute, attribute->words);
            *(uint8_t *)at(row, attribute->offset) |= (uint8_t)value;
        }
        word = next;
    }
    return true;
}

bool yt_take_flag(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    char folded[FOLDED_MAX];
    long long value;

    (void)language;
    fold_value(cell, folded);
    if (!find_word(attribute, folded, yt_may_words, &value) || value == YT_MAY_ASK)
        return yt_row_fault(row, "Write yes or no (可 or 不可, ○ or ×).",
                            "this is neither yes nor no");
    *(bool *)at(row, attribute->offset) = value == YT_MAY_YES;
    return true;
}

typedef const char *name_function(int value);

static const char *kind_name(int value)
{
    return yt_listing_kind_name((enum yt_listing_kind)value);
}

static const char *trade_name(int value)
{
    return yt_trade_name((enum yt_trade)value);
}

static const char *place_kind_name(int value)
{
    return yt_open_place_kind_name((enum yt_open_place_kind)value);
}

static bool take_named(struct yt_row *row, const struct yt_attribute *attribute, const char *cell,
                       name_function *name)
{
    struct yt_choice words[24] = {{NULL, 0}};
    char folded[FOLDED_MAX];
    long long value;

    for (int i = 0; name(i) && i + 1 < (int)YT_COUNT(words); i++)
        words[i] = (struct yt_choice){name(i), i};
    fold_value(cell, folded);
    if (!find_word(attribute, folded, words, &value))
        return unknown_word(row, attribute, words);
    *(int *)at(row, attribute->offset) = (int)value;
    return true;
}

/* An office's own sorts of places are many, and not worth a row: they are taken for others. */
bool yt_take_kind(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    char folded[FOLDED_MAX];

    (void)language;
    if (row->importer->options->kind == YT_IMPORT_LISTINGS)
        return take_named(row, attribute, cell, kind_name);
    fold_value(cell, folded);
    if (yt_open_place_kind_find(folded) < 0 && !meaning_of(attribute, folded))
        return true;
    return take_named(row, attribute, cell, place_kind_name);
}

bool yt_take_trade(struct yt_row *row, const struct yt_attribute *attribute, int language,
                   const char *cell)
{
    (void)language;
    return take_named(row, attribute, cell, trade_name);
}

static bool read_date(struct yt_row *row, const char *folded, struct yt_date *date)
{
    switch (yt_sheet_date(folded, row->importer->mapping->dates, date)) {
    case YT_DATE_GOOD:
        return true;
    case YT_DATE_NO_SUCH_DAY:
        return yt_row_fault(row, "Correct it.", "there is no such day in the calendar");
    case YT_DATE_EXCEL_NUMBER:
        return yt_row_fault(row,
                            "Give the column the format \"date\" in Excel and export it again.",
                            "this is how Excel counts days, not a date");
    default:
        return yt_row_fault(row, "Write year, month and day as in 2026-11-20 or 令和8年11月20日.",
                            "this is no date");
    }
}

bool yt_take_date(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    char folded[FOLDED_MAX];

    (void)language;
    fold_value(cell, folded);
    return strcmp(folded, "-") == 0 || read_date(row, folded, at(row, attribute->offset));
}

/* Days with commas between. */
bool yt_take_dates(struct yt_row *row, const struct yt_attribute *attribute, int language,
                   const char *cell)
{
    char folded[FOLDED_MAX * 2];
    char *rest = NULL;

    (void)attribute;
    (void)language;
    if (!yt_sheet_fold(cell, folded, sizeof folded))
        return yt_row_fault(row, "Write fewer, or several rows.", "there are too many days");
    for (char *comma = strstr(folded, "、"); comma; comma = strstr(comma, "、"))
        memcpy(comma, ",  ", 3);
    for (char *day = strtok_r(folded, ",;", &rest); day; day = strtok_r(NULL, ",;", &rest)) {
        day += strspn(day, " ");
        if (*day == '\0')
            continue;
        if (row->date_count == YT_ROW_DATES_MAX)
            return yt_row_fault(row, "Write several rows.", "there are more than %d days",
                                YT_ROW_DATES_MAX);
        if (!read_date(row, day, &row->dates[row->date_count]))
            return false;
        row->date_count++;
    }
    return true;
}

static bool read_time(struct yt_row *row, const char *cell, int *from, int *until)
{
    static const char remedy[] = "Write hours and minutes as in 9:00 or 13:30.";
    char folded[FOLDED_MAX];

    fold_value(cell, folded);
    if (strcmp(folded, "-") == 0)
        return true;
    return (until ? yt_sheet_times(folded, from, until) : yt_sheet_time(folded, from)) ||
           yt_row_fault(row, remedy, "this is no time of day");
}

bool yt_take_time(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    (void)language;
    return read_time(row, cell, at(row, attribute->offset),
                     attribute->offset_max ? at(row, attribute->offset_max) : NULL);
}

/* Opening hours as people write them are a help, not a condition: what cannot be read stays away.
 */
bool yt_take_row_time(struct yt_row *row, const struct yt_attribute *attribute, int language,
                      const char *cell)
{
    int *from = (int *)((char *)row + attribute->offset);
    int *until = attribute->offset_max ? (int *)((char *)row + attribute->offset_max) : NULL;
    char folded[FOLDED_MAX];

    (void)language;
    if (row->importer->options->kind == YT_IMPORT_PROGRAMMES)
        return read_time(row, cell, from, until);
    fold_value(cell, folded);
    if (!(until ? yt_sheet_times(folded, from, until) : yt_sheet_time(folded, from)))
        *from = YT_LISTING_NOT_SAID;
    return true;
}

bool yt_take_weekdays(struct yt_row *row, const struct yt_attribute *attribute, int language,
                      const char *cell)
{
    char folded[FOLDED_MAX];
    unsigned bits;

    (void)language;
    fold_value(cell, folded);
    if (!yt_sheet_weekdays(folded, &bits))
        return yt_row_fault(row, "Write weekdays as in 月水金 or mon,wed,fri.",
                            "these are no weekdays");
    *(uint8_t *)at(row, attribute->offset) = bits == 0x7F ? 0 : (uint8_t)bits;
    return true;
}

bool yt_take_row_weekdays(struct yt_row *row, const struct yt_attribute *attribute, int language,
                          const char *cell)
{
    char folded[FOLDED_MAX];

    (void)attribute;
    (void)language;
    fold_value(cell, folded);
    if (yt_sheet_weekdays(folded, &row->weekdays) ||
        row->importer->options->kind == YT_IMPORT_PLACES)
        return true;
    return yt_row_fault(row, "Write weekdays as in 月水金 or mon,wed,fri.",
                        "these are no weekdays");
}

bool yt_take_degrees(struct yt_row *row, const struct yt_attribute *attribute, int language,
                     const char *cell)
{
    const double most = attribute->min == 0 ? 90 : 180;
    char folded[FOLDED_MAX];
    char *end = NULL;
    double degrees;

    (void)language;
    fold_value(cell, folded);
    if (strcmp(folded, "-") == 0)
        return true;
    degrees = strtod(folded, &end);
    if (end == folded || *end != '\0' || strspn(folded, "0123456789.-") != strlen(folded) ||
        degrees < -most || degrees > most)
        return yt_row_fault(row, "Write degrees with a point, as in 34.866918, or leave it empty.",
                            "this is no %s", attribute->key);
    if (attribute->min == 0) {
        row->latitude = degrees;
        row->has_latitude = true;
    } else {
        row->longitude = degrees;
        row->has_longitude = true;
    }
    return true;
}

/* The published sheets write a sentence here; most say that one has to sign up. */
bool yt_take_sign_up(struct yt_row *row, const struct yt_attribute *attribute, int language,
                     const char *cell)
{
    struct yt_programme *programme = &row->is.programme;
    char folded[FOLDED_MAX];
    long long value = YT_SIGN_UP_BEFORE;

    (void)language;
    fold_value(cell, folded);
    if (strcmp(folded, "-") == 0)
        return true;
    if (!find_word(attribute, folded, attribute->words, &value) &&
        (strstr(cell, "不要") || strstr(cell, "直接会場")))
        value = YT_SIGN_UP_NONE;
    programme->sign_up = value == YT_SIGN_UP_BOOKING ? YT_SIGN_UP_BEFORE : (enum yt_sign_up)value;
    return true;
}
