/* An entry as bytes and back: deterministic CBOR (RFC 8949 section 4.2) with integer keys, as
 * defined by entry.cddl beside this file. The same entry always gives the same bytes. */
#ifndef YT_HANDOFF_ENTRY_CBOR_H
#define YT_HANDOFF_ENTRY_CBOR_H

#include "base/buf.h"
#include "base/err.h"
#include "domain/entry.h"

/* Room for the fullest entry there is (every list and text at its longest). */
#define YT_ENTRY_CBOR_MAX 3400

/* Only what is handed over is written: listings that ask for something, programmes to sign up for
 * (yt_entry_listing_handed, yt_entry_programme_handed), and never the lines for the paper.
 *
 * Appends the entry to `to`, which should be secret (yt_buf_init_secret) with room for
 * YT_ENTRY_CBOR_MAX. YT_ERR_INVALID when a text is not UTF-8 or too long, or a number is out of
 * range; YT_ERR_TOO_LARGE when `to` is too small. What was appended then is to be thrown away. */
YT_MUST_CHECK bool yt_entry_encode(const struct yt_entry *entry, struct yt_buf *to,
                                   struct yt_err *err);

/* Reads exactly one entry of exactly `size` bytes. Takes the one deterministic form only: shortest
 * numbers, rising keys, no indefinite lengths, nothing after the end. Keys that a later version
 * added are passed over. On failure `ret_entry` is wiped and err->code is YT_ERR_INVALID (not such
 * an entry; err->text names the place as a byte offset, never content) or YT_ERR_UNSUPPORTED (a
 * value that only a later version knows). Needs no memory beyond the stack; any thread. */
YT_MUST_CHECK bool yt_entry_decode(const uint8_t *data, size_t size, struct yt_entry *ret_entry,
                                   struct yt_err *err);

#endif
