/* Files that are not what they should be, or too much of it: a clear error, and never much memory.
 */
#include "taker.h"

#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#define MB ((size_t)1024 * 1024)
#define ROOM ((size_t)64 * 1024)
#define GROWTH_KB_MAX (32L * 1024)

static void says_what_a_file_is_instead(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *says;
    } files[] = {
        {"", 0, "empty"},
        {"\xEF\xBB\xBF", 3, "empty"},
        {"\xFF\xFE", 2, "empty"},
        {" \r\n\n ", 5, "empty"},
        {"PK\x03\x04rest", 8, "xlsx"},
        {"\xD0\xCF\x11\xE0rest", 8, "xls"},
        {"%PDF-1.7\n", 9, "PDF"},
        {"\x1F\x8B\x08", 3, "packed"},
        {"<!DOCTYPE html><table>", 22, "web page"},
        {"  \n<html>", 9, "web page"},
        {"a,b\n1,2\n", 8, "no column is the title"},
        {"1,2\n3,4\n", 8, "no column is the title"},
        {"a,b\n\"1,2\n3,4\n", 13, "never closed"},
        {"title\n\"1", 8, "never closed"},
        {"a\0b,c\0d\n1,2\n", 12, "zero bytes"},
        {",,,,,\n,,,\n", 10, "no column is the title"},
    };
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(files); i++) {
        assert_false(
            taker_import(&taker, taker_write(&taker, "sheet.csv", files[i].bytes, files[i].size)));
        assert_int_equal(taker.err.code, YT_ERR_INVALID);
        if (!strstr(taker.err.text, files[i].says))
            fail_msg("\"%s\" does not say \"%s\"", taker.err.text, files[i].says);
        assert_true(taker.err.remedy[0] != '\0');
        assert_int_equal(taker.count, 0);
    }
    assert_false(taker_import(&taker, "/nowhere/sheet.csv"));
    assert_int_equal(taker.err.code, YT_ERR_NOT_FOUND);
    assert_false(taker_import(&taker, "/tmp"));
    assert_int_equal(taker.err.code, YT_ERR_INVALID);
    taker_end(&taker);
}

static void takes_a_header_without_rows(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, "title,checked\n\n"));
    assert_int_equal(taker.counts.rows, 0);
    taker_end(&taker);
}

static void refuses_one_row_of_ten_thousand_columns(void **state)
{
    struct taker taker;
    char *text = malloc(ROOM);
    size_t used;

    (void)state;
    assert_non_null(text);
    used = (size_t)sprintf(text, "title,note\n一,よい\n");
    for (int i = 0; i < 10000; i++)
        used += (size_t)sprintf(text + used, "x,");
    (void)strcpy(text + used, "\n二,よい\n");
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, text));
    assert_int_equal(taker.counts.good, 2);
    assert_int_equal(taker.counts.bad, 1);
    assert_non_null(strstr(taker.faults[0].wrong, "10001 columns"));

    /* The same as the first line. */
    (void)strcpy(text + used, "\n");
    assert_false(taker_sheet(&taker, text + strlen("title,note\n一,よい\n")));
    assert_non_null(strstr(taker.err.text, "more than 1024"));
    taker_end(&taker);
    free(text);
}

static void leaves_out_rows_with_zero_bytes(void **state)
{
    static const char text[] = "title,note\n一,よ\0い\n二,よい\n";
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_import(&taker, taker_write(&taker, "s.csv", text, sizeof text - 1)));
    assert_int_equal(taker.counts.good, 1);
    assert_non_null(strstr(taker.faults[0].wrong, "zero bytes"));
    taker_end(&taker);
}

static void leaves_out_a_row_that_is_too_long(void **state)
{
    const size_t size = MB / 2;
    struct taker taker;
    char *text = malloc(size + 64);

    (void)state;
    assert_non_null(text);
    (void)strcpy(text, "title,note\n一,");
    memset(text + strlen(text), 'x', size);
    (void)strcpy(text + size, "\n二,よい\n");
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, text));
    assert_int_equal(taker.counts.good, 1);
    assert_non_null(strstr(taker.faults[0].wrong, "longer than 256 KB"));
    taker_end(&taker);
    free(text);
}

static long peak_kb(void)
{
    struct rusage usage;

    (void)getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static const char *write_large(struct taker *taker, const char *header, const char *row,
                               size_t size)
{
    static char path[128];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/large.csv", taker->folder);
    file = fopen(path, "wb");
    assert_non_null(file);
    (void)fputs(header, file);
    for (size_t written = 0; written < size; written += strlen(row))
        (void)fputs(row, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static void reads_two_hundred_megabytes_in_a_few(void **state)
{
    struct taker taker;
    char row[1200];
    long before;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    memset(row, 'x', sizeof row);
    row[6] = ',';
    (void)strcpy(row + sizeof row - 3, "\r\n");
    before = peak_kb();
    /* The title is empty: every row is bad, and every one is told. */
    assert_true(taker_import(
        &taker, write_large(&taker, "会社名,長い説明,題名\r\n", "k,xxxxxxxxxxxxxxxxx,\r\n", MB)));
    assert_int_equal(taker.counts.bad, taker.counts.rows);
    assert_true(taker_import(&taker, write_large(&taker, "title,奇妙な列\r\n", row, 200 * MB)));
    assert_int_equal(taker.counts.rows, (200 * MB + strlen(row) - 1) / strlen(row));
    assert_true(peak_kb() - before < GROWTH_KB_MAX);
    assert_true(taker.progress_calls > 1000);
    taker_end(&taker);
}

static void stops_where_a_quotation_mark_swallows_the_file(void **state)
{
    struct taker taker;
    const long before = peak_kb();

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_false(taker_import(&taker, write_large(&taker, "title,note\n一,\"never closed\n",
                                                  "二,よい、よい、よい、よい、よい\n", 50 * MB)));
    assert_non_null(strstr(taker.err.text, "line 2: a quotation mark"));
    assert_true(peak_kb() - before < GROWTH_KB_MAX);
    taker_end(&taker);
}

static void refuses_more_rows_than_a_kiosk_can_hold(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_false(taker_import(
        &taker, write_large(&taker, "title\n", "あ\n", ((size_t)YT_IMPORT_ROWS_MAX + 10) * 4)));
    assert_non_null(strstr(taker.err.text, "more than 200000 rows"));
    taker_end(&taker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_a_file_is_instead),
        cmocka_unit_test(takes_a_header_without_rows),
        cmocka_unit_test(refuses_one_row_of_ten_thousand_columns),
        cmocka_unit_test(leaves_out_rows_with_zero_bytes),
        cmocka_unit_test(leaves_out_a_row_that_is_too_long),
        cmocka_unit_test(reads_two_hundred_megabytes_in_a_few),
        cmocka_unit_test(stops_where_a_quotation_mark_swallows_the_file),
        cmocka_unit_test(refuses_more_rows_than_a_kiosk_can_hold),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
