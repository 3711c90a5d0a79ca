#include "bare_http.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BODY_MAX 4096

struct request {
    struct MHD_Connection *connection;
    struct request *next;
    size_t size;
    bool kept;
    char body[BODY_MAX];
};

struct bare_http {
    struct MHD_Daemon *daemon;
    struct MHD_Response *response;
    int file;       /* -1 with a table */
    sqlite3 *table; /* NULL with a file */
    sqlite3_stmt *insert;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct request *first; /* protected by mutex */
    bool stopping;         /* protected by mutex */
};

static struct request *take_all(struct bare_http *server)
{
    struct request *first;

    pthread_mutex_lock(&server->mutex);
    while (!server->first && !server->stopping)
        pthread_cond_wait(&server->changed, &server->mutex);
    first = server->first;
    server->first = NULL;
    pthread_mutex_unlock(&server->mutex);
    return first;
}

static void run(struct bare_http *server, const char *text)
{
    if (sqlite3_exec(server->table, text, NULL, NULL, NULL) != SQLITE_OK)
        abort();
}

/* By the id, which stands behind the version and the key id. */
static void keep_in_table(struct bare_http *server, const struct request *first)
{
    run(server, "BEGIN IMMEDIATE");
    for (const struct request *request = first; request; request = request->next) {
        sqlite3_bind_blob(server->insert, 1, request->body + 9, 16, SQLITE_STATIC);
        sqlite3_bind_blob(server->insert, 2, request->body, (int)request->size, SQLITE_STATIC);
        if (sqlite3_step(server->insert) != SQLITE_DONE)
            abort();
        sqlite3_reset(server->insert);
    }
    run(server, "COMMIT");
}

static void keep_in_file(const struct bare_http *server, const struct request *first)
{
    for (const struct request *request = first; request; request = request->next) {
        if (write(server->file, request->body, request->size) != (ssize_t)request->size)
            abort();
    }
    if (fdatasync(server->file) != 0)
        abort();
}

static void *keep(void *context)
{
    struct bare_http *server = context;
    struct request *first;

    while ((first = take_all(server))) {
        if (server->table)
            keep_in_table(server, first);
        else
            keep_in_file(server, first);
        while (first) {
            struct request *request = first;

            first = request->next;
            request->kept = true;
            MHD_resume_connection(request->connection);
        }
    }
    return NULL;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **of)
{
    struct bare_http *server = context;
    struct request *request = *of;

    (void)url;
    (void)method;
    (void)version;
    if (!request) {
        *of = request = calloc(1, sizeof *request);
        if (request)
            request->connection = connection;
        return request ? MHD_YES : MHD_NO;
    }
    if (*size > 0) {
        if (*size > sizeof request->body - request->size)
            return MHD_NO;
        memcpy(request->body + request->size, data, *size);
        request->size += *size;
        *size = 0;
        return MHD_YES;
    }
    if (request->kept)
        return MHD_queue_response(connection, MHD_HTTP_CREATED, server->response);
    MHD_suspend_connection(connection);
    pthread_mutex_lock(&server->mutex);
    request->next = server->first;
    server->first = request;
    pthread_cond_signal(&server->changed);
    pthread_mutex_unlock(&server->mutex);
    return MHD_YES;
}

static void completed(void *context, struct MHD_Connection *connection, void **of,
                      enum MHD_RequestTerminationCode how)
{
    (void)context;
    (void)connection;
    (void)how;
    free(*of);
    *of = NULL;
}

static void open_table(struct bare_http *server, const char *path)
{
    if (sqlite3_open(path, &server->table) != SQLITE_OK)
        abort();
    run(server, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "CREATE TABLE entry (id BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)");
    if (sqlite3_prepare_v2(server->table, "INSERT INTO entry VALUES (?1, ?2)", -1, &server->insert,
                           NULL) != SQLITE_OK)
        abort();
}

struct bare_http *bare_http_start(const char *path, bool table)
{
    static char done[] = "kept";
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct bare_http *server = calloc(1, sizeof *server);

    if (!server)
        abort();
    pthread_mutex_init(&server->mutex, NULL);
    pthread_cond_init(&server->changed, NULL);
    server->file = -1;
    if (table)
        open_table(server, path);
    else
        server->file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    server->response =
        MHD_create_response_from_buffer(sizeof done - 1, done, MHD_RESPMEM_PERSISTENT);
    server->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0,
                                      NULL, NULL, handle, server, MHD_OPTION_SOCK_ADDR, &address,
                                      MHD_OPTION_NOTIFY_COMPLETED, completed, NULL, MHD_OPTION_END);
    if ((!table && server->file < 0) || !server->response || !server->daemon ||
        pthread_create(&server->thread, NULL, keep, server) != 0)
        abort();
    return server;
}

unsigned bare_http_port(const struct bare_http *server)
{
    return MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void bare_http_stop(struct bare_http *server)
{
    pthread_mutex_lock(&server->mutex);
    server->stopping = true;
    pthread_cond_signal(&server->changed);
    pthread_mutex_unlock(&server->mutex);
    pthread_join(server->thread, NULL);
    MHD_stop_daemon(server->daemon);
    MHD_destroy_response(server->response);
    if (server->file >= 0)
        close(server->file);
    sqlite3_finalize(server->insert);
    sqlite3_close(server->table);
    free(server);
}
