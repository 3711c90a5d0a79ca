#include "base/log.h"

#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* systemd names the journal's socket by device and inode (systemd.exec(5)); the variable alone
 * says nothing, for it is inherited by programs whose output goes elsewhere. */
static bool is_journal(void)
{
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat status;
    char ours[64];

    if (!stream || fstat(STDERR_FILENO, &status) != 0)
        return false;
    snprintf(ours, sizeof ours, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return strcmp(ours, stream) == 0;
}

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
    yt_str_trim_partial(line);
    for (char *c = line; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = ' ';
    if (is_journal())
        (void)fprintf(stderr, "<%d>%s\n", priorities[level], line);
    else
        (void)fprintf(stderr, "%s: %s\n", names[level], line);
}

void yt_log_err(enum yt_log_level level, const char *doing, const struct yt_err *err)
{
    yt_log(level, "%s: %s%s%s", doing, err->text, err->remedy[0] ? " -> " : "", err->remedy);
}
