/* Work for another thread, and its answer back: the only thing that crosses between the thread
 * that owns the screen and those that own the disk and the devices.
 *
 * A job is a struct of the caller's that begins with `struct yt_job`. It is filled on the owner's
 * thread, run on the worker's, finished on the owner's again, and released there. It carries its
 * data by value: no pointer into a screen, no pointer into a store. `visit` says for whom it was
 * made; the finisher drops the answer when that visit has ended. */
#ifndef YT_BASE_JOB_H
#define YT_BASE_JOB_H

#include "base/attributes.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_job {
    uint64_t visit;
    void (*run)(struct yt_job *job, void *worker_context);   /* worker's thread; mandatory */
    void (*finish)(struct yt_job *job, void *owner_context); /* owner's thread; may be NULL */
    void (*release)(struct yt_job *job);                     /* owner's thread; mandatory */
    struct yt_job *next;                                     /* yt_worker.waiting or .finished */
};

struct yt_worker;

/* Starts a thread. `capacity` is how many jobs may be on the way: submitted and not yet delivered.
 * `wake` is called on the worker's thread after each answer (SDL_PushEvent, say), with nothing
 * locked; it may be NULL. NULL on failure. */
struct yt_worker *yt_worker_new(const char *name, size_t capacity, void *worker_context,
                                void (*wake)(void *wake_context), void *wake_context,
                                struct yt_err *err);

/* Hands the job over and returns true. When too many are on the way it returns false and the job
 * is still the caller's. Owner's thread. */
YT_MUST_CHECK bool yt_worker_submit(struct yt_worker *worker, struct yt_job *job);

/* Finishes and releases what has been answered, in the order of submission. Returns how many.
 * Owner's thread. */
size_t yt_worker_deliver(struct yt_worker *worker, void *owner_context);

/* Jobs that were submitted and not yet delivered. Owner's thread. */
size_t yt_worker_pending(const struct yt_worker *worker);

/* Blocks until nothing is waiting or running. For tests and for the end of the program. */
void yt_worker_drain(struct yt_worker *worker);

/* Runs what waits, joins the thread, releases all jobs without finishing them. NULL is harmless. */
void yt_worker_free(struct yt_worker *worker);

#endif
