/* The way by USB stick, with the real programs: what is carried arrives once, only true receipts
 * free anything, and a stick that is full, broken or full of other things does no harm. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "carrying.h"
#include "handoff/frame.h"
#include "handoff/receipt.h"
#include "store/queue.h"

static void entries_are_carried_and_receipts_free_them(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    char name[YT_STICK_NAME_MAX];
    uint8_t frame[YT_FRAME_MAX];
    size_t size;

    yt_buf_init(&bytes, YT_FRAME_MAX);
    parties_save(parties, 5);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_true(carrying_said(carrying, "5 on the stick"));
    /* Only what can be taken out is called so. */
    assert_int_equal(carrying_said(carrying, "Safe to remove"),
                     strncmp(carrying->stick, "/dev/shm", 8) == 0);
    assert_int_equal(carrying_files(carrying, ".yotte"), 5);
    size = yt_frame_write(&parties->saved[3], frame);
    carrying_name(carrying, YT_STICK_ENTRY, 3, name);
    carrying_get(carrying, name, &bytes);
    assert_int_equal(bytes.size, size);
    assert_memory_equal(bytes.data, frame, size);
    assert_int_equal(parties_waiting(parties), 5); /* until the receipts come */

    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_true(carrying_said(carrying, "taken "));
    assert_int_equal(parties_at_desk(parties), 5);
    assert_int_equal(carrying_files(carrying, ".receipt"), 5);
    assert_int_equal(carrying_collect(carrying, NULL), DONE); /* again */
    assert_false(carrying_said(carrying, "taken "));
    assert_int_equal(parties_at_desk(parties), 5);

    assert_int_equal(carrying_run(carrying, "receipts", NULL), DONE);
    assert_true(carrying_said(carrying, "5 freed"));
    assert_int_equal(parties_waiting(parties), 0);
    assert_int_equal(parties_state(parties, 3), YT_QUEUE_DELIVERED);
    assert_int_equal(carrying_files(carrying, ""), 0);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_true(carrying_said(carrying, "0 on the stick"));
    assert_int_equal(carrying_collect(carrying, NULL),
                     LEFT); /* nothing here: perhaps the wrong folder */
}

static void by_network_and_by_stick_is_one_entry(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;

    parties_save(parties, 3);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_true(carrying_said(carrying, "again "));
    assert_int_equal(parties_at_desk(parties), 3);
    assert_int_equal(carrying_run(carrying, "receipts", NULL), DONE);
    assert_true(carrying_said(carrying, "0 freed, 3 with nothing to free"));
    assert_int_equal(carrying_files(carrying, ""), 0);
    /* And the other way round. */
    parties_save(parties, 2);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 5);
    assert_int_equal(parties_waiting(parties), 0);
}

static void a_stick_that_fails_loses_nothing_and_is_tried_again(void **state)
{
    static const char *const faults[] = {"fail=enospc", "fail=enospc after=5", "fail=eio",
                                         "fail=eio after=1"};
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;

    parties_save(parties, 6);
    for (size_t i = 0; i < YT_COUNT(faults); i++) {
        assert_int_equal(carrying_run(carrying, "export", faults[i]), FILE_FAULT);
        assert_false(carrying_said(carrying, "Safe"));
        assert_true(carrying_said(carrying, "run this again"));
        assert_int_equal(parties_waiting(parties), 6);
        assert_true(carrying_files(carrying, ".yotte") < 6);
    }
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_true(carrying_said(carrying, "6 on the stick"));
    assert_int_equal(carrying_files(carrying, ""), 6); /* and nothing half made */
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 6);
}

static void a_stick_that_lies_is_found_out(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;

    parties_save(parties, 2);
    assert_int_equal(carrying_run(carrying, "export", "garble=1"), FILE_FAULT);
    assert_true(carrying_said(carrying, "not what was written"));
    assert_false(carrying_said(carrying, "Safe"));
    assert_int_equal(carrying_files(carrying, ".yotte"), 0);
    assert_int_equal(parties_waiting(parties), 2);
}

static void a_killed_export_is_run_again(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;
    pid_t child;

    parties_save(parties, 8);
    child = carrying_start(carrying, parties, "export", "write_ms=300");
    while (carrying_files(carrying, ".yotte") < 2)
        usleep(10000);
    kill(child, SIGKILL);
    assert_int_equal(carrying_end(carrying, child), -1);
    assert_true(carrying_files(carrying, ".yotte") < 8);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_int_equal(carrying_files(carrying, ".yotte"), 8);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 8);
}

static void a_desk_that_cannot_write_receipts_says_so(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;

    parties_save(parties, 4);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_int_equal(carrying_collect(carrying, "fail=enospc"), FILE_FAULT);
    assert_true(carrying_said(carrying, "not every receipt"));
    assert_int_equal(parties_at_desk(parties), 4);
    assert_int_equal(carrying_run(carrying, "receipts", NULL), DONE);
    assert_int_equal(parties_waiting(parties), 4);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_int_equal(carrying_run(carrying, "receipts", NULL), DONE);
    assert_int_equal(parties_waiting(parties), 0);
}

/* The sixth of the entries is whole. */
static void spoil(struct carrying *carrying, const char *secret)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    char name[YT_STICK_NAME_MAX];
    char path[256];

    yt_buf_init(&bytes, YT_FRAME_MAX);
    carrying_name(carrying, YT_STICK_ENTRY, 0, name); /* cut off */
    carrying_get(carrying, name, &bytes);
    carrying_put(carrying, name, bytes.data, bytes.size - 100);
    carrying_name(carrying, YT_STICK_ENTRY, 1, name); /* a byte of what is sealed */
    carrying_get(carrying, name, &bytes);
    bytes.data[120] ^= 1;
    carrying_put(carrying, name, bytes.data, bytes.size);
    carrying_name(carrying, YT_STICK_ENTRY, 2, name); /* under another name */
    carrying_get(carrying, name, &bytes);
    carrying_path(carrying, name, path);
    assert_int_equal(unlink(path), 0);
    carrying_put(carrying, "copy of it (1).yotte", bytes.data, bytes.size);
    carrying_name(carrying, YT_STICK_ENTRY, 3, name); /* a link out of the stick */
    carrying_path(carrying, name, path);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink(secret, path), 0);
    carrying_name(carrying, YT_STICK_ENTRY, 4, name); /* empty */
    carrying_put(carrying, name, "", 0);
    carrying_path(carrying, "folder.yotte", path);
    assert_int_equal(mkdir(path, 0700), 0);
    carrying_path(carrying, "pipe.yotte", path);
    assert_int_equal(mkfifo(path, 0600), 0);
    carrying_put(carrying, "\033[31mred.yotte", "not an entry", 12);
    carrying_put(carrying, "photo.jpg", "somebody's own", 14);
}

/* Is there a line that begins with the word and ends with the file's name? */
static bool told(const struct carrying *carrying, const char *word, const char *name)
{
    const char *said = yt_buf_string(&carrying->said);
    const char *at = strstr(said, name);

    while (at && at > said && at[-1] != '\n')
        at--;
    return at && strncmp(at, word, strlen(word)) == 0;
}

static void bad_files_are_told_by_name_and_left_alone(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    char name[YT_STICK_NAME_MAX];
    char secret[128];
    size_t files;

    yt_buf_init(&bytes, YT_FRAME_MAX);
    parties_save(parties, 6);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    snprintf(secret, sizeof secret, "%s/desk.key", parties->desk_folder);
    spoil(carrying, secret);
    files = carrying_files(carrying, "");
    assert_int_equal(carrying_collect(carrying, NULL), LEFT);
    assert_int_equal(parties_at_desk(parties), 1);
    assert_int_equal(carrying_files(carrying, ".receipt"), 1);
    assert_int_equal(carrying_files(carrying, ""), files + 1);
    assert_true(carrying_said(carrying, "broken-seal "));
    assert_true(carrying_said(carrying, "copy of it (1).yotte"));
    assert_true(carrying_said(carrying, "misnamed - "));
    assert_true(carrying_said(carrying, "no-file - "));
    assert_true(carrying_said(carrying, "folder.yotte"));
    assert_true(carrying_said(carrying, "pipe.yotte"));
    assert_true(carrying_said(carrying, "?[31mred.yotte"));
    assert_false(carrying_said(carrying, "\033"));
    assert_false(carrying_said(carrying, "photo.jpg"));
    carrying_name(carrying, YT_STICK_ENTRY, 0, name);
    assert_true(told(carrying, "damaged", name));
    carrying_name(carrying, YT_STICK_ENTRY, 1, name);
    assert_true(told(carrying, "broken-seal", name));
    carrying_name(carrying, YT_STICK_ENTRY, 3, name);
    assert_true(told(carrying, "no-file", name)); /* and what it leads to was not opened */
    carrying_get(carrying, "photo.jpg", &bytes);
    assert_string_equal(yt_buf_string(&bytes), "somebody's own");
    /* A second export mends what is the kiosk's own. */
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_int_equal(carrying_collect(carrying, NULL), LEFT);
    assert_int_equal(parties_at_desk(parties), 6);
    assert_int_equal(carrying_run(carrying, "receipts", NULL), DONE);
    assert_int_equal(parties_waiting(parties), 0);
}

static void receipts_that_do_not_hold_free_nothing(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    char name[YT_STICK_NAME_MAX];
    struct yt_sealed other;

    yt_buf_init(&bytes, YT_FRAME_MAX);
    parties_save(parties, 4);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    carrying_name(carrying, YT_STICK_RECEIPT, 0, name);
    carrying_get(carrying, name, &bytes);
    carrying_name(carrying, YT_STICK_RECEIPT, 1, name); /* true, and of another entry */
    carrying_put(carrying, name, bytes.data, bytes.size);
    carrying_name(carrying, YT_STICK_RECEIPT, 2, name);
    carrying_get(carrying, name, &bytes);
    bytes.data[60] ^= 1;
    carrying_put(carrying, name, bytes.data, bytes.size);
    carrying_put(carrying, "thanks.receipt", "OK", 2);
    assert_int_equal(carrying_run(carrying, "receipts", NULL), LEFT);
    assert_true(carrying_said(carrying, "2 freed, 0 with nothing to free, 3 refused"));
    assert_true(carrying_said(carrying, "thanks.receipt: is no receipt"));
    assert_true(carrying_said(carrying, "does not hold"));
    assert_int_equal(parties_waiting(parties), 2);
    assert_int_equal(parties_state(parties, 1), YT_QUEUE_QUEUED);
    assert_int_equal(parties_state(parties, 2), YT_QUEUE_QUEUED);
    /* A true receipt for this id, but for other bytes than those that wait. */
    parties_save(parties, 1);
    other = parties->saved[4];
    other.bytes[200] ^= 1;
    {
        struct yt_receipt_signer signer;
        struct yt_receipt receipt = {.day = 1};
        uint8_t written[YT_RECEIPT_SIZE];
        char path[128];

        snprintf(path, sizeof path, "%s/desk.receipts", parties->desk_folder);
        assert_true(yt_receipt_signer_read(path, &parties->known, &signer, &parties->err));
        memcpy(receipt.id, other.id, sizeof receipt.id);
        yt_receipt_digest(&other, receipt.digest);
        yt_receipt_write(&receipt, &signer, written);
        carrying_name(carrying, YT_STICK_RECEIPT, 4, name);
        carrying_put(carrying, name, written, sizeof written);
    }
    assert_int_equal(carrying_run(carrying, "receipts", NULL), LEFT);
    assert_int_equal(parties_state(parties, 4), YT_QUEUE_QUEUED);
}

static void two_kiosks_share_a_stick(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;
    struct parties *other;

    carrying_add_kiosk(carrying);
    other = carrying->other;
    parties_save(parties, 3);
    parties_save(other, 4);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_int_equal(carrying_end(carrying, carrying_start(carrying, other, "export", NULL)), DONE);
    assert_int_equal(carrying_files(carrying, ".yotte"), 7);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_int_equal(carrying_files(carrying, ".receipt"), 7);
    assert_int_equal(carrying_run(carrying, "receipts", NULL), DONE);
    assert_true(carrying_said(carrying, "3 freed, 4 with nothing to free"));
    assert_int_equal(parties_waiting(parties), 0);
    assert_int_equal(parties_waiting(other), 4);
    assert_int_equal(carrying_files(carrying, ""), 8); /* all of the other's */
    assert_int_equal(carrying_end(carrying, carrying_start(carrying, other, "receipts", NULL)),
                     DONE);
    assert_int_equal(parties_waiting(other), 0);
    assert_int_equal(carrying_files(carrying, ""), 0);
}

static void what_is_withdrawn_goes_on_the_way_too(void **state)
{
    struct carrying *carrying = *state;
    struct parties *parties = carrying->parties;
    char number[YT_SLIP_NUMBER_MAX];
    struct yt_desk desk = {0};

    parties_save(parties, 2);
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    yt_slip_number(parties->saved[0].id, number);
    assert_true(yt_queue_withdraw(parties->queue, number, NULL, &parties->err));
    assert_int_equal(carrying_run(carrying, "export", NULL), DONE);
    assert_int_equal(carrying_files(carrying, ""), 1);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 1);
    /* And one that is withdrawn at the desk. */
    assert_true(yt_desk_open(&desk, parties->desk_folder, &parties->err));
    assert_true(yt_desk_store_withdraw(desk.store, parties->saved[1].id, 2, &parties->err));
    yt_desk_done(&desk);
    assert_int_equal(carrying_collect(carrying, NULL), DONE);
    assert_true(carrying_said(carrying, "withdrawn "));
    assert_int_equal(carrying_run(carrying, "receipts", NULL), DONE);
    assert_int_equal(parties_state(parties, 1), YT_QUEUE_WITHDRAWN);
}

static void a_folder_that_is_not_there_is_not_made(void **state)
{
    struct carrying *carrying = *state;

    parties_save(carrying->parties, 1);
    assert_int_equal(rmdir(carrying->stick), 0);
    assert_int_equal(carrying_run(carrying, "export", NULL), FILE_FAULT);
    assert_true(carrying_said(carrying, "Put the stick in"));
    assert_int_equal(access(carrying->stick, F_OK), -1);
    assert_int_equal(carrying_run(carrying, "receipts", NULL), FILE_FAULT);
    assert_int_equal(carrying_collect(carrying, NULL), LEFT);
    assert_int_equal(mkdir(carrying->stick, 0700), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, carrying_setup, carrying_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(entries_are_carried_and_receipts_free_them),
        CASE(by_network_and_by_stick_is_one_entry),
        CASE(a_stick_that_fails_loses_nothing_and_is_tried_again),
        CASE(a_stick_that_lies_is_found_out),
        CASE(a_killed_export_is_run_again),
        CASE(a_desk_that_cannot_write_receipts_says_so),
        CASE(bad_files_are_told_by_name_and_left_alone),
        CASE(receipts_that_do_not_hold_free_nothing),
        CASE(two_kiosks_share_a_stick),
        CASE(what_is_withdrawn_goes_on_the_way_too),
        CASE(a_folder_that_is_not_there_is_not_made),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
