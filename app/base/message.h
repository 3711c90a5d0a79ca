/* The message catalogues: every sentence of ours that a person reads, by its id, in any of the
 * languages at once (gettext, one domain a language, so that no thread changes a global setting).
 *
 * Catalogues are `<folder>/C.UTF-8/LC_MESSAGES/yotte-<language>.mo`. */
#ifndef YT_BASE_MESSAGE_H
#define YT_BASE_MESSAGE_H

#include "base/buf.h"
#include "base/err.h"

#include <stddef.h>

/* Opens the catalogues in `folder`. Once, before threads start. YT_ERR_NOT_FOUND when there is no
 * Japanese one. */
YT_MUST_CHECK bool yt_message_open(const char *folder, struct yt_err *err);

/* A site's own wording for an id, asked before the catalogue; set once, before threads start.
 * Returns NULL where the site says nothing. */
typedef const char *(*yt_message_override)(const char *language, const char *id, void *context);
void yt_message_set_override(yt_message_override override, void *context);

/* The text in that language, else in easy Japanese, else in Japanese, else the id itself.
 * Lives as long as the program. Any thread. */
const char *yt_message(const char *language, const char *id);

/* True when this very language has the text, without falling back. */
bool yt_message_has(const char *language, const char *id);

/* A value for a place such as {n} in a message. */
struct yt_message_value {
    const char *name; /* without braces */
    const char *value;
};
/* Appends the text with its places filled in; an unknown place stays as it is. */
bool yt_message_fill(struct yt_buf *to, const char *text, const struct yt_message_value *values,
                     size_t count);

#endif
