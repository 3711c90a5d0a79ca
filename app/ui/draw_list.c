#include "ui/draw_list.h"

#include <stdlib.h>
#include <string.h>

#define CELL 32
#define DRAWS_MAX ((size_t)20000)
#define HASH_START UINT64_C(0xcbf29ce484222325)

struct yt_draw_list {
    struct yt_draw *draws;
    size_t count, capacity;
    int width, height, columns, rows;
    uint64_t *cells, *shown; /* columns * rows each */
    bool all;
};

uint64_t yt_draw_hash(const void *data, size_t size, uint64_t start)
{
    const unsigned char *bytes = data;
    uint64_t hash = start ^ HASH_START;

    for (; size >= 8; size -= 8, bytes += 8) {
        uint64_t word;

        memcpy(&word, bytes, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9FB21C651E98DF25);
        hash ^= hash >> 32;
    }
    for (; size; size--, bytes++)
        hash = (hash ^ *bytes) * UINT64_C(0x100000001b3);
    return hash ^ (hash >> 29);
}

struct yt_draw_list *yt_draw_list_new(int width, int height)
{
    struct yt_draw_list *list = calloc(1, sizeof *list);

    if (!list)
        return NULL;
    list->width = width;
    list->height = height;
    list->columns = (width + CELL - 1) / CELL;
    list->rows = (height + CELL - 1) / CELL;
    list->cells = calloc((size_t)list->columns * (size_t)list->rows, sizeof *list->cells);
    list->shown = calloc((size_t)list->columns * (size_t)list->rows, sizeof *list->shown);
    list->all = true;
    if (!list->cells || !list->shown) {
        yt_draw_list_free(list);
        return NULL;
    }
    return list;
}

void yt_draw_list_free(struct yt_draw_list *list)
{
    if (!list)
        return;
    free(list->draws);
    free(list->cells);
    free(list->shown);
    free(list);
}

void yt_draw_list_begin(struct yt_draw_list *list)
{
    list->count = 0;
    memset(list->cells, 0, (size_t)list->columns * (size_t)list->rows * sizeof *list->cells);
}

static bool make_room(struct yt_draw_list *list)
{
    size_t capacity = list->capacity ? list->capacity * 2 : 256;
    struct yt_draw *draws;

    if (list->count < list->capacity)
        return true;
    if (capacity > DRAWS_MAX || !(draws = realloc(list->draws, capacity * sizeof *draws)))
        return false;
    list->draws = draws;
    list->capacity = capacity;
    return true;
}

static void mark_cells(struct yt_draw_list *list, const struct yt_draw *draw)
{
    int last_column = (draw->bounds.x + draw->bounds.w - 1) / CELL;
    int last_row = (draw->bounds.y + draw->bounds.h - 1) / CELL;

    for (int row = draw->bounds.y / CELL; row <= last_row; row++)
        for (int column = draw->bounds.x / CELL; column <= last_column; column++) {
            uint64_t *cell = &list->cells[row * list->columns + column];

            *cell = (*cell ^ draw->hash) * UINT64_C(0x9FB21C651E98DF25);
            *cell ^= *cell >> 31;
        }
}

void yt_draw_list_add(struct yt_draw_list *list, struct yt_draw draw, SDL_Rect bounds,
                      SDL_Rect clip)
{
    SDL_Rect window = {0, 0, list->width, list->height};

    if (!SDL_IntersectRect(&bounds, &clip, &draw.bounds) ||
        !SDL_IntersectRect(&draw.bounds, &window, &draw.bounds) || !make_room(list))
        return;
    draw.hash = yt_draw_hash(&draw, offsetof(struct yt_draw, data), 1);
    mark_cells(list, &draw);
    list->draws[list->count++] = draw;
}

/* Adds a run of cells; joins it to the one right above when both are equally wide. */
static size_t add_damage(SDL_Rect *damage, size_t count, size_t capacity, SDL_Rect run)
{
    for (size_t i = 0; i < count; i++)
        if (damage[i].x == run.x && damage[i].w == run.w && damage[i].y + damage[i].h == run.y) {
            damage[i].h += run.h;
            return count;
        }
    if (count < capacity) {
        damage[count] = run;
        return count + 1;
    }
    SDL_UnionRect(&damage[count - 1], &run, &damage[count - 1]);
    return count;
}

size_t yt_draw_list_finish(struct yt_draw_list *list, SDL_Rect *damage, size_t capacity)
{
    SDL_Rect window = {0, 0, list->width, list->height};
    uint64_t *swap = list->shown;
    size_t count = 0;

    for (int row = 0; row < list->rows; row++)
        for (int column = 0; column < list->columns; column++) {
            int start = column;

            while (column < list->columns &&
                   (list->all || list->cells[row * list->columns + column] !=
                                     list->shown[row * list->columns + column]))
                column++;
            if (column > start)
                count =
                    add_damage(damage, count, capacity,
                               (SDL_Rect){start * CELL, row * CELL, (column - start) * CELL, CELL});
        }
    for (size_t i = 0; i < count; i++)
        SDL_IntersectRect(&damage[i], &window, &damage[i]);
    list->shown = list->cells;
    list->cells = swap;
    list->all = false;
    return count;
}

void yt_draw_list_invalidate(struct yt_draw_list *list)
{
    list->all = true;
}

const struct yt_draw *yt_draw_list_at(const struct yt_draw_list *list, size_t index)
{
    return &list->draws[index];
}

size_t yt_draw_list_count(const struct yt_draw_list *list)
{
    return list->count;
}

size_t yt_draw_list_bytes(const struct yt_draw_list *list)
{
    return list->capacity * sizeof *list->draws +
           2 * (size_t)list->columns * (size_t)list->rows * sizeof *list->cells;
}
