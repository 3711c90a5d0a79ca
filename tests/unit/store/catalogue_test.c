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

/* --- Replaced, killed, damaged ---------------------------------------------------------------- */

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
}

static void no_file_is_told_from_a_broken_one(void **state)
{
    struct place *place = *state;

    assert_null(yt_catalogue_open(place->path, &four_languages, &place->err));
    assert_int_equal(place->err.code, YT_ERR_NOT_FOUND);
}

static void read_file(struct place *place, struct yt_buf *to)
{
    yt_buf_init(to, (size_t)64 << 20);
    assert_true(yt_fs_read(place->path, to, &place->err));
}

static void write_file(struct place *place, const uint8_t *data, size_t size)
{
    FILE *file = fopen(place->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

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

static void a_broken_file_is_built_anew(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;

    write_file(place, (const uint8_t *)"this is no catalogue", 20);
    build(place, 0, 3);
    catalogue = open_there(place, &four_languages);
}

static void a_folder_that_may_not_be_written_is_told(void **state)
{
    struct place *place = *state;
    char path[128];

    snprintf(path, sizeof path, "%s/nowhere/catalogue.db", place->folder);
    assert_null(yt_catalogue_builder_new(path, &four_languages, NULL, 0, &place->err));
    assert_int_equal(place->err.code, YT_ERR_NOT_FOUND);
}

/* --- Sources ---------------------------------------------------------------------------------- */

/* The site's 1 and 2, office's 11 and 12, agency's 21. */
static void build_sources(struct place *place)
{
    struct yt_catalogue_builder *builder = begin(place);

    add(place, builder, "office", 11);
    add(place, builder, "office", 12);
    add(place, builder, "agency", 21);
    add(place, builder, YT_SOURCE_SITE, 1);
    add(place, builder, YT_SOURCE_SITE, 2);
    assert_true(yt_catalogue_builder_stamp(builder, "first", &place->err));
    finish(place, builder);
}

/* The ids in the usual order, in one line. */
static void ids_of(struct place *place, char *line, size_t capacity)
{
    YT_SCOPED(yt_catalogue_free_scoped)
    struct yt_catalogue *catalogue = open_there(place, &four_languages);
    struct yt_listing_index *index = index_of(place, catalogue);

    line[0] = '\0';
    for (size_t i = 0; i < index->count; i++) {
        struct yt_listing listing;

        assert_true(yt_catalogue_listing(catalogue, index->keys[i].row, &place->arena, &listing,
                                         &place->err));
        strncat(line, listing.id, capacity - strlen(line) - 1);
        strncat(line, " ", capacity - strlen(line) - 1);
    }
    yt_listing_index_free(index);
}

static void other_sources_are_kept(void **state)
{
    struct place *place = *state;
    struct yt_catalogue_builder *builder;
    char ids[256];

    build_sources(place);
    builder = begin(place);
    assert_true(yt_catalogue_builder_keep(builder, "office", &place->err));
    add(place, builder, "office", 13);
    finish(place, builder);
    ids_of(place, ids, sizeof ids);
    assert_string_equal(ids, "L00001 L00002 L00013 L00021 ");
}

static void the_sites_own_come_first(void **state)
{
    struct place *place = *state;
    struct yt_catalogue_builder *builder;
    char ids[256];

    build_sources(place);
    builder = begin(place);
    assert_true(yt_catalogue_builder_keep(builder, YT_SOURCE_SITE, &place->err));
    add(place, builder, YT_SOURCE_SITE, 3);
    finish(place, builder);
    ids_of(place, ids, sizeof ids);
    assert_string_equal(ids, "L00003 L00011 L00012 L00021 ");
}

static void everything_is_kept_where_nothing_is_left_out(void **state)
{
    struct place *place = *state;
    struct yt_catalogue_builder *builder;
    char ids[256];

    build_sources(place);
    builder = begin(place);
    assert_true(yt_catalogue_builder_keep(builder, NULL, &place->err));
    finish(place, builder);
    ids_of(place, ids, sizeof ids);
    assert_string_equal(ids, "L00001 L00002 L00011 L00012 L00021 ");
}

static void keeping_from_nothing_is_fine(void **state)
{
    struct place *place = *state;
    struct yt_catalogue_builder *builder = begin(place);

    assert_true(yt_catalogue_builder_keep(builder, NULL, &place->err));
    finish(place, builder);
}

/* Texts in a language that the site has given up come back with it. */
static void kept_listings_keep_all_their_languages(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    static const struct yt_languages one = {.count = 1, .tag = {"ja"}};
    struct yt_catalogue_builder *builder;
    struct yt_listing before;
    struct yt_listing after;

    build(place, 7, 1);
    builder = yt_catalogue_builder_new(place->path, &one, NULL, 0, &place->err);
    assert_non_null(builder);
    assert_true(yt_catalogue_builder_keep(builder, NULL, &place->err));
    finish(place, builder);
    catalogue = open_there(place, &four_languages);
    any_listing(7, &place->arena, &before);
    assert_true(yt_catalogue_listing(catalogue, 1, &place->arena, &after, &place->err));
    assert_true(same_listing(&before, &after, same_order));
}

static void keeping_from_a_broken_file_is_refused(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_builder_free_scoped) struct yt_catalogue_builder *builder = NULL;

    write_file(place, (const uint8_t *)"this is no catalogue", 20);
    builder = begin(place);
    assert_false(yt_catalogue_builder_keep(builder, NULL, &place->err));
    assert_int_equal(place->err.code, YT_ERR_CORRUPT);
}

static void an_id_stands_once(void **state)
{
    struct place *place = *state;
    struct yt_catalogue_builder *builder;
    struct yt_listing listing;
    char ids[256];

    build_sources(place);
    builder = begin(place);
    assert_true(yt_catalogue_builder_keep(builder, "office", &place->err));
    any_listing(21, &place->arena, &listing); /* the agency's, to be taken over at the end */
    assert_false(yt_catalogue_builder_listing(builder, "office", &listing, &place->err));
    assert_int_equal(place->err.code, YT_ERR_CONFLICT);
    any_listing(1, &place->arena, &listing); /* the site's */
    assert_false(yt_catalogue_builder_listing(builder, "office", &listing, &place->err));
    assert_int_equal(place->err.code, YT_ERR_CONFLICT);
    add(place, builder, "office", 11);
    any_listing(11, &place->arena, &listing);
    assert_false(yt_catalogue_builder_listing(builder, "office", &listing, &place->err));
    assert_int_equal(place->err.code, YT_ERR_CONFLICT);
    add(place, builder, "office", 14);
    finish(place, builder);
    ids_of(place, ids, sizeof ids);
    assert_string_equal(ids, "L00001 L00002 L00011 L00014 L00021 ");
}

static bool note_source(const struct yt_catalogue_source *source, void *context)
{
    char *line = context;
    const size_t size = strlen(line);

    snprintf(line + size, 256 - size, "%s:%zu:%zu:%zu ", source->name, source->listings,
             source->programmes, source->places);
    return true;
}

static void sources_and_stamp_are_told(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    char line[256] = "";

    build_sources(place);
    catalogue = open_there(place, &four_languages);
    assert_string_equal(yt_catalogue_stamp(catalogue), "first");
    assert_true(yt_catalogue_sources(catalogue, note_source, line, &place->err));
    assert_string_equal(line, "office:2:0:0 agency:1:0:0 site:2:0:0 ");
}

/* --- Programmes and places -------------------------------------------------------------------- */

static void assert_same_words(const char *a, const char *b)
{
    if (a && b)
        assert_string_equal(a, b);
    else
        assert_ptr_equal(a, b);
}

static void assert_same_programme(const struct yt_programme *a, const struct yt_programme *b)
{
    assert_string_equal(a->id, b->id);
    assert_int_equal(a->number, b->number);
    assert_true(same_text(&a->name, &b->name, same_order));
    assert_true(same_text(&a->text, &b->text, same_order));
    assert_true(same_text(&a->where, &b->where, same_order));
    assert_true(same_text(&a->for_whom, &b->for_whom, same_order));
    assert_true(same_text(&a->by, &b->by, same_order));
    assert_same_words(a->picture, b->picture);
    assert_same_words(a->phone, b->phone);
    assert_same_words(a->online_link, b->online_link);
    assert_same_words(a->given_by, b->given_by);
    assert_int_equal(a->days.weekdays, b->days.weekdays);
    assert_int_equal(a->days.weeks, b->days.weeks);
    assert_int_equal(a->days.date_count, b->days.date_count);
    assert_memory_equal(a->days.dates, b->days.dates, a->days.date_count * sizeof *a->days.dates);
    assert_int_equal(a->months, b->months);
    assert_int_equal(a->follows_orders, b->follows_orders);
    assert_memory_equal(&a->first, &b->first, sizeof a->first);
    assert_memory_equal(&a->last, &b->last, sizeof a->last);
    assert_int_equal(a->from_minute, b->from_minute);
    assert_int_equal(a->until_minute, b->until_minute);
    assert_int_equal(a->room, b->room);
    assert_int_equal(a->usual_from, b->usual_from);
    assert_int_equal(a->usual_until, b->usual_until);
    assert_int_equal(a->group, b->group);
    assert_int_equal(a->sign_up, b->sign_up);
    assert_int_equal(a->sign_up_days, b->sign_up_days);
    assert_int_equal(a->online_too, b->online_too);
    assert_int_equal(a->open_holidays, b->open_holidays);
    assert_int_equal(a->items, b->items);
    assert_int_equal(a->books, b->books);
    assert_int_equal(a->place, b->place);
    assert_int_equal(a->change_count, b->change_count);
    for (size_t i = 0; i < a->change_count; i++) {
        assert_memory_equal(&a->changes[i].from, &b->changes[i].from, sizeof a->first);
        assert_memory_equal(&a->changes[i].until, &b->changes[i].until, sizeof a->first);
        assert_int_equal(a->changes[i].kind, b->changes[i].kind);
        assert_true(same_text(&a->changes[i].where, &b->changes[i].where, same_order));
        assert_memory_equal(&a->changes[i].to_date, &b->changes[i].to_date, sizeof a->first);
        assert_int_equal(a->changes[i].from_minute, b->changes[i].from_minute);
        assert_int_equal(a->changes[i].until_minute, b->changes[i].until_minute);
        assert_true(same_text(&a->changes[i].note, &b->changes[i].note, same_order));
    }
}

static void assert_same_place(const struct yt_open_place *a, const struct yt_open_place *b)
{
    assert_string_equal(a->id, b->id);
    assert_int_equal(a->kind, b->kind);
    assert_true(same_text(&a->name, &b->name, same_order));
    assert_true(same_text(&a->text, &b->text, same_order));
    assert_true(same_text(&a->where, &b->where, same_order));
    assert_true(same_text(&a->hours, &b->hours, same_order));
    assert_true(same_text(&a->by, &b->by, same_order));
    assert_same_words(a->phone, b->phone);
    assert_int_equal(a->opening_count, b->opening_count);
    for (size_t i = 0; i < a->opening_count; i++) {
        assert_int_equal(a->openings[i].days.weekdays, b->openings[i].days.weekdays);
        assert_int_equal(a->openings[i].days.weeks, b->openings[i].days.weeks);
        assert_int_equal(a->openings[i].from_minute, b->openings[i].from_minute);
        assert_int_equal(a->openings[i].until_minute, b->openings[i].until_minute);
    }
    assert_int_equal(a->minutes_there, b->minutes_there);
    assert_int_equal(a->has_position, b->has_position);
    assert_float_equal(a->latitude, b->latitude, 1e-4);
    assert_float_equal(a->longitude, b->longitude, 1e-4);
    assert_int_equal(a->step_free, b->step_free);
    assert_memory_equal(&a->checked, &b->checked, sizeof a->checked);
}

static void programmes_and_places_come_out_as_they_went_in(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    struct yt_catalogue_builder *builder = begin(place);
    const struct yt_programme *programmes;
    const struct yt_open_place *places;
    struct yt_programme programme;
    struct yt_open_place open_place;
    size_t count;

    for (unsigned i = 0; i < 40; i++) {
        any_programme(i, &place->arena, &programme);
        any_place(i, &place->arena, &open_place);
        assert_true(yt_catalogue_builder_programme(builder, "city", &programme, &place->err));
        assert_true(yt_catalogue_builder_place(builder, "city", &open_place, &place->err));
    }
    assert_false(yt_catalogue_builder_programme(builder, "city", &programme, &place->err));
    assert_int_equal(place->err.code, YT_ERR_CONFLICT);
    assert_false(yt_catalogue_builder_place(builder, "city", &open_place, &place->err));
    assert_int_equal(place->err.code, YT_ERR_CONFLICT);
    finish(place, builder);
    builder = begin(place); /* ... and once more, as others are kept */
    assert_true(yt_catalogue_builder_keep(builder, YT_SOURCE_SITE, &place->err));
    finish(place, builder);
    catalogue = open_there(place, &four_languages);
    assert_true(
        yt_catalogue_programmes(catalogue, &place->arena, &programmes, &count, &place->err));
    assert_int_equal(count, 40);
    assert_true(yt_catalogue_places(catalogue, &place->arena, &places, &count, &place->err));
    assert_int_equal(count, 40);
    for (unsigned i = 0; i < 40; i++) {
        any_programme(i, &place->arena, &programme);
        assert_same_programme(&programme, &programmes[i]);
        any_place(i, &place->arena, &open_place);
        assert_same_place(&open_place, &places[i]);
    }
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(a_listing_comes_out_as_it_went_in),
        IN_A_PLACE(texts_follow_their_language),
        IN_A_PLACE(the_index_is_made_of_each_listings_key),
        IN_A_PLACE(a_catalogue_of_nothing_has_an_index),
        IN_A_PLACE(a_reader_goes_on_while_the_file_is_replaced),
        IN_A_PLACE(what_is_not_finished_changes_nothing),
        IN_A_PLACE(what_a_killed_build_left_is_no_hindrance),
        IN_A_PLACE(no_file_is_told_from_a_broken_one),
        IN_A_PLACE(a_cut_file_is_corrupt),
        IN_A_PLACE(a_damaged_page_shows_no_garbage),
        IN_A_PLACE(a_damaged_byte_shows_no_garbage),
        IN_A_PLACE(a_broken_file_is_built_anew),
        IN_A_PLACE(a_folder_that_may_not_be_written_is_told),
        IN_A_PLACE(other_sources_are_kept),
        IN_A_PLACE(the_sites_own_come_first),
        IN_A_PLACE(everything_is_kept_where_nothing_is_left_out),
        IN_A_PLACE(keeping_from_nothing_is_fine),
        IN_A_PLACE(kept_listings_keep_all_their_languages),
        IN_A_PLACE(keeping_from_a_broken_file_is_refused),
        IN_A_PLACE(an_id_stands_once),
        IN_A_PLACE(sources_and_stamp_are_told),
        IN_A_PLACE(programmes_and_places_come_out_as_they_went_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
