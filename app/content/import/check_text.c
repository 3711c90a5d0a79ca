#include "content/import/check_text.h"

#include "base/str.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_invisible(uint32_t code_point)
{
    return code_point == 0xFEFF || code_point == 0x200B || code_point == 0xAD;
}

static bool is_control(uint32_t code_point)
{
    return code_point < ' ' || (code_point >= 0x7F && code_point <= 0x9F) ||
           (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == YT_STR_INVALID;
}

bool yt_text_tidy(char *text)
{
    const char *from = text;
    char *to = text;

    while (*from != '\0') {
        const char *const begin = from;
        uint32_t code_point = yt_str_next(&from);

        if (code_point == '\r' || code_point == '\n' || code_point == '\t')
            code_point = ' ';
        if (is_control(code_point))
            return false;
        if (is_invisible(code_point) || (code_point == ' ' && (to == text || to[-1] == ' ')))
            continue;
        if (code_point == ' ') {
            *to++ = ' ';
            continue;
        }
        if (to == begin) { /* nothing was left out so far */
            to = text + (from - text);
            continue;
        }
        memmove(to, begin, (size_t)(from - begin));
        to += from - begin;
    }
    if (to > text && to[-1] == ' ')
        to--;
    *to = '\0';
    return true;
}

/* The value of a digit of either width, or -1. */
static int digit_of(uint32_t code_point)
{
    if (code_point >= '0' && code_point <= '9')
        return (int)(code_point - '0');
    if (code_point >= 0xFF10 && code_point <= 0xFF19)
        return (int)(code_point - 0xFF10);
    return -1;
}

static bool joins_digits(uint32_t code_point)
{
    return code_point == '-' || code_point == '(' || code_point == ')' || code_point == ' ' ||
           code_point == 0xFF0D || code_point == 0x2010 || code_point == 0x2212 ||
           code_point == 0x30FC || code_point == 0xFF08 || code_point == 0xFF09;
}

/* Ten or eleven digits that begin with 0, whatever joins them; or with +81. */
static bool has_phone_number(const char *text)
{
    int digits = 0;
    bool from_zero = false;

    for (;;) {
        const uint32_t code_point = yt_str_next(&text);
        const int digit = digit_of(code_point);

        if (digit >= 0) {
            if (digits++ == 0)
                from_zero = digit == 0;
            continue;
        }
        if (digits > 0 && joins_digits(code_point))
            continue;
        if (from_zero && (digits == 10 || digits == 11))
            return true;
        digits = 0;
        if (code_point == 0)
            return false;
    }
}

static bool has_mail_address(const char *text)
{
    for (const char *at = strchr(text, '@'); at; at = strchr(at + 1, '@'))
        if (at > text && isalnum((unsigned char)at[-1]) && isalnum((unsigned char)at[1]))
            return true;
    return false;
}

bool yt_text_has_contact(const char *text)
{
    return strcasestr(text, "http://") || strcasestr(text, "https://") ||
           strcasestr(text, "www.") || strstr(text, "+81") || has_mail_address(text) ||
           has_phone_number(text);
}
