#include "base/clock.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/timex.h>
#include <time.h>

static int64_t read_ms(clockid_t which)
{
    struct timespec now;

    clock_gettime(which, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t system_wall_ms(void *context)
{
    (void)context;
    return read_ms(CLOCK_REALTIME);
}

static int64_t system_mono_ms(void *context)
{
    (void)context;
    return read_ms(CLOCK_BOOTTIME);
}

static bool system_trusted(void *context)
{
    struct timex question = {0};
    int state = adjtimex(&question);

    (void)context;
    return state >= 0 && state != TIME_ERROR;
}

const struct yt_clock *yt_clock_system(void)
{
    static const struct yt_clock clock = {
        .wall_ms = system_wall_ms, .mono_ms = system_mono_ms, .trusted = system_trusted};

    return &clock;
}

static int64_t virtual_wall_ms(void *context)
{
    return ((struct yt_clock_virtual *)context)->now_wall_ms;
}

static int64_t virtual_mono_ms(void *context)
{
    return ((struct yt_clock_virtual *)context)->now_mono_ms;
}

static bool virtual_trusted(void *context)
{
    return ((struct yt_clock_virtual *)context)->is_trusted;
}

void yt_clock_virtual_init(struct yt_clock_virtual *clock, int64_t wall_ms)
{
    *clock = (struct yt_clock_virtual){
        .clock = {virtual_wall_ms, virtual_mono_ms, virtual_trusted, clock},
        .now_wall_ms = wall_ms,
        .is_trusted = true,
    };
}

void yt_clock_virtual_advance(struct yt_clock_virtual *clock, int64_t by_ms)
{
    clock->now_wall_ms += by_ms;
    clock->now_mono_ms += by_ms;
}

int64_t yt_clock_wall_ms(const struct yt_clock *clock)
{
    return clock->wall_ms(clock->context);
}

int64_t yt_clock_mono_ms(const struct yt_clock *clock)
{
    return clock->mono_ms(clock->context);
}

bool yt_clock_trusted(const struct yt_clock *clock)
{
    return clock->trusted(clock->context);
}

#define FIRST_DAY (-25567) /* 1900-01-01 */
#define LAST_DAY 2932896   /* 9999-12-31 */

/* The C library reckons the calendar; timegm and gmtime_r know no time zone. */
static struct tm calendar_of(struct yt_date date)
{
    struct tm calendar = {
        .tm_year = date.year - 1900, .tm_mon = date.month - 1, .tm_mday = date.day};

    return calendar;
}

int32_t yt_date_to_days(struct yt_date date)
{
    struct tm calendar = calendar_of(date);

    return (int32_t)(timegm(&calendar) / 86400);
}

struct yt_date yt_date_from_days(int32_t days)
{
    time_t seconds = (time_t)days * 86400;
    struct tm calendar;

    gmtime_r(&seconds, &calendar);
    return (struct yt_date){.year = (int16_t)(calendar.tm_year + 1900),
                            .month = (int8_t)(calendar.tm_mon + 1),
                            .day = (int8_t)calendar.tm_mday};
}

int yt_date_weekday(struct yt_date date)
{
    int32_t days = yt_date_to_days(date);

    return (int)(((days + 4) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

bool yt_date_exists(int year, int month, int day)
{
    struct yt_date back;

    if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    back = yt_date_from_days(yt_date_to_days(
        (struct yt_date){.year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day}));
    return back.year == year && back.month == month && back.day == day;
}

/* `count` digits at `text` as a number, or -1. */
static int digits(const char *text, size_t count)
{
    int number = 0;

    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool yt_date_parse(const char *text, struct yt_date *date)
{
    int year;
    int month;
    int day;

    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    year = digits(text, 4);
    month = digits(text + 5, 2);
    day = digits(text + 8, 2);
    if (!yt_date_exists(year, month, day))
        return false;
    *date = (struct yt_date){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

bool yt_minute_parse(const char *text, int *minute)
{
    int hours;
    int minutes;

    if (strlen(text) != 5 || text[2] != ':')
        return false;
    hours = digits(text, 2);
    minutes = digits(text + 3, 2);
    if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > YT_DAY_MINUTES)
        return false;
    *minute = hours * 60 + minutes;
    return true;
}

int yt_date_compare(struct yt_date a, struct yt_date b)
{
    int32_t difference = yt_date_to_days(a) - yt_date_to_days(b);

    return (difference > 0) - (difference < 0);
}

static int64_t floor_divide(int64_t number, int64_t by)
{
    return number / by - (number % by < 0);
}

struct yt_local_time yt_local_time(int64_t wall_ms, int offset_minutes)
{
    int64_t minutes = floor_divide(wall_ms, YT_MINUTE_MS) + offset_minutes;
    int64_t days = floor_divide(minutes, YT_DAY_MINUTES);
    int minute = (int)(minutes - days * YT_DAY_MINUTES);

    if (days < FIRST_DAY)
        days = FIRST_DAY;
    if (days > LAST_DAY)
        days = LAST_DAY;
    return (struct yt_local_time){.date = yt_date_from_days((int32_t)days), .minute = minute};
}

int64_t yt_local_time_to_ms(struct yt_local_time local, int offset_minutes)
{
    int64_t minutes = (int64_t)yt_date_to_days(local.date) * YT_DAY_MINUTES + local.minute;

    return (minutes - offset_minutes) * YT_MINUTE_MS;
}
