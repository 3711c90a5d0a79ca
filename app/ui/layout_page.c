/* The frame of every screen: bars that stay where there is room and scroll with the content where
 * there is not, content that is never cut off, and a dialog in front. */
#include "ui/layout.h"
#include "ui/layout_side.h"

#include "base/attributes.h"

/* Less of the height than this for the content, and the bars move into it. */
#define LEAST_VIEW_PERCENT 40
#define TOOLS_HIGH_PERCENT 17
#define DIALOG_EMS 28.0f
#define RAIL_GAP_MM 2.0f
#define TOOL_TIGHT_MM 1.0f
#define TOOL_BESIDE_MM 2.0f

enum tool_form { TOOLS_BESIDE, TOOLS_BELOW, TOOLS_BARE, TOOLS_WRAPPED };

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* How much more room a page takes where it has it; the last one is what every page must do with. */
static const float airs[] = {1.5f, 1.3f, 1.15f, 1.0f};

static void forget_sizes(struct yt_item *item)
{
    item->natural = -1;
    item->fit_width = 0;
    for (struct yt_item *child = item->first; child; child = child->next)
        forget_sizes(child);
}

/* ---- The tools of the top bar ---- */

static void set_tool_form(struct yt_item *bar, enum tool_form form)
{
    bar->flow = form == TOOLS_WRAPPED ? YT_UI_WRAP : YT_UI_ROW;
    for (struct yt_item *tool = bar->first; tool; tool = tool->next) {
        struct yt_item *label;

        if (form == TOOLS_WRAPPED && tool->kind == YT_ITEM_SPACE)
            tool->gone = true;
        if (!tool->tool_form)
            continue;
        label = tool->first ? tool->first->next : NULL;
        tool->flow = form == TOOLS_BELOW ? YT_UI_COLUMN : YT_UI_ROW;
        tool->between_mm = form == TOOLS_BELOW ? TOOL_TIGHT_MM : TOOL_BESIDE_MM;
        if (label)
            label->gone = form >= TOOLS_BARE;
    }
    forget_sizes(bar);
}

static bool tools_fit(const struct yt_layout *layout, struct yt_item *bar, enum tool_form form)
{
    int width = layout->metrics->width;
    int height;

    set_tool_form(bar, form);
    height = yt_layout_fit(layout, bar, width);
    if (bar->fit_cramped || yt_layout_natural(layout, bar) > width)
        return form == TOOLS_WRAPPED;
    return form == TOOLS_BARE || form == TOOLS_WRAPPED || bar->fit_lines <= 1 ||
           height * 100 <= layout->metrics->height * TOOLS_HIGH_PERCENT;
}

static int fit_top(const struct yt_layout *layout, struct yt_item *bar)
{
    enum tool_form form = TOOLS_BESIDE;

    if (!bar)
        return 0;
    while (form < TOOLS_WRAPPED && !tools_fit(layout, bar, form))
        form++;
    set_tool_form(bar, form);
    return yt_layout_fit(layout, bar, layout->metrics->width);
}

/* ---- Scrolling ---- */

/* Beside the content on a wide screen, below it on a high one: where room is cheaper. */
static SDL_Rect put_rail(const struct yt_layout *layout, struct yt_item *rail, SDL_Rect *view)
{
    int gap = yt_metrics_mm(layout->metrics, RAIL_GAP_MM);
    bool beside = view->w > view->h;
    SDL_Rect at = *view;
    struct yt_item *button;

    rail->gone = rail->skinned = false;
    rail->flow = beside ? YT_UI_COLUMN : YT_UI_ROW;
    rail->along = YT_UI_CENTRE;
    for (button = rail->first; button; button = button->next) {
        button->gone = false;
        button->grow = !beside && button->kind == YT_ITEM_BOX;
        if (button->kind == YT_ITEM_SPACE)
            button->gone = !beside;
        else if (button->first && button->first->next)
            button->first->next->gone = beside;
    }
    forget_sizes(rail);
    if (beside) {
        at.w = yt_layout_natural(layout, rail) + 2 * gap;
        at.x = view->x + view->w - at.w;
        view->w -= at.w;
    } else {
        at.h = yt_layout_fit(layout, rail, at.w);
        at.y = view->y + view->h - at.h;
        view->h -= at.h;
    }
    return at;
}

/* The width a column of content takes in a view; the rest goes to both sides. */
static int content_width(const struct yt_layout *layout, const struct yt_item *content, int width)
{
    int pads = yt_metrics_mm(layout->metrics, content->pad_left_mm) +
               yt_metrics_mm(layout->metrics, content->pad_right_mm);

    if (content->max_em <= 0)
        return width;
    return smaller(width, yt_metrics_ems(layout->metrics, content->max_em) + pads);
}

struct flow {
    struct yt_item *above, *content, *below;
};

static void forget_flow(const struct flow *flow)
{
    if (flow->above)
        forget_sizes(flow->above);
    if (flow->content)
        forget_sizes(flow->content);
    if (flow->below)
        forget_sizes(flow->below);
}

static int flow_height(const struct yt_layout *layout, const struct flow *flow, int width)
{
    int height = 0;

    if (flow->above)
        height += yt_layout_fit(layout, flow->above, width);
    if (flow->content)
        height += yt_layout_fit(layout, flow->content, content_width(layout, flow->content, width));
    if (flow->below)
        height += yt_layout_fit(layout, flow->below, width);
    return height;
}

static void place_flow(const struct yt_layout *layout, const struct flow *flow, SDL_Rect view,
                       int area)
{
    int below = flow->below ? yt_layout_fit(layout, flow->below, view.w) : 0;
    int y = view.y;

    if (flow->above) {
        int height = yt_layout_fit(layout, flow->above, view.w);

        yt_layout_place(layout, flow->above, (SDL_Rect){view.x, y, view.w, height}, area);
        y += height;
    }
    if (flow->content) {
        int width = content_width(layout, flow->content, view.w);
        int room = view.y + view.h - y - below;
        int height = larger(yt_layout_fit(layout, flow->content, width), room);
        SDL_Rect at = {view.x + (view.w - width) / 2, y, width, height};

        yt_layout_place(layout, flow->content, at, area);
        y += height;
    }
    if (flow->below)
        yt_layout_place(layout, flow->below, (SDL_Rect){view.x, y, view.w, below}, area);
}

static void bound_offset(struct yt_area *area)
{
    int most = area->scrolls ? area->content - area->view.h : 0;

    if (area->pulled && area->scrolls)
        return;
    area->offset = area->offset > most ? most : larger(area->offset, 0);
}

/* The most air with which all of the flow can be seen at once. */
static float air_for(struct yt_layout *layout, const struct flow *flow, SDL_Rect view)
{
    for (size_t i = 0; i < YT_COUNT(airs); i++) {
        layout->air = airs[i];
        forget_flow(flow);
        if (flow_height(layout, flow, view.w) <= view.h)
            break;
    }
    return layout->air;
}

struct frame {
    SDL_Rect view;
    struct yt_item *rail;
    struct yt_item *side; /* the column of a low panel, which has the rail where it has room */
};

/* A list of rows: the width is that beside a rail whether it is needed or not, and there is no more
 * air when few are left, so that nothing jumps while somebody narrows the list down. */
static void fill_with_list(const struct yt_layout *layout, const struct flow *flow,
                           struct frame *frame, struct yt_area *area)
{
    SDL_Rect whole = frame->view, at = {0};
    bool beside = frame->side && yt_layout_side_rail(layout, frame->side, frame->rail);

    if (!beside)
        at = put_rail(layout, frame->rail, &frame->view);
    area->content = flow_height(layout, flow, frame->view.w);
    area->scrolls = area->content > frame->view.h;
    if (!beside && frame->view.w == whole.w && area->content <= whole.h) {
        area->scrolls = false;
        frame->view = whole;
    }
    frame->rail->gone = !area->scrolls;
    if (!beside && area->scrolls)
        yt_layout_place(layout, frame->rail, at, 0);
    if (beside && !area->scrolls) {
        frame->side->rect.y -= frame->rail->rect.h;
        frame->side->rect.h += frame->rail->rect.h;
    }
}

/* With a rail when the flow is higher than the view. */
static void fill_with_flow(const struct yt_layout *layout, const struct flow *flow,
                           struct frame *frame, struct yt_area *area)
{
    area->content = flow_height(layout, flow, frame->view.w);
    area->scrolls = area->content > frame->view.h;
    if (!frame->rail)
        return;
    if (!area->scrolls) {
        frame->rail->gone = true;
    } else if (!(frame->side && yt_layout_side_rail(layout, frame->side, frame->rail))) {
        const SDL_Rect at = put_rail(layout, frame->rail, &frame->view);

        area->content = flow_height(layout, flow, frame->view.w);
        yt_layout_place(layout, frame->rail, at, 0);
    }
}

static void fill_view(const struct yt_layout *from, const struct flow *flow, struct frame frame,
                      bool lists, int number, struct yt_area *area)
{
    struct yt_layout layout = *from;

    if (lists && frame.rail) {
        fill_with_list(&layout, flow, &frame, area);
    } else {
        layout.air = air_for(&layout, flow, frame.view);
        fill_with_flow(&layout, flow, &frame, area);
    }
    area->view = frame.view;
    bound_offset(area);
    place_flow(&layout, flow, frame.view, number);
}

/* ---- The window ---- */

static bool roomy(const struct yt_layout *layout, int bars)
{
    return (layout->metrics->height - bars) * 100 >= layout->metrics->height * LEAST_VIEW_PERCENT;
}

/* A low panel: the ways on stand at the right of the content. */
static void lay_out_beside(const struct yt_layout *layout, const struct yt_page_items *items,
                           int top, struct yt_area *area)
{
    int side = yt_metrics_side(layout->metrics);
    int width = layout->metrics->width, height = layout->metrics->height;
    struct flow flow = {.content = items->content};

    if (top)
        yt_layout_place(layout, items->top, (SDL_Rect){0, 0, width, top}, 0);
    yt_layout_side_place(layout, items->bottom, (SDL_Rect){width - side, top, side, height - top});
    fill_view(layout, &flow,
              (struct frame){.view = {0, top, width - side, height - top},
                             .rail = items->rail,
                             .side = items->bottom},
              items->rows != NULL, 1, area);
}

static void lay_out_page(const struct yt_layout *layout, const struct yt_page_items *items,
                         struct yt_area *area)
{
    int width = layout->metrics->width, height = layout->metrics->height;
    int top = fit_top(layout, items->top);
    struct flow flow = {.content = items->content};
    SDL_Rect view = {0, 0, width, height};
    int bottom;

    items->page->rect = view;
    items->page->area = 0;
    if (yt_layout_side_fits(layout, items->bottom, height - top)) {
        lay_out_beside(layout, items, top, area);
        return;
    }
    bottom = items->bottom ? yt_layout_fit(layout, items->bottom, width) : 0;
    if (!roomy(layout, top + bottom)) {
        flow.below = items->bottom;
        bottom = 0;
        if (!roomy(layout, top)) {
            flow.above = items->top;
            top = 0;
        }
    }
    if (top)
        yt_layout_place(layout, items->top, (SDL_Rect){0, 0, width, top}, 0);
    if (bottom)
        yt_layout_place(layout, items->bottom, (SDL_Rect){0, height - bottom, width, bottom}, 0);
    view.y = top;
    view.h = height - top - bottom;
    fill_view(layout, &flow, (struct frame){.view = view, .rail = items->rail}, items->rows != NULL,
              1, area);
}

static void lay_out_dialog(const struct yt_layout *layout, const struct yt_page_items *items,
                           struct yt_area *area)
{
    struct yt_item *card = items->dialog;
    const struct yt_metrics *metrics = layout->metrics;
    int pad = yt_metrics_mm(metrics, card->pad_left_mm);
    int margin = yt_metrics_margin(metrics);
    int width = smaller(metrics->width - 2 * margin, yt_metrics_ems(metrics, DIALOG_EMS) + 2 * pad);
    struct flow flow = {.content = items->dialog_content};
    int most = metrics->height - 2 * margin;
    int height = smaller(flow_height(layout, &flow, width - 2 * pad) + 2 * pad, most);
    SDL_Rect view;

    card->rect =
        (SDL_Rect){(metrics->width - width) / 2, (metrics->height - height) / 2, width, height};
    card->area = 0;
    view = (SDL_Rect){card->rect.x + pad, card->rect.y + pad, width - 2 * pad, height - 2 * pad};
    fill_view(layout, &flow, (struct frame){.view = view, .rail = items->dialog_rail}, false, 2,
              area);
}

void yt_layout_page(const struct yt_layout *layout, const struct yt_page_items *items,
                    struct yt_area areas[2])
{
    areas[1].view = (SDL_Rect){0};
    areas[1].scrolls = false;
    if (items->page) {
        forget_sizes(items->page);
        lay_out_page(layout, items, &areas[0]);
    }
    if (items->dialog) {
        forget_sizes(items->dialog);
        lay_out_dialog(layout, items, &areas[1]);
    }
}
