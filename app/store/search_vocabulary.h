/* Inside of the catalogue: the words that stand in listings, for guessing what somebody meant who
 * slipped while typing. */
#ifndef YT_STORE_SEARCH_VOCABULARY_H
#define YT_STORE_SEARCH_VOCABULARY_H

#include "base/attributes.h"
#include "store/catalogue_pack.h"
#include "store/search_tokens.h"

#define YT_VOCABULARY_MAX 65536
#define YT_VOCABULARY_POINTS_MAX 12 /* longer words are guessed by their beginning at best */

struct yt_vocabulary;

/* NULL when there is no memory. */
struct yt_vocabulary *yt_vocabulary_new(void);
void yt_vocabulary_free(struct yt_vocabulary *vocabulary); /* NULL is harmless */
YT_DEFINE_SCOPED(struct yt_vocabulary, yt_vocabulary_free)

/* Adds a word of two characters or more; once there are YT_VOCABULARY_MAX, only known ones are
 * counted. */
yt_token_take yt_vocabulary_add; /* context: the vocabulary */

/* How far the typed word is from another, in halves of a slip; more than `max` is not told
 * further. A slip is a character too few, too many, another one, or two exchanged; half of one is
 * what the ear forgives: a sound mark, a small kana, a long vowel. */
int yt_slips(const uint32_t *typed, size_t typed_count, const uint32_t *word, size_t word_count,
             int max);

struct yt_near_word {
    uint8_t slips; /* in halves */
    uint8_t count;
    uint16_t points[YT_VOCABULARY_POINTS_MAX];
    uint32_t uses;
};
/* Up to `capacity` words that come near, the nearest first, then the most used. None where the
 * typed word is too short to guess. Returns how many. */
size_t yt_vocabulary_near(const struct yt_vocabulary *vocabulary, const uint32_t *typed,
                          size_t count, struct yt_near_word *near, size_t capacity);

void yt_vocabulary_pack(const struct yt_vocabulary *vocabulary, struct yt_buf *to);
/* NULL with YT_ERR_CORRUPT, or without memory. */
struct yt_vocabulary *yt_vocabulary_unpack(const void *bytes, size_t size, struct yt_err *err);

#endif
