/* What an import takes, and yet has to tell somebody about. */
#include "taker.h"

#include "base/attributes.h"
#include "domain/programme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static bool import_jobs(struct taker *taker, const char *text)
{
    return taker_import(taker, taker_write(taker, "jobs.json", text, strlen(text)));
}

/* People would come otherwise. */
static void an_event_that_is_off_is_shown_as_cancelled(void **state)
{
    static const struct {
        const char *word;
        bool cancelled;
    } words[] = {
        {"中止", true},
        {"開催中止", true},
        {"中止（荒天のため）", true},
        {"延期", true},
        {"開催を延期します", true},
        {"EventCancelled", true},
        {"EventPostponed", true},
        {"開催", false},
        {"予定どおり", false},
        {"雨天中止", false},
        {"荒天の場合は中止", false},
        {"中止なし", false},
        {"受付中", false},
    };
    struct taker taker;
    char sheet[256];

    (void)state;
    taker_begin(&taker, YT_IMPORT_PROGRAMMES);
    for (size_t i = 0; i < YT_COUNT(words); i++) {
        const struct yt_programme *programme = &taker.taken[0].programme;

        (void)snprintf(
            sheet, sizeof sheet,
            "イベント名,状態,開始日,終了日,開始時間\nもちつき,%s,2026-12-05,2026-12-06,10:00\n",
            words[i].word);
        assert_true(taker_sheet(&taker, sheet));
        assert_int_equal(taker.counts.good, 1);
        if (programme->change_count != (words[i].cancelled ? 1 : 0))
            fail_msg("%s: %zu changes", words[i].word, programme->change_count);
        assert_int_equal(strstr(taker.notices, "shown as cancelled (line 2)") != NULL,
                         words[i].cancelled);
    }
    taker_end(&taker);
}

static void listings_that_nobody_checked_are_told(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker, "title,checked\na,2026-11-20\nb,\nc,\nd,\ne,\nf,\ng,\n"));
    assert_int_equal(taker.counts.good, 7);
    assert_non_null(strstr(taker.notices, "6 listings will never be shown"));
    assert_non_null(strstr(taker.notices, "constants:"));
    assert_non_null(strstr(taker.notices, "--checked"));
    assert_non_null(strstr(taker.notices, "(line 3, 4, 5, 6, 7 ...)"));
    assert_true(taker_sheet(&taker, "title,checked\na,2026-11-20\n"));
    assert_null(strstr(taker.notices, "never be shown"));
    taker_end(&taker);
}

static void whoever_imports_can_say_when_they_were_checked(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    taker.checked = (struct yt_date){2026, 11, 19};
    assert_true(taker_sheet(&taker, "title,checked\na,2026-11-20\nb,\n"));
    assert_null(strstr(taker.notices, "never be shown"));
    assert_int_equal(taker.taken[0].listing.checked.day, 20);
    assert_int_equal(taker.taken[1].listing.checked.day, 19);
    assert_true(import_jobs(&taker, "{\"@type\":\"JobPosting\",\"title\":\"掃除\"}"));
    assert_int_equal(taker.taken[0].listing.checked.day, 19);
    taker_end(&taker);
}

static void pay_that_has_no_place_here_is_told(void **state)
{
    static const struct {
        const char *salary;
        bool told;
        int pay;
    } salaries[] = {
        {"{\"currency\":\"USD\",\"value\":{\"value\":20,\"unitText\":\"HOUR\"}}", true, 0},
        {"{\"currency\":\"JPY\",\"value\":{\"value\":3000000,\"unitText\":\"YEAR\"}}", true, 0},
        {"{\"currency\":\"JPY\",\"value\":{\"value\":30000,\"unitText\":\"WEEK\"}}", true, 0},
        {"{\"currency\":\"JPY\",\"value\":{\"maxValue\":1500,\"unitText\":\"HOUR\"}}", true, 0},
        {"{\"currency\":\"JPY\",\"value\":{\"value\":1200,\"unitText\":\"HOUR\"}}", false, 1200},
        {"{\"currency\":\"JPY\"}", false, 0},
    };
    struct taker taker;
    char text[512];

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(salaries); i++) {
        (void)snprintf(text, sizeof text,
                       "{\"@type\":\"JobPosting\",\"title\":\"掃除\",\"datePosted\":\"2026-11-01\","
                       "\"baseSalary\":%s}",
                       salaries[i].salary);
        assert_true(import_jobs(&taker, text));
        assert_int_equal(taker.counts.good, 1);
        assert_int_equal(taker.taken[0].listing.pay, salaries[i].pay);
        if ((strstr(taker.notices, "without pay") != NULL) != salaries[i].told)
            fail_msg("%s: %s", salaries[i].salary, taker.notices);
    }
    taker_end(&taker);
}

static void a_service_that_is_not_open_is_no_place_to_go(void **state)
{
    static const char text[] =
        "[{\"organization_id\":\"o\",\"id\":\"s1\",\"name\":\"Hall\",\"status\":\"active\"},"
        "{\"organization_id\":\"o\",\"id\":\"s2\",\"name\":\"Gone\",\"status\":\"defunct\"},"
        "{\"organization_id\":\"o\",\"id\":\"s3\",\"name\":\"Shut\",\"status\":\"temporarily "
        "closed\"}]";
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_PLACES);
    assert_true(import_jobs(&taker, text));
    assert_int_equal(taker.counts.good, 1);
    assert_int_equal(taker.fault_count, 1);
    assert_string_equal(taker.faults[0].column, "status");
    taker_end(&taker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_that_is_off_is_shown_as_cancelled),
        cmocka_unit_test(listings_that_nobody_checked_are_told),
        cmocka_unit_test(whoever_imports_can_say_when_they_were_checked),
        cmocka_unit_test(pay_that_has_no_place_here_is_told),
        cmocka_unit_test(a_service_that_is_not_open_is_no_place_to_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
