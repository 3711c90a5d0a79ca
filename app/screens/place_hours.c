#include "screens/place_hours.h"

#include "screens/programme_words.h"

/* Does `opening` say more about now than `best`? What is under way or comes next does; among what
 * is over, the last one. */
static bool says_more(const struct yt_opening *opening, const struct yt_opening *best, int minute)
{
    const bool over = opening->until_minute <= minute;

    if (!best)
        return true;
    if (best->until_minute <= minute)
        return !over || best->until_minute < opening->until_minute;
    return !over && opening->from_minute < best->from_minute;
}

/* NULL where the place is closed all day. */
static const struct yt_opening *opening_now(const struct yt_open_place *place,
                                            struct yt_local_time now)
{
    const struct yt_opening *best = NULL;

    for (size_t i = 0; i < place->opening_count; i++)
        if (yt_days_include(&place->openings[i].days, now.date) &&
            says_more(&place->openings[i], best, now.minute))
            best = &place->openings[i];
    return best;
}

enum yt_place_today yt_place_today(const struct yt_open_place *place, struct yt_local_time now)
{
    const struct yt_opening *opening = opening_now(place, now);

    if (place->opening_count == 0)
        return YT_PLACE_NOT_KNOWN;
    if (!opening)
        return YT_PLACE_CLOSED;
    if (now.minute < opening->from_minute)
        return YT_PLACE_OPENS;
    return now.minute < opening->until_minute ? YT_PLACE_OPEN : YT_PLACE_OVER;
}

static void say_with_minute(const struct yt_app *app, const char *id, int minute, struct yt_buf *to)
{
    char time[64];
    char text[512];

    yt_say_minute(app, minute, time, sizeof time);
    yt_buf_text(to, yt_say_with(app, id, "time", time, text, sizeof text));
}

void yt_say_place_today(const struct yt_app *app, const struct yt_open_place *place,
                        struct yt_buf *to)
{
    const struct yt_local_time now = yt_app_now(app);
    const struct yt_opening *opening = opening_now(place, now);

    switch (yt_place_today(place, now)) {
    case YT_PLACE_NOT_KNOWN:
        yt_buf_text(to, yt_say_text(app, &place->hours));
        break;
    case YT_PLACE_OPEN:
        say_with_minute(app, "place.open.now", opening->until_minute, to);
        break;
    case YT_PLACE_OPENS:
        say_with_minute(app, "place.opens", opening->from_minute, to);
        break;
    case YT_PLACE_OVER:
        yt_buf_text(to, yt_say(app, "place.over"));
        break;
    case YT_PLACE_CLOSED:
        yt_buf_text(to, yt_say(app, "place.closed"));
        break;
    }
}

void yt_say_place_day(const struct yt_app *app, const struct yt_open_place *place,
                      struct yt_date date, struct yt_buf *to)
{
    const struct yt_teller teller = {.app = app};
    bool open = false;

    for (size_t i = 0; i < place->opening_count; i++) {
        const struct yt_opening *opening = &place->openings[i];

        if (!yt_days_include(&opening->days, date))
            continue;
        if (open)
            yt_buf_text(to, "　");
        yt_tell_span(&teller, opening->from_minute, opening->until_minute, to);
        open = true;
    }
    if (!open)
        yt_buf_text(to, yt_say(app, "place.day.closed"));
}

static const struct {
    const char *message, *icon;
} kinds[YT_OPEN_PLACE_KINDS] = {
    [YT_OPEN_PLACE_OTHER] = {"places.kind.other", "map-pin"},
    [YT_OPEN_PLACE_GATHERING] = {"places.kind.gathering", "place"},
    [YT_OPEN_PLACE_FOOD] = {"places.kind.food", "food"},
    [YT_OPEN_PLACE_CHILDREN] = {"places.kind.children", "child"},
    [YT_OPEN_PLACE_LIBRARY] = {"places.kind.library", "book"},
    [YT_OPEN_PLACE_HEALTH] = {"places.kind.health", "health"},
    [YT_OPEN_PLACE_OFFICE] = {"places.kind.office", "desk"},
    [YT_OPEN_PLACE_LEARNING] = {"places.kind.learning", "learning"},
    [YT_OPEN_PLACE_PARK] = {"places.kind.park", "leaf"},
};

const char *yt_place_kind_message(enum yt_open_place_kind kind)
{
    return kinds[(unsigned)kind < YT_OPEN_PLACE_KINDS ? kind : YT_OPEN_PLACE_OTHER].message;
}

const char *yt_place_kind_icon(enum yt_open_place_kind kind)
{
    return kinds[(unsigned)kind < YT_OPEN_PLACE_KINDS ? kind : YT_OPEN_PLACE_OTHER].icon;
}
