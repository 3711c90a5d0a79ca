/* Text as people of ten languages read it: ruby, kinsoku, shaping, fallback fonts.
 *
 * Markup (base/ruby.h) is cut into runs by script, each run gets the first face that has its
 * letters, HarfBuzz shapes it (through SDL_ttf), ICU says where a line may end, and we put lines
 * together. Layouts and drawn runs are kept in caches bounded in bytes; the least recently used
 * goes. One engine belongs to one thread; the slip printer has an engine of its own. */
#ifndef YT_UI_TEXT_TEXT_H
#define YT_UI_TEXT_TEXT_H

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
    const char *language; /* BCP 47; picks the face of Han characters and the shaping. Not kept. */
    float line_gap;       /* extra space between lines in ems; 0 is the face's own */
};

struct yt_text_limits {
    size_t layout_bytes; /* most that kept layouts may take */
    size_t pixel_bytes;  /* most that kept pixels may take */
    size_t open_faces;   /* most (face, size) pairs that are open at once */
};

/* A text broken into lines for one width. Owned by the engine; valid until yt_text_trim. */
struct yt_text_layout {
    int width;  /* widest line, ruby that hangs over included */
    int height; /* all lines, ruby included */
    int line_count;
    bool too_narrow; /* a word had to be broken inside because the width holds no part of it */
};

/* `font_folder` holds fonts.yaml's chosen files or links to them (see fonts/README.md).
 * NULL and YT_ERR_NOT_FOUND with the missing file's name and package when a needed face is not
 * there. */
struct yt_text_engine *yt_text_engine_new(const struct yt_text_limits *limits, struct yt_err *err);
void yt_text_engine_free(struct yt_text_engine *engine);

/* Lays the markup out for `width_px`; 0 or less means one line without an end. Never fails: where
 * memory runs out the layout is empty. Newlines in the markup end a line. */
const struct yt_text_layout *yt_text_lay_out(struct yt_text_engine *engine, const char *markup,
                                             const struct yt_text_style *style, int width_px);

/* Draws the layout with its top left corner at (x, y), in lines aligned inside `width_px` (the
 * layout's own width when 0). The surface's clip rectangle holds. `target` is 32 bit RGB, or 8 bit
 * gray where `colour.r` is the ink (for slips). */
void yt_text_draw(struct yt_text_engine *engine, const struct yt_text_layout *layout,
                  SDL_Surface *target, int x, int y, int width_px, SDL_Color colour);

/* Ends a frame: what the caches hold over their limits goes, and with it older layouts. */
void yt_text_trim(struct yt_text_engine *engine);

/* Wipes and forgets every layout and all pixels: nothing that a resident typed stays. */
void yt_text_forget(struct yt_text_engine *engine);

/* True when some face has every letter of the text: for the content checker and tests. */
bool yt_text_has_letters(struct yt_text_engine *engine, const char *markup, const char *language);

#endif
