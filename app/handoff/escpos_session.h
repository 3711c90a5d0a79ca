/* Talking with an ESC/POS printer over an open line: sending, asking, waiting; with every wait
 * bounded. One printing or one status query is one session. */
#ifndef YT_HANDOFF_ESCPOS_SESSION_H
#define YT_HANDOFF_ESCPOS_SESSION_H

#include "handoff/escpos_link.h"
#include "handoff/printer.h"

enum yt_talk {
    YT_TALK_OK,
    YT_TALK_SILENT,  /* nothing came back, or nothing was taken, for as long as it may */
    YT_TALK_GONE,    /* the line is down */
    YT_TALK_STOPPED, /* the other thread said stop */
    YT_TALK_LATE,    /* the whole took too long */
};

struct yt_session {
    struct yt_link link;
    struct yt_printer_limits limits;
    struct yt_print_watch *watch;
    int64_t end_ms; /* by the monotonic clock: nothing goes on after it */
    int marks_sent;
    int marks_heard; /* never more than were sent */
};

int64_t yt_session_now_ms(void);

/* Sends all of it. SILENT when the printer takes no byte for stall_ms. */
enum yt_talk yt_session_send(struct yt_session *session, const uint8_t *data, size_t size);

/* Asks for everything (DLE EOT 1 to 4). SILENT when not even the first is answered in `answer_ms`;
 * `ret_status->answered` says the same. */
enum yt_talk yt_session_status(struct yt_session *session, int answer_ms,
                               struct yt_printer_status *ret_status);

/* Asks only whether it is on line (DLE EOT 1). */
enum yt_talk yt_session_online(struct yt_session *session, int answer_ms, bool *ret_online);

/* Sends a mark, GS r 1: its answer comes only when all before it has been worked off. */
enum yt_talk yt_session_mark(struct yt_session *session);

/* Lets time pass, listening for answers to marks; when one comes, no more time passes. */
enum yt_talk yt_session_pause(struct yt_session *session, int duration_ms);

#endif
