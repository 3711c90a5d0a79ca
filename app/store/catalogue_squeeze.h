/* Inside of the catalogue: records of listings take a third of their room. Listings of one
 * catalogue are much alike, so that each is compressed by itself against some of them; it can be
 * read without the others. The first listings are kept as they are: where there are few, nothing
 * is won. Damage is told by the record's own checksum. */
#ifndef YT_STORE_CATALOGUE_SQUEEZE_H
#define YT_STORE_CATALOGUE_SQUEEZE_H

#include "base/attributes.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_squeeze;

/* To write with. NULL without memory. */
struct yt_squeeze *yt_squeeze_new(void);
/* To read with: `dictionary` as yt_squeeze_dictionary gave it; 0 bytes for none. It is copied. NULL
 * without memory. */
struct yt_squeeze *yt_squeeze_from(const void *dictionary, size_t size);
void yt_squeeze_free(struct yt_squeeze *squeeze); /* NULL is harmless */

/* What the file has to keep, once all records are written. */
const void *yt_squeeze_dictionary(const struct yt_squeeze *squeeze, size_t *size);

/* The result lives until the next call. */
YT_MUST_CHECK bool yt_squeeze_pack(struct yt_squeeze *squeeze, const void *record, size_t size,
                                   const void **to, size_t *to_size, struct yt_err *err);
YT_MUST_CHECK bool yt_squeeze_unpack(struct yt_squeeze *squeeze, const void *packed, size_t size,
                                     const void **record, size_t *record_size, struct yt_err *err);

#endif
