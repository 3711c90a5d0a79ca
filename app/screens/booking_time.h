/* What booking_time.c shows and booking_choice.c acts on. */
#ifndef YT_SCREENS_BOOKING_TIME_H
#define YT_SCREENS_BOOKING_TIME_H

#include "screens/nav.h"

#include <stdbool.h>
#include <stddef.h>

enum yt_time_view {
    YT_TIMES_FIRM,  /* slots that are booked when they are touched */
    YT_TIMES_ASKED, /* slots that can be asked for */
    YT_TIMES_PARTS, /* parts of the day only */
};

/* Pages of one screen that scroll apart from each other. */
#define YT_TIME_KEY 0x40000000U

struct yt_time_state {
    struct yt_slot_list *list; /* own memory; NULL when there was none to be had */
    enum yt_time_view view;
    size_t day;   /* index into list->days */
    size_t strip; /* how many days with room lie before the first that is shown */
    bool any;     /* "any time" was touched */
    bool touched; /* the resident has chosen a day, a view or a time */
};

enum yt_time_action {
    YT_TIME_DAY = YT_ACT_OWN, /* value: index of the day */
    YT_TIME_STRIP,            /* value: of yt_time_state.strip */
    YT_TIME_SLOT,             /* value: index of the slot */
    YT_TIME_VIEW,             /* value: yt_time_view */
    YT_TIME_PART,             /* value: yt_part_of_day, 0 any time */
    YT_TIME_NEXT,
};

void yt_time_action(struct yt_app *app, struct yt_ui_action action);
bool yt_time_back(struct yt_app *app);
/* Goes to the view, on its first day with room. */
void yt_time_show(struct yt_time_state *state, enum yt_time_view view);
/* The same for what is surest: booked rather than asked for, times rather than parts. */
void yt_time_show_best(struct yt_time_state *state);

#endif
