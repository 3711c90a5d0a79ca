/* What the kiosk gets for an entry that the desk has on its disk. */
#ifndef YT_DESK_ACKNOWLEDGE_H
#define YT_DESK_ACKNOWLEDGE_H

#include "desk/store.h"
#include "handoff/receipt.h"

/* Signs the receipt for what was put into the store; the same one however often and whichever way
 * it comes. Not for YT_DESK_PUT_OTHER, of which the desk has other bytes. */
void yt_acknowledge(const struct yt_desk_arrival *arrival, const struct yt_receipt_signer *signer,
                    uint8_t ret_receipt[static YT_RECEIPT_SIZE]);

#endif
