#include "base/log.h"
#include "content/content.h"
#include "kiosk/catalogue_commands.h"
#include "kiosk/kiosk.h"
#include "kiosk/player.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

enum exit_code { EXIT_DONE = 0, EXIT_FAULT = 1, EXIT_USE = 2 };

#define OUTPUT_MAX ((size_t)1 << 20)

static int fail(const char *doing, const struct yt_err *err)
{
    yt_log_err(YT_LOG_ERROR, doing, err);
    return EXIT_FAULT;
}

static int run(const struct yt_kiosk_options *options)
{
    struct yt_kiosk *kiosk = calloc(1, sizeof *kiosk);
    struct yt_err err = {0};
    int code = EXIT_DONE;

    if (!kiosk)
        return EXIT_FAULT;
    if (!yt_kiosk_init(kiosk, options, &err))
        code = fail("yotte-kiosk", &err);
    else if (!options->script)
        yt_kiosk_loop(kiosk);
    else if (!yt_player_play(kiosk, options->script, &err))
        code = fail("script", &err);
    yt_kiosk_done(kiosk);
    free(kiosk);
    return code;
}

static int check(const struct yt_kiosk_options *options)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {.max = OUTPUT_MAX};
    const struct yt_local_time now =
        yt_local_time(yt_clock_wall_ms(yt_clock_system()), 9 * 60); /* the day in Japan */
    bool usable = yt_content_check_print(options->site_folder, now.date, &text);

    fputs(yt_buf_string(&text), stdout);
    return usable ? EXIT_DONE : EXIT_FAULT;
}

static int assess(const struct yt_kiosk_options *options)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {.max = OUTPUT_MAX};
    struct yt_err err = {0};
    struct yt_content *content = yt_content_load(options->site_folder, NULL, &err);
    bool done = content && yt_content_assess_print(yt_content_site(content), options->answers,
                                                   options->topics, &text, &err);

    yt_content_free(content);
    if (!done)
        return fail("assess", &err);
    fputs(yt_buf_string(&text), stdout);
    return EXIT_DONE;
}

/* Makes the kiosk's key when there is none, and prints the code that the desk's `enroll` takes. */
static int key(const struct yt_kiosk_options *options)
{
    struct yt_err err = {0};
    struct yt_kiosk_key own;
    char code[YT_ENROLMENT_CODE_MAX];

    if (sodium_init() < 0)
        return EXIT_FAULT;
    if (!yt_kiosk_key_of(options, &own, &err))
        return fail("key", &err);
    yt_enrolment_code(&own.known, code);
    yt_kiosk_key_wipe(&own);
    puts(code);
    return EXIT_DONE;
}

static int queue(const struct yt_kiosk_options *options)
{
    struct yt_err err = {0};

    return yt_kiosk_print_queue(options->data_folder, &err) ? EXIT_DONE : fail("queue", &err);
}

static int import(const struct yt_kiosk_options *options)
{
    struct yt_err err = {0};

    if (sodium_init() < 0)
        return EXIT_FAULT;
    return yt_catalogue_command_import(options, &err) ? EXIT_DONE : fail("import", &err);
}

static int look_into(const struct yt_kiosk_options *options,
                     bool (*command)(const struct yt_kiosk_options *options, struct yt_err *err))
{
    struct yt_err err = {0};

    if (sodium_init() < 0)
        return EXIT_FAULT;
    return command(options, &err) ? EXIT_DONE : fail("listings", &err);
}

int main(int argc, char **argv)
{
    struct yt_kiosk_options options;
    struct yt_err err = {0};

    if (!yt_kiosk_options_parse(&options, argc, argv, &err)) {
        yt_log_err(YT_LOG_ERROR, "yotte-kiosk", &err);
        return EXIT_USE;
    }
    switch (options.command) {
    case YT_COMMAND_RUN:
        return run(&options);
    case YT_COMMAND_CHECK:
        return check(&options);
    case YT_COMMAND_ASSESS:
        return assess(&options);
    case YT_COMMAND_QUEUE:
        return queue(&options);
    case YT_COMMAND_KEY:
        return key(&options);
    case YT_COMMAND_IMPORT:
        return import(&options);
    case YT_COMMAND_SOURCES:
        return look_into(&options, yt_catalogue_command_list);
    case YT_COMMAND_HIDDEN:
        return look_into(&options, yt_catalogue_command_hidden);
    case YT_COMMAND_REMOVE:
        return look_into(&options, yt_catalogue_command_remove);
    case YT_COMMAND_HELP:
        yt_kiosk_options_help();
        return EXIT_DONE;
    case YT_COMMAND_VERSION:
        puts("yotte-kiosk " YT_VERSION);
        return EXIT_DONE;
    }
    return EXIT_USE;
}
