/* The pieces that a listing's lines are put together from: messages and numbers in the words asked
 * for. For listing_*.c only. */
#ifndef YT_SCREENS_LISTING_SAY_H
#define YT_SCREENS_LISTING_SAY_H

#include "screens/listing_lines.h"

enum { YT_LISTING_NUMBER_MAX = 64, YT_LISTING_PIECE_MAX = 512 }; /* bytes with the NUL */

/* A message; the tag of its language; a text of the content. */
const char *yt_listing_word(const struct yt_listing_words *words, const char *id);
const char *yt_listing_tag(const struct yt_listing_words *words);
const char *yt_listing_text(const struct yt_listing_words *words, const struct yt_text *text);

/* Each appends. */
void yt_listing_add(const struct yt_listing_words *words, struct yt_buf *to, const char *id);
void yt_listing_fill(const struct yt_listing_words *words, struct yt_buf *to, const char *id,
                     const char *name, const char *value);
/* "2〜4" into {n}; one of them alone where both are the same; `until` NULL: no end is known. */
void yt_listing_fill_span(const struct yt_listing_words *words, struct yt_buf *to, const char *id,
                          const char *from, const char *until);
void yt_listing_span(const struct yt_listing_words *words, const char *from, const char *until,
                     struct yt_buf *to);

/* Each writes into `buffer` and returns it: digits of the language, "1,180", tenths as "1.5". */
const char *yt_listing_digits(const struct yt_listing_words *words, const char *plain,
                              char buffer[YT_LISTING_NUMBER_MAX]);
const char *yt_listing_number(const struct yt_listing_words *words, int value,
                              char buffer[YT_LISTING_NUMBER_MAX]);
const char *yt_listing_tenths(const struct yt_listing_words *words, int value,
                              char buffer[YT_LISTING_NUMBER_MAX]);

#endif
