/* What lies in the tray, said back before it is handed over. UI thread only. */
#ifndef YT_SCREENS_TRAY_WORDS_H
#define YT_SCREENS_TRAY_WORDS_H

#include "base/buf.h"
#include "screens/nav.h"

#include <stdbool.h>

/* Does any listing of the tray go to the desk, or onto the paper? A mere mark does neither. */
bool yt_tray_words_listed(const struct yt_app *app);

/* Each appends lines in the visit's language, nothing where there is nothing to say. Names alone
 * where nothing is handed over. */
void yt_tray_words_listings(const struct yt_app *app, struct yt_buf *to);
void yt_tray_words_programmes(const struct yt_app *app, struct yt_buf *to);
void yt_tray_words_wish(const struct yt_app *app, struct yt_buf *to);

#endif
