/* The parts of an entry that are about listings, programmes and the wish; between what writes and
 * what reads an entry. */
#ifndef YT_HANDOFF_ENTRY_OFFERS_H
#define YT_HANDOFF_ENTRY_OFFERS_H

#include "base/buf.h"
#include "base/clock.h"
#include "domain/entry.h"
#include "handoff/cbor_reader.h"
#include "handoff/entry_keys.h"

#include <stdbool.h>
#include <stddef.h>

/* An id of a listing or programme is of these: printable ASCII. */
bool yt_offer_id_valid(const char *id);

/* Names the part that cannot be written, never what is in it; NULL when all can. */
const char *yt_offers_misfit(const struct yt_entry *entry);
/* How many pairs yt_offers_write adds to the entry's map. */
size_t yt_offers_pairs(const struct yt_entry *entry);
void yt_offers_write(const struct yt_entry *entry, struct yt_buf *to);

/* Reads the value of one of the three keys. */
void yt_offers_read(struct yt_cbor_reader *reader, enum yt_entry_key key, struct yt_entry *to);

#endif
