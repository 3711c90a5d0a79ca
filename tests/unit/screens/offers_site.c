#include "offers_site.h"

#include "base/attributes.h"
#include "domain/bits.h"
#include "small_site.h"

#define TEXT(...)             \
    {                         \
        .in = { __VA_ARGS__ } \
    }
#define HOURS(from, until) .from_minute = (from)*60, .until_minute = (until)*60
#define NO_COUNT .room = -1, .usual_from = -1, .usual_until = -1
#define NOWHERE .books = -1, .place = -1

static const struct yt_programme_change gathering_changes[] = {
    {.from = {2026, 11, 30},
     .until = {2026, 11, 30},
     .kind = YT_CHANGE_CANCELLED,
     .note = TEXT("床の工事です")},
    {.from = {2026, 12, 7},
     .until = {2026, 12, 7},
     .kind = YT_CHANGE_MOVED,
     .where = TEXT("図書館の部屋"),
     .from_minute = -1,
     .until_minute = -1},
};
static const struct yt_programme_change class_changes[] = {
    {.from = {2026, 12, 1},
     .until = {2026, 12, 1},
     .kind = YT_CHANGE_MOVED,
     .to_date = {2026, 12, 3},
     .from_minute = -1,
     .until_minute = -1},
};

static const struct yt_date class_days[] = {{2026, 11, 24}, {2026, 12, 1}};
static const struct yt_date salon_days[] = {{2026, 11, 22}, {2026, 11, 28}};
static const struct yt_date lawyer_days[] = {{2026, 12, 8}};
static const struct yt_date today[] = {{2026, 11, 21}};
static const struct yt_date online_days[] = {{2026, 11, 25}};

static const struct yt_programme programmes[] = {
    [OFFERS_GATHERING] = {.id = "gathering",
                          .name = TEXT("つどい場", "集《あつ》まる 場所《ばしょ》", "भेटघाट"),
                          .text = TEXT("いつ来ても、いつ帰ってもかまいません。"),
                          .where = TEXT("しらかば"),
                          .days = {.weekdays = 1 << 1},
                          HOURS(10, 15),
                          NO_COUNT,
                          NOWHERE,
                          .items = 1U << SMALL_ITEM_ANYTHING,
                          .changes = gathering_changes,
                          .change_count = YT_COUNT(gathering_changes)},
    [OFFERS_CLASS] = {.id = "class",
                      .name = TEXT("編み物の教室", "編《あ》み物《もの》", "बुनाइ कक्षा"),
                      .where = TEXT("公民館2階"),
                      .days = {.dates = class_days, .date_count = YT_COUNT(class_days)},
                      HOURS(13, 14),
                      NOWHERE,
                      .room = 2,
                      .usual_from = 2,
                      .usual_until = 4,
                      .group = YT_GROUP_FEW,
                      .sign_up = YT_SIGN_UP_BEFORE,
                      .sign_up_days = 1,
                      .given_by = "k2",
                      .changes = class_changes,
                      .change_count = YT_COUNT(class_changes)},
    [OFFERS_SALON] = {.id = "salon",
                      .name = TEXT("就労サロン"),
                      .where = TEXT("準備室"),
                      .days = {.dates = salon_days, .date_count = YT_COUNT(salon_days)},
                      HOURS(18, 20),
                      NOWHERE,
                      .usual_from = -1,
                      .usual_until = -1,
                      .room = 10,
                      .sign_up = YT_SIGN_UP_BEFORE,
                      .sign_up_days = 2},
    [OFFERS_LAWYER] = {.id = "lawyer",
                       .name = TEXT("弁護士の日"),
                       .where = TEXT("相談室"),
                       .days = {.dates = lawyer_days, .date_count = YT_COUNT(lawyer_days)},
                       HOURS(13, 16),
                       NO_COUNT,
                       NOWHERE,
                       .sign_up = YT_SIGN_UP_BOOKING,
                       .items = 1U << SMALL_ITEM_BUDGET},
    [OFFERS_FOOD] = {.id = "food",
                     .name = TEXT("フードの日"),
                     .where = TEXT("裏口"),
                     .days = {.dates = today, .date_count = YT_COUNT(today)},
                     HOURS(14, 16),
                     NO_COUNT,
                     NOWHERE,
                     .items = 1U << SMALL_ITEM_HOUSING},
    [OFFERS_MORNING] = {.id = "morning",
                        .name = TEXT("朝の体操"),
                        .where = TEXT("広場"),
                        .days = {.dates = today, .date_count = YT_COUNT(today)},
                        HOURS(8, 9),
                        NO_COUNT,
                        NOWHERE},
    [OFFERS_ONLINE] = {.id = "online",
                       .name = TEXT("夜の会"),
                       .where = TEXT("公民館"),
                       .online_link = "https://meet.example/yoru",
                       .days = {.dates = online_days, .date_count = YT_COUNT(online_days)},
                       HOURS(19, 20),
                       NO_COUNT,
                       NOWHERE,
                       .online_too = true},
};

static const struct yt_opening library_hours[] = {
    {.days = {.weekdays = 0x7e}, HOURS(9, 12)},
    {.days = {.weekdays = 0x7e}, HOURS(13, 17)},
};
static const struct yt_opening pantry_hours[] = {{.days = {.weekdays = 1 << 3}, HOURS(15, 17)}};

static const struct yt_open_place places[] = {
    [OFFERS_LIBRARY] = {.id = "library",
                        .kind = YT_OPEN_PLACE_LIBRARY,
                        .name = TEXT("市立図書館"),
                        .where = TEXT("市役所のとなり"),
                        .phone = "0000-00-0103",
                        .openings = library_hours,
                        .opening_count = YT_COUNT(library_hours),
                        .minutes_there = 7},
    [OFFERS_PANTRY] = {.id = "pantry",
                       .kind = YT_OPEN_PLACE_FOOD,
                       .name = TEXT("つなぐ棚"),
                       .where = TEXT("商店街"),
                       .openings = pantry_hours,
                       .opening_count = YT_COUNT(pantry_hours),
                       .minutes_there = -1},
};

static const struct yt_voice voices[] = {
    {.id = "v1", .age = YT_VOICE_YOUNG, .text = TEXT("見学から始めました。"), .who = TEXT("30代")},
    {.id = "v2", .age = YT_VOICE_FAMILY, .text = TEXT("うちだけじゃない。"), .who = TEXT("70代")},
};
static const struct yt_talk_card cards[] = {
    {.id = "t1", .text = TEXT("好きな音")},
    {.id = "t2", .text = TEXT("休みの日")},
};

static struct yt_menu_item items[SMALL_ITEMS];
static struct yt_site_content content;

struct yt_site_content *offers_site(void)
{
    content = *small_site();
    for (size_t i = 0; i < SMALL_ITEMS; i++)
        items[i] = content.menu.items[i];
    items[SMALL_ITEM_HOUSING].slip_naming = YT_SLIP_NUMBER_ONLY;
    content.menu.items = items;
    content.offers = (struct yt_offers){
        .programmes = programmes,
        .programme_count = YT_COUNT(programmes),
        .places = places,
        .place_count = YT_COUNT(places),
        .voices = voices,
        .voice_count = YT_COUNT(voices),
        .cards = cards,
        .card_count = YT_COUNT(cards),
    };
    return &content;
}
