/* The figures of visits: added up by day, and nothing that joins into one person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "scratch.h"
#include "slow_disk.h"
#include "store/counters.h"

struct table {
    char text[2048];
};

static bool add_row(const struct yt_counter_row *row, void *context)
{
    struct table *table = context;
    size_t used = strlen(table->text);

    snprintf(table->text + used, sizeof table->text - used, "%d %s %s %d %d\n",
             row->day - (int)(SCRATCH_NOW_MS / YT_DAY_MS), row->kind, row->name, row->finished,
             (int)row->count);
    return true;
}

static void visit(struct scratch *scratch, const char *language, bool finished, int home, int menu)
{
    struct yt_visit_figures figures = {.finished = finished, .screen_count = menu ? 2 : 1};

    yt_str_copy(figures.language, sizeof figures.language, language);
    yt_str_copy(figures.screens[0].name, sizeof figures.screens[0].name, "home");
    figures.screens[0].opened = home;
    yt_str_copy(figures.screens[1].name, sizeof figures.screens[1].name, "menu");
    figures.screens[1].opened = menu;
    assert_true(yt_counters_add(scratch->db, &figures, &scratch->err));
}

static void visits_add_up_by_day(void **state)
{
    struct scratch *scratch = *state;
    int32_t today = yt_db_today(scratch->db);
    struct table table = {0};

    visit(scratch, "ja", true, 2, 1);
    visit(scratch, "ja", true, 1, 0);
    visit(scratch, "ja", false, 1, 0);
    visit(scratch, "ne", true, 1, 3);
    scratch_days(scratch, 1);
    visit(scratch, "ja", true, 1, 0);
    assert_true(scratch_reopen(scratch));
    assert_true(yt_counters_each(scratch->db, today, today + 5, add_row, &table, &scratch->err));
    assert_string_equal(table.text, "0 screen home 0 5\n"
                                    "0 screen menu 0 4\n"
                                    "0 visit ja 0 1\n"
                                    "0 visit ja 1 2\n"
                                    "0 visit ne 1 1\n"
                                    "1 screen home 0 1\n"
                                    "1 visit ja 1 1\n");
    memset(&table, 0, sizeof table);
    assert_true(
        yt_counters_each(scratch->db, today + 1, today + 2, add_row, &table, &scratch->err));
    assert_string_equal(table.text, "1 screen home 0 1\n1 visit ja 1 1\n");
}

static void the_day_ends_at_midnight_of_the_place(void **state)
{
    struct scratch *scratch = *state;
    int32_t today = yt_db_today(scratch->db);

    scratch->clock.now_wall_ms = (int64_t)today * YT_DAY_MS + (int64_t)15 * 60 * YT_MINUTE_MS - 1;
    assert_int_equal(yt_db_today(scratch->db), today);
    scratch->clock.now_wall_ms += 1; /* 15:00 UTC is midnight in Japan */
    assert_int_equal(yt_db_today(scratch->db), today + 1);
}

static void a_visit_counts_whole_or_not(void **state)
{
    struct scratch *scratch = *state;
    int32_t today = yt_db_today(scratch->db);
    struct yt_visit_figures figures = {.screen_count = 1, .language = "ja"};
    struct table table = {0};

    yt_str_copy(figures.screens[0].name, sizeof figures.screens[0].name, "home");
    figures.screens[0].opened = 1;
    slow_disk_set(scratch->folder, "fail=enospc");
    assert_false(yt_counters_add(scratch->db, &figures, &scratch->err));
    assert_int_equal(scratch->err.code, YT_ERR_DISK_FULL);
    slow_disk_set("", "");
    assert_true(yt_counters_each(scratch->db, today, today + 1, add_row, &table, &scratch->err));
    assert_string_equal(table.text, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(visits_add_up_by_day),
        TEST(the_day_ends_at_midnight_of_the_place),
        TEST(a_visit_counts_whole_or_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
