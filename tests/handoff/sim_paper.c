#include "sim_paper.h"

#include <errno.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define ROWS_MAX 100000

bool sim_paper_open(struct sim_paper *paper, const char *folder, int width)
{
    char path[4200];

    *paper = (struct sim_paper){.folder = folder, .width = width};
    if (mkdir(folder, 0755) != 0 && errno != EEXIST)
        return false;
    snprintf(path, sizeof path, "%s/events.txt", folder);
    paper->events = fopen(path, "w");
    return paper->events != NULL;
}

void sim_paper_event(struct sim_paper *paper, const char *text)
{
    fprintf(paper->events, "slip %d row %d: %s\n", paper->slips + 1, paper->rows, text);
    fflush(paper->events);
}

static uint8_t *new_row(struct sim_paper *paper)
{
    if ((size_t)paper->rows == paper->capacity) {
        size_t capacity = paper->capacity ? paper->capacity * 2 : 1024;
        uint8_t *dots = realloc(paper->dots, capacity * (size_t)paper->width);

        if (!dots || capacity > ROWS_MAX) {
            fprintf(stderr, "printer_sim: too much paper\n");
            exit(2);
        }
        paper->dots = dots;
        paper->capacity = capacity;
    }
    return memset(paper->dots + (size_t)paper->rows++ * (size_t)paper->width, UINT8_MAX,
                  (size_t)paper->width);
}

void sim_paper_row(struct sim_paper *paper, const uint8_t *bits, int count, int left)
{
    uint8_t *row = new_row(paper);
    bool lost = false;

    for (int i = 0; i < count; i++) {
        if (!(bits[i / 8] & 0x80 >> i % 8))
            continue;
        if (left + i < 0 || left + i >= paper->width)
            lost = true;
        else
            row[left + i] = 0;
    }
    if (lost)
        sim_paper_event(paper, "ink beyond the head");
}

void sim_paper_feed(struct sim_paper *paper, int rows)
{
    while (rows-- > 0)
        (void)new_row(paper);
}

static void write_png(struct sim_paper *paper, const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)paper->width,
                       .height = (png_uint_32)paper->rows,
                       .format = PNG_FORMAT_GRAY};
    char temporary[4400];

    /* Under another name first: whoever waits for the picture finds it whole. */
    snprintf(temporary, sizeof temporary, "%s.part", path);
    if (!png_image_write_to_file(&image, temporary, 0, paper->dots, paper->width, NULL) ||
        rename(temporary, path) != 0)
        fprintf(stderr, "printer_sim: %s: %s\n", path, image.message);
}

void sim_paper_cut(struct sim_paper *paper)
{
    char path[4300];

    if (paper->rows == 0) {
        sim_paper_event(paper, "cut without paper");
        return;
    }
    snprintf(path, sizeof path, "%s/slip-%04d.png", paper->folder, paper->slips + 1);
    write_png(paper, path);
    sim_paper_event(paper, "cut");
    paper->slips++;
    paper->rows = 0;
}

void sim_paper_close(struct sim_paper *paper)
{
    char path[4300];

    snprintf(path, sizeof path, "%s/rest.png", paper->folder);
    if (paper->rows > 0)
        write_png(paper, path);
    free(paper->dots);
    fclose(paper->events);
}
