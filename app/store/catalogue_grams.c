#include "store/catalogue_grams.h"

#include "base/buf.h"
#include "base/sqlite.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE_ROWS 2048
/* A token of every so many listings in the sample gets a bitmap, ... */
#define COMMON_SHARE 16
/* ... but not where listings are few: there FTS5 has no trouble. */
#define COMMON_ROWS_LEAST 4096
#define BITMAPS_MAX ((size_t)16 << 20) /* bytes of all bitmaps */
#define COMMON_MAX 4096                /* ... and how many */
#define TEXT_MAX ((size_t)1 << 20)     /* bytes of the tokens of one listing */

/* FTS5 keeps so many bytes of new tokens in memory before it writes a part of the index; all parts
 * are merged at the end. */
static const char tables[] =
    "CREATE VIRTUAL TABLE gram USING fts5 ("
    " tokens, content='', columnsize=0, detail=none, tokenize='ascii');"
    "INSERT INTO gram (gram, rank) VALUES ('hashsize', 12582912);"
    "INSERT INTO gram (gram, rank) VALUES ('automerge', 0);"
    "INSERT INTO gram (gram, rank) VALUES ('crisismerge', 2000);"
    "CREATE TABLE common (token TEXT PRIMARY KEY, listings BLOB NOT NULL) STRICT;";

/* Numbers by key, open addressing. A key is never 0. */
struct slot {
    uint64_t key;
    uint32_t value;
    uint32_t mark; /* of the row that had it last */
};
struct map {
    struct slot *slots;
    size_t capacity; /* a power of two */
    size_t used;
};

struct common {
    char token[YT_TOKEN_SIZE_MAX];
    uint8_t *bits;
};

struct yt_grams {
    struct sqlite3 *sql;
    struct sqlite3_stmt *insert;
    uint32_t rows;
    uint32_t row;
    bool counting;
    struct map counts; /* while counting: key to number of listings */
    struct map seen;   /* tokens of the current listing */
    struct map index;  /* key to its number in `commons` */
    struct common *commons;
    size_t common_count;
    struct yt_buf tokens; /* of the current listing, for FTS5 */
};

/* --- Maps ------------------------------------------------------------------------------------- */

static bool map_init(struct map *map, size_t capacity)
{
    map->slots = calloc(capacity, sizeof *map->slots);
    map->capacity = capacity;
    map->used = 0;
    return map->slots != NULL;
}

static struct slot *find(const struct map *map, uint64_t key)
{
    size_t at = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (map->capacity - 1);

    while (map->slots[at].key && map->slots[at].key != key)
        at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

static bool grow(struct map *map)
{
    struct map larger;

    if (!map_init(&larger, 2 * map->capacity))
        return false;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key)
            *find(&larger, map->slots[i].key) = map->slots[i];
    larger.used = map->used;
    free(map->slots);
    *map = larger;
    return true;
}

/* The slot of the key, made where it is missing; NULL when there is no memory. */
static struct slot *have(struct map *map, uint64_t key)
{
    struct slot *slot = find(map, key);

    if (slot->key)
        return slot;
    if (map->used >= map->capacity / 2) {
        if (!grow(map))
            return NULL;
        slot = find(map, key);
    }
    map->used++;
    slot->key = key;
    return slot;
}

/* --- Life ------------------------------------------------------------------------------------- */

struct yt_grams *yt_grams_new(struct sqlite3 *sql, uint32_t rows, struct yt_err *err)
{
    struct yt_grams *grams = calloc(1, sizeof *grams);

    if (!grams || !map_init(&grams->counts, 1 << 16) || !map_init(&grams->seen, 1 << 12) ||
        !map_init(&grams->index, (size_t)2 * COMMON_MAX) ||
        !(grams->commons = calloc(COMMON_MAX, sizeof *grams->commons))) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the index of words");
        yt_grams_free(grams);
        return NULL;
    }
    grams->sql = sql;
    grams->rows = rows;
    grams->counting = true;
    yt_buf_init(&grams->tokens, TEXT_MAX);
    if (yt_sqlite_run(sql, tables, err) &&
        (grams->insert =
             yt_sqlite_prepare(sql, "INSERT INTO gram (rowid, tokens) VALUES (?1, ?2)", err)))
        return grams;
    yt_grams_free(grams);
    return NULL;
}

void yt_grams_free(struct yt_grams *grams)
{
    if (!grams)
        return;
    yt_sqlite_finalize(grams->insert);
    for (size_t i = 0; grams->commons && i < grams->common_count; i++)
        free(grams->commons[i].bits);
    free(grams->commons);
    free(grams->counts.slots);
    free(grams->seen.slots);
    free(grams->index.slots);
    yt_buf_done(&grams->tokens);
    free(grams);
}

uint32_t yt_grams_sample_step(const struct yt_grams *grams)
{
    return grams->rows / SAMPLE_ROWS + 1;
}

/* --- One listing ------------------------------------------------------------------------------ */

void yt_grams_begin(struct yt_grams *grams, uint32_t row)
{
    grams->row = row;
    yt_buf_clear(&grams->tokens);
    if (grams->seen.used > grams->seen.capacity / 4) {
        memset(grams->seen.slots, 0, grams->seen.capacity * sizeof *grams->seen.slots);
        grams->seen.used = 0;
    }
}

static void mark_common(const struct yt_grams *grams, struct common *common, const char *token,
                        size_t size)
{
    if (common->token[0] == '\0')
        memcpy(common->token, token, size);
    common->bits[(grams->row - 1) / 8] |= (uint8_t)(1U << (grams->row - 1) % 8);
}

/* Is it the first time in this listing? */
static bool is_first(struct yt_grams *grams, uint64_t key)
{
    struct slot *seen = have(&grams->seen, key);

    if (!seen) {
        grams->tokens.failed = true; /* told at the end of the listing */
        return false;
    }
    if (seen->mark == grams->row)
        return false;
    seen->mark = grams->row;
    return true;
}

void yt_grams_take_made(struct yt_grams *grams, uint64_t key, const char *token, size_t size)
{
    const struct slot *known = grams->common_count ? find(&grams->index, key) : NULL;
    struct slot *counted;

    if (known && known->key) {
        mark_common(grams, &grams->commons[known->value], token, size);
        return;
    }
    if (!is_first(grams, key))
        return;
    if (!grams->counting) {
        yt_buf_append(&grams->tokens, token, size);
        yt_buf_byte(&grams->tokens, ' ');
        return;
    }
    counted = have(&grams->counts, key);
    if (counted) /* what cannot be counted is not common */
        counted->value++;
}

void yt_grams_take(void *context, enum yt_token_kind kind, const uint32_t *points, size_t count)
{
    char token[YT_TOKEN_SIZE_MAX];
    const size_t size = yt_token_put(kind, points, count, token);

    yt_grams_take_made(context, yt_token_key(kind, points, count), token, size);
}

bool yt_grams_end(struct yt_grams *grams, struct yt_err *err)
{
    if (grams->counting)
        return true;
    if (!yt_buf_ok(&grams->tokens, err))
        return yt_err_context(err, "words of a listing");
    if (grams->tokens.size == 0)
        return true;
    sqlite3_bind_int64(grams->insert, 1, grams->row);
    sqlite3_bind_text(grams->insert, 2, (const char *)grams->tokens.data, (int)grams->tokens.size,
                      SQLITE_STATIC);
    return yt_sqlite_done(grams->insert, err);
}

/* --- Which are common ------------------------------------------------------------------------- */

static int most_first(const void *a, const void *b)
{
    const struct slot *left = a;
    const struct slot *right = b;

    if (left->value != right->value)
        return left->value < right->value ? 1 : -1;
    return (left->key > right->key) - (left->key < right->key);
}

bool yt_grams_counted(struct yt_grams *grams, struct yt_err *err)
{
    const uint32_t sample = grams->rows / yt_grams_sample_step(grams) + 1;
    const size_t bytes = (grams->rows + 7) / 8;
    struct slot *slots = grams->counts.slots;

    grams->counting = false;
    memset(grams->seen.slots, 0, grams->seen.capacity * sizeof *grams->seen.slots);
    grams->seen.used = 0;
    if (grams->rows >= COMMON_ROWS_LEAST) {
        qsort(slots, grams->counts.capacity, sizeof *slots, most_first);
        for (size_t i = 0; i < COMMON_MAX && slots[i].value > sample / COMMON_SHARE &&
                           (i + 1) * bytes <= BITMAPS_MAX;
             i++) {
            struct slot *slot = have(&grams->index, slots[i].key);

            grams->commons[i].bits = calloc(bytes, 1);
            grams->common_count = i + 1;
            if (!slot || !grams->commons[i].bits)
                return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the index of words");
            slot->value = (uint32_t)i;
        }
    }
    free(grams->counts.slots);
    grams->counts = (struct map){0};
    return true;
}

bool yt_grams_finish(struct yt_grams *grams, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *insert =
        yt_sqlite_prepare(grams->sql, "INSERT INTO common (token, listings) VALUES (?1, ?2)", err);

    for (size_t i = 0; insert && i < grams->common_count; i++) {
        const struct common *common = &grams->commons[i];

        if (!common->token[0])
            continue;
        sqlite3_bind_text(insert, 1, common->token, -1, SQLITE_STATIC);
        sqlite3_bind_blob(insert, 2, common->bits, (int)((grams->rows + 7) / 8), SQLITE_STATIC);
        if (!yt_sqlite_done(insert, err))
            return false;
    }
    return insert && yt_sqlite_run(grams->sql, "INSERT INTO gram (gram) VALUES ('optimize')", err);
}
