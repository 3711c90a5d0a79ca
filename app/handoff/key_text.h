/* Key files as text: a first line with kind and version, a line "name: value" for each field, and
 * a check over them, so that a file that was cut off or touched by an editor is noticed. */
#ifndef YT_HANDOFF_KEY_TEXT_H
#define YT_HANDOFF_KEY_TEXT_H

#include "base/buf.h"
#include "base/err.h"

#include <stddef.h>

#define YT_KEY_TEXT_VALUE_MAX 192
#define YT_KEY_TEXT_MAX 2048

struct yt_key_field {
    const char *name;
    char value[YT_KEY_TEXT_VALUE_MAX]; /* one line of UTF-8 */
};

YT_MUST_CHECK bool yt_key_text_write(const char *kind, const struct yt_key_field *fields,
                                     size_t count, struct yt_buf *to, struct yt_err *err);

/* Reads the fields named in `fields`, which must be all there are, in this order. Line ends may be
 * of either sort. YT_ERR_FOREIGN, YT_ERR_UNSUPPORTED or YT_ERR_DAMAGED. */
YT_MUST_CHECK bool yt_key_text_read(const char *text, const char *kind, struct yt_key_field *fields,
                                    size_t count, struct yt_err *err);

/* Base64 of bytes into a field, and back: exactly `size` of them. */
void yt_key_field_set(struct yt_key_field *field, const uint8_t *data, size_t size);
bool yt_key_field_get(const struct yt_key_field *field, uint8_t *data, size_t size);

#endif
