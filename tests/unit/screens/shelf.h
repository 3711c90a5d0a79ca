/* The services for listings: an index of the site's own, texts that come when they are asked for,
 * and a search that knows no kana. One at a time. */
#ifndef YT_TESTS_SHELF_H
#define YT_TESTS_SHELF_H

#include "domain/site_content.h"
#include "screens/nav.h"

#include <stdbool.h>
#include <stddef.h>

/* Fills its part of the table. What an earlier one held is freed. */
void shelf_open(struct yt_services *services, const struct yt_site_content *content);
void shelf_close(void);

/* Other listings from now on (they outlive the shelf), as after an import; the screens are told. */
void shelf_replace(struct yt_app *app, const struct yt_listing *with, size_t count);
/* As at the first moments after the start: nothing is known yet. Until shelf_replace. */
void shelf_empty(void);
/* Texts and hits are kept back until they are let go. */
void shelf_hold(bool hold);
/* Hands over what was asked for meanwhile; nothing while it is held. */
void shelf_deliver(struct yt_app *app);

/* How often texts were asked for, and what was searched for last. */
size_t shelf_wants(void);
const char *shelf_words(void);

#endif
