#include "base/ruby.h"

#include "base/str.h"

#include <string.h>

static const char open_mark[] = "《";
static const char close_mark[] = "》";
#define MARK_SIZE (sizeof open_mark - 1)

/* Where the run of kanji that ends at `end` begins; `end` itself when there is none. */
static const char *kanji_before(const char *start, const char *end)
{
    const char *kanji = NULL;
    const char *at = start;

    while (at < end) {
        const char *here = at;

        if (!yt_str_is_kanji(yt_str_next(&at)))
            kanji = NULL;
        else if (!kanji)
            kanji = here;
    }
    return kanji ? kanji : end;
}

/* Where the mark at `open` is closed; NULL when it is not, or another one is opened before. */
static const char *close_of(const char *open)
{
    const char *close = strstr(open + MARK_SIZE, close_mark);
    const char *next = strstr(open + MARK_SIZE, open_mark);

    return close && (!next || close < next) ? close : NULL;
}

bool yt_ruby_next(const char **markup, struct yt_ruby_run *run)
{
    const char *start = *markup;
    const char *from = start;
    const char *open;

    if (*start == '\0')
        return false;
    while ((open = strstr(from, open_mark)) != NULL) {
        const char *close = close_of(open);
        const char *base = kanji_before(start, open);

        if (!close || base == open || close == open + MARK_SIZE) {
            from = open + MARK_SIZE;
            continue;
        }
        if (base > start) {
            *run = (struct yt_ruby_run){.base = start, .base_size = (size_t)(base - start)};
            *markup = base;
            return true;
        }
        *run = (struct yt_ruby_run){.base = base,
                                    .base_size = (size_t)(open - base),
                                    .reading = open + MARK_SIZE,
                                    .reading_size = (size_t)(close - open) - MARK_SIZE};
        *markup = close + MARK_SIZE;
        return true;
    }
    *run = (struct yt_ruby_run){.base = start, .base_size = strlen(start)};
    *markup = start + run->base_size;
    return true;
}

bool yt_ruby_strip(const char *markup, struct yt_buf *to)
{
    struct yt_ruby_run run;

    while (yt_ruby_next(&markup, &run))
        yt_buf_append(to, run.base, run.base_size);
    return !to->failed;
}

bool yt_ruby_reading(const char *markup, struct yt_buf *to)
{
    struct yt_ruby_run run;

    while (yt_ruby_next(&markup, &run)) {
        if (run.reading_size)
            yt_buf_append(to, run.reading, run.reading_size);
        else
            yt_buf_append(to, run.base, run.base_size);
    }
    return !to->failed;
}

bool yt_ruby_well_formed(const char *markup, size_t *column)
{
    const char *start = markup;
    const char *at = markup;
    const char *mark;

    while ((mark = strstr(at, open_mark)) != NULL) {
        const char *close = close_of(mark);

        if (!close || close == mark + MARK_SIZE || kanji_before(start, mark) == mark) {
            *column = 1;
            for (const char *p = markup; p < mark;) {
                yt_str_next(&p);
                (*column)++;
            }
            return false;
        }
        at = start = close + MARK_SIZE;
    }
    return true;
}
