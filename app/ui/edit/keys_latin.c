/* Letters in the order of typewriters, which is that of every telephone, and their marks. */
#include "ui/edit/keys_tables.h"

#include "base/attributes.h"

/* clang-format off */
#define MOVES                                                    \
    {YT_KEY_LEFT, 1, 0, "←", "key-left", "key.left"},            \
    {YT_KEY_RIGHT, 1, 0, "→", "key-right", "key.right"},         \
    {YT_KEY_BACKSPACE, 1, 0, "⌫", "backspace", "key.backspace"}
#define KANA {YT_KEY_BOARD, 1, YT_BOARD_KANA, "かな", NULL, NULL}
#define SYMBOLS {YT_KEY_BOARD, 1, YT_BOARD_SYMBOLS, "123", NULL, NULL}
#define LATIN {YT_KEY_BOARD, 1, YT_BOARD_LATIN, "ABC", NULL, NULL}
#define UPPER {YT_KEY_OTHER_CASE, 1, 0, "Aa", NULL, NULL}

static const struct yt_key latin_tools[] = {
    MOVES,
    UPPER, {YT_KEY_BOARD, 2, YT_BOARD_ACCENTS, "á ñ ç", NULL, NULL},
    {YT_KEY_TEXT, 3, 0, " ", "space", "key.space"},
    KANA, {YT_KEY_BOARD, 2, YT_BOARD_SYMBOLS, "123", NULL, NULL},
};

static const struct yt_key accents_tools[] = {
    MOVES,
    UPPER, {YT_KEY_TEXT, 1, 0, "¿", NULL, NULL}, {YT_KEY_TEXT, 1, 0, "¡", NULL, NULL},
    {YT_KEY_TEXT, 3, 0, " ", "space", "key.space"},
    KANA, LATIN, SYMBOLS,
};

/* Each tone has its own name in Vietnamese; the name says more than a stroke without a letter. */
static const struct yt_key viet_tools[] = {
    MOVES,
    {YT_KEY_MARK, 1, YT_EDIT_ACUTE, "sắc", NULL, NULL},
    {YT_KEY_MARK, 1, YT_EDIT_GRAVE, "huyền", NULL, NULL},
    {YT_KEY_MARK, 1, YT_EDIT_HOOK, "hỏi", NULL, NULL},
    {YT_KEY_MARK, 1, YT_EDIT_TILDE, "ngã", NULL, NULL},
    {YT_KEY_MARK, 1, YT_EDIT_DOT_BELOW, "nặng", NULL, NULL},
    UPPER,
    KANA, {YT_KEY_TEXT, 1, 0, " ", "space", "key.space"}, SYMBOLS,
};

static const struct yt_key symbols_tools[] = {
    MOVES,
    {YT_KEY_TEXT, 3, 0, " ", "space", "key.space"},
    {YT_KEY_GAP, 3, 0, NULL, NULL, NULL},
    KANA, {YT_KEY_BOARD, 2, YT_BOARD_LATIN, "ABC", NULL, NULL},
};

static const struct yt_key phone_tools[] = {
    {YT_KEY_BACKSPACE, 3, 0, "⌫", "backspace", "key.backspace"},
};

const struct yt_key_board yt_keys_latin = {
    .rows = 4,
    .compact_rows = 3,
    .letter_columns = 10,
    .letters = {"qwertyuiop", "asdfghjkl'", "zxcvbnm,.-", "1234567890"},
    .tools = latin_tools,
    .tool_count = YT_COUNT(latin_tools),
};

const struct yt_key_board yt_keys_accents = {
    .rows = 4,
    .compact_rows = 3,
    .letter_columns = 10,
    .letters = {"áéíóúñüçãõ", "àèìòùâêîôû", "äëïöåøæßÿý", "1234567890"},
    .tools = accents_tools,
    .tool_count = YT_COUNT(accents_tools),
};

/* The whole alphabet of Vietnamese: a tone goes onto the vowel that was typed before. */
const struct yt_key_board yt_keys_accents_viet = {
    .rows = 4,
    .compact_rows = 4,
    .letter_columns = 10,
    .letters = {"ăâêôơưđ'-.", "qwertyuiop", "asdfghjkl,", "zxcvbnm?!　"},
    .tools = viet_tools,
    .tool_count = YT_COUNT(viet_tools),
};

const struct yt_key_board yt_keys_symbols = {
    .rows = 4,
    .compact_rows = 4,
    .letter_columns = 10,
    .letters = {"1234567890", "@#&%+-*/=_", "()「」・：；？！〜", ".,:;?!'\"¥°"},
    .tools = symbols_tools,
    .tool_count = YT_COUNT(symbols_tools),
};

const struct yt_key_board yt_keys_phone = {
    .rows = 4,
    .compact_rows = 4,
    .letter_columns = 3,
    .letters = {"123", "456", "789", "-0+"},
    .tools = phone_tools,
    .tool_count = YT_COUNT(phone_tools),
};
/* clang-format on */
