#include "base/log.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char captured[8192];
static FILE *catcher;
static int true_stderr;

static void catch_stderr(void)
{
    catcher = tmpfile();
    assert_non_null(catcher);
    true_stderr = dup(STDERR_FILENO);
    fflush(stderr);
    assert_int_equal(dup2(fileno(catcher), STDERR_FILENO), STDERR_FILENO);
}

static const char *caught(void)
{
    size_t size;

    fflush(stderr);
    dup2(true_stderr, STDERR_FILENO);
    close(true_stderr);
    rewind(catcher);
    size = fread(captured, 1, sizeof captured - 1, catcher);
    captured[size] = '\0';
    fclose(catcher);
    return captured;
}

/* As systemd does for a program whose standard error it reads: device:inode (systemd.exec(5)). */
static void pretend_journal(void)
{
    struct stat status;
    char stream[64];

    assert_int_equal(fstat(STDERR_FILENO, &status), 0);
    snprintf(stream, sizeof stream, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    setenv("JOURNAL_STREAM", stream, 1);
}

static void the_journal_is_told_the_level(void **state)
{
    (void)state;
    catch_stderr();
    pretend_journal();
    yt_log(YT_LOG_ERROR, "no paper");
    yt_log(YT_LOG_WARNING, "paper low");
    yt_log(YT_LOG_INFO, "paper %s", "new");
    unsetenv("JOURNAL_STREAM");
    assert_string_equal(caught(), "<3>no paper\n<4>paper low\n<6>paper new\n");
}

static void a_person_reads_words(void **state)
{
    (void)state;
    catch_stderr();
    setenv("JOURNAL_STREAM", "1:1", 1); /* inherited, but this output goes elsewhere */
    yt_log(YT_LOG_ERROR, "no paper");
    unsetenv("JOURNAL_STREAM");
    yt_log(YT_LOG_WARNING, "paper low");
    assert_string_equal(caught(), "error: no paper\nwarning: paper low\n");
}

static void one_call_is_one_line(void **state)
{
    (void)state;
    catch_stderr();
    yt_log(YT_LOG_INFO, "key \"%s\"", "a\n<3>forged\r\x1b[31m");
    assert_string_equal(caught(), "info: key \"a <3>forged  [31m\"\n");
}

static void long_lines_are_cut_between_characters(void **state)
{
    char text[3001];

    (void)state;
    for (size_t i = 0; i < 1000; i++)
        memcpy(text + 3 * i, "漢", 3);
    text[3000] = '\0';
    for (int shift = 0; shift < 3; shift++) {
        catch_stderr();
        yt_log(YT_LOG_INFO, "%.*s%s", shift, "abc", text);
        (void)caught();
        assert_true(yt_str_valid(captured, strlen(captured)));
        assert_true(strlen(captured) > 1000);
    }
}

static void an_error_comes_with_its_remedy(void **state)
{
    struct yt_err err = {0};

    (void)state;
    catch_stderr();
    yt_err_set(&err, YT_ERR_INVALID, "menu.yaml:3:1: unknown key");
    yt_log_err(YT_LOG_ERROR, "load site", &err);
    yt_err_remedy(&err, "Take it out.");
    yt_log_err(YT_LOG_ERROR, "load site", &err);
    assert_string_equal(caught(), "error: load site: menu.yaml:3:1: unknown key\n"
                                  "error: load site: menu.yaml:3:1: unknown key -> Take it out.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_journal_is_told_the_level),
        cmocka_unit_test(a_person_reads_words),
        cmocka_unit_test(one_call_is_one_line),
        cmocka_unit_test(long_lines_are_cut_between_characters),
        cmocka_unit_test(an_error_comes_with_its_remedy),
    };

    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
