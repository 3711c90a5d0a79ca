#include "handoff/digits.h"

#include "base/str.h"

#include <string.h>
#include <strings.h>
#include <zlib.h>

/* By number of bytes left over at the end. 10^3 > 2^8, 10^5 > 2^16 and so on. */
static const size_t tail_digits[YT_DIGITS_BLOCK_BYTES] = {0, 3, 5, 8, 10, 13, 15};

size_t yt_digits_length(size_t size)
{
    return size / YT_DIGITS_BLOCK_BYTES * YT_DIGITS_BLOCK_DIGITS +
           tail_digits[size % YT_DIGITS_BLOCK_BYTES];
}

static void write_block(const uint8_t *data, size_t size, char *to, size_t digits)
{
    uint64_t value = 0;

    for (size_t i = 0; i < size; i++)
        value = value << 8 | data[i];
    for (size_t i = digits; i-- > 0; value /= 10)
        to[i] = (char)('0' + value % 10);
}

void yt_digits_write(const uint8_t *data, size_t size, char *to)
{
    for (; size >= YT_DIGITS_BLOCK_BYTES; size -= YT_DIGITS_BLOCK_BYTES) {
        write_block(data, YT_DIGITS_BLOCK_BYTES, to, YT_DIGITS_BLOCK_DIGITS);
        data += YT_DIGITS_BLOCK_BYTES;
        to += YT_DIGITS_BLOCK_DIGITS;
    }
    write_block(data, size, to, tail_digits[size]);
    to[tail_digits[size]] = '\0';
}

static bool read_block(const char *digits, size_t count, uint8_t *to, size_t size)
{
    uint64_t value = 0;

    for (size_t i = 0; i < count; i++) {
        if (digits[i] < '0' || digits[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(digits[i] - '0');
    }
    if (value >> (8 * size) != 0)
        return false;
    for (size_t i = size; i-- > 0; value >>= 8)
        to[i] = (uint8_t)value;
    return true;
}

bool yt_digits_read(const char *digits, size_t count, uint8_t *to, size_t capacity,
                    size_t *ret_size)
{
    size_t blocks = count / YT_DIGITS_BLOCK_DIGITS;
    size_t tail = 0;

    *ret_size = 0;
    while (tail < YT_DIGITS_BLOCK_BYTES && tail_digits[tail] != count % YT_DIGITS_BLOCK_DIGITS)
        tail++;
    if (tail == YT_DIGITS_BLOCK_BYTES || blocks * YT_DIGITS_BLOCK_BYTES + tail > capacity)
        return false;
    for (size_t i = 0; i < blocks; i++)
        if (!read_block(digits + i * YT_DIGITS_BLOCK_DIGITS, YT_DIGITS_BLOCK_DIGITS,
                        to + i * YT_DIGITS_BLOCK_BYTES, YT_DIGITS_BLOCK_BYTES))
            return false;
    if (tail > 0 && !read_block(digits + blocks * YT_DIGITS_BLOCK_DIGITS, tail_digits[tail],
                                to + blocks * YT_DIGITS_BLOCK_BYTES, tail))
        return false;
    *ret_size = blocks * YT_DIGITS_BLOCK_BYTES + tail;
    return true;
}

uint32_t yt_digits_check(const char *before, size_t before_count, const char *behind,
                         size_t behind_count)
{
    uLong crc = crc32_z(0, (const Bytef *)before, before_count);

    crc = crc32_z(crc, (const Bytef *)behind, behind_count);
    return (uint32_t)(crc % 100000);
}

static bool is_space_or_hyphen(uint32_t code_point)
{
    switch (code_point) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case '-':
    case 0x00A0: /* no-break space */
    case 0x2212: /* minus */
    case 0x3000: /* ideographic space */
    case 0x30FC: /* what an input method makes of a hyphen */
    case 0xFEFF: /* byte order mark */
        return true;
    default:
        return code_point >= 0x2010 && code_point <= 0x2015; /* hyphens and dashes */
    }
}

/* Copies the text with full-width characters as ASCII and without spaces and hyphens. What is not
 * ASCII becomes '?'. */
static bool fold(const char *text, size_t size, char *to, size_t capacity)
{
    char copy[YT_DIGITS_TEXT_MAX + 1]; /* yt_str_next needs the NUL at the end */
    const char *at = copy;
    size_t length = 0;

    if (size > YT_DIGITS_TEXT_MAX)
        return false;
    memcpy(copy, text, size);
    copy[size] = '\0';
    for (uint32_t code_point = yt_str_next(&at); code_point != 0; code_point = yt_str_next(&at)) {
        if (code_point >= 0xFF01 && code_point <= 0xFF5E)
            code_point -= 0xFF01 - '!';
        if (is_space_or_hyphen(code_point))
            continue;
        if (length + 1 >= capacity)
            return false;
        to[length++] = (char)(code_point < 0x80 ? code_point : '?');
    }
    to[length] = '\0';
    return at == copy + size; /* otherwise a NUL stood inside */
}

static const char *after_prefixes(const char *text)
{
    const char *slash;

    /* The symbology identifier of ISO/IEC 15424 that some scanners put first. */
    if (text[0] == ']' && text[1] == 'Q' && text[2] != '\0')
        text += 3;
    /* A scanner with the wrong keyboard layout changes the colon; letters and slashes survive. */
    if (strncasecmp(text, "http", 4) != 0 || !(slash = strrchr(text, '/')))
        return text;
    return slash - text >= 2 && strncasecmp(slash - 2, "/S/", 3) == 0 ? slash + 1 : text;
}

bool yt_digits_clean(const char *text, size_t size, char *to, size_t capacity)
{
    char folded[YT_DIGITS_TEXT_MAX + 1] = "";
    const char *digits;
    size_t count;

    to[0] = '\0';
    if (!fold(text, size, folded, sizeof folded))
        return false;
    digits = after_prefixes(folded);
    count = strspn(digits, "0123456789");
    if (count >= capacity)
        return false;
    memcpy(to, digits, count);
    to[count] = '\0';
    return digits[count] == '\0' && count > 0;
}
