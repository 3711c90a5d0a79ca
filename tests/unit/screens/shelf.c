#include "shelf.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static struct {
    const struct yt_site_content *content;
    const struct yt_listing *listings;
    size_t count;
    struct yt_listing_index *index;
    bool *there; /* by position: its text is in memory */
    uint32_t *hits;
    char words[YT_SEARCH_WORDS_MAX * 4 + 1];
    bool searching, wanting, held;
    size_t wants;
    uint64_t number;
} shelf;

static void drop(void)
{
    yt_listing_index_free(shelf.index);
    free(shelf.there);
    free(shelf.hits);
    shelf.index = NULL;
    shelf.there = NULL;
    shelf.hits = NULL;
}

static void fill(const struct yt_listing *listings, size_t count)
{
    struct yt_listing_key *keys = calloc(count + 1, sizeof *keys);

    drop();
    shelf.listings = listings;
    shelf.count = count;
    shelf.there = calloc(count + 1, sizeof *shelf.there);
    if (!keys || !shelf.there)
        abort();
    for (size_t i = 0; i < count; i++) {
        yt_listing_key_fill(&listings[i], shelf.content->site.settings.listing_hide_days, &keys[i]);
        keys[i].row = (int64_t)i + 1;
    }
    shelf.index = yt_listing_index_new(keys, count, ++shelf.number);
    if (!shelf.index)
        abort();
}

/* --- The services ----------------------------------------------------------------------------- */

static const struct yt_listing_index *listings(void *context)
{
    (void)context;
    return shelf.index;
}

static void want_listings(void *context, uint64_t visit, const uint32_t *positions, size_t count)
{
    (void)context;
    (void)visit;
    shelf.wants++;
    shelf.wanting = true;
    for (size_t i = 0; i < count; i++)
        shelf.there[positions[i]] = !shelf.held;
}

static const struct yt_listing *listing(void *context, uint32_t position)
{
    (void)context;
    return position < shelf.count && shelf.there[position] ? &shelf.listings[position] : NULL;
}

static void search(void *context, uint64_t visit, const char *words)
{
    (void)context;
    (void)visit;
    (void)yt_str_copy(shelf.words, sizeof shelf.words, words);
    shelf.searching = true;
}

/* --- What the tests do ------------------------------------------------------------------------ */

void shelf_open(struct yt_services *services, const struct yt_site_content *content)
{
    shelf_close();
    shelf.content = content;
    fill(content->offers.listings, content->offers.listing_count);
    services->listings = listings;
    services->want_listings = want_listings;
    services->listing = listing;
    services->search = search;
}

void shelf_close(void)
{
    drop();
    memset(&shelf, 0, sizeof shelf);
}

void shelf_replace(struct yt_app *app, const struct yt_listing *with, size_t count)
{
    fill(with, count);
    yt_app_result(app, &(struct yt_result){.kind = YT_RESULT_LISTINGS_CHANGED});
}

void shelf_empty(void)
{
    drop();
    shelf.count = 0;
}

void shelf_hold(bool hold)
{
    shelf.held = hold;
}

static bool has(const struct yt_text *text, const char *words)
{
    for (size_t i = 0; i < YT_LANGUAGES_MAX; i++)
        if (text->in[i] && strstr(text->in[i], words))
            return true;
    return false;
}

static void find(struct yt_app *app)
{
    struct yt_listing_hits hits = {0};

    free(shelf.hits);
    shelf.hits = calloc(shelf.count + 1, sizeof *shelf.hits);
    if (!shelf.hits)
        abort();
    for (size_t i = 0; i < shelf.count; i++)
        if (has(&shelf.listings[i].title, shelf.words))
            shelf.hits[hits.count++] = (uint32_t)i;
    hits.positions = shelf.hits;
    yt_app_result(app, &(struct yt_result){
                           .kind = YT_RESULT_FOUND, .visit = app->visit.number, .hits = &hits});
}

void shelf_deliver(struct yt_app *app)
{
    if (shelf.held)
        return;
    if (shelf.searching) {
        shelf.searching = false;
        find(app);
    }
    if (shelf.wanting) {
        shelf.wanting = false;
        yt_app_result(
            app, &(struct yt_result){.kind = YT_RESULT_LISTINGS_READ, .visit = app->visit.number});
    }
}

size_t shelf_wants(void)
{
    return shelf.wants;
}

const char *shelf_words(void)
{
    return shelf.words;
}
