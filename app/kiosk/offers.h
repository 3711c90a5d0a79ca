/* Listings, programmes and places as the screens ask for them: the index and the texts that are in
 * memory, and the jobs that bring more. UI thread only. */
#ifndef YT_KIOSK_OFFERS_H
#define YT_KIOSK_OFFERS_H

#include "kiosk/catalogue_jobs.h"

#define YT_OFFERS_TEXTS_MAX 768 /* listings whose texts are kept */
#define YT_OFFERS_BATCHES_MAX 16

struct yt_kiosk;

/* Texts that were read together. */
struct yt_text_batch {
    size_t count;
    uint32_t positions[YT_LISTINGS_WANTED_MAX];
    struct yt_listing *listings; /* in the arena */
    struct yt_arena arena;
};

struct yt_kiosk_offers {
    struct yt_catalogue_side side;
    struct yt_worker *reader;
    struct yt_worker *builder;
    struct yt_listing_index *index; /* NULL until read */
    struct yt_arena arena;          /* holds what `offers` points to */
    struct yt_offers offers;
    uint64_t looked_visit; /* whose first look was followed by one at the file */

    size_t batch_count;
    struct yt_text_batch batches[YT_OFFERS_BATCHES_MAX];
    size_t wanted_count; /* as asked for last */
    uint32_t wanted[YT_LISTINGS_WANTED_MAX];
    bool fetching;
    int rebuilds; /* because the catalogue was damaged */

    uint32_t *hit_positions; /* of the last search; wiped and freed with the visit */
    struct yt_listing_hits hits;
};

/* Starts the workers and has the catalogue brought up to date and read; what is there already is
 * shown meanwhile. */
YT_MUST_CHECK bool yt_offers_init(struct yt_kiosk *kiosk, struct yt_err *err);
void yt_offers_done(struct yt_kiosk *kiosk);

/* Fills the part of `services` that is about listings, programmes and places. */
void yt_offers_services(struct yt_services *services);

/* For how many the programme with that id has room; 0: no limit, or not said. */
int yt_offers_room(const struct yt_kiosk *kiosk, const char *programme);

/* Hands the workers' answers to the screens. */
void yt_offers_deliver(struct yt_kiosk *kiosk);

/* Wipes what a visit looked for. */
void yt_offers_visit_ended(struct yt_kiosk *kiosk);

#endif
