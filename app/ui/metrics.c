#include "ui/metrics.h"

#include "base/attributes.h"

#include <math.h>
#include <stddef.h>

#define INCH_MM 25.4f
#define EM_MM 7.0f
#define LEAST_EM_PX 8
/* Of the short side, at 100 % and at 200 %; see metrics.h. */
#define MOST_EM_PART 20.0f
#define MOST_LARGE_EM_PART 12.0f
#define LOW_MM 140.0f
#define SIDE_SHARE 0.23f
#define SIDE_LEAST_MM 40.0f

/* Panels that kiosks are built with. */
static const struct {
    int long_side, short_side;
    float diagonal_inch;
} usual_panels[] = {
    {1920, 1080, 21.5f}, {1024, 600, 10.1f}, {800, 480, 7.0f},
    {3840, 2160, 24.0f}, {1280, 800, 10.1f}, {1366, 768, 15.6f},
};

static float usual_diagonal_mm(int long_side, int short_side)
{
    for (size_t i = 0; i < YT_COUNT(usual_panels); i++)
        if (usual_panels[i].long_side == long_side && usual_panels[i].short_side == short_side)
            return usual_panels[i].diagonal_inch * INCH_MM;
    if (short_side >= 1400)
        return 24.0f * INCH_MM;
    if (short_side >= 900)
        return 21.5f * INCH_MM;
    return (short_side >= 560 ? 10.1f : 7.0f) * INCH_MM;
}

void yt_metrics_init(struct yt_metrics *metrics, int width, int height, float diagonal_mm,
                     int percent)
{
    int long_side = width > height ? width : height;
    int short_side = width > height ? height : width;
    float em, largest;

    if (diagonal_mm <= 0)
        diagonal_mm = usual_diagonal_mm(long_side, short_side);
    metrics->width = width;
    metrics->height = height;
    metrics->px_per_mm = hypotf((float)width, (float)height) / diagonal_mm;
    metrics->percent = percent < 100 ? 100 : percent > 200 ? 200 : percent;
    em = fminf(EM_MM * metrics->px_per_mm, (float)short_side / MOST_EM_PART);
    largest = fminf(2 * em, (float)short_side / MOST_LARGE_EM_PART);
    em += (largest - em) * (float)(metrics->percent - 100) / 100.0f;
    metrics->em = em < LEAST_EM_PX ? LEAST_EM_PX : (int)lroundf(em);
}

int yt_metrics_mm(const struct yt_metrics *metrics, float mm)
{
    int px = (int)lroundf(mm * metrics->px_per_mm);

    return px < 1 && mm > 0 ? 1 : px;
}

int yt_metrics_ems(const struct yt_metrics *metrics, float ems)
{
    return (int)lroundf(ems * (float)metrics->em);
}

float yt_metrics_width_mm(const struct yt_metrics *metrics)
{
    return (float)metrics->width / metrics->px_per_mm;
}

float yt_metrics_height_mm(const struct yt_metrics *metrics)
{
    return (float)metrics->height / metrics->px_per_mm;
}

int yt_metrics_margin(const struct yt_metrics *metrics)
{
    float mm = yt_metrics_width_mm(metrics) * (yt_metrics_low(metrics) ? 0.025f : 0.04f);

    return yt_metrics_mm(metrics, fminf(fmaxf(mm, 4.0f), 14.0f));
}

bool yt_metrics_landscape(const struct yt_metrics *metrics)
{
    return metrics->width > metrics->height;
}

bool yt_metrics_low(const struct yt_metrics *metrics)
{
    return yt_metrics_landscape(metrics) && yt_metrics_height_mm(metrics) < LOW_MM;
}

int yt_metrics_side(const struct yt_metrics *metrics)
{
    if (!yt_metrics_low(metrics))
        return 0;
    return yt_metrics_mm(metrics, fmaxf(yt_metrics_width_mm(metrics) * SIDE_SHARE, SIDE_LEAST_MM));
}

float yt_metrics_key_mm(const struct yt_metrics *metrics)
{
    return yt_metrics_low(metrics) ? YT_LOW_KEY_MM : YT_TARGET_MM;
}

float yt_metrics_key_between_mm(const struct yt_metrics *metrics)
{
    return yt_metrics_low(metrics) ? YT_LOW_KEY_BETWEEN_MM : YT_TARGET_BETWEEN_MM;
}
