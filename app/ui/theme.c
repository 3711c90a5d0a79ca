#include "ui/theme.h"

#include <math.h>
#include <stddef.h>

#define RGB(hex)                                                \
    {                                                           \
        ((hex) >> 16) & 255, ((hex) >> 8) & 255, (hex)&255, 255 \
    }
#define RGBA(hex, alpha)                                            \
    {                                                               \
        ((hex) >> 16) & 255, ((hex) >> 8) & 255, (hex)&255, (alpha) \
    }

/* Washi and indigo: warm, quiet, and every text well over 7:1. */
static const struct yt_ui_theme paper = {
    .page = RGB(0xFBF7F0),
    .surface = RGB(0xFFFFFF),
    .bar = RGB(0xF3ECE0),
    .ink = RGB(0x1F2430),
    .ink_soft = RGB(0x474B57),
    .ink_off = RGB(0x66666B),
    .line = RGB(0x7A7468),
    .line_soft = RGB(0xDDD4C5),
    .accent = RGB(0x23407F),
    .on_accent = RGB(0xFFFFFF),
    .accent_deep = RGB(0x162B5A),
    .accent_soft = RGB(0xE2EAF8),
    .pressed = RGB(0xE9E1D2),
    .danger = RGB(0x9E1B1B),
    .on_danger = RGB(0xFFFFFF),
    .danger_deep = RGB(0x6F0F0F),
    .danger_soft = RGB(0xFCEBE7),
    .warning = RGB(0x9A5B00),
    .warning_soft = RGB(0xFFF2D9),
    .success = RGB(0x1C6A3C),
    .success_soft = RGB(0xE6F3E8),
    .focus = RGB(0x111111),
    .focus_gap = RGB(0xFFD43D),
    .shadow = RGBA(0x4A3B22, 46),
    .scrim = RGBA(0x1B1A17, 150),
    .radius_mm = 3.4f,
    .border_mm = 0.5f,
};

static const struct yt_ui_theme contrast = {
    .page = RGB(0x000000),
    .surface = RGB(0x000000),
    .bar = RGB(0x000000),
    .ink = RGB(0xFFFFFF),
    .ink_soft = RGB(0xFFFFFF),
    .ink_off = RGB(0xB5B5B5),
    .line = RGB(0xFFFFFF),
    .line_soft = RGB(0x8C8C8C),
    .accent = RGB(0xFFE14D),
    .on_accent = RGB(0x000000),
    .accent_deep = RGB(0xFFFFFF),
    .accent_soft = RGB(0x3A3300),
    .pressed = RGB(0x3D3D3D),
    .danger = RGB(0xFF9B8F),
    .on_danger = RGB(0x000000),
    .danger_deep = RGB(0xFFFFFF),
    .danger_soft = RGB(0x3B0A05),
    .warning = RGB(0xFFC14D),
    .warning_soft = RGB(0x332200),
    .success = RGB(0x7FE0A0),
    .success_soft = RGB(0x06301A),
    .focus = RGB(0x4DE1FF),
    .focus_gap = RGB(0x000000),
    .shadow = RGBA(0x000000, 0),
    .scrim = RGBA(0x000000, 205),
    .radius_mm = 3.4f,
    .border_mm = 0.75f,
};

void yt_ui_theme_default(struct yt_ui_theme *theme, bool high_contrast)
{
    *theme = high_contrast ? contrast : paper;
}

/* Relative luminance, WCAG 2.2. */
static double linear(Uint8 channel)
{
    double value = channel / 255.0;

    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(SDL_Color colour)
{
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double yt_ui_contrast(SDL_Color a, SDL_Color b)
{
    double first = luminance(a), second = luminance(b);

    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

#define PLACE(field) offsetof(struct yt_ui_theme, field), #field

static const struct {
    size_t front;
    const char *front_name;
    size_t back;
    const char *back_name;
    double least;
} pairs[] = {
    {PLACE(ink), PLACE(page), 7},
    {PLACE(ink), PLACE(surface), 7},
    {PLACE(ink), PLACE(bar), 7},
    {PLACE(ink), PLACE(accent_soft), 7},
    {PLACE(ink), PLACE(pressed), 7},
    {PLACE(ink), PLACE(danger_soft), 7},
    {PLACE(ink), PLACE(warning_soft), 7},
    {PLACE(ink), PLACE(success_soft), 7},
    {PLACE(ink_soft), PLACE(page), 7},
    {PLACE(ink_soft), PLACE(surface), 7},
    {PLACE(ink_soft), PLACE(accent_soft), 7},
    {PLACE(on_accent), PLACE(accent), 7},
    {PLACE(on_accent), PLACE(accent_deep), 7},
    {PLACE(on_danger), PLACE(danger), 7},
    {PLACE(on_danger), PLACE(danger_deep), 7},
    {PLACE(danger), PLACE(page), 7},
    {PLACE(danger), PLACE(surface), 7},
    {PLACE(accent), PLACE(surface), 7},
    {PLACE(accent), PLACE(page), 7},
    {PLACE(ink_off), PLACE(surface), 4.5},
    {PLACE(ink_off), PLACE(page), 4.5},
    {PLACE(line), PLACE(surface), 3},
    {PLACE(line), PLACE(page), 3},
    {PLACE(accent), PLACE(accent_soft), 3},
    {PLACE(warning), PLACE(warning_soft), 3},
    {PLACE(success), PLACE(success_soft), 3},
    {PLACE(danger), PLACE(danger_soft), 3},
    {PLACE(focus), PLACE(page), 3},
    {PLACE(focus), PLACE(focus_gap), 3},
};

bool yt_ui_theme_check(const struct yt_ui_theme *theme, struct yt_err *err)
{
    for (size_t i = 0; i < YT_COUNT(pairs); i++) {
        const SDL_Color *front = (const void *)((const char *)theme + pairs[i].front);
        const SDL_Color *back = (const void *)((const char *)theme + pairs[i].back);
        double ratio = yt_ui_contrast(*front, *back);

        if (ratio < pairs[i].least) {
            yt_err_set(err, YT_ERR_INVALID, "contrast of %s on %s is %.1f:1", pairs[i].front_name,
                       pairs[i].back_name, ratio);
            return yt_err_remedy(err, "Choose colours with a contrast of at least %g:1.",
                                 pairs[i].least);
        }
    }
    return true;
}
