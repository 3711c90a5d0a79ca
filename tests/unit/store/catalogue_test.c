/* The catalogue's file: what is put in comes out, whole or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/fs.h"
#include "listings.h"
#include "remove_folder.h"
#include "store/catalogue.h"

#define HIDE_DAYS 30

static const int same_order[YT_LANGUAGES_MAX] = {0, 1, 2, 3};
static const int turned_order[YT_LANGUAGES_MAX] = {1, 2, 0, -1};

struct place {
    char folder[64];
    char path[96];
    struct yt_arena arena;
    struct yt_err err;
};

static int setup(void **state)
{
    struct place *place = calloc(1, sizeof *place);

    *state = place;
    if (!place)
        return -1;
    snprintf(place->folder, sizeof place->folder, "/tmp/yotte-catalogue-XXXXXX");
    yt_arena_init(&place->arena, (size_t)64 << 20);
    if (!mkdtemp(place->folder))
        return -1;
    snprintf(place->path, sizeof place->path, "%s/catalogue.db", place->folder);
    return 0;
}

static int teardown(void **state)
{
    struct place *place = *state;
    const int removed = remove_folder(place->folder);

    yt_arena_done(&place->arena);
    free(place);
    return removed;
}

static struct yt_catalogue_builder *begin(struct place *place)
{
    struct yt_catalogue_builder *builder =
        yt_catalogue_builder_new(place->path, &four_languages, NULL, 0, &place->err);

    if (!builder)
        fail_msg("%s", place->err.text);
    return builder;
}

static void add(struct place *place, struct yt_catalogue_builder *builder, const char *source,
                unsigned number)
{
    struct yt_listing listing;

    any_listing(number, &place->arena, &listing);
    if (!yt_catalogue_builder_listing(builder, source, &listing, &place->err))
        fail_msg("%s", place->err.text);
}

static void finish(struct place *place, struct yt_catalogue_builder *builder)
{
    if (!yt_catalogue_builder_finish(builder, &place->err))
        fail_msg("%s", place->err.text);
    yt_catalogue_builder_free(builder);
}

/* `count` listings of the site's, numbered from `first`. */
static void build(struct place *place, unsigned first, unsigned count)
{
    struct yt_catalogue_builder *builder = begin(place);

    for (unsigned i = 0; i < count; i++)
        add(place, builder, YT_SOURCE_SITE, first + i);
    finish(place, builder);
}

static struct yt_catalogue *open_there(struct place *place, const struct yt_languages *languages)
{
    struct yt_catalogue *catalogue = yt_catalogue_open(place->path, languages, &place->err);

    if (!catalogue)
        fail_msg("%s", place->err.text);
    return catalogue;
}

static struct yt_listing_index *index_of(struct place *place, struct yt_catalogue *catalogue)
{
    struct yt_listing_index *index = yt_catalogue_index(catalogue, HIDE_DAYS, &place->err);

    if (!index)
        fail_msg("%s", place->err.text);
    return index;
}

/* --- What is put in comes out ----------------------------------------------------------------- */

static void a_listing_comes_out_as_it_went_in(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    const unsigned count = 500;

    build(place, 0, count);
    catalogue = open_there(place, &four_languages);
    for (unsigned i = 0; i < count; i++) {
        struct yt_listing before;
        struct yt_listing after;

        any_listing(i, &place->arena, &before);
        assert_true(yt_catalogue_listing(catalogue, i + 1, &place->arena, &after, &place->err));
        assert_true(same_listing(&before, &after, same_order));
    }
}

static void texts_follow_their_language(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;

    build(place, 0, 50);
    catalogue = open_there(place, &turned_languages);
    for (unsigned i = 0; i < 50; i++) {
        struct yt_listing before;
        struct yt_listing after;

        any_listing(i, &place->arena, &before);
        assert_true(yt_catalogue_listing(catalogue, i + 1, &place->arena, &after, &place->err));
        assert_true(same_listing(&before, &after, turned_order));
    }
}

static void the_index_is_made_of_each_listings_key(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    struct yt_listing_index *index;
    const unsigned count = 9000; /* more than two chunks */

    build(place, 0, count);
    catalogue = open_there(place, &four_languages);
    index = index_of(place, catalogue);
    assert_int_equal(index->count, count);
    for (unsigned i = 0; i < count; i++) {
        struct yt_listing listing;
        struct yt_listing_key key = {.row = index->keys[i].row};

        any_listing(i, &place->arena, &listing);
        yt_listing_key_fill(&listing, HIDE_DAYS, &key);
        assert_memory_equal(&key, &index->keys[i], sizeof key);
        assert_int_equal(yt_listing_index_find(index, key.row), i);
        if (i % 500 == 0)
            yt_arena_reset(&place->arena);
    }
    yt_listing_index_free(index);
}

static void a_catalogue_of_nothing_has_an_index(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    struct yt_listing_index *index;
    uint32_t *positions;
    size_t count;

    build(place, 0, 0);
    catalogue = open_there(place, &four_languages);
    index = index_of(place, catalogue);
    assert_int_equal(index->count, 0);
    assert_true(yt_catalogue_search(catalogue, index, "そうじ", &positions, &count, &place->err));
    assert_int_equal(count, 0);
    free(positions);
    yt_listing_index_free(index);
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(a_listing_comes_out_as_it_went_in),
        IN_A_PLACE(texts_follow_their_language),
        IN_A_PLACE(the_index_is_made_of_each_listings_key),
        IN_A_PLACE(a_catalogue_of_nothing_has_an_index),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
