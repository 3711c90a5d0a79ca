#include "base/str.h"

#include <string.h>

static size_t sequence_length(uint8_t first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

uint32_t yt_str_next(const char **text)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const uint8_t *bytes = (const uint8_t *)*text;
    size_t length = sequence_length(bytes[0]);
    uint32_t code_point;

    if (bytes[0] == 0)
        return 0;
    *text += 1;
    if (length == 0)
        return YT_STR_INVALID;
    if (length == 1)
        return bytes[0];
    code_point = bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return YT_STR_INVALID;
        code_point = code_point << 6 | (bytes[i] & 0x3Fu);
    }
    if (code_point < least[length] || code_point > 0x10FFFF ||
        (code_point >= 0xD800 && code_point <= 0xDFFF))
        return YT_STR_INVALID;
    *text += length - 1;
    return code_point;
}

size_t yt_str_put(char to[4], uint32_t code_point)
{
    if (code_point < 0x80) {
        to[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        to[0] = (char)(0xC0 | code_point >> 6);
        to[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point >= 0xD800 && code_point <= 0xDFFF)
        return 0;
    if (code_point < 0x10000) {
        to[0] = (char)(0xE0 | code_point >> 12);
        to[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        to[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    if (code_point > 0x10FFFF)
        return 0;
    to[0] = (char)(0xF0 | code_point >> 18);
    to[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    to[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    to[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

bool yt_str_valid(const char *text, size_t size)
{
    const char *end = text + size;

    if (memchr(text, 0, size))
        return false;
    /* A sequence cut off by the end is seen because the byte behind it is looked at only when the
     * sequence says it belongs to it; so check the room first. */
    while (text < end) {
        size_t length = sequence_length((uint8_t)*text);

        if (length == 0 || length > (size_t)(end - text) || yt_str_next(&text) == YT_STR_INVALID)
            return false;
    }
    return true;
}

size_t yt_str_length(const char *text)
{
    size_t count = 0;

    while (yt_str_next(&text) != 0)
        count++;
    return count;
}

void yt_str_trim_partial(char *text)
{
    size_t size = strlen(text);
    size_t back = 0;

    while (back < 3 && back < size && ((uint8_t)text[size - back - 1] & 0xC0) == 0x80)
        back++;
    if (back == size)
        return;
    if (sequence_length((uint8_t)text[size - back - 1]) > back + 1)
        text[size - back - 1] = '\0';
}

bool yt_str_copy(char *to, size_t capacity, const char *from)
{
    size_t size = strlen(from);
    size_t kept = size < capacity ? size : capacity - 1;

    if (capacity == 0)
        return false;
    memcpy(to, from, kept);
    to[kept] = '\0';
    if (kept < size)
        yt_str_trim_partial(to);
    return kept == size;
}

bool yt_str_is_plain(uint32_t code_point)
{
    bool control = code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0);
    bool turns = (code_point >= 0x200e && code_point <= 0x200f) ||
                 (code_point >= 0x2028 && code_point <= 0x202e) ||
                 (code_point >= 0x2066 && code_point <= 0x2069);

    return !control && !turns && code_point != YT_STR_INVALID;
}

bool yt_str_is_kanji(uint32_t code_point)
{
    return (code_point >= 0x4E00 && code_point <= 0x9FFF) ||
           (code_point >= 0x3400 && code_point <= 0x4DBF) ||
           (code_point >= 0xF900 && code_point <= 0xFAFF) ||
           (code_point >= 0x20000 && code_point <= 0x3FFFF) || code_point == 0x3005;
}
