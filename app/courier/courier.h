/* The courier: sends what waits in the kiosk's queue to the desk, for as long as it runs. */
#ifndef YT_COURIER_COURIER_H
#define YT_COURIER_COURIER_H

#include "courier/setup.h"

#include <stddef.h>

/* Until SIGTERM or SIGINT. A queue that is not there yet, is replaced, or cannot be read for a
 * while is waited for. False when it cannot begin. */
YT_MUST_CHECK bool yt_courier_run(const struct yt_courier_setup *setup, const char *data_folder,
                                  struct yt_err *err);

/* One pass over what waits. `ret_left` receives how many entries still wait. */
YT_MUST_CHECK bool yt_courier_once(const struct yt_courier_setup *setup, size_t *ret_delivered,
                                   size_t *ret_left, struct yt_err *err);

/* Prints how it goes; `ret_well`: nothing is in the way and nothing was refused. */
YT_MUST_CHECK bool yt_courier_status(const struct yt_courier_setup *setup, bool *ret_well,
                                     struct yt_err *err);

/* Opens the queue as the one who does not own it. NULL on failure. */
struct yt_db *yt_courier_open(const struct yt_courier_setup *setup, struct yt_err *err);

#endif
