#include "ui/text/font_set.h"

#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unicode/uscript.h>
#include <unistd.h>

#define PATH_SIZE (YT_FONT_FOLDER_SIZE * 2)

/* Below this the eye sees where a stem falls, so the hinter may put it on the grid; above it
 * hinting only costs time (half of a new kanji's). */
#define HINT_BELOW_PX 28

/* A face of the CJK collection takes 2 MB and more while it is open, the others a tenth. So these
 * change their size in place instead of being open in several, and no more than three are open:
 * a language's regular and bold, and a stranger. */
#define HEAVY_MAX 3

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
            char path[PATH_SIZE];

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
    struct yt_font **open = calloc(open_max, sizeof(struct yt_font *));

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

static void close_font(struct yt_font *font)
{
    yt_shaper_close(font->shaper);
    if (font->ttf) {
        pthread_mutex_lock(&library_lock);
        TTF_CloseFont(font->ttf);
        pthread_mutex_unlock(&library_lock);
    }
    sodium_memzero(font, sizeof *font);
    free(font);
}

/* A file that vanished after the start is no reason to stop: the letters are then missing. */
static const struct yt_mapped_file *map_file(struct yt_fonts *fonts, enum yt_face_file file,
                                             enum yt_text_weight weight)
{
    struct yt_mapped_file *map = &fonts->files[file][weight];
    char path[PATH_SIZE];
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
            *map = (struct yt_mapped_file){data, (size_t)status.st_size};
    }
    close(fd);
    return map->data ? map : NULL;
}

static bool is_heavy(enum yt_face face)
{
    return yt_face_info(face)->file == YT_FILE_CJK;
}

/* Open once for all sizes: the heavy ones, and shapers, to which a size is two numbers. */
static bool serves_all_sizes(enum yt_face face)
{
    return is_heavy(face) || yt_face_info(face)->language;
}

static int hinting_for(int em_px)
{
    return em_px < HINT_BELOW_PX ? TTF_HINTING_NORMAL : TTF_HINTING_NONE;
}

static void use_script(struct yt_font *font, int script)
{
    const char *name;

    if (font->key.script == script)
        return;
    font->key.script = script;
    if (font->shaper)
        return; /* is told with each text */
    name = uscript_getShortName(script);
    (void)TTF_SetFontScriptName(font->ttf, name ? name : "Zyyy");
}

/* What was remembered of the letters held for the old size. */
static bool use_size(struct yt_font *font, int em_px)
{
    if (font->key.em_px == em_px)
        return true;
    if (font->shaper) {
        if (!yt_shaper_set_size(font->shaper, em_px, em_px < HINT_BELOW_PX))
            return false;
    } else {
        if (TTF_SetFontSize(font->ttf, em_px) != 0)
            return false;
        if (hinting_for(em_px) != TTF_GetFontHinting(font->ttf))
            TTF_SetFontHinting(font->ttf, hinting_for(em_px));
    }
    font->key.em_px = em_px;
    memset(font->advances, 0, sizeof font->advances);
    return true;
}

/* Opening and the first shaping read 5 MB of tables once, to check them. Those pages are given
 * back; the few that are needed again come from the page cache. */
static void settle_heavy(struct yt_font *font, const struct yt_mapped_file *map)
{
    (void)TTF_SizeUTF8(font->ttf, " ", NULL, NULL);
    (void)madvise((void *)(uintptr_t)map->data, map->size, MADV_DONTNEED);
}

static TTF_Font *open_ttf(const struct yt_mapped_file *map, const struct yt_face_info *info,
                          int em_px)
{
    pthread_mutex_lock(&library_lock);
    SDL_RWops *source = SDL_RWFromConstMem(map->data, (int)map->size);
    TTF_Font *ttf = source ? TTF_OpenFontIndexRW(source, 1, em_px, info->index) : NULL;
    pthread_mutex_unlock(&library_lock);

    if (ttf) {
        TTF_SetFontHinting(ttf, hinting_for(em_px));
        (void)TTF_SetFontDirection(ttf, TTF_DIRECTION_LTR);
    }
    return ttf;
}

static struct yt_font *open_font(struct yt_fonts *fonts, const struct yt_font_key *key)
{
    const struct yt_face_info *info = yt_face_info(key->face);
    const struct yt_mapped_file *map = map_file(fonts, info->file, key->weight);
    struct yt_font *font = map ? calloc(1, sizeof *font) : NULL;

    if (!font)
        return NULL;
    if (info->language)
        font->shaper = yt_shaper_open(map->data, map->size, info->index, info->language);
    else
        font->ttf = open_ttf(map, info, key->em_px);
    if (!font->ttf && !font->shaper) {
        free(font);
        return NULL;
    }
    font->key = *key;
    font->key.em_px = font->shaper ? 0 : key->em_px; /* a shaper has no size yet */
    font->key.script = USCRIPT_INVALID_CODE;
    use_script(font, USCRIPT_COMMON);
    if (is_heavy(key->face))
        settle_heavy(font, map);
    return font;
}

static size_t heavy_count(const struct yt_fonts *fonts)
{
    size_t count = 0;

    for (size_t i = 0; i < fonts->open_count; i++)
        count += is_heavy(fonts->open[i]->key.face);
    return count;
}

/* Closes the font that was not asked for longest; of the heavy ones only, if so wished. */
static void close_oldest(struct yt_fonts *fonts, bool heavy)
{
    size_t oldest = fonts->open_count;

    for (size_t i = 0; i < fonts->open_count; i++) {
        if (heavy && !is_heavy(fonts->open[i]->key.face))
            continue;
        if (oldest == fonts->open_count || fonts->open[i]->used < fonts->open[oldest]->used)
            oldest = i;
    }
    close_font(fonts->open[oldest]);
    fonts->open[oldest] = fonts->open[--fonts->open_count];
    fonts->open[fonts->open_count] = NULL;
}

static struct yt_font *find_open(struct yt_fonts *fonts, const struct yt_font_key *key)
{
    for (size_t i = 0; i < fonts->open_count; i++) {
        struct yt_font *font = fonts->open[i];

        if (font->key.face == key->face && font->key.weight == key->weight &&
            (font->key.em_px == key->em_px || serves_all_sizes(key->face)))
            return font;
    }
    return NULL;
}

struct yt_font *yt_font_set_get(struct yt_fonts *fonts, const struct yt_font_key *key)
{
    struct yt_font *font = find_open(fonts, key);

    if (!font) {
        if (is_heavy(key->face) && heavy_count(fonts) == HEAVY_MAX)
            close_oldest(fonts, true);
        if (fonts->open_count == fonts->open_max)
            close_oldest(fonts, false);
        font = open_font(fonts, key);
        if (!font)
            return NULL;
        fonts->open[fonts->open_count++] = font;
    }
    font->used = ++fonts->turn;
    use_script(font, key->script);
    return use_size(font, key->em_px) ? font : NULL;
}

void yt_font_set_close(struct yt_fonts *fonts)
{
    while (fonts->open_count > 0) {
        close_font(fonts->open[--fonts->open_count]);
        fonts->open[fonts->open_count] = NULL;
    }
    for (int file = 0; file < YT_FILE_COUNT; file++) {
        for (int weight = 0; weight < 2; weight++) {
            const struct yt_mapped_file *map = &fonts->files[file][weight];

            if (map->data) /* the pages come back from the file when they are looked at */
                (void)madvise((void *)(uintptr_t)map->data, map->size, MADV_DONTNEED);
        }
    }
    (void)malloc_trim(0);
}

void yt_fonts_free(struct yt_fonts *fonts)
{
    if (!fonts)
        return;
    yt_font_set_close(fonts);
    pthread_mutex_lock(&library_lock);
    TTF_Quit();
    pthread_mutex_unlock(&library_lock);
    for (int file = 0; file < YT_FILE_COUNT; file++) {
        for (int weight = 0; weight < 2; weight++) {
            struct yt_mapped_file *map = &fonts->files[file][weight];

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
