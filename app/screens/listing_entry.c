#include "base/attributes.h"
#include "base/ruby.h"
#include "base/str.h"
#include "screens/listing_say.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

/* Whole lines only: half a line with ruby would not be readable. */
static void put_line(char paper[YT_ENTRY_PAPER_MAX], struct yt_buf *piece)
{
    const size_t used = strlen(paper);
    const size_t size = strlen(yt_buf_string(piece));

    if (size && used + size + 2 <= YT_ENTRY_PAPER_MAX)
        snprintf(paper + used, YT_ENTRY_PAPER_MAX - used, "%s%s", used ? "\n" : "",
                 yt_buf_string(piece));
    yt_buf_clear(piece);
}

/* The first line is the name; `title` where that one is too long. */
static void fill_paper(const struct yt_listing_words *words, const struct yt_listing *listing,
                       const char *title, char paper[YT_ENTRY_PAPER_MAX])
{
    static void (*const pieces[])(const struct yt_listing_words *, const struct yt_listing *,
                                  struct yt_buf *) = {yt_listing_say_hours, yt_listing_say_days,
                                                      yt_listing_say_pay, yt_listing_say_way};
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&piece, YT_LISTING_TEXT_MAX);
    yt_buf_text(&piece, yt_listing_text(words, &listing->title));
    put_line(paper, &piece);
    if (!paper[0])
        (void)yt_str_copy(paper, YT_ENTRY_PAPER_MAX, title);
    for (size_t i = 0; i < YT_COUNT(pieces); i++) {
        pieces[i](words, listing, &piece);
        put_line(paper, &piece);
    }
}

void yt_listing_entry(const struct yt_app *app, const struct yt_listing *listing,
                      struct yt_entry_listing *entry)
{
    const struct yt_listing_words own = {.app = app};
    const struct yt_listing_words japanese = {.app = app, .japanese = true};
    size_t characters = 0;
    const char *end;
    YT_SCOPED(yt_buf_done) struct yt_buf plain = {0};

    sodium_memzero(entry, sizeof *entry);
    yt_buf_init(&plain, YT_LISTING_TEXT_MAX);
    yt_ruby_strip(yt_listing_text(&japanese, &listing->title), &plain);
    (void)yt_str_copy(entry->id, sizeof entry->id, listing->id);
    /* At most so many characters, not bytes. */
    for (end = yt_buf_string(&plain); *end && characters < YT_ENTRY_TITLE_MAX; characters++)
        (void)yt_str_next(&end);
    snprintf(entry->title, sizeof entry->title, "%.*s", (int)(end - yt_buf_string(&plain)),
             yt_buf_string(&plain));
    fill_paper(&own, listing, entry->title, entry->paper);
    fill_paper(&japanese, listing, entry->title, entry->paper_ja);
}
