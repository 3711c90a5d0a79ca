/* The bell that calls staff, until the network carries the call: rings from the box itself. */
#ifndef YT_KIOSK_BELL_H
#define YT_KIOSK_BELL_H

#include "base/err.h"

struct yt_bell;

/* `file` is a WAV. The sound device is opened at the first ring only. NULL on no memory. */
struct yt_bell *yt_bell_new(const char *file);
void yt_bell_free(struct yt_bell *bell);

/* Rings every four seconds until stopped. YT_ERR_NOT_FOUND without the file, YT_ERR_OFFLINE without
 * a sound device; the call still shows on the screen. Ringing already: nothing changes.
 * UI thread. */
YT_MUST_CHECK bool yt_bell_ring(struct yt_bell *bell, struct yt_err *err);
void yt_bell_stop(struct yt_bell *bell);

#endif
