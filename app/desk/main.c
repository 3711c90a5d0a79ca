#include "base/fs.h"
#include "base/message.h"
#include "desk/commands.h"

#include <libgen.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Beside the program where it was built, else where it is installed. */
static bool open_messages(const char *assets, struct yt_err *err)
{
    char program[PATH_MAX];
    char folder[PATH_MAX + 32];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);

    if (assets) {
        snprintf(folder, sizeof folder, "%s/messages", assets);
        return yt_message_open(folder, err);
    }
    program[length > 0 ? length : 0] = '\0';
    snprintf(folder, sizeof folder, "%s/../../assets/messages", dirname(program));
    if (!yt_fs_exists(folder))
        snprintf(folder, sizeof folder, "%s/../share/yotte/messages", program);
    return yt_message_open(folder, err);
}

int main(int argc, char **argv)
{
    const struct rlimit no_core = {0, 0};
    struct yt_desk_options options;
    struct yt_err err;

    /* A crash must not write what residents said, or the keys, to a file. */
    (void)setrlimit(RLIMIT_CORE, &no_core); /* lowering is always allowed */
    if (!yt_desk_options_parse(&options, argc, argv, &err)) {
        fprintf(stderr, "yotte-desk: %s\n  %s\n", err.text, err.remedy);
        return YT_EXIT_USE;
    }
    if (options.help) {
        yt_desk_options_help();
        return YT_EXIT_DONE;
    }
    if (options.version) {
        puts("yotte-desk " YT_VERSION);
        return YT_EXIT_DONE;
    }
    if (sodium_init() < 0) {
        fputs("yotte-desk: the random source of this machine does not work\n", stderr);
        return YT_EXIT_DISK;
    }
    if (!open_messages(options.assets, &err)) {
        fprintf(stderr, "yotte-desk: %s\n  Name the folder with --assets.\n", err.text);
        return YT_EXIT_DISK;
    }
    return (int)yt_desk_run(&options);
}
