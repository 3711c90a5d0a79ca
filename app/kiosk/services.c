/* What the screens ask for, done by the workers, the bell and the printer of this box. */
#include "kiosk/kiosk.h"

#include "base/log.h"
#include "base/str.h"
#include "domain/appointment.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static void deliver(struct yt_kiosk *kiosk, const struct yt_result *result)
{
    yt_app_result(kiosk->app, result);
}

/* A request that cannot even be put in line is answered at once: nobody waits for nothing. */
static void answer_busy(struct yt_kiosk *kiosk, uint64_t visit, enum yt_result_kind kind)
{
    struct yt_err err = {0};

    yt_err_set(&err, YT_ERR_TIMEOUT, "too much is waiting already");
    deliver(kiosk, &(struct yt_result){.kind = kind, .visit = visit, .err = &err});
}

/* --- Saving ---------------------------------------------------------------------------------- */

static void save_finish(struct yt_job *job, void *owner)
{
    struct yt_kiosk *kiosk = owner;
    struct yt_save_job *save = (struct yt_save_job *)job;

    if (!save->saved && save->err.code != YT_ERR_CONFLICT)
        yt_app_set_troubles(kiosk->app, kiosk->app->troubles | YT_TROUBLE_NOT_SAVING);
    if (job->visit != kiosk->app->visit.number)
        return; /* the queue has it; the visit that asked is over */
    sodium_memzero(&kiosk->sealed, sizeof kiosk->sealed);
    kiosk->sealed_visit = 0;
    if (save->is_sealed) {
        kiosk->sealed = save->sealed;
        kiosk->sealed_visit = job->visit;
    }
    deliver(kiosk, &(struct yt_result){
                       .kind = save->saved ? YT_RESULT_SAVED : YT_RESULT_NOT_SAVED,
                       .visit = job->visit,
                       .err = &save->err,
                       .code = &save->code,
                   });
}

static void save_release(struct yt_job *job)
{
    sodium_memzero(job, sizeof(struct yt_save_job));
    free(job);
}

static bool fill_claim(const struct yt_kiosk *kiosk, const char *slot_id,
                       struct yt_slot_claim *claim)
{
    const struct yt_site_content *site = kiosk->site;
    struct yt_slot slot;
    struct yt_err err = {0};

    if (!yt_slot_id_parse(&site->site, &site->appointments, slot_id, &slot, &err)) {
        yt_log_err(YT_LOG_ERROR, "a slot that was offered", &err);
        return false;
    }
    *claim = (struct yt_slot_claim){
        .type = site->appointments.types[slot.type].number,
        .place = site->site.places[slot.place].number,
        .start_minute = yt_slot_start_minute(&site->site, &slot),
        .capacity = yt_slot_capacity(&site->site, &site->appointments, &slot),
    };
    return claim->capacity > 0;
}

/* Only what this box alone gives is counted here; the desk confirms everything else. */
static void fill_joins(const struct yt_kiosk *kiosk, struct yt_save_job *job)
{
    for (size_t i = 0; i < job->entry.programme_count; i++) {
        const struct yt_entry_programme *from = &job->entry.programmes[i];
        struct yt_join_claim *claim = &job->joins[job->join_count];

        if (!from->firm || from->waiting || !from->day)
            continue;
        (void)yt_str_copy(claim->programme, sizeof claim->programme, from->id);
        claim->day = from->day;
        claim->room = yt_offers_room(kiosk, from->id);
        job->join_count++;
    }
}

static void save(void *context, uint64_t visit, const struct yt_entry *entry, const char *slot)
{
    struct yt_kiosk *kiosk = context;
    struct yt_save_job *job = calloc(1, sizeof *job);

    if (!job) {
        answer_busy(kiosk, visit, YT_RESULT_NOT_SAVED);
        return;
    }
    job->job = (struct yt_job){
        .visit = visit, .run = yt_save_job_run, .finish = save_finish, .release = save_release};
    job->entry = *entry;
    job->has_claim = slot && fill_claim(kiosk, slot, &job->claim);
    fill_joins(kiosk, job);
    if (kiosk->sealed_visit == visit) {
        job->sealed = kiosk->sealed;
        job->is_sealed = true;
    }
    if (!yt_worker_submit(kiosk->store, &job->job)) {
        save_release(&job->job);
        answer_busy(kiosk, visit, YT_RESULT_NOT_SAVED);
    }
}

/* --- The queue's health ---------------------------------------------------------------------- */

static int32_t today(const struct yt_kiosk *kiosk)
{
    return yt_date_to_days(yt_app_now(kiosk->app).date);
}

static void open_finish(struct yt_job *job, void *owner)
{
    struct yt_kiosk *kiosk = owner;

    kiosk->looking = false;
    yt_app_set_troubles(kiosk->app, ((struct yt_open_job *)job)->troubles);
}

static void release_plain(struct yt_job *job)
{
    free(job);
}

void yt_kiosk_open_queue(struct yt_kiosk *kiosk)
{
    struct yt_open_job *job = calloc(1, sizeof *job);

    if (!job)
        return; /* the next save opens it */
    job->job =
        (struct yt_job){.run = yt_open_job_run, .finish = open_finish, .release = release_plain};
    kiosk->looking = yt_worker_submit(kiosk->store, &job->job);
    kiosk->looked_day = today(kiosk);
    if (!kiosk->looking)
        free(job);
}

/* --- Printing -------------------------------------------------------------------------------- */

static void tell_printer(struct yt_kiosk *kiosk, uint64_t visit, enum yt_printer_state state)
{
    kiosk->printer_state = state;
    deliver(kiosk,
            &(struct yt_result){.kind = YT_RESULT_PRINTER, .visit = visit, .printer = state});
}

static void print_finish(struct yt_job *job, void *owner)
{
    struct yt_kiosk *kiosk = owner;
    struct yt_print_job *print = (struct yt_print_job *)job;
    struct yt_err reason = print->result.reason;

    if (print->result.outcome != YT_PRINT_DONE)
        yt_log_err(YT_LOG_WARNING, "print a slip", &reason);
    if (print->result.outcome == YT_PRINT_UNKNOWN)
        reason.code = YT_ERR_UNKNOWN;
    deliver(kiosk, &(struct yt_result){
                       .kind = print->result.outcome == YT_PRINT_DONE ? YT_RESULT_PRINTED
                                                                      : YT_RESULT_NOT_PRINTED,
                       .visit = job->visit,
                       .err = &reason,
                   });
}

static void print_release(struct yt_job *job)
{
    sodium_memzero(job, sizeof(struct yt_print_job));
    free(job);
}

static void print(void *context, uint64_t visit, const struct yt_entry *entry, bool with_code)
{
    struct yt_kiosk *kiosk = context;
    struct yt_print_job *job = calloc(1, sizeof *job);

    if (!job) {
        answer_busy(kiosk, visit, YT_RESULT_NOT_PRINTED);
        return;
    }
    job->job = (struct yt_job){
        .visit = visit, .run = yt_print_job_run, .finish = print_finish, .release = print_release};
    job->with_code = with_code && kiosk->sealed_visit == visit;
    yt_slip_words_make(kiosk->site, entry, job->with_code, kiosk->app->visit.saved, &job->words);
    if (job->with_code)
        job->sealed = kiosk->sealed;
    if (!yt_worker_submit(kiosk->printer, &job->job)) {
        print_release(&job->job);
        answer_busy(kiosk, visit, YT_RESULT_NOT_PRINTED);
    }
}

static void status_finish(struct yt_job *job, void *owner)
{
    tell_printer(owner, job->visit, ((struct yt_status_job *)job)->state);
}

static void printer_status(void *context, uint64_t visit)
{
    struct yt_kiosk *kiosk = context;
    struct yt_status_job *job = calloc(1, sizeof *job);

    if (!job)
        return; /* the state that was known last stays on the screen */
    job->job = (struct yt_job){.visit = visit,
                               .run = yt_status_job_run,
                               .finish = status_finish,
                               .release = release_plain};
    if (!yt_worker_submit(kiosk->printer, &job->job))
        free(job);
}

void yt_kiosk_watch_printer(struct yt_kiosk *kiosk)
{
    const enum yt_err_code waiting = atomic_load(&kiosk->print_side.watch.waiting_for);
    const enum yt_printer_state state = yt_printer_state_of(waiting);

    if (yt_worker_pending(kiosk->printer) == 0 || state == kiosk->printer_state)
        return;
    if (waiting != YT_OK || kiosk->printer_state != YT_PRINTER_UNKNOWN)
        tell_printer(kiosk, kiosk->app->visit.number, state);
}

/* --- Slots ----------------------------------------------------------------------------------- */

static void taken_finish(struct yt_job *job, void *owner)
{
    struct yt_taken_job *asked = (struct yt_taken_job *)job;

    deliver(owner, &(struct yt_result){.kind = YT_RESULT_TAKEN_SLOTS,
                                       .visit = job->visit,
                                       .err = &asked->err,
                                       .taken = &asked->taken});
}

static void taken_slots(void *context, uint64_t visit)
{
    struct yt_kiosk *kiosk = context;
    struct yt_taken_job *job = calloc(1, sizeof *job);
    const int64_t now = yt_clock_wall_ms(kiosk->clock) / YT_MINUTE_MS;

    if (!job)
        return;
    job->job = (struct yt_job){
        .visit = visit, .run = yt_taken_job_run, .finish = taken_finish, .release = release_plain};
    job->from_minute = now - YT_DAY_MINUTES;
    job->until_minute = now + (int64_t)(YT_SLOT_DAYS_MAX + 1) * YT_DAY_MINUTES;
    if (!yt_worker_submit(kiosk->store, &job->job))
        free(job);
}

static void joined_finish(struct yt_job *job, void *owner)
{
    struct yt_joined_job *asked = (struct yt_joined_job *)job;

    deliver(owner, &(struct yt_result){.kind = YT_RESULT_JOINED,
                                       .visit = job->visit,
                                       .err = &asked->err,
                                       .joined = &asked->joined});
}

static void joined(void *context, uint64_t visit)
{
    struct yt_kiosk *kiosk = context;
    struct yt_joined_job *job = calloc(1, sizeof *job);

    if (!job)
        return;
    job->job = (struct yt_job){.visit = visit,
                               .run = yt_joined_job_run,
                               .finish = joined_finish,
                               .release = release_plain};
    job->from_day = today(kiosk);
    if (!yt_worker_submit(kiosk->store, &job->job))
        free(job);
}

/* One person stands at one kiosk, and only that kiosk gives its slots: nobody else can take one
 * meanwhile. So nothing needs to be kept away from anyone here; the claim is made when the entry is
 * saved. */
static void hold_slot(void *context, uint64_t visit, const char *slot)
{
    (void)context;
    (void)visit;
    (void)slot;
}

/* --- Staff, the end ------------------------------------------------------------------ */

/* A quiet call has no wire to go by yet; nothing is claimed of it on the screen either. */
static bool staff_call(void *context, uint64_t visit, bool quiet)
{
    struct yt_kiosk *kiosk = context;
    struct yt_err err = {0};

    (void)visit;
    if (quiet)
        return false;
    if (yt_bell_ring(kiosk->bell, &err))
        return true;
    yt_log_err(YT_LOG_WARNING, "ring for staff", &err);
    return false;
}

static void staff_cancel(void *context, uint64_t visit)
{
    (void)visit;
    yt_bell_stop(((struct yt_kiosk *)context)->bell);
}

static void tidy_after_visit(struct yt_kiosk *kiosk)
{
    struct yt_job *job = calloc(1, sizeof *job);

    if (!job)
        return;
    *job = (struct yt_job){.run = yt_tidy_job_run, .release = release_plain};
    if (!yt_worker_submit(kiosk->store, job))
        free(job);
}

static void visit_ended(void *context, uint64_t visit)
{
    struct yt_kiosk *kiosk = context;
    bool handed_over = kiosk->sealed_visit == visit;

    sodium_memzero(&kiosk->sealed, sizeof kiosk->sealed);
    kiosk->sealed_visit = 0;
    yt_bell_stop(kiosk->bell);
    yt_offers_visit_ended(kiosk);
    if (handed_over)
        tidy_after_visit(kiosk);
    /* A kiosk is switched on in the morning, or never off: age shows between two visits. */
    if (!kiosk->looking && (kiosk->app->troubles || kiosk->looked_day != today(kiosk)))
        yt_kiosk_open_queue(kiosk);
}

void yt_kiosk_services_init(struct yt_kiosk *kiosk)
{
    kiosk->services = (struct yt_services){
        .context = kiosk,
        .save = save,
        .print = print,
        .printer_status = printer_status,
        .taken_slots = taken_slots,
        .hold_slot = hold_slot,
        .joined = joined,
        .staff_call = staff_call,
        .staff_cancel = staff_cancel,
        .visit_ended = visit_ended,
    };
    yt_offers_services(&kiosk->services);
}
