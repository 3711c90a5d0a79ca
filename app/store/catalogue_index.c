/* Making what words are found by, from the listings that are in the file already. In a second pass,
 * because how kanji are read may be written in the last listing. */
#include "store/catalogue_file.h"
#include "store/catalogue_grams.h"
#include "store/search_lexicon.h"

#include <sqlite3.h>
#include <string.h>

#define ARENA_MAX ((size_t)4 << 20)

struct indexing {
    struct yt_catalogue_builder *builder;
    struct yt_grams *grams;
    struct yt_vocabulary *vocabulary;
    bool counting;
    struct yt_fold written, read, sounded;
};

static void take_text(void *context, const char *markup, bool title)
{
    struct indexing *indexing = context;
    const bool ruby = yt_fold_markup(markup, &indexing->written, &indexing->read);
    bool sounded;

    indexing->sounded.count = 0;
    sounded =
        yt_readings_apply(indexing->builder->readings, &indexing->read, false, &indexing->sounded);
    yt_tokens_of(&indexing->written, title, yt_grams_take, indexing->grams);
    if (ruby || sounded)
        yt_tokens_of(&indexing->sounded, title, yt_grams_take, indexing->grams);
    if (indexing->counting)
        return;
    yt_tokens_words(&indexing->written, yt_vocabulary_add, indexing->vocabulary);
    if (ruby || sounded)
        yt_tokens_words(&indexing->sounded, yt_vocabulary_add, indexing->vocabulary);
}

static bool take_listing(struct indexing *indexing, uint32_t row, const struct yt_listing *listing,
                         struct yt_err *err)
{
    yt_grams_begin(indexing->grams, row);
    yt_listing_each_text(listing, take_text, indexing);
    for (uint32_t day = 0; day < 7; day++) {
        const uint32_t digit = '0' + day;

        if (!listing->weekdays || (listing->weekdays >> day & 1))
            yt_grams_take(indexing->grams, YT_TOKEN_WEEKDAY, &digit, 1);
    }
    return yt_grams_end(indexing->grams, err);
}

static bool pass(struct indexing *indexing, uint32_t step, struct yt_err *err)
{
    YT_SCOPED(yt_arena_done) struct yt_arena arena;
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *read =
        yt_sqlite_prepare(indexing->builder->sql, "SELECT record FROM listing WHERE row = ?1", err);
    struct yt_languages own;
    struct yt_listing listing;

    yt_arena_init(&arena, ARENA_MAX);
    for (uint32_t row = 1; read && row <= indexing->builder->rows[YT_TABLE_LISTING]; row += step) {
        bool found = false;

        sqlite3_bind_int64(read, 1, row);
        yt_arena_reset(&arena);
        if (!yt_sqlite_step(read, &found, err) ||
            !yt_unpack_listing(sqlite3_column_blob(read, 0), (size_t)sqlite3_column_bytes(read, 0),
                               NULL, &own, &arena, &listing, err) ||
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
    indexing->counting = true;
    if (!pass(indexing, yt_grams_sample_step(indexing->grams), err) ||
        !yt_grams_counted(indexing->grams, err))
        return false;
    indexing->counting = false;
    return pass(indexing, 1, err) && yt_grams_finish(indexing->grams, err) &&
           yt_lexicon_write(builder->sql, builder->readings, indexing->vocabulary, builder->groups,
                            builder->group_count, err);
}

bool yt_builder_index(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    YT_SCOPED(yt_grams_free_scoped) struct yt_grams *grams = NULL;
    YT_SCOPED(yt_vocabulary_free_scoped) struct yt_vocabulary *vocabulary = yt_vocabulary_new();
    struct indexing indexing = {.builder = builder, .vocabulary = vocabulary};

    if (!vocabulary)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the index of words");
    if (!yt_builder_flush_keys(builder, err) ||
        !(grams = yt_grams_new(builder->sql, builder->rows[YT_TABLE_LISTING], err)))
        return false;
    indexing.grams = grams;
    return index_words(builder, &indexing, err);
}
