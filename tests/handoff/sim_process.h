/* Runs yotte-printer-sim beside a test. */
#ifndef SIM_PROCESS_H
#define SIM_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct sim_process {
    pid_t pid;
    char folder[64]; /* of its own, removed at the end */
    char spec[160];  /* for yt_printer_open */
    char control[96];
};

/* Starts it on TCP, or on a terminal, with the faults and options given (NULL ends them). Fails
 * the test when it does not start. */
void sim_start(struct sim_process *sim, bool terminal, const char *const *options);
/* Ends it and removes its folder. */
void sim_stop(struct sim_process *sim);
/* Writes a line to its control pipe. */
void sim_order(const struct sim_process *sim, const char *line);

/* A picture it has drawn: dots, a byte each, 0 is ink; free() them. NULL when there is none yet. */
uint8_t *sim_picture(const struct sim_process *sim, const char *name, int *width, int *height);
/* How many slips were cut. */
int sim_slips(const struct sim_process *sim);
/* True when its events have that text. */
bool sim_told(const struct sim_process *sim, const char *text);

#endif
