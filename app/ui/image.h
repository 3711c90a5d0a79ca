/* Icons and pictures: PNG files, read when first shown, scaled down to the size at hand, kept
 * within a number of bytes. An icon is its shape alone and gets its colour when painted. */
#ifndef YT_UI_IMAGE_H
#define YT_UI_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_images;

/* `folder` is copied; NULL or a folder without files gives no images, which is no error. NULL
 * when there is no memory. */
struct yt_images *yt_images_new(const char *folder);
void yt_images_free(struct yt_images *images);

/* side * side bytes of coverage, or NULL when there is no such icon. Valid until the next call of
 * yt_images_trim. Names consist of a-z, 0-9 and '-'. */
const uint8_t *yt_images_icon(struct yt_images *images, const char *name, int side);
/* width * height pixels, ARGB8888, or NULL. Valid until yt_images_trim. */
const uint32_t *yt_images_picture(struct yt_images *images, const char *name, int width,
                                  int height);
/* A part of the picture at a size too large to keep: part_width * part_height pixels from
 * (left, top), smoothly enlarged. The caller frees them. NULL when there is no such picture. */
uint32_t *yt_images_part(struct yt_images *images, const char *name, int width, int height,
                         int left, int top, int part_width, int part_height);
/* Width over height, or 0 when there is no such picture. */
float yt_images_shape(struct yt_images *images, const char *name);

/* Lets the least recently used go until the bytes are within their limit. */
void yt_images_trim(struct yt_images *images);
size_t yt_images_bytes(const struct yt_images *images);

#endif
