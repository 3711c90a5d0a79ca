/* How entries and receipts travel on a USB stick: one file each in a folder of the stick, named by
 * the entry's id in hexadecimal.
 *
 *   ID.yotte     the envelope in its frame (handoff/frame.h), the same bytes as by network
 *   ID.receipt   the desk's answer to it (handoff/receipt.h)
 *
 * A stick belongs to people, is full, is pulled out, and has been in other machines: nothing but
 * files of these names is looked at, links are never followed, and what is written was read back
 * before it counts. Any thread; every call may take as long as the stick does. */
#ifndef YT_HANDOFF_STICK_H
#define YT_HANDOFF_STICK_H

#include "base/buf.h"
#include "base/err.h"
#include "domain/sealed.h"

#include <limits.h>

enum yt_stick_kind { YT_STICK_ENTRY, YT_STICK_RECEIPT };

/* Longest name of ours, with the NUL. */
#define YT_STICK_NAME_MAX (2 * YT_ENTRY_ID_SIZE + 16)
/* Longest name of any file, as it may be shown. */
#define YT_STICK_SHOWN_MAX 768

struct yt_stick {
    int folder; /* -1: not open */
    char path[PATH_MAX - 64];
};

/* Opens the folder, which must be there: one that we made ourselves where no stick is would be on
 * this machine's own disk. Release with yt_stick_close also after failure. */
YT_MUST_CHECK bool yt_stick_open(struct yt_stick *stick, const char *folder, struct yt_err *err);
void yt_stick_close(struct yt_stick *stick);

void yt_stick_name(enum yt_stick_kind kind, const uint8_t id[static YT_ENTRY_ID_SIZE],
                   char ret_name[static YT_STICK_NAME_MAX]);
/* False when it is not the name of an entry (or receipt) by its id. */
bool yt_stick_name_read(enum yt_stick_kind kind, const char *name,
                        uint8_t ret_id[static YT_ENTRY_ID_SIZE]);
/* The name as it may stand on a terminal: what is no plain text becomes "?". */
void yt_stick_shown(const char *name, char ret_shown[static YT_STICK_SHOWN_MAX]);

/* Reports every name in the folder that ends as this kind does, in the order of names, whatever
 * lies behind it. The folder may be changed meanwhile. Returning false from `each` ends the walk,
 * which is no error. */
YT_MUST_CHECK bool yt_stick_each(const struct yt_stick *stick, enum yt_stick_kind kind,
                                 bool (*each)(const char *name, void *context), void *context,
                                 struct yt_err *err);

/* Appends the file, from the stick itself rather than from this machine's memory where the system
 * lets one choose. YT_ERR_FOREIGN for what is no plain file (a link, a folder), YT_ERR_TOO_LARGE
 * when it does not fit `to->max`. */
YT_MUST_CHECK bool yt_stick_read(const struct yt_stick *stick, const char *name, struct yt_buf *to,
                                 struct yt_err *err);

/* Puts the file on the stick, replacing another of that name, reads it back and compares. One that
 * is there already with the same bytes is not written again. YT_ERR_CORRUPT when what comes back
 * is not what was written. */
YT_MUST_CHECK bool yt_stick_write(const struct yt_stick *stick, const char *name, const void *data,
                                  size_t size, struct yt_err *err);

/* Removes a file of ours, and what an interrupted run left of it; one that is not there is fine. */
YT_MUST_CHECK bool yt_stick_remove(const struct yt_stick *stick, const char *name,
                                   struct yt_err *err);

/* Waits until everything is on the stick: the last call before somebody may pull it out. */
YT_MUST_CHECK bool yt_stick_flush(const struct yt_stick *stick, struct yt_err *err);

/* Is the folder on the same disk as `path`? Then it is no stick that could be taken out. */
bool yt_stick_shares_disk(const struct yt_stick *stick, const char *path);

#endif
