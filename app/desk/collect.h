/* Taking in what kiosks wrote to a USB stick (handoff/stick.h). */
#ifndef YT_DESK_COLLECT_H
#define YT_DESK_COLLECT_H

#include "desk/desk.h"
#include "handoff/receipt.h"

#include <stdio.h>

struct yt_collected {
    size_t taken;    /* kept now */
    size_t again;    /* were there, or were withdrawn here */
    size_t refused;  /* with name and reason on `to`; their files are as they were */
    size_t receipts; /* are on the stick */
    bool removable;  /* the folder is on a disk of its own */
};

/* Takes every entry in the folder as a slip is taken (desk/intake.h) and puts its receipt beside
 * it. The desk must be unlocked. For each file it writes a line to `to`:
 *     taken 123 456 789 受け取りました。
 *     damaged - こわれているか、…  NAME
 * One bad file does not stop the others, nor does a stick that takes no receipts: those entries
 * are safe here, and the kiosks keep theirs. Then it is false with what was in the way, as when
 * the stick or the store fails; what was taken in stays. */
YT_MUST_CHECK bool yt_collect(struct yt_desk *desk, const struct yt_receipt_signer *signer,
                              const char *folder, FILE *to, struct yt_collected *ret_collected,
                              struct yt_err *err);

#endif
