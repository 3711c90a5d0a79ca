/* Open fonts: files mapped into memory, SDL_ttf fonts by (face, weight, em), at most so many at
 * once. Of one engine and one thread; only opening and closing is guarded against other engines,
 * because SDL_ttf has one FreeType library for all. */
#ifndef YT_UI_TEXT_FONTS_H
#define YT_UI_TEXT_FONTS_H

#include "ui/text/faces.h"

#include <stddef.h>
#include <stdint.h>

struct yt_fonts;

/* Which font, and how HarfBuzz is to read the text (an ICU script). */
struct yt_font_key {
    enum yt_face face;
    enum yt_text_weight weight;
    int em_px;
    int script;
};

/* Lengths here are in 1/64 pixel. */
#define YT_TEXT_UNIT 64

/* As yt_text_engine_new. */
struct yt_fonts *yt_fonts_new(const char *folder, size_t open_max, struct yt_err *err);
void yt_fonts_free(struct yt_fonts *fonts);

size_t yt_fonts_open_count(const struct yt_fonts *fonts);

/* Does the face have this letter? */
bool yt_fonts_has(struct yt_fonts *fonts, const struct yt_font_key *key, uint32_t code_point);

/* How far the pen moves for one letter that stands by itself (kana, kanji, a space). */
int32_t yt_fonts_advance(struct yt_fonts *fonts, const struct yt_font_key *key,
                         uint32_t code_point);

/* How far the pen moves for a word, shaped. */
int32_t yt_fonts_measure(struct yt_fonts *fonts, const struct yt_font_key *key, const char *text,
                         size_t size);

/* Coverage of a shaped text: `left` and `top` are where the mask lies from the pen's start on the
 * base line, right and down. */
struct yt_font_picture {
    uint8_t *coverage; /* width * height bytes, the caller's to free(); NULL where nothing shows */
    int left, top;
    int width, height;
};
/* False when there is no memory. */
bool yt_fonts_rasterise(struct yt_fonts *fonts, const struct yt_font_key *key, const char *text,
                        size_t size, struct yt_font_picture *picture);

/* Overwrites what the fonts remember of the last texts, closes them and gives their memory back. */
void yt_fonts_forget(struct yt_fonts *fonts);

#endif
