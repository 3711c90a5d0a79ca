#include "ui/draw_list.h"

#include <stdlib.h>
#include <string.h>

#define CELL 32
#define OVER_MAX 8
#define DRAWS_MAX ((size_t)20000)
#define HASH_START UINT64_C(0xcbf29ce484222325)

/* A grid of hashes. That of what scrolls begins with the row `first` of the content. */
struct grid {
    uint64_t *cells;
    int columns, rows, first;
};

/* What a frame shows in the view. */
struct scrolled {
    SDL_Rect view;
    int offset;
    SDL_Rect over[OVER_MAX]; /* what stays, over it */
    int overs;               /* more than OVER_MAX: nothing can be moved */
};

struct yt_draw_list {
    struct yt_draw *draws;
    size_t count, capacity;
    int width, height;
    struct grid still, still_shown;
    struct grid moving, moving_shown;
    struct scrolled now, shown;
    bool scrolls, seen_scrolling;
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

static size_t grid_size(const struct grid *grid)
{
    return (size_t)grid->columns * (size_t)grid->rows * sizeof *grid->cells;
}

static bool make_grid(struct grid *grid, int width, int height)
{
    grid->columns = (width + CELL - 1) / CELL;
    grid->rows = (height + CELL - 1) / CELL + 1; /* one more where the first row is cut */
    grid->cells = calloc(1, grid_size(grid));
    return grid->cells != NULL;
}

struct yt_draw_list *yt_draw_list_new(int width, int height)
{
    struct yt_draw_list *list = calloc(1, sizeof *list);

    if (!list)
        return NULL;
    list->width = width;
    list->height = height;
    list->all = true;
    if (!make_grid(&list->still, width, height) || !make_grid(&list->still_shown, width, height) ||
        !make_grid(&list->moving, width, height) ||
        !make_grid(&list->moving_shown, width, height)) {
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
    free(list->still.cells);
    free(list->still_shown.cells);
    free(list->moving.cells);
    free(list->moving_shown.cells);
    free(list);
}

/* Rounds down: what is pulled past its top has a negative offset. */
static int cell_at(int at)
{
    return at >= 0 ? at / CELL : -((-at + CELL - 1) / CELL);
}

void yt_draw_list_begin(struct yt_draw_list *list, SDL_Rect view, int offset)
{
    list->count = 0;
    list->scrolls = list->seen_scrolling = false;
    list->now = (struct scrolled){.view = view, .offset = offset};
    memset(list->still.cells, 0, grid_size(&list->still));
    memset(list->moving.cells, 0, grid_size(&list->moving));
    list->moving.first = cell_at(offset);
}

void yt_draw_list_scrolls(struct yt_draw_list *list, bool scrolls)
{
    list->scrolls = scrolls && list->now.view.w > 0;
    list->seen_scrolling |= list->scrolls;
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

static void mark_cells(struct grid *grid, SDL_Rect bounds, uint64_t hash)
{
    int last_column = (bounds.x + bounds.w - 1) / CELL;
    int row = cell_at(bounds.y) - grid->first;
    int last_row = cell_at(bounds.y + bounds.h - 1) - grid->first;

    row = row < 0 ? 0 : row;
    last_row = last_row < grid->rows ? last_row : grid->rows - 1;
    for (; row <= last_row; row++)
        for (int column = bounds.x / CELL; column <= last_column; column++) {
            uint64_t *cell = &grid->cells[row * grid->columns + column];

            *cell = (*cell ^ hash) * UINT64_C(0x9FB21C651E98DF25);
            *cell ^= *cell >> 31;
        }
}

static uint64_t hash_draw(const struct yt_draw *draw)
{
    return yt_draw_hash(draw, offsetof(struct yt_draw, data), 1);
}

static void keep(struct yt_draw_list *list, const struct yt_draw *draw)
{
    if (make_room(list))
        list->draws[list->count++] = *draw;
}

/* Hashed as it stands in the content, whole, so that it is the same wherever it is scrolled to. */
static void add_scrolling(struct yt_draw_list *list, struct yt_draw draw, SDL_Rect bounds)
{
    const SDL_Rect view = list->now.view;
    const SDL_Rect about = {view.x, view.y - CELL, view.w, view.h + 2 * CELL};
    struct yt_draw placed = draw;
    int down = list->now.offset - view.y;
    SDL_Rect part;

    if (!SDL_IntersectRect(&bounds, &about, &part))
        return;
    placed.rect.y += down;
    placed.bounds = (SDL_Rect){bounds.x, bounds.y + down, bounds.w, bounds.h};
    part.y += down;
    draw.hash = hash_draw(&placed);
    mark_cells(&list->moving, part, draw.hash);
    if (SDL_IntersectRect(&bounds, &view, &draw.bounds))
        keep(list, &draw);
}

static void note_over(struct yt_draw_list *list, SDL_Rect bounds)
{
    struct scrolled *now = &list->now;
    SDL_Rect part;

    if (!list->seen_scrolling || !SDL_IntersectRect(&bounds, &now->view, &part))
        return;
    if (now->overs < OVER_MAX)
        now->over[now->overs] = part;
    now->overs++;
}

void yt_draw_list_add(struct yt_draw_list *list, struct yt_draw draw, SDL_Rect bounds,
                      SDL_Rect clip)
{
    SDL_Rect window = {0, 0, list->width, list->height};

    if (list->scrolls) {
        add_scrolling(list, draw, bounds);
        return;
    }
    if (!SDL_IntersectRect(&bounds, &clip, &draw.bounds) ||
        !SDL_IntersectRect(&draw.bounds, &window, &draw.bounds))
        return;
    draw.hash = hash_draw(&draw);
    mark_cells(&list->still, draw.bounds, draw.hash);
    note_over(list, draw.bounds);
    keep(list, &draw);
}

/* Joins it to one right above when both are equally wide. */
static void add_damage(struct yt_damage *damage, SDL_Rect rect, SDL_Rect within)
{
    SDL_Rect *last;

    if (!SDL_IntersectRect(&rect, &within, &rect))
        return;
    for (size_t i = 0; i < damage->count; i++) {
        SDL_Rect *above = &damage->rects[i];

        if (above->x == rect.x && above->w == rect.w && above->y + above->h == rect.y) {
            above->h += rect.h;
            return;
        }
    }
    if (damage->count < YT_DAMAGE_MAX) {
        damage->rects[damage->count++] = rect;
        return;
    }
    last = &damage->rects[damage->count - 1];
    SDL_UnionRect(last, &rect, last);
}

static bool differs(const struct grid *grid, const struct grid *shown, int row, int column)
{
    int before = row + grid->first - shown->first;

    return before < 0 || before >= shown->rows ||
           grid->cells[row * grid->columns + column] !=
               shown->cells[before * grid->columns + column];
}

/* `top`: where the grid's first row stands in the window. */
static void compare(const struct grid *grid, const struct grid *shown, int top, SDL_Rect within,
                    struct yt_damage *damage)
{
    for (int row = 0; row < grid->rows; row++)
        for (int column = 0; column < grid->columns; column++) {
            int start = column;

            while (column < grid->columns && differs(grid, shown, row, column))
                column++;
            if (column > start)
                add_damage(
                    damage,
                    (SDL_Rect){start * CELL, top + row * CELL, (column - start) * CELL, CELL},
                    within);
        }
}

/* What came into the view, and what lay or lies over what has moved. */
static void expose(const struct yt_draw_list *list, struct yt_damage *damage)
{
    const struct scrolled *now = &list->now, *shown = &list->shown;
    SDL_Rect view = now->view, strip = view;
    int up = now->offset - shown->offset;

    strip.h = up > 0 ? up : -up;
    if (up > 0)
        strip.y = view.y + view.h - up;
    add_damage(damage, strip, view);
    for (int i = 0; i < now->overs; i++)
        add_damage(damage, now->over[i], view);
    for (int i = 0; i < shown->overs; i++) {
        SDL_Rect before = shown->over[i];

        before.y -= up;
        add_damage(damage, before, view);
    }
}

static void compare_scrolling(const struct yt_draw_list *list, struct yt_damage *damage)
{
    const struct scrolled *now = &list->now, *shown = &list->shown;
    int up = now->offset - shown->offset;
    bool far = up >= now->view.h || up <= -now->view.h;

    if (now->view.w <= 0 && shown->view.w <= 0)
        return;
    if (!SDL_RectEquals(&now->view, &shown->view) ||
        (up != 0 && (far || now->overs > OVER_MAX || shown->overs > OVER_MAX))) {
        add_damage(damage, now->view, now->view);
        add_damage(damage, shown->view, shown->view);
        return;
    }
    compare(&list->moving, &list->moving_shown,
            now->view.y + list->moving.first * CELL - now->offset, now->view, damage);
    if (up == 0)
        return;
    damage->moved = now->view;
    damage->up = up;
    expose(list, damage);
}

static void swap(struct grid *a, struct grid *b)
{
    struct grid was = *a;

    *a = *b;
    *b = was;
}

void yt_draw_list_finish(struct yt_draw_list *list, struct yt_damage *damage)
{
    SDL_Rect window = {0, 0, list->width, list->height};

    *damage = (struct yt_damage){.count = 0};
    if (list->all) {
        add_damage(damage, window, window);
    } else {
        compare(&list->still, &list->still_shown, 0, window, damage);
        compare_scrolling(list, damage);
    }
    swap(&list->still, &list->still_shown);
    swap(&list->moving, &list->moving_shown);
    list->shown = list->now;
    list->all = false;
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
    return list->capacity * sizeof *list->draws + 2 * grid_size(&list->still) +
           2 * grid_size(&list->moving);
}
