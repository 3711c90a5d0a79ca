/* Every size, count and time by which the desk's server protects itself, with its reason. */
#ifndef YT_DESK_SERVE_LIMITS_H
#define YT_DESK_SERVE_LIMITS_H

#include "handoff/frame.h"

/* A town has tens of kiosks, each with one connection; the rest is for what is slow to close. */
#define YT_SERVE_CONNECTIONS 1100
/* Of one address, where addresses are known: without TLS all come from the proxy. */
#define YT_SERVE_CONNECTIONS_EACH 64
/* For the head of a request. A courier's has 400 bytes. */
#define YT_SERVE_CONNECTION_MEMORY ((size_t)8 * 1024)
/* What is refused is still read up to here, so that its sender gets to see the answer. */
#define YT_SERVE_SWALLOW_MAX ((size_t)64 * 1024)

/* From the first byte to the end of a request's head, and from there to the end of its body. The
 * slowest mobile network of ours takes 3 s for both. */
#define YT_SERVE_HEAD_MS 20000
#define YT_SERVE_BODY_MS 20000
/* A connection that waits for its next request. */
#define YT_SERVE_IDLE_S 60
/* As that, for those who send a byte now and then to seem alive. */
#define YT_SERVE_NEXT_HEAD_MS 75000

/* Entries that are kept with one flush of the disk. */
#define YT_SERVE_BATCH_MAX 256
/* How long a stop waits for requests that have begun. */
#define YT_SERVE_STOP_MS 5000

/* Entries a second from one kiosk in the long run, unless --rate says otherwise; and how many it
 * may send at once after a time without network: 35 days of a busy kiosk. */
#define YT_SERVE_RATE 50
#define YT_SERVE_BURST 4000
/* Kiosks whose rate is remembered at a time. */
#define YT_SERVE_RATED_MAX 256

#endif
