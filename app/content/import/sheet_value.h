/* What people write into cells, as values: full-width digits, 「令和8年11月20日」, 「午後1時半」,
 * 「1,180円」, 「2～4」. Pure functions, any thread. */
#ifndef YT_CONTENT_IMPORT_SHEET_VALUE_H
#define YT_CONTENT_IMPORT_SHEET_VALUE_H

#include "base/clock.h"
#include "content/choice.h"

#include <stdbool.h>
#include <stddef.h>

/* In which order a date is written where that cannot be seen. */
enum yt_date_order { YT_DATE_YMD, YT_DATE_DMY, YT_DATE_MDY };

/* Copies with full-width letters, digits and signs as ASCII and lower case, blanks folded to
 * one and taken off the ends. False when it does not fit. */
bool yt_sheet_fold(const char *text, char *to, size_t capacity);

/* A number with up to `decimals` digits behind the point, times ten to their number: "1.5" with one
 * is 15. Thousands may have commas; a unit may stand around it. False when it is none. */
bool yt_sheet_decimal(const char *folded, int decimals, long long *number);
/* Two of them with ~ or a dash between; one alone gives both. */
bool yt_sheet_span(const char *folded, int decimals, long long *least, long long *most);

enum yt_date_fault { YT_DATE_GOOD, YT_DATE_NONE, YT_DATE_NO_SUCH_DAY, YT_DATE_EXCEL_NUMBER };
/* 2026-11-20, 2026/11/20, 20261120, 2026年11月20日, 令和8年11月20日, R8.11.20, with a weekday in
 * brackets or a time behind it or not. */
enum yt_date_fault yt_sheet_date(const char *folded, enum yt_date_order order,
                                 struct yt_date *date);

/* Minutes of the day: 9:00, 9:00:00, 9時, 午後1時半, 24:00. */
bool yt_sheet_time(const char *folded, int *minute);
/* Two of them with ~ or a dash between; *until is left alone when there is one only. */
bool yt_sheet_times(const char *folded, int *from, int *until);

/* The weekdays named, as bits from Sunday: 月水金, 月・水, mon,wed, 月~金, 平日, 土日祝, 毎日. */
bool yt_sheet_weekdays(const char *folded, unsigned *bits);

#endif
