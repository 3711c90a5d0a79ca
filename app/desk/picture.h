/* Photos and scans of slips: PNG and JPEG as 8 bit gray. */
#ifndef YT_DESK_PICTURE_H
#define YT_DESK_PICTURE_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

#define YT_PICTURE_FILE_MAX ((size_t)64 * 1024 * 1024)
#define YT_PICTURE_SIDE_MAX 16384
#define YT_PICTURE_DOTS_MAX ((size_t)100 * 1000 * 1000)

struct yt_picture {
    unsigned width, height;
    uint8_t *gray; /* row by row without gaps; 255 is white */
};

/* Is it one of the two, by its first bytes? */
bool yt_picture_is(const struct yt_buf *file);

/* YT_ERR_DAMAGED when it cannot be decoded, YT_ERR_TOO_LARGE, YT_ERR_NO_MEMORY. */
YT_MUST_CHECK bool yt_picture_decode(const struct yt_buf *file, struct yt_picture *ret_picture,
                                     struct yt_err *err);
void yt_picture_done(struct yt_picture *picture);

/* Half as wide and high, four dots made one: takes noise away. */
YT_MUST_CHECK bool yt_picture_half(const struct yt_picture *picture, struct yt_picture *ret_half,
                                   struct yt_err *err);
/* Each dot the middle of its nine: takes single wrong dots away. */
YT_MUST_CHECK bool yt_picture_clean(const struct yt_picture *picture, struct yt_picture *ret_clean,
                                    struct yt_err *err);

#endif
