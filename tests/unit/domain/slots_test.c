/* Which slots are offered: a small office on a known week, one rule at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attributes.h"
#include "domain/appointment.h"
#include "domain/self_check.h"

#define WEEKDAYS 0x3e /* Monday to Friday */
#define H(hour, minute) ((hour)*60 + (minute))

enum { OFFICE, PARK };             /* places */
enum { DESK, VISIT, TALK, TYPES }; /* types */

static const struct yt_date tuesday = {2026, 11, 24};
static const struct yt_date wednesday = {2026, 11, 25};
static const struct yt_date thursday = {2026, 11, 26};

static const struct yt_opening hours[] = {
    {.days = {.weekdays = WEEKDAYS}, .from_minute = H(8, 45), .until_minute = H(17, 15)}};

static const struct yt_closure closures[] = {
    {.from = {2024, 12, 29}, .until = {2024, 1, 3}, .every_year = true},
    {.from = {2026, 11, 27}, .until = {2026, 11, 27}, .places = 1 << OFFICE},
};

static const struct yt_place places[] = {
    [OFFICE] = {.id = "office", .number = 7, .step_free = true},
    [PARK] = {.id = "park", .number = 9},
};

static const struct yt_site site = {
    .utc_offset_minutes = 540,
    .openings = hours,
    .opening_count = 1,
    .closures = closures,
    .closure_count = 2,
    .places = places,
    .place_count = 2,
};

/* A test changes its own copy. */
struct office {
    struct yt_appointment_type types[TYPES];
    struct yt_slot_pattern patterns[4];
    struct yt_appointments appointments;
    struct yt_slot_request request;
};

static const int desk_minutes[] = {H(9, 0), H(10, 30), H(13, 15), H(16, 0)};
static const int visit_minutes[] = {H(9, 0), H(10, 0), H(16, 30)};
static const int talk_minutes[] = {H(9, 30), H(12, 15)};

static struct office office(void)
{
    struct office office = {
        .types = {[DESK] = {.id = "desk",
                            .number = 3,
                            .length_minutes = 60,
                            .first_length_minutes = 90,
                            .workers = 1,
                            .first_workers = 1,
                            .places = 1 << OFFICE,
                            .bookable = true},
                  [VISIT] = {.id = "visit",
                             .number = 4,
                             .length_minutes = 60,
                             .first_length_minutes = 60,
                             .workers = 1,
                             .first_workers = 2,
                             .notice_minutes = 2 * YT_DAY_MINUTES,
                             .travel_minutes = 30,
                             .places = 1 << PARK,
                             .bookable = true},
                  [TALK] = {.id = "talk",
                            .number = 5,
                            .length_minutes = 30,
                            .first_length_minutes = 30,
                            .workers = 1,
                            .first_workers = 1,
                            .places = 1 << OFFICE,
                            .bookable = true}},
        .patterns = {{.type = DESK,
                      .place = OFFICE,
                      .room = "1",
                      .days = {.weekdays = WEEKDAYS},
                      .minutes = desk_minutes,
                      .minute_count = 4,
                      .capacity = 1,
                      .workers = 2,
                      .given_by = "k1"},
                     {.type = VISIT,
                      .place = PARK,
                      .room = "car",
                      .days = {.weekdays = WEEKDAYS},
                      .minutes = visit_minutes,
                      .minute_count = 3,
                      .capacity = 1,
                      .workers = 2,
                      .given_by = "k2"},
                     {.type = TALK,
                      .place = OFFICE,
                      .room = "1",
                      .days = {.weekdays = WEEKDAYS},
                      .minutes = talk_minutes,
                      .minute_count = 2,
                      .capacity = 2,
                      .workers = 1}},
        .appointments = {.type_count = TYPES,
                         .pattern_count = 3,
                         .days_ahead = 56,
                         .lunch_from_minute = H(12, 0),
                         .lunch_until_minute = H(13, 0)},
        .request = {.type = DESK,
                    .place = -1,
                    .language = -1,
                    .kiosk = "k1",
                    .now = {{2026, 11, 24}, H(8, 0)}},
    };

    return office;
}

static struct yt_slot_list list;

static void offer(struct office *office)
{
    office->appointments.types = office->types;
    office->appointments.patterns = office->patterns;
    yt_slots_offer(&site, &office->appointments, &office->request, &list);
}

static const struct yt_slot_day *day_of(struct yt_date date)
{
    for (size_t i = 0; i < list.day_count; i++)
        if (yt_date_compare(list.days[i].date, date) == 0)
            return &list.days[i];
    fail_msg("the day is not in the list");
    return NULL;
}

/* The starts that are offered on the day, ended by -1. */
static void assert_starts(struct office *office, struct yt_date date, const int *starts)
{
    const struct yt_slot_day *day;
    size_t count = 0;

    offer(office);
    day = day_of(date);
    for (; starts[count] >= 0; count++) {
        assert_true(count < day->count);
        assert_int_equal(list.slots[day->first + count].minute, starts[count]);
    }
    assert_int_equal(day->count, count);
}

#define STARTS(...) ((const int[]){__VA_ARGS__, -1})
#define NO_STARTS ((const int[]){-1})

static void eight_weeks_are_listed_in_order(void **state)
{
    struct office o = office();

    (void)state;
    offer(&o);
    assert_int_equal(list.day_count, 57);
    assert_int_equal(yt_date_compare(list.days[0].date, tuesday), 0);
    assert_false(list.cut);
    for (size_t i = 1; i < list.count; i++) {
        const int days = yt_date_compare(list.slots[i - 1].date, list.slots[i].date);

        assert_true(days < 0 || (days == 0 && list.slots[i - 1].minute < list.slots[i].minute));
    }
}

static void what_has_begun_is_not_offered(void **state)
{
    struct office o = office();

    (void)state;
    o.request.now.minute = H(10, 30);
    assert_starts(&o, tuesday, STARTS(H(10, 30), H(13, 15), H(16, 0)));
    o.request.now.minute = H(10, 31);
    assert_starts(&o, tuesday, STARTS(H(13, 15), H(16, 0)));
}

static void notice_is_kept_to_the_minute(void **state)
{
    struct office o = office();

    (void)state;
    o.request.type = VISIT;
    o.request.now.minute = H(10, 0);
    assert_starts(&o, wednesday, NO_STARTS);
    assert_starts(&o, thursday, STARTS(H(10, 0)));
    o.request.now.minute = H(10, 1);
    assert_starts(&o, thursday, NO_STARTS);
}

static void nothing_is_offered_beyond_eight_weeks(void **state)
{
    const struct yt_date last = {2027, 1, 19}; /* 56 days on */
    struct office o = office();

    (void)state;
    o.request.now.minute = H(13, 15);
    assert_starts(&o, last, STARTS(H(9, 0), H(10, 30), H(13, 15)));
}

static void closed_days_offer_nothing(void **state)
{
    struct office o = office();

    (void)state;
    assert_starts(&o, (struct yt_date){2026, 11, 27}, NO_STARTS);
    assert_true(day_of((struct yt_date){2026, 11, 27})->closed);
    assert_starts(&o, (struct yt_date){2026, 11, 28}, NO_STARTS); /* a Saturday */
    assert_starts(&o, (struct yt_date){2026, 12, 28},
                  STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    for (int i = 0; i < 6; i++) /* 12/29 to 1/3 */
        assert_starts(&o, yt_date_from_days(yt_date_to_days((struct yt_date){2026, 12, 29}) + i),
                      NO_STARTS);
    assert_starts(&o, (struct yt_date){2027, 1, 4},
                  STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    /* The closure of the office alone leaves the park. */
    o.request.type = VISIT;
    assert_starts(&o, (struct yt_date){2026, 11, 27}, STARTS(H(10, 0)));
}

static int64_t utc(struct yt_date date, int minute)
{
    return (int64_t)yt_date_to_days(date) * YT_DAY_MINUTES + minute - 540;
}

static void what_is_full_is_not_offered(void **state)
{
    struct yt_slot_taken taken = {
        .type = 3, .place = 7, .start_minute = utc(wednesday, H(10, 30)), .count = 1};
    struct office o = office();

    (void)state;
    o.request.taken = &taken;
    o.request.taken_count = 1;
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(13, 15), H(16, 0)));
    assert_starts(&o, thursday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    taken.count = 0;
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
}

static void room_for_two_takes_two(void **state)
{
    struct yt_slot_taken taken = {
        .type = 5, .place = 7, .start_minute = utc(wednesday, H(9, 30)), .count = 1};
    struct office o = office();

    (void)state;
    o.request.type = TALK;
    o.request.taken = &taken;
    o.request.taken_count = 1;
    assert_starts(&o, wednesday, STARTS(H(9, 30)));
    assert_int_equal(list.slots[day_of(wednesday)->first].left, 1);
    assert_int_equal(list.slots[day_of(thursday)->first].left, 2);
    taken.count = 2;
    assert_starts(&o, wednesday, NO_STARTS);
}

static void a_room_holds_one_talk_at_a_time(void **state)
{
    /* Somebody has the desk's room from 9:00 to 10:00: no talk there at 9:30. */
    struct yt_slot_taken taken = {
        .type = 3, .place = 7, .start_minute = utc(wednesday, H(9, 0)), .count = 1};
    struct office o = office();

    (void)state;
    o.request.type = TALK;
    o.request.taken = &taken;
    o.request.taken_count = 1;
    assert_starts(&o, wednesday, NO_STARTS);
    o.patterns[2].room = "2";
    assert_starts(&o, wednesday, STARTS(H(9, 30)));
}

static void a_long_first_talk_needs_the_time_behind_it(void **state)
{
    struct yt_slot_taken taken = {
        .type = 3, .place = 7, .start_minute = utc(wednesday, H(10, 30)), .count = 1};
    struct office o = office();

    (void)state;
    o.request.first_talk = true;
    /* 16:00 and 90 minutes would pass 17:15. */
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(10, 30), H(13, 15)));
    assert_int_equal(list.slots[0].length_minutes, 90);
    /* Taken for 90 minutes: until 12:00, and 9:00 still ends at 10:30. */
    taken.length_minutes = 90;
    o.request.taken = &taken;
    o.request.taken_count = 1;
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(13, 15)));
}

static void lunch_is_kept_for_who_is_alone(void **state)
{
    struct office o = office();

    (void)state;
    o.request.type = TALK;
    assert_starts(&o, wednesday, STARTS(H(9, 30)));
    o.patterns[2].workers = 2;
    assert_starts(&o, wednesday, STARTS(H(9, 30), H(12, 15)));
}

static void the_way_there_and_back_lies_in_the_hours(void **state)
{
    struct office o = office();

    (void)state;
    /* 9:00 would have to leave at 8:30, 16:30 be back at 18:00. */
    o.request.type = VISIT;
    assert_starts(&o, thursday, STARTS(H(10, 0)));
    o.types[VISIT].travel_minutes = 10;
    assert_starts(&o, thursday, STARTS(H(9, 0), H(10, 0)));
}

static void a_first_visit_needs_two(void **state)
{
    struct office o = office();

    (void)state;
    o.request.type = VISIT;
    o.request.first_talk = true;
    assert_starts(&o, thursday, STARTS(H(10, 0)));
    o.patterns[1].workers = 1;
    assert_starts(&o, thursday, NO_STARTS);
    o.request.first_talk = false;
    assert_starts(&o, thursday, STARTS(H(10, 0)));
}

static void kept_slots_open_on_the_day_for_who_cannot_wait(void **state)
{
    static const int kept[] = {H(11, 0), H(15, 30)};
    struct office o = office();

    (void)state;
    o.patterns[3] = (struct yt_slot_pattern){.type = DESK,
                                             .place = OFFICE,
                                             .room = "2",
                                             .days = {.weekdays = WEEKDAYS},
                                             .minutes = kept,
                                             .minute_count = 2,
                                             .capacity = 1,
                                             .workers = 2,
                                             .held_back = true,
                                             .given_by = "k1"};
    o.appointments.pattern_count = 4;
    assert_starts(&o, tuesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    o.request.urgency = YT_URGENCY_SOON;
    assert_starts(&o, tuesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    o.request.urgency = YT_URGENCY_TODAY;
    assert_starts(&o, tuesday,
                  STARTS(H(9, 0), H(10, 30), H(11, 0), H(13, 15), H(15, 30), H(16, 0)));
    assert_true(list.slots[2].held_back);
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    o.request.urgency = YT_URGENCY_NOW;
    assert_starts(&o, tuesday,
                  STARTS(H(9, 0), H(10, 30), H(11, 0), H(13, 15), H(15, 30), H(16, 0)));
}

static void only_the_kiosk_that_gives_it_is_firm(void **state)
{
    struct office o = office();

    (void)state;
    offer(&o);
    assert_true(list.slots[0].firm);
    o.request.kiosk = "k2";
    offer(&o);
    assert_true(list.count > 0);
    assert_false(list.slots[0].firm);
    o.request.kiosk = NULL; /* the desk itself */
    offer(&o);
    assert_true(list.slots[0].firm);
    o.request.kiosk = "k1";
    o.patterns[0].given_by = NULL;
    offer(&o);
    assert_false(list.slots[0].firm);
}

static void needs_are_conditions(void **state)
{
    struct office o = office();

    (void)state;
    o.request.ease = YT_EASE_STEP_FREE | YT_EASE_QUIET;
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    o.request.ease = YT_EASE_SAME_GENDER;
    assert_starts(&o, wednesday, NO_STARTS);
    assert_true(list.none_fits);
    o.patterns[0].ease = YT_EASE_SAME_GENDER;
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    assert_false(list.none_fits);
    o.request.language = 5;
    assert_starts(&o, wednesday, NO_STARTS);
    assert_true(list.none_fits);
    o.patterns[0].languages = 1 << 5;
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
}

static void one_person_is_not_in_two_places(void **state)
{
    const struct yt_slot_span own = {{2026, 11, 25}, H(9, 30), H(10, 30)};
    struct office o = office();

    (void)state;
    o.request.own = &own;
    o.request.own_count = 1;
    assert_starts(&o, wednesday, STARTS(H(10, 30), H(13, 15), H(16, 0)));
    assert_starts(&o, thursday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
}

static void some_weeks_and_single_days(void **state)
{
    const struct yt_date extra = {2026, 12, 5}; /* a Saturday */
    struct office o = office();

    (void)state;
    o.patterns[0].days = (struct yt_days){.weekdays = 1 << 3, .weeks = 1 << 2};
    assert_starts(&o, wednesday, NO_STARTS);
    assert_starts(&o, (struct yt_date){2026, 12, 16},
                  STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    assert_starts(&o, (struct yt_date){2026, 12, 23}, NO_STARTS);
    o.patterns[0].days = (struct yt_days){.dates = &extra, .date_count = 1};
    assert_starts(&o, extra, NO_STARTS); /* the office is not open then */
    o.patterns[0].days = (struct yt_days){.dates = &thursday, .date_count = 1};
    assert_starts(&o, thursday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    assert_int_equal(list.count, 4);
}

static void a_pattern_has_a_first_and_a_last_day(void **state)
{
    struct office o = office();

    (void)state;
    o.patterns[0].has_from = o.patterns[0].has_until = true;
    o.patterns[0].from = o.patterns[0].until = wednesday;
    assert_starts(&o, wednesday, STARTS(H(9, 0), H(10, 30), H(13, 15), H(16, 0)));
    assert_int_equal(list.count, 4);
}

static void ids_say_what_they_mean(void **state)
{
    struct office o = office();
    struct yt_slot slot;
    struct yt_slot parsed;
    struct yt_slot_taken taken;
    struct yt_entry_appointment appointment = {0};
    char id[YT_SLOT_ID_MAX];
    struct yt_err err;

    (void)state;
    offer(&o);
    slot = list.slots[day_of(thursday)->first];
    yt_slot_id(&site, &o.appointments, &slot, id);
    assert_string_equal(id, "desk|office|2026-11-26T09:00");
    assert_true(yt_slot_id_parse(&site, &o.appointments, id, &parsed, &err));
    assert_int_equal(parsed.type, slot.type);
    assert_int_equal(parsed.place, slot.place);
    assert_int_equal(parsed.minute, slot.minute);
    assert_int_equal(yt_date_compare(parsed.date, slot.date), 0);
    assert_true(yt_slot_taken_from_id(&site, &o.appointments, id, 2, &taken, &err));
    assert_int_equal(taken.type, 3);
    assert_int_equal(taken.place, 7);
    assert_int_equal(taken.count, 2);
    assert_int_equal(taken.start_minute, utc(thursday, H(9, 0)));
    yt_slot_to_entry(&site, &o.appointments, &slot, &appointment);
    assert_true(appointment.wanted && appointment.firm);
    assert_int_equal(appointment.type, 3);
    assert_int_equal(appointment.place, 7);
    assert_int_equal(appointment.time_count, 1);
    assert_int_equal(appointment.time_minutes[0], utc(thursday, H(9, 0)));
    assert_int_equal(appointment.length_minutes, 60);
}

static void what_is_no_id_is_refused(void **state)
{
    static const char *const wrong[] = {
        "",
        "desk",
        "desk|office",
        "desk|office|2026-11-26",
        "desk|office|2026-11-26T9:00",
        "desk|office|2026-02-30T09:00",
        "desk|office|2026-11-26T25:00",
        "desk|office|2026-11-26T09:00 ",
        "desk|nowhere|2026-11-26T09:00",
        "dusk|office|2026-11-26T09:00",
        "desk|office|2026-11-26T09:00|desk|office|2026-11-26T09:00|desk|office|2026-11-26T09:00",
    };
    struct office o = office();
    struct yt_slot slot;
    struct yt_err err;

    (void)state;
    offer(&o);
    for (size_t i = 0; i < YT_COUNT(wrong); i++) {
        assert_false(yt_slot_id_parse(&site, &o.appointments, wrong[i], &slot, &err));
        assert_false(yt_slot_is_offered(&site, &o.appointments, &o.request, wrong[i], &slot));
    }
}

static void every_offered_slot_can_be_booked_and_no_other(void **state)
{
    struct office o = office();
    struct yt_slot slot;
    char id[YT_SLOT_ID_MAX];

    (void)state;
    offer(&o);
    for (size_t i = 0; i < list.count; i++) {
        yt_slot_id(&site, &o.appointments, &list.slots[i], id);
        assert_true(yt_slot_is_offered(&site, &o.appointments, &o.request, id, &slot));
        assert_int_equal(slot.firm, list.slots[i].firm);
    }
    assert_false(yt_slot_is_offered(&site, &o.appointments, &o.request,
                                    "desk|office|2026-11-26T09:01", &slot));
    assert_false(yt_slot_is_offered(&site, &o.appointments, &o.request,
                                    "desk|office|2026-11-23T09:00", &slot));
    assert_false(yt_slot_is_offered(&site, &o.appointments, &o.request,
                                    "desk|office|2026-11-27T09:00", &slot));
    assert_false(yt_slot_is_offered(&site, &o.appointments, &o.request,
                                    "desk|park|2026-11-26T09:00", &slot));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_weeks_are_listed_in_order),
        cmocka_unit_test(what_has_begun_is_not_offered),
        cmocka_unit_test(notice_is_kept_to_the_minute),
        cmocka_unit_test(nothing_is_offered_beyond_eight_weeks),
        cmocka_unit_test(closed_days_offer_nothing),
        cmocka_unit_test(what_is_full_is_not_offered),
        cmocka_unit_test(room_for_two_takes_two),
        cmocka_unit_test(a_room_holds_one_talk_at_a_time),
        cmocka_unit_test(a_long_first_talk_needs_the_time_behind_it),
        cmocka_unit_test(lunch_is_kept_for_who_is_alone),
        cmocka_unit_test(the_way_there_and_back_lies_in_the_hours),
        cmocka_unit_test(a_first_visit_needs_two),
        cmocka_unit_test(kept_slots_open_on_the_day_for_who_cannot_wait),
        cmocka_unit_test(only_the_kiosk_that_gives_it_is_firm),
        cmocka_unit_test(needs_are_conditions),
        cmocka_unit_test(one_person_is_not_in_two_places),
        cmocka_unit_test(some_weeks_and_single_days),
        cmocka_unit_test(a_pattern_has_a_first_and_a_last_day),
        cmocka_unit_test(ids_say_what_they_mean),
        cmocka_unit_test(what_is_no_id_is_refused),
        cmocka_unit_test(every_offered_slot_can_be_booked_and_no_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
