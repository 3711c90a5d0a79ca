#include "ui/text/source.h"

#include "base/ruby.h"
#include "base/str.h"
#include "ui/text/breaks.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

void yt_source_done(struct yt_source *source)
{
    yt_source_wipe(source);
    free(source->markup);
    free(source->plain);
    free(source->letters);
    free(source->readings);
    *source = (struct yt_source){0};
}

void yt_source_wipe(struct yt_source *source)
{
    if (source->markup) {
        sodium_memzero(source->markup, source->markup_size + 1);
        sodium_memzero(source->plain, source->plain_size + 1);
        sodium_memzero(source->letters, source->letter_count * sizeof *source->letters);
        sodium_memzero(source->readings, source->reading_count * sizeof *source->readings);
    }
    source->markup_size = source->plain_size = 0;
    source->letter_count = source->reading_count = 0;
    source->lacks_letters = false;
}

static bool reserve(struct yt_source *source, size_t size)
{
    /* An engine's first text may be empty, and needs a place for its NUL. */
    if (source->markup && size <= source->capacity)
        return true;
    yt_source_done(source);
    size = size < 512 ? 512 : size;
    source->markup = calloc(size + 1, 1);
    source->plain = calloc(size + 1, 1);
    source->letters = calloc(size, sizeof *source->letters);
    source->readings = calloc(size, sizeof *source->readings);
    if (!source->markup || !source->plain || !source->letters || !source->readings) {
        yt_source_done(source);
        return false;
    }
    source->capacity = size;
    return true;
}

/* Copies the markup. What is no UTF-8 becomes '?', what is no letter (tabs, control bytes) a
 * space, byte for byte, so that offsets stay those of the caller's text. */
static void copy_clean(struct yt_source *source, const char *markup, size_t size)
{
    const char *end = markup + size;
    char *to = source->markup;

    while (markup < end) {
        const char *here = markup;
        uint32_t code_point = yt_str_next(&markup);

        if (code_point == YT_STR_INVALID)
            *to++ = '?';
        else if ((code_point < 0x20 && code_point != '\n') || code_point == 0x7F)
            *to++ = ' ';
        else
            while (here < markup)
                *to++ = *here++;
    }
    *to = '\0';
    source->markup_size = size;
}

static enum yt_letter_kind kind_of(uint32_t code_point, int script)
{
    if (code_point == '\n' || code_point == 0x2028 || code_point == 0x2029)
        return YT_LETTER_NEWLINE;
    if (u_isUWhiteSpace((UChar32)code_point) && code_point != 0xA0 && code_point != 0x202F)
        return YT_LETTER_SPACE;
    if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA)
        return YT_LETTER_KANJI;
    if (script == USCRIPT_COMMON) {
        int width = u_getIntPropertyValue((UChar32)code_point, UCHAR_EAST_ASIAN_WIDTH);

        if (width == U_EA_WIDE || width == U_EA_FULLWIDTH)
            return YT_LETTER_KANJI;
    }
    return YT_LETTER_WORD;
}

static void add_letters(struct yt_source *source, const char *text, size_t size, int32_t ruby)
{
    const char *end = text + size;

    memcpy(source->plain + source->plain_size, text, size);
    source->plain_size += size;
    source->plain[source->plain_size] = '\0';
    while (text < end) {
        const char *here = text;
        UErrorCode status = U_ZERO_ERROR;
        struct yt_letter *letter = &source->letters[source->letter_count++];
        uint32_t code_point = yt_str_next(&text);

        *letter = (struct yt_letter){.code_point = code_point,
                                     .at = (uint32_t)(here - source->markup),
                                     .script = uscript_getScript((UChar32)code_point, &status),
                                     .ruby = ruby,
                                     .size = (uint8_t)(text - here)};
        letter->kind = (uint8_t)kind_of(code_point, letter->script);
        letter->joined =
            u_getIntPropertyValue((UChar32)code_point, UCHAR_GRAPHEME_CLUSTER_BREAK) ==
                U_GCB_EXTEND ||
            u_getIntPropertyValue((UChar32)code_point, UCHAR_GRAPHEME_CLUSTER_BREAK) ==
                U_GCB_SPACING_MARK ||
            u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    }
}

static void read_runs(struct yt_source *source, bool plain)
{
    const char *at = source->markup;
    struct yt_ruby_run run;

    if (plain) {
        add_letters(source, at, source->markup_size, YT_NO_RUBY);
        return;
    }
    while (yt_ruby_next(&at, &run)) {
        int32_t ruby = YT_NO_RUBY;

        if (run.reading_size) {
            ruby = (int32_t)source->reading_count;
            source->readings[source->reading_count++] = (struct yt_reading){
                (uint32_t)(run.reading - source->markup), (uint32_t)run.reading_size};
        }
        add_letters(source, run.base, run.base_size, ruby);
    }
}

static bool has_own_script(const struct yt_letter *letter)
{
    return letter->kind == YT_LETTER_WORD && letter->script != USCRIPT_COMMON &&
           letter->script != USCRIPT_INHERITED;
}

/* Digits and signs are read as the word beside them is. */
static void settle_scripts(struct yt_source *source)
{
    int32_t script = USCRIPT_LATIN;
    size_t count = source->letter_count;

    for (size_t i = 0; i < count; i++) {
        struct yt_letter *letter = &source->letters[i];

        if (has_own_script(letter))
            script = letter->script;
        else if (letter->kind == YT_LETTER_WORD && i > 0 &&
                 source->letters[i - 1].kind == YT_LETTER_WORD)
            letter->script = script;
    }
    for (size_t i = count; i-- > 0;) {
        struct yt_letter *letter = &source->letters[i];

        if (letter->kind != YT_LETTER_WORD || has_own_script(letter))
            continue;
        letter->script = i + 1 < count && has_own_script(&source->letters[i + 1])
                             ? source->letters[i + 1].script
                             : USCRIPT_LATIN;
    }
}

static bool face_has(struct yt_fonts *fonts, const struct yt_font_key *key, enum yt_face face,
                     const struct yt_letter *letter, int script)
{
    struct yt_font_key asked = *key;

    if (!yt_face_serves(face, script))
        return false;
    asked.face = face;
    asked.script = USCRIPT_COMMON;
    return yt_fonts_has(fonts, &asked, letter->code_point);
}

/* The first face in the language's order that has the letter, else the language's own. */
static enum yt_face face_for(struct yt_source *source, struct yt_fonts *fonts,
                             const struct yt_letter *letter, const enum yt_face *order,
                             const struct yt_font_key *key)
{
    UErrorCode status = U_ZERO_ERROR;
    int script = uscript_getScript((UChar32)letter->code_point, &status);

    for (int i = 0; i < YT_FACE_COUNT; i++) {
        if (face_has(fonts, key, order[i], letter, script))
            return order[i];
    }
    source->lacks_letters = true;
    return order[0];
}

/* A word that is only partly in its face (Nguyễn in Japanese text) moves as a whole to one that has
 * all of it: two typefaces inside a word look like a fault. */
static void unite_word(struct yt_source *source, struct yt_fonts *fonts, size_t begin, size_t end,
                       const enum yt_face *order, const struct yt_font_key *key)
{
    bool mixed = false;

    for (size_t i = begin + 1; i < end; i++)
        mixed = mixed || source->letters[i].face != source->letters[begin].face;
    for (int i = 0; mixed && i < YT_FACE_COUNT; i++) {
        bool all = true;

        for (size_t at = begin; all && at < end; at++) {
            const struct yt_letter *letter = &source->letters[at];

            all = letter->joined || face_has(fonts, key, order[i], letter, letter->script);
        }
        if (!all)
            continue;
        for (size_t at = begin; at < end; at++)
            source->letters[at].face = (uint8_t)order[i];
        return;
    }
}

static void choose_faces(struct yt_source *source, struct yt_fonts *fonts,
                         const enum yt_face *order, const struct yt_font_key *key)
{
    size_t word = 0;

    for (size_t i = 0; i < source->letter_count; i++) {
        struct yt_letter *letter = &source->letters[i];

        if (letter->kind == YT_LETTER_NEWLINE)
            letter->face = (uint8_t)order[0];
        else if (letter->joined && i > 0)
            letter->face = source->letters[i - 1].face;
        else
            letter->face = (uint8_t)face_for(source, fonts, letter, order, key);
    }
    for (size_t i = 1; i <= source->letter_count; i++) {
        bool ends = i == source->letter_count ||
                    source->letters[i].kind != source->letters[word].kind ||
                    source->letters[i].script != source->letters[word].script;

        if (!ends)
            continue;
        if (source->letters[word].kind == YT_LETTER_WORD)
            unite_word(source, fonts, word, i, order, key);
        word = i;
    }
}

bool yt_source_read(struct yt_source *source, struct yt_fonts *fonts, struct yt_breaker *breaker,
                    const char *markup, bool plain, enum yt_text_rules rules,
                    const struct yt_font_key *key)
{
    size_t size = strnlen(markup, YT_SOURCE_MAX);

    if (size == YT_SOURCE_MAX) {
        while (size > 0 && ((unsigned char)markup[size] & 0xC0) == 0x80)
            size--; /* cut between letters */
    }
    yt_source_wipe(source);
    if (!reserve(source, size))
        return false;
    copy_clean(source, markup, size);
    read_runs(source, plain);
    settle_scripts(source);
    choose_faces(source, fonts, yt_face_order(rules), key);
    yt_breaker_mark(breaker, source, rules, plain);
    return true;
}
