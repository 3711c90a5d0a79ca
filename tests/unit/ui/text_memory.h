/* Looks through this process's own memory for a marker text. */
#ifndef TEXT_MEMORY_H
#define TEXT_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

/* Writes ten letters that step through the alphabet from `first` in a fixed irregular way. */
void text_memory_marker(char text[64], uint32_t first);

/* True when six letters of the marker in a row lie somewhere in writable memory, as UTF-8, UTF-16
 * or UTF-32. */
bool text_memory_holds(uint32_t first);

#define TEXT_MEMORY_GLYPHS 6

/* True when these glyph numbers lie somewhere in writable memory as in HarfBuzz's arrays, where a
 * glyph takes 20 bytes. */
bool text_memory_holds_glyphs(const uint32_t glyphs[static TEXT_MEMORY_GLYPHS]);

#endif
