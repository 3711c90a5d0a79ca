#include "handoff/cbor_reader.h"

#include "base/str.h"

#include <cbor.h>
#include <string.h>

#define DEPTH_MAX 4

void yt_cbor_reader_init(struct yt_cbor_reader *reader, const uint8_t *data, size_t size)
{
    *reader = (struct yt_cbor_reader){.data = data, .size = size};
}

bool yt_cbor_fail(struct yt_cbor_reader *reader, enum yt_err_code code, const char *text)
{
    if (reader->fault == YT_OK) {
        reader->fault = code;
        reader->fault_at = reader->at;
        reader->fault_text = text;
    }
    return false;
}

/* What libcbor's callbacks report of one head. */
struct head {
    bool known;
    struct yt_cbor_item item;
};

static void report(void *context, enum yt_cbor_type type, uint64_t value, const uint8_t *data)
{
    struct head *head = context;

    *head = (struct head){.known = true, .item = {.type = type, .value = value, .data = data}};
}

static void on_uint8(void *context, uint8_t value)
{
    report(context, YT_CBOR_UINT, value, NULL);
}
static void on_uint16(void *context, uint16_t value)
{
    report(context, YT_CBOR_UINT, value, NULL);
}
static void on_uint32(void *context, uint32_t value)
{
    report(context, YT_CBOR_UINT, value, NULL);
}
static void on_uint64(void *context, uint64_t value)
{
    report(context, YT_CBOR_UINT, value, NULL);
}
static void on_negint8(void *context, uint8_t value)
{
    report(context, YT_CBOR_NEGATIVE, value, NULL);
}
static void on_negint16(void *context, uint16_t value)
{
    report(context, YT_CBOR_NEGATIVE, value, NULL);
}
static void on_negint32(void *context, uint32_t value)
{
    report(context, YT_CBOR_NEGATIVE, value, NULL);
}
static void on_negint64(void *context, uint64_t value)
{
    report(context, YT_CBOR_NEGATIVE, value, NULL);
}
static void on_bytes(void *context, cbor_data data, size_t size)
{
    report(context, YT_CBOR_BYTES, size, data);
}
static void on_text(void *context, cbor_data data, size_t size)
{
    report(context, YT_CBOR_TEXT, size, data);
}
static void on_array(void *context, size_t count)
{
    report(context, YT_CBOR_ARRAY, count, NULL);
}
static void on_map(void *context, size_t count)
{
    report(context, YT_CBOR_MAP, count, NULL);
}
static void on_bool(void *context, bool value)
{
    report(context, YT_CBOR_BOOL, value, NULL);
}
static void on_null(void *context)
{
    report(context, YT_CBOR_NULL, 0, NULL);
}

static const struct cbor_callbacks callbacks = {
    .uint8 = on_uint8,
    .uint16 = on_uint16,
    .uint32 = on_uint32,
    .uint64 = on_uint64,
    .negint8 = on_negint8,
    .negint16 = on_negint16,
    .negint32 = on_negint32,
    .negint64 = on_negint64,
    .byte_string = on_bytes,
    .string = on_text,
    .array_start = on_array,
    .map_start = on_map,
    .boolean = on_bool,
    .null = on_null,
    /* Outside our profile: the head stays unknown. */
    .byte_string_start = cbor_null_byte_string_start_callback,
    .string_start = cbor_null_string_start_callback,
    .indef_array_start = cbor_null_indef_array_start_callback,
    .indef_map_start = cbor_null_indef_map_start_callback,
    .tag = cbor_null_tag_callback,
    .float2 = cbor_null_float2_callback,
    .float4 = cbor_null_float4_callback,
    .float8 = cbor_null_float8_callback,
    .undefined = cbor_null_undefined_callback,
    .indef_break = cbor_null_indef_break_callback,
};

/* Bytes of the shortest head that can carry the value. */
static size_t head_size(const struct yt_cbor_item *item)
{
    if (item->type == YT_CBOR_BOOL || item->type == YT_CBOR_NULL || item->value < 24)
        return 1;
    if (item->value <= UINT8_MAX)
        return 2;
    if (item->value <= UINT16_MAX)
        return 3;
    return item->value <= UINT32_MAX ? 5 : 9;
}

static bool is_string(const struct yt_cbor_item *item)
{
    return item->type == YT_CBOR_BYTES || item->type == YT_CBOR_TEXT;
}

bool yt_cbor_next(struct yt_cbor_reader *reader, struct yt_cbor_item *ret_item)
{
    struct head head = {0};
    struct cbor_decoder_result result;
    size_t content;

    *ret_item = (struct yt_cbor_item){.type = YT_CBOR_NULL};
    if (reader->fault != YT_OK)
        return false;
    if (reader->at >= reader->size)
        return yt_cbor_fail(reader, YT_ERR_INVALID, "ends too soon");
    result =
        cbor_stream_decode(reader->data + reader->at, reader->size - reader->at, &callbacks, &head);
    if (result.status == CBOR_DECODER_NEDATA)
        return yt_cbor_fail(reader, YT_ERR_INVALID, "ends too soon");
    if (result.status != CBOR_DECODER_FINISHED || !head.known)
        return yt_cbor_fail(reader, YT_ERR_INVALID, "is of a kind that does not belong here");
    content = is_string(&head.item) ? (size_t)head.item.value : 0;
    if (result.read != head_size(&head.item) + content)
        return yt_cbor_fail(reader, YT_ERR_INVALID, "is not in its shortest form");
    if ((head.item.type == YT_CBOR_ARRAY || head.item.type == YT_CBOR_MAP) &&
        head.item.value > reader->size - reader->at)
        return yt_cbor_fail(reader, YT_ERR_INVALID, "claims more items than there are bytes");
    if (head.item.type == YT_CBOR_TEXT && !yt_str_valid((const char *)head.item.data, content))
        return yt_cbor_fail(reader, YT_ERR_INVALID, "is no UTF-8 text");
    reader->at += result.read;
    *ret_item = head.item;
    return true;
}

static bool next_of(struct yt_cbor_reader *reader, enum yt_cbor_type type,
                    struct yt_cbor_item *ret_item)
{
    size_t at = reader->at;

    if (!yt_cbor_next(reader, ret_item))
        return false;
    if (ret_item->type == type)
        return true;
    reader->at = at;
    return yt_cbor_fail(reader, YT_ERR_INVALID, "is of another type than its key asks for");
}

static uint64_t in_range(struct yt_cbor_reader *reader, enum yt_cbor_type type, uint64_t min,
                         uint64_t max, enum yt_err_code beyond)
{
    struct yt_cbor_item item;

    if (!next_of(reader, type, &item))
        return 0;
    if (item.value >= min && item.value <= max)
        return item.value;
    (void)yt_cbor_fail(reader, item.value > max ? beyond : YT_ERR_INVALID, "is out of range");
    return 0;
}

uint64_t yt_cbor_uint(struct yt_cbor_reader *reader, uint64_t min, uint64_t max)
{
    return in_range(reader, YT_CBOR_UINT, min, max, YT_ERR_INVALID);
}

uint64_t yt_cbor_enum(struct yt_cbor_reader *reader, uint64_t min, uint64_t max)
{
    return in_range(reader, YT_CBOR_UINT, min, max, YT_ERR_UNSUPPORTED);
}

uint64_t yt_cbor_array(struct yt_cbor_reader *reader, uint64_t min, uint64_t max)
{
    return in_range(reader, YT_CBOR_ARRAY, min, max, YT_ERR_INVALID);
}

int64_t yt_cbor_int(struct yt_cbor_reader *reader, int64_t limit)
{
    struct yt_cbor_item item;

    if (!yt_cbor_next(reader, &item))
        return 0;
    if (item.type == YT_CBOR_UINT && item.value <= (uint64_t)limit)
        return (int64_t)item.value;
    if (item.type == YT_CBOR_NEGATIVE && item.value < (uint64_t)limit)
        return -1 - (int64_t)item.value;
    (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is out of range");
    return 0;
}

void yt_cbor_true(struct yt_cbor_reader *reader)
{
    (void)in_range(reader, YT_CBOR_BOOL, 1, 1, YT_ERR_INVALID); /* faults are remembered */
}

void yt_cbor_bytes(struct yt_cbor_reader *reader, uint8_t *to, size_t size)
{
    struct yt_cbor_item item;

    if (!next_of(reader, YT_CBOR_BYTES, &item))
        return;
    if (item.value != size)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "has the wrong length");
    else
        memcpy(to, item.data, size);
}

void yt_cbor_text(struct yt_cbor_reader *reader, char *to, size_t capacity, size_t characters)
{
    struct yt_cbor_item item;

    to[0] = '\0';
    if (!next_of(reader, YT_CBOR_TEXT, &item))
        return;
    if (item.value == 0 || item.value >= capacity) {
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is empty or too long");
        return;
    }
    memcpy(to, item.data, item.value);
    to[item.value] = '\0';
    if (yt_str_length(to) > characters)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is empty or too long");
}

void yt_cbor_plain_text(struct yt_cbor_reader *reader, char *to, size_t capacity, size_t characters)
{
    yt_cbor_text(reader, to, capacity, characters);
    for (const char *at = to; *at;)
        if (!yt_str_is_plain(yt_str_next(&at)))
            (void)yt_cbor_fail(reader, YT_ERR_INVALID, "has a character that does not show");
}

bool yt_cbor_map_begin(struct yt_cbor_reader *reader, struct yt_cbor_map *map)
{
    struct yt_cbor_item item;

    *map = (struct yt_cbor_map){.first = true};
    if (!next_of(reader, YT_CBOR_MAP, &item))
        return false;
    map->left = item.value;
    return true;
}

bool yt_cbor_map_next(struct yt_cbor_reader *reader, struct yt_cbor_map *map)
{
    struct yt_cbor_item item;

    if (reader->fault != YT_OK || map->left == 0 || !next_of(reader, YT_CBOR_UINT, &item))
        return false;
    /* Keys of different lengths rise too, because all of them are in their shortest form. */
    if (!map->first && item.value <= map->key)
        return yt_cbor_fail(reader, YT_ERR_INVALID, "does not follow the key before it");
    map->first = false;
    map->key = item.value;
    map->left--;
    return true;
}

uint32_t yt_cbor_map(struct yt_cbor_reader *reader, uint64_t last_key, yt_cbor_read_field *read,
                     void *to)
{
    struct yt_cbor_map map;
    uint32_t seen = 0;

    if (!yt_cbor_map_begin(reader, &map))
        return 0;
    while (yt_cbor_map_next(reader, &map)) {
        if (map.key == 0) {
            (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is a key that nothing has");
        } else if (map.key > last_key) {
            yt_cbor_skip(reader);
        } else {
            read(reader, map.key, to);
            seen |= UINT32_C(1) << map.key;
        }
    }
    return seen;
}

static void skip(struct yt_cbor_reader *reader, int depth)
{
    struct yt_cbor_reader at_item = *reader;
    struct yt_cbor_item item;
    struct yt_cbor_map map;

    if (!yt_cbor_next(reader, &item))
        return;
    if ((item.type == YT_CBOR_ARRAY || item.type == YT_CBOR_MAP) && depth == DEPTH_MAX) {
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is nested too deeply");
        return;
    }
    if (item.type == YT_CBOR_ARRAY)
        for (uint64_t i = 0; i < item.value && reader->fault == YT_OK; i++)
            skip(reader, depth + 1);
    if (item.type == YT_CBOR_MAP) {
        *reader = at_item; /* once more, as a map, for the order of its keys */
        if (!yt_cbor_map_begin(reader, &map))
            return;
        while (yt_cbor_map_next(reader, &map))
            skip(reader, depth + 1);
    }
}

void yt_cbor_skip(struct yt_cbor_reader *reader)
{
    skip(reader, 1);
}
