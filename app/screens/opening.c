#include "screens/opening.h"

#include "base/message.h"
#include "base/str.h"

#include <stdio.h>

static void put_span(const struct yt_app *app, const struct yt_opening *opening,
                     struct yt_buf *text)
{
    char from[32];
    char until[32];
    const struct yt_message_value values[] = {
        {"from", yt_say_minute(app, opening->from_minute, from, sizeof from)},
        {"to", yt_say_minute(app, opening->until_minute, until, sizeof until)},
    };

    if (text->size)
        yt_buf_text(text, " ");
    yt_message_fill(text, yt_say(app, "time.today"), values, YT_COUNT(values));
}

static const char *say_hours(const struct yt_app *app, const struct yt_opening *openings,
                             size_t count, size_t place, char *buffer, size_t capacity)
{
    const struct yt_date today = yt_app_now(app).date;
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};

    yt_buf_init(&text, YT_OPENING_TEXT_MAX);
    if (!yt_site_closed(&app->content->site, place, today))
        for (size_t i = 0; i < count; i++)
            if (yt_days_include(&openings[i].days, today))
                put_span(app, &openings[i], &text);
    (void)yt_str_copy(buffer, capacity,
                      text.size ? yt_buf_string(&text) : yt_say(app, "time.closed"));
    return buffer;
}

const char *yt_say_kiosk_hours(const struct yt_app *app, char *buffer, size_t capacity)
{
    const struct yt_site_kiosk *kiosk = &app->content->site.kiosks[app->kiosk];

    return say_hours(app, kiosk->openings, kiosk->opening_count, kiosk->place, buffer, capacity);
}

const char *yt_say_place_hours(const struct yt_app *app, size_t place, char *buffer,
                               size_t capacity)
{
    const struct yt_place *at = &app->content->site.places[place];

    return say_hours(app, at->openings, at->opening_count, place, buffer, capacity);
}
