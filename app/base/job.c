#include "base/job.h"

#include <pthread.h>
#include <stdlib.h>

struct queue {
    struct yt_job *first;
    struct yt_job **end;
};

struct yt_worker {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed; /* signalled on every change of what `mutex` protects */
    struct queue waiting;   /* protected by mutex */
    struct queue finished;  /* protected by mutex */
    bool running;           /* protected by mutex: a job is between the two queues */
    bool stopping;          /* protected by mutex */
    size_t pending;         /* owner's thread only */
    size_t capacity;
    void *worker_context;
    void (*wake)(void *);
    void *wake_context;
};

static void queue_init(struct queue *queue)
{
    queue->first = NULL;
    queue->end = &queue->first;
}

static void queue_put(struct queue *queue, struct yt_job *job)
{
    job->next = NULL;
    *queue->end = job;
    queue->end = &job->next;
}

static struct yt_job *queue_take(struct queue *queue)
{
    struct yt_job *job = queue->first;

    if (job && !(queue->first = job->next))
        queue->end = &queue->first;
    return job;
}

static void *work(void *argument)
{
    struct yt_worker *worker = argument;
    struct yt_job *job;

    pthread_mutex_lock(&worker->mutex);
    for (;;) {
        while (!(job = queue_take(&worker->waiting)) && !worker->stopping)
            pthread_cond_wait(&worker->changed, &worker->mutex);
        if (!job)
            break;
        worker->running = true;
        pthread_mutex_unlock(&worker->mutex);
        job->run(job, worker->worker_context);
        pthread_mutex_lock(&worker->mutex);
        worker->running = false;
        queue_put(&worker->finished, job);
        pthread_cond_broadcast(&worker->changed);
        /* Without the lock: a wake that takes a lock of its own, or waits for room in a pipe, must
         * not keep the owner from submitting. */
        pthread_mutex_unlock(&worker->mutex);
        if (worker->wake)
            worker->wake(worker->wake_context);
        pthread_mutex_lock(&worker->mutex);
    }
    pthread_mutex_unlock(&worker->mutex);
    return NULL;
}

struct yt_worker *yt_worker_new(const char *name, size_t capacity, void *worker_context,
                                void (*wake)(void *), void *wake_context, struct yt_err *err)
{
    struct yt_worker *worker = calloc(1, sizeof *worker);

    if (!worker) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "start thread %s", name);
        return NULL;
    }
    queue_init(&worker->waiting);
    queue_init(&worker->finished);
    worker->capacity = capacity;
    worker->worker_context = worker_context;
    worker->wake = wake;
    worker->wake_context = wake_context;
    pthread_mutex_init(&worker->mutex, NULL);
    pthread_cond_init(&worker->changed, NULL);
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "start thread %s", name);
        pthread_cond_destroy(&worker->changed);
        pthread_mutex_destroy(&worker->mutex);
        free(worker);
        return NULL;
    }
    (void)pthread_setname_np(worker->thread, name); /* only for debuggers */
    return worker;
}

bool yt_worker_submit(struct yt_worker *worker, struct yt_job *job)
{
    if (worker->pending >= worker->capacity)
        return false;
    worker->pending++;
    pthread_mutex_lock(&worker->mutex);
    queue_put(&worker->waiting, job);
    pthread_cond_broadcast(&worker->changed);
    pthread_mutex_unlock(&worker->mutex);
    return true;
}

size_t yt_worker_deliver(struct yt_worker *worker, void *owner_context)
{
    size_t count = 0;

    for (;;) {
        struct yt_job *job;

        pthread_mutex_lock(&worker->mutex);
        job = queue_take(&worker->finished);
        pthread_mutex_unlock(&worker->mutex);
        if (!job)
            return count;
        worker->pending--;
        count++;
        if (job->finish)
            job->finish(job, owner_context);
        job->release(job);
    }
}

size_t yt_worker_pending(const struct yt_worker *worker)
{
    return worker->pending;
}

void yt_worker_drain(struct yt_worker *worker)
{
    pthread_mutex_lock(&worker->mutex);
    while (worker->waiting.first || worker->running)
        pthread_cond_wait(&worker->changed, &worker->mutex);
    pthread_mutex_unlock(&worker->mutex);
}

void yt_worker_free(struct yt_worker *worker)
{
    struct yt_job *job;

    if (!worker)
        return;
    pthread_mutex_lock(&worker->mutex);
    worker->stopping = true;
    pthread_cond_broadcast(&worker->changed);
    pthread_mutex_unlock(&worker->mutex);
    pthread_join(worker->thread, NULL);
    while ((job = queue_take(&worker->finished)))
        job->release(job);
    pthread_cond_destroy(&worker->changed);
    pthread_mutex_destroy(&worker->mutex);
    free(worker);
}
