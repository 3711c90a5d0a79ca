/* What of the tray goes to the desk, what onto the paper, and what stays with the resident. */
#include "screens/tray.h"

#include "visit_scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct yt_entry_listing *mark(struct scene *scene, const char *id, const char *title)
{
    struct yt_entry_listing listing = {.paper = "a line"};

    snprintf(listing.id, sizeof listing.id, "%s", id);
    snprintf(listing.title, sizeof listing.title, "%s", title);
    return yt_tray_add_listing(&scene->visit, &listing);
}

static void a_mark_stays_with_the_resident(void **state)
{
    struct scene *scene = *state;

    mark(scene, "J01", "品出し");
    assert_true(yt_visit_touched(&scene->visit));
    assert_false(yt_visit_wants_answer(&scene->visit));
    assert_false(yt_visit_has_outcome(&scene->visit)); /* a good ending as it is */
    yt_tray_toggle_way(mark(scene, "J04", "そうじ"), YT_LISTING_SEE);
    assert_true(yt_visit_wants_answer(&scene->visit));
    assert_true(yt_visit_has_outcome(&scene->visit));
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_int_equal(scene->entry.listing_count, 1);
    assert_string_equal(scene->entry.listings[0].id, "J04");
    assert_int_equal(scene->entry.kinds, YT_ENTRY_JOB);
    hand_over(scene, YT_CONSENT_NONE);
    assert_int_equal(scene->entry.listing_count, 1);
}

static void paper_is_not_handed_over(void **state)
{
    struct scene *scene = *state;

    yt_tray_toggle_way(mark(scene, "J01", "品出し"), YT_LISTING_PAPER);
    assert_true(yt_visit_has_outcome(&scene->visit));
    assert_true(yt_visit_paper_only(&scene->visit));
    yt_tray_toggle_condition(mark(scene, "J04", "そうじ"), YT_CONDITION_HALF_DAY);
    assert_false(yt_visit_paper_only(&scene->visit));
    hand_over(scene, YT_CONSENT_NAMED);
    assert_int_equal(scene->entry.listing_count, 2); /* both are on the paper */
    assert_false(yt_entry_listing_handed(&scene->entry.listings[0]));
    assert_true(yt_entry_listing_handed(&scene->entry.listings[1]));
    assert_string_equal(scene->entry.listings[1].paper, "a line");
    assert_int_equal(scene->entry.listings[1].conditions, YT_CONDITION_HALF_DAY);
}

/* Nothing is handed over: what was asked is on the paper as a name and no more. */
static void without_consent_nothing_is_asked(void **state)
{
    struct scene *scene = *state;
    const struct yt_entry_programme programme = {
        .id = "P02", .title = "しらかば", .day = 20780, .minute = 600, .firm = true};

    yt_tray_toggle_condition(mark(scene, "J04", "そうじ"), YT_CONDITION_HALF_DAY);
    assert_non_null(yt_tray_add_programme(&scene->visit, &programme));
    strcpy(scene->visit.wish.place, "パン屋");
    yt_tray_settle_wish(&scene->visit);
    hand_over(scene, YT_CONSENT_NONE);
    assert_int_equal(scene->entry.listing_count, 1);
    assert_false(yt_entry_listing_handed(&scene->entry.listings[0]));
    assert_int_equal(scene->entry.listings[0].conditions, 0);
    assert_int_equal(scene->entry.programme_count, 1);
    assert_false(yt_entry_programme_handed(&scene->entry.programmes[0]));
    assert_false(scene->entry.programmes[0].firm);
    assert_false(scene->entry.wish.made);
    assert_string_equal(scene->entry.wish.place, "");
    assert_int_equal(scene->entry.kinds & (YT_ENTRY_JOB | YT_ENTRY_JOIN | YT_ENTRY_WISH), 0);
    assert_true(yt_tray_wants_answer(&scene->visit));
}

static void a_place_is_as_firm_as_it_was_given(void **state)
{
    struct scene *scene = *state;
    const struct yt_entry_programme programmes[] = {
        {.id = "P02", .title = "a", .day = 20780, .minute = 600, .firm = true},
        {.id = "P04", .title = "b", .day = 20781, .minute = 570},
        {.id = "P05", .title = "c", .day = 20782, .minute = 600, .waiting = true},
        {.id = "P01", .title = "d", .day = 20783, .minute = -1, .paper_only = true},
    };

    for (size_t i = 0; i < YT_COUNT(programmes); i++)
        assert_non_null(yt_tray_add_programme(&scene->visit, &programmes[i]));
    assert_true(yt_visit_wants_answer(&scene->visit));
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_int_equal(scene->entry.kinds, YT_ENTRY_JOIN);
    assert_int_equal(scene->entry.programme_count, 4);
    for (size_t i = 0; i < YT_COUNT(programmes); i++) {
        assert_int_equal(scene->entry.programmes[i].firm, programmes[i].firm);
        assert_int_equal(scene->entry.programmes[i].waiting, programmes[i].waiting);
        assert_int_equal(scene->entry.programmes[i].paper_only, programmes[i].paper_only);
        assert_int_equal(scene->entry.programmes[i].day, programmes[i].day);
        assert_int_equal(scene->entry.programmes[i].minute, programmes[i].minute);
    }
}

static void just_coming_along_asks_for_no_answer(void **state)
{
    struct scene *scene = *state;
    const struct yt_entry_programme programme = {.id = "P01", .title = "a", .paper_only = true};

    assert_non_null(yt_tray_add_programme(&scene->visit, &programme));
    assert_false(yt_visit_wants_answer(&scene->visit));
    assert_true(yt_visit_paper_only(&scene->visit));
}

static void a_wish_goes_along(void **state)
{
    struct scene *scene = *state;

    strcpy(scene->visit.wish.place, "駅前のパン屋");
    scene->visit.wish.facts = UINT64_C(1) << YT_FACT_QUIET;
    yt_tray_settle_wish(&scene->visit);
    assert_true(yt_visit_wants_answer(&scene->visit));
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_int_equal(scene->entry.kinds, YT_ENTRY_WISH);
    assert_true(scene->entry.wish.made);
    assert_string_equal(scene->entry.wish.place, "駅前のパン屋");
    assert_int_equal(scene->entry.wish.facts, UINT64_C(1) << YT_FACT_QUIET);
}

/* How the list was narrowed down and searched is nobody's business. */
static void looking_is_not_handed_over(void **state)
{
    struct scene *scene = *state;

    scene->visit.filter.facts = 5;
    strcpy(scene->visit.search, "ひみつ");
    yt_tray_toggle_way(mark(scene, "J04", "そうじ"), YT_LISTING_TRY);
    hand_over(scene, YT_CONSENT_NAMED);
    assert_null(memmem(&scene->entry, sizeof scene->entry, "ひみつ", strlen("ひみつ")));
}

/* --- Titles ----------------------------------------------------------------------------------- */

/* A desk must be able to read what another office wrote into its sheet. */
static void titles_are_one_plain_line(void **state)
{
    /* A tab, a line feed, and what turns the direction of writing. */
    static const char turned[] = {'a', '\t', 'b', '\n', 'c', '\xe2', '\x80', '\xae', 'd', 0};
    struct scene *scene = *state;

    yt_tray_toggle_way(mark(scene, "J1", turned), YT_LISTING_SEE);
    yt_tray_toggle_way(mark(scene, "J2", ""), YT_LISTING_SEE);
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_string_equal(scene->entry.listings[0].title, "a b c d");
    assert_string_equal(scene->entry.listings[1].title, "J2");
}

static size_t names_of(const struct yt_entry *entry)
{
    size_t size = 0;

    for (size_t i = 0; i < entry->listing_count; i++)
        size += strlen(entry->listings[i].id) + strlen(entry->listings[i].title);
    for (size_t i = 0; i < entry->programme_count; i++)
        size += strlen(entry->programmes[i].id) + strlen(entry->programmes[i].title);
    return size;
}

static void a_full_tray_fits(void **state)
{
    struct scene *scene = *state;
    char title[YT_ENTRY_TITLE_MAX * 3 + 1] = "";
    char id[YT_ENTRY_ID_TEXT_MAX];

    for (int i = 0; i < YT_ENTRY_TITLE_MAX; i++)
        strcat(title, "働");
    for (int i = 0; i < YT_ENTRY_LISTINGS_MAX; i++) {
        snprintf(id, sizeof id, "13070-%025d", i);
        yt_tray_toggle_way(mark(scene, id, i == 3 ? "短い" : title), YT_LISTING_ASK);
    }
    for (int i = 0; i < YT_ENTRY_PROGRAMMES_MAX; i++) {
        struct yt_entry_programme programme = {.day = i + 1};

        snprintf(programme.id, sizeof programme.id, "13070-%025d", i);
        snprintf(programme.title, sizeof programme.title, "%s", title);
        assert_non_null(yt_tray_add_programme(&scene->visit, &programme));
    }
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_int_equal(scene->entry.listing_count, YT_ENTRY_LISTINGS_MAX);
    assert_int_equal(scene->entry.programme_count, YT_ENTRY_PROGRAMMES_MAX);
    assert_in_range(names_of(&scene->entry), YT_ENTRY_NAMES_MAX - 100, YT_ENTRY_NAMES_MAX);
    assert_string_equal(scene->entry.listings[3].title, "短い"); /* short ones stay whole */
    assert_non_null(strstr(scene->entry.listings[0].title, "働働…"));
    /* A few of them keep all their letters. */
    scene->visit.listing_count = 3;
    scene->visit.programme_count = 0;
    hand_over(scene, YT_CONSENT_ANONYMOUS);
    assert_string_equal(scene->entry.listings[0].title, title);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scene_begin, scene_end)
    const struct CMUnitTest tests[] = {
        TEST(a_mark_stays_with_the_resident),
        TEST(paper_is_not_handed_over),
        TEST(without_consent_nothing_is_asked),
        TEST(a_place_is_as_firm_as_it_was_given),
        TEST(just_coming_along_asks_for_no_answer),
        TEST(a_wish_goes_along),
        TEST(looking_is_not_handed_over),
        TEST(titles_are_one_plain_line),
        TEST(a_full_tray_fits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
