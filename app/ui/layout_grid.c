/* Cells of one size: menus, answers, keyboards, date strips; and a page in two halves. */
#include "ui/layout.h"

#define SPLIT_LEAST_EMS 13.0f
/* Rows of a grid are equally high unless one is so much higher that it would look like a gap. */
#define UNEVEN_PERCENT 145

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int count_children(const struct yt_item *box)
{
    int count = 0;

    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child))
        count++;
    return count;
}

static bool cells_cramped(const struct yt_layout *layout, struct yt_item *box, int cell)
{
    bool cramped = false;

    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        yt_layout_fit(layout, child, cell);
        cramped |= child->fit_cramped || child->fit_broken ||
                   cell < yt_metrics_mm(layout->metrics, child->min_width_mm);
    }
    return cramped;
}

/* Four of at most three columns are two and two, not three and one. */
static int even_columns(int count, int columns)
{
    int rows = (count + columns - 1) / columns;

    return rows > 0 ? (count + rows - 1) / rows : 1;
}

static int grid_columns(const struct yt_layout *layout, struct yt_item *box, int width, int between)
{
    int count = count_children(box);
    int columns = box->columns < count ? box->columns : count;

    for (; columns > 1; columns--) {
        int cell = (width - between * (columns - 1)) / columns;

        if (cell < yt_metrics_ems(layout->metrics, box->cell_em))
            continue;
        if (!cells_cramped(layout, box, cell))
            return even_columns(count, columns);
    }
    return 1;
}

static void row_heights(struct yt_item *box, int columns, int *least, int *most)
{
    int column = 0, row = 0;

    *least = 0;
    *most = 0;
    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        row = larger(row, child->h);
        if (++column < columns && yt_layout_next(child))
            continue;
        *most = larger(*most, row);
        *least = *least == 0 || row < *least ? row : *least;
        row = column = 0;
    }
}

static int line_height(const struct yt_item *first, int columns)
{
    int most = 0;

    for (int i = 0; first && i < columns; i++, first = yt_layout_next(first))
        most = larger(most, first->h);
    return most;
}

static int put_cells(struct yt_item *box, int columns, int cell, int between, int below)
{
    int least, most, column = 0, line = 0, y = 0;

    row_heights(box, columns, &least, &most);
    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        if (column == 0)
            line = most * 100 <= least * UNEVEN_PERCENT ? most : line_height(child, columns);
        child->rect.x = column * (cell + between);
        child->rect.y = y;
        child->h = line;
        if (++column == columns || !yt_layout_next(child)) {
            column = 0;
            y += line + below;
        }
    }
    return y > 0 ? y - below : 0;
}

int yt_layout_grid(const struct yt_layout *layout, struct yt_item *box, int width)
{
    int between = yt_metrics_mm(layout->metrics, box->between_mm);
    int columns = grid_columns(layout, box, width, between);
    int cell = (width - between * (columns - 1)) / columns;

    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        child->w = cell;
        child->h = yt_layout_fit(layout, child, cell);
    }
    return put_cells(box, columns, cell, between, yt_layout_air(layout, box->between_mm));
}

static bool has_spans(const struct yt_item *box)
{
    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child))
        if (child->span > 1)
            return true;
    return false;
}

/* Cells of a keyboard keep their columns, whatever happens: the letters get smaller. A strip of
 * days, where no cell spans columns, may take two lines instead. */
static int key_columns(const struct yt_layout *layout, struct yt_item *box, int width, int between)
{
    int columns = box->columns;

    if (has_spans(box))
        return columns;
    while (columns > 2 && cells_cramped(layout, box, (width - between * (columns - 1)) / columns))
        columns--;
    return columns == box->columns ? columns : even_columns(count_children(box), columns);
}

int yt_layout_keys(const struct yt_layout *layout, struct yt_item *box, int width)
{
    int between = yt_metrics_mm(layout->metrics, box->between_mm);
    int columns = key_columns(layout, box, width, between);
    float cell = (float)(width - between * (columns - 1)) / (float)columns;
    int column = 0, row = 0, most = 0;
    struct yt_item *child;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        int span = child->span > columns ? columns : larger(child->span, 1);

        if (column + span > columns) {
            column = 0;
            row++;
        }
        child->rect.x = (int)((float)column * (cell + (float)between));
        child->w =
            (int)((float)(column + span) * (cell + (float)between)) - between - child->rect.x;
        child->h = yt_layout_fit(layout, child, child->w);
        child->rect.y = row;
        most = larger(most, child->h);
        column += span;
    }
    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        child->h = most;
        child->rect.y *= most + between;
    }
    return most > 0 ? (row + 1) * most + row * between : 0;
}

int yt_layout_split(const struct yt_layout *layout, struct yt_item *box, int width, int height)
{
    int between = yt_metrics_mm(layout->metrics, box->between_mm);
    int half = (width - between) / 2, most = 0;
    struct yt_item *child, *second;

    child = yt_layout_first(box);
    second = child ? yt_layout_next(child) : NULL;
    if (!second || half < yt_metrics_ems(layout->metrics, SPLIT_LEAST_EMS) ||
        !yt_metrics_landscape(layout->metrics) || cells_cramped(layout, box, half))
        return yt_layout_column(layout, box, width, height);
    for (int x = 0; child; child = yt_layout_next(child), x += half + between) {
        child->w = half;
        child->h = yt_layout_fit(layout, child, half);
        child->rect.x = x;
        child->rect.y = 0;
        most = larger(most, child->h);
    }
    for (child = yt_layout_first(box); child; child = yt_layout_next(child))
        child->h = larger(most, height);
    return most;
}
