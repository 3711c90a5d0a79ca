/* Writes made-up listings as a sheet with the columns that `yotte-kiosk listings import` knows.
 *
 *   make_listings COUNT [SEED [DAY]] > listings.csv
 *
 * The last of them was checked on DAY (2026-11-24), the others in the days before. */
#include "made_listings.h"

#include "base/attributes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const may[] = {"", "yes", "ask", "no"};
static const char *const pay_kinds[] = {"", "hour", "day", "piece", "month", "none"};
static const char *const pay_whens[] = {"daily", "weekly", "monthly"};
static const char *const fares[] = {"", "full", "part", "none"};
static const char *const experiences[] = {"", "none", "helpful", "needed"};
static const char *const ja_levels[] = {"", "none", "easy", "talk", "read"};
static const char *const talks[] = {"", "little", "some", "much"};
static const char *const phones[] = {"", "no", "later", "yes"};
static const char *const postures[] = {"", "sit", "stand", "both"};
static const char *const noises[] = {"", "quiet", "some", "loud"};
static const char *const teams[] = {"", "alone", "small", "large"};
static const char *const child_times[] = {"school-hours", "before-school", "school-days",
                                          "sick-leave", "ask"};
static const char *const accesses[] = {"step-free", "written", "quiet-corner", "breaks"};
static const char *const alongs[] = {"visit", "interview", "first-day", "every-time", "in-house"};
static const char *const resumes[] = {"", "none", "short", "full"};
static const char *const weekdays[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
static const char *const ways[] = {"walk", "bus", "car-with-staff"};

/* A cell in quotes (RFC 4180), and the comma behind it. */
static void cell(const char *text)
{
    putchar('"');
    for (; text && *text; text++) {
        if (*text == '"')
            putchar('"');
        putchar(*text);
    }
    fputs("\",", stdout);
}

static void number(int value)
{
    if (value >= 0)
        printf("%d", value);
    putchar(',');
}

static void bits(unsigned set, const char *const *names, size_t count)
{
    const char *before = "";

    putchar('"');
    for (size_t i = 0; i < count; i++) {
        if (!(set >> i & 1))
            continue;
        printf("%s%s", before, names[i]);
        before = ", ";
    }
    fputs("\",", stdout);
}

static void minute(int value)
{
    if (value >= 0)
        printf("%02d:%02d", value / 60, value % 60);
    putchar(',');
}

static void hours(int minutes)
{
    if (minutes >= 0)
        printf("%g", minutes / 60.0);
    putchar(',');
}

#define LAST_CHECKED 20781 /* by made_listing: 2026-11-24, in days since 1970 */

static int32_t later; /* days */

static void date(struct yt_date day, char behind)
{
    day = yt_date_from_days(yt_date_to_days(day) + later);
    printf("%04d-%02d-%02d%c", day.year, day.month, day.day, behind);
}

static void in_languages(const struct yt_text *text)
{
    for (size_t i = 0; i < made_languages.count; i++)
        cell(text->in[i]);
}

static void tasks(const struct yt_listing *listing)
{
    for (size_t language = 0; language < made_languages.count; language++) {
        putchar('"');
        for (size_t i = 0; i < listing->task_count; i++) {
            if (i)
                putchar('\n');
            fputs(listing->tasks[i].in[language], stdout);
        }
        fputs("\",", stdout);
    }
}

static void header(void)
{
    puts("id,kind,trade,title,title_ja-easy,title_en,note,note_ja-easy,note_en,"
         "tasks,tasks_ja-easy,tasks_en,employer,hide_name,area,area_ja-easy,area_en,"
         "access,access_ja-easy,access_en,way,minutes,km,hours_min,hours_max,days_min,days_max,"
         "from,to,weekdays,half_day_ok,grow_ok,pay_kind,pay,pay_when,fare,experience,blank_ok,"
         "seniors,ja_level,talk,phone_duty,posture,lift_kg,noise,team,licence_needed,"
         "computer_needed,child_ok,access_ok,see_ok,trial_ok,trial_days,with_ok,resume,listed,"
         "checked");
}

static void texts(const struct yt_listing *listing)
{
    in_languages(&listing->title);
    in_languages(&listing->note);
    tasks(listing);
    cell(listing->employer);
    cell(listing->hide_name ? "yes" : "");
    in_languages(&listing->area);
    in_languages(&listing->access);
}

static void times(const struct yt_listing *listing)
{
    cell(ways[listing->way_there]);
    number(listing->minutes_there);
    printf("%.2f,", listing->metres / 1000.0);
    hours(listing->day_minutes_min);
    hours(listing->day_minutes_max);
    number(listing->days_min);
    number(listing->days_max);
    minute(listing->from_minute);
    minute(listing->until_minute);
    bits(listing->weekdays, weekdays, YT_COUNT(weekdays));
    cell(may[listing->half_day]);
    cell(may[listing->grow]);
}

static void rest(const struct yt_listing *listing)
{
    cell(pay_kinds[listing->pay_kind]);
    number(listing->pay > 0 ? listing->pay : -1);
    bits(listing->paid, pay_whens, YT_COUNT(pay_whens));
    cell(fares[listing->fare]);
    cell(experiences[listing->experience]);
    cell(may[listing->blank_ok]);
    cell(listing->seniors ? "yes" : "");
    cell(ja_levels[listing->ja_level]);
    cell(talks[listing->talk]);
    cell(phones[listing->phone_duty]);
    cell(postures[listing->posture]);
    number(listing->lift_kg);
    cell(noises[listing->noise]);
    cell(teams[listing->team]);
    cell(may[listing->licence_needed]);
    cell(may[listing->computer_needed]);
    bits(listing->child_times, child_times, YT_COUNT(child_times));
    bits(listing->access_ok, accesses, YT_COUNT(accesses));
    cell(may[listing->see_ok]);
    cell(may[listing->trial_ok]);
    number(listing->trial_days);
    bits(listing->along, alongs, YT_COUNT(alongs));
    cell(resumes[listing->resume]);
    date(listing->listed, ',');
    date(listing->checked, '\n');
}

int main(int argc, char **argv)
{
    static struct made_listing made;
    const unsigned count = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 0;
    const unsigned seed = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 1;

    struct yt_date last = yt_date_from_days(LAST_CHECKED);

    if (count == 0 || count > YT_LISTINGS_MAX || (argc > 3 && !yt_date_parse(argv[3], &last))) {
        fprintf(stderr, "usage: make_listings COUNT [SEED [DAY]] (at most %d)\n", YT_LISTINGS_MAX);
        return 2;
    }
    later = yt_date_to_days(last) - LAST_CHECKED;
    header();
    for (unsigned i = 0; i < count; i++) {
        made_listing(i, seed, &made);
        cell(made.listing.id);
        cell(yt_listing_kind_name(made.listing.kind));
        cell(yt_trade_name(made.listing.trade));
        texts(&made.listing);
        times(&made.listing);
        rest(&made.listing);
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
