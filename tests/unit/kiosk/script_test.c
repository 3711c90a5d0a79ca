#include "kiosk/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool parse(const char *text, struct yt_arena *arena, struct yt_script *script,
                  struct yt_err *err)
{
    yt_arena_init(arena, (size_t)8 << 20);
    return yt_script_parse("visit.yotte", text, arena, script, err);
}

static void assert_refused(const char *text, const char *place)
{
    struct yt_arena arena;
    struct yt_script script;
    struct yt_err err = {0};

    assert_false(parse(text, &arena, &script, &err));
    if (strncmp(err.text, place, strlen(place)) != 0)
        fail_msg("%s, wanted at %s", err.text, place);
    yt_arena_done(&arena);
}

static void every_command_is_read(void **state)
{
    static const char text[] = "# a visit\n"
                               "tap \"はじめる\"\n"
                               "  tap \"はい\" 2   # the second\n"
                               "press 10,20\n"
                               "drag 1,2 3,4\n"
                               "type \"さくら \\\"x\\\"\"\n"
                               "key Tab Return\n"
                               "wait 90s\nwait 5ms\nwait 2m\n"
                               "expect screen home\n"
                               "expect no label \"名前\"\n"
                               "expect queue 3\n"
                               "expect fits\n"
                               "monkey 100 7\n"
                               "shot \"a b.png\"\r\n"
                               "printer paper-out at 500\n";
    struct yt_arena arena;
    struct yt_script script;
    struct yt_err err = {0};

    (void)state;
    assert_true(parse(text, &arena, &script, &err));
    assert_int_equal(script.count, 16);
    assert_string_equal(script.steps[0].text, "はじめる");
    assert_int_equal(script.steps[0].numbers[0], 1);
    assert_int_equal(script.steps[0].line, 2);
    assert_int_equal(script.steps[1].numbers[0], 2);
    assert_int_equal(script.steps[2].numbers[1], 20);
    assert_int_equal(script.steps[3].numbers[3], 4);
    assert_string_equal(script.steps[4].text, "さくら \"x\"");
    assert_string_equal(script.steps[5].text, "Tab Return");
    assert_int_equal(script.steps[6].numbers[0], 90000);
    assert_int_equal(script.steps[7].numbers[0], 5);
    assert_int_equal(script.steps[8].numbers[0], 120000);
    assert_int_equal(script.steps[9].kind, YT_STEP_EXPECT_SCREEN);
    assert_int_equal(script.steps[10].kind, YT_STEP_EXPECT_NO_LABEL);
    assert_int_equal(script.steps[11].numbers[0], 3);
    assert_int_equal(script.steps[13].numbers[1], 7);
    assert_string_equal(script.steps[14].text, "a b.png");
    assert_string_equal(script.steps[15].text, "paper-out at 500");
    yt_arena_done(&arena);
}

static void loops_know_their_ends(void **state)
{
    struct yt_arena arena;
    struct yt_script script;
    struct yt_err err = {0};

    (void)state;
    assert_true(parse("repeat 2\nrepeat 3\nwait 1s\nend\nend\n", &arena, &script, &err));
    assert_int_equal(script.steps[0].partner, 4);
    assert_int_equal(script.steps[4].partner, 0);
    assert_int_equal(script.steps[1].partner, 3);
    yt_arena_done(&arena);
}

static void mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    assert_refused("wait 1s\ntapp \"x\"\n", "visit.yotte:2:1:");
    assert_refused("tap はじめる\n", "visit.yotte:1:5:");
    assert_refused("tap \"はじめる\n", "visit.yotte:1:");
    assert_refused("wait 90\n", "visit.yotte:1:8:");
    assert_refused("press 10 20\n", "visit.yotte:1:9:");
    assert_refused("shot\n", "visit.yotte:1:5:");
    assert_refused("expect fits now\n", "visit.yotte:1:13:");
    assert_refused("tap \"あ\" \"い\"\n", "visit.yotte:1:9:");
    assert_refused("wait 99999999999999999999s\n", "visit.yotte:1:6:");
    assert_refused("end\n", "visit.yotte:1:1: end without repeat");
    assert_refused("wait 1s\nrepeat 2\nwait 1s\n", "visit.yotte:2:1: repeat without end");
}

static void a_missing_file_is_told(void **state)
{
    struct yt_arena arena;
    struct yt_script script;
    struct yt_err err = {0};

    (void)state;
    yt_arena_init(&arena, 1 << 20);
    assert_false(yt_script_load("/nowhere/visit.yotte", &arena, &script, &err));
    assert_int_equal(err.code, YT_ERR_NOT_FOUND);
    yt_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_is_read),
        cmocka_unit_test(loops_know_their_ends),
        cmocka_unit_test(mistakes_are_told_with_their_place),
        cmocka_unit_test(a_missing_file_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
