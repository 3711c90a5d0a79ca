/* What staff read of an entry: all of it, in Japanese, and nothing that is not in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/str.h"
#include "desk/describe.h"
#include "desk/entry_list.h"
#include "told.h"

#define JA(words)       \
    {                   \
        .in = { words } \
    }

static const struct yt_check_option who_options[] = {
    {.id = "me", .number = 1, .text = JA("自分のこと")},
    {.id = "family", .number = 2, .text = JA("家族のこと"), .about_other = true},
};
static const struct yt_check_option age_options[] = {
    {.id = "a40", .number = 3, .text = JA("40〜64歳")},
};
static const struct yt_check_option today_options[] = {
    {.id = "bed", .number = 2, .text = JA("今夜《こんや》ねるところがない")},
    {.id = "cash", .number = 6, .text = JA("手もとのお金が、ほとんどない")},
};
static const struct yt_check_option support_options[] = {
    {.id = "later", .number = 8, .text = JA("いまは話さない"), .notes = 1},
};
static const struct yt_check_question questions[] = {
    {.id = "who",
     .number = 1,
     .text = JA("だれのことで使いますか"),
     .options = who_options,
     .option_count = 2},
    {.id = "age",
     .number = 2,
     .text = JA("年代《ねんだい》は、どのあたりですか"),
     .options = age_options,
     .option_count = 1},
    {.id = "today",
     .number = 4,
     .text = JA("きょう・あすのうちに、急ぐことはありますか"),
     .options = today_options,
     .option_count = 2},
    {.id = "weather", .number = 5, .text = JA("いまの気持ちを天気でいうと")},
    {.id = "support",
     .number = 19,
     .text = JA("話しやすくするために"),
     .options = support_options,
     .option_count = 1},
};
static const struct yt_check_note notes[] = {
    {.id = "do-not-raise",
     .number = 1,
     .text = JA("障害や病気のことは、本人から話があるまでふれない")},
};
static const struct yt_menu_item items[] = {
    {.id = "M11", .number = 11, .name = JA("家計の相談")},
    {.id = "M27", .number = 27, .name = JA("なんでも相談")},
    {.id = "M13", .number = 13, .name = JA("食べものの支援")},
    {.id = "M15", .number = 15, .name = JA("すまいの相談")},
};
static const struct yt_appointment_type types[] = {
    {.id = "desk", .number = 1, .name = JA("窓口で")}};
static const struct yt_place places[] = {
    {.id = "center", .number = 1, .name = JA("センター相談室")}};
static const struct yt_site_kiosk kiosks[] = {{.id = "k2", .name = JA("寄ってカフェ")}};

static const struct yt_site_content site = {
    .site = {.utc_offset_minutes = 540,
             .languages = {.count = 1, .tag = {"ja"}},
             .places = places,
             .place_count = YT_COUNT(places),
             .kiosks = kiosks,
             .kiosk_count = YT_COUNT(kiosks)},
    .check = {.questions = questions,
              .question_count = YT_COUNT(questions),
              .notes = notes,
              .note_count = YT_COUNT(notes)},
    .menu = {.items = items, .count = YT_COUNT(items)},
    .appointments = {.types = types, .type_count = YT_COUNT(types)},
};

static void everything_is_shown(void **state)
{
    static const char *const wanted[] = {
        "緊急度: きょう中",
        "くらしのメモ・話を聞きたい・予約",
        "受け付け: 2026年11月26日（木）6:00",
        "寄ってカフェ（k2）",
        "ネパール語",
        "名前と連絡先も渡す",
        "だれのこと: 自分のこと",
        "! 障害や病気のことは、本人から話があるまでふれない",
        "予約（確定）",
        "窓口で（90分）",
        "センター相談室",
        "日時: 2026年11月27日（金）9:15",
        "通訳と（ベトナム語）",
        "名前: やまだ はなこ",
        "電話 0000-00-1234",
        "連絡してよい時間: 午前・夕方から",
        "伝言を残すこと: しないでほしい",
        "センターの名前を言うこと: よい",
        WORLD_OWN_WORDS,
        "■ 本人が選んだもの\n  - 家計の相談（話を聞きたい・予約したい）\n",
        "  - なんでも相談（印をつけた）\n",
        "選ばれたものではありません）\n  - 食べものの支援\n  - すまいの相談\n",
        "年代は、どのあたりですか\n    → 40〜64歳\n",
        "→ 今夜ねるところがない ／ 手もとのお金が、ほとんどない\n",
        "いまの気持ちを天気でいうと\n    → とばした\n",
        "→ いまは話さない\n",
    };
    struct world *world = *state;
    const char *text = told(world, &site);
    char number[YT_SLIP_NUMBER_MAX];

    yt_slip_number(world->entry.id, number);
    assert_has(text, number);
    for (size_t i = 0; i < YT_COUNT(wanted); i++)
        assert_has(text, wanted[i]);
    assert_has_not(text, "気づいた人");
    assert_has_not(text, "desk."); /* an id without a text in the catalogue */
}

static void about_another_person_it_is_only_noticed(void **state)
{
    struct world *world = *state;
    const char *text;

    world->entry.answers[0].chosen = 1 << 2;
    text = told(world, &site);
    assert_has(text, "だれのこと: 家族のこと");
    assert_has(text, "気づいた人: " WORLD_NAME);
    assert_has(text, "ご本人の希望ではありません");
    assert_has(text, "■ 気づいた人が選んだもの");
    assert_has(text, "■ 気づいた人の連絡先");
    assert_has_not(text, "本人が選んだもの");
}

static void an_entry_is_readable_without_its_content(void **state)
{
    struct world *world = *state;
    const char *text = told(world, NULL);

    assert_has(text, "質問 4\n    → 答え 2 ／ 答え 6");
    assert_has(text, "メニュー 11");
    assert_has(text, "予約の種類 1");
    assert_has(text, "端末 k2");
    assert_has(text, WORLD_OWN_WORDS);
    assert_has_not(text, "desk.");
}

static void numbers_of_a_newer_content_stay_numbers(void **state)
{
    struct world *world = *state;
    const char *text;

    world->entry.answers[1].question = 33;
    world->entry.answers[2].chosen |= 1 << 9;
    world->entry.items[0].item = 40;
    text = told(world, &site);
    assert_has(text, "質問 33\n    → 答え 3");
    assert_has(text, "答え 9");
    assert_has(text, "メニュー 40");
}

static void a_wish_is_not_called_a_booking(void **state)
{
    struct world *world = *state;
    const char *text;

    world->entry.appointment.firm = false;
    world->entry.appointment.time_count = 0;
    world->entry.appointment.any_parts = YT_PART_DAYTIME;
    text = told(world, &site);
    assert_has(text, "予約の希望（まだ決まっていません）");
    assert_has(text, "日時: 午後");
    assert_has_not(text, "予約（確定）");
    world->entry.appointment.wanted = false;
    assert_has_not(told(world, &site), "■ 予約");
}

static void an_untrusted_clock_is_said(void **state)
{
    struct world *world = *state;

    world->entry.time_trusted = false;
    assert_has(told(world, &site), "時計が合っていないおそれ");
}

static void typed_words_cannot_steer_the_terminal(void **state)
{
    struct world *world = *state;
    const char *text;
    /* Clears the screen; turns the direction of writing. */
    static const char own_words[] = {'A', 'B',    'C',    0x1b,   '[', '2', 'J', 'x', 'y',
                                     'z', '\xe2', '\x80', '\xae', '1', '2', '3', 0};

    yt_str_copy(world->entry.own_words, sizeof world->entry.own_words, own_words);
    yt_str_copy(world->entry.contact.name, sizeof world->entry.contact.name, "a\nb");
    text = told(world, &site);
    assert_has(text, "ABC�[2Jxyz�123");
    assert_has(text, "名前: a�b\n");
    assert_has_not(text, "\x1b");
}

static void json_says_the_same(void **state)
{
    struct world *world = *state;
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    json_error_t error;
    json_t *all;

    yt_buf_init_secret(&text, YT_DESCRIPTION_MAX);
    assert_true(yt_describe_json(&world->entry, &site, &text, &world->err));
    all = json_loads(yt_buf_string(&text), 0, &error);
    assert_non_null(all);
    assert_string_equal(json_string_value(json_object_get(all, "own_words")), WORLD_OWN_WORDS);
    assert_int_equal(json_array_size(json_object_get(all, "answers")), 5);
    assert_int_equal(json_array_size(json_object_get(all, "chosen")), 2);
    assert_int_equal(json_array_size(json_object_get(all, "lit")), 2);
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(all, "contact"), "number")), WORLD_PHONE);
    assert_true(json_is_true(json_object_get(json_object_get(all, "appointment"), "firm")));
    json_decref(all);
}

static void keep(struct world *world)
{
    enum yt_desk_put put;

    world_seal(world);
    assert_true(yt_desk_store_put(world->desk.store, &world->sealed, 0, &put, &world->err));
    assert_int_equal(put, YT_DESK_PUT_NEW);
}

static void the_list_begins_with_what_cannot_wait(void **state)
{
    static const struct {
        enum yt_urgency urgency;
        int64_t minutes;
    } entries[] = {{YT_URGENCY_NONE, 500},
                   {YT_URGENCY_NOW, 100},
                   {YT_URGENCY_TODAY, 300},
                   {YT_URGENCY_NONE, 600},
                   {YT_URGENCY_TODAY, 400}};
    static const int order[] = {1, 4, 2, 3, 0};
    struct world *world = *state;
    char number[YT_COUNT(entries)][YT_SLIP_NUMBER_MAX];
    YT_SCOPED(yt_buf_done) struct yt_buf numbers;
    YT_SCOPED(yt_buf_done) struct yt_buf table;
    YT_SCOPED(yt_buf_done) struct yt_buf wanted;

    yt_buf_init(&wanted, 256);
    for (size_t i = 0; i < YT_COUNT(entries); i++) {
        randombytes_buf(world->entry.id, sizeof world->entry.id);
        world->entry.urgency = entries[i].urgency;
        world->entry.time_minutes = 29927340 + entries[i].minutes;
        keep(world);
        yt_slip_number(world->entry.id, number[i]);
    }
    for (size_t i = 0; i < YT_COUNT(order); i++) {
        yt_buf_printf(&wanted, "%s\n", number[order[i]]);
    }
    yt_buf_init_secret(&numbers, 4096);
    yt_buf_init_secret(&table, 65536);
    assert_true(yt_entry_list(&world->desk, true, &numbers, &world->err));
    assert_string_equal(yt_buf_string(&numbers), yt_buf_string(&wanted));
    assert_true(yt_entry_list(&world->desk, false, &table, &world->err));
    assert_has(yt_buf_string(&table), "いますぐ");
    assert_has(yt_buf_string(&table), "2026年11月27日（金）9:15（予約）");
    assert_has_not(yt_buf_string(&table), "desk.");
}

static void nothing_readable_lies_in_the_folder(void **state)
{
    static const char *const words[] = {WORLD_NAME, WORLD_PHONE, WORLD_OWN_WORDS, "0000001234",
                                        "はなこ",   "階段",      WORLD_PASSPHRASE};
    struct world *world = *state;

    keep(world);
    yt_desk_store_free(world->desk.store);
    world->desk.store = NULL;
    assert_true(world_holds(world, world->sealed.bytes, world->sealed.size)); /* it is there */
    for (size_t i = 0; i < YT_COUNT(words); i++)
        assert_false(world_holds(world, words[i], strlen(words[i])));
    assert_false(world_holds(world, world->desk.secret.seal_key, 32));
    assert_false(world_holds(world, world->desk.secret.sign_key, 32));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
    const struct CMUnitTest tests[] = {
        TEST(everything_is_shown),
        TEST(about_another_person_it_is_only_noticed),
        TEST(an_entry_is_readable_without_its_content),
        TEST(numbers_of_a_newer_content_stay_numbers),
        TEST(a_wish_is_not_called_a_booking),
        TEST(an_untrusted_clock_is_said),
        TEST(typed_words_cannot_steer_the_terminal),
        TEST(json_says_the_same),
        TEST(the_list_begins_with_what_cannot_wait),
        TEST(nothing_readable_lies_in_the_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
