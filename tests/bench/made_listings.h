/* Listings made up from the twelve of kiosk-config/listings.yaml: other places, employers, towns,
 * hours and pay. The same number and seed give the same listing everywhere. */
#ifndef YT_BENCH_MADE_LISTINGS_H
#define YT_BENCH_MADE_LISTINGS_H

#include "domain/listing_index.h"

#define MADE_TEXT_MAX 400

/* ja, ja-easy, en: in this order. */
extern const struct yt_languages made_languages;

struct made_listing {
    struct yt_listing listing; /* points into the rest */
    char id[YT_LISTING_ID_MAX];
    char employer[MADE_TEXT_MAX];
    char texts[(3 + YT_LISTING_TASKS_MAX) * 3][MADE_TEXT_MAX];
    size_t text_count;
};

/* Not to be moved in memory afterwards. */
void made_listing(unsigned number, unsigned seed, struct made_listing *made);

/* --- The words it is made of ------------------------------------------------------------------ */

/* Something in Japanese, in easy Japanese and in English. */
struct made_words {
    const char *ja, *easy, *en;
};

#define MADE_WORKS 8
#define MADE_TASKS 6
/* One of the twelve, with what can stand in its place. */
struct made_kind {
    enum yt_listing_kind kind;
    enum yt_trade trade;
    struct made_words works[MADE_WORKS];
    struct made_words tasks[MADE_TASKS];
    const char *firms[4]; /* endings of an employer's name */
    struct made_words places[6];
    int minutes, days, from, pay;
    enum yt_posture posture;
    enum yt_talk talk;
};
extern const struct made_kind made_kinds[];
extern const unsigned made_kind_count;
extern const struct made_words made_towns[];
extern const unsigned made_town_count;
extern const struct made_words made_notes[];
extern const unsigned made_note_count;
extern const char *const made_names[];
extern const unsigned made_name_count;

#endif
