#include "base/err.h"

#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* What goes before another text gets half of the room at most. */
#define BEFORE_MAX (YT_ERR_TEXT_MAX / 2)

YT_PRINTF(3, 0)
static void format_into(char *to, size_t capacity, const char *format, va_list arguments)
{
    char text[YT_ERR_TEXT_MAX]; /* the arguments may point to what stands in `to` */

    if (vsnprintf(text, capacity, format, arguments) < 0)
        text[0] = '\0';
    yt_str_trim_partial(text);
    memcpy(to, text, strlen(text) + 1);
}

bool yt_err_set(struct yt_err *err, enum yt_err_code code, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    format_into(err->text, sizeof err->text, format, arguments);
    va_end(arguments);
    err->code = code;
    err->remedy[0] = '\0';
    return false;
}

static enum yt_err_code code_of_errno(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return YT_ERR_DISK_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
        return YT_ERR_READ_ONLY;
    case ENOENT:
        return YT_ERR_NOT_FOUND;
    case ENOMEM:
        return YT_ERR_NO_MEMORY;
    case ETIMEDOUT:
        return YT_ERR_TIMEOUT;
    default:
        return YT_ERR_IO;
    }
}

bool yt_err_errno(struct yt_err *err, int number, const char *format, ...)
{
    char what[BEFORE_MAX];
    va_list arguments;

    va_start(arguments, format);
    format_into(what, sizeof what, format, arguments);
    va_end(arguments);
    return yt_err_set(err, code_of_errno(number), "%s: %s", what, strerror(number));
}

bool yt_err_context(struct yt_err *err, const char *format, ...)
{
    char before[BEFORE_MAX];
    char cause[YT_ERR_TEXT_MAX];
    va_list arguments;

    memcpy(cause, err->text, sizeof cause);
    va_start(arguments, format);
    format_into(before, sizeof before, format, arguments);
    va_end(arguments);
    /* The cut, where there is one, is meant: the cause matters less than where it happened. */
    if (snprintf(err->text, sizeof err->text, "%s: %s", before, cause) < 0)
        err->text[0] = '\0';
    yt_str_trim_partial(err->text);
    return false;
}

bool yt_err_remedy(struct yt_err *err, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    format_into(err->remedy, sizeof err->remedy, format, arguments);
    va_end(arguments);
    return false;
}

void yt_err_clear(struct yt_err *err)
{
    err->code = YT_OK;
    err->text[0] = '\0';
    err->remedy[0] = '\0';
}

const char *yt_err_name(enum yt_err_code code)
{
    static const char *const names[] = {
        [YT_OK] = "ok",
        [YT_ERR_INVALID] = "invalid",
        [YT_ERR_NOT_FOUND] = "not-found",
        [YT_ERR_IO] = "io",
        [YT_ERR_DISK_FULL] = "disk-full",
        [YT_ERR_READ_ONLY] = "read-only",
        [YT_ERR_CORRUPT] = "corrupt",
        [YT_ERR_DAMAGED] = "damaged",
        [YT_ERR_FOREIGN] = "foreign",
        [YT_ERR_FORGED] = "forged",
        [YT_ERR_WRONG_KEY] = "wrong-key",
        [YT_ERR_INCOMPLETE] = "incomplete",
        [YT_ERR_DUPLICATE] = "duplicate",
        [YT_ERR_CONFLICT] = "conflict",
        [YT_ERR_TOO_LARGE] = "too-large",
        [YT_ERR_TIMEOUT] = "timeout",
        [YT_ERR_OFFLINE] = "offline",
        [YT_ERR_PAPER_OUT] = "paper-out",
        [YT_ERR_COVER_OPEN] = "cover-open",
        [YT_ERR_UNKNOWN] = "unknown",
        [YT_ERR_NO_MEMORY] = "no-memory",
        [YT_ERR_UNSUPPORTED] = "unsupported",
        [YT_ERR_STOPPED] = "stopped",
    };

    return (size_t)code < YT_COUNT(names) && names[code] ? names[code] : "?";
}
