/* What is wrong with the simulated printer, and when. */
#ifndef SIM_FAULTS_H
#define SIM_FAULTS_H

#include <stdbool.h>
#include <stdint.h>

enum sim_fault {
    SIM_PAPER_OUT,
    SIM_COVER,
    SIM_OFFLINE, /* off line without a reason */
    SIM_JAM,     /* cutter fault */
    SIM_NEAR_END,
    SIM_MUTE,    /* prints, answers nothing */
    SIM_HANG,    /* takes nothing, answers nothing */
    SIM_UNPLUG,  /* the line is cut */
    SIM_GARBAGE, /* noise before each answer */
    SIM_NO_MARK, /* does not know GS r */
    SIM_FAULTS,
};

#define SIM_PLANS_MAX 16

/* One line of the plan: at a row of the slip, for so long. */
struct sim_plan {
    enum sim_fault fault;
    int row;
    double seconds; /* 0: for good */
    bool struck;
    double until; /* when it ends; 0 when it does not */
};

struct sim_faults {
    int count;
    struct sim_plan plan[SIM_PLANS_MAX];
};

/* "paper-out@500", "cover@0:4" (ends after 4 seconds), "mute". False when it is none. */
bool sim_faults_add(struct sim_faults *faults, const char *text);

/* Puts everything right. */
void sim_faults_clear(struct sim_faults *faults);

/* Lets faults strike that are due at this row, and end those whose time is over. */
void sim_faults_tick(struct sim_faults *faults, int row, double now);

bool sim_faults_now(const struct sim_faults *faults, enum sim_fault fault);

/* Something that stops the paper. */
bool sim_faults_stop_paper(const struct sim_faults *faults);

/* The answer to DLE EOT n, 1 to 4, as the printers' manuals have it. */
uint8_t sim_faults_answer(const struct sim_faults *faults, int number);

#endif
