#include "store/catalogue_pack.h"

#include <sodium.h>
#include <string.h>

#define CHECKSUM_SIZE crypto_shorthash_BYTES

/* Against damage, not against forgers: no secret is needed. */
static const uint8_t checksum_key[crypto_shorthash_KEYBYTES] = "yotte catalogue";

/* --- Writing ---------------------------------------------------------------------------------- */

void yt_pack_number(struct yt_buf *to, uint64_t number)
{
    uint8_t bytes[10];
    size_t size = 0;

    for (; number >= 0x80; number >>= 7)
        bytes[size++] = (uint8_t)(number | 0x80);
    bytes[size++] = (uint8_t)number;
    yt_buf_append(to, bytes, size);
}

void yt_pack_signed(struct yt_buf *to, int64_t number)
{
    const uint64_t twice = (uint64_t)number << 1;

    yt_pack_number(to, number < 0 ? ~twice : twice);
}

static void pack_bytes(struct yt_buf *to, const char *text, size_t size)
{
    yt_pack_number(to, size + 1);
    yt_buf_append(to, text, size);
}

void yt_pack_string(struct yt_buf *to, const char *text)
{
    if (text)
        pack_bytes(to, text, strlen(text));
    else
        yt_pack_number(to, 0);
}

void yt_pack_seal(struct yt_buf *to)
{
    uint8_t checksum[CHECKSUM_SIZE];

    crypto_shorthash(checksum, to->data, to->size, checksum_key);
    yt_buf_append(to, checksum, sizeof checksum);
}

void yt_pack_tags_use(struct yt_pack_tags *tags, const struct yt_text *text)
{
    for (size_t i = 0; i < YT_LANGUAGES_MAX; i++)
        if (text->in[i])
            tags->used |= UINT32_C(1) << i;
}

void yt_pack_tags(struct yt_buf *to, struct yt_pack_tags *tags,
                  const struct yt_languages *languages)
{
    uint8_t count = 0;

    tags->used &= (UINT32_C(1) << languages->count) - 1;
    yt_pack_number(to, (uint64_t)__builtin_popcount(tags->used));
    for (size_t i = 0; i < languages->count; i++) {
        if (!(tags->used >> i & 1))
            continue;
        tags->number[i] = count++;
        yt_pack_string(to, languages->tag[i]);
    }
}

void yt_pack_text(struct yt_buf *to, const struct yt_pack_tags *tags, const struct yt_text *text)
{
    uint64_t count = 0;

    for (size_t i = 0; i < YT_LANGUAGES_MAX; i++)
        count += text->in[i] && (tags->used >> i & 1);
    yt_pack_number(to, count);
    for (size_t i = 0; i < YT_LANGUAGES_MAX; i++) {
        if (!text->in[i] || !(tags->used >> i & 1))
            continue;
        yt_pack_number(to, tags->number[i]);
        yt_pack_string(to, text->in[i]);
    }
}

/* --- Reading ---------------------------------------------------------------------------------- */

void yt_unpack_begin(struct yt_unpack *unpack, const void *bytes, size_t size,
                     struct yt_arena *arena)
{
    uint8_t checksum[CHECKSUM_SIZE];

    *unpack = (struct yt_unpack){.failed = true, .arena = arena};
    if (!bytes || size < CHECKSUM_SIZE)
        return;
    size -= CHECKSUM_SIZE;
    crypto_shorthash(checksum, bytes, size, checksum_key);
    if (memcmp(checksum, (const uint8_t *)bytes + size, CHECKSUM_SIZE) != 0)
        return;
    unpack->at = bytes;
    unpack->end = unpack->at + size;
    unpack->failed = false;
}

uint64_t yt_unpack_number(struct yt_unpack *unpack, uint64_t max)
{
    uint64_t number = 0;

    for (unsigned shift = 0; !unpack->failed && shift < 64; shift += 7) {
        uint8_t byte;

        if (unpack->at == unpack->end)
            break;
        byte = *unpack->at++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80) && number <= max)
            return number;
        if (!(byte & 0x80))
            break;
    }
    unpack->failed = true;
    return 0;
}

int64_t yt_unpack_signed(struct yt_unpack *unpack, int64_t min, int64_t max)
{
    const uint64_t twice = yt_unpack_number(unpack, UINT64_MAX);
    const int64_t number = (int64_t)(twice & 1 ? ~(twice >> 1) : twice >> 1);

    if (unpack->failed || number < min || number > max) {
        unpack->failed = true;
        return 0;
    }
    return number;
}

/* A string that lies in the record itself, without a NUL. NULL for one that is not there. */
static const char *unpack_bytes(struct yt_unpack *unpack, size_t *size)
{
    const uint64_t more = yt_unpack_number(unpack, YT_PACK_LEXICON_MAX);
    const uint8_t *text = unpack->at;

    *size = 0;
    if (more == 0 || unpack->failed)
        return NULL;
    if (more - 1 > (size_t)(unpack->end - unpack->at)) {
        unpack->failed = true;
        return NULL;
    }
    *size = (size_t)more - 1;
    unpack->at += *size;
    return (const char *)text;
}

static const char *copy(struct yt_unpack *unpack, const char *text, size_t size)
{
    const char *copied;

    if (!text)
        return NULL;
    copied = yt_arena_text(unpack->arena, text, size);
    unpack->failed = unpack->failed || !copied;
    return copied;
}

const char *yt_unpack_string(struct yt_unpack *unpack)
{
    size_t size;
    const char *text = unpack_bytes(unpack, &size);

    return copy(unpack, text, size);
}

void yt_unpack_tags(struct yt_unpack *unpack, const struct yt_languages *languages,
                    struct yt_languages *own)
{
    unpack->tag_count = (size_t)yt_unpack_number(unpack, YT_LANGUAGES_MAX);
    if (own)
        *own = (struct yt_languages){.count = unpack->tag_count};
    for (size_t i = 0; i < unpack->tag_count; i++) {
        char tag[YT_LANGUAGE_TAG_MAX] = "";
        size_t size;
        const char *bytes = unpack_bytes(unpack, &size);

        if (!bytes || size >= sizeof tag) {
            unpack->failed = true;
            return;
        }
        memcpy(tag, bytes, size);
        if (own)
            memcpy(own->tag[i], tag, sizeof tag);
        unpack->language[i] = (int8_t)(own ? (int)i : yt_languages_find(languages, tag));
    }
}

void yt_unpack_text(struct yt_unpack *unpack, struct yt_text *text)
{
    const uint64_t count = yt_unpack_number(unpack, YT_LANGUAGES_MAX);

    *text = (struct yt_text){0};
    for (uint64_t i = 0; i < count && !unpack->failed; i++) {
        const uint64_t tag = yt_unpack_number(unpack, YT_LANGUAGES_MAX - 1);
        size_t size;
        const char *bytes = unpack_bytes(unpack, &size);

        if (tag >= unpack->tag_count)
            unpack->failed = true;
        else if (unpack->language[tag] >= 0)
            text->in[unpack->language[tag]] = copy(unpack, bytes, size);
    }
}

void *yt_unpack_list(struct yt_unpack *unpack, size_t *count, size_t size)
{
    void *list = NULL;

    *count = (size_t)yt_unpack_number(unpack, YT_PACK_LIST_MAX);
    if (*count) {
        list = yt_arena_take(unpack->arena, *count, size);
        unpack->failed = unpack->failed || !list;
    }
    if (unpack->failed)
        *count = 0;
    return unpack->failed ? NULL : list;
}

bool yt_unpack_end(const struct yt_unpack *unpack, struct yt_err *err)
{
    return (!unpack->failed && unpack->at == unpack->end) ||
           yt_err_set(err, YT_ERR_CORRUPT, "a record of the catalogue is damaged");
}

/* --- Numbers of a struct ---------------------------------------------------------------------- */

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "numbers are copied by their low bytes");

static int64_t load(const uint8_t *from, const struct yt_pack_field *field)
{
    uint64_t number = 0;
    const unsigned unused = 64 - 8U * field->size;

    memcpy(&number, from + field->offset, field->size);
    return field->min < 0 ? (int64_t)(number << unused) >> unused : (int64_t)number;
}

void yt_pack_fields(struct yt_buf *to, const struct yt_pack_field *fields, size_t count,
                    const void *record)
{
    for (size_t i = 0; i < count; i++)
        yt_pack_signed(to, load(record, &fields[i]));
}

void yt_unpack_fields(struct yt_unpack *unpack, const struct yt_pack_field *fields, size_t count,
                      void *record)
{
    for (size_t i = 0; i < count; i++) {
        const int64_t number = yt_unpack_signed(unpack, fields[i].min, fields[i].max);

        memcpy((uint8_t *)record + fields[i].offset, &number, fields[i].size);
    }
}

void yt_pack_date(struct yt_buf *to, struct yt_date date)
{
    yt_pack_number(to, date.year ? (uint64_t)date.year * 512 + (uint64_t)date.month * 32 +
                                       (uint64_t)date.day
                                 : 0);
}

struct yt_date yt_unpack_date(struct yt_unpack *unpack)
{
    const uint64_t number = yt_unpack_number(unpack, UINT64_C(10000) * 512);
    const struct yt_date date = {
        .year = (int16_t)(number / 512),
        .month = (int8_t)(number / 32 % 16),
        .day = (int8_t)(number % 32),
    };

    if (number == 0)
        return (struct yt_date){0};
    unpack->failed = unpack->failed || !yt_date_exists(date.year, date.month, date.day);
    return date;
}
