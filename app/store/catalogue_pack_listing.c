#include "store/catalogue_pack.h"

#include <limits.h>
#include <stddef.h>

#define FIELD(name, least, most)                                                      \
    {                                                                                 \
        .offset = offsetof(struct yt_listing, name),                                  \
        .size = sizeof(((struct yt_listing *)0)->name), .min = (least), .max = (most) \
    }

/* All but id, texts and dates. The order is the file's. */
static const struct yt_pack_field fields[] = {
    FIELD(kind, 0, YT_LISTING_KINDS - 1),
    FIELD(trade, 0, YT_TRADES - 1),
    FIELD(hide_name, 0, 1),
    FIELD(way_there, 0, YT_THERE_CAR_WITH_STAFF),
    FIELD(minutes_there, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(metres, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(day_minutes_min, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(day_minutes_max, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(days_min, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(days_max, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(from_minute, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(until_minute, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(weekdays, 0, UINT8_MAX),
    FIELD(half_day, 0, YT_MAY_NO),
    FIELD(grow, 0, YT_MAY_NO),
    FIELD(pay_kind, 0, YT_PAY_NONE),
    FIELD(pay, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(pay_max, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(paid, 0, UINT8_MAX),
    FIELD(fare, 0, YT_FARE_NONE),
    FIELD(experience, 0, YT_EXPERIENCE_NEEDED),
    FIELD(blank_ok, 0, YT_MAY_NO),
    FIELD(seniors, 0, 1),
    FIELD(ja_level, 0, YT_JA_READ),
    FIELD(talk, 0, YT_TALK_MUCH),
    FIELD(phone_duty, 0, YT_PHONE_YES),
    FIELD(posture, 0, YT_POSTURE_BOTH),
    FIELD(lift_kg, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(noise, 0, YT_NOISE_LOUD),
    FIELD(team, 0, YT_TEAM_LARGE),
    FIELD(licence_needed, 0, YT_MAY_NO),
    FIELD(computer_needed, 0, YT_MAY_NO),
    FIELD(child_times, 0, UINT8_MAX),
    FIELD(dorm, 0, YT_MAY_NO),
    FIELD(access_ok, 0, UINT8_MAX),
    FIELD(see_ok, 0, YT_MAY_NO),
    FIELD(trial_ok, 0, YT_MAY_NO),
    FIELD(trial_days, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(along, 0, UINT8_MAX),
    FIELD(resume, 0, YT_RESUME_FULL),
    FIELD(talk_style, 0, YT_STYLE_FORMAL),
    FIELD(after_visits, 0, 1),
    FIELD(places, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(insurance, 0, UINT8_MAX),
};

static const size_t texts[] = {
    offsetof(struct yt_listing, title),   offsetof(struct yt_listing, note),
    offsetof(struct yt_listing, area),    offsetof(struct yt_listing, access),
    offsetof(struct yt_listing, licence), offsetof(struct yt_listing, computer),
};

static const struct yt_text *text_of(const struct yt_listing *listing, size_t i)
{
    return (const struct yt_text *)((const char *)listing + texts[i]);
}

bool yt_pack_listing(struct yt_buf *to, const struct yt_listing *listing,
                     const struct yt_languages *languages, struct yt_err *err)
{
    const size_t tasks =
        listing->task_count < YT_LISTING_TASKS_MAX ? listing->task_count : YT_LISTING_TASKS_MAX;
    struct yt_pack_tags tags = {0};

    for (size_t i = 0; i < YT_COUNT(texts); i++)
        yt_pack_tags_use(&tags, text_of(listing, i));
    for (size_t i = 0; i < tasks; i++)
        yt_pack_tags_use(&tags, &listing->tasks[i]);
    yt_pack_tags(to, &tags, languages);
    yt_pack_string(to, listing->id);
    yt_pack_fields(to, fields, YT_COUNT(fields), listing);
    yt_pack_date(to, listing->listed);
    yt_pack_date(to, listing->checked);
    yt_pack_date(to, listing->until);
    yt_pack_string(to, listing->employer);
    for (size_t i = 0; i < YT_COUNT(texts); i++)
        yt_pack_text(to, &tags, text_of(listing, i));
    yt_pack_number(to, tasks);
    for (size_t i = 0; i < tasks; i++)
        yt_pack_text(to, &tags, &listing->tasks[i]);
    yt_pack_seal(to);
    return yt_buf_ok(to, err) || yt_err_context(err, "listing %s", listing->id);
}

bool yt_unpack_listing(const void *bytes, size_t size, const struct yt_languages *languages,
                       struct yt_languages *own, struct yt_arena *arena, struct yt_listing *listing,
                       struct yt_err *err)
{
    struct yt_unpack unpack;

    yt_listing_init(listing);
    yt_unpack_begin(&unpack, bytes, size, arena);
    yt_unpack_tags(&unpack, languages, own);
    listing->id = yt_unpack_string(&unpack);
    yt_unpack_fields(&unpack, fields, YT_COUNT(fields), listing);
    listing->listed = yt_unpack_date(&unpack);
    listing->checked = yt_unpack_date(&unpack);
    listing->until = yt_unpack_date(&unpack);
    listing->employer = yt_unpack_string(&unpack);
    for (size_t i = 0; i < YT_COUNT(texts); i++)
        yt_unpack_text(&unpack, (struct yt_text *)((char *)listing + texts[i]));
    listing->task_count = (size_t)yt_unpack_number(&unpack, YT_LISTING_TASKS_MAX);
    for (size_t i = 0; i < listing->task_count; i++)
        yt_unpack_text(&unpack, &listing->tasks[i]);
    unpack.failed = unpack.failed || !listing->id;
    return yt_unpack_end(&unpack, err);
}
