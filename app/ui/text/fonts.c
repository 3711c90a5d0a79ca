#include "ui/text/fonts.h"

#include "base/str.h"
#include "ui/text/font_set.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

static int32_t letter_advance(struct yt_font *font, uint32_t code_point);

static int32_t space_of(struct yt_font *font)
{
    return letter_advance(font, ' ');
}

bool yt_fonts_has(struct yt_fonts *fonts, const struct yt_font_key *key, uint32_t code_point)
{
    uint32_t question = code_point << 8 | (uint32_t)key->face << 2 | (uint32_t)key->weight << 1;
    uint32_t *slot = &fonts->has[(code_point * 31 + (uint32_t)key->face * 7) % YT_HAS_SLOTS];

    if (*slot && (*slot & ~1U) == question)
        return *slot & 1U;

    struct yt_font *font = yt_font_set_get(fonts, key);
    bool has = false;

    if (font && font->shaper)
        has = yt_shaper_has(font->shaper, code_point);
    else if (font)
        has = TTF_GlyphIsProvided32(font->ttf, code_point) != 0;
    *slot = question | (has ? 1U : 0U);
    return has;
}

/* SDL_ttf tells whole pixels only; sixteen times the letter tells sixteenths. */
#define REPEAT 16

static int32_t ask_advance(struct yt_font *font, uint32_t code_point)
{
    char text[4 * REPEAT + 1];
    size_t size = yt_str_put(text, code_point);
    int width = 0;

    if (font->shaper)
        return yt_shaper_measure(font->shaper, font->key.script, text, size);
    for (int i = 1; i < REPEAT; i++)
        size += yt_str_put(text + size, code_point);
    text[size] = '\0';
    if (TTF_SizeUTF8(font->ttf, text, &width, NULL) != 0)
        return 0;
    return width * (YT_TEXT_UNIT / REPEAT);
}

static int32_t letter_advance(struct yt_font *font, uint32_t code_point)
{
    struct yt_advance_slot *slot = &font->advances[code_point % YT_ADVANCE_SLOTS];

    if (slot->code_point != code_point)
        *slot = (struct yt_advance_slot){code_point, ask_advance(font, code_point)};
    return slot->advance;
}

/* The unified kanji and the syllables of Hangul are one em wide in all our faces, and there are
 * thousands of them: no need to ask for each. */
static bool is_em_wide(const struct yt_font_key *key, uint32_t code_point)
{
    return code_point >= 0x4E00 && code_point <= 0x9FFF && key->face != YT_FACE_LATIN &&
           key->face != YT_FACE_DEVANAGARI;
}

int32_t yt_fonts_advance(struct yt_fonts *fonts, const struct yt_font_key *key, uint32_t code_point)
{
    struct yt_font *font;

    if (is_em_wide(key, code_point))
        return key->em_px * YT_TEXT_UNIT;
    if (u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return 0;
    font = yt_font_set_get(fonts, key);
    return font ? letter_advance(font, code_point) : 0;
}

/* A space before and behind the text keeps ink that reaches over the pen's start or end from
 * changing the measure: SDL_ttf tells the larger of ink and pen. */
static bool between_spaces(struct yt_font *font, const char *text, size_t size, bool behind,
                           char padded[static YT_WORD_MAX + 3])
{
    size_t at = 0;

    if (size > YT_WORD_MAX)
        return false;
    padded[at++] = ' ';
    memcpy(padded + at, text, size);
    at += size;
    if (behind)
        padded[at++] = ' ';
    padded[at] = '\0';
    if ((int)at > font->longest)
        font->longest = (int)at;
    return true;
}

int32_t yt_fonts_measure(struct yt_fonts *fonts, const struct yt_font_key *key, const char *text,
                         size_t size)
{
    struct yt_font *font = yt_font_set_get(fonts, key);
    char padded[YT_WORD_MAX + 3];
    int32_t length = 0;
    int width = 0;

    if (font && font->shaper)
        return size <= YT_WORD_MAX ? yt_shaper_measure(font->shaper, key->script, text, size) : 0;
    if (font && between_spaces(font, text, size, true, padded) &&
        TTF_SizeUTF8(font->ttf, padded, &width, NULL) == 0) {
        /* The whole pixels told are half a pixel short in the middle of all cases. */
        length = width * YT_TEXT_UNIT + YT_TEXT_UNIT / 2 - 2 * space_of(font);
    }
    sodium_memzero(padded, sizeof padded);
    return length > 0 ? length : 0;
}

/* How far above the ascent the letters reach: SDL_ttf moves the base line down by that, and says
 * so only by the height of its surface. */
static int rise_above_ascent(TTF_Font *ttf, const char *text, int surface_height)
{
    int ascent = TTF_FontAscent(ttf);
    int rise = 0;
    uint32_t code_point;

    if (surface_height <= TTF_FontHeight(ttf))
        return 0;
    while ((code_point = yt_str_next(&text)) != 0) {
        int top = 0;

        if (TTF_GlyphMetrics32(ttf, code_point, NULL, NULL, NULL, &top, NULL) == 0 &&
            top - ascent > rise)
            rise = top - ascent;
    }
    return rise < surface_height - TTF_FontHeight(ttf) ? rise
                                                       : surface_height - TTF_FontHeight(ttf);
}

static bool row_is_empty(const SDL_Surface *surface, int y)
{
    const uint8_t *row = (const uint8_t *)surface->pixels + (size_t)y * (size_t)surface->pitch;

    for (int x = 0; x < surface->w; x++) {
        if (row[x])
            return false;
    }
    return true;
}

static bool column_is_empty(const SDL_Surface *surface, int x)
{
    for (int y = 0; y < surface->h; y++) {
        if (((const uint8_t *)surface->pixels)[(size_t)y * (size_t)surface->pitch + (size_t)x])
            return false;
    }
    return true;
}

static SDL_Rect ink_of(const SDL_Surface *surface)
{
    SDL_Rect ink = {0, 0, surface->w, surface->h};

    while (ink.h > 0 && row_is_empty(surface, ink.y + ink.h - 1))
        ink.h--;
    while (ink.h > 0 && row_is_empty(surface, ink.y))
        ink.y++, ink.h--;
    if (ink.h == 0)
        return (SDL_Rect){0, 0, 0, 0};
    while (column_is_empty(surface, ink.x + ink.w - 1))
        ink.w--;
    while (column_is_empty(surface, ink.x))
        ink.x++, ink.w--;
    return ink;
}

/* Only what has ink is kept: a third of the surface is not. */
static bool keep_ink(const SDL_Surface *surface, struct yt_font_picture *picture)
{
    SDL_Rect ink = ink_of(surface);

    picture->left += ink.x;
    picture->top += ink.y;
    picture->width = ink.w;
    picture->height = ink.h;
    if (ink.h == 0)
        return true;
    picture->coverage = malloc((size_t)ink.w * (size_t)ink.h);
    if (!picture->coverage)
        return false;
    for (int y = 0; y < ink.h; y++) {
        memcpy(picture->coverage + (size_t)y * (size_t)ink.w,
               (const uint8_t *)surface->pixels + (size_t)(ink.y + y) * (size_t)surface->pitch +
                   ink.x,
               (size_t)ink.w);
    }
    return true;
}

static SDL_Surface *render_ttf(struct yt_font *font, const char *text, size_t size,
                               struct yt_font_picture *picture)
{
    const SDL_Color full = {255, 255, 255, 255};
    const SDL_Color none = {0, 0, 0, 255};
    char padded[YT_WORD_MAX + 3];

    if (!between_spaces(font, text, size, false, padded))
        return NULL;

    /* Shaded gives an 8 bit surface whose palette index is the coverage. */
    SDL_Surface *surface = TTF_RenderUTF8_Shaded(font->ttf, padded, full, none);

    if (surface) {
        int rise = rise_above_ascent(font->ttf, padded, surface->h);

        picture->left = -(space_of(font) / YT_TEXT_UNIT); /* SDL_ttf rounds pens down */
        picture->top = -TTF_FontAscent(font->ttf) - rise;
    }
    sodium_memzero(padded, sizeof padded);
    return surface;
}

bool yt_fonts_rasterise(struct yt_fonts *fonts, const struct yt_font_key *key, const char *text,
                        size_t size, struct yt_font_picture *picture)
{
    struct yt_font *font = yt_font_set_get(fonts, key);
    SDL_Surface *surface = NULL;
    bool kept = true;

    *picture = (struct yt_font_picture){0};
    if (font && !font->shaper)
        surface = render_ttf(font, text, size, picture);
    else if (font && size <= YT_WORD_MAX)
        surface =
            yt_shaper_render(font->shaper, key->script, text, size, &picture->left, &picture->top);
    if (surface) {
        kept = keep_ink(surface, picture);
        sodium_memzero(surface->pixels, (size_t)surface->h * (size_t)surface->pitch);
        SDL_FreeSurface(surface);
    }
    return kept;
}

/* SDL_ttf keeps the glyphs of the last text with their places; another text of that length takes
 * their room (shapers keep nothing). Then all are closed: the next visitor's language is rarely
 * this one's, and opening the faces of a Japanese screen takes less than a millisecond. */
void yt_fonts_forget(struct yt_fonts *fonts)
{
    char blank[YT_WORD_MAX + 1];

    for (size_t i = 0; i < fonts->open_count; i++) {
        struct yt_font *font = fonts->open[i];
        int count = font->longest < YT_WORD_MAX ? font->longest : YT_WORD_MAX;

        if (font->shaper)
            continue;
        memset(blank, ' ', (size_t)count);
        blank[count] = '\0';
        (void)TTF_SizeUTF8(font->ttf, blank, NULL, NULL);
    }
    memset(fonts->has, 0, sizeof fonts->has);
    yt_font_set_close(fonts);
}
