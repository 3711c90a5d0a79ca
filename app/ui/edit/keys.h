/* What is on the keyboard boards: tables only. keyboard.h shows them and acts on them.
 *
 * A board is a block of letters with columns of tools at its right; tools that find no place beside
 * the letters go on below. Letters are written as rows of text, one character a key, U+3000 for a
 * place without a key; the tools are listed one by one. */
#ifndef YT_UI_EDIT_KEYS_H
#define YT_UI_EDIT_KEYS_H

#include "ui/edit/edit.h"

#include <stdbool.h>
#include <stdint.h>

#define YT_KEY_ROWS_MAX 6

enum yt_board {
    YT_BOARD_KANA, /* 五十音 whole */
    YT_BOARD_LATIN,
    YT_BOARD_ACCENTS, /* letters with marks, of Spanish, Portuguese, Filipino */
    YT_BOARD_SYMBOLS, /* digits and signs */
    YT_BOARD_PHONE,   /* digits as on a telephone */
    /* The same for other languages and smaller panels; see yt_key_board_fit. */
    YT_BOARD_VIET,       /* the alphabet of Vietnamese, with its tones */
    YT_BOARD_KANA_FIRST, /* あ to な */
    YT_BOARD_KANA_LAST,  /* は to わ */
    YT_BOARD_KANA_FIRST_SMALL,
    YT_BOARD_KANA_LAST_SMALL,
    YT_BOARD_LATIN_SMALL, /* in the order of the alphabet */
    YT_BOARD_VIET_SMALL,
    YT_BOARD_LATIN_HALF, /* five rows at most: all in sight on a low panel */
    YT_BOARD_ACCENTS_HALF,
    YT_BOARD_VIET_HALF,
    YT_BOARD_SYMBOLS_HALF,
    YT_BOARD_COUNT
};

/* How many keys of full size stand side by side on the panel. */
enum yt_board_size {
    YT_BOARD_WIDE,  /* 13: letters and tools side by side, all kana at once */
    YT_BOARD_HALF,  /* 10: kana in halves, one row of tools below the others */
    YT_BOARD_SMALL, /* 6: a 7 inch panel */
};
enum { YT_BOARD_WIDE_COLUMNS = 13, YT_BOARD_HALF_COLUMNS = 10, YT_BOARD_SMALL_COLUMNS = 6 };

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
    uint8_t letter_columns;
    uint8_t tool_columns; /* beside the letters; 0: all below, straight after the last letter */
    const char *letters[YT_KEY_ROWS_MAX];
    const struct yt_key *tools;
    uint8_t tool_count;
};

const struct yt_key_board *yt_key_board(enum yt_board board);

/* The board that a speaker of the language expects first. */
enum yt_board yt_key_board_for(const char *language, enum yt_board_size size);
/* The board that stands for `wanted` on the panel and in the language. */
enum yt_board yt_key_board_fit(enum yt_board wanted, const char *language, enum yt_board_size size);
/* Any of the kana boards. */
bool yt_key_board_is_kana(enum yt_board board);

/* The letter in the other case: katakana for hiragana, a capital for a small letter; the same
 * letter when it has none. */
uint32_t yt_key_other_case(uint32_t letter);

#endif
