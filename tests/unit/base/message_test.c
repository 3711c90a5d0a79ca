#include "base/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The catalogues are made by the build from data/<language>.po. */
#define CATALOGUES YT_BINARY_DIR "/tests/unit/base/messages"

static int open_catalogues(void **state)
{
    struct yt_err err;

    (void)state;
    /* What a developer's desktop has set must not choose the resident's language. */
    setenv("LANGUAGE", "de:fr", 1);
    setenv("LC_ALL", "C", 1);
    return yt_message_open(CATALOGUES, &err) ? 0 : -1;
}

static void each_language_has_its_text(void **state)
{
    (void)state;
    assert_string_equal(yt_message("ja", "ui.next"), "次へ");
    assert_string_equal(yt_message("ja-easy", "ui.next"), "つぎへ");
    assert_string_equal(yt_message("en", "ui.next"), "Next");
    assert_string_equal(yt_message("ja", "ui.next"), "次へ"); /* and back */
}

static void what_is_missing_comes_from_easy_japanese_then_japanese(void **state)
{
    (void)state;
    assert_string_equal(yt_message("en", "ui.back"), "もどる");
    assert_string_equal(yt_message("en", "ui.stop"), "中止");
    assert_string_equal(yt_message("ja-easy", "ui.stop"), "中止");
    assert_string_equal(yt_message("ja", "ui.back"), "戻る"); /* never easy where proper is there */
    assert_string_equal(yt_message("ko", "ui.back"), "もどる"); /* no catalogue at all */
    assert_string_equal(yt_message("en", "ui.nowhere"), "ui.nowhere");
    assert_string_equal(yt_message("ja", ""), "");
}

static void having_a_text_is_told_from_falling_back(void **state)
{
    (void)state;
    assert_true(yt_message_has("en", "ui.next"));
    assert_false(yt_message_has("en", "ui.back"));
    assert_true(yt_message_has("ja", "ui.back"));
    assert_false(yt_message_has("ko", "ui.next"));
    assert_false(yt_message_has("ja", "ui.nowhere"));
    assert_false(yt_message_has("ja", ""));
}

static const char *site_says(const char *language, const char *id, void *context)
{
    if (strcmp(language, "en") == 0 && strcmp(id, "ui.next") == 0)
        return context;
    return NULL;
}

static void the_sites_own_wording_comes_first(void **state)
{
    (void)state;
    yt_message_set_override(site_says, "Onward");
    assert_string_equal(yt_message("en", "ui.next"), "Onward");
    assert_string_equal(yt_message("ja", "ui.next"), "次へ");
    yt_message_set_override(NULL, NULL);
    assert_string_equal(yt_message("en", "ui.next"), "Next");
}

static void places_are_filled(void **state)
{
    static const struct yt_message_value values[] = {
        {"n", "3"}, {"name", "{n}さん"}, {"empty", ""}};
    static const char *const cases[][2] = {
        {"", ""},
        {"no place", "no place"},
        {"{n}", "3"},
        {"あと{n}分、{n}秒", "あと3分、3秒"},
        {"{name}", "{n}さん"}, /* a value is not looked through again */
        {"a{empty}b", "ab"},
        {"{unknown} {n}", "{unknown} 3"},
        {"{} {n", "{} {n"},
        {"} {n}", "} 3"},
        {"{ {n}", "{ 3"},
        {"{ {n} }", "{ 3 }"},
    };
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 100);
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        yt_buf_clear(&buf);
        assert_true(yt_message_fill(&buf, cases[i][0], values, YT_COUNT(values)));
        assert_string_equal(yt_buf_string(&buf), cases[i][1]);
    }
}

static void too_long_a_text_is_reported(void **state)
{
    static const struct yt_message_value value = {"n", "a value that is too long"};
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 10);
    assert_false(yt_message_fill(&buf, "{n}", &value, 1));
}

static void no_japanese_is_an_error(void **state)
{
    struct yt_err err;

    (void)state;
    assert_false(yt_message_open(YT_BINARY_DIR "/nowhere", &err));
    assert_int_equal(err.code, YT_ERR_NOT_FOUND);
    assert_non_null(strstr(err.text, "/nowhere"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_has_its_text),
        cmocka_unit_test(what_is_missing_comes_from_easy_japanese_then_japanese),
        cmocka_unit_test(having_a_text_is_told_from_falling_back),
        cmocka_unit_test(the_sites_own_wording_comes_first),
        cmocka_unit_test(places_are_filled),
        cmocka_unit_test(too_long_a_text_is_reported),
        cmocka_unit_test(no_japanese_is_an_error),
    };

    return cmocka_run_group_tests_name("message", tests, open_catalogues, NULL);
}
