#include "screens/dates.h"

#include "base/attributes.h"

#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#define PATTERN_MAX 64

/* A day of easy Japanese carries ruby. 日 has none after the numbers with readings of their own
 * (ついたち, ふつか ...), since ruby stands above kanji and not above figures. */
static void easy_day(struct yt_local_time when, char buffer[static YT_DATE_TEXT_MAX])
{
    static const char *const weekdays[] = {"日《にち》", "月《げつ》", "火《か》", "水《すい》",
                                           "木《もく》", "金《きん》", "土《ど》"};
    const int8_t day = when.date.day;
    bool own_reading = day <= 10 || day == 14 || day == 20 || day == 24;
    snprintf(buffer, YT_DATE_TEXT_MAX, "%d月《がつ》%d日%s（%s）", when.date.month, day,
             own_reading ? "" : "《にち》", weekdays[yt_date_weekday(when.date)]);
}

/* What ICU has for Japanese is (木) in half-width brackets, which crowd. */
static bool japanese(const char *language, enum yt_date_style style, struct yt_local_time when,
                     char buffer[static YT_DATE_TEXT_MAX])
{
    static const char *const weekdays[] = {"日", "月", "火", "水", "木", "金", "土"};
    const char *weekday = weekdays[yt_date_weekday(when.date)];
    bool easy = strcmp(language, "ja-easy") == 0;
    char day[YT_DATE_TEXT_MAX];

    if (!easy && strcmp(language, "ja") != 0)
        return false;
    if (easy)
        easy_day(when, day);
    else
        snprintf(day, sizeof(day), "%d月%d日（%s）", when.date.month, when.date.day, weekday);
    switch (style) {
    case YT_DATE_DAY:
        snprintf(buffer, YT_DATE_TEXT_MAX, "%s", day);
        break;
    case YT_DATE_DAY_TIME:
        snprintf(buffer, YT_DATE_TEXT_MAX, "%.100s%s%d:%02d", day, easy ? " " : "",
                 when.minute / 60, when.minute % 60);
        break;
    case YT_DATE_MONTH_DAY:
        snprintf(buffer, YT_DATE_TEXT_MAX, "%d/%d", when.date.month, when.date.day);
        break;
    case YT_DATE_WEEKDAY:
        snprintf(buffer, YT_DATE_TEXT_MAX, "%s", weekday);
        break;
    case YT_DATE_TIME:
        snprintf(buffer, YT_DATE_TEXT_MAX, "%d:%02d", when.minute / 60, when.minute % 60);
        break;
    }
    return true;
}

/* The patterns of CLDR for the languages that sites use most: asking ICU for them costs 15 ms the
 * first time, and a page of times should not wait for that. Hours are as on Japanese clocks. */
static const struct {
    const char *language;
    const char *day;
    const char *between; /* day and time */
    const char *month_day;
} patterns[] = {
    {"en", "EEE, MMM d", ", ", "M/d"},         {"zh-Hans", "M月d日EEE", " ", "M/d"},
    {"ko", "M월 d일 (EEE)", " ", "M/d"},       {"vi", "EEE, d/M", ", ", "d/M"},
    {"pt-BR", "EEE, d 'de' MMM", ", ", "d/M"}, {"es", "EEE, d MMM", ", ", "d/M"},
    {"ne", "MMM d, EEE", ", ", "M/d"},         {"fil", "EEE, MMM d", ", ", "M/d"},
};

static void known_pattern(size_t known, enum yt_date_style style, char pattern[PATTERN_MAX])
{
    switch (style) {
    case YT_DATE_DAY:
        snprintf(pattern, PATTERN_MAX, "%s", patterns[known].day);
        break;
    case YT_DATE_DAY_TIME:
        snprintf(pattern, PATTERN_MAX, "%s%sH:mm", patterns[known].day, patterns[known].between);
        break;
    case YT_DATE_MONTH_DAY:
        snprintf(pattern, PATTERN_MAX, "%s", patterns[known].month_day);
        break;
    case YT_DATE_WEEKDAY:
        snprintf(pattern, PATTERN_MAX, "EEE");
        break;
    case YT_DATE_TIME:
        snprintf(pattern, PATTERN_MAX, "H:mm");
        break;
    }
}

/* What ICU thinks best for the language. */
static void best_pattern(const char *locale, enum yt_date_style style, UChar pattern[PATTERN_MAX],
                         UErrorCode *status)
{
    static const char *const skeletons[] = {
        [YT_DATE_DAY] = "MMMEd",   [YT_DATE_DAY_TIME] = "MMMEdHm", [YT_DATE_MONTH_DAY] = "Md",
        [YT_DATE_WEEKDAY] = "EEE", [YT_DATE_TIME] = "Hm",
    };
    UChar wanted[PATTERN_MAX];
    UDateTimePatternGenerator *generator = udatpg_open(locale, status);
    u_strFromUTF8(wanted, PATTERN_MAX, NULL, skeletons[style], -1, status);
    udatpg_getBestPattern(generator, wanted, -1, pattern, PATTERN_MAX, status);
    udatpg_close(generator);
}

static void find_pattern(const char *language, const char *locale, enum yt_date_style style,
                         UChar pattern[PATTERN_MAX], UErrorCode *status)
{
    char known[PATTERN_MAX];
    for (size_t i = 0; i < YT_COUNT(patterns); i++) {
        if (strcmp(patterns[i].language, language) == 0) {
            known_pattern(i, style, known);
            u_strFromUTF8(pattern, PATTERN_MAX, NULL, known, -1, status);
            return;
        }
    }
    best_pattern(locale, style, pattern, status);
}

const char *yt_date_text(const char *language, enum yt_date_style style, struct yt_local_time when,
                         char buffer[static YT_DATE_TEXT_MAX])
{
    if (japanese(language, style, when, buffer))
        return buffer;

    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[PATTERN_MAX] = {0};
    UChar text[YT_DATE_TEXT_MAX] = {0};
    char locale[ULOC_FULLNAME_CAPACITY] = {0};
    uloc_forLanguageTag(language, locale, sizeof(locale), NULL, &status);
    find_pattern(language, locale, style, pattern, &status);
    /* The time is local already: ICU is told that it is UTC and shifts nothing. */
    static const UChar utc[] = u"UTC";
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, -1, &status);
    udat_format(format, (UDate)yt_local_time_to_ms(when, 0), text, YT_DATE_TEXT_MAX, NULL, &status);
    udat_close(format);
    u_strToUTF8(buffer, YT_DATE_TEXT_MAX, NULL, text, -1, &status);
    if (U_FAILURE(status))
        snprintf(buffer, YT_DATE_TEXT_MAX, "%d-%02d %d:%02d", when.date.month, when.date.day,
                 when.minute / 60, when.minute % 60);
    return buffer;
}
