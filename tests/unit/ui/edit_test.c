/* What somebody who types with one finger would notice. */
#include "ui/edit/edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Holds after every step: UTF-8 bytes, a NUL and nothing but zeros, the caret inside. */
static void assert_sane(const struct yt_edit *edit)
{
    assert_true(edit->size < sizeof(edit->text));
    assert_int_equal(strlen(edit->text), edit->size);
    assert_true(edit->caret <= edit->size);
    assert_true(yt_edit_length(edit) <= edit->max);
    for (size_t i = edit->size; i < sizeof(edit->text); i++)
        assert_int_equal(edit->text[i], 0);
}

static void assert_typed(const struct yt_edit *edit, const char *text)
{
    assert_string_equal(edit->text, text);
    assert_sane(edit);
}

static void letters_go_in_at_the_caret(void **state)
{
    struct yt_edit edit;
    (void)state;
    yt_edit_init(&edit, 10, NULL);
    assert_true(yt_edit_insert(&edit, "さ"));
    assert_true(yt_edit_insert(&edit, "ら"));
    assert_true(yt_edit_left(&edit));
    assert_true(yt_edit_insert(&edit, "く"));
    assert_typed(&edit, "さくら");
    assert_true(yt_edit_right(&edit));
    assert_false(yt_edit_right(&edit));
    assert_true(yt_edit_insert(&edit, "！"));
    assert_typed(&edit, "さくら！");
}

static void it_ends_at_the_maximum_and_not_before(void **state)
{
    struct yt_edit edit;
    (void)state;
    yt_edit_init(&edit, 3, "あい");
    assert_false(yt_edit_full(&edit));
    assert_false(yt_edit_insert(&edit, "うえ")); /* all or nothing */
    assert_typed(&edit, "あい");
    assert_true(yt_edit_insert(&edit, "う"));
    assert_true(yt_edit_full(&edit));
    assert_false(yt_edit_insert(&edit, "え"));
    assert_typed(&edit, "あいう");
    /* A full line can still be corrected. */
    assert_false(yt_edit_mark(&edit, YT_EDIT_HANDAKUTEN));
    assert_true(yt_edit_mark(&edit, YT_EDIT_DAKUTEN));
    assert_typed(&edit, "あいゔ");

    yt_edit_init(&edit, 2, "長すぎる");
    assert_typed(&edit, "長す");
    for (yt_edit_init(&edit, 9999, NULL); yt_edit_insert(&edit, "𠮟");)
        assert_sane(&edit);
    assert_int_equal(yt_edit_length(&edit), YT_EDIT_CHARACTERS_MAX);
}

static void voicing_goes_onto_the_letter_before(void **state)
{
    static const struct {
        const char *typed;
        enum yt_edit_mark mark;
        const char *becomes; /* NULL: refused */
    } cases[] = {
        {"か", YT_EDIT_DAKUTEN, "が"},    {"が", YT_EDIT_DAKUTEN, "か"},
        {"は", YT_EDIT_DAKUTEN, "ば"},    {"は", YT_EDIT_HANDAKUTEN, "ぱ"},
        {"ば", YT_EDIT_HANDAKUTEN, "ぱ"}, {"ぱ", YT_EDIT_DAKUTEN, "ば"},
        {"ぱ", YT_EDIT_HANDAKUTEN, "は"}, {"う", YT_EDIT_DAKUTEN, "ゔ"},
        {"カ", YT_EDIT_DAKUTEN, "ガ"},    {"ホ", YT_EDIT_HANDAKUTEN, "ポ"},
        {"が", YT_EDIT_HANDAKUTEN, NULL}, {"あ", YT_EDIT_DAKUTEN, NULL},
        {"ん", YT_EDIT_HANDAKUTEN, NULL}, {"木", YT_EDIT_DAKUTEN, NULL},
        {"a", YT_EDIT_DAKUTEN, NULL},     {"さか", YT_EDIT_DAKUTEN, "さが"},
        {"e", YT_EDIT_ACUTE, "é"},        {"é", YT_EDIT_GRAVE, "è"},
        {"n", YT_EDIT_TILDE, "ñ"},        {"C", YT_EDIT_CEDILLA, "Ç"},
        {"ê", YT_EDIT_ACUTE, "ế"},        {"ế", YT_EDIT_DOT_BELOW, "ệ"},
        {"ơ", YT_EDIT_HOOK, "ở"},         {"Đu", YT_EDIT_HORN, "Đư"},
        {"ă", YT_EDIT_CIRCUMFLEX, "â"},   {"ẵ", YT_EDIT_TILDE, "ă"},
        {"q", YT_EDIT_ACUTE, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct yt_edit edit;
        yt_edit_init(&edit, 10, cases[i].typed);
        assert_int_equal(yt_edit_mark(&edit, cases[i].mark), cases[i].becomes != NULL);
        assert_typed(&edit, cases[i].becomes ? cases[i].becomes : cases[i].typed);
        assert_int_equal(edit.caret, edit.size);
    }
}

static void marks_need_a_letter(void **state)
{
    struct yt_edit edit;
    (void)state;
    yt_edit_init(&edit, 10, "");
    assert_false(yt_edit_mark(&edit, YT_EDIT_DAKUTEN));
    assert_false(yt_edit_small(&edit));
    yt_edit_init(&edit, 10, "かき");
    assert_true(yt_edit_left(&edit));
    assert_true(yt_edit_mark(&edit, YT_EDIT_DAKUTEN)); /* the one before the caret, not the last */
    assert_typed(&edit, "がき");
}

static void kana_become_small_and_large(void **state)
{
    static const char *const pairs[][2] = {
        {"あ", "ぁ"}, {"つ", "っ"}, {"や", "ゃ"}, {"ゆ", "ゅ"}, {"よ", "ょ"}, {"わ", "ゎ"},
        {"ア", "ァ"}, {"ツ", "ッ"}, {"ョ", "ヨ"}, {"カ", "ヵ"}, {"ケ", "ヶ"}, {"ワ", "ヮ"},
    };
    struct yt_edit edit;
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        yt_edit_init(&edit, 4, pairs[i][0]);
        assert_true(yt_edit_small(&edit));
        assert_typed(&edit, pairs[i][1]);
        assert_true(yt_edit_small(&edit));
        assert_typed(&edit, pairs[i][0]);
    }
    yt_edit_init(&edit, 4, "か"); /* ゕ is no letter that anybody writes */
    assert_false(yt_edit_small(&edit));
    yt_edit_init(&edit, 4, "ん");
    assert_false(yt_edit_small(&edit));
}

static void backspace_takes_what_the_eye_sees_as_one(void **state)
{
    struct yt_edit edit;
    (void)state;
    yt_edit_init(&edit, 20, "नेपाली");
    assert_true(yt_edit_backspace(&edit));
    assert_typed(&edit, "नेपा"); /* the vowel goes with its consonant */
    yt_edit_init(&edit, 20, "か👨‍👩‍👧");
    assert_true(yt_edit_backspace(&edit));
    assert_typed(&edit, "か");
    assert_true(yt_edit_backspace(&edit));
    assert_false(yt_edit_backspace(&edit));
    assert_typed(&edit, "");
    yt_edit_init(&edit, 20, "あいう");
    assert_true(yt_edit_left(&edit));
    assert_true(yt_edit_backspace(&edit));
    assert_typed(&edit, "あう");
}

static void bytes_that_are_no_text_stay_out(void **state)
{
    struct yt_edit edit;
    (void)state;
    yt_edit_init(&edit, 20, "a\xff\xe3\x81z");
    assert_typed(&edit, "az");
    assert_false(yt_edit_insert(&edit, "\xc0\x80"));
    assert_false(yt_edit_insert(&edit, ""));
    assert_typed(&edit, "az");
}

static void wiping_leaves_nothing(void **state)
{
    struct yt_edit edit;
    (void)state;
    yt_edit_init(&edit, 20, "ひみつのこと");
    while (yt_edit_backspace(&edit))
        assert_sane(&edit); /* no byte stays behind the end */
    yt_edit_init(&edit, 20, "ひみつのこと");
    yt_edit_wipe(&edit);
    assert_typed(&edit, "");
    assert_null(memmem(&edit, sizeof(edit), "ひみつ", strlen("ひみつ")));
    assert_true(yt_edit_insert(&edit, "つぎの人"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_go_in_at_the_caret),
        cmocka_unit_test(it_ends_at_the_maximum_and_not_before),
        cmocka_unit_test(voicing_goes_onto_the_letter_before),
        cmocka_unit_test(marks_need_a_letter),
        cmocka_unit_test(kana_become_small_and_large),
        cmocka_unit_test(backspace_takes_what_the_eye_sees_as_one),
        cmocka_unit_test(bytes_that_are_no_text_stay_out),
        cmocka_unit_test(wiping_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
