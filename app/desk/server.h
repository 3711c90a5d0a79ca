/* The desk's HTTP server, through which kiosks hand entries in by network: the API of openapi.json
 * under /v1. It keeps sealed bytes and opens none of them, so it needs no passphrase; what was
 * handed in is read with the other commands, as if it had been scanned. */
#ifndef YT_DESK_SERVER_H
#define YT_DESK_SERVER_H

#include "base/clock.h"
#include "handoff/receipt.h"

#include <sys/socket.h>

struct yt_server;

struct yt_server_options {
    const char *store_path;                 /* desk.db, which is there */
    const struct yt_receipt_signer *signer; /* must outlive the server */
    const struct yt_clock *clock;           /* must outlive the server */
    struct sockaddr_storage address;        /* port 0: any that is free */
    const char *tls_certificate;            /* PEM, with its chain; NULL: plain HTTP */
    const char *tls_key;                    /* PEM */
    unsigned rate;                          /* entries a second and kiosk */
};

/* "127.0.0.1:8443", "[::1]:8443", "192.0.2.7:443": numbers only. YT_ERR_INVALID with a remedy. */
YT_MUST_CHECK bool yt_server_address(const char *text, struct sockaddr_storage *ret_address,
                                     struct yt_err *err);
/* Is it one of this machine's own, that nobody else can reach? */
bool yt_server_is_loopback(const struct sockaddr_storage *address);

/* Begins to listen, with threads of its own. NULL on failure. */
struct yt_server *yt_server_start(const struct yt_server_options *options, struct yt_err *err);
/* The port it listens on. */
unsigned yt_server_port(const struct yt_server *server);
/* To be called about once a second: ends connections that hold it up. */
void yt_server_tick(struct yt_server *server);
/* desk.db was taken away or replaced: nothing is kept until the server is started anew. */
bool yt_server_lost(struct yt_server *server);
/* Takes nothing new, answers what has begun, ends. NULL is harmless. */
void yt_server_stop(struct yt_server *server);

#endif
