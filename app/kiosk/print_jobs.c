#include "kiosk/print_jobs.h"

#include "kiosk/slip_painter.h"

#include <stdlib.h>

/* A slip has a few dozen texts at four sizes, each used once. */
static const struct yt_text_limits slip_text_limits = {
    .layout_bytes = (size_t)256 * 1024, .pixel_bytes = (size_t)512 * 1024, .open_faces = 8};

void yt_print_side_done(struct yt_print_side *side)
{
    yt_printer_free(side->printer);
    yt_text_engine_free(side->text);
    side->printer = NULL;
    side->text = NULL;
}

static struct yt_slip_text said(const struct yt_slip_phrase *phrase)
{
    return (struct yt_slip_text){.own = phrase->own, .ja = phrase->ja};
}

static void fill_group(const struct yt_slip_words_group *words, struct yt_slip *slip)
{
    struct yt_slip_group *group = &slip->groups[slip->group_count];

    if (words->count == 0)
        return;
    group->heading = said(&words->heading);
    group->note = said(&words->note);
    group->count = words->count;
    for (size_t i = 0; i < words->count; i++)
        group->offers[i] = (struct yt_slip_offer){.name = said(&words->offers[i].name),
                                                  .state = said(&words->offers[i].state),
                                                  .lines = said(&words->offers[i].lines)};
    slip->group_count++;
}

/* The slip borrows the texts of `words`. */
static void fill_slip(const struct yt_slip_words *words, struct yt_slip *slip)
{
    slip->language = words->language;
    slip->site = said(&words->site);
    slip->phone = words->phone;
    if (words->booking) {
        slip->status = said(&words->status);
        slip->firm = words->firm;
        slip->what = said(&words->what);
        slip->where = said(&words->where);
        for (size_t i = 0; i < words->when_count; i++)
            slip->when[i] = said(&words->when[i]);
    }
    slip->heading = said(&words->heading);
    slip->line_count = words->item_count;
    for (size_t i = 0; i < words->item_count; i++)
        slip->lines[i] = said(&words->items[i]);
    slip->number_label = said(&words->number_label);
    slip->number = words->number;
    slip->code_note = said(&words->code_note);
    fill_group(&words->programmes, slip);
    fill_group(&words->listings, slip);
    slip->note_count = words->note_count;
    for (size_t i = 0; i < words->note_count; i++)
        slip->notes[i] = said(&words->notes[i]);
}

_Static_assert(YT_SLIP_WORDS_ITEMS_MAX <= YT_SLIP_LINES_MAX, "every item has its line");
_Static_assert(YT_SLIP_WORDS_OFFERS_MAX <= YT_SLIP_OFFERS_MAX, "every listing too");
_Static_assert(YT_ENTRY_PROGRAMMES_MAX <= YT_SLIP_WORDS_OFFERS_MAX, "and programme");
_Static_assert(YT_SLIP_WORDS_WHEN_MAX <= YT_COUNT(((struct yt_slip *)0)->when), "every time too");
_Static_assert(YT_SLIP_WORDS_NOTES_MAX <= YT_COUNT(((struct yt_slip *)0)->notes), "and note");

static bool compose(const struct yt_print_job *print, struct yt_print_side *side,
                    struct yt_raster *raster, struct yt_err *err)
{
    struct yt_slip slip = {.paper_dots = side->paper_dots};
    struct yt_symbols *symbols = NULL;
    struct yt_slip_painter painter;
    bool composed = false;

    if (!side->text && !(side->text = yt_text_engine_new(&slip_text_limits, NULL, err)))
        return false;
    fill_slip(&print->words, &slip);
    if (print->with_code && !(symbols = calloc(1, sizeof *symbols)))
        return yt_err_set(err, YT_ERR_NO_MEMORY, "make the slip's code");
    if (!symbols || yt_symbols_make(&print->sealed, side->paper_dots, side->url, symbols, err)) {
        slip.symbols = symbols;
        painter = yt_slip_painter(side->text);
        composed = yt_slip_compose(&slip, &painter, raster, err);
    }
    free(symbols);
    yt_text_forget(side->text);
    return composed;
}

void yt_print_job_run(struct yt_job *job, void *print_side)
{
    struct yt_print_job *print = (struct yt_print_job *)job;
    struct yt_print_side *side = print_side;
    YT_SCOPED(yt_raster_done) struct yt_raster raster = {0};

    print->result.outcome = YT_PRINT_NOT;
    if (compose(print, side, &raster, &print->result.reason))
        yt_printer_print(side->printer, &raster, &side->watch, &print->result);
    atomic_store(&side->watch.waiting_for, YT_OK);
}

enum yt_printer_state yt_printer_state_of(enum yt_err_code reason)
{
    switch (reason) {
    case YT_OK:
        return YT_PRINTER_READY;
    case YT_ERR_PAPER_OUT:
        return YT_PRINTER_PAPER_OUT;
    case YT_ERR_COVER_OPEN:
        return YT_PRINTER_COVER_OPEN;
    default:
        return YT_PRINTER_OFFLINE;
    }
}

void yt_status_job_run(struct yt_job *job, void *print_side)
{
    struct yt_status_job *asked = (struct yt_status_job *)job;
    struct yt_print_side *side = print_side;
    struct yt_printer_status status;
    struct yt_err err = {0};

    if (!yt_printer_status(side->printer, &status, &err))
        asked->state = YT_PRINTER_OFFLINE;
    else if (!status.answered)
        asked->state = YT_PRINTER_UNKNOWN;
    else if (status.cover_open)
        asked->state = YT_PRINTER_COVER_OPEN;
    else if (status.paper_out)
        asked->state = YT_PRINTER_PAPER_OUT;
    else if (!status.online || status.error)
        asked->state = YT_PRINTER_OFFLINE;
    else
        asked->state = status.paper_low ? YT_PRINTER_PAPER_LOW : YT_PRINTER_READY;
}
