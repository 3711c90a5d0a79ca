/* The bytes of a file, piece by piece, and what kind of file they are. */
#ifndef YT_CONTENT_IMPORT_BYTES_H
#define YT_CONTENT_IMPORT_BYTES_H

#include "base/attributes.h"
#include "base/err.h"

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_BYTES_CHUNK ((size_t)64 * 1024)

enum yt_bytes_kind { YT_BYTES_CSV, YT_BYTES_JSON };

struct yt_bytes {
    int file;
    enum yt_bytes_kind kind;
    bool marked_utf8;    /* began with a byte order mark of UTF-8 */
    bool was_utf16;      /* and is handed out as UTF-8 */
    uint64_t size, done; /* of the file */
    iconv_t convert;
    bool begun;     /* the first piece, which opening has read, was handed out */
    size_t waiting; /* bytes in `raw` that were not handed out yet */
    unsigned char raw[YT_BYTES_CHUNK];
    unsigned char text[2 * YT_BYTES_CHUNK]; /* UTF-16 takes up to 3 bytes for 2 */
};

/* Opens the file and looks at its beginning. YT_ERR_INVALID with a remedy for what is no CSV and no
 * JSON (a workbook, a web page, nothing at all). */
YT_MUST_CHECK bool yt_bytes_open(struct yt_bytes *bytes, const char *path, struct yt_err *err);
/* Harmless on a zeroed struct with file -1. */
void yt_bytes_close(struct yt_bytes *bytes);

/* The next piece without its byte order mark; *size 0 at the end. Valid until the next call. */
YT_MUST_CHECK bool yt_bytes_next(struct yt_bytes *bytes, const unsigned char **piece, size_t *size,
                                 struct yt_err *err);

#endif
