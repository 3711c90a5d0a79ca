/* A page with filters and a long list, as of listings: for tests, pictures and measuring. */
#ifndef YT_TESTS_SAMPLE_LIST_H
#define YT_TESTS_SAMPLE_LIST_H

#include "ui/ui.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SAMPLE_LIST_CHIP = 300, SAMPLE_LIST_ROW, SAMPLE_LIST_BACK, SAMPLE_LIST_DONE };

struct sample_list {
    const char *language;
    size_t count;
    int columns;
    uint32_t key;                /* 0: by what is chosen */
    uint32_t chosen;             /* a bit a chip */
    size_t chips;                /* 0: 24 */
    bool dialog;                 /* a question in front of the page */
    bool waiting;                /* no text is there yet */
    size_t tall_from;            /* rows from here on have longer titles; 0: none */
    size_t marked;               /* 1 + row */
    int declared;                /* how often it was */
    struct yt_ui_rows_span span; /* as declared last */
};

/* Declares the page as one frame. */
void sample_list_show(struct yt_ui *ui, struct sample_list *list);
/* As a program does: declares again while other rows are in sight, then draws. */
size_t sample_list_draw(struct yt_ui *ui, struct sample_list *list);

#endif
