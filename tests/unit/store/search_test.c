/* Searches as people type them, over the sample listings: tests/data/search.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/fs.h"
#include "content/content.h"
#include "remove_folder.h"
#include "store/catalogue.h"

#define SEARCHES_LEAST 60

struct shelf {
    char folder[64];
    struct yt_content *content;
    const struct yt_site_content *site;
    struct yt_catalogue *catalogue;
    struct yt_listing_index *index;
    struct yt_err err;
};

static bool build(struct shelf *shelf, const char *path)
{
    const struct yt_offers *offers = &shelf->site->offers;
    YT_SCOPED(yt_catalogue_builder_free_scoped)
    struct yt_catalogue_builder *builder =
        yt_catalogue_builder_new(path, &shelf->site->site.languages, offers->search_groups,
                                 offers->search_group_count, &shelf->err);

    for (size_t i = 0; builder && i < offers->listing_count; i++)
        if (!yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &offers->listings[i],
                                          &shelf->err))
            return false;
    return builder && yt_catalogue_builder_finish(builder, &shelf->err);
}

static int setup(void **state)
{
    static struct yt_content_report report;
    struct shelf *shelf = calloc(1, sizeof *shelf);
    char path[96];

    *state = shelf;
    if (!shelf)
        return -1;
    snprintf(shelf->folder, sizeof shelf->folder, "/tmp/yotte-search-XXXXXX");
    shelf->content = yt_content_load(YT_SOURCE_DIR "/kiosk-config", &report, &shelf->err);
    if (!shelf->content || !mkdtemp(shelf->folder))
        return -1;
    shelf->site = yt_content_site(shelf->content);
    snprintf(path, sizeof path, "%s/catalogue.db", shelf->folder);
    if (!build(shelf, path) ||
        !(shelf->catalogue = yt_catalogue_open(path, &shelf->site->site.languages, &shelf->err))) {
        fprintf(stderr, "%s\n", shelf->err.text);
        return -1;
    }
    shelf->index = yt_catalogue_index(shelf->catalogue, 30, &shelf->err);
    return shelf->index ? 0 : -1;
}

static int teardown(void **state)
{
    struct shelf *shelf = *state;
    const int removed = remove_folder(shelf->folder);

    yt_listing_index_free(shelf->index);
    yt_catalogue_free(shelf->catalogue);
    yt_content_free(shelf->content);
    free(shelf);
    return removed;
}

/* --- The table -------------------------------------------------------------------------------- */

struct found {
    size_t count;
    uint32_t *positions;
};

/* Place of the listing among what was found, or -1. */
static int place_of(const struct shelf *shelf, const struct found *found, const char *id)
{
    for (size_t i = 0; i < found->count; i++)
        if (strcmp(shelf->site->offers.listings[found->positions[i]].id, id) == 0)
            return (int)i;
    return -1;
}

static size_t count_exact(const char *expectations)
{
    size_t count = 0;

    for (; *expectations; expectations++)
        count += *expectations == '=';
    return count;
}

static bool holds(const struct shelf *shelf, const struct found *found, const char *expected)
{
    switch (expected[0]) {
    case '!':
        return place_of(shelf, found, expected + 1) < 0;
    case '^':
        return place_of(shelf, found, expected + 1) == 0;
    case '=':
        return place_of(shelf, found, expected + 1) >= 0;
    default:
        if (strcmp(expected, "none") == 0)
            return found->count == 0;
        if (strcmp(expected, "all") == 0)
            return found->count == shelf->index->count;
        return place_of(shelf, found, expected) >= 0;
    }
}

static void complain(const struct shelf *shelf, const struct found *found, const char *words,
                     const char *expected)
{
    fprintf(stderr, "%s: expected %s, found", words, expected);
    for (size_t i = 0; i < found->count; i++)
        fprintf(stderr, " %s", shelf->site->offers.listings[found->positions[i]].id);
    fprintf(stderr, "\n");
}

/* How many expectations of the line do not hold. */
static size_t try_line(struct shelf *shelf, char *line)
{
    char *tab = strchr(line, '\t');
    struct found found = {0};
    size_t wrong = 0;
    size_t exact;
    char *rest = NULL;

    assert_non_null(tab);
    *tab = '\0';
    exact = count_exact(tab + 1);
    assert_true(yt_catalogue_search(shelf->catalogue, shelf->index, line, &found.positions,
                                    &found.count, &shelf->err));
    wrong += exact && exact != found.count;
    for (char *expected = strtok_r(tab + 1, " ", &rest); expected;
         expected = strtok_r(NULL, " ", &rest))
        if (!holds(shelf, &found, expected)) {
            complain(shelf, &found, line, expected);
            wrong++;
        }
    free(found.positions);
    return wrong;
}

static void each_search_finds_what_a_person_expects(void **state)
{
    struct shelf *shelf = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf table;
    size_t searches = 0;
    size_t wrong = 0;
    char *rest = NULL;

    yt_buf_init(&table, 1 << 20);
    assert_true(yt_fs_read(YT_SOURCE_DIR "/tests/data/search.tsv", &table, &shelf->err));
    for (char *line = strtok_r((char *)table.data, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        if (line[0] == '#')
            continue;
        searches++;
        wrong += try_line(shelf, line);
    }
    assert_true(searches >= SEARCHES_LEAST);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_search_finds_what_a_person_expects),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
