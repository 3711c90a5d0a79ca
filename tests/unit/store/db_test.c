/* The file itself: its settings, and what happens when disk or file are not as they should be. */
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
#include "scratch.h"
#include "slow_disk.h"

static int64_t number_in(const char *path, const char *sql)
{
    sqlite3 *file = NULL;
    sqlite3_stmt *statement = NULL;
    int64_t number;

    assert_int_equal(sqlite3_open_v2(path, &file, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(file, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(file);
    return number;
}

static void change(const char *path, const char *sql)
{
    sqlite3 *file = NULL;

    assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
}

static void overwrite(const char *path, long at, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "r+b");

    assert_non_null(file);
    assert_int_equal(fseek(file, at, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void overwrite_new(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void push(struct scratch *scratch, unsigned number)
{
    struct yt_sealed sealed = scratch_sealed(number);

    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
}

static size_t waiting(struct scratch *scratch)
{
    struct yt_queue_summary summary;

    assert_true(yt_queue_summarise(scratch->db, &summary, &scratch->err));
    return summary.waiting;
}

static void a_new_file_is_private_and_ready(void **state)
{
    struct scratch *scratch = *state;
    static const char *const journals[] = {"", "-wal", "-shm"};

    assert_true(scratch->report.created);
    push(scratch, 1);
    for (size_t i = 0; i < YT_COUNT(journals); i++) {
        char path[128];
        struct stat status;

        snprintf(path, sizeof path, "%s%s", scratch->path, journals[i]);
        assert_int_equal(stat(path, &status), 0);
        assert_int_equal(status.st_mode & 0777, 0600);
    }
    assert_int_equal(number_in(scratch->path, "PRAGMA user_version"), YT_DB_VERSION);
    assert_true(scratch_reopen(scratch));
    assert_false(scratch->report.created);
}

static void a_file_open_to_all_is_closed(void **state)
{
    struct scratch *scratch = *state;
    struct stat status;

    assert_int_equal(chmod(scratch->path, 0644), 0);
    assert_true(scratch_reopen(scratch));
    assert_int_equal(stat(scratch->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

/* Breaks the file so, opens, and sees that nothing was deleted and work goes on. */
static void breaks(struct scratch *scratch, long at, const char *bytes, size_t size)
{
    YT_SCOPED(yt_buf_done) struct yt_buf before;
    YT_SCOPED(yt_buf_done) struct yt_buf after;

    push(scratch, 1);
    yt_db_free(scratch->db);
    scratch->db = NULL;
    overwrite(scratch->path, at, bytes, size);
    yt_buf_init(&before, 1 << 20);
    yt_buf_init(&after, 1 << 20);
    assert_true(yt_fs_read(scratch->path, &before, &scratch->err));
    assert_true(scratch_reopen(scratch));
    assert_string_not_equal(scratch->report.set_aside, "");
    assert_string_not_equal(scratch->report.set_aside_reason, "");
    assert_true(scratch->report.created);
    assert_true(yt_fs_read(scratch->report.set_aside, &after, &scratch->err));
    assert_int_equal(after.size, before.size);
    assert_memory_equal(after.data, before.data, after.size);
    assert_int_equal(waiting(scratch), 0);
    push(scratch, 2);
    assert_true(scratch_reopen(scratch));
    assert_string_equal(scratch->report.set_aside, "");
    assert_int_equal(waiting(scratch), 1);
}

static void a_file_with_another_head_is_set_aside(void **state)
{
    breaks(*state, 0, "this is no database, or no more", 31);
}

static void a_file_with_a_torn_page_is_set_aside(void **state)
{
    static char garbage[2048];

    memset(garbage, 0xa5, sizeof garbage);
    breaks(*state, 4096, garbage, sizeof garbage);
}

static void a_second_broken_file_does_not_replace_the_first(void **state)
{
    struct scratch *scratch = *state;
    char first[PATH_MAX];

    breaks(scratch, 0, "broken", 6);
    yt_db_free(scratch->db);
    scratch->db = NULL;
    overwrite(scratch->path, 0, "again broken", 12);
    snprintf(first, sizeof first, "%s.broken", scratch->path);
    assert_true(scratch_reopen(scratch));
    assert_string_not_equal(scratch->report.set_aside, first);
    assert_true(yt_fs_exists(first));
    assert_true(yt_fs_exists(scratch->report.set_aside));
}

static void a_journal_without_its_file_is_kept(void **state)
{
    struct scratch *scratch = *state;
    char journal[PATH_MAX + 8];
    char kept[128];

    push(scratch, 1);
    snprintf(kept, sizeof kept, "%s/kept", scratch->folder);
    /* As after a crash: the file is cut to nothing while the journal is not. */
    assert_int_equal(truncate(scratch->path, 0), 0);
    snprintf(journal, sizeof journal, "%s-wal", scratch->path);
    assert_true(yt_fs_exists(journal));
    assert_int_equal(link(journal, kept), 0);
    yt_db_free(scratch->db); /* cannot harm what is named twice */
    scratch->db = NULL;
    assert_int_equal(truncate(scratch->path, 0), 0);
    if (!yt_fs_exists(journal))
        assert_int_equal(rename(kept, journal), 0);
    else
        unlink(kept);
    assert_true(scratch_reopen(scratch));
    assert_string_not_equal(scratch->report.set_aside, "");
    snprintf(journal, sizeof journal, "%s-wal", scratch->report.set_aside);
    assert_true(yt_fs_exists(journal));
}

static void who_does_not_own_the_file_changes_nothing(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_db_options guest = {.clock = &scratch->clock.clock, .utc_offset_minutes = 540};
    struct yt_db *db;

    db = yt_db_open(scratch->path, &guest, NULL, &scratch->err);
    assert_non_null(db);
    yt_db_free(db);
    yt_db_free(scratch->db);
    scratch->db = NULL;
    overwrite(scratch->path, 0, "broken", 6);
    assert_null(yt_db_open(scratch->path, &guest, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_CORRUPT);
    assert_string_not_equal(scratch->err.remedy, "");
    assert_true(yt_fs_exists(scratch->path));
    unlink(scratch->path);
    assert_null(yt_db_open(scratch->path, &guest, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_NOT_FOUND);
}

static void files_of_others_and_of_the_future_are_refused(void **state)
{
    struct scratch *scratch = *state;

    yt_db_free(scratch->db);
    scratch->db = NULL;
    change(scratch->path, "PRAGMA user_version=999");
    assert_false(scratch_reopen(scratch));
    assert_int_equal(scratch->err.code, YT_ERR_UNSUPPORTED);
    assert_string_not_equal(scratch->err.remedy, "");
    assert_int_equal(number_in(scratch->path, "PRAGMA user_version"), 999);
    change(scratch->path, "PRAGMA user_version=1; PRAGMA application_id=42");
    assert_false(scratch_reopen(scratch));
    assert_int_equal(scratch->err.code, YT_ERR_FOREIGN);
    assert_false(scratch->report.created);
}

/* A file kind with a history: what each version left must be there after the next. */
static const char *const steps[] = {
    "CREATE TABLE thing (name TEXT) STRICT; INSERT INTO thing VALUES ('one')",
    "ALTER TABLE thing ADD COLUMN size INTEGER; INSERT INTO thing VALUES ('two', 2)",
    "UPDATE thing SET size = 1 WHERE size IS NULL; INSERT INTO thing VALUES ('three', 3)",
};

static void every_old_version_is_brought_up_to_date(void **state)
{
    struct scratch *scratch = *state;
    char path[128];

    snprintf(path, sizeof path, "%s/steps.db", scratch->folder);
    for (int old = 0; old <= 3; old++) {
        struct yt_sqlite_kind kind = {.application_id = 7, .migrations = steps, .version = old};
        struct sqlite3 *sql = yt_sqlite_open(path, &kind, true, NULL, &scratch->err);

        assert_non_null(sql);
        yt_sqlite_close(sql);
        kind.version = 3;
        sql = yt_sqlite_open(path, &kind, true, NULL, &scratch->err);
        assert_non_null(sql);
        yt_sqlite_close(sql);
        assert_int_equal(number_in(path, "PRAGMA user_version"), 3);
        assert_int_equal(number_in(path, "SELECT sum(size) * 10 + count(*) FROM thing"), 63);
        unlink(path);
    }
}

static void a_migration_that_fails_leaves_the_old_version(void **state)
{
    static const char *const broken[] = {"CREATE TABLE thing (name TEXT)",
                                         "DROP TABLE thing; CREATE TABLE thing (oops"};
    struct scratch *scratch = *state;
    struct yt_sqlite_kind kind = {.application_id = 7, .migrations = broken, .version = 1};
    struct sqlite3 *sql;
    char path[128];

    snprintf(path, sizeof path, "%s/steps.db", scratch->folder);
    sql = yt_sqlite_open(path, &kind, true, NULL, &scratch->err);
    assert_non_null(sql);
    yt_sqlite_close(sql);
    kind.version = 2;
    assert_null(yt_sqlite_open(path, &kind, true, NULL, &scratch->err));
    assert_int_equal(number_in(path, "PRAGMA user_version"), 1);
    assert_int_equal(number_in(path, "SELECT count(*) FROM thing"), 0);
}

static void a_full_disk_loses_nothing(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(2);

    push(scratch, 1);
    slow_disk_set(scratch->folder, "fail=enospc");
    assert_false(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_DISK_FULL);
    assert_string_not_equal(scratch->err.remedy, "");
    assert_int_equal(waiting(scratch), 1); /* what is there can still be read */
    slow_disk_set("", "");
    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_int_equal(waiting(scratch), 2);
}

static void a_full_disk_still_opens_what_is_there(void **state)
{
    struct scratch *scratch = *state;

    push(scratch, 1);
    /* The journal's index needs room when it is new; it is not: another program has it open. */
    slow_disk_set(scratch->folder, "fail=enospc");
    {
        const struct yt_db_options options = {
            .clock = &scratch->clock.clock, .utc_offset_minutes = 540, .owner = true};
        struct yt_db *second = yt_db_open(scratch->path, &options, NULL, &scratch->err);

        assert_non_null(second);
        yt_db_free(second);
    }
    slow_disk_set("", "");
}

static void a_full_disk_cannot_begin(void **state)
{
    struct scratch *scratch = *state;

    yt_db_free(scratch->db);
    scratch->db = NULL;
    unlink(scratch->path);
    slow_disk_set(scratch->folder, "fail=enospc");
    assert_false(scratch_reopen(scratch));
    assert_int_equal(scratch->err.code, YT_ERR_DISK_FULL);
    assert_string_not_equal(scratch->err.remedy, "");
    assert_string_equal(scratch->report.set_aside, "");
    slow_disk_set("", "");
    assert_true(scratch_reopen(scratch));
}

static void a_read_only_folder_is_told(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(2);

    push(scratch, 1);
    slow_disk_set(scratch->folder, "fail=erofs");
    assert_false(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_READ_ONLY);
    assert_string_not_equal(scratch->err.remedy, "");
    yt_db_free(scratch->db);
    scratch->db = NULL;
    assert_false(scratch_reopen(scratch));
    assert_int_equal(scratch->err.code, YT_ERR_READ_ONLY);
    assert_string_equal(scratch->report.set_aside, "");
    slow_disk_set("", "");
    assert_true(scratch_reopen(scratch));
    assert_int_equal(waiting(scratch), 1);
}

static void a_dying_disk_is_told(void **state)
{
    struct scratch *scratch = *state;
    struct yt_sealed sealed = scratch_sealed(2);

    slow_disk_set(scratch->folder, "fail=eio");
    assert_false(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_IO);
    assert_string_not_equal(scratch->err.remedy, "");
    slow_disk_set("", "");
    assert_true(yt_queue_push(scratch->db, &sealed, NULL, &scratch->err));
    assert_int_equal(waiting(scratch), 1);
}

/* The first call to the disk fails, then the second, and so on until all of a push succeed: it is
 * there whole, or not at all, and what it said is true. */
static void a_push_fails_cleanly_wherever_it_fails(void **state)
{
    struct scratch *scratch = *state;
    static const char *const kinds[] = {"fail=eio", "fail=enospc"};

    for (size_t kind = 0; kind < YT_COUNT(kinds); kind++) {
        bool pushed = false;

        for (unsigned after = 0; !pushed; after++) {
            struct yt_sealed sealed = scratch_sealed((unsigned)(100 + 1000 * kind) + after);
            struct yt_slot_claim claim = {.type = 1, .place = 1, .capacity = 1};
            size_t before = waiting(scratch);
            char words[64];

            claim.start_minute = 40000000 + (int64_t)(1000 * kind + after);
            snprintf(words, sizeof words, "%s after=%u times=1", kinds[kind], after);
            slow_disk_set(scratch->folder, words);
            pushed = yt_queue_push(scratch->db, &sealed, &claim, &scratch->err);
            slow_disk_set("", "");
            assert_int_equal(waiting(scratch), before + (pushed ? 1 : 0));
            assert_true(after < 100);
            /* The very same entry goes in afterwards, and its slot was not lost. */
            assert_true(yt_queue_push(scratch->db, &sealed, &claim, &scratch->err));
            assert_int_equal(waiting(scratch), before + 1);
        }
    }
    assert_true(scratch_reopen(scratch));
    assert_string_equal(scratch->report.set_aside, "");
}

static void another_program_may_read_and_write_meanwhile(void **state)
{
    struct scratch *scratch = *state;
    const struct yt_db_options guest = {.clock = &scratch->clock.clock, .utc_offset_minutes = 540};
    struct yt_sealed sealed = scratch_sealed(1);
    struct yt_db *courier;

    push(scratch, 1);
    courier = yt_db_open(scratch->path, &guest, NULL, &scratch->err);
    assert_non_null(courier);
    assert_true(scratch_deliver(courier, &sealed, &scratch->err));
    assert_int_equal(waiting(scratch), 0);
    push(scratch, 2);
    assert_true(yt_db_tidy(scratch->db, &scratch->err));
    yt_db_free(courier);
    assert_int_equal(waiting(scratch), 1);
}

/* SQLite itself goes on writing to a file that nobody will find again. */
static void a_file_that_was_taken_away_is_noticed(void **state)
{
    struct scratch *scratch = *state;
    char elsewhere[sizeof scratch->path + 8];
    char journal[sizeof scratch->path + 8];

    push(scratch, 1);
    assert_true(yt_db_in_place(scratch->db));
    snprintf(elsewhere, sizeof elsewhere, "%s.taken", scratch->path);
    assert_int_equal(rename(scratch->path, elsewhere), 0);
    assert_false(yt_db_in_place(scratch->db));
    assert_int_equal(rename(elsewhere, scratch->path), 0);
    assert_true(yt_db_in_place(scratch->db));

    /* Another file in its place is not it, and keeps its journal when the old one is closed. */
    assert_int_equal(unlink(scratch->path), 0);
    snprintf(journal, sizeof journal, "%s-wal", scratch->path);
    assert_int_equal(unlink(journal), 0);
    change(scratch->path, "CREATE TABLE t (a)");
    overwrite_new(journal, "of another");
    assert_false(yt_db_in_place(scratch->db));
    yt_db_free(scratch->db);
    scratch->db = NULL;
    assert_true(yt_fs_exists(journal));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_new_file_is_private_and_ready),
        TEST(a_file_open_to_all_is_closed),
        TEST(a_file_with_another_head_is_set_aside),
        TEST(a_file_with_a_torn_page_is_set_aside),
        TEST(a_second_broken_file_does_not_replace_the_first),
        TEST(a_journal_without_its_file_is_kept),
        TEST(who_does_not_own_the_file_changes_nothing),
        TEST(files_of_others_and_of_the_future_are_refused),
        TEST(every_old_version_is_brought_up_to_date),
        TEST(a_migration_that_fails_leaves_the_old_version),
        TEST(a_full_disk_loses_nothing),
        TEST(a_full_disk_still_opens_what_is_there),
        TEST(a_full_disk_cannot_begin),
        TEST(a_read_only_folder_is_told),
        TEST(a_dying_disk_is_told),
        TEST(a_push_fails_cleanly_wherever_it_fails),
        TEST(another_program_may_read_and_write_meanwhile),
        TEST(a_file_that_was_taken_away_is_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
