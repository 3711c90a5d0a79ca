#include "handoff/printer.h"

#include "handoff/printer_kinds.h"

#include <string.h>

static const struct {
    const char *prefix;
    struct yt_printer *(*make)(const char *rest, const struct yt_printer_limits *limits,
                               struct yt_err *err);
} kinds[] = {
    {"png:", yt_printer_png_new},
    {"escpos:", yt_printer_escpos_device_new},
    {"escpos-serial:", yt_printer_escpos_serial_new},
    {"escpos-tcp:", yt_printer_escpos_tcp_new},
};

struct yt_printer *yt_printer_open(const char *spec, const struct yt_printer_limits *limits,
                                   struct yt_err *err)
{
    const struct yt_printer_limits usual = YT_PRINTER_LIMITS_DEFAULT;

    for (size_t i = 0; i < YT_COUNT(kinds); i++) {
        size_t size = strlen(kinds[i].prefix);

        if (strncmp(spec, kinds[i].prefix, size) == 0 && spec[size] != '\0')
            return kinds[i].make(spec + size, limits ? limits : &usual, err);
    }
    (void)yt_printer_spec_invalid(spec, err);
    return NULL;
}

bool yt_printer_spec_invalid(const char *spec, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_INVALID, "\"%s\" names no printer", spec);
    return yt_err_remedy(err, "Write png:FOLDER, escpos:/dev/usb/lp0, "
                              "escpos-serial:/dev/ttyUSB0:38400 or escpos-tcp:HOST:9100.");
}

void yt_printer_free(struct yt_printer *printer)
{
    if (printer)
        printer->ops->free(printer);
}

bool yt_printer_status(struct yt_printer *printer, struct yt_printer_status *ret_status,
                       struct yt_err *err)
{
    *ret_status = (struct yt_printer_status){0};
    return printer->ops->status(printer, ret_status, err);
}

void yt_printer_print(struct yt_printer *printer, const struct yt_raster *slip,
                      struct yt_print_watch *watch, struct yt_print_result *ret_result)
{
    struct yt_print_watch nobody = {0};

    *ret_result = (struct yt_print_result){.outcome = YT_PRINT_NOT};
    printer->ops->print(printer, slip, watch ? watch : &nobody, ret_result);
}

const char *yt_print_outcome_name(enum yt_print_outcome outcome)
{
    switch (outcome) {
    case YT_PRINT_DONE:
        return "printed";
    case YT_PRINT_NOT:
        return "not-printed";
    case YT_PRINT_UNKNOWN:
        break;
    }
    return "unknown";
}
