#include "ui/layout_side.h"

#include "base/attributes.h"

#define COLUMN_PAD_MM 1.8f
#define BUTTON_ACROSS_MM 1.5f
#define BUTTON_ALONG_MM 1.5f

#define LEAST_LABEL_MM 2.9f

/* How much smaller the labels may become so that all buttons find room. */
static const float label_sizes[] = {0.9f, 0.8f, 0.72f, 0.65f, 0.58f, 0.52f, 0.46f};

static void forget(struct yt_item *item)
{
    item->natural = -1;
    item->fit_width = 0;
    for (struct yt_item *child = item->first; child; child = child->next)
        forget(child);
}

static void scale_labels(struct yt_item *item, float scaled)
{
    if (item->kind == YT_ITEM_TEXT)
        item->as.text.scaled = scaled;
    for (struct yt_item *child = item->first; child; child = child->next)
        scale_labels(child, scaled);
}

static int inner_width(const struct yt_layout *layout)
{
    return yt_metrics_side(layout->metrics) - 2 * yt_metrics_mm(layout->metrics, COLUMN_PAD_MM);
}

/* What the buttons take; -1 when a word is wider than the column. */
static int buttons_height(const struct yt_layout *layout, struct yt_item *bar)
{
    int between = yt_metrics_mm(layout->metrics, YT_TARGET_BETWEEN_MM);
    int height = 0;

    for (struct yt_item *child = yt_layout_first(bar); child; child = yt_layout_next(child)) {
        if (child->kind == YT_ITEM_SPACE)
            continue;
        height += yt_layout_fit(layout, child, inner_width(layout)) + (height > 0 ? between : 0);
        if (child->fit_cramped)
            return -1;
    }
    return height;
}

/* Words that need several lines are worth more than the picture beside them. */
static void set_icon(struct yt_item *button, bool gone)
{
    for (struct yt_item *part = button->first; part; part = part->next)
        if (part->kind == YT_ITEM_ICON)
            part->gone = gone;
}

static void set_buttons(const struct yt_layout *layout, struct yt_item *bar)
{
    scale_labels(bar, 0);
    forget(bar);
    for (struct yt_item *child = bar->first; child; child = child->next) {
        if (child->kind != YT_ITEM_BOX)
            continue;
        set_icon(child, false);
        child->pad_left_mm = child->pad_right_mm = BUTTON_ACROSS_MM;
        child->pad_top_mm = child->pad_bottom_mm = BUTTON_ALONG_MM;
        yt_layout_fit(layout, child, inner_width(layout));
        set_icon(child, child->fit_lines > 1 || child->fit_cramped);
    }
}

/* Short labels need not be as small as a long one makes all of them at first. */
static void enlarge_short(const struct yt_layout *layout, struct yt_item *bar, int room,
                          size_t size)
{
    for (struct yt_item *child = yt_layout_first(bar); child; child = yt_layout_next(child)) {
        if (child->kind != YT_ITEM_BOX || child->fit_lines > 1)
            continue;
        for (size_t i = 0; i <= size; i++) {
            int needed;

            scale_labels(child, label_sizes[i]);
            forget(bar);
            needed = buttons_height(layout, bar);
            if (needed >= 0 && needed <= room && child->fit_lines <= 1)
                break;
        }
    }
}

/* The largest labels with which the buttons have room. */
static bool set_labels(const struct yt_layout *layout, struct yt_item *bar, int room)
{
    for (size_t i = 0; i < YT_COUNT(label_sizes); i++) {
        int needed;

        if (label_sizes[i] * (float)layout->metrics->em <
            LEAST_LABEL_MM * layout->metrics->px_per_mm)
            break;
        scale_labels(bar, label_sizes[i]);
        forget(bar);
        needed = buttons_height(layout, bar);
        if (needed < 0 || needed > room)
            continue;
        enlarge_short(layout, bar, room, i);
        return true;
    }
    scale_labels(bar, 0);
    forget(bar);
    return false;
}

bool yt_layout_side_fits(const struct yt_layout *layout, struct yt_item *bar, int height)
{
    int room = height - 2 * yt_metrics_mm(layout->metrics, COLUMN_PAD_MM);
    int rail = yt_metrics_mm(layout->metrics, YT_TARGET_MM + YT_TARGET_BETWEEN_MM);

    if (!bar || yt_metrics_side(layout->metrics) <= 0)
        return false;
    set_buttons(layout, bar);
    /* Best when the scroll buttons find room too, if they are needed. */
    return set_labels(layout, bar, room - rail) || set_labels(layout, bar, room);
}

void yt_layout_side_place(const struct yt_layout *layout, struct yt_item *bar, SDL_Rect column)
{
    int pad = yt_metrics_mm(layout->metrics, COLUMN_PAD_MM);
    int between = yt_metrics_mm(layout->metrics, YT_TARGET_BETWEEN_MM);
    int width = inner_width(layout);
    int y = column.y + column.h - pad - buttons_height(layout, bar);

    bar->rect = column;
    bar->area = 0;
    for (struct yt_item *child = yt_layout_first(bar); child; child = yt_layout_next(child)) {
        int height;

        if (child->kind == YT_ITEM_SPACE)
            continue;
        height = yt_layout_fit(layout, child, width);
        yt_layout_place(layout, child, (SDL_Rect){column.x + pad, y, width, height}, 0);
        y += height + between;
    }
}

bool yt_layout_side_rail(const struct yt_layout *layout, struct yt_item *bar, struct yt_item *rail)
{
    int between = yt_metrics_mm(layout->metrics, YT_TARGET_BETWEEN_MM);
    int pad = yt_metrics_mm(layout->metrics, COLUMN_PAD_MM);
    const struct yt_item *topmost = yt_layout_first(bar);
    int height;

    while (topmost && topmost->kind == YT_ITEM_SPACE)
        topmost = yt_layout_next(topmost);
    rail->gone = false;
    rail->flow = YT_UI_ROW;
    rail->along = YT_UI_CENTRE;
    for (struct yt_item *button = rail->first; button; button = button->next) {
        button->gone = button->kind == YT_ITEM_SPACE;
        button->grow = button->kind == YT_ITEM_BOX;
        if (button->kind == YT_ITEM_BOX && button->first && button->first->next)
            button->first->next->gone = true;
    }
    forget(rail);
    rail->pad_left_mm = rail->pad_right_mm = COLUMN_PAD_MM;
    rail->pad_top_mm = rail->pad_bottom_mm = COLUMN_PAD_MM;
    height = yt_layout_fit(layout, rail, bar->rect.w);
    if (topmost && bar->rect.y + height - pad + between > topmost->rect.y + 1)
        return false;
    yt_layout_place(layout, rail, (SDL_Rect){bar->rect.x, bar->rect.y, bar->rect.w, height}, 0);
    rail->skin = bar->skin;
    rail->skinned = bar->skinned;
    bar->rect.y += height;
    bar->rect.h -= height;
    return true;
}
