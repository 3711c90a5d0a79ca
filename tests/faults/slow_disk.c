#include "slow_disk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* The calls below stand before libc's own of the same name, so they go to the kernel directly. */

static struct {
    pthread_mutex_t lock;
    bool ready;
    char prefix[PATH_MAX];
    char control[PATH_MAX];
    long sync_ms, write_ms;
    int fail; /* errno, 0: nothing fails */
    long after, times;
    bool garble;
    int syncs, changes, failures;
} disk = {.lock = PTHREAD_MUTEX_INITIALIZER};

enum change { CHANGE_WRITE, CHANGE_SYNC, CHANGE_NAME };

static void read_words(const char *words)
{
    char copy[256];
    char *rest = NULL;

    disk.sync_ms = disk.write_ms = disk.after = 0;
    disk.fail = 0;
    disk.garble = false;
    disk.times = LONG_MAX;
    snprintf(copy, sizeof copy, "%s", words);
    for (char *word = strtok_r(copy, " \n", &rest); word; word = strtok_r(NULL, " \n", &rest)) {
        char *value = strchr(word, '=');

        if (!value)
            continue;
        *value++ = '\0';
        if (strcmp(word, "sync_ms") == 0)
            disk.sync_ms = strtol(value, NULL, 10);
        else if (strcmp(word, "write_ms") == 0)
            disk.write_ms = strtol(value, NULL, 10);
        else if (strcmp(word, "after") == 0)
            disk.after = strtol(value, NULL, 10);
        else if (strcmp(word, "times") == 0)
            disk.times = strtol(value, NULL, 10);
        else if (strcmp(word, "garble") == 0)
            disk.garble = strcmp(value, "1") == 0;
        else if (strcmp(word, "fail") == 0)
            disk.fail = strcmp(value, "enospc") == 0  ? ENOSPC
                        : strcmp(value, "erofs") == 0 ? EROFS
                                                      : EIO;
    }
}

static void read_environment(void)
{
    const char *prefix = getenv("YT_DISK_UNDER");
    const char *words = getenv("YT_DISK");
    const char *control = getenv("YT_DISK_CONTROL");

    disk.ready = true;
    snprintf(disk.prefix, sizeof disk.prefix, "%s", prefix ? prefix : "");
    snprintf(disk.control, sizeof disk.control, "%s", control ? control : "");
    read_words(words ? words : "");
}

static void read_control(void)
{
    char words[256] = "";
    long file = syscall(SYS_openat, AT_FDCWD, disk.control, O_RDONLY | O_CLOEXEC, 0);

    if (file >= 0) {
        ssize_t got = read((int)file, words, sizeof words - 1);

        words[got > 0 ? got : 0] = '\0';
        close((int)file);
    }
    read_words(words);
}

static bool path_is_meant(const char *path)
{
    char absolute[PATH_MAX];
    size_t length;

    if (path[0] == '/')
        return strncmp(path, disk.prefix, strlen(disk.prefix)) == 0;
    if (!getcwd(absolute, sizeof absolute / 2))
        return false;
    length = strlen(absolute);
    snprintf(absolute + length, sizeof absolute - length, "/%s", path);
    return strncmp(absolute, disk.prefix, strlen(disk.prefix)) == 0;
}

static bool file_is_meant(int file)
{
    char link[64];
    char path[PATH_MAX];
    ssize_t length;

    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return path_is_meant(path);
}

static bool begin(void)
{
    pthread_mutex_lock(&disk.lock);
    if (!disk.ready)
        read_environment();
    if (disk.prefix[0] == '\0') {
        pthread_mutex_unlock(&disk.lock);
        return false;
    }
    if (disk.control[0] != '\0')
        read_control();
    return true;
}

/* Counts the call, waits as told, and returns the errno with which it has to fail, or 0. */
static int meet(enum change change)
{
    long delay_ms = change == CHANGE_SYNC    ? disk.sync_ms
                    : change == CHANGE_WRITE ? disk.write_ms
                                             : 0;
    bool can_fail = disk.fail != 0 && !(disk.fail == ENOSPC && change == CHANGE_SYNC);
    int result = 0;

    if (change == CHANGE_SYNC)
        disk.syncs++;
    disk.changes++;
    if (can_fail) {
        disk.failures++;
        if (disk.failures > disk.after && disk.failures - disk.after <= disk.times)
            result = disk.fail;
    }
    pthread_mutex_unlock(&disk.lock);
    if (delay_ms > 0) {
        struct timespec wait = {.tv_sec = delay_ms / 1000, .tv_nsec = delay_ms % 1000 * 1000000};

        nanosleep(&wait, NULL);
    }
    return result;
}

static int meet_file(int file, enum change change)
{
    if (!begin())
        return 0;
    if (file_is_meant(file))
        return meet(change);
    pthread_mutex_unlock(&disk.lock);
    return 0;
}

static int meet_path(const char *path)
{
    if (!begin())
        return 0;
    if (path_is_meant(path))
        return meet(CHANGE_NAME);
    pthread_mutex_unlock(&disk.lock);
    return 0;
}

/* As a stick that is worn out: it takes everything and keeps something else. */
static ssize_t write_garbled(int file, const uint8_t *data, size_t size)
{
    uint8_t other[4096];

    size = size < sizeof other ? size : sizeof other;
    memcpy(other, data, size);
    other[size / 2] ^= 1;
    return syscall(SYS_write, file, other, size);
}

static int refuse(int number)
{
    errno = number;
    return -1;
}

void slow_disk_set(const char *prefix, const char *words)
{
    pthread_mutex_lock(&disk.lock);
    disk.ready = true;
    disk.control[0] = '\0';
    snprintf(disk.prefix, sizeof disk.prefix, "%s", prefix);
    read_words(words);
    disk.syncs = disk.changes = disk.failures = 0;
    pthread_mutex_unlock(&disk.lock);
}

int slow_disk_syncs(void)
{
    return disk.syncs;
}

int slow_disk_changes(void)
{
    return disk.changes;
}

/* Names of libc's own are not ours to choose; and the analyzer does not see through MODE_OF. */
/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name,
   clang-analyzer-valist.Uninitialized) */

int fsync(int file)
{
    int number = meet_file(file, CHANGE_SYNC);

    return number ? refuse(number) : (int)syscall(SYS_fsync, file);
}

int fdatasync(int file)
{
    int number = meet_file(file, CHANGE_SYNC);

    return number ? refuse(number) : (int)syscall(SYS_fdatasync, file);
}

ssize_t write(int file, const void *data, size_t size)
{
    int number = meet_file(file, CHANGE_WRITE);

    if (!number && disk.garble && size > 0 && file_is_meant(file))
        return write_garbled(file, data, size);
    return number ? refuse(number) : syscall(SYS_write, file, data, size);
}

ssize_t writev(int file, const struct iovec *pieces, int count)
{
    int number = meet_file(file, CHANGE_WRITE);

    return number ? refuse(number) : syscall(SYS_writev, file, pieces, count);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    int number = meet_file(file, CHANGE_WRITE);

    return number ? refuse(number) : syscall(SYS_pwrite64, file, data, size, at);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at)
{
    return pwrite64(file, data, size, at);
}

int ftruncate64(int file, off64_t size)
{
    int number = meet_file(file, CHANGE_WRITE);

    return number ? refuse(number) : (int)syscall(SYS_ftruncate, file, size);
}

int ftruncate(int file, off_t size)
{
    return ftruncate64(file, size);
}

static int open_any(int folder, const char *path, int flags, mode_t mode)
{
    bool changes = (flags & (O_CREAT | O_TRUNC)) != 0 || (flags & O_ACCMODE) != O_RDONLY;
    bool exists = syscall(SYS_faccessat, folder, path, F_OK) == 0;
    int number = 0;

    /* A full disk opens what is there; a dying one opens everything. */
    if (changes)
        number = meet_path(path);
    if (number == EIO || (number == ENOSPC && exists))
        number = 0;
    return number ? refuse(number) : (int)syscall(SYS_openat, folder, path, flags, mode);
}

#define MODE_OF(flags, last)                        \
    mode_t mode = 0;                                \
    if (((flags)&O_CREAT) || ((flags)&O_TMPFILE)) { \
        va_list arguments;                          \
        va_start(arguments, last);                  \
        mode = va_arg(arguments, mode_t);           \
        va_end(arguments);                          \
    }

int open(const char *path, int flags, ...)
{
    MODE_OF(flags, flags)
    return open_any(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE_OF(flags, flags)
    return open_any(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE_OF(flags, flags)
    return open_any(folder, path, flags, mode);
}

int access(const char *path, int mode)
{
    int number = (mode & W_OK) != 0 ? meet_path(path) : 0;

    return number == EROFS ? refuse(number) : (int)syscall(SYS_faccessat, AT_FDCWD, path, mode);
}

int mkdir(const char *path, mode_t mode)
{
    int number = meet_path(path);

    return number ? refuse(number) : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int unlink(const char *path)
{
    int number = meet_path(path);

    /* A full disk can still forget. */
    return number == EROFS ? refuse(number) : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rename(const char *from, const char *to)
{
    int number = meet_path(from);

    return number ? refuse(number) : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}
/* NOLINTEND(readability-inconsistent-declaration-parameter-name,
   clang-analyzer-valist.Uninitialized) */
