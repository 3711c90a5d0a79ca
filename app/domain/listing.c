#include "domain/listing.h"

#include "base/attributes.h"
#include "domain/bits.h"

#include <limits.h>
#include <string.h>

/* Bounds of what a fact claims, so that chip and listing mean the same. */
#define SHORT_MINUTES 180
#define FEW_DAYS 2
#define WALKABLE_MINUTES 15
#define LIGHT_KG 5
#define NOON (12 * 60)
#define EVENING (17 * 60)
#define WEEKEND_DAYS 0x41U /* Sunday and Saturday */

void yt_listing_init(struct yt_listing *listing)
{
    *listing = (struct yt_listing){
        .minutes_there = YT_LISTING_NOT_SAID,
        .metres = YT_LISTING_NOT_SAID,
        .day_minutes_min = YT_LISTING_NOT_SAID,
        .day_minutes_max = YT_LISTING_NOT_SAID,
        .days_min = YT_LISTING_NOT_SAID,
        .days_max = YT_LISTING_NOT_SAID,
        .from_minute = YT_LISTING_NOT_SAID,
        .until_minute = YT_LISTING_NOT_SAID,
        .lift_kg = YT_LISTING_NOT_SAID,
        .trial_days = YT_LISTING_NOT_SAID,
        .places = YT_LISTING_NOT_SAID,
    };
}

/* --- Facts ------------------------------------------------------------------------------------ */

static bool said(int value)
{
    return value != YT_LISTING_NOT_SAID;
}

static bool at_most(int value, int limit)
{
    return said(value) && value <= limit;
}

static uint64_t fact_if(bool holds, enum yt_listing_fact fact)
{
    return holds ? yt_bit(fact) : 0;
}

/* Does any of the window lie in [from, until)? */
static bool in_window(const struct yt_listing *listing, int from, int until)
{
    return said(listing->from_minute) && said(listing->until_minute) &&
           listing->from_minute < until && listing->until_minute > from;
}

static uint64_t time_facts(const struct yt_listing *listing)
{
    return fact_if(at_most(listing->day_minutes_min, SHORT_MINUTES), YT_FACT_SHORT) |
           fact_if(listing->half_day == YT_MAY_YES || listing->half_day == YT_MAY_ASK,
                   YT_FACT_HALF_DAY) |
           fact_if(at_most(listing->days_min, FEW_DAYS), YT_FACT_FEW_DAYS) |
           fact_if(listing->grow == YT_MAY_YES, YT_FACT_GROW) |
           fact_if(in_window(listing, 0, NOON), YT_FACT_MORNING) |
           fact_if(in_window(listing, NOON, EVENING), YT_FACT_DAYTIME) |
           fact_if(in_window(listing, EVENING, YT_DAY_MINUTES), YT_FACT_EVENING) |
           fact_if((listing->weekdays & WEEKEND_DAYS) != 0, YT_FACT_WEEKEND) |
           fact_if(listing->child_times != 0, YT_FACT_CHILD_TIMES);
}

static uint64_t work_facts(const struct yt_listing *listing)
{
    return fact_if(listing->posture == YT_POSTURE_SIT || listing->posture == YT_POSTURE_BOTH,
                   YT_FACT_SITTING) |
           fact_if(at_most(listing->lift_kg, LIGHT_KG), YT_FACT_LIGHT) |
           fact_if(listing->noise == YT_NOISE_QUIET, YT_FACT_QUIET) |
           fact_if(listing->team == YT_TEAM_ALONE || listing->team == YT_TEAM_SMALL,
                   YT_FACT_SMALL_TEAM) |
           fact_if(listing->talk == YT_TALK_LITTLE, YT_FACT_LITTLE_TALK) |
           fact_if(listing->phone_duty == YT_PHONE_NO, YT_FACT_NO_PHONE) |
           fact_if(listing->ja_level == YT_JA_NONE || listing->ja_level == YT_JA_EASY,
                   YT_FACT_EASY_JAPANESE) |
           fact_if((listing->access_ok & YT_ACCESS_STEP_FREE) != 0, YT_FACT_STEP_FREE) |
           fact_if((listing->access_ok & YT_ACCESS_WRITTEN) != 0, YT_FACT_WRITTEN) |
           fact_if(listing->way_there == YT_THERE_WALK &&
                       at_most(listing->minutes_there, WALKABLE_MINUTES),
                   YT_FACT_WALKABLE);
}

static uint64_t start_facts(const struct yt_listing *listing)
{
    return fact_if(listing->experience == YT_EXPERIENCE_NONE, YT_FACT_NO_EXPERIENCE) |
           fact_if(listing->blank_ok == YT_MAY_YES, YT_FACT_BLANK_OK) |
           fact_if(listing->see_ok == YT_MAY_YES, YT_FACT_SEE) |
           fact_if(listing->trial_ok == YT_MAY_YES, YT_FACT_TRIAL) |
           fact_if(listing->along != 0, YT_FACT_ALONG) |
           fact_if(listing->resume == YT_RESUME_NONE, YT_FACT_NO_RESUME) |
           fact_if(listing->seniors, YT_FACT_SENIORS) |
           fact_if(listing->licence_needed == YT_MAY_NO, YT_FACT_NO_LICENCE) |
           fact_if(listing->computer_needed == YT_MAY_NO, YT_FACT_NO_COMPUTER) |
           fact_if(listing->after_visits, YT_FACT_AFTER);
}

static uint64_t money_facts(const struct yt_listing *listing)
{
    return fact_if((listing->paid & (YT_PAID_DAILY | YT_PAID_WEEKLY)) != 0, YT_FACT_PAID_SOON) |
           fact_if(listing->dorm == YT_MAY_YES, YT_FACT_DORM) |
           fact_if(listing->fare == YT_FARE_FULL || listing->fare == YT_FARE_PART, YT_FACT_FARE) |
           fact_if(listing->pay_kind != YT_PAY_NOT_SAID && listing->pay_kind != YT_PAY_NONE,
                   YT_FACT_PAID);
}

uint64_t yt_listing_facts(const struct yt_listing *listing)
{
    return time_facts(listing) | work_facts(listing) | start_facts(listing) | money_facts(listing);
}

/* --- Pay and days ----------------------------------------------------------------------------- */

#define MONTH_HOURS 160 /* of somebody who works full days */

int yt_listing_hourly_pay(const struct yt_listing *listing)
{
    const int minutes = said(listing->day_minutes_max)   ? listing->day_minutes_max
                        : said(listing->day_minutes_min) ? listing->day_minutes_min
                                                         : 0;

    switch (listing->pay_kind) {
    case YT_PAY_HOUR:
        return listing->pay;
    case YT_PAY_DAY:
        return minutes > 0 ? (int)((int64_t)listing->pay * 60 / minutes) : 0;
    case YT_PAY_MONTH:
        return listing->pay / MONTH_HOURS;
    case YT_PAY_NOT_SAID:
    case YT_PAY_PIECE:
    case YT_PAY_NONE:
        break;
    }
    return 0;
}

enum yt_listing_hidden yt_listing_hidden(const struct yt_listing *listing, struct yt_date today,
                                         int hide_days)
{
    const int32_t day = yt_date_to_days(today);

    if (listing->until.year && yt_date_to_days(listing->until) < day)
        return YT_LISTING_OVER;
    if (!listing->checked.year || yt_date_to_days(listing->checked) + hide_days < day)
        return YT_LISTING_UNCHECKED;
    if (listing->listed.year && yt_date_to_days(listing->listed) > day)
        return YT_LISTING_NOT_YET;
    return YT_LISTING_SHOWN;
}

/* --- Names ------------------------------------------------------------------------------------ */

static const char *const kinds[YT_LISTING_KINDS] = {"job",       "trial", "look",   "volunteer",
                                                    "piecework", "field", "helper", "seminar"};
static const char *const trades[YT_TRADES] = {"food",    "care",   "cleaning", "logistics",
                                              "factory", "shop",   "farm",     "office",
                                              "craft",   "animal", "other"};
static const char *const facts[YT_FACTS] = {
    [YT_FACT_SHORT] = "short-hours",
    [YT_FACT_HALF_DAY] = "half-day",
    [YT_FACT_FEW_DAYS] = "few-days",
    [YT_FACT_GROW] = "grow",
    [YT_FACT_NO_EXPERIENCE] = "no-experience",
    [YT_FACT_BLANK_OK] = "blank-ok",
    [YT_FACT_WALKABLE] = "walkable",
    [YT_FACT_SITTING] = "sitting",
    [YT_FACT_LIGHT] = "light",
    [YT_FACT_QUIET] = "quiet",
    [YT_FACT_SMALL_TEAM] = "small-team",
    [YT_FACT_LITTLE_TALK] = "little-talk",
    [YT_FACT_NO_PHONE] = "no-phone",
    [YT_FACT_EASY_JAPANESE] = "easy-japanese",
    [YT_FACT_PAID_SOON] = "paid-soon",
    [YT_FACT_SEE] = "see",
    [YT_FACT_TRIAL] = "trial",
    [YT_FACT_ALONG] = "along",
    [YT_FACT_NO_RESUME] = "no-resume",
    [YT_FACT_CHILD_TIMES] = "child-times",
    [YT_FACT_SENIORS] = "seniors",
    [YT_FACT_MORNING] = "morning",
    [YT_FACT_DAYTIME] = "daytime",
    [YT_FACT_EVENING] = "evening",
    [YT_FACT_WEEKEND] = "weekend",
    [YT_FACT_NO_LICENCE] = "no-licence",
    [YT_FACT_NO_COMPUTER] = "no-computer",
    [YT_FACT_STEP_FREE] = "step-free",
    [YT_FACT_WRITTEN] = "written",
    [YT_FACT_AFTER] = "after",
    [YT_FACT_DORM] = "dorm",
    [YT_FACT_FARE] = "fare",
    [YT_FACT_PAID] = "paid",
};

const char *yt_listing_kind_name(enum yt_listing_kind kind)
{
    return (size_t)kind < YT_COUNT(kinds) ? kinds[kind] : NULL;
}

const char *yt_trade_name(enum yt_trade trade)
{
    return (size_t)trade < YT_COUNT(trades) ? trades[trade] : NULL;
}

int yt_trade_find(const char *name)
{
    for (size_t i = 0; i < YT_COUNT(trades); i++)
        if (strcmp(trades[i], name) == 0)
            return (int)i;
    return -1;
}

const char *yt_listing_fact_name(enum yt_listing_fact fact)
{
    return (size_t)fact < YT_COUNT(facts) ? facts[fact] : NULL;
}
