#include "ui/paint.h"

#include <math.h>

struct yt_paint yt_paint_on(SDL_Surface *target, SDL_Rect rect)
{
    struct yt_paint paint = {.target = target};
    SDL_Rect whole = {0, 0, target->w, target->h};

    if (!SDL_IntersectRect(&rect, &whole, &paint.clip))
        paint.clip = (SDL_Rect){0};
    return paint;
}

static uint32_t *row_at(const struct yt_paint *paint, int y)
{
    return (uint32_t *)(void *)((uint8_t *)paint->target->pixels +
                                (size_t)y * (size_t)paint->target->pitch);
}

static uint32_t pack(SDL_Color colour)
{
    return (uint32_t)colour.r << 16 | (uint32_t)colour.g << 8 | colour.b;
}

/* Two channels at a time; `alpha` 0 to 255. */
static inline uint32_t mixed(uint32_t under, uint32_t over, uint32_t alpha)
{
    uint32_t share = alpha + (alpha >> 7); /* 0 to 256, so that 255 is all */
    uint32_t outer = (under & 0xFF00FF) * (256 - share) + (over & 0xFF00FF) * share;
    uint32_t green = (under & 0x00FF00) * (256 - share) + (over & 0x00FF00) * share;

    return ((outer >> 8) & 0xFF00FF) | ((green >> 8) & 0x00FF00);
}

void yt_paint_fill(const struct yt_paint *paint, SDL_Rect rect, SDL_Color colour)
{
    SDL_Rect part;
    uint32_t value = pack(colour);

    if (!SDL_IntersectRect(&rect, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++)
        SDL_memset4(row_at(paint, y) + part.x, value, (size_t)part.w);
}

void yt_paint_veil(const struct yt_paint *paint, SDL_Rect rect, SDL_Color colour)
{
    SDL_Rect part;
    uint32_t value = pack(colour);

    if (!SDL_IntersectRect(&rect, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++) {
        uint32_t *row = row_at(paint, y);

        for (int x = part.x; x < part.x + part.w; x++)
            row[x] = mixed(row[x], value, colour.a);
    }
}

static inline void blend_at(const struct yt_paint *paint, int x, int y, uint32_t value, float alpha)
{
    uint32_t *pixel;

    if (alpha <= 0)
        return;
    pixel = row_at(paint, y) + x;
    *pixel = mixed(*pixel, value, alpha >= 1 ? 255 : (uint32_t)(alpha * 255.0f + 0.5f));
}

static float clamped(float value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

/* The distance from the centre of a corner's circle, at the centre of the pixel. The corner is
 * given by its square of `radius` pixels; `right` and `low` say which of the four it is. */
static float corner_distance(int x, int y, int radius, int right, int low)
{
    float across = right ? (float)x + 0.5f : (float)(radius - x) - 0.5f;
    float along = low ? (float)y + 0.5f : (float)(radius - y) - 0.5f;

    return sqrtf(across * across + along * along);
}

/* Paints one corner between two circles of the same centre: outside `inner`, inside `outer`. */
static void corner(const struct yt_paint *paint, SDL_Rect square, int right, int low, float outer,
                   float inner, SDL_Color colour)
{
    SDL_Rect part;
    uint32_t value = pack(colour);

    if (!SDL_IntersectRect(&square, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++)
        for (int x = part.x; x < part.x + part.w; x++) {
            float distance = corner_distance(x - square.x, y - square.y, square.w, right, low);
            float cover = clamped(outer - distance + 0.5f);

            if (inner > 0)
                cover -= clamped(inner - distance + 0.5f);
            blend_at(paint, x, y, value, cover);
        }
}

static int bounded_radius(SDL_Rect rect, int radius)
{
    int least = (rect.w < rect.h ? rect.w : rect.h) / 2;

    return radius < least ? radius : least;
}

static void corners(const struct yt_paint *paint, SDL_Rect rect, int radius, float inner,
                    SDL_Color colour)
{
    for (int i = 0; i < 4; i++) {
        int right = i & 1, low = i >> 1;
        SDL_Rect square = {right ? rect.x + rect.w - radius : rect.x,
                           low ? rect.y + rect.h - radius : rect.y, radius, radius};

        corner(paint, square, right, low, (float)radius, inner, colour);
    }
}

void yt_paint_round(const struct yt_paint *paint, SDL_Rect rect, int radius, SDL_Color colour)
{
    if (rect.w <= 0 || rect.h <= 0)
        return;
    radius = bounded_radius(rect, radius);
    yt_paint_fill(paint, (SDL_Rect){rect.x, rect.y + radius, rect.w, rect.h - 2 * radius}, colour);
    if (radius < 1)
        return;
    yt_paint_fill(paint, (SDL_Rect){rect.x + radius, rect.y, rect.w - 2 * radius, radius}, colour);
    yt_paint_fill(
        paint, (SDL_Rect){rect.x + radius, rect.y + rect.h - radius, rect.w - 2 * radius, radius},
        colour);
    corners(paint, rect, radius, 0, colour);
}

void yt_paint_ring(const struct yt_paint *paint, SDL_Rect rect, int radius, int width,
                   SDL_Color colour)
{
    int side;

    if (rect.w <= 0 || rect.h <= 0)
        return;
    radius = bounded_radius(rect, radius);
    if (radius < width)
        radius = bounded_radius(rect, width);
    side = rect.h - 2 * radius;
    yt_paint_fill(paint, (SDL_Rect){rect.x + radius, rect.y, rect.w - 2 * radius, width}, colour);
    yt_paint_fill(paint,
                  (SDL_Rect){rect.x + radius, rect.y + rect.h - width, rect.w - 2 * radius, width},
                  colour);
    yt_paint_fill(paint, (SDL_Rect){rect.x, rect.y + radius, width, side}, colour);
    yt_paint_fill(paint, (SDL_Rect){rect.x + rect.w - width, rect.y + radius, width, side}, colour);
    corners(paint, rect, radius, (float)(radius - width), colour);
}

/* How far outside the rounded rectangle a point is; 0 and less is inside. */
static float outside(float x, float y, SDL_Rect rect, float radius)
{
    float across = fabsf(x - (float)rect.x - (float)rect.w / 2) - (float)rect.w / 2 + radius;
    float along = fabsf(y - (float)rect.y - (float)rect.h / 2) - (float)rect.h / 2 + radius;
    float far = hypotf(fmaxf(across, 0), fmaxf(along, 0));

    return far + fminf(fmaxf(across, along), 0) - radius;
}

static void shadow_part(const struct yt_paint *paint, SDL_Rect part, SDL_Rect rect, int radius,
                        int spread, SDL_Color colour)
{
    uint32_t value = pack(colour);
    float strength = (float)colour.a / 255.0f;

    if (!SDL_IntersectRect(&part, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++)
        for (int x = part.x; x < part.x + part.w; x++) {
            float away = outside((float)x + 0.5f, (float)y + 0.5f, rect, (float)radius);
            float left = 1 - clamped(away / (float)spread);

            blend_at(paint, x, y, value, strength * left * left);
        }
}

/* Between the corners the shadow is the same all along, so one row of strengths will do. */
static void shadow_edge(const struct yt_paint *paint, SDL_Rect edge, int low, int spread,
                        SDL_Color colour)
{
    SDL_Rect part;
    uint32_t value = pack(colour);

    if (!SDL_IntersectRect(&edge, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++) {
        uint32_t *row = row_at(paint, y);
        float away = low ? (float)(y - edge.y) + 0.5f : (float)(edge.y + edge.h - y) - 0.5f;
        float left = 1 - clamped(away / (float)spread);
        uint32_t alpha = (uint32_t)((float)colour.a * left * left);

        for (int x = part.x; x < part.x + part.w; x++)
            row[x] = mixed(row[x], value, alpha);
    }
}

void yt_paint_shadow(const struct yt_paint *paint, SDL_Rect rect, int radius, int spread,
                     SDL_Color colour)
{
    int block, middle;

    if (!colour.a || spread < 1 || rect.w <= 0 || rect.h <= 0)
        return;
    radius = bounded_radius(rect, radius);
    block = radius + spread;
    middle = rect.w - 2 * radius;
    shadow_part(paint, (SDL_Rect){rect.x - spread, rect.y - spread, block, rect.h + 2 * spread},
                rect, radius, spread, colour);
    shadow_part(paint,
                (SDL_Rect){rect.x + rect.w - radius, rect.y - spread, block, rect.h + 2 * spread},
                rect, radius, spread, colour);
    shadow_edge(paint, (SDL_Rect){rect.x + radius, rect.y - spread, middle, spread}, 0, spread,
                colour);
    shadow_edge(paint, (SDL_Rect){rect.x + radius, rect.y + rect.h, middle, spread}, 1, spread,
                colour);
}

void yt_paint_fade(const struct yt_paint *paint, SDL_Rect rect, SDL_Color colour, int down)
{
    shadow_edge(paint, rect, down, rect.h, colour);
}

void yt_paint_arc(const struct yt_paint *paint, SDL_Rect rect, int width, float share,
                  SDL_Color colour)
{
    SDL_Rect part;
    float radius = (float)rect.w / 2;
    float end = share * 2 * (float)M_PI;

    if (!SDL_IntersectRect(&rect, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++)
        for (int x = part.x; x < part.x + part.w; x++) {
            float across = (float)(x - rect.x) + 0.5f - radius;
            float along = (float)(y - rect.y) + 0.5f - radius;
            float distance = sqrtf(across * across + along * along);
            float cover = clamped(radius - distance + 0.5f) -
                          clamped(radius - (float)width - distance + 0.5f);
            float angle;

            if (cover <= 0)
                continue;
            angle = atan2f(across, -along);
            if (angle < 0)
                angle += 2 * (float)M_PI;
            if (angle <= end)
                blend_at(paint, x, y, pack(colour), cover);
        }
}

void yt_paint_mask(const struct yt_paint *paint, int left, int top, int width, int height,
                   const uint8_t *coverage, SDL_Color colour)
{
    SDL_Rect whole = {left, top, width, height}, part;
    uint32_t value = pack(colour);

    if (!SDL_IntersectRect(&whole, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++) {
        const uint8_t *from = coverage + (size_t)(y - top) * (size_t)width;
        uint32_t *row = row_at(paint, y);

        for (int x = part.x; x < part.x + part.w; x++)
            if (from[x - left])
                row[x] = mixed(row[x], value, from[x - left]);
    }
}

void yt_paint_image(const struct yt_paint *paint, int left, int top, int width, int height,
                    const uint32_t *pixels)
{
    SDL_Rect whole = {left, top, width, height}, part;

    if (!SDL_IntersectRect(&whole, &paint->clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++) {
        const uint32_t *from = pixels + (size_t)(y - top) * (size_t)width;
        uint32_t *row = row_at(paint, y);

        for (int x = part.x; x < part.x + part.w; x++)
            row[x] = mixed(row[x], from[x - left], from[x - left] >> 24);
    }
}
