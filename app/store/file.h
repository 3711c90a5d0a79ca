/* Inside of the store: what its files share. */
#ifndef YT_STORE_FILE_H
#define YT_STORE_FILE_H

#include "domain/sealed.h"
#include "store/db.h"
#include "store/joins.h"
#include "store/queue.h"

struct yt_db {
    struct sqlite3 *sql;
    const struct yt_clock *clock;
    int utc_offset_minutes;
};

/* Adds to the count of entries that came into the state today. In the caller's transaction. */
YT_MUST_CHECK bool yt_tally_add(struct yt_db *db, enum yt_queue_state state, int64_t count,
                                struct yt_err *err);

/* Changes the state and counts it, in the caller's transaction. */
YT_MUST_CHECK bool yt_entry_change_state(struct yt_db *db,
                                         const uint8_t id[static YT_ENTRY_ID_SIZE],
                                         enum yt_queue_state state, struct yt_err *err);

/* Runs a statement whose only parameter is an entry's id. */
YT_MUST_CHECK bool yt_run_for_entry(struct yt_db *db, const char *text,
                                    const uint8_t id[static YT_ENTRY_ID_SIZE], struct yt_err *err);

/* Takes one place on a date; YT_ERR_CONFLICT when there is none. In the caller's transaction. */
YT_MUST_CHECK bool yt_join_take(struct yt_db *db, const uint8_t entry[static YT_ENTRY_ID_SIZE],
                                const struct yt_join_claim *claim, struct yt_err *err);

#endif
