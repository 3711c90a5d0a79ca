#include "desk/command_parts.h"

#include "base/fs.h"
#include "base/log.h"
#include "desk/serve_limits.h"
#include "desk/server.h"

#include <errno.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEFAULT_ADDRESS "127.0.0.1:8443"
#define PEM_MAX ((size_t)256 * 1024)

/* What the server is made of, and wiped of. */
struct serving {
    struct yt_receipt_signer signer;
    struct yt_buf certificate, key;
    char store_path[PATH_MAX];
    struct yt_server_options options;
};

static void serving_done(struct serving *serving)
{
    yt_receipt_signer_wipe(&serving->signer);
    yt_buf_done(&serving->certificate);
    yt_buf_done(&serving->key);
}

/* A desk that was made before there was a network has no receipt key yet; making one takes the
 * passphrase, once. */
static bool get_signer(const struct yt_desk_options *options, struct serving *serving,
                       struct yt_err *err)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};

    if (!yt_command_open(&desk, options, err))
        return false;
    snprintf(serving->store_path, sizeof serving->store_path, "%s/desk.db", desk.folder);
    if (yt_desk_signer(&desk, &serving->signer, err))
        return true;
    if (err->code != YT_ERR_NOT_FOUND)
        return false;
    fputs("This desk has no key for receipts yet. Making one takes the passphrase, once.\n",
          stderr);
    return yt_command_unlock(&desk, options, err) && yt_desk_signer(&desk, &serving->signer, err);
}

static bool get_tls(const struct yt_desk_options *options, struct serving *serving,
                    struct yt_err *err)
{
    if (!options->tls_certificate && !options->tls_key) {
        if (yt_server_is_loopback(&serving->options.address))
            return true;
        yt_err_set(err, YT_ERR_INVALID, "serve: others can reach this address, and it has no TLS");
        return yt_err_remedy(err, "Add --tls-cert and --tls-key, or listen on 127.0.0.1 behind a "
                                  "proxy that has them.");
    }
    if (!options->tls_certificate || !options->tls_key) {
        yt_err_set(err, YT_ERR_INVALID, "serve: a certificate without its key, or the reverse");
        return yt_err_remedy(err, "--tls-cert and --tls-key go together.");
    }
    if (!yt_fs_read(options->tls_certificate, &serving->certificate, err) ||
        !yt_fs_read(options->tls_key, &serving->key, err))
        return false;
    serving->options.tls_certificate = yt_buf_string(&serving->certificate);
    serving->options.tls_key = yt_buf_string(&serving->key);
    return true;
}

static bool get_rate(const struct yt_desk_options *options, unsigned *rate, struct yt_err *err)
{
    char *end = NULL;
    long number = YT_SERVE_RATE;

    if (options->rate)
        number = strtol(options->rate, &end, 10);
    *rate = (unsigned)number;
    if (!options->rate ||
        (end != options->rate && *end == '\0' && number >= 1 && number <= 1000000))
        return true;
    yt_err_set(err, YT_ERR_INVALID, "--rate %s: is no number of entries a second", options->rate);
    return yt_err_remedy(err, "Write a number from 1 to 1000000.");
}

static bool prepare(const struct yt_desk_options *options, struct serving *serving,
                    struct yt_err *err)
{
    const char *address = options->listen ? options->listen : DEFAULT_ADDRESS;

    yt_buf_init(&serving->certificate, PEM_MAX);
    yt_buf_init_secret(&serving->key, PEM_MAX);
    serving->options.clock = yt_clock_system();
    serving->options.signer = &serving->signer;
    serving->options.store_path = serving->store_path;
    return yt_command_wants(options, 0, 0, err) &&
           yt_server_address(address, &serving->options.address, err) &&
           get_tls(options, serving, err) && get_rate(options, &serving->options.rate, err) &&
           get_signer(options, serving, err);
}

/* Until somebody ends the program, or the store is taken away. */
static bool run(struct yt_server *server, const sigset_t *ending, struct yt_err *err)
{
    const struct timespec second = {.tv_sec = 1};

    while (sigtimedwait(ending, NULL, &second) < 0) {
        yt_server_tick(server);
        if (yt_server_lost(server)) {
            yt_err_set(err, YT_ERR_IO, "desk.db was removed or replaced while it was open");
            return yt_err_remedy(err, "Start the server again.");
        }
    }
    return true;
}

enum yt_desk_exit yt_command_serve(const struct yt_desk_options *options)
{
    YT_SCOPED(serving_done) struct serving serving = {0};
    struct yt_server *server;
    sigset_t ending;
    struct yt_err err;
    bool well;

    /* Before there are threads, so that they inherit it. */
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    sigprocmask(SIG_BLOCK, &ending, NULL);
    (void)signal(SIGPIPE, SIG_IGN); /* a peer that leaves is no reason to end */
    if (!prepare(options, &serving, &err) || !(server = yt_server_start(&serving.options, &err)))
        return yt_command_fail(&err);
    printf("Listening on %s port %u\n", serving.options.tls_certificate ? "https" : "http",
           yt_server_port(server));
    fflush(stdout);
    well = run(server, &ending, &err);
    yt_server_stop(server);
    return well ? YT_EXIT_DONE : yt_command_fail(&err);
}
