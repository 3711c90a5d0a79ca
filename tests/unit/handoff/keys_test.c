#include "handoff/keys.h"

#include "base/fs.h"
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];
static char path[96];

static int set_up(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/yotte-keys-XXXXXX");
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/key", folder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    (void)unlink(path);
    return rmdir(folder);
}

static void the_first_start_makes_a_key_and_the_next_finds_it(void **state)
{
    struct yt_kiosk_key made;
    struct yt_kiosk_key found;
    struct yt_err err = {0};
    struct stat status;

    (void)state;
    assert_true(yt_kiosk_key_open(path, "k1", &made, &err));
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_true(yt_kiosk_key_open(path, "k1", &found, &err));
    assert_memory_equal(&made, &found, sizeof made);
    assert_false(yt_kiosk_key_open(path, "k2", &found, &err));
    assert_int_equal(err.code, YT_ERR_CONFLICT);
    assert_false(yt_kiosk_key_open(path, "K 1", &found, &err));
    assert_int_equal(err.code, YT_ERR_INVALID);
}

/* A damaged file is refused, and never replaced: it may be all that opens earlier ties. */
static void a_damaged_key_file_is_kept(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {.max = 4096};
    struct yt_kiosk_key key;
    struct yt_err err = {0};
    size_t size;

    (void)state;
    assert_true(yt_kiosk_key_open(path, "k1", &key, &err));
    assert_true(yt_fs_read(path, &text, &err));
    size = text.size;
    for (size_t at = 0; at + 1 < size; at++) {
        YT_SCOPED(yt_buf_done) struct yt_buf after = {.max = 4096};

        text.data[at] ^= 1;
        assert_true(yt_fs_write_durable(path, text.data, size, 0600, &err));
        assert_false(yt_kiosk_key_open(path, "k1", &key, &err));
        assert_true(err.code == YT_ERR_CORRUPT || err.code == YT_ERR_UNSUPPORTED);
        assert_true(err.remedy[0] != '\0');
        assert_true(yt_fs_read(path, &after, &err));
        assert_memory_equal(after.data, text.data, size);
        text.data[at] ^= 1;
    }
    assert_true(yt_fs_write_durable(path, "", 0, 0600, &err));
    assert_false(yt_kiosk_key_open(path, "k1", &key, &err));
    assert_int_equal(err.code, YT_ERR_CORRUPT);
}

static void the_enrolment_code_comes_back_however_typed(void **state)
{
    struct yt_kiosk_key key;
    struct yt_kiosk_public read;
    struct yt_err err = {0};
    char code[YT_ENROLMENT_CODE_MAX];
    char wide[YT_ENROLMENT_CODE_MAX * 3] = "";

    (void)state;
    sample_kiosk_key(&key);
    strcpy(key.known.kiosk, "kiosk-of-15-abc");
    yt_enrolment_code(&key.known, code);
    assert_true(strlen(code) < 160);
    assert_int_equal(strspn(code, "0123456789 "), strlen(code));
    assert_true(yt_enrolment_parse(code, &read, &err));
    assert_memory_equal(&read, &key.known, sizeof read);
    for (size_t i = 0; code[i]; i++) /* as an input method delivers it */
        snprintf(wide + strlen(wide), sizeof wide - strlen(wide), "%s",
                 code[i] == ' ' ? "　"
                                : (const char[]){'\xEF', '\xBC', (char)(0x90 + code[i] - '0'), 0});
    assert_true(yt_enrolment_parse(wide, &read, &err));
    assert_memory_equal(&read, &key.known, sizeof read);
}

static void a_mistyped_enrolment_code_is_refused(void **state)
{
    struct yt_kiosk_key key;
    struct yt_kiosk_public read;
    struct yt_err err = {0};
    char code[YT_ENROLMENT_CODE_MAX];
    char bad[YT_ENROLMENT_CODE_MAX];

    (void)state;
    sample_kiosk_key(&key);
    yt_enrolment_code(&key.known, code);
    for (size_t at = 0; code[at]; at++) {
        if (code[at] == ' ')
            continue;
        strcpy(bad, code);
        bad[at] = bad[at] == '9' ? '0' : (char)(bad[at] + 1);
        assert_false(yt_enrolment_parse(bad, &read, &err));
        assert_int_equal(err.code, at < 4    ? YT_ERR_FOREIGN
                                   : at == 4 ? YT_ERR_UNSUPPORTED
                                             : YT_ERR_DAMAGED);
        strcpy(bad, code);
        bad[at] = '\0';
        assert_false(yt_enrolment_parse(bad, &read, &err));
    }
}

static void the_desk_file_travels(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {.max = 4096};
    YT_SCOPED(yt_buf_done) struct yt_buf other = {.max = 4096};
    struct yt_desk_public desk;
    struct yt_desk_public read;
    struct yt_desk_opener opener;
    struct yt_err err = {0};

    (void)state;
    sample_desk(&desk, &opener);
    assert_true(yt_desk_public_write(path, &desk, &err));
    assert_true(yt_desk_public_read(path, &read, &err));
    assert_memory_equal(&read, &desk, sizeof desk);
    /* Through an editor on another system. */
    assert_true(yt_fs_read(path, &text, &err));
    yt_buf_text(&other, "\xEF\xBB\xBF");
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\n')
            yt_buf_byte(&other, '\r');
        yt_buf_byte(&other, text.data[i]);
    }
    assert_true(yt_desk_public_parse(yt_buf_string(&other), &read, &err));
    assert_memory_equal(&read, &desk, sizeof desk);
}

static void a_changed_desk_file_is_refused(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {.max = 4096};
    struct yt_desk_public desk;
    struct yt_desk_opener opener;
    struct yt_err err = {0};

    (void)state;
    sample_desk(&desk, &opener);
    assert_true(yt_desk_public_format(&desk, &text, &err));
    for (size_t at = 0; at + 1 < text.size; at++) {
        uint8_t byte = text.data[at];

        text.data[at] = (uint8_t)(byte == 'A' ? 'B' : 'A');
        assert_false(yt_desk_public_parse(yt_buf_string(&text), &desk, &err));
        text.data[at] = '\0'; /* cut off */
        assert_false(yt_desk_public_parse(yt_buf_string(&text), &desk, &err));
        text.data[at] = byte;
    }
    assert_false(yt_desk_public_parse("hello", &desk, &err));
    assert_int_equal(err.code, YT_ERR_FOREIGN);
    strcpy(desk.name, "two\nlines");
    assert_false(yt_desk_public_format(&desk, &text, &err));
}

static void the_key_id_is_the_start_of_blake2b(void **state)
{
    uint8_t key[YT_SEAL_PUBLIC_SIZE] = {0};
    uint8_t id[YT_KEY_ID_SIZE];
    /* b2sum -l 256 of 32 zero bytes */
    static const uint8_t expected[YT_KEY_ID_SIZE] = {0x89, 0xeb, 0x0d, 0x6a,
                                                     0x8a, 0x69, 0x1d, 0xae};

    (void)state;
    yt_desk_key_id(key, id);
    assert_memory_equal(id, expected, sizeof id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_start_makes_a_key_and_the_next_finds_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_damaged_key_file_is_kept, set_up, tear_down),
        cmocka_unit_test(the_enrolment_code_comes_back_however_typed),
        cmocka_unit_test(a_mistyped_enrolment_code_is_refused),
        cmocka_unit_test_setup_teardown(the_desk_file_travels, set_up, tear_down),
        cmocka_unit_test(a_changed_desk_file_is_refused),
        cmocka_unit_test(the_key_id_is_the_start_of_blake2b),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
