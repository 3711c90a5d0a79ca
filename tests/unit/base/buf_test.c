#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A request for all memory is refused, as it is without the sanitizer, not reported. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

/* The linker sends every free() of the library here (--wrap), so that what is given back can be
 * looked at before it is gone. */
void __real_free(void *memory);
void __wrap_free(void *memory);
static void *watched;
static size_t watched_size;
static bool watched_was_zero;

void __wrap_free(void *memory)
{
    if (memory && memory == watched) {
        watched_was_zero = true;
        for (size_t i = 0; i < watched_size; i++)
            watched_was_zero = watched_was_zero && ((const uint8_t *)memory)[i] == 0;
        watched = NULL;
    }
    __real_free(memory);
}

static void watch(const struct yt_buf *buf)
{
    watched = buf->data;
    watched_size = buf->capacity + 1;
    watched_was_zero = false;
}

static void assert_sane(const struct yt_buf *buf)
{
    assert_true(buf->size <= buf->capacity);
    assert_true(buf->capacity <= buf->max);
    if (buf->data)
        assert_int_equal(buf->data[buf->size], 0);
}

static void pieces_come_together_in_order(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;
    struct yt_err err;

    (void)state;
    yt_buf_init(&buf, 100);
    assert_string_equal(yt_buf_string(&buf), "");
    assert_true(yt_buf_text(&buf, "寄"));
    assert_true(yt_buf_byte(&buf, '-'));
    assert_true(yt_buf_printf(&buf, "%d/%s", 12, "ab"));
    assert_true(yt_buf_append(&buf, "xyz", 2));
    assert_true(yt_buf_append(&buf, NULL, 0));
    assert_string_equal(yt_buf_string(&buf), "寄-12/abxy");
    assert_int_equal(buf.size, 11);
    assert_sane(&buf);
    assert_true(yt_buf_ok(&buf, &err));
}

static void bytes_may_be_nul(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 100);
    yt_buf_append(&buf, "a\0b", 3);
    assert_int_equal(buf.size, 3);
    assert_memory_equal(buf.data, "a\0b", 4);
    assert_string_equal(yt_buf_string(&buf), "a");
}

static void content_survives_growth(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 100000);
    for (size_t i = 0; i < 100000; i++) {
        assert_true(yt_buf_byte(&buf, (uint8_t)(i * 7)));
        assert_sane(&buf);
    }
    for (size_t i = 0; i < 100000; i++)
        assert_int_equal(buf.data[i], (uint8_t)(i * 7));
}

static void the_maximum_is_reached_and_not_passed(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;
    struct yt_err err;

    (void)state;
    yt_buf_init(&buf, 5);
    assert_true(yt_buf_text(&buf, "abcde"));
    assert_true(yt_buf_ok(&buf, &err));
    assert_false(yt_buf_byte(&buf, 'f'));
    assert_string_equal(yt_buf_string(&buf), "abcde");
    assert_false(yt_buf_ok(&buf, &err));
    assert_int_equal(err.code, YT_ERR_TOO_LARGE);
    assert_sane(&buf);
}

static void a_failure_is_remembered_until_cleared(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;
    struct yt_err err;

    (void)state;
    yt_buf_init(&buf, 5);
    assert_true(yt_buf_text(&buf, "abc"));
    assert_false(yt_buf_text(&buf, "defg"));
    assert_false(yt_buf_byte(&buf, 'd')); /* would fit, but something is missing before it */
    assert_false(yt_buf_printf(&buf, "%d", 1));
    assert_false(yt_buf_append(&buf, "", 0));
    assert_null(yt_buf_extend(&buf, 1));
    assert_string_equal(yt_buf_string(&buf), "abc");
    yt_buf_clear(&buf);
    assert_string_equal(yt_buf_string(&buf), "");
    assert_true(yt_buf_ok(&buf, &err));
    assert_true(yt_buf_text(&buf, "defg"));
    assert_string_equal(yt_buf_string(&buf), "defg");
}

static void sizes_without_end_are_refused(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, SIZE_MAX);
    assert_true(yt_buf_text(&buf, "abc"));
    assert_null(yt_buf_extend(&buf, SIZE_MAX)); /* the sum would wrap */
    yt_buf_clear(&buf);
    assert_null(yt_buf_extend(&buf, SIZE_MAX - 3)); /* doubling would never get there */
    yt_buf_clear(&buf);
    assert_null(yt_buf_extend(&buf, SIZE_MAX)); /* no room for the NUL */
}

static void extended_bytes_are_zero_and_ours(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;
    uint8_t *place;

    (void)state;
    yt_buf_init(&buf, 1000);
    yt_buf_text(&buf, "a long text that was here before");
    yt_buf_clear(&buf);
    place = yt_buf_extend(&buf, 8);
    assert_non_null(place);
    assert_memory_equal(place, "\0\0\0\0\0\0\0\0", 8);
    for (int i = 0; i < 8; i++)
        place[i] = (uint8_t)('1' + i);
    assert_string_equal(yt_buf_string(&buf), "12345678");
    assert_sane(&buf);
}

static void nothing_is_harmless(void **state)
{
    struct yt_buf buf = {0};

    (void)state;
    assert_string_equal(yt_buf_string(&buf), "");
    yt_buf_clear(&buf);
    yt_buf_done(&buf);
    yt_buf_done(&buf);
    assert_true(yt_buf_append(&buf, NULL, 0));
    assert_false(yt_buf_byte(&buf, 'a'));
    yt_buf_done(&buf);
}

static void a_released_buffer_can_be_used_again(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init_secret(&buf, 10);
    assert_false(yt_buf_text(&buf, "far too long for it"));
    yt_buf_done(&buf);
    assert_true(buf.secret);
    assert_true(yt_buf_text(&buf, "0123456789"));
    assert_string_equal(yt_buf_string(&buf), "0123456789");
}

static void a_secret_is_wiped_when_released(void **state)
{
    struct yt_buf buf;

    (void)state;
    yt_buf_init_secret(&buf, 1000);
    yt_buf_text(&buf, "さくら 090-0000-0000");
    watch(&buf);
    yt_buf_done(&buf);
    assert_null(watched);
    assert_true(watched_was_zero);
}

static void a_secret_is_wiped_where_it_lay_before_it_grew(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init_secret(&buf, 1000);
    yt_buf_text(&buf, "さくら");
    watch(&buf);
    assert_non_null(yt_buf_extend(&buf, 900));
    assert_null(watched);
    assert_true(watched_was_zero);
}

static void a_secret_is_wiped_when_cleared(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init_secret(&buf, 1000);
    yt_buf_text(&buf, "さくら");
    yt_buf_clear(&buf);
    for (size_t i = 0; i <= buf.capacity; i++)
        assert_int_equal(buf.data[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_come_together_in_order),
        cmocka_unit_test(bytes_may_be_nul),
        cmocka_unit_test(content_survives_growth),
        cmocka_unit_test(the_maximum_is_reached_and_not_passed),
        cmocka_unit_test(a_failure_is_remembered_until_cleared),
        cmocka_unit_test(sizes_without_end_are_refused),
        cmocka_unit_test(extended_bytes_are_zero_and_ours),
        cmocka_unit_test(nothing_is_harmless),
        cmocka_unit_test(a_released_buffer_can_be_used_again),
        cmocka_unit_test(a_secret_is_wiped_when_released),
        cmocka_unit_test(a_secret_is_wiped_where_it_lay_before_it_grew),
        cmocka_unit_test(a_secret_is_wiped_when_cleared),
    };

    return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
