/* Text as people of ten languages read it: ruby, kinsoku, shaping, fallback fonts.
 *
 * Markup (base/ruby.h) is cut into runs by script, each run gets the first face that has its
 * letters, HarfBuzz shapes it (through SDL_ttf, or directly where letters differ by country), ICU
 * says where a line may end, and we put lines together. Layouts and drawn pieces are kept in caches
 * bounded in bytes; the least recently used goes. One engine belongs to one thread; the slip
 * printer has an engine of its own. */
#ifndef YT_UI_TEXT_TEXT_H
#define YT_UI_TEXT_TEXT_H

#include "base/attributes.h"
#include "base/err.h"

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>

struct yt_text_engine;

enum yt_text_weight { YT_TEXT_REGULAR, YT_TEXT_BOLD };
enum yt_text_align { YT_TEXT_START, YT_TEXT_CENTRE, YT_TEXT_END };

struct yt_text_style {
    int em_px; /* height of the em, at least 6 */
    enum yt_text_weight weight;
    enum yt_text_align align;
    const char *language; /* BCP 47; picks faces, shaping and line breaks. Not kept. NULL is "ja" */
    float line_gap;       /* extra space between lines in ems; 0 is the face's own */
    bool balanced;        /* lines about equally long: for headings and buttons */
    bool plain; /* the text is no markup: ruby marks are letters (what a resident typed) */
};

struct yt_text_limits {
    size_t layout_bytes; /* most that kept layouts may take */
    size_t pixel_bytes;  /* most that kept pixels may take */
    size_t
        open_faces; /* most (face, size) pairs open at once; some faces count once for all sizes */
};

/* A text broken into lines for one width. Owned by the engine; valid until yt_text_trim or
 * yt_text_forget. */
struct yt_text_layout {
    int width;  /* widest line, ruby that hangs over included */
    int height; /* all lines, ruby included */
    int line_count;
    int line_height;    /* from one baseline to the next */
    int first_baseline; /* from the top; where an icon beside the first line stands */
    bool too_narrow;    /* a word had to be broken inside, or is wider than the width asked for */
};

/* NULL limits are those of a screen (2 MB layouts, 12 MB pixels, 14 faces). `font_folder` holds the
 * faces' files, all in it (the appliance's /usr/share/yotte/fonts); NULL takes them from where
 * Debian's packages put them, or from the folder that the environment's YT_FONT_FOLDER names.
 * On failure NULL, and YT_ERR_NOT_FOUND with the missing file and, as remedy, its package. */
struct yt_text_engine *yt_text_engine_new(const struct yt_text_limits *limits,
                                          const char *font_folder, struct yt_err *err);
void yt_text_engine_free(struct yt_text_engine *engine); /* NULL is harmless; wipes what it held */
YT_DEFINE_SCOPED(struct yt_text_engine, yt_text_engine_free)

/* Lays the markup out for `width_px`; 0 or less means that only newlines end a line. Never fails:
 * where memory runs out the layout is empty. `markup` is copied. */
const struct yt_text_layout *yt_text_lay_out(struct yt_text_engine *engine, const char *markup,
                                             const struct yt_text_style *style, int width_px);

/* Draws the layout with its top left corner at (x, y), its lines aligned inside `width_px` (the
 * layout's own width when 0). The surface's clip rectangle holds. `target` has 32 bits a pixel
 * (any order of 8 bit channels; alpha stays), or 8 bits of gray where `colour.r` is the ink (for
 * slips). `colour.a` is how opaque the ink is. */
void yt_text_draw(struct yt_text_engine *engine, const struct yt_text_layout *layout,
                  SDL_Surface *target, int x, int y, int width_px, SDL_Color colour);

/* Where a caret stands before the byte `offset` of the markup that was laid out. */
struct yt_text_caret {
    int line; /* from 0 */
    int x;    /* from the left edge of a box `width_px` wide, as in yt_text_draw */
    int top;  /* of the line's letters, from the layout's top */
    int height;
};
struct yt_text_caret yt_text_caret(struct yt_text_engine *engine,
                                   const struct yt_text_layout *layout, size_t offset,
                                   int width_px);

/* Ends a frame: what the caches hold over their limits goes, and with it older layouts. */
void yt_text_trim(struct yt_text_engine *engine);

/* Wipes and forgets every layout and all pixels: nothing that a resident typed stays. */
void yt_text_forget(struct yt_text_engine *engine);

/* True when some face has every letter of the text: for the content checker and tests. */
bool yt_text_has_letters(struct yt_text_engine *engine, const char *markup, const char *language);

/* What the caches hold now, for figures and tests. */
struct yt_text_usage {
    size_t layouts, layout_bytes, pieces, pixel_bytes, open_faces;
};
struct yt_text_usage yt_text_usage(const struct yt_text_engine *engine);

#endif
