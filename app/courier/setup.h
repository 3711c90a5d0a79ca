/* What the courier has to know before it starts: the desk's keys, its address, how it proves
 * itself, and this kiosk's token. */
#ifndef YT_COURIER_SETUP_H
#define YT_COURIER_SETUP_H

#include "courier/options.h"
#include "handoff/keys.h"

#include <limits.h>

#define YT_COURIER_URL_MAX 512
#define YT_COURIER_TOKEN_MAX 128

struct yt_courier_setup {
    char queue_path[PATH_MAX];
    struct yt_desk_public desk;
    uint8_t desk_key_id[YT_KEY_ID_SIZE];
    char url[YT_COURIER_URL_MAX]; /* without a slash at its end */
    bool local;                   /* plain HTTP within this machine */
    const char *pin;              /* of the options; NULL: none */
    const char *ca_file;          /* of the options; NULL: none */
    char token_path[PATH_MAX];
    char token[YT_COURIER_TOKEN_MAX]; /* as it was at the start */
};

/* Where the queue is and whose it is: enough for `status`. */
YT_MUST_CHECK bool yt_courier_setup_desk(const struct yt_courier_options *options,
                                         struct yt_courier_setup *setup, struct yt_err *err);
/* And what sending takes. YT_ERR_INVALID for an address to which nothing may be sent: one without
 * TLS outside of this machine, or with TLS and no way to tell the desk from others. */
YT_MUST_CHECK bool yt_courier_setup_link(const struct yt_courier_options *options,
                                         struct yt_courier_setup *setup, struct yt_err *err);
/* Reads the token as it is in its file now. */
YT_MUST_CHECK bool yt_courier_read_token(const char *path,
                                         char ret_token[static YT_COURIER_TOKEN_MAX],
                                         struct yt_err *err);
void yt_courier_setup_wipe(struct yt_courier_setup *setup);

#endif
