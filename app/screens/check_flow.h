/* The order of things in the self-check: which question, which help, when the result. */
#ifndef YT_SCREENS_CHECK_FLOW_H
#define YT_SCREENS_CHECK_FLOW_H

#include "screens/nav.h"

#include <stdbool.h>

/* Sets the pace and shows the first question that is asked; without any, the result. */
void yt_check_flow_begin(struct yt_app *app, enum yt_check_pace pace, uint64_t topics);

/* From the question on the screen to the next one, or to the result. On the way easy Japanese is
 * offered once to a young person. */
void yt_check_flow_next(struct yt_app *app);

/* To the question before; false when this is the first. */
bool yt_check_flow_previous(struct yt_app *app);

/* Opens the help that the answers to the question on the screen call for and that was not shown
 * yet. False when there is none. */
bool yt_check_flow_help(struct yt_app *app);

#endif
