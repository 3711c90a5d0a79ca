/* How what a resident chose is said back: ids of messages and lines for the review. */
#ifndef YT_SCREENS_WORDS_H
#define YT_SCREENS_WORDS_H

#include "base/buf.h"
#include "domain/entry.h"
#include "screens/nav.h"

/* Ids of messages. "review.not.said" where nothing was said. */
const char *yt_words_companion(enum yt_companion companion);
const char *yt_words_reach(enum yt_reach reach);
/* `part` is one of yt_part_of_day. */
const char *yt_words_part(enum yt_part_of_day part);

/* Appends the lines, one below the other, in the visit's language; nothing where nothing was
 * said. */
void yt_words_times(const struct yt_app *app, struct yt_buf *to);
void yt_words_company(const struct yt_app *app, struct yt_buf *to);
void yt_words_items(const struct yt_app *app, struct yt_buf *to);
void yt_words_safe(const struct yt_app *app, struct yt_buf *to);
/* Way and number. */
void yt_words_contact(const struct yt_app *app, struct yt_buf *to);

/* Puts a line break before what comes next, unless the buffer is empty. */
void yt_words_line(struct yt_buf *to);

#endif
