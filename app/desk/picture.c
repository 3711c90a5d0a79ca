#include "desk/picture.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

static bool is_png(const struct yt_buf *file)
{
    return file->size > 8 && memcmp(file->data, "\x89PNG\r\n\x1a\n", 8) == 0;
}

static bool is_jpeg(const struct yt_buf *file)
{
    return file->size > 3 && memcmp(file->data, "\xff\xd8\xff", 3) == 0;
}

bool yt_picture_is(const struct yt_buf *file)
{
    return is_png(file) || is_jpeg(file);
}

void yt_picture_done(struct yt_picture *picture)
{
    free(picture->gray);
    *picture = (struct yt_picture){0};
}

static bool make_room(struct yt_picture *picture, unsigned width, unsigned height,
                      struct yt_err *err)
{
    *picture = (struct yt_picture){0};
    if (width == 0 || height == 0 || width > YT_PICTURE_SIDE_MAX || height > YT_PICTURE_SIDE_MAX ||
        (size_t)width * height > YT_PICTURE_DOTS_MAX)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "a picture of %u by %u dots", width, height);
    picture->gray = malloc((size_t)width * height);
    if (!picture->gray)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for a picture of %u by %u dots", width,
                          height);
    picture->width = width;
    picture->height = height;
    return true;
}

static bool decode_png(const struct yt_buf *file, struct yt_picture *picture, struct yt_err *err)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    const png_color white = {255, 255, 255};

    if (!png_image_begin_read_from_memory(&image, file->data, file->size))
        return yt_err_set(err, YT_ERR_DAMAGED, "PNG: %s", image.message);
    image.format = PNG_FORMAT_GRAY;
    if (!make_room(picture, image.width, image.height, err)) {
        png_image_free(&image);
        return false;
    }
    if (png_image_finish_read(&image, &white, picture->gray, (png_int_32)image.width, NULL))
        return true;
    yt_picture_done(picture);
    return yt_err_set(err, YT_ERR_DAMAGED, "PNG: %s", image.message);
}

/* libjpeg reports errors by a function that may not return. */
struct jpeg_trouble {
    struct jpeg_error_mgr manager; /* first: libjpeg knows only this */
    jmp_buf out;
    char text[JMSG_LENGTH_MAX];
};

static void jpeg_gives_up(j_common_ptr decoder)
{
    struct jpeg_trouble *trouble = (struct jpeg_trouble *)decoder->err;

    decoder->err->format_message(decoder, trouble->text);
    longjmp(trouble->out, 1);
}

static void jpeg_says_nothing(j_common_ptr decoder)
{
    (void)decoder; /* a warning about a photo's odd bytes helps nobody */
}

static bool read_rows(struct jpeg_decompress_struct *decoder, const struct yt_buf *file,
                      struct yt_picture *picture, struct yt_err *err)
{
    jpeg_mem_src(decoder, file->data, (unsigned long)file->size);
    jpeg_read_header(decoder, TRUE);
    decoder->out_color_space = JCS_GRAYSCALE;
    if (!make_room(picture, decoder->image_width, decoder->image_height, err))
        return false;
    jpeg_start_decompress(decoder);
    while (decoder->output_scanline < decoder->output_height) {
        JSAMPROW row = picture->gray + (size_t)decoder->output_scanline * picture->width;

        jpeg_read_scanlines(decoder, &row, 1);
    }
    jpeg_finish_decompress(decoder);
    return true;
}

static bool decode_jpeg(const struct yt_buf *file, struct yt_picture *picture, struct yt_err *err)
{
    struct jpeg_decompress_struct decoder;
    struct jpeg_trouble trouble;
    bool decoded;

    decoder.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = jpeg_gives_up;
    trouble.manager.output_message = jpeg_says_nothing;
    jpeg_create_decompress(&decoder);
    if (setjmp(trouble.out) != 0) {
        jpeg_destroy_decompress(&decoder);
        yt_picture_done(picture);
        return yt_err_set(err, YT_ERR_DAMAGED, "JPEG: %s", trouble.text);
    }
    decoded = read_rows(&decoder, file, picture, err);
    jpeg_destroy_decompress(&decoder);
    return decoded;
}

bool yt_picture_decode(const struct yt_buf *file, struct yt_picture *ret_picture,
                       struct yt_err *err)
{
    *ret_picture = (struct yt_picture){0};
    if (is_png(file))
        return decode_png(file, ret_picture, err);
    if (is_jpeg(file))
        return decode_jpeg(file, ret_picture, err);
    return yt_err_set(err, YT_ERR_UNSUPPORTED, "neither PNG nor JPEG");
}

bool yt_picture_half(const struct yt_picture *picture, struct yt_picture *ret_half,
                     struct yt_err *err)
{
    if (!make_room(ret_half, picture->width / 2, picture->height / 2, err))
        return false;
    for (size_t y = 0; y < ret_half->height; y++) {
        const uint8_t *upper = picture->gray + 2 * y * picture->width;
        const uint8_t *lower = upper + picture->width;

        for (size_t x = 0; x < ret_half->width; x++)
            ret_half->gray[y * ret_half->width + x] =
                (uint8_t)((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4);
    }
    return true;
}

static uint8_t middle_of_nine(const uint8_t *centre, size_t width)
{
    uint8_t dots[9] = {0};
    int count = 0;

    for (int row = -1; row <= 1; row++) {
        for (int column = -1; column <= 1; column++) {
            uint8_t dot = *(centre + row * (ptrdiff_t)width + column);
            int at = count++;

            for (; at > 0 && dots[at - 1] > dot; at--)
                dots[at] = dots[at - 1];
            dots[at] = dot;
        }
    }
    return dots[4];
}

bool yt_picture_clean(const struct yt_picture *picture, struct yt_picture *ret_clean,
                      struct yt_err *err)
{
    size_t width = picture->width;

    if (!make_room(ret_clean, picture->width, picture->height, err))
        return false;
    memcpy(ret_clean->gray, picture->gray, width * picture->height);
    for (unsigned y = 1; y + 1 < picture->height; y++) {
        for (unsigned x = 1; x + 1 < picture->width; x++)
            ret_clean->gray[y * width + x] = middle_of_nine(picture->gray + y * width + x, width);
    }
    return true;
}
