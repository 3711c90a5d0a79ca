/* A part once it is read; between part.c and its collector. */
#ifndef YT_HANDOFF_PART_HEAD_H
#define YT_HANDOFF_PART_HEAD_H

#include "handoff/part.h"

#define YT_PART_MARK "8984" /* Y and T in ASCII */
#define YT_PART_FORMAT '1'
#define YT_ENROLMENT_MARK "8985"
#define YT_PART_CHECK_AT 17
#define YT_PART_CHECK_DIGITS 5

struct yt_part_head {
    int part, parts;
    uint32_t desk_tag, set_tag;
    size_t size;
    uint8_t body[YT_SEALED_MAX];
};

/* False with a verdict when the text is no good part. */
bool yt_part_read(const char *text, size_t size, struct yt_part_head *head,
                  enum yt_part_verdict *ret_verdict);

uint32_t yt_part_set_tag(const struct yt_sealed *sealed);
uint32_t yt_part_desk_tag(const uint8_t key_id[static YT_KEY_ID_SIZE]);

#endif
