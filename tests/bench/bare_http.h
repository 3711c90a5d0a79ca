/* The least that keeps what is sent to it: libmicrohttpd, and one flush of the disk for all that
 * wait, either of a plain file or of a table of SQLite. It knows nobody, checks nothing and signs
 * nothing. */
#ifndef YT_TESTS_BENCH_BARE_HTTP_H
#define YT_TESTS_BENCH_BARE_HTTP_H

#include <stdbool.h>

struct bare_http;

/* Aborts when that fails. `table`: into SQLite. */
struct bare_http *bare_http_start(const char *path, bool table);
unsigned bare_http_port(const struct bare_http *server);
void bare_http_stop(struct bare_http *server);

#endif
