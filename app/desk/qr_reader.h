/* The QR codes of a picture, by zbar. */
#ifndef YT_DESK_QR_READER_H
#define YT_DESK_QR_READER_H

#include "base/err.h"
#include "desk/picture.h"

#include <stddef.h>

#define YT_QR_CODES_MAX 32 /* in one picture */

struct yt_qr_codes {
    size_t count;
    struct yt_buf code[YT_QR_CODES_MAX];
};

/* Reads all codes that it can find, each once, trying the picture as it is, cleaned and halved.
 * None is no error. */
YT_MUST_CHECK bool yt_qr_read(const struct yt_picture *picture, struct yt_qr_codes *ret_codes,
                              struct yt_err *err);
void yt_qr_codes_done(struct yt_qr_codes *codes);

#endif
