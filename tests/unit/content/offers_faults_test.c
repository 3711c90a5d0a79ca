/* What an author reads when listings, programmes, places, voices, cards or words do not fit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "folder.h"

#include <stdio.h>
#include <unistd.h>

/* A whole small file, and the fault that must come of it. */
struct slip {
    const char *text;
    const char *place, *wrong, *remedy;
};

/* Texts in one language are enough: the others are taken out of the site. */
#define ONE_LANGUAGE                                                                         \
    "  - id: ja-easy\n    name: やさしい日本語\n  - id: en\n    name: English\n"      \
    "  - id: zh-Hans\n    name: 简体中文\n  - id: ko\n    name: 한국어\n  - id: vi\n" \
    "    name: Tiếng Việt\n  - id: pt-BR\n    name: Português (Brasil)\n  - id: es\n"   \
    "    name: Español\n  - id: ne\n    name: नेपाली\n  - id: fil\n    name: Filipino\n"

static void may_be_unfinished(struct folder *folder)
{
    folder_change(folder, "site.yaml", ONE_LANGUAGE,
                  "  - id: ja-easy\n    name: やさしい日本語\n    complete: no\n"
                  "  - id: en\n    name: English\n    complete: no\n"
                  "  - id: zh-Hans\n    name: 简体中文\n    complete: no\n"
                  "  - id: ko\n    name: 한국어\n    complete: no\n"
                  "  - id: vi\n    name: Tiếng Việt\n    complete: no\n"
                  "  - id: pt-BR\n    name: Português (Brasil)\n    complete: no\n"
                  "  - id: es\n    name: Español\n    complete: no\n"
                  "  - id: ne\n    name: नेपाली\n    complete: no\n"
                  "  - id: fil\n    name: Filipino\n    complete: no\n");
}

static void expect_slips(struct folder *folder, const char *file, const struct slip *slips,
                         size_t count)
{
    may_be_unfinished(folder);
    for (size_t i = 0; i < count; i++) {
        char place[160];

        folder_write(folder, file, slips[i].text, strlen(slips[i].text));
        snprintf(place, sizeof place, "%s:%s", file, slips[i].place);
        folder_expect(folder, place, slips[i].wrong, slips[i].remedy);
        assert_int_equal(folder->report.count, 1);
    }
}

/* --- listings.yaml ---------------------------------------------------------------------------- */

#define LISTING                                   \
    "listings:\n"                                 \
    "  - id: J01\n"                               \
    "    kind: job\n"                             \
    "    trade: shop\n"                           \
    "    title: {ja: スーパーの品出し}\n" \
    "    checked: 2026-11-16\n"

static const struct slip listing_slips[] = {
    {LISTING "    kilos: 8\n", "7:5", "a listing has no key \"kilos\"",
     "and more, as in the sample site"},
    {LISTING "    honorarium: 2160\n", "7:5", "no key \"honorarium\"", ""},
    {LISTING "    pay_kind: hour\n    pay: -1180\n", "8:10", "\"-1180\" is not a number from 1 to",
     "digits"},
    {LISTING "    pay: 1180\n", "7:10", "nothing says what the pay is for", "pay_kind: hour"},
    {LISTING "    pay_kind: none\n    pay: 500\n", "8:10", "pay_kind says none", "Take one"},
    {LISTING "    pay_kind: hour\n    pay: 1200\n    pay_max: 1100\n", "9:14",
     "not more than \"pay\"", "the least"},
    {LISTING "    pay_kind: hourly\n", "7:15", "\"hourly\" is not possible",
     "Did you mean \"hour\"?"},
    {LISTING "    hours_min: 4\n    hours_max: 2\n", "8:16", "the most is less than the least",
     "smaller"},
    {LISTING "    hours_min: 1,5\n", "7:16", "\"1,5\" is not a number from 0 to 24", "as in 1.5"},
    {LISTING "    hours_min: 25\n", "7:16", "from 0 to 24", ""},
    {LISTING "    hours_min: 1e1\n", "7:16", "\"1e1\" is not a number", ""},
    {LISTING "    hours_min: 3\n    from: 9:00\n    to: 11:00\n", "7:16", "longer than", "Correct"},
    {LISTING "    from: 9:00\n", "7:11", "only one end", "both"},
    {LISTING "    from: 22:00\n    to: 5:00\n", "8:9", "ends before it begins", "midnight"},
    {LISTING "    weekdays: [月, 水, 犬]\n", "7:22", "\"犬\" is not possible", "mon"},
    {LISTING "    weekdays: [月]\n    days_min: 3\n", "8:15", "only 1 such weekdays", "Correct"},
    {LISTING "    days_min: 8\n", "7:15", "from 1 to 7", ""},
    {LISTING "    km: 0.5.1\n", "7:9", "\"0.5.1\" is not a number", "kilometres"},
    {LISTING "    with_ok: visit\n", "7:14", "under \"with_ok\" a single text", "a list"},
    {LISTING "    with_ok: [visit, firstday]\n", "7:22", "\"firstday\"",
     "Did you mean \"first-day\"?"},
    {LISTING "    tasks:\n      - ja: 1\n      - ja: 2\n      - ja: 3\n      - ja: 4\n"
             "      - ja: 5\n      - ja: 6\n",
     "8:7", "6 tasks stand here", "At most 5"},
    {LISTING "    listed: 2026-11-20\n    until: 2026-11-19\n", "8:12", "before it is listed",
     "on or after"},
    {LISTING "    until: 2026-11-31\n", "7:12", "\"2026-11-31\" is not a day", "2026-11-26"},
    {LISTING "  - id: J01\n    kind: job\n    trade: shop\n    title: {ja: 花屋}\n"
             "    checked: 2026-11-16\n",
     "7:9", "the id \"J01\" is used twice", "another id"},
    {"listings:\n  - id: J01\n    kind: job\n    trade: shop\n    title: {ja: 花屋}\n", "2:5",
     "a listing needs \"checked\"", "checked: ..."},
    {"listings:\n  - id: J01\n    kind: jobb\n    trade: shop\n    title: {ja: 花屋}\n"
     "    checked: 2026-11-16\n",
     "3:11", "\"jobb\" is not possible", "Did you mean \"job\"?"},
    {"listings:\n  - id: J01\n    kind: job\n    trade: bar\n    title: {ja: 花屋}\n"
     "    checked: 2026-11-16\n",
     "4:12", "\"bar\" is not possible", ""},
    {"listing:\n  - id: J01\n", "1:1", "no key \"listing\"", "Did you mean \"listings\"?"},
};

static void listings_that_do_not_fit_are_told(void **state)
{
    /* The last has a second fault: what is needed is missing too. */
    expect_slips(*state, "listings.yaml", listing_slips, YT_COUNT(listing_slips) - 1);
    folder_write(*state, "listings.yaml", listing_slips[YT_COUNT(listing_slips) - 1].text,
                 strlen(listing_slips[YT_COUNT(listing_slips) - 1].text));
    folder_expect(*state, "listings.yaml:1:1", "no key \"listing\"", "listings");
}

/* --- programmes.yaml -------------------------------------------------------------------------- */

#define HEAD                          \
    "programmes:\n"                   \
    "  - id: P01\n"                   \
    "    number: 1\n"                 \
    "    name: {ja: つどい場}\n"  \
    "    where: {ja: しらかば}\n" \
    "    from: 10:00\n"               \
    "    until: 12:00\n"
#define MONDAYS HEAD "    days: [月]\n    place: shirakaba\n"
#define FREE MONDAYS "    sign_up: none\n"
#define CHANGE FREE "    changes:\n"

static const struct slip programme_slips[] = {
    {FREE "    place2: x\n", "11:5", "no key \"place2\"", "Did you mean \"place\"?"},
    {HEAD "    days: [月]\n    sign_up: none\n    place: cafee\n", "10:12", "no place \"cafee\"",
     "Did you mean \"cafe\"?"},
    {FREE "    items: [M99]\n", "11:13", "no menu item \"M99\"", ""},
    {FREE "    given_by: k9\n", "11:15", "no kiosk \"k9\"", "Did you mean"},
    {MONDAYS "    sign_up: booking\n    books: lawer\n", "11:12", "no appointment type \"lawer\"",
     "Did you mean \"lawyer\"?"},
    {MONDAYS "    sign_up: booking\n", "10:14", "nothing says what is booked", "books: lawyer"},
    {MONDAYS "    sign_up: before\n", "10:14", "nothing says how long before", "sign_up_days: 1"},
    {FREE "    sign_up_days: 2\n", "11:19", "belongs to \"sign_up: before\"", "take the line out"},
    {HEAD "    days: []\n    sign_up: none\n", "8:11", "no day stands here", "月"},
    {HEAD "    days: [月曜]\n    sign_up: none\n", "8:12", "neither a weekday nor a day", "月"},
    {HEAD "    days: [2026-12-32]\n    sign_up: none\n", "8:12", "neither a weekday nor a day",
     "2026-11-26"},
    {HEAD "    days: [2026-12-03]\n    weeks: [1]\n    sign_up: none\n", "8:11",
     "weeks and months need a weekday", "weekday"},
    {FREE "    weeks: [6]\n", "11:13", "\"6\" is no week of a month", "1 to 5"},
    {FREE "    months: [4, 13]\n", "11:17", "\"13\" is not a number from 1 to 12", ""},
    {FREE "    follows_orders: yes\n", "8:11", "one day of each week with orders", "2026-11-30"},
    {FREE "    first: 2026-12-01\n    last: 2026-11-30\n", "12:11", "ends before it begins", ""},
    {FREE "    usual_from: 6\n    usual_until: 3\n", "12:18", "less than \"usual_from\"", ""},
    {FREE "    room_for: 0\n", "11:15", "from 1 to 999", ""},
    {FREE "    online_link: meet.example.jp\n", "11:18", "does not begin with https://",
     "whole address"},
    {FREE "    online_link: https://meet example\n", "11:18", "is no address", "without blanks"},
    {FREE "  - id: P02\n    number: 1\n    name: {ja: 会}\n    where: {ja: 所}\n"
          "    from: 9:00\n    until: 10:00\n    days: [火]\n    sign_up: none\n",
     "12:13", "the number 1 is used twice", "never used"},
    /* Changes */
    {CHANGE "      - kind: cancelled\n", "12:9", "the days are not clear", "\"day\""},
    {CHANGE "      - kind: cancelled\n        day: 2026-12-07\n        from: 2026-12-07\n"
            "        until: 2026-12-08\n",
     "12:9", "the days are not clear", "\"day\""},
    {CHANGE "      - kind: cancelled\n        from: 2026-12-08\n        until: 2026-12-07\n",
     "14:16", "ends before it begins", "on or after"},
    {CHANGE "      - kind: online\n        from: 2026-12-01\n        until: 2027-12-31\n", "14:16",
     "more than a year", ""},
    {CHANGE "      - kind: moved\n        day: 2026-12-07\n", "12:9", "nothing says where or when",
     "new_day"},
    {CHANGE "      - kind: online\n        day: 2026-12-07\n        new_day: 2026-12-08\n", "14:18",
     "belongs to what is moved", "kind: moved"},
    {CHANGE "      - kind: moved\n        from: 2026-12-07\n        until: 2026-12-14\n"
            "        new_day: 2026-12-08\n",
     "15:18", "a span cannot move to one day", "each day"},
    {CHANGE "      - kind: moved\n        day: 2026-12-07\n        new_from: 15:00\n"
            "        new_until: 14:00\n",
     "12:9", "the new time is not clear", "new_until"},
    {CHANGE "      - kind: cancelled\n        day: 2026-12-08\n", "13:14",
     "\"P01\" does not take place then anyway", "on which it takes place"},
    /* A Monday, but a holiday */
    {CHANGE "      - kind: cancelled\n        day: 2026-11-23\n", "13:14",
     "does not take place then anyway", ""},
    {CHANGE "      - kind: moved\n        day: 2026-12-07\n        new_day: 2026-12-14\n", "14:18",
     "takes place on that day anyway", "new_from"},
};

static void programmes_that_do_not_fit_are_told(void **state)
{
    expect_slips(*state, "programmes.yaml", programme_slips, YT_COUNT(programme_slips));
}

/* --- The others ------------------------------------------------------------------------------- */

#define PLACE                   \
    "places:\n"                 \
    "  - id: hoshi\n"           \
    "    kind: food\n"          \
    "    name: {ja: 食堂}\n"  \
    "    where: {ja: 東町}\n" \
    "    checked: 2026-11-01\n"

static const struct slip place_slips[] = {
    {PLACE, "2:5", "nothing says when it is open", "hours_text"},
    {PLACE "    hours_text: {ja: いつでも}\n    latitude: 35.1\n", "8:15", "only half", "both"},
    {PLACE "    hours_text: {ja: いつでも}\n    latitude: 95\n    longitude: 135\n", "8:15",
     "from -90 to 90", "degrees"},
    {PLACE "    hours:\n      - days: [水]\n        from: 19:00\n        until: 17:00\n", "10:16",
     "closes before it opens", "later"},
    {PLACE "    hours_text: {ja: いつでも}\n    walk_min: -5\n", "8:15", "from 0 to 300", ""},
    {PLACE "    hours_text: {ja: いつでも}\n    step_free: maybe\n", "8:16",
     "\"maybe\" is not possible", "yes, ask, no"},
};

static const struct slip voice_slips[] = {
    {"voices:\n  - id: v1\n    age: old\n    text: {ja: 声}\n    who: {ja: 60代}\n", "3:10",
     "\"old\" is not possible", "older"},
    {"voices:\n  - id: v1\n    age: older\n    text: {ja: 声}\n", "2:5", "a voice needs \"who\"",
     ""},
};

static const struct slip card_slips[] = {
    {"cards:\n  - id: c1\n    text: {ja: 動物}\n  - id: c1\n    text: {ja: 歌}\n", "4:9",
     "the id \"c1\" is used twice", ""},
    {"cards:\n  - id: c1\n    text: 動物\n", "3:11", "a single text", "ja: ..."},
};

static const struct slip word_slips[] = {
    {"groups:\n  - [掃除《そうじ》, 清掃]\n", "2:15", "\"清掃\" does not say how it is read",
     "掃除《そうじ》"},
    {"groups:\n  - [掃除《そうじ》, 清掃《せいそう]\n", "2:15", "does not say how it is read", ""},
    {"groups:\n  - [掃除《そうじ》, お店《みせ》番《ばん》の人]\n", "2:15",
     "does not say how it is read", ""},
    {"groups:\n  - [ケア]\n", "2:5", "a group of 1 words", "2 to 24"},
    {"groups:\n  - [ケア, ヘルプ, ケア]\n", "2:15", "\"ケア\" stands in the group twice", ""},
    {"groups:\n  - ケア\n", "2:5", "a single text stands here", "brackets"},
    {"groups: ケア\n", "1:9", "under \"groups\" a single text", "list of groups"},
};

static void places_voices_cards_and_words_that_do_not_fit_are_told(void **state)
{
    struct folder *folder = *state;
    static const struct {
        const char *file;
        const struct slip *slips;
        size_t count;
    } files[] = {
        {"open-places.yaml", place_slips, YT_COUNT(place_slips)},
        {"voices.yaml", voice_slips, YT_COUNT(voice_slips)},
        {"talk-cards.yaml", card_slips, YT_COUNT(card_slips)},
        {"search-words.yaml", word_slips, YT_COUNT(word_slips)},
    };

    for (size_t i = 0; i < YT_COUNT(files); i++) {
        expect_slips(folder, files[i].file, files[i].slips, files[i].count);
        folder_remove(folder, files[i].file);
    }
}

/* --- What is no fault ------------------------------------------------------------------------- */

static void a_site_may_offer_nothing(void **state)
{
    static const char *const names[] = {"listings.yaml", "programmes.yaml", "open-places.yaml",
                                        "voices.yaml",   "talk-cards.yaml", "search-words.yaml"};
    static const char *const keys[] = {"listings:\n", "programmes:\n", "places: []\n",
                                       "voices:\n",   "cards: []\n",   "groups:\n"};
    struct folder *folder = *state;
    const struct yt_site_content *site;

    for (size_t i = 0; i < YT_COUNT(names); i++)
        folder_remove(folder, names[i]);
    site = folder_load(folder);
    assert_non_null(site);
    assert_int_equal(site->offers.listing_count, 0);
    assert_int_equal(site->offers.search_group_count, 0);
    /* Or have the files, with nothing in them yet. */
    for (size_t i = 0; i < YT_COUNT(names); i++)
        folder_write(folder, names[i], keys[i], strlen(keys[i]));
    site = folder_load(folder);
    assert_non_null(site);
    assert_int_equal(site->offers.programme_count, 0);
    assert_int_equal(site->offers.place_count, 0);
}

static void what_is_not_said_is_not_claimed(void **state)
{
    struct folder *folder = *state;
    const struct yt_site_content *site;
    const struct yt_listing *listing;

    may_be_unfinished(folder);
    folder_write(folder, "listings.yaml", LISTING, strlen(LISTING));
    site = folder_load(folder);
    assert_non_null(site);
    listing = &site->offers.listings[0];
    assert_int_equal(yt_listing_facts(listing), 0);
    assert_int_equal(listing->minutes_there, YT_LISTING_NOT_SAID);
    assert_int_equal(listing->day_minutes_min, YT_LISTING_NOT_SAID);
    assert_int_equal(listing->until.year, 0);
    assert_null(listing->employer);
    assert_null(listing->note.in[0]);
}

static void one_end_of_a_span_is_both(void **state)
{
    static const char text[] = LISTING "    hours_min: 2.25\n    days_max: 3\n";
    struct folder *folder = *state;
    const struct yt_site_content *site;

    may_be_unfinished(folder);
    folder_write(folder, "listings.yaml", text, strlen(text));
    site = folder_load(folder);
    assert_non_null(site);
    assert_int_equal(site->offers.listings[0].day_minutes_max, 135);
    assert_int_equal(site->offers.listings[0].days_min, 3);
}

static void a_folder_instead_of_the_file_is_told(void **state)
{
    struct folder *folder = *state;
    char path[128];

    folder_remove(folder, "listings.yaml");
    snprintf(path, sizeof path, "%s/listings.yaml", folder->path);
    assert_int_equal(symlink("/tmp", path), 0);
    assert_null(folder_load(folder));
    assert_non_null(strstr(folder->err.text, "listings.yaml"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)
        WITH_FOLDER(listings_that_do_not_fit_are_told),
        WITH_FOLDER(programmes_that_do_not_fit_are_told),
        WITH_FOLDER(places_voices_cards_and_words_that_do_not_fit_are_told),
        WITH_FOLDER(a_site_may_offer_nothing),
        WITH_FOLDER(what_is_not_said_is_not_claimed),
        WITH_FOLDER(one_end_of_a_span_is_both),
        WITH_FOLDER(a_folder_instead_of_the_file_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
