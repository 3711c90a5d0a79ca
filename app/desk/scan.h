/* Taking slips in: what a keyboard scanner types, and photos. */
#ifndef YT_DESK_SCAN_H
#define YT_DESK_SCAN_H

#include "desk/desk.h"

#include <stdio.h>

struct yt_scan_outcome {
    size_t taken;      /* kept now */
    size_t again;      /* were there */
    size_t refused;    /* with its reason on `to` */
    size_t incomplete; /* entries of which a code is missing */
};

/* Reads codes, one a line, until the end of `from`, or when `files` are named all codes in those
 * ("-" is `from`). For each it writes a line to `to`:
 *     taken 123 456 789 受け取りました。
 * a stable word (the names of yt_intake and yt_part_verdict, "no-code", "incomplete"), the number
 * or "-", and a sentence. False when a file cannot be read or the store fails. */
YT_MUST_CHECK bool yt_scan(struct yt_desk *desk, char *const *files, size_t count, FILE *from,
                           FILE *to, struct yt_scan_outcome *ret_outcome, struct yt_err *err);

#endif
