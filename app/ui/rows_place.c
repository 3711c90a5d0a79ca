/* Keeping the place in a long list: when it is laid out anew, and when one comes back to it. */
#include "base/str.h"
#include "ui/state.h"

#include <string.h>

#define LIST_TOP_MM 3.0f

struct yt_ui_rows_place yt_ui_rows_keep(const struct yt_ui *ui)
{
    const struct yt_ui_rows_state *state = &ui->rows;
    struct yt_ui_rows_place place = {
        .offset = ui->areas[0].offset, .pitch = state->pitch, .columns = state->columns};
    int into = ui->areas[0].offset - state->top;

    if (state->pitch <= 0 || into <= 0)
        return place;
    place.in_list = true;
    place.row = (size_t)(into / state->pitch) * (size_t)state->columns;
    place.part = into % state->pitch;
    return place;
}

/* ---- Coming back ---- */

void yt_ui_rows_leave(struct yt_ui *ui)
{
    struct yt_ui_rows_state *state = &ui->rows;
    struct yt_ui_left left = {ui->shown_keys[0], state->key, yt_ui_rows_keep(ui)};
    size_t at = 0;

    if (state->pitch > 0 && left.page) {
        while (at + 1 < YT_UI_PLACES && state->left[at].page != left.page)
            at++;
        memmove(state->left + 1, state->left, at * sizeof state->left[0]);
        state->left[0] = left;
    }
    state->key = 0;
    state->pitch = state->columns = 0;
    state->focus_row = 0;
    state->walking = false;
}

void yt_ui_rows_look_back(struct yt_ui *ui, uint32_t list)
{
    struct yt_ui_rows_state *state = &ui->rows;
    uint32_t page = ui->layers[0].key;

    for (size_t i = 0; i < YT_UI_PLACES && page != ui->shown_keys[0]; i++)
        if (state->left[i].page == page && state->left[i].list == list) {
            state->comes_back = true;
            state->back = state->left[i].place;
            state->pitch = state->back.pitch;
            state->columns = state->back.columns;
        }
}

/* ---- After a layout ---- */

static void measure_again(struct yt_ui *ui)
{
    struct yt_ui_rows_state *state = &ui->rows;
    const struct yt_item *box = state->box;

    state->top = box->rect.y - ui->areas[0].view.y;
    state->columns = state->even_columns = box->as.rows.columns;
    state->even_width = box->rect.w;
    state->even_em = ui->metrics.em;
    (void)yt_str_copy(state->even_language, sizeof state->even_language, ui->language);
    if (box->first) {
        state->pitch = box->as.rows.pitch;
        state->even_height = box->as.rows.height;
    }
}

/* The same list where it was by its row; another one from its own top, if the page was scrolled
 * farther than that. */
static int offset_for(const struct yt_ui *ui, const struct yt_ui_rows_place *place, bool same)
{
    const struct yt_ui_rows_state *state = &ui->rows;
    int part = place->part;

    if (!place->in_list)
        return place->offset;
    if (!same) {
        int top = state->top - yt_metrics_mm(&ui->metrics, LIST_TOP_MM);

        return top > 0 ? top : 0;
    }
    if (place->pitch > 0 && place->pitch != state->pitch)
        part = (int)((int64_t)part * state->pitch / place->pitch);
    return state->top + (int)(place->row / (size_t)state->columns) * state->pitch + part;
}

void yt_ui_rows_restore(struct yt_ui *ui, const struct yt_ui_rows_place *place)
{
    struct yt_ui_rows_state *state = &ui->rows;
    const struct yt_ui_rows_place *at = state->comes_back ? &state->back : place;
    bool same = state->comes_back || state->key == state->next_key;
    int offset;

    if (!state->box) {
        state->pitch = 0;
        return;
    }
    measure_again(ui);
    state->key = state->next_key;
    state->comes_back = false;
    offset = offset_for(ui, at, same);
    if (offset != place->offset) {
        if (!same)
            yt_ui_scroll_stop(ui);
        yt_ui_scroll_shift(ui, 1, offset - place->offset);
        ui->areas[0].offset = offset;
    }
    if (!ui->areas[0].pulled)
        yt_ui_scroll_to(ui, 1, ui->areas[0].offset);
}
