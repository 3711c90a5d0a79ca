/* Coming along to a programme: what can be done about one of its dates, how much room is known to
 * be left, and what goes into the tray. UI thread only. */
#ifndef YT_SCREENS_PROGRAMME_JOIN_H
#define YT_SCREENS_PROGRAMME_JOIN_H

#include "domain/programme.h"
#include "screens/nav.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What one can do about a date. */
enum yt_programme_may {
    YT_MAY_JUST_COME,
    YT_MAY_JOIN,
    YT_MAY_WAIT,      /* full, as far as this box gives the places: the waiting list */
    YT_MAY_BOOK,      /* through an appointment of one's own */
    YT_MAY_STAFF_ASK, /* the time for signing up is over: staff may know */
    YT_MAY_NOT_TODAY, /* it does not take place on that date */
    YT_MAY_NO_MORE,   /* it is over */
};

/* How many have joined at this box on which day, of one programme. */
struct yt_programme_joined {
    bool known;
    size_t count;
    struct {
        int32_t day;
        uint16_t count;
    } days[YT_JOINED_MAX];
};

/* Keeps what concerns the programme of an answer YT_RESULT_JOINED. */
void yt_programme_take_joined(const struct yt_joined_list *list, const char *programme,
                              struct yt_programme_joined *joined);

/* Are its places given out by this very box, and by no other? */
bool yt_programme_given_here(const struct yt_app *app, const struct yt_programme *programme);
/* Places left on that day; YT_LISTING_NOT_SAID where this box cannot know: the desk gives them out,
 * there is no limit, or the answer is not there yet. */
int yt_programme_room_left(const struct yt_app *app, const struct yt_programme *programme,
                           const struct yt_programme_joined *joined, int32_t day);

enum yt_programme_may yt_programme_may(const struct yt_app *app,
                                       const struct yt_programme *programme,
                                       const struct yt_occurrence *occurrence,
                                       const struct yt_programme_joined *joined);

/* Puts the date into the tray: joining, waiting, or (`paper_only`) to have it on paper. False when
 * the tray is full. */
bool yt_programme_put_in_tray(struct yt_app *app, const struct yt_programme *programme,
                              const struct yt_occurrence *occurrence,
                              const struct yt_programme_joined *joined, bool paper_only);

/* The menu's item through which the programme is booked; -1 when there is none. */
int yt_programme_booking_item(const struct yt_app *app, const struct yt_programme *programme);

#endif
