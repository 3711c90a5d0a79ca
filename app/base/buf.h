/* Bytes that grow up to a maximum which is fixed when the buffer is born. The project's one
 * string builder too: a NUL stands behind the content, so `yt_buf_string` costs nothing.
 *
 * A failed append (over the maximum, or no memory) leaves the content as it was and is remembered:
 * append as often as needed, then ask `yt_buf_ok` once. A zeroed struct is an empty buffer whose
 * maximum is 0; releasing it is harmless. */
#ifndef YT_BASE_BUF_H
#define YT_BASE_BUF_H

#include "base/attributes.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_buf {
    uint8_t *data; /* NULL or `size` bytes and a NUL */
    size_t size;
    size_t capacity; /* without the NUL */
    size_t max;
    bool secret; /* old memory is wiped before it is given back */
    bool failed;
};

void yt_buf_init(struct yt_buf *buf, size_t max);
/* For anything a resident typed and for keys: wiped when grown and when released. */
void yt_buf_init_secret(struct yt_buf *buf, size_t max);
/* Releases the memory (wiped first when secret) and leaves an empty buffer with the same maximum.
 */
void yt_buf_done(struct yt_buf *buf);
/* Forgets the content and a failure; keeps the memory. Wipes when secret. */
void yt_buf_clear(struct yt_buf *buf);

/* `data` is copied. */
bool yt_buf_append(struct yt_buf *buf, const void *data, size_t size);
bool yt_buf_byte(struct yt_buf *buf, uint8_t byte);
bool yt_buf_text(struct yt_buf *buf, const char *text);
bool yt_buf_printf(struct yt_buf *buf, const char *format, ...) YT_PRINTF(2, 3);
/* Appends `size` zero bytes and returns them, or NULL. Valid until the next append. */
uint8_t *yt_buf_extend(struct yt_buf *buf, size_t size);

/* True when no append has failed since the last clear; otherwise YT_ERR_TOO_LARGE. */
YT_MUST_CHECK bool yt_buf_ok(const struct yt_buf *buf, struct yt_err *err);

/* The content as a string that ends at the first NUL; "" when empty. Valid until the next append.
 */
const char *yt_buf_string(const struct yt_buf *buf);

#endif
