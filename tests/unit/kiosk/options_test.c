#include "kiosk/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define PARSE(options, err, ...) parse(options, (char *[]){"yotte-kiosk", __VA_ARGS__, NULL}, err)

static bool parse(struct yt_kiosk_options *options, char **argv, struct yt_err *err)
{
    int argc = 0;

    while (argv[argc])
        argc++;
    return yt_kiosk_options_parse(options, argc, argv, err);
}

static void a_bare_call_opens_the_kiosk(void **state)
{
    struct yt_kiosk_options options;
    struct yt_err err = {0};

    (void)state;
    assert_true(parse(&options, (char *[]){"yotte-kiosk", NULL}, &err));
    assert_int_equal(options.command, YT_COMMAND_RUN);
    assert_int_equal(options.text_percent, 100);
    assert_string_equal(options.site_folder, "kiosk-config");
}

static void options_and_commands_are_read(void **state)
{
    struct yt_kiosk_options options;
    struct yt_err err = {0};

    (void)state;
    assert_true(PARSE(&options, &err, "run", "--offscreen", "1080x1920", "--text", "200",
                      "--printer", "png:x", "--kiosk", "k2"));
    assert_int_equal(options.offscreen.height, 1920);
    assert_int_equal(options.text_percent, 200);
    assert_string_equal(options.printer, "png:x");
    assert_string_equal(options.kiosk, "k2");
    assert_true(PARSE(&options, &err, "assess", "--topics", "money", "site", "who=me"));
    assert_int_equal(options.command, YT_COMMAND_ASSESS);
    assert_string_equal(options.site_folder, "site");
    assert_string_equal(options.answers, "who=me");
    assert_string_equal(options.topics, "money");
    assert_true(PARSE(&options, &err, "--help"));
    assert_int_equal(options.command, YT_COMMAND_HELP);
}

static void imports_are_read(void **state)
{
    struct yt_kiosk_options options;
    struct yt_err err = {0};

    (void)state;
    assert_true(PARSE(&options, &err, "places", "import", "halls.csv", "--mapping", "m.yaml",
                      "--source", "city", "--strict", "--dry-run", "--progress"));
    assert_int_equal(options.command, YT_COMMAND_IMPORT);
    assert_int_equal(options.import_kind, YT_IMPORT_PLACES);
    assert_string_equal(options.file, "halls.csv");
    assert_string_equal(options.mapping, "m.yaml");
    assert_string_equal(options.source, "city");
    assert_true(options.strict && options.dry_run && options.progress);
    assert_true(PARSE(&options, &err, "listings", "hidden"));
    assert_int_equal(options.command, YT_COMMAND_HIDDEN);
    assert_true(PARSE(&options, &err, "listings", "remove", "city"));
    assert_int_equal(options.command, YT_COMMAND_REMOVE);
    assert_false(PARSE(&options, &err, "listings", "import"));
    assert_false(PARSE(&options, &err, "listings"));
    assert_false(PARSE(&options, &err, "places", "hidden"));
}

static void wrong_use_says_so(void **state)
{
    struct yt_kiosk_options options;
    struct yt_err err = {0};

    (void)state;
    assert_false(PARSE(&options, &err, "fly"));
    assert_false(PARSE(&options, &err, "check"));
    assert_false(PARSE(&options, &err, "check", "a", "b"));
    assert_false(PARSE(&options, &err, "--no-such"));
    assert_non_null(strstr(err.text, "--no-such"));
    assert_false(PARSE(&options, &err, "--window"));
    assert_false(PARSE(&options, &err, "--window", "1080"));
    assert_false(PARSE(&options, &err, "--window", "0x10"));
    assert_false(PARSE(&options, &err, "--text", "120"));
    assert_false(PARSE(&options, &err, "--window", "10x10", "--offscreen", "10x10"));
    assert_true(err.remedy[0] != '\0');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bare_call_opens_the_kiosk),
        cmocka_unit_test(options_and_commands_are_read),
        cmocka_unit_test(imports_are_read),
        cmocka_unit_test(wrong_use_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
