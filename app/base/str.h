/* UTF-8 (RFC 3629) by hand where ICU would be too much: walking, checking, cutting. */
#ifndef YT_BASE_STR_H
#define YT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_STR_INVALID UINT32_C(0xFFFFFFFF)

/* The code point at *text, which moves behind it. At the end 0, and *text stays. For bytes that
 * are no UTF-8 (overlong forms and surrogates included) YT_STR_INVALID, and *text moves by one. */
uint32_t yt_str_next(const char **text);

/* Writes the code point as UTF-8, returns its 1 to 4 bytes; 0 for what is no code point.
 * No NUL is added. */
size_t yt_str_put(char to[4], uint32_t code_point);

/* True when all `size` bytes are valid UTF-8 and none is NUL. */
bool yt_str_valid(const char *text, size_t size);

/* Number of code points; an invalid byte counts as one. */
size_t yt_str_length(const char *text);

/* Removes an unfinished UTF-8 sequence from the end, as a cut at a byte limit leaves it. */
void yt_str_trim_partial(char *text);

/* Copies at most capacity - 1 bytes, cut at a character, and a NUL (nothing where capacity is 0).
 * Returns whether all fitted. */
bool yt_str_copy(char *to, size_t capacity, const char *from);

/* Neither a control character, nor one that turns the direction of writing, nor YT_STR_INVALID:
 * safe to show on a terminal among other text. */
bool yt_str_is_plain(uint32_t code_point);

/* Kanji proper, and the iteration mark 々: the characters that ruby stands above. */
bool yt_str_is_kanji(uint32_t code_point);

#endif
