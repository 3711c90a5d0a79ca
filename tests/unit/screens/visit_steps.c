#include "visit_steps.h"

#include "booking_site.h"

#include "screens/hand_over.h"
#include "screens/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int visit_begin(void **state)
{
    struct visit *visit = calloc(1, sizeof(*visit));
    if (!visit)
        return -1;
    visit->journey = journey_new(booking_site(), "k2", 1080, 1920, 0);
    if (!visit->journey)
        return -1;
    counter_open(&visit->counter, visit->journey);
    *state = visit;
    return 0;
}

int visit_end(void **state)
{
    struct visit *visit = *state;
    yt_app_end(&visit->journey->app);
    journey_free(visit->journey);
    free(visit);
    return 0;
}

/* Marks the item with these ways and leaves the result page. */
void visit_leave_result(struct visit *visit, size_t item, uint8_t ways)
{
    struct yt_app *app = &visit->journey->app;
    if (yt_nav_top(app) != &yt_screen_result)
        yt_nav_push(app, &yt_screen_result);
    app->visit.ways[item] = YT_WAY_MARKED | ways;
}

void visit_go(struct visit *visit)
{
    yt_hand_over_begin(&visit->journey->app);
    journey_wait(visit->journey, 1000);
}

void visit_tap(struct visit *visit, const char *label)
{
    if (!journey_tap(visit->journey, label))
        fail_msg("nothing to touch on %s says %s", journey_screen(visit->journey), label);
}

void visit_tap_id(struct visit *visit, const char *id)
{
    if (!journey_tap_id(visit->journey, id))
        fail_msg("nothing to touch on %s says %s", journey_screen(visit->journey), id);
}

void visit_next(struct visit *visit)
{
    visit_tap_id(visit, "ui.next");
}

void visit_is_on(struct visit *visit, const char *name)
{
    assert_string_equal(journey_screen(visit->journey), name);
}

void visit_says(struct visit *visit, const char *id)
{
    if (!journey_sees(visit->journey, yt_say(&visit->journey->app, id)))
        fail_msg("%s does not say %s", journey_screen(visit->journey), id);
}

/* From the result to the time, at the desk, nothing said about company. */
void visit_come_to_time(struct visit *visit)
{
    visit_leave_result(visit, BOOKING_BUDGET, YT_WAY_BOOK);
    visit_go(visit);
    visit_is_on(visit, "booking-type");
    visit_tap(visit, "窓口で");
    visit_next(visit);
    visit_is_on(visit, "booking-companion");
    visit_tap_id(visit, "booking.companion.skip");
    visit_is_on(visit, "booking-time");
}

void visit_come_to_review(struct visit *visit, const char *consent)
{
    visit_is_on(visit, "own-words");
    visit_next(visit);
    visit_is_on(visit, "consent");
    visit_tap_id(visit, consent);
    visit_next(visit);
}
