/* Atoms: the pieces of a text that a line holds whole, measured. Lengths in 1/64 pixel. */
#ifndef YT_UI_TEXT_ATOMS_H
#define YT_UI_TEXT_ATOMS_H

#include "ui/text/source.h"

struct yt_atom {
    uint32_t at, size;         /* bytes in the markup */
    uint32_t letter, letters;  /* first letter in the source, and how many */
    uint32_t read_letters;     /* of them, those that are no punctuation */
    struct yt_reading reading; /* size 0: none */
    int32_t script;
    int32_t width;   /* on a line, between its neighbours */
    int32_t natural; /* of the base alone, before a longer reading spaces it out */
    int32_t reading_width;
    int32_t over_left, over_right; /* how far the reading reaches over the neighbours */
    uint8_t face, kind, brk;
    bool broken; /* was cut out of something that no line could hold */
};

struct yt_atoms {
    struct yt_atom *list;
    size_t count;
    size_t capacity;
};

/* Cuts the source into atoms and measures them. With `limit` over 0, what is longer than that is
 * cut between letters. False when there is no memory. */
bool yt_atoms_make(struct yt_atoms *atoms, const struct yt_source *source, struct yt_fonts *fonts,
                   const struct yt_font_key *key, int32_t limit);

void yt_atoms_wipe(struct yt_atoms *atoms);
void yt_atoms_done(struct yt_atoms *atoms);

/* The em of a reading above text of this em. */
int yt_reading_em(int em_px);

/* The font of an atom's letters, and that of its reading. */
struct yt_font_key yt_atom_font(const struct yt_atom *atom, const struct yt_font_key *key);
struct yt_font_key yt_reading_font(const struct yt_atom *atom, const struct yt_font_key *key);

#endif
