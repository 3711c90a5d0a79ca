/* The other side of the services: takes down what the screens ask, and answers when it is told. */
#ifndef YT_TESTS_COUNTER_H
#define YT_TESTS_COUNTER_H

#include "journey.h"

struct counter {
    struct journey *journey;
    int saves, prints, holds, staff_calls, visits_ended;
    struct yt_entry saved;     /* the last one; also what was only printed */
    char slot[YT_SLOT_ID_MAX]; /* that the last save asked for */
    char held[YT_SLOT_ID_MAX]; /* "" when none is held */
    bool with_code;            /* of the last print */
    uint64_t visit;            /* that asked last */
};

/* Takes the place of the journey's own services. */
void counter_open(struct counter *counter, struct journey *journey);

void counter_saved(struct counter *counter);
/* `code`: the sealed entry is there all the same. */
void counter_not_saved(struct counter *counter, enum yt_err_code reason, bool code);
/* What was to be kept along with it is gone, as the text says. */
void counter_refused(struct counter *counter, const char *text);
void counter_printed(struct counter *counter);
void counter_not_printed(struct counter *counter, enum yt_err_code reason);
/* One place of the slot is taken. */
void counter_taken(struct counter *counter, uint16_t type, uint16_t place, int64_t start_minute);

#endif
