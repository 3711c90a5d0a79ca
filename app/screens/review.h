/* The lines of the review: what stands in each, and what taking it out or changing it means.
 * review.c shows them. */
#ifndef YT_SCREENS_REVIEW_H
#define YT_SCREENS_REVIEW_H

#include "base/buf.h"
#include "screens/nav.h"

#include <stdbool.h>

enum yt_review_line {
    YT_REVIEW_NONE,
    YT_REVIEW_ITEMS,
    YT_REVIEW_LISTINGS,
    YT_REVIEW_PROGRAMMES,
    YT_REVIEW_WISH,
    YT_REVIEW_PAPER, /* what goes into the pocket, while something else is handed over */
    YT_REVIEW_TYPE,
    YT_REVIEW_TIME,
    YT_REVIEW_COMPANION,
    YT_REVIEW_ANSWERS,
    YT_REVIEW_WORDS,
    YT_REVIEW_CONSENT,
    YT_REVIEW_NAME,
    YT_REVIEW_REACH,
    YT_REVIEW_SAFE,
    YT_REVIEW_END
};

/* Does the line apply to what would be handed over (or printed) now? */
bool yt_review_shown(const struct yt_app *app, enum yt_review_line line);
/* Is there anything in it that can be taken out? */
bool yt_review_filled(const struct yt_app *app, enum yt_review_line line);
/* Id of the message that names it. */
const char *yt_review_label(enum yt_review_line line);
/* Appends what it says. */
void yt_review_value(const struct yt_app *app, enum yt_review_line line, struct yt_buf *to);
/* The screen that changes it; NULL where it can only be taken out. */
const struct yt_screen_ops *yt_review_screen(enum yt_review_line line);
/* Takes it out of what is handed over. */
void yt_review_remove(struct yt_app *app, enum yt_review_line line);

#endif
