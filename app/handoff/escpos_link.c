#include "handoff/escpos_link.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#define EMPTY_READ_MS 5

static bool offline(struct yt_err *err, const char *name)
{
    int number = errno;

    yt_err_set(err, YT_ERR_OFFLINE, "%s: %s", name, strerror(number));
    if (number == EACCES || number == EPERM)
        yt_err_remedy(err, "Allow this user to use the printer: adduser USER lp (or dialout).");
    else
        yt_err_remedy(err, "Look whether the printer is switched on and its cable is in.");
    return false;
}

/* For a device file, and the terminals that serial lines and simulated printers are. Reading back
 * from a plain file or a pipe would be reading what was written. */
static int access_for(const char *path)
{
    struct stat status;

    if (stat(path, &status) == 0 && !S_ISCHR(status.st_mode))
        return O_WRONLY;
    return O_RDWR;
}

static bool make_raw(int descriptor, int baud)
{
    static const struct {
        int baud;
        speed_t speed;
    } speeds[] = {{9600, B9600},   {19200, B19200},   {38400, B38400},
                  {57600, B57600}, {115200, B115200}, {230400, B230400}};
    struct termios terminal;

    if (tcgetattr(descriptor, &terminal) != 0)
        return false;
    cfmakeraw(&terminal);
    terminal.c_cflag |= CLOCAL | CREAD;
    for (size_t i = 0; i < YT_COUNT(speeds); i++)
        if (speeds[i].baud == baud)
            (void)cfsetspeed(&terminal, speeds[i].speed); /* only fails for unknown speeds */
    if (baud > 0)
        terminal.c_cflag |= CRTSCTS; /* without it a printer that is busy loses bytes */
    return tcsetattr(descriptor, TCSANOW, &terminal) == 0;
}

bool yt_link_baud_valid(int baud)
{
    static const int speeds[] = {9600, 19200, 38400, 57600, 115200, 230400};

    for (size_t i = 0; i < YT_COUNT(speeds); i++)
        if (speeds[i] == baud)
            return true;
    return false;
}

static bool open_path(struct yt_link *link, const char *path, int baud, struct yt_err *err)
{
    int access = access_for(path);
    int descriptor = open(path, access | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

    *link = (struct yt_link){.descriptor = -1};
    if (descriptor < 0)
        return offline(err, path);
    *link = (struct yt_link){.descriptor = descriptor,
                             .can_read = access == O_RDWR,
                             .is_terminal = isatty(descriptor) != 0};
    if (!link->is_terminal || make_raw(descriptor, baud))
        return true;
    (void)offline(err, path);
    yt_link_close(link);
    return false;
}

bool yt_link_open_device(struct yt_link *link, const char *path, struct yt_err *err)
{
    return open_path(link, path, 0, err);
}

bool yt_link_open_serial(struct yt_link *link, const char *path, int baud, struct yt_err *err)
{
    return open_path(link, path, baud, err);
}

int yt_link_write(struct yt_link *link, const uint8_t *data, size_t size)
{
    /* Not write() on a socket: a printer that hangs up must not end the program by SIGPIPE. */
    ssize_t written = link->is_socket ? send(link->descriptor, data, size, MSG_NOSIGNAL)
                                      : write(link->descriptor, data, size);

    if (written >= 0)
        return (int)written;
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : -1;
}

int yt_link_read(struct yt_link *link, uint8_t *data, size_t size)
{
    ssize_t got;

    if (!link->can_read)
        return 0;
    got = read(link->descriptor, data, size);
    if (got > 0)
        return (int)got;
    /* A network peer that closed reads as an end; a USB printer with nothing to say too. */
    if (got == 0 && link->is_socket)
        return -1;
    if (got == 0) {
        (void)poll(NULL, 0, EMPTY_READ_MS); /* poll calls it ready again at once: do not spin */
        return 0;
    }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : -1;
}

bool yt_link_wait(struct yt_link *link, bool to_write, int timeout_ms)
{
    struct pollfd watched = {.fd = link->descriptor,
                             .events =
                                 (short)((link->can_read ? POLLIN : 0) | (to_write ? POLLOUT : 0))};

    if (poll(&watched, 1, timeout_ms) <= 0)
        return true; /* nothing happened, or a signal did */
    return (watched.revents & (POLLIN | POLLOUT)) || !(watched.revents & (POLLERR | POLLHUP));
}

int yt_link_unsent(const struct yt_link *link)
{
    int count = 0;

    if ((link->is_terminal || link->is_socket) && ioctl(link->descriptor, TIOCOUTQ, &count) != 0)
        return 0;
    return count;
}

void yt_link_close(struct yt_link *link)
{
    if (link->descriptor < 0)
        return;
    /* Otherwise closing a serial line waits up to half a minute for a printer that is off. */
    if (link->is_terminal && yt_link_unsent(link) > 0)
        (void)tcflush(link->descriptor, TCOFLUSH);
    (void)close(link->descriptor); /* nothing more could be done about it */
    link->descriptor = -1;
}
