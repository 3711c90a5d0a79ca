/* Makers of the kinds of printers; between printer.c and their files. */
#ifndef YT_HANDOFF_PRINTER_KINDS_H
#define YT_HANDOFF_PRINTER_KINDS_H

#include "handoff/printer.h"

/* `rest` is the spec behind its prefix. NULL with err on failure. */
struct yt_printer *yt_printer_png_new(const char *rest, const struct yt_printer_limits *limits,
                                      struct yt_err *err);
struct yt_printer *yt_printer_escpos_device_new(const char *rest,
                                                const struct yt_printer_limits *limits,
                                                struct yt_err *err);
struct yt_printer *yt_printer_escpos_serial_new(const char *rest,
                                                const struct yt_printer_limits *limits,
                                                struct yt_err *err);
struct yt_printer *yt_printer_escpos_tcp_new(const char *rest,
                                             const struct yt_printer_limits *limits,
                                             struct yt_err *err);

/* YT_ERR_INVALID with a remedy; always false. */
bool yt_printer_spec_invalid(const char *spec, struct yt_err *err);

#endif
