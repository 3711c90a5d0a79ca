#include "desk/writer.h"

#include "base/log.h"
#include "desk/acknowledge.h"
#include "desk/serve_limits.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct yt_writer {
    const struct yt_receipt_signer *signer;
    const struct yt_clock *clock;
    struct yt_desk_store *store; /* of the thread */
    pthread_t thread;

    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct yt_writer_job *first, **last; /* protected by mutex */
    bool stopping;                       /* protected by mutex */

    atomic_bool failing;
    atomic_bool lost;
};

static void sign(struct yt_writer *writer, struct yt_writer_job *job,
                 const struct yt_desk_arrival *arrival)
{
    if (arrival->put == YT_DESK_PUT_OTHER) {
        job->problem = YT_PROBLEM_CONFLICT;
        return;
    }
    job->new_here = arrival->put == YT_DESK_PUT_NEW;
    yt_acknowledge(arrival, writer->signer, job->receipt);
}

/* Kept, on the disk, and the disk still where people will look for it. */
static bool keep(struct yt_writer *writer, struct yt_desk_arrival *arrivals, size_t count,
                 struct yt_err *err)
{
    if (!yt_desk_store_put_all(writer->store, arrivals, count, yt_clock_wall_ms(writer->clock),
                               err))
        return false;
    if (yt_desk_store_in_place(writer->store))
        return true;
    atomic_store(&writer->lost, true);
    yt_err_set(err, YT_ERR_NOT_FOUND, "desk.db was removed or replaced while it was open");
    return yt_err_remedy(err, "Start the server again.");
}

static void keep_batch(struct yt_writer *writer, struct yt_writer_job *first)
{
    struct yt_desk_arrival arrivals[YT_SERVE_BATCH_MAX] = {0};
    struct yt_err err;
    size_t count = 0;
    bool kept;

    for (struct yt_writer_job *job = first; job; job = job->next)
        arrivals[count++] = (struct yt_desk_arrival){.sealed = job->sealed, .kiosk = job->kiosk};
    kept = keep(writer, arrivals, count, &err);
    /* Once when it begins and once when it is over, not for each that is refused. */
    if (!kept && !atomic_exchange(&writer->failing, true))
        yt_log_err(YT_LOG_ERROR, "entries are refused", &err);
    else if (kept && atomic_exchange(&writer->failing, false))
        yt_log(YT_LOG_INFO, "entries are taken in again");
    for (size_t i = 0; i < count; i++) {
        struct yt_writer_job *job = first;

        first = job->next; /* the job may be gone once it is done */
        if (kept)
            sign(writer, job, &arrivals[i]);
        else
            job->problem = err.code == YT_ERR_DISK_FULL ? YT_PROBLEM_DISK_FULL : YT_PROBLEM_FAILING;
        job->done(job);
    }
}

/* Takes up to a batch off the queue; NULL when the writer is to end and all is done. */
static struct yt_writer_job *take_batch(struct yt_writer *writer)
{
    struct yt_writer_job *first;
    struct yt_writer_job **last;

    pthread_mutex_lock(&writer->mutex);
    while (!writer->first && !writer->stopping)
        pthread_cond_wait(&writer->changed, &writer->mutex);
    first = writer->first;
    last = &first;
    for (size_t i = 0; *last && i < YT_SERVE_BATCH_MAX; i++)
        last = &(*last)->next;
    writer->first = *last;
    *last = NULL;
    if (!writer->first)
        writer->last = &writer->first;
    pthread_mutex_unlock(&writer->mutex);
    return first;
}

static void *work(void *context)
{
    struct yt_writer *writer = context;
    struct yt_writer_job *batch;

    while ((batch = take_batch(writer)))
        keep_batch(writer, batch);
    return NULL;
}

struct yt_writer *yt_writer_start(const char *path, const struct yt_receipt_signer *signer,
                                  const struct yt_clock *clock, struct yt_err *err)
{
    struct yt_writer *writer = calloc(1, sizeof *writer);

    if (!writer) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the server");
        return NULL;
    }
    writer->signer = signer;
    writer->clock = clock;
    writer->last = &writer->first;
    writer->store = yt_desk_store_open(path, false, NULL, err);
    if (!writer->store) {
        free(writer);
        return NULL;
    }
    pthread_mutex_init(&writer->mutex, NULL);
    pthread_cond_init(&writer->changed, NULL);
    if (pthread_create(&writer->thread, NULL, work, writer) == 0)
        return writer;
    yt_desk_store_free(writer->store);
    free(writer);
    yt_err_set(err, YT_ERR_NO_MEMORY, "no thread for the server");
    return NULL;
}

bool yt_writer_is_for(const struct yt_writer *writer, const struct yt_sealed *sealed)
{
    return memcmp(sealed->desk_key_id, writer->signer->desk_key_id, YT_KEY_ID_SIZE) == 0;
}

bool yt_writer_submit(struct yt_writer *writer, struct yt_writer_job *job)
{
    bool taken;

    job->next = NULL;
    pthread_mutex_lock(&writer->mutex);
    taken = !writer->stopping;
    if (taken) {
        *writer->last = job;
        writer->last = &job->next;
        pthread_cond_signal(&writer->changed);
    }
    pthread_mutex_unlock(&writer->mutex);
    return taken;
}

bool yt_writer_healthy(struct yt_writer *writer)
{
    return !atomic_load(&writer->failing);
}

bool yt_writer_lost(struct yt_writer *writer)
{
    return atomic_load(&writer->lost);
}

void yt_writer_stop(struct yt_writer *writer)
{
    if (!writer)
        return;
    pthread_mutex_lock(&writer->mutex);
    writer->stopping = true;
    pthread_cond_signal(&writer->changed);
    pthread_mutex_unlock(&writer->mutex);
    pthread_join(writer->thread, NULL);
    yt_desk_store_free(writer->store);
    pthread_cond_destroy(&writer->changed);
    pthread_mutex_destroy(&writer->mutex);
    free(writer);
}
