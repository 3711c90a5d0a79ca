/* What the server refuses, as problem documents (RFC 9457). The types are
 * "urn:yotte:problem:NAME"; openapi.json lists them all. */
#ifndef YT_DESK_PROBLEM_H
#define YT_DESK_PROBLEM_H

#include "base/attributes.h"
#include "base/buf.h"

enum yt_problem {
    YT_PROBLEM_NONE = 0,
    YT_PROBLEM_UNAUTHORIZED, /* no token, or not one that is believed */
    YT_PROBLEM_NOT_FOUND,
    YT_PROBLEM_ONLY_GET,
    YT_PROBLEM_ONLY_PUT,
    YT_PROBLEM_AMBIGUOUS, /* a proxy might read the request otherwise than we do */
    YT_PROBLEM_TOO_LARGE,
    YT_PROBLEM_MALFORMED,   /* neither an envelope nor one in its frame */
    YT_PROBLEM_UNSUPPORTED, /* a later version's */
    YT_PROBLEM_OTHER_ID,    /* the path names another id than the envelope */
    YT_PROBLEM_OTHER_DESK,  /* sealed for another desk */
    YT_PROBLEM_CONFLICT,    /* the id is there with other bytes */
    YT_PROBLEM_TOO_MANY,    /* faster than the rate */
    YT_PROBLEM_STOPPING,    /* the server is about to end */
    YT_PROBLEM_FAILING,     /* the store cannot be written */
    YT_PROBLEM_DISK_FULL,
};
#define YT_PROBLEMS (YT_PROBLEM_DISK_FULL + 1)

struct yt_problem_words {
    unsigned status;
    const char *name;
    const char *title;
    const char *detail;
    const char *allow;       /* header of 405, or NULL */
    const char *retry_after; /* seconds, or NULL */
};

/* Valid for ever. */
const struct yt_problem_words *yt_problem_words(enum yt_problem problem);

/* Appends the document. */
YT_MUST_CHECK bool yt_problem_write(enum yt_problem problem, struct yt_buf *to, struct yt_err *err);

#endif
