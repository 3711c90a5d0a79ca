/* Lines for staff and the journal, on standard error. Programs log; libraries return errors.
 * Never logged: what a resident chose, typed or looked at, and when (promise 2 of the README). */
#ifndef YT_BASE_LOG_H
#define YT_BASE_LOG_H

#include "base/attributes.h"
#include "base/err.h"

enum yt_log_level { YT_LOG_ERROR, YT_LOG_WARNING, YT_LOG_INFO };

/* One line with the level in front: as a word, or as systemd reads it ("<3>...") where standard
 * error is the journal. Line ends and other control characters become spaces. Any thread. */
void yt_log(enum yt_log_level level, const char *format, ...) YT_PRINTF(2, 3);

/* The error with its remedy, after what was being done. */
void yt_log_err(enum yt_log_level level, const char *doing, const struct yt_err *err);

#endif
