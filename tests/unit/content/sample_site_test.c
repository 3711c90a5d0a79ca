/* The sample site as a resident and an office would meet it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"

#include <stdlib.h>

static void everything_is_there(void **state)
{
    size_t answers = 0;

    (void)state;
    for (size_t i = 0; i < site->check.question_count; i++)
        answers += site->check.questions[i].option_count;
    assert_int_equal(site->check.question_count, 20);
    assert_int_equal(answers, 144);
    assert_int_equal(site->check.area_count, 22);
    assert_int_equal(site->check.rule_count, 6);
    assert_int_equal(site->menu.count, 27);
    assert_int_equal(site->help.screen_count, 7);
    assert_int_equal(site->site.languages.count, 10);
    assert_int_equal(site->site.kiosk_count, 4);
    assert_int_equal(site->appointments.type_count, 11);
    assert_int_equal(site->offers.listing_count, 12);
    assert_int_equal(site->offers.programme_count, 13);
    assert_int_equal(site->offers.place_count, 10);
    assert_int_equal(site->offers.voice_count, 7);
    assert_int_equal(site->offers.card_count, 20);
    assert_true(site->offers.search_group_count >= 40);
}

static void every_resident_text_is_in_ten_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < site->menu.count; i++)
        for (size_t language = 0; language < 10; language++) {
            assert_non_null(site->menu.items[i].name.in[language]);
            assert_non_null(site->menu.items[i].text.in[language]);
            assert_non_null(site->menu.items[i].slip_name.in[language]);
        }
}

static void safety_and_goods_are_not_named_on_paper(void **state)
{
    const struct yt_menu_item *safety = &site->menu.items[yt_menu_find(&site->menu, "M23")];
    const struct yt_menu_item *goods = &site->menu.items[yt_menu_find(&site->menu, "M14")];

    (void)state;
    assert_string_equal(safety->slip_name.in[0], "相談の時間");
    assert_int_equal(safety->actions & YT_MENU_PAPER, 0);
    assert_int_equal(goods->slip_naming, YT_SLIP_NUMBER_ONLY);
    assert_true(site->menu.items[yt_menu_find(&site->menu, "M27")].always);
}

static void nobody_reads_forbidden_words(void **state)
{
    static const char *const words[] = {"ひきこもり", "ニート", "困窮",     "貧困",
                                        "低所得",     "対象者", "就労意欲", "生活保護"};

    (void)state;
    for (size_t i = 0; i < site->menu.count; i++)
        for (size_t w = 0; w < YT_COUNT(words); w++) {
            assert_null(strstr(site->menu.items[i].name.in[0], words[w]));
            assert_null(strstr(site->menu.items[i].text.in[0], words[w]));
        }
}

static void lines_show_their_numbers(void **state)
{
    static const char *const numbers[] = {
        "110", "119",          "#9110",        "#8008",        "0120-279-889",
        "189", "0120-279-338", "0120-061-338", "0570-064-556", "0120-0-78310"};

    (void)state;
    for (size_t n = 0; n < YT_COUNT(numbers); n++) {
        bool found = false;

        for (size_t i = 0; i < site->help.line_count; i++)
            found |= strcmp(site->help.lines[i].phone, numbers[n]) == 0;
        assert_true(found);
    }
}

static size_t warnings_on(const struct yt_content *content, struct yt_date today)
{
    struct yt_content_report *warnings = calloc(1, sizeof *warnings);
    size_t count;

    assert_non_null(warnings);
    count = yt_content_look_over(content, today, warnings);
    assert_int_equal(count, warnings->count + warnings->more);
    free(warnings);
    return count;
}

static void staff_are_warned_in_time(void **state)
{
    const size_t listings = site->offers.listing_count;

    (void)state;
    assert_int_equal(warnings_on(*state, (struct yt_date){2026, 11, 24}), 0);
    /* A week before the first listing goes into hiding, a month after its check. */
    assert_int_equal(warnings_on(*state, (struct yt_date){2026, 12, 3}), 0);
    assert_int_equal(warnings_on(*state, (struct yt_date){2026, 12, 4}), 1);
    /* Half a year after checked_on: every line is due. */
    assert_int_equal(warnings_on(*state, (struct yt_date){2027, 4, 2}), listings);
    assert_int_equal(warnings_on(*state, (struct yt_date){2027, 4, 3}),
                     listings + site->help.line_count);
    /* The first place was checked a year ago, and the last order for piecework has passed. */
    assert_int_equal(warnings_on(*state, (struct yt_date){2027, 8, 20}),
                     listings + site->help.line_count + 1);
    assert_int_equal(warnings_on(*state, (struct yt_date){2027, 8, 21}),
                     listings + site->help.line_count + 2);
}

static void check_prints_what_it_counted(void **state)
{
    struct yt_buf text;

    (void)state;
    yt_buf_init(&text, 1 << 16);
    assert_true(yt_content_check_print(SAMPLE, (struct yt_date){2026, 11, 24}, &text));
    assert_string_equal(yt_buf_string(&text),
                        SAMPLE ": complete. 10 languages, 20 questions, 144 answers, 27 menu "
                               "items, 7 help screens, 11 appointment types, 4 kiosks, 12 "
                               "listings, 13 programmes, 10 open places, 7 voices, 20 talk cards, "
                               "42 groups of search words.\n");
    yt_buf_done(&text);
}

/* --- The example day of the sample: Thursday 2026-11-26
 * ---------------------------------------------- */

static struct yt_slot_list list;

static const struct yt_slot_day *offered(const char *type, struct yt_slot_request request,
                                         struct yt_date date)
{
    const int index = yt_appointment_type_find(&site->appointments, type);

    assert_true(index >= 0);
    request.type = (size_t)index;
    if (request.now.date.year == 0)
        request.now = (struct yt_local_time){{2026, 11, 24}, 9 * 60};
    yt_slots_offer(&site->site, &site->appointments, &request, &list);
    for (size_t i = 0; i < list.day_count; i++)
        if (yt_date_compare(list.days[i].date, date) == 0)
            return &list.days[i];
    return NULL;
}

static void assert_minutes(const struct yt_slot_day *day, const int *minutes, size_t count)
{
    assert_non_null(day);
    assert_int_equal(day->count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(list.slots[day->first + i].minute, minutes[i]);
}

static void example_day_offers_its_slots(void **state)
{
    static const int desk[] = {540, 630, 795, 885, 960};
    static const int phone[] = {570, 660, 900};
    struct yt_slot_request request = {
        .place = yt_site_place_find(&site->site, "center"), .language = -1, .kiosk = "k1"};
    const struct yt_slot_day *day;

    (void)state;
    day = offered("desk", request, (struct yt_date){2026, 11, 26});
    assert_minutes(day, desk, YT_COUNT(desk));
    for (size_t i = 0; i < day->count; i++)
        assert_true(list.slots[day->first + i].firm);
    request.place = -1;
    day = offered("phone", request, (struct yt_date){2026, 11, 26});
    assert_minutes(day, phone, YT_COUNT(phone));
}

static void the_cafes_kiosk_gives_the_cafes_slots(void **state)
{
    static const int cafe[] = {820, 845, 870, 895, 920};
    struct yt_slot_request request = {.place = -1, .language = -1, .kiosk = "k2"};
    const struct yt_slot_day *day = offered("cafe", request, (struct yt_date){2026, 12, 16});

    (void)state;
    assert_minutes(day, cafe, YT_COUNT(cafe));
    assert_true(list.slots[day->first].firm);
    /* Elsewhere they can only be asked for. */
    request.kiosk = "k1";
    day = offered("cafe", request, (struct yt_date){2026, 12, 16});
    assert_minutes(day, cafe, YT_COUNT(cafe));
    assert_false(list.slots[day->first].firm);
}

static void kept_slots_open_today_for_who_needs_them(void **state)
{
    static const int kept[] = {660, 930};
    struct yt_slot_request request = {.place = yt_site_place_find(&site->site, "center"),
                                      .language = -1,
                                      .kiosk = "k1",
                                      .urgency = YT_URGENCY_TODAY,
                                      .now = {{2026, 11, 26}, 8 * 60}};
    const struct yt_slot_day *day = offered("desk", request, (struct yt_date){2026, 11, 26});
    size_t found = 0;

    (void)state;
    for (size_t i = 0; i < day->count; i++)
        if (list.slots[day->first + i].held_back && found < YT_COUNT(kept)) {
            assert_int_equal(list.slots[day->first + i].minute, kept[found]);
            found++;
        }
    assert_int_equal(found, YT_COUNT(kept));
}

static void no_two_kiosks_can_give_the_same_slot(void **state)
{
    (void)state;
    for (size_t type = 0; type < site->appointments.type_count; type++) {
        static struct yt_slot_list of_kiosk[4];

        for (size_t k = 0; k < site->site.kiosk_count; k++) {
            const struct yt_slot_request request = {.type = type,
                                                    .place = -1,
                                                    .language = -1,
                                                    .kiosk = site->site.kiosks[k].id,
                                                    .now = {{2026, 11, 24}, 540}};

            yt_slots_offer(&site->site, &site->appointments, &request, &of_kiosk[k]);
            assert_int_equal(of_kiosk[k].count, of_kiosk[0].count);
        }
        for (size_t i = 0; i < of_kiosk[0].count; i++) {
            int firm = 0;

            for (size_t k = 0; k < site->site.kiosk_count; k++)
                firm += of_kiosk[k].slots[i].firm;
            assert_in_range(firm, 0, 1);
        }
    }
}

static void the_office_is_closed_over_the_new_year(void **state)
{
    const struct yt_slot_request request = {.place = yt_site_place_find(&site->site, "center"),
                                            .language = -1,
                                            .now = {{2026, 12, 25}, 540}};

    (void)state;
    for (int day = 28; day <= 35; day++) {
        const struct yt_date date =
            yt_date_from_days(yt_date_to_days((struct yt_date){2026, 12, 1}) + day - 1);
        const struct yt_slot_day *found = offered("desk", request, date);

        assert_int_equal(found->closed, day >= 29 && day <= 34);
        assert_int_equal(found->count > 0, day == 28 || day == 35);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_there),
        cmocka_unit_test(every_resident_text_is_in_ten_languages),
        cmocka_unit_test(safety_and_goods_are_not_named_on_paper),
        cmocka_unit_test(nobody_reads_forbidden_words),
        cmocka_unit_test(lines_show_their_numbers),
        cmocka_unit_test(staff_are_warned_in_time),
        cmocka_unit_test(check_prints_what_it_counted),
        cmocka_unit_test(example_day_offers_its_slots),
        cmocka_unit_test(the_cafes_kiosk_gives_the_cafes_slots),
        cmocka_unit_test(kept_slots_open_today_for_who_needs_them),
        cmocka_unit_test(no_two_kiosks_can_give_the_same_slot),
        cmocka_unit_test(the_office_is_closed_over_the_new_year),
    };

    return cmocka_run_group_tests(tests, sample_load, sample_release);
}
