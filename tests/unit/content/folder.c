#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "folder.h"

#include "base/fs.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define SAMPLE YT_SOURCE_DIR "/kiosk-config"

static void each_file(const char *below, void (*act)(struct folder *, const char *),
                      struct folder *folder)
{
    char path[256];
    DIR *listing;
    const struct dirent *entry;

    snprintf(path, sizeof path, "%s/%s", SAMPLE, below);
    listing = opendir(path);
    assert_non_null(listing);
    while ((entry = readdir(listing)) != NULL) {
        char name[128];

        if (!strstr(entry->d_name, ".yaml"))
            continue;
        snprintf(name, sizeof name, "%s%.100s", below, entry->d_name);
        act(folder, name);
    }
    closedir(listing);
}

static void link_file(struct folder *folder, const char *name)
{
    char from[512];
    char to[512];

    snprintf(from, sizeof from, "%s/%s", SAMPLE, name);
    snprintf(to, sizeof to, "%s/%s", folder->path, name);
    assert_int_equal(symlink(from, to), 0);
}

void folder_remove(struct folder *folder, const char *name)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    (void)unlink(path); /* one that a test has removed is gone already */
}

int folder_set_up(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    char path[128];

    assert_non_null(folder);
    strcpy(folder->path, "/tmp/yotte-site-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    snprintf(path, sizeof path, "%s/self-check", folder->path);
    assert_int_equal(mkdir(path, 0700), 0);
    each_file("", link_file, folder);
    each_file("self-check/", link_file, folder);
    *state = folder;
    return 0;
}

int folder_tear_down(void **state)
{
    struct folder *folder = *state;
    char path[128];

    yt_content_free(folder->content);
    each_file("", folder_remove, folder);
    each_file("self-check/", folder_remove, folder);
    snprintf(path, sizeof path, "%s/self-check", folder->path);
    (void)rmdir(path);
    assert_int_equal(rmdir(folder->path), 0);
    free(folder);
    return 0;
}

void folder_write(struct folder *folder, const char *name, const char *bytes, size_t size)
{
    char path[512];
    FILE *file;

    folder_remove(folder, name);
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

void folder_change(struct folder *folder, const char *name, const char *from, const char *to)
{
    struct yt_buf bytes;
    struct yt_buf changed;
    char path[512];
    const char *at;

    yt_buf_init(&bytes, YT_CONTENT_FILE_MAX);
    yt_buf_init(&changed, YT_CONTENT_FILE_MAX);
    snprintf(path, sizeof path, "%s/%s", SAMPLE, name);
    assert_true(yt_fs_read(path, &bytes, &folder->err));
    at = strstr(yt_buf_string(&bytes), from);
    if (!at)
        fail_msg("%s does not hold \"%s\"", name, from);
    yt_buf_append(&changed, bytes.data, (size_t)(at - yt_buf_string(&bytes)));
    yt_buf_text(&changed, to);
    yt_buf_text(&changed, at + strlen(from));
    folder_write(folder, name, yt_buf_string(&changed), changed.size);
    yt_buf_done(&bytes);
    yt_buf_done(&changed);
}

const struct yt_site_content *folder_load(struct folder *folder)
{
    yt_content_free(folder->content);
    folder->content = yt_content_load(folder->path, &folder->report, &folder->err);
    return folder->content ? yt_content_site(folder->content) : NULL;
}

void folder_expect(struct folder *folder, const char *place, const char *wrong, const char *remedy)
{
    const struct yt_content_fault *first = &folder->report.faults[0];
    char expected[256];

    assert_null(folder_load(folder));
    assert_true(folder->report.count > 0);
    snprintf(expected, sizeof expected, "%s/%s", folder->path, place);
    assert_string_equal(first->place, expected);
    if (!strstr(first->wrong, wrong))
        fail_msg("\"%s\" does not say \"%s\"", first->wrong, wrong);
    if (!strstr(first->remedy, remedy))
        fail_msg("\"%s\" does not say \"%s\"", first->remedy, remedy);
    assert_int_equal(folder->err.code, YT_ERR_INVALID);
    assert_non_null(strstr(folder->err.text, expected));
}
