#include "store/catalogue_grams.h"

#include "base/buf.h"
#include "base/sqlite.h"
#include "store/catalogue_rows.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define ROOM_MAX ((size_t)32 << 20)   /* bytes of rows that are gathered in memory */
#define SLOTS_FIRST ((size_t)1 << 14) /* a power of two */
#define SLOTS_MAX ((size_t)1 << 20)   /* half of them are used */
#define PACKED_MAX ((size_t)1 << 20)  /* bytes of the rows of one token */
#define AHEAD 12                      /* keys whose slots are on their way from memory */
#define UNIT 8                        /* bytes: the smallest block */
#define CLASSES 16                    /* of blocks, each twice as large as the one before */
#define IS_BITS UINT32_MAX

static const char table[] = "CREATE TABLE gram (token INTEGER PRIMARY KEY, rows BLOB NOT NULL)"
                            " STRICT;";

/* The rows of one token: gaps, or bits once those are smaller. */
struct slot {
    uint64_t key;   /* 0: none */
    uint32_t last;  /* row */
    uint32_t size;  /* bytes of gaps; IS_BITS */
    uint32_t block; /* in units */
};

struct yt_grams {
    struct sqlite3 *sql;
    struct sqlite3_stmt *insert;
    uint32_t rows;
    uint32_t row;
    uint32_t part;
    uint32_t part_first; /* row before the part's first bit; a multiple of 8 */
    struct slot *slots;  /* open addressing */
    size_t capacity;     /* a power of two */
    size_t used;
    uint8_t *room;
    uint32_t room_used;         /* units; the first one is never given away */
    uint32_t released[CLASSES]; /* blocks, each leads to the next; 0: none */
    struct yt_buf packed;
    struct yt_err err; /* the first failure, told at the end of the listing */
    bool failed;
};

/* --- Life ------------------------------------------------------------------------------------- */

struct yt_grams *yt_grams_new(struct sqlite3 *sql, uint32_t rows, struct yt_err *err)
{
    struct yt_grams *grams = calloc(1, sizeof *grams);

    if (!grams || !(grams->slots = calloc(SLOTS_FIRST, sizeof *grams->slots)) ||
        !(grams->room = malloc(ROOM_MAX))) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the index of words");
        yt_grams_free(grams);
        return NULL;
    }
    grams->sql = sql;
    grams->rows = rows;
    grams->capacity = SLOTS_FIRST;
    grams->room_used = 1;
    yt_buf_init(&grams->packed, PACKED_MAX);
    if (yt_sqlite_run(sql, table, err) &&
        (grams->insert =
             yt_sqlite_prepare(sql, "INSERT INTO gram (token, rows) VALUES (?1, ?2)", err)))
        return grams;
    yt_grams_free(grams);
    return NULL;
}

void yt_grams_free(struct yt_grams *grams)
{
    if (!grams)
        return;
    yt_sqlite_finalize(grams->insert);
    free(grams->slots);
    free(grams->room);
    yt_buf_done(&grams->packed);
    free(grams);
}

/* --- Writing a part --------------------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
    const struct slot *left = a;
    const struct slot *right = b;

    return (left->key > right->key) - (left->key < right->key);
}

/* Bytes of the bits of all rows that may still come in this part. */
static size_t bits_size(const struct yt_grams *grams)
{
    return (grams->rows - grams->part_first + 7) / 8;
}

static bool write_slot(struct yt_grams *grams, const struct slot *slot, struct yt_err *err)
{
    const uint8_t *block = grams->room + (size_t)slot->block * UNIT;

    yt_buf_clear(&grams->packed);
    if (slot->size == IS_BITS)
        yt_rows_pack_bits(&grams->packed, grams->part_first, block, bits_size(grams));
    else
        yt_rows_pack_gaps(&grams->packed, block, slot->size);
    if (!yt_buf_ok(&grams->packed, err))
        return false;
    sqlite3_bind_int64(grams->insert, 1,
                       (int64_t)((uint64_t)grams->part << YT_GRAM_PART_SHIFT | slot->key));
    sqlite3_bind_blob(grams->insert, 2, grams->packed.data, (int)grams->packed.size, SQLITE_STATIC);
    return yt_sqlite_done(grams->insert, err);
}

static bool write_part(struct yt_grams *grams, struct yt_err *err)
{
    size_t count = 0;

    if (grams->part > YT_GRAM_PARTS_MAX)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "the listings have too many words");
    for (size_t i = 0; i < grams->capacity; i++)
        if (grams->slots[i].key)
            grams->slots[count++] = grams->slots[i];
    qsort(grams->slots, count, sizeof *grams->slots, by_key);
    for (size_t i = 0; i < count; i++)
        if (!write_slot(grams, &grams->slots[i], err))
            return false;
    memset(grams->slots, 0, grams->capacity * sizeof *grams->slots);
    memset(grams->released, 0, sizeof grams->released);
    grams->used = 0;
    grams->room_used = 1;
    grams->part++;
    grams->part_first = (grams->row - 1) / 8 * 8;
    return true;
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static unsigned class_of(size_t size)
{
    unsigned class = 0;

    while ((size_t)UNIT << class < size)
        class ++;
    return class;
}

/* A block of at least that size; 0 when there is no room left. */
static uint32_t take_block(struct yt_grams *grams, size_t size)
{
    const unsigned class = class_of(size);
    uint32_t block;

    if (class >= CLASSES)
        return 0;
    block = grams->released[class];
    if (block) {
        memcpy(&grams->released[class], grams->room + (size_t)block * UNIT, sizeof block);
        return block;
    }
    if (((size_t)grams->room_used + (1U << class)) * UNIT > ROOM_MAX)
        return 0;
    block = grams->room_used;
    grams->room_used += 1U << class;
    return block;
}

static void release_block(struct yt_grams *grams, uint32_t block, size_t size)
{
    const unsigned class = class_of(size);

    memcpy(grams->room + (size_t)block * UNIT, &grams->released[class], sizeof block);
    grams->released[class] = block;
}

/* --- Rows of a token -------------------------------------------------------------------------- */

static void set_bit(const struct yt_grams *grams, uint32_t block, uint32_t row)
{
    const uint32_t bit = row - 1 - grams->part_first;

    grams->room[(size_t)block * UNIT + bit / 8] |= (uint8_t)(1U << bit % 8);
}

static bool become_bits(struct yt_grams *grams, struct slot *slot)
{
    const uint32_t block = take_block(grams, bits_size(grams));
    const uint8_t *at = grams->room + (size_t)slot->block * UNIT;
    const uint8_t *end = at + slot->size;
    uint32_t row = 0;

    if (!block)
        return false;
    memset(grams->room + (size_t)block * UNIT, 0, bits_size(grams));
    while (at < end) {
        row += yt_rows_gap_next(&at, end);
        set_bit(grams, block, row);
    }
    if (slot->size)
        release_block(grams, slot->block, slot->size);
    slot->block = block;
    slot->size = IS_BITS;
    return true;
}

static bool become_larger(struct yt_grams *grams, struct slot *slot, size_t size)
{
    const uint32_t block = take_block(grams, size);

    if (!block)
        return false;
    if (slot->size) {
        memcpy(grams->room + (size_t)block * UNIT, grams->room + (size_t)slot->block * UNIT,
               slot->size);
        release_block(grams, slot->block, slot->size);
    }
    slot->block = block;
    return true;
}

/* False when there is no room left; then nothing has changed. */
static bool add_gap(struct yt_grams *grams, struct slot *slot)
{
    uint8_t gap[YT_ROWS_GAP_MAX];
    const size_t more = yt_rows_gap_put(gap, grams->row - slot->last);
    const unsigned class = class_of(slot->size + more);

    if (slot->size == 0 || class > class_of(slot->size)) {
        if ((size_t)UNIT << class > bits_size(grams)) {
            if (!become_bits(grams, slot))
                return false;
            set_bit(grams, slot->block, grams->row);
            return true;
        }
        if (!become_larger(grams, slot, slot->size + more))
            return false;
    }
    memcpy(grams->room + (size_t)slot->block * UNIT + slot->size, gap, more);
    slot->size += (uint32_t)more;
    return true;
}

static bool add_row(struct yt_grams *grams, struct slot *slot)
{
    if (slot->size == IS_BITS)
        set_bit(grams, slot->block, grams->row);
    else if (!add_gap(grams, slot))
        return false;
    slot->last = grams->row;
    return true;
}

/* --- Tokens ----------------------------------------------------------------------------------- */

static size_t place_of(const struct yt_grams *grams, uint64_t key)
{
    return (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (grams->capacity - 1);
}

static struct slot *find(const struct yt_grams *grams, uint64_t key)
{
    size_t at = place_of(grams, key);

    while (grams->slots[at].key && grams->slots[at].key != key)
        at = (at + 1) & (grams->capacity - 1);
    return &grams->slots[at];
}

static bool grow(struct yt_grams *grams)
{
    struct slot *old = grams->slots;
    const size_t capacity = grams->capacity;
    struct slot *slots = calloc(2 * capacity, sizeof *slots);

    if (!slots)
        return false;
    grams->slots = slots;
    grams->capacity = 2 * capacity;
    for (size_t i = 0; i < capacity; i++)
        if (old[i].key)
            *find(grams, old[i].key) = old[i];
    free(old);
    return true;
}

/* False when there is no room left in this part. */
static bool take(struct yt_grams *grams, uint64_t key)
{
    struct slot *slot = find(grams, key);

    if (slot->key && slot->last == grams->row)
        return true;
    if (!slot->key) {
        if (grams->used >= grams->capacity / 2) {
            if (grams->capacity >= SLOTS_MAX || !grow(grams))
                return false;
            slot = find(grams, key);
        }
        *slot = (struct slot){.key = key};
        grams->used++;
    }
    return add_row(grams, slot);
}

void yt_grams_begin(struct yt_grams *grams, uint32_t row)
{
    grams->row = row;
}

/* Where the row of the token most likely goes, is brought near. */
static void approach(const struct yt_grams *grams, uint64_t key)
{
    const struct slot *slot = &grams->slots[place_of(grams, key)];
    const size_t at = (size_t)slot->block * UNIT;

    if (slot->last == grams->row)
        return;
    __builtin_prefetch(
        grams->room + at +
            (slot->size == IS_BITS ? (grams->row - 1 - grams->part_first) / 8 : slot->size),
        1);
}

void yt_grams_take(struct yt_grams *grams, const uint64_t *keys, size_t count)
{
    for (size_t i = 0; i < count && !grams->failed; i++) {
        if (i + AHEAD < count)
            __builtin_prefetch(&grams->slots[place_of(grams, keys[i + AHEAD])]);
        if (i + AHEAD / 2 < count)
            approach(grams, keys[i + AHEAD / 2]);
        if (!take(grams, keys[i]))
            grams->failed =
                !write_part(grams, &grams->err) ||
                (!take(grams, keys[i]) &&
                 !yt_err_set(&grams->err, YT_ERR_NO_MEMORY, "no memory for the index of words"));
    }
}

bool yt_grams_end(struct yt_grams *grams, struct yt_err *err)
{
    if (grams->failed)
        *err = grams->err;
    return !grams->failed;
}

bool yt_grams_finish(struct yt_grams *grams, struct yt_err *err)
{
    return write_part(grams, err);
}
