#include "proxy.h"

#include <arpa/inet.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define RECEIPT_SIZE 214
#define ANSWER_MAX 4096

struct proxy {
    int listening;
    unsigned port, to_port;
    pthread_t thread;
    pthread_mutex_t mutex;
    char plan[256];  /* protected by mutex */
    int connections; /* protected by mutex; the index into the plan starts with each plan */
    int step;        /* protected by mutex */
    int open;        /* protected by mutex: threads that are not done */
    long bytes;      /* protected by mutex */
    char receipt[RECEIPT_SIZE]; /* protected by mutex: the last true one */
    bool stopping;              /* protected by mutex */
};

struct exchange {
    struct proxy *proxy;
    int client, desk;
    char step[32];
    long limit;
    char answer[ANSWER_MAX];
    size_t answer_size;
    char path[128]; /* of the request that was swallowed */
};

static void reset(int *socket)
{
    const struct linger at_once = {.l_onoff = 1};

    if (*socket < 0)
        return;
    setsockopt(*socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close(*socket);
    *socket = -1;
}

static bool send_all(int socket, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(socket, data, size, MSG_NOSIGNAL);

        if (sent <= 0)
            return false;
        data += sent;
        size -= (size_t)sent;
    }
    return true;
}

static int connect_desk(const struct proxy *proxy)
{
    const struct sockaddr_in to = {.sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)proxy->to_port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int desk = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (desk >= 0 && connect(desk, (const struct sockaddr *)&to, sizeof to) == 0)
        return desk;
    close(desk);
    return -1;
}

static bool stopping(struct proxy *proxy)
{
    bool is;

    pthread_mutex_lock(&proxy->mutex);
    is = proxy->stopping;
    pthread_mutex_unlock(&proxy->mutex);
    return is;
}

/* Waits for bytes on either side; false when there will be none. */
static bool wait_for(struct exchange *exchange, bool *from_client, bool *from_desk)
{
    struct pollfd files[] = {{.fd = exchange->client, .events = POLLIN},
                             {.fd = exchange->desk, .events = POLLIN}};

    while (poll(files, 2, 100) == 0) {
        if (stopping(exchange->proxy))
            return false;
    }
    *from_client = files[0].revents != 0;
    *from_desk = files[1].revents != 0;
    return true;
}

static void keep_receipt(struct exchange *exchange, const char *data, size_t size)
{
    const char *body = memmem(data, size, "\r\n\r\n", 4);

    if (!body || size - (size_t)(body + 4 - data) != RECEIPT_SIZE)
        return;
    pthread_mutex_lock(&exchange->proxy->mutex);
    memcpy(exchange->proxy->receipt, body + 4, RECEIPT_SIZE);
    pthread_mutex_unlock(&exchange->proxy->mutex);
}

static bool is(const struct exchange *exchange, const char *step)
{
    return strcmp(exchange->step, step) == 0;
}

/* The desk's answer comes back. */
static bool pass_answer(struct exchange *exchange, const char *data, size_t size)
{
    keep_receipt(exchange, data, size);
    if (is(exchange, "lost"))
        return false;
    if (is(exchange, "half") && size > (size_t)exchange->limit) {
        (void)send_all(exchange->client, data, (size_t)exchange->limit);
        return false;
    }
    return send_all(exchange->client, data, size);
}

/* The same bytes once more on a connection of their own, before the first answer is passed. */
static void send_again(struct exchange *exchange, const char *data, size_t size)
{
    int again = connect_desk(exchange->proxy);
    char ignored[ANSWER_MAX];

    if (again < 0)
        return;
    if (send_all(again, data, size))
        (void)recv(again, ignored, sizeof ignored, 0);
    close(again);
}

static bool pass_request(struct exchange *exchange, const char *data, size_t size)
{
    if (is(exchange, "cut") && size > (size_t)exchange->limit) {
        (void)send_all(exchange->desk, data, (size_t)exchange->limit);
        return false;
    }
    exchange->limit -= is(exchange, "cut") ? (long)size : 0;
    if (!send_all(exchange->desk, data, size))
        return false;
    if (is(exchange, "double"))
        send_again(exchange, data, size);
    return true;
}

static void relay(struct exchange *exchange)
{
    char data[ANSWER_MAX * 2];
    bool from_client = false;
    bool from_desk = false;
    bool more = true;

    exchange->desk = connect_desk(exchange->proxy);
    while (more && exchange->desk >= 0 && wait_for(exchange, &from_client, &from_desk)) {
        if (from_client) {
            ssize_t size = recv(exchange->client, data, sizeof data, 0);

            more = size > 0 && pass_request(exchange, data, (size_t)size);
            if (size > 0) {
                pthread_mutex_lock(&exchange->proxy->mutex);
                exchange->proxy->bytes += size;
                pthread_mutex_unlock(&exchange->proxy->mutex);
            }
        }
        if (more && from_desk) {
            ssize_t size = recv(exchange->desk, data, sizeof data, 0);

            more = size > 0 && pass_answer(exchange, data, (size_t)size);
        }
    }
    if (is(exchange, "pass") || is(exchange, "double"))
        (void)shutdown(exchange->client, SHUT_WR);
}

/* Takes the request in whole (its body ends a multiple of 256 bytes behind the head). */
static bool swallow(struct exchange *exchange)
{
    char data[ANSWER_MAX * 2];
    size_t size = 0;
    const char *head;

    for (;;) {
        ssize_t more = recv(exchange->client, data + size, sizeof data - size, 0);

        if (more <= 0)
            return false;
        size += (size_t)more;
        head = memmem(data, size, "\r\n\r\n", 4);
        if (head && (size - (size_t)(head + 4 - data)) % 256 == 0)
            return sscanf(data, "%*s %127s", exchange->path) == 1;
    }
}

static void make_answer(struct exchange *exchange)
{
    static const char page[] = "<html><body>Welcome to free wifi, please log in</body></html>";
    char body[RECEIPT_SIZE];
    int size = 0;

    memset(body, 0x5a, sizeof body);
    body[0] = 1; /* the version, and the outcome: kept */
    body[1] = 0;
    if (is(exchange, "replay"))
        memcpy(body, exchange->proxy->receipt, sizeof body);
    if (is(exchange, "html"))
        size =
            snprintf(exchange->answer, ANSWER_MAX,
                     "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %zu\r\n\r\n%s",
                     sizeof page - 1, page);
    else if (is(exchange, "redirect"))
        size = snprintf(exchange->answer, ANSWER_MAX,
                        "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:%u%s\r\n"
                        "Content-Length: 0\r\n\r\n",
                        exchange->proxy->to_port, exchange->path);
    else if (is(exchange, "empty"))
        size = snprintf(exchange->answer, ANSWER_MAX,
                        "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    else if (is(exchange, "busy"))
        size = snprintf(exchange->answer, ANSWER_MAX,
                        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy");
    else if (is(exchange, "junk"))
        size = snprintf(exchange->answer, ANSWER_MAX, "220 mail.example ESMTP\r\n");
    else
        size = snprintf(exchange->answer, ANSWER_MAX,
                        "HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n", RECEIPT_SIZE);
    exchange->answer_size = (size_t)size;
    if (is(exchange, "forged") || is(exchange, "replay")) {
        memcpy(exchange->answer + size, body, sizeof body);
        exchange->answer_size += sizeof body;
    }
}

static void *serve(void *context)
{
    struct exchange *exchange = context;
    struct proxy *proxy = exchange->proxy;

    if (is(exchange, "hang")) {
        bool from_client = false;
        bool from_desk = false;

        exchange->desk = -1;
        while (!stopping(proxy) && wait_for(exchange, &from_client, &from_desk) &&
               recv(exchange->client, exchange->answer, ANSWER_MAX, 0) > 0)
            continue;
    } else if (is(exchange, "pass") || is(exchange, "cut") || is(exchange, "lost") ||
               is(exchange, "half") || is(exchange, "double")) {
        relay(exchange);
    } else if (!is(exchange, "refuse")) {
        while (swallow(exchange)) {
            make_answer(exchange);
            if (!send_all(exchange->client, exchange->answer, exchange->answer_size))
                break;
        }
    }
    if (exchange->desk >= 0)
        reset(&exchange->desk);
    if (is(exchange, "pass") || is(exchange, "double"))
        close(exchange->client);
    else
        reset(&exchange->client);
    pthread_mutex_lock(&proxy->mutex);
    proxy->open--;
    pthread_mutex_unlock(&proxy->mutex);
    free(exchange);
    return NULL;
}

/* The step of the plan for the next connection. */
static void take_step(struct proxy *proxy, struct exchange *exchange)
{
    const char *at = proxy->plan;
    size_t length;

    for (int i = 0; i < proxy->step && strchr(at, ','); i++)
        at = strchr(at, ',') + 1;
    length = strcspn(at, ",:");
    snprintf(exchange->step, sizeof exchange->step, "%.*s", (int)length, at);
    exchange->limit = at[length] == ':' ? strtol(at + length + 1, NULL, 10) : 0;
    proxy->step++;
    proxy->connections++;
    proxy->open++;
}

static void *take_connections(void *context)
{
    const struct timeval patience = {.tv_sec = 20};
    struct proxy *proxy = context;
    int client;

    while ((client = accept4(proxy->listening, NULL, NULL, SOCK_CLOEXEC)) >= 0) {
        struct exchange *exchange = calloc(1, sizeof *exchange);
        pthread_t thread;

        if (!exchange)
            abort();
        setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        exchange->proxy = proxy;
        exchange->client = client;
        exchange->desk = -1;
        pthread_mutex_lock(&proxy->mutex);
        take_step(proxy, exchange);
        pthread_mutex_unlock(&proxy->mutex);
        if (pthread_create(&thread, NULL, serve, exchange) != 0)
            abort();
        pthread_detach(thread);
    }
    return NULL;
}

struct proxy *proxy_start(unsigned to_port, const char *plan)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    struct proxy *proxy = calloc(1, sizeof *proxy);

    if (!proxy)
        abort();
    pthread_mutex_init(&proxy->mutex, NULL);
    proxy->to_port = to_port;
    proxy_plan(proxy, plan);
    proxy->listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(proxy->listening, (struct sockaddr *)&address, size) != 0 ||
        listen(proxy->listening, 64) != 0 ||
        getsockname(proxy->listening, (struct sockaddr *)&address, &size) != 0 ||
        pthread_create(&proxy->thread, NULL, take_connections, proxy) != 0)
        abort();
    proxy->port = ntohs(address.sin_port);
    return proxy;
}

unsigned proxy_port(const struct proxy *proxy)
{
    return proxy->port;
}

void proxy_plan(struct proxy *proxy, const char *plan)
{
    pthread_mutex_lock(&proxy->mutex);
    snprintf(proxy->plan, sizeof proxy->plan, "%s", plan);
    proxy->step = 0;
    pthread_mutex_unlock(&proxy->mutex);
}

int proxy_connections(struct proxy *proxy)
{
    int count;

    pthread_mutex_lock(&proxy->mutex);
    count = proxy->connections;
    pthread_mutex_unlock(&proxy->mutex);
    return count;
}

long proxy_bytes(struct proxy *proxy)
{
    long bytes;

    pthread_mutex_lock(&proxy->mutex);
    bytes = proxy->bytes;
    pthread_mutex_unlock(&proxy->mutex);
    return bytes;
}

void proxy_stop(struct proxy *proxy)
{
    bool open = true;

    (void)shutdown(proxy->listening, SHUT_RDWR);
    pthread_join(proxy->thread, NULL);
    close(proxy->listening);
    while (open) {
        pthread_mutex_lock(&proxy->mutex);
        proxy->stopping = true;
        open = proxy->open > 0;
        pthread_mutex_unlock(&proxy->mutex);
        usleep(1000);
    }
    pthread_mutex_destroy(&proxy->mutex);
    free(proxy);
}
