#include "base/ruby.h"

#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The runs as "base" or "base(reading)", joined by "|". */
static const char *runs_of(const char *markup, struct yt_buf *to)
{
    struct yt_ruby_run run;

    yt_buf_clear(to);
    while (yt_ruby_next(&markup, &run)) {
        if (to->size)
            yt_buf_byte(to, '|');
        yt_buf_append(to, run.base, run.base_size);
        if (run.reading_size)
            yt_buf_printf(to, "(%.*s)", (int)run.reading_size, run.reading);
    }
    return yt_buf_string(to);
}

static void readings_stand_above_the_kanji_before_them(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"よって", "よって"},
        {"漢字《かんじ》", "漢字(かんじ)"},
        {"お名前《なまえ》をどうぞ", "お|名前(なまえ)|をどうぞ"},
        {"人々《ひとびと》", "人々(ひとびと)"},
        {"相談《そうだん》予約《よやく》", "相談(そうだん)|予約(よやく)"},
        {"a 窓口《まどぐち》 b", "a |窓口(まどぐち)| b"},
        {"𠮷野家《よしのや》", "𠮷野家(よしのや)"},
        {"今日《きょう》\n明日《あした》", "今日(きょう)|\n|明日(あした)"},
    };
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 1000);
    for (size_t i = 0; i < YT_COUNT(cases); i++)
        assert_string_equal(runs_of(cases[i][0], &buf), cases[i][1]);
}

static void what_is_no_ruby_is_shown_as_written(void **state)
{
    static const char *const cases[][2] = {
        {"漢字《かんじ", "漢字《かんじ"},
        {"かな《かな》", "かな《かな》"},
        {"漢字《》", "漢字《》"},
        {"《かんじ》", "《かんじ》"},
        {"漢字かんじ》", "漢字かんじ》"},
        {"《題》と字《じ》", "《題》と|字(じ)"},
        {"字《 字《じ》", "字《 |字(じ)"}, /* the first was never closed */
        {"《題と字《じ》", "《題と|字(じ)"},
        {"\xE6\xBC《か》字《じ》", "\xE6\xBC《か》|字(じ)"},
    };
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 1000);
    for (size_t i = 0; i < YT_COUNT(cases); i++)
        assert_string_equal(runs_of(cases[i][0], &buf), cases[i][1]);
}

static void text_is_stripped_and_spoken(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 1000);
    assert_true(yt_ruby_strip("お名前《なまえ》と電話《でんわ》", &buf));
    assert_string_equal(yt_buf_string(&buf), "お名前と電話");
    yt_buf_clear(&buf);
    assert_true(yt_ruby_reading("お名前《なまえ》と電話《でんわ》", &buf));
    assert_string_equal(yt_buf_string(&buf), "おなまえとでんわ");
}

static void a_full_buffer_is_reported(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf;

    (void)state;
    yt_buf_init(&buf, 8);
    assert_false(yt_ruby_strip("お名前《なまえ》と", &buf));
    yt_buf_clear(&buf);
    assert_false(yt_ruby_reading("お名前《なまえ》と", &buf));
}

static void faults_are_found_at_their_column(void **state)
{
    static const struct {
        const char *markup;
        size_t column; /* 0: well formed */
    } cases[] = {
        {"", 0},
        {"かんじ", 0},
        {"お名前《なまえ》と字《じ》", 0},
        {"漢字《かんじ", 3},
        {"漢字《》", 3},
        {"《かんじ》", 1},
        {"かな《かな》", 3},
        {"字《じ》か《か》", 6},
        {"字《じ》《じ》", 5}, /* the kanji has its reading already */
        {"字《 字《じ》", 2},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        size_t column = 0;

        assert_int_equal(yt_ruby_well_formed(cases[i].markup, &column), cases[i].column == 0);
        assert_int_equal(column, cases[i].column);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readings_stand_above_the_kanji_before_them),
        cmocka_unit_test(what_is_no_ruby_is_shown_as_written),
        cmocka_unit_test(text_is_stripped_and_spoken),
        cmocka_unit_test(a_full_buffer_is_reported),
        cmocka_unit_test(faults_are_found_at_their_column),
    };

    return cmocka_run_group_tests_name("ruby", tests, NULL, NULL);
}
