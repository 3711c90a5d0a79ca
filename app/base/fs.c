#include "base/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_scoped(const int *descriptor)
{
    if (*descriptor >= 0)
        (void)close(*descriptor); /* nothing was written through it that was not synced */
}

bool yt_fs_read(const char *path, struct yt_buf *to, struct yt_err *err)
{
    YT_SCOPED(close_scoped) int file = open(path, O_RDONLY | O_CLOEXEC);
    uint8_t chunk[16384];
    ssize_t got;

    if (file < 0)
        return yt_err_errno(err, errno, "%s", path);
    do {
        got = read(file, chunk, sizeof chunk);
        if (got > 0)
            yt_buf_append(to, chunk, (size_t)got);
    } while ((got > 0 && !to->failed) || (got < 0 && errno == EINTR));
    if (to->secret)
        sodium_memzero(chunk, sizeof chunk);
    if (got < 0)
        return yt_err_errno(err, errno, "%s", path);
    return yt_buf_ok(to, err) || yt_err_context(err, "%s", path);
}

static bool write_all(int file, const uint8_t *data, size_t size)
{
    while (size > 0) {
        ssize_t written = write(file, data, size);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        data += written;
        size -= (size_t)written;
    }
    return true;
}

static bool sync_folder_of(const char *path)
{
    char folder[PATH_MAX];
    YT_SCOPED(close_scoped) int file = -1;

    snprintf(folder, sizeof folder, "%s", path);
    file = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return file >= 0 && fsync(file) == 0;
}

/* The new file with all its bytes on the disk, or none and errno. */
static bool write_synced(const char *path, const void *data, size_t size, mode_t mode)
{
    int saved;
    bool written;
    int file;

    (void)unlink(path); /* what a crash left there; where it cannot go, open says why */
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0)
        return false;
    written = write_all(file, data, size) && fsync(file) == 0;
    saved = errno;
    if (close(file) != 0 && written) {
        written = false;
        saved = errno;
    }
    if (!written) {
        (void)unlink(path); /* best effort: the next write does it anyway */
        errno = saved;
    }
    return written;
}

bool yt_fs_write_durable(const char *path, const void *data, size_t size, mode_t mode,
                         struct yt_err *err)
{
    char temporary[PATH_MAX];

    if (snprintf(temporary, sizeof temporary, "%s.new", path) >= (int)sizeof temporary)
        return yt_err_set(err, YT_ERR_INVALID, "%s: path too long", path);
    if (!write_synced(temporary, data, size, mode))
        return yt_err_errno(err, errno, "%s", path);
    if (rename(temporary, path) != 0) {
        int saved = errno;

        (void)unlink(temporary); /* best effort, as above */
        return yt_err_errno(err, saved, "%s", path);
    }
    if (!sync_folder_of(path)) {
        yt_err_errno(err, errno, "%s is written, but may be lost: its folder", path);
        err->code = YT_ERR_UNKNOWN;
        return false;
    }
    return true;
}

bool yt_fs_replace(const char *from, const char *to, struct yt_err *err)
{
    YT_SCOPED(close_scoped) int file = open(from, O_RDONLY | O_CLOEXEC);

    if (file < 0 || fsync(file) != 0 || rename(from, to) != 0)
        return yt_err_errno(err, errno, "%s", to);
    if (sync_folder_of(to))
        return true;
    yt_err_errno(err, errno, "%s is written, but may be lost: its folder", to);
    err->code = YT_ERR_UNKNOWN;
    return false;
}

/* A folder that is made but not yet on the disk would take its files with it. */
static bool make_folder(const char *path, mode_t mode, struct yt_err *err)
{
    if (mkdir(path, mode) != 0)
        return errno == EEXIST || yt_err_errno(err, errno, "%s", path);
    return sync_folder_of(path) || yt_err_errno(err, errno, "%s", path);
}

bool yt_fs_make_folders(const char *path, mode_t mode, struct yt_err *err)
{
    char part[PATH_MAX];
    struct stat status;

    if (snprintf(part, sizeof part, "%s", path) >= (int)sizeof part)
        return yt_err_set(err, YT_ERR_INVALID, "%s: path too long", path);
    if (part[0] == '\0')
        return yt_err_set(err, YT_ERR_INVALID, "the name of a folder is empty");
    for (char *slash = strchr(part + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (!make_folder(part, mode, err))
            return false;
        *slash = '/';
    }
    if (!make_folder(part, mode, err))
        return false;
    if (stat(part, &status) != 0 || !S_ISDIR(status.st_mode))
        return yt_err_set(err, YT_ERR_INVALID, "%s: is not a folder", path);
    return true;
}

bool yt_fs_exists(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0;
}

bool yt_fs_set_aside(const char *path, char *renamed, size_t capacity, struct yt_err *err)
{
    for (int number = 1; number < 1000; number++) {
        int length = number == 1 ? snprintf(renamed, capacity, "%s.broken", path)
                                 : snprintf(renamed, capacity, "%s.broken-%d", path, number);

        if (length < 0 || (size_t)length >= capacity)
            return yt_err_set(err, YT_ERR_INVALID, "%s: path too long", path);
        if (yt_fs_exists(renamed))
            continue;
        if (rename(path, renamed) != 0)
            return yt_err_errno(err, errno, "%s", path);
        return true;
    }
    return yt_err_set(err, YT_ERR_IO, "%s: a thousand broken files stand beside it already", path);
}
