/* Open Referral's Human Services Data Specification 3 (https://docs.openreferral.org): a service
 * with its organisation, locations and schedules, as its API gives it. */
#include "content/import/html_text.h"
#include "content/import/importer.h"
#include "content/import/json_kinds.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define TEXT_CHARACTERS 300
#define WORD_MAX 512

bool yt_is_hsds_service(const json_t *object)
{
    static const char *const signs[] = {
        "organization",  "organization_id",         "service_at_locations", "schedules",
        "service_areas", "eligibility_description", "service_capacity"};

    if (!json_is_string(json_object_get(object, "name")) || json_object_get(object, "@type"))
        return false;
    for (size_t i = 0; i < YT_COUNT(signs); i++)
        if (json_object_get(object, signs[i]))
            return true;
    return false;
}

static const char *member_text(struct yt_row *row, const json_t *object, const char *name)
{
    return yt_json_text(row, yt_json_member(object, name));
}

static void take_words(struct yt_row *row, const char *key, const char *html, size_t characters)
{
    YT_SCOPED(yt_buf_done) struct yt_buf words;
    YT_SCOPED(yt_buf_done) struct yt_buf first;

    yt_buf_init(&words, YT_IMPORT_ROW_MAX);
    yt_buf_init(&first, YT_LISTING_TEXT_MAX);
    yt_html_text(html, &words);
    yt_text_first_sentences(yt_buf_string(&words), characters, &first);
    yt_take_value(row, key, yt_languages_find(row->importer->options->languages, "ja"),
                  yt_row_text(row, yt_buf_string(&first)));
}

/* In Japan from the large to the small without blanks, elsewhere the other way round. */
static const char *address_of(struct yt_row *row, const json_t *address)
{
    static const char *const outer[] = {"address_1", "address_2", "city", "state_province"};
    static const char *const japan[] = {"state_province", "city", "address_1", "address_2"};
    const bool japanese = strcasecmp(member_text(row, address, "country"), "JP") == 0;
    const char *const *parts = japanese ? japan : outer;
    char text[WORD_MAX];
    size_t used = 0;
    const char *copy;

    text[0] = '\0';
    for (size_t i = 0; i < YT_COUNT(outer) && used < sizeof text; i++) {
        const char *part = member_text(row, address, parts[i]);

        if (part[0] != '\0')
            used += (size_t)snprintf(text + used, sizeof text - used, "%s%s",
                                     used > 0 && !japanese ? ", " : "", part);
    }
    yt_str_trim_partial(text);
    copy = yt_row_text(row, text);
    return copy ? copy : "";
}

static const json_t *location_of(const json_t *service)
{
    return yt_json_member(json_object_get(service, "service_at_locations"), "location");
}

/* A service is worth having without its place on the map. */
static void take_position(struct yt_row *row, const json_t *location)
{
    const double latitude = strtod(member_text(row, location, "latitude"), NULL);
    const double longitude = strtod(member_text(row, location, "longitude"), NULL);

    row->has_latitude = row->has_longitude =
        latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
    row->latitude = latitude;
    row->longitude = longitude;
}

static void take_location(struct yt_row *row, const json_t *location)
{
    const bool places = row->importer->options->kind == YT_IMPORT_PLACES;
    const char *address = address_of(row, json_object_get(location, "addresses"));
    const char *name = member_text(row, location, "name");
    const int japanese = yt_languages_find(row->importer->options->languages, "ja");

    if (!places) {
        yt_take_value(row, "where", japanese, name);
        yt_take_value(row, "address", -1, address);
        return;
    }
    yt_take_value(row, "address", -1, address);
    yt_take_value(row, "building", -1, name);
    take_position(row, location);
}

/* "10:00:00", "10:00:00Z", "10:00+09:00": the hours that stand on the wall. */
static bool read_time(const char *text, int *minute)
{
    char clock[6];

    return snprintf(clock, sizeof clock, "%.5s", text) == 5 && yt_minute_parse(clock, minute);
}

/* "MO,WE", and "2TU" for the second Tuesday of a month. */
static unsigned read_byday(const char *text, unsigned *weeks)
{
    static const char names[] = "SUMOTUWETHFRSA";
    unsigned days = 0;

    while (*text != '\0') {
        char *end = NULL;
        const long nth = strtol(text, &end, 10);
        const char *name = NULL;

        for (const char *at = names; *at != '\0' && !name; at += 2)
            if (strncasecmp(at, end, 2) == 0)
                name = at;
        if (!name)
            return 0;
        days |= 1U << ((name - names) / 2);
        if (nth >= 1 && nth <= 5)
            *weeks |= 1U << (nth - 1);
        text = end + 2;
        text += strspn(text, ", ");
    }
    return days;
}

static void take_opening(struct yt_row *row, unsigned days, unsigned weeks, int from, int until)
{
    if (row->opening_count == YT_ROW_OPENINGS_MAX)
        return;
    row->openings[row->opening_count++] =
        (struct yt_opening){.days = {.weekdays = (uint8_t)days, .weeks = (uint8_t)weeks},
                            .from_minute = from,
                            .until_minute = until};
}

/* A programme has one rule: that of its first schedule. */
static void take_programme_days(struct yt_row *row, const json_t *schedule, unsigned days,
                                unsigned weeks)
{
    const char *last = member_text(row, schedule, "until");

    yt_take_value(row, "first", -1, member_text(row, schedule, "dtstart"));
    yt_take_value(row, "last", -1, last[0] ? last : member_text(row, schedule, "valid_to"));
    row->weekdays = days;
    row->is.programme.days.weeks = (uint8_t)weeks;
}

static void take_schedules(struct yt_row *row, const json_t *schedules)
{
    const bool places = row->importer->options->kind == YT_IMPORT_PLACES;
    const json_t *schedule;
    size_t index;

    json_array_foreach((json_t *)schedules, index, schedule)
    {
        const char *freq = member_text(row, schedule, "freq");
        unsigned weeks = 0;
        const unsigned days = read_byday(member_text(row, schedule, "byday"), &weeks);
        int from = YT_LISTING_NOT_SAID;
        int until = YT_LISTING_NOT_SAID;
        const bool times = read_time(member_text(row, schedule, "opens_at"), &from) &&
                           read_time(member_text(row, schedule, "closes_at"), &until) &&
                           from < until;

        if (strcasecmp(freq, "MONTHLY") != 0)
            weeks = 0;
        if (places && days && times)
            take_opening(row, days, weeks, from, until);
        if (index > 0)
            continue;
        if (places) {
            take_words(row, "hours", member_text(row, schedule, "description"), 240);
        } else {
            take_programme_days(row, schedule, days, weeks);
            row->from_minute = times ? from : YT_LISTING_NOT_SAID;
            row->until_minute = times ? until : YT_LISTING_NOT_SAID;
        }
    }
}

static const json_t *schedules_of(const json_t *service, const json_t *location)
{
    const json_t *found = json_object_get(service, "schedules");

    if (json_array_size(found) == 0)
        found = yt_json_member(json_object_get(service, "service_at_locations"), "schedules");
    return json_array_size(found) ? found : json_object_get(location, "schedules");
}

static void take_phone(struct yt_row *row, const json_t *service, const json_t *location,
                       const json_t *organization)
{
    const json_t *const owners[] = {service, location, organization};

    for (size_t i = 0; i < YT_COUNT(owners); i++) {
        const char *number = member_text(row, json_object_get(owners[i], "phones"), "number");

        if (number[0] != '\0') {
            yt_take_value(row, "phone", -1, number);
            return;
        }
    }
}

/* Nobody shall stand before a closed door. */
static void take_status(struct yt_row *row, const char *status)
{
    if (strcasecmp(status, "temporarily closed") != 0)
        return;
    if (row->importer->options->kind == YT_IMPORT_PROGRAMMES) {
        row->cancelled = true;
        return;
    }
    row->column = "status";
    row->value = status;
    (void)yt_row_fault(row, "Take it out, or write active once it is open again.",
                       "it is not open at present");
    row->column = row->value = "";
}

void yt_take_hsds_service(struct yt_row *row, const json_t *object, const json_t *organization)
{
    const json_t *location = location_of(object);
    const char *assured = member_text(row, object, "assured_date");

    if (json_is_object(json_object_get(object, "organization")))
        organization = json_object_get(object, "organization");
    yt_take_value(row, "id", -1, member_text(row, object, "id"));
    take_status(row, member_text(row, object, "status"));
    take_words(row, "name", member_text(row, object, "name"), 80);
    take_words(row, "text", member_text(row, object, "description"), TEXT_CHARACTERS);
    take_words(row, "by", member_text(row, organization, "name"), 80);
    take_location(row, location);
    take_schedules(row, schedules_of(object, location));
    take_phone(row, object, location, organization);
    if (row->importer->options->kind == YT_IMPORT_PLACES)
        yt_take_value(row, "checked", -1,
                      assured[0] ? assured : member_text(row, object, "last_modified"));
    else
        take_words(row, "for_whom", member_text(row, object, "eligibility_description"), 120);
}
