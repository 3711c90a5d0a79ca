#include "handoff/escpos_encode.h"
#include "handoff/escpos_session.h"
#include "handoff/printer_kinds.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOOK_AGAIN_MS 250 /* between two looks at a printer that is in trouble */
/* Slow thermal heads print 50 mm a second, 400 rows; then the cut. Longest time that a slip can
 * still be on its way when a printer that does not know GS r says that all is well. */
#define ROWS_A_SECOND 400
#define CUT_MS 2000

enum way { WAY_DEVICE, WAY_SERIAL, WAY_TCP };

struct escpos_printer {
    struct yt_printer printer; /* first */
    struct yt_printer_limits limits;
    enum way way;
    char target[PATH_MAX]; /* path or host */
    char port[8];
    int baud;
    bool unfinished; /* the last slip broke off: the printer may wait for the rest of a picture */
};

/* One printing. */
struct run {
    struct yt_session session;
    struct yt_print_result *result;
    bool answers;     /* the printer has answered at least once */
    bool began;       /* a byte of the slip has gone out */
    bool sent;        /* all bytes have */
    bool interrupted; /* stood still while it printed */
    bool told;        /* the reason of failure is what the printer says of itself */
};

static bool open_link(const struct escpos_printer *self, struct yt_link *link, struct yt_err *err)
{
    switch (self->way) {
    case WAY_SERIAL:
        return yt_link_open_serial(link, self->target, self->baud, err);
    case WAY_TCP:
        return yt_link_open_tcp(link, self->target, self->port, self->limits.connect_ms, err);
    case WAY_DEVICE:
        break;
    }
    return yt_link_open_device(link, self->target, err);
}

static bool talk_failed(enum yt_talk talk, struct yt_err *err)
{
    switch (talk) {
    case YT_TALK_OK:
        return true;
    case YT_TALK_SILENT:
        return yt_err_set(err, YT_ERR_TIMEOUT, "the printer fell silent");
    case YT_TALK_GONE:
        return yt_err_set(err, YT_ERR_IO, "the line to the printer broke");
    case YT_TALK_STOPPED:
        return yt_err_set(err, YT_ERR_STOPPED, "printing was given up");
    case YT_TALK_LATE:
        break;
    }
    return yt_err_set(err, YT_ERR_TIMEOUT, "printing took too long");
}

static bool status(struct yt_printer *printer, struct yt_printer_status *ret_status,
                   struct yt_err *err)
{
    struct escpos_printer *self = (struct escpos_printer *)printer;
    struct yt_print_watch nobody = {0};
    struct yt_session session = {.limits = self->limits,
                                 .watch = &nobody,
                                 .end_ms = yt_session_now_ms() + self->limits.connect_ms +
                                           4 * self->limits.answer_ms};
    enum yt_talk talk;

    if (!open_link(self, &session.link, err))
        return false;
    talk = yt_session_status(&session, self->limits.answer_ms, ret_status);
    yt_link_close(&session.link);
    if (talk == YT_TALK_GONE)
        return yt_err_set(err, YT_ERR_OFFLINE, "the line to the printer broke");
    return true;
}

/* What is the matter, by a status that was answered; YT_OK when nothing is. */
static enum yt_err_code trouble_of(const struct yt_printer_status *status)
{
    if (status->cover_open)
        return YT_ERR_COVER_OPEN;
    if (status->paper_out)
        return YT_ERR_PAPER_OUT;
    if (status->error)
        return YT_ERR_IO;
    return status->online ? YT_OK : YT_ERR_OFFLINE;
}

static bool trouble_failed(enum yt_err_code trouble, struct yt_err *err)
{
    switch (trouble) {
    case YT_ERR_COVER_OPEN:
        return yt_err_set(err, trouble, "the printer's cover is open");
    case YT_ERR_PAPER_OUT:
        return yt_err_set(err, trouble, "the printer has no paper");
    case YT_ERR_IO:
        return yt_err_set(err, trouble, "the printer reports a fault");
    default:
        return yt_err_set(err, YT_ERR_OFFLINE, "the printer is off line");
    }
}

/* Asks, and while something is the matter waits for it to be put right, person_ms at most. Returns
 * false with the reason. A printer that has answered before and now does not is SILENT. */
static bool wait_until_well(struct run *run, int answer_ms, struct yt_err *reason)
{
    int64_t since_ms = yt_session_now_ms();
    struct yt_printer_status status;

    for (;;) {
        enum yt_talk talk = yt_session_status(&run->session, answer_ms, &status);
        enum yt_err_code trouble;

        if (talk != YT_TALK_OK)
            return talk_failed(talk, reason);
        run->answers = true;
        run->result->paper_low = run->result->paper_low || status.paper_low;
        trouble = trouble_of(&status);
        atomic_store(&run->session.watch->waiting_for, (int)trouble);
        if (trouble == YT_OK)
            return true;
        run->interrupted = run->interrupted || run->began;
        talk = yt_session_pause(&run->session, LOOK_AGAIN_MS);
        /* Stopped, late or gone while in trouble: the trouble is the reason. */
        run->told =
            talk != YT_TALK_OK || yt_session_now_ms() - since_ms >= run->session.limits.person_ms;
        if (run->told)
            return trouble_failed(trouble, reason);
    }
}

/* Before a block: is it still well? The answer also says that all before it has been taken, so at
 * most one block is ever under way on a slow line. */
static bool still_well(struct run *run, struct yt_err *reason)
{
    const int patience_ms = run->session.limits.stall_ms;
    bool online;
    enum yt_talk talk;

    if (!run->answers)
        return true;
    talk = yt_session_online(&run->session, patience_ms, &online);
    if (talk != YT_TALK_OK)
        return talk_failed(talk, reason);
    return online || wait_until_well(run, patience_ms, reason);
}

static bool send_buf(struct run *run, const struct yt_buf *bytes, struct yt_err *reason)
{
    if (!yt_buf_ok(bytes, reason))
        return false;
    run->began = true;
    return talk_failed(yt_session_send(&run->session, bytes->data, bytes->size), reason);
}

static bool send_slip(struct run *run, const struct yt_raster *slip, bool recover,
                      struct yt_err *reason)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    int row = 0;

    yt_buf_init_secret(&bytes, (size_t)2 * YT_ESCPOS_BLOCK_MAX);
    if (recover)
        yt_escpos_recover(&bytes);
    yt_escpos_begin(&bytes);
    if (!send_buf(run, &bytes, reason))
        return false;
    while (row < slip->height) {
        yt_buf_clear(&bytes);
        row = yt_escpos_block(slip, row, &bytes);
        if (!still_well(run, reason) || !send_buf(run, &bytes, reason))
            return false;
    }
    yt_buf_clear(&bytes);
    yt_escpos_cut(&bytes);
    if (!still_well(run, reason) || !send_buf(run, &bytes, reason))
        return false;
    run->sent = true;
    return true;
}

/* A line that only takes: all that can be seen is that the system has passed the bytes on. */
static bool drain_blindly(struct run *run, struct yt_err *reason)
{
    int64_t until_ms = yt_session_now_ms() + run->session.limits.stall_ms;
    enum yt_talk talk = YT_TALK_OK;

    while (talk == YT_TALK_OK && yt_link_unsent(&run->session.link) > 0 &&
           yt_session_now_ms() < until_ms)
        talk = yt_session_pause(&run->session, LOOK_AGAIN_MS);
    if (talk != YT_TALK_OK)
        return talk_failed(talk, reason);
    return yt_err_set(reason, YT_ERR_TIMEOUT, "the printer does not answer; it may have printed");
}

/* Everything is sent: is it on paper? Known when the mark behind it is answered and all is well,
 * or, where a printer does not know the mark, when it was well for longer than any slip takes. */
static bool confirm(struct run *run, int rows, struct yt_err *reason)
{
    int64_t until_ms;
    enum yt_talk talk;

    if (!run->answers)
        return drain_blindly(run, reason);
    if ((talk = yt_session_mark(&run->session)) != YT_TALK_OK)
        return talk_failed(talk, reason);
    until_ms = yt_session_now_ms() + rows * 1000 / ROWS_A_SECOND + CUT_MS;
    for (;;) {
        bool was_interrupted = run->interrupted;

        if ((talk = yt_session_pause(&run->session, LOOK_AGAIN_MS)) != YT_TALK_OK)
            return talk_failed(talk, reason);
        run->interrupted = false;
        if (!wait_until_well(run, run->session.limits.stall_ms, reason))
            return false;
        if (run->interrupted) /* the time it stood still does not count */
            until_ms = yt_session_now_ms() + rows * 1000 / ROWS_A_SECOND + CUT_MS;
        run->interrupted = run->interrupted || was_interrupted;
        if (run->session.processed || yt_session_now_ms() >= until_ms)
            return true;
    }
}

/* A slip that is given up must not come out later, when paper is put in, for somebody else: the
 * printer is told to forget it (DLE DC4 8, obeyed at once, even off line). */
static void forget_slip(struct run *run)
{
    static const uint8_t clear_buffers[10] = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    (void)yt_link_write(&run->session.link, clear_buffers, sizeof clear_buffers);
}

static enum yt_print_outcome outcome_of(const struct run *run, enum yt_err_code reason)
{
    if (!run->began || run->told)
        return YT_PRINT_NOT;
    return reason == YT_ERR_STOPPED && !run->sent ? YT_PRINT_NOT : YT_PRINT_UNKNOWN;
}

static void print(struct yt_printer *printer, const struct yt_raster *slip,
                  struct yt_print_watch *watch, struct yt_print_result *ret_result)
{
    struct escpos_printer *self = (struct escpos_printer *)printer;
    struct run run = {.result = ret_result,
                      .session = {.limits = self->limits,
                                  .watch = watch,
                                  .end_ms = yt_session_now_ms() + self->limits.total_ms}};
    struct yt_err *reason = &ret_result->reason;
    bool printed;

    if (!open_link(self, &run.session.link, reason))
        return;
    /* A printer that says nothing is written to all the same: some can only listen. */
    printed = wait_until_well(&run, self->limits.answer_ms, reason) ||
              (!run.answers && reason->code == YT_ERR_TIMEOUT);
    printed = printed && send_slip(&run, slip, self->unfinished, reason) &&
              confirm(&run, slip->height, reason);
    if (!printed && run.began && run.answers)
        forget_slip(&run);
    self->unfinished = run.began && !run.sent;
    yt_link_close(&run.session.link);
    atomic_store(&watch->waiting_for, YT_OK);
    ret_result->outcome = printed ? YT_PRINT_DONE : outcome_of(&run, reason->code);
    ret_result->interrupted = printed && run.interrupted;
    if (printed)
        yt_err_clear(reason);
}

static void done(struct yt_printer *printer)
{
    free(printer);
}

static const struct yt_printer_ops escpos_ops = {.status = status, .print = print, .free = done};

static struct escpos_printer *make(enum way way, const struct yt_printer_limits *limits,
                                   struct yt_err *err)
{
    struct escpos_printer *self = calloc(1, sizeof *self);

    if (!self) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "printer");
        return NULL;
    }
    self->printer.ops = &escpos_ops;
    self->limits = *limits;
    self->way = way;
    return self;
}

/* Copies `size` bytes of the spec as the target; on failure the printer is gone. */
static struct yt_printer *with_target(struct escpos_printer *self, const char *rest, size_t size,
                                      bool good, struct yt_err *err)
{
    if (self && good && size > 0 && size < sizeof self->target) {
        memcpy(self->target, rest, size);
        return &self->printer;
    }
    if (self)
        (void)yt_printer_spec_invalid(rest, err);
    free(self);
    return NULL;
}

struct yt_printer *yt_printer_escpos_device_new(const char *rest,
                                                const struct yt_printer_limits *limits,
                                                struct yt_err *err)
{
    return with_target(make(WAY_DEVICE, limits, err), rest, strlen(rest), rest[0] == '/', err);
}

struct yt_printer *yt_printer_escpos_serial_new(const char *rest,
                                                const struct yt_printer_limits *limits,
                                                struct yt_err *err)
{
    struct escpos_printer *self = make(WAY_SERIAL, limits, err);
    const char *colon = strrchr(rest, ':');
    size_t size = colon ? (size_t)(colon - rest) : strlen(rest);
    char *end = NULL;
    long baud = colon ? strtol(colon + 1, &end, 10) : 38400;
    bool good = rest[0] == '/' && (!end || *end == '\0') && baud <= INT_MAX &&
                yt_link_baud_valid((int)baud);

    if (self)
        self->baud = (int)baud;
    return with_target(self, rest, size, good, err);
}

/* HOST:PORT, with an IPv6 address in brackets. */
struct yt_printer *yt_printer_escpos_tcp_new(const char *rest,
                                             const struct yt_printer_limits *limits,
                                             struct yt_err *err)
{
    struct escpos_printer *self = make(WAY_TCP, limits, err);
    const char *colon = strrchr(rest, ':');
    size_t digits = colon ? strspn(colon + 1, "0123456789") : 0;
    bool good = digits >= 1 && digits <= 5 && colon[1 + digits] == '\0' &&
                strtol(colon + 1, NULL, 10) <= UINT16_MAX;
    size_t size = good ? (size_t)(colon - rest) : 0;

    if (self && good)
        snprintf(self->port, sizeof self->port, "%s", colon + 1);
    if (size > 2 && rest[0] == '[' && rest[size - 1] == ']')
        return with_target(self, rest + 1, size - 2, good, err);
    return with_target(self, rest, size, good, err);
}
