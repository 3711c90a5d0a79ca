/* What the sample site offers: listings, programmes, places, voices, cards, words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

static void assert_in_ten_languages(const struct yt_text *text)
{
    for (size_t language = 0; language < 10; language++)
        assert_non_null(text->in[language]);
}

static void every_offer_is_in_ten_languages(void **state)
{
    const struct yt_offers *offers = &site->offers;

    (void)state;
    for (size_t i = 0; i < offers->listing_count; i++) {
        const struct yt_listing *listing = &offers->listings[i];

        assert_in_ten_languages(&listing->title);
        assert_in_ten_languages(&listing->note);
        assert_in_ten_languages(&listing->area);
        assert_in_range(listing->task_count, 2, YT_LISTING_TASKS_MAX);
        for (size_t t = 0; t < listing->task_count; t++)
            assert_in_ten_languages(&listing->tasks[t]);
    }
    for (size_t i = 0; i < offers->programme_count; i++) {
        assert_in_ten_languages(&offers->programmes[i].name);
        assert_in_ten_languages(&offers->programmes[i].text);
        assert_in_ten_languages(&offers->programmes[i].where);
        assert_in_ten_languages(&offers->programmes[i].for_whom);
    }
    for (size_t i = 0; i < offers->place_count; i++) {
        assert_in_ten_languages(&offers->places[i].name);
        assert_in_ten_languages(&offers->places[i].text);
        assert_in_ten_languages(&offers->places[i].where);
    }
    for (size_t i = 0; i < offers->voice_count; i++) {
        assert_in_ten_languages(&offers->voices[i].text);
        assert_in_ten_languages(&offers->voices[i].who);
    }
    for (size_t i = 0; i < offers->card_count; i++)
        assert_in_ten_languages(&offers->cards[i].text);
}

static const struct yt_listing *listing_of(const char *id)
{
    for (size_t i = 0; i < site->offers.listing_count; i++)
        if (strcmp(site->offers.listings[i].id, id) == 0)
            return &site->offers.listings[i];
    fail_msg("there is no listing %s", id);
    return NULL;
}

static void a_listing_says_what_its_sheet_says(void **state)
{
    const struct yt_listing *cleaning = listing_of("J04");
    const struct yt_listing *boxes = listing_of("J05");
    const struct yt_listing *ranch = listing_of("J09");

    (void)state;
    assert_int_equal(cleaning->kind, YT_LISTING_JOB);
    assert_int_equal(cleaning->trade, YT_TRADE_CLEANING);
    assert_string_equal(cleaning->employer, "みなも清掃");
    assert_string_equal(cleaning->title.in[1], "会社《かいしゃ》の 掃除《そうじ》");
    assert_int_equal(cleaning->metres, 700);
    assert_int_equal(cleaning->day_minutes_min, 90);
    assert_int_equal(cleaning->day_minutes_max, 120);
    assert_int_equal(cleaning->from_minute, 17 * 60 + 30);
    assert_int_equal(cleaning->weekdays, 0x3e);
    assert_int_equal(cleaning->pay, 1200);
    assert_int_equal(cleaning->paid, YT_PAID_WEEKLY);
    assert_int_equal(cleaning->team, YT_TEAM_ALONE);
    assert_int_equal(cleaning->along, YT_ALONG_VISIT | YT_ALONG_FIRST_DAY);
    assert_int_equal(cleaning->access_ok, YT_ACCESS_WRITTEN);
    assert_int_equal(cleaning->places, YT_LISTING_NOT_SAID);
    assert_int_equal(boxes->way_there, YT_THERE_BUS);
    assert_int_equal(boxes->minutes_there, 15);
    assert_int_equal(boxes->metres, 4200);
    assert_int_equal(boxes->half_day, YT_MAY_ASK);
    assert_int_equal(boxes->paid, YT_PAID_DAILY | YT_PAID_WEEKLY);
    assert_int_equal(boxes->child_times, YT_CHILD_ASK);
    assert_int_equal(ranch->kind, YT_LISTING_TRIAL);
    assert_int_equal(ranch->minutes_there, YT_LISTING_NOT_SAID);
    assert_int_equal(ranch->pay_kind, YT_PAY_NONE);
    assert_int_equal(ranch->fare, YT_FARE_FULL);
    assert_int_equal(ranch->trial_days, 10);
}

static void two_weeks_stand_on_the_calendar(void **state)
{
    static const char *const expected[] = {
        "P05 11-24", "P05 11-25",       "P05 11-26", "P09 11-26 online",
        "P05 11-27", "P11 11-27",       "P07 11-28", "P02 11-30",
        "P03 11-30", "P08 12-02 moved", "P12 12-03", "P08 12-04 moved cancelled",
        "P11 12-04", "P02 12-07",       "P05 12-07", "P03 12-07 cancelled"};
    static struct yt_occurrence_list list;

    (void)state;
    yt_programmes_on(site->offers.programmes, site->offers.programme_count, &site->site,
                     (struct yt_date){2026, 11, 24}, 14, &list);
    assert_int_equal(list.count, YT_COUNT(expected));
    for (size_t i = 0; i < list.count; i++) {
        const struct yt_occurrence *item = &list.items[i];
        char text[80];

        snprintf(text, sizeof text, "%s %02d-%02d%s%s%s",
                 site->offers.programmes[item->programme].id, item->date.month, item->date.day,
                 item->online ? " online" : "", item->moved ? " moved" : "",
                 item->cancelled ? " cancelled" : "");
        assert_string_equal(text, expected[i]);
    }
}

/* What an item of the menu can be joined for has something to join. */
static void items_to_join_have_a_programme(void **state)
{
    size_t joined = 0;

    (void)state;
    for (size_t i = 0; i < site->menu.count; i++) {
        size_t found = 0;

        for (size_t p = 0; p < site->offers.programme_count; p++)
            found += yt_has_bit(site->offers.programmes[p].items, i);
        if ((site->menu.items[i].actions & YT_MENU_JOIN) == 0)
            continue;
        assert_true(found > 0);
        joined++;
    }
    assert_true(joined > 0);
}

static void warning_of(const struct yt_content *content, struct yt_date today, const char *wrong,
                       const char *remedy)
{
    struct yt_content_report *warnings = calloc(1, sizeof *warnings);
    bool found = false;

    assert_non_null(warnings);
    (void)yt_content_look_over(content, today, warnings);
    for (size_t i = 0; i < warnings->count; i++)
        found |=
            strstr(warnings->faults[i].wrong, wrong) && strstr(warnings->faults[i].remedy, remedy);
    if (!found)
        fail_msg("nobody is warned: %s", wrong);
    free(warnings);
}

static void warnings_say_what_and_until_when(void **state)
{
    (void)state;
    warning_of(*state, (struct yt_date){2026, 12, 4},
               "\"J07\" was last checked on 2026-11-10 and will be hidden from 2026-12-11 on",
               "today's date at checked");
    warning_of(*state, (struct yt_date){2026, 12, 10},
               "\"J07\" was last checked on 2026-11-10 and "
               "will be hidden from 2026-12-11 on",
               "checked");
    warning_of(*state, (struct yt_date){2026, 12, 11},
               "\"J07\" was last checked on 2026-11-10, more than 30 days ago, and is hidden",
               "checked");
    warning_of(*state, (struct yt_date){2027, 11, 6}, "only kept until 2027-12-31", "kept_until");
    warning_of(*state, (struct yt_date){2026, 11, 15}, "still to come", "checked it");
    warning_of(*state, (struct yt_date){2027, 5, 1}, "\"P05\" has no date in the coming year",
               "Add days");
    warning_of(*state, (struct yt_date){2027, 8, 21},
               "\"kawanomichi\" was last checked on 2026-08-20", "hours and telephone");
}

/* Kanji that a resident types in kana are found by what stands in 《》. */
static void search_words_say_how_they_are_read(void **state)
{
    static const char *const words[] = {"掃除《そうじ》", "品出《しなだ》し", "半日《はんにち》",
                                        "駅《えき》",     "介護《かいご》",   "倉庫《そうこ》"};

    (void)state;
    for (size_t w = 0; w < YT_COUNT(words); w++) {
        size_t found = 0;

        for (size_t g = 0; g < site->offers.search_group_count; g++) {
            const struct yt_search_group *group = &site->offers.search_groups[g];

            assert_in_range(group->count, 2, 24);
            for (size_t i = 0; i < group->count; i++)
                found += strcmp(group->words[i], words[w]) == 0;
        }
        assert_int_equal(found, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_offer_is_in_ten_languages),
        cmocka_unit_test(a_listing_says_what_its_sheet_says),
        cmocka_unit_test(two_weeks_stand_on_the_calendar),
        cmocka_unit_test(items_to_join_have_a_programme),
        cmocka_unit_test(warnings_say_what_and_until_when),
        cmocka_unit_test(search_words_say_how_they_are_read),
    };

    return cmocka_run_group_tests(tests, sample_load, sample_release);
}
