#include "courier/courier.h"

#include "base/log.h"
#include "courier/backoff.h"
#include "courier/drain.h"
#include "courier/wake.h"
#include "store/queue_send.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

/* What the desk refused is sent again on the next day; so often somebody looks. */
#define LOOK_AGAIN_MS (6 * INT64_C(3600000))

struct running {
    const struct yt_courier_setup *setup;
    struct yt_wake *wake;
    struct yt_link *link;
    struct yt_db *db; /* NULL while it cannot be opened */
    struct yt_backoff backoff;
    size_t waiting;          /* when it was last looked at */
    enum yt_trouble trouble; /* that was last logged */
    bool queue_failing;      /* was logged */
};

struct yt_db *yt_courier_open(const struct yt_courier_setup *setup, struct yt_err *err)
{
    const struct yt_db_options options = {.utc_offset_minutes = 9 * 60}; /* days of Japan */

    return yt_db_open(setup->queue_path, &options, NULL, err);
}

static bool stopped(void *context)
{
    return yt_wake_stopped(context);
}

static void log_pass(struct running *running, const struct yt_drained *drained)
{
    /* How many, not which: the journal is not to tell more than the queue does. */
    if (drained->trouble == running->trouble || drained->trouble == YT_TROUBLE_STOPPED)
        return;
    running->trouble = drained->trouble;
    if (drained->trouble == YT_TROUBLE_NONE)
        yt_log(YT_LOG_INFO, "the desk takes entries again");
    else
        yt_log(YT_LOG_WARNING, "%s: %s (%s)", yt_trouble_name(drained->trouble),
               yt_trouble_sentence(drained->trouble), drained->detail);
}

/* The file may have been set aside and begun anew by the kiosk, which owns it. */
static bool open_queue(struct running *running, struct yt_err *err)
{
    if (running->db && !yt_db_in_place(running->db)) {
        yt_db_free(running->db);
        running->db = NULL;
    }
    if (!running->db)
        running->db = yt_courier_open(running->setup, err);
    return running->db != NULL;
}

static bool count_waiting(struct running *running, size_t *waiting, struct yt_err *err)
{
    struct yt_queue_sending sending;

    if (!open_queue(running, err) ||
        !yt_queue_sending(running->db, running->setup->desk_key_id, &sending, err))
        return false;
    *waiting = sending.waiting;
    return true;
}

/* One pass. A queue that fails is tried again later, as a network is. */
static void attempt(struct running *running)
{
    int64_t now_ms;
    struct yt_drained drained = {0};
    struct yt_err err;
    bool good;

    yt_wake_forget(running->wake);
    good = open_queue(running, &err) && yt_queue_await_writer(running->db, &err) &&
           yt_drain(running->db, running->link, running->setup, &drained, &err) &&
           count_waiting(running, &running->waiting, &err);
    if (!good && !running->queue_failing)
        yt_log_err(YT_LOG_WARNING, "the queue", &err);
    running->queue_failing = !good;
    log_pass(running, &drained);
    now_ms = yt_clock_mono_ms(yt_clock_system());
    if (good && drained.trouble == YT_TROUBLE_NONE)
        yt_backoff_succeeded(&running->backoff);
    else
        yt_backoff_failed(&running->backoff, now_ms, drained.retry_ms, randombytes_random());
}

/* Somebody wrote to the queue while nothing could be sent. */
static void look_at_queue(struct running *running)
{
    struct yt_err err;
    size_t waiting = 0;

    yt_wake_forget(running->wake);
    if (!open_queue(running, &err) || !yt_queue_await_writer(running->db, &err) ||
        !count_waiting(running, &waiting, &err))
        return; /* the next attempt tells */
    if (waiting > running->waiting || running->queue_failing)
        yt_backoff_new_entry(&running->backoff, yt_clock_mono_ms(yt_clock_system()));
    running->waiting = waiting;
}

/* Sleeps until an attempt is due. False when somebody ends the program. */
static bool wait_for_work(struct running *running)
{
    for (;;) {
        const bool failing = running->backoff.failures > 0;
        int64_t left_ms = yt_backoff_left(&running->backoff, yt_clock_mono_ms(yt_clock_system()));
        enum yt_wake_reason reason;

        if (failing && left_ms == 0)
            return true;
        if (!failing)
            left_ms = running->waiting > 0 ? LOOK_AGAIN_MS : -1;
        reason = yt_wake_wait(running->wake, left_ms);
        if (reason == YT_WAKE_STOP)
            return false;
        if (!failing)
            return true;
        if (reason == YT_WAKE_CHANGED)
            look_at_queue(running);
    }
}

bool yt_courier_run(const struct yt_courier_setup *setup, const char *data_folder,
                    struct yt_err *err)
{
    YT_SCOPED(yt_wake_free_scoped) struct yt_wake *wake = yt_wake_new(data_folder, err);
    YT_SCOPED(yt_link_free_scoped) struct yt_link *link = NULL;
    struct running running = {.setup = setup, .wake = wake};

    if (!wake)
        return false;
    link = running.link = yt_link_new(setup, stopped, wake);
    if (!link)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the courier");
    do
        attempt(&running);
    while (!yt_wake_stopped(wake) && wait_for_work(&running));
    yt_db_free(running.db);
    return true;
}

bool yt_courier_once(const struct yt_courier_setup *setup, size_t *ret_delivered, size_t *ret_left,
                     struct yt_err *err)
{
    YT_SCOPED(yt_db_free_scoped) struct yt_db *db = yt_courier_open(setup, err);
    YT_SCOPED(yt_link_free_scoped) struct yt_link *link = NULL;
    struct yt_queue_sending sending;
    struct yt_drained drained;

    if (!db)
        return false;
    link = yt_link_new(setup, NULL, NULL);
    if (!link)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the courier");
    if (!yt_drain(db, link, setup, &drained, err) ||
        !yt_queue_sending(db, setup->desk_key_id, &sending, err))
        return false;
    if (drained.trouble != YT_TROUBLE_NONE)
        fprintf(stderr, "yotte-courier: %s: %s\n  %s\n", yt_trouble_name(drained.trouble),
                drained.detail, yt_trouble_sentence(drained.trouble));
    *ret_delivered = drained.delivered;
    *ret_left = sending.waiting;
    return true;
}
