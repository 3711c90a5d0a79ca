/* What yotte-desk does: one function a command. */
#ifndef YT_DESK_COMMANDS_H
#define YT_DESK_COMMANDS_H

#include "base/err.h"
#include "desk/options.h"

enum yt_desk_exit {
    YT_EXIT_DONE = 0,
    YT_EXIT_REFUSED = 1,    /* a slip was refused, a number is not there */
    YT_EXIT_USE = 2,        /* wrong use */
    YT_EXIT_PASSPHRASE = 3, /* another passphrase */
    YT_EXIT_DISK = 4,       /* a file cannot be read or written, or is broken */
};

/* Runs the command that the options name. Errors go to standard error with their remedy. */
enum yt_desk_exit yt_desk_run(const struct yt_desk_options *options);

#endif
