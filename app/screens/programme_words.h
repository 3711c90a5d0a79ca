/* What a programme is, in words: on the screen in the visit's language, and on the paper in that
 * and in Japanese, for whoever the paper is shown to. UI thread only. */
#ifndef YT_SCREENS_PROGRAMME_WORDS_H
#define YT_SCREENS_PROGRAMME_WORDS_H

#include "base/buf.h"
#include "domain/programme.h"
#include "screens/dates.h"
#include "screens/nav.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In whose words. */
struct yt_teller {
    const struct yt_app *app;
    bool japanese; /* whatever the visit's language */
};

const char *yt_tell(const struct yt_teller *teller, const char *id);
const char *yt_tell_text(const struct yt_teller *teller, const struct yt_text *text);
/* 11月26日（木）, and 11月26日（木）10:00. */
const char *yt_tell_day(const struct yt_teller *teller, struct yt_date date,
                        char buffer[static YT_DATE_TEXT_MAX]);
/* 「10:00〜15:00」 behind what is there; only the beginning where no end is known; nothing where
 * not even that is. */
void yt_tell_span(const struct yt_teller *teller, int from_minute, int until_minute,
                  struct yt_buf *to);
/* A message with the number at {n}. */
void yt_tell_count(const struct yt_teller *teller, const char *id, int count, struct yt_buf *to);

/* --- Of a programme; each is appended, and nothing where nothing is known --------------------- */

/* 「いつも2〜4人くらい」 */
void yt_tell_usual(const struct yt_teller *teller, const struct yt_programme *programme,
                   struct yt_buf *to);
/* Id of a message: 「少人数（3人まで）」. NULL where nothing is said. */
const char *yt_group_message(enum yt_group_size group);
/* Until when one signs up for that date. */
void yt_tell_sign_up(const struct yt_teller *teller, const struct yt_programme *programme,
                     struct yt_date date, struct yt_buf *to);
/* The same in few words, for any date. */
void yt_tell_sign_up_briefly(const struct yt_teller *teller, const struct yt_programme *programme,
                             struct yt_buf *to);

/* Does it belong to an item of the menu that stands on paper by its number alone (food, say)? Then
 * paper and calendar name neither it nor its place. */
bool yt_programme_is_discreet(const struct yt_app *app, const struct yt_programme *programme);
/* How it is called on paper and in a calendar, which others may see. */
const char *yt_tell_outside_name(const struct yt_teller *teller,
                                 const struct yt_programme *programme);

/* --- Of one date ------------------------------------------------------------------------------ */

/* Where it is on that date. */
const char *yt_tell_where(const struct yt_teller *teller, const struct yt_programme *programme,
                          const struct yt_occurrence *occurrence);
/* What is otherwise than usual on that date, in few words: 「この日はありません」. NULL where all
 * is as usual. */
const char *yt_tell_change(const struct yt_teller *teller, const struct yt_occurrence *occurrence);
/* What happens instead, and what the site says about it; nothing where all is as usual. */
void yt_tell_instead(const struct yt_teller *teller, const struct yt_occurrence *occurrence,
                     struct yt_buf *to);

#endif
