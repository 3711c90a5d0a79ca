/* What lies in the tray, said back before it is handed over. UI thread only. */
#ifndef YT_SCREENS_TRAY_WORDS_H
#define YT_SCREENS_TRAY_WORDS_H

#include "base/buf.h"
#include "screens/nav.h"

#include <stdbool.h>

/* Which of the things in the tray. A mere mark is none of them. */
enum yt_tray_part {
    YT_TRAY_HANDED = 1, /* goes to the desk */
    YT_TRAY_PAPER = 2,  /* is printed, and nobody learns of it */
    YT_TRAY_BOTH = 3,
};

/* Is there any such listing, any such programme? */
bool yt_tray_words_listed(const struct yt_app *app, enum yt_tray_part part);
bool yt_tray_words_joined(const struct yt_app *app, enum yt_tray_part part);

/* Each appends lines in the visit's language, nothing where there is nothing to say. What is asked
 * stands below the name where it is asked for (YT_TRAY_HANDED). */
void yt_tray_words_listings(const struct yt_app *app, enum yt_tray_part part, struct yt_buf *to);
void yt_tray_words_programmes(const struct yt_app *app, enum yt_tray_part part, struct yt_buf *to);
void yt_tray_words_wish(const struct yt_app *app, struct yt_buf *to);

#endif
