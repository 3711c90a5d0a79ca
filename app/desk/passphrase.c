#include "desk/passphrase.h"

#include "base/fs.h"
#include "base/str.h"
#include "desk/secret_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static bool from_file(const char *path, struct yt_buf *to, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    const char *text;

    yt_buf_init_secret(&file, YT_PASSPHRASE_MAX);
    if (!yt_fs_read(path, &file, err))
        return yt_err_context(err, "passphrase");
    text = yt_buf_string(&file);
    yt_buf_append(to, text, strcspn(text, "\r\n"));
    return yt_buf_ok(to, err);
}

static bool read_line(int terminal, struct yt_buf *to, struct yt_err *err)
{
    char byte = 0;

    for (;;) {
        ssize_t got = read(terminal, &byte, 1);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return yt_err_errno(err, errno, "terminal");
        if (got == 0 || byte == '\n' || byte == '\r')
            return yt_buf_ok(to, err);
        yt_buf_byte(to, (uint8_t)byte);
    }
}

/* Asks without showing what is typed. Ctrl-C meanwhile would leave the terminal without echo, so
 * the signals wait until it is as it was. */
static bool ask(int terminal, const char *question, struct yt_buf *to, struct yt_err *err)
{
    struct termios before;
    struct termios hidden;
    sigset_t signals;
    sigset_t old_signals;
    bool done;

    if (tcgetattr(terminal, &before) != 0)
        return yt_err_errno(err, errno, "terminal");
    hidden = before;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    sigemptyset(&signals);
    sigaddset(&signals, SIGTSTP);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &signals, &old_signals); /* cannot fail with these */
    (void)dprintf(terminal, "%s", question);              /* unseen, it is asked all the same */
    done = tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 && read_line(terminal, to, err);
    (void)tcsetattr(terminal, TCSAFLUSH, &before); /* nothing better can be done */
    (void)dprintf(terminal, "\n");
    (void)sigprocmask(SIG_SETMASK, &old_signals, NULL);
    return done || (err->code != YT_OK ? false : yt_err_errno(err, errno, "terminal"));
}

static bool from_terminal(bool twice, struct yt_buf *to, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf again;
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    bool done;

    yt_buf_init_secret(&again, YT_PASSPHRASE_MAX);
    if (terminal < 0) {
        yt_err_set(err, YT_ERR_INVALID, "there is no terminal to ask for the passphrase");
        return yt_err_remedy(err, "Give --passphrase-file FILE.");
    }
    yt_err_clear(err);
    done = ask(terminal, twice ? "New passphrase: " : "Passphrase: ", to, err) &&
           (!twice || ask(terminal, "Once more: ", &again, err));
    (void)close(terminal); /* nothing is kept in it */
    if (!done)
        return false;
    if (twice && (again.size != to->size ||
                  sodium_memcmp(yt_buf_string(&again), yt_buf_string(to), to->size) != 0)) {
        yt_err_set(err, YT_ERR_INVALID, "the two passphrases differ");
        return yt_err_remedy(err, "Begin again.");
    }
    return true;
}

bool yt_passphrase_get(const char *file, bool twice, struct yt_buf *to, struct yt_err *err)
{
    if (!file)
        file = getenv("YOTTE_DESK_PASSPHRASE_FILE");
    if (!(file ? from_file(file, to, err) : from_terminal(twice, to, err)))
        return false;
    if (to->size == 0)
        return yt_err_set(err, YT_ERR_INVALID, "the passphrase is empty");
    if (twice && yt_str_length(yt_buf_string(to)) < YT_PASSPHRASE_MIN) {
        yt_err_set(err, YT_ERR_INVALID, "the passphrase is too short");
        return yt_err_remedy(err, "Take at least %d characters; four or five words are good.",
                             YT_PASSPHRASE_MIN);
    }
    return true;
}
