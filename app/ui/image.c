#include "ui/image.h"

#include "base/attributes.h"
#include "base/str.h"
#include "ui/image_scale.h"

#include <limits.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define IMAGES_MAX 160
#define BYTES_MAX ((size_t)10 * 1024 * 1024)
#define NAME_MAX_BYTES 40
#define SIDE_MAX 4096

enum kind { ICON, PICTURE, SHAPE };

struct image {
    enum kind kind;
    char name[NAME_MAX_BYTES];
    int width, height;
    void *data;  /* NULL: there is no such file; remembered, so as not to look again */
    float shape; /* of a SHAPE */
    size_t bytes;
    uint64_t used;
};

struct yt_images {
    char folder[PATH_MAX];
    struct image images[IMAGES_MAX];
    size_t count, bytes;
    uint64_t clock;
};

struct yt_images *yt_images_new(const char *folder)
{
    struct yt_images *images = calloc(1, sizeof *images);

    if (images && folder)
        (void)yt_str_copy(images->folder, sizeof images->folder, folder);
    return images;
}

void yt_images_free(struct yt_images *images)
{
    if (!images)
        return;
    for (size_t i = 0; i < images->count; i++)
        free(images->images[i].data);
    free(images);
}

/* Names come from content files: nothing that leads out of the folder. */
static bool name_is_plain(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return length > 0 && !name[length] && length < NAME_MAX_BYTES;
}

static struct image *find(struct yt_images *images, enum kind kind, const char *name, int width,
                          int height)
{
    for (size_t i = 0; i < images->count; i++) {
        struct image *image = &images->images[i];

        if (image->kind == kind && image->width == width && image->height == height &&
            !strcmp(image->name, name)) {
            image->used = ++images->clock;
            return image;
        }
    }
    return NULL;
}

static struct image *oldest(struct yt_images *images)
{
    struct image *old = &images->images[0];

    for (size_t i = 1; i < images->count; i++)
        if (images->images[i].used < old->used)
            old = &images->images[i];
    return old;
}

static void drop(struct yt_images *images, struct image *image)
{
    images->bytes -= image->bytes;
    free(image->data);
    *image = images->images[--images->count];
}

static struct image *add(struct yt_images *images, enum kind kind, const char *name, int width,
                         int height)
{
    struct image *image;

    if (images->count == IMAGES_MAX)
        drop(images, oldest(images));
    image = &images->images[images->count++];
    *image =
        (struct image){.kind = kind, .width = width, .height = height, .used = ++images->clock};
    (void)yt_str_copy(image->name, sizeof image->name, name);
    return image;
}

/* ---- Reading ---- */

static bool open_png(const struct yt_images *images, const char *name, const char *suffix,
                     png_image *png)
{
    char path[PATH_MAX + NAME_MAX_BYTES + 16];

    memset(png, 0, sizeof *png);
    png->version = PNG_IMAGE_VERSION;
    snprintf(path, sizeof path, "%s/%s%s.png", images->folder, name, suffix);
    return images->folder[0] && png_image_begin_read_from_file(png, path) &&
           png->width <= SIDE_MAX && png->height <= SIDE_MAX && png->width && png->height;
}

static bool read_png(png_image *png, struct yt_source_image *source)
{
    png->format = PNG_FORMAT_BGRA; /* ARGB8888 in the memory of a little-endian machine */
    source->width = (int)png->width;
    source->height = (int)png->height;
    source->pixels = malloc(PNG_IMAGE_SIZE(*png));
    if (source->pixels && png_image_finish_read(png, NULL, source->pixels, 0, NULL))
        return true;
    free(source->pixels);
    source->pixels = NULL;
    png_image_free(png);
    return false;
}

/* ---- What is asked for ---- */

const uint8_t *yt_images_icon(struct yt_images *images, const char *name, int side)
{
    struct yt_source_image source = {0};
    struct image *image;
    png_image png;

    if (!name || !name_is_plain(name) || side < 1 || side > SIDE_MAX)
        return NULL;
    if ((image = find(images, ICON, name, side, side)))
        return image->data;
    image = add(images, ICON, name, side, side);
    if (open_png(images, name, "", &png) && read_png(&png, &source))
        image->data = yt_scale_coverage(&source, side);
    free(source.pixels);
    image->bytes = image->data ? (size_t)side * (size_t)side : 0;
    images->bytes += image->bytes;
    return image->data;
}

/* Pictures come in three sizes; the smallest that is large enough. */
static bool open_picture(const struct yt_images *images, const char *name, int height,
                         png_image *png)
{
    static const char *const sizes[] = {"-tiny", "-small"};

    for (size_t i = 0; i < YT_COUNT(sizes); i++) {
        if (open_png(images, name, sizes[i], png) && (int)png->height >= height)
            return true;
        png_image_free(png);
    }
    return open_png(images, name, "-large", png);
}

const uint32_t *yt_images_picture(struct yt_images *images, const char *name, int width, int height)
{
    struct yt_source_image source = {0};
    struct image *image;
    png_image png;

    if (!name || !name_is_plain(name) || width < 1 || height < 1 || width > SIDE_MAX ||
        height > SIDE_MAX)
        return NULL;
    if ((image = find(images, PICTURE, name, width, height)))
        return image->data;
    image = add(images, PICTURE, name, width, height);
    if (open_picture(images, name, height, &png) && read_png(&png, &source))
        image->data = yt_scale_picture(&source, width, height);
    free(source.pixels);
    image->bytes = image->data ? (size_t)width * (size_t)height * sizeof(uint32_t) : 0;
    images->bytes += image->bytes;
    return image->data;
}

uint32_t *yt_images_part(struct yt_images *images, const char *name, int width, int height,
                         int left, int top, int part_width, int part_height)
{
    struct yt_source_image source = {0};
    uint32_t *pixels = NULL;
    png_image png;

    if (!name || !name_is_plain(name) || width < 1 || height < 1 || part_width < 1 ||
        part_height < 1 || width > SIDE_MAX || height > SIDE_MAX || part_width > width ||
        part_height > height || !open_picture(images, name, height, &png) ||
        !read_png(&png, &source))
        return NULL;
    pixels = yt_scale_part(&source, width, height, left, top, part_width, part_height);
    free(source.pixels);
    return pixels;
}

float yt_images_shape(struct yt_images *images, const char *name)
{
    struct image *image;
    png_image png;

    if (!name || !name_is_plain(name))
        return 0;
    if ((image = find(images, SHAPE, name, 0, 0)))
        return image->shape;
    image = add(images, SHAPE, name, 0, 0);
    if (open_png(images, name, "-tiny", &png)) {
        image->shape = (float)png.width / (float)png.height;
        png_image_free(&png);
    }
    return image->shape;
}

void yt_images_trim(struct yt_images *images)
{
    while (images->bytes > BYTES_MAX && images->count > 1)
        drop(images, oldest(images));
}

size_t yt_images_bytes(const struct yt_images *images)
{
    return images->bytes;
}
