/* A mapping: which column of an office's sheet is which attribute, what its words mean, and what
 * holds for every row. YAML; its keys are in kiosk-config/README.md. */
#ifndef YT_CONTENT_IMPORT_MAPPING_H
#define YT_CONTENT_IMPORT_MAPPING_H

#include "base/arena.h"
#include "content/import/cells.h"
#include "content/import/sheet_value.h"
#include "content/yaml.h"

struct yt_mapping {
    const struct yt_yaml *columns;   /* map, or NULL */
    const struct yt_yaml *values;    /* map of maps, or NULL */
    const struct yt_yaml *constants; /* map, or NULL */
    uint32_t header_line;            /* 0: to be found */
    enum yt_encoding encoding;       /* OPEN: to be found out */
    int delimiter;                   /* 0: to be found out */
    enum yt_date_order dates;
    const char *id_prefix; /* "" */
    struct yt_arena nodes, texts;
};

/* Reads the file; NULL gives an empty mapping. YT_ERR_INVALID names file, line and column. The
 * attributes that it names are those of the kind. */
YT_MUST_CHECK bool yt_mapping_load(struct yt_mapping *mapping,
                                   const struct yt_import_options *options, struct yt_err *err);
void yt_mapping_done(struct yt_mapping *mapping);

/* What the cell means by the mapping's `values`; otherwise the cell itself. */
const char *yt_mapping_value(const struct yt_mapping *mapping, const char *key, const char *cell);

#endif
