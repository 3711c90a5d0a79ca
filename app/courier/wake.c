#include "courier/wake.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* The file, its journal, and what it is set aside as all begin so. */
#define QUEUE_FILES "queue.db"
/* poll counts in int; longer sleeps are cut into such. */
#define SLEEP_MAX_MS 86400000

struct yt_wake {
    int changes; /* inotify */
    int signals; /* signalfd */
    bool stopped;
};

struct yt_wake *yt_wake_new(const char *folder, struct yt_err *err)
{
    const uint32_t events = IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;
    struct yt_wake *wake = calloc(1, sizeof *wake);
    sigset_t ending;

    if (!wake) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the courier");
        return NULL;
    }
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    (void)sigprocmask(SIG_BLOCK, &ending, NULL); /* cannot fail with this set */
    wake->signals = signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK);
    wake->changes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (wake->signals >= 0 && wake->changes >= 0 &&
        inotify_add_watch(wake->changes, folder, events) >= 0)
        return wake;
    yt_err_errno(err, errno, "watch %s", folder);
    yt_err_remedy(err, "Name the kiosk's data folder with --data.");
    yt_wake_free(wake);
    return NULL;
}

void yt_wake_free(struct yt_wake *wake)
{
    if (!wake)
        return;
    if (wake->changes >= 0)
        (void)close(wake->changes);
    if (wake->signals >= 0)
        (void)close(wake->signals);
    free(wake);
}

bool yt_wake_stopped(struct yt_wake *wake)
{
    struct signalfd_siginfo info;

    if (read(wake->signals, &info, sizeof info) == (ssize_t)sizeof info)
        wake->stopped = true;
    return wake->stopped;
}

/* Takes what inotify has to say. True when it was about the queue: there may be other files in the
 * folder, that are written to while residents look around. */
static bool take_changes(struct yt_wake *wake)
{
    _Alignas(struct inotify_event) char buffer[4096];
    bool queue = false;
    ssize_t size;

    while ((size = read(wake->changes, buffer, sizeof buffer)) > 0) {
        for (char *at = buffer; at < buffer + size;) {
            const struct inotify_event *event = (const struct inotify_event *)(void *)at;

            /* Without a name: events were lost, or the folder itself is concerned. */
            queue = queue || event->len == 0 ||
                    strncmp(event->name, QUEUE_FILES, strlen(QUEUE_FILES)) == 0;
            at += sizeof *event + event->len;
        }
    }
    return queue;
}

void yt_wake_forget(struct yt_wake *wake)
{
    (void)take_changes(wake);
}

enum yt_wake_reason yt_wake_wait(struct yt_wake *wake, int64_t timeout_ms)
{
    struct pollfd files[] = {{.fd = wake->signals, .events = POLLIN},
                             {.fd = wake->changes, .events = POLLIN}};
    int left_ms = timeout_ms < 0 ? -1 : timeout_ms > SLEEP_MAX_MS ? SLEEP_MAX_MS : (int)timeout_ms;
    int ready = poll(files, YT_COUNT(files), left_ms);

    if (yt_wake_stopped(wake))
        return YT_WAKE_STOP;
    return ready > 0 && take_changes(wake) ? YT_WAKE_CHANGED : YT_WAKE_TIME;
}
