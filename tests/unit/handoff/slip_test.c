/* The slip, by a painter that inks a bar for each line: where things are, not how letters look. */
#include "handoff/slip.h"

#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static char drawn[4096]; /* the texts, a line each, in the order drawn */
static struct yt_symbols symbols;

static int measure(void *context, const char *markup, const struct yt_slip_style *style, int *width)
{
    (void)context;
    if (width)
        *width = (int)strlen(markup) * style->em_dots / 2;
    return style->em_dots;
}

static void draw(void *context, const char *markup, const struct yt_slip_style *style,
                 struct yt_slip_canvas *canvas, int x, int y, bool inverse)
{
    (void)context;
    strncat(drawn, style->language, sizeof drawn - strlen(drawn) - 1);
    strncat(drawn, inverse ? "/inverse:" : ":", sizeof drawn - strlen(drawn) - 1);
    strncat(drawn, markup, sizeof drawn - strlen(drawn) - 1);
    strncat(drawn, "\n", sizeof drawn - strlen(drawn) - 1);
    assert_true(x >= 0 && y >= 0 && x + style->width_dots <= canvas->width);
    assert_true(y + style->em_dots <= canvas->height);
}

static const struct yt_slip_painter painter = {.measure = measure, .draw = draw};

static void compose(const struct yt_slip *slip, struct yt_raster *raster)
{
    struct yt_err err = {0};

    drawn[0] = '\0';
    assert_true(yt_slip_compose(slip, &painter, raster, &err));
    assert_int_equal(raster->width, slip->paper_dots);
}

static void what_it_says_in_both_languages(void **state)
{
    struct yt_sealed sealed;
    struct yt_raster raster;
    struct yt_slip slip;
    struct yt_err err = {0};

    (void)state;
    assert_true(sample_seal(SAMPLE_TYPICAL, &sealed, &err));
    assert_true(yt_symbols_make(&sealed, 384, NULL, &symbols, &err));
    sample_slip("en", 384, &symbols, "123 456 782", &slip);
    compose(&slip, &raster);
    assert_non_null(strstr(drawn, "en:Asked for\nja:希望\n"));
    assert_non_null(strstr(drawn, "en:Time to talk\nja:相談の時間\n"));
    assert_non_null(strstr(drawn, "en:Thursday, 26 November\nja:11月26日（木）\n"));
    assert_non_null(strstr(drawn, "ja:123 456 782\n"));
    yt_raster_done(&raster);
    sample_slip("ja", 384, &symbols, "123 456 782", &slip);
    compose(&slip, &raster);
    assert_non_null(strstr(drawn, "ja/inverse:予約\n")); /* firm: white on black */
    yt_raster_done(&raster);
}

/* Counts the symbols by their finder patterns: three sevens of modules each with 1:1:3:1:1. */
static int finders(const struct yt_raster *raster, int dots)
{
    int found = 0;

    for (int y = 0; y + 7 * dots <= raster->height; y++)
        for (int x = 1; x + 7 * dots < raster->width; x++) {
            bool finder = !yt_raster_ink(raster, x - 1, y + 3 * dots) ||
                          !yt_raster_ink(raster, x + 7 * dots, y + 3 * dots);

            for (int row = 0; row < 7 && finder; row++)
                for (int column = 0; column < 7 && finder; column++) {
                    int ring = row < column ? row : column;
                    int far = 6 - (row > column ? row : column);
                    bool dark;

                    ring = far < ring ? far : ring;
                    dark = ring != 1;
                    finder = yt_raster_ink(raster, x + column * dots + dots / 2,
                                           y + row * dots + dots / 2) == dark &&
                             yt_raster_ink(raster, x + column * dots, y + row * dots) == dark;
                }
            /* The first dot only, not each of the module's. */
            if (finder && !yt_raster_ink(raster, x + dots - 1, y - 1) &&
                yt_raster_ink(raster, x, y) && !yt_raster_ink(raster, x - 1, y))
                found++;
        }
    return found;
}

static void every_symbol_is_on_it_with_its_number(void **state)
{
    struct yt_sealed sealed;
    struct yt_raster raster;
    struct yt_slip slip;
    struct yt_err err = {0};

    (void)state;
    assert_true(sample_seal(SAMPLE_FULLEST, &sealed, &err));
    assert_true(yt_symbols_make(&sealed, 384, NULL, &symbols, &err));
    assert_int_equal(symbols.count, 7);
    sample_slip("ja", 384, &symbols, "123 456 782", &slip);
    compose(&slip, &raster);
    for (int i = 1; i <= 7; i++)
        assert_non_null(strstr(drawn, (const char[]){':', (char)('0' + i), '/', '7', '\n', 0}));
    assert_int_equal(finders(&raster, 4), 7 * 3);
    yt_raster_done(&raster);
}

static void a_paper_only_has_no_code_and_no_number(void **state)
{
    struct yt_raster raster;
    struct yt_slip slip;

    (void)state;
    sample_slip("ja", 576, NULL, NULL, &slip);
    compose(&slip, &raster);
    assert_null(strstr(drawn, "受付番号"));
    assert_null(strstr(drawn, "コード"));
    assert_non_null(strstr(drawn, "家計の相談"));
    assert_int_equal(finders(&raster, 4), 0);
    assert_int_equal(finders(&raster, 5), 0);
    yt_raster_done(&raster);
}

static const char *behind(const char *earlier, const char *text)
{
    const char *at = strstr(drawn, earlier);

    return at ? strstr(at, text) : NULL;
}

static void listings_stand_below_the_code(void **state)
{
    struct yt_sealed sealed;
    struct yt_raster raster;
    struct yt_slip slip;
    struct yt_err err = {0};

    (void)state;
    assert_true(sample_seal(SAMPLE_JOB, &sealed, &err));
    assert_true(yt_symbols_make(&sealed, 384, NULL, &symbols, &err));
    assert_int_equal(symbols.count, 1);
    sample_slip("en", 384, &symbols, "123 456 782", &slip);
    sample_slip_groups(&slip);
    compose(&slip, &raster);
    /* Number and code stay where they were, however much there is to read. */
    assert_non_null(behind("ja:123 456 782\n", "en:Only this desk"));
    assert_non_null(behind("en:Only this desk", "en:Drop-in place\nja:つどい場 しらかば\n"));
    assert_non_null(behind("en:Drop-in place", "en:On the waiting list\nja:空きを待つ\n"));
    assert_non_null(behind("en:Drop-in place", "en:Office cleaning\nja:事務所のそうじ\n"));
    assert_non_null(behind("en:Office cleaning", "en:2 hours a day\n9 minutes on foot\n"));
    assert_non_null(behind("en:2 hours a day", "ja:連絡はスタッフから\n"));
    assert_non_null(behind("ja:連絡はスタッフから", "en:To take it back"));
    yt_raster_done(&raster);
}

static void the_same_slip_gives_the_same_dots(void **state)
{
    struct yt_sealed sealed;
    struct yt_raster one;
    struct yt_raster other;
    struct yt_slip slip;
    struct yt_err err = {0};

    (void)state;
    assert_true(sample_seal(SAMPLE_TYPICAL, &sealed, &err));
    assert_true(yt_symbols_make(&sealed, 576, NULL, &symbols, &err));
    sample_slip("ne", 576, &symbols, "123 456 782", &slip);
    compose(&slip, &one);
    compose(&slip, &other);
    assert_int_equal(one.height, other.height);
    assert_memory_equal(one.bits, other.bits, one.stride * (size_t)one.height);
    yt_raster_done(&one);
    yt_raster_done(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_says_in_both_languages),
        cmocka_unit_test(every_symbol_is_on_it_with_its_number),
        cmocka_unit_test(a_paper_only_has_no_code_and_no_number),
        cmocka_unit_test(listings_stand_below_the_code),
        cmocka_unit_test(the_same_slip_gives_the_same_dots),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
