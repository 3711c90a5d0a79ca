#include "store/catalogue_pack.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#define FIELD(type, name, least, most)                                                   \
    {                                                                                    \
        .offset = offsetof(struct type, name), .size = sizeof(((struct type *)0)->name), \
        .min = (least), .max = (most)                                                    \
    }

static const struct yt_pack_field programme_fields[] = {
    FIELD(yt_programme, number, 0, UINT16_MAX),
    FIELD(yt_programme, months, 0, UINT16_MAX),
    FIELD(yt_programme, follows_orders, 0, 1),
    FIELD(yt_programme, from_minute, INT_MIN, INT_MAX),
    FIELD(yt_programme, until_minute, INT_MIN, INT_MAX),
    FIELD(yt_programme, room, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(yt_programme, usual_from, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(yt_programme, usual_until, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(yt_programme, group, 0, YT_GROUP_MORE),
    FIELD(yt_programme, sign_up, 0, YT_SIGN_UP_BOOKING),
    FIELD(yt_programme, sign_up_days, INT_MIN, INT_MAX),
    FIELD(yt_programme, online_too, 0, 1),
    FIELD(yt_programme, open_holidays, 0, 1),
    FIELD(yt_programme, items, INT64_MIN, INT64_MAX),
    FIELD(yt_programme, books, INT_MIN, INT_MAX),
    FIELD(yt_programme, place, INT_MIN, INT_MAX),
};

static const struct yt_pack_field place_fields[] = {
    FIELD(yt_open_place, kind, 0, YT_OPEN_PLACE_KINDS - 1),
    FIELD(yt_open_place, minutes_there, YT_LISTING_NOT_SAID, INT_MAX),
    FIELD(yt_open_place, has_position, 0, 1),
    FIELD(yt_open_place, step_free, 0, YT_MAY_NO),
};

static const size_t programme_texts[] = {
    offsetof(struct yt_programme, name),  offsetof(struct yt_programme, text),
    offsetof(struct yt_programme, where), offsetof(struct yt_programme, for_whom),
    offsetof(struct yt_programme, by),
};
static const size_t place_texts[] = {
    offsetof(struct yt_open_place, name),  offsetof(struct yt_open_place, text),
    offsetof(struct yt_open_place, where), offsetof(struct yt_open_place, hours),
    offsetof(struct yt_open_place, by),
};

/* --- Parts ------------------------------------------------------------------------------------ */

static const struct yt_text *text_at(const void *record, size_t offset)
{
    return (const struct yt_text *)((const char *)record + offset);
}

static void pack_texts(struct yt_buf *to, const struct yt_pack_tags *tags, const void *record,
                       const size_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        yt_pack_text(to, tags, text_at(record, offsets[i]));
}

static void unpack_texts(struct yt_unpack *unpack, void *record, const size_t *offsets,
                         size_t count)
{
    for (size_t i = 0; i < count; i++)
        yt_unpack_text(unpack, (struct yt_text *)((char *)record + offsets[i]));
}

static void pack_days(struct yt_buf *to, const struct yt_days *days)
{
    yt_pack_number(to, days->weekdays);
    yt_pack_number(to, days->weeks);
    yt_pack_number(to, days->date_count);
    for (size_t i = 0; i < days->date_count; i++)
        yt_pack_date(to, days->dates[i]);
}

static struct yt_days unpack_days(struct yt_unpack *unpack)
{
    struct yt_days days = {
        .weekdays = (uint8_t)yt_unpack_number(unpack, UINT8_MAX),
        .weeks = (uint8_t)yt_unpack_number(unpack, UINT8_MAX),
    };
    struct yt_date *dates = yt_unpack_list(unpack, &days.date_count, sizeof *dates);

    for (size_t i = 0; i < days.date_count; i++)
        dates[i] = yt_unpack_date(unpack);
    days.dates = dates;
    return days;
}

static void pack_change(struct yt_buf *to, const struct yt_pack_tags *tags,
                        const struct yt_programme_change *change)
{
    yt_pack_date(to, change->from);
    yt_pack_date(to, change->until);
    yt_pack_number(to, change->kind);
    yt_pack_text(to, tags, &change->where);
    yt_pack_date(to, change->to_date);
    yt_pack_signed(to, change->from_minute);
    yt_pack_signed(to, change->until_minute);
    yt_pack_text(to, tags, &change->note);
}

static void unpack_change(struct yt_unpack *unpack, struct yt_programme_change *change)
{
    change->from = yt_unpack_date(unpack);
    change->until = yt_unpack_date(unpack);
    change->kind = (enum yt_change_kind)yt_unpack_number(unpack, YT_CHANGE_CANCELLED);
    yt_unpack_text(unpack, &change->where);
    change->to_date = yt_unpack_date(unpack);
    change->from_minute = (int)yt_unpack_signed(unpack, INT_MIN, INT_MAX);
    change->until_minute = (int)yt_unpack_signed(unpack, INT_MIN, INT_MAX);
    yt_unpack_text(unpack, &change->note);
}

/* --- Programmes ------------------------------------------------------------------------------- */

bool yt_pack_programme(struct yt_buf *to, const struct yt_programme *programme,
                       const struct yt_languages *languages, struct yt_err *err)
{
    struct yt_pack_tags tags = {0};

    if (programme->days.date_count > YT_PACK_LIST_MAX || programme->change_count > YT_PACK_LIST_MAX)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "programme %s: more than %d dates", programme->id,
                          YT_PACK_LIST_MAX);
    for (size_t i = 0; i < YT_COUNT(programme_texts); i++)
        yt_pack_tags_use(&tags, text_at(programme, programme_texts[i]));
    for (size_t i = 0; i < programme->change_count; i++) {
        yt_pack_tags_use(&tags, &programme->changes[i].where);
        yt_pack_tags_use(&tags, &programme->changes[i].note);
    }
    yt_pack_tags(to, &tags, languages);
    yt_pack_string(to, programme->id);
    yt_pack_fields(to, programme_fields, YT_COUNT(programme_fields), programme);
    pack_texts(to, &tags, programme, programme_texts, YT_COUNT(programme_texts));
    yt_pack_string(to, programme->picture);
    yt_pack_string(to, programme->phone);
    yt_pack_string(to, programme->online_link);
    yt_pack_string(to, programme->given_by);
    pack_days(to, &programme->days);
    yt_pack_date(to, programme->first);
    yt_pack_date(to, programme->last);
    yt_pack_number(to, programme->change_count);
    for (size_t i = 0; i < programme->change_count; i++)
        pack_change(to, &tags, &programme->changes[i]);
    yt_pack_seal(to);
    return yt_buf_ok(to, err) || yt_err_context(err, "programme %s", programme->id);
}

bool yt_unpack_programme(const void *bytes, size_t size, const struct yt_languages *languages,
                         struct yt_arena *arena, struct yt_programme *programme, struct yt_err *err)
{
    struct yt_unpack unpack;
    struct yt_programme_change *changes;

    memset(programme, 0, sizeof *programme);
    yt_unpack_begin(&unpack, bytes, size, arena);
    yt_unpack_tags(&unpack, languages, NULL);
    programme->id = yt_unpack_string(&unpack);
    yt_unpack_fields(&unpack, programme_fields, YT_COUNT(programme_fields), programme);
    unpack_texts(&unpack, programme, programme_texts, YT_COUNT(programme_texts));
    programme->picture = yt_unpack_string(&unpack);
    programme->phone = yt_unpack_string(&unpack);
    programme->online_link = yt_unpack_string(&unpack);
    programme->given_by = yt_unpack_string(&unpack);
    programme->days = unpack_days(&unpack);
    programme->first = yt_unpack_date(&unpack);
    programme->last = yt_unpack_date(&unpack);
    changes = yt_unpack_list(&unpack, &programme->change_count, sizeof *changes);
    for (size_t i = 0; i < programme->change_count; i++)
        unpack_change(&unpack, &changes[i]);
    programme->changes = changes;
    unpack.failed = unpack.failed || !programme->id;
    return yt_unpack_end(&unpack, err);
}

/* --- Places ----------------------------------------------------------------------------------- */

/* Millionths of a degree: a tenth of a metre. */
static int64_t from_degrees(double degrees)
{
    return (int64_t)(degrees * 1e6 + (degrees < 0 ? -0.5 : 0.5));
}

bool yt_pack_place(struct yt_buf *to, const struct yt_open_place *place,
                   const struct yt_languages *languages, struct yt_err *err)
{
    struct yt_pack_tags tags = {0};

    if (place->opening_count > YT_PACK_LIST_MAX)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "place %s: more than %d openings", place->id,
                          YT_PACK_LIST_MAX);
    for (size_t i = 0; i < YT_COUNT(place_texts); i++)
        yt_pack_tags_use(&tags, text_at(place, place_texts[i]));
    yt_pack_tags(to, &tags, languages);
    yt_pack_string(to, place->id);
    yt_pack_fields(to, place_fields, YT_COUNT(place_fields), place);
    pack_texts(to, &tags, place, place_texts, YT_COUNT(place_texts));
    yt_pack_string(to, place->phone);
    yt_pack_signed(to, place->has_position ? from_degrees(place->latitude) : 0);
    yt_pack_signed(to, place->has_position ? from_degrees(place->longitude) : 0);
    yt_pack_date(to, place->checked);
    yt_pack_number(to, place->opening_count);
    for (size_t i = 0; i < place->opening_count; i++) {
        pack_days(to, &place->openings[i].days);
        yt_pack_signed(to, place->openings[i].from_minute);
        yt_pack_signed(to, place->openings[i].until_minute);
    }
    yt_pack_seal(to);
    return yt_buf_ok(to, err) || yt_err_context(err, "place %s", place->id);
}

bool yt_unpack_place(const void *bytes, size_t size, const struct yt_languages *languages,
                     struct yt_arena *arena, struct yt_open_place *place, struct yt_err *err)
{
    struct yt_unpack unpack;
    struct yt_opening *openings;

    memset(place, 0, sizeof *place);
    yt_unpack_begin(&unpack, bytes, size, arena);
    yt_unpack_tags(&unpack, languages, NULL);
    place->id = yt_unpack_string(&unpack);
    yt_unpack_fields(&unpack, place_fields, YT_COUNT(place_fields), place);
    unpack_texts(&unpack, place, place_texts, YT_COUNT(place_texts));
    place->phone = yt_unpack_string(&unpack);
    place->latitude = (double)yt_unpack_signed(&unpack, -90000000, 90000000) / 1e6;
    place->longitude = (double)yt_unpack_signed(&unpack, -180000000, 180000000) / 1e6;
    place->checked = yt_unpack_date(&unpack);
    openings = yt_unpack_list(&unpack, &place->opening_count, sizeof *openings);
    for (size_t i = 0; i < place->opening_count; i++) {
        openings[i].days = unpack_days(&unpack);
        openings[i].from_minute = (int)yt_unpack_signed(&unpack, INT_MIN, INT_MAX);
        openings[i].until_minute = (int)yt_unpack_signed(&unpack, INT_MIN, INT_MAX);
    }
    place->openings = openings;
    unpack.failed = unpack.failed || !place->id;
    return yt_unpack_end(&unpack, err);
}
