#include "desk/scan.h"

#include "base/clock.h"
#include "base/fs.h"
#include "desk/intake.h"
#include "desk/qr_reader.h"
#include "desk/words.h"
#include "handoff/part.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Slips that can be half read at once: a stack of papers, each with a code or two. */
#define HALF_READ_MAX 64

struct scan {
    struct yt_desk *desk;
    struct yt_part_collector *collector;
    FILE *to;
    struct yt_scan_outcome *outcome;
};

static void free_collector(struct yt_part_collector **collector)
{
    yt_part_collector_free(*collector);
}

/* One line of the report. `value` fills the sentence's {n}; NULL when it has none. */
static void report(const struct scan *scan, const char *word, const char *number,
                   const char *message, const char *value)
{
    YT_SCOPED(yt_buf_done) struct yt_buf sentence;

    yt_buf_init(&sentence, 2048);
    yt_word_fill(&sentence, message, value ? value : "");
    fprintf(scan->to, "%s %s %s\n", word, number && number[0] ? number : "-",
            yt_buf_string(&sentence));
    fflush(scan->to); /* somebody stands there with the scanner in the hand */
}

static bool take_whole(struct scan *scan, const struct yt_sealed *sealed, struct yt_err *err)
{
    struct yt_intake_result result;

    if (!yt_intake_take(scan->desk, sealed, yt_clock_wall_ms(yt_clock_system()), &result, err))
        return false;
    if (result.intake == YT_INTAKE_TAKEN)
        scan->outcome->taken++;
    else if (result.intake == YT_INTAKE_AGAIN)
        scan->outcome->again++;
    else
        scan->outcome->refused++;
    report(scan, yt_intake_name(result.intake), result.number, yt_intake_message(result.intake),
           result.detail);
    return true;
}

static void report_verdict(struct scan *scan, const struct yt_part_reading *reading)
{
    static const char *const messages[] = {
        [YT_PART_MORE] = "desk.scan.more",
        [YT_PART_DUPLICATE] = "desk.scan.part_again",
        [YT_PART_FOREIGN] = "desk.scan.foreign",
        [YT_PART_ENROLMENT] = "desk.scan.enrolment",
        [YT_PART_UNSUPPORTED] = "desk.scan.unsupported",
        [YT_PART_DAMAGED] = "desk.scan.damaged",
        [YT_PART_MIXED_UP] = "desk.scan.mixed_up",
        [YT_PART_TOO_MANY] = "desk.scan.too_many",
    };
    char which[16];

    snprintf(which, sizeof which, "%d/%d", reading->part, reading->parts);
    report(scan, yt_part_verdict_name(reading->verdict), NULL, messages[reading->verdict], which);
    if (reading->verdict != YT_PART_MORE && reading->verdict != YT_PART_DUPLICATE)
        scan->outcome->refused++;
}

static bool take_code(struct scan *scan, const char *text, size_t size, struct yt_err *err)
{
    struct yt_part_reading reading;

    yt_part_collector_add(scan->collector, text, size, &reading);
    if (reading.whole)
        return take_whole(scan, &reading.sealed, err);
    report_verdict(scan, &reading);
    return true;
}

/* Scanners end a code with CR, LF or both. */
static bool take_lines(struct scan *scan, FILE *from, struct yt_err *err)
{
    char *line = NULL;
    size_t room = 0;
    bool good = true;

    while (good && getline(&line, &room, from) >= 0) {
        char *rest = NULL;

        for (char *code = strtok_r(line, "\r\n", &rest); code && good;
             code = strtok_r(NULL, "\r\n", &rest)) {
            if (code[strspn(code, " \t")] != '\0')
                good = take_code(scan, code, strlen(code), err);
        }
    }
    if (good && ferror(from))
        good = yt_err_errno(err, errno, "read codes");
    free(line);
    return good;
}

static bool take_picture(struct scan *scan, const char *name, const struct yt_buf *file,
                         struct yt_err *err)
{
    YT_SCOPED(yt_picture_done) struct yt_picture picture = {0};
    YT_SCOPED(yt_qr_codes_done) struct yt_qr_codes codes = {0};

    if (!yt_picture_decode(file, &picture, err) || !yt_qr_read(&picture, &codes, err)) {
        /* One bad photo does not stop the others. */
        scan->outcome->refused++;
        report(scan, "unreadable", NULL, "desk.scan.unreadable", name);
        return err->code != YT_ERR_NO_MEMORY;
    }
    if (codes.count == 0) {
        scan->outcome->refused++;
        report(scan, "no-code", NULL, "desk.scan.no_code", NULL);
    }
    for (size_t i = 0; i < codes.count; i++) {
        if (!take_code(scan, yt_buf_string(&codes.code[i]), codes.code[i].size, err))
            return false;
    }
    return true;
}

static bool take_file(struct scan *scan, const char *name, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    FILE *lines;
    bool taken;

    yt_buf_init(&file, YT_PICTURE_FILE_MAX);
    if (!yt_fs_read(name, &file, err))
        return false;
    if (yt_picture_is(&file))
        return take_picture(scan, name, &file, err);
    if (file.size == 0) {
        scan->outcome->refused++;
        report(scan, "no-code", NULL, "desk.scan.no_code", NULL);
        return true;
    }
    lines = fmemopen(file.data, file.size, "r");
    if (!lines)
        return yt_err_errno(err, errno, "%s", name);
    taken = take_lines(scan, lines, err);
    (void)fclose(lines); /* memory */
    return taken;
}

static void report_incomplete(struct scan *scan)
{
    for (size_t i = 0; i < yt_part_collector_open(scan->collector); i++) {
        char missing[64] = "";
        uint16_t bits = 0;
        int parts = 0;

        if (!yt_part_collector_missing(scan->collector, i, &parts, &bits))
            continue;
        for (int part = 1; part <= parts; part++) {
            size_t used = strlen(missing);

            if (bits & (1u << part))
                snprintf(missing + used, sizeof missing - used, "%s%d/%d", used ? ", " : "", part,
                         parts);
        }
        scan->outcome->incomplete++;
        report(scan, "incomplete", NULL, "desk.scan.incomplete", missing);
    }
}

bool yt_scan(struct yt_desk *desk, char *const *files, size_t count, FILE *from, FILE *to,
             struct yt_scan_outcome *ret_outcome, struct yt_err *err)
{
    YT_SCOPED(free_collector)
    struct yt_part_collector *collector = yt_part_collector_new(HALF_READ_MAX);
    struct scan scan = {.desk = desk, .collector = collector, .to = to, .outcome = ret_outcome};
    bool good = true;

    *ret_outcome = (struct yt_scan_outcome){0};
    if (!collector)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to collect codes");
    if (count == 0)
        good = take_lines(&scan, from, err);
    for (size_t i = 0; good && i < count; i++)
        good = strcmp(files[i], "-") == 0 ? take_lines(&scan, from, err)
                                          : take_file(&scan, files[i], err);
    if (good)
        report_incomplete(&scan);
    return good;
}
