/* A bad network between courier and desk: takes connections and does to each what its plan says.
 * A new connection takes the next step, and the last step again for ever.
 *
 *   pass      passes everything                     refuse     resets at once
 *   cut:N     passes N bytes of the request, then resets
 *   lost      lets the desk answer, throws the answer away, and resets
 *   half:N    passes N bytes of the answer, then resets
 *   double    sends the request to the desk twice, passes the first answer
 *   hang      takes everything and says nothing     html       a 200 with a log-in page
 *   redirect  a 302 to the desk itself              empty      a 201 with nothing
 *   forged    a 201 with something that looks like a receipt
 *   replay    a 201 with the last true receipt that came through
 *   busy      a 503 of somebody's proxy             junk       no HTTP at all */
#ifndef YT_TESTS_NETWORK_PROXY_H
#define YT_TESTS_NETWORK_PROXY_H

struct proxy;

/* Steps separated by commas. Listens on a free port of this machine, passes on to `to_port`. */
struct proxy *proxy_start(unsigned to_port, const char *plan);
unsigned proxy_port(const struct proxy *proxy);
/* A new plan from the next connection on. */
void proxy_plan(struct proxy *proxy, const char *plan);
/* Connections so far. */
int proxy_connections(struct proxy *proxy);
/* Bytes of requests so far. */
long proxy_bytes(struct proxy *proxy);
void proxy_stop(struct proxy *proxy);

#endif
