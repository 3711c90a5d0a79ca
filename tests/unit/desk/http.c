#include "http.h"

#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

int http_connect(unsigned port)
{
    const struct timeval patience = {.tv_sec = 30};
    const struct sockaddr_in to = {.sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    assert_true(made >= 0);
    setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    assert_int_equal(connect(made, (const struct sockaddr *)&to, sizeof to), 0);
    return made;
}

void http_send(int socket, const void *data, size_t size)
{
    const uint8_t *rest = data;

    while (size > 0) {
        ssize_t sent = send(socket, rest, size, MSG_NOSIGNAL);

        if (sent <= 0)
            return; /* the other side has had enough; its answer is what counts */
        rest += sent;
        size -= (size_t)sent;
    }
}

void http_request(int socket, const char *method, const char *path, const char *token,
                  const void *body, size_t size)
{
    char request[8192];
    int head = snprintf(request, sizeof request, "%s %s HTTP/1.1\r\nHost: desk\r\n", method, path);

    if (token)
        head += snprintf(request + head, sizeof request - (size_t)head,
                         "Authorization: Bearer %s\r\n", token);
    if (body)
        head += snprintf(request + head, sizeof request - (size_t)head, "Content-Length: %zu\r\n",
                         size);
    head += snprintf(request + head, sizeof request - (size_t)head, "\r\n");
    if (!body)
        size = 0;
    if (size <= sizeof request - (size_t)head) {
        if (size > 0)
            memcpy(request + head, body, size);
        http_send(socket, request, (size_t)head + size);
        return;
    }
    http_send(socket, request, (size_t)head);
    http_send(socket, body, size);
}

static void find_header(const char *head, const char *name, char *value, size_t capacity)
{
    const char *at = strcasestr(head, name);

    value[0] = '\0';
    if (at)
        snprintf(value, capacity, "%.*s", (int)strcspn(at + strlen(name), "\r\n"),
                 at + strlen(name));
}

struct http_answer http_receive(int socket)
{
    struct http_answer answer = {0};
    char length[32];
    size_t size = 0;

    /* The head byte by byte: what follows may belong to the next answer. */
    while (size < sizeof answer.head - 1 && !strstr(answer.head, "\r\n\r\n")) {
        if (recv(socket, answer.head + size, 1, 0) != 1)
            return answer;
        size++;
    }
    assert_int_equal(sscanf(answer.head, "HTTP/1.1 %d ", &answer.status), 1);
    find_header(answer.head, "\r\nContent-Type: ", answer.type, sizeof answer.type);
    find_header(answer.head, "\r\nContent-Length: ", length, sizeof length);
    size = strtoul(length, NULL, 10);
    assert_true(size < sizeof answer.body);
    while (answer.size < size) {
        ssize_t more = recv(socket, answer.body + answer.size, size - answer.size, 0);

        assert_true(more > 0);
        answer.size += (size_t)more;
    }
    return answer;
}

bool http_closed(int socket)
{
    char byte;

    return recv(socket, &byte, 1, 0) <= 0;
}
