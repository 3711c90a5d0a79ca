#include "handoff/cbor_writer.h"

#include <cbor.h>
#include <string.h>

#define HEAD_MAX 9

void yt_cbor_write_uint(struct yt_buf *to, uint64_t value)
{
    uint8_t head[HEAD_MAX];

    yt_buf_append(to, head, cbor_encode_uint(value, head, sizeof head));
}

void yt_cbor_write_int(struct yt_buf *to, int64_t value)
{
    uint8_t head[HEAD_MAX];

    if (value >= 0)
        yt_cbor_write_uint(to, (uint64_t)value);
    else
        yt_buf_append(to, head, cbor_encode_negint((uint64_t)(-1 - value), head, sizeof head));
}

void yt_cbor_write_bytes(struct yt_buf *to, const uint8_t *data, size_t size)
{
    uint8_t head[HEAD_MAX];

    yt_buf_append(to, head, cbor_encode_bytestring_start(size, head, sizeof head));
    yt_buf_append(to, data, size);
}

void yt_cbor_write_text(struct yt_buf *to, const char *text)
{
    uint8_t head[HEAD_MAX];
    size_t size = strlen(text);

    yt_buf_append(to, head, cbor_encode_string_start(size, head, sizeof head));
    yt_buf_append(to, text, size);
}

void yt_cbor_write_array(struct yt_buf *to, size_t count)
{
    uint8_t head[HEAD_MAX];

    yt_buf_append(to, head, cbor_encode_array_start(count, head, sizeof head));
}

void yt_cbor_write_map(struct yt_buf *to, size_t pairs)
{
    uint8_t head[HEAD_MAX];

    yt_buf_append(to, head, cbor_encode_map_start(pairs, head, sizeof head));
}

void yt_cbor_write_true(struct yt_buf *to)
{
    uint8_t head[HEAD_MAX];

    yt_buf_append(to, head, cbor_encode_bool(true, head, sizeof head));
}

void yt_cbor_write_null(struct yt_buf *to)
{
    uint8_t head[HEAD_MAX];

    yt_buf_append(to, head, cbor_encode_null(head, sizeof head));
}

void yt_cbor_pair_uint(struct yt_buf *to, uint64_t key, uint64_t value)
{
    if (value == 0)
        return;
    yt_cbor_write_uint(to, key);
    yt_cbor_write_uint(to, value);
}

void yt_cbor_pair_text(struct yt_buf *to, uint64_t key, const char *text)
{
    if (!text[0])
        return;
    yt_cbor_write_uint(to, key);
    yt_cbor_write_text(to, text);
}

void yt_cbor_pair_true(struct yt_buf *to, uint64_t key, bool is_true)
{
    if (!is_true)
        return;
    yt_cbor_write_uint(to, key);
    yt_cbor_write_true(to);
}

void yt_cbor_pair_array(struct yt_buf *to, uint64_t key, size_t count)
{
    if (count == 0)
        return;
    yt_cbor_write_uint(to, key);
    yt_cbor_write_array(to, count);
}
