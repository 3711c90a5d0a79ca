/* What people who read the screen would notice: texts fit, lines begin as they should, letters are
 * there, nothing a resident typed stays. */
#include "text_memory.h"
#include "ui/text/text.h"

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct text_sample {
    const char *language;
    const char *text;
} samples[] = {
    {"ja", "子どもや若い人が、家族の世話をしている・学校に来ていない"},
    {"ja",
     "選ぶと、すぐに使える案内を先に出します。「Yotteカフェ」は10時から17時まで（水曜休み）。"},
    {"ja", "ちょっとゆっくりカフェー、メニュー「きょう」へ々ー。"},
    {"ja-easy",
     "子《こ》どもや 若《わか》い 人《ひと》が 家族《かぞく》の 世話《せわ》を している"},
    {"ja-easy", "生活《せいかつ》の 相談《そうだん》を 承《うけたまわ》ります。"},
    {"en", "If you choose one, we first show help you can use right now. Type, fjord, gypsy."},
    {"zh-Hans", "选择后，会先显示马上可用的帮助。“简体”中文：12月3日（周二）。"},
    {"ko", "선택하면 바로 이용할 수 있는 안내를 먼저 보여 드립니다. 18~39세"},
    {"vi", "Nếu chọn, chúng tôi sẽ hiện ngay sự giúp đỡ có thể dùng liền. ẾỄỮỰ ằẵộ"},
    {"pt-BR", "Se escolher, mostramos primeiro a ajuda que já pode usar. ÇÃÕÁ"},
    {"es", "Si elige, primero mostramos la ayuda que puede usar ya. ¿Sí? ¡Ñandú!"},
    {"ne", "छान्नुभयो भने, अहिले नै पाइने सहयोग पहिले देखाउँछौं। क्षेत्र (10) र्द्ध्रिं"},
    {"fil", "Kapag pumili, ipapakita muna ang tulong na magagamit agad. ₱500"},
    {"ja", "Yotteカフェ नेपाली 한국어 简体 Nguyễn 髙﨑𠮷"},
};

static int set_up(void **state)
{
    struct yt_err err = {0};

    *state = yt_text_engine_new(NULL, NULL, &err);
    if (!*state)
        print_message("%s\n%s\n", err.text, err.remedy);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    yt_text_engine_free(*state);
    return 0;
}

static struct yt_text_style style_of(const char *language, int em_px)
{
    return (struct yt_text_style){.em_px = em_px, .language = language};
}

static int width_of(struct yt_text_engine *engine, const char *text, const char *language)
{
    const struct yt_text_style style = style_of(language, 100);

    return yt_text_lay_out(engine, text, &style, 0)->width;
}

static void no_line_is_wider_than_asked_for(void **state)
{
    for (size_t i = 0; i < YT_COUNT(samples); i++) {
        for (int width = 40; width < 1900; width += width / 9) {
            for (int balanced = 0; balanced < 2; balanced++) {
                struct yt_text_style style = style_of(samples[i].language, 32);

                style.balanced = balanced != 0;
                const struct yt_text_layout *layout =
                    yt_text_lay_out(*state, samples[i].text, &style, width);

                assert_true(layout->line_count > 0);
                assert_true(layout->too_narrow || layout->width <= width);
                if (width > 500)
                    assert_false(layout->too_narrow);
            }
        }
        yt_text_trim(*state);
    }
}

/* Counts pixels with ink on `page` that are outside `box`. */
static int ink_outside(const SDL_Surface *page, SDL_Rect box)
{
    int count = 0;

    for (int y = 0; y < page->h; y++) {
        const uint8_t *row = (const uint8_t *)page->pixels + (size_t)y * (size_t)page->pitch;

        for (int x = 0; x < page->w; x++) {
            bool inside = x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;

            count += !inside && row[x] > 40;
        }
    }
    return count;
}

/* Letters may reach a pixel or two to the side (j, f), but never out of the height: labels stand
 * close above each other. */
static void ink_stays_in_the_box(void **state)
{
    for (size_t i = 0; i < YT_COUNT(samples); i++) {
        for (int em_px = 20; em_px <= 60; em_px += 13) {
            const struct yt_text_style style = style_of(samples[i].language, em_px);
            const struct yt_text_layout *layout =
                yt_text_lay_out(*state, samples[i].text, &style, em_px * 12);
            SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(
                0, layout->width + 200, layout->height + 200, 8, SDL_PIXELFORMAT_INDEX8);
            const SDL_Rect box = {100 - em_px / 10, 100, layout->width + em_px / 5, layout->height};

            assert_non_null(page);
            yt_text_draw(*state, layout, page, 100, 100, 0, (SDL_Color){255, 0, 0, 255});
            assert_int_equal(ink_outside(page, box), 0);
            assert_int_not_equal(ink_outside(page, (SDL_Rect){0, 0, 0, 0}), 0);
            SDL_FreeSurface(page);
        }
    }
}

static bool is_line_start(struct yt_text_engine *engine, const struct yt_text_layout *layout,
                          size_t offset)
{
    return offset == 0 || yt_text_caret(engine, layout, offset, 0).line !=
                              yt_text_caret(engine, layout, offset - 1, 0).line;
}

/* JIS X 4051: what may not begin a line, and what may not end one. */
static void lines_begin_and_end_as_japanese_readers_expect(void **state)
{
    static const char *const not_first[] = {"、", "。", "」", "）", "・", "ー", "っ", "ゃ",
                                            "ゅ", "ょ", "ェ", "々", "，", "：", "？", "”"};
    static const char *const not_last[] = {"「", "（"};

    for (size_t i = 0; i < YT_COUNT(samples); i++) {
        const char *text = samples[i].text;

        for (int width = 170; width < 900; width += 31) {
            const struct yt_text_style style = style_of(samples[i].language, 32);
            const struct yt_text_layout *layout = yt_text_lay_out(*state, text, &style, width);

            if (layout->too_narrow)
                continue;
            for (size_t at = 1; text[at] != '\0'; at++) {
                if (!is_line_start(*state, layout, at))
                    continue;
                for (size_t k = 0; k < YT_COUNT(not_first); k++)
                    assert_int_not_equal(strncmp(text + at, not_first[k], strlen(not_first[k])), 0);
                for (size_t k = 0; k < YT_COUNT(not_last); k++)
                    assert_true(at < 3 || strncmp(text + at - 3, not_last[k], 3) != 0);
            }
        }
    }
}

static void korean_and_latin_words_stay_whole(void **state)
{
    const char *const texts[][2] = {
        {"ko", "선택하면 바로 이용할 수 있는 안내를 먼저 보여 드립니다"},
        {"es", "Si elige, primero mostramos la ayuda que puede usar"}};

    for (size_t i = 0; i < YT_COUNT(texts); i++) {
        for (int width = 260; width < 700; width += 23) {
            const struct yt_text_style style = style_of(texts[i][0], 32);
            const struct yt_text_layout *layout =
                yt_text_lay_out(*state, texts[i][1], &style, width);

            for (size_t at = 1; texts[i][1][at] != '\0'; at++) {
                if (is_line_start(*state, layout, at))
                    assert_int_equal(texts[i][1][at - 1], ' ');
            }
        }
    }
}

static void a_lone_letter_is_not_left_on_the_last_line(void **state)
{
    const char *text = "年代に合った場所を案内するためだけに使います";
    const struct yt_text_style style = style_of("ja", 32);
    const struct yt_text_layout *whole = yt_text_lay_out(*state, text, &style, 0);
    /* Room for all but the last letter. */
    const struct yt_text_layout *layout = yt_text_lay_out(*state, text, &style, whole->width - 10);
    size_t start = strlen(text);

    assert_int_equal(layout->line_count, 2);
    while (start > 0 && !is_line_start(*state, layout, start))
        start--;
    assert_true(strlen(text + start) > 2 * strlen("す"));
}

static void balanced_lines_are_about_equally_long(void **state)
{
    const char *text = "Someone I meet through my work or community role";
    struct yt_text_style style = style_of("en", 32);
    int full = yt_text_lay_out(*state, text, &style, 0)->width;
    int width = full * 8 / 10;
    const struct yt_text_layout *greedy = yt_text_lay_out(*state, text, &style, width);

    style.balanced = true;
    const struct yt_text_layout *balanced = yt_text_lay_out(*state, text, &style, width);

    assert_int_equal(greedy->line_count, 2);
    assert_int_equal(balanced->line_count, 2);
    assert_true(balanced->width < full * 62 / 100);
    assert_true(greedy->width > balanced->width);
}

/* Headings, buttons and answers in Japanese, at every width at which the longest phrase has room.
 */
static void balanced_japanese_parts_between_phrases(void **state)
{
    static const struct {
        const char *language, *text;
        const char *inside[4]; /* no line begins with the last letters of these */
    } cases[] = {
        {"ja", "すぐに来られないようです", {"す", "です"}},
        {"ja", "質問なしで、メニューだけ見る", {"ー", "け見る", "け", "ニュー"}},
        {"ja",
         "支払いがおくれている・気になっているものはありますか",
         {"いる・", "るもの", "いるもの"}},
        {"ja", "その前にお聞きします", {"聞き", "きします", "します"}},
        {"ja-easy", "とばす（わからない・答《こた》えたくない）", {"い・", "ない・", "らない・"}},
        {"ja-easy", "支援《しえん》の メニュー", {"ニュー", "ュー"}},
    };

    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        struct yt_text_style style = style_of(cases[i].language, 32);

        style.balanced = true;
        for (int width = 310; width < 1000; width += 17) {
            const struct yt_text_layout *layout =
                yt_text_lay_out(*state, cases[i].text, &style, width);

            for (size_t at = 1; cases[i].text[at] != '\0'; at++) {
                if (!is_line_start(*state, layout, at))
                    continue;
                for (size_t k = 0; k < YT_COUNT(cases[i].inside) && cases[i].inside[k]; k++)
                    assert_int_not_equal(
                        strncmp(cases[i].text + at, cases[i].inside[k], strlen(cases[i].inside[k])),
                        0);
            }
        }
    }
}

static void two_lines_part_at_a_comma(void **state)
{
    const char *text = "連絡するとき、気をつけることはありますか";
    struct yt_text_style style = style_of("ja", 32);

    style.balanced = true;
    const struct yt_text_layout *layout = yt_text_lay_out(*state, text, &style, 15 * 32);

    assert_int_equal(layout->line_count, 2);
    assert_true(is_line_start(*state, layout, strlen("連絡するとき、")));
}

static void a_word_wider_than_the_line_is_cut_and_said_so(void **state)
{
    const struct yt_text_style style = style_of("en", 32);
    const struct yt_text_layout *layout = yt_text_lay_out(*state, "responsibilities", &style, 120);

    assert_true(layout->too_narrow);
    assert_true(layout->line_count > 1);
    assert_true(layout->width <= 120);
}

static void newlines_end_lines(void **state)
{
    const struct yt_text_style style = style_of("ja", 32);

    assert_int_equal(yt_text_lay_out(*state, "", &style, 0)->line_count, 1);
    assert_int_equal(yt_text_lay_out(*state, "あ\nい", &style, 0)->line_count, 2);
    assert_int_equal(yt_text_lay_out(*state, "あ\n\nい\n", &style, 900)->line_count, 4);
}

static void readings_stand_above_and_make_room(void **state)
{
    struct yt_text_style style = style_of("ja", 100);
    const struct yt_text_layout *bare = yt_text_lay_out(*state, "承ります", &style, 0);
    const struct yt_text_layout *with =
        yt_text_lay_out(*state, "承《うけたまわ》ります", &style, 0);

    assert_true(with->height >= bare->height + 40);
    assert_true(with->width > bare->width + 50);
    /* All lines of a text with readings are equally high. */
    assert_int_equal(yt_text_lay_out(*state, "承《うけたまわ》\nります", &style, 0)->height,
                     2 * with->height);
    style.plain = true;
    assert_true(yt_text_lay_out(*state, "承《うけたまわ》ります", &style, 0)->width >
                bare->width + 500);
}

static void readings_reach_over_kana_but_not_over_kanji(void **state)
{
    int alone = width_of(*state, "承《うけたまわ》", "ja");

    assert_true(width_of(*state, "承《うけたまわ》り", "ja") <
                alone + width_of(*state, "り", "ja") - 15);
    assert_true(width_of(*state, "承《うけたまわ》字", "ja") >= alone + 99);
    assert_true(width_of(*state, "承《うけたまわ》承《うけたまわ》", "ja") >= 2 * alone - 1);
    assert_true(width_of(*state, "り承《うけたまわ》", "ja") <
                alone + width_of(*state, "り", "ja") - 15);
    /* Two readings that reach over the same kana do not meet. */
    assert_true(width_of(*state, "承《うけたまわ》り承《うけたまわ》", "ja") >= 2 * alone);
    /* A short reading takes no room. */
    assert_int_equal(width_of(*state, "木《き》", "ja"), 100);
}

static void a_base_stays_with_its_reading(void **state)
{
    const char *text = "まずは窓口《まどぐち》で相談員《そうだんいん》に話《はな》してください";

    for (int width = 130; width < 600; width += 17) {
        const struct yt_text_style style = style_of("ja", 32);
        const struct yt_text_layout *layout = yt_text_lay_out(*state, text, &style, width);
        size_t base = (size_t)(strstr(text, "相談員") - text);

        assert_false(layout->too_narrow);
        assert_int_equal(yt_text_caret(*state, layout, base, 0).line,
                         yt_text_caret(*state, layout, base + 6, 0).line);
    }
}

static void nepali_letters_join(void **state)
{
    /* With a non-joiner after the virama the conjunct is spelled out. */
    assert_true(width_of(*state, "क्षेत्र", "ne") < width_of(*state, "क्\u200cषेत्\u200cर", "ne"));
    assert_true(width_of(*state, "ज्ञ", "ne") <
                width_of(*state, "ज", "ne") + width_of(*state, "ञ", "ne"));
    /* The same inside Japanese text. */
    assert_int_equal(width_of(*state, "क्षेत्र", "ja"), width_of(*state, "क्षेत्र", "ne"));
}

static void every_language_has_its_letters(void **state)
{
    for (size_t i = 0; i < YT_COUNT(samples); i++) {
        for (size_t k = 0; k < YT_COUNT(samples); k++)
            assert_true(yt_text_has_letters(*state, samples[i].text, samples[k].language));
    }
    assert_false(yt_text_has_letters(*state, "ᏣᎳᎩ", "en"));
}

static void stray_bytes_do_no_harm(void **state)
{
    const struct yt_text_style style = style_of("ja", 32);

    assert_true(yt_text_lay_out(*state, "\xff\xc3(\x01\t漢《", &style, 100)->width > 0);
    assert_true(yt_text_lay_out(*state, "\u200d\u0301\u3099", &style, 100)->line_count == 1);
    for (int em_px = -5; em_px < 9; em_px++) {
        const struct yt_text_style odd = style_of("xx", em_px);

        assert_true(yt_text_lay_out(*state, "abc", &odd, 1)->line_count > 0);
    }
}

static void carets_walk_through_the_text(void **state)
{
    const char *text = "さくら Sakura";
    struct yt_text_style style = style_of("ja", 40);
    const struct yt_text_layout *layout = yt_text_lay_out(*state, text, &style, 0);
    int before = -1;

    assert_int_equal(yt_text_caret(*state, layout, 0, 0).x, 0);
    for (size_t at = 0; at <= strlen(text); at++) {
        if (((unsigned char)text[at] & 0xC0) == 0x80)
            continue;
        assert_true(yt_text_caret(*state, layout, at, 0).x > before);
        before = yt_text_caret(*state, layout, at, 0).x;
    }
    assert_in_range(before, (unsigned)layout->width - 1, (unsigned)layout->width + 1);
    layout = yt_text_lay_out(*state, "あ\n", &style, 0);
    assert_int_equal(yt_text_caret(*state, layout, 4, 0).line, 1);
    assert_int_equal(yt_text_caret(*state, layout, 4, 0).x, 0);
    style.align = YT_TEXT_END;
    layout = yt_text_lay_out(*state, "あ", &style, 0);
    assert_in_range(yt_text_caret(*state, layout, 3, 500).x, 499, 501);
}

static void caches_stay_in_their_limits(void **state)
{
    const struct yt_text_limits limits = {
        .layout_bytes = 200000, .pixel_bytes = 400000, .open_faces = 6};
    struct yt_err err = {0};
    struct yt_text_engine *engine = yt_text_engine_new(&limits, NULL, &err);
    SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, 600, 80, 32, SDL_PIXELFORMAT_XRGB8888);

    (void)state;
    assert_non_null(engine);
    assert_non_null(page);
    for (int i = 0; i < 10000; i++) {
        char text[64];
        const struct yt_text_style style = style_of(i % 3 ? "ja" : "ne", 16 + i % 12);

        snprintf(text, sizeof text, "番号 %d の कार्ड %d", i, i * 7);
        yt_text_draw(engine, yt_text_lay_out(engine, text, &style, 500), page, 0, 0, 0,
                     (SDL_Color){0, 0, 0, 255});
        yt_text_trim(engine);

        struct yt_text_usage usage = yt_text_usage(engine);

        assert_true(usage.layout_bytes <= limits.layout_bytes);
        assert_true(usage.pixel_bytes <= limits.pixel_bytes);
        assert_true(usage.open_faces <= limits.open_faces);
    }
    SDL_FreeSurface(page);
    yt_text_engine_free(engine);
}

/* The texts are put together here, so that the program's own constants are not found. */
static void nothing_typed_is_left_after_forgetting(void **state)
{
    char typed[64];
    char kana[64];
    SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, 600, 80, 32, SDL_PIXELFORMAT_XRGB8888);
    struct yt_text_style style = style_of("ja", 32);

    style.plain = true;
    text_memory_marker(typed, 0x61);
    text_memory_marker(kana, 0x3042);
    for (int i = 0; i < 2; i++) {
        const struct yt_text_layout *layout =
            yt_text_lay_out(*state, i ? kana : typed, &style, 300);

        yt_text_draw(*state, layout, page, 0, 0, 0, (SDL_Color){9, 9, 9, 255});
    }
    assert_true(text_memory_holds(0x61));
    assert_true(text_memory_holds(0x3042));
    yt_text_forget(*state);
    assert_int_equal(yt_text_usage(*state).open_faces, 0); /* ten languages would stay */
    memset(typed, 0, sizeof typed);
    memset(kana, 0, sizeof kana);
    assert_false(text_memory_holds(0x61));
    assert_false(text_memory_holds(0x3042));
    assert_int_equal(yt_text_usage(*state).layouts, 0);
    assert_int_equal(yt_text_usage(*state).pixel_bytes, 0);
    SDL_FreeSurface(page);
}

static void a_missing_font_names_its_package(void **state)
{
    struct yt_err err = {0};

    (void)state;
    assert_null(yt_text_engine_new(NULL, "/nonexistent/fonts", &err));
    assert_int_equal(err.code, YT_ERR_NOT_FOUND);
    assert_non_null(strstr(err.text, "/nonexistent/fonts/BIZUDPGothic-Regular.ttf"));
    assert_non_null(strstr(err.remedy, "fonts-morisawa-bizud-gothic"));
}

static void *draw_much(void *failed)
{
    struct yt_err err = {0};

    for (int round = 0; round < 3; round++) {
        struct yt_text_engine *engine = yt_text_engine_new(NULL, NULL, &err);
        SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, 400, 900, 8, SDL_PIXELFORMAT_INDEX8);

        if (!engine || !page)
            *(bool *)failed = true;
        for (size_t i = 0; engine && i < YT_COUNT(samples); i++) {
            const struct yt_text_style style = style_of(samples[i].language, 24 + round);

            yt_text_draw(engine, yt_text_lay_out(engine, samples[i].text, &style, 380), page, 0, 0,
                         0, (SDL_Color){255, 0, 0, 255});
        }
        SDL_FreeSurface(page);
        yt_text_engine_free(engine);
    }
    return NULL;
}

/* The screen and the slip printer each have an engine, on their own threads. */
static void two_engines_work_side_by_side(void **state)
{
    pthread_t threads[2];
    bool failed[2] = {false, false};

    (void)state;
    for (int i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, draw_much, &failed[i]), 0);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_false(failed[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_asked_for),
        cmocka_unit_test(ink_stays_in_the_box),
        cmocka_unit_test(lines_begin_and_end_as_japanese_readers_expect),
        cmocka_unit_test(korean_and_latin_words_stay_whole),
        cmocka_unit_test(a_lone_letter_is_not_left_on_the_last_line),
        cmocka_unit_test(balanced_lines_are_about_equally_long),
        cmocka_unit_test(balanced_japanese_parts_between_phrases),
        cmocka_unit_test(two_lines_part_at_a_comma),
        cmocka_unit_test(a_word_wider_than_the_line_is_cut_and_said_so),
        cmocka_unit_test(newlines_end_lines),
        cmocka_unit_test(readings_stand_above_and_make_room),
        cmocka_unit_test(readings_reach_over_kana_but_not_over_kanji),
        cmocka_unit_test(a_base_stays_with_its_reading),
        cmocka_unit_test(nepali_letters_join),
        cmocka_unit_test(every_language_has_its_letters),
        cmocka_unit_test(stray_bytes_do_no_harm),
        cmocka_unit_test(carets_walk_through_the_text),
        cmocka_unit_test(caches_stay_in_their_limits),
        cmocka_unit_test(nothing_typed_is_left_after_forgetting),
        cmocka_unit_test(a_missing_font_names_its_package),
        cmocka_unit_test(two_engines_work_side_by_side),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
