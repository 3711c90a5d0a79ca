/* What there is to go to: seen, chosen, taken back, put on paper and into a calendar. */
#include "journey.h"
#include "offers_site.h"
#include "small_site.h"

#include "base/attributes.h"
#include "base/message.h"
#include "screens/offer_screens.h"
#include "screens/programmes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct yt_site_content *site;
static int already; /* have joined the class on each of its days */

static int32_t day_of(int month, int day)
{
    return yt_date_to_days((struct yt_date){2026, (int8_t)month, (int8_t)day});
}

static void answer_joined(void *context, uint64_t visit)
{
    struct yt_joined_list list = {.count = 2};

    strcpy(list.items[0].programme, "class");
    list.items[0].day = day_of(11, 24);
    list.items[0].count = (uint16_t)already;
    strcpy(list.items[1].programme, "class");
    list.items[1].day = day_of(12, 3);
    list.items[1].count = 0;
    yt_app_result(&((struct journey *)context)->app,
                  &(struct yt_result){.kind = YT_RESULT_JOINED, .visit = visit, .joined = &list});
}

static int begin(void **state)
{
    struct journey *journey = journey_new(site = offers_site(), "k2", 1080, 1920, 0);

    already = 0;
    *state = journey;
    if (!journey)
        return -1;
    journey->services.joined = answer_joined;
    return 0;
}

static int end(void **state)
{
    struct journey *journey = *state;

    yt_app_end(&journey->app);
    journey_free(journey);
    return 0;
}

static void open_programme(struct journey *journey, const char *id, int32_t day)
{
    yt_programme_open(&journey->app, id, day);
    yt_app_show(&journey->app);
    assert_string_equal(journey_screen(journey), "programme");
}

struct wanted {
    const char *text;
    bool found;
};

static bool look_for(const struct yt_ui_node *node, void *context)
{
    struct wanted *wanted = context;

    wanted->found |= strstr(node->label, wanted->text) != NULL;
    return !wanted->found;
}

/* Does it stand anywhere, also within a longer text? */
static bool reads(struct journey *journey, const char *text)
{
    struct wanted wanted = {.text = text};

    yt_ui_each(journey->app.ui, look_for, &wanted);
    return wanted.found;
}

static bool says(struct journey *journey, const char *id)
{
    return reads(journey, yt_say(&journey->app, id));
}

/* --- Two weeks -------------------------------------------------------------------------------- */

static void two_weeks_are_seen_at_a_glance(void **state)
{
    struct journey *journey = *state;

    yt_nav_push(&journey->app, &yt_screen_programmes);
    yt_app_show(&journey->app);
    assert_true(reads(journey, "きょう 11月21日（土） 2件"));
    assert_true(reads(journey, "11月23日（月） 1件"));
    assert_true(reads(journey, "11月26日（木） なし"));
    assert_true(reads(journey, "11月30日（月） お休み"));
    assert_true(reads(journey, "フードの日"));

    assert_true(journey_tap(journey, "11月24日（火） 1件"));
    assert_true(reads(journey, "編み物の教室"));
    assert_false(reads(journey, "フードの日"));
    assert_true(journey_tap(journey, "11月26日（木）"));
    assert_true(says(journey, "programmes.none.day"));
    assert_true(journey_tap_id(journey, "programmes.all.days"));
    assert_true(reads(journey, "フードの日"));
    assert_true(journey_tap(journey, "フードの日"));
    assert_string_equal(journey_screen(journey), "programme");
}

/* What is off stands where it always stood, and says so. */
static void what_is_off_stands_in_its_place(void **state)
{
    struct journey *journey = *state;

    yt_nav_push(&journey->app, &yt_screen_programmes);
    yt_app_show(&journey->app);
    assert_true(journey_tap(journey, "11月30日（月） お休み"));
    assert_true(journey_tap(journey, "つどい場"));
    assert_true(says(journey, "programme.change.off"));
    assert_true(reads(journey, "床の工事です"));
}

static void an_item_of_the_menu_leads_to_what_belongs_to_it(void **state)
{
    struct journey *journey = *state;

    assert_true(journey_tap_id(journey, "home.menu"));
    assert_true(journey_tap(journey, "なんでも相談"));
    assert_true(journey_tap_id(journey, "programmes.of.item"));
    assert_string_equal(journey_screen(journey), "programmes");
    assert_true(reads(journey, "つどい場"));
    assert_false(reads(journey, "フードの日"));
    assert_true(journey_tap_id(journey, "programmes.all.items"));
    assert_true(reads(journey, "フードの日"));
}

static void hundreds_of_programmes_are_shown_day_by_day(void **state)
{
    static struct yt_programme many[300];
    struct journey *journey = *state;

    for (size_t i = 0; i < YT_COUNT(many); i++)
        many[i] = site->offers.programmes[i % 2 ? OFFERS_FOOD : OFFERS_ONLINE];
    site->offers.programmes = many;
    site->offers.programme_count = YT_COUNT(many);
    yt_nav_push(&journey->app, &yt_screen_programmes);
    yt_app_show(&journey->app);
    assert_true(reads(journey, "11月25日（水） 150件"));
    assert_true(reads(journey, "フードの日"));
    assert_false(reads(journey, "夜の会"));
    assert_true(journey_tap(journey, "11月25日（水） 150件"));
    assert_true(reads(journey, "夜の会"));
}

/* --- One programme ---------------------------------------------------------------------------- */

static void a_place_of_this_box_is_firm_once_handed_over(void **state)
{
    struct journey *journey = *state;
    const struct yt_visit *visit = &journey->app.visit;

    already = 1;
    open_programme(journey, "class", 0);
    assert_true(reads(journey, "2人まで　のこり1人"));
    assert_true(journey_tap_id(journey, "programme.join"));
    assert_int_equal(visit->programme_count, 1);
    assert_string_equal(visit->programmes[0].id, "class");
    assert_string_equal(visit->programmes[0].title, "編み物の教室");
    assert_int_equal(visit->programmes[0].day, day_of(11, 24));
    assert_int_equal(visit->programmes[0].minute, 13 * 60);
    assert_true(visit->programmes[0].firm);
    assert_false(visit->programmes[0].waiting);
    assert_false(visit->programmes[0].paper_only);
    assert_true(says(journey, "programme.marked.firm"));
    assert_false(journey_tap_id(journey, "programme.join"));
    assert_true(journey_tap_id(journey, "programme.take.back"));
    assert_int_equal(visit->programme_count, 0);
}

static void who_comes_to_a_full_one_can_wait(void **state)
{
    struct journey *journey = *state;
    const struct yt_visit *visit = &journey->app.visit;

    already = 2;
    open_programme(journey, "class", 0);
    assert_true(says(journey, "programme.full"));
    assert_false(journey_tap_id(journey, "programme.join"));
    assert_true(journey_tap_id(journey, "programme.wait"));
    assert_true(visit->programmes[0].waiting);
    assert_false(visit->programmes[0].firm);
    assert_true(says(journey, "programme.marked.waiting"));
}

/* The desk gives these places; how many are left is not known here, so no number is said. */
static void a_place_of_the_desk_is_asked_for(void **state)
{
    struct journey *journey = *state;

    open_programme(journey, "salon", day_of(11, 28));
    assert_true(says(journey, "programme.room.asked"));
    assert_false(reads(journey, "のこり"));
    assert_true(journey_tap_id(journey, "programme.join"));
    assert_false(journey->app.visit.programmes[0].firm);
    assert_false(journey->app.visit.programmes[0].waiting);
    assert_true(says(journey, "programme.marked.asked"));
}

static void nobody_signs_up_too_late(void **state)
{
    struct journey *journey = *state;

    open_programme(journey, "salon", day_of(11, 22));
    assert_true(says(journey, "programme.sign.up.over"));
    assert_false(journey_tap_id(journey, "programme.join"));
    yt_nav_back(&journey->app);

    open_programme(journey, "morning", day_of(11, 21));
    assert_true(says(journey, "programme.over"));
    assert_false(journey_tap_id(journey, "programme.calendar"));
    assert_false(journey_tap_id(journey, "programme.paper"));
}

static void what_is_off_can_not_be_joined_and_what_was_moved_leads_on(void **state)
{
    struct journey *journey = *state;

    open_programme(journey, "gathering", day_of(11, 30));
    assert_true(says(journey, "programme.change.off"));
    assert_true(reads(journey, "床の工事です"));
    assert_false(says(journey, "programme.over"));
    assert_false(journey_tap_id(journey, "programme.calendar"));
    assert_true(journey_tap(journey, "12月7日（月）"));
    assert_true(reads(journey, "図書館の部屋"));
    assert_false(reads(journey, "しらかば"));
    yt_nav_back(&journey->app);

    open_programme(journey, "class", day_of(12, 1));
    assert_false(journey_tap_id(journey, "programme.join"));
    assert_true(journey_tap(journey, "12月3日（木）を見る"));
    assert_true(says(journey, "programme.change.day"));
    assert_true(reads(journey, "12月1日（火）から変わりました。"));
    assert_true(journey_tap_id(journey, "programme.join"));
    assert_int_equal(journey->app.visit.programmes[0].day, day_of(12, 3));
}

static void a_time_of_ones_own_is_booked_through_the_menu(void **state)
{
    struct journey *journey = *state;
    const struct yt_visit *visit = &journey->app.visit;

    open_programme(journey, "lawyer", 0);
    assert_false(journey_tap_id(journey, "programme.join"));
    assert_true(journey_tap_id(journey, "programme.book"));
    assert_true(visit->ways[SMALL_ITEM_BUDGET] & YT_WAY_BOOK);
    assert_true(yt_visit_wants_date(visit));
    assert_int_equal(visit->programme_count, 0);
    assert_true(journey_tap_id(journey, "programme.take.back"));
    assert_int_equal(visit->ways[SMALL_ITEM_BUDGET], 0);
}

static void only_so_many_fit_into_the_tray(void **state)
{
    struct journey *journey = *state;
    struct yt_visit *visit = &journey->app.visit;

    visit->programme_count = YT_ENTRY_PROGRAMMES_MAX;
    for (size_t i = 0; i < YT_ENTRY_PROGRAMMES_MAX; i++)
        visit->programmes[i].day = (int32_t)i + 1;
    open_programme(journey, "class", 0);
    assert_true(journey_tap_id(journey, "programme.join"));
    assert_true(says(journey, "programme.tray.full"));
    assert_int_equal(visit->programme_count, YT_ENTRY_PROGRAMMES_MAX);
}

static void a_page_outlives_its_programme(void **state)
{
    struct journey *journey = *state;

    open_programme(journey, "class", 0);
    site->offers.programme_count = OFFERS_CLASS;
    yt_app_result(&journey->app, &(struct yt_result){.kind = YT_RESULT_LISTINGS_CHANGED,
                                                     .visit = journey->app.visit.number});
    yt_app_show(&journey->app);
    assert_true(says(journey, "programme.gone"));
    assert_true(journey_tap_id(journey, "ui.back"));
}

/* --- Paper and calendar ----------------------------------------------------------------------- */

static void what_needs_no_sign_up_is_for_the_paper_alone(void **state)
{
    struct journey *journey = *state;
    const struct yt_visit *visit = &journey->app.visit;

    open_programme(journey, "online", 0);
    assert_false(reads(journey, "https://meet.example/yoru"));
    assert_false(journey_tap_id(journey, "programme.join"));
    assert_true(journey_tap_id(journey, "programme.paper"));
    assert_true(visit->programmes[0].paper_only);
    assert_false(visit->programmes[0].firm);
    assert_string_equal(visit->programmes[0].paper, "夜の会\n"
                                                    "11月25日（水）\n"
                                                    "19:00〜20:00\n"
                                                    "公民館\n"
                                                    "申しこみなしで行けます\n"
                                                    "https://meet.example/yoru");
    assert_string_equal(visit->programmes[0].paper_ja, "");
}

static void paper_is_in_two_languages_for_whoever_reads_it(void **state)
{
    struct journey *journey = *state;
    const struct yt_entry_programme *marked = &journey->app.visit.programmes[0];

    journey->app.visit.language = SMALL_NE;
    yt_app_apply_look(&journey->app);
    open_programme(journey, "class", 0);
    assert_true(journey_tap_id(journey, "programme.join"));
    assert_string_equal(marked->title, "編み物の教室");
    assert_non_null(strstr(marked->paper, "बुनाइ कक्षा\n"));
    assert_non_null(strstr(marked->paper, "१३:००"));
    assert_string_equal(marked->paper_ja, "編み物の教室\n"
                                          "11月24日（火）\n"
                                          "13:00〜14:00\n"
                                          "公民館2階");

    /* Whoever takes only the paper along can still sign up. */
    assert_true(journey_tap_id(journey, "programme.take.back"));
    assert_true(journey_tap_id(journey, "programme.paper"));
    assert_string_equal(marked->paper_ja, "編み物の教室\n"
                                          "11月24日（火）\n"
                                          "13:00〜14:00\n"
                                          "公民館2階\n"
                                          "申しこみは11月23日（月）まで");
}

static void what_others_may_see_names_no_food(void **state)
{
    struct journey *journey = *state;
    const char *neutral = yt_message("ja", "programme.outside");

    open_programme(journey, "food", 0);
    assert_true(journey_tap_id(journey, "programme.paper"));
    assert_null(strstr(journey->app.visit.programmes[0].paper, "フード"));
    assert_null(strstr(journey->app.visit.programmes[0].paper, "裏口"));
    assert_non_null(strstr(journey->app.visit.programmes[0].paper, neutral));
    assert_true(says(journey, "programme.outside.note"));
    assert_true(journey_tap_id(journey, "programme.calendar"));
    assert_null(strstr(journey->code_text, "フード"));
    assert_null(strstr(journey->code_text, "裏口"));
    assert_non_null(strstr(journey->code_text, neutral));
}

static void a_calendar_gets_the_event_and_not_the_link(void **state)
{
    struct journey *journey = *state;

    journey->app.visit.language = SMALL_EASY;
    yt_app_apply_look(&journey->app);
    open_programme(journey, "gathering", day_of(11, 23));
    assert_true(journey_tap_id(journey, "programme.calendar"));
    assert_string_equal(journey_screen(journey), "calendar-code");
    assert_non_null(strstr(journey->code_text, "SUMMARY:集まる 場所\r\n"));
    assert_non_null(strstr(journey->code_text, "UID:gathering-20261123@0000-00-0001\r\n"));
    assert_non_null(strstr(journey->code_text, "DTSTART:20261123T010000Z\r\n"));
    assert_non_null(strstr(journey->code_text, "DTEND:20261123T060000Z\r\n"));
    assert_non_null(strstr(journey->code_text, "LOCATION:しらかば\r\n"));
    assert_true(journey_tap_id(journey, "ui.back"));
    assert_string_equal(journey_screen(journey), "programme");
    assert_int_equal(journey->app.visit.programme_count, 0);
    yt_nav_back(&journey->app);

    open_programme(journey, "online", 0);
    assert_true(journey_tap_id(journey, "programme.calendar"));
    assert_null(strstr(journey->code_text, "meet.example"));
}

static bool no_code(void *context, const char *text, struct yt_code_symbol *symbol)
{
    (void)context;
    (void)text;
    (void)symbol;
    return false;
}

static void a_code_that_can_not_be_made_is_told(void **state)
{
    struct journey *journey = *state;

    journey->services.make_code = no_code;
    open_programme(journey, "gathering", 0);
    assert_true(journey_tap_id(journey, "programme.calendar"));
    assert_true(says(journey, "calendar.too.long"));
}

/* --- Places, voices, cards -------------------------------------------------------------------- */

/* Opens the place's page from the list, and comes back. */
static bool place_says(struct journey *journey, const char *place, const char *text)
{
    bool said;

    assert_true(journey_tap(journey, place));
    assert_string_equal(journey_screen(journey), "place");
    said = reads(journey, text);
    assert_true(journey_tap_id(journey, "ui.back"));
    return said;
}

static void at(struct journey *journey, int hour, int minute)
{
    const struct yt_local_time now = {.date = {2026, 11, 21}, .minute = hour * 60 + minute};

    journey->clock.now_wall_ms = yt_local_time_to_ms(now, site->site.utc_offset_minutes);
    yt_nav_changed(&journey->app);
    yt_app_show(&journey->app);
}

static void places_say_whether_they_are_open(void **state)
{
    struct journey *journey = *state;

    yt_nav_push(&journey->app, &yt_screen_places);
    yt_app_show(&journey->app);
    assert_true(place_says(journey, "市立図書館", "いま開いています（12:00まで）"));
    assert_true(place_says(journey, "市立図書館", "0000-00-0103"));
    assert_true(place_says(journey, "市立図書館", "歩いて7分"));
    assert_true(place_says(journey, "市立図書館", "11月22日（日）　お休み"));
    assert_true(place_says(journey, "市立図書館", "11月23日（月）　9:00〜12:00　13:00〜17:00"));
    assert_true(place_says(journey, "つなぐ棚", "きょうはお休みです"));
    at(journey, 12, 10);
    assert_true(place_says(journey, "市立図書館", "きょうは13:00に開きます"));
    at(journey, 17, 0);
    assert_true(place_says(journey, "市立図書館", "きょうは終わりました"));
}

static void places_are_narrowed_down(void **state)
{
    struct journey *journey = *state;

    yt_nav_push(&journey->app, &yt_screen_places);
    yt_app_show(&journey->app);
    assert_true(journey_tap_id(journey, "places.open.now"));
    assert_true(reads(journey, "市立図書館"));
    assert_false(reads(journey, "つなぐ棚"));
    at(journey, 12, 10);
    assert_true(says(journey, "places.none"));
    assert_true(journey_tap_id(journey, "places.open.now"));
    assert_true(journey_tap_id(journey, "places.kind.food"));
    assert_true(reads(journey, "つなぐ棚"));
    assert_false(reads(journey, "市立図書館"));
    assert_true(journey_tap_id(journey, "places.kind.all"));
    assert_true(reads(journey, "市立図書館"));
}

static void voices_are_read_by_age(void **state)
{
    struct journey *journey = *state;

    yt_nav_push(&journey->app, &yt_screen_voices);
    yt_app_show(&journey->app);
    assert_true(reads(journey, "見学から始めました。"));
    assert_true(reads(journey, "うちだけじゃない。"));
    assert_false(journey_tap_id(journey, "voices.middle")); /* nobody of that age */
    assert_true(journey_tap_id(journey, "voices.family"));
    assert_false(reads(journey, "見学から始めました。"));
    assert_true(reads(journey, "うちだけじゃない。"));
    assert_true(journey_tap_id(journey, "voices.all"));
    assert_true(reads(journey, "見学から始めました。"));
}

static void another_card_is_another(void **state)
{
    struct journey *journey = *state;
    bool first;

    yt_nav_push(&journey->app, &yt_screen_talk_card);
    yt_app_show(&journey->app);
    for (int i = 0; i < 8; i++) {
        first = reads(journey, "好きな音");
        assert_int_not_equal(first, reads(journey, "休みの日"));
        assert_true(journey_tap_id(journey, "talk.another"));
        assert_int_not_equal(first, reads(journey, "好きな音"));
    }
    journey_wait(journey, 50000);
    assert_false(says(journey, "talk.over"));
    journey_wait(journey, 15000);
    assert_string_equal(journey_screen(journey), "talk-card"); /* nobody is asked to go on */
    assert_true(says(journey, "talk.over"));
    assert_true(journey_tap_id(journey, "talk.again"));
    assert_false(says(journey, "talk.over"));
}

/* --- The end ---------------------------------------------------------------------------------- */

static void nothing_of_it_stays(void **state)
{
    struct journey *journey = *state;

    open_programme(journey, "class", 0);
    assert_true(journey_tap_id(journey, "programme.join"));
    assert_true(journey_remembers(journey, "編み物", strlen("編み物")));
    yt_app_end_visit(&journey->app);
    yt_app_show(&journey->app);
    assert_string_equal(journey_screen(journey), "home");
    assert_false(journey_remembers(journey, "編み物", strlen("編み物")));
    assert_false(journey_remembers(journey, "class", strlen("class")));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(two_weeks_are_seen_at_a_glance),
        CASE(what_is_off_stands_in_its_place),
        CASE(an_item_of_the_menu_leads_to_what_belongs_to_it),
        CASE(hundreds_of_programmes_are_shown_day_by_day),
        CASE(a_place_of_this_box_is_firm_once_handed_over),
        CASE(who_comes_to_a_full_one_can_wait),
        CASE(a_place_of_the_desk_is_asked_for),
        CASE(nobody_signs_up_too_late),
        CASE(what_is_off_can_not_be_joined_and_what_was_moved_leads_on),
        CASE(a_time_of_ones_own_is_booked_through_the_menu),
        CASE(only_so_many_fit_into_the_tray),
        CASE(a_page_outlives_its_programme),
        CASE(what_needs_no_sign_up_is_for_the_paper_alone),
        CASE(paper_is_in_two_languages_for_whoever_reads_it),
        CASE(what_others_may_see_names_no_food),
        CASE(a_calendar_gets_the_event_and_not_the_link),
        CASE(a_code_that_can_not_be_made_is_told),
        CASE(places_say_whether_they_are_open),
        CASE(places_are_narrowed_down),
        CASE(voices_are_read_by_age),
        CASE(another_card_is_another),
        CASE(nothing_of_it_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
