/* Long lists, of which only what is in sight and some around it is declared. */
#include "ui/state.h"

#include <string.h>

/* So many are declared all at once: whoever searches by label finds each. */
#define FEW 48
#define ROWS_MAX ((size_t)1000000)
/* Declared above and below the view, and what of it must be left: shares of the view's height. */
#define MARGIN_PERCENT 60
#define LEAST_MARGIN_PERCENT 15
/* A guess at a cell where none was laid out yet. */
#define GUESSED_EMS 5
#define SPAN_MAX 400

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static int pitch_of(const struct yt_ui *ui)
{
    int guess = yt_metrics_ems(&ui->metrics, GUESSED_EMS);

    return ui->rows.pitch > 0 ? ui->rows.pitch : guess;
}

static int view_height(const struct yt_ui *ui)
{
    return ui->areas[0].view.h > 0 ? ui->areas[0].view.h : ui->metrics.height;
}

static size_t columns_of(const struct yt_ui *ui)
{
    return ui->rows.columns > 0 ? (size_t)ui->rows.columns : 1;
}

/* ---- What is in sight ---- */

/* The rows that the view shows, with `more` pixels above and below. `top`: of the list, from the
 * top of the view. */
static void rows_between(const struct yt_ui *ui, int64_t top, int more, size_t *first, size_t *end)
{
    int64_t pitch = pitch_of(ui);
    int64_t above = -top - more, below = -top + view_height(ui) + more;
    size_t columns = columns_of(ui);

    *first = above > 0 ? (size_t)(above / pitch) * columns : 0;
    *end = below > 0 ? (size_t)(below / pitch + 1) * columns : 0;
    *first = smaller(*first, ui->rows.count);
    *end = smaller(*end, ui->rows.count);
}

void yt_ui_rows_seen(const struct yt_ui *ui, size_t *first, size_t *end)
{
    rows_between(ui, (int64_t)ui->rows.top - ui->areas[0].offset, 0, first, end);
}

bool yt_ui_rows_moved(const struct yt_ui *ui)
{
    const struct yt_item *box = ui->rows.box;
    size_t first, end, declared;

    if (!box || !ui->declared || ui->rows.count <= FEW)
        return false;
    declared = ui->rows.declared;
    if (ui->rows.walking && !yt_ui_rows_item(ui, ui->rows.focus_row - 1))
        return true;
    if (declared >= SPAN_MAX)
        return false;
    rows_between(ui, (int64_t)ui->rows.top - ui->areas[0].offset,
                 view_height(ui) * LEAST_MARGIN_PERCENT / 100, &first, &end);
    return first < box->as.rows.first || end > box->as.rows.first + declared;
}

struct yt_item *yt_ui_rows_item(const struct yt_ui *ui, size_t row)
{
    struct yt_item *item = ui->rows.box ? ui->rows.box->first : NULL;

    while (item && item->row != row + 1)
        item = item->next;
    return item;
}

SDL_Rect yt_ui_rows_rect(const struct yt_ui *ui, size_t row)
{
    const struct yt_item *box = ui->rows.box;
    const struct yt_item_rows *rows = &box->as.rows;
    size_t columns = columns_of(ui);

    return (SDL_Rect){box->rect.x +
                          (int)(row % columns) * (rows->cell + rows->pitch - rows->height),
                      box->rect.y + (int)(row / columns) * rows->pitch, rows->cell, rows->height};
}

/* ---- Declaring ---- */

static bool same_letters(const struct yt_ui *ui)
{
    return ui->rows.even_em == ui->metrics.em && strcmp(ui->rows.even_language, ui->language) == 0;
}

/* Which row the view will begin with, as far as can be told before the layout. */
static struct yt_ui_rows_place coming_place(const struct yt_ui *ui, uint32_t key)
{
    const struct yt_ui_rows_state *state = &ui->rows;

    if (state->comes_back)
        return state->back;
    if (key != state->key)
        return (struct yt_ui_rows_place){0};
    if (state->walking)
        return (struct yt_ui_rows_place){.in_list = true,
                                         .row = state->focus_row - 1,
                                         .pitch = state->pitch,
                                         .columns = state->columns};
    return yt_ui_rows_keep(ui);
}

static struct yt_ui_rows_span span_of(const struct yt_ui *ui, uint32_t key)
{
    struct yt_ui_rows_span span = {0, ui->rows.count};
    struct yt_ui_rows_place place = coming_place(ui, key);
    int64_t top = 0;
    size_t end;

    if (ui->rows.count <= FEW)
        return span;
    if (place.in_list)
        top = -(int64_t)(place.row / columns_of(ui)) * pitch_of(ui) - place.part;
    rows_between(ui, top, view_height(ui) * MARGIN_PERCENT / 100, &span.first, &end);
    span.count = smaller(end - span.first, SPAN_MAX);
    return span;
}

struct yt_ui_rows_span yt_ui_rows_begin(struct yt_ui *ui, const struct yt_ui_rows *rows)
{
    struct yt_item *box = yt_ui_add(ui, YT_ITEM_BOX, YT_UI_GROUP);
    struct yt_ui_rows_state *state = &ui->rows;
    struct yt_ui_rows_span span;

    yt_ui_identify(box, (struct yt_ui_action){0}, rows->key ^ 0x726f7773u);
    box->lists = true;
    box->between_mm = YT_TARGET_BETWEEN_MM;
    box->columns = rows->columns > 0 ? rows->columns : 1;
    box->cell_em = rows->cell_em > 0 ? rows->cell_em : 14;
    state->box = ui->items.rows = box;
    state->count = smaller(rows->count, ROWS_MAX);
    yt_ui_rows_look_back(ui, rows->key);
    span = span_of(ui, rows->key);
    state->declared = span.count;
    box->as.rows = (struct yt_item_rows){.count = state->count, .first = span.first};
    if (same_letters(ui)) {
        box->as.rows.even_width = state->even_width;
        box->as.rows.even_height = state->even_height;
        box->as.rows.even_columns = state->even_columns;
        box->as.rows.same = state->key == rows->key;
    }
    state->next_key = rows->key;
    yt_ui_push(ui, box);
    return span;
}

void yt_ui_rows_end(struct yt_ui *ui)
{
    struct yt_item *box = ui->rows.box;
    size_t row = box ? box->as.rows.first : 0;

    for (struct yt_item *child = box ? box->first : NULL; child; child = child->next)
        child->row = (uint32_t)++row;
    yt_ui_pop(ui);
}
