#include "courier/drain.h"

#include "base/str.h"
#include "store/queue_send.h"

#include <string.h>

/* Entries whose receipts are put on the disk together. Should the plug be pulled before, they are
 * sent once more, and the desk gives the same receipts again. */
#define BATCH 16

struct batch {
    struct yt_sealed sealed[BATCH];
    size_t count;
    struct yt_queue_receipt receipts[BATCH];
    size_t receipt_count;
};

_Static_assert(YT_RECEIPT_SIZE <= YT_QUEUE_RECEIPT_MAX, "the queue keeps receipts whole");

static void add_receipt(struct batch *batch, const struct yt_sealed *sealed,
                        const struct yt_answer *answer, bool withdrawn)
{
    struct yt_queue_receipt *receipt = &batch->receipts[batch->receipt_count++];

    *receipt = (struct yt_queue_receipt){.withdrawn = withdrawn, .size = YT_RECEIPT_SIZE};
    memcpy(receipt->id, sealed->id, sizeof receipt->id);
    memcpy(receipt->bytes, answer->body, YT_RECEIPT_SIZE);
}

/* Sends one and judges the answer. `ret_detail` says what was in the way. */
static struct yt_verdict put_once(struct yt_link *link, const struct yt_courier_setup *setup,
                                  const struct yt_sealed *sealed, struct yt_answer *answer,
                                  const char **ret_detail)
{
    struct yt_verdict verdict = {.trouble = yt_link_put(link, sealed, answer, ret_detail)};

    if (verdict.trouble == YT_TROUBLE_NONE) {
        verdict = yt_answer_judge(answer, sealed, &setup->desk);
        *ret_detail = yt_trouble_sentence(verdict.trouble);
    }
    return verdict;
}

/* Sends one. False when the queue fails; a trouble that ends the pass is in `drained`. */
static bool send_one(struct yt_db *db, struct yt_link *link, const struct yt_courier_setup *setup,
                     const struct yt_sealed *sealed, struct batch *batch,
                     struct yt_drained *drained, struct yt_err *err)
{
    struct yt_answer answer;
    const char *detail = "";
    struct yt_verdict verdict = put_once(link, setup, sealed, &answer, &detail);

    if (verdict.trouble == YT_TROUBLE_UNAUTHORIZED && yt_link_renew_token(link))
        verdict = put_once(link, setup, sealed, &answer, &detail);
    switch (verdict.trouble) {
    case YT_TROUBLE_NONE:
        add_receipt(batch, sealed, &answer, verdict.withdrawn);
        return true;
    case YT_TROUBLE_REFUSED:
        drained->refused++;
        return yt_queue_mark_refused(db, sealed->id, err);
    default:
        drained->trouble = verdict.trouble;
        drained->retry_ms = answer.retry_ms;
        yt_str_copy(drained->detail, sizeof drained->detail, detail);
        return true;
    }
}

static bool send_batch(struct yt_db *db, struct yt_link *link, const struct yt_courier_setup *setup,
                       struct batch *batch, struct yt_drained *drained, struct yt_err *err)
{
    bool good = true;

    batch->receipt_count = 0;
    for (size_t i = 0; good && i < batch->count && drained->trouble == YT_TROUBLE_NONE; i++)
        good = send_one(db, link, setup, &batch->sealed[i], batch, drained, err);
    /* Also when the pass ends here: what the desk has, it has. */
    if (batch->receipt_count > 0) {
        struct yt_err settle_err;

        if (!yt_queue_settle(db, batch->receipts, batch->receipt_count, &settle_err)) {
            if (good)
                *err = settle_err;
            return false;
        }
        drained->delivered += batch->receipt_count;
    }
    return good;
}

/* What staff read in the menu and in the status. It ends with the next receipt: only that shows
 * that all is well again. */
static bool note(struct yt_db *db, const struct yt_drained *drained, struct yt_err *err)
{
    enum yt_trouble trouble = drained->trouble;

    if (trouble == YT_TROUBLE_NONE && drained->refused > 0)
        trouble = YT_TROUBLE_REFUSED;
    if (trouble == YT_TROUBLE_NONE || trouble == YT_TROUBLE_STOPPED)
        return true;
    return yt_queue_note_trouble(db, yt_trouble_name(trouble), yt_trouble_sentence(trouble), err);
}

bool yt_drain(struct yt_db *db, struct yt_link *link, const struct yt_courier_setup *setup,
              struct yt_drained *ret_drained, struct yt_err *err)
{
    struct batch batch = {0};

    *ret_drained = (struct yt_drained){0};
    do {
        if (!yt_queue_to_send(db, setup->desk_key_id, batch.sealed, BATCH, &batch.count, err) ||
            !send_batch(db, link, setup, &batch, ret_drained, err))
            return false;
    } while (batch.count > 0 && ret_drained->trouble == YT_TROUBLE_NONE);
    /* Erased bytes are not to linger in the journal. */
    return (ret_drained->delivered == 0 || yt_db_tidy(db, err)) && note(db, ret_drained, err);
}
