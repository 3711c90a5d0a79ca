#include "small_site.h"

#include "base/attributes.h"

#define TEXT(words)           \
    {                         \
        .in = { words, NULL } \
    }
#define TERM(question_index, option_index)                                                  \
    {                                                                                       \
        .question = (question_index), .options = (uint16_t)(1U << (unsigned)(option_index)) \
    }

static const struct yt_condition_term young[] = {TERM(SMALL_AGE, SMALL_AGE_U17)};
static const struct yt_condition_clause is_young[] = {{.terms = young, .term_count = 1}};
static const struct yt_condition_clause is_grown[] = {
    {.terms = young, .term_count = 1, .denied = true}};

static const struct yt_check_topic topics[] = {
    {.id = "core", .number = 1, .text = TEXT("はじめに"), .always = true},
    {.id = "money", .number = 2, .text = TEXT("お金")},
};

static const struct yt_check_option who[] = {
    {.id = "me", .number = 1, .text = TEXT("自分のこと")},
    {.id = "near", .number = 2, .text = TEXT("知り合いのこと"), .about_other = true},
};
static const struct yt_check_option age[] = {
    {.id = "u17", .number = 1, .text = TEXT("17歳まで"), .child = true},
    {.id = "a40", .number = 2, .text = TEXT("40〜64歳")},
};
static const struct yt_check_option today[] = {
    {.id = "bed",
     .number = 1,
     .text = TEXT("今夜ねるところがない"),
     .items = 1U << SMALL_ITEM_HOUSING,
     .urgency = YT_URGENCY_NOW,
     .screens = 1U << SMALL_SCREEN_BED},
    {.id = "danger",
     .number = 2,
     .text = TEXT("いま危ない"),
     .urgency = YT_URGENCY_NOW,
     .screens = 1U << SMALL_SCREEN_DANGER},
    {.id = "none", .number = 3, .text = TEXT("いまは大丈夫"), .exclusive = true},
};
static const struct yt_check_option money[] = {
    {.id = "ok", .number = 1, .text = TEXT("足りている")},
    {.id = "short",
     .number = 2,
     .text = TEXT("足りない"),
     .items = 1U << SMALL_ITEM_BUDGET,
     .urgency = YT_URGENCY_TODAY},
};

static const struct yt_check_question questions[] = {
    {.id = "who",
     .number = 1,
     .text = TEXT("だれのことで使いますか"),
     .options = who,
     .option_count = YT_COUNT(who)},
    {.id = "age",
     .number = 2,
     .text = TEXT("年代は"),
     .options = age,
     .option_count = YT_COUNT(age)},
    {.id = "today",
     .number = 4,
     .type = YT_QUESTION_MULTI,
     .text = TEXT("急ぐことはありますか"),
     .options = today,
     .option_count = YT_COUNT(today)},
    {.id = "money",
     .number = 8,
     .topic = 1,
     .text = TEXT("お金のやりくりは"),
     .show_if = {.clauses = is_grown, .clause_count = 1},
     .options = money,
     .option_count = YT_COUNT(money)},
};

static const struct yt_check_reminder reminders[] = {
    {.id = "kid",
     .number = 1,
     .when = {.clauses = is_young, .clause_count = 1},
     .text = TEXT("ひとりで決めなくて大丈夫。"),
     .offer_easy = true},
};

static const struct yt_menu_item items[] = {
    [SMALL_ITEM_BUDGET] = {.id = "M11",
                           .number = 11,
                           .name = TEXT("家計の相談"),
                           .text = TEXT("いっしょに書き出します。"),
                           .actions = YT_MENU_ASK | YT_MENU_BOOK | YT_MENU_PAPER},
    [SMALL_ITEM_HOUSING] = {.id = "M15",
                            .number = 15,
                            .name = TEXT("すまいの相談"),
                            .text = TEXT("今夜泊まるところも。"),
                            .actions = YT_MENU_ASK | YT_MENU_PAPER | YT_MENU_NOW},
    [SMALL_ITEM_ANYTHING] = {.id = "M27",
                             .number = 27,
                             .name = TEXT("なんでも相談"),
                             .text = TEXT("断りません。"),
                             .actions = YT_MENU_ASK | YT_MENU_BOOK | YT_MENU_JOIN,
                             .always = true},
};

static const struct yt_helpline lines[] = {
    {.id = "police", .number = 1, .name = TEXT("警察"), .phone = "110", .emergency = true},
};
static const struct yt_help_line danger_lines[] = {{.line = 0}};
static const struct yt_help_screen screens[] = {
    [SMALL_SCREEN_DANGER] = {.id = "danger",
                             .number = 1,
                             .title = TEXT("まず、安全な場所へ"),
                             .text = TEXT("ここで待っていてもかまいません。"),
                             .hide = true,
                             .lines = danger_lines,
                             .line_count = 1},
    [SMALL_SCREEN_BED] = {.id = "bed",
                          .number = 2,
                          .title = TEXT("今夜のことを、いっしょに考えます"),
                          .text = TEXT("泊まれるところをさがします。")},
};

static const struct yt_opening cafe_hours[] = {
    {.days = {.weekdays = 0x7f}, .from_minute = 10 * 60, .until_minute = 15 * 60}};
static const struct yt_place places[] = {
    {.id = "cafe", .number = 1, .name = TEXT("駅前公民館"), .phone = "0000-00-0001"}};
static const struct yt_site_kiosk kiosks[] = {{.id = "k2",
                                               .number = 2,
                                               .name = TEXT("寄ってカフェ つむぎ"),
                                               .staff_nearby = true,
                                               .openings = cafe_hours,
                                               .opening_count = 1}};

#define COLOURS                                                                  \
    {                                                                            \
        .page = 0xFBF7EF, .surface = 0xFFFFFF, .bar = 0xF3ECE0, .ink = 0x26221D, \
        .accent = 0x2C3E75, .on_accent = 0xFFFFFF                                \
    }

static const struct yt_site_content content = {
    .number = 7,
    .site =
        {
            .name = TEXT("つむぎ市 くらしと仕事の相談センター"),
            .short_name = TEXT("つむぎ市"),
            .phone = "0000-00-0001",
            .utc_offset_minutes = 540,
            .languages = {.count = 3,
                          .tag = {"ja", "ja-easy", "ne"},
                          .own_name = {"日本語", "やさしい日本語", "नेपाली"}},
            .places = places,
            .place_count = 1,
            .kiosks = kiosks,
            .kiosk_count = 1,
            .theme = {.normal = COLOURS,
                      .high_contrast = COLOURS,
                      .radius_tenths_mm = 20,
                      .border_tenths_mm = 4},
            .settings = {.idle_ask_seconds = 60,
                         .idle_erase_seconds = 30,
                         .idle_help_seconds = 300,
                         .quiet_call_on_now = true,
                         .text_sizes = 3,
                         .staff_call_none_seconds = 60},
        },
    .check = {.topics = topics,
              .topic_count = YT_COUNT(topics),
              .questions = questions,
              .question_count = YT_COUNT(questions),
              .reminders = reminders,
              .reminder_count = YT_COUNT(reminders)},
    .menu = {.items = items, .count = YT_COUNT(items)},
    .help = {.lines = lines,
             .line_count = YT_COUNT(lines),
             .screens = screens,
             .screen_count = YT_COUNT(screens)},
};

const struct yt_site_content *small_site(void)
{
    return &content;
}
