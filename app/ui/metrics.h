/* The one place where millimetres and ems become pixels. */
#ifndef YT_UI_METRICS_H
#define YT_UI_METRICS_H

#include <stdbool.h>

/* A finger needs this much (ISO 9241-411 gives 15 mm for standing use), and this much between. */
#define YT_TARGET_MM 15.0f
#define YT_TARGET_BETWEEN_MM 3.0f

struct yt_metrics {
    int width, height; /* of the window, pixels */
    float px_per_mm;
    int em;      /* pixels, at the present text size */
    int percent; /* text size */
};

/* `diagonal_mm` is the panel's; 0 takes that of the usual panel with so many pixels. */
void yt_metrics_init(struct yt_metrics *metrics, int width, int height, float diagonal_mm,
                     int percent);

int yt_metrics_mm(const struct yt_metrics *metrics, float mm);   /* rounded, at least 1 when > 0 */
int yt_metrics_ems(const struct yt_metrics *metrics, float ems); /* rounded */
float yt_metrics_width_mm(const struct yt_metrics *metrics);
float yt_metrics_height_mm(const struct yt_metrics *metrics);
/* From the window's edge to what stands on the page. */
int yt_metrics_margin(const struct yt_metrics *metrics);
bool yt_metrics_landscape(const struct yt_metrics *metrics);

#endif
