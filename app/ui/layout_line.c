/* Children below each other, beside each other, and beside each other over several lines. */
#include "ui/layout.h"

#define BUTTON_LINES_MAX 2

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* Icons and the like keep their size; boxes, texts and lines take the width they are given. */
static bool stretches(const struct yt_item *item)
{
    return item->kind == YT_ITEM_BOX || item->kind == YT_ITEM_TEXT ||
           item->kind == YT_ITEM_DIVIDER || item->kind == YT_ITEM_STEPS ||
           item->kind == YT_ITEM_SPACE || item->kind == YT_ITEM_PICTURE ||
           item->kind == YT_ITEM_CODE;
}

static int capped(const struct yt_layout *layout, const struct yt_item *item, int width)
{
    if (item->max_em > 0)
        return smaller(width, yt_metrics_ems(layout->metrics, item->max_em));
    return width;
}

static int width_in_column(const struct yt_layout *layout, const struct yt_item *box,
                           struct yt_item *child, int width)
{
    bool centred_text = child->kind == YT_ITEM_TEXT && box->align == YT_UI_CENTRE;
    bool stays_wide = child->stretch || child->kind == YT_ITEM_STEPS;

    if (centred_text)
        child->as.text.align = YT_UI_CENTRE;
    if (stretches(child) && (box->align == YT_UI_START || centred_text || stays_wide))
        return capped(layout, child, width);
    return smaller(capped(layout, child, width), yt_layout_natural(layout, child));
}

static int along_offset(const struct yt_item *box, int left)
{
    if (left <= 0 || box->along == YT_UI_START)
        return 0;
    return box->along == YT_UI_CENTRE ? left / 2 : left;
}

static int across_offset(enum yt_ui_align align, int left)
{
    if (align == YT_UI_START)
        return 0;
    return align == YT_UI_CENTRE ? left / 2 : left;
}

int yt_layout_column(const struct yt_layout *layout, struct yt_item *box, int width, int height)
{
    int between = box->role == YT_UI_ANY ? yt_metrics_mm(layout->metrics, box->between_mm)
                                         : yt_layout_air(layout, box->between_mm);
    int needed = 0, growers = 0, left, y;
    struct yt_item *child;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        child->w = width_in_column(layout, box, child, width);
        child->h = yt_layout_fit(layout, child, child->w);
        growers += child->grow;
        needed += child->h + (yt_layout_next(child) ? between : 0);
    }
    left = height > needed ? height - needed : 0;
    y = growers ? 0 : along_offset(box, left);
    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        if (child->grow && growers) {
            child->h += left / growers;
            left -= left / growers;
            growers--;
        }
        child->rect.x = across_offset(box->align, width - child->w);
        child->rect.y = y;
        y += child->h + between;
    }
    return needed;
}

/* What does not fit is shared by those that want more than their share. */
static void share_width(struct yt_item *box, int room)
{
    int open = 0;
    bool settled = false;
    struct yt_item *child;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        child->w = -1;
        if (child->rigid || !stretches(child)) {
            child->w = child->natural;
            room -= child->w;
        } else {
            open++;
        }
    }
    while (!settled && open > 0) {
        int share = room / open;

        settled = true;
        for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
            if (child->w >= 0 || child->natural > share)
                continue;
            child->w = child->natural;
            room -= child->w;
            open--;
            settled = false;
        }
    }
    for (child = yt_layout_first(box); child; child = yt_layout_next(child))
        if (child->w < 0 && open > 0)
            child->w = larger(room / open, 1);
}

/* Shares what is left among those that grow: spacers only take what nothing else wants. */
static int grow_some(const struct yt_layout *layout, struct yt_item *box, int left, bool spacers)
{
    int growers = 0;
    struct yt_item *child;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child))
        growers += child->grow && (child->kind == YT_ITEM_SPACE) == spacers;
    for (child = yt_layout_first(box); child && growers; child = yt_layout_next(child)) {
        int more;

        if (!child->grow || (child->kind == YT_ITEM_SPACE) != spacers)
            continue;
        more = larger(capped(layout, child, child->w + left / growers) - child->w, 0);
        child->w += more;
        left -= more;
        growers--;
    }
    return left;
}

/* Gives what is left to those that grow. Returns what is left then. */
static int grow_width(const struct yt_layout *layout, struct yt_item *box, int left)
{
    left = grow_some(layout, box, left, false);
    return grow_some(layout, box, left, true);
}

static int row_widths(const struct yt_layout *layout, struct yt_item *box, int width, int between)
{
    int sum = 0;
    struct yt_item *child;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        child->w = yt_layout_natural(layout, child);
        sum += child->w + (yt_layout_next(child) ? between : 0);
    }
    if (sum <= width)
        return grow_width(layout, box, width - sum);
    for (child = yt_layout_first(box); child; child = yt_layout_next(child))
        if (yt_layout_next(child))
            width -= between;
    share_width(box, width);
    return 0;
}

/* True when, at these widths, a label is cramped or runs over too many lines. */
static bool row_is_tight(const struct yt_layout *layout, struct yt_item *box, int width)
{
    int used = 0;
    struct yt_item *child;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        yt_layout_fit(layout, child, child->w);
        used += child->w;
        if (child->kind == YT_ITEM_SPACE)
            continue;
        if (child->fit_cramped || child->w < yt_metrics_mm(layout->metrics, child->min_width_mm))
            return true;
        if (child->fit_lines > BUTTON_LINES_MAX && child->action.id)
            return true;
    }
    return used > width;
}

/* Stacked below each other, the last one first where the row says so: the way on stays on top. */
static int stack(const struct yt_layout *layout, struct yt_item *box, int width)
{
    int between = yt_metrics_mm(layout->metrics, box->between_mm);
    int y = 0;
    struct yt_item *child, *last = NULL;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        child->w = child->rigid || !stretches(child) ? yt_layout_natural(layout, child) : width;
        child->h = child->kind == YT_ITEM_SPACE ? 0 : yt_layout_fit(layout, child, child->w);
        child->rect.x = 0;
        if (child->kind != YT_ITEM_SPACE)
            last = child;
    }
    if (box->first_up && last) {
        last->rect.y = 0;
        y = last->h + between;
    }
    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        if (box->first_up && child == last)
            continue;
        child->rect.y = y;
        if (child->kind != YT_ITEM_SPACE)
            y += child->h + between;
    }
    return y > 0 ? y - between : 0;
}

/* The icon and the first line of the text have one middle. */
static int stand_by_first(struct yt_item *box, int most)
{
    struct yt_item *icon = yt_layout_first(box), *text = icon ? yt_layout_next(icon) : NULL;
    int line, more;

    if (!text || text->kind != YT_ITEM_TEXT || text->fit_lines < 2)
        return most;
    line = text->h / text->fit_lines;
    more = icon->h - line;
    icon->rect.y = more < 0 ? -more / 2 : 0;
    text->rect.y = more > 0 ? more / 2 : 0;
    return larger(most, text->rect.y + text->h);
}

int yt_layout_row(const struct yt_layout *layout, struct yt_item *box, int width, int height)
{
    int between = yt_metrics_mm(layout->metrics, box->between_mm);
    int left = row_widths(layout, box, width, between), most = 0, x;
    struct yt_item *child;

    if (box->stacks && row_is_tight(layout, box, width))
        return stack(layout, box, width);
    x = along_offset(box, left);
    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        child->h = yt_layout_fit(layout, child, child->w);
        child->rect.x = x;
        x += child->w + between;
        most = larger(most, child->h);
    }
    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        int line = larger(most, height);

        if ((box->align == YT_UI_START || child->stretch) && child->kind == YT_ITEM_BOX)
            child->h = line;
        child->rect.y = across_offset(
            child->kind == YT_ITEM_BOX || box->align != YT_UI_START ? box->align : YT_UI_START,
            line - child->h);
    }
    return box->by_first ? stand_by_first(box, most) : most;
}

static int close_line(struct yt_item *from, const struct yt_item *end, int y, int line)
{
    for (; from != end; from = yt_layout_next(from)) {
        from->rect.y = y;
        if (from->kind == YT_ITEM_BOX)
            from->h = line;
    }
    return y + line;
}

int yt_layout_wrap(const struct yt_layout *layout, struct yt_item *box, int width)
{
    int between = yt_metrics_mm(layout->metrics, box->between_mm);
    int x = 0, y = 0, line = 0;
    struct yt_item *child, *line_start = yt_layout_first(box);

    for (child = line_start; child; child = yt_layout_next(child)) {
        child->w = smaller(yt_layout_natural(layout, child), width);
        if (x > 0 && x + child->w > width) {
            y = close_line(line_start, child, y, line) + between;
            line_start = child;
            x = line = 0;
        }
        child->h = yt_layout_fit(layout, child, child->w);
        child->rect.x = x;
        line = larger(line, child->h);
        x += child->w + between;
    }
    return close_line(line_start, NULL, y, line);
}
