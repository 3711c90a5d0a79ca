#include "handoff/slip.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INK_BELOW 150     /* of 255: thin strokes stay whole on thermal paper */
#define MODULE_DOTS_MAX 6 /* larger ones read no better and use more paper */

/* All sizes in dots at 203 dpi, eight to a millimetre, for 58 mm paper; 80 mm has a fifth more. */
enum { EM_SMALL = 24, EM_TEXT = 28, EM_TITLE = 32, EM_WHEN = 38, EM_STATUS = 44, EM_NUMBER = 72 };
enum { GAP_LINE = 6, GAP_TEXT = 14, GAP_PART = 26 };
enum { MARGIN_SIDE = 12, MARGIN_TOP = 12, MARGIN_BOTTOM = 28, RULE = 2, FRAME = 3, BULLET = 8 };
enum { INDENT = 24 };

/* Where the next thing goes. The same walk first measures (no canvas) and then draws. */
struct sheet {
    const struct yt_slip *slip;
    const struct yt_slip_painter *painter;
    struct yt_slip_canvas *canvas; /* NULL while measuring */
    int y;
};

static int scaled(const struct sheet *sheet, int dots)
{
    return sheet->slip->paper_dots >= YT_PAPER_80_DOTS ? dots * 6 / 5 : dots;
}

static int inner_width(const struct sheet *sheet)
{
    return sheet->slip->paper_dots - 2 * MARGIN_SIDE;
}

static bool is_empty(const char *text)
{
    return !text || !text[0];
}

static bool says_nothing(const struct yt_slip_text *text)
{
    return is_empty(text->own) && is_empty(text->ja);
}

static void gap(struct sheet *sheet, int dots)
{
    sheet->y += scaled(sheet, dots);
}

/* ---- boxes ---- */

static void paint_box(struct sheet *sheet, int x, int y, int width, int height, uint8_t gray)
{
    if (!sheet->canvas)
        return;
    for (int row = y; row < y + height && row < sheet->canvas->height; row++)
        memset(sheet->canvas->gray + (size_t)row * (size_t)sheet->canvas->width + x, gray,
               (size_t)width);
}

static void rule(struct sheet *sheet)
{
    gap(sheet, GAP_TEXT);
    paint_box(sheet, MARGIN_SIDE, sheet->y, inner_width(sheet), RULE, 0);
    sheet->y += RULE;
    gap(sheet, GAP_TEXT);
}

/* ---- texts ---- */

static void put_text(struct sheet *sheet, const char *markup, const struct yt_slip_style *style,
                     int x)
{
    int height = sheet->painter->measure(sheet->painter->context, markup, style, NULL);

    if (sheet->canvas)
        sheet->painter->draw(sheet->painter->context, markup, style, sheet->canvas, x, sheet->y,
                             false);
    sheet->y += height;
}

/* In the resident's language, and smaller beneath it in Japanese. */
static void put_both(struct sheet *sheet, const struct yt_slip_text *text, int em, bool bold,
                     enum yt_slip_align align, int indent)
{
    struct yt_slip_style style = {.language = sheet->slip->language,
                                  .em_dots = scaled(sheet, em),
                                  .bold = bold,
                                  .align = align,
                                  .width_dots = inner_width(sheet) - indent};

    if (!is_empty(text->own)) {
        put_text(sheet, text->own, &style, MARGIN_SIDE + indent);
        style.em_dots = scaled(sheet, em > EM_TITLE ? EM_TEXT : EM_SMALL);
    }
    if (is_empty(text->ja))
        return;
    if (!is_empty(text->own))
        gap(sheet, GAP_LINE / 2);
    style.language = "ja";
    put_text(sheet, text->ja, &style, MARGIN_SIDE + indent);
}

static void put_site(struct sheet *sheet)
{
    const struct yt_slip *slip = sheet->slip;
    struct yt_slip_text phone = {.own = slip->phone};

    put_both(sheet, &slip->site, EM_TITLE, true, YT_SLIP_CENTRE, 0);
    if (!is_empty(slip->phone)) {
        gap(sheet, GAP_LINE);
        put_both(sheet, &phone, EM_TEXT, false, YT_SLIP_CENTRE, 0);
    }
}

/* 予約 in white on black, 希望 in a thin frame: told apart at a glance and on a copy. */
static void put_status(struct sheet *sheet)
{
    const struct yt_slip *slip = sheet->slip;
    const struct yt_slip_painter *painter = sheet->painter;
    const int side = scaled(sheet, 28);
    const int above = scaled(sheet, 8);
    struct yt_slip_style style = {.language = slip->language,
                                  .em_dots = scaled(sheet, EM_STATUS),
                                  .bold = true,
                                  .align = YT_SLIP_CENTRE,
                                  .width_dots = inner_width(sheet) - 2 * side};
    struct yt_slip_text below = {.ja = slip->status.ja};
    const char *text = is_empty(slip->status.own) ? slip->status.ja : slip->status.own;
    int width = 0;
    int height = painter->measure(painter->context, text, &style, &width);
    int x = (slip->paper_dots - width) / 2 - side;

    if (x < MARGIN_SIDE)
        x = MARGIN_SIDE;
    paint_box(sheet, x, sheet->y, slip->paper_dots - 2 * x, height + 2 * above, 0);
    if (!slip->firm)
        paint_box(sheet, x + FRAME, sheet->y + FRAME, slip->paper_dots - 2 * (x + FRAME),
                  height + 2 * (above - FRAME), UINT8_MAX);
    if (sheet->canvas)
        painter->draw(painter->context, text, &style, sheet->canvas, MARGIN_SIDE + side,
                      sheet->y + above, slip->firm);
    sheet->y += height + 2 * above;
    if (!is_empty(slip->status.own) && !is_empty(below.ja)) {
        gap(sheet, GAP_LINE);
        put_both(sheet, &below, EM_TEXT, true, YT_SLIP_CENTRE, 0);
    }
    gap(sheet, GAP_TEXT);
}

static void put_appointment(struct sheet *sheet)
{
    const struct yt_slip *slip = sheet->slip;

    rule(sheet);
    put_status(sheet);
    put_both(sheet, &slip->what, EM_TITLE, true, YT_SLIP_CENTRE, 0);
    for (size_t i = 0; i < YT_COUNT(slip->when); i++) {
        if (says_nothing(&slip->when[i]))
            continue;
        gap(sheet, GAP_LINE);
        put_both(sheet, &slip->when[i], EM_WHEN, true, YT_SLIP_CENTRE, 0);
    }
    if (says_nothing(&slip->where))
        return;
    gap(sheet, GAP_TEXT);
    put_both(sheet, &slip->where, EM_TEXT, false, YT_SLIP_CENTRE, 0);
}

/* Beside the letters of the first line, which stand lower where readings are above. */
static void put_bullet(struct sheet *sheet, const struct yt_slip_text *text)
{
    const int bullet = scaled(sheet, BULLET);
    const int em = scaled(sheet, EM_TEXT);
    const char *first = is_empty(text->own) ? text->ja : text->own;
    const bool ruby = first && strstr(first, "《");

    paint_box(sheet, MARGIN_SIDE, sheet->y + em * (ruby ? 9 : 5) / 8 - bullet / 2, bullet, bullet,
              0);
}

static void put_lines(struct sheet *sheet)
{
    const struct yt_slip *slip = sheet->slip;

    rule(sheet);
    if (!says_nothing(&slip->heading)) {
        put_both(sheet, &slip->heading, EM_SMALL, true, YT_SLIP_START, 0);
        gap(sheet, GAP_LINE);
    }
    for (size_t i = 0; i < slip->line_count && i < YT_SLIP_LINES_MAX; i++) {
        gap(sheet, GAP_LINE);
        put_bullet(sheet, &slip->lines[i]);
        put_both(sheet, &slip->lines[i], EM_TEXT, false, YT_SLIP_START, scaled(sheet, INDENT));
    }
}

/* ---- listings and programmes ---- */

static void put_offer(struct sheet *sheet, const struct yt_slip_offer *offer)
{
    const int indent = scaled(sheet, INDENT);

    gap(sheet, GAP_TEXT);
    put_bullet(sheet, &offer->name);
    put_both(sheet, &offer->name, EM_TEXT, true, YT_SLIP_START, indent);
    if (!says_nothing(&offer->state)) {
        gap(sheet, GAP_LINE);
        put_both(sheet, &offer->state, EM_SMALL, true, YT_SLIP_START, indent);
    }
    if (!says_nothing(&offer->lines)) {
        gap(sheet, GAP_LINE);
        put_both(sheet, &offer->lines, EM_SMALL, false, YT_SLIP_START, indent);
    }
}

static void put_group(struct sheet *sheet, const struct yt_slip_group *group)
{
    rule(sheet);
    put_both(sheet, &group->heading, EM_SMALL, true, YT_SLIP_START, 0);
    for (size_t i = 0; i < group->count && i < YT_SLIP_OFFERS_MAX; i++)
        put_offer(sheet, &group->offers[i]);
    if (says_nothing(&group->note))
        return;
    gap(sheet, GAP_TEXT);
    put_both(sheet, &group->note, EM_SMALL, false, YT_SLIP_START, 0);
}

static void put_number(struct sheet *sheet)
{
    const struct yt_slip *slip = sheet->slip;
    struct yt_slip_style style = {.language = "ja",
                                  .em_dots = scaled(sheet, EM_NUMBER),
                                  .bold = true,
                                  .align = YT_SLIP_CENTRE,
                                  .width_dots = 0};
    int width = 0;

    rule(sheet);
    put_both(sheet, &slip->number_label, EM_TEXT, false, YT_SLIP_CENTRE, 0);
    /* As large as one line allows. */
    while (style.em_dots > EM_TEXT) {
        (void)sheet->painter->measure(sheet->painter->context, slip->number, &style, &width);
        if (width <= inner_width(sheet))
            break;
        style.em_dots -= 2;
    }
    style.width_dots = inner_width(sheet);
    put_text(sheet, slip->number, &style, MARGIN_SIDE);
}

/* ---- the code ---- */

static void put_symbol(struct sheet *sheet, const struct yt_symbol *symbol)
{
    int dots = yt_symbol_module_dots(symbol, sheet->slip->paper_dots);
    int left;

    if (dots > MODULE_DOTS_MAX)
        dots = MODULE_DOTS_MAX;
    left = (sheet->slip->paper_dots - symbol->side * dots) / 2;
    sheet->y += YT_SYMBOL_QUIET_MODULES * dots;
    for (int row = 0; row < symbol->side && sheet->canvas; row++)
        for (int column = 0; column < symbol->side; column++)
            if (symbol->dark[row * symbol->side + column])
                paint_box(sheet, left + column * dots, sheet->y + row * dots, dots, dots, 0);
    sheet->y += (symbol->side + YT_SYMBOL_QUIET_MODULES) * dots;
}

static void put_code(struct sheet *sheet)
{
    const struct yt_symbols *symbols = sheet->slip->symbols;
    char which[24];
    struct yt_slip_text caption = {.own = which};

    for (int i = 0; i < symbols->count; i++) {
        if (symbols->count > 1) {
            gap(sheet, GAP_PART);
            snprintf(which, sizeof which, "%d/%d", i + 1, symbols->count);
            put_both(sheet, &caption, EM_TITLE, true, YT_SLIP_CENTRE, 0);
        }
        put_symbol(sheet, &symbols->symbol[i]);
    }
    put_both(sheet, &sheet->slip->code_note, EM_SMALL, false, YT_SLIP_CENTRE, 0);
}

static void put_notes(struct sheet *sheet)
{
    rule(sheet);
    for (size_t i = 0; i < sheet->slip->note_count && i < YT_COUNT(sheet->slip->notes); i++) {
        if (i > 0)
            gap(sheet, GAP_TEXT);
        put_both(sheet, &sheet->slip->notes[i], EM_SMALL, false, YT_SLIP_START, 0);
    }
}

/* The whole slip from top to bottom; leaves its height in `y`. */
static void walk(struct sheet *sheet)
{
    const struct yt_slip *slip = sheet->slip;

    sheet->y = MARGIN_TOP;
    put_site(sheet);
    if (!says_nothing(&slip->status))
        put_appointment(sheet);
    if (slip->line_count > 0)
        put_lines(sheet);
    if (!is_empty(slip->number))
        put_number(sheet);
    if (slip->symbols && slip->symbols->count > 0)
        put_code(sheet);
    for (size_t i = 0; i < slip->group_count && i < YT_SLIP_GROUPS_MAX; i++)
        put_group(sheet, &slip->groups[i]);
    if (slip->note_count > 0)
        put_notes(sheet);
    gap(sheet, MARGIN_BOTTOM);
}

static void to_dots(const struct yt_slip_canvas *canvas, struct yt_raster *raster)
{
    for (int y = 0; y < raster->height; y++) {
        const uint8_t *gray = canvas->gray + (size_t)y * (size_t)canvas->width;
        uint8_t *row = raster->bits + (size_t)y * raster->stride;

        for (int x = 0; x < raster->width; x++)
            if (gray[x] < INK_BELOW)
                row[x / 8] |= (uint8_t)(0x80 >> x % 8);
    }
}

bool yt_slip_compose(const struct yt_slip *slip, const struct yt_slip_painter *painter,
                     struct yt_raster *ret_raster, struct yt_err *err)
{
    struct sheet sheet = {.slip = slip, .painter = painter};
    struct yt_slip_canvas canvas = {.width = slip->paper_dots};
    size_t size;

    walk(&sheet);
    canvas.height = sheet.y;
    if (!yt_raster_init(ret_raster, canvas.width, canvas.height, err))
        return yt_err_context(err, "slip");
    size = (size_t)canvas.width * (size_t)canvas.height;
    if (!(canvas.gray = malloc(size))) {
        yt_raster_done(ret_raster);
        return yt_err_set(err, YT_ERR_NO_MEMORY, "slip");
    }
    memset(canvas.gray, UINT8_MAX, size);
    sheet.canvas = &canvas;
    walk(&sheet);
    to_dots(&canvas, ret_raster);
    sodium_memzero(canvas.gray, size);
    free(canvas.gray);
    return true;
}
