/* The figures of visits, and all that stays of one that handed nothing over: the day, the
 * language, finished or not, and how often each screen was opened that day. Screens are counted
 * apart from language and outcome, so that nothing joins into a picture of one person. */
#ifndef YT_STORE_COUNTERS_H
#define YT_STORE_COUNTERS_H

#include "domain/text.h"
#include "store/db.h"

#include <stddef.h>

#define YT_COUNTER_SCREENS_MAX 64
#define YT_COUNTER_SCREEN_NAME_MAX 32 /* bytes with the NUL */

struct yt_visit_screen {
    char name[YT_COUNTER_SCREEN_NAME_MAX];
    int opened;
};

/* One visit, by value. */
struct yt_visit_figures {
    char language[YT_LANGUAGE_TAG_MAX]; /* at its end */
    bool finished;                      /* reached "done", with or without handing over */
    size_t screen_count;
    struct yt_visit_screen screens[YT_COUNTER_SCREENS_MAX];
};

/* Adds the visit to today's counts. */
YT_MUST_CHECK bool yt_counters_add(struct yt_db *db, const struct yt_visit_figures *visit,
                                   struct yt_err *err);

struct yt_counter_row {
    int32_t day;
    const char *kind; /* "visit" or "screen"; valid during the call */
    const char *name; /* language tag, or name of the screen */
    bool finished;    /* of a visit */
    int64_t count;
};
/* Reports the counts of the days in [from_day, to_day), by day, kind and name. Returning false
 * from `each` ends the walk, which is no error. */
YT_MUST_CHECK bool yt_counters_each(struct yt_db *db, int32_t from_day, int32_t to_day,
                                    bool (*each)(const struct yt_counter_row *row, void *context),
                                    void *context, struct yt_err *err);

#endif
