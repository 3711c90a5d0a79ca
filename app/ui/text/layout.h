/* A layout as the engine keeps it: lines of pieces, each of which is drawn at once. */
#ifndef YT_UI_TEXT_LAYOUT_H
#define YT_UI_TEXT_LAYOUT_H

#include "ui/text/cache.h"
#include "ui/text/lines.h"
#include "ui/text/text.h"

struct yt_piece {
    struct yt_font_key font;
    uint64_t hash;     /* of font and letters, for the pixel cache */
    uint32_t at, size; /* bytes in the layout's text */
    int x;             /* from the line's start, pixels */
    int rise;          /* of its base line above the line's, pixels; over 0 for a reading */
    int32_t width;     /* 1/64 pixel */
    bool blank;        /* nothing to draw: a space */
};

struct yt_layout_line {
    uint32_t first_piece, pieces;
    uint32_t at, end; /* bytes in the text; `end` is where the next line begins */
    int width;        /* pixels */
};

/* What a layout is found by. */
struct yt_layout_key {
    const char *markup;
    size_t markup_size;
    struct yt_text_style style; /* `language` is not looked at */
    enum yt_text_rules rules;
    int width_px;
};

struct yt_kept_layout {
    struct yt_cache_entry entry; /* first, for the cache */
    struct yt_text_layout layout;
    struct yt_layout_key key; /* points into this block */
    const char *text;         /* the markup with stray bytes replaced; offsets are the same */
    size_t text_size;
    struct yt_layout_line *lines;
    struct yt_piece *pieces;
    size_t piece_count;
    size_t block_size; /* bytes of this block, all of the above included */
    int ascent, descent;
};

/* What making a layout takes; kept between layouts. */
struct yt_layout_tools {
    struct yt_fonts *fonts;
    struct yt_breaker *breaker;
    struct yt_source source;
    struct yt_atoms atoms;
    struct yt_lines lines;
};

/* Makes the layout in one block, the caller's; its scratch in the tools is wiped. NULL when there
 * is no memory. */
struct yt_kept_layout *yt_layout_make(struct yt_layout_tools *tools,
                                      const struct yt_layout_key *key);

/* Wipes and frees. */
void yt_layout_release(struct yt_cache_entry *entry);

/* The kept layout of a public one. */
const struct yt_kept_layout *yt_layout_kept(const struct yt_text_layout *layout);

/* Where the line's start is in a box of that width; 0 is the layout's own. */
int yt_layout_line_x(const struct yt_kept_layout *kept, int line, int width_px);

#endif
