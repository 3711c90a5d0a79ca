#include "content/reader.h"

#include "content/listing_words.h"

#define OPEN_PLACES_MAX 500
#define OPENINGS_MAX 16
#define PLACE(member) offsetof(struct yt_open_place, member)

static const char *kind_name(int kind)
{
    return yt_open_place_kind_name((enum yt_open_place_kind)kind);
}

static void prepare_place(void *target)
{
    ((struct yt_open_place *)target)->minutes_there = YT_LISTING_NOT_SAID;
}

static bool finish_place(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    struct yt_open_place *place = target;
    const struct yt_yaml *latitude = yt_yaml_get(node, "latitude");
    const struct yt_yaml *longitude = yt_yaml_get(node, "longitude");

    if (!latitude != !longitude)
        return yt_remedy(yt_fault(reader->report, latitude ? latitude : longitude,
                                  "only half of the position is said"),
                         "Write both \"latitude\" and \"longitude\", or neither.");
    place->has_position = latitude != NULL;
    if (place->opening_count || yt_yaml_get(node, "hours_text"))
        return true;
    return yt_remedy(yt_fault(reader->report, node, "nothing says when it is open"),
                     "Add \"hours\" with days and times, or \"hours_text\" in words.");
}

static const struct yt_field place_fields[] = {
    {.key = "id",
     .read = yt_read_id,
     .offset = PLACE(id),
     .required = true,
     .max = YT_LISTING_ID_MAX - 1},
    {.key = "kind",
     .read = yt_read_named,
     .offset = PLACE(kind),
     .required = true,
     .name_of = kind_name},
    {.key = "name", .read = yt_read_text, .offset = PLACE(name), .required = true, .max = 80},
    {.key = "text", .read = yt_read_text, .offset = PLACE(text), .max = 240},
    {.key = "where", .read = yt_read_text, .offset = PLACE(where), .required = true, .max = 120},
    {.key = "hours_text", .read = yt_read_text, .offset = PLACE(hours), .max = 140},
    {.key = "by", .read = yt_read_text, .offset = PLACE(by), .max = 80},
    {.key = "phone", .read = yt_read_word, .offset = PLACE(phone), .max = 20},
    {.key = "hours",
     .read = yt_read_list,
     .offset = PLACE(openings),
     .max = OPENINGS_MAX,
     .record = &yt_opening_record,
     .count_offset = PLACE(opening_count)},
    {.key = "walk_min", .read = yt_read_integer, .offset = PLACE(minutes_there), .max = 300},
    {.key = "latitude", .read = yt_read_degrees, .offset = PLACE(latitude), .min = -90, .max = 90},
    {.key = "longitude",
     .read = yt_read_degrees,
     .offset = PLACE(longitude),
     .min = -180,
     .max = 180},
    {.key = "step_free",
     .read = yt_read_choice,
     .offset = PLACE(step_free),
     .choices = yt_may_words},
    {.key = "checked", .read = yt_read_date, .offset = PLACE(checked), .required = true},
};

static const struct yt_record place_record = {
    .what = "an open place",
    .size = sizeof(struct yt_open_place),
    .fields = place_fields,
    .field_count = YT_COUNT(place_fields),
    .set = YT_SET_OPEN_PLACES,
    .prepare = prepare_place,
    .finish = finish_place,
};

static const struct yt_field file_fields[] = {
    {.key = "places",
     .read = yt_read_list,
     .offset = offsetof(struct yt_offers, places),
     .required = true,
     .max = OPEN_PLACES_MAX,
     .record = &place_record,
     .count_offset = offsetof(struct yt_offers, place_count)},
};

static const struct yt_record file_record = {
    .what = "open-places.yaml",
    .size = sizeof(struct yt_offers),
    .fields = file_fields,
    .field_count = YT_COUNT(file_fields),
};

void yt_load_open_places(struct yt_reader *reader)
{
    (void)yt_load_optional_file(reader, "open-places.yaml", &file_record, &reader->site->offers);
}
