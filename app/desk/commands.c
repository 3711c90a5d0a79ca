#include "desk/commands.h"

#include "desk/command_parts.h"
#include "desk/passphrase.h"

#include <stdio.h>
#include <string.h>

static enum yt_desk_exit exit_of(enum yt_err_code code)
{
    switch (code) {
    case YT_ERR_INVALID:
        return YT_EXIT_USE;
    case YT_ERR_WRONG_KEY:
        return YT_EXIT_PASSPHRASE;
    case YT_ERR_IO:
    case YT_ERR_DISK_FULL:
    case YT_ERR_READ_ONLY:
    case YT_ERR_CORRUPT:
    case YT_ERR_TIMEOUT:
    case YT_ERR_NO_MEMORY:
        return YT_EXIT_DISK;
    default:
        return YT_EXIT_REFUSED;
    }
}

enum yt_desk_exit yt_command_fail(const struct yt_err *err)
{
    fprintf(stderr, "yotte-desk: %s\n", err->text);
    if (err->remedy[0] != '\0')
        fprintf(stderr, "  %s\n", err->remedy);
    return exit_of(err->code);
}

bool yt_command_open(struct yt_desk *desk, const struct yt_desk_options *options,
                     struct yt_err *err)
{
    if (!yt_desk_open(desk, options->folder, err))
        return false;
    if (desk->report.set_aside[0] != '\0')
        fprintf(stderr,
                "yotte-desk: the store was broken (%s).\n"
                "  It lies now at %s, and a new one was begun. Enrol the kiosks again and scan the "
                "slips once more, or put back a copy of desk.db.\n",
                desk->report.set_aside_reason, desk->report.set_aside);
    return true;
}

bool yt_command_unlock(struct yt_desk *desk, const struct yt_desk_options *options,
                       struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;

    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    return yt_passphrase_get(options->passphrase_file, false, &passphrase, err) &&
           yt_desk_unlock(desk, &passphrase, err);
}

bool yt_command_wants(const struct yt_desk_options *options, size_t least, size_t most,
                      struct yt_err *err)
{
    if (options->folder && options->argument_count >= least && options->argument_count <= most)
        return true;
    yt_err_set(err, YT_ERR_INVALID, "%s: %s", options->command,
               !options->folder                  ? "the desk's folder is missing"
               : options->argument_count < least ? "something is missing"
                                                 : "there is too much");
    return yt_err_remedy(err, "yotte-desk --help shows how.");
}

enum yt_desk_exit yt_desk_run(const struct yt_desk_options *options)
{
    static const struct {
        const char *name;
        enum yt_desk_exit (*run)(const struct yt_desk_options *options);
    } commands[] = {
        {"init", yt_command_init},         {"enroll", yt_command_enroll},
        {"kiosks", yt_command_kiosks},     {"revoke", yt_command_revoke},
        {"scan", yt_command_scan},         {"list", yt_command_list},
        {"show", yt_command_show},         {"log", yt_command_log},
        {"withdraw", yt_command_withdraw}, {"serve", yt_command_serve},
        {"listings", yt_command_listings}, {"programmes", yt_command_programmes},
        {"places", yt_command_places},     {"collect", yt_command_collect},
    };
    struct yt_err err;

    for (size_t i = 0; i < YT_COUNT(commands); i++) {
        if (strcmp(commands[i].name, options->command) == 0)
            return commands[i].run(options);
    }
    yt_err_set(&err, YT_ERR_INVALID, "%s",
               options->command[0] ? options->command : "no command was given");
    yt_err_remedy(&err, "yotte-desk --help lists the commands.");
    return yt_command_fail(&err);
}
