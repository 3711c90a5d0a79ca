/* Files: read whole with a limit, written so that a pulled plug leaves the old one or the new. */
#ifndef YT_BASE_FS_H
#define YT_BASE_FS_H

#include "base/buf.h"
#include "base/err.h"

#include <sys/types.h>

/* Appends the whole file to `to`; YT_ERR_TOO_LARGE when it does not fit `to->max`. */
YT_MUST_CHECK bool yt_fs_read(const char *path, struct yt_buf *to, struct yt_err *err);

/* Puts `size` bytes at `path`, replacing what was there: temporary file beside it, fsync, rename,
 * fsync of the folder. When it returns true the bytes are on the disk. On failure the old file
 * is as it was, but for YT_ERR_UNKNOWN: then the new one is there, and a pulled plug may bring the
 * old one back. `mode` holds also where an earlier attempt left its temporary file. */
YT_MUST_CHECK bool yt_fs_write_durable(const char *path, const void *data, size_t size, mode_t mode,
                                       struct yt_err *err);

/* Puts the file `from`, written and closed, in the place of `to` in the same folder: fsync, rename,
 * fsync of the folder. When it returns true the content is on the disk under its new name. On
 * failure as yt_fs_write_durable, and `from` is still there but for YT_ERR_UNKNOWN. */
YT_MUST_CHECK bool yt_fs_replace(const char *from, const char *to, struct yt_err *err);

/* Makes the folder and those above it, on the disk too. An existing one is fine. */
YT_MUST_CHECK bool yt_fs_make_folders(const char *path, mode_t mode, struct yt_err *err);

bool yt_fs_exists(const char *path);

/* Renames `path` to the first free of `path.broken`, `path.broken-2`, ...; for files that are
 * damaged and must not be deleted. The new name is written to `renamed`. */
YT_MUST_CHECK bool yt_fs_set_aside(const char *path, char *renamed, size_t capacity,
                                   struct yt_err *err);

#endif
