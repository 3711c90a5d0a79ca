/* Looking at the screen for a script: by what is written on it. */
#ifndef YT_KIOSK_PLAYER_FIND_H
#define YT_KIOSK_PLAYER_FIND_H

#include "base/buf.h"
#include "base/err.h"
#include "ui/tree.h"

/* The n-th (from 1) thing that can be touched whose label is `label`; where there is none, the
 * first that begins with it; where none can be touched, any with this label. */
bool yt_player_find(const struct yt_ui *ui, const char *label, int64_t n, struct yt_ui_node *found);

/* Does any label or value have this text in it? */
bool yt_player_sees(const struct yt_ui *ui, const char *text);

/* Appends the first label that has this text in it, and its value. False when there is none. */
bool yt_player_read(const struct yt_ui *ui, const char *text, struct yt_buf *to);

/* Appends what can be read on the screen, in quotes, up to some 300 bytes; for messages. */
void yt_player_describe(const struct yt_ui *ui, struct yt_buf *to);

/* The whole tree as a table. */
YT_MUST_CHECK bool yt_player_write_tree(const struct yt_ui *ui, const char *path,
                                        struct yt_err *err);

/* False, with the first faults in words, when something is cut off, overlaps or is too small. */
YT_MUST_CHECK bool yt_player_fits(struct yt_ui *ui, struct yt_err *err);

#endif
