#include "ui/text/breaks.h"

#include "base/attributes.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

enum iterator { FOR_JAPANESE, FOR_PHRASES, FOR_CHINESE, FOR_KOREAN, FOR_SPACED, ITERATORS };

/* Strict is kinsoku with small kana and the long vowel mark: public offices print that way.
 * Phrases are ICU's breaks for short Japanese texts, by its dictionary. */
static const char *const locales[ITERATORS] = {
    [FOR_JAPANESE] = "ja@lb=strict",
    [FOR_PHRASES] = "ja@lb=strict;lw=phrase",
    [FOR_CHINESE] = "zh@lb=strict",
    [FOR_KOREAN] = "ko@lb=strict",
    [FOR_SPACED] = "en",
};

struct yt_breaker {
    UBreakIterator *iterators[ITERATORS];
    UText text; /* the iterators' view of the source's bytes; empty between calls */
};

struct yt_breaker *yt_breaker_new(void)
{
    struct yt_breaker *breaker = calloc(1, sizeof *breaker);

    if (breaker) {
        static const UText empty = UTEXT_INITIALIZER;

        breaker->text = empty;
    }
    return breaker;
}

void yt_breaker_free(struct yt_breaker *breaker)
{
    if (!breaker)
        return;
    for (int i = 0; i < ITERATORS; i++) {
        if (breaker->iterators[i])
            ubrk_close(breaker->iterators[i]);
    }
    utext_close(&breaker->text);
    free(breaker);
}

/* The iterator at the start of the source's plain text, or NULL. */
static UBreakIterator *iterator_over(struct yt_breaker *breaker, enum iterator which,
                                     const struct yt_source *source)
{
    UErrorCode status = U_ZERO_ERROR;

    if (!breaker->iterators[which]) {
        UBreakIterator *fresh = ubrk_open(UBRK_LINE, locales[which], NULL, 0, &status);

        if (U_FAILURE(status))
            return NULL;
        breaker->iterators[which] = fresh;
    }
    utext_openUTF8(&breaker->text, source->plain, (int64_t)source->plain_size, &status);
    ubrk_setUText(breaker->iterators[which], &breaker->text, &status);
    return U_SUCCESS(status) ? breaker->iterators[which] : NULL;
}

/* Afterwards nothing of ours is referred to any more. */
static void let_go(struct yt_breaker *breaker, enum iterator which)
{
    UErrorCode status = U_ZERO_ERROR;

    utext_openUTF8(&breaker->text, "", 0, &status);
    ubrk_setUText(breaker->iterators[which], &breaker->text, &status);
}

/* Raises the letters behind which the iterator breaks from `from` to `to`. */
static void mark_from_icu(struct yt_breaker *breaker, struct yt_source *source, enum iterator which,
                          enum yt_break from, enum yt_break to)
{
    UBreakIterator *iterator = iterator_over(breaker, which, source);
    size_t letter = 0;
    int32_t end_of_letter = 0;
    int32_t at;

    if (!iterator)
        return;
    (void)ubrk_first(iterator);
    while ((at = ubrk_next(iterator)) != UBRK_DONE) {
        while (letter < source->letter_count && end_of_letter < at)
            end_of_letter += source->letters[letter++].size;
        if (letter > 0 && end_of_letter == at && source->letters[letter - 1].brk == from)
            source->letters[letter - 1].brk = (uint8_t)to;
    }
    let_go(breaker, which);
}

static bool is_hiragana(const struct yt_letter *letter)
{
    return letter->script == USCRIPT_HIRAGANA;
}

/* Kanji, katakana or Latin: what a phrase begins with and its endings follow. */
static bool is_stem(const struct yt_letter *letter)
{
    return !is_hiragana(letter) &&
           (u_isalnum((UChar32)letter->code_point) || letter->code_point == 0x30FC /* ー */);
}

/* は が を and the other endings of a phrase, and the て of a verb that another one follows. */
static bool ends_a_phrase(uint32_t code_point)
{
    static const uint32_t endings[] = {0x306F, 0x304C, 0x3092, 0x306B, 0x3078, 0x3082, 0x3068,
                                       0x3067, 0x306E, 0x3066, 0x3070, 0x3084, 0x3089, 0x308A};

    for (size_t i = 0; i < YT_COUNT(endings); i++)
        if (endings[i] == code_point)
            return true;
    return false;
}

/* The verbs that only help the one before them: 〜て|いる, 〜て|ください, 〜て|おく, 〜て|しまう,
 * 〜て|みる, 〜て|もらう, 〜て|ある, 〜て|ほしい; and です, which closes a sentence. */
static bool leans_back(uint32_t before, uint32_t first, uint32_t second)
{
    static const uint32_t helpers[] = {0x3044, 0x304F, 0x304A, 0x3057,
                                       0x307F, 0x3082, 0x3042, 0x307B};

    if (first == 0x3067 /* で */ && (second == 0x3059 || second == 0x3057))
        return true;
    if (before != 0x3066 /* て */ && before != 0x3067 /* で */)
        return false;
    for (size_t i = 0; i < YT_COUNT(helpers); i++)
        if (helpers[i] == first)
            return true;
    return false;
}

/* お and ご belong to what they make polite. */
static bool is_polite(const struct yt_letter *letter)
{
    return letter->code_point == 0x304A || letter->code_point == 0x3054;
}

/* ICU's dictionary knows words, not endings: it parts 傷|つけられ and ありま|すか. A break before
 * hiragana is believed only behind the end of a phrase, and when at least three of them follow in
 * one piece. */
static bool parts_a_phrase(const struct yt_source *source, size_t at)
{
    const struct yt_letter *letters = source->letters;
    size_t run = 0;

    if (!is_hiragana(&letters[at + 1]))
        return !is_polite(&letters[at]);
    if (is_stem(&letters[at]))
        return false;
    if (!is_hiragana(&letters[at]))
        return true;
    if (!ends_a_phrase(letters[at].code_point) || at + 2 >= source->letter_count ||
        leans_back(letters[at].code_point, letters[at + 1].code_point, letters[at + 2].code_point))
        return false;
    for (size_t i = at + 1; i < source->letter_count && is_hiragana(&letters[i]); i++) {
        run++;
        if (letters[i].brk >= YT_BREAK_WELCOME)
            break;
    }
    return run >= 3;
}

static void settle_phrases(struct yt_source *source)
{
    for (size_t i = 0; i + 1 < source->letter_count; i++) {
        struct yt_letter *letter = &source->letters[i];

        if (letter->brk == YT_BREAK_WELCOME && !parts_a_phrase(source, i))
            letter->brk = YT_BREAK_POSSIBLE;
    }
}

/* What holds in every language: newlines end lines, spaces may, a base stays in one piece. */
static void settle_all(struct yt_source *source)
{
    for (size_t i = 0; i < source->letter_count; i++) {
        struct yt_letter *letter = &source->letters[i];
        const struct yt_letter *next = i + 1 < source->letter_count ? letter + 1 : NULL;

        if (letter->kind == YT_LETTER_NEWLINE)
            letter->brk = YT_BREAK_MUST;
        else if (!next || next->kind == YT_LETTER_SPACE || next->kind == YT_LETTER_NEWLINE ||
                 next->joined || (letter->ruby != YT_NO_RUBY && letter->ruby == next->ruby))
            letter->brk = YT_BREAK_NEVER;
        else if (letter->kind == YT_LETTER_SPACE)
            letter->brk = next->code_point == 0xB7 /* · between two things: not to begin a line */
                              ? YT_BREAK_POSSIBLE
                              : YT_BREAK_WELCOME;
    }
}

static bool is_pause(const struct yt_letter *letter)
{
    return letter->code_point == 0x3001 /* 、 */ || letter->code_point == 0x3002 /* 。 */;
}

static void welcome_around_punctuation(struct yt_source *source)
{
    for (size_t i = 0; i + 1 < source->letter_count; i++) {
        struct yt_letter *letter = &source->letters[i];
        const UChar32 next = (UChar32)letter[1].code_point;

        if (letter->brk == YT_BREAK_NEVER)
            continue;
        if (is_pause(letter))
            letter->brk = YT_BREAK_PAUSE;
        else if (letter->brk == YT_BREAK_POSSIBLE && (u_ispunct((UChar32)letter->code_point) ||
                                                      u_charType(next) == U_START_PUNCTUATION))
            letter->brk = YT_BREAK_WELCOME;
    }
}

static bool has_kanji_letters(const struct yt_source *source)
{
    for (size_t i = 0; i < source->letter_count; i++) {
        if (source->letters[i].kind == YT_LETTER_KANJI)
            return true;
    }
    return false;
}

/* UText reads ahead into two small buffers of UTF-16, which outlive the text: a long blank one
 * takes their room. */
void yt_breaker_forget(struct yt_breaker *breaker)
{
    char blank[256];
    UErrorCode status = U_ZERO_ERROR;

    memset(blank, ' ', sizeof blank);
    utext_openUTF8(&breaker->text, blank, sizeof blank, &status);
    if (U_FAILURE(status))
        return;
    while (utext_next32(&breaker->text) != U_SENTINEL) {
    }
    utext_openUTF8(&breaker->text, "", 0, &status);
}

void yt_breaker_mark(struct yt_breaker *breaker, struct yt_source *source, enum yt_text_rules rules,
                     bool typed)
{
    bool east_asian = has_kanji_letters(source);

    switch (rules) {
    case YT_RULES_JAPANESE:
        mark_from_icu(breaker, source, FOR_JAPANESE, YT_BREAK_NEVER, YT_BREAK_POSSIBLE);
        if (east_asian && !typed) {
            mark_from_icu(breaker, source, FOR_PHRASES, YT_BREAK_POSSIBLE, YT_BREAK_WELCOME);
            settle_phrases(source);
        }
        welcome_around_punctuation(source);
        break;
    case YT_RULES_EASY_JAPANESE:
        mark_from_icu(breaker, source, FOR_JAPANESE, YT_BREAK_NEVER, YT_BREAK_POSSIBLE);
        welcome_around_punctuation(source);
        break;
    case YT_RULES_KOREAN:
        mark_from_icu(breaker, source, FOR_KOREAN, YT_BREAK_NEVER, YT_BREAK_POSSIBLE);
        break;
    case YT_RULES_CHINESE:
        mark_from_icu(breaker, source, FOR_CHINESE, YT_BREAK_NEVER, YT_BREAK_WELCOME);
        break;
    case YT_RULES_NEPALI:
    case YT_RULES_SPACED:
    case YT_RULES_COUNT:
        mark_from_icu(breaker, source, FOR_SPACED, YT_BREAK_NEVER, YT_BREAK_WELCOME);
        break;
    }
    settle_all(source);
}
