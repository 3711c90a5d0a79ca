/* The steps from the result page or the tray to the slip, and which one follows which. A step that
 * does not apply to this visit is passed over; once the review has been reached, each step leads
 * back to it. UI thread only. */
#ifndef YT_SCREENS_STEPS_H
#define YT_SCREENS_STEPS_H

#include "screens/nav.h"

#include <stdbool.h>
#include <stdint.h>

extern const struct yt_screen_ops yt_screen_booking_type;
extern const struct yt_screen_ops yt_screen_booking_companion;
extern const struct yt_screen_ops yt_screen_booking_time;
extern const struct yt_screen_ops yt_screen_own_words;
extern const struct yt_screen_ops yt_screen_consent;
extern const struct yt_screen_ops yt_screen_contact_name;
extern const struct yt_screen_ops yt_screen_contact_reach;
extern const struct yt_screen_ops yt_screen_contact_number;
extern const struct yt_screen_ops yt_screen_contact_safe;
extern const struct yt_screen_ops yt_screen_review;
extern const struct yt_screen_ops yt_screen_saving;
extern const struct yt_screen_ops yt_screen_slip;
extern const struct yt_screen_ops yt_screen_done;

/* Goes on from the step. */
void yt_step_next(struct yt_app *app, const struct yt_screen_ops *from);

/* The end of the steps: takes every screen but home off, which wipes them, and says so. The calling
 * screen's state is gone afterwards. */
void yt_step_finish(struct yt_app *app);

/* The appointment types that the items with a wish for a date allow, as bits by index. */
uint64_t yt_step_types(const struct yt_app *app);
/* The type that was chosen; NULL while it is open. */
const struct yt_appointment_type *yt_step_type(const struct yt_app *app);
/* Nothing but paper was asked for: nothing is handed over, and nothing is asked. */
bool yt_step_paper_only(const struct yt_app *app);
/* Would something be handed over now? Also while the resident has not yet said how. */
bool yt_step_hands_over(const struct yt_app *app);
/* Does the way of reaching need a number, an address or a name? */
bool yt_step_reach_has_number(enum yt_reach reach);

/* Forgets the time that was chosen and lets go of a slot that was held. */
void yt_step_drop_time(struct yt_app *app);

#endif
