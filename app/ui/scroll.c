/* Scrolling: by a finger, by pages, and as far as is needed to show something. */
#include "ui/state.h"

#include <math.h>

#define PAGE_SHARE_PERCENT 82
#define SETTLE_MS 70.0f /* a glide to a place covers 63 % of the way in this time */
#define SLOWING_MS 320.0f
#define STILL_SPEED 0.03f
#define FASTEST 6.0f /* pixels a millisecond */
#define REVEAL_MARGIN_MM 4.0f

static struct yt_area *area_at(struct yt_ui *ui, int area)
{
    return &ui->areas[area - 1];
}

static int bounded(const struct yt_area *area, int offset)
{
    int most = area->scrolls ? area->content - area->view.h : 0;

    return offset < 0 || most < 0 ? 0 : offset > most ? most : offset;
}

void yt_ui_scroll_to(struct yt_ui *ui, int area, int offset)
{
    area_at(ui, area)->offset = bounded(area_at(ui, area), offset);
}

int yt_ui_front_area(const struct yt_ui *ui)
{
    int area = ui->layers[1].root ? 2 : 1;

    return ui->areas[area - 1].scrolls ? area : 0;
}

static void glide_to(struct yt_ui *ui, int area, int offset)
{
    offset = bounded(area_at(ui, area), offset);
    if (!ui->motion) {
        yt_ui_scroll_to(ui, area, offset);
        return;
    }
    ui->glide = (struct yt_ui_glide){.area = area,
                                     .position = (float)area_at(ui, area)->offset,
                                     .target = (float)offset,
                                     .then_ms = yt_clock_mono_ms(ui->clock)};
}

void yt_ui_scroll_page(struct yt_ui *ui, int area, int direction)
{
    struct yt_area *at = area_at(ui, area);
    int from = at->offset;

    /* A second touch while the page still glides goes on from where that one leads. */
    if (ui->glide.area == area && ui->glide.target >= 0)
        from = (int)ui->glide.target;
    glide_to(ui, area, from + direction * at->view.h * PAGE_SHARE_PERCENT / 100);
}

void yt_ui_scroll_reveal(struct yt_ui *ui, const struct yt_item *item)
{
    struct yt_area *at;
    int margin = yt_metrics_mm(&ui->metrics, REVEAL_MARGIN_MM);
    int top, bottom;

    if (!item->area)
        return;
    at = area_at(ui, item->area);
    top = item->rect.y - at->view.y - margin;
    bottom = item->rect.y + item->rect.h - at->view.y + margin;
    if (bottom - at->offset > at->view.h)
        yt_ui_scroll_to(ui, item->area, bottom - at->view.h);
    if (top < at->offset)
        yt_ui_scroll_to(ui, item->area, top);
}

void yt_ui_scroll_fling(struct yt_ui *ui, int area, float speed)
{
    if (!ui->motion || fabsf(speed) < STILL_SPEED)
        return;
    ui->glide = (struct yt_ui_glide){.area = area,
                                     .speed = fminf(fmaxf(speed, -FASTEST), FASTEST),
                                     .position = (float)area_at(ui, area)->offset,
                                     .target = -1,
                                     .then_ms = yt_clock_mono_ms(ui->clock)};
}

void yt_ui_scroll_step(struct yt_ui *ui)
{
    struct yt_ui_glide *glide = &ui->glide;
    int64_t now = yt_clock_mono_ms(ui->clock);
    float passed = (float)(now - glide->then_ms);
    bool ends;

    if (!glide->area || passed <= 0)
        return;
    glide->then_ms = now;
    if (glide->target >= 0) {
        glide->position += (glide->target - glide->position) * (1 - expf(-passed / SETTLE_MS));
        ends = fabsf(glide->target - glide->position) < 1;
        if (ends)
            glide->position = glide->target;
    } else {
        float slowed = glide->speed * expf(-passed / SLOWING_MS);

        glide->position += (glide->speed + slowed) / 2 * passed;
        glide->speed = slowed;
        ends = fabsf(slowed) < STILL_SPEED ||
               bounded(area_at(ui, glide->area), (int)glide->position) != (int)glide->position;
    }
    yt_ui_scroll_to(ui, glide->area, (int)lroundf(glide->position));
    if (ends)
        glide->area = 0;
}

void yt_ui_use_scroll_action(struct yt_ui *ui, struct yt_ui_action action)
{
    int area = yt_ui_front_area(ui);

    if (area)
        yt_ui_scroll_page(ui, area, action.id == YT_UI_ACTION_UP ? -1 : 1);
}
