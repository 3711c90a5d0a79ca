/* Making what words are found by, from the listings that are in the file already. In a second pass,
 * because how kanji are read may be written in the last listing. */
#include "store/catalogue_file.h"
#include "store/catalogue_grams.h"
#include "store/search_lexicon.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)4 << 20)

/* Many listings share a text: a task, a note, a part of the town. Its tokens are made once. When
 * the room for them is used up, they are made anew. */
#define MADE_MAX ((size_t)1 << 20)
#define MADE_FULL ((size_t)3 << 18) /* no text has as many as are left then */
#define MADE_TEXTS ((size_t)1 << 14)

struct made_text {
    uint64_t hash; /* of the text; 0: none */
    uint32_t at, end;
};

struct indexing {
    struct yt_catalogue_builder *builder;
    struct yt_grams *grams;
    struct yt_vocabulary *vocabulary;
    struct made_text *texts; /* by hash; another one takes the place */
    uint64_t *made;          /* keys of tokens */
    size_t used;
    struct yt_fold written, read, sounded;
};

static uint64_t hash_of(const char *markup, bool title)
{
    static const uint8_t key[crypto_shorthash_KEYBYTES] = "yotte texts";
    uint64_t hash;

    crypto_shorthash((uint8_t *)&hash, (const uint8_t *)markup, strlen(markup), key);
    return (hash | 2) ^ title;
}

static void make_token(void *context, enum yt_token_kind kind, const uint32_t *points, size_t count)
{
    struct indexing *indexing = context;

    if (indexing->used < MADE_MAX)
        indexing->made[indexing->used++] = yt_token_key(kind, points, count);
}

static void make_tokens(struct indexing *indexing, const char *markup, bool title)
{
    const bool ruby = yt_fold_markup(markup, &indexing->written, &indexing->read);
    bool sounded;

    indexing->sounded.count = 0;
    sounded =
        yt_readings_apply(indexing->builder->readings, &indexing->read, false, &indexing->sounded);
    yt_tokens_of(&indexing->written, title, make_token, indexing);
    yt_tokens_words(&indexing->written, yt_vocabulary_add, indexing->vocabulary);
    if (!ruby && !sounded)
        return;
    yt_tokens_of(&indexing->sounded, title, make_token, indexing);
    yt_tokens_words(&indexing->sounded, yt_vocabulary_add, indexing->vocabulary);
}

static void take_text(void *context, const char *markup, bool title)
{
    struct indexing *indexing = context;
    const uint64_t hash = hash_of(markup, title);
    struct made_text *text = &indexing->texts[hash % MADE_TEXTS];

    if (text->hash != hash) {
        if (indexing->used > MADE_FULL) {
            memset(indexing->texts, 0, MADE_TEXTS * sizeof *indexing->texts);
            indexing->used = 0;
        }
        text->hash = hash;
        text->at = (uint32_t)indexing->used;
        make_tokens(indexing, markup, title);
        text->end = (uint32_t)indexing->used;
    }
    yt_grams_take(indexing->grams, indexing->made + text->at, text->end - text->at);
}

static bool take_listing(struct indexing *indexing, uint32_t row, const struct yt_listing *listing,
                         struct yt_err *err)
{
    yt_grams_begin(indexing->grams, row);
    yt_listing_each_text(listing, take_text, indexing);
    for (uint32_t day = 0; day < 7; day++) {
        const uint32_t digit = '0' + day;

        const uint64_t key = yt_token_key(YT_TOKEN_WEEKDAY, &digit, 1);

        if (!listing->weekdays || (listing->weekdays >> day & 1))
            yt_grams_take(indexing->grams, &key, 1);
    }
    return yt_grams_end(indexing->grams, err);
}

static bool take_all(struct indexing *indexing, struct yt_err *err)
{
    YT_SCOPED(yt_arena_done) struct yt_arena arena;
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *read =
        yt_sqlite_prepare(indexing->builder->sql, "SELECT record FROM listing WHERE row = ?1", err);
    struct yt_languages own;
    struct yt_listing listing;
    const void *record;
    size_t size;

    yt_arena_init(&arena, ARENA_MAX);
    for (uint32_t row = 1; read && row <= indexing->builder->rows[YT_TABLE_LISTING]; row++) {
        bool found = false;

        sqlite3_bind_int64(read, 1, row);
        yt_arena_reset(&arena);
        if (!yt_sqlite_step(read, &found, err) ||
            !yt_squeeze_unpack(indexing->builder->squeeze, sqlite3_column_blob(read, 0),
                               (size_t)sqlite3_column_bytes(read, 0), &record, &size, err) ||
            !yt_unpack_listing(record, size, NULL, &own, &arena, &listing, err) ||
            !take_listing(indexing, row, &listing, err))
            return false;
        (void)sqlite3_reset(read); /* was stepped well */
    }
    return read != NULL;
}

static void learn_groups(struct yt_catalogue_builder *builder)
{
    for (size_t i = 0; i < builder->group_count; i++)
        for (size_t k = 0; k < builder->groups[i].count; k++)
            yt_readings_learn(builder->readings, builder->groups[i].words[k]);
    yt_readings_settle(builder->readings);
}

static bool index_words(struct yt_catalogue_builder *builder, struct indexing *indexing,
                        struct yt_err *err)
{
    learn_groups(builder);
    return take_all(indexing, err) && yt_grams_finish(indexing->grams, err) &&
           yt_lexicon_write(builder->sql, builder->readings, indexing->vocabulary, builder->groups,
                            builder->group_count, err);
}

bool yt_builder_index(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    struct indexing indexing = {
        .builder = builder,
        .vocabulary = yt_vocabulary_new(),
        .texts = calloc(MADE_TEXTS, sizeof *indexing.texts),
        .made = malloc(MADE_MAX * sizeof *indexing.made),
    };
    bool indexed = false;

    if (!indexing.vocabulary || !indexing.texts || !indexing.made)
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the index of words");
    else if (yt_builder_flush_keys(builder, err) &&
             (indexing.grams = yt_grams_new(builder->sql, builder->rows[YT_TABLE_LISTING], err)))
        indexed = index_words(builder, &indexing, err);
    yt_grams_free(indexing.grams);
    yt_vocabulary_free(indexing.vocabulary);
    free(indexing.texts);
    free(indexing.made);
    return indexed;
}
