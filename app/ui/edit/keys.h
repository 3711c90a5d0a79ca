/* What is on the keyboard boards: tables only. keyboard.h shows them and acts on them.
 *
 * A board is a block of letters with columns of tools at its right. Letters are written as rows of
 * text, one character a key, U+3000 for a place without a key; the tools are listed one by one. */
#ifndef YT_UI_EDIT_KEYS_H
#define YT_UI_EDIT_KEYS_H

#include "ui/edit/edit.h"

#include <stdbool.h>
#include <stdint.h>

#define YT_KEY_ROWS_MAX 5
#define YT_KEY_TOOL_COLUMNS 3

enum yt_board {
    YT_BOARD_KANA,       /* 五十音 whole */
    YT_BOARD_KANA_FIRST, /* あ to な, for panels too small for the whole */
    YT_BOARD_KANA_LAST,  /* は to わ */
    YT_BOARD_LATIN,
    YT_BOARD_ACCENTS,      /* letters with marks, of Spanish, Portuguese, Filipino */
    YT_BOARD_ACCENTS_VIET, /* and of Vietnamese */
    YT_BOARD_SYMBOLS,      /* digits and signs */
    YT_BOARD_PHONE,        /* digits as on a telephone */
    YT_BOARD_COUNT
};

enum yt_key_kind {
    YT_KEY_GAP,
    YT_KEY_TEXT,  /* puts `text` */
    YT_KEY_MARK,  /* changes the letter before the caret by `value`, an enum yt_edit_mark */
    YT_KEY_SMALL, /* makes the kana before the caret small or large */
    YT_KEY_BACKSPACE,
    YT_KEY_LEFT,
    YT_KEY_RIGHT,
    YT_KEY_OTHER_CASE, /* hiragana and katakana, or small and capital letters */
    YT_KEY_BOARD,      /* shows the board `value` */
};

struct yt_key {
    enum yt_key_kind kind;
    uint8_t span;     /* columns that it takes */
    uint16_t value;   /* mark or board */
    const char *text; /* what is written on it, and what it puts when of YT_KEY_TEXT */
    const char *icon; /* name of a picture instead of the text, or NULL */
    const char *name; /* id of the message that stands for the picture; NULL where there is none */
};

struct yt_key_board {
    uint8_t rows;
    uint8_t compact_rows; /* the first so many on small panels: digits have a board of their own */
    uint8_t letter_columns;
    const char *letters[YT_KEY_ROWS_MAX];
    const struct yt_key *tools; /* rows one after another, each YT_KEY_TOOL_COLUMNS wide */
    uint8_t tool_count;
};

const struct yt_key_board *yt_key_board(enum yt_board board);

/* The board that a speaker of the language expects first. `compact`: the panel has no room for all
 * kana at once. */
enum yt_board yt_key_board_for(const char *language, bool compact);
/* The board that a switch to `wanted` leads to, for the panel and the language: kana may be in two
 * halves, accents are those of the language. */
enum yt_board yt_key_board_fit(enum yt_board wanted, const char *language, bool compact);

/* The letter in the other case: katakana for hiragana, a capital for a small letter; the same
 * letter when it has none. */
uint32_t yt_key_other_case(uint32_t letter);

#endif
