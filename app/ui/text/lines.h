/* Which atoms stand on which line. Pure: no font, no ICU. Lengths in 1/64 pixel. */
#ifndef YT_UI_TEXT_LINES_H
#define YT_UI_TEXT_LINES_H

#include "ui/text/atoms.h"

struct yt_line {
    uint32_t first, end; /* atoms; spaces at its end included, though not counted in `width` */
    int32_t width;
};

struct yt_lines {
    struct yt_line *list;
    size_t count;
    size_t capacity;
    int32_t *sums; /* of the atoms' widths before each */
    size_t parted; /* lines that end inside a phrase */
    bool too_narrow;
};

struct yt_line_wish {
    int32_t limit; /* 0 or less: only newlines end a line */
    bool balanced;
    /* A line may end inside a phrase when ending before it would leave more than this part of the
     * line empty, in percent; 100: only when nothing else fits. */
    int phrase_gap_percent;
    /* A last line with no more letters than this is avoided. */
    uint32_t orphan_letters;
};

/* Fills `lines`. An empty text has one empty line. False when there is no memory. */
bool yt_lines_choose(struct yt_lines *lines, const struct yt_atoms *atoms,
                     const struct yt_line_wish *wish);

void yt_lines_done(struct yt_lines *lines);

#endif
