/* A long list: every cell is as large as every other one, whether it is declared or not. */
#include "ui/layout.h"

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int cell_width(int width, int between, int columns)
{
    return (width - between * (columns - 1)) / columns;
}

static bool is_cramped(const struct yt_layout *layout, struct yt_item *box, int cell)
{
    bool cramped = false;

    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        yt_layout_fit(layout, child, cell);
        cramped |= child->fit_cramped;
    }
    return cramped;
}

/* Never more than before: columns that come and go while one scrolls would be unsettling. */
static int choose_columns(const struct yt_layout *layout, struct yt_item *box, int width,
                          int between)
{
    const struct yt_item_rows *rows = &box->as.rows;
    int columns = box->columns;

    if (rows->even_width == width && rows->even_columns > 0 && rows->even_columns < columns)
        columns = rows->even_columns;
    for (; columns > 1; columns--) {
        int cell = cell_width(width, between, columns);

        if (cell >= yt_metrics_ems(layout->metrics, box->cell_em) && !is_cramped(layout, box, cell))
            break;
    }
    return columns;
}

static int even_height(const struct yt_layout *layout, struct yt_item *box, int width)
{
    const struct yt_item_rows *rows = &box->as.rows;
    int before = rows->even_width == width ? rows->even_height : 0;
    int height = rows->same ? before : 0;
    bool waits = true;

    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        height = larger(height, yt_layout_fit(layout, child, rows->cell));
        waits &= child->waits;
    }
    return waits ? larger(height, before) : height;
}

/* Beside each other, cards begin their words at one height; one below the other, in the middle. */
static void align_words(struct yt_item *cell, bool at_top)
{
    for (struct yt_item *part = cell->first; part; part = part->next)
        if (part->kind == YT_ITEM_BOX && part->grow)
            part->stretch = at_top;
}

int yt_layout_rows(const struct yt_layout *layout, struct yt_item *box, int width)
{
    struct yt_item_rows *rows = &box->as.rows;
    int between = yt_metrics_mm(layout->metrics, box->between_mm);
    size_t row = rows->first;

    rows->columns = choose_columns(layout, box, width, between);
    rows->cell = cell_width(width, between, rows->columns);
    rows->height = even_height(layout, box, width);
    rows->pitch = rows->height + between;
    for (struct yt_item *child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        align_words(child, rows->columns > 1);
        child->w = rows->cell;
        child->h = rows->height;
        child->rect.x = (int)(row % (size_t)rows->columns) * (rows->cell + between);
        child->rect.y = (int)(row / (size_t)rows->columns) * rows->pitch;
        row++;
    }
    if (!rows->count)
        return 0;
    return (int)((rows->count - 1) / (size_t)rows->columns + 1) * rows->pitch - between;
}
