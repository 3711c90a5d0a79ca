/* Deterministic CBOR into a buffer, head by head, by libcbor's encoders (which pick the shortest
 * form). A failed append is remembered by the buffer. */
#ifndef YT_HANDOFF_CBOR_WRITER_H
#define YT_HANDOFF_CBOR_WRITER_H

#include "base/buf.h"

void yt_cbor_write_uint(struct yt_buf *to, uint64_t value);
void yt_cbor_write_int(struct yt_buf *to, int64_t value);
void yt_cbor_write_bytes(struct yt_buf *to, const uint8_t *data, size_t size);
void yt_cbor_write_text(struct yt_buf *to, const char *text);
void yt_cbor_write_array(struct yt_buf *to, size_t count);
void yt_cbor_write_map(struct yt_buf *to, size_t pairs);
void yt_cbor_write_true(struct yt_buf *to);
void yt_cbor_write_null(struct yt_buf *to);

/* A key and its value, where the value is not the default: 0, "", false, an empty list (of which
 * only the head is written). */
void yt_cbor_pair_uint(struct yt_buf *to, uint64_t key, uint64_t value);
void yt_cbor_pair_text(struct yt_buf *to, uint64_t key, const char *text);
void yt_cbor_pair_true(struct yt_buf *to, uint64_t key, bool is_true);
void yt_cbor_pair_array(struct yt_buf *to, uint64_t key, size_t count);

#endif
