/* schema.org JobPosting (https://schema.org/JobPosting), as job boards put it into their pages. */
#include "content/import/check_text.h"
#include "content/import/html_text.h"
#include "content/import/importer.h"
#include "content/import/json_kinds.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define NOTE_CHARACTERS 140
#define TITLE_CHARACTERS 80

static bool is_type(const json_t *type, const char *name)
{
    const char *text = json_string_value(type);
    const size_t length = text ? strlen(text) : 0;

    /* "JobPosting", "schema:JobPosting", "https://schema.org/JobPosting" */
    return text && length >= strlen(name) && strcmp(text + length - strlen(name), name) == 0;
}

bool yt_is_job_posting(const json_t *object)
{
    const json_t *type = json_object_get(object, "@type");
    const json_t *element;
    size_t index;

    json_array_foreach((json_t *)type, index,
                       element) if (is_type(element, "JobPosting")) return true;
    return is_type(type, "JobPosting");
}

static int language_of(struct yt_row *row, const json_t *object)
{
    const struct yt_languages *languages = row->importer->options->languages;
    const char *tag = yt_json_text(row, json_object_get(object, "inLanguage"));
    const int japanese = yt_languages_find(languages, "ja");

    for (size_t i = 0; i < languages->count; i++)
        if (strncasecmp(languages->tag[i], tag, strcspn(languages->tag[i], "-")) == 0 &&
            (int)i != yt_languages_find(languages, "ja-easy"))
            return (int)i;
    return japanese;
}

/* The words of a text without markup, cut to whole sentences. */
static void take_words(struct yt_row *row, const char *key, int language, const char *html,
                       size_t characters)
{
    YT_SCOPED(yt_buf_done) struct yt_buf words;
    YT_SCOPED(yt_buf_done) struct yt_buf first;
    const char *kept;

    yt_buf_init(&words, YT_IMPORT_ROW_MAX);
    yt_buf_init(&first, (size_t)YT_LISTING_TEXT_MAX * 2);
    yt_html_text(html, &words);
    yt_text_first_sentences(yt_buf_string(&words), characters, &first);
    kept = yt_row_text(row, yt_buf_string(&first));
    yt_take_value(row, key, language, kept);
}

static void take_id(struct yt_row *row, const json_t *object)
{
    const json_t *identifier = json_object_get(object, "identifier");
    const char *id = yt_json_text(row, identifier);

    if (id[0] == '\0')
        id = yt_json_text(row, yt_json_member(identifier, "value"));
    if (id[0] == '\0')
        id = yt_json_text(row, json_object_get(object, "@id"));
    if (id[0] == '\0')
        id = yt_json_text(row, json_object_get(object, "url"));
    yt_take_value(row, "id", -1, id);
}

static void take_area(struct yt_row *row, int language, const json_t *location)
{
    static const char *const parts[] = {"addressRegion", "addressLocality", "streetAddress"};
    const json_t *address = yt_json_member(location, "address");
    char area[512];
    size_t used = 0;

    (void)yt_str_copy(area, sizeof area, yt_json_text(row, address));
    if (area[0] == '\0') {
        for (size_t i = 0; i < YT_COUNT(parts) && used < sizeof area; i++) {
            const char *part = yt_json_text(row, yt_json_member(address, parts[i]));
            const bool blank = used > 0 && part[0] != '\0' && (unsigned char)part[0] < 0x80;

            used +=
                (size_t)snprintf(area + used, sizeof area - used, "%s%s", blank ? ", " : "", part);
        }
        yt_str_trim_partial(area);
    }
    yt_take_value(row, "area", language, yt_row_text(row, area));
}

static void take_pay(struct yt_row *row, const json_t *salary)
{
    static const struct {
        const char *unit;
        const char *kind;
    } units[] = {{"HOUR", "hour"}, {"DAY", "day"}, {"MONTH", "month"}};
    const json_t *value = json_is_object(salary) ? json_object_get(salary, "value") : salary;
    const char *currency = yt_json_text(row, yt_json_member(salary, "currency"));
    const char *unit = yt_json_text(row, yt_json_member(value, "unitText"));
    const char *kind = NULL;
    const char *least;
    const char *most;

    if (unit[0] == '\0')
        unit = yt_json_text(row, yt_json_member(salary, "unitText"));
    for (size_t i = 0; i < YT_COUNT(units); i++)
        if (strcasecmp(units[i].unit, unit) == 0)
            kind = units[i].kind;
    least = json_is_object(value) ? yt_json_text(row, yt_json_member(value, "minValue")) : "";
    if (least[0] == '\0')
        least = yt_json_text(row, json_is_object(value) ? yt_json_member(value, "value") : value);
    most = yt_json_text(row, yt_json_member(value, "maxValue"));
    if (least[0] == '\0' && most[0] == '\0')
        return;
    /* A year's pay, another currency, or a most without a least would only mislead here. */
    if (!kind || least[0] == '\0' || (currency[0] != '\0' && strcasecmp(currency, "JPY") != 0)) {
        row->pay_left_out = true;
        return;
    }
    yt_take_value(row, "pay_kind", -1, kind);
    yt_take_value(row, "pay", -1, least);
    yt_take_value(row, "pay_max", -1, most);
}

static void take_kind(struct yt_row *row, const json_t *type)
{
    static const struct {
        const char *type;
        const char *kind;
    } kinds[] = {{"VOLUNTEER", "volunteer"}, {"INTERN", "trial"}};
    const char *text = yt_json_text(row, type);
    const char *kind = "job";

    for (size_t i = 0; i < YT_COUNT(kinds); i++)
        if (strcasecmp(kinds[i].type, text) == 0)
            kind = kinds[i].kind;
    yt_take_value(row, "kind", -1, kind);
    if (strcmp(kind, "volunteer") == 0 && row->is.listing.pay == 0)
        yt_take_value(row, "pay_kind", -1, "none");
}

static void take_experience(struct yt_row *row, const json_t *experience)
{
    const json_t *months = yt_json_member(experience, "monthsOfExperience");
    const char *text = yt_json_text(row, experience);

    if (strcasecmp(text, "no requirements") == 0 || strcmp(text, "不問") == 0 ||
        (json_is_integer(months) && json_integer_value(months) == 0))
        yt_take_value(row, "experience", -1, "none");
    else if (json_is_integer(months))
        yt_take_value(row, "experience", -1, "needed");
}

/* A category that has a name here is worth having; one that has none is no fault. */
static void take_trade(struct yt_row *row, const char *category)
{
    char folded[64];

    if (yt_sheet_fold(category, folded, sizeof folded) && yt_trade_find(folded) >= 0)
        yt_take_value(row, "trade", -1, folded);
}

void yt_take_job_posting(struct yt_row *row, const json_t *object)
{
    const int language = language_of(row, object);
    const json_t *employer = json_object_get(object, "hiringOrganization");
    const char *posted = yt_json_text(row, json_object_get(object, "datePosted"));
    const char *modified = yt_json_text(row, json_object_get(object, "dateModified"));
    const char *title = yt_json_text(row, json_object_get(object, "title"));
    const char *name = yt_json_text(row, employer);

    take_id(row, object);
    if (title[0] == '\0')
        title = yt_json_text(row, json_object_get(object, "name"));
    take_words(row, "title", language, title, TITLE_CHARACTERS);
    take_words(row, "note", language, yt_json_text(row, json_object_get(object, "description")),
               NOTE_CHARACTERS);
    yt_take_value(row, "employer", -1,
                  name[0] != '\0' ? name : yt_json_text(row, yt_json_member(employer, "name")));
    take_area(row, language, json_object_get(object, "jobLocation"));
    take_pay(row, json_object_get(object, "baseSalary"));
    take_kind(row, json_object_get(object, "employmentType"));
    take_experience(row, json_object_get(object, "experienceRequirements"));
    take_trade(row, yt_json_text(row, json_object_get(object, "industry")));
    yt_take_value(row, "places", -1,
                  yt_json_text(row, json_object_get(object, "totalJobOpenings")));
    yt_take_value(row, "listed", -1, posted);
    /* Whoever publishes it says that it was right on that day. */
    yt_take_value(row, "checked", -1, modified[0] != '\0' ? modified : posted);
    yt_take_value(row, "until", -1, yt_json_text(row, json_object_get(object, "validThrough")));
}
