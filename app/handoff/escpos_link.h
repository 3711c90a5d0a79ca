/* A line to a printer: device file, serial line or network connection, never blocking. */
#ifndef YT_HANDOFF_ESCPOS_LINK_H
#define YT_HANDOFF_ESCPOS_LINK_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_link {
    int descriptor; /* -1 when closed */
    bool can_read;
    bool is_socket;
    bool is_terminal;
};

/* YT_ERR_OFFLINE when nothing is there, with the system's words. */
YT_MUST_CHECK bool yt_link_open_device(struct yt_link *link, const char *path, struct yt_err *err);
YT_MUST_CHECK bool yt_link_open_serial(struct yt_link *link, const char *path, int baud,
                                       struct yt_err *err);
YT_MUST_CHECK bool yt_link_open_tcp(struct yt_link *link, const char *host, const char *port,
                                    int timeout_ms, struct yt_err *err);

/* True for a speed that serial lines have. */
bool yt_link_baud_valid(int baud);

/* Bytes taken, 0 for "not now", -1 when the line is gone. */
int yt_link_write(struct yt_link *link, const uint8_t *data, size_t size);
int yt_link_read(struct yt_link *link, uint8_t *data, size_t size);

/* Waits until something can be read, or written where `to_write`, at most `timeout_ms`. False when
 * the line is gone. */
bool yt_link_wait(struct yt_link *link, bool to_write, int timeout_ms);

/* Bytes that the system has taken but not passed on yet, where it knows; else 0. */
int yt_link_unsent(const struct yt_link *link);

/* What is still unsent is dropped, except on the network, where it goes out by itself. Harmless on
 * a closed one. */
void yt_link_close(struct yt_link *link);

#endif
