#include "ui/text/lines.h"

#include <stdlib.h>

#define SCRAP_PERCENT 30

void yt_lines_done(struct yt_lines *lines)
{
    free(lines->list);
    free(lines->sums);
    *lines = (struct yt_lines){0};
}

static bool reserve(struct yt_lines *lines, size_t atom_count)
{
    size_t count = atom_count + 2; /* a newline at the end begins an empty line */

    if (count <= lines->capacity)
        return true;
    yt_lines_done(lines);
    lines->list = calloc(count, sizeof *lines->list);
    lines->sums = calloc(count, sizeof *lines->sums);
    if (!lines->list || !lines->sums) {
        yt_lines_done(lines);
        return false;
    }
    lines->capacity = count;
    return true;
}

static bool is_blank(const struct yt_atom *atom)
{
    return atom->kind == YT_LETTER_SPACE || atom->kind == YT_LETTER_NEWLINE;
}

/* Of the atoms [first, end) as a line: blanks at its end hang, and no reading reaches out of it. */
static int32_t line_width(const struct yt_lines *lines, const struct yt_atoms *atoms, size_t first,
                          size_t end)
{
    while (end > first && is_blank(&atoms->list[end - 1]))
        end--;
    if (end == first)
        return 0;
    return lines->sums[end] - lines->sums[first] + atoms->list[first].over_left +
           atoms->list[end - 1].over_right;
}

/* Where the line that begins at `first` ends when it may be `limit` long. */
static size_t line_end(struct yt_lines *lines, const struct yt_atoms *atoms, size_t first,
                       int32_t limit, const struct yt_line_wish *wish)
{
    size_t welcome = first;
    size_t possible = first;
    size_t fitting = first;
    size_t at;

    for (at = first; at < atoms->count; at++) {
        const struct yt_atom *atom = &atoms->list[at];

        if (limit > 0 && line_width(lines, atoms, first, at + 1) > limit)
            break;
        fitting = at + 1;
        if (atom->brk == YT_BREAK_MUST)
            return at + 1;
        if (atom->brk == YT_BREAK_WELCOME || atom->brk == YT_BREAK_PAUSE)
            welcome = at + 1;
        else if (atom->brk == YT_BREAK_POSSIBLE)
            possible = at + 1;
    }
    if (at == atoms->count)
        return at;
    if (welcome > first) {
        int32_t gap = limit - line_width(lines, atoms, first, welcome);

        if (possible <= welcome || (int64_t)gap * 100 <= (int64_t)limit * wish->phrase_gap_percent)
            return welcome;
    }
    if (possible > first)
        return possible;
    lines->too_narrow = true;
    return fitting > first ? fitting : first + 1;
}

static void fill(struct yt_lines *lines, const struct yt_atoms *atoms, int32_t limit,
                 const struct yt_line_wish *wish)
{
    size_t first = 0;
    bool ends_with_newline =
        atoms->count > 0 && atoms->list[atoms->count - 1].kind == YT_LETTER_NEWLINE;

    lines->count = lines->parted = 0;
    lines->too_narrow = false;
    while (first < atoms->count) {
        size_t end = line_end(lines, atoms, first, limit, wish);
        int32_t width = line_width(lines, atoms, first, end);

        if (limit > 0 && width > limit)
            lines->too_narrow = true;
        if (end < atoms->count && atoms->list[end - 1].broken && atoms->list[end].broken)
            lines->too_narrow = true;
        if (end < atoms->count && atoms->list[end - 1].brk == YT_BREAK_POSSIBLE)
            lines->parted++;
        lines->list[lines->count++] = (struct yt_line){(uint32_t)first, (uint32_t)end, width};
        first = end;
    }
    if (atoms->count == 0 || ends_with_newline)
        lines->list[lines->count++] =
            (struct yt_line){(uint32_t)atoms->count, (uint32_t)atoms->count, 0};
}

static uint32_t letters_of_last(const struct yt_lines *lines, const struct yt_atoms *atoms)
{
    const struct yt_line *last = &lines->list[lines->count - 1];
    uint32_t letters = 0;

    for (uint32_t i = last->first; i < last->end; i++)
        letters += atoms->list[i].read_letters;
    return letters;
}

/* Two lines may part where a reader draws breath, as long as neither is a mere scrap. */
static bool part_at_pause(struct yt_lines *lines, const struct yt_atoms *atoms,
                          const struct yt_line_wish *wish)
{
    int32_t best = 0;

    for (size_t end = 1; end < atoms->count; end++) {
        int32_t first = line_width(lines, atoms, 0, end);
        int32_t second = line_width(lines, atoms, end, atoms->count);
        int32_t shorter = first < second ? first : second;
        int32_t longer = first < second ? second : first;

        if (atoms->list[end - 1].brk != YT_BREAK_PAUSE || longer > wish->limit ||
            shorter * 100 < longer * SCRAP_PERCENT || shorter <= best)
            continue;
        best = shorter;
        lines->list[0] = (struct yt_line){0, (uint32_t)end, first};
        lines->list[1] = (struct yt_line){(uint32_t)end, (uint32_t)atoms->count, second};
    }
    if (best > 0)
        lines->parted = 0;
    return best > 0;
}

/* The least limit that takes no more lines and parts no more phrases, found by halving. */
static void balance(struct yt_lines *lines, const struct yt_atoms *atoms,
                    const struct yt_line_wish *wish)
{
    size_t count = lines->count, parted = lines->parted;
    int32_t good = wish->limit;
    int32_t bad = wish->limit / (int32_t)(count + 1);

    if (count == 2 && part_at_pause(lines, atoms, wish))
        return;
    while (good - bad > YT_TEXT_UNIT * 2) {
        int32_t middle = bad + (good - bad) / 2;

        fill(lines, atoms, middle, wish);
        if (lines->count <= count && lines->parted <= parted && !lines->too_narrow)
            good = middle;
        else
            bad = middle;
    }
    fill(lines, atoms, good, wish);
}

/* Narrows the lines a little at a time until the last one is not nearly empty. */
static void feed_orphan(struct yt_lines *lines, const struct yt_atoms *atoms,
                        const struct yt_line_wish *wish)
{
    size_t count = lines->count;

    for (int percent = 97; percent >= 55; percent -= 3) {
        fill(lines, atoms, (int32_t)((int64_t)wish->limit * percent / 100), wish);
        if (lines->count != count || lines->too_narrow)
            break;
        if (letters_of_last(lines, atoms) > wish->orphan_letters)
            return;
    }
    fill(lines, atoms, wish->limit, wish);
}

static bool has_newline(const struct yt_atoms *atoms)
{
    for (size_t i = 0; i < atoms->count; i++) {
        if (atoms->list[i].kind == YT_LETTER_NEWLINE)
            return true;
    }
    return false;
}

bool yt_lines_choose(struct yt_lines *lines, const struct yt_atoms *atoms,
                     const struct yt_line_wish *wish)
{
    if (!reserve(lines, atoms->count))
        return false;
    for (size_t i = 0; i < atoms->count; i++)
        lines->sums[i + 1] = lines->sums[i] + atoms->list[i].width;
    fill(lines, atoms, wish->limit, wish);
    if (wish->limit <= 0 || lines->count < 2 || lines->too_narrow)
        return true;
    if (wish->balanced && !has_newline(atoms))
        balance(lines, atoms, wish);
    else if (letters_of_last(lines, atoms) <= wish->orphan_letters)
        feed_orphan(lines, atoms, wish);
    return true;
}
