/* What the printer's thread does for the kiosk: print slips, ask the printer how it is. */
#ifndef YT_KIOSK_PRINT_JOBS_H
#define YT_KIOSK_PRINT_JOBS_H

#include "base/job.h"
#include "domain/sealed.h"
#include "handoff/printer.h"
#include "screens/services.h"
#include "screens/slip_text.h"
#include "ui/text/text.h"

/* Given to the printer's worker as its context. `printer` and `text` belong to its thread. */
struct yt_print_side {
    struct yt_printer *printer;
    struct yt_text_engine *text; /* made with the first slip: start-up need not wait for it */
    int paper_dots;
    const char *url;             /* before the digits of a code; NULL: none */
    struct yt_print_watch watch; /* read by the screen's thread while a slip is printed */
};

/* After the worker has been freed. */
void yt_print_side_done(struct yt_print_side *side);

struct yt_print_job {
    struct yt_job job;
    struct yt_slip_words words;
    bool with_code;
    struct yt_sealed sealed;
    struct yt_print_result result;
};

struct yt_status_job {
    struct yt_job job;
    enum yt_printer_state state;
};

/* `run` of the jobs above; the caller sets finish and release. */
void yt_print_job_run(struct yt_job *job, void *print_side);
void yt_status_job_run(struct yt_job *job, void *print_side);

/* What a person should see of a reason for waiting or failing. */
enum yt_printer_state yt_printer_state_of(enum yt_err_code reason);

#endif
