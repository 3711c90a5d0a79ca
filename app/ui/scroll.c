/* Scrolling: by a finger, by pages, and as far as is needed to show something. */
#include "ui/state.h"

#include <math.h>

#define PAGE_SHARE_PERCENT 82
#define FASTEST_MM 1.5f /* a millisecond */
#define SWING_MM 12.0f  /* how far it goes past an end by itself */
#define REVEAL_MARGIN_MM 4.0f
/* Of a display that does not tell its rate; also enough for one of 120. */
#define USUAL_RATE 60
#define LEAST_RATE 24
#define MOST_RATE 85

static struct yt_area *area_at(struct yt_ui *ui, int area)
{
    return &ui->areas[area - 1];
}

static int most_of(const struct yt_area *area)
{
    return area->scrolls && area->content > area->view.h ? area->content - area->view.h : 0;
}

static int bounded(const struct yt_area *area, int offset)
{
    int most = most_of(area);

    return offset < 0 ? 0 : offset > most ? most : offset;
}

static void put_at(struct yt_ui *ui, int area, int offset)
{
    ui->dirty |= area_at(ui, area)->offset != offset;
    area_at(ui, area)->offset = offset;
}

void yt_ui_scroll_to(struct yt_ui *ui, int area, int offset)
{
    put_at(ui, area, bounded(area_at(ui, area), offset));
}

int yt_ui_front_area(const struct yt_ui *ui)
{
    int area = ui->layers[1].root ? 2 : 1;

    return ui->areas[area - 1].scrolls ? area : 0;
}

/* ---- Gliding ---- */

static void start_glide(struct yt_ui *ui, int area, struct yt_glide way)
{
    ui->glide.area = way.kind ? area : 0;
    ui->glide.way = way;
}

void yt_ui_scroll_stop(struct yt_ui *ui)
{
    int area = ui->glide.area;

    ui->glide.area = 0;
    if (area)
        yt_ui_scroll_to(ui, area, area_at(ui, area)->offset);
}

static void glide_to(struct yt_ui *ui, int area, int offset)
{
    offset = bounded(area_at(ui, area), offset);
    if (!ui->motion) {
        yt_ui_scroll_to(ui, area, offset);
        return;
    }
    start_glide(ui, area,
                yt_glide_to(area_at(ui, area)->offset, offset, yt_clock_mono_ms(ui->clock)));
}

void yt_ui_scroll_page(struct yt_ui *ui, int area, int direction)
{
    struct yt_area *at = area_at(ui, area);
    int from = at->offset;

    /* A second touch while the page still glides goes on from where that one leads. */
    if (ui->glide.area == area && ui->glide.way.kind == YT_GLIDE_TO)
        from = (int)ui->glide.way.target;
    glide_to(ui, area, from + direction * at->view.h * PAGE_SHARE_PERCENT / 100);
}

void yt_ui_scroll_show(struct yt_ui *ui, int area, SDL_Rect rect)
{
    struct yt_area *at = area_at(ui, area);
    int margin = yt_metrics_mm(&ui->metrics, REVEAL_MARGIN_MM);
    int top = rect.y - at->view.y - margin;
    int bottom = rect.y + rect.h - at->view.y + margin;

    if (bottom - at->offset > at->view.h)
        yt_ui_scroll_to(ui, area, bottom - at->view.h);
    if (top < at->offset)
        yt_ui_scroll_to(ui, area, top);
}

void yt_ui_scroll_reveal(struct yt_ui *ui, const struct yt_item *item)
{
    if (item->area)
        yt_ui_scroll_show(ui, item->area, item->rect);
}

/* ---- Under a finger ---- */

int yt_ui_scroll_grab(struct yt_ui *ui, int area)
{
    const struct yt_area *at = area_at(ui, area);
    int inside = bounded(at, at->offset);

    ui->glide.area = 0;
    return inside + (int)lround(yt_rubber_pull(at->offset - inside, at->view.h));
}

void yt_ui_scroll_pull(struct yt_ui *ui, int area, int wanted)
{
    const struct yt_area *at = area_at(ui, area);
    int inside = bounded(at, wanted);
    int past = ui->motion ? (int)lround(yt_rubber(wanted - inside, at->view.h)) : 0;

    put_at(ui, area, inside + past);
}

void yt_ui_scroll_let_go(struct yt_ui *ui, int area, float speed)
{
    const struct yt_area *at = area_at(ui, area);
    float fastest = FASTEST_MM * ui->metrics.px_per_mm;
    int64_t now = yt_clock_mono_ms(ui->clock);
    int inside = bounded(at, at->offset);

    speed = fminf(fmaxf(speed, -fastest), fastest);
    if (!ui->motion)
        yt_ui_scroll_to(ui, area, at->offset);
    else if (at->offset != inside)
        start_glide(ui, area, yt_glide_spring(at->offset, inside, 0, now));
    else
        start_glide(ui, area, yt_glide_free(at->offset, speed, now));
}

/* ---- Frames ---- */

static double frame_ms(const struct yt_ui *ui)
{
    bool usable = ui->rate >= LEAST_RATE && ui->rate <= MOST_RATE;

    return 1000.0 / (usable ? ui->rate : USUAL_RATE);
}

bool yt_ui_moving(const struct yt_ui *ui)
{
    return ui->glide.area != 0;
}

bool yt_ui_scroll_waits(const struct yt_ui *ui)
{
    return (ui->press.dragging || ui->glide.area) &&
           (double)yt_clock_mono_ms(ui->clock) < ui->frame_due_ms;
}

int yt_ui_scroll_wake_ms(const struct yt_ui *ui)
{
    double left = ui->frame_due_ms - (double)yt_clock_mono_ms(ui->clock);

    if (!ui->glide.area && !(ui->press.dragging && ui->dirty))
        return -1;
    return left > 0 ? (int)ceil(left) : 0;
}

/* One frame a period of the display; after a late one the beat begins anew. */
static void next_frame(struct yt_ui *ui, int64_t now)
{
    ui->frame_due_ms += frame_ms(ui);
    if (ui->frame_due_ms <= (double)now)
        ui->frame_due_ms = (double)now + frame_ms(ui);
}

void yt_ui_scroll_step(struct yt_ui *ui)
{
    int64_t now = yt_clock_mono_ms(ui->clock);
    struct yt_area *at;
    struct yt_bounds bounds;
    int area = ui->glide.area;

    if (!area) {
        if (ui->press.dragging)
            next_frame(ui, now);
        return;
    }
    next_frame(ui, now);
    at = area_at(ui, area);
    bounds.low = 0;
    bounds.high = most_of(at);
    bounds.swing = yt_metrics_mm(&ui->metrics, SWING_MM);
    put_at(ui, area, (int)lround(yt_glide_at(&ui->glide.way, &bounds, now)));
    if (!ui->glide.way.kind) {
        ui->glide.area = 0;
        yt_ui_scroll_to(ui, area, at->offset);
    }
}

void yt_ui_scroll_shift(struct yt_ui *ui, int area, int by)
{
    if (ui->glide.area == area) {
        ui->glide.way.from += by;
        ui->glide.way.target += by;
    }
    if (ui->press.dragging && ui->press.area == area)
        ui->press.start_offset += by;
}

void yt_ui_use_scroll_action(struct yt_ui *ui, struct yt_ui_action action)
{
    int area = yt_ui_front_area(ui);

    if (area)
        yt_ui_scroll_page(ui, area, action.id == YT_UI_ACTION_UP ? -1 : 1);
}
