#include "handoff/escpos_run.h"

#include "handoff/escpos_encode.h"

#define LOOK_AGAIN_MS 250 /* between two looks at a printer that is in trouble */
/* Slow thermal heads print 50 mm a second, 400 rows; then the cut. Longest time that a slip can
 * still be on its way when a printer that does not know GS r says that all is well. */
#define ROWS_A_SECOND 400
#define CUT_MS 2000

static bool talk_failed(enum yt_talk talk, struct yt_err *err)
{
    switch (talk) {
    case YT_TALK_OK:
        return true;
    case YT_TALK_SILENT:
        return yt_err_set(err, YT_ERR_TIMEOUT, "the printer fell silent");
    case YT_TALK_GONE:
        return yt_err_set(err, YT_ERR_IO, "the line to the printer broke");
    case YT_TALK_STOPPED:
        return yt_err_set(err, YT_ERR_STOPPED, "printing was given up");
    case YT_TALK_LATE:
        break;
    }
    return yt_err_set(err, YT_ERR_TIMEOUT, "printing took too long");
}

/* What is the matter, by a status that was answered; YT_OK when nothing is. */
static enum yt_err_code trouble_of(const struct yt_printer_status *status)
{
    if (status->cover_open)
        return YT_ERR_COVER_OPEN;
    if (status->paper_out)
        return YT_ERR_PAPER_OUT;
    if (status->error)
        return YT_ERR_IO;
    return status->online ? YT_OK : YT_ERR_OFFLINE;
}

static bool trouble_failed(enum yt_err_code trouble, struct yt_err *err)
{
    switch (trouble) {
    case YT_ERR_COVER_OPEN:
        return yt_err_set(err, trouble, "the printer's cover is open");
    case YT_ERR_PAPER_OUT:
        return yt_err_set(err, trouble, "the printer has no paper");
    case YT_ERR_IO:
        return yt_err_set(err, trouble, "the printer reports a fault");
    default:
        return yt_err_set(err, YT_ERR_OFFLINE, "the printer is off line");
    }
}

/* Asks, and while something is the matter waits for it to be put right, person_ms at most. Returns
 * false with the reason. A printer that has answered before and now does not is SILENT. */
bool yt_escpos_run_wait(struct yt_escpos_run *run, int answer_ms, struct yt_err *reason)
{
    int64_t since_ms = yt_session_now_ms();
    struct yt_printer_status status;

    for (;;) {
        enum yt_talk talk = yt_session_status(&run->session, answer_ms, &status);
        enum yt_err_code trouble;

        if (talk != YT_TALK_OK)
            return talk_failed(talk, reason);
        run->answers = true;
        run->result->paper_low = status.paper_low;
        trouble = trouble_of(&status);
        atomic_store(&run->session.watch->waiting_for, (int)trouble);
        if (trouble == YT_OK)
            return true;
        run->interrupted = run->interrupted || run->began;
        talk = yt_session_pause(&run->session, LOOK_AGAIN_MS);
        /* Stopped, late or gone while in trouble: the trouble is the reason. */
        run->told =
            talk != YT_TALK_OK || yt_session_now_ms() - since_ms >= run->session.limits.person_ms;
        if (run->told)
            return trouble_failed(trouble, reason);
    }
}

/* For a printer that does not know marks: an answer at least says that all before it has been
 * taken, so on a slow line no more than one block is ever under way. */
static bool still_well(struct yt_escpos_run *run, struct yt_err *reason)
{
    const int patience_ms = run->session.limits.stall_ms;
    bool online;
    enum yt_talk talk = yt_session_online(&run->session, patience_ms, &online);

    if (talk != YT_TALK_OK)
        return talk_failed(talk, reason);
    return online || yt_escpos_run_wait(run, patience_ms, reason);
}

/* Waits until at most `open` marks are unanswered. While none is answered it asks what is the
 * matter. A printer that says that all is well and yet answers no mark for stall_ms has lost one;
 * then marks are no longer relied on. */
static bool wait_for_marks(struct yt_escpos_run *run, int open, struct yt_err *reason)
{
    struct yt_session *session = &run->session;
    int64_t since_ms = yt_session_now_ms();
    int heard = session->marks_heard;

    while (session->marks_sent - session->marks_heard > open) {
        enum yt_talk talk = yt_session_pause(session, LOOK_AGAIN_MS);
        bool waited;

        if (talk != YT_TALK_OK)
            return talk_failed(talk, reason);
        if (session->marks_heard != heard) {
            heard = session->marks_heard;
            since_ms = yt_session_now_ms();
            continue;
        }
        waited = run->interrupted;
        run->interrupted = false;
        if (!yt_escpos_run_wait(run, session->limits.stall_ms, reason))
            return false;
        if (run->interrupted)
            since_ms = yt_session_now_ms(); /* the time it stood still does not count */
        run->interrupted = run->interrupted || waited;
        if (yt_session_now_ms() - since_ms >= session->limits.stall_ms)
            return !(run->marks = false);
    }
    return true;
}

static bool wait_for_turn(struct yt_escpos_run *run, struct yt_err *reason)
{
    if (!run->answers)
        return true;
    return run->marks ? wait_for_marks(run, 1, reason) : still_well(run, reason);
}

static bool send_buf(struct yt_escpos_run *run, const struct yt_buf *bytes, struct yt_err *reason)
{
    if (!yt_buf_ok(bytes, reason))
        return false;
    run->began = true;
    return talk_failed(yt_session_send(&run->session, bytes->data, bytes->size), reason);
}

static bool mark(struct yt_escpos_run *run, struct yt_err *reason)
{
    return talk_failed(yt_session_mark(&run->session), reason);
}

/* Resets the printer and learns whether it knows marks. */
static bool begin(struct yt_escpos_run *run, bool recover, struct yt_buf *bytes,
                  struct yt_err *reason)
{
    if (recover)
        yt_escpos_recover(bytes);
    yt_escpos_begin(bytes);
    if (!send_buf(run, bytes, reason))
        return false;
    if (!run->answers)
        return true;
    if (!mark(run, reason) ||
        !talk_failed(yt_session_pause(&run->session, run->session.limits.answer_ms), reason))
        return false;
    run->marks = run->session.marks_heard > 0;
    return true;
}

bool yt_escpos_run_send(struct yt_escpos_run *run, const struct yt_raster *slip, bool recover,
                        struct yt_err *reason)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    int row = 0;

    yt_buf_init_secret(&bytes, (size_t)2 * YT_ESCPOS_BLOCK_MAX);
    if (!begin(run, recover, &bytes, reason))
        return false;
    while (row < slip->height) {
        yt_buf_clear(&bytes);
        row = yt_escpos_block(slip, row, &bytes);
        if (!wait_for_turn(run, reason) || !send_buf(run, &bytes, reason))
            return false;
        if (run->marks && !mark(run, reason))
            return false;
    }
    yt_buf_clear(&bytes);
    yt_escpos_cut(&bytes);
    if (!wait_for_turn(run, reason) || !send_buf(run, &bytes, reason))
        return false;
    run->sent = true;
    return true;
}

/* A line that only takes: all that can be seen is that the system has passed the bytes on. */
static bool drain_blindly(struct yt_escpos_run *run, struct yt_err *reason)
{
    int64_t until_ms = yt_session_now_ms() + run->session.limits.stall_ms;
    enum yt_talk talk = YT_TALK_OK;

    while (talk == YT_TALK_OK && yt_link_unsent(&run->session.link) > 0 &&
           yt_session_now_ms() < until_ms)
        talk = yt_session_pause(&run->session, LOOK_AGAIN_MS);
    if (talk != YT_TALK_OK)
        return talk_failed(talk, reason);
    return yt_err_set(reason, YT_ERR_TIMEOUT, "the printer does not answer; it may have printed");
}

/* A printer that knows no marks has printed when it was well for longer than any slip takes. */
static bool confirm_by_time(struct yt_escpos_run *run, int rows, struct yt_err *reason)
{
    const int needed_ms = rows * 1000 / ROWS_A_SECOND + CUT_MS;
    const bool was_interrupted = run->interrupted;
    int64_t until_ms = yt_session_now_ms() + needed_ms;

    while (yt_session_now_ms() < until_ms) {
        enum yt_talk talk = yt_session_pause(&run->session, LOOK_AGAIN_MS);

        run->interrupted = false;
        if (talk != YT_TALK_OK)
            return talk_failed(talk, reason);
        if (!yt_escpos_run_wait(run, run->session.limits.stall_ms, reason))
            return false;
        if (run->interrupted) /* the time it stood still does not count */
            until_ms = yt_session_now_ms() + needed_ms;
        run->interrupted = run->interrupted || was_interrupted;
    }
    return true;
}

/* Everything is sent: is it on paper? Known when the mark behind the cut is answered and all is
 * well then. */
bool yt_escpos_run_confirm(struct yt_escpos_run *run, int rows, struct yt_err *reason)
{
    if (!run->answers)
        return drain_blindly(run, reason);
    if (!run->marks)
        return confirm_by_time(run, rows, reason);
    if (!mark(run, reason) || !wait_for_marks(run, 0, reason))
        return false;
    if (!run->marks)
        return talk_failed(YT_TALK_SILENT, reason);
    return yt_escpos_run_wait(run, run->session.limits.stall_ms, reason);
}

/* A slip that is given up must not come out later, when paper is put in, for somebody else: the
 * printer is told to forget it (DLE DC4 8, obeyed at once, even off line). */
void yt_escpos_run_forget(struct yt_escpos_run *run)
{
    static const uint8_t clear_buffers[10] = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    (void)yt_link_write(&run->session.link, clear_buffers, sizeof clear_buffers);
}
