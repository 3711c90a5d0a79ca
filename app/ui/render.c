/* Items become a list of things to paint. */
#include "ui/render.h"

#include <string.h>

#define SHADOW_MM 1.7f
#define SHADOW_DOWN_MM 1.2f
#define RING_MM 1.0f
#define RING_GAP_MM 0.6f
#define FADE_MM 3.5f
#define CORNER_MARK_MM 5.0f
#define CORNER_INSET_MM 1.2f
#define STRIPE_MM 2.2f
#define FAR_PX 100

static int px(const struct yt_ui *ui, float mm)
{
    return yt_metrics_mm(&ui->metrics, mm);
}

SDL_Rect yt_render_grown(SDL_Rect rect, int by)
{
    return (SDL_Rect){rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by};
}

struct yt_draw yt_render_blank(enum yt_draw_kind kind, SDL_Rect rect, SDL_Color colour)
{
    struct yt_draw draw;

    memset(&draw, 0, sizeof draw);
    draw.kind = kind;
    draw.rect = rect;
    draw.colour = colour;
    return draw;
}

SDL_Rect yt_ui_seen_rect(const struct yt_ui *ui, const struct yt_item *item)
{
    SDL_Rect rect = item->rect;

    if (item->area)
        rect.y -= ui->areas[item->area - 1].offset;
    return rect;
}

static SDL_Rect clip_of(const struct yt_ui *ui, const struct yt_item *item)
{
    if (item->area)
        return ui->areas[item->area - 1].view;
    return (SDL_Rect){0, 0, ui->metrics.width, ui->metrics.height};
}

SDL_Rect yt_ui_visible_rect(const struct yt_ui *ui, const struct yt_item *item)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item), clip = clip_of(ui, item), visible;

    if (!SDL_IntersectRect(&rect, &clip, &visible))
        visible = (SDL_Rect){0};
    return visible;
}

/* ---- Boxes ---- */

void yt_render_fill(struct yt_ui *ui, SDL_Rect rect, int radius, SDL_Color colour, SDL_Rect clip)
{
    struct yt_draw draw = yt_render_blank(radius > 0 ? YT_DRAW_ROUND : YT_DRAW_FILL, rect, colour);

    draw.radius = radius;
    yt_draw_list_add(ui->list, draw, rect, clip);
}

void yt_render_ring(struct yt_ui *ui, SDL_Rect rect, int radius, int width, SDL_Color colour,
                    SDL_Rect clip)
{
    struct yt_draw draw = yt_render_blank(YT_DRAW_RING, rect, colour);

    draw.radius = radius;
    draw.width = width;
    yt_draw_list_add(ui->list, draw, rect, clip);
}

static void add_shadow(struct yt_ui *ui, SDL_Rect rect, int radius, SDL_Rect clip)
{
    struct yt_draw draw;
    int spread = px(ui, SHADOW_MM);

    if (!ui->theme.shadow.a)
        return;
    /* Lower at the top only, so that no gap shows below. */
    rect.y += px(ui, SHADOW_DOWN_MM);
    rect.h -= px(ui, SHADOW_DOWN_MM);
    draw = yt_render_blank(YT_DRAW_SHADOW, rect, ui->theme.shadow);
    draw.radius = radius;
    draw.width = spread;
    yt_draw_list_add(ui->list, draw, yt_render_grown(rect, spread), clip);
}

static void add_corner_mark(struct yt_ui *ui, SDL_Rect rect, SDL_Rect clip)
{
    int side = px(ui, CORNER_MARK_MM), inset = px(ui, CORNER_INSET_MM);
    SDL_Rect at = {rect.x + rect.w - side - inset, rect.y + inset, side, side};

    yt_render_fill(ui, at, side / 2, ui->theme.accent, clip);
    yt_render_icon(ui, "check", yt_render_grown(at, -side / 6), ui->theme.on_accent, clip);
}

static void add_stripe(struct yt_ui *ui, SDL_Rect rect, int radius, SDL_Color colour, SDL_Rect clip)
{
    struct yt_draw draw = yt_render_blank(radius > 0 ? YT_DRAW_ROUND : YT_DRAW_FILL, rect, colour);
    SDL_Rect left = {rect.x, rect.y, px(ui, STRIPE_MM), rect.h};

    /* The rounded shape, of which only the left edge shows. By its bounds, not by the clip: what
     * scrolls is clipped to the view alone. */
    draw.radius = radius;
    yt_draw_list_add(ui->list, draw, left, clip);
}

static void add_skin(struct yt_ui *ui, const struct yt_item *item, bool pressed, SDL_Rect clip)
{
    const struct yt_skin *skin = &item->skin;
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    int radius = skin->radius_mm > 0 ? px(ui, skin->radius_mm) : 0;
    int line = skin->line_mm > 0 && skin->line.a ? px(ui, skin->line_mm) : 0;
    SDL_Color fill = pressed && skin->fill_pressed.a ? skin->fill_pressed : skin->fill;
    SDL_Color edge = pressed && skin->line_pressed.a ? skin->line_pressed : skin->line;

    if (skin->shadow && !pressed)
        add_shadow(ui, rect, radius, clip);
    if (line && fill.a) {
        yt_render_fill(ui, rect, radius, edge, clip);
        yt_render_fill(ui, yt_render_grown(rect, -line), radius > line ? radius - line : 0, fill,
                       clip);
    } else if (line) {
        yt_render_ring(ui, rect, radius, line, edge, clip);
    } else if (fill.a) {
        yt_render_fill(ui, rect, radius, fill, clip);
    }
    if (skin->stripe.a)
        add_stripe(ui, rect, radius, skin->stripe, clip);
    if (item->corner_mark)
        add_corner_mark(ui, rect, clip);
    if (item->role == YT_UI_BAR) {
        bool top = item == ui->items.top;
        int width = px(ui, ui->theme.border_mm * 0.6f);

        yt_render_fill(ui,
                       (SDL_Rect){rect.x, top ? rect.y + rect.h - width : rect.y, rect.w, width}, 0,
                       ui->theme.line_soft, clip);
    }
}

/* ---- The tree ---- */

static bool is_pressed(const struct yt_ui *ui, const struct yt_item *item)
{
    return ui->press.id && ui->press.id == item->id && ui->press.inside && !ui->press.dragging &&
           !ui->press.stale && item->action.id;
}

/* Out of sight by more than its shadow and the cells of the list of things to paint. */
static bool is_far(const struct yt_ui *ui, const struct yt_item *item)
{
    SDL_Rect rect, view;

    if (!item->area || item->kind != YT_ITEM_BOX || !item->action.id)
        return false;
    rect = yt_ui_seen_rect(ui, item);
    view = ui->areas[item->area - 1].view;
    return rect.y > view.y + view.h + FAR_PX || rect.y + rect.h < view.y - FAR_PX;
}

/* Rows that came into sight before they could be declared. */
static void render_undeclared(struct yt_ui *ui, const struct yt_item *box, SDL_Rect clip)
{
    size_t first, end, declared = ui->rows.declared;

    yt_ui_rows_seen(ui, &first, &end);
    for (size_t row = first; row < end; row++) {
        SDL_Rect rect = yt_ui_rows_rect(ui, row);
        int line = px(ui, ui->theme.border_mm), radius = px(ui, ui->theme.radius_mm);

        if (row >= box->as.rows.first && row < box->as.rows.first + declared)
            continue;
        rect.y -= ui->areas[0].offset;
        yt_render_fill(ui, rect, radius, ui->theme.line_soft, clip);
        yt_render_fill(ui, yt_render_grown(rect, -line), radius - line, ui->theme.surface, clip);
    }
}

static void render_item(struct yt_ui *ui, const struct yt_item *item, bool pressed)
{
    SDL_Rect clip = clip_of(ui, item);

    if (item->gone || is_far(ui, item))
        return;
    yt_draw_list_scrolls(ui->list, item->area == 1);
    pressed |= is_pressed(ui, item);
    if (item->skinned)
        add_skin(ui, item, pressed, clip);
    if (item->lists)
        render_undeclared(ui, item, clip);
    if (item->kind != YT_ITEM_BOX)
        yt_render_leaf(ui, item, pressed, clip);
    for (const struct yt_item *child = item->first; child; child = child->next)
        render_item(ui, child, pressed);
}

/* Says that something follows above or below. */
static void render_fades(struct yt_ui *ui, const struct yt_area *area)
{
    int height = px(ui, FADE_MM);
    SDL_Color colour = {0, 0, 0, ui->theme.shadow.a};
    SDL_Rect rect = {area->view.x, area->view.y, area->view.w, height};
    struct yt_draw draw;

    if (!area->scrolls || !colour.a)
        return;
    if (area->offset > 0) {
        draw = yt_render_blank(YT_DRAW_FADE, rect, colour);
        draw.side = 1;
        yt_draw_list_add(ui->list, draw, rect, area->view);
    }
    if (area->offset < area->content - area->view.h) {
        rect.y = area->view.y + area->view.h - height;
        draw = yt_render_blank(YT_DRAW_FADE, rect, colour);
        yt_draw_list_add(ui->list, draw, rect, area->view);
    }
}

static void render_focus(struct yt_ui *ui)
{
    const struct yt_item *item;
    SDL_Rect rect, clip;
    int gap = px(ui, RING_GAP_MM), width = px(ui, RING_MM);
    int radius;

    if (!ui->focus_shown || !ui->focus_id || !(item = yt_ui_item_by_id(ui, ui->focus_id)))
        return;
    rect = yt_ui_seen_rect(ui, item);
    clip = clip_of(ui, item);
    radius = px(ui, item->skin.radius_mm);
    yt_draw_list_scrolls(ui->list, item->area == 1);
    yt_render_ring(ui, yt_render_grown(rect, gap), radius + gap, gap, ui->theme.focus_gap, clip);
    yt_render_ring(ui, yt_render_grown(rect, gap + width), radius + gap + width, width,
                   ui->theme.focus, clip);
}

/* A scroll button that leads nowhere now looks so and takes no touch. */
static void show_usable(struct yt_ui *ui, struct yt_item *button, bool usable)
{
    const struct yt_ui_theme *theme = &ui->theme;
    SDL_Color ink = usable ? theme->accent : theme->ink_off;

    if (!button)
        return;
    button->state = usable ? 0 : YT_UI_DISABLED;
    button->skin.line = usable ? theme->accent : theme->line_soft;
    button->skin.fill = usable ? theme->surface : theme->page;
    for (struct yt_item *part = button->first; part; part = part->next) {
        if (part->kind == YT_ITEM_ICON)
            part->as.icon.ink = ink;
        else if (part->kind == YT_ITEM_TEXT)
            part->as.text.ink = ink;
    }
}

static void show_rail(struct yt_ui *ui, const struct yt_area *area, struct yt_item *up,
                      struct yt_item *down)
{
    show_usable(ui, up, area->offset > 0);
    show_usable(ui, down, area->offset < area->content - area->view.h);
}

void yt_ui_render(struct yt_ui *ui)
{
    SDL_Rect window = {0, 0, ui->metrics.width, ui->metrics.height};

    ui->has_spinner = false;
    ui->countdown_ends_ms = -1;
    yt_draw_list_begin(ui->list, ui->areas[0].scrolls ? ui->areas[0].view : (SDL_Rect){0},
                       ui->areas[0].offset);
    if (!ui->items.page) {
        yt_render_fill(ui, window, 0, ui->theme.page, window);
        return;
    }
    show_rail(ui, &ui->areas[0], ui->items.up, ui->items.down);
    show_rail(ui, &ui->areas[1], ui->items.dialog_up, ui->items.dialog_down);
    render_item(ui, ui->items.page, false);
    yt_draw_list_scrolls(ui->list, false);
    render_fades(ui, &ui->areas[0]);
    if (ui->items.dialog) {
        yt_draw_list_add(ui->list, yt_render_blank(YT_DRAW_VEIL, window, ui->theme.scrim), window,
                         window);
        render_item(ui, ui->items.dialog, false);
        render_fades(ui, &ui->areas[1]);
    }
    render_focus(ui);
}
