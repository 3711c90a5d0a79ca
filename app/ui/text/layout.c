#include "ui/text/layout.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* A reading's kana stand this far above the base's kanji, which end 0.88 em above the base line;
 * their own letters end 0.12 em below theirs. */
#define KANJI_TOP_MILLI 880
#define READING_GAP_MILLI 50
#define READING_BOTTOM_MILLI 120
#define READING_TOP_MILLI 880

/* A piece is shaped at once, see fonts.c. */
#define PIECE_BYTES_MAX 768

struct builder {
    struct yt_layout_tools *tools;
    const struct yt_layout_key *key;
    struct yt_font_key font;
    struct yt_kept_layout *kept;
    int reading_rise; /* 0: no reading in the text */
};

static int milli(int em_px, int thousandths)
{
    return (em_px * thousandths + 500) / 1000;
}

static int pixels(int32_t length)
{
    return (length + YT_TEXT_UNIT / 2) >> 6;
}

/* Every line is as high as the highest: lines of one text at one distance. */
static void measure_height(struct builder *builder)
{
    const struct yt_atoms *atoms = &builder->tools->atoms;
    struct yt_kept_layout *kept = builder->kept;
    int em_px = builder->key->style.em_px;
    const struct yt_face_info *own = yt_face_info(yt_face_order(builder->key->rules)[0]);
    int ascent = own->ascent_milli;
    int descent = own->descent_milli;
    bool readings = false;

    for (size_t i = 0; i < atoms->count; i++) {
        const struct yt_face_info *face = yt_face_info(atoms->list[i].face);

        ascent = face->ascent_milli > ascent ? face->ascent_milli : ascent;
        descent = face->descent_milli > descent ? face->descent_milli : descent;
        readings = readings || atoms->list[i].reading.size > 0;
    }
    kept->ascent = milli(em_px, ascent);
    kept->descent = milli(em_px, descent);
    if (readings) {
        int reading_em = yt_reading_em(em_px);

        builder->reading_rise = milli(em_px, KANJI_TOP_MILLI + READING_GAP_MILLI) +
                                milli(reading_em, READING_BOTTOM_MILLI);
        int top = builder->reading_rise + milli(reading_em, READING_TOP_MILLI) + 1;

        kept->ascent = top > kept->ascent ? top : kept->ascent;
    }
}

static struct yt_piece *add_piece(struct builder *builder, const struct yt_font_key *font,
                                  uint32_t at, uint32_t size, int32_t x)
{
    struct yt_piece *piece = &builder->kept->pieces[builder->kept->piece_count++];

    *piece = (struct yt_piece){.font = *font, .at = at, .size = size, .x = pixels(x)};
    return piece;
}

/* The reading in the middle above its base, and the base spaced out where the reading is longer:
 * half a share at each end, a whole one between its kanji. */
static void add_with_reading(struct builder *builder, const struct yt_atom *atom, int32_t x,
                             int32_t slot, int32_t over_left, int32_t over_right)
{
    const struct yt_source *source = &builder->tools->source;
    struct yt_font_key base = yt_atom_font(atom, &builder->font);
    struct yt_font_key above = yt_reading_font(atom, &builder->font);
    int32_t room = slot + over_left + over_right;
    int32_t share = (slot - atom->natural) / (int32_t)atom->letters;
    int32_t pen = x + share / 2;

    if (share < YT_TEXT_UNIT / 2) {
        add_piece(builder, &base, atom->at, atom->size, x)->width = slot;
    } else {
        for (uint32_t i = 0; i < atom->letters; i++) {
            const struct yt_letter *letter = &source->letters[atom->letter + i];
            int32_t advance = yt_fonts_advance(builder->tools->fonts, &base, letter->code_point);

            add_piece(builder, &base, letter->at, letter->size, pen)->width = advance;
            pen += advance + share;
        }
    }
    struct yt_piece *piece = add_piece(builder, &above, atom->reading.at, atom->reading.size,
                                       x - over_left + (room - atom->reading_width) / 2);

    piece->width = atom->reading_width;
    piece->rise = builder->reading_rise;
}

/* Kanji beside kanji are drawn at once; words each by themselves, so that the same word is found
 * again on another line or screen. */
static bool joins(const struct yt_piece *piece, const struct yt_atom *atom,
                  const struct yt_atom *before)
{
    return atom->kind == YT_LETTER_KANJI && before->kind == YT_LETTER_KANJI &&
           before->reading.size == 0 && atom->face == before->face &&
           piece->at + piece->size == atom->at && piece->size + atom->size <= PIECE_BYTES_MAX;
}

static void add_line(struct builder *builder, size_t index)
{
    const struct yt_atoms *atoms = &builder->tools->atoms;
    const struct yt_line *line = &builder->tools->lines.list[index];
    struct yt_kept_layout *kept = builder->kept;
    struct yt_layout_line *to = &kept->lines[index];
    uint32_t seen_end = line->end;
    int32_t x = 0;

    *to = (struct yt_layout_line){.first_piece = (uint32_t)kept->piece_count,
                                  .width = pixels(line->width + YT_TEXT_UNIT / 2 - 1)};
    while (seen_end > line->first && atoms->list[seen_end - 1].kind >= YT_LETTER_SPACE)
        seen_end--;
    for (uint32_t i = line->first; i < line->end; i++) {
        const struct yt_atom *atom = &atoms->list[i];
        int32_t over_left = i == line->first ? 0 : atom->over_left;
        int32_t over_right = i + 1 == seen_end ? 0 : atom->over_right;
        int32_t slot = atom->width + atom->over_left - over_left + atom->over_right - over_right;
        struct yt_font_key font = yt_atom_font(atom, &builder->font);

        if (atom->reading.size) {
            add_with_reading(builder, atom, x, slot, over_left, over_right);
        } else if (i > line->first && joins(&kept->pieces[kept->piece_count - 1], atom, atom - 1)) {
            kept->pieces[kept->piece_count - 1].size += atom->size;
            kept->pieces[kept->piece_count - 1].width += atom->width;
        } else {
            struct yt_piece *piece = add_piece(builder, &font, atom->at, atom->size, x);

            piece->width = atom->width;
            piece->blank = atom->kind >= YT_LETTER_SPACE;
        }
        x += slot;
    }
    to->pieces = (uint32_t)kept->piece_count - to->first_piece;
    to->at = line->first < atoms->count ? atoms->list[line->first].at : (uint32_t)kept->text_size;
    to->end = line->end < atoms->count ? atoms->list[line->end].at : (uint32_t)kept->text_size;
}

static size_t most_pieces(const struct yt_atoms *atoms)
{
    size_t count = 0;

    for (size_t i = 0; i < atoms->count; i++)
        count += atoms->list[i].reading.size ? atoms->list[i].letters + 1 : 1;
    return count;
}

/* One block: the struct, pieces, lines, the markup as given (to be found by) and as cleaned. */
static struct yt_kept_layout *allocate(const struct yt_layout_tools *tools,
                                       const struct yt_layout_key *key)
{
    size_t line_bytes = tools->lines.count * sizeof(struct yt_layout_line);
    size_t piece_bytes = most_pieces(&tools->atoms) * sizeof(struct yt_piece);
    size_t text_bytes = key->markup_size + 1 + tools->source.markup_size + 1;
    size_t size = sizeof(struct yt_kept_layout) + line_bytes + piece_bytes + text_bytes;
    unsigned char *block = calloc(1, size);
    struct yt_kept_layout *kept = (struct yt_kept_layout *)(void *)block;

    if (!block)
        return NULL;
    kept->block_size = size;
    block += sizeof *kept;
    kept->pieces = (struct yt_piece *)(void *)block;
    block += piece_bytes;
    kept->lines = (struct yt_layout_line *)(void *)block;
    block += line_bytes;
    kept->key = *key;
    kept->key.style.language = NULL;
    kept->key.markup = (const char *)block;
    memcpy(block, key->markup, key->markup_size);
    block += key->markup_size + 1;
    kept->text = (const char *)block;
    kept->text_size = tools->source.markup_size;
    memcpy(block, tools->source.markup, kept->text_size);
    return kept;
}

static void hash_pieces(struct yt_kept_layout *kept)
{
    for (size_t i = 0; i < kept->piece_count; i++) {
        struct yt_piece *piece = &kept->pieces[i];
        const int font[] = {(int)piece->font.face, (int)piece->font.weight, piece->font.em_px,
                            piece->font.script};

        piece->hash =
            yt_hash(yt_hash(YT_HASH_START, font, sizeof font), kept->text + piece->at, piece->size);
    }
}

static void build(struct builder *builder)
{
    struct yt_kept_layout *kept = builder->kept;
    struct yt_text_layout *layout = &kept->layout;
    const struct yt_lines *lines = &builder->tools->lines;
    int gap = (int)((float)builder->key->style.em_px * builder->key->style.line_gap + 0.5F);

    measure_height(builder);
    for (size_t i = 0; i < lines->count; i++) {
        add_line(builder, i);
        if (kept->lines[i].width > layout->width)
            layout->width = kept->lines[i].width;
    }
    hash_pieces(kept);
    layout->line_count = (int)lines->count;
    layout->line_height = kept->ascent + kept->descent + gap;
    layout->first_baseline = kept->ascent;
    layout->height = layout->line_height * layout->line_count - gap;
    layout->too_narrow = lines->too_narrow;
}

static struct yt_line_wish wish_for(const struct yt_layout_key *key)
{
    struct yt_line_wish wish = {.limit = key->width_px > 0 ? key->width_px * YT_TEXT_UNIT : 0,
                                .balanced = key->style.balanced,
                                .phrase_gap_percent = 100};

    /* Easy Japanese shows its phrases by spaces, so a line's end inside one confuses; headings and
     * buttons are read at a glance. */
    if (key->rules == YT_RULES_JAPANESE && !key->style.balanced)
        wish.phrase_gap_percent = 50;
    if (key->rules <= YT_RULES_KOREAN)
        wish.orphan_letters = 2;
    return wish;
}

struct yt_kept_layout *yt_layout_make(struct yt_layout_tools *tools,
                                      const struct yt_layout_key *key)
{
    struct builder builder = {.tools = tools,
                              .key = key,
                              .font = {.weight = key->style.weight, .em_px = key->style.em_px}};
    struct yt_line_wish wish = wish_for(key);

    if (yt_source_read(&tools->source, tools->fonts, tools->breaker, key->markup, key->style.plain,
                       key->rules, &builder.font) &&
        yt_atoms_make(&tools->atoms, &tools->source, tools->fonts, &builder.font, wish.limit) &&
        yt_lines_choose(&tools->lines, &tools->atoms, &wish) &&
        (builder.kept = allocate(tools, key)) != NULL)
        build(&builder);
    yt_source_wipe(&tools->source);
    yt_atoms_wipe(&tools->atoms);
    return builder.kept;
}

void yt_layout_release(struct yt_cache_entry *entry)
{
    struct yt_kept_layout *kept = (struct yt_kept_layout *)entry;
    size_t size = kept->block_size;

    sodium_memzero(kept, size);
    free(kept);
}

const struct yt_kept_layout *yt_layout_kept(const struct yt_text_layout *layout)
{
    return (const struct yt_kept_layout *)(const void *)((const char *)layout -
                                                         offsetof(struct yt_kept_layout, layout));
}

int yt_layout_line_x(const struct yt_kept_layout *kept, int line, int width_px)
{
    int room = (width_px > 0 ? width_px : kept->layout.width) - kept->lines[line].width;

    switch (kept->key.style.align) {
    case YT_TEXT_CENTRE:
        return room / 2;
    case YT_TEXT_END:
        return room;
    case YT_TEXT_START:
        break;
    }
    return 0;
}
