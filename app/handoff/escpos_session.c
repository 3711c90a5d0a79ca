#include "handoff/escpos_session.h"

#include "base/clock.h"

#define SLICE_MS 50 /* how soon "stop" is heard */

int64_t yt_session_now_ms(void)
{
    return yt_clock_mono_ms(yt_clock_system());
}

static enum yt_talk may_go_on(const struct yt_session *session)
{
    if (atomic_load(&session->watch->stop))
        return YT_TALK_STOPPED;
    return yt_session_now_ms() < session->end_ms ? YT_TALK_OK : YT_TALK_LATE;
}

/* An answer to DLE EOT: bits 0 and 7 are 0, 1 and 4 are 1. Everything else is noise to it. */
static bool is_status(uint8_t byte)
{
    return (byte & 0x93) == 0x12;
}

/* An answer to GS r 1 with paper in: 00, or 03 when it is near its end. */
static bool is_mark(uint8_t byte)
{
    return byte == 0x00 || byte == 0x03;
}

/* Reads what is there. *ret_status is the last status byte among it, or stays. False when gone. */
static bool listen_now(struct yt_session *session, int *ret_status)
{
    uint8_t bytes[64];
    int got;

    while ((got = yt_link_read(&session->link, bytes, sizeof bytes)) > 0)
        for (int i = 0; i < got; i++) {
            if (is_status(bytes[i]))
                *ret_status = bytes[i];
            else if (session->marks_heard < session->marks_sent && is_mark(bytes[i]))
                session->marks_heard++;
        }
    return got == 0;
}

enum yt_talk yt_session_send(struct yt_session *session, const uint8_t *data, size_t size)
{
    int64_t last_ms = yt_session_now_ms();
    int ignored = 0;

    while (size > 0) {
        enum yt_talk talk = may_go_on(session);
        int taken;

        if (talk != YT_TALK_OK)
            return talk;
        if ((taken = yt_link_write(&session->link, data, size)) < 0)
            return YT_TALK_GONE;
        if (taken > 0) {
            data += taken;
            size -= (size_t)taken;
            last_ms = yt_session_now_ms();
            continue;
        }
        if (yt_session_now_ms() - last_ms >= session->limits.stall_ms)
            return YT_TALK_SILENT;
        if (!yt_link_wait(&session->link, true, SLICE_MS) || !listen_now(session, &ignored))
            return YT_TALK_GONE;
    }
    return YT_TALK_OK;
}

static enum yt_talk ask(struct yt_session *session, uint8_t number, int answer_ms, int *ret_status)
{
    const uint8_t query[3] = {0x10, 0x04, number};
    int64_t until_ms;
    int stale = 0;
    enum yt_talk talk;

    *ret_status = 0;
    if (!session->link.can_read)
        return YT_TALK_SILENT;
    /* An answer that came too late for an earlier question is none to this one. */
    if (!listen_now(session, &stale))
        return YT_TALK_GONE;
    if ((talk = yt_session_send(session, query, sizeof query)) != YT_TALK_OK)
        return talk;
    until_ms = yt_session_now_ms() + answer_ms;
    while (*ret_status == 0) {
        int64_t left_ms = until_ms - yt_session_now_ms();

        if ((talk = may_go_on(session)) != YT_TALK_OK)
            return talk;
        if (left_ms <= 0)
            return YT_TALK_SILENT;
        if (!yt_link_wait(&session->link, false, left_ms < SLICE_MS ? (int)left_ms : SLICE_MS) ||
            !listen_now(session, ret_status))
            return YT_TALK_GONE;
    }
    return YT_TALK_OK;
}

enum yt_talk yt_session_online(struct yt_session *session, int answer_ms, bool *ret_online)
{
    int byte;
    enum yt_talk talk = ask(session, 1, answer_ms, &byte);

    *ret_online = talk == YT_TALK_OK && !(byte & 0x08);
    return talk;
}

enum yt_talk yt_session_status(struct yt_session *session, int answer_ms,
                               struct yt_printer_status *ret_status)
{
    int cause = 0;
    int error = 0;
    int paper = 0;
    enum yt_talk talk;

    *ret_status = (struct yt_printer_status){0};
    if ((talk = yt_session_online(session, answer_ms, &ret_status->online)) != YT_TALK_OK)
        return talk;
    ret_status->answered = true;
    /* Some printers know only the first question; what they do not answer is taken as well. */
    if ((talk = ask(session, 2, answer_ms, &cause)) == YT_TALK_OK)
        talk = ask(session, 3, answer_ms, &error);
    if (talk == YT_TALK_OK)
        talk = ask(session, 4, answer_ms, &paper);
    ret_status->cover_open = cause & 0x04;
    ret_status->paper_out = cause & 0x20 || (paper & 0x60) == 0x60;
    ret_status->paper_low = (paper & 0x0C) == 0x0C && !ret_status->paper_out;
    ret_status->error = cause & 0x40 || error & (0x04 | 0x08 | 0x20 | 0x40);
    return talk == YT_TALK_SILENT ? YT_TALK_OK : talk;
}

enum yt_talk yt_session_mark(struct yt_session *session)
{
    static const uint8_t mark[3] = {0x1D, 'r', 1};

    session->marks_sent++;
    return yt_session_send(session, mark, sizeof mark);
}

enum yt_talk yt_session_pause(struct yt_session *session, int duration_ms)
{
    int64_t until_ms = yt_session_now_ms() + duration_ms;
    const int before = session->marks_heard;
    int ignored = 0;

    while (session->marks_heard == before) {
        int64_t left_ms = until_ms - yt_session_now_ms();
        enum yt_talk talk = may_go_on(session);

        if (talk != YT_TALK_OK || left_ms <= 0)
            return talk;
        if (!yt_link_wait(&session->link, false, left_ms < SLICE_MS ? (int)left_ms : SLICE_MS) ||
            !listen_now(session, &ignored))
            return YT_TALK_GONE;
    }
    return YT_TALK_OK;
}
