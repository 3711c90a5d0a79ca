/* One visit's worth of hand-off, for the programs that try it out: an entry, keys and a slip. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "handoff/envelope.h"
#include "handoff/slip.h"

enum sample_size {
    SAMPLE_TYPICAL, /* a self-check, three wishes, an appointment, a phone number */
    SAMPLE_JOB,     /* and two listings with a condition each, and a programme */
    SAMPLE_FULL,    /* the typical one and 60 characters of own words, and every list long */
    SAMPLE_FULLEST, /* as much as an entry can hold */
};

/* Fixed keys and ids: the same on every run. The seal itself is never the same. */
void sample_entry(enum sample_size size, struct yt_entry *entry);
void sample_kiosk_key(struct yt_kiosk_key *key);
void sample_desk(struct yt_desk_public *desk, struct yt_desk_opener *opener);
bool sample_seal(enum sample_size size, struct yt_sealed *sealed, struct yt_err *err);

/* A slip in Japanese, easy Japanese, English or Nepali. `number` has room for
 * YT_SLIP_NUMBER_MAX. Without symbols it is a paper only. */
void sample_slip(const char *language, int paper_dots, const struct yt_symbols *symbols,
                 const char *number, struct yt_slip *slip);

/* Adds a programme and a listing, in English and Japanese. */
void sample_slip_groups(struct yt_slip *slip);

/* The toolkit's texts for slips. NULL when a font is missing. */
struct yt_text_engine;
struct yt_text_engine *sample_text(struct yt_err *err);
struct yt_slip_painter sample_painter(struct yt_text_engine *engine);

#endif
