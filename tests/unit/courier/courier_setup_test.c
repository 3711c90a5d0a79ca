/* Where nothing may be sent is known before anything is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/fs.h"
#include "courier/setup.h"
#include "remove_folder.h"

#define PIN "sha256//qEmQ3KLlnMA3zeHyzCcaOSZhGmXb4zSjPG3pKwGcGLE="

struct box {
    char folder[64];
    struct yt_courier_options options;
    struct yt_courier_setup setup;
    struct yt_err err;
};

static void write_token(struct box *box, const char *text, size_t size)
{
    char path[96];

    snprintf(path, sizeof path, "%s/desk.token", box->folder);
    assert_true(yt_fs_write_durable(path, text, size, 0600, &box->err));
}

static int setup(void **state)
{
    struct box *box = calloc(1, sizeof *box);
    struct yt_desk_public desk = {.name = "desk"};
    char path[96];

    *state = box;
    snprintf(box->folder, sizeof box->folder, "/tmp/yotte-courier-XXXXXX");
    if (sodium_init() < 0 || !mkdtemp(box->folder))
        return -1;
    randombytes_buf(desk.seal_key, sizeof desk.seal_key);
    snprintf(path, sizeof path, "%s/desk.pub", box->folder);
    write_token(box, "k1.abc_-DEF\n", 12);
    box->options = (struct yt_courier_options){
        .data_folder = box->folder, .desk_url = "https://desk.example:8443/", .pin = PIN};
    return yt_desk_public_write(path, &desk, &box->err) ? 0 : -1;
}

static int teardown(void **state)
{
    struct box *box = *state;
    int removed = remove_folder(box->folder);

    free(box);
    return removed;
}

static bool set_up(struct box *box)
{
    return yt_courier_setup_desk(&box->options, &box->setup, &box->err) &&
           yt_courier_setup_link(&box->options, &box->setup, &box->err);
}

static void addresses_are_taken_or_refused(void **state)
{
    static const char *const good[] = {"https://desk.example", "https://192.0.2.7:8443/yotte",
                                       "http://127.0.0.1:8443", "http://localhost:1/",
                                       "http://[::1]:8443"};
    static const char *const bad[] = {"",
                                      "desk.example",
                                      "http://desk.example",
                                      "http://192.0.2.7",
                                      "http://127.0.0.1.evil.example",
                                      "http://localhost.evil.example",
                                      "http://127.evil.example",
                                      "ftp://127.0.0.1",
                                      "file:///etc/passwd",
                                      "https://"};
    struct box *box = *state;

    for (size_t i = 0; i < YT_COUNT(good); i++) {
        box->options.desk_url = good[i];
        if (!set_up(box))
            fail_msg("%s: %s", good[i], box->err.text);
    }
    for (size_t i = 0; i < YT_COUNT(bad); i++) {
        box->options.desk_url = bad[i];
        if (set_up(box))
            fail_msg("%s was taken", bad[i]);
        assert_int_equal(box->err.code, YT_ERR_INVALID);
    }
    box->options.desk_url = NULL;
    assert_false(set_up(box));
}

static void a_desk_that_could_be_anybody_is_refused(void **state)
{
    struct box *box = *state;

    assert_true(set_up(box));
    assert_string_equal(box->setup.url, "https://desk.example:8443");
    box->options.pin = NULL;
    assert_false(set_up(box));
    assert_int_equal(box->err.code, YT_ERR_INVALID);
    box->options.ca_file = "ca.pem";
    assert_true(set_up(box));
    box->options.pin = "sha256//short";
    assert_false(set_up(box));
    box->options.pin = "md5//qEmQ3KLlnMA3zeHyzCcaOSZhGmXb4zSjPG3pKwGcGLE=";
    assert_false(set_up(box));
}

static void only_what_is_a_token_goes_into_a_header(void **state)
{
    struct box *box = *state;

    assert_true(set_up(box));
    assert_string_equal(box->setup.token, "k1.abc_-DEF");
    write_token(box, "k1.abc\r\n", 8);
    assert_true(set_up(box));
    write_token(box, "k1.abc def\n", 11);
    assert_false(set_up(box));
    write_token(box, "\n", 1);
    assert_false(set_up(box));
    write_token(box, "k1.a\0b\n", 7);
    assert_true(set_up(box)); /* ends there, as a string does */
    box->options.token_file = "/nonexistent/token";
    assert_false(set_up(box));
    assert_int_equal(box->err.code, YT_ERR_NOT_FOUND);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(addresses_are_taken_or_refused),
        CASE(a_desk_that_could_be_anybody_is_refused),
        CASE(only_what_is_a_token_goes_into_a_header),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
