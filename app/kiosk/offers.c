#include "kiosk/offers.h"

#include "base/log.h"
#include "base/str.h"
#include "handoff/symbol.h"
#include "kiosk/kiosk.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define READ_JOBS_MAX 16
#define BUILD_JOBS_MAX 1
#define REBUILDS_MAX 3 /* of a damaged catalogue; a disk that damages each one is not asked on */

static void tell(struct yt_kiosk *kiosk, enum yt_result_kind kind)
{
    yt_app_result(kiosk->app, &(struct yt_result){.kind = kind, .visit = kiosk->app->visit.number});
}

/* --- Texts in memory -------------------------------------------------------------------------- */

static void drop_batch(struct yt_kiosk_offers *offers, size_t index)
{
    yt_arena_done(&offers->batches[index].arena);
    offers->batch_count--;
    memmove(&offers->batches[index], &offers->batches[index + 1],
            (offers->batch_count - index) * sizeof offers->batches[0]);
}

static void drop_batches(struct yt_kiosk_offers *offers)
{
    while (offers->batch_count > 0)
        drop_batch(offers, offers->batch_count - 1);
}

static const struct yt_listing *in_batch(const struct yt_text_batch *batch, uint32_t position)
{
    for (size_t i = 0; i < batch->count; i++)
        if (batch->positions[i] == position)
            return &batch->listings[i];
    return NULL;
}

static const struct yt_listing *in_memory(const struct yt_kiosk_offers *offers, uint32_t position)
{
    for (size_t i = offers->batch_count; i-- > 0;) {
        const struct yt_listing *listing = in_batch(&offers->batches[i], position);

        if (listing)
            return listing;
    }
    return NULL;
}

static bool batch_is_wanted(const struct yt_kiosk_offers *offers, const struct yt_text_batch *batch)
{
    for (size_t i = 0; i < offers->wanted_count; i++)
        if (in_batch(batch, offers->wanted[i]))
            return true;
    return false;
}

static size_t texts_kept(const struct yt_kiosk_offers *offers)
{
    size_t count = 0;

    for (size_t i = 0; i < offers->batch_count; i++)
        count += offers->batches[i].count;
    return count;
}

/* The oldest that nobody wants now goes first; where all are wanted, the oldest. */
static void make_room(struct yt_kiosk_offers *offers, size_t coming)
{
    while (offers->batch_count == YT_OFFERS_BATCHES_MAX ||
           (offers->batch_count > 0 && texts_kept(offers) + coming > YT_OFFERS_TEXTS_MAX)) {
        size_t oldest = 0;

        while (oldest + 1 < offers->batch_count &&
               batch_is_wanted(offers, &offers->batches[oldest]))
            oldest++;
        drop_batch(offers, batch_is_wanted(offers, &offers->batches[oldest]) ? 0 : oldest);
    }
}

static void fetch_missing(struct yt_kiosk *kiosk);
static void build_catalogue(struct yt_kiosk *kiosk, bool anew);

/* Cards that wait for ever would say nothing to anybody. */
static void mend(struct yt_kiosk *kiosk)
{
    if (kiosk->offers.rebuilds >= REBUILDS_MAX || yt_worker_pending(kiosk->offers.builder) > 0)
        return;
    kiosk->offers.rebuilds++;
    build_catalogue(kiosk, true);
}

static void texts_finish(struct yt_job *job, void *owner)
{
    struct yt_kiosk *kiosk = owner;
    struct yt_kiosk_offers *offers = &kiosk->offers;
    struct yt_texts_job *texts = (struct yt_texts_job *)job;
    struct yt_text_batch *batch;

    offers->fetching = false;
    if (texts->damaged)
        mend(kiosk);
    if (!texts->listings || !offers->index || texts->index_number != offers->index->number)
        return; /* the screen asks again when the index has changed */
    make_room(offers, texts->count);
    batch = &offers->batches[offers->batch_count++];
    batch->count = texts->count;
    memcpy(batch->positions, texts->positions, sizeof batch->positions);
    batch->listings = texts->listings;
    batch->arena = texts->arena;
    texts->arena = (struct yt_arena){0};
    fetch_missing(kiosk);
    tell(kiosk, YT_RESULT_LISTINGS_READ);
}

/* One fetch at a time: while it is under way a finger may have gone on, and then what is wanted is
 * no longer what was. */
static void fetch_missing(struct yt_kiosk *kiosk)
{
    struct yt_kiosk_offers *offers = &kiosk->offers;
    struct yt_texts_job *job;

    if (offers->fetching || !offers->index || !(job = calloc(1, sizeof *job)))
        return;
    job->job = (struct yt_job){
        .run = yt_texts_job_run, .finish = texts_finish, .release = yt_texts_job_release};
    job->index_number = offers->index->number;
    for (size_t i = 0; i < offers->wanted_count; i++)
        if (offers->wanted[i] < offers->index->count && !in_memory(offers, offers->wanted[i]))
            job->positions[job->count++] = offers->wanted[i];
    offers->fetching = job->count > 0 && yt_worker_submit(offers->reader, &job->job);
    if (!offers->fetching)
        free(job);
}

static void want_listings(void *context, uint64_t visit, const uint32_t *positions, size_t count)
{
    struct yt_kiosk *kiosk = context;
    struct yt_kiosk_offers *offers = &kiosk->offers;

    (void)visit;
    offers->wanted_count = count < YT_LISTINGS_WANTED_MAX ? count : YT_LISTINGS_WANTED_MAX;
    if (offers->wanted_count)
        memcpy(offers->wanted, positions, offers->wanted_count * sizeof *positions);
    fetch_missing(kiosk);
}

static const struct yt_listing *listing(void *context, uint32_t position)
{
    return in_memory(&((struct yt_kiosk *)context)->offers, position);
}

/* --- The index -------------------------------------------------------------------------------- */

static void forget_hits(struct yt_kiosk_offers *offers)
{
    if (offers->hit_positions)
        sodium_memzero(offers->hit_positions, offers->hits.count * sizeof *offers->hit_positions);
    free(offers->hit_positions);
    offers->hit_positions = NULL;
    offers->hits = (struct yt_listing_hits){0};
}

/* The reader's thread does not touch the old index any more: it has made the new one. */
static void catalogue_finish(struct yt_job *job, void *owner)
{
    struct yt_kiosk *kiosk = owner;
    struct yt_kiosk_offers *offers = &kiosk->offers;
    struct yt_catalogue_job *read = (struct yt_catalogue_job *)job;

    if (read->damaged)
        mend(kiosk);
    if (!read->changed)
        return;
    drop_batches(offers);
    forget_hits(offers);
    yt_listing_index_free(offers->index);
    yt_arena_done(&offers->arena);
    offers->index = read->index;
    offers->arena = read->arena;
    offers->offers = read->offers;
    read->index = NULL;
    read->arena = (struct yt_arena){0};
    tell(kiosk, YT_RESULT_LISTINGS_CHANGED);
}

static void read_catalogue(struct yt_kiosk_offers *offers, const char *folder, bool passing)
{
    struct yt_catalogue_job *job = calloc(1, sizeof *job);

    if (!job)
        return; /* the next visit tries again */
    job->job = (struct yt_job){.run = yt_catalogue_job_run,
                               .finish = catalogue_finish,
                               .release = yt_catalogue_job_release};
    (void)yt_str_copy(job->folder, sizeof job->folder, folder);
    job->passing = passing;
    if (!yt_worker_submit(offers->reader, &job->job))
        yt_catalogue_job_release(&job->job);
}

static void build_finish(struct yt_job *job, void *owner)
{
    struct yt_build_job *build = (struct yt_build_job *)job;

    if (build->built)
        read_catalogue(&((struct yt_kiosk *)owner)->offers, build->folder, build->passing);
}

static void release_plain(struct yt_job *job)
{
    free(job);
}

static void build_catalogue(struct yt_kiosk *kiosk, bool anew)
{
    struct yt_build_job *job = calloc(1, sizeof *job);

    if (!job)
        return;
    job->job =
        (struct yt_job){.run = yt_build_job_run, .finish = build_finish, .release = release_plain};
    job->site_folder = kiosk->options->site_folder;
    job->content = kiosk->site;
    job->anew = anew;
    (void)yt_str_copy(job->folder, sizeof job->folder, kiosk->options->data_folder);
    if (!yt_worker_submit(kiosk->offers.builder, &job->job))
        free(job);
}

static const struct yt_listing_index *listings(void *context)
{
    struct yt_kiosk *kiosk = context;
    struct yt_kiosk_offers *offers = &kiosk->offers;

    /* An import on this box puts another file in place: each visit's first look goes there. */
    if (offers->index && offers->looked_visit != kiosk->app->visit.number) {
        offers->looked_visit = kiosk->app->visit.number;
        read_catalogue(offers, "", false);
    }
    return offers->index;
}

static const struct yt_offers *offers_of(const struct yt_kiosk *kiosk)
{
    return kiosk->offers.index ? &kiosk->offers.offers : &kiosk->site->offers;
}

static const struct yt_offers *all_offers(void *context)
{
    return offers_of(context);
}

int yt_offers_room(const struct yt_kiosk *kiosk, const char *programme)
{
    const struct yt_offers *offers = offers_of(kiosk);

    for (size_t i = 0; i < offers->programme_count; i++)
        if (strcmp(offers->programmes[i].id, programme) == 0)
            return offers->programmes[i].room > 0 ? offers->programmes[i].room : 0;
    return 0;
}

/* --- Search ----------------------------------------------------------------------------------- */

static void search_finish(struct yt_job *job, void *owner)
{
    struct yt_kiosk *kiosk = owner;
    struct yt_kiosk_offers *offers = &kiosk->offers;
    struct yt_search_job *search = (struct yt_search_job *)job;

    if (search->err.code == YT_ERR_CORRUPT)
        mend(kiosk);
    if (job->visit != kiosk->app->visit.number || !offers->index ||
        search->index_number != offers->index->number)
        return;
    forget_hits(offers);
    offers->hit_positions = search->positions;
    offers->hits =
        (struct yt_listing_hits){.count = search->count, .positions = offers->hit_positions};
    search->positions = NULL;
    yt_app_result(kiosk->app, &(struct yt_result){.kind = YT_RESULT_FOUND,
                                                  .visit = job->visit,
                                                  .err = &search->err,
                                                  .hits = &offers->hits});
}

static void search(void *context, uint64_t visit, const char *words)
{
    struct yt_kiosk *kiosk = context;
    struct yt_search_job *job = calloc(1, sizeof *job);

    if (!job)
        return;
    job->job = (struct yt_job){.visit = visit,
                               .run = yt_search_job_run,
                               .finish = search_finish,
                               .release = yt_search_job_release};
    (void)yt_str_copy(job->words, sizeof job->words, words);
    if (!yt_worker_submit(kiosk->offers.reader, &job->job))
        yt_search_job_release(&job->job);
}

/* --- Codes ------------------------------------------------------------------------------------ */

static bool make_code(void *context, const char *text, struct yt_code_symbol *code)
{
    struct yt_symbol symbol;
    struct yt_err err = {0};

    (void)context;
    memset(code, 0, sizeof *code);
    if (!yt_symbol_from_text(text, YT_SYMBOL_VERSION_MAX, &symbol, &err))
        return false;
    code->width = (uint8_t)symbol.side;
    for (int bit = 0; bit < symbol.side * symbol.side; bit++)
        if (symbol.dark[bit])
            code->modules[bit / 8] |= (uint8_t)(1U << bit % 8);
    return true;
}

/* --- The whole -------------------------------------------------------------------------------- */

void yt_offers_services(struct yt_services *services)
{
    services->listings = listings;
    services->want_listings = want_listings;
    services->listing = listing;
    services->search = search;
    services->offers = all_offers;
    services->make_code = make_code;
}

static void wake(void *context)
{
    SDL_Event event = {.type = *(const Uint32 *)context};

    (void)SDL_PushEvent(&event); /* a full queue is awake anyway */
}

bool yt_offers_init(struct yt_kiosk *kiosk, struct yt_err *err)
{
    struct yt_kiosk_offers *offers = &kiosk->offers;

    offers->side.site_folder = kiosk->options->site_folder;
    offers->side.content = kiosk->site;
    offers->reader =
        yt_worker_new("listings", READ_JOBS_MAX, &offers->side, wake, &kiosk->wake_event, err);
    if (!offers->reader)
        return false;
    offers->builder =
        yt_worker_new("catalogue", BUILD_JOBS_MAX, NULL, wake, &kiosk->wake_event, err);
    if (!offers->builder)
        return false;
    read_catalogue(offers, kiosk->options->data_folder, false);
    build_catalogue(kiosk, false);
    return true;
}

void yt_offers_done(struct yt_kiosk *kiosk)
{
    struct yt_kiosk_offers *offers = &kiosk->offers;

    yt_worker_free(offers->builder);
    yt_worker_free(offers->reader);
    yt_catalogue_side_done(&offers->side);
    drop_batches(offers);
    forget_hits(offers);
    yt_listing_index_free(offers->index);
    yt_arena_done(&offers->arena);
}

void yt_offers_deliver(struct yt_kiosk *kiosk)
{
    yt_worker_deliver(kiosk->offers.builder, kiosk);
    yt_worker_deliver(kiosk->offers.reader, kiosk);
}

void yt_offers_visit_ended(struct yt_kiosk *kiosk)
{
    forget_hits(&kiosk->offers);
    kiosk->offers.wanted_count = 0;
}
