#include "desk/qr_reader.h"

#include "handoff/digits.h"

#include <string.h>
#include <zbar.h>

void yt_qr_codes_done(struct yt_qr_codes *codes)
{
    for (size_t i = 0; i < codes->count; i++)
        yt_buf_done(&codes->code[i]);
    codes->count = 0;
}

static void keep(struct yt_qr_codes *codes, const char *data, size_t size)
{
    struct yt_buf *code = &codes->code[codes->count];

    for (size_t i = 0; i < codes->count; i++) {
        if (codes->code[i].size == size && memcmp(codes->code[i].data, data, size) == 0)
            return;
    }
    if (codes->count == YT_QR_CODES_MAX || size == 0 || size > YT_DIGITS_TEXT_MAX)
        return;
    yt_buf_init(code, YT_DIGITS_TEXT_MAX);
    if (yt_buf_append(code, data, size))
        codes->count++;
    else
        yt_buf_done(code);
}

static bool read_once(const struct yt_picture *picture, struct yt_qr_codes *codes,
                      struct yt_err *err)
{
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();

    if (!scanner || !image) {
        zbar_image_scanner_destroy(scanner);
        zbar_image_destroy(image);
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to look for codes");
    }
    /* zbar can tell every program on the D-Bus what it read. */
    zbar_image_scanner_request_dbus(scanner, 0);
    zbar_image_scanner_set_config(scanner, 0, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, picture->width, picture->height);
    zbar_image_set_data(image, picture->gray, (size_t)picture->width * picture->height, NULL);
    if (zbar_scan_image(scanner, image) > 0) {
        for (const zbar_symbol_t *symbol = zbar_image_first_symbol(image); symbol;
             symbol = zbar_symbol_next(symbol))
            keep(codes, zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
    }
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
    return true;
}

bool yt_qr_read(const struct yt_picture *picture, struct yt_qr_codes *ret_codes, struct yt_err *err)
{
    YT_SCOPED(yt_picture_done) struct yt_picture clean = {0};
    YT_SCOPED(yt_picture_done) struct yt_picture half = {0};
    YT_SCOPED(yt_picture_done) struct yt_picture clean_half = {0};

    ret_codes->count = 0;
    if (!read_once(picture, ret_codes, err) || !yt_picture_clean(picture, &clean, err) ||
        !read_once(&clean, ret_codes, err))
        return false;
    if (picture->width < 200 || picture->height < 200)
        return true;
    return yt_picture_half(picture, &half, err) && read_once(&half, ret_codes, err) &&
           yt_picture_clean(&half, &clean_half, err) && read_once(&clean_half, ret_codes, err);
}
