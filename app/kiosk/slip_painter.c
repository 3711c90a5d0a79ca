#include "kiosk/slip_painter.h"

static struct yt_text_style text_style(const struct yt_slip_style *style)
{
    static const enum yt_text_align aligns[] = {
        [YT_SLIP_START] = YT_TEXT_START,
        [YT_SLIP_CENTRE] = YT_TEXT_CENTRE,
        [YT_SLIP_END] = YT_TEXT_END,
    };

    return (struct yt_text_style){
        .em_px = style->em_dots,
        .weight = style->bold ? YT_TEXT_BOLD : YT_TEXT_REGULAR,
        .align = aligns[style->align],
        .language = style->language,
    };
}

static int measure(void *context, const char *markup, const struct yt_slip_style *style, int *width)
{
    const struct yt_text_style look = text_style(style);
    const struct yt_text_layout *layout =
        yt_text_lay_out(context, markup, &look, style->width_dots);

    if (width)
        *width = layout->width;
    return layout->height;
}

static void draw(void *context, const char *markup, const struct yt_slip_style *style,
                 struct yt_slip_canvas *canvas, int x, int y, bool inverse)
{
    const struct yt_text_style look = text_style(style);
    const Uint8 ink = inverse ? 255 : 0;
    SDL_Surface *target = SDL_CreateRGBSurfaceWithFormatFrom(
        canvas->gray, canvas->width, canvas->height, 8, canvas->width, SDL_PIXELFORMAT_INDEX8);

    /* Without memory for a surface header the slip lacks this text; the code on it is whole. */
    if (!target)
        return;
    yt_text_draw(context, yt_text_lay_out(context, markup, &look, style->width_dots), target, x, y,
                 style->width_dots, (SDL_Color){ink, ink, ink, 255});
    SDL_FreeSurface(target);
}

struct yt_slip_painter yt_slip_painter(struct yt_text_engine *engine)
{
    return (struct yt_slip_painter){.measure = measure, .draw = draw, .context = engine};
}
