/* From the tree of a file to the structs of the domain, by tables: a table says which keys a map
 * may have, what each must hold and where it goes. Everything that can be wrong is told at its
 * place, and reading goes on, so that an author sees all faults at once. */
#ifndef YT_CONTENT_READER_H
#define YT_CONTENT_READER_H

#include "content/choice.h"
#include "content/report.h"
#include "content/yaml.h"
#include "domain/site_content.h"

/* Things that other things name by id. */
enum yt_set {
    YT_SET_NONE,
    YT_SET_TOPICS,
    YT_SET_QUESTIONS,
    YT_SET_AREAS,
    YT_SET_RULES,
    YT_SET_NOTES,
    YT_SET_REMINDERS,
    YT_SET_ITEMS,
    YT_SET_HELPLINES,
    YT_SET_SCREENS,
    YT_SET_PLACES,
    YT_SET_KIOSKS,
    YT_SET_TYPES,
    YT_SET_LISTINGS,
    YT_SET_PROGRAMMES,
    YT_SET_OPEN_PLACES,
    YT_SET_VOICES,
    YT_SET_CARDS,
    YT_SET_COUNT,
};

/* The members of a set, once read. Each is a struct that begins with its id. */
struct yt_set_members {
    const void *members;
    size_t count;
    size_t size;
};

struct yt_reader;
struct yt_field;

/* Reads `node` into `target`. False when it could not (the fault is told). */
typedef bool yt_read_function(struct yt_reader *reader, const struct yt_yaml *node,
                              const struct yt_field *field, void *target);

struct yt_field {
    const char *key;
    yt_read_function *read;
    size_t offset;
    bool required;
    size_t has_offset; /* of a bool that is set when the key is there; 0 for none */
    long long min;     /* of a number; of characters; of elements */
    long long max;
    enum yt_set set;                   /* whom references name */
    const struct yt_choice *choices;   /* ends with a word NULL */
    const char *(*name_of)(int value); /* of the values from 0 on, NULL beyond the last */
    const struct yt_record *record;    /* of a map, or of a list's elements */
    size_t count_offset;               /* of a list: where its length goes */
};

/* A struct and the keys it is read from. */
struct yt_record {
    const char *what; /* "a menu item", for errors */
    size_t size;
    const struct yt_field *fields;
    size_t field_count;
    enum yt_set set;               /* the set its elements make */
    size_t number_offset;          /* of a uint16_t that must be unique; 0 for none */
    void (*prepare)(void *target); /* what holds where nothing is written; may be NULL */
    bool (*finish)(struct yt_reader *reader, const struct yt_yaml *node, void *target);
};

/* Work that waits until every file is read: references. */
struct yt_later {
    yt_read_function *read;
    const struct yt_yaml *node;
    const struct yt_field *field;
    void *target;
    struct yt_later *next;
};

struct yt_reader {
    const char *folder;
    struct yt_arena *kept;   /* the content: texts and structs */
    struct yt_arena scratch; /* nodes */
    struct yt_content_report *report;
    struct yt_site_content *site;
    bool partial_language[YT_LANGUAGES_MAX]; /* falls back where it has no text yet */
    struct yt_set_members sets[YT_SET_COUNT];
    struct yt_later *later, *later_last;
    bool incomplete;                 /* a set could not be read: references are not looked at */
    const struct yt_yaml *tree;      /* of the file read last */
    const struct yt_yaml *menu_tree; /* for checks across files */
    const struct yt_yaml *appointments_tree;
    const struct yt_yaml *programmes_tree; /* NULL where the site has no such file */
    const void *reading_question;          /* whose show_if it is, while conditions are resolved */
};

/* --- Functions for tables; `target` is what their comment says -------------------------------- */

yt_read_function yt_read_id;   /* const char *: a-z A-Z 0-9 - _, at most `max` (else 24) */
yt_read_function yt_read_word; /* const char *: 1 to `max` characters */
yt_read_function yt_read_text; /* struct yt_text in every language, at most `max` characters */
yt_read_function yt_read_staff_text;  /* struct yt_text: Japanese, others if written */
yt_read_function yt_read_number;      /* uint16_t */
yt_read_function yt_read_integer;     /* int, `min` to `max` */
yt_read_function yt_read_duration;    /* int minutes: "90 min", "2 hours", "3 days" */
yt_read_function yt_read_flag;        /* bool: yes or no */
yt_read_function yt_read_choice;      /* int, one of `choices` */
yt_read_function yt_read_choices;     /* uint32_t bits, any of `choices` */
yt_read_function yt_read_named;       /* int, one of those that `name_of` names */
yt_read_function yt_read_date;        /* struct yt_date */
yt_read_function yt_read_minute;      /* int of the day */
yt_read_function yt_read_colour;      /* uint32_t */
yt_read_function yt_read_map;         /* struct by `record` */
yt_read_function yt_read_list;        /* const T *, and size_t at `count_offset`; `record`, `max` */
yt_read_function yt_read_refs;        /* uint64_t bits of `set`, later */
yt_read_function yt_read_ref;         /* uint16_t index in `set`, later */
yt_read_function yt_read_index;       /* int index in `set`, later */
yt_read_function yt_read_condition;   /* struct yt_condition, later */
yt_read_function yt_read_days;        /* struct yt_days: weekdays and dates */
yt_read_function yt_read_weeks;       /* struct yt_days: which weeks of the month */
yt_read_function yt_read_yearly;      /* struct yt_date of a leap year: "12-29" */
yt_read_function yt_read_times;       /* const int * of minutes, and size_t at `count_offset` */
yt_read_function yt_read_kiosk_id;    /* const char *, later */
yt_read_function yt_read_tags;        /* uint64_t bits of the site's languages */
yt_read_function yt_read_few_choices; /* uint8_t bits, any of `choices` */
yt_read_function yt_read_weekdays;    /* uint8_t bits, 0 is Sunday */
yt_read_function yt_read_hours;       /* int minutes from hours such as 1.5 */
yt_read_function yt_read_km;          /* int metres from kilometres such as 0.5 */
yt_read_function yt_read_degrees;     /* double, `min` to `max` */
yt_read_function yt_read_link;        /* const char *: https://... */

extern const struct yt_record yt_opening_record; /* struct yt_opening */
extern const struct yt_choice yt_ease_words[];   /* bits of yt_ease */
extern const struct yt_choice yt_urgency_words[];

/* --- For those functions
 * -------------------------------------------------------------------------*/

/* Reads a map into `target` by its record: unknown keys, missing keys, the fields, the finish. */
bool yt_read_record(struct yt_reader *reader, const struct yt_yaml *node,
                    const struct yt_record *record, void *target);

bool yt_expect(struct yt_reader *reader, const struct yt_yaml *node, enum yt_yaml_kind kind,
               const char *example);
/* True for a scalar that holds something. */
bool yt_expect_word(struct yt_reader *reader, const struct yt_yaml *node, const char *example);

/* Does it now that all sets are known, or keeps it for then. */
bool yt_read_later(struct yt_reader *reader, yt_read_function *read, const struct yt_yaml *node,
                   const struct yt_field *field, void *target);
void yt_read_what_waited(struct yt_reader *reader);

const char *yt_set_name(enum yt_set set);
const char *yt_set_id(const struct yt_reader *reader, enum yt_set set, size_t index);
/* Index of the word in the set, or -1 with the fault told. */
int yt_set_find(struct yt_reader *reader, enum yt_set set, const struct yt_yaml *node);

/* --- Files (one each) ------------------------------------------------------------------------- */

/* Reads `name` of the folder and its map into `target`. */
bool yt_load_file(struct yt_reader *reader, const char *name, const struct yt_record *record,
                  void *target);
/* The same for a file that a site may do without: then `target` stays as it is. */
bool yt_load_optional_file(struct yt_reader *reader, const char *name,
                           const struct yt_record *record, void *target);
/* The tree of a file, NULL with the fault told. */
const struct yt_yaml *yt_load_tree(struct yt_reader *reader, const char *name);

void yt_load_site(struct yt_reader *reader);         /* site.yaml; before the others */
void yt_load_closed_days(struct yt_reader *reader);  /* closed-days.yaml */
void yt_load_theme(struct yt_reader *reader);        /* theme.yaml */
void yt_load_self_check(struct yt_reader *reader);   /* self-check.yaml, self-check/ID.yaml */
void yt_load_menu(struct yt_reader *reader);         /* support-menu.yaml */
void yt_load_help(struct yt_reader *reader);         /* help-screens.yaml */
void yt_load_appointments(struct yt_reader *reader); /* appointments.yaml */
void yt_load_wordings(struct yt_reader *reader);     /* texts.yaml */
void yt_load_listings(struct yt_reader *reader);     /* listings.yaml */
void yt_load_programmes(struct yt_reader *reader);   /* programmes.yaml */
void yt_load_open_places(struct yt_reader *reader);  /* open-places.yaml */
void yt_load_voices(struct yt_reader *reader);       /* voices.yaml */
void yt_load_talk_cards(struct yt_reader *reader);   /* talk-cards.yaml */
void yt_load_search_words(struct yt_reader *reader); /* search-words.yaml */

/* What only shows once everything is there (cross_checks.c, programme_checks.c). */
void yt_check_across(struct yt_reader *reader);
void yt_check_programmes(struct yt_reader *reader);

/* Memory that lives with the content; tells "too much" at the node when there is none. */
void *yt_take(struct yt_reader *reader, const struct yt_yaml *node, size_t count, size_t size);

#endif
