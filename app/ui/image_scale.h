/* Pixels of a picture at another size. */
#ifndef YT_UI_IMAGE_SCALE_H
#define YT_UI_IMAGE_SCALE_H

#include <stdint.h>

/* As a file had it. */
struct yt_source_image {
    uint32_t *pixels; /* ARGB8888, not premultiplied; the caller's to free */
    int width, height;
};

/* side * side bytes of coverage, each the mean of what lies under it. NULL without memory; the
 * caller frees. */
uint8_t *yt_scale_coverage(const struct yt_source_image *source, int side);
/* width * height pixels, ARGB8888. The source is changed and good for nothing else afterwards. */
uint32_t *yt_scale_picture(struct yt_source_image *source, int width, int height);
/* Of a picture that would be `width` by `height`, part_width * part_height pixels from
 * (left, top). The source is changed as above. */
uint32_t *yt_scale_part(struct yt_source_image *source, int width, int height, int left, int top,
                        int part_width, int part_height);

#endif
