#include "content/reader.h"

#define TYPE_ID_MAX 16 /* so that a slot's id fits YT_SLOT_ID_MAX */
#define PATTERNS_MAX 400
#define TYPE(member) offsetof(struct yt_appointment_type, member)
#define PATTERN(member) offsetof(struct yt_slot_pattern, member)
#define APPOINTMENTS(member) offsetof(struct yt_appointments, member)

static const struct yt_choice need_words[] = {
    {"phone", YT_NEED_PHONE},
    {"address", YT_NEED_ADDRESS},
    {"company", YT_NEED_COMPANY},
    {NULL, 0},
};

static void prepare_type(void *target)
{
    struct yt_appointment_type *type = target;

    type->workers = 1;
    type->bookable = true;
}

static bool finish_type(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    struct yt_appointment_type *type = target;

    (void)reader;
    if (!yt_yaml_get(node, "first_length"))
        type->first_length_minutes = type->length_minutes;
    if (!yt_yaml_get(node, "first_workers"))
        type->first_workers = type->workers;
    return true;
}

static const struct yt_field type_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = TYPE(id), .required = true, .max = TYPE_ID_MAX},
    {.key = "number", .read = yt_read_number, .offset = TYPE(number), .required = true},
    {.key = "name", .read = yt_read_text, .offset = TYPE(name), .required = true, .max = 60},
    {.key = "text",
     .read = yt_read_text,
     .offset = TYPE(text),
     .has_offset = TYPE(has_text),
     .max = 160},
    {.key = "picture", .read = yt_read_id, .offset = TYPE(picture)},
    {.key = "length",
     .read = yt_read_duration,
     .offset = TYPE(length_minutes),
     .required = true,
     .min = 5,
     .max = 480},
    {.key = "first_length",
     .read = yt_read_duration,
     .offset = TYPE(first_length_minutes),
     .min = 5,
     .max = 480},
    {.key = "workers", .read = yt_read_integer, .offset = TYPE(workers), .max = 9},
    {.key = "first_workers", .read = yt_read_integer, .offset = TYPE(first_workers), .max = 9},
    {.key = "notice",
     .read = yt_read_duration,
     .offset = TYPE(notice_minutes),
     .max = 56LL * 24 * 60},
    {.key = "travel", .read = yt_read_duration, .offset = TYPE(travel_minutes), .max = 240},
    {.key = "places",
     .read = yt_read_refs,
     .offset = TYPE(places),
     .required = true,
     .set = YT_SET_PLACES},
    {.key = "needs", .read = yt_read_choices, .offset = TYPE(needs), .choices = need_words},
    {.key = "bookable", .read = yt_read_flag, .offset = TYPE(bookable)},
};

static const struct yt_record type_record = {
    .what = "an appointment type",
    .size = sizeof(struct yt_appointment_type),
    .fields = type_fields,
    .field_count = YT_COUNT(type_fields),
    .set = YT_SET_TYPES,
    .number_offset = TYPE(number),
    .prepare = prepare_type,
    .finish = finish_type,
};

static void prepare_pattern(void *target)
{
    struct yt_slot_pattern *pattern = target;

    pattern->capacity = 1;
    pattern->workers = 1;
}

static bool finish_pattern(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    const struct yt_slot_pattern *pattern = target;

    if (pattern->has_from && pattern->has_until &&
        yt_date_compare(pattern->from, pattern->until) > 0)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "until"), "it ends before it begins"),
            "Write \"until\" on or after \"from\".");
    return true;
}

static const struct yt_field pattern_fields[] = {
    {.key = "type",
     .read = yt_read_ref,
     .offset = PATTERN(type),
     .required = true,
     .set = YT_SET_TYPES},
    {.key = "place",
     .read = yt_read_ref,
     .offset = PATTERN(place),
     .required = true,
     .set = YT_SET_PLACES},
    {.key = "room", .read = yt_read_word, .offset = PATTERN(room), .max = 40},
    {.key = "days", .read = yt_read_days, .offset = PATTERN(days), .required = true},
    {.key = "weeks", .read = yt_read_weeks, .offset = PATTERN(days)},
    {.key = "times",
     .read = yt_read_times,
     .offset = PATTERN(minutes),
     .required = true,
     .max = YT_SLOTS_OF_DAY_MAX,
     .count_offset = PATTERN(minute_count)},
    {.key = "room_for", .read = yt_read_integer, .offset = PATTERN(capacity), .min = 1, .max = 100},
    {.key = "workers", .read = yt_read_integer, .offset = PATTERN(workers), .min = 1, .max = 20},
    {.key = "held_back", .read = yt_read_flag, .offset = PATTERN(held_back)},
    {.key = "given_by", .read = yt_read_kiosk_id, .offset = PATTERN(given_by)},
    {.key = "ease", .read = yt_read_choices, .offset = PATTERN(ease), .choices = yt_ease_words},
    {.key = "languages", .read = yt_read_tags, .offset = PATTERN(languages)},
    {.key = "from", .read = yt_read_date, .offset = PATTERN(from), .has_offset = PATTERN(has_from)},
    {.key = "until",
     .read = yt_read_date,
     .offset = PATTERN(until),
     .has_offset = PATTERN(has_until)},
};

static const struct yt_record pattern_record = {
    .what = "a pattern of slots",
    .size = sizeof(struct yt_slot_pattern),
    .fields = pattern_fields,
    .field_count = YT_COUNT(pattern_fields),
    .prepare = prepare_pattern,
    .finish = finish_pattern,
};

static void prepare_appointments(void *target)
{
    struct yt_appointments *appointments = target;

    appointments->days_ahead = YT_SLOT_DAYS_MAX - 1;
    appointments->hold_minutes = 3;
    appointments->lunch_from_minute = appointments->lunch_until_minute = 12 * 60;
}

static const struct yt_field appointments_fields[] = {
    {.key = "days_ahead",
     .read = yt_read_integer,
     .offset = APPOINTMENTS(days_ahead),
     .min = 1,
     .max = YT_SLOT_DAYS_MAX - 1},
    {.key = "hold_minutes",
     .read = yt_read_integer,
     .offset = APPOINTMENTS(hold_minutes),
     .min = 1,
     .max = 30},
    {.key = "lunch_from", .read = yt_read_minute, .offset = APPOINTMENTS(lunch_from_minute)},
    {.key = "lunch_until", .read = yt_read_minute, .offset = APPOINTMENTS(lunch_until_minute)},
    {.key = "types",
     .read = yt_read_list,
     .offset = APPOINTMENTS(types),
     .required = true,
     .min = 1,
     .max = YT_BITS_MAX,
     .record = &type_record,
     .count_offset = APPOINTMENTS(type_count)},
    {.key = "patterns",
     .read = yt_read_list,
     .offset = APPOINTMENTS(patterns),
     .required = true,
     .max = PATTERNS_MAX,
     .record = &pattern_record,
     .count_offset = APPOINTMENTS(pattern_count)},
};

static const struct yt_record appointments_record = {
    .what = "appointments.yaml",
    .size = sizeof(struct yt_appointments),
    .fields = appointments_fields,
    .field_count = YT_COUNT(appointments_fields),
    .prepare = prepare_appointments,
};

void yt_load_appointments(struct yt_reader *reader)
{
    if (!yt_load_file(reader, "appointments.yaml", &appointments_record,
                      &reader->site->appointments))
        reader->incomplete |= reader->sets[YT_SET_TYPES].count == 0;
    reader->appointments_tree = reader->tree;
}
