#include "base/job.h"

#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct log {
    int run[32];
    size_t run_count; /* worker's thread until it has been drained */
    int finished[32];
    size_t finished_count;
    size_t released_count;
    pthread_t worker;
};

struct numbered_job {
    struct yt_job job; /* first */
    int number;
    sem_t *gate; /* run waits for it; may be NULL */
    struct log *log;
};

static void run(struct yt_job *job, void *worker_context)
{
    struct numbered_job *numbered = (struct numbered_job *)job;
    struct log *log = worker_context;

    if (numbered->gate)
        sem_wait(numbered->gate);
    log->run[log->run_count++] = numbered->number;
    log->worker = pthread_self();
    numbered->number += 100; /* the answer */
}

static void finish(struct yt_job *job, void *owner_context)
{
    struct log *log = owner_context;

    log->finished[log->finished_count++] = ((struct numbered_job *)job)->number;
}

static void release(struct yt_job *job)
{
    ((struct numbered_job *)job)->log->released_count++;
    free(job);
}

static struct yt_job *make(struct log *log, int number, sem_t *gate)
{
    struct numbered_job *job = calloc(1, sizeof *job);

    assert_non_null(job);
    *job = (struct numbered_job){
        .job = {.visit = 1, .run = run, .finish = finish, .release = release},
        .number = number,
        .gate = gate,
        .log = log,
    };
    return &job->job;
}

static struct yt_worker *start(size_t capacity, struct log *log, void (*wake)(void *),
                               void *wake_context)
{
    struct yt_err err;
    struct yt_worker *worker = yt_worker_new("test", capacity, log, wake, wake_context, &err);

    assert_non_null(worker);
    return worker;
}

static void answers_come_back_in_order(void **state)
{
    struct log log = {0};
    struct yt_worker *worker = start(8, &log, NULL, NULL);

    (void)state;
    for (int i = 0; i < 8; i++)
        assert_true(yt_worker_submit(worker, make(&log, i, NULL)));
    assert_int_equal(yt_worker_pending(worker), 8);
    yt_worker_drain(worker);
    assert_int_equal(log.finished_count, 0); /* nothing is finished but on the owner's thread */
    assert_int_equal(yt_worker_deliver(worker, &log), 8);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(log.run[i], i);
        assert_int_equal(log.finished[i], i + 100);
    }
    assert_int_equal(log.released_count, 8);
    assert_int_equal(yt_worker_pending(worker), 0);
    assert_false(pthread_equal(log.worker, pthread_self()));
    yt_worker_free(worker);
}

static void too_many_are_refused_and_stay_the_callers(void **state)
{
    struct log log = {0};
    struct yt_worker *worker = start(2, &log, NULL, NULL);
    struct yt_job *third;
    sem_t gate;

    (void)state;
    sem_init(&gate, 0, 0);
    third = make(&log, 3, NULL);
    assert_true(yt_worker_submit(worker, make(&log, 1, &gate)));
    assert_true(yt_worker_submit(worker, make(&log, 2, NULL)));
    assert_false(yt_worker_submit(worker, third));
    sem_post(&gate);
    yt_worker_drain(worker);
    assert_int_equal(log.run_count, 2);
    assert_int_equal(yt_worker_deliver(worker, &log), 2);
    assert_true(yt_worker_submit(worker, third)); /* there is room again */
    yt_worker_free(worker);
    assert_int_equal(log.run_count, 3);
    assert_int_equal(log.released_count, 3);
    sem_destroy(&gate);
}

static void the_end_runs_what_waits_and_finishes_nothing(void **state)
{
    struct log log = {0};
    struct yt_worker *worker = start(8, &log, NULL, NULL);
    sem_t gate;

    (void)state;
    sem_init(&gate, 0, 0);
    assert_true(yt_worker_submit(worker, make(&log, 1, &gate)));
    for (int i = 2; i <= 5; i++)
        assert_true(yt_worker_submit(worker, make(&log, i, NULL)));
    sem_post(&gate);
    yt_worker_free(worker);
    assert_int_equal(log.run_count, 5);
    assert_int_equal(log.finished_count, 0);
    assert_int_equal(log.released_count, 5);
    sem_destroy(&gate);
}

static void a_job_without_finish_is_released(void **state)
{
    struct log log = {0};
    struct yt_worker *worker = start(1, &log, NULL, NULL);
    struct yt_job *job = make(&log, 1, NULL);

    (void)state;
    job->finish = NULL;
    assert_true(yt_worker_submit(worker, job));
    yt_worker_drain(worker);
    assert_int_equal(yt_worker_deliver(worker, &log), 1);
    assert_int_equal(log.released_count, 1);
    yt_worker_free(worker);
}

/* Submits the next one from within the answer, as a chain of steps does. */
struct chain {
    struct log log;
    struct yt_worker *worker;
};

static void finish_and_go_on(struct yt_job *job, void *owner_context)
{
    struct chain *chain = owner_context;
    int number = ((struct numbered_job *)job)->number;

    finish(job, &chain->log);
    if (number < 103)
        assert_true(yt_worker_submit(chain->worker, make(&chain->log, number - 99, NULL)));
}

static void an_answer_may_submit_the_next_job(void **state)
{
    struct chain chain = {0};
    struct yt_job *job = make(&chain.log, 1, NULL);

    (void)state;
    chain.worker = start(1, &chain.log, NULL, NULL);
    job->finish = finish_and_go_on;
    assert_true(yt_worker_submit(chain.worker, job)); /* the only place is free again by then */
    yt_worker_drain(chain.worker);
    assert_true(yt_worker_deliver(chain.worker, &chain) >= 1);
    yt_worker_free(chain.worker);
    assert_int_equal(chain.log.run_count, 2);
    assert_int_equal(chain.log.run[1], 2);
}

/* A wake that needs what the owner holds, as an event queue with a lock of its own does. */
struct bell {
    pthread_mutex_t mutex;
    sem_t rung;
};

static void ring(void *context)
{
    struct bell *bell = context;

    pthread_mutex_lock(&bell->mutex);
    pthread_mutex_unlock(&bell->mutex);
    sem_post(&bell->rung);
}

static void the_bell_rings_for_each_answer_and_blocks_nobody(void **state)
{
    struct bell bell = {.mutex = PTHREAD_MUTEX_INITIALIZER};
    struct log log = {0};
    struct yt_worker *worker;

    (void)state;
    alarm(60); /* who waits for the bell waits for ever */
    sem_init(&bell.rung, 0, 0);
    worker = start(2, &log, ring, &bell);
    pthread_mutex_lock(&bell.mutex);
    assert_true(yt_worker_submit(worker, make(&log, 1, NULL)));
    while (yt_worker_deliver(worker, &log) == 0) /* the worker now stands in `ring` or before it */
        sched_yield();
    for (int i = 0; i < 1000; i++)
        sched_yield();
    assert_true(yt_worker_submit(worker, make(&log, 2, NULL))); /* must not wait for the bell */
    pthread_mutex_unlock(&bell.mutex);
    sem_wait(&bell.rung);
    sem_wait(&bell.rung);
    alarm(0);
    yt_worker_free(worker);
    assert_int_equal(log.run_count, 2);
    sem_destroy(&bell.rung);
}

static void draining_nothing_returns_and_freeing_nothing_is_harmless(void **state)
{
    struct log log = {0};
    struct yt_worker *worker = start(0, &log, NULL, NULL);
    struct yt_job *job = make(&log, 1, NULL);

    (void)state;
    yt_worker_drain(worker);
    assert_int_equal(yt_worker_deliver(worker, &log), 0);
    assert_false(yt_worker_submit(worker, job)); /* no place at all */
    job->release(job);
    yt_worker_free(worker);
    yt_worker_free(NULL);
}

static void many_jobs_are_neither_lost_nor_doubled(void **state)
{
    struct log log = {0};
    struct yt_worker *worker = start(4, &log, NULL, NULL);
    size_t delivered = 0;

    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct yt_job *job = make(&log, 1, NULL);

        job->finish = NULL;
        while (!yt_worker_submit(worker, job)) {
            yt_worker_drain(worker);
            log.run_count = 0;
            delivered += yt_worker_deliver(worker, &log);
        }
    }
    yt_worker_drain(worker);
    delivered += yt_worker_deliver(worker, &log);
    assert_int_equal(delivered, 5000);
    assert_int_equal(log.released_count, 5000);
    yt_worker_free(worker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_come_back_in_order),
        cmocka_unit_test(too_many_are_refused_and_stay_the_callers),
        cmocka_unit_test(the_end_runs_what_waits_and_finishes_nothing),
        cmocka_unit_test(a_job_without_finish_is_released),
        cmocka_unit_test(an_answer_may_submit_the_next_job),
        cmocka_unit_test(the_bell_rings_for_each_answer_and_blocks_nobody),
        cmocka_unit_test(draining_nothing_returns_and_freeing_nothing_is_harmless),
        cmocka_unit_test(many_jobs_are_neither_lost_nor_doubled),
    };

    return cmocka_run_group_tests_name("job", tests, NULL, NULL);
}
