/* Looking things up among the programmes and places of now. What is returned lives until the next
 * event is handled (services.h). UI thread only. */
#ifndef YT_SCREENS_OFFERS_H
#define YT_SCREENS_OFFERS_H

#include "domain/programme.h"
#include "screens/nav.h"

#include <stdbool.h>
#include <stddef.h>

const struct yt_offers *yt_offers_now(const struct yt_app *app);
/* NULL where there is none (any more). */
const struct yt_programme *yt_offers_programme(const struct yt_app *app, const char *id);
const struct yt_open_place *yt_offers_place(const struct yt_app *app, const char *id);
/* Does any programme belong to that item of the menu? */
bool yt_offers_of_item(const struct yt_app *app, size_t item);

#endif
