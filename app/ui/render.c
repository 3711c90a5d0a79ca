/* Items become a list of things to paint. */
#include "ui/state.h"

#include <math.h>
#include <string.h>

#define SHADOW_MM 1.7f
#define SHADOW_DOWN_MM 1.2f
#define RING_MM 1.0f
#define RING_GAP_MM 0.6f
#define FADE_MM 3.5f
#define CARET_MM 0.8f
#define CORNER_MARK_MM 5.0f
#define CORNER_INSET_MM 1.2f
#define STRIPE_MM 2.2f
#define SPIN_STEPS 8
#define SPIN_STEP_MS 110
#define SPIN_CALM_MS 500

static int px(const struct yt_ui *ui, float mm)
{
    return yt_metrics_mm(&ui->metrics, mm);
}

static SDL_Rect grown(SDL_Rect rect, int by)
{
    return (SDL_Rect){rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by};
}

static struct yt_draw blank(enum yt_draw_kind kind, SDL_Rect rect, SDL_Color colour)
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

static void add_fill(struct yt_ui *ui, SDL_Rect rect, int radius, SDL_Color colour, SDL_Rect clip)
{
    struct yt_draw draw = blank(radius > 0 ? YT_DRAW_ROUND : YT_DRAW_FILL, rect, colour);

    draw.radius = radius;
    yt_draw_list_add(ui->list, draw, rect, clip);
}

static void add_ring(struct yt_ui *ui, SDL_Rect rect, int radius, int width, SDL_Color colour,
                     SDL_Rect clip)
{
    struct yt_draw draw = blank(YT_DRAW_RING, rect, colour);

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
    draw = blank(YT_DRAW_SHADOW, rect, ui->theme.shadow);
    draw.radius = radius;
    draw.width = spread;
    yt_draw_list_add(ui->list, draw, grown(rect, spread), clip);
}

static uint64_t hash_text(const char *text, uint64_t start)
{
    return text ? yt_draw_hash(text, strlen(text), start) : start;
}

static void add_icon(struct yt_ui *ui, const char *name, SDL_Rect rect, SDL_Color colour,
                     SDL_Rect clip)
{
    struct yt_draw draw;
    int side = rect.w < rect.h ? rect.w : rect.h;

    rect = (SDL_Rect){rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
    draw = blank(YT_DRAW_ICON, rect, colour);
    draw.content = hash_text(name, 3);
    draw.data = name;
    yt_draw_list_add(ui->list, draw, rect, clip);
}

static void add_corner_mark(struct yt_ui *ui, SDL_Rect rect, SDL_Rect clip)
{
    int side = px(ui, CORNER_MARK_MM), inset = px(ui, CORNER_INSET_MM);
    SDL_Rect at = {rect.x + rect.w - side - inset, rect.y + inset, side, side};

    add_fill(ui, at, side / 2, ui->theme.accent, clip);
    add_icon(ui, "check", grown(at, -side / 6), ui->theme.on_accent, clip);
}

static void add_stripe(struct yt_ui *ui, SDL_Rect rect, int radius, SDL_Color colour, SDL_Rect clip)
{
    SDL_Rect left = {rect.x, rect.y, px(ui, STRIPE_MM), rect.h}, part;

    /* The rounded shape, of which only the left edge shows. */
    if (SDL_IntersectRect(&left, &clip, &part))
        add_fill(ui, rect, radius, colour, part);
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
        add_fill(ui, rect, radius, edge, clip);
        add_fill(ui, grown(rect, -line), radius > line ? radius - line : 0, fill, clip);
    } else if (line) {
        add_ring(ui, rect, radius, line, edge, clip);
    } else if (fill.a) {
        add_fill(ui, rect, radius, fill, clip);
    }
    if (skin->stripe.a)
        add_stripe(ui, rect, radius, skin->stripe, clip);
    if (item->corner_mark)
        add_corner_mark(ui, rect, clip);
    if (item->role == YT_UI_BAR) {
        bool top = item == ui->items.top;
        int width = px(ui, ui->theme.border_mm * 0.6f);

        add_fill(ui, (SDL_Rect){rect.x, top ? rect.y + rect.h - width : rect.y, rect.w, width}, 0,
                 ui->theme.line_soft, clip);
    }
}

/* ---- Leaves ---- */

struct yt_text_style yt_ui_style(const struct yt_ui *ui, const struct yt_item_text *text, int em)
{
    return (struct yt_text_style){
        .em_px = em,
        .weight = text->bold ? YT_TEXT_BOLD : YT_TEXT_REGULAR,
        .align = (enum yt_text_align)text->align,
        .language = text->language ? text->language : ui->language,
        .balanced = text->balanced,
        .plain = text->plain,
    };
}

static void add_caret(struct yt_ui *ui, const struct yt_item *item, SDL_Rect rect, SDL_Rect clip)
{
    const struct yt_item_text *text = &item->as.text;
    struct yt_text_style style = yt_ui_style(ui, text, text->em);
    const struct yt_text_layout *layout = yt_text_lay_out(ui->text, text->markup, &style, rect.w);
    struct yt_text_caret caret;
    int width = px(ui, CARET_MM);

    if (text->caret >= 0) {
        caret = yt_text_caret(ui->text, layout, (size_t)text->caret, rect.w);
        if (caret.x + width > rect.w)
            caret.x = rect.w - width;
        add_fill(ui, (SDL_Rect){rect.x + caret.x, rect.y + caret.top, width, caret.height}, 0,
                 ui->theme.accent, clip);
    }
    if (text->marked_to > text->marked_from) {
        struct yt_text_caret to = yt_text_caret(ui->text, layout, (size_t)text->marked_to, rect.w);

        caret = yt_text_caret(ui->text, layout, (size_t)text->marked_from, rect.w);
        if (caret.line == to.line)
            add_fill(ui,
                     (SDL_Rect){rect.x + caret.x, rect.y + caret.top + caret.height, to.x - caret.x,
                                px(ui, CARET_MM * 0.7f)},
                     0, ui->theme.accent, clip);
    }
}

static void add_strike(struct yt_ui *ui, const struct yt_item *item, SDL_Rect rect, SDL_Rect clip)
{
    struct yt_text_style style = yt_ui_style(ui, &item->as.text, item->as.text.em);
    int width = yt_text_lay_out(ui->text, item->as.text.markup, &style, rect.w)->width;

    add_fill(ui,
             (SDL_Rect){rect.x + (rect.w - width) / 2, rect.y + rect.h / 2, width, px(ui, 0.5f)}, 0,
             item->as.text.ink, clip);
}

static void add_text(struct yt_ui *ui, const struct yt_item *item, bool pressed, SDL_Rect clip)
{
    const struct yt_item_text *text = &item->as.text;
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    struct yt_draw draw = blank(YT_DRAW_TEXT, rect, pressed ? text->ink_pressed : text->ink);

    draw.em = text->em;
    draw.radius = text->bold | text->balanced << 1 | (int)text->align << 2 | text->plain << 4;
    draw.content = hash_text(text->markup, 7);
    draw.content = hash_text(text->language ? text->language : ui->language, draw.content);
    draw.data = text;
    /* Letters may reach over their box: italics, marks above and below. */
    yt_draw_list_add(ui->list, draw, grown(rect, text->em / 4), clip);
    if (text->struck)
        add_strike(ui, item, rect, clip);
    if (text->caret >= 0 || text->marked_to > text->marked_from)
        add_caret(ui, item, rect, clip);
}

static void add_picture(struct yt_ui *ui, const struct yt_item *item, SDL_Rect clip)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item), at = rect;
    float shape = yt_images_shape(ui->images, item->as.icon.name);
    struct yt_draw draw;

    if (shape <= 0)
        return;
    if (item->cover ? (float)rect.w < (float)rect.h * shape : (float)rect.w > (float)rect.h * shape)
        at.w = (int)((float)rect.h * shape);
    else
        at.h = (int)((float)rect.w / shape);
    at.x += (rect.w - at.w) / 2;
    at.y += (rect.h - at.h) / 2;
    if (item->cover && !SDL_IntersectRect(&clip, &rect, &clip))
        return;
    draw = blank(YT_DRAW_PICTURE, at, ui->theme.ink);
    draw.content = hash_text(item->as.icon.name, 5);
    draw.data = item->as.icon.name;
    yt_draw_list_add(ui->list, draw, at, clip);
}

static void add_code(struct yt_ui *ui, const struct yt_item *item, SDL_Rect clip)
{
    static const SDL_Color white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    const struct yt_item_code *code = &item->as.code;
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    struct yt_draw draw;
    int modules = code->side + 8;
    int module = (rect.w < rect.h ? rect.w : rect.h) / modules;
    int side = module * modules;

    if (!code->modules)
        return;
    rect = (SDL_Rect){rect.x + (rect.w - side) / 2, rect.y, side, side};
    add_fill(ui, rect, 0, white, clip);
    draw = blank(YT_DRAW_CODE, rect, black);
    draw.side = code->side;
    draw.width = module;
    draw.content = yt_draw_hash(code->modules, (size_t)code->side * (size_t)code->side, 11);
    draw.data = code->modules;
    yt_draw_list_add(ui->list, draw, rect, clip);
}

static void add_mark(struct yt_ui *ui, const struct yt_item *item, SDL_Rect clip)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    int line = px(ui, 0.6f);
    int radius = item->as.mark.square ? rect.w / 5 : rect.w / 2;

    add_fill(ui, rect, radius, item->as.mark.line, clip);
    add_fill(ui, grown(rect, -line), radius - line, item->as.mark.fill, clip);
    if (!item->as.mark.filled)
        return;
    if (item->as.mark.square)
        add_icon(ui, "check", grown(rect, -rect.w / 10), item->as.mark.sign, clip);
    else
        add_fill(ui, grown(rect, -rect.w * 3 / 10), rect.w / 2, item->as.mark.sign, clip);
}

/* Dots in a circle, the leading one full, those behind it fading. */
static void add_spinner(struct yt_ui *ui, const struct yt_item *item, SDL_Rect clip)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    int64_t now = yt_clock_mono_ms(ui->clock);
    int phase = (int)((now / (ui->motion ? SPIN_STEP_MS : SPIN_CALM_MS)) % SPIN_STEPS);
    int dot = rect.w / 5;

    for (int i = 0; i < SPIN_STEPS; i++) {
        float angle = 2 * (float)M_PI * (float)i / SPIN_STEPS;
        float reach = (float)(rect.w - dot) / 2;
        int behind = (phase - i + SPIN_STEPS) % SPIN_STEPS;
        int size = dot - dot * behind / (SPIN_STEPS + 4);
        SDL_Rect at = {rect.x + rect.w / 2 + (int)(reach * sinf(angle)) - size / 2,
                       rect.y + rect.h / 2 - (int)(reach * cosf(angle)) - size / 2, size, size};

        add_fill(ui, at, size / 2, item->as.icon.ink, clip);
    }
    ui->has_spinner |= SDL_HasIntersection(&rect, &clip);
}

static void add_countdown(struct yt_ui *ui, const struct yt_item *item, SDL_Rect clip)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    int64_t left = item->as.countdown.ends_ms - yt_clock_mono_ms(ui->clock);
    int64_t seconds = left > 0 ? (left + 999) / 1000 : 0;
    int64_t whole = item->as.countdown.whole_ms > 0 ? item->as.countdown.whole_ms : 1;
    struct yt_draw draw = blank(YT_DRAW_ARC, rect, ui->theme.accent);

    draw.width = rect.w / 10;
    add_ring(ui, rect, rect.w / 2, draw.width, ui->theme.line_soft, clip);
    draw.share = fminf((float)(seconds * 1000) / (float)whole, 1);
    yt_draw_list_add(ui->list, draw, rect, clip);
    draw = blank(YT_DRAW_TEXT, rect, ui->theme.ink);
    draw.em = rect.w * 2 / 5;
    draw.side = (int)seconds;
    yt_draw_list_add(ui->list, draw, rect, clip);
    if (SDL_HasIntersection(&rect, &clip))
        ui->countdown_ends_ms = item->as.countdown.ends_ms;
}

static void add_steps(struct yt_ui *ui, const struct yt_item *item, SDL_Rect clip)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    int of = item->as.steps.of > 0 ? item->as.steps.of : 1;
    int done = item->as.steps.done < of ? item->as.steps.done : of;

    add_fill(ui, rect, rect.h / 2, ui->theme.line_soft, clip);
    rect.w = (int)((int64_t)rect.w * (done > 0 ? done : 0) / of);
    if (rect.w > rect.h)
        add_fill(ui, rect, rect.h / 2, ui->theme.accent, clip);
}

static void add_leaf(struct yt_ui *ui, const struct yt_item *item, bool pressed, SDL_Rect clip)
{
    switch (item->kind) {
    case YT_ITEM_TEXT:
        add_text(ui, item, pressed, clip);
        break;
    case YT_ITEM_ICON:
        add_icon(ui, item->as.icon.name, yt_ui_seen_rect(ui, item),
                 pressed ? item->as.icon.ink_pressed : item->as.icon.ink, clip);
        break;
    case YT_ITEM_PICTURE:
        add_picture(ui, item, clip);
        break;
    case YT_ITEM_CODE:
        add_code(ui, item, clip);
        break;
    case YT_ITEM_MARK:
        add_mark(ui, item, clip);
        break;
    case YT_ITEM_SPINNER:
        add_spinner(ui, item, clip);
        break;
    case YT_ITEM_COUNTDOWN:
        add_countdown(ui, item, clip);
        break;
    case YT_ITEM_STEPS:
        add_steps(ui, item, clip);
        break;
    case YT_ITEM_DIVIDER:
        add_fill(ui, yt_ui_seen_rect(ui, item), 0, item->skin.fill, clip);
        break;
    default:
        break;
    }
}

/* ---- The tree ---- */

static bool is_pressed(const struct yt_ui *ui, const struct yt_item *item)
{
    return ui->press.id && ui->press.id == item->id && ui->press.inside && !ui->press.dragging &&
           !ui->press.stale && item->action.id;
}

static void render_item(struct yt_ui *ui, const struct yt_item *item, bool pressed)
{
    SDL_Rect clip = clip_of(ui, item);

    if (item->gone)
        return;
    pressed |= is_pressed(ui, item);
    if (item->skinned)
        add_skin(ui, item, pressed, clip);
    if (item->kind != YT_ITEM_BOX)
        add_leaf(ui, item, pressed, clip);
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
        draw = blank(YT_DRAW_FADE, rect, colour);
        draw.side = 1;
        yt_draw_list_add(ui->list, draw, rect, area->view);
    }
    if (area->offset < area->content - area->view.h) {
        rect.y = area->view.y + area->view.h - height;
        draw = blank(YT_DRAW_FADE, rect, colour);
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
    add_ring(ui, grown(rect, gap), radius + gap, gap, ui->theme.focus_gap, clip);
    add_ring(ui, grown(rect, gap + width), radius + gap + width, width, ui->theme.focus, clip);
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
    yt_draw_list_begin(ui->list);
    if (!ui->items.page) {
        add_fill(ui, window, 0, ui->theme.page, window);
        return;
    }
    show_rail(ui, &ui->areas[0], ui->items.up, ui->items.down);
    show_rail(ui, &ui->areas[1], ui->items.dialog_up, ui->items.dialog_down);
    render_item(ui, ui->items.page, false);
    render_fades(ui, &ui->areas[0]);
    if (ui->items.dialog) {
        yt_draw_list_add(ui->list, blank(YT_DRAW_VEIL, window, ui->theme.scrim), window, window);
        render_item(ui, ui->items.dialog, false);
        render_fades(ui, &ui->areas[1]);
    }
    render_focus(ui);
}
