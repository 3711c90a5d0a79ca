/* Painting what has changed, and showing it. */
#include "ui/state.h"

#include <stdio.h>
#include <stdlib.h>

#define DAMAGE_MAX 48

static void paint_text(struct yt_ui *ui, const struct yt_paint *paint, const struct yt_draw *draw)
{
    const struct yt_item_text *text = draw->data;
    struct yt_text_style style = yt_ui_style(ui, text, draw->em);
    const struct yt_text_layout *layout =
        yt_text_lay_out(ui->text, text->markup, &style, draw->rect.w);

    SDL_SetClipRect(paint->target, &paint->clip);
    yt_text_draw(ui->text, layout, paint->target, draw->rect.x, draw->rect.y, draw->rect.w,
                 draw->colour);
    SDL_SetClipRect(paint->target, NULL);
}

static void paint_seconds(struct yt_ui *ui, const struct yt_paint *paint,
                          const struct yt_draw *draw)
{
    char seconds[16];
    struct yt_text_style style = {.em_px = draw->em,
                                  .weight = YT_TEXT_BOLD,
                                  .align = YT_TEXT_CENTRE,
                                  .language = ui->language};
    const struct yt_text_layout *layout;

    snprintf(seconds, sizeof seconds, "%d", draw->side);
    layout = yt_text_lay_out(ui->text, seconds, &style, 0);
    SDL_SetClipRect(paint->target, &paint->clip);
    yt_text_draw(ui->text, layout, paint->target, draw->rect.x,
                 draw->rect.y + (draw->rect.h - layout->height) / 2, draw->rect.w, draw->colour);
    SDL_SetClipRect(paint->target, NULL);
}

static void paint_code(const struct yt_paint *paint, const struct yt_draw *draw)
{
    const uint8_t *modules = draw->data;
    int zone = 4 * draw->width;

    for (int row = 0; row < draw->side; row++)
        for (int column = 0; column < draw->side; column++)
            if (modules[row * draw->side + column])
                yt_paint_fill(paint,
                              (SDL_Rect){draw->rect.x + zone + column * draw->width,
                                         draw->rect.y + zone + row * draw->width, draw->width,
                                         draw->width},
                              draw->colour);
}

static void paint_icon(struct yt_ui *ui, const struct yt_paint *paint, const struct yt_draw *draw)
{
    const uint8_t *coverage = yt_images_icon(ui->images, draw->data, draw->rect.w);

    if (coverage)
        yt_paint_mask(paint, draw->rect.x, draw->rect.y, draw->rect.w, draw->rect.h, coverage,
                      draw->colour);
}

/* A picture as large as the window is not kept: it hides the screen a few times a day. */
static void paint_cover(struct yt_ui *ui, const struct yt_paint *paint, const struct yt_draw *draw)
{
    SDL_Rect part = paint->clip;
    uint32_t *pixels = yt_images_part(ui->images, draw->data, draw->rect.w, draw->rect.h,
                                      part.x - draw->rect.x, part.y - draw->rect.y, part.w, part.h);

    if (pixels)
        yt_paint_image(paint, part.x, part.y, part.w, part.h, pixels);
    free(pixels);
}

static void paint_picture(struct yt_ui *ui, const struct yt_paint *paint,
                          const struct yt_draw *draw)
{
    const uint32_t *pixels;

    if (draw->side) {
        paint_cover(ui, paint, draw);
        return;
    }
    pixels = yt_images_picture(ui->images, draw->data, draw->rect.w, draw->rect.h);
    if (pixels)
        yt_paint_image(paint, draw->rect.x, draw->rect.y, draw->rect.w, draw->rect.h, pixels);
}

static void paint_draw(struct yt_ui *ui, const struct yt_paint *paint, const struct yt_draw *draw)
{
    switch (draw->kind) {
    case YT_DRAW_FILL:
        yt_paint_fill(paint, draw->rect, draw->colour);
        break;
    case YT_DRAW_VEIL:
        yt_paint_veil(paint, draw->rect, draw->colour);
        break;
    case YT_DRAW_SHADOW:
        yt_paint_shadow(paint, draw->rect, draw->radius, draw->width, draw->colour);
        break;
    case YT_DRAW_ROUND:
        yt_paint_round(paint, draw->rect, draw->radius, draw->colour);
        break;
    case YT_DRAW_RING:
        yt_paint_ring(paint, draw->rect, draw->radius, draw->width, draw->colour);
        break;
    case YT_DRAW_FADE:
        yt_paint_fade(paint, draw->rect, draw->colour, draw->side);
        break;
    case YT_DRAW_ARC:
        yt_paint_arc(paint, draw->rect, draw->width, draw->share, draw->colour);
        break;
    case YT_DRAW_ICON:
        paint_icon(ui, paint, draw);
        break;
    case YT_DRAW_PICTURE:
        paint_picture(ui, paint, draw);
        break;
    case YT_DRAW_TEXT:
        if (draw->data)
            paint_text(ui, paint, draw);
        else
            paint_seconds(ui, paint, draw);
        break;
    case YT_DRAW_CODE:
        paint_code(paint, draw);
        break;
    }
}

static void paint_damage(struct yt_ui *ui, SDL_Rect damage)
{
    for (size_t i = 0; i < yt_draw_list_count(ui->list); i++) {
        const struct yt_draw *draw = yt_draw_list_at(ui->list, i);
        struct yt_paint paint;
        SDL_Rect part;

        if (!SDL_IntersectRect(&draw->bounds, &damage, &part))
            continue;
        paint = yt_paint_on(ui->page, part);
        paint_draw(ui, &paint, draw);
    }
}

size_t yt_ui_draw(struct yt_ui *ui)
{
    SDL_Rect damage[DAMAGE_MAX];
    size_t count, pixels = 0;

    yt_ui_scroll_step(ui);
    yt_ui_render(ui);
    count = yt_draw_list_finish(ui->list, damage, DAMAGE_MAX);
    for (size_t i = 0; i < count; i++) {
        paint_damage(ui, damage[i]);
        pixels += (size_t)damage[i].w * (size_t)damage[i].h;
    }
    yt_presenter_show(ui->presenter, ui->page, damage, count);
    ui->spun_ms = yt_clock_mono_ms(ui->clock);
    if (count) {
        yt_text_trim(ui->text);
        yt_images_trim(ui->images);
    }
    return pixels;
}
