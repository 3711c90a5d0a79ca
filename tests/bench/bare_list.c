#include "bare_list.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The same as page/index.html. */
#define CHIPS 8
#define CHIP(n)                                          \
    (SDL_Rect)                                           \
    {                                                    \
        120 + (n) % 4 * 400, 120 + (n) / 4 * 80, 380, 64 \
    }
#define TOP 300
#define ROW_HEIGHT 187
#define ROW_GAP 11
#define COLUMNS 2
#define COLUMN_WIDTH 800
#define LEFT 120
#define GLIDE 0.965F /* what a frame leaves of the speed */

struct row {
    uint32_t facts;
    char title[60], place[60], terms[80];
};

struct bare_list {
    SDL_Window *window;
    SDL_Surface *surface;
    TTF_Font *large, *small;
    struct row *rows;
    uint32_t *shown;
    size_t count, shown_count;
    size_t left[CHIPS]; /* how many each chip would leave */
    uint32_t chosen;
    int offset, pressed_x, pressed_y, last_y;
    float speed;
    bool dragged, down;
};

static const char *const chips[CHIPS] = {"1日3時間まで",       "半日だけ",
                                         "経験がなくていい",   "先に見られる",
                                         "歩いて15分まで",     "あまり話さなくていい",
                                         "お金が早くもらえる", "スタッフもいっしょに行く"};
static const char *const works[] = {"掃除", "皿洗い", "袋づめ", "草とり", "品出し", "花の水やり"};
static const char *const places[] = {"図書館", "市民農園", "パン屋", "公園", "病院", "温泉", "駅"};

static void select_rows(struct bare_list *list)
{
    list->shown_count = 0;
    memset(list->left, 0, sizeof list->left);
    for (size_t i = 0; i < list->count; i++) {
        const uint32_t facts = list->rows[i].facts;

        if ((facts & list->chosen) != list->chosen)
            continue;
        list->shown[list->shown_count++] = (uint32_t)i;
        for (size_t chip = 0; chip < CHIPS; chip++)
            list->left[chip] += facts >> chip & 1;
    }
    list->offset = 0;
    list->speed = 0;
}

static void make_row(struct row *row, size_t number)
{
    const uint32_t dice = (uint32_t)(number * 2654435761U);

    row->facts = dice >> 16 & 0xff;
    snprintf(row->title, sizeof row->title, "%sの%s", places[dice % SDL_arraysize(places)],
             works[dice / 7 % SDL_arraysize(works)]);
    snprintf(row->place, sizeof row->place, "手伝い・つむぎ市 %zu番", number);
    snprintf(row->terms, sizeof row->terms, "1日%u時間  週%u日  1時間 %u円  歩いて%u分",
             1 + dice % 7, 1 + dice % 5, 1000 + dice % 300, 1 + dice % 40);
}

struct bare_list *bare_list_new(SDL_Window *window, const char *font, size_t count)
{
    struct bare_list *list = calloc(1, sizeof *list);

    if (!list)
        return NULL;
    *list = (struct bare_list){.window = window,
                               .surface = SDL_GetWindowSurface(window),
                               .large = TTF_OpenFont(font, 28),
                               .small = TTF_OpenFont(font, 20),
                               .rows = calloc(count, sizeof *list->rows),
                               .shown = calloc(count, sizeof *list->shown),
                               .count = count};
    if (!list->large || !list->small || !list->rows || !list->shown) {
        bare_list_free(list);
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        make_row(&list->rows[i], i);
    select_rows(list);
    return list;
}

void bare_list_free(struct bare_list *list)
{
    if (!list)
        return;
    TTF_CloseFont(list->large);
    TTF_CloseFont(list->small);
    free(list->rows);
    free(list->shown);
    free(list);
}

static void fill(struct bare_list *list, SDL_Rect rect, uint32_t colour)
{
    SDL_FillRect(list->surface, &rect, 0xFF000000U | colour);
}

static void text(struct bare_list *list, TTF_Font *font, const char *words, int x, int y)
{
    SDL_Surface *line = TTF_RenderUTF8_Blended(font, words, (SDL_Color){30, 30, 30, 255});

    if (line)
        SDL_BlitSurface(line, NULL, list->surface, &(SDL_Rect){x, y, line->w, line->h});
    SDL_FreeSurface(line);
}

static SDL_Rect rows_area(const struct bare_list *list)
{
    return (SDL_Rect){0, TOP, list->surface->w, list->surface->h - TOP};
}

static void draw_rows(struct bare_list *list)
{
    const SDL_Rect area = rows_area(list);
    const int first = list->offset / (ROW_HEIGHT + ROW_GAP) * COLUMNS;

    fill(list, area, 0xF7F5F0);
    SDL_SetClipRect(list->surface, &area);
    for (int i = first; (size_t)i < list->shown_count; i++) {
        const struct row *row = &list->rows[list->shown[i]];
        const int x = LEFT + i % COLUMNS * (COLUMN_WIDTH + ROW_GAP);
        const int y = TOP + i / COLUMNS * (ROW_HEIGHT + ROW_GAP) - list->offset;

        if (y >= area.y + area.h)
            break;
        fill(list, (SDL_Rect){x, y, COLUMN_WIDTH, ROW_HEIGHT}, 0xFFFFFF);
        text(list, list->large, row->title, x + 80, y + 12);
        text(list, list->small, row->place, x + 80, y + 60);
        text(list, list->small, row->terms, x + 80, y + 110);
    }
    SDL_SetClipRect(list->surface, NULL);
}

static void show_rows(struct bare_list *list)
{
    const SDL_Rect area = rows_area(list);

    draw_rows(list);
    SDL_UpdateWindowSurfaceRects(list->window, &area, 1);
}

void bare_list_draw(struct bare_list *list)
{
    char words[100];

    fill(list, (SDL_Rect){0, 0, list->surface->w, list->surface->h}, 0xF7F5F0);
    snprintf(words, sizeof words, "%zu件のうち %zu件", list->count, list->shown_count);
    text(list, list->large, words, LEFT, 40);
    for (int i = 0; i < CHIPS; i++) {
        const SDL_Rect rect = CHIP(i);

        fill(list, rect, list->chosen >> i & 1 ? 0x9FC8E8 : 0xFFFFFF);
        snprintf(words, sizeof words, "%s %zu", chips[i], list->left[i]);
        text(list, list->small, words, rect.x + 16, rect.y + 18);
    }
    draw_rows(list);
    SDL_UpdateWindowSurface(list->window);
}

void bare_list_press(struct bare_list *list, int x, int y)
{
    list->down = true;
    list->dragged = false;
    list->speed = 0;
    list->pressed_x = x;
    list->pressed_y = list->last_y = y;
}

static void scroll(struct bare_list *list, int by)
{
    const int lines = (int)((list->shown_count + COLUMNS - 1) / COLUMNS);
    const int most = lines * (ROW_HEIGHT + ROW_GAP) - rows_area(list).h;
    int offset = list->offset + by;

    if (offset > most)
        offset = most;
    if (offset < 0)
        offset = 0;
    if (offset == list->offset)
        return;
    list->offset = offset;
    show_rows(list);
}

void bare_list_move(struct bare_list *list, int y)
{
    if (!list->down || list->pressed_y < TOP)
        return;
    list->dragged |= abs(y - list->pressed_y) > 12;
    if (!list->dragged)
        return;
    list->speed = (float)(list->last_y - y);
    scroll(list, list->last_y - y);
    list->last_y = y;
}

void bare_list_release(struct bare_list *list, int x, int y)
{
    const SDL_Point to = {x, y};
    const SDL_Point from = {list->pressed_x, list->pressed_y};

    list->down = false;
    for (int i = 0; i < CHIPS; i++) {
        if (!SDL_PointInRect(&to, &CHIP(i)) || !SDL_PointInRect(&from, &CHIP(i)))
            continue;
        list->chosen ^= 1U << i;
        select_rows(list);
        bare_list_draw(list);
    }
}

bool bare_list_glide(struct bare_list *list)
{
    if (list->down || fabsf(list->speed) < 1)
        return false;
    scroll(list, (int)lroundf(list->speed));
    list->speed *= GLIDE;
    return true;
}
