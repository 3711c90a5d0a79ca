#include "base/buf.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void yt_buf_init(struct yt_buf *buf, size_t max)
{
    *buf = (struct yt_buf){.max = max};
}

void yt_buf_init_secret(struct yt_buf *buf, size_t max)
{
    *buf = (struct yt_buf){.max = max, .secret = true};
}

static void give_back(struct yt_buf *buf)
{
    if (buf->secret && buf->data)
        sodium_memzero(buf->data, buf->capacity + 1);
    free(buf->data);
}

void yt_buf_done(struct yt_buf *buf)
{
    give_back(buf);
    *buf = (struct yt_buf){.max = buf->max, .secret = buf->secret};
}

void yt_buf_clear(struct yt_buf *buf)
{
    if (buf->data) {
        if (buf->secret)
            sodium_memzero(buf->data, buf->capacity + 1);
        buf->data[0] = 0;
    }
    buf->size = 0;
    buf->failed = false;
}

static bool make_room(struct yt_buf *buf, size_t more)
{
    size_t capacity = buf->capacity ? buf->capacity : 64;
    uint8_t *data;

    if (buf->failed || more > buf->max - buf->size)
        return false;
    if (buf->data && buf->size + more <= buf->capacity)
        return true;
    while (capacity < buf->size + more)
        capacity = capacity <= buf->max / 2 ? capacity * 2 : buf->max;
    if (capacity > buf->max)
        capacity = buf->max;
    /* Not realloc: it may leave a copy of a secret behind. */
    if (capacity == SIZE_MAX || !(data = malloc(capacity + 1)))
        return false;
    if (buf->data)
        memcpy(data, buf->data, buf->size);
    data[buf->size] = 0;
    give_back(buf);
    buf->data = data;
    buf->capacity = capacity;
    return true;
}

uint8_t *yt_buf_extend(struct yt_buf *buf, size_t size)
{
    uint8_t *place;

    if (!make_room(buf, size)) {
        buf->failed = true;
        return NULL;
    }
    place = buf->data + buf->size;
    memset(place, 0, size + 1);
    buf->size += size;
    return place;
}

bool yt_buf_append(struct yt_buf *buf, const void *data, size_t size)
{
    uint8_t *place;

    if (size == 0)
        return !buf->failed;
    if (!(place = yt_buf_extend(buf, size)))
        return false;
    memcpy(place, data, size);
    return true;
}

bool yt_buf_byte(struct yt_buf *buf, uint8_t byte)
{
    return yt_buf_append(buf, &byte, 1);
}

bool yt_buf_text(struct yt_buf *buf, const char *text)
{
    return yt_buf_append(buf, text, strlen(text));
}

bool yt_buf_printf(struct yt_buf *buf, const char *format, ...)
{
    va_list arguments;
    int length;
    uint8_t *place;

    va_start(arguments, format);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || !(place = yt_buf_extend(buf, (size_t)length))) {
        buf->failed = true;
        return false;
    }
    va_start(arguments, format);
    vsnprintf((char *)place, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return true;
}

bool yt_buf_ok(const struct yt_buf *buf, struct yt_err *err)
{
    if (!buf->failed)
        return true;
    return yt_err_set(err, YT_ERR_TOO_LARGE, "more than %zu bytes", buf->max);
}

const char *yt_buf_string(const struct yt_buf *buf)
{
    return buf->data ? (const char *)buf->data : "";
}
