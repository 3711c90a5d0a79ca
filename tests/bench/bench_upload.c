/* How many entries a second the desk takes in, durably, beside the least that an HTTP server can do
 * with the same library and one flush of the disk for all that wait.
 *
 *   bench_upload FOLDER CONNECTIONS SECONDS
 *
 * Prints "name<TAB>number": bare-file, bare-table and desk (entries a second), each with its 99th
 * percentile in milliseconds, ratio (desk to bare-table), and desk-memory (resident, KB). FOLDER
 * must lie on the disk in question. */
#include "bare_http.h"

#include "desk/desk.h"
#include "desk/token.h"
#include "handoff/envelope.h"

#include <arpa/inet.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ENTRY_SIZE 2048
#define TIMES_MAX ((size_t)1 << 20)
#define CONNECTIONS_MAX 256
#define CHEAP ((struct yt_passphrase_cost){crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN})

/* One client on one connection. */
struct client {
    pthread_t thread;
    unsigned port;
    const char *token;
    const uint8_t *key_id;
    double until;
    size_t count;
    float *times; /* of each answer, in milliseconds */
    size_t capacity;
    bool failed;
};

static double now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int connect_to(unsigned port)
{
    const struct sockaddr_in to = {.sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (made >= 0 && connect(made, (const struct sockaddr *)&to, sizeof to) == 0)
        return made;
    close(made);
    return -1;
}

/* An envelope with a new id, as far as anybody can see without the desk's key. */
static size_t make_request(const struct client *client, char *request, size_t capacity)
{
    uint8_t body[ENTRY_SIZE];
    char id[2 * YT_ENTRY_ID_SIZE + 1];
    int head;

    randombytes_buf(body, YT_ENVELOPE_HEAD_SIZE);
    memset(body + YT_ENVELOPE_HEAD_SIZE, 'x', sizeof body - YT_ENVELOPE_HEAD_SIZE);
    body[0] = YT_ENVELOPE_VERSION;
    memcpy(body + 1, client->key_id, YT_KEY_ID_SIZE);
    sodium_bin2hex(id, sizeof id, body + 1 + YT_KEY_ID_SIZE, YT_ENTRY_ID_SIZE);
    head = snprintf(request, capacity,
                    "PUT /v1/entries/%s HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer %s\r\n"
                    "Content-Length: %d\r\n\r\n",
                    id, client->token, ENTRY_SIZE);
    memcpy(request + head, body, sizeof body);
    return (size_t)head + sizeof body;
}

/* One exchange. False when it is not a 201. */
static bool exchange(const struct client *client, int socket)
{
    char request[ENTRY_SIZE + 512];
    char answer[2048];
    size_t size = make_request(client, request, sizeof request);
    size_t got = 0;
    size_t wanted = sizeof answer;

    if (send(socket, request, size, MSG_NOSIGNAL) != (ssize_t)size)
        return false;
    while (got < wanted) {
        ssize_t more = recv(socket, answer + got, sizeof answer - 1 - got, 0);
        const char *body;
        const char *length;

        if (more <= 0)
            return false;
        got += (size_t)more;
        answer[got] = '\0';
        body = strstr(answer, "\r\n\r\n");
        length = strstr(answer, "Content-Length: ");
        if (body && length)
            wanted = (size_t)(body + 4 - answer) + strtoul(length + 16, NULL, 10);
    }
    return strncmp(answer, "HTTP/1.1 201", 12) == 0;
}

static void *send_entries(void *context)
{
    struct client *client = context;
    int socket = connect_to(client->port);
    double start = now_s();

    client->failed = socket < 0;
    while (!client->failed && start < client->until) {
        double end;

        client->failed = !exchange(client, socket);
        end = now_s();
        if (client->count < client->capacity)
            client->times[client->count] = (float)((end - start) * 1e3);
        client->count++;
        start = end;
    }
    close(socket);
    return NULL;
}

static int compare(const void *a, const void *b)
{
    const float *left = a;
    const float *right = b;

    return (*left > *right) - (*left < *right);
}

/* Prints how it went; entries a second, or 0 when something failed. */
static double load(const char *name, unsigned port, const char *token, const uint8_t *key_id,
                   int connections, double seconds)
{
    static struct client clients[CONNECTIONS_MAX];
    static float times[TIMES_MAX];
    size_t count = 0;
    bool failed = false;

    for (int i = 0; i < connections; i++) {
        clients[i] = (struct client){.port = port,
                                     .token = token,
                                     .key_id = key_id,
                                     .until = now_s() + seconds,
                                     .capacity = TIMES_MAX / (size_t)connections};
        clients[i].times = times + (size_t)i * clients[i].capacity;
        if (pthread_create(&clients[i].thread, NULL, send_entries, &clients[i]) != 0)
            abort();
    }
    for (int i = 0; i < connections; i++) {
        size_t timed;

        pthread_join(clients[i].thread, NULL);
        timed = clients[i].count < clients[i].capacity ? clients[i].count : clients[i].capacity;
        failed = failed || clients[i].failed;
        memmove(times + count, clients[i].times, timed * sizeof *times);
        count += timed;
    }
    if (failed || count == 0)
        return 0;
    qsort(times, count, sizeof *times, compare);
    printf("%s\t%.0f\n%s-p99\t%.2f\n", name, (double)count / seconds, name,
           times[count * 99 / 100]);
    return (double)count / seconds;
}

static bool make_desk(const char *folder, char token[static YT_TOKEN_MAX], uint8_t *key_id,
                      struct yt_err *err)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_kiosk_public kiosk = {.kiosk = "k1"};
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;
    uint8_t hash[YT_TOKEN_HASH_SIZE];
    int others = 0;

    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    yt_buf_text(&passphrase, "only for measuring");
    yt_token_make(kiosk.kiosk, token, hash);
    if (!yt_desk_create(folder, "desk", NULL, &passphrase, CHEAP, err) ||
        !yt_desk_open(&desk, folder, err) ||
        !yt_desk_store_enroll(desk.store, &kiosk, 0, &others, err) ||
        !yt_desk_store_set_token(desk.store, &kiosk, hash, err))
        return false;
    yt_desk_key_id(desk.known.seal_key, key_id);
    return true;
}

/* Starts the program and waits until it listens. */
static pid_t start_desk(const char *folder, unsigned *port)
{
    char line[128] = "";
    int ends[2];
    FILE *said;
    pid_t child;

    if (pipe(ends) != 0 || (child = fork()) < 0)
        abort();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        execl(YOTTE_DESK, YOTTE_DESK, "serve", folder, "--listen", "127.0.0.1:0", "--rate",
              "1000000", "--assets", YT_ASSETS, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    said = fdopen(ends[0], "r");
    if (!said || !fgets(line, sizeof line, said) ||
        sscanf(line, "Listening on %*s port %u", port) != 1)
        *port = 0;
    fclose(said);
    return child;
}

static void print_memory(pid_t process)
{
    char path[64];
    char line[128];
    FILE *status;

    snprintf(path, sizeof path, "/proc/%d/status", (int)process);
    status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status)) {
        if (strncmp(line, "VmRSS:", 6) == 0)
            printf("desk-memory\t%ld\n", strtol(line + 6, NULL, 10));
    }
    if (status)
        fclose(status);
}

static bool run(const char *folder, int connections, double seconds, struct yt_err *err)
{
    char path[512];
    char token[YT_TOKEN_MAX];
    uint8_t key_id[YT_KEY_ID_SIZE];
    unsigned port = 0;
    struct bare_http *bare;
    double least = 0;
    double ours;
    pid_t desk;

    snprintf(path, sizeof path, "%s/desk", folder);
    if (!make_desk(path, token, key_id, err))
        return false;
    for (int table = 0; table <= 1; table++) {
        snprintf(path, sizeof path, "%s/bare.%s", folder, table ? "db" : "log");
        bare = bare_http_start(path, table);
        least = load(table ? "bare-table" : "bare-file", bare_http_port(bare), token, key_id,
                     connections, seconds);
        bare_http_stop(bare);
    }
    snprintf(path, sizeof path, "%s/desk", folder);
    desk = start_desk(path, &port);
    ours = load("desk", port, token, key_id, connections, seconds);
    print_memory(desk);
    kill(desk, SIGTERM);
    waitpid(desk, NULL, 0);
    if (least <= 0 || ours <= 0)
        return yt_err_set(err, YT_ERR_IO, "an entry was not taken in");
    printf("ratio\t%.2f\n", ours / least);
    return true;
}

int main(int argc, char **argv)
{
    struct yt_err err;
    int connections = argc == 4 ? (int)strtol(argv[2], NULL, 10) : 0;

    if (connections < 1 || connections > CONNECTIONS_MAX || sodium_init() < 0) {
        fputs("bench_upload FOLDER CONNECTIONS SECONDS\n", stderr);
        return 2;
    }
    if (run(argv[1], connections, strtod(argv[3], NULL), &err))
        return 0;
    fprintf(stderr, "bench_upload: %s\n", err.text);
    return 1;
}
