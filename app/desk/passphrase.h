/* Where the passphrase comes from: a person at the terminal, or a file. */
#ifndef YT_DESK_PASSPHRASE_H
#define YT_DESK_PASSPHRASE_H

#include "base/buf.h"
#include "base/err.h"

/* Reads the passphrase into `to` (yt_buf_init_secret with YT_PASSPHRASE_MAX): the first line of
 * `file`; where that is NULL, of the file that the environment's YOTTE_DESK_PASSPHRASE_FILE names;
 * else asked on the terminal without echo. `twice` asks again and compares, and refuses a
 * short one. YT_ERR_INVALID when there is no terminal, it is empty, too short, or the two differ.
 */
YT_MUST_CHECK bool yt_passphrase_get(const char *file, bool twice, struct yt_buf *to,
                                     struct yt_err *err);

#endif
