#include "content/import/attributes.h"

#include "content/import/attribute_tables.h"

const struct yt_attribute *yt_attributes(enum yt_import_kind kind, size_t *count)
{
    switch (kind) {
    case YT_IMPORT_PROGRAMMES:
        *count = yt_programme_attribute_count;
        return yt_programme_attributes;
    case YT_IMPORT_PLACES:
        *count = yt_place_attribute_count;
        return yt_place_attributes;
    default:
        *count = yt_listing_attribute_count;
        return yt_listing_attributes;
    }
}

const char *yt_attribute_required(enum yt_import_kind kind)
{
    return kind == YT_IMPORT_LISTINGS ? "title" : "name";
}
