/* Who is let in by network, and how fast. One thread. */
#ifndef YT_DESK_GATE_H
#define YT_DESK_GATE_H

#include "base/clock.h"
#include "desk/problem.h"
#include "desk/store.h"

struct yt_gate;

/* Opens the store at `path` for itself; each request is judged by what stands there now, so that a
 * kiosk is out the moment it is revoked. `rate` is entries a second and kiosk. */
struct yt_gate *yt_gate_new(const char *path, unsigned rate, const struct yt_clock *clock,
                            struct yt_err *err);
void yt_gate_free(struct yt_gate *gate);

/* Judges the value of the header Authorization, which may be NULL. NONE, UNAUTHORIZED or
 * FAILING; `ret_kiosk` receives whose token it is. */
enum yt_problem yt_gate_admit(struct yt_gate *gate, const char *authorization,
                              char ret_kiosk[static YT_ENTRY_KIOSK_MAX]);

/* Counts one entry of the kiosk: NONE or TOO_MANY. */
enum yt_problem yt_gate_count(struct yt_gate *gate, const char *kiosk);

#endif
