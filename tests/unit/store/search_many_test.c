/* Searching many listings finds what a plain look at every text finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue_place.h"

/* Enough that words which many have are kept apart from those that few have. */
#define MANY 6000

static const char *const things[] = {"倉庫", "花屋", "工場",   "食堂",
                                     "病院", "学校", "図書館", "牧場"};
static const char *const works[] = {"そうじ", "みずやり", "はこづめ",
                                    "しわけ", "うけつけ", "おちゃくみ"};
static const char *const names[] = {"あおい", "みどり", "ひなた", "こだま",
                                    "すずめ", "つばめ", "ほたる"};

/* Title and note of each; the note says its number in kana, so that some words are in few. */
static void texts_of(unsigned number, char title[static 200], char note[static 200])
{
    static const char *const digits[] = {"ぜろ", "いち", "に",   "さん", "よん",
                                         "ご",   "ろく", "なな", "はち", "きゅう"};

    snprintf(title, 200, "%sの%s", things[number % YT_COUNT(things)],
             works[number / 3 % YT_COUNT(works)]);
    snprintf(note, 200, "%sさんと%s%s%s%s", names[number / 7 % YT_COUNT(names)],
             digits[number / 1000 % 10], digits[number / 100 % 10], digits[number / 10 % 10],
             digits[number % 10]);
}

struct many {
    struct place *place;
    struct yt_catalogue *catalogue;
    struct yt_listing_index *index;
};

static void fill(struct place *place)
{
    struct yt_catalogue_builder *builder = begin(place);

    for (unsigned i = 0; i < MANY; i++) {
        struct yt_listing listing;
        char title[200];
        char note[200];
        char id[16];

        texts_of(i, title, note);
        snprintf(id, sizeof id, "N%u", i);
        plain_listing(id, title, &listing);
        listing.note.in[0] = note;
        assert_true(yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &listing, &place->err));
    }
    finish(place, builder);
}

static int setup(void **state)
{
    struct many *many = calloc(1, sizeof *many);

    if (!many || place_setup((void **)&many->place) != 0)
        return -1;
    *state = many;
    fill(many->place);
    many->catalogue = open_there(many->place, &four_languages);
    many->index = index_of(many->place, many->catalogue);
    return 0;
}

static int teardown(void **state)
{
    struct many *many = *state;
    void *place = many->place;

    yt_listing_index_free(many->index);
    yt_catalogue_free(many->catalogue);
    free(many);
    return place_teardown(&place);
}

/* What a plain look finds: those with all words in a title or note, those with a word in the title
 * apart. */
static size_t look(const char *first, const char *second, uint8_t found[static MANY])
{
    size_t count = 0;

    for (unsigned i = 0; i < MANY; i++) {
        char title[200];
        char note[200];

        texts_of(i, title, note);
        found[i] = (strstr(title, first) || strstr(note, first)) &&
                   (!second || strstr(title, second) || strstr(note, second));
        count += found[i];
    }
    return count;
}

static void finds_the_same(struct many *many, const char *first, const char *second)
{
    static uint8_t expected[MANY];
    const size_t count = look(first, second, expected);
    uint32_t *positions;
    size_t found;
    char words[200];

    snprintf(words, sizeof words, "%s %s", first, second ? second : "");
    assert_true(yt_catalogue_search(many->catalogue, many->index, words, &positions, &found,
                                    &many->place->err));
    if (count < 4) { /* what comes near is behind them */
        assert_true(found >= count);
        found = count;
    }
    assert_int_equal(found, count);
    for (size_t i = 0; i < found; i++) {
        if (!expected[positions[i]])
            fail_msg("%s: listing %u has it not", words, positions[i]);
        expected[positions[i]] = 0;
    }
    free(positions);
}

/* None repeats itself: よんよん has all threes of よんよんよん. */
static void every_piece_of_a_text_finds_it(void **state)
{
    static const char *const pieces[] = {
        "倉庫", "庫",   "花",       "そうじ",   "うじ",   "う",       "はこづめ", "こづ",
        "おい", "ひな", "なた",     "さんと",   "いちに", "にさん",   "ろくなな", "きゅうぜろ",
        "館",   "書館", "図書館の", "のしわけ", "と",     "ぜろぜろ",
    };

    for (size_t i = 0; i < YT_COUNT(pieces); i++)
        finds_the_same(*state, pieces[i], NULL);
}

static void two_words_find_what_has_both(void **state)
{
    for (size_t i = 0; i < YT_COUNT(things); i++) {
        finds_the_same(*state, things[i], works[i % YT_COUNT(works)]);
        finds_the_same(*state, names[i % YT_COUNT(names)], things[i]);
        finds_the_same(*state, "きゅうきゅう", things[i]);
    }
}

/* "すずめ" is a name in notes; here one listing bears it in its title, last of all. */
static void titles_come_before_texts_and_then_the_usual_order(void **state)
{
    struct place *place = NULL;
    struct yt_catalogue_builder *builder;
    struct yt_listing_index *index;
    struct yt_catalogue *catalogue;
    struct yt_listing listing;
    uint32_t *positions;
    size_t found;

    (void)state;
    assert_int_equal(place_setup((void **)&place), 0);
    builder = begin(place);
    plain_listing("A1", "倉庫", &listing);
    listing.note.in[0] = "すずめがいます";
    assert_true(yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &listing, &place->err));
    plain_listing("A2", "すずめばちの駆除", &listing);
    assert_true(yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &listing, &place->err));
    plain_listing("A3", "工場", &listing);
    listing.note.in[0] = "すずめもいます";
    assert_true(yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &listing, &place->err));
    plain_listing("A4", "庭のすずめ", &listing);
    assert_true(yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &listing, &place->err));
    plain_listing("A5", "からす", &listing);
    assert_true(yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &listing, &place->err));
    finish(place, builder);
    catalogue = open_there(place, &four_languages);
    index = index_of(place, catalogue);
    assert_true(yt_catalogue_search(catalogue, index, "スズメ", &positions, &found, &place->err));
    assert_int_equal(found, 4);
    assert_int_equal(positions[0], 3); /* a whole word of the title */
    assert_int_equal(positions[1], 1); /* in the title */
    assert_int_equal(positions[2], 0);
    assert_int_equal(positions[3], 2);
    free(positions);
    yt_listing_index_free(index);
    yt_catalogue_free(catalogue);
    assert_int_equal(place_teardown((void **)&place), 0);
}

/* --- More words than the index gathers at once ------------------------------------------------ */

#define WORDY 400
#define WORDY_POINTS 380 /* characters of one text */

/* Kanji as they fall; every text has pairs that no other has. */
static void wordy_text(unsigned number, unsigned part, char to[static 3 * WORDY_POINTS + 1])
{
    uint64_t state = number * UINT64_C(1000003) + part + 1;
    char *at = to;

    for (size_t i = 0; i < WORDY_POINTS; i++) {
        uint32_t point;

        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        point = 0x4E00 + (uint32_t)(state >> 40) % 20000;
        *at++ = (char)(0xE0 | point >> 12);
        *at++ = (char)(0x80 | (point >> 6 & 0x3F));
        *at++ = (char)(0x80 | (point & 0x3F));
    }
    *at = '\0';
}

static void add_wordy(struct place *place, struct yt_catalogue_builder *builder, unsigned number)
{
    static char texts[1 + YT_LISTING_TASKS_MAX][3 * WORDY_POINTS + 1];
    struct yt_listing listing;
    char id[16];

    for (unsigned part = 0; part < YT_COUNT(texts); part++)
        wordy_text(number, part, texts[part]);
    snprintf(id, sizeof id, "W%u", number);
    plain_listing(id, "みんなの仕事", &listing);
    listing.note.in[0] = texts[0];
    listing.task_count = YT_LISTING_TASKS_MAX;
    for (size_t i = 0; i < YT_LISTING_TASKS_MAX; i++)
        listing.tasks[i].in[0] = texts[1 + i];
    assert_true(yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &listing, &place->err));
}

static void an_index_in_several_parts_is_searched_whole(void **state)
{
    struct place *place = NULL;
    struct yt_catalogue_builder *builder;
    struct yt_listing_index *index;
    struct yt_catalogue *catalogue;
    uint32_t *positions;
    size_t found;

    (void)state;
    assert_int_equal(place_setup((void **)&place), 0);
    builder = begin(place);
    for (unsigned i = 0; i < WORDY; i++)
        add_wordy(place, builder, i);
    finish(place, builder);
    catalogue = open_there(place, &four_languages);
    index = index_of(place, catalogue);
    assert_true(yt_catalogue_search(catalogue, index, "みんな", &positions, &found, &place->err));
    assert_int_equal(found, WORDY);
    free(positions);
    for (unsigned i = 0; i < WORDY; i += 7) {
        char text[3 * WORDY_POINTS + 1];
        char word[16];

        wordy_text(i, i % 6, text);
        snprintf(word, sizeof word, "%.9s", text + 300);
        assert_true(yt_catalogue_search(catalogue, index, word, &positions, &found, &place->err));
        assert_true(found > 0);
        assert_int_equal(positions[0], i);
        free(positions);
    }
    yt_listing_index_free(index);
    yt_catalogue_free(catalogue);
    assert_int_equal(place_teardown((void **)&place), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_piece_of_a_text_finds_it),
        cmocka_unit_test(two_words_find_what_has_both),
        cmocka_unit_test(titles_come_before_texts_and_then_the_usual_order),
        cmocka_unit_test(an_index_in_several_parts_is_searched_whole),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
