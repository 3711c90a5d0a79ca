#include "desk/server_parts.h"

#include "desk/serve_limits.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define ENTRIES "/v1/entries/"
#define ID_DIGITS ((size_t)2 * YT_ENTRY_ID_SIZE)

enum route { ROUTE_NONE, ROUTE_HEALTH, ROUTE_TIME, ROUTE_ENTRY };

struct request {
    struct yt_server *server;
    struct MHD_Connection *connection;
    enum route route;
    enum yt_problem problem; /* known before the body was read */
    uint8_t id[YT_ENTRY_ID_SIZE];
    char kiosk[YT_ENTRY_KIOSK_MAX]; /* whose token it shows; "" without one */
    size_t size;                    /* of the body, also of what is thrown away */
    bool submitted;
    struct yt_writer_job job;
    struct yt_sealed sealed;
    uint8_t body[YT_FRAME_MAX];
};

static struct yt_watched *watched_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

    return info ? info->socket_context : NULL;
}

static enum MHD_Result answer_problem(struct request *request, enum yt_problem problem)
{
    return MHD_queue_response(request->connection, yt_problem_words(problem)->status,
                              request->server->problems[problem]);
}

static enum MHD_Result answer(struct request *request, unsigned status, const char *type,
                              const void *data, size_t size)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(size, (void *)(uintptr_t)data, MHD_RESPMEM_MUST_COPY);
    enum MHD_Result queued = MHD_NO;

    if (response && yt_server_add_headers(response, type))
        queued = MHD_queue_response(request->connection, status, response);
    if (response)
        MHD_destroy_response(response);
    return queued;
}

static bool read_id(const char *digits, uint8_t id[static YT_ENTRY_ID_SIZE])
{
    size_t size = 0;

    return strlen(digits) == ID_DIGITS && strspn(digits, "0123456789abcdef") == ID_DIGITS &&
           sodium_hex2bin(id, YT_ENTRY_ID_SIZE, digits, ID_DIGITS, NULL, &size, NULL) == 0;
}

static enum route find_route(const char *url, uint8_t id[static YT_ENTRY_ID_SIZE])
{
    if (strcmp(url, "/v1/health") == 0)
        return ROUTE_HEALTH;
    if (strcmp(url, "/v1/time") == 0)
        return ROUTE_TIME;
    if (strncmp(url, ENTRIES, strlen(ENTRIES)) == 0 && read_id(url + strlen(ENTRIES), id))
        return ROUTE_ENTRY;
    return ROUTE_NONE;
}

/* First who it is: strangers learn nothing of what is here but whether it lives. */
static enum yt_problem admit(struct request *request, const char *method)
{
    const char *shown = MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND,
                                                    MHD_HTTP_HEADER_AUTHORIZATION);
    const bool entry = request->route == ROUTE_ENTRY;
    const char *wanted = entry ? MHD_HTTP_METHOD_PUT : MHD_HTTP_METHOD_GET;
    enum yt_problem problem = YT_PROBLEM_NONE;

    if (request->route == ROUTE_NONE)
        return YT_PROBLEM_NOT_FOUND;
    if (request->route != ROUTE_HEALTH)
        problem = yt_gate_admit(request->server->gate, shown, request->kiosk);
    if (problem == YT_PROBLEM_NONE && strcmp(method, wanted) != 0)
        problem = entry ? YT_PROBLEM_ONLY_PUT : YT_PROBLEM_ONLY_GET;
    if (problem == YT_PROBLEM_NONE && entry)
        problem = yt_gate_count(request->server->gate, request->kiosk);
    return problem;
}

/* What the head says of the body; 0 when it says nothing. */
static unsigned long long announced_size(struct MHD_Connection *connection)
{
    const char *text =
        MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_LENGTH);

    return text ? strtoull(text, NULL, 10) : 0;
}

/* How often a header is there, and how the body is framed. */
struct framing {
    int hosts, lengths, encodings;
};

static enum MHD_Result count_header(void *context, enum MHD_ValueKind kind, const char *name,
                                    const char *value)
{
    struct framing *framing = context;

    (void)kind;
    (void)value;
    framing->hosts += strcasecmp(name, MHD_HTTP_HEADER_HOST) == 0;
    framing->lengths += strcasecmp(name, MHD_HTTP_HEADER_CONTENT_LENGTH) == 0;
    framing->encodings += strcasecmp(name, MHD_HTTP_HEADER_TRANSFER_ENCODING) == 0;
    return MHD_YES;
}

/* The library lets pass what RFC 9112 wants refused; behind a proxy that reads it otherwise, one
 * request could be smuggled inside another. */
static bool is_ambiguous(struct MHD_Connection *connection)
{
    struct framing framing = {0};

    (void)MHD_get_connection_values(connection, MHD_HEADER_KIND, count_header, &framing);
    return framing.hosts != 1 || framing.lengths + framing.encodings > 1;
}

/* The head is read. */
static enum MHD_Result begin(struct yt_server *server, struct MHD_Connection *connection,
                             const char *url, const char *method, void **ret_request)
{
    struct request *request = malloc(sizeof *request);

    if (!request)
        return MHD_NO;
    *ret_request = request;
    memset(request, 0, offsetof(struct request, body)); /* the body is written before it is read */
    request->server = server;
    request->connection = connection;
    atomic_fetch_add(&server->in_flight, 1);
    yt_watch_limit(&server->watch, watched_of(connection), YT_SERVE_BODY_MS);
    request->route = find_route(url, request->id);
    request->problem = is_ambiguous(connection) ? YT_PROBLEM_AMBIGUOUS : admit(request, method);
    if (announced_size(connection) > YT_FRAME_MAX && request->problem == YT_PROBLEM_NONE)
        request->problem = YT_PROBLEM_TOO_LARGE;
    if (announced_size(connection) > YT_SERVE_SWALLOW_MAX)
        return answer_problem(request, request->problem);
    return MHD_YES;
}

/* False when somebody sends without end. */
static bool gather(struct request *request, const char *data, size_t size)
{
    if (request->problem == YT_PROBLEM_NONE && size > sizeof request->body - request->size)
        request->problem = YT_PROBLEM_TOO_LARGE;
    if (request->problem == YT_PROBLEM_NONE)
        memcpy(request->body + request->size, data, size);
    request->size += size;
    return request->size <= YT_SERVE_SWALLOW_MAX;
}

static enum yt_problem read_entry(struct request *request)
{
    struct yt_err err;

    if (!yt_frame_read(request->body, request->size, &request->sealed, &err))
        return err.code == YT_ERR_UNSUPPORTED ? YT_PROBLEM_UNSUPPORTED
               : err.code == YT_ERR_TOO_LARGE ? YT_PROBLEM_TOO_LARGE
                                              : YT_PROBLEM_MALFORMED;
    if (memcmp(request->sealed.id, request->id, sizeof request->id) != 0)
        return YT_PROBLEM_OTHER_ID;
    if (!yt_writer_is_for(request->server->writer, &request->sealed))
        return YT_PROBLEM_OTHER_DESK;
    return YT_PROBLEM_NONE;
}

/* On the writer's thread. */
static void wake(struct yt_writer_job *job)
{
    struct request *request = job->context;

    MHD_resume_connection(request->connection);
}

static enum MHD_Result submit(struct request *request)
{
    enum yt_problem problem = read_entry(request);

    if (problem == YT_PROBLEM_NONE && atomic_load(&request->server->stopping))
        problem = YT_PROBLEM_STOPPING;
    if (problem != YT_PROBLEM_NONE)
        return answer_problem(request, problem);
    request->submitted = true;
    request->job = (struct yt_writer_job){
        .sealed = &request->sealed, .kiosk = request->kiosk, .done = wake, .context = request};
    yt_watch_limit(&request->server->watch, watched_of(request->connection), 0);
    /* Asleep before it is handed on, for it may be done at once. */
    MHD_suspend_connection(request->connection);
    if (!yt_writer_submit(request->server->writer, &request->job)) {
        request->job.problem = YT_PROBLEM_STOPPING;
        MHD_resume_connection(request->connection);
    }
    return MHD_YES;
}

static enum MHD_Result answer_entry(struct request *request)
{
    const struct yt_writer_job *job = &request->job;

    yt_watch_limit(&request->server->watch, watched_of(request->connection), YT_SERVE_BODY_MS);
    if (job->problem != YT_PROBLEM_NONE)
        return answer_problem(request, job->problem);
    return answer(request, job->new_here ? MHD_HTTP_CREATED : MHD_HTTP_OK,
                  "application/vnd.yotte.receipt", job->receipt, sizeof job->receipt);
}

static enum MHD_Result answer_time(struct request *request)
{
    char text[64];
    int size = snprintf(text, sizeof text, "{\"unix_ms\":%lld}",
                        (long long)yt_clock_wall_ms(request->server->clock));

    return answer(request, MHD_HTTP_OK, "application/json", text, (size_t)size);
}

static enum MHD_Result answer_health(struct request *request)
{
    static const char well[] = "{\"status\":\"ok\"}";

    if (atomic_load(&request->server->stopping))
        return answer_problem(request, YT_PROBLEM_STOPPING);
    if (!yt_writer_healthy(request->server->writer))
        return answer_problem(request, YT_PROBLEM_FAILING);
    return answer(request, MHD_HTTP_OK, "application/json", well, sizeof well - 1);
}

/* The body is read; once more when the writer is done. */
static enum MHD_Result finish(struct request *request)
{
    if (request->problem != YT_PROBLEM_NONE)
        return answer_problem(request, request->problem);
    switch (request->route) {
    case ROUTE_HEALTH:
        return answer_health(request);
    case ROUTE_TIME:
        return answer_time(request);
    case ROUTE_ENTRY:
        return request->submitted ? answer_entry(request) : submit(request);
    case ROUTE_NONE:
    default:
        return answer_problem(request, YT_PROBLEM_NOT_FOUND);
    }
}

enum MHD_Result yt_server_handle(void *server, struct MHD_Connection *connection, const char *url,
                                 const char *method, const char *version, const char *data,
                                 size_t *size, void **request)
{
    size_t arrived = *size;

    (void)version; /* the library has judged it */
    if (!*request)
        return begin(server, connection, url, method, request);
    if (arrived == 0)
        return finish(*request);
    *size = 0; /* all of it is taken */
    return gather(*request, data, arrived) ? MHD_YES : MHD_NO;
}

void yt_server_completed(void *server, struct MHD_Connection *connection, void **request,
                         enum MHD_RequestTerminationCode how)
{
    struct yt_server *of = server;

    (void)how;
    if (!*request)
        return;
    free(*request);
    *request = NULL;
    yt_watch_limit(&of->watch, watched_of(connection), YT_SERVE_NEXT_HEAD_MS);
    atomic_fetch_sub(&of->in_flight, 1);
}
