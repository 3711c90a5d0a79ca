/* Appointments: the kinds a site offers, the weekly patterns its slots come from, and which slots
 * can be offered to somebody who stands here now.
 *
 * A slot is (type, place, start, length, room for n). Its id says the first three, so that kiosk,
 * desk and paper mean the same one without a table between them. A pattern names the one kiosk
 * that may give its slots (`given_by`): only there a booking is firm (予約), also without a
 * network; everywhere else the slot can be asked for (希望). Pure functions, any thread. */
#ifndef YT_DOMAIN_APPOINTMENT_H
#define YT_DOMAIN_APPOINTMENT_H

#include "base/clock.h"
#include "base/err.h"
#include "domain/entry.h"
#include "domain/site.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_SLOT_ID_MAX 64      /* "desk|center|2026-11-26T09:00" and a NUL */
#define YT_SLOTS_MAX 1024      /* offered at once, of one type */
#define YT_SLOTS_OF_DAY_MAX 64 /* of one type at one place on one day; the loader sees to it */
#define YT_SLOT_DAYS_MAX 57    /* today and eight weeks */

/* What is needed from the resident before a booking of a type makes sense; a bit each. */
enum yt_appointment_need {
    YT_NEED_PHONE = 1 << 0,   /* a number to call */
    YT_NEED_ADDRESS = 1 << 1, /* where to come to */
    YT_NEED_COMPANY = 1 << 2, /* which office or employer */
};

struct yt_appointment_type {
    const char *id;
    uint16_t number;
    struct yt_text name;
    struct yt_text text; /* one sentence about it; may be without text */
    bool has_text;
    const char *picture; /* name of an icon, or NULL */
    int length_minutes;
    int first_length_minutes; /* of a first talk; equals length_minutes where it makes no odds */
    int workers;              /* people from the desk that it takes */
    int first_workers;        /* ... for a first visit */
    int notice_minutes;       /* a slot that starts sooner is not offered */
    int travel_minutes;       /* each way, before and after */
    uint64_t places;          /* bits of yt_site.places where it can be */
    uint32_t needs;           /* bits of yt_appointment_need */
    bool bookable;            /* false: only asked for, the desk sets the time */
};

struct yt_slot_pattern {
    uint16_t type;
    uint16_t place;
    const char *room; /* slots in one room never overlap; NULL: no room of its own */
    struct yt_days days;
    const int *minutes; /* starts, minutes of the day, ascending */
    size_t minute_count;
    int capacity;         /* room for n */
    int workers;          /* on duty at these times */
    bool held_back;       /* opens only on the day itself, for urgency `today` and above */
    const char *given_by; /* kiosk whose bookings are firm; NULL: the desk alone */
    uint32_t ease;        /* bits of yt_ease that the slot meets (same gender) */
    uint64_t languages;   /* bits of yt_site.languages that are spoken; 0: Japanese only */
    bool has_from, has_until;
    struct yt_date from, until; /* inclusive */
};

struct yt_appointments {
    const struct yt_appointment_type *types;
    size_t type_count;
    const struct yt_slot_pattern *patterns;
    size_t pattern_count;
    int days_ahead;   /* 56 */
    int hold_minutes; /* a half-finished booking keeps its slot for so long */
    int lunch_from_minute, lunch_until_minute; /* kept free for somebody alone on duty */
};

/* One slot that can be offered. */
struct yt_slot {
    uint16_t type;
    uint16_t place;
    uint16_t pattern;
    uint16_t length_minutes;
    struct yt_date date;
    int16_t minute; /* of the day, start */
    int16_t left;   /* room for so many more */
    bool firm;      /* 予約 when taken at this kiosk; otherwise 希望 */
    bool held_back; /* one of today's kept slots */
};

struct yt_slot_day {
    struct yt_date date;
    uint16_t first; /* into yt_slot_list.slots */
    uint16_t count;
    bool closed; /* the place or the desk is closed on this day */
};

/* Every day from today to the last that may be booked, and what each offers, in order of time. */
struct yt_slot_list {
    size_t day_count;
    struct yt_slot_day days[YT_SLOT_DAYS_MAX];
    size_t count;
    struct yt_slot slots[YT_SLOTS_MAX];
    bool none_fits; /* there are slots, but none meets what the resident needs: offer to ask */
    bool cut;       /* more than YT_SLOTS_MAX: the last days are missing */
};

/* A slot that is taken or held, once or more often. By number and time, as entries and stores keep
 * it, so that it outlives a change of content. */
struct yt_slot_taken {
    uint16_t type;           /* number of the appointment type */
    uint16_t place;          /* number of the place */
    int64_t start_minute;    /* since 1970 UTC */
    uint16_t count;          /* how many are taken of what the slot has room for */
    uint16_t length_minutes; /* 0: the length of its type */
};

/* Another appointment of the same visit, which a slot may not overlap; local time. */
struct yt_slot_span {
    struct yt_date date;
    int from_minute;
    int until_minute;
};

struct yt_slot_request {
    size_t type;
    int place; /* index; -1 means any */
    bool first_talk;
    enum yt_urgency urgency;
    uint32_t ease;            /* bits of yt_ease; SAME_GENDER and STEP_FREE are conditions */
    int language;             /* index of the language that must be spoken; -1: Japanese will do */
    const char *kiosk;        /* id of this kiosk; NULL at the desk */
    struct yt_local_time now; /* at the place */
    const struct yt_slot_taken *taken;
    size_t taken_count;
    const struct yt_slot_span *own;
    size_t own_count;
};

/* What can be offered, by the site's rules. `list` is filled whole (some 30 KB: not on a small
 * stack). Never offered: what starts sooner than the notice or more than `days_ahead` days ahead,
 * closed days, what is full, what overlaps in its room, travel outside the desk's hours, the lunch
 * hour of somebody alone, too few workers, what overlaps the visit's other appointments. */
void yt_slots_offer(const struct yt_site *site, const struct yt_appointments *appointments,
                    const struct yt_slot_request *request, struct yt_slot_list *list);

/* Is the slot with this id offered to `request` just now? For the moment of booking. */
bool yt_slot_is_offered(const struct yt_site *site, const struct yt_appointments *appointments,
                        const struct yt_slot_request *request, const char *id,
                        struct yt_slot *slot);

/* "desk|center|2026-11-26T09:00". */
void yt_slot_id(const struct yt_site *site, const struct yt_appointments *appointments,
                const struct yt_slot *slot, char id[static YT_SLOT_ID_MAX]);

/* Type, place and start of an id. YT_ERR_INVALID when it is none, YT_ERR_NOT_FOUND when the type
 * or the place is unknown here. The other fields of `slot` are zero. */
YT_MUST_CHECK bool yt_slot_id_parse(const struct yt_site *site,
                                    const struct yt_appointments *appointments, const char *id,
                                    struct yt_slot *slot, struct yt_err *err);

/* The same as what is taken, `count` times: what a store knows by its id, ready for a request. */
YT_MUST_CHECK bool yt_slot_taken_from_id(const struct yt_site *site,
                                         const struct yt_appointments *appointments, const char *id,
                                         uint16_t count, struct yt_slot_taken *taken,
                                         struct yt_err *err);

/* How many may have it, taken or not; 0 when the site has no such slot. Type, place, date and
 * minute of `slot` count. */
int yt_slot_capacity(const struct yt_site *site, const struct yt_appointments *appointments,
                     const struct yt_slot *slot);

/* Its start in minutes since 1970 UTC. */
int64_t yt_slot_start_minute(const struct yt_site *site, const struct yt_slot *slot);

/* Fills the entry's appointment from a slot (times in UTC minutes). */
void yt_slot_to_entry(const struct yt_site *site, const struct yt_appointments *appointments,
                      const struct yt_slot *slot, struct yt_entry_appointment *appointment);

/* Index, or -1. */
int yt_appointment_type_find(const struct yt_appointments *appointments, const char *id);
int yt_appointment_type_numbered(const struct yt_appointments *appointments, uint16_t number);

#endif
