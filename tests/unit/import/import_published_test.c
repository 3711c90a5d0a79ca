/* What cities and service directories publish, as it is. */
#include "taker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct taken *find(const struct taker *taker, const char *id)
{
    for (size_t i = 0; i < taker->count && i < TAKEN_MAX; i++)
        if (strcmp(taker->taken[i].id, id) == 0)
            return &taker->taken[i];
    fail_msg("%s did not come in", id);
    return NULL;
}

static void reads_the_public_facilities_of_a_city(void **state)
{
    struct taker taker;
    const struct taken *place;

    (void)state;
    taker_begin(&taker, YT_IMPORT_PLACES);
    assert_true(taker_import(&taker, taker_data("yaizu-public-facilities.csv")));
    assert_int_equal(taker.counts.rows, 230);
    assert_int_equal(taker.counts.good, 230);
    assert_string_equal(taker.notices, ""); /* every column of the published table is known */
    place = find(&taker, "0000010001");
    assert_string_equal(place->name, "親子ふれあい広場");
    assert_string_equal(place->where, "焼津市本町5-6-1");
    assert_non_null(strstr(place->more, "火曜日"));
    assert_true(place->place.has_position);
    assert_true(place->place.latitude > 34.86 && place->place.latitude < 34.87);
    taker_end(&taker);
}

static void reads_a_cp932_table_and_tells_of_its_doubled_id(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_PLACES);
    assert_true(taker_import(&taker, taker_data("yaizu-farms-cp932.csv")));
    assert_int_equal(taker.counts.good, 8);
    assert_string_equal(taker.taken[0].name, "やまとファミリー農園（策牛）");
    assert_non_null(strstr(taker.faults[0].wrong, "line 2 has the same id"));
    taker_end(&taker);
}

static void reads_the_events_of_the_new_standard(void **state)
{
    struct taker taker;
    const struct taken *event;

    (void)state;
    taker_begin(&taker, YT_IMPORT_PROGRAMMES);
    assert_true(taker_import(&taker, taker_data("yaizu-events-new-standard.csv")));
    assert_int_equal(taker.counts.rows, 8);
    assert_int_equal(taker.counts.good, 6);
    assert_string_equal(taker.notices, "");

    event = find(&taker, "19447");
    assert_string_equal(event->where,
                        "焼津市役所大井川庁舎1階健康見える化コーナー 静岡県焼津市宗高900");
    assert_int_equal(event->programme.from_minute, 10 * 60);
    assert_int_equal(event->programme.until_minute, 11 * 60);
    assert_int_equal(event->programme.first.day, 15);
    assert_int_equal(event->programme.last.day, 15);
    assert_int_equal(event->programme.room, 20);
    assert_int_equal(event->programme.sign_up, YT_SIGN_UP_BEFORE);
    assert_true(event->programme.open_holidays);

    /* 0:00 to 0:00 says nothing; nor does an end that is earlier, on another day. */
    assert_int_equal(find(&taker, "19825")->programme.from_minute, YT_LISTING_NOT_SAID);
    assert_int_equal(find(&taker, "18823")->programme.until_minute, 13 * 60);
    assert_int_equal(find(&taker, "20774")->programme.sign_up, YT_SIGN_UP_NONE);
    assert_int_equal(find(&taker, "20774")->programme.room, YT_LISTING_NOT_SAID);

    /* "Once a month", written as one span: nobody is sent there on a wrong day. */
    assert_int_equal(taker.faults[0].line, 2);
    assert_non_null(strstr(taker.faults[1].wrong, "nothing says on which days"));
    taker_end(&taker);
}

static void reads_the_older_names_of_the_events(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_PROGRAMMES);
    assert_true(taker_sheet(
        &taker,
        "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,"
        "イベント名_英語,開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金（基本）,"
        "料金（詳細）,連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,"
        "経度,アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考\n"
        "222127,0000000001,静岡県,焼津市,おしゃべりの会,オシャベリノカイ,Talk,2026-11-24,"
        "2026-11-24,10:00,11:30,雨でも行います,お茶を飲みます,無料,,担当,054-000-0000,,社協,"
        "公民館,焼津市本町1-1,2階,34.8,138.3,,,12,,,申込不要,,\n"));
    assert_int_equal(taker.counts.good, 1);
    assert_string_equal(taker.notices, "");
    assert_string_equal(taker.taken[0].where, "公民館 焼津市本町1-1 2階");
    assert_string_equal(taker.taken[0].more, "お茶を飲みます 雨でも行います");
    assert_int_equal(taker.taken[0].programme.room, 12);
    taker_end(&taker);
}

static void reads_the_newer_names_of_the_facilities(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_PLACES);
    assert_true(taker_sheet(
        &taker,
        "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,名称_英語,"
        "所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,"
        "所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,高度の種別,高度の値,電話番号,"
        "内線番号,連絡先メールアドレス,連絡先FormURL,連絡先備考（その他、SNSなど）,郵便番号,"
        "法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,"
        "バリアフリー情報,URL,画像,画像_ライセンス,備考\n"
        "092011,1,栃木県宇都宮市,中央図書館,チュウオウトショカン,Central Library,092011,,,"
        "栃木県,宇都宮市,明保野町,7-57,2階,36.5,139.8,,,028-000-0000,,,,,,,市,火水木金土日,"
        "9:30,19:00,月曜休館,,スロープあり,,,,\n"));
    assert_int_equal(taker.counts.good, 1);
    assert_string_equal(taker.notices, "");
    assert_string_equal(taker.taken[0].where, "栃木県宇都宮市明保野町7-57 2階");
    assert_int_equal(taker.taken[0].place.kind, YT_OPEN_PLACE_LIBRARY);
    assert_int_equal(taker.taken[0].place.opening_count, 1);
    taker_end(&taker);
}

static void reads_a_service_of_hsds(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_PLACES);
    assert_true(taker_import(&taker, taker_data("hsds-service.json")));
    assert_int_equal(taker.counts.good, 1);
    assert_string_equal(taker.taken[0].name, "Community Counselling");
    assert_non_null(strstr(taker.taken[0].where, "1-30 Main Street"));
    assert_int_equal(taker.taken[0].place.opening_count, 1);
    assert_int_equal(strlen(taker.taken[0].id), 17); /* its UUID is longer than an id may be */

    taker.kind = YT_IMPORT_PROGRAMMES;
    assert_true(taker_import(&taker, taker_data("hsds-service.json")));
    assert_int_equal(taker.taken[0].programme.days.weekdays, 1 << 4 | 1 << 5);
    assert_int_equal(taker.taken[0].programme.from_minute, 10 * 60);
    taker_end(&taker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_public_facilities_of_a_city),
        cmocka_unit_test(reads_a_cp932_table_and_tells_of_its_doubled_id),
        cmocka_unit_test(reads_the_events_of_the_new_standard),
        cmocka_unit_test(reads_the_older_names_of_the_events),
        cmocka_unit_test(reads_the_newer_names_of_the_facilities),
        cmocka_unit_test(reads_a_service_of_hsds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
