/* The least HTTP client that can also misbehave. */
#ifndef YT_TESTS_DESK_HTTP_H
#define YT_TESTS_DESK_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct http_answer {
    int status; /* 0: none came */
    char type[64];
    char head[2048];
    size_t size;
    uint8_t body[4096];
};

int http_connect(unsigned port);
void http_send(int socket, const void *data, size_t size);
/* The whole of one request. `token` may be NULL. */
void http_request(int socket, const char *method, const char *path, const char *token,
                  const void *body, size_t size);
/* Waits for one answer, half a minute at most. */
struct http_answer http_receive(int socket);
/* True when the other side has closed, within half a minute. */
bool http_closed(int socket);

#endif
