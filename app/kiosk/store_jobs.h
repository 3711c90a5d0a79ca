/* What the store's thread does for the kiosk: seal and queue, tell taken slots, tidy up. */
#ifndef YT_KIOSK_STORE_JOBS_H
#define YT_KIOSK_STORE_JOBS_H

#include "base/clock.h"
#include "base/job.h"
#include "domain/entry.h"
#include "domain/site_content.h"
#include "handoff/keys.h"
#include "handoff/symbol.h"
#include "screens/services.h"
#include "store/db.h"
#include "store/joins.h"
#include "store/queue.h"
#include "store/slots.h"

#include <limits.h>

/* Given to the store's worker as its context. Filled before it starts; `db` and `reported` belong
 * to its thread, everything else is only read. */
struct yt_store_side {
    char db_path[PATH_MAX];
    const struct yt_clock *clock;
    const struct yt_site_content *content;
    struct yt_kiosk_key key;
    struct yt_desk_public desk;
    int paper_dots;
    const char *url; /* before the digits of a code; NULL: none */
    struct yt_db *db;
    bool set_aside; /* the file was damaged, and a new one was begun */
    bool reported;  /* that the file cannot be opened was logged; not once for every resident */
};

/* Closes the file. After the worker has been freed. */
void yt_store_side_done(struct yt_store_side *side);

/* Makes an entry's codes as the screen shows them. Any thread. */
YT_MUST_CHECK bool yt_store_codes(const struct yt_sealed *sealed, int paper_dots, const char *url,
                                  struct yt_code *code, struct yt_err *err);

struct yt_save_job {
    struct yt_job job;
    struct yt_entry entry;
    bool has_claim;
    struct yt_slot_claim claim;
    size_t join_count;
    struct yt_join_claim joins[YT_JOIN_CLAIMS_MAX];
    bool is_sealed; /* `sealed` was made by an earlier try: the same entry stays the same bytes */
    struct yt_sealed sealed;
    bool saved;
    struct yt_err err;
    struct yt_code code;
};

struct yt_taken_job {
    struct yt_job job;
    int64_t from_minute; /* since 1970 UTC */
    int64_t until_minute;
    struct yt_taken_slots taken;
    struct yt_err err; /* code YT_OK when `taken` is right */
};

struct yt_joined_job {
    struct yt_job job;
    int32_t from_day; /* since 1970, at the place */
    struct yt_joined_list joined;
    struct yt_err err; /* code YT_OK when `joined` is right */
};

/* Opens the file and lets time act on the queue. */
struct yt_open_job {
    struct yt_job job;
    unsigned troubles; /* bits of yt_trouble (screens/nav.h) that staff should see */
};

/* `run` of the jobs above; the caller sets finish and release. */
void yt_open_job_run(struct yt_job *job, void *store_side);
void yt_save_job_run(struct yt_job *job, void *store_side);
void yt_taken_job_run(struct yt_job *job, void *store_side);
void yt_joined_job_run(struct yt_job *job, void *store_side);

/* After a visit: empties the journal. A plain `struct yt_job`. */
void yt_tidy_job_run(struct yt_job *job, void *store_side);

#endif
