/* What stands on the paper, and above all what does not. */
#include "booking_site.h"

#include "base/attributes.h"
#include "base/message.h"
#include "screens/dates.h"
#include "screens/slip_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

static struct yt_slip_words words;

/* 2026-11-26 9:00 in Japan, a Thursday. */
#define THURSDAY_NINE INT64_C(29927520)

/* Somebody who told everything. */
static struct yt_entry full_entry(void)
{
    struct yt_entry entry = {
        .id = {1, 2, 3, 4, 5, 6, 7, 8},
        .language = "ja",
        .consent = YT_CONSENT_NAMED,
        .urgency = YT_URGENCY_NOW,
        .answer_count = 1,
        .answers = {{.question = 4, .chosen = 2}},
        .item_count = 3,
        .items = {{11, YT_WAY_MARKED | YT_WAY_BOOK},
                  {23, YT_WAY_MARKED | YT_WAY_ASK},
                  {13, YT_WAY_MARKED | YT_WAY_ASK}},
        .appointment = {.wanted = true,
                        .firm = true,
                        .type = 1,
                        .place = 4,
                        .time_count = 1,
                        .time_minutes = {THURSDAY_NINE},
                        .companion = YT_COMPANION_INTERPRETER},
        .contact = {.name = "さくら",
                    .reach = YT_REACH_PHONE,
                    .number = "0000-00-9876",
                    .message_ok = YT_NO},
        .own_words = "ひみつのはなし",
    };
    return entry;
}

static void make(const struct yt_entry *entry, bool with_code, bool kept)
{
    memset(&words, 'x', sizeof(words));
    yt_slip_words_make(booking_site(), entry, with_code, kept, &words);
}

static bool on_paper(const char *text)
{
    return memmem(&words, sizeof(words), text, strlen(text)) != NULL;
}

static bool noted(const char *id)
{
    for (size_t i = 0; i < words.note_count; i++) {
        if (strcmp(words.notes[i].own, yt_message(words.language, id)) == 0)
            return true;
    }
    return false;
}

static void it_says_where_when_and_the_number(void **state)
{
    struct yt_entry entry = full_entry();
    char number[YT_SLIP_NUMBER_MAX];
    (void)state;
    make(&entry, true, true);
    yt_slip_number(entry.id, number);
    assert_string_equal(words.site.own, "つむぎ市 くらしと仕事の相談センター");
    assert_string_equal(words.phone, "0000-00-0001");
    assert_true(words.booking && words.firm);
    assert_string_equal(words.status.own, "予約");
    assert_string_equal(words.what.own, "相談の時間");
    assert_int_equal(words.when_count, 1);
    assert_string_equal(words.when[0].own, "11月26日（木）9:00");
    assert_string_equal(words.where.own, "相談センター");
    assert_string_equal(words.number, number);
    assert_true(noted("consent.cancel"));
    assert_false(noted("paper.only.copy"));
}

static void it_gives_nothing_away(void **state)
{
    struct yt_entry entry = full_entry();
    (void)state;
    make(&entry, true, true);
    assert_true(on_paper("家計の相談"));
    assert_false(on_paper("さくら"));
    assert_false(on_paper("9876"));
    assert_false(on_paper("ひみつ"));
    assert_false(on_paper("安心"));     /* safety has a neutral name */
    assert_false(on_paper("食べもの")); /* food stands there by the number alone */
    assert_false(on_paper("窓口で"));   /* the kind of appointment would tell too much */
    assert_int_equal(words.item_count, 2);
    assert_string_equal(words.items[1].own, "相談の時間");
}

static void a_place_does_not_tell_what_the_item_may_not(void **state)
{
    struct yt_entry entry = full_entry();
    (void)state;
    entry.item_count = 1;
    entry.items[0] = (struct yt_entry_item){13, YT_WAY_MARKED | YT_WAY_BOOK};
    make(&entry, true, true);
    assert_int_equal(words.item_count, 0);
    assert_string_equal(words.heading.own, "");
    assert_string_equal(words.where.own, "");
    assert_string_equal(words.when[0].own, "11月26日（木）9:00");
}

static void paper_alone_promises_nothing(void **state)
{
    struct yt_entry entry = full_entry();
    (void)state;
    entry.consent = YT_CONSENT_NONE;
    make(&entry, false, false);
    assert_false(words.booking);
    assert_int_equal(words.when_count, 0);
    assert_string_equal(words.number, "");
    assert_string_equal(words.code_note.own, "");
    assert_false(noted("consent.cancel"));
    assert_false(noted("paper.only.copy"));
    assert_int_equal(words.item_count, 2);
}

static void the_only_copy_asks_to_be_handed_over(void **state)
{
    struct yt_entry entry = full_entry();
    (void)state;
    strcpy(entry.language, "ne");
    make(&entry, true, false);
    assert_true(noted("paper.only.copy"));
    assert_string_equal(words.notes[0].ja, yt_message("ja", "paper.only.copy"));
}

static void wishes_say_how_the_answer_comes(void **state)
{
    struct yt_entry entry = full_entry();
    (void)state;
    entry.appointment.firm = false;
    make(&entry, true, true);
    assert_string_equal(words.status.own, "希望");
    assert_true(noted("paper.answer.comes"));
    entry.contact = (struct yt_entry_contact){.reach = YT_REACH_COME_AGAIN};
    make(&entry, true, true);
    assert_true(noted("paper.answer.ask"));
    entry.appointment.time_count = 0;
    entry.appointment.any_parts = YT_PART_MORNING | YT_PART_EVENING;
    make(&entry, true, true);
    assert_int_equal(words.when_count, 2);
    entry.appointment.any_parts = 0;
    make(&entry, true, true);
    assert_string_equal(words.when[0].own, yt_message("ja", "booking.time.any"));
}

static void a_call_is_no_place(void **state)
{
    struct yt_entry entry = full_entry();
    (void)state;
    entry.appointment.type = 3;
    make(&entry, true, true);
    assert_string_equal(words.where.own, yt_message("ja", "paper.by.phone"));
}

static void others_read_it_too(void **state)
{
    struct yt_entry entry = full_entry();
    (void)state;
    strcpy(entry.language, "ne");
    make(&entry, true, true);
    assert_string_equal(words.status.own, yt_message("ne", "booking.word.firm"));
    assert_string_equal(words.status.ja, "予約");
    assert_string_equal(words.when[0].ja, "11月26日（木）9:00");
    assert_true(strstr(words.when[0].own, "२६") != NULL);
    assert_string_equal(words.site.ja, ""); /* the site has no Nepali name: once is enough */
    strcpy(entry.language, "ja-easy");
    make(&entry, true, true);
    assert_string_equal(words.items[0].own, "お金《かね》の 相談《そうだん》");
    assert_string_equal(words.items[0].ja, "");
    /* An entry from a site that has lost the language since. */
    strcpy(entry.language, "fil");
    make(&entry, true, true);
    assert_string_equal(words.number_label.ja, "受付番号");
}

static void a_long_list_ends_with_a_count(void **state)
{
    static struct yt_menu_item items[YT_MENU_ITEMS_MAX];
    static char names[YT_MENU_ITEMS_MAX][16];
    struct yt_site_content site = *booking_site();
    struct yt_entry entry = full_entry();
    (void)state;
    for (size_t i = 0; i < YT_MENU_ITEMS_MAX; i++) {
        snprintf(names[i], sizeof(names[i]), "item %zu", i);
        items[i] = (struct yt_menu_item){.number = (uint16_t)(i + 1), .slip_name = {{names[i]}}};
        entry.items[i] = (struct yt_entry_item){(uint16_t)(i + 1), YT_WAY_MARKED};
    }
    site.menu = (struct yt_menu){.items = items, .count = YT_MENU_ITEMS_MAX};
    entry.item_count = YT_MENU_ITEMS_MAX;
    yt_slip_words_make(&site, &entry, true, true, &words);
    assert_int_equal(words.item_count, YT_SLIP_WORDS_ITEMS_MAX);
    assert_string_equal(words.items[YT_SLIP_WORDS_ITEMS_MAX - 1].own, "… + 41");
}

/* --- Listings and programmes ------------------------------------------------------------------ */

static struct yt_entry tray_entry(void)
{
    struct yt_entry entry = {
        .id = {1, 2, 3},
        .language = "ja",
        .consent = YT_CONSENT_ANONYMOUS,
        .listing_count = 1,
        .listings = {{.id = "J04",
                      .title = "事務所のそうじ",
                      .ways = YT_LISTING_MARKED | YT_LISTING_SEE | YT_LISTING_ASK,
                      .conditions = YT_CONDITION_STAFF_BESIDE,
                      .paper = "事務所《じむしょ》のそうじ\n1日2時間から\n歩いて9分",
                      .paper_ja = "事務所のそうじ\n1日2時間から\n歩いて9分"}},
        .programme_count = 1,
        .programmes = {{.id = "P02",
                        .title = "つどい場 しらかば",
                        .day = 20780,
                        .minute = 600,
                        .firm = true,
                        .paper = "つどい場 しらかば\n11月23日（月）10:00"}},
        .wish = {.made = true, .place = "ひみつのパン屋", .facts = 1},
    };
    return entry;
}

static void listings_and_programmes_are_readable(void **state)
{
    struct yt_entry entry = tray_entry();
    const struct yt_slip_words_offer *offer;
    (void)state;
    make(&entry, true, true);
    assert_int_equal(words.listings.count, 1);
    offer = &words.listings.offers[0];
    assert_string_equal(offer->name.own, "事務所《じむしょ》のそうじ");
    assert_string_equal(offer->name.ja, "");
    assert_string_equal(offer->lines.own, "1日2時間から\n歩いて9分");
    assert_string_equal(offer->lines.ja, "");
    assert_string_equal(words.listings.note.own, yt_message("ja", "listing.contact"));
    offer = &words.programmes.offers[0];
    assert_string_equal(offer->name.own, "つどい場 しらかば");
    assert_string_equal(offer->state.own, yt_message("ja", "paper.join.firm"));
    assert_string_equal(offer->lines.own, "11月23日（月）10:00");
    assert_true(noted("paper.reply.ask"));
}

/* Whoever finds the paper does not learn what was asked, or what was wished for. */
static void what_was_asked_is_not_on_the_paper(void **state)
{
    struct yt_entry entry = tray_entry();
    (void)state;
    make(&entry, true, true);
    assert_false(on_paper(yt_message("ja", "listing.way.see")));
    assert_false(on_paper(yt_message("ja", "listing.condition.staff-beside")));
    assert_false(on_paper("ひみつ"));
    assert_string_equal(words.items[0].own, yt_message("ja", "paper.wish"));
}

static void in_another_language_staff_read_it_too(void **state)
{
    struct yt_entry entry = tray_entry();
    const struct yt_slip_words_offer *offer = &words.listings.offers[0];
    (void)state;
    strcpy(entry.language, "ne");
    strcpy(entry.listings[0].paper, "कार्यालय सफाइ\nदिनको २ घण्टा\n0000-00-0002");
    strcat(entry.listings[0].paper_ja, "\n0000-00-0002"); /* once is enough */
    make(&entry, true, true);
    assert_string_equal(offer->name.own, "कार्यालय सफाइ");
    assert_string_equal(offer->name.ja, "事務所のそうじ");
    assert_string_equal(offer->lines.own, "दिनको २ घण्टा\n0000-00-0002");
    assert_string_equal(offer->lines.ja, "1日2時間から・歩いて9分");
    assert_string_equal(words.listings.heading.ja, yt_message("ja", "tray.listings"));
    /* Nothing was prepared for the paper: the title at least. */
    entry.listings[0].paper[0] = entry.listings[0].paper_ja[0] = '\0';
    make(&entry, true, true);
    assert_string_equal(offer->name.own, "事務所のそうじ");
    assert_string_equal(offer->name.ja, "");
}

static void places_are_called_what_they_are(void **state)
{
    struct yt_entry entry = tray_entry();
    const struct yt_slip_phrase *join = &words.programmes.offers[0].state;
    (void)state;
    make(&entry, true, false); /* not kept: not firm */
    assert_string_equal(join->own, yt_message("ja", "paper.join.asked"));
    entry.programmes[0].firm = false;
    make(&entry, true, true);
    assert_string_equal(join->own, yt_message("ja", "paper.join.asked"));
    entry.programmes[0].waiting = true;
    make(&entry, true, true);
    assert_string_equal(join->own, yt_message("ja", "paper.join.waiting"));
    entry.programmes[0].waiting = false;
    entry.programmes[0].paper_only = true;
    make(&entry, true, true);
    assert_string_equal(join->own, "");
}

static void paper_of_listings_alone_says_whom_to_ask(void **state)
{
    struct yt_entry entry = tray_entry();
    (void)state;
    entry.consent = YT_CONSENT_NONE;
    entry.listings[0].ways = YT_LISTING_MARKED | YT_LISTING_PAPER;
    entry.programmes[0].paper_only = true;
    entry.wish.made = false;
    make(&entry, false, false);
    assert_string_equal(words.listings.note.own, yt_message("ja", "paper.tell.staff"));
    assert_false(noted("paper.reply.ask"));
    assert_string_equal(words.number, "");
}

/* --- Dates ------------------------------------------------------------------------------------ */

static void dates_are_written_as_people_write_them(void **state)
{
    static const struct {
        const char *language;
        enum yt_date_style style;
        const char *text;
    } cases[] = {
        {"ja", YT_DATE_DAY_TIME, "11月26日（木）9:05"},
        {"ja", YT_DATE_TIME, "9:05"},
        {"ja", YT_DATE_MONTH_DAY, "11/26"},
        {"ja-easy", YT_DATE_DAY, "11月《がつ》26日《にち》（木《もく》）"},
        {"en", YT_DATE_DAY_TIME, "Thu, Nov 26, 9:05"},
        {"zh-Hans", YT_DATE_DAY, "11月26日周四"},
        {"ko", YT_DATE_DAY, "11월 26일 (목)"},
        {"vi", YT_DATE_MONTH_DAY, "26/11"},
        {"pt-BR", YT_DATE_WEEKDAY, "qui."},
        {"es", YT_DATE_DAY, "jue, 26 nov"},
        {"ne", YT_DATE_TIME, "९:०५"},
        {"fil", YT_DATE_DAY, "Huw, Nob 26"},
        {"de", YT_DATE_MONTH_DAY, "26.11."}, /* a language that we brought no pattern for */
    };
    const struct yt_local_time when = {{2026, 11, 26}, 9 * 60 + 5};
    char text[YT_DATE_TEXT_MAX];
    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++)
        assert_string_equal(yt_date_text(cases[i].language, cases[i].style, when, text),
                            cases[i].text);
    /* ついたち, ふつか ...: ruby above the kanji alone would read wrong. */
    assert_string_equal(
        yt_date_text("ja-easy", YT_DATE_DAY, (struct yt_local_time){.date = {2026, 12, 2}}, text),
        "12月《がつ》2日（水《すい》）");
}

static int open_messages(void **state)
{
    struct yt_err err = {0};
    (void)state;
    if (!yt_message_open(YT_BINARY_DIR "/assets/messages", &err))
        fprintf(stderr, "%s\n", err.text);
    return err.code == YT_OK ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_where_when_and_the_number),
        cmocka_unit_test(it_gives_nothing_away),
        cmocka_unit_test(a_place_does_not_tell_what_the_item_may_not),
        cmocka_unit_test(paper_alone_promises_nothing),
        cmocka_unit_test(the_only_copy_asks_to_be_handed_over),
        cmocka_unit_test(wishes_say_how_the_answer_comes),
        cmocka_unit_test(a_call_is_no_place),
        cmocka_unit_test(others_read_it_too),
        cmocka_unit_test(a_long_list_ends_with_a_count),
        cmocka_unit_test(listings_and_programmes_are_readable),
        cmocka_unit_test(what_was_asked_is_not_on_the_paper),
        cmocka_unit_test(in_another_language_staff_read_it_too),
        cmocka_unit_test(places_are_called_what_they_are),
        cmocka_unit_test(paper_of_listings_alone_says_whom_to_ask),
        cmocka_unit_test(dates_are_written_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, open_messages, NULL);
}
