/* 五十音 as the chart in every classroom shows it: columns, the first at the right. Ticket machines
 * and cash machines do the same, so that no one has to search. */
#include "ui/edit/keys_tables.h"

#include "base/attributes.h"

/* clang-format off */
static const struct yt_key whole_tools[] = {
    {YT_KEY_MARK, 1, YT_EDIT_DAKUTEN, "゛", NULL, NULL},
    {YT_KEY_MARK, 1, YT_EDIT_HANDAKUTEN, "゜", NULL, NULL},
    {YT_KEY_SMALL, 1, 0, "小", NULL, NULL},
    {YT_KEY_TEXT, 1, 0, "ー", NULL, NULL},
    {YT_KEY_TEXT, 1, 0, "、", NULL, NULL},
    {YT_KEY_TEXT, 1, 0, "。", NULL, NULL},
    {YT_KEY_OTHER_CASE, 1, 0, "カナ", NULL, NULL},
    {YT_KEY_TEXT, 2, 0, "　", "space", "key.space"},
    {YT_KEY_LEFT, 1, 0, "←", "key-left", "key.left"},
    {YT_KEY_RIGHT, 1, 0, "→", "key-right", "key.right"},
    {YT_KEY_BACKSPACE, 1, 0, "⌫", "backspace", "key.backspace"},
    {YT_KEY_BOARD, 1, YT_BOARD_LATIN, "ABC", NULL, NULL},
    {YT_KEY_BOARD, 2, YT_BOARD_SYMBOLS, "123", NULL, NULL},
};

#define HALF_TOOLS(other_half, written)                          \
    {                                                                   \
        {YT_KEY_MARK, 1, YT_EDIT_DAKUTEN, "゛", NULL, NULL},       \
        {YT_KEY_MARK, 1, YT_EDIT_HANDAKUTEN, "゜", NULL, NULL}, \
        {YT_KEY_SMALL, 1, 0, "小", NULL, NULL},                      \
        {YT_KEY_TEXT, 1, 0, "ー", NULL, NULL},                        \
        {YT_KEY_TEXT, 1, 0, "、", NULL, NULL},                       \
        {YT_KEY_TEXT, 1, 0, "。", NULL, NULL},                        \
        {YT_KEY_BOARD, 2, other_half, written, NULL, NULL},                \
        {YT_KEY_TEXT, 1, 0, "　", "space", "key.space"},                \
        {YT_KEY_LEFT, 1, 0, "←", "key-left", "key.left"},                   \
        {YT_KEY_RIGHT, 1, 0, "→", "key-right", "key.right"},                \
        {YT_KEY_BACKSPACE, 1, 0, "⌫", "backspace", "key.backspace"},        \
        {YT_KEY_OTHER_CASE, 1, 0, "カナ", NULL, NULL},            \
        {YT_KEY_BOARD, 1, YT_BOARD_LATIN, "ABC", NULL, NULL},        \
        {YT_KEY_BOARD, 1, YT_BOARD_SYMBOLS, "123", NULL, NULL},    \
    }
static const struct yt_key first_tools[] =
    HALF_TOOLS(YT_BOARD_KANA_LAST, "は〜わ");
static const struct yt_key last_tools[] =
    HALF_TOOLS(YT_BOARD_KANA_FIRST, "あ〜な");

const struct yt_key_board yt_keys_kana = {
    .rows = 5,
    .compact_rows = 5,
    .letter_columns = 10,
    .letters = {"わらやまはなたさかあ",
                "をり　みひにちしきい",
                "んるゆむふぬつすくう",
                "　れ　めへねてせけえ",
                "　ろよもほのとそこお"},
    .tools = whole_tools,
    .tool_count = YT_COUNT(whole_tools),
};

const struct yt_key_board yt_keys_kana_first = {
    .rows = 5,
    .compact_rows = 5,
    .letter_columns = 5,
    .letters = {"なたさかあ",
                "にちしきい",
                "ぬつすくう",
                "ねてせけえ",
                "のとそこお"},
    .tools = first_tools,
    .tool_count = YT_COUNT(first_tools),
};

const struct yt_key_board yt_keys_kana_last = {
    .rows = 5,
    .compact_rows = 5,
    .letter_columns = 5,
    .letters = {"わらやまは",
                "をり　みひ",
                "んるゆむふ",
                "　れ　めへ",
                "　ろよもほ"},
    .tools = last_tools,
    .tool_count = YT_COUNT(last_tools),
};
/* clang-format on */
