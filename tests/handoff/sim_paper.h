/* The paper of the simulated printer: rows of dots, cut into PNG files. */
#ifndef SIM_PAPER_H
#define SIM_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define SIM_WIDTH_MAX 832

struct sim_paper {
    const char *folder;
    int width;       /* dots of the head */
    int rows;        /* since the last cut */
    int slips;       /* pieces that were cut off */
    size_t capacity; /* rows */
    uint8_t *dots;   /* a byte a dot, 0 is ink */
    FILE *events;    /* what happened, a line each */
};

bool sim_paper_open(struct sim_paper *paper, const char *folder, int width);
/* Writes what hangs out of the printer uncut to rest.png. */
void sim_paper_close(struct sim_paper *paper);

void sim_paper_event(struct sim_paper *paper, const char *text);

/* One row from packed bits, the first dot at `left`. Ink beyond the head is lost, and an event. */
void sim_paper_row(struct sim_paper *paper, const uint8_t *bits, int count, int left);
void sim_paper_feed(struct sim_paper *paper, int rows);
/* Writes slip-0001.png and so on. */
void sim_paper_cut(struct sim_paper *paper);

#endif
