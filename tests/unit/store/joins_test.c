/* Places on programmes' dates: taken and given back with the entry, forgotten when over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "scratch.h"
#include "store/joins.h"

#define TODAY 20783 /* the scratch's day, 26 Nov 2026 */

static struct yt_join_claim joins(const char *programme, int32_t day, int room)
{
    struct yt_join_claim claim = {.day = day, .room = room};

    snprintf(claim.programme, sizeof claim.programme, "%s", programme);
    return claim;
}

static bool push(struct scratch *scratch, unsigned number, const struct yt_join_claim *claims,
                 size_t count)
{
    const struct yt_sealed sealed = scratch_sealed(number);
    const struct yt_queue_claims all = {.joins = claims, .join_count = count};

    return yt_queue_push_claims(scratch->db, &sealed, &all, &scratch->err);
}

/* How many joined the programme on the day. */
static int joined(struct scratch *scratch, const char *programme, int32_t day)
{
    struct yt_join_count list[16];
    size_t count;

    assert_true(yt_joins_list(scratch->db, 0, list, 16, &count, &scratch->err));
    for (size_t i = 0; i < count; i++)
        if (list[i].day == day && strcmp(list[i].programme, programme) == 0)
            return list[i].count;
    return 0;
}

static size_t waiting(struct scratch *scratch)
{
    struct yt_queue_summary summary;

    assert_true(yt_queue_summarise(scratch->db, &summary, &scratch->err));
    return summary.waiting;
}

static void joining_is_counted_by_date(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim two[] = {joins("P02", TODAY + 4, 8), joins("P04", TODAY + 5, 6)};

    assert_int_equal(yt_db_today(scratch->db), TODAY);
    assert_true(push(scratch, 1, two, 2));
    assert_true(push(scratch, 2, two, 1));
    assert_int_equal(joined(scratch, "P02", TODAY + 4), 2);
    assert_int_equal(joined(scratch, "P04", TODAY + 5), 1);
    assert_int_equal(joined(scratch, "P02", TODAY + 11), 0);
    assert_true(scratch_reopen(scratch));
    assert_int_equal(joined(scratch, "P02", TODAY + 4), 2);
}

static void the_same_entry_again_takes_no_second_place(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim claim = joins("P02", TODAY, 8);
    const struct yt_join_claim twice[] = {claim, claim};

    assert_true(push(scratch, 1, twice, 2));
    assert_true(push(scratch, 1, &claim, 1));
    assert_int_equal(joined(scratch, "P02", TODAY), 1);
}

static void a_full_date_refuses_the_whole_entry(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim full = joins("P02", TODAY + 1, 1);
    const struct yt_join_claim both[] = {joins("P03", TODAY + 1, 0), full};

    assert_true(push(scratch, 1, &full, 1));
    assert_false(push(scratch, 2, both, 2));
    assert_int_equal(scratch->err.code, YT_ERR_CONFLICT);
    assert_memory_equal(scratch->err.text, "join", 4);
    assert_int_equal(waiting(scratch), 1);
    assert_int_equal(joined(scratch, "P03", TODAY + 1), 0);
    assert_int_equal(joined(scratch, "P02", TODAY + 1), 1);
}

static void no_limit_means_everybody(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim open = joins("P01", TODAY + 1, 0);

    for (unsigned i = 0; i < 30; i++)
        assert_true(push(scratch, i, &open, 1));
    assert_int_equal(joined(scratch, "P01", TODAY + 1), 30);
}

static void withdrawing_gives_the_place_back(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim claim = joins("P02", TODAY + 1, 1);
    const struct yt_sealed sealed = scratch_sealed(1);
    char number[YT_SLIP_NUMBER_MAX];

    assert_true(push(scratch, 1, &claim, 1));
    yt_slip_number(sealed.id, number);
    assert_true(yt_queue_withdraw(scratch->db, number, NULL, &scratch->err));
    assert_int_equal(joined(scratch, "P02", TODAY + 1), 0);
    assert_true(push(scratch, 2, &claim, 1));
}

static void a_date_that_is_over_is_forgotten(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim two[] = {joins("P02", TODAY, 8), joins("P02", TODAY + 7, 8)};
    struct yt_queue_sweep sweep;

    assert_true(push(scratch, 1, two, 2));
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(joined(scratch, "P02", TODAY), 1);
    scratch_days(scratch, 1);
    scratch->clock.is_trusted = false;
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(joined(scratch, "P02", TODAY), 1); /* the date may be wrong */
    scratch->clock.is_trusted = true;
    assert_true(yt_queue_sweep(scratch->db, &sweep, &scratch->err));
    assert_int_equal(joined(scratch, "P02", TODAY), 0);
    assert_int_equal(joined(scratch, "P02", TODAY + 7), 1);
}

static void only_later_dates_are_listed_and_no_more_than_fit(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim three[] = {joins("P02", TODAY, 8), joins("P04", TODAY + 1, 8),
                                          joins("P03", TODAY + 1, 8)};
    struct yt_join_count list[2];
    size_t count;

    assert_true(push(scratch, 1, three, 3));
    assert_true(yt_joins_list(scratch->db, TODAY + 1, list, 2, &count, &scratch->err));
    assert_int_equal(count, 2);
    assert_string_equal(list[0].programme, "P03");
    assert_string_equal(list[1].programme, "P04");
    assert_false(yt_joins_list(scratch->db, TODAY, list, 2, &count, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_TOO_LARGE);
}

/* The queue as the first version of the program made it, with one entry and one slot in it. */
static const char first_version[] =
    "PRAGMA journal_mode=WAL; PRAGMA application_id=1500801905; PRAGMA user_version=1;"
    "CREATE TABLE entry (id BLOB PRIMARY KEY CHECK (length(id) = 16),"
    " desk_key_id BLOB NOT NULL CHECK (length(desk_key_id) = 8), state INTEGER NOT NULL,"
    " day INTEGER NOT NULL, state_day INTEGER NOT NULL, digest BLOB NOT NULL, bytes BLOB)"
    " WITHOUT ROWID, STRICT;"
    "CREATE TABLE slot_claim (start_minute INTEGER NOT NULL, type INTEGER NOT NULL,"
    " place INTEGER NOT NULL, entry BLOB NOT NULL CHECK (length(entry) = 16),"
    " length_minutes INTEGER NOT NULL, PRIMARY KEY (start_minute, type, place, entry))"
    " WITHOUT ROWID, STRICT;"
    "CREATE TABLE tally (day INTEGER NOT NULL, state INTEGER NOT NULL, count INTEGER NOT NULL,"
    " PRIMARY KEY (day, state)) WITHOUT ROWID, STRICT;"
    "CREATE TABLE visit_count (day INTEGER NOT NULL, language TEXT NOT NULL,"
    " finished INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, language, finished))"
    " WITHOUT ROWID, STRICT;"
    "CREATE TABLE screen_count (day INTEGER NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,"
    " PRIMARY KEY (day, name)) WITHOUT ROWID, STRICT;"
    "CREATE TABLE calendar (one INTEGER PRIMARY KEY CHECK (one = 1), day INTEGER NOT NULL,"
    " trusted INTEGER NOT NULL) WITHOUT ROWID, STRICT;"
    "INSERT INTO entry VALUES (randomblob(16), randomblob(8), 0, 20783, 20783, randomblob(32),"
    " randomblob(300));"
    "INSERT INTO slot_claim VALUES (29927580, 1, 1, randomblob(16), 50);";

static void a_queue_of_the_first_version_is_brought_up_to_date(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_join_claim claim = joins("P02", TODAY + 1, 8);
    struct yt_slot_taken taken[4];
    sqlite3 *old = NULL;
    size_t count;

    yt_db_free(scratch->db);
    scratch->db = NULL;
    assert_int_equal(unlink(scratch->path), 0);
    assert_int_equal(sqlite3_open(scratch->path, &old), SQLITE_OK);
    assert_int_equal(sqlite3_exec(old, first_version, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(old);
    assert_true(scratch_reopen(scratch));
    assert_string_equal(scratch->report.set_aside, "");
    assert_int_equal(waiting(scratch), 1);
    assert_true(yt_slots_list(scratch->db, 0, INT64_MAX, taken, 4, &count, &scratch->err));
    assert_int_equal(count, 1);
    assert_true(push(scratch, 1, &claim, 1));
    assert_int_equal(joined(scratch, "P02", TODAY + 1), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(joining_is_counted_by_date),
        TEST(the_same_entry_again_takes_no_second_place),
        TEST(a_full_date_refuses_the_whole_entry),
        TEST(no_limit_means_everybody),
        TEST(withdrawing_gives_the_place_back),
        TEST(a_date_that_is_over_is_forgotten),
        TEST(only_later_dates_are_listed_and_no_more_than_fit),
        TEST(a_queue_of_the_first_version_is_brought_up_to_date),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
