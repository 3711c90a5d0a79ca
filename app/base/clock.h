/* The one clock, replaceable in tests, and the few dates the project reckons with. */
#ifndef YT_BASE_CLOCK_H
#define YT_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#define YT_MINUTE_MS INT64_C(60000)
#define YT_DAY_MS INT64_C(86400000)
#define YT_DAY_MINUTES 1440

/* Any thread may ask; the functions must allow it. */
struct yt_clock {
    int64_t (*wall_ms)(void *context); /* since 1970-01-01T00:00Z, may jump */
    int64_t (*mono_ms)(void *context); /* never goes back */
    bool (*trusted)(void *context);    /* is the wall time believed to be right? */
    void *context;
};

/* The machine's own clock. Trusted when the kernel says that it is synchronised, not when it may
 * not be asked. */
const struct yt_clock *yt_clock_system(void);

/* A clock that stands still until it is moved. */
struct yt_clock_virtual {
    struct yt_clock clock; /* hand out a pointer to this */
    int64_t now_wall_ms;
    int64_t now_mono_ms;
    bool is_trusted;
};
/* Not to be moved in memory afterwards: `clock.context` points to the struct. */
void yt_clock_virtual_init(struct yt_clock_virtual *clock, int64_t wall_ms);
void yt_clock_virtual_advance(struct yt_clock_virtual *clock, int64_t by_ms);

int64_t yt_clock_wall_ms(const struct yt_clock *clock);
int64_t yt_clock_mono_ms(const struct yt_clock *clock);
bool yt_clock_trusted(const struct yt_clock *clock);

/* A day of the Gregorian calendar. */
struct yt_date {
    int16_t year;
    int8_t month; /* 1 to 12 */
    int8_t day;   /* 1 to 31 */
};

/* A moment as a person at the place reads it from the wall. */
struct yt_local_time {
    struct yt_date date;
    int minute; /* of the day, 0 to 1439 */
};

/* Days since 1970-01-01, and back. */
int32_t yt_date_to_days(struct yt_date date);
struct yt_date yt_date_from_days(int32_t days);
/* 0 is Sunday. */
int yt_date_weekday(struct yt_date date);
bool yt_date_exists(int year, int month, int day);
/* Exactly "YYYY-MM-DD" and an existing date. */
bool yt_date_parse(const char *text, struct yt_date *date);
/* Exactly "HH:MM", 00:00 to 24:00, as minutes of the day. */
bool yt_minute_parse(const char *text, int *minute);
int yt_date_compare(struct yt_date a, struct yt_date b);

/* `offset_minutes` is the place's distance from UTC: 540 in Japan, which has no summer time.
 * A moment outside the years 1900 to 9999 (a dead battery, a number that a stranger sent) is read
 * as a minute of their first or last day. */
struct yt_local_time yt_local_time(int64_t wall_ms, int offset_minutes);
int64_t yt_local_time_to_ms(struct yt_local_time local, int offset_minutes);

#endif
