/* A page of cards under headings: every card is as wide and as high as every other one, whichever
 * heading it stands under. */
#include "ui/layout.h"

struct table {
    int columns, cell;  /* cells beside each other, and how wide each is */
    int between, below; /* pixels */
};

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* Touched itself, or a group of a card and what belongs below it; all else goes across. */
static bool is_cell(const struct yt_item *child)
{
    return child->kind == YT_ITEM_BOX && (child->action.id || child->role == YT_UI_GROUP);
}

static struct yt_item *card_of(struct yt_item *cell)
{
    return cell->role == YT_UI_GROUP ? yt_layout_first(cell) : cell;
}

/* No heading has more cards than this below it. */
static int longest_run(const struct yt_item *box)
{
    int run = 0, longest = 1;

    for (const struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        run = is_cell(child) ? run + 1 : 0;
        longest = larger(longest, run);
    }
    return longest;
}

/* At another width, what it was made even to there no longer counts. */
static void fit_cell(const struct yt_layout *layout, struct yt_item *cell, int width)
{
    struct yt_item *card = card_of(cell);

    if (card && card->fit_width != width)
        card->even_height = 0;
    cell->h = yt_layout_fit(layout, cell, width);
}

static bool fit_cells(const struct yt_layout *layout, struct yt_item *box, int width)
{
    bool cramped = false;

    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        if (!is_cell(child))
            continue;
        fit_cell(layout, child, width);
        cramped |= child->fit_cramped || child->fit_broken;
    }
    return !cramped;
}

static struct table choose(const struct yt_layout *layout, struct yt_item *box, int width)
{
    struct table table = {.between = yt_metrics_mm(layout->metrics, box->between_mm),
                          .below = yt_layout_air(layout, box->between_mm)};
    int longest = longest_run(box);

    table.columns = box->columns < longest ? box->columns : longest;
    for (;; table.columns--) {
        table.cell = (width - table.between * (table.columns - 1)) / table.columns;
        if (table.columns > 1 && table.cell < yt_metrics_ems(layout->metrics, box->cell_em))
            continue;
        if (fit_cells(layout, box, table.cell) || table.columns == 1)
            return table;
    }
}

static void make_even(const struct yt_layout *layout, struct yt_item *box, int width)
{
    int most = 0;
    struct yt_item *child, *card;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        card = is_cell(child) ? card_of(child) : NULL;
        most = larger(most, card ? card->fit_height : 0);
    }
    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        card = is_cell(child) ? card_of(child) : NULL;
        if (!card || card->even_height == most)
            continue;
        card->even_height = most;
        card->fit_width = child->fit_width = 0;
        child->h = yt_layout_fit(layout, child, width);
    }
}

int yt_layout_cards(const struct yt_layout *layout, struct yt_item *box, int width)
{
    const struct table table = choose(layout, box, width);
    int column = 0, line = 0, y = 0;

    make_even(layout, box, table.cell);
    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        bool cell = is_cell(child);

        if (column > 0 && (!cell || column == table.columns)) {
            y += line + table.below;
            column = line = 0;
        }
        child->w = cell ? table.cell : width;
        child->h = yt_layout_fit(layout, child, child->w);
        child->rect.x = column * (table.cell + table.between);
        child->rect.y = y;
        line = larger(line, child->h);
        if (cell && ++column <= table.columns)
            continue;
        y += line + table.below;
        column = line = 0;
    }
    return column > 0 ? y + line : larger(y - table.below, 0);
}
