#include "handoff/frame.h"

#include "handoff/envelope.h"

#include <sodium.h>
#include <string.h>

static size_t framed_size(size_t size)
{
    return (YT_FRAME_HEAD_SIZE + size + YT_FRAME_STEP - 1) / YT_FRAME_STEP * YT_FRAME_STEP;
}

size_t yt_frame_write(const struct yt_sealed *sealed, uint8_t frame[static YT_FRAME_MAX])
{
    size_t size = framed_size(sealed->size);

    memset(frame, 0, size);
    frame[0] = YT_FRAME_VERSION;
    frame[1] = (uint8_t)(sealed->size >> 8);
    frame[2] = (uint8_t)sealed->size;
    memcpy(frame + YT_FRAME_HEAD_SIZE, sealed->bytes, sealed->size);
    return size;
}

bool yt_frame_read(const uint8_t *bytes, size_t size, struct yt_sealed *ret_sealed,
                   struct yt_err *err)
{
    size_t inside;

    if (size == 0 || bytes[0] != YT_FRAME_VERSION)
        return yt_envelope_read(bytes, size, ret_sealed, err);
    *ret_sealed = (struct yt_sealed){0};
    if (size < YT_FRAME_HEAD_SIZE)
        return yt_err_set(err, YT_ERR_DAMAGED, "a frame of only %zu bytes", size);
    inside = (size_t)bytes[1] << 8 | bytes[2];
    /* One way to frame an envelope, so that no two frames of it differ. */
    if (framed_size(inside) != size)
        return yt_err_set(err, YT_ERR_DAMAGED, "a frame of %zu bytes for an envelope of %zu", size,
                          inside);
    if (!sodium_is_zero(bytes + YT_FRAME_HEAD_SIZE + inside, size - YT_FRAME_HEAD_SIZE - inside))
        return yt_err_set(err, YT_ERR_DAMAGED, "there is something in the padding of the frame");
    return yt_envelope_read(bytes + YT_FRAME_HEAD_SIZE, inside, ret_sealed, err);
}
