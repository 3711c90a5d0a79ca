/* Inside of the catalogue: how a listing, a programme or a place lies in the file. Numbers take as
 * many bytes as they need, texts carry their language by tag, and a checksum stands behind each
 * record, so that a damaged one is told and never shown.
 *
 * A record begins with the tags of the languages that it has texts in; each text names them by
 * their place in that list. So a record can be copied into another file as it is, whatever
 * languages the site has by then. */
#ifndef YT_STORE_CATALOGUE_PACK_H
#define YT_STORE_CATALOGUE_PACK_H

#include "base/arena.h"
#include "base/attributes.h"
#include "base/buf.h"
#include "domain/listing.h"
#include "domain/programme.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_PACK_RECORD_MAX ((size_t)512 * 1024) /* bytes of a listing, programme or place */
#define YT_PACK_LEXICON_MAX ((size_t)16 << 20)  /* bytes of what the search knows */
#define YT_PACK_LIST_MAX 4096                   /* dates, changes ... of one record */

/* --- Writing: as with yt_buf, a failure is remembered and asked for once at the end. ---------- */

void yt_pack_number(struct yt_buf *to, uint64_t number);
void yt_pack_signed(struct yt_buf *to, int64_t number);
void yt_pack_string(struct yt_buf *to, const char *text); /* NULL is kept apart from "" */
/* The checksum over all that is in `to`. Last. */
void yt_pack_seal(struct yt_buf *to);

/* Which languages the texts of one record are in, and what they are called in it. */
struct yt_pack_tags {
    uint32_t used;                    /* bits by index into the languages */
    uint8_t number[YT_LANGUAGES_MAX]; /* in the record, by index into the languages */
};
void yt_pack_tags_use(struct yt_pack_tags *tags, const struct yt_text *text);
void yt_pack_tags(struct yt_buf *to, struct yt_pack_tags *tags,
                  const struct yt_languages *languages);
void yt_pack_text(struct yt_buf *to, const struct yt_pack_tags *tags, const struct yt_text *text);

/* --- Reading: whatever is wrong makes `failed` true, and what is read then is 0 or NULL. ------ */

struct yt_unpack {
    const uint8_t *at, *end;
    bool failed;
    struct yt_arena *arena; /* for texts and lists */
    size_t tag_count;
    int8_t language[YT_LANGUAGES_MAX]; /* index into the reader's languages, -1: not known to it */
};

/* Starts on a record and checks its checksum. */
void yt_unpack_begin(struct yt_unpack *unpack, const void *bytes, size_t size,
                     struct yt_arena *arena);
uint64_t yt_unpack_number(struct yt_unpack *unpack, uint64_t max);
int64_t yt_unpack_signed(struct yt_unpack *unpack, int64_t min, int64_t max);
const char *yt_unpack_string(struct yt_unpack *unpack); /* in the arena; may be NULL */
/* `own`: takes the record's own tags for languages and fills them in; otherwise they are looked up
 * in `languages`. Exactly one of the two is given. */
void yt_unpack_tags(struct yt_unpack *unpack, const struct yt_languages *languages,
                    struct yt_languages *own);
void yt_unpack_text(struct yt_unpack *unpack, struct yt_text *text);
/* Room for a list whose length was just read; NULL for none. */
void *yt_unpack_list(struct yt_unpack *unpack, size_t *count, size_t size);
/* True when all was well and nothing is left over; otherwise YT_ERR_CORRUPT. */
YT_MUST_CHECK bool yt_unpack_end(const struct yt_unpack *unpack, struct yt_err *err);

/* --- What is kept ----------------------------------------------------------------------------- */

/* Many numbers of a struct at once: one table serves both ways, so that they cannot differ. */
struct yt_pack_field {
    uint16_t offset;
    uint8_t size; /* 1, 2, 4 or 8 bytes in the struct */
    int64_t min, max;
};
void yt_pack_fields(struct yt_buf *to, const struct yt_pack_field *fields, size_t count,
                    const void *record);
void yt_unpack_fields(struct yt_unpack *unpack, const struct yt_pack_field *fields, size_t count,
                      void *record);
void yt_pack_date(struct yt_buf *to, struct yt_date date);
struct yt_date yt_unpack_date(struct yt_unpack *unpack);

/* Each whole record, checksum and all. The pack functions append to an empty `to`; YT_ERR_TOO_LARGE
 * when one is larger than a record may be. */
YT_MUST_CHECK bool yt_pack_listing(struct yt_buf *to, const struct yt_listing *listing,
                                   const struct yt_languages *languages, struct yt_err *err);
YT_MUST_CHECK bool yt_unpack_listing(const void *bytes, size_t size,
                                     const struct yt_languages *languages, struct yt_languages *own,
                                     struct yt_arena *arena, struct yt_listing *listing,
                                     struct yt_err *err);
YT_MUST_CHECK bool yt_pack_programme(struct yt_buf *to, const struct yt_programme *programme,
                                     const struct yt_languages *languages, struct yt_err *err);
YT_MUST_CHECK bool yt_unpack_programme(const void *bytes, size_t size,
                                       const struct yt_languages *languages, struct yt_arena *arena,
                                       struct yt_programme *programme, struct yt_err *err);
YT_MUST_CHECK bool yt_pack_place(struct yt_buf *to, const struct yt_open_place *place,
                                 const struct yt_languages *languages, struct yt_err *err);
YT_MUST_CHECK bool yt_unpack_place(const void *bytes, size_t size,
                                   const struct yt_languages *languages, struct yt_arena *arena,
                                   struct yt_open_place *place, struct yt_err *err);

#endif
