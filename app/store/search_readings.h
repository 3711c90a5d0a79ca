/* Inside of the catalogue: how kanji are read, learnt from the ruby of a site's own texts and
 * words. With 介護《かいご》 written anywhere, かいご finds every 介護 that has no ruby. Nothing is
 * guessed: what nobody wrote a reading for has none. */
#ifndef YT_STORE_SEARCH_READINGS_H
#define YT_STORE_SEARCH_READINGS_H

#include "base/attributes.h"
#include "store/catalogue_pack.h"
#include "store/search_fold.h"

#define YT_READING_BASE_MAX 8  /* characters */
#define YT_READING_KANA_MAX 16 /* characters */
#define YT_READINGS_MAX 16384  /* pairs; further ones are not learnt */

struct yt_reading {
    uint8_t base_count, kana_count;
    uint16_t base[YT_READING_BASE_MAX]; /* folded; kanji beyond the first plane are not learnt */
    uint16_t kana[YT_READING_KANA_MAX];
    uint32_t uses; /* how often it was written */
};

struct yt_readings;

/* NULL when there is no memory. */
struct yt_readings *yt_readings_new(void);
void yt_readings_free(struct yt_readings *readings); /* NULL is harmless */
YT_DEFINE_SCOPED(struct yt_readings, yt_readings_free)

/* Learns every pair of the markup. */
void yt_readings_learn(struct yt_readings *readings, const char *markup);

/* Puts the readings of one base in order, the most used first; for those below. After learning. */
void yt_readings_settle(struct yt_readings *readings);
size_t yt_readings_count(const struct yt_readings *readings);
const struct yt_reading *yt_readings_at(const struct yt_readings *readings, size_t i);

/* All readings of exactly these characters: `*count` of them from the returned one on; NULL for
 * none. */
const struct yt_reading *yt_readings_of(const struct yt_readings *readings, const uint32_t *base,
                                        size_t base_count, size_t *count);

/* Appends `from` to `to` with all kanji replaced that have a reading, the longest base first and by
 * its most used reading. A single kanji is replaced only where it stands alone (家 is いえ, but not
 * in 家計), unless `single`. Returns whether anything was. */
bool yt_readings_apply(const struct yt_readings *readings, const struct yt_fold *from, bool single,
                       struct yt_fold *to);

void yt_readings_pack(const struct yt_readings *readings, struct yt_buf *to);
/* NULL with YT_ERR_CORRUPT, or without memory. */
struct yt_readings *yt_readings_unpack(const void *bytes, size_t size, struct yt_err *err);

#endif
