#include "handoff/stick.h"

#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Everybody may read them: the entry is sealed, and the desk's user is not the kiosk's. */
#define FILE_MODE 0644
#define ID_DIGITS ((size_t)2 * YT_ENTRY_ID_SIZE)

static const char again[] = "Put the stick in again, or take another one, and run this again.";

static const char *const endings[] = {
    [YT_STICK_ENTRY] = ".yotte",
    [YT_STICK_RECEIPT] = ".receipt",
};

static void close_scoped(const int *descriptor)
{
    if (*descriptor >= 0)
        (void)close(*descriptor); /* only read from */
}

bool yt_stick_open(struct yt_stick *stick, const char *folder, struct yt_err *err)
{
    stick->folder = -1;
    if (!yt_str_copy(stick->path, sizeof stick->path, folder))
        return yt_err_set(err, YT_ERR_INVALID, "%s: path too long", folder);
    stick->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (stick->folder >= 0)
        return true;
    yt_err_errno(err, errno, "%s", folder);
    return yt_err_remedy(err, "Put the stick in and name a folder that is on it.");
}

void yt_stick_close(struct yt_stick *stick)
{
    close_scoped(&stick->folder);
    stick->folder = -1;
}

void yt_stick_name(enum yt_stick_kind kind, const uint8_t id[static YT_ENTRY_ID_SIZE],
                   char ret_name[static YT_STICK_NAME_MAX])
{
    char digits[ID_DIGITS + 1];

    sodium_bin2hex(digits, sizeof digits, id, YT_ENTRY_ID_SIZE);
    snprintf(ret_name, YT_STICK_NAME_MAX, "%s%s", digits, endings[kind]);
}

bool yt_stick_name_read(enum yt_stick_kind kind, const char *name,
                        uint8_t ret_id[static YT_ENTRY_ID_SIZE])
{
    return strspn(name, "0123456789abcdef") == ID_DIGITS &&
           strcmp(name + ID_DIGITS, endings[kind]) == 0 &&
           sodium_hex2bin(ret_id, YT_ENTRY_ID_SIZE, name, ID_DIGITS, NULL, NULL, NULL) == 0;
}

void yt_stick_shown(const char *name, char ret_shown[static YT_STICK_SHOWN_MAX])
{
    size_t used = 0;
    uint32_t code_point;

    while ((code_point = yt_str_next(&name)) != 0 && used + 5 < YT_STICK_SHOWN_MAX) {
        if (yt_str_is_plain(code_point))
            used += yt_str_put(ret_shown + used, code_point);
        else
            ret_shown[used++] = '?';
    }
    ret_shown[used] = '\0';
}

static bool ends_so(const char *name, const char *ending)
{
    size_t size = strlen(name);
    size_t end = strlen(ending);

    /* ._NAME is what some systems put beside each file. */
    return name[0] != '.' && size >= end && strcmp(name + size - end, ending) == 0;
}

struct names {
    char **list;
    size_t count;
};

static void names_done(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->list[i]);
    free(names->list);
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool keep_name(struct names *names, const char *name)
{
    char **longer = reallocarray(names->list, names->count + 1, sizeof *longer);

    if (!longer)
        return false;
    names->list = longer;
    names->list[names->count] = strdup(name);
    return names->list[names->count] && ++names->count;
}

static bool read_names(DIR *folder, const char *ending, struct names *names)
{
    for (;;) {
        const struct dirent *file;

        errno = 0;
        file = readdir(folder);
        if (!file)
            return errno == 0;
        if (ends_so(file->d_name, ending) && !keep_name(names, file->d_name)) {
            errno = ENOMEM;
            return false;
        }
    }
}

/* A descriptor of its own, for reading moves it on. */
static DIR *open_again(const struct yt_stick *stick)
{
    int file = openat(stick->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = file >= 0 ? fdopendir(file) : NULL;

    if (!folder)
        close_scoped(&file);
    return folder;
}

bool yt_stick_each(const struct yt_stick *stick, enum yt_stick_kind kind,
                   bool (*each)(const char *name, void *context), void *context, struct yt_err *err)
{
    YT_SCOPED(names_done) struct names names = {0};
    DIR *folder = open_again(stick);
    bool good = folder && read_names(folder, endings[kind], &names);

    if (!good)
        yt_err_errno(err, errno, "%s", stick->path);
    if (folder)
        (void)closedir(folder); /* only read from */
    if (good && names.count > 0)
        qsort(names.list, names.count, sizeof *names.list, compare_names);
    for (size_t i = 0; good && i < names.count; i++) {
        if (!each(names.list[i], context))
            break;
    }
    return good;
}

/* What was written a moment ago would otherwise come back from memory, whatever the stick has. */
static bool read_all(int file, struct yt_buf *to)
{
    uint8_t chunk[4096];
    ssize_t got;

    (void)posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    do {
        got = read(file, chunk, sizeof chunk);
        if (got > 0)
            yt_buf_append(to, chunk, (size_t)got);
    } while ((got > 0 && !to->failed) || (got < 0 && errno == EINTR));
    return got >= 0;
}

bool yt_stick_read(const struct yt_stick *stick, const char *name, struct yt_buf *to,
                   struct yt_err *err)
{
    /* Not to be held up by a pipe that somebody put there. */
    YT_SCOPED(close_scoped)
    int file = openat(stick->folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status;

    if (file < 0 && errno == ELOOP)
        return yt_err_set(err, YT_ERR_FOREIGN, "%s: is a link", name);
    if (file < 0 || fstat(file, &status) != 0)
        return yt_err_errno(err, errno, "%s", name);
    if (!S_ISREG(status.st_mode))
        return yt_err_set(err, YT_ERR_FOREIGN, "%s: is no file", name);
    if (!read_all(file, to))
        return yt_err_errno(err, errno, "%s", name);
    return yt_buf_ok(to, err) || yt_err_context(err, "%s", name);
}

static bool holds(const struct yt_stick *stick, const char *name, const void *data, size_t size,
                  struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf found;

    yt_buf_init(&found, size + 1);
    if (!yt_stick_read(stick, name, &found, err) && err->code != YT_ERR_TOO_LARGE)
        return false;
    if (found.size == size && memcmp(found.data, data, size) == 0)
        return true;
    yt_err_set(err, YT_ERR_CORRUPT, "%s: what comes back from the stick is not what was written",
               name);
    return yt_err_remedy(err, "Take another stick: this one is broken.");
}

/* The new file with all its bytes on the stick, or none and errno. Everything by the open folder:
 * by its path we would write to our own disk once the stick was pulled out. */
static bool write_synced(const struct yt_stick *stick, const char *name, const uint8_t *data,
                         size_t size)
{
    int file;
    bool written;

    (void)unlinkat(stick->folder, name, 0); /* what an interrupted run left */
    file = openat(stick->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
    if (file < 0)
        return false;
    while (size > 0) {
        ssize_t done = write(file, data, size);

        if (done < 0 && errno != EINTR)
            break;
        data += done > 0 ? done : 0;
        size -= done > 0 ? (size_t)done : 0;
    }
    written = size == 0 && fsync(file) == 0;
    if (!written) {
        int saved = errno;

        (void)close(file);
        (void)unlinkat(stick->folder, name, 0); /* best effort: room for others */
        errno = saved;
        return false;
    }
    return close(file) == 0;
}

static bool cannot_write(const char *name, struct yt_err *err)
{
    yt_err_errno(err, errno, "%s", name);
    if (err->code == YT_ERR_DISK_FULL)
        return yt_err_remedy(err, "The stick is full. Make room on it or take another one, and run "
                                  "this again.");
    if (err->code == YT_ERR_READ_ONLY)
        return yt_err_remedy(err, "The stick may not be written. Switch its protection off or "
                                  "take another one, and run this again.");
    return yt_err_remedy(err, "%s", again);
}

bool yt_stick_write(const struct yt_stick *stick, const char *name, const void *data, size_t size,
                    struct yt_err *err)
{
    char unfinished[YT_STICK_NAME_MAX + 8];

    if (holds(stick, name, data, size, err))
        return true;
    snprintf(unfinished, sizeof unfinished, "%s.new", name);
    if (!write_synced(stick, unfinished, data, size))
        return cannot_write(name, err);
    if (!holds(stick, unfinished, data, size, err))
        return false;
    return renameat(stick->folder, unfinished, stick->folder, name) == 0 || cannot_write(name, err);
}

bool yt_stick_remove(const struct yt_stick *stick, const char *name, struct yt_err *err)
{
    char unfinished[YT_STICK_NAME_MAX + 8];

    snprintf(unfinished, sizeof unfinished, "%s.new", name);
    (void)unlinkat(stick->folder, unfinished, 0); /* rarely there */
    return unlinkat(stick->folder, name, 0) == 0 || errno == ENOENT ||
           yt_err_errno(err, errno, "%s", name);
}

bool yt_stick_flush(const struct yt_stick *stick, struct yt_err *err)
{
    if (syncfs(stick->folder) == 0 && fsync(stick->folder) == 0)
        return true;
    yt_err_errno(err, errno, "%s", stick->path);
    return yt_err_remedy(err, "%s", again);
}

bool yt_stick_shares_disk(const struct yt_stick *stick, const char *path)
{
    struct stat ours;
    struct stat theirs;

    return fstat(stick->folder, &theirs) == 0 && stat(path, &ours) == 0 &&
           ours.st_dev == theirs.st_dev;
}
