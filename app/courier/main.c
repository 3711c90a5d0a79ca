#include "base/log.h"
#include "courier/carry.h"
#include "courier/courier.h"

#include <curl/curl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

enum exit_code { EXIT_DONE = 0, EXIT_LEFT = 1, EXIT_USE = 2, EXIT_FILE = 4 };

static int fail(const struct yt_err *err)
{
    fprintf(stderr, "yotte-courier: %s\n", err->text);
    if (err->remedy[0] != '\0')
        fprintf(stderr, "  %s\n", err->remedy);
    return err->code == YT_ERR_INVALID ? EXIT_USE : EXIT_FILE;
}

static int run(const struct yt_courier_options *options, struct yt_courier_setup *setup)
{
    struct yt_err err;

    if (!yt_courier_setup_desk(options, setup, &err) ||
        !yt_courier_setup_link(options, setup, &err) ||
        !yt_courier_run(setup, options->data_folder, &err))
        return fail(&err);
    return EXIT_DONE;
}

static int once(const struct yt_courier_options *options, struct yt_courier_setup *setup)
{
    struct yt_err err;
    size_t delivered = 0;
    size_t left = 0;

    if (!yt_courier_setup_desk(options, setup, &err) ||
        !yt_courier_setup_link(options, setup, &err) ||
        !yt_courier_once(setup, &delivered, &left, &err))
        return fail(&err);
    printf("%zu delivered, %zu waiting\n", delivered, left);
    return left == 0 ? EXIT_DONE : EXIT_LEFT;
}

static int status(const struct yt_courier_options *options, struct yt_courier_setup *setup)
{
    struct yt_err err;
    bool well = false;

    if (!yt_courier_setup_desk(options, setup, &err) || !yt_courier_status(setup, &well, &err))
        return fail(&err);
    return well ? EXIT_DONE : EXIT_LEFT;
}

static int export(const struct yt_courier_options *options, struct yt_courier_setup *setup)
{
    struct yt_exported exported = {0};
    struct yt_err err;

    if (!yt_courier_setup_desk(options, setup, &err))
        return fail(&err);
    if (!yt_carry_export(setup, options->folder, &exported, &err)) {
        fprintf(stderr, "Not everything that waits is on the stick. It stays here.\n");
        return fail(&err);
    }
    printf("%zu on the stick, each compared with what waits here\n", exported.written);
    if (exported.other_desk > 0)
        printf("%zu wait for another desk: name its keys with --desk-key\n", exported.other_desk);
    puts(exported.removable ? "Safe to remove."
                            : "This folder is on the disk of this machine, not on a stick.");
    return exported.other_desk == 0 ? EXIT_DONE : EXIT_LEFT;
}

static int receipts(const struct yt_courier_options *options, struct yt_courier_setup *setup)
{
    struct yt_imported imported = {0};
    struct yt_err err;

    if (!yt_courier_setup_desk(options, setup, &err))
        return fail(&err);
    if (!yt_carry_receipts(setup, options->folder, &imported, &err))
        return fail(&err);
    printf("%zu freed, %zu with nothing to free, %zu refused\n", imported.freed, imported.known,
           imported.refused);
    return imported.refused == 0 ? EXIT_DONE : EXIT_LEFT;
}

static int wrong_use(const char *text, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_INVALID, "%s", text);
    yt_err_remedy(err, "yotte-courier --help shows how.");
    return fail(err);
}

static int run_command(const struct yt_courier_options *options)
{
    static const struct {
        const char *name;
        int (*run)(const struct yt_courier_options *options, struct yt_courier_setup *setup);
        bool wants_folder;
    } commands[] = {
        {"run", run, false},      {"once", once, false},        {"status", status, false},
        {"export", export, true}, {"receipts", receipts, true},
    };
    YT_SCOPED(yt_courier_setup_wipe) struct yt_courier_setup setup = {0};
    struct yt_err err;

    for (size_t i = 0; i < YT_COUNT(commands); i++) {
        if (strcmp(commands[i].name, options->command) != 0)
            continue;
        if (commands[i].wants_folder && !options->folder)
            return wrong_use("the folder on the stick is missing", &err);
        if (!commands[i].wants_folder && options->folder)
            return wrong_use("there is too much", &err);
        return commands[i].run(options, &setup);
    }
    return wrong_use(options->command[0] ? options->command : "no command was given", &err);
}

int main(int argc, char **argv)
{
    const struct rlimit no_core = {0, 0};
    struct yt_courier_options options;
    struct yt_err err;
    int code;

    (void)setrlimit(RLIMIT_CORE, &no_core); /* the token is in memory; lowering is always allowed */
    (void)signal(SIGPIPE, SIG_IGN);
    if (!yt_courier_options_parse(&options, argc, argv, &err))
        return fail(&err);
    if (options.help) {
        yt_courier_options_help();
        return EXIT_DONE;
    }
    if (options.version) {
        puts("yotte-courier " YT_VERSION);
        return EXIT_DONE;
    }
    if (sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        fputs("yotte-courier: a library of this machine does not work\n", stderr);
        return EXIT_FILE;
    }
    code = run_command(&options);
    curl_global_cleanup();
    return code;
}
