/* The site: its desk, its kiosks, its hours, its looks and standing settings. */
#ifndef YT_DOMAIN_SITE_H
#define YT_DOMAIN_SITE_H

#include "base/clock.h"
#include "domain/bits.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Days on which something takes place: weekly, some weeks of the month only, or by date. */
struct yt_days {
    uint8_t weekdays; /* bit 0 is Sunday */
    uint8_t weeks;    /* bit 0 is the first such weekday of a month; 0 means every week */
    const struct yt_date *dates; /* besides the weekdays */
    size_t date_count;
};

bool yt_days_include(const struct yt_days *days, struct yt_date date);

/* From..until on some days, in minutes of the day. */
struct yt_opening {
    struct yt_days days;
    int from_minute;
    int until_minute;
};

/* A day or span on which something is closed. */
struct yt_closure {
    struct yt_date from;
    struct yt_date until; /* inclusive; equal to `from` for one day */
    bool every_year;      /* only month and day count, and the span may pass the year's end */
    uint64_t places;      /* bits of yt_site.places; 0 means all that keep national holidays */
    struct yt_text name;
};

bool yt_closure_covers(const struct yt_closure *closure, struct yt_date date);

struct yt_place {
    const char *id;
    uint16_t number;
    struct yt_text name;
    struct yt_text where; /* address or way there; may be without text */
    bool has_where;
    const char *phone;  /* or NULL */
    bool step_free;     /* wheelchairs get in */
    bool open_holidays; /* keeps its hours on closures that name no place */
    const struct yt_opening *openings;
    size_t opening_count;
};

enum yt_network { YT_NETWORK_NONE, YT_NETWORK_WIRED, YT_NETWORK_MOBILE, YT_NETWORK_WIFI };

struct yt_site_kiosk {
    const char *id; /* as an entry carries it, below YT_ENTRY_KIOSK_MAX bytes */
    uint16_t number;
    struct yt_text name;
    uint16_t place; /* index into yt_site.places */
    enum yt_network network;
    int print_width_mm; /* 58 or 80 */
    bool staff_nearby;  /* false: a staff call goes to the desk's phone */
    const struct yt_opening *openings;
    size_t opening_count;
};

/* 0xRRGGBB, by what a colour is for. Text reaches a contrast of 7:1 on what it stands on (4.5:1 for
 * `ink_off`), borders and marks 3:1; the loader sees to it. */
struct yt_colours {
    uint32_t page;                   /* behind everything */
    uint32_t surface;                /* buttons, cards, fields, dialogs */
    uint32_t bar;                    /* behind the top and bottom bars */
    uint32_t ink, ink_soft, ink_off; /* text, second lines, what cannot be used now */
    uint32_t line, line_soft;        /* borders of what can be touched; mere dividers */
    uint32_t accent, on_accent;      /* the one strong colour, and text on it */
    uint32_t accent_deep;            /* the same, pressed */
    uint32_t accent_soft;            /* fill of what is chosen */
    uint32_t pressed;                /* fill of a plain surface under a finger */
    uint32_t danger, on_danger;      /* stop and erase, faults */
    uint32_t danger_deep, danger_soft;
    uint32_t warning, warning_soft;
    uint32_t success, success_soft;
    uint32_t focus, focus_gap; /* rings around what the keys stand on */
};

struct yt_theme_choice {
    struct yt_colours normal;
    struct yt_colours high_contrast;
    int radius_tenths_mm; /* corners of buttons and cards */
    int border_tenths_mm;
};

/* Standing settings (seconds, days, minutes as named). */
struct yt_settings {
    int idle_ask_seconds;        /* without touch until "still here?" */
    int idle_erase_seconds;      /* countdown from there to the wipe */
    int idle_help_seconds;       /* the limit while a help screen is up */
    int erase_confirmed_days;    /* an entry's bytes after the desk has confirmed it */
    int keep_unconfirmed_days;   /* at most; then erased and counted */
    int warn_unconfirmed_days;   /* warning to staff from here on */
    bool quiet_call_on_now;      /* "please stay near kiosk A" goes out by itself */
    int text_sizes;              /* 1 to 3 steps: 100, 150, 200 % */
    int listing_hide_days;       /* without a check */
    int helpline_check_days;     /* between two checks of a line */
    int staff_call_none_seconds; /* nobody took the call: ui.staff.none */
};

struct yt_site {
    struct yt_text name; /* of the desk: つむぎ市 くらしと仕事の相談センター */
    struct yt_text short_name; /* of the city: つむぎ市 */
    const char *phone;
    const char *web;        /* "" when there is none */
    const char *desk_url;   /* upper-case URL before the digits on the slip, or "" */
    int utc_offset_minutes; /* 540 in Japan */
    struct yt_languages languages;
    uint16_t first_languages;          /* how many of them stand in the first row */
    const struct yt_opening *openings; /* of the desk */
    size_t opening_count;
    const struct yt_closure *closures; /* national holidays and the site's own */
    size_t closure_count;
    struct yt_date holidays_until; /* the last day for which the list of holidays is kept */
    const struct yt_place *places;
    size_t place_count;
    const struct yt_site_kiosk *kiosks;
    size_t kiosk_count;
    struct yt_theme_choice theme;
    struct yt_settings settings;
};

/* Index, or -1. */
int yt_site_kiosk_find(const struct yt_site *site, const char *id);
int yt_site_place_find(const struct yt_site *site, const char *id);
int yt_site_place_numbered(const struct yt_site *site, uint16_t number);

/* Is the place closed on that day, whatever its weekly hours say? */
bool yt_site_closed(const struct yt_site *site, size_t place, struct yt_date date);

/* Is the desk closed on that day, as national holidays close it? */
bool yt_site_desk_closed(const struct yt_site *site, struct yt_date date);

/* Is the desk open at that moment? */
bool yt_site_desk_open(const struct yt_site *site, struct yt_local_time now);

#endif
