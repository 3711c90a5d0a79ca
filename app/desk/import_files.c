#include "desk/import_files.h"

#include "base/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define CHUNK 65536
#define FILE_MODE 0644

static const char *const ends[] = {".csv", ".tsv", ".json", ".jsonl", ".jsonld", ".ndjson"};

static void close_scoped(const int *file)
{
    if (*file >= 0)
        (void)close(*file); /* what was written has been synced, or the copy has failed */
}

static bool write_all(int file, const char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t written = write(file, bytes, size);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

/* A sheet may be larger than memory should be, so it goes over in pieces. */
static bool copy_pieces(int from, int to)
{
    char bytes[CHUNK];
    ssize_t got;

    do {
        got = read(from, bytes, sizeof bytes);
        if (got > 0 && !write_all(to, bytes, (size_t)got))
            return false;
    } while (got > 0 || (got < 0 && errno == EINTR));
    return got == 0 && fsync(to) == 0;
}

/* `path`.new with all of it on the disk. */
static bool prepare(const char *from_path, const char *path, struct yt_err *err)
{
    char temporary[PATH_MAX + 8];
    YT_SCOPED(close_scoped) int from = open(from_path, O_RDONLY | O_CLOEXEC);
    YT_SCOPED(close_scoped) int to = -1;

    if (from < 0)
        return yt_err_errno(err, errno, "%s", from_path);
    (void)snprintf(temporary, sizeof temporary, "%s.new", path);
    (void)unlink(temporary); /* what a copy that was killed left there */
    to = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
    if (to >= 0 && copy_pieces(from, to))
        return true;
    yt_err_errno(err, errno, "%s", path);
    (void)unlink(temporary); /* the next copy does it otherwise */
    return false;
}

static bool put_in_place(const char *path, struct yt_err *err)
{
    char temporary[PATH_MAX + 8];

    (void)snprintf(temporary, sizeof temporary, "%s.new", path);
    return yt_fs_replace(temporary, path, err);
}

static const char *end_of(const char *file)
{
    const char *end = strrchr(file, '.');

    for (size_t i = 0; end && i < YT_COUNT(ends); i++)
        if (strcasecmp(end, ends[i]) == 0)
            return ends[i];
    return NULL;
}

/* The same name in another format would be a second sheet with the same ids. */
static void remove_others(const char *base, const char *end)
{
    char path[PATH_MAX];

    for (size_t i = 0; i < YT_COUNT(ends); i++) {
        if (strcmp(ends[i], end) == 0 ||
            snprintf(path, sizeof path, "%s%s", base, ends[i]) >= (int)sizeof path)
            continue;
        (void)unlink(path); /* most are not there */
    }
}

bool yt_import_files_put(const char *site_folder, const struct yt_import_options *import,
                         const char *name, struct yt_err *err)
{
    const char *end = end_of(import->file);
    char folder[PATH_MAX];
    char base[PATH_MAX];
    char sheet[PATH_MAX];
    char mapping[PATH_MAX];

    if (!end) {
        yt_err_set(err, YT_ERR_INVALID, "%s: its name must end with .csv or .json", import->file);
        return yt_err_remedy(err, "Rename it; kiosks know sheets by that.");
    }
    if (snprintf(folder, sizeof folder, "%s/imports/%s", site_folder,
                 yt_import_kind_name(import->kind)) >= (int)sizeof folder ||
        snprintf(base, sizeof base, "%s/%s", folder, name) >= (int)sizeof base ||
        snprintf(sheet, sizeof sheet, "%s%s", base, end) >= (int)sizeof sheet ||
        snprintf(mapping, sizeof mapping, "%s.mapping.yaml", base) >= (int)sizeof mapping)
        return yt_err_set(err, YT_ERR_INVALID, "%s: the path is too long", site_folder);
    if (!yt_fs_make_folders(folder, 0755, err) || !prepare(import->file, sheet, err) ||
        (import->mapping && !prepare(import->mapping, mapping, err)))
        return false;
    if (!import->mapping)
        (void)unlink(mapping); /* that of an earlier sheet */
    else if (!put_in_place(mapping, err))
        return false;
    if (!put_in_place(sheet, err))
        return false;
    remove_others(base, end);
    return true;
}
