/* Whatever is written in a language can be typed on the boards that its speakers are shown. */
#include "base/str.h"
#include "ui/edit/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define LETTERS_MAX 4096
#define SIZES 3

static const char *const names[SIZES] = {"wide", "middling", "small"};

struct letters {
    size_t count;
    char text[LETTERS_MAX][8];
};

static bool has(const struct letters *letters, const char *text)
{
    for (size_t i = 0; i < letters->count; i++) {
        if (strcmp(letters->text[i], text) == 0)
            return true;
    }
    return false;
}

static void add(struct letters *letters, const char *text)
{
    if (has(letters, text))
        return;
    assert_true(letters->count < LETTERS_MAX && strlen(text) < 8);
    strcpy(letters->text[letters->count++], text);
}

static void add_code_point(struct letters *letters, uint32_t code_point)
{
    char text[5] = {0};
    assert_true(yt_str_put(text, code_point) > 0);
    add(letters, text);
}

/* The boards that can be come to from the one a speaker starts with. */
static uint32_t boards_from(enum yt_board start, const char *language, enum yt_board_size size)
{
    uint32_t known = 1U << start;
    uint32_t before;
    do {
        before = known;
        for (int b = 0; b < YT_BOARD_COUNT; b++) {
            const struct yt_key_board *board = yt_key_board((enum yt_board)b);
            for (size_t i = 0; (known >> b & 1) && i < board->tool_count; i++) {
                if (board->tools[i].kind == YT_KEY_BOARD)
                    known |= 1U << yt_key_board_fit((enum yt_board)board->tools[i].value, language,
                                                    size);
            }
        }
    } while (known != before);
    return known;
}

static void add_board(struct letters *letters, const struct yt_key_board *board)
{
    for (size_t row = 0; row < board->rows; row++) {
        for (const char *at = board->letters[row]; *at;) {
            uint32_t letter = yt_str_next(&at);
            if (letter == 0x3000)
                continue;
            add_code_point(letters, letter);
            add_code_point(letters, yt_key_other_case(letter));
        }
    }
    for (size_t i = 0; i < board->tool_count; i++) {
        if (board->tools[i].kind == YT_KEY_TEXT)
            add(letters, board->tools[i].text);
    }
}

/* Every letter again with each mark that stands on the board, until nothing new comes. */
static void add_marked(struct letters *letters, const struct yt_key_board *board)
{
    for (size_t i = 0; i < letters->count; i++) {
        for (size_t t = 0; t < board->tool_count; t++) {
            struct yt_edit edit;
            yt_edit_init(&edit, 4, letters->text[i]);
            if (board->tools[t].kind == YT_KEY_MARK &&
                yt_edit_mark(&edit, (enum yt_edit_mark)board->tools[t].value))
                add(letters, edit.text);
            if (board->tools[t].kind == YT_KEY_SMALL && yt_edit_small(&edit))
                add(letters, edit.text);
        }
    }
}

static void assert_writes(const char *language, enum yt_board_size size, const char *wanted)
{
    static struct letters letters;
    uint32_t boards = boards_from(yt_key_board_for(language, size), language, size);
    letters.count = 0;
    for (int b = 0; b < YT_BOARD_COUNT; b++) {
        if (boards >> b & 1)
            add_board(&letters, yt_key_board((enum yt_board)b));
    }
    for (int b = 0; b < YT_BOARD_COUNT; b++) {
        if (boards >> b & 1)
            add_marked(&letters, yt_key_board((enum yt_board)b));
    }
    for (const char *at = wanted; *at;) {
        char text[5] = {0};
        (void)yt_str_put(text, yt_str_next(&at));
        if (!has(&letters, text))
            fail_msg("%s on a %s panel cannot write %s", language, names[size], text);
    }
}

static const char hiragana[] =
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉっゃゅょゎゔー、。　";
static const char katakana[] =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポァィゥェォッャュョヮヵヶヴー";
static const char latin[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,.-'@";

static void japanese_has_all_kana(void **state)
{
    (void)state;
    for (int size = 0; size < SIZES; size++) {
        assert_writes("ja", (enum yt_board_size)size, hiragana);
        assert_writes("ja", (enum yt_board_size)size, katakana);
        assert_writes("ja-easy", (enum yt_board_size)size, hiragana);
        assert_writes("ja", (enum yt_board_size)size, latin);
        assert_writes("ja", (enum yt_board_size)size, "「」！？・〜()");
    }
}

static void latin_languages_have_their_letters(void **state)
{
    static const struct {
        const char *language;
        const char *letters;
    } cases[] = {
        {"es", "áéíóúüñÁÉÍÓÚÜÑ¿¡"},
        {"pt-BR", "áâãàçéêíóôõúÁÂÃÀÇÉÊÍÓÔÕÚ"},
        {"fil", "ñÑ"},
        {"vi", "ăâđêôơưĂÂĐÊÔƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"},
        {"en", ""},
        {"ne", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        for (int size = 0; size < SIZES; size++) {
            assert_writes(cases[i].language, (enum yt_board_size)size, latin);
            assert_writes(cases[i].language, (enum yt_board_size)size, cases[i].letters);
            assert_writes(cases[i].language, (enum yt_board_size)size, hiragana);
        }
    }
}

static void the_expected_board_comes_first(void **state)
{
    (void)state;
    assert_int_equal(yt_key_board_for("ja", YT_BOARD_WIDE), YT_BOARD_KANA);
    assert_int_equal(yt_key_board_for("ja-easy", YT_BOARD_WIDE), YT_BOARD_KANA);
    assert_int_equal(yt_key_board_for("ja", YT_BOARD_HALF), YT_BOARD_KANA_FIRST);
    assert_int_equal(yt_key_board_for("ja", YT_BOARD_SMALL), YT_BOARD_KANA_FIRST_SMALL);
    assert_int_equal(yt_key_board_for("en", YT_BOARD_HALF), YT_BOARD_LATIN_HALF);
    assert_int_equal(yt_key_board_for("ne", YT_BOARD_WIDE), YT_BOARD_LATIN);
    assert_int_equal(yt_key_board_for("vi", YT_BOARD_WIDE), YT_BOARD_VIET);
    assert_int_equal(yt_key_board_for("vi", YT_BOARD_SMALL), YT_BOARD_VIET_SMALL);
}

/* A row with a letter too many would push the whole board out of shape. */
static void boards_are_rectangles(void **state)
{
    (void)state;
    for (int b = 0; b < YT_BOARD_COUNT; b++) {
        const struct yt_key_board *board = yt_key_board((enum yt_board)b);
        size_t whole = (size_t)board->letter_columns + board->tool_columns;
        size_t columns = 0;
        /* Where the tools go on straight after the letters, the last row may end early. */
        for (size_t row = 0; row + (board->tool_columns == 0) < board->rows; row++)
            assert_int_equal(yt_str_length(board->letters[row]), board->letter_columns);
        for (size_t row = 0; row < board->rows; row++)
            columns += yt_str_length(board->letters[row]);
        for (size_t i = 0; i < board->tool_count; i++)
            columns += board->tools[i].span;
        assert_int_equal(columns % whole, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(japanese_has_all_kana),
        cmocka_unit_test(latin_languages_have_their_letters),
        cmocka_unit_test(the_expected_board_comes_first),
        cmocka_unit_test(boards_are_rectangles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
