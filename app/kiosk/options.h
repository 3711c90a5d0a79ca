/* The command line of yotte-kiosk. */
#ifndef YT_KIOSK_OPTIONS_H
#define YT_KIOSK_OPTIONS_H

#include "base/err.h"
#include "content/import/import.h"

#include <stdbool.h>

enum yt_kiosk_command {
    YT_COMMAND_RUN,
    YT_COMMAND_CHECK,
    YT_COMMAND_ASSESS,
    YT_COMMAND_QUEUE,
    YT_COMMAND_KEY,
    YT_COMMAND_IMPORT,
    YT_COMMAND_SOURCES,
    YT_COMMAND_HIDDEN,
    YT_COMMAND_REMOVE,
    YT_COMMAND_HELP,
    YT_COMMAND_VERSION,
};

/* A pair such as 1080x1920; 0, 0 when it was not given. */
struct yt_size_option {
    int width;
    int height;
};

struct yt_kiosk_options {
    enum yt_kiosk_command command;
    const char *site_folder;         /* kiosk-config */
    const char *data_folder;         /* queue, key */
    const char *asset_folder;        /* icons, sounds, messages */
    const char *kiosk;               /* which of the site's kiosks this box is */
    const char *printer;             /* as yt_printer_open takes it; NULL: the site's own */
    const char *desk_key;            /* desk.pub; NULL: in the data folder */
    const char *script;              /* NULL: people use it */
    const char *shot_folder;         /* where a script's files go; "." */
    const char *printer_control;     /* FIFO of a simulated printer, for a script's `printer` */
    const char *now;                 /* a script's virtual clock begins here; NULL: real time */
    const char *answers;             /* of assess */
    const char *topics;              /* of assess; NULL: all */
    struct yt_size_option window;    /* a window instead of the full screen */
    struct yt_size_option offscreen; /* no screen at all */
    struct yt_size_option panel_mm;  /* size of the picture area; 0: asked or guessed */
    int text_percent;                /* 100, 150 or 200 at the start of each visit */
    enum yt_import_kind import_kind; /* of an import */
    const char *file;                /* of an import; the source that is taken out */
    const char *mapping;             /* of an import; NULL: the sheet's own columns */
    const char *source;              /* of an import; NULL: the file's name */
    const char *checked;             /* of an import: a date; NULL: only what the sheet says */
    bool strict;                     /* one bad row refuses all */
    bool dry_run;                    /* change nothing */
    bool progress;                   /* even where standard error is no terminal */
    const char *language;            /* at the start of each visit; NULL: the site's first */
};

/* Fills `options` from the command line; the texts live in argv. A wrong use is YT_ERR_INVALID with
 * the right one as the remedy. */
YT_MUST_CHECK bool yt_kiosk_options_parse(struct yt_kiosk_options *options, int argc, char **argv,
                                          struct yt_err *err);

/* Prints what --help says. */
void yt_kiosk_options_help(void);

#endif
