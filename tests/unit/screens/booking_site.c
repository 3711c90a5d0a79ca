#include "booking_site.h"

#include "base/attributes.h"
#include "small_site.h"

#define TEXT(words)           \
    {                         \
        .in = { words, NULL } \
    }
#define BOTH(japanese, easy)           \
    {                                  \
        .in = { japanese, easy, NULL } \
    }

static const struct yt_menu_item items[] = {
    [BOOKING_BUDGET] = {.id = "M11",
                        .number = 11,
                        .name = BOTH("家計の相談", "お金《かね》の 相談《そうだん》"),
                        .slip_name = BOTH("家計の相談", "お金《かね》の 相談《そうだん》"),
                        .text = TEXT("いっしょに書き出します。"),
                        .books = 1U << BOOKING_DESK | 1U << BOOKING_PHONE,
                        .actions = YT_MENU_ASK | YT_MENU_BOOK | YT_MENU_PAPER},
    [BOOKING_SAFETY] = {.id = "M23",
                        .number = 23,
                        .name = TEXT("安心の相談"),
                        .slip_name = TEXT("相談の時間"),
                        .text = TEXT("名前なしで話せます。"),
                        .actions = YT_MENU_ASK},
    [BOOKING_FOOD] = {.id = "M13",
                      .number = 13,
                      .name = TEXT("食べものの支援"),
                      .slip_name = TEXT("食べものの支援"),
                      .slip_naming = YT_SLIP_NUMBER_ONLY,
                      .text = TEXT("数日分。"),
                      .books = 1U << BOOKING_DESK,
                      .actions = YT_MENU_ASK | YT_MENU_BOOK | YT_MENU_PAPER},
    [BOOKING_VISIT] = {.id = "M20",
                       .number = 20,
                       .name = TEXT("家に来てもらう相談"),
                       .slip_name = TEXT("家に来てもらう相談"),
                       .text = TEXT("ドアごしでも。"),
                       .books = 1U << BOOKING_HOME,
                       .actions = YT_MENU_ASK | YT_MENU_BOOK},
};

static const struct yt_appointment_type types[] = {
    [BOOKING_DESK] = {.id = "desk",
                      .number = 1,
                      .name = BOTH("窓口で", "窓口《まどぐち》で"),
                      .length_minutes = 60,
                      .first_length_minutes = 60,
                      .workers = 1,
                      .first_workers = 1,
                      .places = 1,
                      .bookable = true},
    [BOOKING_PHONE] = {.id = "phone",
                       .number = 3,
                       .name = BOTH("電話で", "電話《でんわ》で"),
                       .length_minutes = 30,
                       .first_length_minutes = 30,
                       .workers = 1,
                       .first_workers = 1,
                       .places = 1,
                       .needs = YT_NEED_PHONE,
                       .bookable = true},
    [BOOKING_HOME] = {.id = "visit",
                      .number = 5,
                      .name = TEXT("家に来てもらう"),
                      .length_minutes = 60,
                      .first_length_minutes = 60,
                      .workers = 2,
                      .first_workers = 2,
                      .places = 1,
                      .needs = YT_NEED_ADDRESS},
};

static const int ours[] = {9 * 60, 10 * 60 + 30, 14 * 60};
static const int others[] = {15 * 60 + 30, 17 * 60 + 30};
#define WEEKDAYS 0x3E
static const struct yt_slot_pattern patterns[] = {
    {.type = BOOKING_DESK,
     .days = {.weekdays = WEEKDAYS},
     .minutes = ours,
     .minute_count = YT_COUNT(ours),
     .capacity = 1,
     .workers = 2,
     .given_by = "k2"},
    {.type = BOOKING_DESK,
     .days = {.weekdays = WEEKDAYS},
     .minutes = others,
     .minute_count = YT_COUNT(others),
     .capacity = 1,
     .workers = 2},
};

static const struct yt_opening all_day[] = {
    {.days = {.weekdays = 0x7F}, .from_minute = 8 * 60, .until_minute = 20 * 60}};
static const struct yt_place places[] = {{.id = "center",
                                          .number = 4,
                                          .name = TEXT("相談センター"),
                                          .phone = "0000-00-0001",
                                          .openings = all_day,
                                          .opening_count = 1}};

const struct yt_site_content *booking_site(void)
{
    static struct yt_site_content content;
    if (content.number == 0) {
        content = *small_site();
        content.menu = (struct yt_menu){.items = items, .count = YT_COUNT(items)};
        content.site.places = places;
        content.site.place_count = YT_COUNT(places);
        content.site.openings = all_day;
        content.site.opening_count = 1;
        content.appointments = (struct yt_appointments){
            .types = types,
            .type_count = YT_COUNT(types),
            .patterns = patterns,
            .pattern_count = YT_COUNT(patterns),
            .days_ahead = 56,
            .hold_minutes = 3,
        };
    }
    return &content;
}
