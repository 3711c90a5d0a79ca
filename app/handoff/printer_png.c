#include "base/fs.h"
#include "handoff/printer_kinds.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SLIPS_MAX 9999

struct png_printer {
    struct yt_printer printer; /* first */
    char folder[PATH_MAX - 32];
};

static bool status(struct yt_printer *printer, struct yt_printer_status *ret_status,
                   struct yt_err *err)
{
    struct png_printer *self = (struct png_printer *)printer;

    if (!yt_fs_make_folders(self->folder, 0755, err))
        return false;
    *ret_status = (struct yt_printer_status){.answered = true, .online = true};
    return true;
}

static void print(struct yt_printer *printer, const struct yt_raster *slip,
                  struct yt_print_watch *watch, struct yt_print_result *ret_result)
{
    struct png_printer *self = (struct png_printer *)printer;
    char path[PATH_MAX];

    if (atomic_load(&watch->stop)) {
        yt_err_set(&ret_result->reason, YT_ERR_STOPPED, "printing was given up");
        return;
    }
    if (!yt_fs_make_folders(self->folder, 0755, &ret_result->reason))
        return;
    for (int number = 1; number <= SLIPS_MAX; number++) {
        snprintf(path, sizeof path, "%s/slip-%04d.png", self->folder, number);
        if (yt_fs_exists(path))
            continue;
        if (yt_raster_write_png(slip, path, &ret_result->reason))
            ret_result->outcome = YT_PRINT_DONE;
        return;
    }
    yt_err_set(&ret_result->reason, YT_ERR_PAPER_OUT, "%s holds %d slips already", self->folder,
               SLIPS_MAX);
}

static void done(struct yt_printer *printer)
{
    free(printer);
}

static const struct yt_printer_ops png_ops = {.status = status, .print = print, .free = done};

struct yt_printer *yt_printer_png_new(const char *rest, const struct yt_printer_limits *limits,
                                      struct yt_err *err)
{
    struct png_printer *self = calloc(1, sizeof *self);

    (void)limits; /* a folder answers at once */
    if (!self) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "printer");
        return NULL;
    }
    self->printer.ops = &png_ops;
    if (snprintf(self->folder, sizeof self->folder, "%s", rest) < (int)sizeof self->folder)
        return &self->printer;
    free(self);
    (void)yt_printer_spec_invalid(rest, err);
    return NULL;
}
