#include "content/reader.h"

#include "content/listing_words.h"

#define LISTINGS_MAX 2000
#define PAY_MAX 9999999
#define LISTING(member) offsetof(struct yt_listing, member)

static const char *kind_name(int kind)
{
    return yt_listing_kind_name((enum yt_listing_kind)kind);
}

static const char *trade_name(int trade)
{
    return yt_trade_name((enum yt_trade)trade);
}

static bool read_tasks(struct yt_reader *reader, const struct yt_yaml *node,
                       const struct yt_field *field, void *target)
{
    struct yt_listing *listing = (struct yt_listing *)((char *)target - field->offset);
    bool good = true;

    if (!yt_expect(reader, node, YT_YAML_LIST, "a list of tasks, each with \"- \" before it"))
        return false;
    if (node->count > YT_LISTING_TASKS_MAX)
        return yt_remedy(yt_fault(reader->report, node, "%zu tasks stand here", node->count),
                         "At most %d fit on the page; take some out or put two into one.",
                         YT_LISTING_TASKS_MAX);
    for (const struct yt_yaml *element = node->first; element; element = element->next)
        good &= yt_read_text(reader, element, field, &listing->tasks[listing->task_count++]);
    return good;
}

/* --- What must fit together ------------------------------------------------------------------- */

static bool said(int value)
{
    return value != YT_LISTING_NOT_SAID;
}

/* Where neither or only one is said, the other is meant too. */
static bool check_span(struct yt_reader *reader, const struct yt_yaml *node, const char *key,
                       int *min, int *max)
{
    if (!said(*min))
        *min = *max;
    if (!said(*max))
        *max = *min;
    if (*min <= *max)
        return true;
    return yt_remedy(
        yt_fault(reader->report, yt_yaml_get(node, key), "the most is less than the least"),
        "Write the smaller number at \"..._min\".");
}

static bool check_pay(struct yt_reader *reader, const struct yt_yaml *node,
                      const struct yt_listing *listing)
{
    const struct yt_yaml *pay = yt_yaml_get(node, "pay");
    const struct yt_yaml *pay_max = yt_yaml_get(node, "pay_max");

    if (pay && listing->pay_kind == YT_PAY_NOT_SAID)
        return yt_remedy(yt_fault(reader->report, pay, "nothing says what the pay is for"),
                         "Add \"pay_kind: hour\" (day, piece, month).");
    if (pay && listing->pay_kind == YT_PAY_NONE)
        return yt_remedy(yt_fault(reader->report, pay, "there is pay, but pay_kind says none"),
                         "Take one of the two lines out.");
    if (pay_max && (!pay || listing->pay_max <= listing->pay))
        return yt_remedy(yt_fault(reader->report, pay_max, "it is not more than \"pay\""),
                         "Write the least at \"pay\" and the most at \"pay_max\".");
    return true;
}

static int count_weekdays(uint8_t weekdays)
{
    return (int)yt_count_bits(weekdays);
}

static bool check_times(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_listing *listing)
{
    const int from = listing->from_minute;
    const int until = listing->until_minute;

    if (said(from) != said(until))
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, said(from) ? "from" : "to"),
                                  "only one end of the time is said"),
                         "Write both \"from\" and \"to\", or neither.");
    if (said(from) && until <= from)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "to"), "it ends before it begins"),
            "Write \"to\" later than \"from\"; for work past midnight leave both "
            "out and say it in the note.");
    if (said(from) && listing->day_minutes_min > until - from)
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "hours_min"),
                                  "that is longer than from \"from\" to \"to\""),
                         "Correct the hours or the times.");
    if (listing->weekdays && listing->days_min > count_weekdays(listing->weekdays))
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "days_min"),
                                  "there are only %d such weekdays",
                                  count_weekdays(listing->weekdays)),
                         "Correct the number or the weekdays.");
    return true;
}

static bool check_dates(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_listing *listing)
{
    if (listing->until.year && listing->listed.year &&
        yt_date_compare(listing->until, listing->listed) < 0)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "until"), "it ends before it is listed"),
            "Write \"until\" on or after \"listed\".");
    return true;
}

static void prepare_listing(void *target)
{
    yt_listing_init(target);
}

static bool finish_listing(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    struct yt_listing *listing = target;
    const bool hours =
        check_span(reader, node, "hours_max", &listing->day_minutes_min, &listing->day_minutes_max);
    const bool days = check_span(reader, node, "days_max", &listing->days_min, &listing->days_max);

    if (yt_yaml_get(node, "licence") && listing->licence_needed == YT_MAY_NOT_SAID)
        listing->licence_needed = YT_MAY_YES;
    if (yt_yaml_get(node, "computer") && listing->computer_needed == YT_MAY_NOT_SAID)
        listing->computer_needed = YT_MAY_YES;
    return hours && days && check_times(reader, node, listing) &&
           check_pay(reader, node, listing) && check_dates(reader, node, listing);
}

/* --- The keys --------------------------------------------------------------------------------- */

#define ONE_OF(name, member, words)                                                          \
    {                                                                                        \
        .key = (name), .read = yt_read_choice, .offset = LISTING(member), .choices = (words) \
    }
#define ANY_OF(name, member, words)                                                               \
    {                                                                                             \
        .key = (name), .read = yt_read_few_choices, .offset = LISTING(member), .choices = (words) \
    }
#define TEXT(name, member, length)                                                      \
    {                                                                                   \
        .key = (name), .read = yt_read_text, .offset = LISTING(member), .max = (length) \
    }
#define NUMBER(name, member, least, most)                                                  \
    {                                                                                      \
        .key = (name), .read = yt_read_integer, .offset = LISTING(member), .min = (least), \
        .max = (most)                                                                      \
    }

static const struct yt_field listing_fields[] = {
    {.key = "id",
     .read = yt_read_id,
     .offset = LISTING(id),
     .required = true,
     .max = YT_LISTING_ID_MAX - 1},
    {.key = "kind",
     .read = yt_read_named,
     .offset = LISTING(kind),
     .required = true,
     .name_of = kind_name},
    {.key = "trade",
     .read = yt_read_named,
     .offset = LISTING(trade),
     .required = true,
     .name_of = trade_name},
    {.key = "title", .read = yt_read_text, .offset = LISTING(title), .required = true, .max = 80},
    TEXT("note", note, 140),
    {.key = "tasks", .read = read_tasks, .offset = LISTING(tasks), .max = 100},
    {.key = "employer", .read = yt_read_word, .offset = LISTING(employer), .max = 60},
    {.key = "hide_name", .read = yt_read_flag, .offset = LISTING(hide_name)},
    TEXT("area", area, 60),
    TEXT("access", access, 140),
    ONE_OF("way", way_there, yt_way_there_words),
    NUMBER("minutes", minutes_there, 0, 300),
    {.key = "km", .read = yt_read_km, .offset = LISTING(metres), .max = 200},
    {.key = "hours_min", .read = yt_read_hours, .offset = LISTING(day_minutes_min), .max = 24},
    {.key = "hours_max", .read = yt_read_hours, .offset = LISTING(day_minutes_max), .max = 24},
    NUMBER("days_min", days_min, 1, 7),
    NUMBER("days_max", days_max, 1, 7),
    {.key = "from", .read = yt_read_minute, .offset = LISTING(from_minute)},
    {.key = "to", .read = yt_read_minute, .offset = LISTING(until_minute)},
    {.key = "weekdays", .read = yt_read_weekdays, .offset = LISTING(weekdays)},
    ONE_OF("half_day_ok", half_day, yt_may_words),
    ONE_OF("grow_ok", grow, yt_may_words),
    ONE_OF("pay_kind", pay_kind, yt_pay_kind_words),
    NUMBER("pay", pay, 1, PAY_MAX),
    NUMBER("pay_max", pay_max, 1, PAY_MAX),
    ANY_OF("pay_when", paid, yt_pay_when_words),
    ONE_OF("fare", fare, yt_fare_words),
    ONE_OF("experience", experience, yt_experience_words),
    ONE_OF("blank_ok", blank_ok, yt_may_words),
    {.key = "seniors", .read = yt_read_flag, .offset = LISTING(seniors)},
    ONE_OF("ja_level", ja_level, yt_ja_level_words),
    ONE_OF("talk", talk, yt_talk_words),
    ONE_OF("phone_duty", phone_duty, yt_phone_duty_words),
    ONE_OF("posture", posture, yt_posture_words),
    NUMBER("lift_kg", lift_kg, 0, 100),
    ONE_OF("noise", noise, yt_noise_words),
    ONE_OF("team", team, yt_team_words),
    TEXT("licence", licence, 80),
    ONE_OF("licence_needed", licence_needed, yt_may_words),
    TEXT("computer", computer, 80),
    ONE_OF("computer_needed", computer_needed, yt_may_words),
    ANY_OF("child_ok", child_times, yt_child_times_words),
    ONE_OF("dorm", dorm, yt_may_words),
    ANY_OF("access_ok", access_ok, yt_access_words),
    ONE_OF("see_ok", see_ok, yt_may_words),
    ONE_OF("trial_ok", trial_ok, yt_may_words),
    NUMBER("trial_days", trial_days, 0, 90),
    ANY_OF("with_ok", along, yt_along_words),
    ONE_OF("resume", resume, yt_resume_words),
    ONE_OF("talk_style", talk_style, yt_talk_style_words),
    {.key = "after_visits", .read = yt_read_flag, .offset = LISTING(after_visits)},
    NUMBER("places", places, 1, 999),
    ANY_OF("insurance", insurance, yt_insurance_words),
    {.key = "listed", .read = yt_read_date, .offset = LISTING(listed)},
    {.key = "checked", .read = yt_read_date, .offset = LISTING(checked), .required = true},
    {.key = "until", .read = yt_read_date, .offset = LISTING(until)},
};

static const struct yt_record listing_record = {
    .what = "a listing",
    .size = sizeof(struct yt_listing),
    .fields = listing_fields,
    .field_count = YT_COUNT(listing_fields),
    .set = YT_SET_LISTINGS,
    .prepare = prepare_listing,
    .finish = finish_listing,
};

static const struct yt_field file_fields[] = {
    {.key = "listings",
     .read = yt_read_list,
     .offset = offsetof(struct yt_offers, listings),
     .required = true,
     .max = LISTINGS_MAX,
     .record = &listing_record,
     .count_offset = offsetof(struct yt_offers, listing_count)},
};

static const struct yt_record file_record = {
    .what = "listings.yaml",
    .size = sizeof(struct yt_offers),
    .fields = file_fields,
    .field_count = YT_COUNT(file_fields),
};

void yt_load_listings(struct yt_reader *reader)
{
    (void)yt_load_optional_file(reader, "listings.yaml", &file_record, &reader->site->offers);
}
