/* What each kind of row needs as a whole. */
#ifndef YT_CONTENT_IMPORT_ROW_KINDS_H
#define YT_CONTENT_IMPORT_ROW_KINDS_H

#include "content/import/row.h"

void yt_row_begin_programme(struct yt_row *row);

/* Check the whole and complete it: what was told in pieces, an id where there is none. */
void yt_row_finish_listing(struct yt_row *row);
void yt_row_finish_programme(struct yt_row *row);
void yt_row_finish_place(struct yt_row *row);

/* A fault of a column that is known by its key. */
bool yt_row_fault_at(struct yt_row *row, const char *key, const char *remedy, const char *wrong);

/* The Japanese text, or that of the first language that has one; NULL when there is none. */
const char *yt_row_main_text(const struct yt_row *row, const struct yt_text *text);
/* Puts the text where Japanese belongs. */
void yt_row_set_text(struct yt_row *row, struct yt_text *text, const char *value);
/* Joins with a blank between; either may be NULL. NULL when both are. */
const char *yt_row_join(struct yt_row *row, const char *first, const char *second);

#endif
