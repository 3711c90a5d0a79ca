/* Inside of the desk's server: what its files share. */
#ifndef YT_DESK_SERVER_PARTS_H
#define YT_DESK_SERVER_PARTS_H

#include "desk/gate.h"
#include "desk/server.h"
#include "desk/watch.h"
#include "desk/writer.h"

#include <microhttpd.h>
#include <stdatomic.h>

struct yt_server {
    struct MHD_Daemon *daemon;
    const struct yt_clock *clock;
    struct yt_gate *gate;     /* of the daemon's thread */
    struct yt_writer *writer; /* a thread of its own */
    struct yt_watch watch;
    struct MHD_Response *problems[YT_PROBLEMS]; /* made once; NONE is empty */
    atomic_int in_flight;                       /* requests that have begun and not ended */
    atomic_bool stopping;
};

/* The answer to every request; see microhttpd.h for what they are called with. */
enum MHD_Result yt_server_handle(void *server, struct MHD_Connection *connection, const char *url,
                                 const char *method, const char *version, const char *data,
                                 size_t *size, void **request);
void yt_server_completed(void *server, struct MHD_Connection *connection, void **request,
                         enum MHD_RequestTerminationCode how);

/* Adds what every answer bears. */
bool yt_server_add_headers(struct MHD_Response *response, const char *type);

#endif
