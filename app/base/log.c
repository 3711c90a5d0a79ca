#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

void yt_log(enum yt_log_level level, const char *format, ...)
{
    static const char *const names[] = {"error", "warning", "info"};
    static const int priorities[] = {3, 4, 6}; /* sd-daemon(3) */
    char line[1400];
    va_list arguments;

    va_start(arguments, format);
    if (vsnprintf(line, sizeof line, format, arguments) < 0)
        line[0] = '\0';
    va_end(arguments);
    if (isatty(STDERR_FILENO))
        (void)fprintf(stderr, "%s: %s\n", names[level], line);
    else
        (void)fprintf(stderr, "<%d>%s\n", priorities[level], line);
}

void yt_log_err(enum yt_log_level level, const char *doing, const struct yt_err *err)
{
    yt_log(level, "%s: %s%s%s", doing, err->text, err->remedy[0] ? " -> " : "", err->remedy);
}
