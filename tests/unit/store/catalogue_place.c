#include "catalogue_place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/fs.h"
#include "remove_folder.h"

const int same_order[YT_LANGUAGES_MAX] = {0, 1, 2, 3};

int place_setup(void **state)
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

int place_teardown(void **state)
{
    struct place *place = *state;
    const int removed = remove_folder(place->folder);

    yt_arena_done(&place->arena);
    free(place);
    return removed;
}

struct yt_catalogue_builder *begin(struct place *place)
{
    struct yt_catalogue_builder *builder =
        yt_catalogue_builder_new(place->path, &four_languages, NULL, 0, &place->err);

    if (!builder)
        fail_msg("%s", place->err.text);
    return builder;
}

void add(struct place *place, struct yt_catalogue_builder *builder, const char *source,
         unsigned number)
{
    struct yt_listing listing;

    any_listing(number, &place->arena, &listing);
    if (!yt_catalogue_builder_listing(builder, source, &listing, &place->err))
        fail_msg("%s", place->err.text);
}

void finish(struct place *place, struct yt_catalogue_builder *builder)
{
    if (!yt_catalogue_builder_finish(builder, &place->err))
        fail_msg("%s", place->err.text);
    yt_catalogue_builder_free(builder);
}

void build(struct place *place, unsigned first, unsigned count)
{
    struct yt_catalogue_builder *builder = begin(place);

    for (unsigned i = 0; i < count; i++)
        add(place, builder, YT_SOURCE_SITE, first + i);
    finish(place, builder);
}

struct yt_catalogue *open_there(struct place *place, const struct yt_languages *languages)
{
    struct yt_catalogue *catalogue = yt_catalogue_open(place->path, languages, &place->err);

    if (!catalogue)
        fail_msg("%s", place->err.text);
    return catalogue;
}

struct yt_listing_index *index_of(struct place *place, struct yt_catalogue *catalogue)
{
    struct yt_listing_index *index = yt_catalogue_index(catalogue, HIDE_DAYS, &place->err);

    if (!index)
        fail_msg("%s", place->err.text);
    return index;
}

void read_file(struct place *place, struct yt_buf *to)
{
    yt_buf_init(to, (size_t)64 << 20);
    assert_true(yt_fs_read(place->path, to, &place->err));
}

void write_file(struct place *place, const uint8_t *data, size_t size)
{
    FILE *file = fopen(place->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}
