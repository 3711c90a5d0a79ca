#include "made_listings.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const struct yt_languages made_languages = {.count = 3, .tag = {"ja", "ja-easy", "en"}};

struct dice {
    uint64_t state;
};

static unsigned draw(struct dice *dice, unsigned limit)
{
    dice->state = dice->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(dice->state >> 33) % limit;
}

static bool often(struct dice *dice, unsigned percent)
{
    return draw(dice, 100) < percent;
}

__attribute__((format(printf, 2, 3))) static const char *text(struct made_listing *made,
                                                              const char *format, ...)
{
    char *to = made->texts[made->text_count++];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(to, MADE_TEXT_MAX, format, arguments);
    va_end(arguments);
    return to;
}

static struct yt_text plain(const struct made_words *words)
{
    return (struct yt_text){.in = {words->ja, words->easy, words->en}};
}

static void make_texts(struct made_listing *made, const struct made_kind *kind, struct dice *dice)
{
    struct yt_listing *listing = &made->listing;
    const struct made_words *work = &kind->works[draw(dice, MADE_WORKS)];
    const struct made_words *place = &kind->places[draw(dice, 6)];
    const struct made_words *town = &made_towns[draw(dice, made_town_count)];
    const unsigned street = 1 + draw(dice, 5);
    const unsigned first = draw(dice, MADE_TASKS);

    listing->title.in[0] = text(made, "%sの%s", place->ja, work->ja);
    listing->title.in[1] = text(made, "%sで %s", place->easy, work->easy);
    listing->title.in[2] = text(made, "%s at %s", work->en, place->en);
    if (often(dice, 70))
        listing->note = plain(&made_notes[draw(dice, made_note_count)]);
    listing->area.in[0] = text(made, "%s%u丁目", town->ja, street);
    listing->area.in[1] = text(made, "%s %u丁目《ちょうめ》", town->easy, street);
    listing->area.in[2] = text(made, "%s %u", town->en, street);
    listing->task_count = 2 + draw(dice, 3);
    for (size_t i = 0; i < listing->task_count; i++)
        listing->tasks[i] = plain(&kind->tasks[(first + i) % MADE_TASKS]);
    snprintf(made->employer, sizeof made->employer, "%s%s %s店",
             made_names[draw(dice, made_name_count)], kind->firms[draw(dice, 4)], town->ja);
    listing->employer = made->employer;
    listing->hide_name = often(dice, 10);
    if (listing->way_there == YT_THERE_BUS) {
        listing->access.in[0] = text(made, "駅前からバスで%d分", listing->minutes_there);
        listing->access.in[1] =
            text(made, "駅《えき》の 前《まえ》から バスで %d分《ふん》", listing->minutes_there);
        listing->access.in[2] =
            text(made, "%d minutes by bus from the station", listing->minutes_there);
    }
}

static void make_hours(struct yt_listing *listing, const struct made_kind *kind, struct dice *dice)
{
    listing->day_minutes_min = kind->minutes + 30 * (int)draw(dice, 5);
    listing->day_minutes_max = listing->day_minutes_min + 60 * (int)draw(dice, 5);
    listing->days_min = 1 + (int)draw(dice, 3);
    listing->days_max = listing->days_min + (int)draw(dice, (unsigned)(8 - listing->days_min));
    listing->from_minute = kind->from + 30 * (int)draw(dice, 8);
    listing->until_minute = listing->from_minute + listing->day_minutes_max;
    if (listing->until_minute > YT_DAY_MINUTES)
        listing->until_minute = YT_DAY_MINUTES;
    listing->weekdays = often(dice, 50)   ? 0x7f
                        : often(dice, 60) ? 0x3e
                                          : (uint8_t)(1 + draw(dice, 127));
    listing->half_day = (enum yt_may)(1 + draw(dice, 3));
    listing->grow = often(dice, 80) ? YT_MAY_YES : YT_MAY_NO;
}

static void make_pay(struct yt_listing *listing, const struct made_kind *kind, struct dice *dice)
{
    listing->pay_kind = kind->kind == YT_LISTING_VOLUNTEER || kind->kind == YT_LISTING_TRIAL
                            ? YT_PAY_NONE
                        : kind->kind == YT_LISTING_PIECEWORK ? YT_PAY_PIECE
                                                             : YT_PAY_HOUR;
    if (listing->pay_kind == YT_PAY_HOUR)
        listing->pay = kind->pay + 10 * (int)draw(dice, 20);
    if (listing->pay_kind == YT_PAY_PIECE)
        listing->pay = 1 + (int)draw(dice, 30);
    if (listing->pay_kind != YT_PAY_NONE)
        listing->paid = (uint8_t)(1U << draw(dice, 3));
    listing->fare = (enum yt_fare)(1 + draw(dice, 3));
}

static void make_rest(struct yt_listing *listing, const struct made_kind *kind, struct dice *dice)
{
    listing->experience = often(dice, 85) ? YT_EXPERIENCE_NONE : YT_EXPERIENCE_HELPFUL;
    listing->blank_ok = often(dice, 90) ? YT_MAY_YES : YT_MAY_ASK;
    listing->seniors = often(dice, 30);
    listing->ja_level = (enum yt_ja_level)(1 + draw(dice, 3));
    listing->talk = often(dice, 70) ? kind->talk : YT_TALK_SOME;
    listing->phone_duty = often(dice, 80) ? YT_PHONE_NO : YT_PHONE_LATER;
    listing->posture = often(dice, 80) ? kind->posture : YT_POSTURE_BOTH;
    listing->lift_kg = 1 + (int)draw(dice, 20);
    listing->noise = (enum yt_noise)(1 + draw(dice, 3));
    listing->team = (enum yt_team)(1 + draw(dice, 3));
    listing->licence_needed = often(dice, 85) ? YT_MAY_NO : YT_MAY_NOT_SAID;
    listing->computer_needed = often(dice, 85) ? YT_MAY_NO : YT_MAY_NOT_SAID;
    listing->child_times = often(dice, 40) ? (uint8_t)(1U << draw(dice, 5)) : 0;
    listing->access_ok = often(dice, 30) ? (uint8_t)(1U << draw(dice, 4)) : 0;
    listing->see_ok = often(dice, 90) ? YT_MAY_YES : YT_MAY_NOT_SAID;
    listing->trial_ok = often(dice, 70) ? YT_MAY_YES : YT_MAY_NO;
    listing->trial_days =
        listing->trial_ok == YT_MAY_YES ? 1 + (int)draw(dice, 10) : YT_LISTING_NOT_SAID;
    listing->along = often(dice, 80) ? (uint8_t)(1U << draw(dice, 5)) : 0;
    listing->resume = (enum yt_resume)(1 + draw(dice, 3));
    listing->listed = yt_date_from_days(20700 + (int32_t)draw(dice, 70));  /* autumn of 2026 */
    listing->checked = yt_date_from_days(20770 + (int32_t)draw(dice, 12)); /* November */
}

void made_listing(unsigned number, unsigned seed, struct made_listing *made)
{
    struct dice dice = {((uint64_t)seed << 32 | number) * UINT64_C(0x9E3779B97F4A7C15)};
    struct yt_listing *listing = &made->listing;
    const struct made_kind *kind;

    draw(&dice, 2); /* the first ones of neighbours are alike */
    kind = &made_kinds[draw(&dice, made_kind_count)];
    made->text_count = 0;
    yt_listing_init(listing);
    snprintf(made->id, sizeof made->id, "M%06u", number);
    listing->id = made->id;
    listing->kind = kind->kind;
    listing->trade = kind->trade;
    listing->way_there = often(&dice, 75) ? YT_THERE_WALK : YT_THERE_BUS;
    listing->minutes_there = 3 + (int)draw(&dice, 40);
    listing->metres = listing->minutes_there * (listing->way_there == YT_THERE_WALK ? 80 : 280);
    make_texts(made, kind, &dice);
    make_hours(listing, kind, &dice);
    make_pay(listing, kind, &dice);
    make_rest(listing, kind, &dice);
}
