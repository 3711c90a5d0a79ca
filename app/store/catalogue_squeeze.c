#include "store/catalogue_squeeze.h"

#include "store/catalogue_pack.h"

#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#define KEPT_RECORDS 1024                  /* as they are, before any is learnt from */
#define DICTIONARY_SIZE ((size_t)64 << 10) /* bytes of records that the others are like */
#define LEVEL 1

enum { AS_IT_IS = 'r', SQUEEZED = 'z' };

struct yt_squeeze {
    struct yt_buf dictionary;
    struct yt_buf bytes; /* the result */
    uint32_t records;
    ZSTD_CCtx *packer;
    ZSTD_CDict *pack_like;
    ZSTD_DCtx *unpacker;
    ZSTD_DDict *unpack_like;
};

struct yt_squeeze *yt_squeeze_from(const void *dictionary, size_t size)
{
    struct yt_squeeze *squeeze = calloc(1, sizeof *squeeze);

    if (!squeeze)
        return NULL;
    yt_buf_init(&squeeze->dictionary, DICTIONARY_SIZE + YT_PACK_RECORD_MAX);
    yt_buf_init(&squeeze->bytes, ZSTD_COMPRESSBOUND(YT_PACK_RECORD_MAX) + 1);
    squeeze->packer = ZSTD_createCCtx();
    squeeze->unpacker = ZSTD_createDCtx();
    if (squeeze->packer && squeeze->unpacker &&
        (size == 0 || (yt_buf_append(&squeeze->dictionary, dictionary, size) &&
                       (squeeze->unpack_like = ZSTD_createDDict(dictionary, size)))))
        return squeeze;
    yt_squeeze_free(squeeze);
    return NULL;
}

struct yt_squeeze *yt_squeeze_new(void)
{
    return yt_squeeze_from(NULL, 0);
}

void yt_squeeze_free(struct yt_squeeze *squeeze)
{
    if (!squeeze)
        return;
    ZSTD_freeCCtx(squeeze->packer);
    ZSTD_freeCDict(squeeze->pack_like);
    ZSTD_freeDCtx(squeeze->unpacker);
    ZSTD_freeDDict(squeeze->unpack_like);
    yt_buf_done(&squeeze->dictionary);
    yt_buf_done(&squeeze->bytes);
    free(squeeze);
}

const void *yt_squeeze_dictionary(const struct yt_squeeze *squeeze, size_t *size)
{
    *size = squeeze->unpack_like ? squeeze->dictionary.size : 0;
    return squeeze->dictionary.data;
}

static bool learn(struct yt_squeeze *squeeze, const void *record, size_t size, struct yt_err *err)
{
    if (squeeze->records++ < KEPT_RECORDS)
        return true;
    yt_buf_append(&squeeze->dictionary, record, size);
    if (squeeze->dictionary.size < DICTIONARY_SIZE)
        return yt_buf_ok(&squeeze->dictionary, err);
    squeeze->pack_like =
        ZSTD_createCDict(squeeze->dictionary.data, squeeze->dictionary.size, LEVEL);
    squeeze->unpack_like = ZSTD_createDDict(squeeze->dictionary.data, squeeze->dictionary.size);
    return (squeeze->pack_like && squeeze->unpack_like) ||
           yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to build");
}

bool yt_squeeze_pack(struct yt_squeeze *squeeze, const void *record, size_t size, const void **to,
                     size_t *to_size, struct yt_err *err)
{
    struct yt_buf *bytes = &squeeze->bytes;
    uint8_t *room;
    size_t packed;

    yt_buf_clear(bytes);
    if (!squeeze->pack_like) {
        yt_buf_byte(bytes, AS_IT_IS);
        yt_buf_append(bytes, record, size);
        *to = bytes->data;
        *to_size = bytes->size;
        return yt_buf_ok(bytes, err) && learn(squeeze, record, size, err);
    }
    yt_buf_byte(bytes, SQUEEZED);
    room = yt_buf_extend(bytes, ZSTD_compressBound(size));
    if (!room)
        return yt_buf_ok(bytes, err);
    packed = ZSTD_compress_usingCDict(squeeze->packer, room, ZSTD_compressBound(size), record, size,
                                      squeeze->pack_like);
    *to = bytes->data;
    *to_size = 1 + packed;
    return !ZSTD_isError(packed) ||
           yt_err_set(err, YT_ERR_NO_MEMORY, "compress a record: %s", ZSTD_getErrorName(packed));
}

bool yt_squeeze_unpack(struct yt_squeeze *squeeze, const void *packed, size_t size,
                       const void **record, size_t *record_size, struct yt_err *err)
{
    const uint8_t *from = packed;
    unsigned long long expected;
    uint8_t *room;

    if (from && size > 0 && from[0] == AS_IT_IS) {
        *record = from + 1;
        *record_size = size - 1;
        return true;
    }
    yt_buf_clear(&squeeze->bytes);
    expected = from && size > 1 && from[0] == SQUEEZED && squeeze->unpack_like
                   ? ZSTD_getFrameContentSize(from + 1, size - 1)
                   : 0;
    if (expected == 0 || expected > YT_PACK_RECORD_MAX)
        return yt_err_set(err, YT_ERR_CORRUPT, "a record of the catalogue is damaged");
    room = yt_buf_extend(&squeeze->bytes, (size_t)expected);
    if (!room)
        return yt_buf_ok(&squeeze->bytes, err);
    *record = room;
    *record_size = ZSTD_decompress_usingDDict(squeeze->unpacker, room, (size_t)expected, from + 1,
                                              size - 1, squeeze->unpack_like);
    return !ZSTD_isError(*record_size) ||
           yt_err_set(err, YT_ERR_CORRUPT, "a record of the catalogue is damaged");
}
