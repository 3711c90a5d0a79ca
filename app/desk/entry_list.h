/* The list that staff begin the day with: most urgent first, then newest; what cannot be read
 * stands below, with the reason and the kiosk that brought it. */
#ifndef YT_DESK_ENTRY_LIST_H
#define YT_DESK_ENTRY_LIST_H

#include "base/buf.h"
#include "desk/desk.h"

#include <stddef.h>

#define YT_ENTRY_LIST_MAX ((size_t)64 * 1024 * 1024)

/* Appends a line for each entry: number, day, urgency, kinds, for whom, appointment; or only the
 * numbers. The desk must be unlocked. `to` should be secret. */
YT_MUST_CHECK bool yt_entry_list(struct yt_desk *desk, bool numbers_only, struct yt_buf *to,
                                 struct yt_err *err);

#endif
