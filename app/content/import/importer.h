/* What the parts of one import share. */
#ifndef YT_CONTENT_IMPORT_IMPORTER_H
#define YT_CONTENT_IMPORT_IMPORTER_H

#include "content/import/bytes.h"
#include "content/import/mapping.h"
#include "content/import/oddities.h"
#include "content/import/row.h"
#include "content/import/seen_ids.h"

struct yt_importer {
    const struct yt_import_options *options;
    const struct yt_import_sink *sink;
    struct yt_import_counts *counts;
    struct yt_mapping *mapping; /* empty when there is none */
    struct yt_bytes bytes;
    struct yt_seen_ids seen;
    struct yt_oddities oddities;
    struct yt_err *err; /* why the reading has to end; YT_OK while it goes on */
    struct yt_row row;
};

/* Tells the caller something about the file as a whole. */
void yt_importer_notice(struct yt_importer *importer, const char *format, ...) YT_PRINTF(2, 3);
/* Tells how far it is; false when the caller wants to stop (the error is set). */
bool yt_importer_progress(struct yt_importer *importer);

/* Reads the rest of the file, whose kind is known. */
bool yt_import_sheet(struct yt_importer *importer, struct yt_err *err);
bool yt_import_json(struct yt_importer *importer, struct yt_err *err);

/* Takes a value into the row as if it stood in a column of that key; nothing for NULL or "". */
void yt_take_value(struct yt_row *row, const char *key, int language, const char *value);

#endif
