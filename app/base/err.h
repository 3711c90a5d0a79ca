/* The one error type: a value that carries its cause and what can be done about it.
 *
 * A function that can fail returns bool (or a pointer) and takes a `struct yt_err *` last. It
 * fills the error where the fault is seen; each caller on the way up may add what it was doing.
 * So staff read "switch content: support-menu.yaml:12:5: unknown key". Libraries return errors
 * and never log them; programs log them once. `err` may not be NULL. */
#ifndef YT_BASE_ERR_H
#define YT_BASE_ERR_H

#include "base/attributes.h"

#include <stdarg.h>
#include <stdbool.h>

enum yt_err_code {
    YT_OK = 0,
    YT_ERR_INVALID,     /* the input is not what its format asks for */
    YT_ERR_NOT_FOUND,   /* a file, a key, an entry is not there */
    YT_ERR_IO,          /* the operating system refused a read or write */
    YT_ERR_DISK_FULL,   /* ... because there is no room */
    YT_ERR_READ_ONLY,   /* ... because the place may not be written */
    YT_ERR_CORRUPT,     /* stored data is damaged */
    YT_ERR_DAMAGED,     /* a code or frame arrived with errors */
    YT_ERR_FOREIGN,     /* made for, or by, somebody else */
    YT_ERR_FORGED,      /* the signature does not hold */
    YT_ERR_WRONG_KEY,   /* cannot be opened with this key or passphrase */
    YT_ERR_INCOMPLETE,  /* a part is missing */
    YT_ERR_DUPLICATE,   /* is there already, with the same content */
    YT_ERR_CONFLICT,    /* is there already, with other content; a slot is taken */
    YT_ERR_TOO_LARGE,   /* over a limit of ours */
    YT_ERR_TIMEOUT,     /* no answer in time */
    YT_ERR_OFFLINE,     /* a device or host cannot be reached */
    YT_ERR_PAPER_OUT,   /* the printer has no paper */
    YT_ERR_COVER_OPEN,  /* the printer's cover is open */
    YT_ERR_UNKNOWN,     /* it may or may not have happened (a slip half sent) */
    YT_ERR_NO_MEMORY,   /* an allocation was refused */
    YT_ERR_UNSUPPORTED, /* a version or kind that this program does not know */
    YT_ERR_STOPPED,     /* given up because the program is ending */
};

#define YT_ERR_TEXT_MAX 640
#define YT_ERR_REMEDY_MAX 320

struct yt_err {
    enum yt_err_code code;
    char text[YT_ERR_TEXT_MAX];     /* cause, prefixed on the way up; always NUL-terminated */
    char remedy[YT_ERR_REMEDY_MAX]; /* what to do, a whole sentence, or empty */
};

/* Sets code and text, clears the remedy. Always returns false, for `return yt_err_set(...)`.
 * A text that is too long is cut at a character, never in the middle of one. The arguments may
 * point into `err` itself. */
bool yt_err_set(struct yt_err *err, enum yt_err_code code, const char *format, ...) YT_PRINTF(3, 4);

/* As yt_err_set, from errno: adds the system's words and picks YT_ERR_DISK_FULL (ENOSPC,
 * EDQUOT), YT_ERR_READ_ONLY (EROFS, EACCES, EPERM), YT_ERR_NOT_FOUND (ENOENT), YT_ERR_NO_MEMORY
 * (ENOMEM), YT_ERR_TIMEOUT (ETIMEDOUT) or YT_ERR_IO. */
bool yt_err_errno(struct yt_err *err, int number, const char *format, ...) YT_PRINTF(3, 4);

/* Puts "what: " before the text that is there; at most half of the room, so that the cause can
 * still be read. Keeps code and remedy. Always returns false. */
bool yt_err_context(struct yt_err *err, const char *format, ...) YT_PRINTF(2, 3);

/* Says what to do. Replaces an earlier remedy. Always returns false. */
bool yt_err_remedy(struct yt_err *err, const char *format, ...) YT_PRINTF(2, 3);

void yt_err_clear(struct yt_err *err);

/* A stable lower-case name of the code, for logs and tests ("disk-full"). */
const char *yt_err_name(enum yt_err_code code);

#endif
