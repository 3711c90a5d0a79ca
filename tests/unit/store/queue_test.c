/* The queue as staff, courier and residents meet it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "scratch.h"
#include "slow_disk.h"

static const struct yt_slot_claim thursday_nine = {
    .type = 1, .place = 2, .start_minute = SCRATCH_NOW_MS / 60000 + 1380, .capacity = 2};

static struct yt_queue_summary summary_of(struct scratch *scratch)
{
    struct yt_queue_summary summary;

    assert_true(yt_queue_summarise(scratch->db, &summary, &scratch->err));
    return summary;
}

static void push(struct scratch *scratch, unsigned number)
{
    struct yt_sealed sealed = scratch_sealed(number);

    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
}

struct seen {
    const uint8_t *id;
    struct yt_queue_row row;
    int times;
};

static bool look_for(const struct yt_queue_row *row, void *context)
{
    struct seen *seen = context;

    if (memcmp(row->id, seen->id, sizeof row->id) == 0) {
        seen->row = *row;
        seen->times++;
    }
    return true;
}

static struct seen find(struct scratch *scratch, const struct yt_sealed *sealed)
{
    struct seen seen = {.id = sealed->id};

    assert_true(yt_queue_each(scratch->db, look_for, &seen, &scratch->err));
    return seen;
}

static void a_pushed_entry_is_there_after_a_restart(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_sealed loaded;
    struct seen seen;

    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_true(scratch_reopen(scratch));
    assert_true(yt_queue_load(scratch->db, sealed.id, &loaded, &scratch->err));
    assert_int_equal(loaded.size, sealed.size);
    assert_memory_equal(loaded.bytes, sealed.bytes, sealed.size);
    assert_memory_equal(loaded.desk_key_id, sealed.desk_key_id, sizeof sealed.desk_key_id);
    seen = find(scratch, &sealed);
    assert_int_equal(seen.times, 1);
    assert_int_equal(seen.row.state, YT_QUEUE_QUEUED);
    assert_int_equal(seen.row.size, sealed.size);
    assert_int_equal(strlen(seen.row.number), 11);
}

static void the_same_entry_twice_is_one(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);

    assert_true(yt_queue_push(scratch->db, &sealed, &thursday_nine, &scratch->err));
    assert_true(yt_queue_push(scratch->db, &sealed, &thursday_nine, &scratch->err));
    assert_int_equal(find(scratch, &sealed).times, 1);
    assert_int_equal(summary_of(scratch).waiting, 1);
    assert_int_equal(summary_of(scratch).count[YT_QUEUE_QUEUED], 1);
}

static void the_same_id_with_other_bytes_is_refused(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_sealed other = sealed;
    struct yt_sealed loaded;

    other.bytes[200] ^= 1;
    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_false(yt_queue_push(scratch->db, &other, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_CONFLICT);
    assert_true(yt_queue_load(scratch->db, sealed.id, &loaded, &scratch->err));
    assert_memory_equal(loaded.bytes, sealed.bytes, sealed.size);
}

static void a_full_slot_leaves_the_queue_as_it_was(void **state)
{
    struct scratch *scratch = *state;
    struct yt_slot_taken taken[4];
    size_t count = 0;

    for (unsigned i = 1; i <= 3; i++) {
        struct yt_sealed sealed = scratch_sealed(i);
        bool pushed = yt_queue_push(scratch->db, &sealed, &thursday_nine, &scratch->err);

        assert_int_equal(pushed, i <= 2);
        assert_int_equal(find(scratch, &sealed).times, i <= 2 ? 1 : 0);
    }
    assert_int_equal(scratch->err.code, YT_ERR_CONFLICT);
    assert_string_not_equal(scratch->err.remedy, "");
    assert_int_equal(summary_of(scratch).waiting, 2);
    assert_true(yt_slots_list(scratch->db, thursday_nine.start_minute,
                              thursday_nine.start_minute + 1, taken, 4, &count, &scratch->err));
    assert_int_equal(count, 1);
    assert_int_equal(taken[0].count, 2);
    assert_int_equal(taken[0].type, 1);
    assert_int_equal(taken[0].place, 2);
}

static void delivery_erases_the_bytes_and_only_them(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_sealed loaded;
    struct seen seen;

    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_true(scratch_holds(scratch, sealed.bytes, 32));
    assert_true(scratch_deliver(scratch->db, &sealed, &scratch->err));
    assert_true(scratch_deliver(scratch->db, &sealed, &scratch->err));
    seen = find(scratch, &sealed);
    assert_int_equal(seen.row.state, YT_QUEUE_DELIVERED);
    assert_int_equal(seen.row.size, 0);
    assert_false(yt_queue_load(scratch->db, sealed.id, &loaded, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_NOT_FOUND);
    assert_int_equal(summary_of(scratch).count[YT_QUEUE_DELIVERED], 1);
    assert_int_equal(summary_of(scratch).waiting, 0);
    /* Nowhere on the disk any more, the journal included. */
    assert_true(yt_db_tidy(scratch->db, &scratch->err));
    assert_false(scratch_holds(scratch, sealed.bytes, 32));
    /* The courier may send it once more after a crash: that is no new entry. */
    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_int_equal(find(scratch, &sealed).row.state, YT_QUEUE_DELIVERED);
}

static void unknown_entries_cannot_change_state(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    enum yt_queue_state found;

    assert_false(yt_queue_find_state(scratch->db, sealed.id, &found, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_NOT_FOUND);
    assert_false(yt_queue_mark_collected(scratch->db, sealed.id, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_NOT_FOUND);
}

static void collected_bytes_stay_for_the_grace_period(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_sealed loaded;
    struct yt_queue_sweep sweep;

    push(scratch, 1);
    assert_true(yt_queue_mark_collected(scratch->db, sealed.id, &scratch->err));
    assert_false(yt_queue_mark_collected(scratch->db, sealed.id, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_CONFLICT);
    scratch_days(scratch, YT_QUEUE_GRACE_DAYS - 1);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.erased, 0);
    assert_true(yt_queue_load(scratch->db, sealed.id, &loaded, &scratch->err));
    scratch_days(scratch, 1);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.erased, 1);
    assert_false(yt_queue_load(scratch->db, sealed.id, &loaded, &scratch->err));
    assert_int_equal(find(scratch, &sealed).row.state, YT_QUEUE_COLLECTED);
}

static void all_that_wait_are_collected_together(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed delivered = scratch_sealed(3);
    size_t marked = 0;

    push(scratch, 1);
    push(scratch, 2);
    push(scratch, 3);
    assert_true(scratch_deliver(scratch->db, &delivered, &scratch->err));
    assert_true(yt_queue_mark_all_collected(scratch->db, &marked, &scratch->err));
    assert_int_equal(marked, 2);
    assert_int_equal(find(scratch, &delivered).row.state, YT_QUEUE_DELIVERED);
    assert_int_equal(summary_of(scratch).count[YT_QUEUE_COLLECTED], 2);
}

static void staff_are_warned_and_then_it_expires(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_queue_sweep sweep;

    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    push(scratch, 1);
    scratch_days(scratch, YT_QUEUE_WARN_DAYS - 1);
    assert_int_equal(summary_of(scratch).past_warning, 0);
    scratch_days(scratch, 1);
    assert_int_equal(summary_of(scratch).past_warning, 1);
    assert_int_equal(summary_of(scratch).oldest_age_days, YT_QUEUE_WARN_DAYS);
    scratch_days(scratch, YT_QUEUE_KEEP_DAYS - YT_QUEUE_WARN_DAYS - 1);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.expired, 0);
    scratch_days(scratch, 1);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.expired, 1);
    assert_int_equal(find(scratch, &sealed).row.state, YT_QUEUE_EXPIRED);
    assert_int_equal(find(scratch, &sealed).row.size, 0);
    assert_int_equal(summary_of(scratch).count[YT_QUEUE_EXPIRED], 1);
    scratch_days(scratch, YT_QUEUE_KEEP_DAYS);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.forgotten, 1);
    assert_int_equal(find(scratch, &sealed).times, 0);
    assert_int_equal(summary_of(scratch).count[YT_QUEUE_EXPIRED], 1); /* figures stay */
}

static void a_box_that_loses_its_clock_expires_nothing(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_sealed later = scratch_sealed(2);
    struct yt_queue_sweep sweep;

    push(scratch, 1);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    scratch_days(scratch, 10);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    /* The battery is empty: 1970. Somebody hands over before the time is known again. */
    scratch->clock.now_wall_ms = 5 * YT_DAY_MS;
    scratch->clock.is_trusted = false;
    assert_true(scratch_reopen(scratch));
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(find(scratch, &sealed).row.age_days, 10);
    push(scratch, 2);
    scratch->clock.now_wall_ms = SCRATCH_NOW_MS + 12 * YT_DAY_MS;
    scratch->clock.is_trusted = true;
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.expired, 0);
    assert_int_equal(find(scratch, &sealed).row.state, YT_QUEUE_QUEUED);
    assert_int_equal(find(scratch, &sealed).row.age_days, 10);
    assert_int_equal(find(scratch, &later).row.age_days, 0);
    /* And from here on days count again. */
    scratch_days(scratch, 25);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.expired, 1);
}

static void a_box_left_in_a_cupboard_expires_what_is_old(void **state)
{
    struct scratch *scratch = *state;
    struct yt_queue_sweep sweep;

    push(scratch, 1);
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    scratch_days(scratch, 200); /* both times the clock was right */
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(sweep.expired, 1);
}

static void withdrawing_wipes_entry_and_slot(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_sealed again = scratch_sealed(2);
    uint8_t id[YT_ENTRY_ID_SIZE];
    char number[YT_SLIP_NUMBER_MAX];
    struct yt_slot_claim last = thursday_nine;

    last.capacity = 1;
    assert_true(yt_queue_push(scratch->db, &sealed, &last, &scratch->err));
    assert_false(yt_queue_push(scratch->db, &again, &last, &scratch->err));
    yt_slip_number(sealed.id, number);
    assert_true(yt_queue_withdraw(scratch->db, number, id, &scratch->err));
    assert_memory_equal(id, sealed.id, sizeof id);
    assert_int_equal(find(scratch, &sealed).row.state, YT_QUEUE_WITHDRAWN);
    assert_int_equal(find(scratch, &sealed).row.size, 0);
    assert_true(yt_db_tidy(scratch->db, &scratch->err));
    assert_false(scratch_holds(scratch, sealed.bytes, 32));
    assert_true(yt_queue_push(scratch->db, &again, &last, &scratch->err));
    /* Said twice is fine; its coming back by another way does not undo it. */
    assert_true(yt_queue_withdraw(scratch->db, number, NULL, &scratch->err));
    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_int_equal(find(scratch, &sealed).row.state, YT_QUEUE_WITHDRAWN);
}

static void numbers_that_are_mistyped_are_told_apart(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_sealed other = scratch_sealed(9);
    char number[YT_SLIP_NUMBER_MAX];

    push(scratch, 1);
    yt_slip_number(sealed.id, number);
    number[0] = number[0] == '9' ? '0' : '9';
    assert_false(yt_queue_withdraw(scratch->db, number, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_INVALID);
    assert_false(yt_queue_withdraw(scratch->db, "12345678", NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_INVALID);
    assert_false(yt_queue_withdraw(scratch->db, "123 456 7890", NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_INVALID);
    yt_slip_number(other.id, number);
    assert_false(yt_queue_withdraw(scratch->db, number, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_NOT_FOUND);
    assert_int_equal(find(scratch, &sealed).row.state, YT_QUEUE_QUEUED);
}

static void a_push_costs_one_flush(void **state)
{
    struct scratch *scratch = *state;

    for (unsigned i = 1; i <= 40; i++) {
        struct yt_sealed sealed = scratch_sealed(i);
        struct yt_slot_claim claim = thursday_nine;

        claim.start_minute += (int64_t)60 * i;
        if (i == 10)
            assert_true(yt_db_tidy(scratch->db, &scratch->err));
        if (i == 20)
            assert_true(scratch_reopen(scratch));
        slow_disk_set(scratch->folder, "");
        assert_true(yt_queue_push(scratch->db, &sealed, i % 2 ? &claim : NULL, &scratch->err));
        assert_int_equal(slow_disk_syncs(), 1);
        slow_disk_set("", "");
    }
}

static void rows_do_not_tell_the_order_of_people(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed[20];
    int in_order = 0;

    for (unsigned i = 0; i < 20; i++) {
        sealed[i] = scratch_sealed(i + 1);
        assert_true(yt_queue_push(scratch->db, &sealed[i], NULL, &scratch->err));
        if (i > 0 && memcmp(sealed[i].id, sealed[i - 1].id, YT_ENTRY_ID_SIZE) > 0)
            in_order++;
        /* All that can be read in the clear is a day. */
        assert_int_equal(find(scratch, &sealed[i]).row.day, yt_db_today(scratch->db));
        yt_clock_virtual_advance(&scratch->clock, YT_MINUTE_MS);
    }
    assert_in_range(in_order, 3, 16);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_pushed_entry_is_there_after_a_restart),
        TEST(the_same_entry_twice_is_one),
        TEST(the_same_id_with_other_bytes_is_refused),
        TEST(a_full_slot_leaves_the_queue_as_it_was),
        TEST(delivery_erases_the_bytes_and_only_them),
        TEST(unknown_entries_cannot_change_state),
        TEST(collected_bytes_stay_for_the_grace_period),
        TEST(all_that_wait_are_collected_together),
        TEST(staff_are_warned_and_then_it_expires),
        TEST(a_box_that_loses_its_clock_expires_nothing),
        TEST(a_box_left_in_a_cupboard_expires_what_is_old),
        TEST(withdrawing_wipes_entry_and_slot),
        TEST(numbers_that_are_mistyped_are_told_apart),
        TEST(a_push_costs_one_flush),
        TEST(rows_do_not_tell_the_order_of_people),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
