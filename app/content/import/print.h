/* An import as lines for the person who started it: what is wrong where, what was left out, how far
 * it is. Stands between the import and whoever takes the rows. */
#ifndef YT_CONTENT_IMPORT_PRINT_H
#define YT_CONTENT_IMPORT_PRINT_H

#include "content/import/import.h"

#include <stdio.h>

#define YT_IMPORT_PRINT_MAX 50 /* faults; more are counted only */

struct yt_import_print {
    struct yt_import_sink sink; /* give this one to yt_import_file */
    const char *file;           /* as lines name it */
    FILE *to;
    bool progress;
    size_t printed, more;
    int percent; /* shown last; -1 */
    const struct yt_import_sink *inner;
};

/* `inner` is given what is good; its fault, notice and progress are not called. All must outlive
 * the import. */
void yt_import_print_init(struct yt_import_print *print, const char *file, FILE *to, bool progress,
                          const struct yt_import_sink *inner);
/* The end of the list, and of the line that shows how far it is. */
void yt_import_print_end(struct yt_import_print *print);

/* "jobs.csv:12: column "pay": "abc": this is no number. Write ..." */
void yt_import_fault_line(const struct yt_import_fault *fault, const char *file, char *line,
                          size_t capacity);

/* A sink that takes everything and keeps nothing, for trying a file out. */
extern const struct yt_import_sink yt_import_trial;

#endif
