#include "store/search_vocabulary.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS ((size_t)2 * YT_VOCABULARY_MAX) /* a power of two */

struct entry {
    uint8_t count;
    uint16_t points[YT_VOCABULARY_POINTS_MAX];
    uint32_t uses;
};

struct yt_vocabulary {
    size_t count, capacity;
    struct entry *entries;
    uint32_t *slots; /* number of an entry, from 1; only while words are added */
};

struct yt_vocabulary *yt_vocabulary_new(void)
{
    struct yt_vocabulary *vocabulary = calloc(1, sizeof *vocabulary);

    if (vocabulary && !(vocabulary->slots = calloc(SLOTS, sizeof *vocabulary->slots))) {
        free(vocabulary);
        return NULL;
    }
    return vocabulary;
}

void yt_vocabulary_free(struct yt_vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    free(vocabulary->entries);
    free(vocabulary->slots);
    free(vocabulary);
}

static size_t slot_of(const struct entry *entry)
{
    uint32_t hash = UINT32_C(2166136261);

    for (size_t i = 0; i < entry->count; i++)
        hash = (hash ^ entry->points[i]) * UINT32_C(16777619);
    return (hash ^ hash >> 13) % SLOTS;
}

static bool make_room(struct yt_vocabulary *vocabulary)
{
    const size_t capacity = vocabulary->capacity ? 2 * vocabulary->capacity : 1024;
    struct entry *entries;

    if (vocabulary->count < vocabulary->capacity)
        return true;
    if (capacity > YT_VOCABULARY_MAX ||
        !(entries = realloc(vocabulary->entries, capacity * sizeof *entries)))
        return false;
    vocabulary->entries = entries;
    vocabulary->capacity = capacity;
    return true;
}

void yt_vocabulary_add(void *context, enum yt_token_kind kind, const uint32_t *points, size_t count)
{
    struct yt_vocabulary *vocabulary = context;
    struct entry word = {.count = (uint8_t)count, .uses = 1};
    size_t slot;

    (void)kind;
    if (count < 2 || count > YT_VOCABULARY_POINTS_MAX)
        return;
    for (size_t i = 0; i < count; i++) {
        if (points[i] > UINT16_MAX)
            return;
        word.points[i] = (uint16_t)points[i];
    }
    for (slot = slot_of(&word); vocabulary->slots[slot]; slot = (slot + 1) % SLOTS) {
        struct entry *known = &vocabulary->entries[vocabulary->slots[slot] - 1];

        if (known->count == count && memcmp(known->points, word.points, sizeof word.points) == 0) {
            known->uses++;
            return;
        }
    }
    if (!make_room(vocabulary))
        return;
    vocabulary->entries[vocabulary->count] = word;
    vocabulary->slots[slot] = (uint32_t)++vocabulary->count;
}

/* --- What comes near -------------------------------------------------------------------------- */

static bool is_kana_word(const uint32_t *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!yt_fold_is_kana(points[i]))
            return false;
    return true;
}

static bool is_letter_word(const uint32_t *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (points[i] >= 0x3000)
            return false;
    return true;
}

/* How many halves of a slip are forgiven. Of a short word little may be wrong, or it could be any;
 * of kanji, each is half a word. */
static int forgiven(const uint32_t *typed, size_t count)
{
    if (is_kana_word(typed, count))
        return count < 2 ? 0 : count < 4 ? 1 : count < 6 ? 2 : count < 8 ? 3 : 4;
    if (is_letter_word(typed, count))
        return count < 4 ? 0 : count < 8 ? 2 : 4;
    return count < 4 ? 0 : 2;
}

/* A bit for each character, many sharing one: words that differ in more cannot be near. */
static uint64_t signature(const uint32_t *points, size_t count)
{
    uint64_t bits = 0;

    for (size_t i = 0; i < count; i++)
        bits |= UINT64_C(1) << (points[i] & 63);
    return bits;
}

static void keep_nearest(struct yt_near_word *near, size_t *found, size_t capacity,
                         const struct entry *entry, int slips)
{
    size_t at = *found;

    while (at > 0 && (near[at - 1].slips > slips ||
                      (near[at - 1].slips == slips && near[at - 1].uses < entry->uses)))
        at--;
    if (at == capacity)
        return;
    if (*found < capacity)
        ++*found;
    memmove(near + at + 1, near + at, (*found - at - 1) * sizeof *near);
    near[at] =
        (struct yt_near_word){.slips = (uint8_t)slips, .count = entry->count, .uses = entry->uses};
    memcpy(near[at].points, entry->points, sizeof near[at].points);
}

size_t yt_vocabulary_near(const struct yt_vocabulary *vocabulary, const uint32_t *typed,
                          size_t count, struct yt_near_word *near, size_t capacity)
{
    const int max = forgiven(typed, count);
    const uint64_t wanted = signature(typed, count);
    size_t found = 0;

    for (size_t i = 0; max && i < vocabulary->count; i++) {
        const struct entry *entry = &vocabulary->entries[i];
        uint32_t word[YT_VOCABULARY_POINTS_MAX];
        uint64_t missing;
        int slips;

        if (entry->count + (size_t)max < count || entry->count > count + (size_t)max)
            continue;
        for (size_t k = 0; k < entry->count; k++)
            word[k] = entry->points[k];
        missing = wanted & ~signature(word, entry->count);
        if (__builtin_popcountll(missing) > max)
            continue;
        slips = yt_slips(typed, count, word, entry->count, max);
        if (slips > 0 && slips <= max)
            keep_nearest(near, &found, capacity, entry, slips);
    }
    return found;
}

/* --- In the file ------------------------------------------------------------------------------ */

void yt_vocabulary_pack(const struct yt_vocabulary *vocabulary, struct yt_buf *to)
{
    yt_pack_number(to, vocabulary->count);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct entry *entry = &vocabulary->entries[i];

        yt_pack_number(to, entry->count);
        for (size_t k = 0; k < entry->count; k++)
            yt_pack_number(to, entry->points[k]);
        yt_pack_number(to, entry->uses);
    }
    yt_pack_seal(to);
}

static bool unpack_all(struct yt_vocabulary *vocabulary, const void *bytes, size_t size,
                       struct yt_err *err)
{
    struct yt_unpack unpack;

    yt_unpack_begin(&unpack, bytes, size, NULL);
    vocabulary->count = (size_t)yt_unpack_number(&unpack, YT_VOCABULARY_MAX);
    vocabulary->entries = calloc(vocabulary->count + 1, sizeof *vocabulary->entries);
    if (!vocabulary->entries)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "the words of the listings");
    for (size_t i = 0; i < vocabulary->count; i++) {
        struct entry *entry = &vocabulary->entries[i];

        entry->count = (uint8_t)yt_unpack_number(&unpack, YT_VOCABULARY_POINTS_MAX);
        for (size_t k = 0; k < entry->count; k++)
            entry->points[k] = (uint16_t)yt_unpack_number(&unpack, UINT16_MAX);
        entry->uses = (uint32_t)yt_unpack_number(&unpack, UINT32_MAX);
    }
    return yt_unpack_end(&unpack, err);
}

struct yt_vocabulary *yt_vocabulary_unpack(const void *bytes, size_t size, struct yt_err *err)
{
    struct yt_vocabulary *vocabulary = calloc(1, sizeof *vocabulary);

    if (!vocabulary) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "the words of the listings");
        return NULL;
    }
    if (unpack_all(vocabulary, bytes, size, err))
        return vocabulary;
    yt_vocabulary_free(vocabulary);
    return NULL;
}
