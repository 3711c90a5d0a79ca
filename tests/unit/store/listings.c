#include "listings.h"

#include "base/attributes.h"

#include <stdio.h>
#include <string.h>

const struct yt_languages four_languages = {.count = 4, .tag = {"ja", "ja-easy", "en", "vi"}};
const struct yt_languages turned_languages = {.count = 3, .tag = {"en", "ja", "ja-easy"}};

/* A number below `limit`, another one at every call; the same series for the same seed. */
static unsigned draw(unsigned *seed, unsigned limit)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (*seed >> 8) % limit;
}

static int number_or_not(unsigned *seed, int limit)
{
    return (int)draw(seed, (unsigned)limit + 1) - 1; /* YT_LISTING_NOT_SAID is -1 */
}

static struct yt_date any_date(unsigned *seed)
{
    return draw(seed, 4) ? yt_date_from_days(20000 + (int32_t)draw(seed, 1000))
                         : (struct yt_date){0};
}

static const char *any_words(unsigned *seed, struct yt_arena *arena)
{
    static const char *const words[] = {
        "そうじ",         "掃除《そうじ》",
        "倉庫《そうこ》", "スーパーの品出し",
        "Kitchen help",   "",
        "Việc nhẹ",       "介護《かいご》の家《いえ》",
        "花の水やり",     "ｶﾞﾗｽ",
        "１２３",         "半日だけ",
        "café",           "工場の検品",
        "朝6時から",      "𠮷野家",
    };
    char text[400] = "";

    for (unsigned i = 0, count = draw(seed, 4); i <= count; i++)
        strcat(text, words[draw(seed, YT_COUNT(words))]);
    return yt_arena_text(arena, text, strlen(text));
}

static struct yt_text any_text(unsigned *seed, struct yt_arena *arena)
{
    struct yt_text text = {0};

    for (size_t i = 0; i < four_languages.count; i++)
        if (draw(seed, 3))
            text.in[i] = any_words(seed, arena);
    return text;
}

static void any_numbers(unsigned *seed, struct yt_listing *listing)
{
    listing->way_there = (enum yt_way_there)draw(seed, 3);
    listing->minutes_there = number_or_not(seed, 90);
    listing->metres = number_or_not(seed, 30000);
    listing->day_minutes_min = number_or_not(seed, 480);
    listing->day_minutes_max = number_or_not(seed, 600);
    listing->days_min = number_or_not(seed, 5);
    listing->days_max = number_or_not(seed, 7);
    listing->from_minute = number_or_not(seed, 1440);
    listing->until_minute = number_or_not(seed, 1440);
    listing->weekdays = (uint8_t)draw(seed, 128);
    listing->pay = (int)draw(seed, 300000);
    listing->pay_max = (int)draw(seed, 300000);
    listing->paid = (uint8_t)draw(seed, 8);
    listing->lift_kg = number_or_not(seed, 30);
    listing->child_times = (uint8_t)draw(seed, 32);
    listing->access_ok = (uint8_t)draw(seed, 16);
    listing->trial_days = number_or_not(seed, 10);
    listing->along = (uint8_t)draw(seed, 32);
    listing->places = number_or_not(seed, 20);
    listing->insurance = (uint8_t)draw(seed, 8);
}

static void any_choices(unsigned *seed, struct yt_listing *listing)
{
    listing->kind = (enum yt_listing_kind)draw(seed, YT_LISTING_KINDS);
    listing->trade = (enum yt_trade)draw(seed, YT_TRADES);
    listing->hide_name = draw(seed, 2);
    listing->half_day = (enum yt_may)draw(seed, 4);
    listing->grow = (enum yt_may)draw(seed, 4);
    listing->pay_kind = (enum yt_pay_kind)draw(seed, 6);
    listing->fare = (enum yt_fare)draw(seed, 4);
    listing->experience = (enum yt_experience)draw(seed, 4);
    listing->blank_ok = (enum yt_may)draw(seed, 4);
    listing->seniors = draw(seed, 2);
    listing->ja_level = (enum yt_ja_level)draw(seed, 5);
    listing->talk = (enum yt_talk)draw(seed, 4);
    listing->phone_duty = (enum yt_phone_duty)draw(seed, 4);
    listing->posture = (enum yt_posture)draw(seed, 4);
    listing->noise = (enum yt_noise)draw(seed, 4);
    listing->team = (enum yt_team)draw(seed, 4);
    listing->licence_needed = (enum yt_may)draw(seed, 4);
    listing->computer_needed = (enum yt_may)draw(seed, 4);
    listing->dorm = (enum yt_may)draw(seed, 4);
    listing->see_ok = (enum yt_may)draw(seed, 4);
    listing->trial_ok = (enum yt_may)draw(seed, 4);
    listing->resume = (enum yt_resume)draw(seed, 4);
    listing->talk_style = (enum yt_talk_style)draw(seed, 4);
    listing->after_visits = draw(seed, 2);
}

static const char *id_of(const char *letter, unsigned number, struct yt_arena *arena)
{
    char id[YT_LISTING_ID_MAX];

    snprintf(id, sizeof id, "%s%05u", letter, number);
    return yt_arena_text(arena, id, strlen(id));
}

void any_listing(unsigned number, struct yt_arena *arena, struct yt_listing *listing)
{
    unsigned seed = number * 2654435761U;

    yt_listing_init(listing);
    listing->id = id_of("L", number, arena);
    any_choices(&seed, listing);
    any_numbers(&seed, listing);
    listing->title = any_text(&seed, arena);
    listing->note = any_text(&seed, arena);
    listing->task_count = draw(&seed, YT_LISTING_TASKS_MAX + 1);
    for (size_t i = 0; i < listing->task_count; i++)
        listing->tasks[i] = any_text(&seed, arena);
    listing->employer = draw(&seed, 3) ? any_words(&seed, arena) : NULL;
    listing->area = any_text(&seed, arena);
    listing->access = any_text(&seed, arena);
    listing->licence = any_text(&seed, arena);
    listing->computer = any_text(&seed, arena);
    listing->listed = any_date(&seed);
    listing->checked = any_date(&seed);
    listing->until = any_date(&seed);
}

void plain_listing(const char *id, const char *title, struct yt_listing *listing)
{
    yt_listing_init(listing);
    listing->id = id;
    listing->title.in[0] = title;
    listing->checked = (struct yt_date){2026, 11, 20};
}

void any_programme(unsigned number, struct yt_arena *arena, struct yt_programme *programme)
{
    unsigned seed = number * 2654435761U;
    struct yt_date *dates = yt_arena_take(arena, 3, sizeof *dates);
    struct yt_programme_change *changes = yt_arena_take(arena, 2, sizeof *changes);

    for (int i = 0; i < 3; i++)
        dates[i] = yt_date_from_days(20500 + (int32_t)draw(&seed, 300));
    for (int i = 0; i < 2; i++)
        changes[i] = (struct yt_programme_change){
            .from = any_date(&seed),
            .until = any_date(&seed),
            .kind = (enum yt_change_kind)draw(&seed, 3),
            .where = any_text(&seed, arena),
            .to_date = any_date(&seed),
            .from_minute = number_or_not(&seed, 1440),
            .until_minute = number_or_not(&seed, 1440),
            .note = any_text(&seed, arena),
        };
    *programme = (struct yt_programme){
        .id = id_of("P", number, arena),
        .number = (uint16_t)draw(&seed, 65536),
        .name = any_text(&seed, arena),
        .text = any_text(&seed, arena),
        .where = any_text(&seed, arena),
        .for_whom = any_text(&seed, arena),
        .by = any_text(&seed, arena),
        .picture = draw(&seed, 2) ? "cafe" : NULL,
        .phone = draw(&seed, 2) ? "0120-000-000" : NULL,
        .online_link = draw(&seed, 2) ? "https://example.jp/" : NULL,
        .days = {.weekdays = (uint8_t)draw(&seed, 128),
                 .weeks = (uint8_t)draw(&seed, 32),
                 .dates = dates,
                 .date_count = 3},
        .months = (uint16_t)draw(&seed, 4096),
        .follows_orders = draw(&seed, 2),
        .first = any_date(&seed),
        .last = any_date(&seed),
        .from_minute = (int)draw(&seed, 1440),
        .until_minute = (int)draw(&seed, 1440),
        .room = number_or_not(&seed, 40),
        .usual_from = number_or_not(&seed, 10),
        .usual_until = number_or_not(&seed, 20),
        .group = (enum yt_group_size)draw(&seed, 4),
        .sign_up = (enum yt_sign_up)draw(&seed, 4),
        .sign_up_days = (int)draw(&seed, 7),
        .given_by = draw(&seed, 2) ? "k1" : NULL,
        .online_too = draw(&seed, 2),
        .open_holidays = draw(&seed, 2),
        .items = (uint64_t)draw(&seed, 65536) << 48 | draw(&seed, 65536),
        .books = number_or_not(&seed, 5),
        .place = number_or_not(&seed, 5),
        .changes = changes,
        .change_count = 2,
    };
}

void any_place(unsigned number, struct yt_arena *arena, struct yt_open_place *place)
{
    unsigned seed = number * 2654435761U;
    struct yt_opening *openings = yt_arena_take(arena, 2, sizeof *openings);

    for (int i = 0; i < 2; i++)
        openings[i] = (struct yt_opening){
            .days = {.weekdays = (uint8_t)draw(&seed, 128), .weeks = (uint8_t)draw(&seed, 32)},
            .from_minute = (int)draw(&seed, 700),
            .until_minute = 700 + (int)draw(&seed, 700),
        };
    *place = (struct yt_open_place){
        .id = id_of("O", number, arena),
        .kind = (enum yt_open_place_kind)draw(&seed, YT_OPEN_PLACE_KINDS),
        .name = any_text(&seed, arena),
        .text = any_text(&seed, arena),
        .where = any_text(&seed, arena),
        .hours = any_text(&seed, arena),
        .by = any_text(&seed, arena),
        .phone = draw(&seed, 2) ? "03-0000-0000" : NULL,
        .openings = openings,
        .opening_count = 2,
        .minutes_there = number_or_not(&seed, 60),
        .has_position = true,
        .latitude = 35.0 + draw(&seed, 1000) / 1000.0,
        .longitude = -139.0 - draw(&seed, 1000) / 1000.0,
        .step_free = (enum yt_may)draw(&seed, 4),
        .checked = any_date(&seed),
    };
}

/* --- The same? -------------------------------------------------------------------------------- */

static bool same_words(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

bool same_text(const struct yt_text *a, const struct yt_text *b, const int map[YT_LANGUAGES_MAX])
{
    size_t found = 0;
    size_t there = 0;

    for (size_t i = 0; i < YT_LANGUAGES_MAX; i++) {
        if (b->in[i])
            there++;
        if (!a->in[i] || map[i] < 0)
            continue;
        found++;
        if (!same_words(a->in[i], b->in[map[i]]))
            return false;
    }
    return found == there;
}

static bool same_work(const struct yt_listing *a, const struct yt_listing *b)
{
    return a->kind == b->kind && a->trade == b->trade && a->hide_name == b->hide_name &&
           a->way_there == b->way_there && a->minutes_there == b->minutes_there &&
           a->metres == b->metres && a->day_minutes_min == b->day_minutes_min &&
           a->day_minutes_max == b->day_minutes_max && a->days_min == b->days_min &&
           a->days_max == b->days_max && a->from_minute == b->from_minute &&
           a->until_minute == b->until_minute && a->weekdays == b->weekdays &&
           a->half_day == b->half_day && a->grow == b->grow;
}

static bool same_terms(const struct yt_listing *a, const struct yt_listing *b)
{
    return a->pay_kind == b->pay_kind && a->pay == b->pay && a->pay_max == b->pay_max &&
           a->paid == b->paid && a->fare == b->fare && a->experience == b->experience &&
           a->blank_ok == b->blank_ok && a->seniors == b->seniors && a->ja_level == b->ja_level &&
           a->talk == b->talk && a->phone_duty == b->phone_duty && a->posture == b->posture &&
           a->lift_kg == b->lift_kg && a->noise == b->noise && a->team == b->team;
}

static bool same_help(const struct yt_listing *a, const struct yt_listing *b)
{
    return a->licence_needed == b->licence_needed && a->computer_needed == b->computer_needed &&
           a->child_times == b->child_times && a->dorm == b->dorm && a->access_ok == b->access_ok &&
           a->see_ok == b->see_ok && a->trial_ok == b->trial_ok && a->trial_days == b->trial_days &&
           a->along == b->along && a->resume == b->resume && a->talk_style == b->talk_style &&
           a->after_visits == b->after_visits && a->places == b->places &&
           a->insurance == b->insurance && a->task_count == b->task_count;
}

bool same_listing(const struct yt_listing *a, const struct yt_listing *b,
                  const int map[YT_LANGUAGES_MAX])
{
    const struct yt_text *const texts[][2] = {
        {&a->title, &b->title},       {&a->note, &b->note},         {&a->area, &b->area},
        {&a->access, &b->access},     {&a->licence, &b->licence},   {&a->computer, &b->computer},
        {&a->tasks[0], &b->tasks[0]}, {&a->tasks[1], &b->tasks[1]}, {&a->tasks[2], &b->tasks[2]},
        {&a->tasks[3], &b->tasks[3]}, {&a->tasks[4], &b->tasks[4]},
    };

    for (size_t i = 0; i < YT_COUNT(texts); i++)
        if (!same_text(texts[i][0], texts[i][1], map))
            return false;
    return same_words(a->id, b->id) && same_words(a->employer, b->employer) && same_work(a, b) &&
           same_terms(a, b) && same_help(a, b) && yt_date_compare(a->listed, b->listed) == 0 &&
           yt_date_compare(a->checked, b->checked) == 0 && yt_date_compare(a->until, b->until) == 0;
}
