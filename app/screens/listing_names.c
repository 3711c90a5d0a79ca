/* Ids of the messages that name kinds, fields of work, conditions. */
#include "base/attributes.h"
#include "screens/listing_lines.h"

#define UNKNOWN "review.not.said"

const char *yt_listing_group_title(enum yt_listing_group group)
{
    static const char *const ids[] = {
        [YT_LISTING_TASKS] = "listing.group.tasks", [YT_LISTING_TIME] = "listing.group.time",
        [YT_LISTING_MONEY] = "listing.group.money", [YT_LISTING_WAY] = "listing.group.place",
        [YT_LISTING_BODY] = "listing.group.body",   [YT_LISTING_START] = "listing.group.start",
    };

    return (size_t)group < YT_COUNT(ids) ? ids[group] : UNKNOWN;
}

static const char *const kinds[] = {
    [YT_LISTING_JOB] = "listing.kind.job",
    [YT_LISTING_TRIAL] = "listing.kind.trial",
    [YT_LISTING_LOOK] = "listing.kind.look",
    [YT_LISTING_VOLUNTEER] = "listing.kind.volunteer",
    [YT_LISTING_PIECEWORK] = "listing.kind.piecework",
    [YT_LISTING_FIELD] = "listing.kind.field",
    [YT_LISTING_HELPER] = "listing.kind.helper",
    [YT_LISTING_SEMINAR] = "listing.kind.seminar",
};

static const struct {
    const char *title, *icon;
} trades[] = {
    [YT_TRADE_FOOD] = {"listing.trade.food", "food"},
    [YT_TRADE_CARE] = {"listing.trade.care", "carer"},
    [YT_TRADE_CLEANING] = {"listing.trade.cleaning", "trade-cleaning"},
    [YT_TRADE_LOGISTICS] = {"listing.trade.logistics", "trade-logistics"},
    [YT_TRADE_FACTORY] = {"listing.trade.factory", "trade-factory"},
    [YT_TRADE_SHOP] = {"listing.trade.shop", "trade-shop"},
    [YT_TRADE_FARM] = {"listing.trade.farm", "field"},
    [YT_TRADE_OFFICE] = {"listing.trade.office", "trade-office"},
    [YT_TRADE_CRAFT] = {"listing.trade.craft", "handwork"},
    [YT_TRADE_ANIMAL] = {"listing.trade.animal", "trade-animal"},
    [YT_TRADE_OTHER] = {"listing.trade.other", "leaf"},
};

const char *yt_listing_kind_title(enum yt_listing_kind kind)
{
    return (size_t)kind < YT_COUNT(kinds) ? kinds[kind] : UNKNOWN;
}

const char *yt_listing_trade_title(enum yt_trade trade)
{
    return (size_t)trade < YT_COUNT(trades) ? trades[trade].title : UNKNOWN;
}

const char *yt_listing_trade_icon(enum yt_trade trade)
{
    return (size_t)trade < YT_COUNT(trades) ? trades[trade].icon : NULL;
}

const char *yt_listing_fact_title(enum yt_listing_fact fact)
{
    static const char *const ids[] = {
        [YT_FACT_SHORT] = "listing.fact.short-hours",
        [YT_FACT_HALF_DAY] = "listing.fact.half-day",
        [YT_FACT_FEW_DAYS] = "listing.fact.few-days",
        [YT_FACT_GROW] = "listing.fact.grow",
        [YT_FACT_NO_EXPERIENCE] = "listing.fact.no-experience",
        [YT_FACT_BLANK_OK] = "listing.fact.blank-ok",
        [YT_FACT_WALKABLE] = "listing.fact.walkable",
        [YT_FACT_SITTING] = "listing.fact.sitting",
        [YT_FACT_LIGHT] = "listing.fact.light",
        [YT_FACT_QUIET] = "listing.fact.quiet",
        [YT_FACT_SMALL_TEAM] = "listing.fact.small-team",
        [YT_FACT_LITTLE_TALK] = "listing.fact.little-talk",
        [YT_FACT_NO_PHONE] = "listing.fact.no-phone",
        [YT_FACT_EASY_JAPANESE] = "listing.fact.easy-japanese",
        [YT_FACT_PAID_SOON] = "listing.fact.paid-soon",
        [YT_FACT_SEE] = "listing.fact.see",
        [YT_FACT_TRIAL] = "listing.fact.trial",
        [YT_FACT_ALONG] = "listing.fact.along",
        [YT_FACT_NO_RESUME] = "listing.fact.no-resume",
        [YT_FACT_CHILD_TIMES] = "listing.fact.child-times",
        [YT_FACT_SENIORS] = "listing.fact.seniors",
        [YT_FACT_MORNING] = "listing.fact.morning",
        [YT_FACT_DAYTIME] = "listing.fact.daytime",
        [YT_FACT_EVENING] = "listing.fact.evening",
        [YT_FACT_WEEKEND] = "listing.fact.weekend",
        [YT_FACT_NO_LICENCE] = "listing.fact.no-licence",
        [YT_FACT_NO_COMPUTER] = "listing.fact.no-computer",
        [YT_FACT_STEP_FREE] = "listing.fact.step-free",
        [YT_FACT_WRITTEN] = "listing.fact.written",
        [YT_FACT_AFTER] = "listing.fact.after",
        [YT_FACT_DORM] = "listing.fact.dorm",
        [YT_FACT_FARE] = "listing.fact.fare",
        [YT_FACT_PAID] = "listing.fact.paid",
    };

    return (size_t)fact < YT_COUNT(ids) ? ids[fact] : UNKNOWN;
}

const char *yt_listing_condition_title(enum yt_listing_condition condition)
{
    switch (condition) {
    case YT_CONDITION_HALF_DAY:
        return "listing.condition.half-day";
    case YT_CONDITION_TWO_DAYS:
        return "listing.condition.two-days";
    case YT_CONDITION_SCHOOL_HOURS:
        return "listing.condition.school-hours";
    case YT_CONDITION_NO_RESUME:
        return "listing.condition.no-resume";
    case YT_CONDITION_STAFF_BESIDE:
        return "listing.condition.staff-beside";
    case YT_CONDITION_PAY_WEEKLY:
        return "listing.condition.pay-weekly";
    }
    return UNKNOWN;
}

const char *yt_listing_order_title(enum yt_listing_order order)
{
    static const char *const ids[] = {
        [YT_ORDER_USUAL] = "listings.order.usual", [YT_ORDER_NEAR] = "listings.order.near",
        [YT_ORDER_SHORT] = "listings.order.short", [YT_ORDER_PAY] = "listings.order.pay",
        [YT_ORDER_NEW] = "listings.order.new",
    };

    return (size_t)order < YT_COUNT(ids) ? ids[order] : UNKNOWN;
}
