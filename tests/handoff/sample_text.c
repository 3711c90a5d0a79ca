#include "sample.h"
#include "ui/text/text.h"

struct yt_text_engine *sample_text(struct yt_err *err)
{
    const struct yt_text_limits limits = {
        .layout_bytes = (size_t)1 << 20, .pixel_bytes = (size_t)1 << 20, .open_faces = 12};

    return yt_text_engine_new(&limits, NULL, err);
}

static const struct yt_text_layout *lay_out(struct yt_text_engine *engine, const char *markup,
                                            const struct yt_slip_style *style)
{
    const struct yt_text_style text = {.em_px = style->em_dots,
                                       .weight = style->bold ? YT_TEXT_BOLD : YT_TEXT_REGULAR,
                                       .align = style->align == YT_SLIP_CENTRE ? YT_TEXT_CENTRE
                                                : style->align == YT_SLIP_END  ? YT_TEXT_END
                                                                               : YT_TEXT_START,
                                       .language = style->language,
                                       .balanced = style->align == YT_SLIP_CENTRE};

    return yt_text_lay_out(engine, markup, &text, style->width_dots);
}

static int measure(void *context, const char *markup, const struct yt_slip_style *style, int *width)
{
    const struct yt_text_layout *layout = lay_out(context, markup, style);

    if (width)
        *width = layout->width;
    return layout->height;
}

static void draw(void *context, const char *markup, const struct yt_slip_style *style,
                 struct yt_slip_canvas *canvas, int x, int y, bool inverse)
{
    const uint8_t ink = inverse ? 255 : 0;
    const SDL_Color colour = {ink, ink, ink, 255};
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(
        canvas->gray, canvas->width, canvas->height, 8, canvas->width, SDL_PIXELFORMAT_INDEX8);

    if (!surface)
        return;
    yt_text_draw(context, lay_out(context, markup, style), surface, x, y, style->width_dots,
                 colour);
    SDL_FreeSurface(surface);
}

struct yt_slip_painter sample_painter(struct yt_text_engine *engine)
{
    return (struct yt_slip_painter){.measure = measure, .draw = draw, .context = engine};
}
