/* The courier's side of the queue: nothing is freed but by a receipt, nothing refused stands in
 * the way of the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scratch.h"
#include "slow_disk.h"
#include "store/queue.h"
#include "store/queue_send.h"

static const uint8_t desk[YT_KEY_ID_SIZE] = {0xde, 0xde, 0xde, 0xde, 0xde, 0xde, 0xde, 0xde};

static struct yt_sealed push(struct scratch *scratch, unsigned number)
{
    struct yt_sealed sealed = scratch_sealed(number);

    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    return sealed;
}

static size_t to_send(struct scratch *scratch, struct yt_sealed *list, size_t capacity)
{
    size_t count = 99;

    assert_true(yt_queue_to_send(scratch->db, desk, list, capacity, &count, &scratch->err));
    return count;
}

static struct yt_queue_receipt receipt_for(const struct yt_sealed *sealed, bool withdrawn)
{
    struct yt_queue_receipt receipt = {.withdrawn = withdrawn, .size = 214};

    memcpy(receipt.id, sealed->id, sizeof receipt.id);
    memset(receipt.bytes, 0x5a, receipt.size);
    return receipt;
}

struct wanted {
    const struct yt_sealed *sealed;
    enum yt_queue_state state;
};

static bool take_state(const struct yt_queue_row *row, void *context)
{
    struct wanted *wanted = context;

    if (memcmp(row->id, wanted->sealed->id, sizeof row->id) != 0)
        return true;
    wanted->state = row->state;
    return false;
}

static enum yt_queue_state state_of(struct scratch *scratch, const struct yt_sealed *sealed)
{
    struct wanted wanted = {.sealed = sealed, .state = (enum yt_queue_state) - 1};

    assert_true(yt_queue_each(scratch->db, take_state, &wanted, &scratch->err));
    return wanted.state;
}

static struct yt_queue_sending sending(struct scratch *scratch)
{
    struct yt_queue_sending sending;

    assert_true(yt_queue_sending(scratch->db, desk, &sending, &scratch->err));
    return sending;
}

static void oldest_days_go_first(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_sealed old = push(scratch, 1);
    struct yt_sealed list[8];

    scratch_days(scratch, 1);
    for (unsigned i = 2; i < 6; i++)
        push(scratch, i);
    assert_int_equal(to_send(scratch, list, 8), 5);
    assert_memory_equal(&list[0], &old, sizeof old); /* bytes, size, ids and all */
    for (int i = 2; i < 5; i++)
        assert_true(memcmp(list[i - 1].id, list[i].id, YT_ENTRY_ID_SIZE) < 0);
    assert_int_equal(to_send(scratch, list, 2), 2);
}

static void what_is_sealed_for_another_desk_is_not_sent(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed other = scratch_sealed(7);
    struct yt_sealed list[2];

    other.desk_key_id[0] = 1;
    assert_true(yt_queue_push(scratch->db, &other, NULL, &scratch->err));
    assert_int_equal(to_send(scratch, list, 2), 0);
    assert_int_equal(sending(scratch).waiting, 1);
    assert_int_equal(sending(scratch).other_desk, 1);
}

static void receipts_free_entries_and_stay(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_sealed first = push(scratch, 1);
    const struct yt_sealed second = push(scratch, 2);
    const struct yt_queue_receipt receipts[] = {receipt_for(&first, false),
                                                receipt_for(&second, false)};
    struct yt_sealed list[4];

    assert_true(yt_queue_settle(scratch->db, receipts, 2, &scratch->err));
    assert_int_equal(state_of(scratch, &first), YT_QUEUE_DELIVERED);
    assert_int_equal(to_send(scratch, list, 4), 0);
    assert_int_equal(sending(scratch).waiting, 0);
    assert_int_equal(sending(scratch).receipt_day, yt_db_today(scratch->db));
    assert_true(yt_db_tidy(scratch->db, &scratch->err));
    assert_false(scratch_holds(scratch, first.bytes, 32));
    assert_true(scratch_holds(scratch, receipts[0].bytes, receipts[0].size));
    /* Once more after a crash: counted once. */
    assert_true(yt_queue_settle(scratch->db, receipts, 2, &scratch->err));
    {
        struct yt_queue_summary summary;

        assert_true(yt_queue_summarise(scratch->db, &summary, &scratch->err));
        assert_int_equal(summary.count[YT_QUEUE_DELIVERED], 2);
    }
}

static void what_was_withdrawn_at_the_desk_is_withdrawn_here(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_slot_claim claim = {
        .type = 1, .place = 1, .start_minute = 31000000, .length_minutes = 50, .capacity = 1};
    const struct yt_sealed sealed = scratch_sealed(1);
    const struct yt_sealed next = scratch_sealed(2);
    const struct yt_queue_receipt receipt = receipt_for(&sealed, true);

    assert_true(yt_queue_push(scratch->db, &sealed, &claim, &scratch->err));
    assert_false(yt_queue_push(scratch->db, &next, &claim, &scratch->err)); /* the place is taken */
    assert_true(yt_queue_settle(scratch->db, &receipt, 1, &scratch->err));
    assert_int_equal(state_of(scratch, &sealed), YT_QUEUE_WITHDRAWN);
    assert_true(yt_queue_push(scratch->db, &next, &claim, &scratch->err)); /* and free again */
}

static void taken_slips_are_sent_too_and_stay_taken(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_sealed sealed = push(scratch, 1);
    const struct yt_queue_receipt receipt = receipt_for(&sealed, false);
    struct yt_sealed list[2];

    assert_true(yt_queue_mark_collected(scratch->db, sealed.id, &scratch->err));
    assert_int_equal(to_send(scratch, list, 2), 1);
    assert_true(yt_queue_settle(scratch->db, &receipt, 1, &scratch->err));
    assert_int_equal(state_of(scratch, &sealed), YT_QUEUE_COLLECTED);
    assert_int_equal(to_send(scratch, list, 2), 0);
}

static void an_unknown_entry_hinders_no_other(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_sealed known = push(scratch, 1);
    const struct yt_sealed unknown = scratch_sealed(2);
    const struct yt_queue_receipt receipts[] = {receipt_for(&unknown, false),
                                                receipt_for(&known, false)};

    assert_true(yt_queue_settle(scratch->db, receipts, 2, &scratch->err));
    assert_int_equal(state_of(scratch, &known), YT_QUEUE_DELIVERED);
}

static void a_full_disk_frees_nothing(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_sealed first = push(scratch, 1);
    const struct yt_sealed second = push(scratch, 2);
    const struct yt_queue_receipt receipts[] = {receipt_for(&first, false),
                                                receipt_for(&second, false)};
    struct yt_sealed list[4];

    slow_disk_set(scratch->folder, "fail=enospc");
    assert_false(yt_queue_settle(scratch->db, receipts, 2, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_DISK_FULL);
    slow_disk_set(scratch->folder, "");
    assert_int_equal(to_send(scratch, list, 4), 2);
    assert_int_equal(state_of(scratch, &first), YT_QUEUE_QUEUED);
}

static void refused_entries_wait_for_tomorrow(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_sealed sealed = push(scratch, 1);
    struct yt_sealed list[4];

    push(scratch, 2);
    assert_true(yt_queue_mark_refused(scratch->db, sealed.id, &scratch->err));
    assert_int_equal(to_send(scratch, list, 4), 1);
    assert_int_equal(sending(scratch).refused, 1);
    assert_int_equal(sending(scratch).waiting, 2); /* it is not gone */
    scratch_days(scratch, 1);
    assert_int_equal(to_send(scratch, list, 4), 2);
}

static void trouble_is_remembered_once(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_sealed sealed = push(scratch, 1);
    const struct yt_queue_receipt receipt = receipt_for(&sealed, false);
    int32_t since = yt_db_today(scratch->db);

    assert_true(yt_queue_note_trouble(scratch->db, "offline", "no way", &scratch->err));
    scratch_days(scratch, 3);
    slow_disk_set(scratch->folder, "");
    assert_true(yt_queue_note_trouble(scratch->db, "offline", "no way yet", &scratch->err));
    assert_int_equal(slow_disk_syncs(), 0); /* a night without network wears no disk out */
    assert_string_equal(sending(scratch).trouble, "offline");
    assert_int_equal(sending(scratch).trouble_day, since);
    assert_int_equal(sending(scratch).oldest_age_days, 3);
    assert_true(yt_queue_settle(scratch->db, &receipt, 1, &scratch->err));
    assert_string_equal(sending(scratch).trouble, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(oldest_days_go_first, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(what_is_sealed_for_another_desk_is_not_sent, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(receipts_free_entries_and_stay, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_was_withdrawn_at_the_desk_is_withdrawn_here,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(taken_slips_are_sent_too_and_stay_taken, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(an_unknown_entry_hinders_no_other, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_full_disk_frees_nothing, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(refused_entries_wait_for_tomorrow, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(trouble_is_remembered_once, scratch_setup,
                                        scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
