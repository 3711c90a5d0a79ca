/* The command line of yotte-courier. */
#ifndef YT_COURIER_OPTIONS_H
#define YT_COURIER_OPTIONS_H

#include "base/err.h"

#include <stdbool.h>

struct yt_courier_options {
    const char *command;     /* "" with --help and --version */
    const char *folder;      /* on a stick, behind the command; NULL: none was named */
    const char *data_folder; /* of the kiosk */
    const char *desk_url;    /* NULL when it was not named */
    const char *pin;         /* of the desk's TLS key; NULL: none */
    const char *ca_file;     /* who signed the desk's certificate; NULL: nobody is believed */
    const char *token_file;  /* NULL: desk.token in the data folder */
    const char *desk_key;    /* NULL: desk.pub in the data folder */
    bool help;
    bool version;
};

/* The texts live in argv, which is put in another order. YT_ERR_INVALID with a remedy. */
YT_MUST_CHECK bool yt_courier_options_parse(struct yt_courier_options *options, int argc,
                                            char **argv, struct yt_err *err);
void yt_courier_options_help(void);

#endif
