/* One line of text that a resident types with a finger: the text, the place of the caret, and the
 * few ways a letter changes after it was typed (か then ゛ gives が).
 *
 * The struct holds its text itself, in UTF-8 (RFC 3629), so that wiping it leaves no copy on the
 * heap. Characters are counted as code points, as the entry counts them; the caret and backspace
 * go by grapheme clusters (UAX 29), so that nobody deletes half a letter. Letters are kept in
 * normal form C. One thread. */
#ifndef YT_UI_EDIT_EDIT_H
#define YT_UI_EDIT_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_EDIT_CHARACTERS_MAX 120
#define YT_EDIT_BYTES_MAX (YT_EDIT_CHARACTERS_MAX * 4 + 1)

struct yt_edit {
    char text[YT_EDIT_BYTES_MAX]; /* `size` bytes and a NUL; zeros behind */
    size_t size;                  /* bytes */
    size_t caret;                 /* bytes before it; always between two grapheme clusters */
    size_t max;                   /* most characters, at most YT_EDIT_CHARACTERS_MAX */
};

/* Marks that change the letter before the caret. The values are the combining characters. */
enum yt_edit_mark {
    YT_EDIT_GRAVE = 0x0300,
    YT_EDIT_ACUTE = 0x0301,
    YT_EDIT_CIRCUMFLEX = 0x0302,
    YT_EDIT_TILDE = 0x0303,
    YT_EDIT_BREVE = 0x0306,
    YT_EDIT_DIAERESIS = 0x0308,
    YT_EDIT_HOOK = 0x0309,
    YT_EDIT_HORN = 0x031B,
    YT_EDIT_DOT_BELOW = 0x0323,
    YT_EDIT_CEDILLA = 0x0327,
    YT_EDIT_DAKUTEN = 0x3099,    /* ゛ */
    YT_EDIT_HANDAKUTEN = 0x309A, /* ゜ */
};

/* Starts with `text`, cut at `max` characters, the caret behind it. NULL is empty. */
void yt_edit_init(struct yt_edit *edit, size_t max, const char *text);
/* Overwrites everything in a way the compiler cannot leave out; keeps the maximum. */
void yt_edit_wipe(struct yt_edit *edit);

size_t yt_edit_length(const struct yt_edit *edit); /* characters */
bool yt_edit_full(const struct yt_edit *edit);

/* Puts the text at the caret. False, and nothing changes, when it does not fit or is no UTF-8. */
bool yt_edit_insert(struct yt_edit *edit, const char *text);
/* Removes the grapheme cluster before the caret. False when there is none. */
bool yt_edit_backspace(struct yt_edit *edit);
/* Moves over one grapheme cluster. False at the end of the text. */
bool yt_edit_left(struct yt_edit *edit);
bool yt_edit_right(struct yt_edit *edit);

/* Gives the letter before the caret the mark; takes it away when the letter has it; exchanges it
 * for one that cannot stand beside it (が then ゜ does nothing, ば then ゜ gives ぱ, á then ` gives
 * à). False, and nothing changes, when no such letter exists. */
bool yt_edit_mark(struct yt_edit *edit, enum yt_edit_mark mark);
/* Makes the kana before the caret small, or large again (つ, っ). False when there is no such. */
bool yt_edit_small(struct yt_edit *edit);

#endif
