/* 五十音 as the chart in every classroom shows it: columns, the first at the right. Ticket machines
 * and cash machines do the same, so that no one has to search. */
#include "ui/edit/keys_tables.h"

#include "base/attributes.h"

/* clang-format off */
#define DAKUTEN {YT_KEY_MARK, 1, YT_EDIT_DAKUTEN, "゛", NULL, NULL}
#define HANDAKUTEN {YT_KEY_MARK, 1, YT_EDIT_HANDAKUTEN, "゜", NULL, NULL}
#define SMALL {YT_KEY_SMALL, 1, 0, "小", NULL, NULL}
#define LONG {YT_KEY_TEXT, 1, 0, "ー", NULL, NULL}
#define SPACE(span) {YT_KEY_TEXT, span, 0, "　", "space", "key.space"}
#define LEFT {YT_KEY_LEFT, 1, 0, "←", "key-left", "key.left"}
#define RIGHT {YT_KEY_RIGHT, 1, 0, "→", "key-right", "key.right"}
#define BACKSPACE {YT_KEY_BACKSPACE, 1, 0, "⌫", "backspace", "key.backspace"}
#define KATAKANA(span, text) {YT_KEY_OTHER_CASE, span, 0, text, NULL, NULL}
#define LATIN(span, text) {YT_KEY_BOARD, span, YT_BOARD_LATIN, text, NULL, NULL}
#define LAST(span) {YT_KEY_BOARD, span, YT_BOARD_KANA_LAST, "は〜わ", NULL, NULL}
#define FIRST(span) {YT_KEY_BOARD, span, YT_BOARD_KANA_FIRST, "あ〜な", NULL, NULL}

static const struct yt_key whole_tools[] = {
    DAKUTEN, HANDAKUTEN, SMALL,
    LONG, KATAKANA(2, "カナ"),
    SPACE(3),
    LEFT, RIGHT, BACKSPACE,
    LATIN(3, "ABC 123"),
};

#define HALF_TOOLS(other_half)      \
    {DAKUTEN, HANDAKUTEN, SMALL,    \
     LONG, KATAKANA(2, "カナ"),     \
     other_half(3),                 \
     SPACE(2), BACKSPACE,           \
     LATIN(3, "ABC 123")}
static const struct yt_key first_tools[] = HALF_TOOLS(LAST);
static const struct yt_key last_tools[] = HALF_TOOLS(FIRST);

/* One beside each row, the others in a row below. */
#define SMALL_TOOLS(other_half)                              \
    {DAKUTEN, HANDAKUTEN, SMALL, LONG, BACKSPACE,            \
     other_half(2), SPACE(2), KATAKANA(1, "ア"), LATIN(1, "A")}
static const struct yt_key first_small_tools[] = SMALL_TOOLS(LAST);
static const struct yt_key last_small_tools[] = SMALL_TOOLS(FIRST);

#define LETTERS_FIRST {"なたさかあ", "にちしきい", "ぬつすくう", "ねてせけえ", "のとそこお"}
#define LETTERS_LAST  {"わらやまは", "をり　みひ", "んるゆむふ", "、れ　めへ", "。ろよもほ"}

const struct yt_key_board yt_keys_kana = {
    .rows = 5,
    .letter_columns = 10,
    .tool_columns = 3,
    .letters = {"わらやまはなたさかあ",
                "をり　みひにちしきい",
                "んるゆむふぬつすくう",
                "、れ　めへねてせけえ",
                "。ろよもほのとそこお"},
    .tools = whole_tools,
    .tool_count = YT_COUNT(whole_tools),
};

const struct yt_key_board yt_keys_kana_first = {
    .rows = 5,
    .letter_columns = 5,
    .tool_columns = 3,
    .letters = LETTERS_FIRST,
    .tools = first_tools,
    .tool_count = YT_COUNT(first_tools),
};

const struct yt_key_board yt_keys_kana_last = {
    .rows = 5,
    .letter_columns = 5,
    .tool_columns = 3,
    .letters = LETTERS_LAST,
    .tools = last_tools,
    .tool_count = YT_COUNT(last_tools),
};

const struct yt_key_board yt_keys_kana_first_small = {
    .rows = 5,
    .letter_columns = 5,
    .tool_columns = 1,
    .letters = LETTERS_FIRST,
    .tools = first_small_tools,
    .tool_count = YT_COUNT(first_small_tools),
};

const struct yt_key_board yt_keys_kana_last_small = {
    .rows = 5,
    .letter_columns = 5,
    .tool_columns = 1,
    .letters = LETTERS_LAST,
    .tools = last_small_tools,
    .tool_count = YT_COUNT(last_small_tools),
};
/* clang-format on */
