/* Bytes as decimal digits: the one alphabet that keyboard scanners deliver unharmed under every
 * keyboard layout, with caps lock and with an input method switched on, and QR's densest.
 *
 * Seven bytes, read as a big-endian number, become 17 digits with leading zeros. What is left over
 * at the end, n bytes, becomes 3, 5, 8, 10, 13 or 15 digits. Each length of digits stands for one
 * length of bytes, and each value for one row of bytes: there is one way to write anything. */
#ifndef YT_HANDOFF_DIGITS_H
#define YT_HANDOFF_DIGITS_H

#include "base/attributes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_DIGITS_BLOCK_BYTES 7
#define YT_DIGITS_BLOCK_DIGITS 17
/* Digits for `bytes` bytes, never too few; for sizes of arrays. */
#define YT_DIGITS_ROOM(bytes) (((bytes) + 6) / 7 * 17)

/* Exactly how many digits `size` bytes become. */
size_t yt_digits_length(size_t size);

/* Writes yt_digits_length(size) digits and a NUL. */
void yt_digits_write(const uint8_t *data, size_t size, char *to);

/* Reads exactly `count` characters, all of which must be '0' to '9', into at most `capacity` bytes.
 * False when they are no such digits: a count that nothing has, a value too large, another
 * character, or no room. */
YT_MUST_CHECK bool yt_digits_read(const char *digits, size_t count, uint8_t *to, size_t capacity,
                                  size_t *ret_size);

/* CRC-32 (ISO-HDLC, as zlib's) modulo 100000: the check number of codes that people handle. */
uint32_t yt_digits_check(const char *before, size_t before_count, const char *behind,
                         size_t behind_count);

/* Longest text that yt_digits_clean looks at. */
#define YT_DIGITS_TEXT_MAX 16384

/* Puts what a scanner, a keyboard or an input method delivered into plain digits: full-width
 * characters become ASCII; spaces, hyphens, line ends, the byte order mark and a scanner's "]Q1"
 * go; of an address "HTTPS://.../S/" what follows it stays. False when there is anything else or
 * it does not fit; `to` then holds the digits before that. */
YT_MUST_CHECK bool yt_digits_clean(const char *text, size_t size, char *to, size_t capacity);

#endif
