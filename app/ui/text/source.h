/* A text taken apart: its letters with script, face and where a line may end behind each. */
#ifndef YT_UI_TEXT_SOURCE_H
#define YT_UI_TEXT_SOURCE_H

#include "ui/text/fonts.h"

#include <stddef.h>
#include <stdint.h>

/* How welcome the end of a line is behind a letter. */
enum yt_break {
    YT_BREAK_NEVER,
    YT_BREAK_POSSIBLE, /* allowed by kinsoku, in the middle of a phrase */
    YT_BREAK_WELCOME,  /* between phrases, between words */
    YT_BREAK_PAUSE,    /* where a reader of Japanese draws breath: behind a comma */
    YT_BREAK_MUST,     /* a newline */
};

enum yt_letter_kind {
    YT_LETTER_WORD,  /* shaped together with its neighbours */
    YT_LETTER_KANJI, /* kanji, kana and their punctuation: each stands by itself */
    YT_LETTER_SPACE,
    YT_LETTER_NEWLINE,
};

#define YT_NO_RUBY (-1)

struct yt_letter {
    uint32_t code_point;
    uint32_t at; /* byte in the markup */
    int32_t script;
    int32_t ruby; /* index of its reading, or YT_NO_RUBY */
    uint8_t size; /* bytes */
    uint8_t face; /* enum yt_face */
    uint8_t kind; /* enum yt_letter_kind */
    uint8_t brk;  /* enum yt_break behind it */
    bool joined;  /* goes with the letter before it: a mark, a joiner */
};

struct yt_reading {
    uint32_t at, size; /* bytes in the markup */
};

/* Scratch for one text, used again for the next. */
struct yt_source {
    char *markup; /* a copy; bytes that are no UTF-8 or no letters are replaced one for one */
    size_t markup_size;
    char *plain; /* without readings, for ICU */
    size_t plain_size;
    struct yt_letter *letters;
    size_t letter_count;
    struct yt_reading *readings;
    size_t reading_count;
    bool lacks_letters; /* some letter is in no face */
    size_t capacity;    /* bytes of markup that the arrays have room for */
};

/* Longer texts are cut: no screen holds them. */
#define YT_SOURCE_MAX 16384

struct yt_breaker;

/* Takes the text apart. `key` has weight and em; face and script are chosen here. False when there
 * is no memory. */
bool yt_source_read(struct yt_source *source, struct yt_fonts *fonts, struct yt_breaker *breaker,
                    const char *markup, bool plain, enum yt_text_rules rules,
                    const struct yt_font_key *key);

/* Wipes the content and keeps the memory. */
void yt_source_wipe(struct yt_source *source);
void yt_source_done(struct yt_source *source);

#endif
