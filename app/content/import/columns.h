/* Which attribute a column is, by its name. Pure functions, any thread. */
#ifndef YT_CONTENT_IMPORT_COLUMNS_H
#define YT_CONTENT_IMPORT_COLUMNS_H

#include "content/import/attributes.h"

#define YT_COLUMN_NAME_MAX 128

struct yt_column {
    const struct yt_attribute *attribute; /* NULL: nothing here knows it */
    int language;                         /* index into the site's; of texts */
    int before; /* column of the same attribute that goes first; -1. Set by whoever has them all */
};

/* Finds the attribute by its key or one of its further names, in any width and case, with a
 * language behind it (title_vi, 名称_英語, 題名（やさしい日本語）) or a unit in brackets. */
struct yt_column yt_column_find(enum yt_import_kind kind, const struct yt_languages *languages,
                                const char *name);

/* The attribute with that key. NULL when there is none. */
const struct yt_attribute *yt_attribute_find(enum yt_import_kind kind, const char *key);

#endif
