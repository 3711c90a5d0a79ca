#include "content/import/print.h"

#include "base/str.h"

#include <string.h>

void yt_import_fault_line(const struct yt_import_fault *fault, const char *file, char *line,
                          size_t capacity)
{
    char column[96] = "";
    char value[96] = "";

    if (fault->column[0] != '\0')
        (void)snprintf(column, sizeof column, "column \"%s\": ", fault->column);
    if (fault->value[0] != '\0')
        (void)snprintf(value, sizeof value, "\"%s\": ", fault->value);
    (void)snprintf(line, capacity, "%s:%u: row %zu: %s%s%s. %s", file, fault->line, fault->row,
                   column, value, fault->wrong, fault->remedy);
    yt_str_trim_partial(line);
    for (char *at = line; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            *at = ' '; /* a value must not steer the terminal */
}

static bool give_listing(const struct yt_listing *listing, void *context, struct yt_err *err)
{
    const struct yt_import_print *print = context;

    return print->inner->listing(listing, print->inner->context, err);
}

static bool give_programme(const struct yt_programme *programme, void *context, struct yt_err *err)
{
    const struct yt_import_print *print = context;

    return print->inner->programme(programme, print->inner->context, err);
}

static bool give_place(const struct yt_open_place *place, void *context, struct yt_err *err)
{
    const struct yt_import_print *print = context;

    return print->inner->place(place, print->inner->context, err);
}

static void end_progress_line(struct yt_import_print *print)
{
    if (print->percent >= 0)
        (void)fputs("\r\033[K", print->to);
    print->percent = -1;
}

static void print_fault(const struct yt_import_fault *fault, void *context)
{
    struct yt_import_print *print = context;
    char line[1024];

    if (print->printed == YT_IMPORT_PRINT_MAX) {
        print->more++;
        return;
    }
    print->printed++;
    end_progress_line(print);
    yt_import_fault_line(fault, print->file, line, sizeof line);
    (void)fprintf(print->to, "%s\n", line);
}

static void print_notice(const char *text, void *context)
{
    struct yt_import_print *print = context;

    end_progress_line(print);
    (void)fprintf(print->to, "%s: %s\n", print->file, text);
}

static bool print_progress(uint64_t bytes, uint64_t of_bytes, size_t rows, void *context)
{
    struct yt_import_print *print = context;
    const int percent = of_bytes > 0 ? (int)(bytes * 100 / of_bytes) : 100;

    if (!print->progress || percent == print->percent)
        return true;
    (void)fprintf(print->to, "\r%3d %%, %.1f of %.1f MB, %zu rows", percent, (double)bytes / 1e6,
                  (double)of_bytes / 1e6, rows);
    (void)fflush(print->to);
    print->percent = percent;
    return true;
}

void yt_import_print_init(struct yt_import_print *print, const char *file, FILE *to, bool progress,
                          const struct yt_import_sink *inner)
{
    *print = (struct yt_import_print){.file = file,
                                      .to = to,
                                      .progress = progress,
                                      .percent = -1,
                                      .inner = inner,
                                      .sink = {.listing = give_listing,
                                               .programme = give_programme,
                                               .place = give_place,
                                               .fault = print_fault,
                                               .notice = print_notice,
                                               .progress = print_progress,
                                               .context = print}};
}

void yt_import_print_end(struct yt_import_print *print)
{
    if (print->percent >= 0)
        (void)fputc('\n', print->to);
    print->percent = -1;
    if (print->more > 0)
        (void)fprintf(print->to, "%s: and %zu more like these\n", print->file, print->more);
}

/* --- Trying out ------------------------------------------------------------------------------- */

static bool try_listing(const struct yt_listing *listing, void *context, struct yt_err *err)
{
    (void)listing;
    (void)context;
    (void)err;
    return true;
}

static bool try_programme(const struct yt_programme *programme, void *context, struct yt_err *err)
{
    (void)programme;
    (void)context;
    (void)err;
    return true;
}

static bool try_place(const struct yt_open_place *place, void *context, struct yt_err *err)
{
    (void)place;
    (void)context;
    (void)err;
    return true;
}

const struct yt_import_sink yt_import_trial = {
    .listing = try_listing, .programme = try_programme, .place = try_place};
