/* Slip printers. One table of functions, one file a kind:
 *
 *   png:FOLDER                     a picture a slip, slip-0001.png and on (a developer's machine)
 *   escpos:/dev/usb/lp0            ESC/POS by USB printer device, or any other device file
 *   escpos-serial:/dev/ttyUSB0[:BAUD]   by serial line; 38400 when not said; RTS/CTS
 *   escpos-tcp:HOST:PORT           by network, usually port 9100
 *
 * A printer is used by one thread at a time (a worker); its calls wait for the device, but never
 * longer than the limits below say, however dead it is. The device is opened for each call and
 * closed after it: a printer that was unplugged and plugged in again needs no restart. */
#ifndef YT_HANDOFF_PRINTER_H
#define YT_HANDOFF_PRINTER_H

#include "base/err.h"
#include "handoff/raster.h"

#include <stdatomic.h>
#include <stdbool.h>

struct yt_printer;

/* How long things may take. */
struct yt_printer_limits {
    int connect_ms; /* to open or connect */
    int answer_ms;  /* to answer one status query */
    int stall_ms;   /* that the printer takes no byte and tells no reason */
    int person_ms;  /* that paper, cover or another stated trouble may take to be put right */
    int total_ms;   /* for one slip, all in all; a long one takes two minutes at 9600 baud */
};
#define YT_PRINTER_LIMITS_DEFAULT                   \
    ((struct yt_printer_limits){.connect_ms = 3000, \
                                .answer_ms = 700,   \
                                .stall_ms = 8000,   \
                                .person_ms = 20000, \
                                .total_ms = 180000})

/* What the printer says of itself. */
struct yt_printer_status {
    bool answered; /* false: it is there, but tells nothing; the rest is then not known */
    bool online;
    bool paper_out;
    bool paper_low; /* near its end: prints, but somebody should bring a new roll */
    bool cover_open;
    bool error; /* cutter, head or another fault; see err->text of a print */
};

enum yt_print_outcome {
    YT_PRINT_DONE,    /* known to be on paper */
    YT_PRINT_NOT,     /* known not to be, or not whole: `reason` says why */
    YT_PRINT_UNKNOWN, /* sent in part or whole, and nothing was heard: ask the resident */
};

struct yt_print_result {
    enum yt_print_outcome outcome;
    /* For NOT and UNKNOWN: YT_ERR_PAPER_OUT, YT_ERR_COVER_OPEN, YT_ERR_OFFLINE (not there, or it
     * says so), YT_ERR_IO (says it has a fault, or unplugged), YT_ERR_TIMEOUT, YT_ERR_STOPPED, or
     * of a folder what the disk said. */
    struct yt_err reason;
    bool paper_low;
    /* DONE, but it stood still for paper or cover in between: the slip may be in two pieces.
     * Offer to print it once more. */
    bool interrupted;
};

/* Seen by another thread while a slip is printed. Zeroed it is ready for use. */
struct yt_print_watch {
    atomic_bool stop; /* set by the other thread: give up as soon as possible */
    /* enum yt_err_code: what it waits for just now (YT_ERR_PAPER_OUT, YT_ERR_COVER_OPEN,
     * YT_ERR_OFFLINE, YT_ERR_IO), or YT_OK. */
    atomic_int waiting_for;
};

/* The functions of one kind of printer. A kind's struct begins with `struct yt_printer`. */
struct yt_printer_ops {
    bool (*status)(struct yt_printer *printer, struct yt_printer_status *ret_status,
                   struct yt_err *err);
    void (*print)(struct yt_printer *printer, const struct yt_raster *slip,
                  struct yt_print_watch *watch, struct yt_print_result *ret_result);
    void (*free)(struct yt_printer *printer);
};
struct yt_printer {
    const struct yt_printer_ops *ops;
};

/* Makes a printer from its spec (above). Does not touch the device: a printer that is not there
 * yet is no error. `limits` is copied; NULL takes the default. NULL and YT_ERR_INVALID with a
 * remedy for a spec that is none. */
struct yt_printer *yt_printer_open(const char *spec, const struct yt_printer_limits *limits,
                                   struct yt_err *err);
void yt_printer_free(struct yt_printer *printer);
YT_DEFINE_SCOPED(struct yt_printer, yt_printer_free)

/* Asks the printer how it is; before a resident is offered to print, say. Takes at most connect_ms
 * + 4 * answer_ms. False (YT_ERR_OFFLINE and so on) when it is not there at all. */
YT_MUST_CHECK bool yt_printer_status(struct yt_printer *printer,
                                     struct yt_printer_status *ret_status, struct yt_err *err);

/* Prints one slip and cuts it. Takes at most total_ms. The same raster gives the same bytes, so a
 * reprint is the same slip. `watch` may be NULL. */
void yt_printer_print(struct yt_printer *printer, const struct yt_raster *slip,
                      struct yt_print_watch *watch, struct yt_print_result *ret_result);

/* A stable lower-case name: "printed", "not-printed", "unknown". */
const char *yt_print_outcome_name(enum yt_print_outcome outcome);

#endif
