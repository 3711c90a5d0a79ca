/* What an entry's numbers are called, in Japanese: from the site's content where it knows them, as
 * "質問 12" where it does not (an entry outlives the content it was made with). All of these append
 * to `to`, which holds what a resident chose: make it secret. */
#ifndef YT_DESK_WORDS_H
#define YT_DESK_WORDS_H

#include "base/buf.h"
#include "domain/entry.h"
#include "domain/site_content.h"

#include <stdint.h>

/* A text of the catalogue, Japanese. */
const char *yt_word(const char *id);
/* The same with its place {n} filled in. */
void yt_word_fill(struct yt_buf *to, const char *id, const char *value);

/* `site` may be NULL in all of these. */
void yt_words_question(const struct yt_site_content *site, uint16_t number, struct yt_buf *to);
void yt_words_option(const struct yt_site_content *site, uint16_t question, unsigned option,
                     struct yt_buf *to);
void yt_words_item(const struct yt_site_content *site, uint16_t number, struct yt_buf *to);
void yt_words_type(const struct yt_site_content *site, uint16_t number, struct yt_buf *to);
void yt_words_place(const struct yt_site_content *site, uint16_t number, struct yt_buf *to);
void yt_words_kiosk(const struct yt_site_content *site, const char *kiosk, struct yt_buf *to);

/* "2026年11月26日（木）", and with 9:00 at the place. */
void yt_words_date(struct yt_date date, struct yt_buf *to);
void yt_words_time(const struct yt_site_content *site, int64_t minutes, struct yt_buf *to);

/* Names of the bits that are set, joined by "・": names[n] belongs to bit n. */
void yt_words_bits(uint32_t bits, const char *const *names, size_t count, struct yt_buf *to);
void yt_words_kinds(uint32_t kinds, struct yt_buf *to);
void yt_words_ways(uint8_t ways, struct yt_buf *to);
void yt_words_parts(uint8_t parts, struct yt_buf *to);

/* What was asked about a listing, in words_offers.c. Bits that only a later version knows are told
 * as such, never left out. */
void yt_words_listing_ways(uint8_t ways, struct yt_buf *to);
void yt_words_conditions(uint16_t conditions, struct yt_buf *to);
/* What would matter, and of which kinds, as the resident read it. */
void yt_words_facts(uint64_t facts, struct yt_buf *to);
void yt_words_listing_kinds(uint32_t kinds, struct yt_buf *to);
/* 「2026年11月23日（月）10:00」, 「日は相談」. */
void yt_words_programme_day(const struct yt_entry_programme *programme, struct yt_buf *to);
const char *yt_words_join(const struct yt_entry_programme *programme);

const char *yt_words_urgency(enum yt_urgency urgency);
const char *yt_words_consent(enum yt_consent consent);
const char *yt_words_companion(enum yt_companion companion);
const char *yt_words_reach(enum yt_reach reach);
const char *yt_words_yes_no(enum yt_yes_no answer);
/* 日本語 for "ja"; the tag itself for an unknown one. */
const char *yt_words_language(const char *tag);

/* What a resident typed, made harmless for a terminal: control characters, and those that turn the
 * direction of writing, become "�". */
void yt_words_typed(const char *text, struct yt_buf *to);

/* Is the entry about somebody else? Appends which answer said so ("家族のこと"), or, when the
 * question was answered for oneself, that answer. Appends nothing when it was not answered. */
bool yt_words_for_whom(const struct yt_site_content *site, const struct yt_entry *entry,
                       struct yt_buf *to);

/* How wide the text stands on a terminal, in columns. */
size_t yt_words_columns(const char *text);

#endif
