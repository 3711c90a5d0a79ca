#include "sim_commands.h"

#include <stdio.h>
#include <string.h>

enum { NUL = 0x00, EOT = 0x04, ENQ = 0x05, LF = 0x0A, CR = 0x0D, DLE = 0x10, DC4 = 0x14 };
enum { ESC = 0x1B, GS = 0x1D };

#define LINE_ROWS 30

size_t sim_room(const struct sim_printer *printer)
{
    size_t held = printer->count + (size_t)printer->real_time_count;

    return held < printer->buffer_size ? printer->buffer_size - held : 0;
}

static void answer(struct sim_printer *printer, uint8_t byte)
{
    if (sim_faults_now(&printer->faults, SIM_MUTE) || sim_faults_now(&printer->faults, SIM_HANG))
        return;
    if (sim_faults_now(&printer->faults, SIM_GARBAGE)) {
        /* Anything but what would pass for an answer to DLE EOT. */
        printer->noise = printer->noise * 1103515245U + 12345U;
        if (printer->answer_count < sizeof printer->answers)
            printer->answers[printer->answer_count++] = (uint8_t)(printer->noise >> 16) | 0x80U;
    }
    if (printer->answer_count < sizeof printer->answers)
        printer->answers[printer->answer_count++] = byte;
}

static void forget_all(struct sim_printer *printer)
{
    sim_paper_event(&printer->paper, "buffers cleared");
    printer->count = 0;
    printer->picture_rows = 0;
}

/* ---- real-time commands ---- */

/* How many bytes the command that begins like this has; 0 when it is none. */
static int real_time_length(const uint8_t *bytes, int count)
{
    if (count == 1)
        return 2;
    switch (bytes[1]) {
    case EOT:
    case ENQ:
        return 3;
    case DC4:
        return count == 2 ? 3 : bytes[2] == 8 ? 10 : 5;
    default:
        return 0;
    }
}

/* Bytes that the command at `at` takes, as far as they have come in. */
static size_t command_length(const struct sim_printer *printer, size_t at)
{
    const uint8_t *bytes = printer->buffer + at;
    size_t left = printer->count - at;

    if (bytes[0] != ESC && bytes[0] != GS)
        return 1;
    if (left < 3)
        return left;
    if (bytes[0] == ESC)
        return bytes[1] == '@' || bytes[1] == '2' ? 2 : 3;
    if (bytes[1] == 'V')
        return bytes[2] >= 'A' ? 4 : 3;
    if (bytes[1] != 'v')
        return 3;
    return left < 8 ? left
                    : 8 + (size_t)(bytes[4] | bytes[5] << 8) * (size_t)(bytes[6] | bytes[7] << 8);
}

/* Would the next byte that comes in belong to a picture? */
static bool inside_picture(const struct sim_printer *printer)
{
    size_t at = (size_t)printer->picture_rows * (size_t)printer->picture_bytes;

    while (at < printer->count)
        at += command_length(printer, at);
    return at > printer->count;
}

static void obey_real_time(struct sim_printer *printer)
{
    const uint8_t *bytes = printer->real_time;
    bool forgets = (bytes[1] == DC4 && bytes[2] == 8) || (bytes[1] == ENQ && bytes[2] == 2);

    if (inside_picture(printer) && !forgets)
        sim_paper_event(&printer->paper, "real-time command inside a picture");
    if (bytes[1] == EOT)
        answer(printer, sim_faults_answer(&printer->faults, bytes[2]));
    else if (forgets)
        forget_all(printer);
}

static void keep(struct sim_printer *printer, uint8_t byte)
{
    if (printer->count < SIM_BUFFER_MAX)
        printer->buffer[printer->count++] = byte;
}

void sim_receive(struct sim_printer *printer, const uint8_t *data, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        int length;

        if (printer->real_time_count == 0 && data[i] != DLE) {
            keep(printer, data[i]);
            continue;
        }
        printer->real_time[printer->real_time_count++] = data[i];
        length = real_time_length(printer->real_time, printer->real_time_count);
        if (length == 0) {
            /* Only data after all; its last byte may begin another. */
            keep(printer, printer->real_time[0]);
            printer->real_time_count = 0;
            i--;
        } else if (printer->real_time_count == length) {
            obey_real_time(printer);
            printer->real_time_count = 0;
        }
    }
}

/* ---- the rest ---- */

static size_t unknown(struct sim_printer *printer, size_t size)
{
    char text[64];

    snprintf(text, sizeof text, "unknown command %02x %02x", printer->buffer[0],
             size > 1 ? printer->buffer[1] : 0U);
    sim_paper_event(&printer->paper, text);
    return size;
}

static size_t escape(struct sim_printer *printer)
{
    const uint8_t *bytes = printer->buffer;

    if (printer->count < 2)
        return 0;
    switch (bytes[1]) {
    case '@':
        printer->alignment = 0;
        return 2;
    case '2':
        return 2;
    default:
        break;
    }
    if (printer->count < 3)
        return 0;
    switch (bytes[1]) {
    case 'J':
        sim_paper_feed(&printer->paper, bytes[2]);
        return 3;
    case 'd':
        sim_paper_feed(&printer->paper, bytes[2] * LINE_ROWS);
        return 3;
    case 'a':
        printer->alignment = bytes[2] % '0';
        return 3;
    case '3':
        return 3;
    default:
        return unknown(printer, 2);
    }
}

static size_t picture(struct sim_printer *printer)
{
    const uint8_t *bytes = printer->buffer;

    if (printer->count < 8)
        return 0;
    if (bytes[2] != '0' || (bytes[3] != 0 && bytes[3] != '0'))
        return unknown(printer, 4);
    printer->picture_bytes = bytes[4] | bytes[5] << 8;
    printer->picture_rows = bytes[6] | bytes[7] << 8;
    if (printer->picture_bytes == 0 || printer->picture_rows == 0)
        sim_paper_event(&printer->paper, "empty picture");
    if (printer->picture_rows > 128)
        sim_paper_event(&printer->paper, "picture of more than 128 rows");
    return 8;
}

static size_t group(struct sim_printer *printer)
{
    const uint8_t *bytes = printer->buffer;
    bool near_end = sim_faults_now(&printer->faults, SIM_NEAR_END);

    if (printer->count < 3)
        return 0;
    switch (bytes[1]) {
    case 'v':
        return picture(printer);
    case 'V':
        if (bytes[2] >= 'A' && printer->count < 4)
            return 0;
        if (bytes[2] >= 'A')
            sim_paper_feed(&printer->paper, bytes[3]);
        sim_paper_cut(&printer->paper);
        return bytes[2] >= 'A' ? 4 : 3;
    case 'r':
        if (!sim_faults_now(&printer->faults, SIM_NO_MARK))
            answer(printer, near_end ? 0x03 : 0x00);
        return 3;
    case 'a':
        return 3;
    default:
        return unknown(printer, 2);
    }
}

/* One row of the picture. */
static size_t picture_row(struct sim_printer *printer)
{
    int dots = printer->picture_bytes * 8;
    int spare = printer->paper.width - dots;
    int left = printer->alignment == 1 ? spare / 2 : printer->alignment == 2 ? spare : 0;

    if (printer->count < (size_t)printer->picture_bytes)
        return 0;
    sim_paper_row(&printer->paper, printer->buffer, dots, left);
    printer->picture_rows--;
    return (size_t)printer->picture_bytes;
}

static size_t step(struct sim_printer *printer)
{
    if (printer->picture_rows > 0)
        return picture_row(printer);
    switch (printer->buffer[0]) {
    case NUL:
    case CR:
        return 1;
    case LF:
        sim_paper_feed(&printer->paper, LINE_ROWS);
        return 1;
    case ESC:
        return escape(printer);
    case GS:
        return group(printer);
    default:
        return unknown(printer, 1);
    }
}

int sim_work(struct sim_printer *printer, int rows, double now)
{
    int before = printer->paper.rows;
    int printed = 0;

    while (printer->count > 0 && printed < rows) {
        size_t used;

        sim_faults_tick(&printer->faults, printer->paper.rows, now);
        if (sim_faults_stop_paper(&printer->faults) || sim_faults_now(&printer->faults, SIM_UNPLUG))
            break;
        if ((used = step(printer)) == 0)
            break;
        memmove(printer->buffer, printer->buffer + used, printer->count - used);
        printer->count -= used;
        if (printer->paper.rows > before)
            printed += printer->paper.rows - before;
        before = printer->paper.rows;
    }
    return printed;
}
