#include "kiosk/store_jobs.h"

#include "base/log.h"
#include "handoff/envelope.h"
#include "screens/nav.h"

#include <sodium.h>
#include <string.h>

static bool ready(struct yt_store_side *side, struct yt_err *err)
{
    const struct yt_db_options options = {
        .clock = side->clock,
        .utc_offset_minutes = side->content->site.utc_offset_minutes,
        .owner = true,
    };
    struct yt_sqlite_report report = {0};

    if (side->db)
        return true;
    side->db = yt_db_open(side->db_path, &options, &report, err);
    side->set_aside = side->set_aside || report.set_aside[0];
    if (report.set_aside[0])
        yt_log(YT_LOG_ERROR, "the queue was damaged (%s); it lies at %s and a new one was begun",
               report.set_aside_reason, report.set_aside);
    if (side->db) {
        side->reported = false;
        return true;
    }
    if (!side->reported)
        yt_log_err(YT_LOG_ERROR, "open the queue", err);
    side->reported = true;
    return false;
}

void yt_open_job_run(struct yt_job *job, void *store_side)
{
    struct yt_open_job *open = (struct yt_open_job *)job;
    struct yt_store_side *side = store_side;
    struct yt_queue_sweep sweep = {0};
    struct yt_queue_summary summary = {0};
    struct yt_err err = {0};

    if (!ready(side, &err)) { /* logged there; each save tries again and tells the resident */
        open->troubles |= YT_TROUBLE_NOT_SAVING;
        return;
    }
    if (side->set_aside)
        open->troubles |= YT_TROUBLE_SET_ASIDE;
    if (!yt_queue_sweep(side->db, &sweep, &err) || !yt_queue_summarise(side->db, &summary, &err))
        yt_log_err(YT_LOG_ERROR, "look through the queue", &err);
    if (summary.past_warning > 0)
        open->troubles |= YT_TROUBLE_OLD;
    if (sweep.expired > 0) {
        open->troubles |= YT_TROUBLE_EXPIRED;
        yt_log(YT_LOG_ERROR, "%zu entries waited for 35 days and were erased unread",
               sweep.expired);
    }
}

void yt_tidy_job_run(struct yt_job *job, void *store_side)
{
    struct yt_store_side *side = store_side;
    struct yt_err err = {0};

    (void)job;
    if (side->db && !yt_db_tidy(side->db, &err))
        yt_log_err(YT_LOG_WARNING, "tidy the queue", &err);
}

void yt_store_side_done(struct yt_store_side *side)
{
    yt_db_free(side->db);
    side->db = NULL;
    yt_kiosk_key_wipe(&side->key);
}

bool yt_store_codes(const struct yt_sealed *sealed, int paper_dots, const char *url,
                    struct yt_code *code, struct yt_err *err)
{
    struct yt_symbols symbols;

    memset(code, 0, sizeof *code);
    if (!yt_symbols_make(sealed, paper_dots, url, &symbols, err))
        return false;
    for (int i = 0; i < symbols.count && i < YT_CODE_SYMBOLS_MAX; i++) {
        const struct yt_symbol *from = &symbols.symbol[i];
        struct yt_code_symbol *to = &code->symbols[i];

        to->width = (uint8_t)from->side;
        for (int bit = 0; bit < from->side * from->side; bit++)
            if (from->dark[bit])
                to->modules[bit / 8] |= (uint8_t)(1u << bit % 8);
        code->count++;
    }
    return true;
}

/* Sealed before it touches the disk: from here on nobody on this box can read the entry. */
static bool seal(struct yt_save_job *save, const struct yt_store_side *side)
{
    if (!save->is_sealed &&
        !yt_envelope_seal(&save->entry, &side->key, &side->desk, &save->sealed, &save->err))
        return yt_err_context(&save->err, "seal the entry");
    save->is_sealed = true;
    return yt_store_codes(&save->sealed, side->paper_dots, side->url, &save->code, &save->err);
}

/* Takes back what only this box's queue could have kept: the appointment's slot, places in
 * programmes. False where nothing was promised. */
static bool promise_nothing(struct yt_save_job *save)
{
    bool promised = save->has_claim;

    if (save->has_claim)
        save->entry.appointment.firm = false;
    for (size_t i = 0; i < save->entry.programme_count; i++) {
        promised = promised || save->entry.programmes[i].firm;
        save->entry.programmes[i].firm = false;
    }
    return promised;
}

/* The disk refused: the slip carries the entry. Neither slot nor place was taken where the next
 * resident would see it, so nothing firm is promised. */
static void seal_as_wish(struct yt_save_job *save, const struct yt_store_side *side)
{
    const struct yt_err refused = save->err;

    if (promise_nothing(save)) {
        save->is_sealed = false;
        if (!seal(save, side))
            return;
    }
    save->err = refused;
}

/* "Saved" is said of what will be found again. Somebody may have removed or replaced the file or
 * its folder since it was opened, so after the push it is looked whether it still lies there; a new
 * one gets the entry again. */
static bool push(const struct yt_save_job *save, struct yt_store_side *side, struct yt_err *err)
{
    const struct yt_queue_claims claims = {.slot = save->has_claim ? &save->claim : NULL,
                                           .joins = save->joins,
                                           .join_count = save->join_count};

    for (int attempt = 0; attempt < 2; attempt++) {
        bool pushed;

        if (!ready(side, err))
            return false;
        pushed = yt_queue_push_claims(side->db, &save->sealed, &claims, err);
        if (yt_db_in_place(side->db))
            return pushed;
        yt_log(YT_LOG_ERROR, "the queue was removed or replaced while it was in use");
        yt_db_free(side->db);
        side->db = NULL;
        side->set_aside = true;
        *err = (struct yt_err){0};
    }
    return yt_err_set(err, YT_ERR_IO, "the queue does not stay where it is");
}

void yt_save_job_run(struct yt_job *job, void *store_side)
{
    struct yt_save_job *save = (struct yt_save_job *)job;
    struct yt_store_side *side = store_side;

    if (seal(save, side)) {
        save->saved = push(save, side, &save->err);
        if (!save->saved && save->err.code == YT_ERR_CONFLICT) {
            /* Another time will be chosen, and that is another entry. */
            save->is_sealed = false;
            save->code.count = 0;
        } else if (!save->saved) {
            seal_as_wish(save, side);
        }
    }
    yt_entry_wipe(&save->entry);
    if (!save->saved && save->err.code != YT_ERR_CONFLICT)
        yt_log_err(YT_LOG_ERROR, "save an entry", &save->err);
}

void yt_taken_job_run(struct yt_job *job, void *store_side)
{
    struct yt_taken_job *asked = (struct yt_taken_job *)job;
    struct yt_store_side *side = store_side;

    if (ready(side, &asked->err) &&
        !yt_slots_list(side->db, asked->from_minute, asked->until_minute, asked->taken.slots,
                       YT_COUNT(asked->taken.slots), &asked->taken.count, &asked->err))
        yt_log_err(YT_LOG_ERROR, "look up taken slots", &asked->err);
    /* More than fit are counted by the store but not written. */
    if (asked->taken.count > YT_COUNT(asked->taken.slots))
        asked->taken.count = YT_COUNT(asked->taken.slots);
}

void yt_joined_job_run(struct yt_job *job, void *store_side)
{
    struct yt_joined_job *asked = (struct yt_joined_job *)job;
    struct yt_store_side *side = store_side;
    struct yt_join_count counts[YT_JOINED_MAX];
    size_t count = 0;

    if (ready(side, &asked->err) &&
        !yt_joins_list(side->db, asked->from_day, counts, YT_COUNT(counts), &count, &asked->err))
        yt_log_err(YT_LOG_ERROR, "look up who joined", &asked->err);
    for (size_t i = 0; i < count && i < YT_COUNT(counts); i++) {
        struct yt_joined *joined = &asked->joined.items[asked->joined.count++];

        memcpy(joined->programme, counts[i].programme, sizeof joined->programme);
        joined->day = counts[i].day;
        joined->count = counts[i].count;
    }
}
