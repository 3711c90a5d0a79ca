/* An envelope cut into parts, each the digits of one QR symbol, and put together again.
 *
 * A part is a header of 22 digits and a body:
 *   8984   what it is             1      format
 *   p      which part, from 1     n      how many parts, 1 to 9
 *   kkkkk  desk: first two bytes of its key id, as a number
 *   ttttt  set: check number of the digits of the whole envelope; parts of one entry share it
 *   ccccc  check number of all other digits of this part
 *   body   digits of the envelope's bytes (handoff/digits.h); every part but the last holds a
 *          multiple of seven bytes
 * Parts may be read in any order and mixed with those of other entries. */
#ifndef YT_HANDOFF_PART_H
#define YT_HANDOFF_PART_H

#include "base/err.h"
#include "domain/sealed.h"
#include "handoff/digits.h"

#define YT_PART_HEADER_DIGITS 22
#define YT_PARTS_MAX 9
/* Longest part, when one symbol holds the whole envelope, with a NUL. */
#define YT_PART_MAX (YT_PART_HEADER_DIGITS + YT_DIGITS_ROOM(YT_SEALED_MAX) + 1)

/* Writes part `part` (from 1) of `parts` as digits and a NUL. The envelope is cut into parts of
 * nearly equal size. */
void yt_part_write(const struct yt_sealed *sealed, int part, int parts,
                   char digits[static YT_PART_MAX]);

enum yt_part_verdict {
    YT_PART_COMPLETE,    /* with it, the envelope is whole */
    YT_PART_MORE,        /* good; others are missing yet */
    YT_PART_DUPLICATE,   /* was read before */
    YT_PART_FOREIGN,     /* no code of Yotte's slips */
    YT_PART_ENROLMENT,   /* a kiosk's enrolment code (keys.h), not an entry */
    YT_PART_UNSUPPORTED, /* a later version's */
    YT_PART_DAMAGED,     /* ours, but misread or cut off: scan again */
    YT_PART_MIXED_UP,    /* contradicts what was read before of the same entry; see below */
    YT_PART_TOO_MANY,    /* more half-read entries than the collector holds */
};

/* A stable lower-case name, for tools and tests ("mixed-up"). */
const char *yt_part_verdict_name(enum yt_part_verdict verdict);

/* What one reading told. */
struct yt_part_reading {
    enum yt_part_verdict verdict;
    int part, parts;  /* 0 when the verdict says that it is not a part of ours */
    uint16_t missing; /* bit p: part p is not there yet */
    bool whole;       /* `sealed` holds the envelope: COMPLETE, or DUPLICATE of a whole one */
    struct yt_sealed sealed;
};

struct yt_part_collector;

/* Collects the parts of up to `entries` entries at once. Half-read ones are kept until the
 * collector is freed; of whole ones the latest are remembered, as far as there is room, so that
 * reading a symbol twice is told. NULL only without memory. One thread at a time. */
struct yt_part_collector *yt_part_collector_new(size_t entries);
void yt_part_collector_free(struct yt_part_collector *collector);
YT_DEFINE_SCOPED(struct yt_part_collector, yt_part_collector_free)

/* Takes one code as it was read (see yt_digits_clean for what is forgiven). After MIXED_UP because
 * two parts of the same number differ, the first stays; after MIXED_UP because all parts together
 * do not give the envelope they should, all of them are forgotten and are to be read again. */
void yt_part_collector_add(struct yt_part_collector *collector, const char *text, size_t size,
                           struct yt_part_reading *ret_reading);

/* How many entries are half read. */
size_t yt_part_collector_open(const struct yt_part_collector *collector);

/* The half-read entry number `index` (from 0): its parts count and what is missing. */
bool yt_part_collector_missing(const struct yt_part_collector *collector, size_t index,
                               int *ret_parts, uint16_t *ret_missing);

#endif
