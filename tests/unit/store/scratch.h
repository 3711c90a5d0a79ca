/* A folder for one test, with a queue in it and a clock that stands still. */
#ifndef YT_TESTS_STORE_SCRATCH_H
#define YT_TESTS_STORE_SCRATCH_H

#include "base/clock.h"
#include "store/queue.h"
#include "store/queue_send.h"

struct scratch {
    char folder[64];
    char path[96]; /* of the queue file */
    struct yt_clock_virtual clock;
    struct yt_db *db;
    struct yt_sqlite_report report;
    struct yt_err err;
};

/* The test's day: Thu 26 Nov 2026, 10:00 in Japan. */
#define SCRATCH_NOW_MS INT64_C(1795654800000)

int scratch_setup(void **state);
int scratch_teardown(void **state);

/* Closes and opens again, as the owner. False with scratch->err. */
bool scratch_reopen(struct scratch *scratch);

/* An entry as the hand-off would have sealed it: random bytes from a number. */
struct yt_sealed scratch_sealed(unsigned number);

/* The desk has it: its receipt came. */
bool scratch_deliver(struct yt_db *db, const struct yt_sealed *sealed, struct yt_err *err);

/* Moves the clock by whole days. */
void scratch_days(struct scratch *scratch, int days);

/* Does any file of the folder hold these bytes? */
bool scratch_holds(const struct scratch *scratch, const void *bytes, size_t size);

#endif
