/* The desk's keys under their passphrase, the kiosks it believes, and its log of openings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/fs.h"
#include "desk/passphrase.h"
#include "world.h"

static bool unlock_with(struct world *world, const char *words)
{
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;

    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    yt_buf_text(&passphrase, words);
    return yt_desk_unlock(&world->desk, &passphrase, &world->err);
}

static void only_the_passphrase_opens_the_keys(void **state)
{
    struct world *world = *state;
    static const uint8_t none[YT_SEAL_SECRET_SIZE];

    assert_false(unlock_with(world, WORLD_PASSPHRASE "."));
    assert_int_equal(world->err.code, YT_ERR_WRONG_KEY);
    assert_string_not_equal(world->err.remedy, "");
    assert_memory_equal(world->desk.secret.seal_key, none, sizeof none);
    assert_true(unlock_with(world, WORLD_PASSPHRASE));
}

static void the_key_file_is_private_and_never_replaced(void **state)
{
    struct world *world = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;
    struct yt_desk_secret secret = {0};
    struct stat status;
    char path[128];

    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    yt_buf_text(&passphrase, "something else");
    snprintf(path, sizeof path, "%s/desk.key", world->folder);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_false(
        yt_desk_create(world->folder, "B", NULL, &passphrase, YT_PASSPHRASE_COST, &world->err));
    assert_int_equal(world->err.code, YT_ERR_CONFLICT);
    assert_false(yt_desk_secret_write(path, &secret, &passphrase, YT_PASSPHRASE_COST, &world->err));
    assert_int_equal(world->err.code, YT_ERR_CONFLICT);
    assert_true(unlock_with(world, WORLD_PASSPHRASE));
}

static void a_damaged_key_file_is_told(void **state)
{
    struct world *world = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    char path[128];

    snprintf(path, sizeof path, "%s/desk.key", world->folder);
    yt_buf_init(&file, 4096);
    assert_true(yt_fs_read(path, &file, &world->err));
    /* Cut off; another version; a cost that no machine can pay. */
    assert_true(yt_fs_write_durable(path, file.data, file.size - 1, 0600, &world->err));
    assert_false(unlock_with(world, WORLD_PASSPHRASE));
    assert_int_equal(world->err.code, YT_ERR_CORRUPT);
    file.data[7] = 2;
    assert_true(yt_fs_write_durable(path, file.data, file.size, 0600, &world->err));
    assert_false(unlock_with(world, WORLD_PASSPHRASE));
    assert_int_equal(world->err.code, YT_ERR_UNSUPPORTED);
    file.data[7] = 1;
    file.data[16] = 0x7f;
    assert_true(yt_fs_write_durable(path, file.data, file.size, 0600, &world->err));
    assert_false(unlock_with(world, WORLD_PASSPHRASE));
    assert_int_equal(world->err.code, YT_ERR_CORRUPT);
    file.data[16] = 0;
    file.data[100] ^= 1;
    assert_true(yt_fs_write_durable(path, file.data, file.size, 0600, &world->err));
    assert_false(unlock_with(world, WORLD_PASSPHRASE));
    assert_int_equal(world->err.code, YT_ERR_WRONG_KEY);
}

static void keys_of_another_desk_do_not_fit(void **state)
{
    struct world *world = *state;

    world->desk.known.seal_key[0] ^= 1;
    assert_false(unlock_with(world, WORLD_PASSPHRASE));
    assert_int_equal(world->err.code, YT_ERR_CORRUPT);
}

static void kiosks_know_the_desk_by_its_file(void **state)
{
    struct world *world = *state;
    struct yt_desk_public known;
    char path[128];

    snprintf(path, sizeof path, "%s/desk.pub", world->folder);
    assert_true(yt_desk_public_read(path, &known, &world->err));
    assert_string_equal(known.name, "つむぎ市 くらし相談室");
    assert_memory_equal(known.seal_key, world->desk.opener.seal_key, sizeof known.seal_key);
}

static void a_kiosk_has_four_keys_at_most(void **state)
{
    struct world *world = *state;
    int others = 0;
    int revoked = 0;

    for (int i = 1; i <= 4; i++) {
        struct yt_kiosk_key box = world_other_kiosk("k2");
        bool enrolled =
            yt_desk_store_enroll(world->desk.store, &box.known, i, &others, &world->err);

        assert_int_equal(enrolled, i < 4);
        assert_int_equal(others, i);
    }
    assert_int_equal(world->err.code, YT_ERR_TOO_LARGE);
    assert_string_not_equal(world->err.remedy, "");
    assert_true(yt_desk_store_revoke(world->desk.store, "k2", "", &revoked, &world->err));
    assert_int_equal(revoked, 4);
    assert_true(
        yt_desk_store_enroll(world->desk.store, &world->kiosk.known, 9, &others, &world->err));
    assert_int_equal(others, 0);
}

static void one_key_of_a_kiosk_can_be_revoked(void **state)
{
    struct world *world = *state;
    struct yt_kiosk_key box = world_other_kiosk("k2");
    uint8_t keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE];
    struct yt_kiosk_book book = yt_desk_store_book(world->desk.store, false);
    char start[9];
    int others = 0;
    int revoked = 0;

    assert_true(yt_desk_store_enroll(world->desk.store, &box.known, 1, &others, &world->err));
    assert_int_equal(book.find("k2", keys, book.context), 2);
    sodium_bin2hex(start, sizeof start, world->kiosk.known.verify_key, 4);
    assert_true(yt_desk_store_revoke(world->desk.store, "k2", start, &revoked, &world->err));
    assert_int_equal(revoked, 1);
    assert_int_equal(book.find("k2", keys, book.context), 1);
    assert_memory_equal(keys[0], box.known.verify_key, YT_VERIFY_KEY_SIZE);
    assert_int_equal(book.find("k3", keys, book.context), 0);
    book = yt_desk_store_book(world->desk.store, true);
    assert_int_equal(book.find("k2", keys, book.context), 2);
}

static bool count_openings(const struct yt_desk_opening *opening, void *context)
{
    int *count = context;

    assert_string_equal(opening->who, "佐藤");
    assert_string_equal(opening->number, "123 456 782");
    assert_int_equal(opening->at_ms, 1000);
    ++*count;
    return true;
}

static void the_log_of_openings_cannot_be_changed(void **state)
{
    struct world *world = *state;
    const struct yt_desk_opening opening = {
        .number = "123 456 782", .who = "佐藤", .what = "show", .at_ms = 1000};
    sqlite3 *file = NULL;
    char path[128];
    int count = 0;

    assert_true(yt_desk_store_log(world->desk.store, &opening, &world->err));
    snprintf(path, sizeof path, "%s/desk.db", world->folder);
    assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(file, "DELETE FROM opening", NULL, NULL, NULL), SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(file, "UPDATE opening SET who = 'x'", NULL, NULL, NULL),
                         SQLITE_OK);
    sqlite3_close(file);
    assert_true(yt_desk_store_each_opening(world->desk.store, count_openings, &count, &world->err));
    assert_int_equal(count, 1);
}

static void the_passphrase_is_the_first_line_of_its_file(void **state)
{
    struct world *world = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;
    static const char lines[] = "青い傘 と 時計\r\nnot this\n";
    char path[128];

    snprintf(path, sizeof path, "%s/pass", world->folder);
    assert_true(yt_fs_write_durable(path, lines, strlen(lines), 0600, &world->err));
    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    assert_true(yt_passphrase_get(path, true, &passphrase, &world->err));
    assert_string_equal(yt_buf_string(&passphrase), "青い傘 と 時計");
    yt_buf_clear(&passphrase);
    assert_true(yt_fs_write_durable(path, "\n", 1, 0600, &world->err));
    assert_false(yt_passphrase_get(path, false, &passphrase, &world->err));
    assert_int_equal(world->err.code, YT_ERR_INVALID);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
    const struct CMUnitTest tests[] = {
        TEST(only_the_passphrase_opens_the_keys),
        TEST(the_key_file_is_private_and_never_replaced),
        TEST(a_damaged_key_file_is_told),
        TEST(keys_of_another_desk_do_not_fit),
        TEST(kiosks_know_the_desk_by_its_file),
        TEST(a_kiosk_has_four_keys_at_most),
        TEST(one_key_of_a_kiosk_can_be_revoked),
        TEST(the_log_of_openings_cannot_be_changed),
        TEST(the_passphrase_is_the_first_line_of_its_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
