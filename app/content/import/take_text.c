/* Cells that are texts, and what is made of texts. */
#include "base/ruby.h"
#include "base/str.h"
#include "content/import/attributes.h"
#include "content/import/check_text.h"
#include "content/import/importer.h"

#include <stdio.h>
#include <string.h>

static void *at(struct yt_row *row, size_t offset)
{
    return (char *)yt_row_target(row) + offset;
}

/* A text that may be shown; NULL with the fault told. */
static char *tidy_text(struct yt_row *row, const struct yt_attribute *attribute, const char *cell)
{
    char *text = (char *)yt_row_text(row, cell);
    size_t column;

    if (!text)
        return NULL;
    if (!yt_text_tidy(text)) {
        (void)yt_row_fault(row, "Delete it, or type the text again.",
                           "a control character stands in the text");
        return NULL;
    }
    if (yt_str_length(text) > (size_t)attribute->max || strlen(text) > YT_LISTING_TEXT_MAX) {
        (void)yt_row_fault(row, "Shorten it.", "the text has %zu characters, more than %lld",
                           yt_str_length(text), attribute->max);
        return NULL;
    }
    if (!yt_ruby_well_formed(text, &column)) {
        (void)yt_row_fault(row, "Write it as in 漢字《かんじ》.",
                           "the reading at character %zu does not stand behind a kanji, is empty "
                           "or is not closed",
                           column);
        return NULL;
    }
    if (row->importer->options->kind == YT_IMPORT_LISTINGS && yt_text_has_contact(text)) {
        (void)yt_row_fault(row,
                           "Take it out: the kiosk shows no way past the staff to an employer.",
                           "a telephone number or an address of the web stands in the text");
        return NULL;
    }
    return text;
}

bool yt_take_text(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    struct yt_text *target = at(row, attribute->offset);
    const char *text = tidy_text(row, attribute, cell);

    if (!text)
        return false;
    if (language >= 0)
        target->in[language] = text;
    return true;
}

bool yt_take_word(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    const char *text = tidy_text(row, attribute, cell);

    (void)language;
    if (!text)
        return false;
    *(const char **)at(row, attribute->offset) = text;
    return true;
}

/* What parts one task from the next. A comma does not, nor a dot within a line: sentences and names
 * have those. */
static size_t mark_length(const char *text)
{
    static const char *const marks[] = {"；", "／", "｜"};

    if (strchr("\n\r;/|", text[0]))
        return 1;
    for (size_t i = 0; text[0] == marks[0][0] && i < YT_COUNT(marks); i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* The dot before each line of a list is none of its words. */
static char *behind_dot(char *text)
{
    static const char *const dots[] = {" ", "\t", "　", "・", "•", "･"};
    size_t i = 0;

    while (i < YT_COUNT(dots))
        if (strncmp(text, dots[i], strlen(dots[i])) == 0) {
            text += strlen(dots[i]);
            i = 0;
        } else {
            i++;
        }
    return text;
}

/* Writes one more task behind the last, as far as there is room. */
static bool join_task(struct yt_row *row, const struct yt_attribute *attribute, int language,
                      const char *text)
{
    const char **last = &row->is.listing.tasks[YT_LISTING_TASKS_MAX - 1].in[language];
    const char *tag = row->importer->options->languages->tag[language];
    const bool wide = strncmp(tag, "ja", 2) == 0 || strncmp(tag, "zh", 2) == 0;
    char joined[YT_LISTING_TEXT_MAX + 1];
    const int size = snprintf(joined, sizeof joined, "%s%s%s", *last, wide ? "、" : ", ", text);

    if (size < 0 || (size_t)size >= sizeof joined || yt_str_length(joined) > (size_t)attribute->max)
        return true;
    *last = yt_row_text(row, joined);
    return *last != NULL;
}

static bool take_task(struct yt_row *row, const struct yt_attribute *attribute, int language,
                      const char *cell, size_t number)
{
    const char *text = tidy_text(row, attribute, cell);

    if (!text)
        return false;
    if (number >= YT_LISTING_TASKS_MAX)
        row->tasks_joined = true;
    if (language < 0)
        return true;
    if (number >= YT_LISTING_TASKS_MAX)
        return join_task(row, attribute, language, text);
    row->is.listing.tasks[number].in[language] = text;
    return true;
}

/* One task each line, or with / ; | between. */
bool yt_take_tasks(struct yt_row *row, const struct yt_attribute *attribute, int language,
                   const char *cell)
{
    struct yt_listing *listing = &row->is.listing;
    char *copy = (char *)yt_row_text(row, cell);
    size_t count = 0;

    while (copy && *copy != '\0') {
        char *end = copy;
        size_t mark = 0;

        while (*end != '\0' && (mark = mark_length(end)) == 0)
            end++;
        if (*end == '\0')
            mark = 0;
        *end = '\0';
        copy = behind_dot(copy);
        if (*copy != '\0' && !take_task(row, attribute, language, copy, count++))
            return false;
        copy = end + mark;
    }
    if (count > YT_LISTING_TASKS_MAX)
        count = YT_LISTING_TASKS_MAX;
    if (count > listing->task_count)
        listing->task_count = count;
    return copy != NULL;
}

/* "none needed", or what is. */
bool yt_take_needed(struct yt_row *row, const struct yt_attribute *attribute, int language,
                    const char *cell)
{
    static const char *const none[] = {"none", "no",   "なし",     "無し", "無",
                                       "不要", "不問", "いらない", "-",    "特になし"};
    char folded[64];
    enum yt_may *needed = at(row, attribute->offset_max);

    if (yt_sheet_fold(cell, folded, sizeof folded))
        for (size_t i = 0; i < YT_COUNT(none); i++)
            if (strcmp(folded, none[i]) == 0) {
                *needed = YT_MAY_NO;
                return true;
            }
    *needed = YT_MAY_YES;
    return yt_take_text(row, attribute, language, cell);
}

bool yt_take_phone(struct yt_row *row, const struct yt_attribute *attribute, int language,
                   const char *cell)
{
    char folded[64];

    (void)language;
    if (!yt_sheet_fold(cell, folded, sizeof folded) || strpbrk(folded, "<>{}") != NULL)
        return yt_row_fault(row, "Write one number, as in 054-626-1111.",
                            "this is no telephone number");
    if (strcspn(folded, "0123456789") == strlen(folded))
        return true; /* "-", "なし" */
    *(const char **)at(row, attribute->offset) = yt_row_text(row, folded);
    return *(const char **)at(row, attribute->offset) != NULL;
}

bool yt_take_id(struct yt_row *row, const struct yt_attribute *attribute, int language,
                const char *cell)
{
    (void)attribute;
    (void)language;
    yt_row_id(row, row->importer->mapping->id_prefix, cell);
    return true;
}

bool yt_take_address(struct yt_row *row, const struct yt_attribute *attribute, int language,
                     const char *cell)
{
    (void)language;
    return (row->address[attribute->min] = tidy_text(row, attribute, cell)) != NULL;
}

bool yt_take_more(struct yt_row *row, const struct yt_attribute *attribute, int language,
                  const char *cell)
{
    const char *text = tidy_text(row, attribute, cell);

    (void)language;
    if (!text)
        return false;
    *(const char **)((char *)row + attribute->offset) = text;
    return true;
}

static bool has_one(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strstr(text, words[i]))
            return true;
    return false;
}

/* 「中止」「開催中止」「延期」「中止（荒天のため）」, EventCancelled. 「雨天中止」 says what
 * happens when it rains, and takes nothing away; neither does a word that is not known. */
bool yt_take_state(struct yt_row *row, const struct yt_attribute *attribute, int language,
                   const char *cell)
{
    static const char *const off[] = {"中止", "取りやめ", "取り止め", "cancel"};
    static const char *const later[] = {"延期", "postpone"};
    static const char *const maybe[] = {"雨天", "荒天", "小雨", "場合",
                                        "あり", "有り", "なし", "未定"};
    char state[160];

    (void)attribute;
    (void)language;
    if (!yt_sheet_fold(cell, state, sizeof state))
        return true;
    if (!has_one(state, off, YT_COUNT(off)) && !has_one(state, later, YT_COUNT(later)))
        return true;
    /* What stands in brackets is the reason. */
    state[strcspn(state, "(")] = '\0';
    if (has_one(state, maybe, YT_COUNT(maybe)))
        return true;
    row->cancelled = true;
    if (has_one(state, later, YT_COUNT(later)))
        row->postponed = yt_row_text(row, cell);
    return true;
}
