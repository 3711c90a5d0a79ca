#include "content/import/sheet_value.h"

#include "base/attributes.h"
#include "base/str.h"
#include "content/listing_words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define VALUE_MAX 256

static uint32_t fold(uint32_t code_point)
{
    if (code_point >= 0xFF01 && code_point <= 0xFF5E)
        code_point -= 0xFF01 - 0x21;
    switch (code_point) {
    case 0x3000: /* wide blank */
    case 0xA0:
    case '\t':
    case '\r':
    case '\n':
        return ' ';
    case 0x301C: /* 〜 */
        return '~';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return '-';
    case 0xFFE5: /* ￥ */
        return 0xA5;
    case 0xFF61: /* half-width forms of the two signs that stand in lists */
        return 0x3002;
    case 0xFF65:
        return 0x30FB;
    default:
        return code_point < 0x80 ? (uint32_t)tolower((int)code_point) : code_point;
    }
}

bool yt_sheet_fold(const char *text, char *to, size_t capacity)
{
    size_t used = 0;

    while (*text != '\0') {
        char one[4];
        const uint32_t code_point = fold(yt_str_next(&text));
        const size_t size = yt_str_put(one, code_point);

        if (code_point == ' ' && (used == 0 || to[used - 1] == ' '))
            continue;
        if (size == 0 || used + size + 1 > capacity)
            return false;
        memcpy(to + used, one, size);
        used += size;
    }
    if (used > 0 && to[used - 1] == ' ')
        used--;
    to[used] = '\0';
    return true;
}

/* --- Numbers ---------------------------------------------------------------------------------- */

static bool skip_word(const char **at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(*at, words[i], strlen(words[i])) == 0) {
            *at += strlen(words[i]);
            return true;
        }
    return false;
}

/* What stands before and behind numbers in Japanese sheets. */
static void skip_before(const char **at)
{
    static const char *const words[] = {" ",  "\xC2\xA5", "\\",     "時給", "日給", "月給", "約",
                                        "週", "徒歩",     "およそ", "1日",  "定員", "先着", "毎週"};

    while (skip_word(at, words, YT_COUNT(words)))
        ;
}

static void skip_behind(const char **at)
{
    static const char *const words[] = {
        " ",    "円",   "分",   "時間", "日",     "人", "名",  "kg",  "km",  "m",   "回", "歳",
        "から", "以上", "まで", "程度", "くらい", "h",  "min", "yen", "/月", "/時", "/日"};

    while (skip_word(at, words, YT_COUNT(words)))
        ;
}

static bool take_digits(const char **at, int decimals, long long *number)
{
    const char *digits = *at;
    bool any = false;
    long long value = 0;

    for (; isdigit((unsigned char)*digits) || (any && *digits == ','); digits++) {
        if (*digits == ',') {
            /* Only before three digits is it a thousand's; else a list, which is no number. */
            if (!isdigit((unsigned char)digits[1]) || !isdigit((unsigned char)digits[2]) ||
                !isdigit((unsigned char)digits[3]) || isdigit((unsigned char)digits[4]))
                return false;
            continue;
        }
        any = true;
        if ((value = value * 10 + (*digits - '0')) > 1000000000000)
            return false;
    }
    if (any && *digits == '.')
        digits++;
    else
        while (decimals > 0)
            value *= 10, decimals--;
    for (; isdigit((unsigned char)*digits); digits++) {
        if (decimals > 0)
            value = value * 10 + (*digits - '0'), decimals--;
        else if (*digits != '0')
            return false;
    }
    while (decimals-- > 0)
        value *= 10;
    *number = value;
    *at = digits;
    return any;
}

static bool take_number(const char **at, int decimals, long long *number)
{
    bool minus;

    skip_before(at);
    minus = **at == '-';
    *at += minus;
    if (!take_digits(at, decimals, number))
        return false;
    if (minus)
        *number = -*number;
    skip_behind(at);
    return true;
}

bool yt_sheet_decimal(const char *folded, int decimals, long long *number)
{
    return take_number(&folded, decimals, number) && *folded == '\0';
}

bool yt_sheet_span(const char *folded, int decimals, long long *least, long long *most)
{
    if (!take_number(&folded, decimals, least))
        return false;
    *most = *least;
    if (*folded == '\0')
        return true;
    if (*folded != '~' && *folded != '-')
        return false;
    folded++;
    return *folded == '\0' || (take_number(&folded, decimals, most) && *folded == '\0');
}

/* --- Dates ------------------------------------------------------------------------------------ */

/* The year before the first of an era; 0 when the text begins with none. */
static int take_era(const char **at)
{
    static const struct {
        const char *word;
        int before;
    } eras[] = {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"r", 2018}, {"h", 1988}};

    for (size_t i = 0; i < YT_COUNT(eras); i++) {
        const size_t length = strlen(eras[i].word);

        if (strncmp(*at, eras[i].word, length) == 0) {
            *at += length;
            return eras[i].before;
        }
    }
    return 0;
}

/* Up to `digits` digits, or 元 for 1. -1 when there are none or more. */
static int take_part(const char **at, int digits)
{
    int value = 0;
    int count = 0;

    while (**at == ' ')
        ++*at;
    if (strncmp(*at, "元", strlen("元")) == 0) {
        *at += strlen("元");
        return 1;
    }
    for (; isdigit((unsigned char)**at); ++*at, count++)
        if (count < digits)
            value = value * 10 + (**at - '0');
    return count == 0 || count > digits ? -1 : value;
}

static bool take_between(const char **at)
{
    static const char *const words[] = {"年", "月", "-", "/", "."};

    while (**at == ' ')
        ++*at;
    return skip_word(at, words, YT_COUNT(words));
}

/* Behind the day there may be 日, a weekday in brackets, a time. */
static bool ends_date(const char *at)
{
    static const char *const day[] = {"日"};

    (void)skip_word(&at, day, 1);
    while (*at == ' ')
        at++;
    if (*at == '(') {
        at = strchr(at, ')');
        if (!at++)
            return false;
    }
    return *at == '\0' || *at == ' ' || *at == 't' || isdigit((unsigned char)*at);
}

static enum yt_date_fault make_date(int year, int month, int day, struct yt_date *date)
{
    if (year < 1900 || year > 2999 || !yt_date_exists(year, month, day))
        return YT_DATE_NO_SUCH_DAY;
    *date = (struct yt_date){(int16_t)year, (int8_t)month, (int8_t)day};
    return YT_DATE_GOOD;
}

static enum yt_date_fault read_digits_only(const char *folded, struct yt_date *date)
{
    const long value = strtol(folded, NULL, 10);

    if (strlen(folded) == 5)
        return YT_DATE_EXCEL_NUMBER;
    return make_date((int)(value / 10000), (int)(value / 100 % 100), (int)(value % 100), date);
}

enum yt_date_fault yt_sheet_date(const char *folded, enum yt_date_order order, struct yt_date *date)
{
    const size_t digits = strspn(folded, "0123456789");
    const char *at = folded;
    int parts[3];
    int era;

    if (folded[digits] == '\0' && (digits == 8 || digits == 5))
        return read_digits_only(folded, date);
    era = take_era(&at);
    for (int i = 0; i < 3; i++)
        if ((parts[i] = take_part(&at, 4)) < 0 || (i < 2 && !take_between(&at)))
            return YT_DATE_NONE;
    if (!ends_date(at))
        return YT_DATE_NONE;
    if (era)
        return make_date(era + parts[0], parts[1], parts[2], date);
    if (digits == 4)
        return make_date(parts[0], parts[1], parts[2], date);
    if (order == YT_DATE_DMY)
        return make_date(parts[2], parts[1], parts[0], date);
    if (order == YT_DATE_MDY)
        return make_date(parts[2], parts[0], parts[1], date);
    return YT_DATE_NONE;
}

/* --- Times of day ----------------------------------------------------------------------------- */

static bool take_time(const char **at, int *minute)
{
    static const char *const afternoon[] = {"午後", "pm"};
    static const char *const morning[] = {"午前", "am"};
    static const char *const hour_words[] = {"時", ":"};
    static const char *const half[] = {"半"};
    static const char *const minute_word[] = {"分"};
    int hours;
    int minutes = 0;
    bool later;

    while (**at == ' ')
        ++*at;
    later = skip_word(at, afternoon, YT_COUNT(afternoon));
    if (!later)
        (void)skip_word(at, morning, YT_COUNT(morning));
    hours = take_part(at, 2);
    if (hours < 0 || !skip_word(at, hour_words, YT_COUNT(hour_words)))
        return false;
    if (isdigit((unsigned char)**at)) {
        minutes = take_part(at, 2);
        (void)skip_word(at, minute_word, 1);
    } else if (skip_word(at, half, 1)) {
        minutes = 30;
    } else if ((*at)[-1] == ':') {
        return false;
    }
    if (**at == ':') { /* seconds */
        ++*at;
        (void)take_part(at, 2);
    }
    if (later && hours < 12)
        hours += 12;
    while (**at == ' ')
        ++*at;
    *minute = hours * 60 + minutes;
    return minutes >= 0 && minutes < 60 && *minute <= YT_DAY_MINUTES;
}

bool yt_sheet_time(const char *folded, int *minute)
{
    return take_time(&folded, minute) && *folded == '\0';
}

bool yt_sheet_times(const char *folded, int *from, int *until)
{
    static const char *const between[] = {"~", "-", "から"};
    static const char *const behind[] = {"まで"};

    if (!take_time(&folded, from))
        return false;
    if (*folded == '\0')
        return true;
    if (!skip_word(&folded, between, YT_COUNT(between)))
        return false;
    if (*folded == '\0')
        return true;
    if (!take_time(&folded, until))
        return false;
    (void)skip_word(&folded, behind, 1);
    return *folded == '\0';
}

/* --- Weekdays --------------------------------------------------------------------------------- */

static bool take_weekday(const char **at, unsigned *bit)
{
    static const struct yt_choice groups[] = {
        {"平日", 0x3E},       {"毎日", 0x7F},     {"全日", 0x7F},       {"週末", 0x41},
        {"sunday", 1},        {"monday", 1 << 1}, {"tuesday", 1 << 2},  {"wednesday", 1 << 3},
        {"thursday", 1 << 4}, {"friday", 1 << 5}, {"saturday", 1 << 6}, {NULL, 0},
    };
    const struct yt_choice *const tables[] = {groups, yt_weekday_words};

    for (size_t i = 0; i < YT_COUNT(tables); i++)
        for (const struct yt_choice *word = tables[i]; word->word; word++)
            if (strncmp(*at, word->word, strlen(word->word)) == 0) {
                *at += strlen(word->word);
                *bit = (unsigned)word->value;
                return true;
            }
    return false;
}

bool yt_sheet_weekdays(const char *folded, unsigned *bits)
{
    static const char *const nothing[] = {"曜日", "曜", "・",   "、", ",",    ";",
                                          "/",    " ",  "祝日", "祝", "祭日", "毎週"};
    static const char *const until[] = {"~", "-", "から"};
    unsigned last = 0;
    bool span = false;

    *bits = 0;
    while (*folded != '\0') {
        unsigned bit;

        if (take_weekday(&folded, &bit)) {
            /* 月~金, 土~月: around the week's end if need be. */
            for (unsigned day = last; span && last && day != bit; day = day == 0x40 ? 1 : day << 1)
                *bits |= day;
            *bits |= bit;
            last = bit && (bit & (bit - 1)) == 0 ? bit : 0;
            span = false;
        } else if (skip_word(&folded, until, YT_COUNT(until))) {
            span = true;
        } else if (!skip_word(&folded, nothing, YT_COUNT(nothing))) {
            return false;
        }
    }
    return *bits != 0;
}
