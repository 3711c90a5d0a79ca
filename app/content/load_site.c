#include "content/reader.h"

#include "base/str.h"
#include "domain/entry.h"

#define KIOSKS_MAX 64
#define OPENINGS_MAX 16

#define SITE(member) offsetof(struct yt_site, member)
#define PLACE(member) offsetof(struct yt_place, member)
#define KIOSK(member) offsetof(struct yt_site_kiosk, member)
#define SETTING(member) offsetof(struct yt_settings, member)

/* --- Languages: first, since every text needs them
 * ------------------------------------------------ */

struct language {
    const char *tag;
    const char *name;
    bool complete;
};

static void prepare_language(void *target)
{
    ((struct language *)target)->complete = true;
}

static const struct yt_field language_fields[] = {
    {.key = "id",
     .read = yt_read_id,
     .offset = offsetof(struct language, tag),
     .required = true,
     .max = YT_LANGUAGE_TAG_MAX - 1},
    {.key = "name",
     .read = yt_read_word,
     .offset = offsetof(struct language, name),
     .required = true,
     .max = 40},
    {.key = "complete", .read = yt_read_flag, .offset = offsetof(struct language, complete)},
};

static const struct yt_record language_record = {
    .what = "a language",
    .size = sizeof(struct language),
    .fields = language_fields,
    .field_count = YT_COUNT(language_fields),
    .prepare = prepare_language,
};

static bool take_language(struct yt_reader *reader, const struct yt_yaml *node,
                          struct yt_languages *languages)
{
    struct language language = {0};

    if (!yt_read_record(reader, node, &language_record, &language))
        return false;
    if (yt_languages_find(languages, language.tag) >= 0)
        return yt_remedy(
            yt_fault(reader->report, node, "the language \"%s\" stands here twice", language.tag),
            "Take one of the two out.");
    reader->partial_language[languages->count] = !language.complete;
    languages->own_name[languages->count] = language.name;
    /* yt_read_id has kept it short. */
    (void)yt_str_copy(languages->tag[languages->count++], YT_LANGUAGE_TAG_MAX, language.tag);
    return true;
}

static bool read_languages(struct yt_reader *reader, const struct yt_yaml *node,
                           const struct yt_field *field, void *target)
{
    struct yt_languages *languages = target;
    bool good = true;

    (void)field;
    if (!yt_expect(reader, node, YT_YAML_LIST, "a list of languages"))
        return false;
    if (node->count > YT_LANGUAGES_MAX)
        return yt_remedy(yt_fault(reader->report, node, "%zu languages stand here", node->count),
                         "At most %d fit.", YT_LANGUAGES_MAX);
    for (const struct yt_yaml *element = node->first; element; element = element->next)
        good &= take_language(reader, element, languages);
    if (good && yt_languages_find(languages, "ja") < 0)
        return yt_remedy(yt_fault(reader->report, node, "Japanese is missing"),
                         "Add \"- id: ja\"; every other language falls back to it.");
    return good;
}

bool yt_read_tags(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    (void)field;
    if (!yt_expect(reader, node, YT_YAML_LIST, "languages in brackets: [en, vi]"))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        int index;

        if (!yt_expect_word(reader, element, "the id of a language"))
            return false;
        if ((index = yt_languages_find(&reader->site->site.languages, element->text)) < 0)
            return yt_remedy(yt_fault(reader->report, element, "the site has no language \"%.30s\"",
                                      element->text),
                             "Write one that stands under \"languages\" in site.yaml.");
        *(uint64_t *)target |= yt_bit((size_t)index);
    }
    return true;
}

/* --- Places and kiosks
 * ------------------------------------------------------------------------------ */

static const struct yt_field place_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = PLACE(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = PLACE(number), .required = true},
    {.key = "name", .read = yt_read_text, .offset = PLACE(name), .required = true, .max = 80},
    {.key = "where",
     .read = yt_read_text,
     .offset = PLACE(where),
     .has_offset = PLACE(has_where),
     .max = 120},
    {.key = "phone", .read = yt_read_word, .offset = PLACE(phone), .max = 20},
    {.key = "step_free", .read = yt_read_flag, .offset = PLACE(step_free)},
    {.key = "open_on_holidays", .read = yt_read_flag, .offset = PLACE(open_holidays)},
    {.key = "hours",
     .read = yt_read_list,
     .offset = PLACE(openings),
     .max = OPENINGS_MAX,
     .record = &yt_opening_record,
     .count_offset = PLACE(opening_count)},
};

static const struct yt_record place_record = {
    .what = "a place",
    .size = sizeof(struct yt_place),
    .fields = place_fields,
    .field_count = YT_COUNT(place_fields),
    .set = YT_SET_PLACES,
    .number_offset = PLACE(number),
};

static const struct yt_choice network_words[] = {
    {"none", YT_NETWORK_NONE},
    {"wired", YT_NETWORK_WIRED},
    {"mobile", YT_NETWORK_MOBILE},
    {"wifi", YT_NETWORK_WIFI},
    {NULL, 0},
};

static const struct yt_choice width_words[] = {{"58", 58}, {"80", 80}, {NULL, 0}};

static void prepare_kiosk(void *target)
{
    struct yt_site_kiosk *kiosk = target;

    kiosk->print_width_mm = 58;
    kiosk->staff_nearby = true;
}

static const struct yt_field kiosk_fields[] = {
    {.key = "id",
     .read = yt_read_id,
     .offset = KIOSK(id),
     .required = true,
     .max = YT_ENTRY_KIOSK_MAX - 1},
    {.key = "number", .read = yt_read_number, .offset = KIOSK(number), .required = true},
    {.key = "name", .read = yt_read_text, .offset = KIOSK(name), .required = true, .max = 60},
    {.key = "place",
     .read = yt_read_ref,
     .offset = KIOSK(place),
     .required = true,
     .set = YT_SET_PLACES},
    {.key = "network",
     .read = yt_read_choice,
     .offset = KIOSK(network),
     .required = true,
     .choices = network_words},
    {.key = "print_width_mm",
     .read = yt_read_choice,
     .offset = KIOSK(print_width_mm),
     .choices = width_words},
    {.key = "staff_nearby", .read = yt_read_flag, .offset = KIOSK(staff_nearby)},
    {.key = "hours",
     .read = yt_read_list,
     .offset = KIOSK(openings),
     .max = OPENINGS_MAX,
     .record = &yt_opening_record,
     .count_offset = KIOSK(opening_count)},
};

static const struct yt_record kiosk_record = {
    .what = "a kiosk",
    .size = sizeof(struct yt_site_kiosk),
    .fields = kiosk_fields,
    .field_count = YT_COUNT(kiosk_fields),
    .set = YT_SET_KIOSKS,
    .number_offset = KIOSK(number),
    .prepare = prepare_kiosk,
};

static bool resolve_kiosk_id(struct yt_reader *reader, const struct yt_yaml *node,
                             const struct yt_field *field, void *target)
{
    const int index = yt_set_find(reader, YT_SET_KIOSKS, node);

    (void)field;
    if (index >= 0)
        *(const char **)target = yt_set_id(reader, YT_SET_KIOSKS, (size_t)index);
    return index >= 0;
}

bool yt_read_kiosk_id(struct yt_reader *reader, const struct yt_yaml *node,
                      const struct yt_field *field, void *target)
{
    return yt_read_later(reader, resolve_kiosk_id, node, field, target);
}

/* --- Standing settings
 * ------------------------------------------------------------------------------- */

static void prepare_settings(void *target)
{
    *(struct yt_settings *)target = (struct yt_settings){
        .idle_ask_seconds = 60,
        .idle_erase_seconds = 30,
        .idle_help_seconds = 300,
        .keep_unconfirmed_days = 35,
        .warn_unconfirmed_days = 14,
        .quiet_call_on_now = true,
        .text_sizes = 3,
        .listing_hide_days = 30,
        .helpline_check_days = 183,
        .staff_call_none_seconds = 60,
    };
}

static const struct yt_field settings_fields[] = {
    {.key = "idle_ask_seconds",
     .read = yt_read_integer,
     .offset = SETTING(idle_ask_seconds),
     .min = 20,
     .max = 600},
    {.key = "idle_erase_seconds",
     .read = yt_read_integer,
     .offset = SETTING(idle_erase_seconds),
     .min = 10,
     .max = 120},
    {.key = "idle_help_seconds",
     .read = yt_read_integer,
     .offset = SETTING(idle_help_seconds),
     .min = 60,
     .max = 1800},
    {.key = "erase_confirmed_days",
     .read = yt_read_integer,
     .offset = SETTING(erase_confirmed_days),
     .max = 30},
    {.key = "keep_unconfirmed_days",
     .read = yt_read_integer,
     .offset = SETTING(keep_unconfirmed_days),
     .min = 1,
     .max = 35},
    {.key = "warn_unconfirmed_days",
     .read = yt_read_integer,
     .offset = SETTING(warn_unconfirmed_days),
     .min = 1,
     .max = 35},
    {.key = "quiet_call_on_now", .read = yt_read_flag, .offset = SETTING(quiet_call_on_now)},
    {.key = "text_sizes",
     .read = yt_read_integer,
     .offset = SETTING(text_sizes),
     .min = 1,
     .max = 3},
    {.key = "listing_hide_days",
     .read = yt_read_integer,
     .offset = SETTING(listing_hide_days),
     .min = 1,
     .max = 365},
    {.key = "helpline_check_days",
     .read = yt_read_integer,
     .offset = SETTING(helpline_check_days),
     .min = 1,
     .max = 366},
    {.key = "staff_call_none_seconds",
     .read = yt_read_integer,
     .offset = SETTING(staff_call_none_seconds),
     .min = 10,
     .max = 600},
};

static const struct yt_record settings_record = {
    .what = "settings",
    .size = sizeof(struct yt_settings),
    .fields = settings_fields,
    .field_count = YT_COUNT(settings_fields),
};

/* --- site.yaml
 * --------------------------------------------------------------------------------------- */

static bool finish_site(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    const struct yt_site *site = target;

    if (site->first_languages <= site->languages.count)
        return true;
    return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "first_languages"),
                              "there are only %zu languages", site->languages.count),
                     "Write a number up to %zu.", site->languages.count);
}

static bool read_content_number(struct yt_reader *reader, const struct yt_yaml *node,
                                const struct yt_field *field, void *target)
{
    int number = 0;

    (void)target;
    if (!yt_read_integer(reader, node, field, &number))
        return false;
    reader->site->number = (uint32_t)number;
    return true;
}

static const struct yt_field site_fields[] = {
    {.key = "languages", .read = read_languages, .offset = SITE(languages), .required = true},
    {.key = "content_number",
     .read = read_content_number,
     .offset = 0,
     .required = true,
     .min = 1,
     .max = INT32_MAX},
    {.key = "name", .read = yt_read_text, .offset = SITE(name), .required = true, .max = 80},
    {.key = "short_name",
     .read = yt_read_text,
     .offset = SITE(short_name),
     .required = true,
     .max = 40},
    {.key = "phone", .read = yt_read_word, .offset = SITE(phone), .required = true, .max = 20},
    {.key = "web", .read = yt_read_word, .offset = SITE(web), .max = 100},
    {.key = "desk_url", .read = yt_read_word, .offset = SITE(desk_url), .max = 60},
    {.key = "utc_offset_minutes",
     .read = yt_read_integer,
     .offset = SITE(utc_offset_minutes),
     .min = -720,
     .max = 840},
    {.key = "first_languages", .read = yt_read_number, .offset = SITE(first_languages)},
    {.key = "hours",
     .read = yt_read_list,
     .offset = SITE(openings),
     .required = true,
     .min = 1,
     .max = OPENINGS_MAX,
     .record = &yt_opening_record,
     .count_offset = SITE(opening_count)},
    {.key = "places",
     .read = yt_read_list,
     .offset = SITE(places),
     .required = true,
     .min = 1,
     .max = YT_BITS_MAX,
     .record = &place_record,
     .count_offset = SITE(place_count)},
    {.key = "kiosks",
     .read = yt_read_list,
     .offset = SITE(kiosks),
     .required = true,
     .min = 1,
     .max = KIOSKS_MAX,
     .record = &kiosk_record,
     .count_offset = SITE(kiosk_count)},
    {.key = "settings",
     .read = yt_read_map,
     .offset = SITE(settings),
     .required = true,
     .record = &settings_record},
};

static void prepare_site(void *target)
{
    struct yt_site *site = target;

    prepare_settings(&site->settings);
    site->web = "";
    site->desk_url = "";
    site->utc_offset_minutes = 540;
    site->first_languages = 1;
}

static const struct yt_record site_record = {
    .what = "site.yaml",
    .size = sizeof(struct yt_site),
    .fields = site_fields,
    .field_count = YT_COUNT(site_fields),
    .prepare = prepare_site,
    .finish = finish_site,
};

void yt_load_site(struct yt_reader *reader)
{
    if (!yt_load_file(reader, "site.yaml", &site_record, &reader->site->site))
        reader->incomplete = true;
}
