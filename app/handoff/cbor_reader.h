/* A strict reader of deterministic CBOR, head by head, over libcbor's streaming decoder (its
 * other one allocates whatever a length claims). Nothing is allocated; the first fault stops all
 * later reading, so callers may read on and ask once. */
#ifndef YT_HANDOFF_CBOR_READER_H
#define YT_HANDOFF_CBOR_READER_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum yt_cbor_type {
    YT_CBOR_UINT,     /* value */
    YT_CBOR_NEGATIVE, /* -1 - value */
    YT_CBOR_BYTES,    /* data, value bytes of it */
    YT_CBOR_TEXT,     /* the same, valid UTF-8 without NUL */
    YT_CBOR_ARRAY,    /* value items follow */
    YT_CBOR_MAP,      /* value pairs follow */
    YT_CBOR_BOOL,     /* value 0 or 1 */
    YT_CBOR_NULL,
};

struct yt_cbor_item {
    enum yt_cbor_type type;
    uint64_t value;
    const uint8_t *data; /* into the reader's bytes */
};

struct yt_cbor_reader {
    const uint8_t *data;
    size_t size;
    size_t at;
    enum yt_err_code fault; /* YT_OK, YT_ERR_INVALID or YT_ERR_UNSUPPORTED */
    size_t fault_at;
    const char *fault_text;
};

void yt_cbor_reader_init(struct yt_cbor_reader *reader, const uint8_t *data, size_t size);

/* Remembers the first fault with where it was seen. Always false. */
bool yt_cbor_fail(struct yt_cbor_reader *reader, enum yt_err_code code, const char *text);

/* The next head (and a string's content). False, with a fault, at the end, for floats, tags,
 * undefined, indefinite lengths, numbers that are not in their shortest form, and for counts that
 * the bytes that are left cannot hold. */
bool yt_cbor_next(struct yt_cbor_reader *reader, struct yt_cbor_item *ret_item);

/* As above, of one type and with a value from `min` to `max`; an enumeration's value beyond its
 * known ones is YT_ERR_UNSUPPORTED. 0 on a fault. */
uint64_t yt_cbor_uint(struct yt_cbor_reader *reader, uint64_t min, uint64_t max);
uint64_t yt_cbor_enum(struct yt_cbor_reader *reader, uint64_t min, uint64_t max);
uint64_t yt_cbor_array(struct yt_cbor_reader *reader, uint64_t min, uint64_t max);
/* A number of either sign, -limit to limit. */
int64_t yt_cbor_int(struct yt_cbor_reader *reader, int64_t limit);
void yt_cbor_true(struct yt_cbor_reader *reader);
void yt_cbor_bytes(struct yt_cbor_reader *reader, uint8_t *to, size_t size);
/* A text of 1 to `characters` characters that fits `capacity` with its NUL. */
void yt_cbor_text(struct yt_cbor_reader *reader, char *to, size_t capacity, size_t characters);

/* The same, without control characters and such as turn the direction of writing. */
void yt_cbor_plain_text(struct yt_cbor_reader *reader, char *to, size_t capacity,
                        size_t characters);

/* Walks a map: begin, then a key at a time until false. Keys must rise. */
struct yt_cbor_map {
    uint64_t left;
    bool first;
    uint64_t key;
};
bool yt_cbor_map_begin(struct yt_cbor_reader *reader, struct yt_cbor_map *map);
bool yt_cbor_map_next(struct yt_cbor_reader *reader, struct yt_cbor_map *map);

/* A whole map: calls `read` for each key from 1 to `last_key` and passes over those of later
 * versions. Returns the keys that were there, a bit each; last_key is at most 31. */
typedef void yt_cbor_read_field(struct yt_cbor_reader *reader, uint64_t key, void *to);
uint32_t yt_cbor_map(struct yt_cbor_reader *reader, uint64_t last_key, yt_cbor_read_field *read,
                     void *to);

/* Passes over one value of a key that is not known. */
void yt_cbor_skip(struct yt_cbor_reader *reader);

#endif
