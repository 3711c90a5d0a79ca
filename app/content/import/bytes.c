#include "content/import/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const char utf8_mark[] = "\xEF\xBB\xBF";

/* Files that people pick by mistake, by how they begin. */
static const struct {
    const char *begins;
    size_t size;
    const char *is;
    const char *remedy;
} wrong_kinds[] = {
    {"PK\x03\x04", 4, "an Excel workbook (xlsx) or another packed file",
     "Open it in Excel, choose \"Save as\", \"CSV UTF-8\", and import that file."},
    {"\xD0\xCF\x11\xE0", 4, "an old Excel workbook (xls) or Word file",
     "Open it in Excel, choose \"Save as\", \"CSV UTF-8\", and import that file."},
    {"%PDF", 4, "a PDF", "Ask for the table that the PDF was made from, as CSV."},
    {"\x1F\x8B", 2, "a packed file (gz)", "Unpack it first."},
    {"SQLite format 3", 15, "a database", "Export the table from it as CSV."},
    {"\x89PNG", 4, "a picture", "Ask for the table itself, as CSV."},
    {"\xFF\xD8\xFF", 3, "a picture", "Ask for the table itself, as CSV."},
};

static bool refuse_wrong_kind(const unsigned char *begin, size_t size, struct yt_err *err)
{
    for (size_t i = 0; i < YT_COUNT(wrong_kinds); i++) {
        if (size < wrong_kinds[i].size ||
            memcmp(begin, wrong_kinds[i].begins, wrong_kinds[i].size) != 0)
            continue;
        yt_err_set(err, YT_ERR_INVALID, "this is %s, not CSV or JSON", wrong_kinds[i].is);
        return yt_err_remedy(err, "%s", wrong_kinds[i].remedy);
    }
    while (size > 0 && strchr(" \t\r\n", *begin) && *begin != '\0')
        begin++, size--;
    if (size == 0) {
        yt_err_set(err, YT_ERR_INVALID, "the file is empty");
        return yt_err_remedy(err, "Export the sheet again, with a first line of column names.");
    }
    if (*begin == '<') {
        yt_err_set(err, YT_ERR_INVALID, "this is a web page or XML, not CSV or JSON");
        return yt_err_remedy(err, "Save the table itself, not the page that shows it.");
    }
    return true;
}

static bool is_named_csv(const char *path)
{
    const char *end = strrchr(path, '.');

    return end && (strcasecmp(end, ".csv") == 0 || strcasecmp(end, ".tsv") == 0);
}

static enum yt_bytes_kind kind_of(const char *path, const unsigned char *begin, size_t size)
{
    while (size > 0 && *begin != '\0' && strchr(" \t\r\n", *begin))
        begin++, size--;
    return !is_named_csv(path) && size > 0 && (*begin == '{' || *begin == '[') ? YT_BYTES_JSON
                                                                               : YT_BYTES_CSV;
}

static ssize_t read_some(struct yt_bytes *bytes)
{
    ssize_t got;

    do
        got = read(bytes->file, bytes->raw + bytes->waiting, sizeof bytes->raw - bytes->waiting);
    while (got < 0 && errno == EINTR);
    if (got > 0) {
        bytes->waiting += (size_t)got;
        bytes->done += (uint64_t)got;
    }
    return got;
}

static void drop(struct yt_bytes *bytes, size_t size)
{
    memmove(bytes->raw, bytes->raw + size, bytes->waiting - size);
    bytes->waiting -= size;
}

static bool look_at_beginning(struct yt_bytes *bytes, const char *path, struct yt_err *err)
{
    const bool little = bytes->waiting >= 2 && memcmp(bytes->raw, "\xFF\xFE", 2) == 0;
    const bool big = bytes->waiting >= 2 && memcmp(bytes->raw, "\xFE\xFF", 2) == 0;

    if (little || big) {
        bytes->convert = iconv_open("UTF-8", little ? "UTF-16LE" : "UTF-16BE");
        if (bytes->convert == (iconv_t)-1)
            return yt_err_set(err, YT_ERR_UNSUPPORTED, "this machine cannot read UTF-16");
        bytes->was_utf16 = true;
        drop(bytes, 2);
        if (bytes->waiting == 0)
            return refuse_wrong_kind(bytes->raw, 0, err);
        return true;
    }
    if (bytes->waiting >= 3 && memcmp(bytes->raw, utf8_mark, 3) == 0) {
        bytes->marked_utf8 = true;
        drop(bytes, 3);
    }
    bytes->kind = kind_of(path, bytes->raw, bytes->waiting);
    return refuse_wrong_kind(bytes->raw, bytes->waiting, err);
}

bool yt_bytes_open(struct yt_bytes *bytes, const char *path, struct yt_err *err)
{
    struct stat status;

    bytes->convert = (iconv_t)-1;
    bytes->kind = YT_BYTES_CSV;
    bytes->marked_utf8 = bytes->was_utf16 = bytes->begun = false;
    bytes->waiting = 0;
    bytes->done = 0;
    bytes->file = open(path, O_RDONLY | O_CLOEXEC);
    if (bytes->file < 0 || fstat(bytes->file, &status) != 0)
        return yt_err_errno(err, errno, "cannot read it");
    if (!S_ISREG(status.st_mode)) {
        yt_err_set(err, YT_ERR_INVALID, "this is no file");
        return yt_err_remedy(err, "Name one CSV or JSON file.");
    }
    bytes->size = (uint64_t)status.st_size;
    if (read_some(bytes) < 0)
        return yt_err_errno(err, errno, "cannot read it");
    return look_at_beginning(bytes, path, err);
}

void yt_bytes_close(struct yt_bytes *bytes)
{
    if (bytes->file < 0)
        return;
    if (bytes->was_utf16)
        iconv_close(bytes->convert);
    (void)close(bytes->file); /* nothing was written */
    bytes->file = -1;
}

/* UTF-16 to UTF-8; half a character at the end waits for the rest. */
static bool convert(struct yt_bytes *bytes, bool at_end, size_t *size, struct yt_err *err)
{
    char *from = (char *)bytes->raw;
    char *to = (char *)bytes->text;
    size_t left = bytes->waiting;
    size_t room = sizeof bytes->text;
    const size_t before = bytes->waiting;

    if (iconv(bytes->convert, &from, &left, &to, &room) == (size_t)-1 &&
        (errno != EINVAL || at_end)) {
        yt_err_set(err, YT_ERR_INVALID, "byte %llu is no UTF-16",
                   (unsigned long long)(bytes->done - left));
        return yt_err_remedy(err, "Save the sheet again as \"CSV UTF-8\".");
    }
    *size = sizeof bytes->text - room;
    drop(bytes, before - left);
    return true;
}

bool yt_bytes_next(struct yt_bytes *bytes, const unsigned char **piece, size_t *size,
                   struct yt_err *err)
{
    ssize_t got = 1; /* what opening has read comes first */

    *size = 0;
    do {
        if (bytes->begun && (got = read_some(bytes)) < 0)
            return yt_err_errno(err, errno, "cannot read on");
        bytes->begun = true;
        *piece = bytes->raw;
        *size = bytes->waiting;
        if (!bytes->was_utf16) {
            bytes->waiting = 0;
        } else {
            *piece = bytes->text;
            if (!convert(bytes, got == 0, size, err))
                return false;
        }
    } while (*size == 0 && got > 0);
    return true;
}
