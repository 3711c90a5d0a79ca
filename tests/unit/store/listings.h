/* Listings for tests: made up from numbers, so that the same number is the same listing. */
#ifndef YT_TESTS_STORE_LISTINGS_H
#define YT_TESTS_STORE_LISTINGS_H

#include "base/arena.h"
#include "domain/listing.h"
#include "domain/programme.h"
#include "domain/text.h"

/* ja, ja-easy, en, vi: in this order, or turned round. */
extern const struct yt_languages four_languages;
extern const struct yt_languages turned_languages;

/* A listing in which every attribute has some value of its range, texts in some languages. */
void any_listing(unsigned number, struct yt_arena *arena, struct yt_listing *listing);
/* A job of which only id and title are said, and that is shown. */
void plain_listing(const char *id, const char *title, struct yt_listing *listing);
void any_programme(unsigned number, struct yt_arena *arena, struct yt_programme *programme);
void any_place(unsigned number, struct yt_arena *arena, struct yt_open_place *place);

/* Do both say the same? `map` says where the first one's languages are in the second one's. */
bool same_text(const struct yt_text *a, const struct yt_text *b, const int map[YT_LANGUAGES_MAX]);
bool same_listing(const struct yt_listing *a, const struct yt_listing *b,
                  const int map[YT_LANGUAGES_MAX]);

#endif
