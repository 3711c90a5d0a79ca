/* The support menu: what a resident can use, side by side, in one order for everyone. */
#ifndef YT_DOMAIN_MENU_H
#define YT_DOMAIN_MENU_H

#include "base/clock.h"
#include "domain/bits.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_MENU_ITEMS_MAX YT_BITS_MAX

/* What can be done with an item on the kiosk; a bit each. */
enum yt_menu_action {
    YT_MENU_PAPER = 1 << 0, /* a slip about the item */
    YT_MENU_ASK = 1 << 1,   /* "I would like to hear more" */
    YT_MENU_BOOK = 1 << 2,  /* asks for a date and time */
    YT_MENU_JOIN = 1 << 3,  /* signs up for a programme */
    YT_MENU_NOW = 1 << 4,   /* rings staff */
};

/* How the item stands on paper that others may see. */
enum yt_slip_naming {
    YT_SLIP_BY_NAME,     /* `slip_name` (the item's name where the site gives no other) */
    YT_SLIP_NUMBER_ONLY, /* nothing but the number of the slip */
};

struct yt_menu_item {
    const char *id;
    uint16_t number;
    struct yt_text name;
    struct yt_text text;      /* two sentences on the card */
    struct yt_text slip_name; /* neutral; equals `name` unless the site says otherwise */
    enum yt_slip_naming slip_naming;
    const char *picture; /* name of an icon, or NULL */
    uint64_t areas;      /* bits of yt_check.areas */
    uint32_t actions;    /* bits of yt_menu_action */
    uint64_t books;      /* bits of the appointment types that fit, when it can be booked */
    bool always;         /* on every result page, lit or not ("anything") */
    bool has_until;
    struct yt_date until;     /* last day on which it is shown */
    const char *receiver;     /* role at the desk that receives it (the site's id), or NULL */
    int answer_days;          /* working days until the desk answers; 0 is the same day */
    bool same_day_when_today; /* ... the same day when the entry's urgency is `today` or `now` */
};

struct yt_menu {
    const struct yt_menu_item *items;
    size_t count;
};

/* Index, or -1. */
int yt_menu_find(const struct yt_menu *menu, const char *id);
int yt_menu_numbered(const struct yt_menu *menu, uint16_t number);

/* The items that are shown on that day, as bits: those whose `until` has not passed. */
uint64_t yt_menu_shown(const struct yt_menu *menu, struct yt_date today);

#endif
