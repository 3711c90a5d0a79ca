/* print_slip SPEC [LANGUAGE [58|80 [typical|job|full|fullest|paper [URL]]]]
 *
 * Prints a sample slip on the printer SPEC (see handoff/printer.h), for trying a real or simulated
 * printer by hand. Writes the digits of each symbol to standard output, one a line. Exit status 0
 * printed, 1 not printed, 3 not known. */
#include "handoff/printer.h"
#include "sample.h"
#include "ui/text/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fail(const struct yt_err *err)
{
    fprintf(stderr, "print_slip: %s\n%s\n", err->text, err->remedy);
    return 1;
}

static bool compose(int count, char **arguments, struct yt_raster *raster, struct yt_err *err)
{
    static struct yt_symbols symbols;
    const char *language = count > 2 ? arguments[2] : "ja";
    const int dots = count > 3 && atoi(arguments[3]) == 80 ? YT_PAPER_80_DOTS : YT_PAPER_58_DOTS;
    const char *size = count > 4 ? arguments[4] : "typical";
    const char *url = count > 5 ? arguments[5] : NULL;
    enum sample_size wanted = strcmp(size, "job") == 0       ? SAMPLE_JOB
                              : strcmp(size, "full") == 0    ? SAMPLE_FULL
                              : strcmp(size, "fullest") == 0 ? SAMPLE_FULLEST
                                                             : SAMPLE_TYPICAL;
    YT_SCOPED(yt_text_engine_free_scoped) struct yt_text_engine *engine = sample_text(err);
    struct yt_slip_painter painter;
    struct yt_sealed sealed;
    struct yt_slip slip;
    char number[YT_SLIP_NUMBER_MAX];
    char digits[YT_PART_MAX];
    bool paper_only = strcmp(size, "paper") == 0;

    if (!engine || !sample_seal(wanted, &sealed, err) ||
        !yt_symbols_make(&sealed, dots, url, &symbols, err))
        return false;
    for (int part = 1; part <= symbols.count && !paper_only; part++) {
        yt_part_write(&sealed, part, symbols.count, digits);
        printf("%s%s\n", url ? url : "", digits);
    }
    yt_slip_number(sealed.id, number);
    sample_slip(language, dots, paper_only ? NULL : &symbols, number, &slip);
    if (wanted == SAMPLE_JOB)
        sample_slip_groups(&slip);
    painter = sample_painter(engine);
    return yt_slip_compose(&slip, &painter, raster, err);
}

int main(int count, char **arguments)
{
    static const int codes[] = {[YT_PRINT_DONE] = 0, [YT_PRINT_NOT] = 1, [YT_PRINT_UNKNOWN] = 3};
    struct yt_err err = {0};
    struct yt_raster raster = {0};
    struct yt_print_result result;
    struct yt_printer *printer;

    if (count < 2) {
        fprintf(stderr, "usage: print_slip SPEC [LANGUAGE [58|80 [typical|job|full|fullest|paper "
                        "[URL]]]]\n");
        return 2;
    }
    if (!(printer = yt_printer_open(arguments[1], NULL, &err)) ||
        !compose(count, arguments, &raster, &err)) {
        yt_printer_free(printer);
        return fail(&err);
    }
    yt_printer_print(printer, &raster, NULL, &result);
    fprintf(stderr, "%s%s%s%s%s\n", yt_print_outcome_name(result.outcome),
            result.paper_low ? ", paper low" : "", result.interrupted ? ", interrupted" : "",
            result.outcome == YT_PRINT_DONE ? "" : ": ",
            result.outcome == YT_PRINT_DONE ? "" : result.reason.text);
    yt_raster_done(&raster);
    yt_printer_free(printer);
    return codes[result.outcome];
}
