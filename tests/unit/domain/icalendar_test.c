/* Events for a telephone's calendar, byte for byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attributes.h"
#include "base/str.h"
#include "domain/icalendar.h"

/* 2026-11-21 10:00 in Japan. */
#define STAMP_MS INT64_C(1795222800000)

static const struct yt_icalendar_event walk = {
    .uid = "P08-20261204@0000-00-0001",
    .name = "さんぽの会",
    .where = "川の道",
    .date = {2026, 12, 4},
    .from_minute = 10 * 60 + 30,
    .until_minute = 11 * 60 + 30,
    .utc_offset_minutes = 540,
    .stamp_ms = STAMP_MS,
};

static void write_event(const struct yt_icalendar_event *event, struct yt_buf *text)
{
    struct yt_err err = {0};

    yt_buf_init(text, 4096);
    if (!yt_icalendar_event(text, event, &err))
        fail_msg("%s", err.text);
}

/* The value of a property, unfolded; "" where there is none. */
static const char *value_of(const char *text, const char *property, char *value, size_t capacity)
{
    const char *at = strstr(text, property);
    size_t size = 0;

    for (at = at ? at + strlen(property) : ""; *at && size + 1 < capacity; at++) {
        if (strncmp(at, "\r\n ", 3) == 0)
            at += 2;
        else if (*at == '\r')
            break;
        else
            value[size++] = *at;
    }
    value[size] = '\0';
    return value;
}

static void an_event_is_these_bytes(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};

    (void)state;
    write_event(&walk, &text);
    assert_string_equal(yt_buf_string(&text), "BEGIN:VCALENDAR\r\n"
                                              "VERSION:2.0\r\n"
                                              "PRODID:-//Yotte//Kiosk//JA\r\n"
                                              "BEGIN:VEVENT\r\n"
                                              "UID:P08-20261204@0000-00-0001\r\n"
                                              "DTSTAMP:20261121T010000Z\r\n"
                                              "DTSTART:20261204T013000Z\r\n"
                                              "DTEND:20261204T023000Z\r\n"
                                              "SUMMARY:さんぽの会\r\n"
                                              "LOCATION:川の道\r\n"
                                              "END:VEVENT\r\n"
                                              "END:VCALENDAR\r\n");
}

static void mornings_in_japan_are_the_day_before_in_utc(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct yt_icalendar_event event = walk;
    char value[64];

    (void)state;
    event.date = (struct yt_date){2027, 1, 1};
    event.from_minute = 8 * 60;
    event.until_minute = YT_DAY_MINUTES; /* midnight */
    write_event(&event, &text);
    assert_string_equal(value_of(yt_buf_string(&text), "DTSTART:", value, sizeof value),
                        "20261231T230000Z");
    assert_string_equal(value_of(yt_buf_string(&text), "DTEND:", value, sizeof value),
                        "20270101T150000Z");
}

static void what_is_not_known_is_left_out(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf whole_day = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf open_end = {0};
    struct yt_icalendar_event event = walk;
    char value[64];

    (void)state;
    event.where = NULL;
    event.from_minute = -1;
    write_event(&event, &whole_day);
    assert_string_equal(
        value_of(yt_buf_string(&whole_day), "DTSTART;VALUE=DATE:", value, sizeof value),
        "20261204");
    assert_null(strstr(yt_buf_string(&whole_day), "DTEND"));
    assert_null(strstr(yt_buf_string(&whole_day), "LOCATION"));

    event.from_minute = event.until_minute = 600;
    event.where = "";
    write_event(&event, &open_end);
    assert_string_equal(value_of(yt_buf_string(&open_end), "DTSTART:", value, sizeof value),
                        "20261204T010000Z");
    assert_null(strstr(yt_buf_string(&open_end), "DTEND"));
    assert_null(strstr(yt_buf_string(&open_end), "LOCATION"));
}

static void marks_of_the_format_are_escaped(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct yt_icalendar_event event = walk;
    char value[128];

    (void)state;
    event.name = "tea, talk; rest\\read: \"2nd\"\nall\r\x01\x7f day";
    write_event(&event, &text);
    assert_string_equal(value_of(yt_buf_string(&text), "SUMMARY:", value, sizeof value),
                        "tea\\, talk\\; rest\\\\read: \"2nd\"\\nall day");
}

static void assert_folded(const char *name)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct yt_icalendar_event event = walk;
    char value[640];

    event.name = name;
    write_event(&event, &text);
    for (const char *line = yt_buf_string(&text), *end; (end = strstr(line, "\r\n")) != NULL;
         line = end + 2) {
        assert_true(end - line <= 75);
        assert_true(yt_str_valid(line, (size_t)(end - line)));
    }
    assert_string_equal(value_of(yt_buf_string(&text), "SUMMARY:", value, sizeof value), name);
}

static void no_line_is_longer_than_the_standard_allows(void **state)
{
    /* Bytes of 3, 1 and 4 a character, so that the fold falls everywhere. */
    char mixed[640] = "";
    /* Bytes of 1 a character, so that every line is full. */
    char plain[301] = "";

    (void)state;
    for (int i = 0; i < 40; i++)
        strcat(mixed, i % 5 == 4 ? "🌱a" : "しらかば");
    assert_folded(mixed);
    memset(plain, 'a', sizeof plain - 1);
    assert_folded(plain);
}

static void what_does_not_fit_is_told(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct yt_err err = {0};

    (void)state;
    yt_buf_init(&text, 100);
    assert_false(yt_icalendar_event(&text, &walk, &err));
    assert_int_equal(err.code, YT_ERR_TOO_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_is_these_bytes),
        cmocka_unit_test(mornings_in_japan_are_the_day_before_in_utc),
        cmocka_unit_test(what_is_not_known_is_left_out),
        cmocka_unit_test(marks_of_the_format_are_escaped),
        cmocka_unit_test(no_line_is_longer_than_the_standard_allows),
        cmocka_unit_test(what_does_not_fit_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
