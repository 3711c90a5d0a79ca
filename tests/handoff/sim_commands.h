/* What the simulated printer understands. Written from the printers' manuals, not from our sender:
 * it shares no code with it. */
#ifndef SIM_COMMANDS_H
#define SIM_COMMANDS_H

#include "sim_faults.h"
#include "sim_paper.h"

#define SIM_BUFFER_MAX 65536

struct sim_printer {
    struct sim_paper paper;
    struct sim_faults faults;
    size_t buffer_size; /* of the receive buffer */
    /* Bytes received and not yet worked off. */
    uint8_t buffer[SIM_BUFFER_MAX];
    size_t count;
    /* Real-time commands are picked out of the stream as it arrives. */
    uint8_t real_time[10];
    int real_time_count;
    /* The picture that is being received. */
    int picture_bytes, picture_rows;
    int alignment;
    /* Answers that wait to be sent. */
    uint8_t answers[256];
    size_t answer_count;
    uint32_t noise;
};

/* Room for so many bytes. */
size_t sim_room(const struct sim_printer *printer);

/* Takes bytes as they come in: real-time commands are obeyed at once, wherever they stand, and the
 * rest is kept. At most sim_room bytes. */
void sim_receive(struct sim_printer *printer, const uint8_t *data, size_t size);

/* Works off what can be, at most `rows` rows of paper; returns the rows that were printed. */
int sim_work(struct sim_printer *printer, int rows, double now);

#endif
