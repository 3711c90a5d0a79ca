/* Letters in the order of typewriters, which is that of every telephone, and their marks; on small
 * panels in the order of the alphabet, since ten keys do not stand side by side there. */
#include "ui/edit/keys_tables.h"

#include "base/attributes.h"

/* clang-format off */
#define LEFT {YT_KEY_LEFT, 1, 0, "←", "key-left", "key.left"}
#define RIGHT {YT_KEY_RIGHT, 1, 0, "→", "key-right", "key.right"}
#define BACKSPACE {YT_KEY_BACKSPACE, 1, 0, "⌫", "backspace", "key.backspace"}
#define UPPER {YT_KEY_OTHER_CASE, 1, 0, "⇧", "shift", "key.upper"}
#define SPACE(span) {YT_KEY_TEXT, span, 0, " ", "space", "key.space"}
#define KANA(span) {YT_KEY_BOARD, span, YT_BOARD_KANA, "かな", NULL, NULL}
#define LATIN(span) {YT_KEY_BOARD, span, YT_BOARD_LATIN, "ABC", NULL, NULL}
#define SYMBOLS(span) {YT_KEY_BOARD, span, YT_BOARD_SYMBOLS, "123", NULL, NULL}
#define ACCENTS(span) {YT_KEY_BOARD, span, YT_BOARD_ACCENTS, "áñç", NULL, NULL}
#define SIGN(text) {YT_KEY_TEXT, 1, 0, text, NULL, NULL}
/* Each tone has its own name in Vietnamese; the name says more than a stroke without a letter. */
#define TONE(mark, span, text) {YT_KEY_MARK, span, mark, text, NULL, NULL}

static const struct yt_key latin_tools[] = {
    LEFT, RIGHT, BACKSPACE,
    UPPER, ACCENTS(2),
    SPACE(3),
    KANA(1), SYMBOLS(2),
};

static const struct yt_key latin_small_tools[] = {
    UPPER, SPACE(2), BACKSPACE, ACCENTS(2),
    KANA(2), SYMBOLS(2), LEFT, RIGHT,
};

/* Digits and the ways to move are on the board of signs. */
static const struct yt_key latin_half_tools[] = {
    UPPER, ACCENTS(2), SPACE(3), KANA(1), SYMBOLS(2), BACKSPACE,
};

static const struct yt_key accents_half_tools[] = {
    UPPER, SIGN("¿"), SIGN("¡"), SPACE(3), KANA(1), LATIN(2), BACKSPACE,
};

/* The first three end the row of the last letters. */
static const struct yt_key viet_half_tools[] = {
    UPPER, SYMBOLS(1), BACKSPACE,
    TONE(YT_EDIT_ACUTE, 1, "sắc"), TONE(YT_EDIT_GRAVE, 2, "huyền"), TONE(YT_EDIT_HOOK, 1, "hỏi"),
    TONE(YT_EDIT_TILDE, 1, "ngã"), TONE(YT_EDIT_DOT_BELOW, 2, "nặng"), SPACE(3),
};

static const struct yt_key symbols_half_tools[] = {
    LEFT, RIGHT, LATIN(3), SPACE(2), KANA(2), BACKSPACE,
};

static const struct yt_key accents_tools[] = {
    LEFT, RIGHT, BACKSPACE,
    UPPER, SIGN("¿"), SIGN("¡"),
    SPACE(3),
    KANA(1), LATIN(2),
};

static const struct yt_key viet_tools[] = {
    TONE(YT_EDIT_ACUTE, 1, "sắc"), TONE(YT_EDIT_GRAVE, 2, "huyền"),
    TONE(YT_EDIT_HOOK, 1, "hỏi"), TONE(YT_EDIT_TILDE, 2, "ngã"),
    UPPER, TONE(YT_EDIT_DOT_BELOW, 2, "nặng"),
    BACKSPACE, SPACE(2),
    KANA(1), SYMBOLS(2),
};

static const struct yt_key viet_small_tools[] = {
    TONE(YT_EDIT_ACUTE, 2, "sắc"), TONE(YT_EDIT_GRAVE, 2, "huyền"), TONE(YT_EDIT_HOOK, 2, "hỏi"),
    TONE(YT_EDIT_TILDE, 2, "ngã"), TONE(YT_EDIT_DOT_BELOW, 2, "nặng"), UPPER, BACKSPACE,
    SPACE(2), KANA(2), SYMBOLS(2),
};

static const struct yt_key symbols_tools[] = {
    LEFT, RIGHT, BACKSPACE,
    SPACE(3),
    LATIN(3),
    KANA(3),
};

static const struct yt_key phone_tools[] = {BACKSPACE};

const struct yt_key_board yt_keys_latin = {
    .rows = 4,
    .letter_columns = 10,
    .tool_columns = 3,
    .letters = {"qwertyuiop", "asdfghjkl'", "zxcvbnm,.-", "1234567890"},
    .tools = latin_tools,
    .tool_count = YT_COUNT(latin_tools),
};

const struct yt_key_board yt_keys_latin_small = {
    .rows = 5,
    .letter_columns = 6,
    .letters = {"abcdef", "ghijkl", "mnopqr", "stuvwx", "yz,.-'"},
    .tools = latin_small_tools,
    .tool_count = YT_COUNT(latin_small_tools),
};

const struct yt_key_board yt_keys_accents = {
    .rows = 4,
    .letter_columns = 10,
    .tool_columns = 3,
    .letters = {"áéíóúñüçãõ", "àèìòùâêîôû", "äëïöåøæßÿý", "1234567890"},
    .tools = accents_tools,
    .tool_count = YT_COUNT(accents_tools),
};

/* The whole alphabet of Vietnamese: a tone goes onto the vowel that was typed before. */
const struct yt_key_board yt_keys_viet = {
    .rows = 5,
    .letter_columns = 10,
    .tool_columns = 3,
    .letters = {"ăâêôơưđ'-.", "qwertyuiop", "asdfghjkl,", "zxcvbnm?!　", "1234567890"},
    .tools = viet_tools,
    .tool_count = YT_COUNT(viet_tools),
};

const struct yt_key_board yt_keys_viet_small = {
    .rows = 6,
    .letter_columns = 6,
    .letters = {"aăâbcd", "đeêfgh", "ijklmn", "oôơpqr", "stuưvw", "xyz,.-"},
    .tools = viet_small_tools,
    .tool_count = YT_COUNT(viet_small_tools),
};

const struct yt_key_board yt_keys_symbols = {
    .rows = 4,
    .letter_columns = 10,
    .tool_columns = 3,
    .letters = {"1234567890", "@#&%+-*/=_", "()「」・：；？！〜", ".,:;?!'\"¥°"},
    .tools = symbols_tools,
    .tool_count = YT_COUNT(symbols_tools),
};

const struct yt_key_board yt_keys_latin_half = {
    .rows = 3,
    .letter_columns = 10,
    .letters = {"qwertyuiop", "asdfghjkl'", "zxcvbnm,.-"},
    .tools = latin_half_tools,
    .tool_count = YT_COUNT(latin_half_tools),
};

const struct yt_key_board yt_keys_accents_half = {
    .rows = 3,
    .letter_columns = 10,
    .letters = {"áéíóúñüçãõ", "àèìòùâêîôû", "äëïöøåæßÿý"},
    .tools = accents_half_tools,
    .tool_count = YT_COUNT(accents_half_tools),
};

const struct yt_key_board yt_keys_viet_half = {
    .rows = 4,
    .letter_columns = 10,
    .letters = {"ăâêôơưđ'-.", "qwertyuiop", "asdfghjkl,", "zxcvbnm"},
    .tools = viet_half_tools,
    .tool_count = YT_COUNT(viet_half_tools),
};

const struct yt_key_board yt_keys_symbols_half = {
    .rows = 4,
    .letter_columns = 10,
    .letters = {"1234567890", "@#&%+-*/=_", "()「」・：；？！〜", ".,:;?!'\"¥°"},
    .tools = symbols_half_tools,
    .tool_count = YT_COUNT(symbols_half_tools),
};

const struct yt_key_board yt_keys_phone = {
    .rows = 4,
    .letter_columns = 3,
    .letters = {"123", "456", "789", "-0"},
    .tools = phone_tools,
    .tool_count = YT_COUNT(phone_tools),
};
/* clang-format on */
