#include "base/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* The disk that fails: the linker sends these calls of the library here (--wrap). */
ssize_t __real_write(int file, const void *data, size_t size);
ssize_t __wrap_write(int file, const void *data, size_t size);
int __real_fsync(int file);
int __wrap_fsync(int file);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);

static struct {
    int write_error; /* after the first `write_room` bytes; 0: none */
    size_t write_room;
    size_t write_most; /* at most so many bytes at once; 0: any */
    int fsync_error;   /* at the sync number `fsync_at`, counted from 1; 0: none */
    int fsync_at;
    int rename_error;
    int fsyncs;
    char order[64]; /* w(rite) f(sync) r(ename), as they came */
} disk;

static void note(char what)
{
    size_t length = strlen(disk.order);

    if (length + 1 < sizeof disk.order && (length == 0 || disk.order[length - 1] != what))
        disk.order[length] = what;
}

ssize_t __wrap_write(int file, const void *data, size_t size)
{
    note('w');
    if (disk.write_error) {
        if (disk.write_room == 0) {
            errno = disk.write_error;
            if (errno == EINTR)
                disk.write_error = 0;
            return -1;
        }
        if (size > disk.write_room)
            size = disk.write_room;
        disk.write_room -= size;
    }
    if (disk.write_most && size > disk.write_most)
        size = disk.write_most;
    return __real_write(file, data, size);
}

int __wrap_fsync(int file)
{
    note('f');
    if (++disk.fsyncs == disk.fsync_at) {
        errno = disk.fsync_error;
        return -1;
    }
    return __real_fsync(file);
}

int __wrap_rename(const char *from, const char *to)
{
    note('r');
    if (disk.rename_error) {
        errno = disk.rename_error;
        return -1;
    }
    return __real_rename(from, to);
}

/* A folder of its own for each test; `path` is a file in it. */
static char folder[64];
static char path[128];

static int make_folder(void **state)
{
    (void)state;
    memset(&disk, 0, sizeof disk);
    snprintf(folder, sizeof folder, "/tmp/yotte-fs-test.XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/file", folder);
    return 0;
}

static int remove_one(const char *name, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(name);
}

static int remove_folder(void **state)
{
    (void)state;
    return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static const char *in_folder(const char *name)
{
    static char full[256];

    snprintf(full, sizeof full, "%s/%s", folder, name);
    return full;
}

static void put(const char *content)
{
    struct yt_err err;

    if (!yt_fs_write_durable(path, content, strlen(content), 0600, &err))
        fail_msg("%s", err.text);
}

static void assert_content(const char *file, const char *expected)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;
    struct yt_err err;

    yt_buf_init(&buf, 100000);
    if (!yt_fs_read(file, &buf, &err))
        fail_msg("%s", err.text);
    assert_string_equal(yt_buf_string(&buf), expected);
}

/* Nothing but what is expected lies in the folder: no temporary file was left. */
static void assert_alone(void)
{
    assert_false(yt_fs_exists(in_folder("file.new")));
}

static void written_files_are_read_back(void **state)
{
    struct stat status;

    (void)state;
    put("one");
    assert_content(path, "one");
    put("");
    assert_content(path, "");
    put("another");
    assert_content(path, "another");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_alone();
}

static void bytes_reach_the_disk_before_the_name_does(void **state)
{
    (void)state;
    put("one");
    assert_string_equal(disk.order, "wfrf"); /* write, sync, rename, sync of the folder */
}

static void short_and_interrupted_writes_are_continued(void **state)
{
    (void)state;
    disk.write_most = 3;
    disk.write_error = EINTR;
    disk.write_room = 6;
    put("0123456789");
    assert_content(path, "0123456789");
}

static void a_failed_write_leaves_the_old_file(void **state)
{
    static const struct {
        int number;
        enum yt_err_code code;
    } cases[] = {{ENOSPC, YT_ERR_DISK_FULL},
                 {EDQUOT, YT_ERR_DISK_FULL},
                 {EIO, YT_ERR_IO},
                 {EROFS, YT_ERR_READ_ONLY}};
    struct yt_err err;

    (void)state;
    put("old");
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        memset(&disk, 0, sizeof disk);
        disk.write_error = cases[i].number;
        disk.write_room = 2;
        assert_false(yt_fs_write_durable(path, "new one", 7, 0600, &err));
        assert_int_equal(err.code, cases[i].code);
        assert_non_null(strstr(err.text, path));
        assert_content(path, "old");
        assert_alone();
    }
}

static void a_failed_sync_or_rename_leaves_the_old_file(void **state)
{
    struct yt_err err;

    (void)state;
    put("old");
    memset(&disk, 0, sizeof disk);
    disk.fsync_at = 1;
    disk.fsync_error = EIO;
    assert_false(yt_fs_write_durable(path, "new", 3, 0600, &err));
    assert_int_equal(err.code, YT_ERR_IO);
    assert_content(path, "old");
    assert_alone();
    memset(&disk, 0, sizeof disk);
    disk.rename_error = EIO;
    assert_false(yt_fs_write_durable(path, "new", 3, 0600, &err));
    assert_int_equal(err.code, YT_ERR_IO);
    assert_content(path, "old");
    assert_alone();
}

static void an_unsynced_name_is_called_unknown(void **state)
{
    struct yt_err err;

    (void)state;
    put("old");
    memset(&disk, 0, sizeof disk);
    disk.fsync_at = 2;
    disk.fsync_error = EIO;
    assert_false(yt_fs_write_durable(path, "new", 3, 0600, &err));
    assert_int_equal(err.code, YT_ERR_UNKNOWN); /* neither "saved" nor "not saved" would be true */
    assert_content(path, "new");
}

static void leftovers_of_a_crash_do_no_harm(void **state)
{
    struct stat status;
    FILE *left = fopen(in_folder("file.new"), "w");

    (void)state;
    assert_non_null(left);
    fputs("half of something that was longer", left);
    fclose(left);
    assert_int_equal(chmod(in_folder("file.new"), 0666), 0);
    put("whole");
    assert_content(path, "whole");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600); /* a key must not inherit who may read it */
}

static void a_link_in_the_way_is_not_followed(void **state)
{
    char victim[256];

    (void)state;
    snprintf(victim, sizeof victim, "%s", in_folder("victim"));
    assert_int_equal(symlink(victim, in_folder("file.new")), 0);
    put("whole");
    assert_false(yt_fs_exists(victim));
    assert_content(path, "whole");
}

static void a_folder_that_may_not_be_written_is_said(void **state)
{
    struct yt_err err;
    uid_t me = geteuid();

    (void)state;
    put("old");
    assert_int_equal(chmod(folder, 0555), 0);
    assert_int_equal(chmod(path, 0444), 0);
    if (me == 0) /* root may write everywhere: be nobody for a moment */
        assert_int_equal(seteuid(65534), 0);
    assert_false(yt_fs_write_durable(path, "new", 3, 0600, &err));
    assert_int_equal(seteuid(me), 0);
    assert_int_equal(err.code, YT_ERR_READ_ONLY);
    assert_content(path, "old");
    assert_int_equal(chmod(folder, 0755), 0);
}

static void a_missing_folder_is_said(void **state)
{
    struct yt_err err;

    (void)state;
    assert_false(yt_fs_write_durable(in_folder("nowhere/file"), "a", 1, 0600, &err));
    assert_int_equal(err.code, YT_ERR_NOT_FOUND);
}

static void reading_says_what_is_wrong(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;
    struct yt_err err;

    (void)state;
    yt_buf_init(&buf, 4);
    assert_false(yt_fs_read(in_folder("nothing"), &buf, &err));
    assert_int_equal(err.code, YT_ERR_NOT_FOUND);
    assert_non_null(strstr(err.text, "nothing"));
    assert_false(yt_fs_read(folder, &buf, &err));
    assert_int_equal(err.code, YT_ERR_IO);
    put("12345");
    assert_false(yt_fs_read(path, &buf, &err));
    assert_int_equal(err.code, YT_ERR_TOO_LARGE);
    assert_non_null(strstr(err.text, path));
    yt_buf_clear(&buf);
    put("1234");
    assert_true(yt_fs_read(path, &buf, &err));
    assert_int_equal(buf.size, 4);
}

static void long_files_are_read_whole(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf written;
    YT_SCOPED(yt_buf_done) struct yt_buf read;
    struct yt_err err;

    (void)state;
    yt_buf_init(&written, 300000);
    yt_buf_init_secret(&read, 300000);
    for (int i = 0; i < 30000; i++)
        yt_buf_printf(&written, "%08d\n", i);
    assert_true(yt_fs_write_durable(path, written.data, written.size, 0600, &err));
    assert_true(yt_fs_read(path, &read, &err));
    assert_int_equal(read.size, written.size);
    assert_memory_equal(read.data, written.data, read.size);
}

static void folders_are_made_with_those_above(void **state)
{
    struct yt_err err;
    char deep[256];

    (void)state;
    snprintf(deep, sizeof deep, "%s/a/b/c/", folder);
    assert_true(yt_fs_make_folders(deep, 0700, &err));
    assert_true(yt_fs_exists(deep));
    assert_true(yt_fs_make_folders(deep, 0700, &err)); /* again */
    put("a file");
    assert_false(yt_fs_make_folders(path, 0700, &err));
    assert_int_equal(err.code, YT_ERR_INVALID);
    snprintf(deep, sizeof deep, "%s/below", path);
    assert_false(yt_fs_make_folders(deep, 0700, &err));
    assert_non_null(strstr(err.text, path));
    assert_false(yt_fs_make_folders("", 0700, &err));
}

static void broken_files_are_kept_side_by_side(void **state)
{
    struct yt_err err;
    char renamed[256];

    (void)state;
    for (int i = 1; i <= 3; i++) {
        char content[16];

        snprintf(content, sizeof content, "broken %d", i);
        put(content);
        assert_true(yt_fs_set_aside(path, renamed, sizeof renamed, &err));
        assert_content(renamed, content);
        assert_false(yt_fs_exists(path));
    }
    assert_content(in_folder("file.broken"), "broken 1");
    assert_content(in_folder("file.broken-2"), "broken 2");
    assert_string_equal(renamed, in_folder("file.broken-3"));
    assert_false(yt_fs_set_aside(path, renamed, sizeof renamed, &err));
    assert_int_equal(err.code, YT_ERR_NOT_FOUND);
    put("x");
    assert_false(yt_fs_set_aside(path, renamed, 5, &err));
    assert_content(path, "x");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(written_files_are_read_back),
        IN_FOLDER(bytes_reach_the_disk_before_the_name_does),
        IN_FOLDER(short_and_interrupted_writes_are_continued),
        IN_FOLDER(a_failed_write_leaves_the_old_file),
        IN_FOLDER(a_failed_sync_or_rename_leaves_the_old_file),
        IN_FOLDER(an_unsynced_name_is_called_unknown),
        IN_FOLDER(leftovers_of_a_crash_do_no_harm),
        IN_FOLDER(a_link_in_the_way_is_not_followed),
        IN_FOLDER(a_folder_that_may_not_be_written_is_said),
        IN_FOLDER(a_missing_folder_is_said),
        IN_FOLDER(reading_says_what_is_wrong),
        IN_FOLDER(long_files_are_read_whole),
        IN_FOLDER(folders_are_made_with_those_above),
        IN_FOLDER(broken_files_are_kept_side_by_side),
    };

    return cmocka_run_group_tests_name("fs", tests, NULL, NULL);
}
