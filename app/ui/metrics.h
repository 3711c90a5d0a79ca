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

/* On a low panel a whole keyboard in sight is worth more than keys of full size, which one would
 * have to scroll to: telephones have far smaller ones. Nothing but keys is as small as this. */
#define YT_LOW_KEY_MM 9.0f
#define YT_LOW_KEY_BETWEEN_MM 1.5f

/* The em is 7 mm, read from an arm's length. A panel with a short side below 140 mm is read from
 * closer by, so it has a twentieth of that side: 4.6 mm on 7 inches, at half the distance, which is
 * still 13 points. For the same reason 200 % ends at a twelfth of the short side, twice what a
 * large panel shows at its distance, so that several lines and two targets stay in sight; the steps
 * below 200 % are damped evenly. Panels of 15 inches and more grow to the full double. */

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
/* Landscape of 7 to 10 inches: less than 140 mm high. */
bool yt_metrics_low(const struct yt_metrics *metrics);
/* Width of the column at the right edge in which a low panel has the ways on; 0: it is not low. */
int yt_metrics_side(const struct yt_metrics *metrics);
/* The least side of a key of a keyboard, and what is between two of them. */
float yt_metrics_key_mm(const struct yt_metrics *metrics);
float yt_metrics_key_between_mm(const struct yt_metrics *metrics);

#endif
