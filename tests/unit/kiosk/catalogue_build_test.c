/* The catalogue follows the site's files, and keeps what was imported by hand. */
#include "kiosk/catalogue_build.h"

#include "base/fs.h"
#include "content/content.h"
#include "kiosk/catalogue_import.h"
#include "remove_folder.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct yt_content *content;
    const struct yt_site_content *site;
    char site_folder[64];
    char data[80];
};

static int set_up(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    struct yt_err err = {0};

    if (!place || sodium_init() < 0)
        return -1;
    (void)strcpy(place->site_folder, "/tmp/yotte-catalogue-XXXXXX");
    if (!mkdtemp(place->site_folder))
        return -1;
    (void)snprintf(place->data, sizeof place->data, "%s/data", place->site_folder);
    place->content = yt_content_load(YT_SOURCE_DIR "/kiosk-config", NULL, &err);
    if (!place->content)
        return -1;
    place->site = yt_content_site(place->content);
    *state = place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *place = *state;

    yt_content_free(place->content);
    (void)remove_folder(place->site_folder);
    free(place);
    return 0;
}

static void write_file(const struct place *place, const char *name, const char *text)
{
    char path[256];
    char folder[256];
    struct yt_err err = {0};

    (void)snprintf(path, sizeof path, "%s/%s", place->site_folder, name);
    (void)snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path), path);
    assert_true(yt_fs_make_folders(folder, 0755, &err));
    assert_true(yt_fs_write_durable(path, text, strlen(text), 0644, &err));
}

static bool bring_up_to_date(const struct place *place)
{
    struct yt_err err = {0};
    bool changed;

    if (!yt_catalogue_bring_up_to_date(place->site_folder, place->data, place->site, &changed,
                                       &err))
        fail_msg("%s", err.text);
    return changed;
}

struct found {
    const char *name;
    struct yt_catalogue_source source;
    bool found;
};

static bool note(const struct yt_catalogue_source *source, void *context)
{
    struct found *found = context;

    if (strcmp(source->name, found->name) == 0) {
        found->source = *source;
        found->found = true;
    }
    return true;
}

/* How many listings, programmes and places a source has; -1: it is not there. */
static int count_of(const struct place *place, const char *name)
{
    struct found found = {.name = name};
    struct yt_err err = {0};
    char path[128];
    struct yt_catalogue *catalogue;

    (void)snprintf(path, sizeof path, "%s/" YT_CATALOGUE_FILE, place->data);
    catalogue = yt_catalogue_open(path, &place->site->site.languages, &err);
    assert_non_null(catalogue);
    assert_true(yt_catalogue_sources(catalogue, note, &found, &err));
    yt_catalogue_free(catalogue);
    return found.found
               ? (int)(found.source.listings + found.source.programmes + found.source.places)
               : -1;
}

static void builds_once_and_again_when_something_changed(void **state)
{
    const struct place *place = *state;

    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, YT_SOURCE_SITE), place->site->offers.listing_count);
    assert_false(bring_up_to_date(place));
    write_file(place, "imports/listings/office.csv", "id,title\no1,掃除\no2,品出し\n");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, "site/listings/office.csv"), 2);
    assert_int_equal(count_of(place, YT_SOURCE_SITE), place->site->offers.listing_count);
    assert_false(bring_up_to_date(place));
    write_file(place, "imports/listings/office.csv", "id,title\no1,掃除\n");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, "site/listings/office.csv"), 1);
}

static void uses_the_mapping_beside_the_sheet(void **state)
{
    const struct place *place = *state;

    write_file(place, "imports/places/halls.csv", "呼び名,住所\n公民館,本町1\n");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, "site/places/halls.csv"), -1); /* no column is the name */
    write_file(place, "imports/places/halls.mapping.yaml", "columns: {呼び名: name}\n");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, "site/places/halls.csv"), 1);
}

static void leaves_out_a_sheet_that_breaks_in_the_middle(void **state)
{
    const struct place *place = *state;

    write_file(place, "imports/listings/a.csv", "id,title\na1,掃除\na2,\"品出し\n");
    write_file(place, "imports/listings/b.csv", "id,title\nb1,掃除\nb2,\n");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, "site/listings/a.csv"), -1);
    assert_int_equal(count_of(place, "site/listings/b.csv"), 1);
}

static void keeps_what_was_imported_by_hand(void **state)
{
    const struct place *place = *state;
    struct yt_listing listing;
    struct yt_err err = {0};
    struct yt_catalogue_builder *builder;

    assert_true(bring_up_to_date(place));
    builder = yt_catalogue_begin(place->data, place->site, "hand", &err);
    assert_non_null(builder);
    yt_listing_init(&listing);
    listing.id = "h1";
    listing.title.in[0] = "掃除";
    assert_true(yt_catalogue_builder_listing(builder, "hand", &listing, &err));
    assert_true(yt_catalogue_builder_finish(builder, &err));
    yt_catalogue_builder_free(builder);
    assert_false(bring_up_to_date(place)); /* the stamp came along */
    write_file(place, "imports/listings/office.csv", "id,title\no1,掃除\nh1,同じ番号\n");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, "hand"), 1);
    assert_int_equal(count_of(place, "site/listings/office.csv"), 1);
}

static void sets_a_damaged_catalogue_aside(void **state)
{
    const struct place *place = *state;
    char path[128];

    write_file(place, "data/" YT_CATALOGUE_FILE, "this is no database, and never was one");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, YT_SOURCE_SITE), place->site->offers.listing_count);
    (void)snprintf(path, sizeof path, "%s/" YT_CATALOGUE_FILE ".broken", place->data);
    assert_true(yt_fs_exists(path));
}

static void refuses_names_that_cannot_be_sources(void **state)
{
    static const char *const names[] = {
        "",   "site",       "a/b",     ".hidden",
        "..", "two\nlines", "\033[2J", "a-name-that-is-longer-than-a-source-may-ever-be-in-here"};
    struct yt_err err;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(names); i++)
        assert_false(yt_catalogue_source_name(names[i], &err));
    assert_true(yt_catalogue_source_name("北の窓口", &err));
}

/* A plain file where a folder should be, and a folder where a sheet should be. */
static void shows_the_rest_whatever_stands_in_imports(void **state)
{
    const struct place *place = *state;

    write_file(place, "imports/listings", "no folder at all\n");
    write_file(place, "imports/places/halls.csv/inner", "x\n");
    write_file(place, "imports/programmes/a.csv", "id,name,weekdays\na1,体操,月\n");
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, YT_SOURCE_SITE), place->site->offers.listing_count);
    assert_int_equal(count_of(place, "site/places/halls.csv"), -1);
    assert_int_equal(count_of(place, "site/programmes/a.csv"), 1);
}

/* Two of one id would be one in the tray and at the desk. */
static void leaves_out_what_has_an_id_of_the_site(void **state)
{
    const struct place *place = *state;
    char sheet[256];

    (void)snprintf(sheet, sizeof sheet, "id,name,weekdays\n%s,体操,月\nnew,散歩,火\n",
                   place->site->offers.programmes[0].id);
    write_file(place, "imports/programmes/a.csv", sheet);
    (void)snprintf(sheet, sizeof sheet, "id,name\n%s,公民館\nnew,図書館\n",
                   place->site->offers.places[0].id);
    write_file(place, "imports/places/b.csv", sheet);
    assert_true(bring_up_to_date(place));
    assert_int_equal(count_of(place, "site/programmes/a.csv"), 1);
    assert_int_equal(count_of(place, "site/places/b.csv"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(builds_once_and_again_when_something_changed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(uses_the_mapping_beside_the_sheet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_out_a_sheet_that_breaks_in_the_middle, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(keeps_what_was_imported_by_hand, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sets_a_damaged_catalogue_aside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shows_the_rest_whatever_stands_in_imports, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(leaves_out_what_has_an_id_of_the_site, set_up, tear_down),
        cmocka_unit_test(refuses_names_that_cannot_be_sources),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
