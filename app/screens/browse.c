#include "screens/browse.h"

#include "base/str.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* Texts behind and before what is in sight, so that a finger does not outrun them at once. */
enum { MARGIN_BEFORE = 16, MARGIN_BEHIND = 48 };

struct wanted {
    size_t first, count;
    uint32_t turn;
};

/* A marked listing and the store's name for it. */
struct kept {
    char id[YT_LISTING_ID_MAX];
    int64_t row;
};

/* The public part first: one pointer serves for both. */
struct browse {
    struct yt_browse shown;
    const struct yt_listing_index *index; /* the services' own */
    uint32_t *positions;                  /* room for `room` of them */
    uint32_t *hits;                       /* a copy: the services' live until the next search */
    size_t room, hit_count;
    bool stale;
    uint64_t counted;     /* the index of which `offered` tells; 0: none */
    int32_t day;          /* on which it was reckoned: the next morning brings others */
    bool found;           /* `hits` belong to the visit's words */
    struct wanted wanted; /* last asked for */
    struct kept kept[YT_ENTRY_LISTINGS_MAX];
    size_t next_kept; /* the oldest makes room */
};

static struct browse *browse_of(const struct yt_app *app)
{
    return (struct browse *)app->browse;
}

struct yt_browse *yt_browse_new(void)
{
    struct browse *browse = calloc(1, sizeof *browse);

    if (!browse)
        return NULL;
    browse->stale = true;
    return &browse->shown;
}

static void drop_list(struct browse *browse)
{
    if (browse->positions)
        sodium_memzero(browse->positions, browse->room * sizeof *browse->positions);
    free(browse->positions);
    browse->positions = NULL;
    browse->shown.positions = NULL;
    browse->shown.count = 0;
    browse->room = 0;
}

static void drop_hits(struct browse *browse)
{
    if (browse->hits)
        sodium_memzero(browse->hits, browse->hit_count * sizeof *browse->hits);
    free(browse->hits);
    browse->hits = NULL;
    browse->hit_count = 0;
    browse->found = false;
}

void yt_browse_wipe(struct yt_browse *shown)
{
    struct browse *browse = (struct browse *)shown;

    if (!browse)
        return;
    drop_list(browse);
    drop_hits(browse);
    sodium_memzero(browse, sizeof *browse);
    browse->stale = true;
}

void yt_browse_free(struct yt_browse *shown)
{
    yt_browse_wipe(shown);
    free(shown);
}

/* --- Reckoning -------------------------------------------------------------------------------- */

/* Nothing is hidden for its date by a clock that nobody has set. */
static int32_t today(const struct yt_app *app)
{
    return yt_clock_trusted(app->clock) ? yt_date_to_days(yt_app_now(app).date) : INT32_MIN;
}

static bool make_room(struct browse *browse, size_t count)
{
    if (browse->positions && browse->room >= count)
        return true;
    drop_list(browse);
    browse->positions = malloc((count ? count : 1) * sizeof *browse->positions);
    browse->room = browse->positions ? count : 0;
    return browse->positions != NULL;
}

static bool has_words(const struct yt_app *app)
{
    return app->visit.search[0] != '\0';
}

/* What there is at all changes with the listings and the day only. */
static void count_offered(struct browse *browse, int32_t day)
{
    static const struct yt_listing_filter all;

    if (browse->counted == browse->index->number && browse->day == day)
        return;
    (void)yt_listing_select(browse->index, &all, NULL, YT_ORDER_USUAL, day, browse->positions,
                            &browse->shown.offered);
    browse->counted = browse->index->number;
    browse->day = day;
}

static void reckon(struct yt_app *app, struct browse *browse)
{
    const struct yt_listing_hits hits = {browse->hit_count, browse->hits};
    const struct yt_listing_hits *words = has_words(app) && browse->found ? &hits : NULL;
    const int32_t day = today(app);
    struct yt_browse *shown = &browse->shown;

    count_offered(browse, day);
    shown->count = yt_listing_select(browse->index, &app->visit.filter, words, app->visit.order,
                                     day, browse->positions, &shown->counts);
    shown->positions = browse->positions;
    shown->loosen_count = shown->count ? 0
                                       : yt_listing_loosen(browse->index, &app->visit.filter, words,
                                                           day, shown->loosen);
    shown->turn++;
}

const struct yt_browse *yt_browse_look(struct yt_app *app)
{
    static const struct yt_browse nothing;
    struct browse *browse = browse_of(app);
    const struct yt_listing_index *index = app->services->listings(app->services->context);

    if (!browse) /* no memory: as if there were no listings, so that nobody comes any further */
        return &nothing;
    if (index != browse->index || today(app) != browse->day)
        browse->stale = true;
    if (!browse->stale)
        return &browse->shown;
    browse->index = index;
    browse->shown.ready = index && make_room(browse, index->count);
    if (!browse->shown.ready)
        return &browse->shown;
    reckon(app, browse);
    browse->stale = false;
    return &browse->shown;
}

static void changed(struct yt_app *app)
{
    browse_of(app)->stale = true;
    yt_nav_changed(app);
}

/* --- Answers ---------------------------------------------------------------------------------- */

static void ask_for_words(struct yt_app *app)
{
    browse_of(app)->shown.searching = true;
    app->services->search(app->services->context, app->visit.number, app->visit.search);
}

static void take_hits(struct yt_app *app, const struct yt_listing_hits *hits)
{
    struct browse *browse = browse_of(app);
    const size_t count = hits ? hits->count : 0;

    browse->shown.searching = false;
    if (!has_words(app))
        return;
    drop_hits(browse);
    browse->hits = malloc((count ? count : 1) * sizeof *browse->hits);
    if (!browse->hits)
        return;
    if (count)
        memcpy(browse->hits, hits->positions, count * sizeof *browse->hits);
    browse->hit_count = count;
    browse->found = true;
    changed(app);
}

void yt_browse_result(struct yt_app *app, const struct yt_result *result)
{
    struct browse *browse = browse_of(app);

    if (!browse)
        return;
    if (result->kind == YT_RESULT_FOUND) {
        take_hits(app, result->hits);
    } else if (result->kind == YT_RESULT_LISTINGS_CHANGED) {
        browse->index = NULL; /* the old one is gone, another may stand where it stood */
        browse->wanted = (struct wanted){0};
        drop_hits(browse);
        changed(app);
        if (has_words(app))
            ask_for_words(app);
    } else if (result->kind == YT_RESULT_LISTINGS_READ) {
        yt_nav_changed(app);
    }
}

/* --- Choosing --------------------------------------------------------------------------------- */

void yt_browse_toggle_fact(struct yt_app *app, enum yt_listing_fact fact)
{
    app->visit.filter.facts ^= yt_bit(fact);
    changed(app);
}

void yt_browse_toggle_kind(struct yt_app *app, enum yt_listing_kind kind)
{
    app->visit.filter.kinds ^= UINT32_C(1) << kind;
    changed(app);
}

void yt_browse_toggle_trade(struct yt_app *app, enum yt_trade trade)
{
    app->visit.filter.trades ^= UINT32_C(1) << trade;
    changed(app);
}

void yt_browse_order(struct yt_app *app, enum yt_listing_order order)
{
    app->visit.order = order;
    changed(app);
}

void yt_browse_search(struct yt_app *app, const char *words)
{
    struct browse *browse = browse_of(app);

    if (strcmp(app->visit.search, words) == 0)
        return;
    sodium_memzero(app->visit.search, sizeof app->visit.search);
    (void)yt_str_copy(app->visit.search, sizeof app->visit.search, words);
    changed(app);
    if (has_words(app)) {
        ask_for_words(app);
        return;
    }
    drop_hits(browse);
    browse->shown.searching = false;
}

void yt_browse_let_go(struct yt_app *app, const struct yt_listing_loosen *loosen)
{
    switch (loosen->what) {
    case YT_LOOSEN_FACT:
        app->visit.filter.facts &= ~yt_bit(loosen->fact);
        break;
    case YT_LOOSEN_KINDS:
        app->visit.filter.kinds = 0;
        break;
    case YT_LOOSEN_TRADES:
        app->visit.filter.trades = 0;
        break;
    case YT_LOOSEN_WORDS:
        yt_browse_search(app, "");
        break;
    }
    changed(app);
}

void yt_browse_clear(struct yt_app *app)
{
    app->visit.filter = (struct yt_listing_filter){0};
    yt_browse_search(app, "");
    changed(app);
}

bool yt_browse_narrowed(const struct yt_app *app)
{
    const struct yt_listing_filter *filter = &app->visit.filter;

    return filter->facts || filter->kinds || filter->trades || has_words(app);
}

/* --- Texts ------------------------------------------------------------------------------------ */

static bool same(const struct wanted *a, const struct wanted *b)
{
    return a->first == b->first && a->count == b->count && a->turn == b->turn;
}

void yt_browse_want(struct yt_app *app, size_t first, size_t count)
{
    struct browse *browse = browse_of(app);
    const struct wanted wanted = {first, count, browse->shown.turn};
    uint32_t order[YT_LISTINGS_WANTED_MAX];
    size_t n = 0;

    if (same(&wanted, &browse->wanted) || first >= browse->shown.count)
        return;
    browse->wanted = wanted;
    for (size_t i = first; i < first + count + MARGIN_BEHIND && n < YT_COUNT(order); i++)
        if (i < browse->shown.count)
            order[n++] = browse->positions[i];
    for (size_t i = 1; i <= MARGIN_BEFORE && i <= first && n < YT_COUNT(order); i++)
        order[n++] = browse->positions[first - i];
    app->services->want_listings(app->services->context, app->visit.number, order, n);
}

void yt_browse_want_one(struct yt_app *app, uint32_t position)
{
    browse_of(app)->wanted = (struct wanted){0};
    app->services->want_listings(app->services->context, app->visit.number, &position, 1);
}

const struct yt_listing *yt_browse_listing(const struct yt_app *app, uint32_t position)
{
    return app->services->listing(app->services->context, position);
}

static struct kept *find_kept(struct browse *browse, const char *id)
{
    for (size_t i = 0; i < YT_COUNT(browse->kept); i++)
        if (strcmp(browse->kept[i].id, id) == 0)
            return &browse->kept[i];
    return NULL;
}

void yt_browse_remember(struct yt_app *app, const char *id, int64_t row)
{
    struct browse *browse = browse_of(app);
    struct kept *kept = find_kept(browse, id);

    if (!kept) {
        kept = &browse->kept[browse->next_kept];
        browse->next_kept = (browse->next_kept + 1) % YT_COUNT(browse->kept);
    }
    (void)yt_str_copy(kept->id, sizeof kept->id, id);
    kept->row = row;
}

int64_t yt_browse_recall(const struct yt_app *app, const char *id)
{
    struct browse *browse = browse_of(app);
    const struct yt_listing_index *index = app->services->listings(app->services->context);
    const struct kept *kept = browse && id[0] ? find_kept(browse, id) : NULL;
    const int64_t position = kept && index ? yt_listing_index_find(index, kept->row) : -1;
    const struct yt_listing *listing =
        position >= 0 ? yt_browse_listing(app, (uint32_t)position) : NULL;

    /* A row may have been given to another listing meanwhile. */
    return listing && strcmp(listing->id, id) != 0 ? -1 : position;
}
