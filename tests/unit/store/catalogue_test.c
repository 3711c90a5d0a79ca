/* The catalogue's file: what is put in comes out, whole or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/fs.h"
#include "catalogue_place.h"

static const int turned_order[YT_LANGUAGES_MAX] = {1, 2, 0, -1};

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

/* --- Replaced and killed ---------------------------------------------------------------------- */

static bool exists(const struct place *place, const char *ending)
{
    char path[128];

    snprintf(path, sizeof path, "%s%s", place->path, ending);
    return yt_fs_exists(path);
}

static void a_reader_goes_on_while_the_file_is_replaced(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *before = NULL;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *after = NULL;
    struct yt_listing listing;

    build(place, 0, 300);
    before = open_there(place, &four_languages);
    assert_true(yt_catalogue_in_place(before));
    build(place, 1000, 10);
    assert_false(yt_catalogue_in_place(before));
    for (int64_t row = 1; row <= 300; row++)
        assert_true(yt_catalogue_listing(before, row, &place->arena, &listing, &place->err));
    assert_string_equal(listing.id, "L00299");
    after = open_there(place, &four_languages);
    assert_true(yt_catalogue_in_place(after));
    assert_true(yt_catalogue_listing(after, 10, &place->arena, &listing, &place->err));
    assert_string_equal(listing.id, "L01009");
    assert_false(yt_catalogue_listing(after, 11, &place->arena, &listing, &place->err));
    assert_int_equal(place->err.code, YT_ERR_NOT_FOUND);
}

static void what_is_not_finished_changes_nothing(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    struct yt_catalogue_builder *builder;

    build(place, 0, 5);
    catalogue = open_there(place, &four_languages);
    builder = begin(place);
    add(place, builder, YT_SOURCE_SITE, 100);
    yt_catalogue_builder_free(builder);
    assert_true(yt_catalogue_in_place(catalogue));
    assert_false(exists(place, ".new"));
}

static void what_a_killed_build_left_is_no_hindrance(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    char path[128];
    FILE *left;

    snprintf(path, sizeof path, "%s.new", place->path);
    left = fopen(path, "wb");
    assert_non_null(left);
    assert_true(fputs("half of a file", left) >= 0);
    assert_int_equal(fclose(left), 0);
    build(place, 0, 5);
    assert_false(exists(place, ".new"));
    catalogue = open_there(place, &four_languages);
    assert_true(yt_catalogue_in_place(catalogue));
}

static void no_file_is_told_from_a_broken_one(void **state)
{
    struct place *place = *state;

    assert_null(yt_catalogue_open(place->path, &four_languages, &place->err));
    assert_int_equal(place->err.code, YT_ERR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(a_listing_comes_out_as_it_went_in),
        IN_A_PLACE(texts_follow_their_language),
        IN_A_PLACE(the_index_is_made_of_each_listings_key),
        IN_A_PLACE(a_catalogue_of_nothing_has_an_index),
        IN_A_PLACE(a_reader_goes_on_while_the_file_is_replaced),
        IN_A_PLACE(what_is_not_finished_changes_nothing),
        IN_A_PLACE(what_a_killed_build_left_is_no_hindrance),
        IN_A_PLACE(no_file_is_told_from_a_broken_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
