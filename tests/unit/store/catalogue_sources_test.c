/* Where listings, programmes and places come from, and how they are kept apart and together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue_place.h"

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

/* More than are kept as they are: the rest is compressed, and kept so or anew. */
static void many_listings_are_read_as_they_were_put_in(void **state)
{
    struct place *place = *state;
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    const unsigned count = 2000;
    struct yt_catalogue_builder *builder;

    build(place, 0, count);
    builder = begin(place);
    assert_true(yt_catalogue_builder_keep(builder, NULL, &place->err));
    finish(place, builder);
    catalogue = open_there(place, &four_languages);
    for (unsigned i = 0; i < count; i++) {
        struct yt_listing before;
        struct yt_listing after;

        yt_arena_reset(&place->arena);
        any_listing(i, &place->arena, &before);
        assert_true(yt_catalogue_listing(catalogue, i + 1, &place->arena, &after, &place->err));
        assert_true(same_listing(&before, &after, same_order));
    }
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
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(other_sources_are_kept),
        IN_A_PLACE(the_sites_own_come_first),
        IN_A_PLACE(everything_is_kept_where_nothing_is_left_out),
        IN_A_PLACE(many_listings_are_read_as_they_were_put_in),
        IN_A_PLACE(keeping_from_nothing_is_fine),
        IN_A_PLACE(kept_listings_keep_all_their_languages),
        IN_A_PLACE(keeping_from_a_broken_file_is_refused),
        IN_A_PLACE(an_id_stands_once),
        IN_A_PLACE(sources_and_stamp_are_told),
        IN_A_PLACE(programmes_and_places_come_out_as_they_went_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
