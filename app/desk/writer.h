/* Keeps entries for the server with a thread of its own. All that came while the disk was busy go
 * into the next transaction together, so that durability does not cost a flush for each. */
#ifndef YT_DESK_WRITER_H
#define YT_DESK_WRITER_H

#include "base/clock.h"
#include "desk/problem.h"
#include "desk/store.h"
#include "handoff/receipt.h"

struct yt_writer;

/* One entry to keep. The caller's, until `done` was called. */
struct yt_writer_job {
    const struct yt_sealed *sealed;
    const char *kiosk; /* whose token brought it */
    /* Called once, on the writer's thread. Mandatory. */
    void (*done)(struct yt_writer_job *job);
    void *context;

    enum yt_problem problem;          /* result: NONE, CONFLICT, DISK_FULL or FAILING */
    bool new_here;                    /* result, without a problem: it was not here before */
    uint8_t receipt[YT_RECEIPT_SIZE]; /* result, without a problem */
    struct yt_writer_job *next;       /* the writer's */
};

/* Opens the store at `path` for itself. `signer` and `clock` must outlive the writer. */
struct yt_writer *yt_writer_start(const char *path, const struct yt_receipt_signer *signer,
                                  const struct yt_clock *clock, struct yt_err *err);
/* Is it sealed for this desk? Any thread. */
bool yt_writer_is_for(const struct yt_writer *writer, const struct yt_sealed *sealed);
/* False when the writer is ending: `done` will not be called. Any thread. */
YT_MUST_CHECK bool yt_writer_submit(struct yt_writer *writer, struct yt_writer_job *job);
/* Did the last transaction succeed? Any thread. */
bool yt_writer_healthy(struct yt_writer *writer);
/* Was the store taken away or replaced while it was open? Then the server has to be started anew.
 * Any thread. */
bool yt_writer_lost(struct yt_writer *writer);
/* Keeps what was submitted, then ends. NULL is harmless. */
void yt_writer_stop(struct yt_writer *writer);

#endif
