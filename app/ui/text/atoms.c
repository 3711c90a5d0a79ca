#include "ui/text/atoms.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* No atom is longer than what is shaped at once. */
#define ATOM_BYTES_MAX 512

void yt_atoms_wipe(struct yt_atoms *atoms)
{
    if (atoms->list)
        sodium_memzero(atoms->list, atoms->count * sizeof *atoms->list);
    atoms->count = 0;
}

void yt_atoms_done(struct yt_atoms *atoms)
{
    yt_atoms_wipe(atoms);
    free(atoms->list);
    *atoms = (struct yt_atoms){0};
}

static bool reserve(struct yt_atoms *atoms, size_t count)
{
    if (count <= atoms->capacity)
        return true;
    yt_atoms_done(atoms);
    atoms->list = calloc(count, sizeof *atoms->list);
    if (!atoms->list)
        return false;
    atoms->capacity = count;
    return true;
}

int yt_reading_em(int em_px)
{
    return (em_px + 1) / 2;
}

struct yt_font_key yt_atom_font(const struct yt_atom *atom, const struct yt_font_key *key)
{
    struct yt_font_key font = *key;

    font.face = atom->face;
    font.script = atom->script;
    return font;
}

/* Readings are kana. Regular also above bold: at half the size bold kana run together. */
struct yt_font_key yt_reading_font(const struct yt_atom *atom, const struct yt_font_key *key)
{
    struct yt_font_key font = yt_atom_font(atom, key);

    font.em_px = yt_reading_em(key->em_px);
    font.weight = YT_TEXT_REGULAR;
    font.script = USCRIPT_HIRAGANA;
    return font;
}

/* Kanji and spaces stand by themselves: the sum of letters, which are remembered, is the width.
 * Everything else is shaped. */
static int32_t measure(const struct yt_atom *atom, const struct yt_source *source,
                       struct yt_fonts *fonts, const struct yt_font_key *key)
{
    struct yt_font_key font = yt_atom_font(atom, key);
    int32_t width = 0;

    if (atom->kind == YT_LETTER_NEWLINE)
        return 0;
    if (atom->kind == YT_LETTER_WORD)
        return yt_fonts_measure(fonts, &font, source->markup + atom->at, atom->size);
    for (uint32_t i = 0; i < atom->letters; i++)
        width += yt_fonts_advance(fonts, &font, source->letters[atom->letter + i].code_point);
    return width;
}

static void measure_atom(struct yt_atom *atom, const struct yt_source *source,
                         struct yt_fonts *fonts, const struct yt_font_key *key)
{
    atom->natural = atom->width = measure(atom, source, fonts, key);
    if (atom->reading.size) {
        struct yt_font_key font = yt_reading_font(atom, key);

        atom->reading_width =
            yt_fonts_measure(fonts, &font, source->markup + atom->reading.at, atom->reading.size);
    }
}

static bool goes_on(const struct yt_atom *atom, const struct yt_letter *letter, int32_t ruby)
{
    const bool same_word = atom->kind != YT_LETTER_WORD || letter->script == atom->script;

    return letter->kind == atom->kind && letter->kind != YT_LETTER_NEWLINE &&
           letter->face == atom->face && letter->ruby == ruby && same_word &&
           atom->brk == YT_BREAK_NEVER && atom->size + letter->size <= ATOM_BYTES_MAX;
}

static void begin_atom(struct yt_atoms *atoms, const struct yt_source *source, size_t index)
{
    const struct yt_letter *letter = &source->letters[index];
    struct yt_atom *atom = &atoms->list[atoms->count++];

    *atom =
        (struct yt_atom){.at = letter->at,
                         .letter = (uint32_t)index,
                         .script = letter->kind == YT_LETTER_WORD ? letter->script : USCRIPT_HAN,
                         .face = letter->face,
                         .kind = letter->kind};
    if (letter->ruby != YT_NO_RUBY)
        atom->reading = source->readings[letter->ruby];
}

static void add_letter(struct yt_atom *atom, const struct yt_letter *letter)
{
    atom->size += letter->size;
    atom->letters++;
    atom->read_letters += u_isalnum((UChar32)letter->code_point) ? 1 : 0;
    atom->brk = letter->brk;
}

/* The share of the reading that stands above part `index` of `count`, cut between kana. */
static struct yt_reading reading_part(const struct yt_source *source, struct yt_reading reading,
                                      uint32_t index, uint32_t count)
{
    const char *text = source->markup + reading.at;
    uint32_t kana = 0;
    uint32_t starts[2] = {reading.size, reading.size};
    uint32_t number = 0;

    for (uint32_t i = 0; i < reading.size; i++)
        kana += ((unsigned char)text[i] & 0xC0) != 0x80;
    for (uint32_t i = 0; i < reading.size; i++) {
        if (((unsigned char)text[i] & 0xC0) == 0x80)
            continue;
        if (number == kana * index / count)
            starts[0] = i;
        if (number == kana * (index + 1) / count)
            starts[1] = i;
        number++;
    }
    return (struct yt_reading){reading.at + starts[0], starts[1] - starts[0]};
}

/* Adds the atom `whole` again, letter by letter. */
static void add_cut(struct yt_atoms *atoms, const struct yt_source *source, struct yt_fonts *fonts,
                    const struct yt_font_key *key, const struct yt_atom *whole)
{
    for (uint32_t i = 0; i < whole->letters; i++) {
        const struct yt_letter *letter = &source->letters[whole->letter + i];
        struct yt_atom *atom = i > 0 ? &atoms->list[atoms->count - 1] : NULL;

        if (!atom || !letter->joined) {
            begin_atom(atoms, source, whole->letter + i);
            atom = &atoms->list[atoms->count - 1];
            atom->broken = true;
        }
        add_letter(atom, letter);
        if (letter->ruby != YT_NO_RUBY)
            atom->reading = reading_part(source, whole->reading, i, whole->letters);
        if (i + 1 < whole->letters)
            atom->brk = YT_BREAK_POSSIBLE;
        measure_atom(atom, source, fonts, key);
    }
}

static void measure_last(struct yt_atoms *atoms, const struct yt_source *source,
                         struct yt_fonts *fonts, const struct yt_font_key *key, int32_t limit)
{
    struct yt_atom *atom = &atoms->list[atoms->count - 1];
    struct yt_atom whole;

    measure_atom(atom, source, fonts, key);
    if (limit <= 0 || atom->letters < 2 || atom->kind == YT_LETTER_SPACE ||
        (atom->width <= limit && atom->reading_width <= limit))
        return;
    whole = *atom;
    atoms->count--;
    add_cut(atoms, source, fonts, key, &whole);
}

static bool is_kana(const struct yt_letter *letter)
{
    return letter->script == USCRIPT_HIRAGANA || letter->script == USCRIPT_KATAKANA ||
           letter->code_point == 0x30FC /* ー */;
}

/* How much of a reading may stand over this neighbour: half a reading's em over kana or space,
 * but no more than half of it, because its other side may have a reading too. */
static int32_t room_over(const struct yt_source *source, const struct yt_atom *atom, bool its_end,
                         const struct yt_font_key *key)
{
    const struct yt_letter *letter =
        &source->letters[atom->letter + (its_end ? atom->letters - 1 : 0)];
    int32_t most = yt_reading_em(key->em_px) * YT_TEXT_UNIT / 2;

    if (atom->reading.size || (atom->kind != YT_LETTER_SPACE && !is_kana(letter)))
        return 0;
    return most < atom->width / 2 ? most : atom->width / 2;
}

/* A reading longer than its base first reaches over its neighbours, then spaces the base out. */
static void fit_readings(struct yt_atoms *atoms, const struct yt_source *source,
                         const struct yt_font_key *key)
{
    for (size_t i = 0; i < atoms->count; i++) {
        struct yt_atom *atom = &atoms->list[i];
        int32_t excess = atom->reading_width - atom->natural;
        int32_t left;
        int32_t right;

        if (excess <= 0)
            continue;
        left = i > 0 ? room_over(source, atom - 1, true, key) : 0;
        right = i + 1 < atoms->count ? room_over(source, atom + 1, false, key) : 0;
        atom->over_left = left < excess / 2 ? left : excess / 2;
        atom->over_right = right < excess / 2 ? right : excess / 2;
        atom->width = atom->reading_width - atom->over_left - atom->over_right;
    }
}

bool yt_atoms_make(struct yt_atoms *atoms, const struct yt_source *source, struct yt_fonts *fonts,
                   const struct yt_font_key *key, int32_t limit)
{
    yt_atoms_wipe(atoms);
    if (!reserve(atoms, source->letter_count))
        return false;
    for (size_t i = 0; i < source->letter_count; i++) {
        const struct yt_letter *letter = &source->letters[i];
        int32_t before = i > 0 ? source->letters[i - 1].ruby : YT_NO_RUBY;

        if (i == 0 || !goes_on(&atoms->list[atoms->count - 1], letter, before)) {
            if (i > 0)
                measure_last(atoms, source, fonts, key, limit);
            begin_atom(atoms, source, i);
        }
        add_letter(&atoms->list[atoms->count - 1], letter);
    }
    if (atoms->count > 0)
        measure_last(atoms, source, fonts, key, limit);
    fit_readings(atoms, source, key);
    return true;
}
