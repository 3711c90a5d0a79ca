#include "store/catalogue.h"

#include "store/catalogue_file.h"
#include "store/catalogue_grams.h"
#include "store/catalogue_rows.h"
#include "store/search_lexicon.h"
#include "store/search_query.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* How like a listing is to one word of the search, the best that any of its forms reaches. */
enum {
    LIKE_NOT,
    LIKE_MEANT,       /* another word that means the same, or what the listing says of itself */
    LIKE_TEXT,        /* somewhere in the text */
    LIKE_TEXT_WORD,   /* as a whole word there */
    LIKE_TITLE_MEANT, /* another word in the title */
    LIKE_TITLE,       /* in the title */
    LIKE_TITLE_WORD,  /* as a whole word there */
    LIKE_MAX = LIKE_TITLE_WORD,
};

/* So few hits leave room for what comes near. */
#define FEW 4

struct search {
    struct yt_catalogue *catalogue;
    const struct yt_listing_index *index;
    size_t bytes;    /* of a bitmap */
    uint8_t *bits;   /* listings that have all tokens asked for */
    uint8_t *rows;   /* ... that have the one in hand */
    uint8_t *likes;  /* by position: of the word in hand */
    uint8_t *totals; /* by position: of the words before; 0 where one is missing */
    struct yt_query *query;
    struct yt_fold fold;
    bool asked; /* for any token */
    struct yt_err *err;
    bool failed;
};

/* --- Tokens ----------------------------------------------------------------------------------- */

/* Leaves in `bits` only what has the token, too. */
static bool and_token(struct search *search, uint64_t key)
{
    struct sqlite3_stmt *find = search->catalogue->gram;
    bool good = true;

    memset(search->rows, 0, search->bytes);
    for (uint32_t part = 0; good && part < search->catalogue->parts; part++) {
        bool found;

        sqlite3_bind_int64(find, 1, (int64_t)((uint64_t)part << YT_GRAM_PART_SHIFT | key));
        good = yt_sqlite_step(find, &found, search->err);
        if (good && found)
            good =
                yt_rows_unpack(sqlite3_column_blob(find, 0), (size_t)sqlite3_column_bytes(find, 0),
                               search->rows, search->index->count) ||
                yt_catalogue_damaged(search->err, "the index");
        (void)sqlite3_reset(find); /* repeats the error of the step */
    }
    (void)sqlite3_clear_bindings(find);
    for (size_t i = 0; i < search->bytes; i++)
        search->bits[i] &= search->rows[i];
    return good;
}

static void ask(void *context, enum yt_token_kind kind, const uint32_t *points, size_t count)
{
    struct search *search = context;

    search->asked = true;
    if (!search->failed)
        search->failed = !and_token(search, yt_token_key(kind, points, count));
}

static void like(struct search *search, size_t position, uint8_t how)
{
    if (search->likes[position] < how)
        search->likes[position] = how;
}

/* Marks the listings that have all tokens which are asked for until then. */
static void begin_tokens(struct search *search)
{
    memset(search->bits, 0xff, search->bytes);
    search->asked = false;
}

static bool mark_tokens(struct search *search, uint8_t how)
{
    if (search->failed || !search->asked)
        return !search->failed;
    for (size_t i = 0; i < search->bytes; i++)
        for (unsigned bits = search->bits[i]; bits; bits &= bits - 1)
            like(search, 8 * i + (size_t)__builtin_ctz(bits), how);
    return true;
}

/* --- Forms ------------------------------------------------------------------------------------ */

static bool is_one_word(const struct yt_form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->kind[i] == YT_FOLD_BREAK)
            return false;
    return form->count <= YT_TOKEN_POINTS_MAX;
}

static bool mark_whole(struct search *search, const struct yt_form *form, enum yt_token_kind kind,
                       uint8_t how)
{
    begin_tokens(search);
    ask(search, kind, form->point, form->count);
    return mark_tokens(search, how);
}

static bool mark_part(struct search *search, const struct yt_form *form, bool title, uint8_t how)
{
    begin_tokens(search);
    yt_form_to_fold(form, &search->fold);
    yt_tokens_ask(&search->fold, title, ask, search);
    return mark_tokens(search, how);
}

static bool mark_form(struct search *search, const struct yt_form *form)
{
    const bool word = is_one_word(form);
    const bool other = form->other;

    if (word && form->count <= YT_TOKEN_WORD_MAX &&
        !mark_whole(search, form, YT_TOKEN_WORD, other ? LIKE_MEANT : LIKE_TEXT_WORD))
        return false;
    if (word &&
        !mark_whole(search, form, YT_TOKEN_TITLE_WORD, other ? LIKE_TITLE_MEANT : LIKE_TITLE_WORD))
        return false;
    return (word && form->whole) ||
           (mark_part(search, form, false, other ? LIKE_MEANT : LIKE_TEXT) &&
            mark_part(search, form, true, other ? LIKE_TITLE_MEANT : LIKE_TITLE));
}

static bool mark_claims(struct search *search, const struct yt_query_claims *claims)
{
    const struct yt_listing_key *keys = search->index->keys;

    if (claims->facts || claims->kinds || claims->trades)
        for (size_t i = 0; i < search->index->count; i++)
            if ((keys[i].facts & claims->facts) || (claims->kinds >> keys[i].kind & 1) ||
                (claims->trades >> keys[i].trade & 1))
                like(search, i, LIKE_MEANT);
    if (!claims->weekdays)
        return true;
    begin_tokens(search);
    for (uint32_t day = 0; day < 7; day++) {
        const uint32_t digit = '0' + day;

        if (claims->weekdays >> day & 1)
            ask(search, YT_TOKEN_WEEKDAY, &digit, 1);
    }
    return mark_tokens(search, LIKE_MEANT);
}

static bool mark_word(struct search *search, const struct yt_query_word *word)
{
    memset(search->likes, LIKE_NOT, search->index->count);
    for (size_t i = 0; i < word->form_count; i++)
        if (!mark_form(search, &word->forms[i]))
            return false;
    return mark_claims(search, &word->claims);
}

/* --- All words -------------------------------------------------------------------------------- */

static bool mark_query(struct search *search, const struct yt_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        if (!mark_word(search, &query->words[i]))
            return false;
        for (size_t k = 0; k < search->index->count; k++) {
            uint8_t *total = &search->totals[k];

            if (i == 0)
                *total = search->likes[k];
            else
                *total = *total && search->likes[k] ? (uint8_t)(*total + search->likes[k]) : 0;
        }
    }
    return true;
}

/* Adds positions by likeness, the usual order among equals: those of each degree are counted first,
 * so that everyone has a place. */
static bool add_in_order(struct search *search, uint32_t **positions, size_t *count)
{
    size_t at[YT_QUERY_WORDS_MAX * LIKE_MAX + 1] = {0};
    size_t end = *count;
    uint32_t *larger;

    for (size_t i = 0; i < *count; i++)
        search->totals[(*positions)[i]] = LIKE_NOT; /* is there already */
    for (size_t i = 0; i < search->index->count; i++)
        at[search->totals[i]]++;
    for (size_t total = YT_COUNT(at); --total > LIKE_NOT;) {
        const size_t here = at[total];

        at[total] = end;
        end += here;
    }
    larger = realloc(*positions, (end + 1) * sizeof **positions);
    if (!larger)
        return yt_err_set(search->err, YT_ERR_NO_MEMORY, "no memory for %zu hits", end);
    *positions = larger;
    *count = end;
    for (size_t i = 0; i < search->index->count; i++)
        if (search->totals[i])
            larger[at[search->totals[i]]++] = (uint32_t)i;
    return true;
}

/* First what has the words, then, where that is hardly anything, what comes near. */
static bool find_all(struct search *search, uint32_t **positions, size_t *count)
{
    struct yt_query *query = search->query;

    if (!mark_query(search, query) || !add_in_order(search, positions, count))
        return false;
    if (*count >= FEW || !yt_query_add_near(query, search->catalogue->lexicon))
        return true;
    memset(search->totals, LIKE_NOT, search->index->count);
    return mark_query(search, query) && add_in_order(search, positions, count);
}

static bool count_parts(struct yt_catalogue *catalogue, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped) struct sqlite3_stmt *last = NULL;
    bool row = false;

    if (catalogue->parts)
        return true;
    last = yt_sqlite_prepare(catalogue->sql, "SELECT max(token) FROM gram", err);
    if (!last || !yt_sqlite_step(last, &row, err))
        return false;
    catalogue->parts = 1 + (uint32_t)(sqlite3_column_int64(last, 0) >> YT_GRAM_PART_SHIFT);
    return catalogue->parts <= YT_GRAM_PARTS_MAX + 1 || yt_catalogue_damaged(err, "the index");
}

static bool prepare(struct yt_catalogue *catalogue, struct yt_err *err)
{
    if (!catalogue->lexicon)
        catalogue->lexicon = yt_lexicon_read(catalogue->sql, err);
    if (!catalogue->gram)
        catalogue->gram =
            yt_sqlite_prepare(catalogue->sql, "SELECT rows FROM gram WHERE token = ?1", err);
    return catalogue->lexicon && catalogue->gram && count_parts(catalogue, err);
}

static void search_done(struct search *search)
{
    /* What was found tells what was looked for. */
    if (search->bits)
        sodium_memzero(search->bits, search->bytes);
    if (search->rows)
        sodium_memzero(search->rows, search->bytes);
    if (search->likes)
        sodium_memzero(search->likes, search->index->count);
    if (search->totals)
        sodium_memzero(search->totals, search->index->count);
    if (search->query)
        sodium_memzero(search->query, sizeof *search->query);
    free(search->query);
    free(search->bits);
    free(search->rows);
    free(search->likes);
    free(search->totals);
    sodium_memzero(&search->fold, sizeof search->fold);
}

static bool search_init(struct search *search)
{
    const size_t count = search->index->count;

    search->bytes = (count + 7) / 8;
    search->bits = calloc(search->bytes + 1, 1);
    search->rows = calloc(search->bytes + 1, 1);
    search->likes = calloc(count + 1, 1);
    search->totals = calloc(count + 1, 1);
    search->query = calloc(1, sizeof *search->query);
    return (search->bits && search->rows && search->likes && search->totals && search->query) ||
           yt_err_set(search->err, YT_ERR_NO_MEMORY, "no memory to search");
}

bool yt_catalogue_search(struct yt_catalogue *catalogue, const struct yt_listing_index *index,
                         const char *words, uint32_t **positions, size_t *count, struct yt_err *err)
{
    struct search search = {.catalogue = catalogue, .index = index, .err = err};
    bool found = false;

    *positions = NULL;
    *count = 0;
    if (index->count != catalogue->listings)
        return yt_err_set(err, YT_ERR_INVALID, "the index is of another catalogue");
    if (search_init(&search) && prepare(catalogue, err)) {
        yt_query_read(words, catalogue->lexicon, search.query);
        found = find_all(&search, positions, count);
    }
    search_done(&search);
    if (found)
        return true;
    free(*positions);
    *positions = NULL;
    *count = 0;
    return false;
}
