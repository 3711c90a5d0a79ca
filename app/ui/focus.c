/* Keys: moving by geometry, using, going back, choosing by number. */
#include "ui/state.h"

#include <stdlib.h>

#define ARROW_SCROLL_PERCENT 35

static bool takes_focus(const struct yt_ui *ui, const struct yt_item *item)
{
    return yt_ui_usable(item) && item->action.id < YT_UI_ACTION_UP && yt_ui_in_front(ui, item) &&
           item->role != YT_UI_PAGE;
}

static const struct yt_item *next_in_order(const struct yt_ui *ui, const struct yt_item *after)
{
    const struct yt_item *item = after ? yt_ui_next_item(ui, after) : yt_ui_first_item(ui);

    while (item && !takes_focus(ui, item))
        item = yt_ui_next_item(ui, item);
    return item;
}

static const struct yt_item *previous_in_order(const struct yt_ui *ui, const struct yt_item *before)
{
    const struct yt_item *item = next_in_order(ui, NULL), *last = NULL;

    while (item && item != before) {
        last = item;
        item = next_in_order(ui, item);
    }
    return last;
}

static const struct yt_item *last_in_order(const struct yt_ui *ui)
{
    return previous_in_order(ui, NULL);
}

/* What the screen is about comes before the tools around it. */
static const struct yt_item *first_of_content(const struct yt_ui *ui)
{
    const struct yt_item *item = next_in_order(ui, NULL), *first = item;

    for (; item; item = next_in_order(ui, item))
        for (const struct yt_item *box = item->parent; box; box = box->parent)
            if (box == ui->items.content || box == ui->items.dialog_content)
                return item;
    return first;
}

static void focus_on(struct yt_ui *ui, const struct yt_item *item)
{
    ui->focus_shown = ui->dirty = true;
    if (!item)
        return;
    ui->focus_id = item->id;
    ui->rows.focus_row = item->row;
    ui->rows.walking = false;
    yt_ui_scroll_stop(ui);
    yt_ui_scroll_reveal(ui, item);
}

/* How far `to` lies in the direction, with what is aside counting more; less than 0: not there. */
static long way_to(SDL_Rect from, SDL_Rect to, int across, int along)
{
    long dx = (to.x + to.w / 2) - (from.x + from.w / 2);
    long dy = (to.y + to.h / 2) - (from.y + from.h / 2);
    long ahead = dx * across + dy * along;
    long gap, aside;

    /* It must begin behind our edge, not only have its middle there. */
    if (across)
        gap = across > 0 ? to.x - (from.x + from.w) : from.x - (to.x + to.w);
    else
        gap = along > 0 ? to.y - (from.y + from.h) : from.y - (to.y + to.h);
    if (ahead <= 0 || gap < 0)
        return -1;
    if (across)
        aside = labs(dy) - (to.h + from.h) / 2;
    else
        aside = labs(dx) - (to.w + from.w) / 2;
    return gap + (aside > 0 ? 3 * aside : 0) + labs(across ? dy : dx) / 8;
}

static const struct yt_item *nearest(const struct yt_ui *ui, const struct yt_item *from, int across,
                                     int along)
{
    const struct yt_item *best = NULL;
    long least = -1;

    for (const struct yt_item *item = next_in_order(ui, NULL); item;
         item = next_in_order(ui, item)) {
        long way = item == from ? -1
                                : way_to(yt_ui_seen_rect(ui, from), yt_ui_seen_rect(ui, item),
                                         across, along);

        if (way >= 0 && (least < 0 || way < least)) {
            best = item;
            least = way;
        }
    }
    return best;
}

/* ---- In a long list, of which the next row may not be declared yet ---- */

static const struct yt_item *focused(const struct yt_ui *ui)
{
    return ui->focus_shown && ui->focus_id ? yt_ui_item_by_id(ui, ui->focus_id) : NULL;
}

static bool in_list(const struct yt_ui *ui)
{
    return ui->focus_shown && ui->rows.box && ui->rows.focus_row > 0 &&
           yt_ui_in_front(ui, ui->rows.box);
}

static void walk_to(struct yt_ui *ui, size_t row)
{
    const struct yt_item *item = yt_ui_rows_item(ui, row);

    if (item) {
        focus_on(ui, item);
        return;
    }
    yt_ui_scroll_stop(ui);
    ui->focus_shown = ui->dirty = true;
    ui->focus_id = 0;
    ui->rows.focus_row = row + 1;
    ui->rows.walking = true;
    if (ui->areas[0].scrolls)
        yt_ui_scroll_show(ui, 1, yt_ui_rows_rect(ui, row));
}

void yt_ui_focus_row(struct yt_ui *ui)
{
    const struct yt_item *item;

    if (!ui->rows.walking)
        return;
    item = ui->rows.focus_row ? yt_ui_rows_item(ui, ui->rows.focus_row - 1) : NULL;
    if (item)
        focus_on(ui, item);
    else if (ui->rows.focus_row > ui->rows.count)
        ui->rows.walking = false;
}

/* From row to row; false where the way leads out of the list. */
static bool move_in_list(struct yt_ui *ui, int across, int along)
{
    size_t columns = (size_t)(ui->rows.columns > 0 ? ui->rows.columns : 1);
    size_t row = ui->rows.focus_row - 1, column = row % columns;
    size_t last = ui->rows.count - 1;

    if ((across < 0 && column == 0) || (along < 0 && row < columns) ||
        (across > 0 && (column + 1 == columns || row == last)) ||
        (along > 0 && row / columns == last / columns))
        return false;
    if (across)
        row = across < 0 ? row - 1 : row + 1;
    else
        row = along < 0 ? row - columns : row + columns;
    walk_to(ui, row > last ? last : row);
    return true;
}

static bool step_in_list(struct yt_ui *ui, bool back)
{
    size_t row = ui->rows.focus_row - 1;

    if (back ? row == 0 : row + 1 >= ui->rows.count)
        return false;
    walk_to(ui, back ? row - 1 : row + 1);
    return true;
}

/* Into the list from above one comes at its top, by Tab from below at its end, whichever rows are
 * declared. */
static void enter(struct yt_ui *ui, const struct yt_item *to, bool from_above, bool by_order)
{
    size_t columns = (size_t)(ui->rows.columns > 0 ? ui->rows.columns : 1);

    if (!to->row || ui->rows.focus_row)
        focus_on(ui, to);
    else if (from_above)
        walk_to(ui, by_order ? 0 : (to->row - 1) % columns);
    else
        walk_to(ui, by_order ? ui->rows.count - 1 : to->row - 1);
}

static void move(struct yt_ui *ui, int across, int along)
{
    const struct yt_item *from = focused(ui);
    const struct yt_item *to = from ? nearest(ui, from, across, along) : first_of_content(ui);
    int area = yt_ui_front_area(ui);

    if (in_list(ui) && move_in_list(ui, across, along))
        return;
    if (to && from)
        enter(ui, to, from->area && along > 0, false);
    else if (to)
        focus_on(ui, to);
    else if (area && along)
        yt_ui_scroll_to(ui, area,
                        ui->areas[area - 1].offset +
                            along * ui->areas[area - 1].view.h * ARROW_SCROLL_PERCENT / 100);
}

static void step(struct yt_ui *ui, bool back)
{
    const struct yt_item *from = focused(ui);
    const struct yt_item *to;

    if (in_list(ui) && step_in_list(ui, back))
        return;
    if (!from)
        to = first_of_content(ui);
    else if (back)
        to = previous_in_order(ui, from);
    else
        to = next_in_order(ui, from);
    if (!to)
        to = back ? last_in_order(ui) : next_in_order(ui, NULL);
    if (to && from)
        enter(ui, to, !back, true);
    else
        focus_on(ui, to);
}

static bool use_focus(struct yt_ui *ui, struct yt_ui_action *action)
{
    const struct yt_item *item = ui->focus_id ? yt_ui_item_by_id(ui, ui->focus_id) : NULL;

    if (!ui->focus_shown || !item || !takes_focus(ui, item)) {
        focus_on(ui, first_of_content(ui));
        return false;
    }
    *action = item->action;
    return true;
}

/* Answers where there are any, otherwise everything in the content that can be used. */
static bool use_number(const struct yt_ui *ui, int number, struct yt_ui_action *action)
{
    bool answers = false;
    const struct yt_item *item;

    for (item = next_in_order(ui, NULL); item; item = next_in_order(ui, item))
        answers |= item->role == YT_UI_RADIO_ROLE || item->role == YT_UI_CHECK_ROLE;
    for (item = answers ? next_in_order(ui, NULL) : first_of_content(ui); item;
         item = next_in_order(ui, item)) {
        if (answers && item->role != YT_UI_RADIO_ROLE && item->role != YT_UI_CHECK_ROLE)
            continue;
        if (--number == 0) {
            *action = item->action;
            return true;
        }
    }
    return false;
}

static int number_of(SDL_Keycode key)
{
    if (key >= SDLK_1 && key <= SDLK_9)
        return key - SDLK_1 + 1;
    if (key >= SDLK_KP_1 && key <= SDLK_KP_9)
        return key - SDLK_KP_1 + 1;
    return key == SDLK_0 || key == SDLK_KP_0 ? 10 : 0;
}

static bool use_back(const struct yt_ui *ui, struct yt_ui_action *action)
{
    *action = yt_ui_front(ui)->back;
    return action->id != 0;
}

static void page(struct yt_ui *ui, int direction)
{
    int area = yt_ui_front_area(ui);

    if (area)
        yt_ui_scroll_page(ui, area, direction);
}

bool yt_ui_handle_key(struct yt_ui *ui, const SDL_KeyboardEvent *key, struct yt_ui_action *action)
{
    SDL_Keycode code = key->keysym.sym;

    switch (code) {
    case SDLK_UP:
    case SDLK_DOWN:
        move(ui, 0, code == SDLK_UP ? -1 : 1);
        return false;
    case SDLK_LEFT:
    case SDLK_RIGHT:
        move(ui, code == SDLK_LEFT ? -1 : 1, 0);
        return false;
    case SDLK_TAB:
        step(ui, (key->keysym.mod & KMOD_SHIFT) != 0);
        return false;
    case SDLK_PAGEUP:
    case SDLK_PAGEDOWN:
        page(ui, code == SDLK_PAGEUP ? -1 : 1);
        return false;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return !key->repeat && use_focus(ui, action);
    case SDLK_ESCAPE:
    case SDLK_AC_BACK:
        return !key->repeat && use_back(ui, action);
    default:
        break;
    }
    if (key->repeat || !yt_ui_front(ui)->number_keys || !number_of(code))
        return false;
    return use_number(ui, number_of(code), action);
}
