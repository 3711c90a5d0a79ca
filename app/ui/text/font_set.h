/* Inside fonts: the open ones. Nobody else includes this. */
#ifndef YT_UI_TEXT_FONT_SET_H
#define YT_UI_TEXT_FONT_SET_H

#include "ui/text/fonts.h"
#include "ui/text/shaper.h"

#include <SDL_ttf.h>

#define YT_ADVANCE_SLOTS 512 /* a power of two; a page has far fewer different kana */
#define YT_HAS_SLOTS 1024
#define YT_WORD_MAX 1024 /* bytes that are shaped at once */

struct yt_advance_slot {
    uint32_t code_point;
    int32_t advance;
};

struct yt_font {
    TTF_Font *ttf;            /* one of the two */
    struct yt_shaper *shaper; /* of a face with a language */
    struct yt_font_key key;
    uint64_t used; /* yt_fonts.turn when it was last asked for */
    int longest;   /* bytes of the longest text it was given since it was wiped */
    struct yt_advance_slot advances[YT_ADVANCE_SLOTS];
};

struct yt_mapped_file {
    const void *data;
    size_t size;
};

#define YT_FONT_FOLDER_SIZE 512

struct yt_fonts {
    char folder[YT_FONT_FOLDER_SIZE]; /* empty: the packages' own places */
    struct yt_mapped_file files[YT_FILE_COUNT][2];
    struct yt_font **open; /* open_max pointers, NULL from open_count on */
    size_t open_count, open_max;
    uint64_t turn;
    uint32_t has[YT_HAS_SLOTS]; /* code point << 8 | face << 2 | weight << 1 | answer; 0 is free */
};

/* The font, open, at the key's size and with its script set; valid until the next call. NULL when
 * it cannot be opened. */
struct yt_font *yt_font_set_get(struct yt_fonts *fonts, const struct yt_font_key *key);

/* Closes every font and gives the memory back. */
void yt_font_set_close(struct yt_fonts *fonts);

#endif
