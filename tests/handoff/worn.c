#include "worn.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BORDER 60 /* pixels: the table under the paper */

static uint32_t next_noise(uint32_t *noise)
{
    *noise = *noise * 1664525U + 1013904223U;
    return *noise >> 8;
}

static void speckle(uint8_t *dots, size_t count, double percent)
{
    uint32_t noise = 2024;
    uint32_t below = (uint32_t)(percent / 100.0 * (1U << 24));

    for (size_t i = 0; i < count; i++)
        if (next_noise(&noise) < below)
            dots[i] = dots[i] ? 0 : UINT8_MAX;
}

/* Where the turned picture's pixel comes from; white outside. */
static double sample(const uint8_t *dots, int width, int height, double x, double y)
{
    int left = (int)floor(x);
    int top = (int)floor(y);
    double value = 0;

    for (int row = top; row <= top + 1; row++)
        for (int column = left; column <= left + 1; column++) {
            double weight = (1 - fabs(x - column)) * (1 - fabs(y - row));
            int inside = row >= 0 && row < height && column >= 0 && column < width;

            value += weight * (inside ? dots[(size_t)row * (size_t)width + (size_t)column] : 255);
        }
    return value;
}

/* A box blur in one direction; three of them in each are near to a bell. */
static void blur_lines(uint8_t *picture, int lines, int length, size_t line_step, size_t step,
                       int radius, uint8_t *line)
{
    for (int i = 0; i < lines; i++) {
        uint8_t *at = picture + (size_t)i * line_step;

        for (int k = 0; k < length; k++) {
            int sum = 0;
            int count = 0;

            for (int n = k - radius; n <= k + radius; n++)
                if (n >= 0 && n < length) {
                    sum += at[(size_t)n * step];
                    count++;
                }
            line[k] = (uint8_t)(sum / count);
        }
        for (int k = 0; k < length; k++)
            at[(size_t)k * step] = line[k];
    }
}

static void blur(uint8_t *picture, int width, int height, int radius)
{
    uint8_t *line = malloc((size_t)(width > height ? width : height));

    for (int pass = 0; pass < 2 && line && radius > 0; pass++) {
        blur_lines(picture, height, width, (size_t)width, 1, radius, line);
        blur_lines(picture, width, height, 1, (size_t)width, radius, line);
    }
    free(line);
}

uint8_t *worn_picture(const uint8_t *dots, int width, int height, const struct worn *worn,
                      int *ret_width, int *ret_height)
{
    const double angle = worn->turn_degrees * acos(-1) / 180;
    const size_t count = (size_t)width * (size_t)height;
    const int wide =
        width * WORN_SCALE + 2 * BORDER + (int)(height * WORN_SCALE * fabs(sin(angle)));
    const int high =
        height * WORN_SCALE + 2 * BORDER + (int)(width * WORN_SCALE * fabs(sin(angle)));
    uint8_t *specked = malloc(count);
    uint8_t *picture = malloc((size_t)wide * (size_t)high);

    if (!specked || !picture)
        abort();
    memcpy(specked, dots, count);
    speckle(specked, count, worn->noise_percent);
    for (int y = 0; y < high; y++)
        for (int x = 0; x < wide; x++) {
            double across = (x - wide / 2.0) / WORN_SCALE;
            double down = (y - high / 2.0) / WORN_SCALE;

            picture[(size_t)y * (size_t)wide + (size_t)x] = (uint8_t)sample(
                specked, width, height, across * cos(angle) + down * sin(angle) + width / 2.0 - 0.5,
                down * cos(angle) - across * sin(angle) + height / 2.0 - 0.5);
        }
    blur(picture, wide, high, (int)(worn->blur_dots * WORN_SCALE + 0.5));
    free(specked);
    *ret_width = wide;
    *ret_height = high;
    return picture;
}
