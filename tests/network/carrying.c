#include "carrying.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>

#include "base/fs.h"
#include "remove_folder.h"

int carrying_setup(void **state)
{
    struct carrying *carrying = calloc(1, sizeof *carrying);
    void *parties = NULL;

    if (parties_setup(&parties) != 0)
        return -1;
    carrying->parties = parties;
    snprintf(carrying->stick, sizeof carrying->stick, "%s/yotte-stick-XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    yt_buf_init(&carrying->said, 1 << 20);
    *state = carrying;
    return mkdtemp(carrying->stick) ? 0 : -1;
}

int carrying_teardown(void **state)
{
    struct carrying *carrying = *state;
    void *parties = carrying->parties;
    int removed = remove_folder(carrying->stick);

    if (carrying->other)
        yt_db_free(carrying->other->queue);
    free(carrying->other);
    yt_buf_done(&carrying->said);
    free(carrying);
    return parties_teardown(&parties) | removed;
}

/* ---- running the programs ---- */

static pid_t start(struct carrying *carrying, char *const *arguments, const char *fault)
{
    char path[128];
    pid_t child;

    snprintf(path, sizeof path, "%s/said", carrying->parties->folder);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        int said = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

        dup2(said, STDOUT_FILENO);
        dup2(said, STDERR_FILENO);
        if (fault) {
            setenv("YT_DISK_UNDER", carrying->stick, 1);
            setenv("YT_DISK", fault, 1);
            setenv("LD_PRELOAD", SLOW_DISK, 1);
            setenv("ASAN_OPTIONS", "verify_asan_link_order=0", 1);
        }
        execv(arguments[0], arguments);
        _exit(127);
    }
    return child;
}

int carrying_end(struct carrying *carrying, pid_t child)
{
    char path[128];
    int how = 0;

    assert_int_equal(waitpid(child, &how, 0), child);
    snprintf(path, sizeof path, "%s/said", carrying->parties->folder);
    yt_buf_clear(&carrying->said);
    assert_true(yt_fs_read(path, &carrying->said, &carrying->parties->err));
    return WIFEXITED(how) ? WEXITSTATUS(how) : -1;
}

pid_t carrying_start(struct carrying *carrying, const struct parties *kiosk, const char *command,
                     const char *fault)
{
    char program[] = YOTTE_COURIER;
    char named[16];
    char option[] = "--data";
    char data[96];
    char *const arguments[] = {program, named, carrying->stick, option, data, NULL};

    snprintf(named, sizeof named, "%s", command);
    snprintf(data, sizeof data, "%s", kiosk->data);
    return start(carrying, arguments, fault);
}

int carrying_run(struct carrying *carrying, const char *command, const char *fault)
{
    return carrying_end(carrying, carrying_start(carrying, carrying->parties, command, fault));
}

int carrying_collect(struct carrying *carrying, const char *fault)
{
    static const char secret[] = "ふるい時計と青い傘\n";
    char program[] = YOTTE_DESK;
    char named[] = "collect";
    char option[] = "--passphrase-file";
    char passphrase[128];
    char assets_option[] = "--assets";
    char assets[] = YT_BINARY_DIR "/assets";
    char *const arguments[] = {program,         named,  carrying->parties->desk_folder,
                               carrying->stick, option, passphrase,
                               assets_option,   assets, NULL};

    snprintf(passphrase, sizeof passphrase, "%s/passphrase", carrying->parties->folder);
    assert_true(
        yt_fs_write_durable(passphrase, secret, sizeof secret - 1, 0600, &carrying->parties->err));
    return carrying_end(carrying, start(carrying, arguments, fault));
}

bool carrying_said(const struct carrying *carrying, const char *text)
{
    return strstr(yt_buf_string(&carrying->said), text) != NULL;
}

/* ---- the stick ---- */

size_t carrying_files(const struct carrying *carrying, const char *ending)
{
    DIR *folder = opendir(carrying->stick);
    size_t count = 0;

    assert_non_null(folder);
    for (const struct dirent *file; (file = readdir(folder));) {
        size_t size = strlen(file->d_name);

        count += file->d_name[0] != '.' && size >= strlen(ending) &&
                 strcmp(file->d_name + size - strlen(ending), ending) == 0;
    }
    closedir(folder);
    return count;
}

void carrying_path(const struct carrying *carrying, const char *name, char path[static 256])
{
    snprintf(path, 256, "%s/%s", carrying->stick, name);
}

void carrying_put(struct carrying *carrying, const char *name, const void *bytes, size_t size)
{
    char path[256];

    carrying_path(carrying, name, path);
    assert_true(yt_fs_write_durable(path, bytes, size, 0644, &carrying->parties->err));
}

void carrying_get(struct carrying *carrying, const char *name, struct yt_buf *bytes)
{
    char path[256];

    carrying_path(carrying, name, path);
    yt_buf_clear(bytes);
    assert_true(yt_fs_read(path, bytes, &carrying->parties->err));
}

void carrying_name(const struct carrying *carrying, enum yt_stick_kind kind, size_t index,
                   char name[static YT_STICK_NAME_MAX])
{
    yt_stick_name(kind, carrying->parties->saved[index].id, name);
}

void carrying_add_kiosk(struct carrying *carrying)
{
    const struct yt_db_options options = {.utc_offset_minutes = 540, .owner = true};
    struct parties *parties = carrying->parties;
    struct parties *other = calloc(1, sizeof *other);
    char path[128];

    carrying->other = other;
    other->known = parties->known;
    memcpy(other->folder, parties->folder, sizeof other->folder);
    memcpy(other->desk_folder, parties->desk_folder, sizeof other->desk_folder);
    snprintf(other->data, sizeof other->data, "%s/data2", other->folder);
    assert_true(yt_fs_make_folders(other->data, 0700, &other->err));
    snprintf(path, sizeof path, "%s/desk.pub", other->data);
    assert_true(yt_desk_public_write(path, &other->known, &other->err));
    crypto_sign_keypair(other->kiosk.known.verify_key, other->kiosk.sign_key);
    snprintf(other->kiosk.known.kiosk, sizeof other->kiosk.known.kiosk, "k1");
    parties_enrol(other);
    snprintf(path, sizeof path, "%s/queue.db", other->data);
    other->queue = yt_db_open(path, &options, NULL, &other->err);
    assert_non_null(other->queue);
}
