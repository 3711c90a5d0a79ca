#include "store/search_readings.h"

#include "base/ruby.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS ((size_t)2 * YT_READINGS_MAX) /* a power of two */

struct yt_readings {
    size_t count;
    bool by_base[YT_READING_BASE_MAX + 1]; /* lengths of bases that there are at all */
    struct yt_reading *items;              /* room for YT_READINGS_MAX, taken as it is used */
    size_t capacity;
    uint16_t slots[SLOTS]; /* number of an item, from 1, by the hash of its base */
};

struct yt_readings *yt_readings_new(void)
{
    return calloc(1, sizeof(struct yt_readings));
}

void yt_readings_free(struct yt_readings *readings)
{
    if (!readings)
        return;
    free(readings->items);
    free(readings);
}

size_t yt_readings_count(const struct yt_readings *readings)
{
    return readings->count;
}

const struct yt_reading *yt_readings_at(const struct yt_readings *readings, size_t i)
{
    return &readings->items[i];
}

static size_t slot_of(const uint16_t *base, size_t count)
{
    uint32_t hash = UINT32_C(2166136261);

    for (size_t i = 0; i < count; i++)
        hash = (hash ^ base[i]) * UINT32_C(16777619);
    return (hash ^ hash >> 15) % SLOTS;
}

static bool same_base(const struct yt_reading *reading, const uint16_t *base, size_t count)
{
    return reading->base_count == count && memcmp(reading->base, base, count * sizeof *base) == 0;
}

static bool same_kana(const struct yt_reading *a, const struct yt_reading *b)
{
    return a->kana_count == b->kana_count &&
           memcmp(a->kana, b->kana, a->kana_count * sizeof *a->kana) == 0;
}

/* --- Learning --------------------------------------------------------------------------------- */

static bool make_room(struct yt_readings *readings)
{
    const size_t capacity = readings->capacity ? 2 * readings->capacity : 256;
    struct yt_reading *items;

    if (readings->count < readings->capacity)
        return true;
    if (capacity > YT_READINGS_MAX || !(items = realloc(readings->items, capacity * sizeof *items)))
        return false;
    readings->items = items;
    readings->capacity = capacity;
    return true;
}

/* All readings of a base lie one behind the other from its slot on, mixed with others'. */
static void learn(struct yt_readings *readings, const struct yt_reading *pair)
{
    size_t slot = slot_of(pair->base, pair->base_count);

    for (; readings->slots[slot]; slot = (slot + 1) % SLOTS) {
        struct yt_reading *known = &readings->items[readings->slots[slot] - 1];

        if (same_base(known, pair->base, pair->base_count) && same_kana(known, pair)) {
            known->uses += pair->uses;
            return;
        }
    }
    if (!make_room(readings))
        return;
    readings->items[readings->count] = *pair;
    readings->slots[slot] = (uint16_t)++readings->count;
    readings->by_base[pair->base_count] = true;
}

static bool fill(uint16_t *to, size_t max, const struct yt_fold *fold, uint8_t *count)
{
    if (fold->count == 0 || fold->count > max)
        return false;
    for (size_t i = 0; i < fold->count; i++) {
        if (fold->point[i] == 0 || fold->point[i] > UINT16_MAX)
            return false;
        to[i] = (uint16_t)fold->point[i];
    }
    *count = (uint8_t)fold->count;
    return true;
}

void yt_readings_learn(struct yt_readings *readings, const char *markup)
{
    struct yt_ruby_run run;

    if (!strstr(markup, "《"))
        return;
    while (yt_ruby_next(&markup, &run)) {
        struct yt_reading pair = {.uses = 1};
        struct yt_fold fold;

        if (run.reading_size == 0)
            continue;
        fold.count = 0;
        yt_fold_add(&fold, run.base, run.base_size);
        if (!fill(pair.base, YT_READING_BASE_MAX, &fold, &pair.base_count))
            continue;
        fold.count = 0;
        yt_fold_add(&fold, run.reading, run.reading_size);
        if (fill(pair.kana, YT_READING_KANA_MAX, &fold, &pair.kana_count))
            learn(readings, &pair);
    }
}

static int compare(const void *a, const void *b)
{
    const struct yt_reading *left = a;
    const struct yt_reading *right = b;
    int order = (int)left->base_count - (int)right->base_count;

    if (!order)
        order = memcmp(left->base, right->base, left->base_count * sizeof *left->base);
    if (!order)
        order = (left->uses < right->uses) - (left->uses > right->uses);
    if (!order)
        order = (int)left->kana_count - (int)right->kana_count;
    return order ? order : memcmp(left->kana, right->kana, left->kana_count * sizeof *left->kana);
}

/* From here on a slot leads to the first reading of its base. */
void yt_readings_settle(struct yt_readings *readings)
{
    if (readings->count)
        qsort(readings->items, readings->count, sizeof *readings->items, compare);
    memset(readings->slots, 0, sizeof readings->slots);
    for (size_t i = 0; i < readings->count; i++) {
        const struct yt_reading *item = &readings->items[i];
        size_t slot = slot_of(item->base, item->base_count);

        readings->by_base[item->base_count] = true;
        if (i > 0 && same_base(item - 1, item->base, item->base_count))
            continue;
        while (readings->slots[slot])
            slot = (slot + 1) % SLOTS;
        readings->slots[slot] = (uint16_t)(i + 1);
    }
}

/* --- Using ------------------------------------------------------------------------------------ */

const struct yt_reading *yt_readings_of(const struct yt_readings *readings, const uint32_t *base,
                                        size_t base_count, size_t *count)
{
    uint16_t key[YT_READING_BASE_MAX];
    size_t slot;

    *count = 0;
    if (base_count == 0 || base_count > YT_READING_BASE_MAX || !readings->by_base[base_count])
        return NULL;
    for (size_t i = 0; i < base_count; i++)
        key[i] = base[i] > UINT16_MAX ? 0 : (uint16_t)base[i];
    for (slot = slot_of(key, base_count); readings->slots[slot]; slot = (slot + 1) % SLOTS) {
        const struct yt_reading *first = &readings->items[readings->slots[slot] - 1];
        const struct yt_reading *end = readings->items + readings->count;

        if (!same_base(first, key, base_count))
            continue;
        for (const struct yt_reading *at = first; at < end && same_base(at, key, base_count); at++)
            ++*count;
        return first;
    }
    return NULL;
}

static void put(struct yt_fold *to, uint32_t point, uint8_t kind)
{
    if (to->count == YT_FOLD_MAX)
        return;
    to->point[to->count] = point;
    to->kind[to->count++] = kind;
}

/* The longest base of `least` kanji or more that begins at `at` in a run that ends at `end`. */
static const struct yt_reading *longest(const struct yt_readings *readings,
                                        const struct yt_fold *from, size_t at, size_t end,
                                        size_t least)
{
    size_t count;

    for (size_t length = end - at < YT_READING_BASE_MAX ? end - at : YT_READING_BASE_MAX;
         length >= least; length--) {
        const struct yt_reading *reading =
            yt_readings_of(readings, from->point + at, length, &count);

        if (reading)
            return reading;
    }
    return NULL;
}

bool yt_readings_apply(const struct yt_readings *readings, const struct yt_fold *from, bool single,
                       struct yt_fold *to)
{
    bool changed = false;
    size_t start = 0; /* of the run of kanji */
    size_t end = 0;

    for (size_t i = 0; i < from->count;) {
        const struct yt_reading *reading = NULL;

        if (from->kind[i] == YT_FOLD_KANJI) {
            if (i >= end)
                for (start = end = i; end < from->count && from->kind[end] == YT_FOLD_KANJI;)
                    end++;
            reading = longest(readings, from, i, end, single || end - start == 1 ? 1 : 2);
        }
        if (!reading) {
            put(to, from->point[i], from->kind[i]);
            i++;
            continue;
        }
        for (size_t k = 0; k < reading->kana_count; k++)
            put(to, reading->kana[k], YT_FOLD_READ);
        i += reading->base_count;
        changed = true;
    }
    return changed;
}

/* --- In the file ------------------------------------------------------------------------------ */

void yt_readings_pack(const struct yt_readings *readings, struct yt_buf *to)
{
    yt_pack_number(to, readings->count);
    for (size_t i = 0; i < readings->count; i++) {
        const struct yt_reading *item = &readings->items[i];

        yt_pack_number(to, item->base_count);
        for (size_t k = 0; k < item->base_count; k++)
            yt_pack_number(to, item->base[k]);
        yt_pack_number(to, item->kana_count);
        for (size_t k = 0; k < item->kana_count; k++)
            yt_pack_number(to, item->kana[k]);
        yt_pack_number(to, item->uses);
    }
    yt_pack_seal(to);
}

static uint8_t unpack_points(struct yt_unpack *unpack, uint16_t *to, size_t max)
{
    const size_t count = (size_t)yt_unpack_number(unpack, max);

    for (size_t i = 0; i < count; i++)
        to[i] = (uint16_t)yt_unpack_number(unpack, UINT16_MAX);
    return (uint8_t)count;
}

static bool unpack_all(struct yt_readings *readings, const void *bytes, size_t size,
                       struct yt_err *err)
{
    struct yt_unpack unpack;

    yt_unpack_begin(&unpack, bytes, size, NULL);
    readings->count = (size_t)yt_unpack_number(&unpack, YT_READINGS_MAX);
    readings->items = calloc(readings->count + 1, sizeof *readings->items);
    if (!readings->items)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "how kanji are read");
    for (size_t i = 0; i < readings->count; i++) {
        struct yt_reading *item = &readings->items[i];

        item->base_count = unpack_points(&unpack, item->base, YT_READING_BASE_MAX);
        item->kana_count = unpack_points(&unpack, item->kana, YT_READING_KANA_MAX);
        item->uses = (uint32_t)yt_unpack_number(&unpack, UINT32_MAX);
    }
    return yt_unpack_end(&unpack, err);
}

struct yt_readings *yt_readings_unpack(const void *bytes, size_t size, struct yt_err *err)
{
    struct yt_readings *readings = yt_readings_new();

    if (!readings) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "how kanji are read");
        return NULL;
    }
    if (!unpack_all(readings, bytes, size, err)) {
        yt_readings_free(readings);
        return NULL;
    }
    yt_readings_settle(readings);
    return readings;
}
