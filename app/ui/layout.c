#include "ui/layout.h"

#include <string.h>

#define MARK_EMS 1.15f
#define LEAST_SHRUNK_PERCENT 55
#define DIVIDER_MM 0.3f

static int px(const struct yt_layout *layout, float mm)
{
    return yt_metrics_mm(layout->metrics, mm);
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

struct yt_item *yt_layout_first(const struct yt_item *box)
{
    struct yt_item *child = box->first;

    while (child && child->gone)
        child = child->next;
    return child;
}

struct yt_item *yt_layout_next(const struct yt_item *child)
{
    struct yt_item *next = child->next;

    while (next && next->gone)
        next = next->next;
    return next;
}

static int pads_across(const struct yt_layout *layout, const struct yt_item *item)
{
    return px(layout, item->pad_left_mm) + px(layout, item->pad_right_mm);
}

int yt_layout_air(const struct yt_layout *layout, float mm)
{
    return px(layout, mm * layout->air);
}

/* Of a widget only the height as a whole gets more air, not its inside. */
static int pads_along(const struct yt_layout *layout, const struct yt_item *item)
{
    return px(layout, item->pad_top_mm) + px(layout, item->pad_bottom_mm);
}

static int least_height(const struct yt_layout *layout, const struct yt_item *item)
{
    return item->airy ? yt_layout_air(layout, item->min_height_mm)
                      : px(layout, item->min_height_mm);
}

/* ---- Leaves ---- */

/* Icons and marks stand beside letters, so they grow with them, up to a point. */
static int icon_side(const struct yt_layout *layout, const struct yt_item *item)
{
    float growth = 1.0f + ((float)layout->metrics->percent - 100.0f) / 250.0f;

    return px(layout, item->min_width_mm * growth);
}

static int code_side(const struct yt_layout *layout, const struct yt_item *item, int room)
{
    int modules = item->as.code.side + 8; /* the quiet zone */
    int most = px(layout, item->min_width_mm);
    int module = (most < room ? most : room) / modules;

    return (module < 1 ? 1 : module) * modules;
}

static void picture_size(const struct yt_layout *layout, const struct yt_item *item, int room,
                         int *width, int *height)
{
    float shape = layout->shape ? layout->shape(layout->context, item->as.icon.name) : 0;
    int most = px(layout, item->max_height_mm);
    int share = (int)(item->max_share * (float)layout->metrics->height);

    *height = most > 0 && most < share ? most : share;
    if (shape <= 0)
        shape = 1;
    *width = (int)((float)*height * shape);
    if (room > 0 && *width > room) {
        *width = room;
        *height = (int)((float)room / shape);
    }
}

static int text_em(const struct yt_layout *layout, const struct yt_item *item)
{
    float scaled = item->as.text.scaled > 0 ? item->as.text.scaled : 1;

    return yt_metrics_ems(layout->metrics, item->as.text.ems * scaled);
}

static void measure(const struct yt_layout *layout, struct yt_item *item, int width,
                    struct yt_extent *extent)
{
    struct yt_item_text *text = &item->as.text;
    int whole = text_em(layout, item);

    text->em = whole;
    layout->measure(layout->context, text, text->em, width, extent);
    while (text->shrink && width > 0 &&
           (extent->too_narrow || extent->width > width || (text->one_line && extent->lines > 1)) &&
           text->em * 100 > whole * LEAST_SHRUNK_PERCENT) {
        text->em = text->em * 9 / 10;
        layout->measure(layout->context, text, text->em, width, extent);
    }
}

static int leaf_natural(const struct yt_layout *layout, struct yt_item *item)
{
    struct yt_extent extent = {0};
    int width = 0, height = 0;

    switch (item->kind) {
    case YT_ITEM_TEXT:
        measure(layout, item, 0, &extent);
        return extent.width;
    case YT_ITEM_ICON:
    case YT_ITEM_SPINNER:
    case YT_ITEM_COUNTDOWN:
        return icon_side(layout, item);
    case YT_ITEM_MARK:
        return yt_metrics_ems(layout->metrics, MARK_EMS);
    case YT_ITEM_PICTURE:
        picture_size(layout, item, 0, &width, &height);
        return width;
    case YT_ITEM_CODE:
        return code_side(layout, item, layout->metrics->width);
    case YT_ITEM_STEPS:
        return px(layout, 40);
    default:
        return px(layout, item->min_width_mm);
    }
}

static void fit_text(const struct yt_layout *layout, struct yt_item *item, int width)
{
    struct yt_extent extent = {0};

    measure(layout, item, width > 0 ? width : 1, &extent);
    item->fit_height = extent.height;
    item->fit_lines = extent.lines;
    item->fit_cramped = (extent.too_narrow && !item->as.text.anywhere) || extent.width > width;
    item->fit_broken = item->as.text.whole && extent.lines > 1;
}

static void fit_leaf(const struct yt_layout *layout, struct yt_item *item, int width)
{
    int across = 0;

    switch (item->kind) {
    case YT_ITEM_TEXT:
        fit_text(layout, item, width);
        break;
    case YT_ITEM_ICON:
    case YT_ITEM_SPINNER:
    case YT_ITEM_COUNTDOWN:
    case YT_ITEM_MARK:
        item->fit_height = leaf_natural(layout, item);
        break;
    case YT_ITEM_PICTURE:
        picture_size(layout, item, width, &across, &item->fit_height);
        break;
    case YT_ITEM_CODE:
        item->fit_height = code_side(layout, item, width);
        break;
    case YT_ITEM_STEPS:
        item->fit_height = px(layout, 2.4f);
        break;
    case YT_ITEM_DIVIDER:
        item->fit_height = px(layout, DIVIDER_MM);
        break;
    default:
        item->fit_height = px(layout, item->min_height_mm);
    }
}

/* ---- Boxes ---- */

static int box_natural(const struct yt_layout *layout, struct yt_item *box)
{
    int between = px(layout, box->between_mm), sum = 0, most = 0, count = 0;
    struct yt_item *child;

    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        int natural = yt_layout_natural(layout, child);

        sum += natural;
        most = larger(most, natural);
        count++;
    }
    if (box->flow == YT_UI_ROW || box->flow == YT_UI_WRAP)
        return sum + between * larger(0, count - 1);
    if (box->flow == YT_UI_KEYS)
        return most * box->columns + between * (box->columns - 1);
    if (box->flow == YT_UI_GRID || box->flow == YT_UI_CARDS || box->flow == YT_UI_SPLIT) {
        int columns = box->columns < count ? box->columns : count;

        return most * columns + between * larger(0, columns - 1);
    }
    return most;
}

static int arrange(const struct yt_layout *layout, struct yt_item *box, int width, int height)
{
    if (box->lists)
        return yt_layout_rows(layout, box, width);
    switch (box->flow) {
    case YT_UI_ROW:
        return yt_layout_row(layout, box, width, height);
    case YT_UI_WRAP:
        return yt_layout_wrap(layout, box, width);
    case YT_UI_GRID:
        return yt_layout_grid(layout, box, width);
    case YT_UI_CARDS:
        return yt_layout_cards(layout, box, width);
    case YT_UI_KEYS:
        return yt_layout_keys(layout, box, width);
    case YT_UI_SPLIT:
        return yt_layout_split(layout, box, width, height);
    default:
        return yt_layout_column(layout, box, width, height);
    }
}

int yt_layout_natural(const struct yt_layout *layout, struct yt_item *item)
{
    int least = item->kind == YT_ITEM_BOX
                    ? larger(px(layout, item->min_width_mm), px(layout, item->wish_width_mm))
                    : 0;
    int natural;

    if (item->natural >= 0)
        return item->natural;
    if (item->kind == YT_ITEM_BOX)
        natural = box_natural(layout, item) + pads_across(layout, item);
    else
        natural = leaf_natural(layout, item);
    if (item->max_em > 0 && natural > yt_metrics_ems(layout->metrics, item->max_em))
        natural = yt_metrics_ems(layout->metrics, item->max_em);
    item->natural = larger(natural, least);
    return item->natural;
}

static void fit_box(const struct yt_layout *layout, struct yt_item *box, int width)
{
    struct yt_item *child;
    int inner = width - pads_across(layout, box);

    box->fit_cramped = inner < 1;
    box->fit_height = arrange(layout, box, larger(inner, 1), -1) + pads_along(layout, box);
    box->fit_height = larger(box->fit_height, least_height(layout, box));
    box->fit_height = larger(box->fit_height, box->even_height);
    for (child = yt_layout_first(box); child; child = yt_layout_next(child)) {
        box->fit_cramped |= child->fit_cramped;
        box->fit_broken |= child->fit_broken;
        box->fit_lines = larger(box->fit_lines, child->fit_lines);
    }
}

int yt_layout_fit(const struct yt_layout *layout, struct yt_item *item, int width)
{
    if (item->fit_width == width && width > 0)
        return item->fit_height;
    item->fit_width = width;
    item->fit_cramped = item->fit_broken = false;
    item->fit_lines = 0;
    if (item->kind == YT_ITEM_BOX)
        fit_box(layout, item, width);
    else
        fit_leaf(layout, item, width);
    return item->fit_height;
}

void yt_layout_place(const struct yt_layout *layout, struct yt_item *item, SDL_Rect rect, int area)
{
    int left, top, inner_width, inner_height;
    struct yt_item *child;

    item->rect = rect;
    item->area = area;
    if (item->kind != YT_ITEM_BOX) {
        item->fit_width = 0; /* a shrunk text must end with the em of this width */
        yt_layout_fit(layout, item, rect.w);
        return;
    }
    left = rect.x + px(layout, item->pad_left_mm);
    top = rect.y + px(layout, item->pad_top_mm);
    inner_width = larger(rect.w - pads_across(layout, item), 1);
    inner_height = rect.h - pads_along(layout, item);
    arrange(layout, item, inner_width, inner_height);
    for (child = yt_layout_first(item); child; child = yt_layout_next(child)) {
        SDL_Rect at = {left + child->rect.x, top + child->rect.y, child->w, child->h};

        yt_layout_place(layout, child, at, area);
    }
}
