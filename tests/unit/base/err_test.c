#include "base/err.h"

#include "base/str.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void assert_sane(const struct yt_err *err)
{
    size_t text = strnlen(err->text, sizeof err->text);
    size_t remedy = strnlen(err->remedy, sizeof err->remedy);

    assert_true(text < sizeof err->text);
    assert_true(remedy < sizeof err->remedy);
    assert_true(yt_str_valid(err->text, text));
    assert_true(yt_str_valid(err->remedy, remedy));
}

/* A text of `count` characters of three bytes each. */
static const char *kanji(char *to, size_t count)
{
    for (size_t i = 0; i < count; i++)
        memcpy(to + 3 * i, "漢", 3);
    to[3 * count] = '\0';
    return to;
}

static void callers_say_what_they_were_doing(void **state)
{
    struct yt_err err = {0};

    (void)state;
    assert_false(yt_err_set(&err, YT_ERR_INVALID, "unknown key \"%s\"", "hors"));
    assert_false(yt_err_context(&err, "menu.yaml:%d:%d", 12, 5));
    assert_false(yt_err_remedy(&err, "Write \"%s\".", "hours"));
    assert_false(yt_err_context(&err, "switch content"));
    assert_int_equal(err.code, YT_ERR_INVALID);
    assert_string_equal(err.text, "switch content: menu.yaml:12:5: unknown key \"hors\"");
    assert_string_equal(err.remedy, "Write \"hours\".");
}

static void a_new_error_has_no_old_remedy(void **state)
{
    struct yt_err err = {0};

    (void)state;
    yt_err_set(&err, YT_ERR_IO, "one");
    yt_err_remedy(&err, "Do this.");
    yt_err_set(&err, YT_ERR_TIMEOUT, "two");
    assert_int_equal(err.code, YT_ERR_TIMEOUT);
    assert_string_equal(err.text, "two");
    assert_string_equal(err.remedy, "");
    yt_err_clear(&err);
    assert_int_equal(err.code, YT_OK);
    assert_string_equal(err.text, "");
}

static void long_texts_are_cut_between_characters(void **state)
{
    char text[1000];
    struct yt_err err = {0};

    (void)state;
    for (size_t shift = 0; shift < 3; shift++) { /* each place inside a character */
        yt_err_set(&err, YT_ERR_IO, "%.*s%s", (int)shift, "abc", kanji(text, 300));
        assert_sane(&err);
        assert_true(strlen(err.text) > YT_ERR_TEXT_MAX - 4);
        yt_err_remedy(&err, "%.*s%s", (int)shift, "abc", kanji(text, 300));
        assert_sane(&err);
        assert_true(strlen(err.remedy) > YT_ERR_REMEDY_MAX - 4);
    }
}

static void a_long_context_is_cut_between_characters_and_leaves_the_cause(void **state)
{
    char text[1000];
    struct yt_err err = {0};

    (void)state;
    for (size_t shift = 0; shift < 3; shift++) {
        yt_err_set(&err, YT_ERR_IO, "the cause");
        yt_err_context(&err, "%.*s%s", (int)shift, "abc", kanji(text, 300));
        assert_sane(&err);
        assert_non_null(strstr(err.text, "漢: the cause"));
    }
}

static void a_hundred_contexts_stay_within_bounds(void **state)
{
    struct yt_err err = {0};

    (void)state;
    yt_err_set(&err, YT_ERR_IO, "原因");
    for (int i = 0; i < 100; i++) {
        yt_err_context(&err, "段階%d", i);
        assert_sane(&err);
    }
    assert_ptr_equal(strstr(err.text, "段階99: 段階98: "), err.text);
}

static void an_error_can_be_made_from_its_own_text(void **state)
{
    struct yt_err err = {0};

    (void)state;
    yt_err_set(&err, YT_ERR_IO, "no answer");
    yt_err_set(&err, YT_ERR_OFFLINE, "printer: %s", err.text);
    assert_string_equal(err.text, "printer: no answer");
    yt_err_remedy(&err, "Plug it in.");
    yt_err_remedy(&err, "Switch it on. %s", err.remedy);
    assert_string_equal(err.remedy, "Switch it on. Plug it in.");
}

static void the_systems_numbers_become_ours(void **state)
{
    static const struct {
        int number;
        enum yt_err_code code;
    } cases[] = {
        {ENOSPC, YT_ERR_DISK_FULL},  {EDQUOT, YT_ERR_DISK_FULL}, {EROFS, YT_ERR_READ_ONLY},
        {EACCES, YT_ERR_READ_ONLY},  {EPERM, YT_ERR_READ_ONLY},  {ENOENT, YT_ERR_NOT_FOUND},
        {ENOMEM, YT_ERR_NO_MEMORY},  {EIO, YT_ERR_IO},           {EBADF, YT_ERR_IO},
        {ETIMEDOUT, YT_ERR_TIMEOUT},
    };
    struct yt_err err = {0};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        assert_false(yt_err_errno(&err, cases[i].number, "queue.db"));
        assert_int_equal(err.code, cases[i].code);
    }
    yt_err_errno(&err, ENOSPC, "%s", "queue.db");
    assert_string_equal(err.text, "queue.db: No space left on device");
}

static void the_systems_words_are_there_behind_a_long_name(void **state)
{
    char text[1000];
    struct yt_err err = {0};

    (void)state;
    yt_err_errno(&err, ENOSPC, "%s", kanji(text, 300));
    assert_sane(&err);
    assert_non_null(strstr(err.text, "No space left"));
}

static void every_code_has_its_own_name(void **state)
{
    (void)state;
    for (int a = YT_OK; a <= YT_ERR_STOPPED; a++) {
        assert_string_not_equal(yt_err_name((enum yt_err_code)a), "?");
        for (int b = YT_OK; b < a; b++)
            assert_string_not_equal(yt_err_name((enum yt_err_code)a),
                                    yt_err_name((enum yt_err_code)b));
    }
    assert_string_equal(yt_err_name(YT_ERR_DISK_FULL), "disk-full");
    assert_string_equal(yt_err_name((enum yt_err_code)(YT_ERR_STOPPED + 1)), "?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(callers_say_what_they_were_doing),
        cmocka_unit_test(a_new_error_has_no_old_remedy),
        cmocka_unit_test(long_texts_are_cut_between_characters),
        cmocka_unit_test(a_long_context_is_cut_between_characters_and_leaves_the_cause),
        cmocka_unit_test(a_hundred_contexts_stay_within_bounds),
        cmocka_unit_test(an_error_can_be_made_from_its_own_text),
        cmocka_unit_test(the_systems_numbers_become_ours),
        cmocka_unit_test(the_systems_words_are_there_behind_a_long_name),
        cmocka_unit_test(every_code_has_its_own_name),
    };

    return cmocka_run_group_tests_name("err", tests, NULL, NULL);
}
