/* A catalogue that is damaged: it is told, and nothing of it is shown that is not as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/fs.h"
#include "catalogue_place.h"

/* Reads all there is. What is told must be true: a listing is as it was put in, or refused. */
static bool all_is_whole(struct place *place, unsigned count)
{
    YT_SCOPED(yt_catalogue_free_scoped)
    struct yt_catalogue *catalogue = yt_catalogue_open(place->path, &four_languages, &place->err);
    struct yt_listing_index *index;
    uint32_t *positions = NULL;
    size_t found = 0;
    bool whole = true;

    if (!catalogue)
        return false;
    for (unsigned i = 0; i < count; i++) {
        struct yt_listing before;
        struct yt_listing after;

        any_listing(i, &place->arena, &before);
        if (yt_catalogue_listing(catalogue, i + 1, &place->arena, &after, &place->err))
            assert_true(same_listing(&before, &after, same_order));
        else
            whole = false;
    }
    index = yt_catalogue_index(catalogue, HIDE_DAYS, &place->err);
    if (!index)
        return false;
    assert_int_equal(index->count, count);
    whole =
        yt_catalogue_search(catalogue, index, "そうじ", &positions, &found, &place->err) && whole;
    for (size_t i = 0; i < found; i++)
        assert_true(positions[i] < count);
    free(positions);
    yt_listing_index_free(index);
    return whole;
}

static void a_cut_file_is_corrupt(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf file;

    build(place, 0, 200);
    read_file(place, &file);
    for (size_t size = 0; size < file.size; size += file.size / 37 + 1) {
        write_file(place, file.data, size);
        assert_null(yt_catalogue_open(place->path, &four_languages, &place->err));
        assert_int_equal(place->err.code, YT_ERR_CORRUPT);
        assert_string_not_equal(place->err.remedy, "");
    }
}

/* Every page of the file in turn is turned into something else. */
static void a_damaged_page_shows_no_garbage(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    const unsigned count = 150;
    size_t refused = 0;
    size_t pages = 0;

    build(place, 0, count);
    read_file(place, &file);
    assert_true(all_is_whole(place, count));
    for (size_t page = 0; page < file.size; page += 4096, pages++) {
        uint8_t before[4096];

        memcpy(before, file.data + page, sizeof before);
        for (size_t i = 0; i < sizeof before; i++)
            file.data[page + i] ^= (uint8_t)(0x11 + i * 7);
        write_file(place, file.data, file.size);
        refused += !all_is_whole(place, count);
        memcpy(file.data + page, before, sizeof before);
        yt_arena_reset(&place->arena);
    }
    assert_true(refused > pages / 2);
}

static void a_damaged_byte_shows_no_garbage(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    const unsigned count = 40;

    build(place, 0, count);
    read_file(place, &file);
    for (size_t at = 0; at < file.size; at += file.size / 600 + 1) {
        file.data[at] ^= 0x5a;
        write_file(place, file.data, file.size);
        (void)all_is_whole(place, count);
        file.data[at] ^= 0x5a;
        yt_arena_reset(&place->arena);
    }
}

/* Where listings are compressed, what they are compressed against may be damaged, too. */
static void damage_among_many_shows_no_garbage(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    const unsigned count = 1600;
    size_t refused = 0;
    size_t tries = 0;

    build(place, 0, count);
    read_file(place, &file);
    assert_true(all_is_whole(place, count));
    for (size_t at = 4096; at < file.size; at += file.size / 60 + 1, tries++) {
        yt_arena_reset(&place->arena);
        file.data[at] ^= 0x5a;
        write_file(place, file.data, file.size);
        refused += !all_is_whole(place, count);
        file.data[at] ^= 0x5a;
    }
    assert_true(refused > tries / 4);
}

static void a_broken_file_is_built_anew(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;

    write_file(place, (const uint8_t *)"this is no catalogue", 20);
    build(place, 0, 3);
    catalogue = open_there(place, &four_languages);
    assert_true(yt_catalogue_in_place(catalogue));
}

static void a_folder_that_may_not_be_written_is_told(void **state)
{
    struct place *place = *state;
    char path[128];

    snprintf(path, sizeof path, "%s/nowhere/catalogue.db", place->folder);
    assert_null(yt_catalogue_builder_new(path, &four_languages, NULL, 0, &place->err));
    assert_int_equal(place->err.code, YT_ERR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(a_cut_file_is_corrupt),
        IN_A_PLACE(a_damaged_page_shows_no_garbage),
        IN_A_PLACE(a_damaged_byte_shows_no_garbage),
        IN_A_PLACE(damage_among_many_shows_no_garbage),
        IN_A_PLACE(a_broken_file_is_built_anew),
        IN_A_PLACE(a_folder_that_may_not_be_written_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
