#include "content/import/import.h"

#include "content/import/importer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define ROW_MEMORY_MAX (8 * YT_IMPORT_ROW_MAX)

const char *yt_import_kind_name(enum yt_import_kind kind)
{
    static const char *const names[] = {"listings", "programmes", "places"};

    return names[kind];
}

void yt_importer_notice(struct yt_importer *importer, const char *format, ...)
{
    char text[2400];
    va_list arguments;

    if (!importer->sink->notice)
        return;
    va_start(arguments, format);
    (void)vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    importer->sink->notice(text, importer->sink->context);
}

bool yt_importer_progress(struct yt_importer *importer)
{
    const struct yt_import_sink *sink = importer->sink;

    if (!sink->progress || sink->progress(importer->bytes.done, importer->bytes.size,
                                          importer->counts->rows, sink->context))
        return true;
    return yt_err_set(importer->err, YT_ERR_STOPPED, "the import was stopped");
}

static void importer_free(struct yt_importer *importer)
{
    if (!importer)
        return;
    yt_bytes_close(&importer->bytes);
    yt_seen_ids_done(&importer->seen);
    yt_arena_done(&importer->row.arena);
    free(importer);
}
YT_DEFINE_SCOPED(struct yt_importer, importer_free)

static bool read_file(struct yt_importer *importer, struct yt_err *err)
{
    if (!yt_bytes_open(&importer->bytes, importer->options->file, err))
        return false;
    if (importer->bytes.kind == YT_BYTES_JSON)
        return yt_import_json(importer, err);
    return yt_import_sheet(importer, err);
}

bool yt_import_file(const struct yt_import_options *options, const struct yt_import_sink *sink,
                    struct yt_import_counts *counts, struct yt_err *err)
{
    YT_SCOPED(importer_free_scoped) struct yt_importer *importer = calloc(1, sizeof *importer);
    YT_SCOPED(yt_mapping_done) struct yt_mapping mapping = {0};

    *counts = (struct yt_import_counts){0};
    if (!importer)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the import");
    yt_err_clear(err);
    importer->options = options;
    importer->sink = sink;
    importer->counts = counts;
    importer->mapping = &mapping;
    importer->err = err;
    importer->bytes.file = -1;
    importer->row.importer = importer;
    yt_arena_init(&importer->row.arena, ROW_MEMORY_MAX);
    yt_seen_ids_init(&importer->seen);
    if (!yt_mapping_load(&mapping, options, err))
        return false;
    if (!read_file(importer, err))
        return yt_err_context(err, "%s", options->file);
    yt_oddities_tell(importer);
    return true;
}
