/* An entry as staff read it, in Japanese: everything the resident handed over, and nothing that is
 * our reading of it. Chosen and lit items stay apart; an entry about somebody else is shown as
 * what its writer noticed, never as that person's wish. */
#ifndef YT_DESK_DESCRIBE_H
#define YT_DESK_DESCRIBE_H

#include "base/buf.h"
#include "base/err.h"
#include "domain/entry.h"
#include "domain/site_content.h"

#define YT_DESCRIPTION_MAX ((size_t)256 * 1024)

/* Appends the entry as lines of text. `site` may be NULL: then numbers stand for names. */
YT_MUST_CHECK bool yt_describe(const struct yt_entry *entry, const struct yt_site_content *site,
                               struct yt_buf *to, struct yt_err *err);

/* Its parts, in describe_booking.c and describe_offers.c. */
void yt_describe_booking(const struct yt_entry *entry, const struct yt_site_content *site,
                         struct yt_buf *to);
void yt_describe_contact(const struct yt_entry *entry, bool about_other, struct yt_buf *to);

void yt_describe_offers(const struct yt_entry *entry, const struct yt_site_content *site,
                        struct yt_buf *to);

/* "  label: " in front of a value. */
void yt_describe_label(const char *id, struct yt_buf *to);

/* The same as one JSON object, with numbers and names. */
YT_MUST_CHECK bool yt_describe_json(const struct yt_entry *entry,
                                    const struct yt_site_content *site, struct yt_buf *to,
                                    struct yt_err *err);

#endif
