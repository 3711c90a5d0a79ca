/* A program under test with all that it starts: begun, weighed and ended from outside. */
#ifndef YT_BENCH_PROCESS_H
#define YT_BENCH_PROCESS_H

#include "base/err.h"

#include <stdbool.h>
#include <sys/types.h>

/* Starts argv[0] (looked for in PATH) in a session of its own, its output in the file `log`.
 * Whatever it leaves behind becomes a child of ours. -1 on failure. */
pid_t bench_process_start(char *const argv[], const char *log, struct yt_err *err);
/* Has it ended by itself? */
bool bench_process_gone(pid_t process);
/* Ends it and everything below us: asks, waits two seconds, then does not ask. */
void bench_process_stop(pid_t process);

struct bench_usage {
    int processes;
    double pss_mb;   /* what would be free if it ended: shared pages count in proportion */
    double switches; /* how often its threads were woken or put aside, since their start */
    double cpu_ms;   /* what its living threads have used */
};

/* Of all processes below us. */
struct bench_usage bench_usage_now(void);

#endif
