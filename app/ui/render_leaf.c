/* Texts, icons, pictures and marks as things to paint. */
#include "ui/render.h"

#include <math.h>
#include <string.h>

#define CARET_MM 0.8f
#define SPIN_STEPS 8
#define SPIN_STEP_MS 110
#define SPIN_CALM_MS 500

static int px(const struct yt_ui *ui, float mm)
{
    return yt_metrics_mm(&ui->metrics, mm);
}

static uint64_t hash_text(const char *text, uint64_t start)
{
    return text ? yt_draw_hash(text, strlen(text), start) : start;
}

void yt_render_icon(struct yt_ui *ui, const char *name, SDL_Rect rect, SDL_Color colour,
                    SDL_Rect clip)
{
    struct yt_draw draw;
    int side = rect.w < rect.h ? rect.w : rect.h;

    rect = (SDL_Rect){rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
    draw = yt_render_blank(YT_DRAW_ICON, rect, colour);
    draw.content = hash_text(name, 3);
    draw.data = name;
    yt_draw_list_add(ui->list, draw, rect, clip);
}

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
        yt_render_fill(ui, (SDL_Rect){rect.x + caret.x, rect.y + caret.top, width, caret.height}, 0,
                       ui->theme.accent, clip);
    }
    if (text->marked_to > text->marked_from) {
        struct yt_text_caret to = yt_text_caret(ui->text, layout, (size_t)text->marked_to, rect.w);

        caret = yt_text_caret(ui->text, layout, (size_t)text->marked_from, rect.w);
        if (caret.line == to.line)
            yt_render_fill(ui,
                           (SDL_Rect){rect.x + caret.x, rect.y + caret.top + caret.height,
                                      to.x - caret.x, px(ui, CARET_MM * 0.7f)},
                           0, ui->theme.accent, clip);
    }
}

static void add_strike(struct yt_ui *ui, const struct yt_item *item, SDL_Rect rect, SDL_Rect clip)
{
    struct yt_text_style style = yt_ui_style(ui, &item->as.text, item->as.text.em);
    int width = yt_text_lay_out(ui->text, item->as.text.markup, &style, rect.w)->width;

    yt_render_fill(
        ui, (SDL_Rect){rect.x + (rect.w - width) / 2, rect.y + rect.h / 2, width, px(ui, 0.5f)}, 0,
        item->as.text.ink, clip);
}

static void add_text(struct yt_ui *ui, const struct yt_item *item, bool pressed, SDL_Rect clip)
{
    const struct yt_item_text *text = &item->as.text;
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    struct yt_draw draw =
        yt_render_blank(YT_DRAW_TEXT, rect, pressed ? text->ink_pressed : text->ink);

    draw.em = text->em;
    draw.radius = text->bold | text->balanced << 1 | (int)text->align << 2 | text->plain << 4;
    draw.content = hash_text(text->markup, 7);
    draw.content = hash_text(text->language ? text->language : ui->language, draw.content);
    draw.data = text;
    /* Letters may reach over their box: italics, marks above and below. */
    yt_draw_list_add(ui->list, draw, yt_render_grown(rect, text->em / 4), clip);
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
    draw = yt_render_blank(YT_DRAW_PICTURE, at, ui->theme.ink);
    draw.side = item->cover;
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
    yt_render_fill(ui, rect, 0, white, clip);
    draw = yt_render_blank(YT_DRAW_CODE, rect, black);
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

    yt_render_fill(ui, rect, radius, item->as.mark.line, clip);
    yt_render_fill(ui, yt_render_grown(rect, -line), radius - line, item->as.mark.fill, clip);
    if (!item->as.mark.filled)
        return;
    if (item->as.mark.square)
        yt_render_icon(ui, "check", yt_render_grown(rect, -rect.w / 10), item->as.mark.sign, clip);
    else
        yt_render_fill(ui, yt_render_grown(rect, -rect.w * 3 / 10), rect.w / 2, item->as.mark.sign,
                       clip);
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

        yt_render_fill(ui, at, size / 2, item->as.icon.ink, clip);
    }
    ui->has_spinner |= SDL_HasIntersection(&rect, &clip);
}

static void add_countdown(struct yt_ui *ui, const struct yt_item *item, SDL_Rect clip)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item);
    int64_t left = item->as.countdown.ends_ms - yt_clock_mono_ms(ui->clock);
    int64_t seconds = left > 0 ? (left + 999) / 1000 : 0;
    int64_t whole = item->as.countdown.whole_ms > 0 ? item->as.countdown.whole_ms : 1;
    struct yt_draw draw = yt_render_blank(YT_DRAW_ARC, rect, ui->theme.accent);

    draw.width = rect.w / 10;
    yt_render_ring(ui, rect, rect.w / 2, draw.width, ui->theme.line_soft, clip);
    draw.share = fminf((float)(seconds * 1000) / (float)whole, 1);
    yt_draw_list_add(ui->list, draw, rect, clip);
    draw = yt_render_blank(YT_DRAW_TEXT, rect, ui->theme.ink);
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

    yt_render_fill(ui, rect, rect.h / 2, ui->theme.line_soft, clip);
    rect.w = (int)((int64_t)rect.w * (done > 0 ? done : 0) / of);
    if (rect.w > rect.h)
        yt_render_fill(ui, rect, rect.h / 2, ui->theme.accent, clip);
}

void yt_render_leaf(struct yt_ui *ui, const struct yt_item *item, bool pressed, SDL_Rect clip)
{
    switch (item->kind) {
    case YT_ITEM_TEXT:
        add_text(ui, item, pressed, clip);
        break;
    case YT_ITEM_ICON:
        yt_render_icon(ui, item->as.icon.name, yt_ui_seen_rect(ui, item),
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
        yt_render_fill(ui, yt_ui_seen_rect(ui, item), 0, item->skin.fill, clip);
        break;
    default:
        break;
    }
}
