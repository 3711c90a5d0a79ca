/* The frame: an envelope on its way through the network, padded so that its length tells little.
 *
 *   byte 0        129; no envelope's version has the top bit set, so the two cannot be mistaken
 *   bytes 1-2     size of the envelope, big-endian
 *   bytes 3-      the envelope, then zeros up to a multiple of 256
 *
 * The desk takes an envelope with or without its frame: it is the same entry. What is kept,
 * compared, digested and put on paper is always the envelope alone. */
#ifndef YT_HANDOFF_FRAME_H
#define YT_HANDOFF_FRAME_H

#include "base/err.h"
#include "domain/sealed.h"

#define YT_FRAME_VERSION 129
#define YT_FRAME_STEP 256
#define YT_FRAME_HEAD_SIZE 3
/* Largest frame. */
#define YT_FRAME_MAX                                                                    \
    ((size_t)(YT_FRAME_HEAD_SIZE + YT_SEALED_MAX + YT_FRAME_STEP - 1) / YT_FRAME_STEP * \
     YT_FRAME_STEP)

/* Writes the frame and returns its size. `sealed->size` is at most YT_SEALED_MAX. */
size_t yt_frame_write(const struct yt_sealed *sealed, uint8_t frame[static YT_FRAME_MAX]);

/* Takes a frame or a bare envelope, as it arrived. YT_ERR_DAMAGED for a frame of a wrong size or
 * with something in its padding; otherwise the errors of yt_envelope_read. */
YT_MUST_CHECK bool yt_frame_read(const uint8_t *bytes, size_t size, struct yt_sealed *ret_sealed,
                                 struct yt_err *err);

#endif
