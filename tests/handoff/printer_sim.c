/* yotte-printer-sim: an ESC/POS slip printer that is none. See `usage`. */
#include "sim_commands.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define TICK_MS 10
#define BUFFER_USUAL 8192
#define WIDTH_USUAL 384

static const char usage[] =
    "Usage: yotte-printer-sim --out FOLDER (--tcp PORT | --pty [--link PATH]) [OPTION]...\n"
    "A simulated ESC/POS slip printer. The first line it prints is its port or the path of its\n"
    "terminal. Each cut writes FOLDER/slip-0001.png and so on; what happened is told in\n"
    "FOLDER/events.txt; what hangs out uncut at the end is FOLDER/rest.png.\n"
    "\n"
    "  --out FOLDER      where the paper goes (made if missing)\n"
    "  --tcp PORT        listen on 127.0.0.1; 0 picks a free port\n"
    "  --pty             offer a terminal; --link PATH makes a link to it\n"
    "  --width DOTS      of the head: 384 (58 mm) or 576 (80 mm); default 384\n"
    "  --buffer BYTES    receive buffer; default 8192\n"
    "  --mm-a-second N   how fast paper moves; default as fast as it can\n"
    "  --bytes-a-second N  how fast bytes are taken, as on a slow serial line\n"
    "  --fault PLAN      NAME[@ROW][:SECONDS], may be given several times: from that row of a\n"
    "                    slip on (default at once), for so long (default for good)\n"
    "  --control FIFO    make a pipe there and obey lines written to it: a PLAN, `ok` (puts\n"
    "                    everything right) or `quit`\n"
    "\n"
    "Faults: paper-out cover offline jam near-end mute hang unplug garbage no-mark\n"
    "  mute prints but does not answer; hang takes nothing more; unplug cuts the line;\n"
    "  garbage sends noise before each answer; no-mark does not know GS r.\n";

struct options {
    const char *folder, *link, *control;
    int port; /* -1: none */
    bool pty;
    int width, buffer;
    double mm_a_second, bytes_a_second;
};

struct line {
    int listener; /* -1 without one */
    int peer;     /* who prints; -1 when nobody does */
    int slave;    /* of the terminal, held open so that it does not go when nobody prints */
    int control;
    bool cut; /* unplugged */
};

static volatile sig_atomic_t ended;

static void on_signal(int number)
{
    (void)number;
    ended = 1;
}

static double now_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void fail(const char *what)
{
    fprintf(stderr, "yotte-printer-sim: %s: %s\n", what, strerror(errno));
    exit(2);
}

/* ---- lines ---- */

static int listen_on(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port),
                                  .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    int on = 1;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(listener, 4) != 0 || getsockname(listener, (struct sockaddr *)&address, &size) != 0)
        fail("--tcp");
    printf("%d\n", ntohs(address.sin_port));
    return listener;
}

static void open_terminal(struct line *line, const char *link_path)
{
    struct termios terminal;
    const char *path;

    line->peer = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (line->peer < 0 || grantpt(line->peer) != 0 || unlockpt(line->peer) != 0 ||
        !(path = ptsname(line->peer)) ||
        (line->slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)) < 0 ||
        tcgetattr(line->slave, &terminal) != 0)
        fail("--pty");
    cfmakeraw(&terminal);
    tcsetattr(line->slave, TCSANOW, &terminal);
    fcntl(line->peer, F_SETFL, O_NONBLOCK);
    if (link_path) {
        (void)unlink(link_path); /* of an earlier run */
        if (symlink(path, link_path) != 0)
            fail(link_path);
    }
    printf("%s\n", path);
}

static void open_control(struct line *line, const char *path)
{
    (void)unlink(path); /* of an earlier run */
    /* For reading and writing, so that it stays open when a writer goes. */
    if (mkfifo(path, 0600) != 0 ||
        (line->control = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)) < 0)
        fail(path);
}

static void hang_up(struct line *line)
{
    if (line->peer >= 0)
        close(line->peer);
    if (line->slave >= 0)
        close(line->slave);
    line->peer = line->slave = -1;
}

/* ---- work ---- */

static void obey_control(struct line *line, struct sim_printer *printer)
{
    char text[512];
    char *rest = text;
    const char *order;
    ssize_t got = read(line->control, text, sizeof text - 1);

    if (got <= 0)
        return;
    text[got] = '\0';
    while ((order = strsep(&rest, "\n"))) {
        if (strcmp(order, "quit") == 0)
            ended = 1;
        else if (strcmp(order, "ok") == 0)
            sim_faults_clear(&printer->faults);
        else if (order[0] && !sim_faults_add(&printer->faults, order))
            fprintf(stderr, "yotte-printer-sim: %s: no such fault\n", order);
    }
}

static void take_bytes(struct line *line, struct sim_printer *printer, double allowed,
                       double *ret_taken)
{
    uint8_t bytes[4096];
    size_t room = sim_room(printer);
    ssize_t got;

    if (room > sizeof bytes)
        room = sizeof bytes;
    if (allowed < (double)room)
        room = (size_t)allowed;
    if (room == 0 || sim_faults_now(&printer->faults, SIM_HANG))
        return;
    got = read(line->peer, bytes, room);
    if (got > 0) {
        sim_receive(printer, bytes, (size_t)got);
        *ret_taken += (double)got;
    } else if (line->listener >= 0 && (got == 0 || (errno != EAGAIN && errno != EINTR))) {
        hang_up(line); /* the sender went; what it sent is still worked off */
    }
}

static void give_answers(struct line *line, struct sim_printer *printer)
{
    ssize_t sent;

    if (printer->answer_count == 0 || line->peer < 0)
        return;
    sent = write(line->peer, printer->answers, printer->answer_count);
    if (sent > 0) {
        memmove(printer->answers, printer->answers + sent, printer->answer_count - (size_t)sent);
        printer->answer_count -= (size_t)sent;
    }
}

static void welcome(struct line *line, struct sim_printer *printer)
{
    int peer = accept4(line->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

    if (peer < 0)
        return;
    if (line->cut) {
        close(peer);
        return;
    }
    hang_up(line); /* the latest sender has the printer */
    line->peer = peer;
    printer->answer_count = 0;
}

static void plug(struct line *line, struct sim_printer *printer)
{
    bool cut = sim_faults_now(&printer->faults, SIM_UNPLUG);

    if (cut && !line->cut) {
        sim_paper_event(&printer->paper, "unplugged");
        hang_up(line);
        /* Power is gone too: what was received is forgotten. */
        printer->count = 0;
        printer->picture_rows = printer->real_time_count = 0;
    }
    line->cut = cut;
}

static void run(struct line *line, struct sim_printer *printer, const struct options *options)
{
    double started = now_seconds();
    double bytes = 0;
    double rows = 0;

    while (!ended) {
        struct pollfd watched[3] = {{.fd = line->listener, .events = POLLIN},
                                    {.fd = line->peer, .events = POLLIN},
                                    {.fd = line->control, .events = POLLIN}};
        double now;
        double rows_allowed = 1e9;
        double bytes_allowed = 1e9;

        if (sim_room(printer) == 0 || sim_faults_now(&printer->faults, SIM_HANG) ||
            options->bytes_a_second > 0)
            watched[1].fd = -1;
        (void)poll(watched, 3, printer->count > 0 || line->peer >= 0 ? TICK_MS : TICK_MS * 5);
        now = now_seconds();
        if (printer->count == 0)
            rows = options->mm_a_second * 8 * (now - started); /* a still motor saves nothing up */
        if (options->mm_a_second > 0)
            rows_allowed = options->mm_a_second * 8 * (now - started) - rows;
        if (options->bytes_a_second > 0)
            bytes_allowed = options->bytes_a_second * (now - started) - bytes;
        if (watched[2].revents)
            obey_control(line, printer);
        sim_faults_tick(&printer->faults, printer->paper.rows, now);
        plug(line, printer);
        if (watched[0].revents)
            welcome(line, printer);
        if (line->peer >= 0 && bytes_allowed >= 1)
            take_bytes(line, printer, bytes_allowed, &bytes);
        if (rows_allowed >= 1)
            rows += sim_work(printer, (int)rows_allowed, now);
        plug(line, printer);
        give_answers(line, printer);
    }
}

static bool read_options(int count, char **arguments, struct options *options,
                         struct sim_faults *faults)
{
    enum { OUT = 1, TCP, PTY, LINK, WIDTH, BUFFER, SPEED, RATE, FAULT, CONTROL, HELP };
    static const struct option known[] = {
        {"out", 1, NULL, OUT},           {"tcp", 1, NULL, TCP},
        {"pty", 0, NULL, PTY},           {"link", 1, NULL, LINK},
        {"width", 1, NULL, WIDTH},       {"buffer", 1, NULL, BUFFER},
        {"mm-a-second", 1, NULL, SPEED}, {"bytes-a-second", 1, NULL, RATE},
        {"fault", 1, NULL, FAULT},       {"control", 1, NULL, CONTROL},
        {"help", 0, NULL, HELP},         {NULL, 0, NULL, 0}};
    int option;

    while ((option = getopt_long(count, arguments, "", known, NULL)) != -1) {
        switch (option) {
        case OUT:
            options->folder = optarg;
            break;
        case TCP:
            options->port = atoi(optarg);
            break;
        case PTY:
            options->pty = true;
            break;
        case LINK:
            options->link = optarg;
            break;
        case WIDTH:
            options->width = atoi(optarg);
            break;
        case BUFFER:
            options->buffer = atoi(optarg);
            break;
        case SPEED:
            options->mm_a_second = atof(optarg);
            break;
        case RATE:
            options->bytes_a_second = atof(optarg);
            break;
        case CONTROL:
            options->control = optarg;
            break;
        case FAULT:
            if (sim_faults_add(faults, optarg))
                break;
            fprintf(stderr, "yotte-printer-sim: %s: no such fault\n", optarg);
            return false;
        case HELP:
            fputs(usage, stdout);
            exit(0);
        default:
            return false;
        }
    }
    return options->folder && (options->port >= 0) != options->pty && optind == count &&
           options->width >= 8 && options->width <= SIM_WIDTH_MAX && options->buffer >= 16 &&
           options->buffer <= SIM_BUFFER_MAX;
}

int main(int count, char **arguments)
{
    static struct sim_printer printer;
    struct options options = {.port = -1, .width = WIDTH_USUAL, .buffer = BUFFER_USUAL};
    struct line line = {.listener = -1, .peer = -1, .slave = -1, .control = -1};
    struct sigaction end = {.sa_handler = on_signal};

    if (!read_options(count, arguments, &options, &printer.faults)) {
        fputs(usage, stderr);
        return 2;
    }
    sigaction(SIGTERM, &end, NULL);
    sigaction(SIGINT, &end, NULL);
    signal(SIGPIPE, SIG_IGN);
    printer.buffer_size = (size_t)options.buffer;
    if (!sim_paper_open(&printer.paper, options.folder, options.width))
        fail(options.folder);
    if (options.control)
        open_control(&line, options.control);
    if (options.pty)
        open_terminal(&line, options.link);
    else
        line.listener = listen_on(options.port);
    fflush(stdout);
    run(&line, &printer, &options);
    hang_up(&line);
    sim_paper_close(&printer.paper);
    if (options.control)
        (void)unlink(options.control);
    if (options.link)
        (void)unlink(options.link);
    return 0;
}
