#include "ui/edit/edit.h"

#include "base/str.h"

#include <sodium.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

/* The letter before the caret has few code points; a longer cluster is not ours to change. */
#define CLUSTER_MAX 16

void yt_edit_init(struct yt_edit *edit, size_t max, const char *text)
{
    memset(edit, 0, sizeof(*edit));
    edit->max = max < YT_EDIT_CHARACTERS_MAX ? max : YT_EDIT_CHARACTERS_MAX;
    for (const char *at = text; at && *at && !yt_edit_full(edit);) {
        char letter[5] = {0};
        uint32_t code_point = yt_str_next(&at);
        if (code_point != YT_STR_INVALID && yt_str_put(letter, code_point) > 0)
            (void)yt_edit_insert(edit, letter);
        sodium_memzero(letter, sizeof(letter));
    }
}

void yt_edit_wipe(struct yt_edit *edit)
{
    sodium_memzero(edit->text, sizeof(edit->text));
    edit->size = 0;
    edit->caret = 0;
}

size_t yt_edit_length(const struct yt_edit *edit)
{
    return yt_str_length(edit->text);
}

bool yt_edit_full(const struct yt_edit *edit)
{
    return yt_edit_length(edit) >= edit->max;
}

/* The clusters' borders beside the caret, by ICU; the caret itself where there is none. */
static size_t border(const struct yt_edit *edit, bool after)
{
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, edit->text, (int64_t)edit->size, &status);
    UBreakIterator *breaks = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &status);
    ubrk_setUText(breaks, &text, &status);
    int32_t found = UBRK_DONE;
    if (U_SUCCESS(status))
        found = after ? ubrk_following(breaks, (int32_t)edit->caret)
                      : ubrk_preceding(breaks, (int32_t)edit->caret);
    ubrk_close(breaks);
    utext_close(&text);
    return found == UBRK_DONE ? edit->caret : (size_t)found;
}

/* Puts `to` in the place of the bytes from `start` to the caret. */
static bool replace(struct yt_edit *edit, size_t start, const char *to)
{
    size_t old_size = edit->caret - start;
    size_t new_size = strlen(to);
    char old[CLUSTER_MAX * 4 + 1] = {0};
    if (old_size >= sizeof(old))
        return false;
    memcpy(old, edit->text + start, old_size);
    size_t length = yt_edit_length(edit) - yt_str_length(old) + yt_str_length(to);
    sodium_memzero(old, sizeof(old));
    if (length > edit->max || edit->size - old_size + new_size >= sizeof(edit->text))
        return false;
    memmove(edit->text + start + new_size, edit->text + edit->caret, edit->size - edit->caret);
    memcpy(edit->text + start, to, new_size);
    edit->size = edit->size - old_size + new_size;
    edit->caret = start + new_size;
    sodium_memzero(edit->text + edit->size, sizeof(edit->text) - edit->size);
    return true;
}

bool yt_edit_insert(struct yt_edit *edit, const char *text)
{
    return *text && yt_str_valid(text, strlen(text)) && replace(edit, edit->caret, text);
}

bool yt_edit_backspace(struct yt_edit *edit)
{
    size_t start = border(edit, false);
    if (start == edit->caret)
        return false;
    memmove(edit->text + start, edit->text + edit->caret, edit->size - edit->caret);
    edit->size -= edit->caret - start;
    edit->caret = start;
    sodium_memzero(edit->text + edit->size, sizeof(edit->text) - edit->size);
    return true;
}

bool yt_edit_left(struct yt_edit *edit)
{
    size_t before = edit->caret;
    edit->caret = border(edit, false);
    return edit->caret != before;
}

bool yt_edit_right(struct yt_edit *edit)
{
    size_t before = edit->caret;
    edit->caret = border(edit, true);
    return edit->caret != before;
}

/* Marks of which a letter carries one at most: voicing, tone (Vietnamese; Spanish and Portuguese
 * accents are among them), and shape of the vowel. */
static int mark_group(UChar mark)
{
    switch (mark) {
    case YT_EDIT_DAKUTEN:
    case YT_EDIT_HANDAKUTEN:
        return 1;
    case YT_EDIT_GRAVE:
    case YT_EDIT_ACUTE:
    case YT_EDIT_TILDE:
    case YT_EDIT_HOOK:
    case YT_EDIT_DOT_BELOW:
        return 2;
    case YT_EDIT_CIRCUMFLEX:
    case YT_EDIT_BREVE:
    case YT_EDIT_HORN:
    case YT_EDIT_DIAERESIS:
    case YT_EDIT_CEDILLA:
        return 3;
    default:
        return 0;
    }
}

/* Exchanges the mark in the decomposed letter; returns the new number of units. */
static int32_t exchange_mark(UChar letter[CLUSTER_MAX], int32_t count, UChar mark)
{
    bool had = false;
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++) {
        had = had || letter[i] == mark;
        if (mark_group(letter[i]) != mark_group(mark))
            letter[kept++] = letter[i];
    }
    if (!had && kept < CLUSTER_MAX)
        letter[kept++] = mark;
    return kept;
}

bool yt_edit_mark(struct yt_edit *edit, enum yt_edit_mark mark)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *apart = unorm2_getNFDInstance(&status);
    const UNormalizer2 *together = unorm2_getNFCInstance(&status);
    size_t start = border(edit, false);
    UChar letter[CLUSTER_MAX] = {0};
    UChar decomposed[CLUSTER_MAX] = {0};
    char utf8[CLUSTER_MAX * 4 + 1] = {0};
    int32_t count = 0;
    bool changed = false;

    u_strFromUTF8(letter, CLUSTER_MAX, &count, edit->text + start, (int32_t)(edit->caret - start),
                  &status);
    count = unorm2_normalize(apart, letter, count, decomposed, CLUSTER_MAX, &status);
    if (U_SUCCESS(status) && count > 0) {
        count = exchange_mark(decomposed, count, (UChar)mark);
        count = unorm2_normalize(together, decomposed, count, letter, CLUSTER_MAX, &status);
        u_strToUTF8(utf8, (int32_t)sizeof(utf8) - 1, NULL, letter, count, &status);
        /* A mark that found no letter to join would stand alone behind it: count says so. */
        if (U_SUCCESS(status) && count == 1)
            changed = replace(edit, start, utf8);
    }
    sodium_memzero(letter, sizeof(letter));
    sodium_memzero(decomposed, sizeof(decomposed));
    sodium_memzero(utf8, sizeof(utf8));
    return changed;
}

/* Large and small in turn; katakana lie 0x60 behind, but ヵ and ヶ are used and ゕ and ゖ are not.
 */
static uint32_t other_size(uint32_t kana)
{
    static const char pairs[] = "あぁいぃうぅえぇおぉつっやゃゆゅよょわゎ";
    static const char katakana_only[] = "カヵケヶ";
    bool katakana = kana >= 0x30A1 && kana <= 0x30F6;
    uint32_t wanted = katakana ? kana - 0x60 : kana;
    for (const char *at = pairs; *at;) {
        uint32_t large = yt_str_next(&at);
        uint32_t small = yt_str_next(&at);
        if (wanted == large || wanted == small)
            return (wanted == large ? small : large) + (katakana ? 0x60 : 0);
    }
    for (const char *at = katakana_only; *at;) {
        uint32_t large = yt_str_next(&at);
        uint32_t small = yt_str_next(&at);
        if (kana == large || kana == small)
            return kana == large ? small : large;
    }
    return 0;
}

bool yt_edit_small(struct yt_edit *edit)
{
    size_t start = border(edit, false);
    const char *at = edit->text + start;
    uint32_t kana = start < edit->caret ? yt_str_next(&at) : 0;
    uint32_t other = other_size(kana);
    char letter[5] = {0};
    return other != 0 && at == edit->text + edit->caret && yt_str_put(letter, other) > 0 &&
           replace(edit, start, letter);
}
