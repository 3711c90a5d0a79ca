/* The tables behind yt_attributes: one a kind. */
#ifndef YT_CONTENT_IMPORT_ATTRIBUTE_TABLES_H
#define YT_CONTENT_IMPORT_ATTRIBUTE_TABLES_H

#include "content/import/attributes.h"

extern const struct yt_attribute yt_listing_attributes[];
extern const size_t yt_listing_attribute_count;
extern const struct yt_attribute yt_programme_attributes[];
extern const size_t yt_programme_attribute_count;
extern const struct yt_attribute yt_place_attributes[];
extern const size_t yt_place_attribute_count;

#endif
