/* Sheets as they come: encodings, line ends, separators, languages. */
#include "taker.h"

#include "base/attributes.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char sheet[] = "id,題名,種類,賃金形態,時給,確認日\n"
                            "a1,品出し（開店前）,求人,時給,1180,2026-11-01\n"
                            "a2,\"落ち葉はき、\n草取り\",ボランティア,,,2026-11-02\n";

static void check(const struct taker *taker)
{
    assert_int_equal(taker->err.code, YT_OK);
    assert_int_equal(taker->counts.rows, 2);
    assert_int_equal(taker->counts.good, 2);
    assert_string_equal(taker->taken[0].id, "a1");
    assert_string_equal(taker->taken[0].name, "品出し（開店前）");
    assert_int_equal(taker->taken[0].listing.pay, 1180);
    assert_int_equal(taker->taken[0].listing.kind, YT_LISTING_JOB);
    assert_int_equal(taker->taken[1].listing.kind, YT_LISTING_VOLUNTEER);
    assert_string_equal(taker->taken[1].name, "落ち葉はき、 草取り");
}

static size_t converted(const char *text, const char *encoding, char *to, size_t capacity)
{
    iconv_t convert = iconv_open(encoding, "UTF-8");
    char *from = (char *)text;
    char *at = to;
    size_t left = strlen(text);
    size_t room = capacity;

    assert_true(convert != (iconv_t)-1);
    assert_true(iconv(convert, &from, &left, &at, &room) != (size_t)-1);
    iconv_close(convert);
    return capacity - room;
}

static void reads_every_encoding(void **state)
{
    static const char *const encodings[] = {"UTF-8", "CP932", "UTF-16LE", "UTF-16BE"};
    static const char *const marks[] = {"", "", "\xFF\xFE", "\xFE\xFF"};
    struct taker taker;
    char bytes[2048];

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(encodings); i++) {
        const size_t mark = strlen(marks[i]);

        memcpy(bytes, marks[i], mark);
        assert_true(taker_import(
            &taker,
            taker_write(&taker, "sheet.csv", bytes,
                        mark + converted(sheet, encodings[i], bytes + mark, sizeof bytes - mark))));
        check(&taker);
    }
    (void)snprintf(bytes, sizeof bytes, "\xEF\xBB\xBF%s", sheet);
    assert_true(taker_sheet(&taker, bytes));
    check(&taker);
    taker_end(&taker);
}

/* Every line end of `sheet` outside of quotes. */
static void reads_every_line_end(void **state)
{
    static const char *const ends[] = {"\r\n", "\r", "\n\n", "\r\n\r\n"};
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(ends); i++) {
        char text[2048] = "";
        bool quoted = false;

        for (const char *at = sheet; *at != '\0'; at++) {
            quoted ^= *at == '"';
            if (*at == '\n' && !quoted)
                (void)strcat(text, ends[i]);
            else
                (void)sprintf(text + strlen(text), "%c", *at);
        }
        assert_true(taker_sheet(&taker, text));
        check(&taker);
    }
    /* ... and without any at the end of the file. */
    assert_true(taker_import(&taker, taker_write(&taker, "s.csv", sheet, sizeof sheet - 2)));
    check(&taker);
    taker_end(&taker);
}

static void finds_the_separator(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (const char *separator = "\t;"; *separator != '\0'; separator++) {
        char text[sizeof sheet];

        memcpy(text, sheet, sizeof sheet);
        for (char *at = text; *at != '\0'; at++)
            if (*at == ',')
                *at = *separator;
        assert_true(taker_sheet(&taker, text));
        check(&taker);
    }
    taker_end(&taker);
}

static void takes_every_language_of_the_site(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    taker.other_language = "vi";
    assert_true(taker_sheet(&taker, "title,easy,en,title_vi,checked\n"
                                    "掃除,掃除《そうじ》を します,Cleaning,Dọn dẹp,2026-11-01\n"));
    assert_string_equal(taker.taken[0].other, "Dọn dẹp");
    taker.other_language = "ja-easy";
    assert_true(taker_sheet(&taker, "題名,題名（やさしい日本語）,題名_英語,題名_zh-Hans,確認日\n"
                                    "掃除,掃除《そうじ》,Cleaning,打扫,2026-11-01\n"));
    assert_string_equal(taker.taken[0].other, "掃除《そうじ》");
    assert_string_equal(taker.notices, "");
    taker_end(&taker);
}

static void keeps_staff_only_columns_away(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(&taker,
                            "title,honorarium,site_notes,aware,電話番号,メール,奇妙な列,checked\n"
                            "掃除,3000,秘密のメモ,yes,054-626-1111,a@example.jp,x,2026-11-01\n"));
    assert_int_equal(taker.counts.good, 1);
    assert_non_null(strstr(taker.notices, "staff only: honorarium, site_notes, aware"));
    assert_non_null(strstr(taker.notices, "goes through staff: 電話番号, メール"));
    assert_non_null(strstr(taker.notices, "not known: 奇妙な列"));
    taker_end(&taker);
}

static void makes_the_same_id_each_time_where_there_is_none(void **state)
{
    struct taker taker;
    char first[YT_LISTING_ID_MAX];

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(
        taker_sheet(&taker, "題名,会社名,確認日\n掃除,甲,2026-11-01\n掃除,乙,2026-11-01\n"));
    assert_int_equal(taker.counts.good, 2);
    assert_string_not_equal(taker.taken[0].id, taker.taken[1].id);
    memcpy(first, taker.taken[0].id, sizeof first);
    assert_true(taker_sheet(&taker, "確認日,題名,会社名\n2026-11-05,掃除,甲\n"));
    assert_string_equal(taker.taken[0].id, first);
    taker_end(&taker);
}

static void fills_a_listing_from_what_is_written(void **state)
{
    struct taker taker;
    const struct yt_listing *listing;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(
        &taker,
        "題名,すること,km,1日の時間,週の日数,勤務時間,曜日,賃金形態,時給,受け取り方,"
        "資格,半日,同行,until,確認日\n"
        "配達,\"荷物を運ぶ；伝票を渡す\",1.25,1.5～3,２～５,9:00～12:30,月水金,時給,"
        "\"1,180～1,250円\",週払い・日払い,不要,要相談,\"見学,初日\",2026/12/31,令和8年11月1日\n"));
    assert_int_equal(taker.fault_count, 0);
    listing = &taker.taken[0].listing;
    assert_int_equal(listing->task_count, 2);
    assert_int_equal(listing->metres, 1250);
    assert_int_equal(listing->day_minutes_min, 90);
    assert_int_equal(listing->day_minutes_max, 180);
    assert_int_equal(listing->days_min, 2);
    assert_int_equal(listing->days_max, 5);
    assert_int_equal(listing->from_minute, 540);
    assert_int_equal(listing->until_minute, 750);
    assert_int_equal(listing->weekdays, 0x2A);
    assert_int_equal(listing->pay, 1180);
    assert_int_equal(listing->pay_max, 1250);
    assert_int_equal(listing->paid, YT_PAID_WEEKLY | YT_PAID_DAILY);
    assert_int_equal(listing->licence_needed, YT_MAY_NO);
    assert_int_equal(listing->half_day, YT_MAY_ASK);
    assert_int_equal(listing->along, YT_ALONG_VISIT | YT_ALONG_FIRST_DAY);
    assert_int_equal(yt_date_to_days(listing->until),
                     yt_date_to_days((struct yt_date){2026, 12, 31}));
    taker_end(&taker);
}

static const char *task(const struct taker *taker, size_t i)
{
    return taker->taken[0].tasks[i];
}

static void parts_tasks_where_a_list_does_and_no_sentence(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(taker_sheet(
        &taker, "題名,すること,確認日\n台所,\"・野菜を洗い、切り、盛る\n・肉・魚を焼く\n"
                "　・床そうじ／皿洗い；片づけ\",2026-11-01\n"));
    assert_int_equal(taker.fault_count, 0);
    assert_int_equal(taker.taken[0].listing.task_count, 5);
    assert_string_equal(task(&taker, 0), "野菜を洗い、切り、盛る");
    assert_string_equal(task(&taker, 1), "肉・魚を焼く");
    assert_string_equal(task(&taker, 2), "床そうじ");
    assert_string_equal(task(&taker, 3), "皿洗い");
    assert_string_equal(task(&taker, 4), "片づけ");
    taker_end(&taker);
}

static void keeps_a_listing_with_too_many_tasks(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(
        taker_sheet(&taker, "題名,すること,確認日\n倉庫,一/二/三/四/五/六/七,2026-11-01\n"));
    assert_int_equal(taker.counts.good, 1);
    assert_int_equal(taker.fault_count, 0);
    assert_int_equal(taker.taken[0].listing.task_count, 5);
    assert_string_equal(task(&taker, 3), "四");
    assert_string_equal(task(&taker, 4), "五、六、七");
    assert_non_null(strstr(taker.notices, "more than 5 tasks"));
    taker_end(&taker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_encoding),
        cmocka_unit_test(reads_every_line_end),
        cmocka_unit_test(finds_the_separator),
        cmocka_unit_test(takes_every_language_of_the_site),
        cmocka_unit_test(keeps_staff_only_columns_away),
        cmocka_unit_test(makes_the_same_id_each_time_where_there_is_none),
        cmocka_unit_test(fills_a_listing_from_what_is_written),
        cmocka_unit_test(parts_tasks_where_a_list_does_and_no_sentence),
        cmocka_unit_test(keeps_a_listing_with_too_many_tasks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
