#include "ui/text/shaper.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <hb.h>
#include <sodium.h>
#include <stdlib.h>
#include <unicode/uscript.h>

#define UNIT 64

/* Room for the longest text (YT_WORD_MAX bytes): a buffer that never grows leaves no copy behind.
 * A mark without its letter gets a dotted circle, but has itself two bytes or three, so there are
 * no more glyphs than bytes. */
#define GLYPHS_MAX 1024

struct yt_shaper {
    FT_Library library;
    FT_Face face;
    FT_Int32 load_flags;
    hb_font_t *font;
    hb_buffer_t *buffer; /* empty and wiped between calls */
    hb_language_t language;
};

void yt_shaper_close(struct yt_shaper *shaper)
{
    if (!shaper)
        return;
    hb_buffer_destroy(shaper->buffer);
    hb_font_destroy(shaper->font);
    if (shaper->face)
        FT_Done_Face(shaper->face);
    if (shaper->library)
        FT_Done_FreeType(shaper->library);
    free(shaper);
}

static hb_font_t *open_font(const void *data, size_t size, long index)
{
    hb_blob_t *blob = hb_blob_create(data, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, (unsigned)index);
    hb_font_t *font = hb_font_create(face);

    hb_face_destroy(face); /* the font holds it */
    hb_blob_destroy(blob);
    return font;
}

struct yt_shaper *yt_shaper_open(const void *data, size_t size, long index, const char *language)
{
    struct yt_shaper *shaper = calloc(1, sizeof *shaper);

    if (!shaper)
        return NULL;
    shaper->font = open_font(data, size, index);
    shaper->buffer = hb_buffer_create();
    shaper->language = hb_language_from_string(language, -1);
    if (!hb_buffer_pre_allocate(shaper->buffer, GLYPHS_MAX) ||
        FT_Init_FreeType(&shaper->library) != 0 ||
        FT_New_Memory_Face(shaper->library, data, (FT_Long)size, index, &shaper->face) != 0) {
        yt_shaper_close(shaper);
        return NULL;
    }
    return shaper;
}

bool yt_shaper_set_size(struct yt_shaper *shaper, int em_px, bool hinted)
{
    shaper->load_flags = hinted ? FT_LOAD_TARGET_NORMAL : FT_LOAD_NO_HINTING;
    hb_font_set_scale(shaper->font, em_px * UNIT, em_px * UNIT);
    return FT_Set_Pixel_Sizes(shaper->face, 0, (FT_UInt)em_px) == 0;
}

bool yt_shaper_has(struct yt_shaper *shaper, uint32_t code_point)
{
    return FT_Get_Char_Index(shaper->face, code_point) != 0;
}

/* The glyphs stay in the buffer until clear(). */
static unsigned shape(struct yt_shaper *shaper, int script, const char *text, size_t size)
{
    const char *name = uscript_getShortName(script);

    hb_buffer_set_direction(shaper->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(shaper->buffer, shaper->language);
    hb_buffer_set_script(shaper->buffer, hb_script_from_string(name ? name : "Zyyy", -1));
    hb_buffer_add_utf8(shaper->buffer, text, (int)size, 0, (int)size);
    hb_shape(shaper->font, shaper->buffer, NULL, 0);
    return hb_buffer_get_length(shaper->buffer);
}

/* Glyphs tell letters. Letters that became one glyph leave theirs behind the end, so all of the
 * room that the text may have taken is wiped, in both of the arrays that HarfBuzz works in. */
static void clear(struct yt_shaper *shaper, size_t size)
{
    unsigned count = size < GLYPHS_MAX ? (unsigned)size : GLYPHS_MAX;

    if (hb_buffer_set_length(shaper->buffer, count)) {
        sodium_memzero(hb_buffer_get_glyph_positions(shaper->buffer, NULL),
                       count * sizeof(hb_glyph_position_t));
        sodium_memzero(hb_buffer_get_glyph_infos(shaper->buffer, NULL),
                       count * sizeof(hb_glyph_info_t));
    }
    hb_buffer_clear_contents(shaper->buffer);
}

int32_t yt_shaper_measure(struct yt_shaper *shaper, int script, const char *text, size_t size)
{
    unsigned count = shape(shaper, script, text, size);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    int32_t pen = 0;

    for (unsigned i = 0; i < count; i++)
        pen += places[i].x_advance;
    clear(shaper, size);
    return pen;
}

/* The pixels that the glyphs may touch, one of them all round to spare for hinting. */
static SDL_Rect ink_box(struct yt_shaper *shaper, unsigned count)
{
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(shaper->buffer, NULL);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    SDL_Rect box = {0, 0, 0, 0};
    int32_t pen = 0;

    for (unsigned i = 0; i < count; i++) {
        hb_glyph_extents_t ink;

        if (hb_font_get_glyph_extents(shaper->font, glyphs[i].codepoint, &ink) && ink.width) {
            int32_t x = pen + places[i].x_offset + ink.x_bearing;
            int32_t y = -places[i].y_offset - ink.y_bearing; /* heights are negative: down */
            const SDL_Rect glyph = {(x >> 6) - 1, (y >> 6) - 1, ink.width / UNIT + 4,
                                    -ink.height / UNIT + 4};

            SDL_UnionRect(&box, &glyph, &box);
        }
        pen += places[i].x_advance;
    }
    return box;
}

/* Puts a glyph over what is there as a second coat of ink: where letters meet in the head line
 * there is neither a gap nor a knot. */
static void add_glyph(SDL_Surface *surface, const FT_Bitmap *bitmap, int x, int y)
{
    for (int row = 0; row < (int)bitmap->rows; row++) {
        const uint8_t *from = bitmap->buffer + (ptrdiff_t)row * bitmap->pitch;
        uint8_t *to = (uint8_t *)surface->pixels + (ptrdiff_t)(y + row) * surface->pitch + x;

        if (y + row < 0 || y + row >= surface->h)
            continue;
        for (int i = 0; i < (int)bitmap->width; i++) {
            if (x + i < 0 || x + i >= surface->w || !from[i])
                continue;
            to[i] = to[i] ? (uint8_t)(255 - (255 - to[i]) * (255 - from[i]) / 255) : from[i];
        }
    }
}

/* Outlines move by the pen's part of a pixel, so letters stand exactly where they are measured. */
static void draw_glyphs(struct yt_shaper *shaper, unsigned count, SDL_Surface *surface, int left,
                        int top)
{
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(shaper->buffer, NULL);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    FT_GlyphSlot slot = shaper->face->glyph;
    int32_t pen = 0;

    for (unsigned i = 0; i < count; i++) {
        int32_t x = pen + places[i].x_offset;
        int32_t y = places[i].y_offset;

        pen += places[i].x_advance;
        if (FT_Load_Glyph(shaper->face, glyphs[i].codepoint, shaper->load_flags) != 0 ||
            slot->format != FT_GLYPH_FORMAT_OUTLINE)
            continue;
        FT_Outline_Translate(&slot->outline, x & (UNIT - 1), y & (UNIT - 1));
        if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) == 0)
            add_glyph(surface, &slot->bitmap, (x >> 6) + slot->bitmap_left - left,
                      -(y >> 6) - slot->bitmap_top - top);
    }
}

SDL_Surface *yt_shaper_render(struct yt_shaper *shaper, int script, const char *text, size_t size,
                              int *left, int *top)
{
    unsigned count = shape(shaper, script, text, size);
    SDL_Rect box = ink_box(shaper, count);
    SDL_Surface *surface = NULL;

    if (!SDL_RectEmpty(&box))
        surface = SDL_CreateRGBSurfaceWithFormat(0, box.w, box.h, 8, SDL_PIXELFORMAT_INDEX8);
    if (surface) {
        draw_glyphs(shaper, count, surface, box.x, box.y);
        *left = box.x;
        *top = box.y;
    }
    clear(shaper, size);
    return surface;
}
