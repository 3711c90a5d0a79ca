/* The courier's side of the queue: what is to be sent, what the desk said to it, and how it goes,
 * for staff. */
#ifndef YT_STORE_QUEUE_SEND_H
#define YT_STORE_QUEUE_SEND_H

#include "domain/sealed.h"
#include "store/db.h"

#include <stddef.h>

/* Largest receipt that is kept. */
#define YT_QUEUE_RECEIPT_MAX 512

/* Waits until whoever is writing to the queue now is done. A file shows that it was written to
 * before the disk has it and readers may see it: who was woken by that calls this first. */
YT_MUST_CHECK bool yt_queue_await_writer(struct yt_db *db, struct yt_err *err);

/* Loads up to `capacity` entries that are to be sent to the desk with this key id: those that wait,
 * then those that staff took already and whose bytes are still here (a slip can get lost). Oldest
 * day first, within a day by their random id: the queue does not know more of their order. What
 * the desk refused today is left out until tomorrow. */
YT_MUST_CHECK bool yt_queue_to_send(struct yt_db *db,
                                    const uint8_t desk_key_id[static YT_KEY_ID_SIZE],
                                    struct yt_sealed *ret_list, size_t capacity, size_t *ret_count,
                                    struct yt_err *err);

/* A receipt that the caller has verified. */
struct yt_queue_receipt {
    uint8_t id[YT_ENTRY_ID_SIZE];
    bool withdrawn; /* the desk says that its resident withdrew it there */
    size_t size;
    uint8_t bytes[YT_QUEUE_RECEIPT_MAX];
};

/* Frees the entries of these receipts in one transaction: their bytes are erased and the receipts
 * kept, a queued one becomes delivered, or withdrawn with its slot given back; one that was
 * collected or withdrawn meanwhile keeps that state. One that is not in the queue any more is
 * passed over. Ends a trouble that was noted. On failure nothing is changed. */
YT_MUST_CHECK bool yt_queue_settle(struct yt_db *db, const struct yt_queue_receipt *receipts,
                                   size_t count, struct yt_err *err);

/* The desk will not have this entry: it stays in the queue, and is sent again tomorrow. */
YT_MUST_CHECK bool yt_queue_mark_refused(struct yt_db *db,
                                         const uint8_t id[static YT_ENTRY_ID_SIZE],
                                         struct yt_err *err);

#define YT_QUEUE_TROUBLE_MAX 32
#define YT_QUEUE_DETAIL_MAX 256

/* Remembers why nothing gets through: a stable name ("offline") and a sentence. The same name as
 * before changes nothing, so that a night without network does not wear the disk out. "" when all
 * is well again. */
YT_MUST_CHECK bool yt_queue_note_trouble(struct yt_db *db, const char *trouble, const char *detail,
                                         struct yt_err *err);

/* How the sending goes. */
struct yt_queue_sending {
    size_t waiting;      /* queued, for whichever desk */
    int oldest_age_days; /* of those; 0 when none */
    size_t refused;      /* of those, not taken by the desk when they were last sent */
    size_t other_desk;   /* of those, sealed for another desk than asked about */
    int32_t receipt_day; /* of the last receipt, days since 1970-01-01; 0: none yet */
    char trouble[YT_QUEUE_TROUBLE_MAX]; /* "" when all is well */
    char detail[YT_QUEUE_DETAIL_MAX];
    int32_t trouble_day; /* since when */
};
YT_MUST_CHECK bool yt_queue_sending(struct yt_db *db,
                                    const uint8_t desk_key_id[static YT_KEY_ID_SIZE],
                                    struct yt_queue_sending *ret_sending, struct yt_err *err);

#endif
