/* A kiosk, a desk and a USB stick between them, with the real programs. */
#ifndef YT_TESTS_NETWORK_CARRYING_H
#define YT_TESTS_NETWORK_CARRYING_H

#include "handoff/stick.h"
#include "parties.h"

/* Exit codes of both programs. */
enum { DONE = 0, LEFT = 1, FILE_FAULT = 4 };

struct carrying {
    struct parties *parties;
    struct parties *other; /* a second kiosk of the same desk, or NULL */
    char stick[64];        /* where possible on another disk than the rest */
    struct yt_buf said;    /* what the last program said, both ways */
};

int carrying_setup(void **state);
int carrying_teardown(void **state);
/* Enrols a second kiosk, which has a data folder and a queue of its own. */
void carrying_add_kiosk(struct carrying *carrying);

/* Starts `yotte-courier COMMAND STICK` for that kiosk. `fault` is what the stick does, in the words
 * of tests/faults/slow_disk.h, or NULL. */
pid_t carrying_start(struct carrying *carrying, const struct parties *kiosk, const char *command,
                     const char *fault);
/* Waits for it. Its exit code; -1 when it was killed. Fills `said`. */
int carrying_end(struct carrying *carrying, pid_t child);
/* Both together, for the first kiosk. */
int carrying_run(struct carrying *carrying, const char *command, const char *fault);
/* Runs `yotte-desk collect DESK STICK`. */
int carrying_collect(struct carrying *carrying, const char *fault);
bool carrying_said(const struct carrying *carrying, const char *text);

/* How many files are on the stick whose names end so. */
size_t carrying_files(const struct carrying *carrying, const char *ending);
void carrying_path(const struct carrying *carrying, const char *name, char path[static 256]);
void carrying_put(struct carrying *carrying, const char *name, const void *bytes, size_t size);
void carrying_get(struct carrying *carrying, const char *name, struct yt_buf *bytes);
/* Of the entry that was saved as number `index`. */
void carrying_name(const struct carrying *carrying, enum yt_stick_kind kind, size_t index,
                   char name[static YT_STICK_NAME_MAX]);

#endif
