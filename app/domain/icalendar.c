#include "domain/icalendar.h"

#include "base/str.h"

#include <stdio.h>

#define LINE_OCTETS 75 /* RFC 5545, 3.1, without the line break */

/* A content line under way. */
struct line {
    struct yt_buf *to;
    size_t octets; /* of the line on paper, which folding begins anew */
};

static void put_octets(struct line *line, const char *octets, size_t count)
{
    if (line->octets + count > LINE_OCTETS) {
        yt_buf_text(line->to, "\r\n ");
        line->octets = 1;
    }
    yt_buf_append(line->to, octets, count);
    line->octets += count;
}

/* As TEXT is written (3.3.11). */
static void put_text(struct line *line, const char *text)
{
    const char *at = text;
    uint32_t letter;

    while ((letter = yt_str_next(&at)) != 0) {
        char character[4];

        if (letter == '\n')
            put_octets(line, "\\n", 2);
        else if (letter == '\\' || letter == ';' || letter == ',')
            put_octets(line, (const char[]){'\\', (char)letter}, 2);
        else if (letter >= ' ' && letter != 0x7f && letter != YT_STR_INVALID)
            put_octets(line, character, yt_str_put(character, letter));
    }
}

static void put_line(struct yt_buf *to, const char *name, const char *text)
{
    struct line line = {.to = to};

    for (const char *at = name; *at; at++)
        put_octets(&line, at, 1);
    put_octets(&line, ":", 1);
    put_text(&line, text);
    yt_buf_text(to, "\r\n");
}

static void put_moment(struct yt_buf *to, const char *name, int64_t wall_ms)
{
    const struct yt_local_time utc = yt_local_time(wall_ms, 0);

    yt_buf_printf(to, "%s:%04d%02d%02dT%02d%02d00Z\r\n", name, utc.date.year, utc.date.month,
                  utc.date.day, utc.minute / 60, utc.minute % 60);
}

static void put_when(struct yt_buf *to, const struct yt_icalendar_event *event)
{
    const int64_t midnight =
        yt_local_time_to_ms((struct yt_local_time){.date = event->date}, event->utc_offset_minutes);

    if (event->from_minute < 0) {
        yt_buf_printf(to, "DTSTART;VALUE=DATE:%04d%02d%02d\r\n", event->date.year,
                      event->date.month, event->date.day);
        return;
    }
    put_moment(to, "DTSTART", midnight + event->from_minute * YT_MINUTE_MS);
    if (event->until_minute > event->from_minute)
        put_moment(to, "DTEND", midnight + event->until_minute * YT_MINUTE_MS);
}

bool yt_icalendar_event(struct yt_buf *to, const struct yt_icalendar_event *event,
                        struct yt_err *err)
{
    yt_buf_text(to, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yotte//Kiosk//JA\r\n"
                    "BEGIN:VEVENT\r\n");
    put_line(to, "UID", event->uid);
    put_moment(to, "DTSTAMP", event->stamp_ms);
    put_when(to, event);
    put_line(to, "SUMMARY", event->name);
    if (event->where && event->where[0])
        put_line(to, "LOCATION", event->where);
    yt_buf_text(to, "END:VEVENT\r\nEND:VCALENDAR\r\n");
    return yt_buf_ok(to, err);
}
