#include "handoff/escpos_run.h"
#include "handoff/printer_kinds.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static bool status(struct yt_printer *printer, struct yt_printer_status *ret_status,
                   struct yt_err *err)
{
    struct escpos_printer *self = (struct escpos_printer *)printer;
    struct yt_print_watch nobody = {0};
    struct yt_session session = {.limits = self->limits,
                                 .watch = &nobody,
                                 .end_ms = yt_session_now_ms() + self->limits.connect_ms +
                                           INT64_C(4) * self->limits.answer_ms};
    enum yt_talk talk;

    if (!open_link(self, &session.link, err))
        return false;
    talk = yt_session_status(&session, self->limits.answer_ms, ret_status);
    yt_link_close(&session.link);
    if (talk == YT_TALK_GONE)
        return yt_err_set(err, YT_ERR_OFFLINE, "the line to the printer broke");
    return true;
}

static enum yt_print_outcome outcome_of(const struct yt_escpos_run *run, enum yt_err_code reason)
{
    if (!run->began || run->told)
        return YT_PRINT_NOT;
    return reason == YT_ERR_STOPPED && !run->sent ? YT_PRINT_NOT : YT_PRINT_UNKNOWN;
}

static void print(struct yt_printer *printer, const struct yt_raster *slip,
                  struct yt_print_watch *watch, struct yt_print_result *ret_result)
{
    struct escpos_printer *self = (struct escpos_printer *)printer;
    struct yt_escpos_run run = {.result = ret_result,
                                .session = {.limits = self->limits,
                                            .watch = watch,
                                            .end_ms = yt_session_now_ms() + self->limits.total_ms}};
    struct yt_err *reason = &ret_result->reason;
    bool printed;

    if (!open_link(self, &run.session.link, reason))
        return;
    /* A printer that says nothing is written to all the same: some can only listen. */
    printed = yt_escpos_run_wait(&run, self->limits.answer_ms, reason) ||
              (!run.answers && reason->code == YT_ERR_TIMEOUT);
    printed = printed && yt_escpos_run_send(&run, slip, self->unfinished, reason) &&
              yt_escpos_run_confirm(&run, slip->height, reason);
    if (!printed && run.began && run.answers)
        yt_escpos_run_forget(&run);
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
