/* Painting what has changed, and showing it. */
#include "ui/state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void move_pixels(SDL_Surface *page, SDL_Rect view, int up)
{
    int rows = view.h - abs(up);
    int from = up > 0 ? up : rows - 1;
    int to = up > 0 ? 0 : rows - 1 - up;
    int step = up > 0 ? 1 : -1;

    for (int i = 0; i < rows; i++, from += step, to += step) {
        uint8_t *column = (uint8_t *)page->pixels + (size_t)view.x * 4;

        memcpy(column + (size_t)(view.y + to) * (size_t)page->pitch,
               column + (size_t)(view.y + from) * (size_t)page->pitch, (size_t)view.w * 4);
    }
}

/* What has moved is shown as a whole, and what was painted inside of it with it. */
static size_t shown_rects(const struct yt_damage *damage, SDL_Rect shown[YT_DAMAGE_MAX + 1])
{
    size_t count = 0;

    if (damage->moved.w > 0)
        shown[count++] = damage->moved;
    for (size_t i = 0; i < damage->count; i++) {
        SDL_Rect both;

        if (damage->moved.w > 0 && SDL_IntersectRect(&damage->rects[i], &damage->moved, &both) &&
            SDL_RectEquals(&both, &damage->rects[i]))
            continue;
        shown[count++] = damage->rects[i];
    }
    return count;
}

static bool moves_by_itself(const struct yt_ui *ui)
{
    return ui->has_spinner || ui->countdown_ends_ms >= 0;
}

size_t yt_ui_draw(struct yt_ui *ui)
{
    struct yt_damage damage;
    SDL_Rect shown[YT_DAMAGE_MAX + 1];
    size_t pixels = 0;

    if (yt_ui_scroll_waits(ui))
        return 0;
    yt_ui_scroll_step(ui);
    if (!ui->dirty && !moves_by_itself(ui))
        return 0;
    yt_ui_render(ui);
    yt_draw_list_finish(ui->list, &damage);
    if (damage.moved.w > 0)
        move_pixels(ui->page, damage.moved, damage.up);
    for (size_t i = 0; i < damage.count; i++) {
        paint_damage(ui, damage.rects[i]);
        pixels += (size_t)damage.rects[i].w * (size_t)damage.rects[i].h;
    }
    yt_presenter_show(ui->presenter, ui->page, shown, shown_rects(&damage, shown));
    ui->dirty = false;
    if (damage.count) {
        yt_text_trim(ui->text);
        yt_images_trim(ui->images);
    }
    return pixels;
}
