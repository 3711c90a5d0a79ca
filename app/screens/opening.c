#include "screens/opening.h"

#include "base/message.h"
#include "base/str.h"
#include "screens/dates.h"

/* Looked ahead for the next opening; what opens later is said as closed today. */
enum { DAYS_AHEAD = 45 };

struct hours {
    const struct yt_opening *openings;
    size_t count;
    size_t place; /* for closed days */
};

static void put_span(const struct yt_app *app, const char *id, struct yt_date date,
                     const struct yt_opening *opening, struct yt_buf *text)
{
    char from[32];
    char until[32];
    char day[YT_DATE_TEXT_MAX];
    const struct yt_message_value values[] = {
        {"day", yt_date_text(yt_app_language(app), YT_DATE_DAY,
                             (struct yt_local_time){.date = date}, day)},
        {"from", yt_say_minute(app, opening->from_minute, from, sizeof from)},
        {"to", yt_say_minute(app, opening->until_minute, until, sizeof until)},
    };

    if (text->size)
        yt_buf_byte(text, (uint8_t)' ');
    yt_message_fill(text, yt_say(app, id), values, YT_COUNT(values));
}

/* Appends the openings of that day; nothing where it is closed. */
static void put_day(const struct yt_app *app, const struct hours *hours, const char *id,
                    struct yt_date date, struct yt_buf *text)
{
    if (yt_site_closed(&app->content->site, hours->place, date))
        return;
    for (size_t i = 0; i < hours->count; i++)
        if (yt_days_include(&hours->openings[i].days, date))
            put_span(app, id, date, &hours->openings[i], text);
}

static void put_next_day(const struct yt_app *app, const struct hours *hours, struct yt_date today,
                         struct yt_buf *text)
{
    const size_t before = text->size;
    const int32_t first = yt_date_to_days(today) + 1;

    for (int32_t day = first; day < first + DAYS_AHEAD && text->size == before; day++)
        put_day(app, hours, "time.next", yt_date_from_days(day), text);
}

static const char *say_hours(const struct yt_app *app, const struct hours *hours, char *buffer,
                             size_t capacity)
{
    const struct yt_date today = yt_app_now(app).date;
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};

    yt_buf_init(&text, YT_OPENING_TEXT_MAX);
    put_day(app, hours, "time.today", today, &text);
    if (text.size == 0) {
        yt_buf_text(&text, yt_say(app, "time.closed"));
        put_next_day(app, hours, today, &text);
    }
    (void)yt_str_copy(buffer, capacity, yt_buf_string(&text)); /* the days are bounded */
    return buffer;
}

const char *yt_say_kiosk_hours(const struct yt_app *app, char *buffer, size_t capacity)
{
    const struct yt_site_kiosk *kiosk = &app->content->site.kiosks[app->kiosk];
    const struct hours hours = {kiosk->openings, kiosk->opening_count, kiosk->place};

    return say_hours(app, &hours, buffer, capacity);
}

const char *yt_say_place_hours(const struct yt_app *app, size_t place, char *buffer,
                               size_t capacity)
{
    const struct yt_site *site = &app->content->site;
    const struct yt_place *at = &site->places[place];
    const struct hours own = {at->openings, at->opening_count, place};
    const struct hours desk = {site->openings, site->opening_count, place};

    return say_hours(app, own.count ? &own : &desk, buffer, capacity);
}
