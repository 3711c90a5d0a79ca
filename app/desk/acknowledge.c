#include "desk/acknowledge.h"

#include "base/clock.h"

#include <string.h>

void yt_acknowledge(const struct yt_desk_arrival *arrival, const struct yt_receipt_signer *signer,
                    uint8_t ret_receipt[static YT_RECEIPT_SIZE])
{
    struct yt_receipt receipt = {.day = (uint32_t)(arrival->since_ms / YT_DAY_MS)};

    if (arrival->put == YT_DESK_PUT_WITHDRAWN)
        receipt.outcome = YT_RECEIPT_WITHDRAWN;
    memcpy(receipt.id, arrival->sealed->id, sizeof receipt.id);
    yt_receipt_digest(arrival->sealed, receipt.digest);
    yt_receipt_write(&receipt, signer, ret_receipt);
}
