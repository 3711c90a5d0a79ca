#include "base/log.h"
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

static int run_command(const struct yt_courier_options *options)
{
    static const struct {
        const char *name;
        int (*run)(const struct yt_courier_options *options, struct yt_courier_setup *setup);
    } commands[] = {{"run", run}, {"once", once}, {"status", status}};
    YT_SCOPED(yt_courier_setup_wipe) struct yt_courier_setup setup = {0};
    struct yt_err err;

    for (size_t i = 0; i < YT_COUNT(commands); i++) {
        if (strcmp(commands[i].name, options->command) == 0)
            return commands[i].run(options, &setup);
    }
    yt_err_set(&err, YT_ERR_INVALID, "%s",
               options->command[0] ? options->command : "no command was given");
    yt_err_remedy(&err, "yotte-courier --help lists the commands.");
    return fail(&err);
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
