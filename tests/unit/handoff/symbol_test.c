#include "handoff/symbol.h"

#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct yt_symbols symbols;

static void of_size(size_t size, struct yt_sealed *sealed)
{
    *sealed = (struct yt_sealed){.size = size};
    memset(sealed->bytes, 0xA5, size);
    sealed->bytes[0] = 1;
}

static void one_symbol_is_the_rule(void **state)
{
    struct yt_sealed sealed;
    struct yt_err err = {0};

    (void)state;
    assert_true(sample_seal(SAMPLE_TYPICAL, &sealed, &err));
    assert_true(yt_symbols_make(&sealed, YT_PAPER_58_DOTS, NULL, &symbols, &err));
    assert_int_equal(symbols.count, 1);
    assert_in_range(symbols.symbol[0].version, 10, 13);
    assert_int_equal(symbols.symbol[0].side, 17 + 4 * symbols.symbol[0].version);
    assert_non_null(strchr("MQH", symbols.symbol[0].level));
}

/* What 58 and 80 mm paper hold in one symbol, to the byte; one more makes two. */
static void only_what_cannot_fit_is_split(void **state)
{
    static const struct {
        int dots, version;
    } papers[] = {{YT_PAPER_58_DOTS, 17}, {YT_PAPER_80_DOTS, 29}};
    struct yt_sealed sealed;
    struct yt_err err = {0};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(papers); i++) {
        size_t most = 0;

        for (size_t size = papers[i].version == 17 ? 470 : 1220; size <= 1300; size++) {
            of_size(size, &sealed);
            assert_true(yt_symbols_make(&sealed, papers[i].dots, NULL, &symbols, &err));
            if (symbols.count > 1)
                break;
            most = size;
            assert_true(yt_symbol_module_dots(&symbols.symbol[0], papers[i].dots) >= 4);
        }
        of_size(most, &sealed);
        assert_true(yt_symbols_make(&sealed, papers[i].dots, NULL, &symbols, &err));
        assert_int_equal(symbols.symbol[0].version, papers[i].version);
        assert_int_equal(symbols.symbol[0].level, 'M');
        assert_int_equal(most, papers[i].version == 17 ? 490 : 1240);
    }
}

static void the_largest_envelope_fits_the_narrowest_paper(void **state)
{
    char url[YT_SYMBOL_URL_MAX];
    struct yt_sealed sealed;
    struct yt_err err = {0};

    (void)state;
    of_size(YT_SEALED_MAX, &sealed);
    assert_true(yt_symbols_make(&sealed, YT_PAPER_58_DOTS, NULL, &symbols, &err));
    assert_in_range(symbols.count, 6, 8);
    for (int i = 0; i < symbols.count; i++)
        assert_true(yt_symbol_module_dots(&symbols.symbol[i], YT_PAPER_58_DOTS) >= 4);
    snprintf(url, sizeof url, "HTTPS://%0*d/S/", YT_SYMBOL_URL_MAX - 12, 7);
    assert_true(yt_symbols_make(&sealed, YT_PAPER_58_DOTS, url, &symbols, &err));
    assert_int_equal(symbols.count, YT_PARTS_MAX);
}

static void addresses_are_checked(void **state)
{
    static const char *const bad[] = {"https://desk.example/S/",   "HTTP://DESK.EXAMPLE/S/",
                                      "HTTPS://DESK.EXAMPLE/",     "HTTPS:///S/",
                                      "HTTPS://DESK.EXAMPLE/S/?A", "HTTPS://窓口/S/"};
    struct yt_sealed sealed;
    struct yt_err err = {0};

    (void)state;
    of_size(300, &sealed);
    assert_true(yt_symbol_url_valid("HTTPS://DESK.EXAMPLE/S/"));
    assert_true(
        yt_symbols_make(&sealed, YT_PAPER_58_DOTS, "HTTPS://DESK.EXAMPLE/S/", &symbols, &err));
    assert_int_equal(symbols.count, 1);
    for (size_t i = 0; i < YT_COUNT(bad); i++) {
        assert_false(yt_symbol_url_valid(bad[i]));
        assert_false(yt_symbols_make(&sealed, YT_PAPER_58_DOTS, bad[i], &symbols, &err));
        assert_int_equal(err.code, YT_ERR_INVALID);
        assert_int_equal(symbols.count, 0);
    }
}

static void an_enrolment_code_is_small(void **state)
{
    static struct yt_symbol symbol;
    struct yt_err err = {0};
    char digits[4000];

    (void)state;
    memset(digits, '7', sizeof digits);
    digits[110] = '\0';
    assert_true(yt_symbol_from_digits(digits, 10, &symbol, &err));
    assert_in_range(symbol.version, 3, 5);
    digits[110] = '7';
    digits[sizeof digits - 1] = '\0';
    assert_false(yt_symbol_from_digits(digits, 40, &symbol, &err));
    assert_int_equal(err.code, YT_ERR_TOO_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_symbol_is_the_rule),
        cmocka_unit_test(only_what_cannot_fit_is_split),
        cmocka_unit_test(the_largest_envelope_fits_the_narrowest_paper),
        cmocka_unit_test(addresses_are_checked),
        cmocka_unit_test(an_enrolment_code_is_small),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
