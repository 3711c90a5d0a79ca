/* The command line of yotte-desk. */
#ifndef YT_DESK_OPTIONS_H
#define YT_DESK_OPTIONS_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

struct yt_desk_options {
    const char *command; /* "" with --help and --version */
    const char *folder;  /* of the desk; NULL when it was not named */
    char **arguments;    /* behind the folder */
    size_t argument_count;
    const char *name;            /* of the desk, for init */
    const char *site;            /* folder of the site's files; NULL: as remembered */
    const char *passphrase_file; /* NULL: asked */
    const char *who;             /* who opens entries; NULL: $USER */
    const char *assets;          /* folder with messages/; NULL: found beside the program */
    const char *listen;          /* address and port of serve; NULL: this machine alone */
    const char *tls_certificate; /* PEM file; NULL: none */
    const char *tls_key;         /* PEM file; NULL: none */
    const char *rate;            /* entries a second and kiosk; NULL: the usual */
    const char *token_file;      /* where enroll puts the kiosk's token; NULL: it makes none */
    const char *mapping;         /* of an import; NULL: the sheet's own columns */
    const char *source;          /* name of an import within the site; NULL: the file's */
    bool strict;                 /* one bad row refuses an import */
    bool dry_run;                /* an import changes nothing */
    bool progress;               /* also where standard error is no terminal */
    bool json;
    bool numbers;
    bool help;
    bool version;
};

/* The texts live in argv, which is put in another order. YT_ERR_INVALID with a remedy. */
YT_MUST_CHECK bool yt_desk_options_parse(struct yt_desk_options *options, int argc, char **argv,
                                         struct yt_err *err);
void yt_desk_options_help(void);

#endif
