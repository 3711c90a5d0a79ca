#include "handoff/part.h"

#include "handoff/part_head.h"

#include <stdio.h>
#include <string.h>

/* Bytes before part `index` (from 0): cut at multiples of a block, so that each part's digits can
 * be read by themselves. */
static size_t cut_before(size_t size, int index, int parts)
{
    size_t blocks = (size + YT_DIGITS_BLOCK_BYTES - 1) / YT_DIGITS_BLOCK_BYTES;
    size_t cut = blocks * (size_t)index / (size_t)parts * YT_DIGITS_BLOCK_BYTES;

    return cut < size ? cut : size;
}

uint32_t yt_part_set_tag(const struct yt_sealed *sealed)
{
    char digits[YT_DIGITS_ROOM(YT_SEALED_MAX) + 1];

    yt_digits_write(sealed->bytes, sealed->size, digits);
    return yt_digits_check(digits, strlen(digits), "", 0);
}

uint32_t yt_part_desk_tag(const uint8_t key_id[static YT_KEY_ID_SIZE])
{
    return (uint32_t)key_id[0] << 8 | key_id[1];
}

void yt_part_write(const struct yt_sealed *sealed, int part, int parts,
                   char digits[static YT_PART_MAX])
{
    size_t from = cut_before(sealed->size, part - 1, parts);
    size_t to = cut_before(sealed->size, part, parts);
    char check[YT_PART_CHECK_DIGITS + 1];

    snprintf(digits, YT_PART_HEADER_DIGITS + 1, "%s%c%01u%01u%05u%05u00000", YT_PART_MARK,
             YT_PART_FORMAT, (unsigned)part % 10, (unsigned)parts % 10,
             (unsigned)yt_part_desk_tag(sealed->desk_key_id) % 100000,
             (unsigned)yt_part_set_tag(sealed) % 100000);
    yt_digits_write(sealed->bytes + from, to - from, digits + YT_PART_HEADER_DIGITS);
    snprintf(check, sizeof check, "%05u",
             (unsigned)yt_digits_check(digits, YT_PART_CHECK_AT, digits + YT_PART_HEADER_DIGITS,
                                       strlen(digits + YT_PART_HEADER_DIGITS)) %
                 100000);
    memcpy(digits + YT_PART_CHECK_AT, check, YT_PART_CHECK_DIGITS);
}

static uint32_t number(const char *digits, size_t count)
{
    uint32_t value = 0;

    for (size_t i = 0; i < count; i++)
        value = value * 10 + (uint32_t)(digits[i] - '0');
    return value;
}

/* Looks at what is there even when it is too short to be a part. */
static bool begins_as(const char *digits, const char *mark)
{
    return strncmp(digits, mark, strlen(mark)) == 0;
}

bool yt_part_read(const char *text, size_t size, struct yt_part_head *head,
                  enum yt_part_verdict *ret_verdict)
{
    char digits[YT_DIGITS_TEXT_MAX];
    bool clean = yt_digits_clean(text, size, digits, sizeof digits);
    size_t count = strlen(digits);

    *head = (struct yt_part_head){0};
    *ret_verdict = YT_PART_FOREIGN;
    if (begins_as(digits, YT_ENROLMENT_MARK))
        *ret_verdict = YT_PART_ENROLMENT;
    if (!begins_as(digits, YT_PART_MARK))
        return false;
    *ret_verdict = YT_PART_DAMAGED;
    if (!clean || count < YT_PART_HEADER_DIGITS)
        return false;
    if (digits[strlen(YT_PART_MARK)] != YT_PART_FORMAT) {
        *ret_verdict = YT_PART_UNSUPPORTED;
        return false;
    }
    head->part = (int)number(digits + 5, 1);
    head->parts = (int)number(digits + 6, 1);
    head->desk_tag = number(digits + 7, 5);
    head->set_tag = number(digits + 12, 5);
    if (number(digits + YT_PART_CHECK_AT, YT_PART_CHECK_DIGITS) !=
        yt_digits_check(digits, YT_PART_CHECK_AT, digits + YT_PART_HEADER_DIGITS,
                        count - YT_PART_HEADER_DIGITS))
        return false;
    return head->part >= 1 && head->part <= head->parts &&
           yt_digits_read(digits + YT_PART_HEADER_DIGITS, count - YT_PART_HEADER_DIGITS, head->body,
                          sizeof head->body, &head->size) &&
           head->size > 0 && (head->part == head->parts || head->size % YT_DIGITS_BLOCK_BYTES == 0);
}

const char *yt_part_verdict_name(enum yt_part_verdict verdict)
{
    static const char *const names[] = {
        [YT_PART_COMPLETE] = "complete",   [YT_PART_MORE] = "more",
        [YT_PART_DUPLICATE] = "duplicate", [YT_PART_FOREIGN] = "foreign",
        [YT_PART_ENROLMENT] = "enrolment", [YT_PART_UNSUPPORTED] = "unsupported",
        [YT_PART_DAMAGED] = "damaged",     [YT_PART_MIXED_UP] = "mixed-up",
        [YT_PART_TOO_MANY] = "too-many",
    };

    return (size_t)verdict < YT_COUNT(names) ? names[verdict] : "foreign";
}
