/* Listings, programmes and the wish as staff read them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/str.h"
#include "desk/describe.h"
#include "desk/words.h"
#include "domain/listing.h"
#include "told.h"

static const struct yt_listing known[] = {
    {.id = "J04", .employer = "みなも清掃", .hide_name = true},
};
static const struct yt_site_content site = {
    .site = {.utc_offset_minutes = 540, .languages = {.count = 1, .tag = {"ja"}}},
    .offers = {.listings = known, .listing_count = YT_COUNT(known)},
};

/* 2026-11-23, a Monday. */
#define MONDAY 20780

static void fill(struct yt_entry *entry)
{
    entry->kinds |= YT_ENTRY_JOB | YT_ENTRY_JOIN | YT_ENTRY_WISH;
    entry->listing_count = 2;
    entry->listings[0] =
        (struct yt_entry_listing){.id = "J04",
                                  .title = "事務所のそうじ",
                                  .ways = YT_LISTING_SEE | YT_LISTING_ASK,
                                  .conditions = YT_CONDITION_HALF_DAY | YT_CONDITION_PAY_WEEKLY};
    entry->listings[1] = (struct yt_entry_listing){
        .id = "13070-1", .title = "倉庫のシールはり", .ways = YT_LISTING_TRY};
    entry->programme_count = 2;
    entry->programmes[0] = (struct yt_entry_programme){
        .id = "P02", .title = "つどい場 しらかば", .day = MONDAY, .minute = 600, .firm = true};
    entry->programmes[1] =
        (struct yt_entry_programme){.id = "P04", .title = "畑の日", .minute = -1, .waiting = true};
    entry->wish = (struct yt_entry_wish){.made = true,
                                         .place = "駅前のパン屋",
                                         .draw = "朝のにおい",
                                         .facts = UINT64_C(1) << YT_FACT_QUIET |
                                                  UINT64_C(1) << YT_FACT_HALF_DAY,
                                         .kinds = 1U << YT_LISTING_TRIAL};
}

static void everything_that_was_asked_is_told(void **state)
{
    struct world *world = *state;
    const char *text;

    fill(&world->entry);
    text = told(world, &site);
    assert_has(text, "仕事・希望");
    assert_has(text, "■ しごとのこと");
    assert_has(text, "  - 事務所のそうじ［J04］\n    会社・お店: みなも清掃\n"
                     "    したいこと: 見学したい・聞いてみたい\n"
                     "    先方に聞いてほしいこと: 半日だけ・週払い\n");
    assert_has(text, "  - 倉庫のシールはり［13070-1］\n    したいこと: 体験したい\n\n■");
    assert_has(text, "■ 参加の申し込み\n  - つどい場 しらかば［P02］\n"
                     "    日時: 2026年11月23日（月）10:00\n    席: 確定");
    assert_has(text, "  - 畑の日［P04］\n    日時: 日は相談\n    席: キャンセル待ち\n");
    assert_has(text, "■ 働きたいところの希望\n  お店・会社: 駅前のパン屋\n"
                     "  気になるところ: 朝のにおい\n  どんなこと: 体験\n"
                     "  あるといい条件: 半日だけ・静か\n");
    assert_has_not(text, "desk.");
    assert_has_not(text, "listing.");
}

static void without_the_sheet_the_title_is_there(void **state)
{
    struct world *world = *state;
    const char *text;

    fill(&world->entry);
    text = told(world, NULL);
    assert_has(text, "事務所のそうじ［J04］\n    したいこと");
    assert_has_not(text, "みなも清掃");
}

static void who_asked_for_none_is_told_none(void **state)
{
    struct world *world = *state;
    const char *text = told(world, &site);

    assert_has_not(text, "しごとのこと");
    assert_has_not(text, "参加の申し込み");
    assert_has_not(text, "働きたいところ");
}

static void a_place_that_is_not_firm_is_not_called_so(void **state)
{
    struct world *world = *state;
    const char *text;

    fill(&world->entry);
    world->entry.programmes[0].firm = false;
    text = told(world, &site);
    assert_has(text, "席: 希望");
    assert_has_not(text, "確定（端末");
}

/* A desk of today with an entry of a later kiosk must not keep quiet about what it cannot name. */
static void what_a_later_version_asks_is_not_left_out(void **state)
{
    struct world *world = *state;
    const char *text;

    fill(&world->entry);
    world->entry.listings[0].ways |= 1 << 6;
    world->entry.listings[0].conditions |= 1 << 14;
    world->entry.wish.facts |= UINT64_C(1) << 63;
    text = told(world, &site);
    assert_has(text, "聞いてみたい・ほかにもあり");
    assert_has(text, "週払い・ほかにもあり");
    assert_has(text, "静か・ほかにもあり");
}

static void titles_cannot_steer_the_terminal(void **state)
{
    struct world *world = *state;

    fill(&world->entry);
    yt_str_copy(world->entry.listings[0].title, sizeof world->entry.listings[0].title, "a\x1b[2Jb");
    yt_str_copy(world->entry.wish.place, sizeof world->entry.wish.place, "c\nd");
    assert_has(told(world, &site), "a�[2Jb");
    assert_has(told(world, &site), "c�d");
}

static void every_word_is_in_the_catalogue(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf words;

    (void)state;
    yt_buf_init(&words, 16384);
    yt_words_facts((UINT64_C(1) << YT_FACTS) - 1, &words);
    yt_words_listing_kinds((1U << YT_LISTING_KINDS) - 1, &words);
    yt_words_conditions((1U << YT_CONDITIONS) - 1, &words);
    yt_words_listing_ways(0x1f, &words);
    assert_has_not(yt_buf_string(&words), "desk.");
    assert_has_not(yt_buf_string(&words), "listing.");
}

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void json_says_the_same(void **state)
{
    struct world *world = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    json_error_t error;
    json_t *all;
    const json_t *listing;
    const json_t *programme;
    const json_t *wish;

    fill(&world->entry);
    yt_buf_init_secret(&text, YT_DESCRIPTION_MAX);
    assert_true(yt_describe_json(&world->entry, &site, &text, &world->err));
    all = json_loads(yt_buf_string(&text), 0, &error);
    assert_non_null(all);
    listing = json_array_get(json_object_get(all, "listings"), 0);
    assert_string_equal(text_of(listing, "id"), "J04");
    assert_string_equal(text_of(listing, "conditions"), "半日だけ・週払い");
    programme = json_array_get(json_object_get(all, "programmes"), 0);
    assert_string_equal(text_of(programme, "day_text"), "2026年11月23日（月）10:00");
    assert_true(json_is_true(json_object_get(programme, "firm")));
    wish = json_object_get(all, "wish");
    assert_string_equal(text_of(wish, "place"), "駅前のパン屋");
    assert_string_equal(json_string_value(json_array_get(json_object_get(wish, "facts"), 0)),
                        "half-day");
    json_decref(all);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
    const struct CMUnitTest tests[] = {
        TEST(everything_that_was_asked_is_told),
        TEST(without_the_sheet_the_title_is_there),
        TEST(who_asked_for_none_is_told_none),
        TEST(a_place_that_is_not_firm_is_not_called_so),
        TEST(what_a_later_version_asks_is_not_left_out),
        TEST(titles_cannot_steer_the_terminal),
        TEST(every_word_is_in_the_catalogue),
        TEST(json_says_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
