/* What a listing claims, and when it is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attributes.h"
#include "domain/bits.h"
#include "domain/listing.h"

static struct yt_listing blank(void)
{
    struct yt_listing listing;

    yt_listing_init(&listing);
    return listing;
}

static bool claims(const struct yt_listing *listing, enum yt_listing_fact fact)
{
    return yt_has_bit(yt_listing_facts(listing), fact);
}

static void test_nothing_said_claims_nothing(void **state)
{
    const struct yt_listing listing = blank();

    (void)state;
    assert_int_equal(yt_listing_facts(&listing), 0);
    assert_int_equal(yt_listing_hourly_pay(&listing), 0);
}

#define ASSERT_CLAIMS(member, value, fact)                                                   \
    do {                                                                                     \
        struct yt_listing listing = blank();                                                 \
                                                                                             \
        listing.member = (value);                                                            \
        assert_int_equal(yt_listing_facts(&listing), (fact) == YT_FACTS ? 0 : yt_bit(fact)); \
    } while (0)
#define NOTHING YT_FACTS

/* One answer claims one thing and nothing else. */
static void test_each_answer_claims_its_own(void **state)
{
    (void)state;
    ASSERT_CLAIMS(talk, YT_TALK_LITTLE, YT_FACT_LITTLE_TALK);
    ASSERT_CLAIMS(talk, YT_TALK_SOME, NOTHING);
    ASSERT_CLAIMS(posture, YT_POSTURE_BOTH, YT_FACT_SITTING);
    ASSERT_CLAIMS(posture, YT_POSTURE_STAND, NOTHING);
    ASSERT_CLAIMS(noise, YT_NOISE_SOME, NOTHING);
    ASSERT_CLAIMS(team, YT_TEAM_SMALL, YT_FACT_SMALL_TEAM);
    ASSERT_CLAIMS(team, YT_TEAM_LARGE, NOTHING);
    ASSERT_CLAIMS(phone_duty, YT_PHONE_NO, YT_FACT_NO_PHONE);
    ASSERT_CLAIMS(phone_duty, YT_PHONE_LATER, NOTHING);
    ASSERT_CLAIMS(ja_level, YT_JA_EASY, YT_FACT_EASY_JAPANESE);
    ASSERT_CLAIMS(ja_level, YT_JA_TALK, NOTHING);
    ASSERT_CLAIMS(fare, YT_FARE_PART, YT_FACT_FARE);
    ASSERT_CLAIMS(fare, YT_FARE_NONE, NOTHING);
    ASSERT_CLAIMS(paid, YT_PAID_DAILY, YT_FACT_PAID_SOON);
    ASSERT_CLAIMS(paid, YT_PAID_WEEKLY, YT_FACT_PAID_SOON);
    ASSERT_CLAIMS(paid, YT_PAID_MONTHLY, NOTHING);
    ASSERT_CLAIMS(pay_kind, YT_PAY_PIECE, YT_FACT_PAID);
    ASSERT_CLAIMS(experience, YT_EXPERIENCE_HELPFUL, NOTHING);
    ASSERT_CLAIMS(resume, YT_RESUME_SHORT, NOTHING);
    ASSERT_CLAIMS(grow, YT_MAY_ASK, NOTHING);
    ASSERT_CLAIMS(see_ok, YT_MAY_YES, YT_FACT_SEE);
    ASSERT_CLAIMS(trial_ok, YT_MAY_ASK, NOTHING);
    ASSERT_CLAIMS(licence_needed, YT_MAY_NO, YT_FACT_NO_LICENCE);
    ASSERT_CLAIMS(computer_needed, YT_MAY_YES, NOTHING);
    ASSERT_CLAIMS(access_ok, YT_ACCESS_WRITTEN, YT_FACT_WRITTEN);
    ASSERT_CLAIMS(access_ok, YT_ACCESS_BREAKS, NOTHING);
    ASSERT_CLAIMS(along, YT_ALONG_IN_HOUSE, YT_FACT_ALONG);
}

static void test_bounds_are_inside(void **state)
{
    struct yt_listing listing = blank();

    (void)state;
    listing.day_minutes_min = 180;
    listing.days_min = 2;
    listing.minutes_there = 15;
    listing.lift_kg = 5;
    assert_true(claims(&listing, YT_FACT_SHORT));
    assert_true(claims(&listing, YT_FACT_FEW_DAYS));
    assert_true(claims(&listing, YT_FACT_WALKABLE));
    assert_true(claims(&listing, YT_FACT_LIGHT));
    listing.day_minutes_min = 181;
    listing.days_min = 3;
    listing.minutes_there = 16;
    listing.lift_kg = 6;
    assert_int_equal(yt_listing_facts(&listing), 0);
}

static void test_a_quarter_of_an_hour_by_bus_is_no_walk(void **state)
{
    struct yt_listing listing = blank();

    (void)state;
    listing.minutes_there = 10;
    listing.way_there = YT_THERE_BUS;
    assert_false(claims(&listing, YT_FACT_WALKABLE));
}

static void test_parts_of_the_day_touch_without_overlap(void **state)
{
    struct yt_listing listing = blank();

    (void)state;
    listing.from_minute = 12 * 60;
    listing.until_minute = 17 * 60;
    assert_false(claims(&listing, YT_FACT_MORNING));
    assert_true(claims(&listing, YT_FACT_DAYTIME));
    assert_false(claims(&listing, YT_FACT_EVENING));
    listing.from_minute--;
    listing.until_minute++;
    assert_true(claims(&listing, YT_FACT_MORNING));
    assert_true(claims(&listing, YT_FACT_EVENING));
}

static void test_half_days_that_we_ask_for_count(void **state)
{
    struct yt_listing listing = blank();

    (void)state;
    listing.half_day = YT_MAY_ASK;
    assert_true(claims(&listing, YT_FACT_HALF_DAY));
    listing.half_day = YT_MAY_NO;
    assert_false(claims(&listing, YT_FACT_HALF_DAY));
}

static void test_any_day_has_a_weekend_and_silence_has_none(void **state)
{
    struct yt_listing listing = blank();

    (void)state;
    assert_false(claims(&listing, YT_FACT_WEEKEND));
    listing.weekdays = 0x3e;
    assert_false(claims(&listing, YT_FACT_WEEKEND));
    listing.weekdays = 0x7f;
    assert_true(claims(&listing, YT_FACT_WEEKEND));
}

static void test_pay_by_the_day_is_compared_by_the_hour(void **state)
{
    struct yt_listing listing = blank();

    (void)state;
    listing.pay_kind = YT_PAY_HOUR;
    listing.pay = 1180;
    assert_int_equal(yt_listing_hourly_pay(&listing), 1180);
    listing.pay_kind = YT_PAY_DAY;
    listing.pay = 9000;
    assert_int_equal(yt_listing_hourly_pay(&listing), 0); /* of how many hours nobody said */
    listing.day_minutes_max = 450;
    assert_int_equal(yt_listing_hourly_pay(&listing), 1200);
    listing.pay_kind = YT_PAY_MONTH;
    listing.pay = 160000; /* for 160 hours */
    assert_int_equal(yt_listing_hourly_pay(&listing), 1000);
    listing.pay_kind = YT_PAY_NONE;
    assert_int_equal(yt_listing_hourly_pay(&listing), 0);
    assert_false(claims(&listing, YT_FACT_PAID));
}

static void test_shown_until_its_last_day_and_as_long_as_it_is_checked(void **state)
{
    struct yt_listing listing = blank();
    const struct yt_date checked = {2026, 11, 1};

    (void)state;
    assert_int_equal(yt_listing_hidden(&listing, checked, 30), YT_LISTING_UNCHECKED);
    listing.checked = checked;
    assert_int_equal(yt_listing_hidden(&listing, (struct yt_date){2026, 12, 1}, 30),
                     YT_LISTING_SHOWN);
    assert_int_equal(yt_listing_hidden(&listing, (struct yt_date){2026, 12, 2}, 30),
                     YT_LISTING_UNCHECKED);
    listing.until = (struct yt_date){2026, 11, 15};
    assert_int_equal(yt_listing_hidden(&listing, listing.until, 30), YT_LISTING_SHOWN);
    assert_int_equal(yt_listing_hidden(&listing, (struct yt_date){2026, 11, 16}, 30),
                     YT_LISTING_OVER);
    listing.listed = (struct yt_date){2026, 11, 10};
    assert_int_equal(yt_listing_hidden(&listing, (struct yt_date){2026, 11, 9}, 30),
                     YT_LISTING_NOT_YET);
}

static void test_names_lead_back(void **state)
{
    (void)state;
    for (int i = 0; i < YT_TRADES; i++)
        assert_int_equal(yt_trade_find(yt_trade_name((enum yt_trade)i)), i);
    assert_int_equal(yt_trade_find("career"), -1);
    assert_null(yt_trade_name(YT_TRADES));
}

/* Exports and messages are named by them. */
static void test_everything_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(yt_listing_kind_name(YT_LISTING_JOB), "job");
    assert_string_equal(yt_listing_kind_name(YT_LISTING_SEMINAR), "seminar");
    assert_null(yt_listing_kind_name(YT_LISTING_KINDS));
    for (int i = 0; i < YT_FACTS; i++)
        for (int other = 0; other < i; other++)
            assert_string_not_equal(yt_listing_fact_name((enum yt_listing_fact)i),
                                    yt_listing_fact_name((enum yt_listing_fact)other));
    assert_null(yt_listing_fact_name(YT_FACTS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_said_claims_nothing),
        cmocka_unit_test(test_each_answer_claims_its_own),
        cmocka_unit_test(test_bounds_are_inside),
        cmocka_unit_test(test_a_quarter_of_an_hour_by_bus_is_no_walk),
        cmocka_unit_test(test_parts_of_the_day_touch_without_overlap),
        cmocka_unit_test(test_half_days_that_we_ask_for_count),
        cmocka_unit_test(test_any_day_has_a_weekend_and_silence_has_none),
        cmocka_unit_test(test_pay_by_the_day_is_compared_by_the_hour),
        cmocka_unit_test(test_shown_until_its_last_day_and_as_long_as_it_is_checked),
        cmocka_unit_test(test_names_lead_back),
        cmocka_unit_test(test_everything_has_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
