#include "desk/server_parts.h"

#include "desk/serve_limits.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* TLS 1.2 and 1.3 with ciphers that nobody has broken. */
#define TLS_PRIORITIES "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA:%SERVER_PRECEDENCE"

bool yt_server_address(const char *text, struct sockaddr_storage *ret_address, struct yt_err *err)
{
    const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
                                   .ai_socktype = SOCK_STREAM};
    const char *colon = strrchr(text, ':');
    struct addrinfo *found = NULL;
    bool bracket = text[0] == '[';
    char host[INET6_ADDRSTRLEN + 2];
    int size = colon ? (int)(colon - text) - 2 * bracket : 0;

    memset(ret_address, 0, sizeof *ret_address);
    if (size > 0 && size < (int)sizeof host && (!bracket || colon[-1] == ']')) {
        snprintf(host, sizeof host, "%.*s", size, text + bracket);
        if (getaddrinfo(host, colon + 1, &hints, &found) != 0)
            found = NULL;
    }
    if (!found) {
        yt_err_set(err, YT_ERR_INVALID, "%s: is no address to listen on", text);
        return yt_err_remedy(err, "Write it in numbers, as 127.0.0.1:8443 or [::1]:8443.");
    }
    memcpy(ret_address, found->ai_addr, found->ai_addrlen);
    freeaddrinfo(found);
    return true;
}

bool yt_server_is_loopback(const struct sockaddr_storage *address)
{
    if (address->ss_family == AF_INET6)
        return IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)address)->sin6_addr);
    return ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr) >> 24 == 127;
}

bool yt_server_add_headers(struct MHD_Response *response, const char *type)
{
    static const char *const headers[][2] = {
        {"Cache-Control", "no-store"},
        {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Content-Type-Options", "nosniff"},
    };
    bool added = MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type) == MHD_YES;

    for (size_t i = 0; added && i < YT_COUNT(headers); i++)
        added = MHD_add_response_header(response, headers[i][0], headers[i][1]) == MHD_YES;
    return added;
}

static bool make_problem(struct yt_server *server, enum yt_problem problem, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    const struct yt_problem_words *words = yt_problem_words(problem);
    struct MHD_Response *response;

    yt_buf_init(&text, 1024);
    if (!yt_problem_write(problem, &text, err))
        return false;
    response = MHD_create_response_from_buffer(text.size, text.data, MHD_RESPMEM_MUST_COPY);
    server->problems[problem] = response;
    return (response && yt_server_add_headers(response, "application/problem+json") &&
            (!words->allow ||
             MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, words->allow) == MHD_YES) &&
            (!words->retry_after || MHD_add_response_header(response, MHD_HTTP_HEADER_RETRY_AFTER,
                                                            words->retry_after) == MHD_YES) &&
            (problem != YT_PROBLEM_AMBIGUOUS ||
             MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close") == MHD_YES) &&
            (problem != YT_PROBLEM_UNAUTHORIZED ||
             MHD_add_response_header(response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, "Bearer") ==
                 MHD_YES)) ||
           yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the server");
}

/* A connection began or is about to be closed. */
static void notice_connection(void *context, struct MHD_Connection *connection,
                              void **socket_context, enum MHD_ConnectionNotificationCode what)
{
    struct yt_server *server = context;
    const union MHD_ConnectionInfo *info;

    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        yt_watch_remove(&server->watch, *socket_context);
        *socket_context = NULL;
        return;
    }
    info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    *socket_context =
        info ? yt_watch_add(&server->watch, info->connect_fd, YT_SERVE_HEAD_MS) : NULL;
}

static bool listen_now(struct yt_server *server, const struct yt_server_options *options,
                       struct yt_err *err)
{
    const bool tls = options->tls_certificate != NULL;
    struct MHD_OptionItem secured[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)(uintptr_t)options->tls_certificate},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(uintptr_t)options->tls_key},
        {MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)(uintptr_t)TLS_PRIORITIES},
        {MHD_OPTION_PER_IP_CONNECTION_LIMIT, YT_SERVE_CONNECTIONS_EACH, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;

    flags |= options->address.ss_family == AF_INET6 ? MHD_USE_IPv6 : 0U;
    flags |= tls ? (unsigned)MHD_USE_TLS : 0U;
    server->daemon = MHD_start_daemon(
        flags, 0, NULL, NULL, yt_server_handle, server, MHD_OPTION_SOCK_ADDR, &options->address,
        MHD_OPTION_NOTIFY_COMPLETED, yt_server_completed, server, MHD_OPTION_NOTIFY_CONNECTION,
        notice_connection, server, MHD_OPTION_CONNECTION_LIMIT, YT_SERVE_CONNECTIONS,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)YT_SERVE_IDLE_S,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, YT_SERVE_CONNECTION_MEMORY,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1U, MHD_OPTION_ARRAY,
        tls ? secured : secured + YT_COUNT(secured) - 1, MHD_OPTION_END);
    if (server->daemon)
        return true;
    yt_err_set(err, YT_ERR_IO, "the server cannot listen there");
    return yt_err_remedy(err, tls ? "See that the address is this machine's, the port is free, and "
                                    "certificate and key are PEM files that belong together."
                                  : "See that the address is this machine's and the port is free.");
}

struct yt_server *yt_server_start(const struct yt_server_options *options, struct yt_err *err)
{
    struct yt_server *server = calloc(1, sizeof *server);
    bool good = true;

    if (!server) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the server");
        return NULL;
    }
    server->clock = options->clock;
    yt_watch_init(&server->watch, options->clock);
    for (int i = YT_PROBLEM_NONE + 1; good && i < YT_PROBLEMS; i++)
        good = make_problem(server, (enum yt_problem)i, err);
    if (good)
        server->gate = yt_gate_new(options->store_path, options->rate, options->clock, err);
    if (server->gate)
        server->writer = yt_writer_start(options->store_path, options->signer, options->clock, err);
    if (server->writer && listen_now(server, options, err))
        return server;
    yt_server_stop(server);
    return NULL;
}

unsigned yt_server_port(const struct yt_server *server)
{
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);

    return info ? info->port : 0;
}

void yt_server_tick(struct yt_server *server)
{
    yt_watch_sweep(&server->watch);
}

bool yt_server_lost(struct yt_server *server)
{
    return yt_writer_lost(server->writer);
}

/* What has begun gets its answer; who is slow about it does not hold the stop up for long. */
static void wait_for_requests(struct yt_server *server)
{
    const struct timespec moment = {.tv_nsec = 10000000};
    int64_t until_ms = yt_clock_mono_ms(yt_clock_system()) + YT_SERVE_STOP_MS;

    while (atomic_load(&server->in_flight) > 0 && yt_clock_mono_ms(yt_clock_system()) < until_ms)
        (void)nanosleep(&moment, NULL); /* shorter is fine */
}

void yt_server_stop(struct yt_server *server)
{
    if (!server)
        return;
    atomic_store(&server->stopping, true);
    if (server->daemon) {
        MHD_socket listening = MHD_quiesce_daemon(server->daemon);

        if (listening != MHD_INVALID_SOCKET)
            (void)close(listening); /* nothing was written to it */
        wait_for_requests(server);
    }
    /* First the writer: it wakes the connections that wait for it, and none may sleep below. */
    yt_writer_stop(server->writer);
    if (server->daemon)
        MHD_stop_daemon(server->daemon);
    yt_gate_free(server->gate);
    yt_watch_done(&server->watch);
    for (size_t i = 0; i < YT_PROBLEMS; i++) {
        if (server->problems[i])
            MHD_destroy_response(server->problems[i]);
    }
    free(server);
}
