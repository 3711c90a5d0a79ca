/* Programmes: what takes place on which days, and what one needs to know before going there alone
 * for the first time. Also the places that are open to anybody. Pure functions, any thread. */
#ifndef YT_DOMAIN_PROGRAMME_H
#define YT_DOMAIN_PROGRAMME_H

#include "base/clock.h"
#include "domain/listing.h"
#include "domain/site.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_PROGRAMME_ID_MAX YT_LISTING_ID_MAX
#define YT_OCCURRENCES_MAX 256

enum yt_sign_up {
    YT_SIGN_UP_NONE,     /* just come */
    YT_SIGN_UP_SAME_DAY, /* on the day itself will do */
    YT_SIGN_UP_BEFORE,   /* sign_up_days before */
    YT_SIGN_UP_BOOKING,  /* through an appointment of the type `books` */
};

enum yt_group_size {
    YT_GROUP_NOT_SAID,
    YT_GROUP_ALONE, /* alone with staff */
    YT_GROUP_FEW,   /* up to three */
    YT_GROUP_MORE,
};

enum yt_change_kind { YT_CHANGE_ONLINE, YT_CHANGE_MOVED, YT_CHANGE_CANCELLED };

/* For one date or a span, a programme is online, elsewhere, at another time, or not at all. Where
 * several concern a day, the one with the shortest span counts, of two equal ones the later. */
struct yt_programme_change {
    struct yt_date from, until; /* inclusive */
    enum yt_change_kind kind;
    struct yt_text where;          /* MOVED; may be without text */
    struct yt_date to_date;        /* MOVED to another day; year 0: the same day */
    int from_minute, until_minute; /* MOVED to another time; YT_LISTING_NOT_SAID: the same */
    struct yt_text note;           /* may be without text */
};

struct yt_programme {
    const char *id;
    uint16_t number; /* 0: came in by an import */
    struct yt_text name;
    struct yt_text text; /* may be without text */
    struct yt_text where;
    struct yt_text for_whom; /* 「どなたでも」; may be without text */
    struct yt_text by;       /* who holds it, when it is not the site; may be without text */
    const char *picture;     /* name of an icon, or NULL */
    const char *phone;       /* or NULL */
    const char *online_link; /* printed on the slip only; or NULL */
    struct yt_days days;
    uint16_t months;            /* of the weekdays; bit 0 is January; 0: all year */
    bool follows_orders;        /* only in weeks (from Monday) in which one of `dates` lies */
    struct yt_date first, last; /* inclusive; year 0: open */
    int from_minute, until_minute;
    int room;                    /* for how many; YT_LISTING_NOT_SAID */
    int usual_from, usual_until; /* how many usually come; YT_LISTING_NOT_SAID */
    enum yt_group_size group;
    enum yt_sign_up sign_up;
    int sign_up_days;
    const char *given_by; /* kiosk whose sign-ups are firm; NULL: the desk confirms */
    bool online_too;
    bool open_holidays; /* also on closed days */
    uint64_t items;     /* bits of the support menu's items that it belongs to */
    int books;          /* index of the appointment type of YT_SIGN_UP_BOOKING; -1 */
    int place;          /* index into yt_site.places; -1: elsewhere */
    const struct yt_programme_change *changes;
    size_t change_count;
};

/* One date of one programme. */
struct yt_occurrence {
    uint32_t programme; /* index into the list it was made from */
    struct yt_date date;
    int from_minute, until_minute;
    bool online, moved, cancelled;
    const struct yt_programme_change *change; /* or NULL */
};

struct yt_occurrence_list {
    size_t count;
    struct yt_occurrence items[YT_OCCURRENCES_MAX]; /* by date, start, order of the programmes */
    bool cut;                                       /* more than YT_OCCURRENCES_MAX */
};

/* Everything that takes place on `days` days from `from`, cancelled ones included (marked): people
 * would come otherwise. Weekdays leave out the closed days of the programme's place (elsewhere:
 * those of the desk); days that are named by date do not. A programme that was moved to another day
 * stands on its new day (`moved`), and on the old one as moved away (`moved` and `cancelled` with
 * the change). `site` may be NULL: no closed days. */
void yt_programmes_on(const struct yt_programme *programmes, size_t count,
                      const struct yt_site *site, struct yt_date from, int days,
                      struct yt_occurrence_list *list);

/* The next one that takes place and is not over at `now`, within a year; false when there is none.
 */
bool yt_programme_next(const struct yt_programme *programme, const struct yt_site *site,
                       struct yt_local_time now, struct yt_occurrence *next);

/* Does what was planned for the date lie behind? Where no end is known, the day's end is it. */
bool yt_programme_is_over(const struct yt_occurrence *occurrence, struct yt_local_time now);

/* Can one still sign up at that moment? Always true for what needs no sign-up and is not over; on
 * the day itself until it begins; through a booking until it is over. Never for what is cancelled.
 */
bool yt_programme_open_for_sign_up(const struct yt_programme *programme,
                                   const struct yt_occurrence *occurrence,
                                   struct yt_local_time now);

enum yt_open_place_kind {
    YT_OPEN_PLACE_OTHER,
    YT_OPEN_PLACE_GATHERING, /* to be */
    YT_OPEN_PLACE_FOOD,      /* children's cafes, pantries */
    YT_OPEN_PLACE_CHILDREN,
    YT_OPEN_PLACE_LIBRARY,
    YT_OPEN_PLACE_HEALTH,
    YT_OPEN_PLACE_OFFICE, /* city desks, councils */
    YT_OPEN_PLACE_LEARNING,
    YT_OPEN_PLACE_PARK,
    YT_OPEN_PLACE_KINDS
};

/* A place that is open to anybody, run by the site or by others. */
struct yt_open_place {
    const char *id;
    enum yt_open_place_kind kind;
    struct yt_text name;
    struct yt_text text;  /* may be without text */
    struct yt_text where; /* address or way there */
    struct yt_text hours; /* as its keeper writes it, where `openings` cannot; may be without */
    struct yt_text by;    /* who keeps it; may be without text */
    const char *phone;    /* or NULL */
    const struct yt_opening *openings;
    size_t opening_count;
    int minutes_there; /* on foot from the kiosk; YT_LISTING_NOT_SAID */
    bool has_position; /* latitude and longitude are known */
    double latitude, longitude;
    enum yt_may step_free;
    struct yt_date checked; /* year 0: not said */
};

/* Names as files write them; the inverse gives -1. */
const char *yt_open_place_kind_name(enum yt_open_place_kind kind);
int yt_open_place_kind_find(const char *name);

/* A message from somebody who was here before. */
enum yt_voice_age {
    YT_VOICE_YOUNG,
    YT_VOICE_MIDDLE,
    YT_VOICE_OLDER,
    YT_VOICE_FAMILY,
    YT_VOICE_AGES
};
struct yt_voice {
    const char *id;
    enum yt_voice_age age;
    struct yt_text text;
    struct yt_text who; /* 「20代」 */
};

/* A card to talk about for a minute. */
struct yt_talk_card {
    const char *id;
    struct yt_text text;
};

/* Words that mean the same when listings are searched: 掃除《そうじ》, 清掃《せいそう》. The ruby
 * is their reading. */
struct yt_search_group {
    const char *const *words;
    size_t count;
};

/* What a site's own files say of all these; imports add to it (store/catalogue.h). */
struct yt_offers {
    const struct yt_listing *listings;
    size_t listing_count;
    const struct yt_programme *programmes;
    size_t programme_count;
    const struct yt_open_place *places;
    size_t place_count;
    const struct yt_voice *voices;
    size_t voice_count;
    uint64_t voice_items; /* bits of the menu's items that lead to the voices */
    const struct yt_talk_card *cards;
    size_t card_count;
    const struct yt_search_group *search_groups;
    size_t search_group_count;
};

#endif
