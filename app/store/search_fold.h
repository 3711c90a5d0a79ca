/* Inside of the catalogue: text as the search sees it. Wide and narrow forms, capitals and small
 * letters, katakana and hiragana, accents and the marks of Vietnamese become one; 々 becomes the
 * kanji before it. What is stored and what is typed go through the same fold, so that they meet.
 *
 * Pure functions over ICU's data; any thread. */
#ifndef YT_STORE_SEARCH_FOLD_H
#define YT_STORE_SEARCH_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_FOLD_MAX 2048    /* characters of one text; what is behind is not found by words */
#define YT_FOLD_LONG 0x30FC /* ー */

/* What a character is to the search. Between characters of YT_FOLD_LETTER lies no boundary that
 * matters: they are found by the beginning of their word. All others are found anywhere. */
enum yt_fold_class {
    YT_FOLD_BREAK, /* a space or mark: nothing is found across it */
    YT_FOLD_HIRAGANA,
    YT_FOLD_KATAKANA, /* written so; the character itself is hiragana by now */
    YT_FOLD_KANJI,
    YT_FOLD_READ, /* kana that stand in for kanji */
    YT_FOLD_HANGUL,
    YT_FOLD_DIGIT,
    YT_FOLD_LETTER, /* Latin and all scripts with spaces between words */
};

struct yt_fold {
    size_t count;
    uint32_t point[YT_FOLD_MAX]; /* code points; 0 for a break */
    uint8_t kind[YT_FOLD_MAX];   /* yt_fold_class */
};

/* Appends the folded text. Bytes that are no UTF-8 are breaks. */
void yt_fold_add(struct yt_fold *fold, const char *text, size_t size);

bool yt_fold_is_kana(uint32_t point); /* of a folded character */

#endif
