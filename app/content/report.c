#include "content/report.h"

#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define WORD_MAX 40

static bool is_told(const struct yt_content_report *report, const char *place)
{
    for (size_t i = 0; i < report->count; i++)
        if (strcmp(report->faults[i].place, place) == 0)
            return true;
    return false;
}

static struct yt_content_fault *begin(struct yt_content_report *report, const char *place)
{
    struct yt_content_fault *fault;

    if (report->count == YT_CONTENT_REPORT_MAX) {
        report->more++;
        return NULL;
    }
    fault = &report->faults[report->count++];
    *fault = (struct yt_content_fault){0};
    (void)yt_str_copy(fault->place, sizeof fault->place, place);
    return fault;
}

static struct yt_content_fault *fault_v(struct yt_content_report *report, const char *file,
                                        uint32_t line, uint32_t column, const char *format,
                                        va_list arguments) YT_PRINTF(5, 0);

static struct yt_content_fault *fault_v(struct yt_content_report *report, const char *file,
                                        uint32_t line, uint32_t column, const char *format,
                                        va_list arguments)
{
    char place[sizeof((struct yt_content_fault *)0)->place];
    struct yt_content_fault *fault;

    snprintf(place, sizeof place, "%s:%u:%u", file, line, column);
    if (is_told(report, place) || !(fault = begin(report, place)))
        return NULL;
    vsnprintf(fault->wrong, sizeof fault->wrong, format, arguments);
    yt_str_trim_partial(fault->wrong);
    return fault;
}

struct yt_content_fault *yt_fault_at(struct yt_content_report *report, const char *file,
                                     uint32_t line, uint32_t column, const char *format, ...)
{
    struct yt_content_fault *fault;
    va_list arguments;

    va_start(arguments, format);
    fault = fault_v(report, file, line, column, format, arguments);
    va_end(arguments);
    return fault;
}

struct yt_content_fault *yt_fault(struct yt_content_report *report, const struct yt_yaml *node,
                                  const char *format, ...)
{
    struct yt_content_fault *fault;
    va_list arguments;

    va_start(arguments, format);
    fault = fault_v(report, node->file, node->line, node->column, format, arguments);
    va_end(arguments);
    return fault;
}

struct yt_content_fault *yt_fault_in(struct yt_content_report *report, const char *file,
                                     const char *format, ...)
{
    struct yt_content_fault *fault = begin(report, file);
    va_list arguments;

    if (!fault)
        return NULL;
    va_start(arguments, format);
    vsnprintf(fault->wrong, sizeof fault->wrong, format, arguments);
    va_end(arguments);
    yt_str_trim_partial(fault->wrong);
    return fault;
}

bool yt_remedy(struct yt_content_fault *fault, const char *format, ...)
{
    va_list arguments;

    if (!fault)
        return false;
    va_start(arguments, format);
    vsnprintf(fault->remedy, sizeof fault->remedy, format, arguments);
    va_end(arguments);
    yt_str_trim_partial(fault->remedy);
    return false;
}

/* Letters to insert, delete or change (Levenshtein); words are short. */
static size_t distance(const char *a, const char *b)
{
    const size_t a_size = strlen(a);
    const size_t b_size = strlen(b);
    size_t row[WORD_MAX + 1];

    if (a_size > WORD_MAX || b_size > WORD_MAX)
        return WORD_MAX;
    for (size_t j = 0; j <= b_size; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_size; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b_size; j++) {
            const size_t changed = diagonal + (a[i - 1] != b[j - 1]);
            const size_t shifted = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;

            diagonal = row[j];
            row[j] = changed < shifted ? changed : shifted;
        }
    }
    return row[b_size];
}

const char *yt_did_you_mean(const char *word, const char *const *names, size_t count)
{
    size_t best = (strlen(word) + 1) / 3;
    const char *meant = NULL;

    for (size_t i = 0; i < count; i++) {
        const size_t here = distance(word, names[i]);

        if (here <= best && (!meant || here < best)) {
            best = here;
            meant = names[i];
        }
    }
    return meant;
}
