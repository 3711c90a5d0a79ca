#include "handoff/escpos_link.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A look-up that can be given up: getaddrinfo itself may wait for minutes. */
struct lookup {
    struct gaicb request;
    struct addrinfo hints;
    char host[256];
    char port[8];
};

static struct addrinfo *look_up(const char *host, const char *port, int timeout_ms,
                                struct yt_err *err)
{
    struct lookup *lookup = calloc(1, sizeof *lookup);
    const struct gaicb *waited[1];
    struct gaicb *asked[1];
    const struct timespec timeout = {.tv_sec = timeout_ms / 1000,
                                     .tv_nsec = timeout_ms % 1000 * 1000000L};
    struct addrinfo *found = NULL;

    if (!lookup) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "printer");
        return NULL;
    }
    memcpy(lookup->host, host, strnlen(host, sizeof lookup->host - 1));
    memcpy(lookup->port, port, strnlen(port, sizeof lookup->port - 1));
    lookup->hints = (struct addrinfo){.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV};
    lookup->request = (struct gaicb){
        .ar_name = lookup->host, .ar_service = lookup->port, .ar_request = &lookup->hints};
    asked[0] = &lookup->request;
    waited[0] = &lookup->request;
    if (getaddrinfo_a(GAI_NOWAIT, asked, 1, NULL) == 0)
        (void)gai_suspend(waited, 1, &timeout); /* what came of it is asked next */
    if (gai_error(&lookup->request) == 0)
        found = lookup->request.ar_result;
    else
        yt_err_set(err, YT_ERR_OFFLINE, "%s: the name leads nowhere", host);
    /* One that cannot be called back writes into its memory later: that memory is let go. */
    if (gai_error(&lookup->request) == EAI_INPROGRESS &&
        gai_cancel(&lookup->request) != EAI_CANCELED)
        return NULL;
    free(lookup);
    return found;
}

static bool connected(int descriptor, const struct addrinfo *address, int timeout_ms)
{
    struct pollfd watched = {.fd = descriptor, .events = POLLOUT};
    int fault = 0;
    socklen_t size = sizeof fault;

    if (connect(descriptor, address->ai_addr, address->ai_addrlen) == 0)
        return true;
    if (errno != EINPROGRESS)
        return false;
    if (poll(&watched, 1, timeout_ms) != 1) {
        errno = ETIMEDOUT;
        return false;
    }
    if (getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &fault, &size) != 0)
        return false;
    errno = fault;
    return fault == 0;
}

bool yt_link_open_tcp(struct yt_link *link, const char *host, const char *port, int timeout_ms,
                      struct yt_err *err)
{
    struct addrinfo *addresses = look_up(host, port, timeout_ms / 2, err);
    const int on = 1;

    *link = (struct yt_link){.descriptor = -1};
    if (!addresses)
        return false;
    link->descriptor =
        socket(addresses->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    link->can_read = link->is_socket = true;
    if (link->descriptor >= 0 && connected(link->descriptor, addresses, timeout_ms / 2)) {
        /* Status queries are three bytes each; they must not wait for company. */
        (void)setsockopt(link->descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        freeaddrinfo(addresses);
        return true;
    }
    yt_err_set(err, YT_ERR_OFFLINE, "%s:%s: %s", host, port, strerror(errno));
    yt_err_remedy(err, "Look whether the printer is switched on and in the network.");
    yt_link_close(link);
    freeaddrinfo(addresses);
    return false;
}
