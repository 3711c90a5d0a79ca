#include "ui/text/fonts.h"

#include "base/str.h"

#include <SDL_ttf.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unistd.h>

#define PATH_SIZE 512
#define ADVANCE_SLOTS 512 /* a power of two; a page has far fewer different kana */
#define HAS_SLOTS 1024
#define WORD_MAX 1024 /* bytes that are shaped at once */

/* Below this the eye sees where a stem falls, so the hinter may put it on the grid; above it
 * hinting only costs time (half of a new kanji's). */
#define HINT_BELOW_PX 28

struct advance_slot {
    uint32_t code_point;
    int32_t advance;
};

struct font {
    TTF_Font *ttf; /* NULL: slot is free */
    struct yt_font_key key;
    uint64_t used; /* yt_fonts.turn when it was last asked for */
    int32_t space;
    int longest; /* characters of the longest text it was given since it was wiped */
    struct advance_slot advances[ADVANCE_SLOTS];
};

struct mapped {
    const void *data;
    size_t size;
};

struct yt_fonts {
    char folder[PATH_SIZE]; /* empty: the packages' own places */
    struct mapped files[YT_FILE_COUNT][2];
    struct font **open; /* open_max pointers, NULL from open_count on */
    size_t open_count, open_max;
    uint64_t turn;
    uint32_t has[HAS_SLOTS]; /* code point << 8 | face << 2 | weight << 1 | answer; 0 is free */
};

/* SDL_ttf keeps one FreeType library for the whole process, and neither counts its users nor
 * opens faces safely from two threads (the screen's and the slip printer's). */
static pthread_mutex_t library_lock = PTHREAD_MUTEX_INITIALIZER;

static const char *folder_of(const struct yt_fonts *fonts)
{
    return fonts->folder[0] ? fonts->folder : NULL;
}

static bool check_files(const struct yt_fonts *fonts, struct yt_err *err)
{
    for (int file = 0; file < YT_FILE_COUNT; file++) {
        for (int weight = 0; weight < 2; weight++) {
            char path[PATH_SIZE * 2];

            if (!yt_face_path(file, weight, folder_of(fonts), path, sizeof path))
                return yt_err_set(err, YT_ERR_TOO_LARGE, "the font folder's name is too long");
            if (access(path, R_OK) == 0)
                continue;
            yt_err_set(err, YT_ERR_NOT_FOUND, "font %s: %s", path, strerror(errno));
            return yt_err_remedy(err, "Install the package %s (apt install %s).",
                                 yt_face_package(file), yt_face_package(file));
        }
    }
    return true;
}

struct yt_fonts *yt_fonts_new(const char *folder, size_t open_max, struct yt_err *err)
{
    struct yt_fonts *fonts = calloc(1, sizeof *fonts);
    struct font **open = calloc(open_max, sizeof(struct font *));

    if (!folder)
        folder = getenv("YT_FONT_FOLDER");
    if (!fonts || !open) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for fonts");
        goto refused;
    }
    if (folder && !yt_str_copy(fonts->folder, sizeof fonts->folder, folder)) {
        yt_err_set(err, YT_ERR_TOO_LARGE, "the font folder's name is too long");
        goto refused;
    }
    if (!check_files(fonts, err))
        goto refused;
    pthread_mutex_lock(&library_lock);
    int started = TTF_Init();
    pthread_mutex_unlock(&library_lock);
    if (started != 0) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "SDL_ttf: %s", TTF_GetError());
        goto refused;
    }
    fonts->open = open;
    fonts->open_max = open_max;
    return fonts;

refused:
    free(open);
    free(fonts);
    return NULL;
}

static void close_font(struct font *font)
{
    pthread_mutex_lock(&library_lock);
    TTF_CloseFont(font->ttf);
    pthread_mutex_unlock(&library_lock);
    sodium_memzero(font, sizeof *font);
    free(font);
}

void yt_fonts_free(struct yt_fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->open_count; i++)
        close_font(fonts->open[i]);
    pthread_mutex_lock(&library_lock);
    TTF_Quit();
    pthread_mutex_unlock(&library_lock);
    for (int file = 0; file < YT_FILE_COUNT; file++) {
        for (int weight = 0; weight < 2; weight++) {
            struct mapped *map = &fonts->files[file][weight];

            if (map->data)
                munmap((void *)(uintptr_t)map->data, map->size);
        }
    }
    free(fonts->open);
    sodium_memzero(fonts, sizeof *fonts);
    free(fonts);
}

size_t yt_fonts_open_count(const struct yt_fonts *fonts)
{
    return fonts->open_count;
}

/* A file that vanished after the start is no reason to stop: the letters are then missing. */
static const struct mapped *map_file(struct yt_fonts *fonts, enum yt_face_file file,
                                     enum yt_text_weight weight)
{
    struct mapped *map = &fonts->files[file][weight];
    char path[PATH_SIZE * 2];
    struct stat status;

    if (map->data)
        return map;
    if (!yt_face_path(file, weight, folder_of(fonts), path, sizeof path))
        return NULL;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return NULL;
    if (fstat(fd, &status) == 0 && status.st_size > 0) {
        void *data = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);

        if (data != MAP_FAILED)
            *map = (struct mapped){data, (size_t)status.st_size};
    }
    close(fd);
    return map->data ? map : NULL;
}

static void use_script(struct font *font, int script)
{
    const char *name;

    if (font->key.script == script)
        return;
    font->key.script = script;
    name = uscript_getShortName(script);
    (void)TTF_SetFontScriptName(font->ttf, name ? name : "Zyyy");
}

static struct font *open_font(struct yt_fonts *fonts, const struct yt_font_key *key)
{
    const struct yt_face_info *info = yt_face_info(key->face);
    const struct mapped *map = map_file(fonts, info->file, key->weight);
    struct font *font = map ? calloc(1, sizeof *font) : NULL;

    if (!font)
        return NULL;
    pthread_mutex_lock(&library_lock);
    SDL_RWops *source = SDL_RWFromConstMem(map->data, (int)map->size);

    font->ttf = source ? TTF_OpenFontIndexRW(source, 1, key->em_px, info->index) : NULL;
    pthread_mutex_unlock(&library_lock);
    if (!font->ttf) {
        free(font);
        return NULL;
    }
    TTF_SetFontHinting(font->ttf,
                       key->em_px < HINT_BELOW_PX ? TTF_HINTING_NORMAL : TTF_HINTING_NONE);
    (void)TTF_SetFontDirection(font->ttf, TTF_DIRECTION_LTR);
    font->key = *key;
    font->key.script = USCRIPT_INVALID_CODE;
    use_script(font, USCRIPT_COMMON);
    return font;
}

static void close_oldest(struct yt_fonts *fonts)
{
    size_t oldest = 0;

    for (size_t i = 1; i < fonts->open_count; i++) {
        if (fonts->open[i]->used < fonts->open[oldest]->used)
            oldest = i;
    }
    close_font(fonts->open[oldest]);
    fonts->open[oldest] = fonts->open[--fonts->open_count];
    fonts->open[fonts->open_count] = NULL;
}

static int32_t letter_advance(struct font *font, uint32_t code_point);

/* The font, open, with the key's script set; valid until the next call. NULL when it cannot be
 * opened. */
static struct font *font_for(struct yt_fonts *fonts, const struct yt_font_key *key)
{
    struct font *font;

    for (size_t i = 0; i < fonts->open_count; i++) {
        font = fonts->open[i];
        if (font->key.face != key->face || font->key.em_px != key->em_px ||
            font->key.weight != key->weight)
            continue;
        font->used = ++fonts->turn;
        use_script(font, key->script);
        return font;
    }
    if (fonts->open_count == fonts->open_max)
        close_oldest(fonts);
    font = open_font(fonts, key);
    if (!font)
        return NULL;
    fonts->open[fonts->open_count++] = font;
    font->used = ++fonts->turn;
    font->space = letter_advance(font, ' ');
    use_script(font, key->script);
    return font;
}

bool yt_fonts_has(struct yt_fonts *fonts, const struct yt_font_key *key, uint32_t code_point)
{
    uint32_t question = code_point << 8 | (uint32_t)key->face << 2 | (uint32_t)key->weight << 1;
    uint32_t *slot = &fonts->has[(code_point * 31 + (uint32_t)key->face * 7) % HAS_SLOTS];

    if (*slot && (*slot & ~1U) == question)
        return *slot & 1U;

    struct font *font = font_for(fonts, key);
    bool has = font && TTF_GlyphIsProvided32(font->ttf, code_point) != 0;

    *slot = question | (has ? 1U : 0U);
    return has;
}

/* SDL_ttf tells whole pixels only; sixteen times the letter tells sixteenths. */
#define REPEAT 16

static int32_t letter_advance(struct font *font, uint32_t code_point)
{
    struct advance_slot *slot = &font->advances[code_point % ADVANCE_SLOTS];
    char text[4 * REPEAT + 1];
    size_t size = 0;
    int width = 0;

    if (slot->code_point == code_point)
        return slot->advance;
    for (int i = 0; i < REPEAT; i++)
        size += yt_str_put(text + size, code_point);
    text[size] = '\0';
    if (TTF_SizeUTF8(font->ttf, text, &width, NULL) != 0)
        width = 0;
    *slot = (struct advance_slot){code_point, width * (YT_TEXT_UNIT / REPEAT)};
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
    struct font *font;

    if (is_em_wide(key, code_point))
        return key->em_px * YT_TEXT_UNIT;
    if (u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return 0;
    font = font_for(fonts, key);
    return font ? letter_advance(font, code_point) : 0;
}

/* A space before and behind the text keeps ink that reaches over the pen's start or end from
 * changing the measure: SDL_ttf tells the larger of ink and pen. */
static bool between_spaces(struct font *font, const char *text, size_t size, bool behind,
                           char padded[static WORD_MAX + 3])
{
    size_t at = 0;

    if (size > WORD_MAX)
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
    struct font *font = font_for(fonts, key);
    char padded[WORD_MAX + 3];
    int32_t length = 0;
    int width = 0;

    if (font && between_spaces(font, text, size, true, padded) &&
        TTF_SizeUTF8(font->ttf, padded, &width, NULL) == 0) {
        /* The whole pixels told are half a pixel short in the middle of all cases. */
        length = width * YT_TEXT_UNIT + YT_TEXT_UNIT / 2 - 2 * font->space;
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

bool yt_fonts_rasterise(struct yt_fonts *fonts, const struct yt_font_key *key, const char *text,
                        size_t size, struct yt_font_picture *picture)
{
    const SDL_Color full = {255, 255, 255, 255};
    const SDL_Color none = {0, 0, 0, 255};
    struct font *font = font_for(fonts, key);
    char padded[WORD_MAX + 3];
    bool kept = true;

    *picture = (struct yt_font_picture){0};
    if (!font || !between_spaces(font, text, size, false, padded))
        return true;

    /* Shaded gives an 8 bit surface whose palette index is the coverage. */
    SDL_Surface *surface = TTF_RenderUTF8_Shaded(font->ttf, padded, full, none);

    if (surface) {
        int rise = rise_above_ascent(font->ttf, padded, surface->h);

        picture->left = -(font->space / YT_TEXT_UNIT); /* SDL_ttf rounds pens down */
        picture->top = -TTF_FontAscent(font->ttf) - rise;
        kept = keep_ink(surface, picture);
        sodium_memzero(surface->pixels, (size_t)surface->h * (size_t)surface->pitch);
        SDL_FreeSurface(surface);
    }
    sodium_memzero(padded, sizeof padded);
    return kept;
}

/* SDL_ttf keeps the glyphs of the last text with their places; another text of that length takes
 * their room. */
void yt_fonts_forget(struct yt_fonts *fonts)
{
    char blank[WORD_MAX + 1];

    for (size_t i = 0; i < fonts->open_count; i++) {
        struct font *font = fonts->open[i];
        int count = font->longest < WORD_MAX ? font->longest : WORD_MAX;

        memset(blank, ' ', (size_t)count);
        blank[count] = '\0';
        (void)TTF_SizeUTF8(font->ttf, blank, NULL, NULL);
        font->longest = 0;
        memset(font->advances, 0, sizeof font->advances);
        (void)letter_advance(font, ' ');
    }
    memset(fonts->has, 0, sizeof fonts->has);
}
