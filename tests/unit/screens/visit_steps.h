/* The steps from the result to the slip, as a resident takes them: for the tests of the hand-over.
 * A step that cannot be taken fails the test. */
#ifndef YT_TESTS_VISIT_STEPS_H
#define YT_TESTS_VISIT_STEPS_H

#include "counter.h"

#include <stddef.h>
#include <stdint.h>

struct visit {
    struct journey *journey;
    struct counter counter;
};

/* For cmocka: a visit at kiosk k2 of booking_site. */
int visit_begin(void **state);
int visit_end(void **state);

/* Marks the item with these ways and leaves the result page. */
void visit_leave_result(struct visit *visit, size_t item, uint8_t ways);
void visit_go(struct visit *visit);

/* By what it says, and by the id of the message. */
void visit_tap(struct visit *visit, const char *label);
void visit_tap_id(struct visit *visit, const char *id);
void visit_next(struct visit *visit);

void visit_is_on(struct visit *visit, const char *name);
void visit_says(struct visit *visit, const char *id);

/* From the result to the time, at the desk, nothing said about company. */
void visit_come_to_time(struct visit *visit);
/* From the line of one's own, by this consent. */
void visit_come_to_review(struct visit *visit, const char *consent);

#endif
