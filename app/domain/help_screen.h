/* Help that cannot wait: screens that open at once, and telephone lines. They work without network
 * and without a desk, from the kiosk's own content. */
#ifndef YT_DOMAIN_HELP_SCREEN_H
#define YT_DOMAIN_HELP_SCREEN_H

#include "base/clock.h"
#include "domain/self_check.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_helpline {
    const char *id;
    uint16_t number;
    struct yt_text name;
    const char *phone;   /* as it is dialled and shown: "0120-279-338", "#8008" */
    struct yt_text note; /* hours, charge, languages; may be without text */
    bool has_note;
    bool emergency;            /* 110, 119: drawn first and large */
    bool own;                  /* the site's own desk, not a national line */
    struct yt_date checked_on; /* when somebody last made sure of number and hours */
};

/* A line on a screen, perhaps only for some (children's lines). */
struct yt_help_line {
    uint16_t line; /* index into yt_help.lines */
    struct yt_condition when;
};

struct yt_help_screen {
    const char *id;
    uint16_t number;
    struct yt_text title;
    struct yt_text text;
    bool hide;                        /* offers "hide the screen" as a large button of its own */
    uint64_t places;                  /* bits of yt_site.places: where help can be had now */
    const struct yt_help_line *lines; /* in the order in which they are shown */
    size_t line_count;
};

struct yt_help {
    const struct yt_helpline *lines;
    size_t line_count;
    const struct yt_help_screen *screens; /* in the order in which they come when several open */
    size_t screen_count;
};

/* The lines of a screen that this visit's answers allow, as bits by position in screen->lines. */
uint64_t yt_help_lines_shown(const struct yt_help_screen *screen,
                             const struct yt_check_answers *answers);

/* Has the line gone unchecked for longer than `due_days`? Staff are then warned; residents still
 * see it, for a number that is probably right helps more than none. */
bool yt_helpline_overdue(const struct yt_helpline *line, struct yt_date today, int due_days);

#endif
