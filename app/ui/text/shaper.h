/* A typeface shaped for one language by HarfBuzz and drawn by FreeType, where SDL_ttf, which
 * cannot name a language, would draw another country's letters. Holds a FreeType library of its
 * own, so that no lock is needed: of one thread. Lengths in 1/64 pixel. */
#ifndef YT_UI_TEXT_SHAPER_H
#define YT_UI_TEXT_SHAPER_H

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_shaper;

/* `data` is the font file's, to stay until the shaper is closed; `language` is a BCP 47 tag. NULL
 * when the file is no font or there is no memory. */
struct yt_shaper *yt_shaper_open(const void *data, size_t size, long index, const char *language);
void yt_shaper_close(struct yt_shaper *shaper); /* NULL is harmless */

/* Wanted before the rest. `hinted` puts stems on the grid. */
bool yt_shaper_set_size(struct yt_shaper *shaper, int em_px, bool hinted);

bool yt_shaper_has(struct yt_shaper *shaper, uint32_t code_point);

/* How far the pen moves for a text, read as this ICU script. Nothing of the text is kept. */
int32_t yt_shaper_measure(struct yt_shaper *shaper, int script, const char *text, size_t size);

/* The text as an 8 bit surface of coverage, the caller's; its first pixel lies (left, top) from the
 * pen's start on the base line, right and down. NULL where nothing shows or there is no memory. */
SDL_Surface *yt_shaper_render(struct yt_shaper *shaper, int script, const char *text, size_t size,
                              int *left, int *top);

#endif
