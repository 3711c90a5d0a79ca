/* The course of one printing on an ESC/POS printer: send block by block, never more than a small
 * buffer holds, watch for trouble and wait for it to be put right, and find out whether all of it
 * is on paper. */
#ifndef YT_HANDOFF_ESCPOS_RUN_H
#define YT_HANDOFF_ESCPOS_RUN_H

#include "handoff/escpos_session.h"
#include "handoff/printer.h"

struct yt_escpos_run {
    struct yt_session session;
    struct yt_print_result *result;
    bool answers;     /* the printer has answered at least once */
    bool marks;       /* and it answers marks (GS r); a few do not know them */
    bool began;       /* a byte of the slip has gone out */
    bool sent;        /* all bytes have */
    bool interrupted; /* stood still while it printed */
    bool told;        /* the reason of failure is what the printer says of itself */
};

/* Asks how the printer is, and while something is the matter waits for it to be put right,
 * person_ms at most. False with the reason: the trouble, or YT_ERR_TIMEOUT for a printer that does
 * not answer. */
bool yt_escpos_run_wait(struct yt_escpos_run *run, int answer_ms, struct yt_err *reason);

/* Sends the whole slip and the cut. `recover` first clears what an earlier one left. */
bool yt_escpos_run_send(struct yt_escpos_run *run, const struct yt_raster *slip, bool recover,
                        struct yt_err *reason);

/* After sending: true when it is known that all is on paper. */
bool yt_escpos_run_confirm(struct yt_escpos_run *run, int rows, struct yt_err *reason);

/* Tells the printer to forget what it holds of a slip that is given up. */
void yt_escpos_run_forget(struct yt_escpos_run *run);

#endif
