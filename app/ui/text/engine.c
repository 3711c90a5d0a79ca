#include "ui/text/blend.h"
#include "ui/text/breaks.h"
#include "ui/text/layout.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static const struct yt_text_limits screen_limits = {
    .layout_bytes = 2U << 20,
    .pixel_bytes = 12U << 20,
    .open_faces = 14,
};

/* Keeps what a single text needs at once even where the limits say less. */
#define OPEN_FACES_LEAST 4
#define EM_LEAST_PX 6
#define EM_MOST_PX 1024

struct pixels {
    struct yt_cache_entry entry; /* first, for the cache */
    struct yt_font_key font;
    struct yt_font_picture picture;
    size_t size;
    char text[]; /* `size` bytes */
};

struct yt_text_engine {
    struct yt_layout_tools tools;
    struct yt_cache layouts;
    struct yt_cache pixels;
};

static size_t picture_bytes(const struct yt_font_picture *picture)
{
    return picture->coverage ? (size_t)picture->width * (size_t)picture->height : 0;
}

static void release_pixels(struct yt_cache_entry *entry)
{
    struct pixels *pixels = (struct pixels *)entry;

    if (pixels->picture.coverage)
        sodium_memzero(pixels->picture.coverage, picture_bytes(&pixels->picture));
    free(pixels->picture.coverage);
    sodium_memzero(pixels, sizeof *pixels + pixels->size);
    free(pixels);
}

struct yt_text_engine *yt_text_engine_new(const struct yt_text_limits *limits,
                                          const char *font_folder, struct yt_err *err)
{
    struct yt_text_engine *engine = calloc(1, sizeof *engine);
    size_t open_faces;

    if (!engine) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the text engine");
        return NULL;
    }
    limits = limits ? limits : &screen_limits;
    open_faces = limits->open_faces > OPEN_FACES_LEAST ? limits->open_faces : OPEN_FACES_LEAST;
    engine->layouts.max_bytes = limits->layout_bytes;
    engine->layouts.release = yt_layout_release;
    engine->pixels.max_bytes = limits->pixel_bytes;
    engine->pixels.release = release_pixels;
    engine->tools.breaker = yt_breaker_new();
    if (!engine->tools.breaker)
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the text engine");
    else
        engine->tools.fonts = yt_fonts_new(font_folder, open_faces, err);
    if (!engine->tools.fonts) {
        yt_text_engine_free(engine);
        return NULL;
    }
    return engine;
}

void yt_text_engine_free(struct yt_text_engine *engine)
{
    if (!engine)
        return;
    yt_cache_clear(&engine->layouts);
    yt_cache_clear(&engine->pixels);
    yt_source_done(&engine->tools.source);
    yt_atoms_done(&engine->tools.atoms);
    yt_lines_done(&engine->tools.lines);
    yt_breaker_free(engine->tools.breaker);
    yt_fonts_free(engine->tools.fonts);
    free(engine);
}

static bool same_style(const struct yt_text_style *a, const struct yt_text_style *b)
{
    return a->em_px == b->em_px && a->weight == b->weight && a->align == b->align &&
           a->line_gap == b->line_gap && a->balanced == b->balanced && a->plain == b->plain;
}

static bool same_layout(const struct yt_cache_entry *entry, const void *wanted)
{
    const struct yt_layout_key *have = &((const struct yt_kept_layout *)entry)->key;
    const struct yt_layout_key *want = wanted;

    return have->width_px == want->width_px && have->rules == want->rules &&
           have->markup_size == want->markup_size && same_style(&have->style, &want->style) &&
           memcmp(have->markup, want->markup, want->markup_size) == 0;
}

static uint64_t hash_of(const struct yt_layout_key *key)
{
    const int numbers[] = {key->width_px, (int)key->rules, key->style.em_px,
                           (int)key->style.weight};

    return yt_hash(yt_hash(YT_HASH_START, numbers, sizeof numbers), key->markup, key->markup_size);
}

static int within(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

const struct yt_text_layout *yt_text_lay_out(struct yt_text_engine *engine, const char *markup,
                                             const struct yt_text_style *style, int width_px)
{
    static const struct yt_text_layout nothing;
    struct yt_layout_key key = {.markup = markup,
                                .markup_size = strnlen(markup, YT_SOURCE_MAX),
                                .style = *style,
                                .rules = yt_text_rules(style->language),
                                .width_px = width_px > 0 ? within(width_px, 1, 1 << 20) : 0};

    key.style.em_px = within(style->em_px, EM_LEAST_PX, EM_MOST_PX);

    uint64_t hash = hash_of(&key);
    struct yt_kept_layout *kept =
        (struct yt_kept_layout *)yt_cache_find(&engine->layouts, hash, same_layout, &key);

    if (!kept) {
        kept = yt_layout_make(&engine->tools, &key);
        if (!kept)
            return &nothing;
        kept->entry.hash = hash;
        kept->entry.bytes = kept->block_size;
        yt_cache_add(&engine->layouts, &kept->entry);
    }
    return &kept->layout;
}

struct piece_text {
    const struct yt_font_key *font;
    const char *text;
    size_t size;
};

static bool same_font(const struct yt_font_key *a, const struct yt_font_key *b)
{
    return a->face == b->face && a->weight == b->weight && a->em_px == b->em_px &&
           a->script == b->script;
}

static bool same_pixels(const struct yt_cache_entry *entry, const void *wanted)
{
    const struct pixels *have = (const struct pixels *)entry;
    const struct piece_text *want = wanted;

    return have->size == want->size && same_font(&have->font, want->font) &&
           memcmp(have->text, want->text, want->size) == 0;
}

static struct pixels *make_pixels(struct yt_text_engine *engine, const struct piece_text *piece,
                                  uint64_t hash)
{
    struct pixels *pixels = calloc(1, sizeof *pixels + piece->size);

    if (!pixels)
        return NULL;
    pixels->font = *piece->font;
    pixels->size = piece->size;
    memcpy(pixels->text, piece->text, piece->size);
    if (!yt_fonts_rasterise(engine->tools.fonts, piece->font, piece->text, piece->size,
                            &pixels->picture)) {
        release_pixels(&pixels->entry);
        return NULL;
    }
    pixels->entry.hash = hash;
    pixels->entry.bytes = sizeof *pixels + piece->size + picture_bytes(&pixels->picture);
    return pixels;
}

static void draw_piece(struct yt_text_engine *engine, const struct yt_kept_layout *kept,
                       const struct yt_piece *piece, SDL_Surface *target, int x, int baseline,
                       SDL_Color colour)
{
    const struct piece_text text = {&piece->font, kept->text + piece->at, piece->size};
    struct pixels *pixels =
        (struct pixels *)yt_cache_find(&engine->pixels, piece->hash, same_pixels, &text);

    if (!pixels) {
        pixels = make_pixels(engine, &text, piece->hash);
        if (!pixels)
            return;
        yt_cache_add(&engine->pixels, &pixels->entry);
    }
    if (pixels->picture.coverage) {
        const struct yt_mask mask = {pixels->picture.coverage, pixels->picture.width,
                                     pixels->picture.height};

        yt_blend_mask(target, x + pixels->picture.left, baseline + pixels->picture.top, &mask,
                      colour);
    }
    /* Pixels are nobody's but ours, so their limit need not wait for the end of the frame. */
    yt_cache_trim(&engine->pixels);
}

void yt_text_draw(struct yt_text_engine *engine, const struct yt_text_layout *layout,
                  SDL_Surface *target, int x, int y, int width_px, SDL_Color colour)
{
    const struct yt_kept_layout *kept = yt_layout_kept(layout);
    const SDL_Rect clip = target->clip_rect;

    if (layout->line_count == 0 || clip.w <= 0 || clip.h <= 0)
        return;
    for (int i = 0; i < layout->line_count; i++) {
        const struct yt_layout_line *line = &kept->lines[i];
        int top = y + i * layout->line_height;
        int left = x + yt_layout_line_x(kept, i, width_px);

        /* An em of room: marks may reach out of the line's box. */
        if (top + layout->line_height + kept->key.style.em_px < clip.y ||
            top - kept->key.style.em_px > clip.y + clip.h)
            continue;
        for (uint32_t k = 0; k < line->pieces; k++) {
            const struct yt_piece *piece = &kept->pieces[line->first_piece + k];

            if (!piece->blank)
                draw_piece(engine, kept, piece, target, left + piece->x,
                           top + layout->first_baseline - piece->rise, colour);
        }
    }
}

/* The piece of the line that holds the byte, or the last before it. */
static const struct yt_piece *piece_at(const struct yt_kept_layout *kept,
                                       const struct yt_layout_line *line, size_t offset)
{
    const struct yt_piece *found = NULL;

    for (uint32_t i = 0; i < line->pieces; i++) {
        const struct yt_piece *piece = &kept->pieces[line->first_piece + i];

        if (piece->rise == 0 && piece->at <= offset)
            found = piece;
    }
    return found;
}

struct yt_text_caret yt_text_caret(struct yt_text_engine *engine,
                                   const struct yt_text_layout *layout, size_t offset, int width_px)
{
    const struct yt_kept_layout *kept = yt_layout_kept(layout);
    struct yt_text_caret caret = {0};
    const struct yt_piece *piece;

    if (layout->line_count == 0)
        return caret;
    offset = offset < kept->text_size ? offset : kept->text_size;
    while (caret.line + 1 < layout->line_count && kept->lines[caret.line + 1].at <= offset)
        caret.line++;
    caret.x = yt_layout_line_x(kept, caret.line, width_px);
    caret.top = caret.line * layout->line_height;
    caret.height = kept->ascent + kept->descent;
    piece = piece_at(kept, &kept->lines[caret.line], offset);
    if (!piece)
        return caret;
    caret.x += piece->x;
    if (offset >= piece->at + piece->size)
        caret.x += (piece->width + YT_TEXT_UNIT / 2) / YT_TEXT_UNIT;
    else if (offset > piece->at)
        caret.x += (yt_fonts_measure(engine->tools.fonts, &piece->font, kept->text + piece->at,
                                     offset - piece->at) +
                    YT_TEXT_UNIT / 2) /
                   YT_TEXT_UNIT;
    return caret;
}

void yt_text_trim(struct yt_text_engine *engine)
{
    yt_cache_trim(&engine->layouts);
    yt_cache_trim(&engine->pixels);
}

void yt_text_forget(struct yt_text_engine *engine)
{
    yt_cache_clear(&engine->layouts);
    yt_cache_clear(&engine->pixels);
    yt_breaker_forget(engine->tools.breaker);
    yt_fonts_forget(engine->tools.fonts);
}

bool yt_text_has_letters(struct yt_text_engine *engine, const char *markup, const char *language)
{
    const struct yt_font_key key = {.weight = YT_TEXT_REGULAR, .em_px = 16};
    struct yt_source *source = &engine->tools.source;
    bool has = yt_source_read(source, engine->tools.fonts, engine->tools.breaker, markup, false,
                              yt_text_rules(language), &key) &&
               !source->lacks_letters;

    yt_source_wipe(source);
    return has;
}

struct yt_text_usage yt_text_usage(const struct yt_text_engine *engine)
{
    return (struct yt_text_usage){.layouts = engine->layouts.count,
                                  .layout_bytes = engine->layouts.bytes,
                                  .pieces = engine->pixels.count,
                                  .pixel_bytes = engine->pixels.bytes,
                                  .open_faces = yt_fonts_open_count(engine->tools.fonts)};
}
